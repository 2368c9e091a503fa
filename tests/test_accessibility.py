"""WCAG 2.2 AA on every kind of page of the real site, and every page within reach without a script."""

from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from lxml import html
from playwright.sync_api import Browser, expect

from tests.kinds import KINDS, NOT_FOUND

PAGES = KINDS | {
    "results": "tim-kiem/?q=vien+thong",
    "nothing found": "tim-kiem/?q=xyzxyzxyz",
    "not found": NOT_FOUND,
}
AXE = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "rules": {"target-size": {"enabled": True}},
}


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


def test_every_page_is_reached_from_the_home_page_by_plain_links(site: Path) -> None:
    pages = {file.relative_to(site).as_posix() for file in site.rglob("index.html")}
    reached, ahead = {"index.html"}, ["index.html"]
    while ahead:
        page = ahead.pop()
        tree = html.fromstring((site / page).read_bytes())
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
