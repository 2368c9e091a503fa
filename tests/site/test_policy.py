"""The policy lets the theme's own scripts run and nothing else, as a real browser sees it."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from scripts.site.policy import content_policy, harden, hardened_page, scripts_of, theme_scripts
from scripts.site.verification import verify
from tests.serving import served

TEMPLATES = (b"<script>theme()</script>", b'<script>go("{{ config.extra.scope | d(base_url) }}")</script>')
SCRIPTS = scripts_of(TEMPLATES)
PAGE = b'<html lang="vi"><head>\n<meta charset="utf-8"><title>T</title></head><body>%s</body></html>'


@pytest.mark.parametrize(
    "root", ["", ".", "..", "../..", "../../..", "/", "/kho/", "/kho", "/to-chuc/kho-1.2/"]
)
def test_a_theme_script_may_carry_the_way_to_the_root(root: str) -> None:
    assert f'go("{root}")'.encode() in SCRIPTS


@pytest.mark.parametrize(
    "root",
    [
        "//evil.vn/",
        "https://evil.vn/",
        "javascript:x",
        '"+evil()+"',
        "a/b",
        "../x",
        "/a b",
        "/\\evil.vn",
        "..\n",
    ],
)
def test_a_theme_script_may_carry_nothing_else(root: str) -> None:
    assert f'go("{root}")'.encode() not in SCRIPTS


def test_a_script_is_the_themes_to_the_byte() -> None:
    assert b"theme()" in SCRIPTS
    assert b"theme() " not in SCRIPTS
    assert b"theme();evil()" not in SCRIPTS


def test_the_installed_themes_have_both_kinds_of_scripts() -> None:
    scripts = theme_scripts()
    assert len(scripts.fixed) >= 3
    assert len(scripts.varying) >= 2


def test_a_script_built_by_template_logic_is_refused() -> None:
    with pytest.raises(ValueError, match="logic"):
        scripts_of([b"<script>{% if x %}a(){% endif %}</script>"])


def test_the_policy_follows_the_charset_and_hashes_the_theme_scripts_alone() -> None:
    page = (
        PAGE % b'<script>theme()</script><script>evil()</script><script type="application/json">{}</script>'
    )
    meta = f'<meta http-equiv="Content-Security-Policy" content="{content_policy([b"theme()"])}">'.encode()
    assert hardened_page(page, SCRIPTS) == page.replace(b'"utf-8">', b'"utf-8">\n' + meta)


def test_a_script_loaded_from_a_file_needs_no_hash() -> None:
    hardened = hardened_page(PAGE % b'<script src="a.js">theme()</script>', SCRIPTS)
    assert b"sha256-" not in hardened


def test_only_a_page_with_a_search_form_may_run_the_compiled_search() -> None:
    form = b'<form role="search" action="tim-kiem/" data-tim-kiem><input name="q"></form>'
    assert b"script-src 'self' 'wasm-unsafe-eval';" in hardened_page(PAGE % form, SCRIPTS)
    for without in (b"<form></form>", b"<p>data-tim-kiem</p>"):
        assert b"script-src 'self';" in hardened_page(PAGE % without, SCRIPTS)


def test_hardening_twice_changes_nothing() -> None:
    once = hardened_page(PAGE % b"<script>theme()</script>", SCRIPTS)
    assert hardened_page(once, SCRIPTS) == once


def test_a_page_whose_head_does_not_begin_with_its_charset_stays_as_it_is() -> None:
    page = b'<html><head><title>T</title><meta charset="utf-8"></head><body></body></html>'
    assert hardened_page(page, SCRIPTS) == page


def test_harden_counts_the_pages_that_it_changed(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/index.html").write_bytes(PAGE % b"")
    (tmp_path / "404.HTML").write_bytes(PAGE % b"")
    (tmp_path / "a.txt").write_bytes(PAGE % b"")
    assert harden(tmp_path, SCRIPTS) == 2
    assert harden(tmp_path, SCRIPTS) == 0
    assert (tmp_path / "a.txt").read_bytes() == PAGE % b""


STOCK = """\
site_name: Thử
site_url: {address}
theme:
  name: material
  language: vi
  font: false
  features: [navigation.instant, navigation.tabs, navigation.top, content.tabs.link]
  palette:
    - {{scheme: default, toggle: {{icon: material/brightness-7, name: Nền tối}}}}
    - {{scheme: slate, toggle: {{icon: material/brightness-4, name: Nền sáng}}}}
