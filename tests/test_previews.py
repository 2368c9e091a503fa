"""Citations as readers use them: by pointer, keyboard and finger, with a script and without."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests import axe
from tests.readers import PHONE, Scheme, reader

DECISION = "quyet-dinh/2021/de-cuong-de-an-vien-thong-cntt-2021-2025/"
LAPSED = "Luật Tổ chức chính quyền địa phương ngày 19/6/2015"
PROGRAMME = "Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ"
SLIP = "Quyết định số 4126/QĐ-UBND ngày 06/10/2020 của UBND tỉnh Thanh Hóa"
DIRECTIVE = "Chỉ thị số 01/CT-TTg ngày 14/1/2020 của Thủ tướng Chính phủ"


def citation(page: Page, text: str) -> Locator:
    return page.locator(".van-ban__noi-dung").get_by_role("link", name=text)


def preview(page: Page) -> Locator:
    return page.get_by_role("dialog", name="Xem trước")


@pytest.fixture
def decision(page: Page, address: str) -> Page:
    page.goto(f"{address}{DECISION}")
    return page


@pytest.fixture
def phone(browser: Browser, address: str) -> Iterator[Page]:
    """The decision on a phone, where fingers point."""
    with reader(browser, PHONE, has_touch=True, is_mobile=True) as page:
        page.goto(f"{address}{DECISION}")
        yield page


# By pointer


def test_a_pointer_at_rest_on_a_citation_shows_what_the_works_page_says(
    violations: list[str], decision: Page
) -> None:
    citation(decision, LAPSED).hover()

    shown = preview(decision)
    expect(shown).to_contain_text("Luật Tổ chức chính quyền địa phương (77/2015/QH13)")
    expect(shown).to_contain_text("Hiệu lực: hết hiệu lực toàn bộ")
    expect(shown).to_contain_text("Ngày ban hành: 19/6/2015")
    expect(shown).to_contain_text("Được thay thế bởi: Luật")
    official = shown.get_by_role("link", name="Văn bản chính thức")
    expect(official).to_have_attribute("href", re.compile(r"^https://vbpl\.vn/"))
    expect(shown.get_by_role("link", name="Mở trang")).to_have_attribute("href", re.compile("77-2015-qh13"))
    assert violations == []


def test_it_stays_while_the_pointer_is_on_it_and_goes_when_the_pointer_does(page: Page, address: str) -> None:
    page.clock.install()
    page.goto(f"{address}{DECISION}")
    citation(page, PROGRAMME).hover()
    page.clock.run_for(301)
    expect(preview(page)).to_contain_text("749/QĐ-TTg")

    preview(page).get_by_text("Ngày ban hành").hover()
    page.clock.run_for(60_000)
    expect(preview(page)).to_be_visible()

    page.get_by_role("heading", name="Thông tin về văn bản").hover()
    page.clock.run_for(301)
    expect(preview(page)).to_be_hidden()


def test_it_goes_when_the_pointer_goes_on_within_the_text(decision: Page) -> None:
    citation(decision, PROGRAMME).hover()
    expect(preview(decision)).to_be_visible()
    decision.get_by_text("QUYẾT ĐỊNH:").hover()
    expect(preview(decision)).to_be_hidden()


def test_the_pointers_next_citation_takes_its_place(decision: Page) -> None:
    citation(decision, DIRECTIVE).hover()
    expect(preview(decision)).to_contain_text("01/CT-TTg")
    citation(decision, "Quyết định số 714/QĐ-TTg").hover()
    expect(preview(decision)).to_contain_text("714/QĐ-TTg")


def test_escape_closes_it_though_the_pointer_rests(page: Page, address: str) -> None:
    page.clock.install()
    page.goto(f"{address}{DECISION}")
    citation(page, PROGRAMME).hover()
    page.clock.run_for(301)
    expect(preview(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(preview(page)).to_be_hidden()
    page.clock.run_for(60_000)
    expect(preview(page)).to_be_hidden()


def test_a_click_follows_the_citation(decision: Page) -> None:
    citation(decision, PROGRAMME).click()
    expect(decision).to_have_url(re.compile("/can-cu/749-qd-ttg-2020/$"))


# By keyboard


def test_focus_shows_it_tab_goes_through_it_and_escape_gives_the_focus_back(decision: Page) -> None:
    decision.keyboard.press("Tab")  # from here on it is the keyboard
    link = citation(decision, LAPSED)
    link.focus()
    expect(preview(decision)).to_be_visible()

    decision.keyboard.press("Tab")
    expect(preview(decision).get_by_role("link", name="Mở trang")).to_be_focused()
    decision.keyboard.press("Tab")
    expect(preview(decision).get_by_role("link", name="Văn bản chính thức")).to_be_focused()

    decision.keyboard.press("Escape")
    expect(link).to_be_focused()
    expect(preview(decision)).to_be_hidden()


def test_it_closes_when_the_focus_goes_on(decision: Page) -> None:
    decision.keyboard.press("Tab")
    citation(decision, PROGRAMME).focus()
    expect(preview(decision)).to_be_visible()
    decision.get_by_role("button", name="Chép liên kết").focus()
    expect(preview(decision)).to_be_hidden()


def test_enter_follows_the_citation(decision: Page) -> None:
    decision.keyboard.press("Tab")
    citation(decision, PROGRAMME).focus()
    decision.keyboard.press("Enter")
    expect(decision).to_have_url(re.compile("/can-cu/749-qd-ttg-2020/$"))


# By finger, at 360 px


def test_a_first_tap_shows_it_within_the_screen_and_its_link_leads_on(phone: Page) -> None:
    citation(phone, LAPSED).tap()
    shown = preview(phone)
    expect(shown).to_contain_text("hết hiệu lực toàn bộ")
    expect(shown).to_be_focused()
    expect(phone).to_have_url(re.compile(f"{DECISION}$"))
    box = shown.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360

    shown.get_by_role("link", name="Mở trang").tap()
    expect(phone).to_have_url(re.compile("/can-cu/77-2015-qh13/$"))


def test_a_second_tap_follows_the_citation(phone: Page) -> None:
    citation(phone, PROGRAMME).tap()
    expect(preview(phone)).to_be_visible()
    citation(phone, PROGRAMME).tap()
    expect(phone).to_have_url(re.compile("/can-cu/749-qd-ttg-2020/$"))


def test_a_tap_elsewhere_closes_it(phone: Page) -> None:
    citation(phone, LAPSED).tap()
    expect(preview(phone)).to_be_visible()
    phone.get_by_role("heading", name="QUYẾT ĐỊNH").tap()
    expect(preview(phone)).to_be_hidden()


def test_where_the_works_page_cannot_be_read_a_tap_follows_the_citation(phone: Page) -> None:
    phone.route(
        "**/can-cu/**",
        lambda route: route.abort() if route.request.resource_type == "fetch" else route.continue_(),
    )
    citation(phone, PROGRAMME).tap()
    expect(phone).to_have_url(re.compile("/can-cu/749-qd-ttg-2020/$"))


# What is told of the text itself


def test_a_slip_in_the_signed_text_is_told_at_its_place(decision: Page) -> None:
    link = citation(decision, SLIP)
    assert link.evaluate("link => getComputedStyle(link, '::after').content") == '"ghi chú của trang"'
    link.hover()
    expect(preview(decision)).to_contain_text("giữ như bản đã ký")
    meant = preview(decision).get_by_role("link", name="Quyết định số 4216/QĐ-UBND")
    expect(meant).to_have_attribute("href", re.compile("/can-cu/4216-qd-ubnd-2020/$"))


def test_a_provision_of_the_document_is_shown_in_its_own_words(decision: Page) -> None:
    citation(decision, "Điều 1 Quyết định này").hover()
    expect(preview(decision)).to_contain_text("Phê duyệt Đề cương Đề án đẩy mạnh")


def test_lapsed_works_are_told_apart_without_a_click_and_no_word_is_added(decision: Page) -> None:
    link = citation(decision, LAPSED)
    assert link.evaluate("link => getComputedStyle(link, '::after').content") == '"hết hiệu lực"'
    assert link.inner_text() == LAPSED
    assert (
        citation(decision, PROGRAMME).evaluate("link => getComputedStyle(link, '::after').content") == "none"
    )


def test_citations_are_underlined_not_only_coloured(decision: Page) -> None:
    style = citation(decision, PROGRAMME).evaluate("link => getComputedStyle(link).textDecorationLine")
    assert style == "underline"


def test_an_open_preview_is_not_printed(decision: Page) -> None:
    citation(decision, LAPSED).hover()
    expect(preview(decision)).to_be_visible()
    decision.emulate_media(media="print")
    expect(decision.locator(".xem-truoc")).to_be_hidden()
    assert citation(decision, LAPSED).evaluate("link => getComputedStyle(link, '::after').content") == "none"


def test_what_another_page_says_is_shown_as_text(decision: Page) -> None:
    hostile = (
        "<title>&lt;img src=x onerror=alert(1)&gt; | A</title>"
        "<dl><div><dt>Ngày ban hành</dt> <dd>&lt;b&gt;</dd></div></dl>"
    )
    decision.route("**/can-cu/**", lambda route: route.fulfill(content_type="text/html", body=hostile))
    citation(decision, PROGRAMME).hover()
    expect(preview(decision)).to_contain_text("<img src=x onerror=alert(1)>")
    expect(preview(decision)).to_contain_text("Ngày ban hành: <b>")
    assert preview(decision).locator("img, b, script").count() == 0


def test_pages_without_citations_load_nothing_of_it(page: Page, address: str) -> None:
    for path in ("", "can-cu/", "can-cu/749-qd-ttg-2020/", "tim-kiem/"):
        page.goto(f"{address}{path}")
        assert page.locator("script[src*=xem-truoc], link[href*=vien-dan]").count() == 0, path


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    """A page whose reader runs no scripts."""
    with reader(browser, java_script_enabled=False) as page:
        yield page


def test_without_a_script_citations_lead_on_and_the_note_stands_in_the_panel(
    plain: Page, address: str
) -> None:
    plain.goto(f"{address}{DECISION}")
    assert plain.locator(".xem-truoc").count() == 0

    citation(plain, SLIP).click()
    expect(plain).to_have_url(re.compile("#ghi-chu-1$"))
    expect(plain.locator("#ghi-chu-1")).to_be_in_viewport()
    expect(plain.locator("#ghi-chu-1")).to_contain_text("Văn bản được hiểu là Quyết định số 4216/QĐ-UBND.")
    plain.get_by_role("link", name="Trở lại chỗ viện dẫn").click()
    expect(citation(plain, SLIP)).to_be_in_viewport()

    citation(plain, PROGRAMME).click()
    expect(plain).to_have_url(re.compile("/can-cu/749-qd-ttg-2020/$"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("text", [LAPSED, SLIP])
def test_an_open_preview_breaks_no_rule(
    text: str, width: int, scheme: Scheme, address: str, browser: Browser
) -> None:
    with reader(browser, {"width": width, "height": 800}, scheme, reduced_motion="reduce") as page:
        page.goto(f"{address}{DECISION}")
        citation(page, text).hover()
        expect(preview(page)).to_be_visible()

        assert axe.faults(page) == []
