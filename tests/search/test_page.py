"""The search page in a real browser: what people type, what they get, and how they narrow it."""

from collections.abc import Callable
from unicodedata import normalize

import pytest
from playwright.sync_api import Page, expect

from scripts.bench.collection import Query
from tests.axe import faults

DECISION_2021 = "quyet-dinh/2021/de-cuong-de-an-vien-thong-cntt-2021-2025/"
DECISION_2024 = "quyet-dinh/2024/de-cuong-de-an-trung-tam-cntt-tt-2025-2030/"
OUTLINE_2021 = "de-cuong/2021/de-an-vien-thong-cntt-2021-2025/"
PROVINCE = "co-quan/ubnd-tinh-thanh-hoa/"
OFFICE = "co-quan/so-thong-tin-va-truyen-thong/"


def ask(page: Page, address: str, typed: str) -> list[str]:
    """Type into the search page and give the addresses of the results, in order."""
    page.goto(f"{address}tim-kiem/")
    box = page.get_by_role("main").get_by_role("searchbox")
    box.fill(typed)
    box.press("Enter")
    finished(page, typed)
    return addresses(page)


def finished(page: Page, typed: str) -> None:
    expect(page.locator("[data-tim-ket-qua]")).to_have_attribute("data-xong", typed)


def addresses(page: Page) -> list[str]:
    links = page.get_by_role("list", name="Kết quả tìm kiếm").get_by_role("link")
    found: list[str] = links.evaluate_all("links => links.map(link => link.getAttribute('href'))")
    return [address.removeprefix("/") for address in found]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("quyet dinh phe duyet de cuong vien thong", DECISION_2021),
        ("QUYẾT ĐỊNH PHÊ DUYỆT ĐỀ CƯƠNG VIỄN THÔNG", DECISION_2021),
        (normalize("NFD", "quyết định phê duyệt đề cương viễn thông"), DECISION_2021),
        ("khoan 1 dieu 2 vien thong", f"{DECISION_2021}#dieu-2-khoan-1"),
        ("Khoản 1 Điều 2 viễn thông", f"{DECISION_2021}#dieu-2-khoan-1"),
        ("so tttt thanh hoa", OFFICE),
        ("sở thông tin và truyền thông", OFFICE),
        ("ubnd tinh thanh hoa", PROVINCE),
        ("uỷ ban nhân dân tỉnh thanh hoá", PROVINCE),
        ("ủy ban nhân dân tỉnh thanh hóa", PROVINCE),
        ("749/qd-ttg", "can-cu/749-qd-ttg-2020/"),
        ("qd 749", "can-cu/749-qd-ttg-2020/"),
        ("dieu 3 nd 30/2020", "can-cu/30-2020-nd-cp/"),
        ("mạng thông tin di động 5G", f"{OUTLINE_2021}#muc-iv-khoan-1"),
        ("qd749", "can-cu/749-qd-ttg-2020/"),
        ("749qdttg", "can-cu/749-qd-ttg-2020/"),
        ("chỉ thị 1/2020", "can-cu/01-ct-ttg-2020/"),
        ("sở TT&TT", OFFICE),
        ("so tt va tt thanh hoa", OFFICE),
        ("văn phòng uỷ ban tỉnh Thanh Hoá", "co-quan/van-phong-ubnd-tinh-thanh-hoa/"),
        ("qd phe duyet de cuong vien thong", DECISION_2021),
        ("đề án đẩy mạnh ứng dụng và phát triển viễn thông Thanh Hóa", DECISION_2021),
    ],
)
def test_what_people_type_leads_to_the_right_place_first(
    page: Page, violations: list[str], address: str, typed: str, first: str
) -> None:
    assert ask(page, address, typed)[0].startswith(first)
    assert violations == []


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("quyết định phê duyệt đề cương viễn thông", DECISION_2021),
        ("khoản 1 điều 2 viễn thông", f"{DECISION_2021}#dieu-2-khoan-1"),
        ("sở TTTT Thanh Hóa", OFFICE),
        ("749/QĐ-TTg", "can-cu/749-qd-ttg-2020/"),
        ("ủy ban nhân dân tỉnh Thanh Hóa", PROVINCE),
    ],
)
def test_every_spelling_of_a_query_leads_to_the_same_place(
    page: Page, address: str, typed: str, first: str
) -> None:
    found = {name: ask(page, address, text)[0] for name, text in Query(typed, ()).variants()}
    assert {name: one.partition("#")[0] for name, one in found.items()} == dict.fromkeys(
        found, first.partition("#")[0]
    )
    assert all(one.endswith(first) for one in found.values() if "#" in first)