plugins: []
markdown_extensions: [attr_list, pymdownx.superfences, {{pymdownx.tabbed: {{alternate_style: true}}}}]
"""
HOME = "# Trang đầu\n\n[Tới trang sâu](nhom/trong/sau.md#muc)\n"
DEEP = '# Trang sâu\n\n## Mục {: #muc }\n\n=== "Một"\n\n    Nội dung một\n\n=== "Hai"\n\n    Nội dung hai\n'
EVIL = b'<script>document.documentElement.setAttribute("data-evil", "1")</script>'


@dataclass(frozen=True)
class Stock:
    """A hardened stock site: where it lies, and where it is served."""

    folder: Path
    address: str


@pytest.fixture(scope="module")
def stock(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stock]:
    """Build and serve a stock Material site whose page `bi-cheo/` got a script that is not the theme's."""
    project = tmp_path_factory.mktemp("stock")
    folder = project / "served/kho"
    with served(project / "served", not_found="kho/404.html") as root:
        address = f"{root}kho/"
        (project / "docs/nhom/trong").mkdir(parents=True)
        (project / "docs/index.md").write_text(HOME, encoding="utf-8")
        (project / "docs/nhom/trong/sau.md").write_text(DEEP, encoding="utf-8")
        (project / "docs/bi-cheo.md").write_text("# Bị chèo\n", encoding="utf-8")
        (project / "mkdocs.yml").write_text(STOCK.format(address=address), encoding="utf-8")
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(folder)]
        subprocess.run(command, cwd=project, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}, check=True)
        injected = folder / "bi-cheo/index.html"
        injected.write_bytes(injected.read_bytes().replace(b"</article>", EVIL + b"</article>"))
        harden(folder, theme_scripts())
        yield Stock(folder, address)


def test_a_hardened_stock_site_runs_without_a_violation(
    stock: Stock, page: Page, violations: list[str]
) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(stock.address, wait_until="networkidle")
    page.evaluate("() => { window.sameDocument = true }")
    page.get_by_role("link", name="Tới trang sâu").click()
    expect(page).to_have_title("Trang sâu - Thử")
    assert page.evaluate("() => window.sameDocument"), "the theme followed the link by itself"
    page.locator(".tabbed-labels label", has_text="Hai").click()
    expect(page.get_by_text("Nội dung hai")).to_be_visible()
    page.locator("label[title='Nền tối']").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.reload(wait_until="networkidle")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    assert (violations, errors) == ([], [])


def test_the_404_page_runs_without_a_violation_at_any_depth(
    stock: Stock, page: Page, violations: list[str]
) -> None:
    answer = page.goto(f"{stock.address}khong/co/trang/nay/", wait_until="networkidle")
    assert answer is not None
    assert answer.status == HTTPStatus.NOT_FOUND
    page.evaluate("() => { window.sameDocument = true }")
    page.locator("header a.md-logo").click()
    expect(page.get_by_role("heading", name="Trang đầu")).to_be_visible()
    assert violations == []


def test_an_injected_script_is_blocked_by_the_browser(
    stock: Stock, page: Page, violations: list[str]
) -> None:
    page.goto(f"{stock.address}bi-cheo/", wait_until="networkidle")
    assert page.locator("html").get_attribute("data-evil") is None
    assert violations == ["script-src-elem inline"]


def test_an_injected_script_is_the_one_fault_of_the_stock_site(stock: Stock) -> None:
    problems = verify(stock.folder, theme_scripts(), stock.address)
    assert [(problem.page, problem.value[:20]) for problem in problems] == [
        ("bi-cheo/index.html", EVIL.decode()[:20])
    ]
    assert "không phải của giao diện" in problems[0].what
