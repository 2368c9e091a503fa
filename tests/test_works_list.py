"""The list of cited works is there whole, and readers narrow it; what they chose stands in the address."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect


def rows(page: Page) -> list[str]:
    return [row.inner_text() for row in page.locator("li.muc:visible").all()]


def test_without_a_script_the_whole_list_is_there_with_the_state_of_each(
    onlooker: Callable[..., Page], address: str
) -> None:
    page = onlooker(java_script_enabled=False)
    page.goto(f"{address}can-cu/?loai=Chỉ thị")
    assert page.locator("form.loc").count() == 0
    shown = rows(page)
    assert len(shown) > 30
    assert all(re.search("hiệu lực|Chưa xác minh", row) for row in shown)


def test_it_is_narrowed_by_type_state_and_issuer_together(
    violations: list[str], page: Page, address: str
) -> None:
    page.goto(f"{address}can-cu/")
    whole = len(rows(page))
    assert page.get_by_role("status").inner_text() == f"{whole} văn bản"

    page.get_by_label("Loại").select_option("Luật")
    page.get_by_label("Hiệu lực").select_option("Hết hiệu lực toàn bộ")

    assert rows(page)
    assert all(row.startswith("Luật") and "Hết hiệu lực toàn bộ" in row for row in rows(page))
    expect(page.get_by_role("heading", name="Nghị định")).to_be_hidden()
    assert page.get_by_role("status").inner_text() == f"{len(rows(page))} văn bản"

    page.get_by_label("Cơ quan ban hành").select_option("Chính phủ")
    assert rows(page) == []
    expect(page.get_by_role("status")).to_have_text("Không có văn bản nào như vậy.")

    page.get_by_role("button", name="Bỏ lọc").click()
    expect(page.get_by_role("status")).to_have_text(f"{whole} văn bản")
    expect(page).to_have_url(f"{address}can-cu/")
    assert violations == []


def test_words_are_found_with_and_without_marks(page: Page, address: str) -> None:
    page.goto(f"{address}can-cu/")
    for typed in ("luật công nghệ thông tin", "cong nghe thong tin luat", "67/2006"):
        page.get_by_label("Tên, số").fill(typed)
        assert any("67/2006/QH11" in row for row in rows(page)), typed
        assert len(rows(page)) < 5


def test_what_was_chosen_can_be_shared_by_its_address(page: Page, address: str) -> None:
    page.goto(f"{address}can-cu/")
    page.get_by_label("Hiệu lực").select_option("Còn hiệu lực")
    page.get_by_label("Tên, số").fill("nghị định")
    chosen, shared = rows(page), page.url
    assert chosen

    page.goto("about:blank")
    page.goto(shared)

    assert rows(page) == chosen
    assert page.get_by_label("Hiệu lực").input_value() == "Còn hiệu lực"
    assert page.get_by_label("Tên, số").input_value() == "nghị định"


def test_an_address_that_asks_for_what_there_is_not_shows_the_whole_list(page: Page, address: str) -> None:
    page.goto(f"{address}can-cu/?loai=Sách&khac=1&hieu-luc=<b>&length=2&item=3")
    assert "hieu-luc" not in page.url
    assert len(rows(page)) > 30
