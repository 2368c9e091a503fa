"""Rules that apply to nothing go; whatever may apply stays, to the letter."""

from pathlib import Path

import pytest

from scripts.site.trimming import Used, trim, trimmed

USED = Used(frozenset({"co", "js"}), frozenset({("data-md-color-primary", "custom")}))


@pytest.mark.parametrize(
    ("style", "left"),
    [
        (".co{a:b}", ".co{a:b}"),
        (".khong{a:b}", ""),
        (".co,.khong{a:b}", ".co{a:b}"),
        (".co .khong,.co>p{a:b}", ".co>p{a:b}"),
        (".co:not(.khong){a:b}", ".co:not(.khong){a:b}"),
        (".co:is(.khong,:not(.khac)) p{a:b}", ".co:is(.khong,:not(.khac)) p{a:b}"),
        ("p,:root>*{a:b}", "p,:root>*{a:b}"),
        (".khong\\:hai{a:b}", ".khong\\:hai{a:b}"),
        ("@media print{.khong{a:b}}", ""),
        ("@media print{.co{a:b}.khong{a:b}}p{c:d}", "@media print{.co{a:b}}p{c:d}"),
        ("@media print{@supports (a:b){.khong{a:b}.co{c:d}}}", "@media print{@supports (a:b){.co{c:d}}}"),
        ("@keyframes khong{0%{a:b}to{a:c}}", "@keyframes khong{0%{a:b}to{a:c}}"),
        ('@charset "utf-8";.co{a:b}', '@charset "utf-8";.co{a:b}'),
        ("@import url(a.css);.khong{a:b}", "@import url(a.css);"),
        (".khong{a:url(data:image/svg+xml;{})}.co{c:d}", ".co{c:d}"),
        ('.co:after{content:"}.khong{"}', '.co:after{content:"}.khong{"}'),
        ("/* .khong{} */.co{a:b}/*# a.map */", ".co{a:b}"),
        ('.co:after{content:"/*"}p{a:"*/"}', '.co:after{content:"/*"}p{a:"*/"}'),
        ("[data-md-color-primary=custom]{a:b}", "[data-md-color-primary=custom]{a:b}"),
        ("[data-md-color-primary=indigo]{a:b}", ""),
        ("[data-md-color-scheme=slate][data-md-color-primary=custom]{a:b}", ""),
        ("[href='.khong']{a:b}", "[href='.khong']{a:b}"),
    ],
)
def test_a_rule_stays_if_it_may_apply(style: str, left: str) -> None:
    assert trimmed(style, USED) == left


def test_what_pages_and_scripts_name_stays_and_the_sheet_is_named_by_what_is_left(tmp_path: Path) -> None:
    files = {
        "index.html": '<link href="assets/stylesheets/main.0a1b2c3d.min.css"><p class="a b"><i class=c>',
        "assets/stylesheets/main.0a1b2c3d.min.css": ".a{x:y}.b .c{x:y}.d{x:y}.e{x:y}",
        "assets/javascripts/bundle.js": 'element.classList.add("d")',
    }
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")

    assert trim(tmp_path) == len(".e{x:y}")

    (sheet,) = (tmp_path / "assets/stylesheets").iterdir()
    assert sheet.read_text(encoding="utf-8") == ".a{x:y}.b .c{x:y}.d{x:y}"
    assert sheet.name != "main.0a1b2c3d.min.css"
    assert f'href="assets/stylesheets/{sheet.name}"' in (tmp_path / "index.html").read_text(encoding="utf-8")
    assert trim(tmp_path) == 0
    assert sheet.is_file()
