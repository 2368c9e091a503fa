"""The search page of the real site in a real browser."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from scripts.build import Options, build
from scripts.environment import ROOT
from tests.serving import served

DECISION_2021 = "quyet-dinh/2021/de-cuong-de-an-vien-thong-cntt-2021-2025/"


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    site = tmp_path_factory.mktemp("search") / "site"
    assert build(Options(ROOT / "docs", site)) == 0
    with served(site) as address:
        yield address


def ask(page: Page, address: str, typed: str) -> list[str]:
    """Type into the search page and give the addresses of the results, in order."""
    page.goto(f"{address}tim-kiem/")
    box = page.get_by_role("main").get_by_role("searchbox")
    box.fill(typed)
    box.press("Enter")
    expect(page.locator("[data-tim-ket-qua]")).to_have_attribute("data-xong", typed, timeout=30_000)
    links = page.get_by_role("list", name="Kết quả tìm kiếm").get_by_role("link").all()
    return [(link.get_attribute("href") or "").removeprefix("/") for link in links]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("quyet dinh phe duyet de cuong vien thong", DECISION_2021),
        ("khoan 1 dieu 2 vien thong", f"{DECISION_2021}#dieu-2-khoan-1"),
        ("Khoản 1 Điều 2 viễn thông", f"{DECISION_2021}#dieu-2-khoan-1"),
    ],
)
def test_what_people_type_leads_to_the_right_place_first(
    page: Page, violations: list[str], address: str, typed: str, first: str
) -> None:
    assert ask(page, address, typed)[0] == first
    assert violations == []