def test_with_marks_typed_what_has_the_same_marks_comes_first(page: Page, address: str) -> None:
    marked = ask(page, address, "sở tư pháp")
    assert marked[0].startswith("co-quan/so-tu-phap/")
    expect(page.locator(".kq mark").first).to_have_text("Sở Tư pháp")


def test_words_that_stand_together_come_before_words_that_only_occur(page: Page, address: str) -> None:
    for typed in ("thanh hoá", "thanh hoa"):
        ask(page, address, typed)
        first = page.get_by_role("list", name="Kết quả tìm kiếm").get_by_role("listitem").first
        expect(first.get_by_role("link")).to_contain_text("Thanh Hóa")


def test_a_wrong_letter_is_forgiven_and_said_where_nothing_matches(page: Page, address: str) -> None:
    assert ask(page, address, "vien thomg")[0].startswith(DECISION_2021)
    expect(page.get_by_role("status").first).to_contain_text("Không thấy “vien thomg”")


def test_telex_that_no_keyboard_turned_into_vietnamese_is_understood(page: Page, address: str) -> None:
    found = ask(page, address, "phee duyeetj ddeef cuwowng vieenx thoong")
    assert found[0].startswith(DECISION_2021)
    expect(page.get_by_role("status").first).to_contain_text("phe duyet de cuong vien thong")


def test_where_no_page_has_most_words_the_nearest_are_offered_as_such(page: Page, address: str) -> None:
    for typed in ("9999/QĐ-UBND viễn thông", "trồng xoài viễn thông", "viễn thông 9999"):
        assert ask(page, address, typed)[0].startswith(DECISION_2021)
        expect(page.get_by_role("status").first).to_contain_text(f"Không trang nào có đủ “{typed}”. Gần nhất")


@pytest.mark.parametrize("typed", ["tàu ngầm hạt nhân", "9999/QĐ-UBND", "<script>", "???", "..", '""'])
def test_what_is_nowhere_is_not_replaced_by_something_else(page: Page, address: str, typed: str) -> None:
    assert ask(page, address, typed) == []


def test_a_phrase_in_quotes_is_found_whole_or_not_at_all(page: Page, address: str) -> None:
    assert ask(page, address, '"bang thong rong"')[0].startswith(OUTLINE_2021)
    assert ask(page, address, '"rộng băng thông"') == []


def test_a_number_cited_in_a_text_finds_who_cites_it_in_every_form(page: Page, address: str) -> None:
    whole = dict.fromkeys(("749/QĐ-TTg", "749/qd-ttg", "749 qd ttg"), "749/QĐ-TTg")
    for typed, shown in (whole | {"qd 749": "749/QĐ"}).items():
        assert any(found.startswith(DECISION_2021) for found in ask(page, address, typed)), typed
        citing = page.get_by_role("listitem").filter(has_text="Phê duyệt Đề cương Đề án đẩy mạnh")
        expect(citing.locator("mark").filter(has_text=shown)).to_be_visible()


def test_the_result_says_where_it_was_found_and_marks_the_words(page: Page, address: str) -> None:
    ask(page, address, "bang thong rong co dinh")
    first = page.get_by_role("list", name="Kết quả tìm kiếm").get_by_role("listitem").first
    expect(first).to_contain_text("Đề cương")
    expect(first).to_contain_text("năm 2021")
    expect(first).to_contain_text("Khoản 1 mục IV")
    expect(first.locator("mark").last).to_have_text("băng thông rộng cố định")


def test_choosing_a_year_and_a_kind_narrows_and_stands_in_the_address(page: Page, address: str) -> None:
    everything = ask(page, address, "vien thong")
    page.get_by_role("checkbox", name="2021").check()
    page.get_by_role("checkbox", name="Quyết định").check()
    expect(page.get_by_role("status").first).to_contain_text("1 kết quả")
    assert [found.partition("#")[0] for found in addresses(page)] == [DECISION_2021]
    assert len(everything) > 1
    sent = page.url
    assert "nam=2021" in sent
    page.goto("about:blank")
    page.goto(sent)
    finished(page, "vien thong")
    assert [found.partition("#")[0] for found in addresses(page)] == [DECISION_2021]
    page.get_by_role("button", name="Bỏ hết bộ lọc").click()
    expect(page.get_by_role("status").first).to_contain_text(f"{len(everything)} kết quả")


def values(page: Page, name: str) -> list[tuple[str, int]]:
    """Give the values of a property that the page offers, with how many results have each."""
    rows = page.locator(f"[data-loc^='{name} ']").locator("..")
    texts = [text.replace("\n", " ").rstrip(") ").rsplit("(", 1) for text in rows.all_inner_texts()]
    return [(value.strip(), int(count)) for value, count in texts]


