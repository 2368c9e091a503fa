"""WCAG 2.2 AA on every kind of page of the real site, and every page within reach without a script."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html
from playwright.sync_api import Browser, Page, expect

from tests.axe import faults
from tests.kinds import DECISION, OUTLINE, PAGES
from tests.readers import PHONE, Scheme, reader

SEEN = PAGES | {"results": "tim-kiem/?q=vien+thong", "nothing found": "tim-kiem/?q=xyzxyzxyz"}
RE = {"re": "http://exslt.org/regular-expressions"}


@pytest.mark.parametrize("path", SEEN.values(), ids=SEEN.keys())
@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1280, "dark")])
def test_no_kind_of_page_breaks_a_rule(
    path: str, width: int, scheme: Scheme, address: str, onlooker: Callable[..., Page]
) -> None:
    page = onlooker(width, scheme=scheme, reduced_motion="reduce")
    page.goto(f"{address}{path}")
    if "?q=" in path:
        asked = path.partition("?q=")[2].replace("+", " ")
        expect(page.locator("[data-tim-ket-qua]")).to_have_attribute("data-xong", asked)
    expect(page.locator("body")).to_have_attribute(
        "data-md-color-scheme", "slate" if scheme == "dark" else "default"
    )

    assert faults(page) == []


def open_menu(page: Page) -> None:
    page.get_by_role("banner").locator("summary").click()
    expect(page.get_by_role("navigation", name="Danh mục", exact=True)).to_be_visible()


def open_contents(page: Page) -> None:
    page.locator(".thanh__muc-luc > summary").click()
    expect(page.get_by_role("navigation", name="Mục lục trong trang")).to_be_visible()


def fold_all(page: Page) -> None:
    page.get_by_role("button", name="Thu gọn tất cả").click()
    expect(page.locator(".than-phan").first).to_be_hidden()


def open_copies(page: Page) -> None:
    page.locator(".van-ban__noi-dung .headerlink").first.click()
    page.locator(".hop-chep").get_by_role("button").first.click()
    expect(page.locator(".hop-chep__bao")).not_to_be_empty()


def copy_the_citation(page: Page) -> None:
    page.get_by_role("complementary").get_by_role("button", name="Chép trích dẫn").click()
    expect(page.locator(".bang-tin__bao")).not_to_be_empty()


def point_at_a_provision(page: Page) -> None:
    page.evaluate("location.hash = 'dieu-2-khoan-1'")
    expect(page.locator("#dieu-2-khoan-1")).to_be_in_viewport()


def open_a_preview(page: Page) -> None:
    page.locator(".van-ban__noi-dung a[href*=can-cu]").first.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(page.locator(".xem-truoc")).to_be_visible()


def ask_for_offers(page: Page) -> None:
    box = (
        page.get_by_role("main")
        .get_by_role("searchbox")
        .or_(page.get_by_role("main").get_by_role("combobox"))
    )
    box.click()
    box.press_sequentially("vien thong")
    expect(page.get_by_role("listbox")).to_be_visible()


def open_filters(page: Page) -> None:
    expect(page.locator("[data-tim-ket-qua]")).to_have_attribute("data-xong", "vien thong")
    page.get_by_text("Lọc và sắp xếp").click()
    expect(page.get_by_role("group", name="Loại")).to_be_visible()
    page.get_by_role("checkbox").first.check()
    expect(page.get_by_role("status")).to_contain_text("kết quả")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("path", "act"),
    [
        ("", open_menu),
        ("", ask_for_offers),
        (OUTLINE, open_contents),
        (OUTLINE, fold_all),
        (DECISION, open_copies),
        (DECISION, copy_the_citation),
        (DECISION, point_at_a_provision),
        (DECISION, open_a_preview),
        ("tim-kiem/?q=vien+thong", open_filters),
    ],
    ids=lambda act: act.__name__ if callable(act) else "",
)
def test_what_a_reader_opens_breaks_no_rule(
    path: str,
    act: Callable[[Page], None],
    scheme: Scheme,
    address: str,
    browser: Browser,
) -> None:
    may = ["clipboard-read", "clipboard-write"]
    with reader(browser, PHONE, scheme, reduced_motion="reduce", permissions=may) as page:
        page.goto(f"{address}{path}")
        act(page)
        assert faults(page) == []


def test_every_page_has_its_own_title_one_first_heading_and_no_level_left_out(site: Path) -> None:
    titles: dict[str, str] = {}
    for file in [*site.rglob("index.html"), site / "404.html"]:
        page = html.fromstring(file.read_bytes())
        title = page.findtext(".//title").strip()
        assert title
        assert title not in titles, (file, titles[title])
        titles[title] = str(file)
        assert page.get("lang") == "vi"
        levels = [
            int(heading.tag[1]) for heading in page.xpath("//*[re:test(name(), '^h[1-6]$')]", namespaces=RE)
        ]
        assert levels.count(1) == 1, file
        assert levels[0] == 1, file
        assert all(after - before <= 1 for before, after in pairwise(levels)), (file, levels)
        assert [len(page.xpath(f"//{landmark}")) for landmark in ("main", "footer")] == [1, 1], file
        assert page.xpath("//*[@tabindex > 0] | //img[not(@alt)] | //a[not(@href)]") == [], file
    assert len(titles) > 150


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
