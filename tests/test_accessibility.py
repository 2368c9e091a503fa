"""WCAG 2.2 AA on every kind of page of the real site, and every page within reach without a script."""

from collections.abc import Iterator
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from lxml import html
from playwright.sync_api import Browser, expect

from scripts.build import Options, build
from scripts.environment import ROOT
from tests.serving import served

PAGES = {
    "home": "",
    "a decision": "quyet-dinh/2021/de-cuong-de-an-vien-thong-cntt-2021-2025/",
    "an outline": "de-cuong/2024/de-an-trung-tam-cntt-tt-2025-2030/",
    "an agency": "co-quan/so-thong-tin-va-truyen-thong/",
    "the agencies": "co-quan/",
    "cited works": "can-cu/",
    "a cited work": "can-cu/749-qd-ttg-2020/",
    "decisions": "quyet-dinh/",
    "a year": "nam/2021/",
    "fields": "linh-vuc/",
    "a field": "linh-vuc/vien-thong/",
    "an issuer's documents": "ban-hanh/ubnd-tinh-thanh-hoa/",
    "a guide": "huong-dan/ham/",
    "a finding": "huong-dan/loi/bc101/",
    "about": "gioi-thieu/",
    "English": "english/",
    "search": "tim-kiem/",
    "results": "tim-kiem/?q=vien+thong",
    "nothing found": "tim-kiem/?q=xyzxyzxyz",
    "not found": "khong/co/trang/nay/",
}
AXE = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "rules": {"target-size": {"enabled": True}},
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("built") / "site"
    assert build(Options(ROOT / "docs", out)) == 0
    return out


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    with served(folder) as root:
        yield root


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())
@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1280, "dark")])
def test_no_kind_of_page_breaks_a_rule(
    path: str, width: int, scheme: str, address: str, browser: Browser
) -> None:
    context = browser.new_context(
        locale="vi-VN",
        viewport={"width": width, "height": 800},
        color_scheme="dark" if scheme == "dark" else "light",
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(f"{address}{path}")
    if "?q=" in path:
        asked = path.partition("?q=")[2].replace("+", " ")
        expect(page.locator("[data-tim-ket-qua]")).to_have_attribute("data-xong", asked)
    expect(page.locator("body")).to_have_attribute(
        "data-md-color-scheme", "slate" if scheme == "dark" else "default"
    )

    found = Axe().run(page, options=AXE).response["violations"]

    assert [(fault["id"], [node["html"] for node in fault["nodes"]]) for fault in found] == []
    context.close()


def test_every_page_is_reached_from_the_home_page_by_plain_links(folder: Path) -> None:
    pages = {file.relative_to(folder).as_posix() for file in folder.rglob("index.html")}
    reached, ahead = {"index.html"}, ["index.html"]
    while ahead:
        page = ahead.pop()
        tree = html.fromstring((folder / page).read_bytes())
        for link in tree.xpath("//a/@href"):
            target = urlsplit(link)
            if target.scheme or target.netloc or not target.path:
                continue
            place = normpath(join(dirname(page), unquote(target.path)))
            name = "index.html" if place == "." else f"{place}/index.html"
            if name in pages and name not in reached:
                reached.add(name)
                ahead.append(name)

    assert sorted(pages - reached) == []
