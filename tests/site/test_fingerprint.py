"""Own styles, scripts and fonts carry their content's hash in their names, and every reference follows."""

import re
from pathlib import Path

import pytest

from scripts.site.fingerprint import FingerprintError, fingerprint

PAGE = (
    '<!doctype html><html lang="vi"><head><link rel="stylesheet" href="{up}assets/van-ban.css">'
    "<link rel=preload href={up}assets/fonts/chu.woff2 as=font>"
    '<link rel="stylesheet" href="{up}assets/stylesheets/main.484c7ddc.min.css">'
    '<script type="module" src="{up}assets/trang.js"></script></head>'
    '<body><p>href="assets/van-ban.css"</p><a href="https://vi.du/assets/van-ban.css">x</a></body></html>'
)
FILES = {
    "index.html": PAGE.format(up=""),
    "404.html": PAGE.format(up="/kho/"),
    "quyet-dinh/2021/a/index.html": PAGE.format(up="../../../"),
    "assets/van-ban.css": "@font-face { src: url(fonts/chu.woff2) } p { background: url('../anh.png') }",
    "assets/fonts/chu.woff2": "chữ",
    "assets/trang.js": 'import { a } from "./phan/a.js";\nimport("./phan/a.js");\nimport"./rieng.js";',
    "assets/phan/a.js": 'export { b } from "../rieng.js";',
    "assets/rieng.js": "export const b = 1;",
    "assets/khong-dung.js": "1",
    "assets/stylesheets/main.484c7ddc.min.css": "p{}",
}


def made(folder: Path, files: dict[str, str]) -> Path:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


def test_what_pages_use_is_renamed_and_what_they_say_follows(tmp_path: Path) -> None:
    site = made(tmp_path, FILES)

    names = fingerprint(site)

    assert set(names) == {
        "assets/van-ban.css",
        "assets/fonts/chu.woff2",
        "assets/trang.js",
        "assets/phan/a.js",
        "assets/rieng.js",
    }
    for old, new in names.items():
        assert re.fullmatch(re.escape(old.rpartition(".")[0]) + r"\.[0-9a-f]{8}\.\w+", new)
        assert (site / new).is_file()
        assert not (site / old).exists()
    page = (site / "quyet-dinh/2021/a/index.html").read_text(encoding="utf-8")
    assert f'href="../../../{names["assets/van-ban.css"]}"' in page
    assert f"href=../../../{names['assets/fonts/chu.woff2']} " in page
    assert f'src="../../../{names["assets/trang.js"]}"' in page
    assert f'href="/kho/{names["assets/van-ban.css"]}"' in (site / "404.html").read_text(encoding="utf-8")


def test_text_other_hosts_and_the_themes_own_files_stay_as_they_are(tmp_path: Path) -> None:
    site = made(tmp_path, FILES)

    fingerprint(site)

    page = (site / "index.html").read_text(encoding="utf-8")
    assert '<p>href="assets/van-ban.css"</p>' in page
    assert 'href="https://vi.du/assets/van-ban.css"' in page
    assert 'href="assets/stylesheets/main.484c7ddc.min.css"' in page
    assert (site / "assets/khong-dung.js").is_file()


def test_scripts_find_each_other_under_their_new_names(tmp_path: Path) -> None:
    site = made(tmp_path, FILES)

    names = fingerprint(site)

    first = (site / names["assets/trang.js"]).read_text(encoding="utf-8")
    a = names["assets/phan/a.js"].removeprefix("assets/")
    rest = names["assets/rieng.js"].removeprefix("assets/")
    assert first == f'import {{ a }} from "./{a}";\nimport("./{a}");\nimport"./{rest}";'
    second = (site / names["assets/phan/a.js"]).read_text(encoding="utf-8")
    assert second == f'export {{ b }} from "../{rest}";'
    style = (site / names["assets/van-ban.css"]).read_text(encoding="utf-8")
    assert f"url(./{names['assets/fonts/chu.woff2'].removeprefix('assets/')})" in style
    assert "url('../anh.png')" in style


def test_a_changed_script_changes_its_name_and_that_of_its_users_only(tmp_path: Path) -> None:
    before = fingerprint(made(tmp_path / "one", FILES))
    after = fingerprint(made(tmp_path / "two", FILES | {"assets/rieng.js": "export const b = 2;"}))

    changed = {path for path in before if before[path] != after[path]}
    assert changed == {"assets/rieng.js", "assets/phan/a.js", "assets/trang.js"}


def test_scripts_that_need_each_other_in_a_circle_are_refused(tmp_path: Path) -> None:
    site = made(tmp_path, FILES | {"assets/rieng.js": 'import "./trang.js";'})

    with pytest.raises(FingerprintError, match="vòng"):
        fingerprint(site)


@pytest.mark.parametrize(
    "script", ['new Worker("./rieng.js");', 'load("rieng.js");', "import(`${base}/rieng.js`);"]
)
def test_a_script_that_names_another_in_a_way_that_cannot_follow_is_refused(
    script: str, tmp_path: Path
) -> None:
    site = made(tmp_path, FILES | {"assets/phan/a.js": script})

    with pytest.raises(FingerprintError, match=re.escape("rieng.js")):
        fingerprint(site)


def test_a_site_without_files_of_its_own_stays_as_it_is(tmp_path: Path) -> None:
    site = made(tmp_path, {"index.html": "<!doctype html><p>Chữ</p>"})

    assert fingerprint(site) == {}
