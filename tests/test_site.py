"""The project's own pages, built whole and seen in a real browser."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Page, expect

from tests.kinds import DECISION, KINDS, NOT_FOUND


@pytest.fixture
def page(onlooker: Callable[..., Page]) -> Page:
    """An empty page of a reader who only looks and follows links."""
    return onlooker()


@pytest.mark.parametrize("path", KINDS.values(), ids=KINDS.keys())
def test_every_kind_of_page_runs_without_a_violation_or_an_error(
    path: str, address: str, page: Page, violations: list[str]
) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("requestfailed", lambda request: errors.append(request.url))
    page.on(
        "request", lambda request: None if request.url.startswith(address) else errors.append(request.url)
    )

    answer = page.goto(f"{address}{path}", wait_until="networkidle")

    assert answer is not None
    assert answer.status == 200
    expect(page.locator("h1")).to_have_count(1)
    assert (violations, errors) == ([], [])


def test_the_404_page_is_useful_at_any_depth(address: str, page: Page, violations: list[str]) -> None:
    answer = page.goto(address + NOT_FOUND, wait_until="networkidle")

    assert answer is not None
    assert answer.status == 404
    expect(page.get_by_role("heading", name="Không tìm thấy trang")).to_be_visible()
    page.get_by_role("article").get_by_role("link", name="Quyết định", exact=True).click()
    expect(page.get_by_role("heading", name="Quyết định", exact=True)).to_be_visible()
    assert violations == []


def test_decision_and_outline_lead_to_each_other(address: str, page: Page) -> None:
    page.goto(f"{address}{DECISION}")
    page.get_by_role("complementary", name="Thông tin về văn bản").get_by_role(
        "link", name="Đề cương:"
    ).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("ĐỀ CƯƠNG")
    page.get_by_role("complementary", name="Thông tin về văn bản").get_by_role(
        "link", name="Quyết định:"
    ).click()
    expect(page).to_have_url(f"{address}{DECISION}")


def test_a_clause_can_be_pointed_at(address: str, page: Page) -> None:
    page.goto(f"{address}{DECISION}#dieu-2-khoan-1")

    clause = page.locator("#dieu-2-khoan-1")
    expect(clause).to_be_in_viewport()
    expect(clause).to_contain_text("1. Giao Sở Thông tin và Truyền thông căn cứ Đề cương Đề án")


def test_every_id_stands_exactly_once_on_its_page(site: Path) -> None:
    for file in site.rglob("*.html"):
        ids = html.fromstring(file.read_bytes()).xpath("//@id")
        assert len(ids) == len(set(ids)), file


def test_a_blank_number_is_shown_blank_and_its_record_is_empty(site: Path) -> None:
    page = html.fromstring((site / "quyet-dinh/2024").glob("*/index.html").__next__().read_bytes())

    assert page.xpath("string(//*[@class='van-ban__so'])").split() == ["Số:", "/QĐ-UBND"]
    plans = json.loads((site / "du-lieu/van-ban.json").read_text(encoding="utf-8"))
    assert {record["ban_ghi"].get("so_ky_hieu") for record in _rows(plans)} == {None}


def _rows(table: object) -> list[dict[str, dict[str, object]]]:
    assert isinstance(table, (dict, list))
    return table if isinstance(table, list) else next(v for v in table.values() if isinstance(v, list))