def test_kinds_stand_in_the_order_of_the_site(page: Page, address: str) -> None:
    ask(page, address, "vien thong")
    names = [value for value, _ in values(page, "kind")]
    assert names == ["Quyết định", "Đề cương", "Căn cứ", "Hướng dẫn"]


def test_the_back_button_leads_to_the_search_before(page: Page, address: str) -> None:
    ask(page, address, "vien thong")
    page.get_by_role("checkbox", name="2021").check()
    expect(page.get_by_role("status").first).to_contain_text("3 kết quả")
    page.go_back()
    expect(page.get_by_role("checkbox", name="2021")).not_to_be_checked()
    expect(page.get_by_role("status").first).not_to_contain_text("3 kết quả")
    page.go_forward()
    expect(page.get_by_role("checkbox", name="2021")).to_be_checked()


def test_counts_say_what_choosing_a_value_will_leave(page: Page, address: str) -> None:
    ask(page, address, "thanh hoa")
    for name in ("kind", "year", "issuer", "field", "status"):
        for value, count in values(page, name):
            page.locator(f"[data-loc='{name} {value}']").click()
            expect(page.get_by_role("status").first).to_have_text(f"{count} kết quả cho “thanh hoa”.")
            page.get_by_role("button", name="Bỏ hết bộ lọc").click()
            expect(page.get_by_role("button", name="Bỏ hết bộ lọc")).to_have_count(0)


def test_a_provision_that_was_asked_for_has_no_marks_on_half_of_a_pair(page: Page, address: str) -> None:
    ask(page, address, "khoan 1 dieu 2 vien thong")
    first = page.get_by_role("list", name="Kết quả tìm kiếm").get_by_role("listitem").first
    expect(first.get_by_role("link").locator("mark")).to_have_text("viễn thông")
    expect(first.get_by_role("paragraph").last).to_contain_text("Truyền thông")
    expect(first.get_by_role("paragraph").last.locator("mark")).to_have_count(0)


def test_by_date_the_newest_comes_first(page: Page, address: str) -> None:
    ask(page, address, "phe duyet de cuong")
    page.get_by_role("radio", name="Mới nhất").check()
    page.wait_for_url("**xep=ngay**")
    assert addresses(page)[0].startswith((DECISION_2024, "de-cuong/2024/"))


def test_the_empty_box_shows_the_newest_documents(page: Page, address: str) -> None:
    found = ask(page, address, "")
    assert {one.partition("#")[0] for one in found[:2]} == {
        DECISION_2024,
        "de-cuong/2024/de-an-trung-tam-cntt-tt-2025-2030/",
    }


def test_nothing_found_offers_what_to_do(page: Page, address: str) -> None:
    assert ask(page, address, "xyzabcq") == []
    expect(page.get_by_role("status").first).to_contain_text("Không có kết quả")
    expect(page.get_by_role("main").get_by_role("link", name="Quyết định").first).to_be_visible()


@pytest.mark.parametrize("key", ["/", "Control+k"])
def test_a_key_leads_to_the_box_from_any_page(page: Page, address: str, key: str) -> None:
    page.goto(f"{address}gioi-thieu/")
    page.keyboard.press(key)
    box = page.get_by_role("banner").get_by_role("combobox")
    expect(box).to_be_focused()
    box.type("vien thong")
    box.press("Enter")
    finished(page, "vien thong")
    assert addresses(page)[0].startswith(DECISION_2021)


def test_other_pages_load_one_small_script_of_the_search(page: Page, address: str) -> None:
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url.removeprefix(address)))
    page.goto(address)
    page.wait_for_load_state("networkidle")
    ours = [url for url in fetched if "tim-kiem" in url and url.endswith(".js")]
    assert len(ours) == 1
    assert not any("chi-muc" in url for url in fetched)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_with_results_is_accessible(page: Page, address: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    ask(page, address, "vien thong")
    assert faults(page) == []


def test_without_a_script_the_page_says_so_and_offers_the_lists(
    onlooker: Callable[..., Page], address: str
) -> None:
    bare = onlooker(java_script_enabled=False)
    bare.goto(f"{address}tim-kiem/?q=vien+thong")
    expect(bare.get_by_text("cần JavaScript")).to_be_visible()
    expect(bare.get_by_role("main").get_by_role("link", name="Quyết định").first).to_be_visible()


def test_every_result_stands_in_the_site(page: Page, address: str) -> None:
    found = ask(page, address, "thanh hoa")
    assert found
    for one in {found_at.partition("#")[0] for found_at in found}:
        assert page.request.get(f"{address}{one}").ok, one
