"""The search box in a real browser: what it offers while somebody types, by keyboard, touch and ear."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.axe import faults
from tests.readers import PHONE, reader

DECISION = "/quyet-dinh/2021/de-cuong-de-an-vien-thong-cntt-2021-2025/"
OFFICE = "/co-quan/so-thong-tin-va-truyen-thong/"


def box(page: Page) -> Locator:
    return page.get_by_role("banner").get_by_role("combobox")


def offered(page: Page, typed: str) -> list[str]:
    """Open the box by its key, type, and give the addresses that it offers, in order."""
    page.keyboard.press("/")
    expect(box(page)).to_be_focused()
    page.keyboard.type(typed)
    expect(page.get_by_role("listbox")).to_have_attribute("data-xong", typed.strip())
    options = page.get_by_role("option").evaluate_all("all => all.map(one => one.getAttribute('href'))")
    return [str(option) for option in options]


def at(page: Page, address: str, path: str = "gioi-thieu/") -> Page:
    page.goto(f"{address}{path}")
    return page


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("khoan 1 dieu 2 vien thong", f"{DECISION}#dieu-2-khoan-1"),
        ("Khoản 1 Điều 2 viễn thông", f"{DECISION}#dieu-2-khoan-1"),
        ("quyet dinh phe duyet de cuong vien thong", DECISION),
        ("so tttt tha", OFFICE),
        ("749/qd-ttg", "/can-cu/749-qd-ttg-2020/"),
    ],
)
def test_a_named_provision_is_offered_first_then_documents(
    page: Page, violations: list[str], address: str, typed: str, first: str
) -> None:
    assert offered(at(page, address), typed)[0] == first
    assert violations == []


def test_a_word_that_is_not_finished_is_no_wrong_word(page: Page, address: str) -> None:
    assert DECISION in offered(at(page, address), "de cuong vien tho")


def test_arrows_choose_and_enter_leads_to_the_provision(page: Page, address: str) -> None:
    offered(at(page, address), "khoan 1 dieu 2 vien thong")
    page.keyboard.press("ArrowDown")
    chosen = page.get_by_role("option", selected=True)
    expect(chosen).to_contain_text("Khoản 1 Điều 2")
    expect(box(page)).to_have_attribute("aria-activedescendant", chosen.get_attribute("id") or "-")
    expect(box(page)).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{DECISION}#dieu-2-khoan-1")


def test_arrows_go_round_and_escape_closes_and_keeps_what_was_typed(page: Page, address: str) -> None:
    offered(at(page, address), "vien thong")
    expect(box(page)).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("option", selected=True)).to_contain_text("kết quả cho “vien thong”")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("option", selected=True)).to_have_count(0)
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(box(page)).to_have_attribute("aria-expanded", "false")
    expect(box(page)).to_have_value("vien thong")


def test_enter_without_a_choice_and_the_last_line_lead_to_all_results(page: Page, address: str) -> None:
    last = offered(at(page, address), "vien thong")[-1]
    assert last == f"{address}tim-kiem/?q=vien+thong"
    page.keyboard.press("Enter")
    page.wait_for_url(last)


def test_the_number_of_offers_is_announced(page: Page, address: str) -> None:
    count = len(offered(at(page, address), "vien thong")) - 1
    expect(page.get_by_role("banner").get_by_role("status")).to_contain_text(f"{count} gợi ý")
    box(page).fill("xyzxyzxyz")
    expect(page.get_by_role("banner").get_by_role("status")).to_have_text("Không có gợi ý.")


def test_leaving_the_box_closes_it(page: Page, address: str) -> None:
    offered(at(page, address), "vien thong")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_role("listbox")).to_be_hidden()


def test_nothing_of_the_search_is_fetched_before_the_box_is_used(page: Page, address: str) -> None:
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url.removeprefix(address)))
    at(page, address)
    assert [url.partition(".")[0] for url in fetched if "tim-kiem" in url] == ["assets/tim-kiem"]
    assert [url for url in fetched if "tim-kiem" in url and url.endswith(".css")] == []
    page.keyboard.press("/")
    page.wait_for_load_state("networkidle")
    assert [url for url in fetched if "chi-muc" in url] == []


@pytest.fixture
def phone(browser: Browser, address: str) -> Iterator[Page]:
    with reader(browser, PHONE, has_touch=True) as page:
        yield at(page, address)


def test_on_a_phone_the_box_opens_over_the_head_and_offers_by_touch(phone: Page) -> None:
    expect(phone.get_by_role("banner").get_by_role("search")).to_be_hidden()
    phone.get_by_role("banner").get_by_role("link", name="Tìm kiếm").tap()
    expect(box(phone)).to_be_focused()
    phone.keyboard.type("khoan 1 dieu 2 vien thong")
    first = phone.get_by_role("option").first
    expect(first).to_contain_text("Khoản 1 Điều 2")
    assert phone.evaluate("document.documentElement.scrollWidth") == 360
    first.tap()
    phone.wait_for_url(f"**{DECISION}#dieu-2-khoan-1")


def test_on_a_phone_the_box_closes_by_its_button_and_gives_the_focus_back(phone: Page) -> None:
    link = phone.get_by_role("banner").get_by_role("link", name="Tìm kiếm")
    link.tap()
    phone.get_by_role("button", name="Đóng ô tìm kiếm").tap()
    expect(phone.get_by_role("banner").get_by_role("search")).to_be_hidden()
    expect(link).to_be_focused()


def test_on_a_phone_the_button_searches_what_was_typed(phone: Page) -> None:
    phone.get_by_role("banner").get_by_role("link", name="Tìm kiếm").tap()
    expect(box(phone)).to_be_focused()
    phone.keyboard.type("vien thong")
    phone.get_by_role("banner").get_by_role("button", name="Tìm", exact=True).tap()
    phone.wait_for_url("**/tim-kiem/?q=vien+thong")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_the_open_box_is_accessible(page: Page, address: str, scheme: str, width: int) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.set_viewport_size({"width": width, "height": 740})
    offered(at(page, address), "khoan 1 dieu 2 vien thong")
    page.keyboard.press("ArrowDown")
    assert faults(page) == []
