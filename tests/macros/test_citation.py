import datetime
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.citation import Citation, find, find_in_markdown, write

SENTENCE = "Theo khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về văn thư;"


def only(text: str) -> Citation:
    [found] = find(text)
    return found


def test_a_citation_says_all_that_is_printed() -> None:
    assert only(SENTENCE) == Citation(
        start=5,
        end=85,
        text="khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ",
        type="Nghị định",
        number="30/2020/NĐ-CP",
        date=datetime.date(2020, 3, 5),
        issuer="Chính phủ",
        title=None,
        year=None,
        provision="khoản 2 Điều 5",
        relative=False,
        printed_date="05 tháng 3 năm 2020",
        printed_number="30/2020/NĐ-CP",
        faults=(),
    )


def test_spans_fit_the_text_as_given_in_decomposed_letters() -> None:
    text = unicodedata.normalize("NFD", SENTENCE)
    found = only(text)
    assert text[found.start : found.end] == found.text
    assert unicodedata.normalize("NFC", found.text) == only(SENTENCE).text
    assert (found.number, found.issuer, found.faults) == ("30/2020/NĐ-CP", "Chính phủ", ())


def test_invisible_letters_are_counted_but_not_read() -> None:
    text = "Theo Nghị định số 30/2020/NĐ\u00ad-CP\u200b."
    found = only(text)
    assert found.text == "Nghị định số 30/2020/NĐ\u00ad-CP"
    assert found.number == "30/2020/NĐ-CP"


@pytest.mark.parametrize(
    ("text", "number", "codes"),
    [
        ("Nghị định số 40/2026/NĐ-СР", "40/2026/NĐ-CP", ["look-alike-letter"]),
        ("Nghị định số 121/2021/NÐ-CP", "121/2021/NĐ-CP", ["look-alike-letter"]),
        ("Thông báo số 99- TB/TW", "99-TB/TW", ["space-in-number"]),
        ("Tờ trình số 35/TTr-\nSTTTT", "35/TTr-STTTT", []),
        ("Nghị định số 30/2020/NĐ-CP", "30/2020/NĐ-CP", []),
        ("Quyết định số 12/QĐ-UBND ngày 31 tháng 11 năm 2025", "12/QĐ-UBND", ["impossible-date"]),
        ("Quyết định số 12/QĐ-UBND ngày 20/11/20225", "12/QĐ-UBND", ["impossible-date"]),
    ],
)
def test_what_is_badly_written_is_read_and_reported(text: str, number: str, codes: list[str]) -> None:
    found = only(text)
    assert (found.number, [fault.code for fault in found.faults]) == (number, codes)


@pytest.mark.parametrize(
    "written",
    [
        "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ",
        "điểm a khoản 2 Điều 5 Luật Đất đai số 31/2024/QH15",
        "Luật Đất đai năm 2013",
        "khoản 2 Điều này",
        "Điều 1 Quyết định này",
        "Kết luận số 62-KL/TW của Bộ Chính trị (khóa XIII)",
    ],
)
def test_writing_a_citation_undoes_reading_it(written: str) -> None:
    assert write(only(written)) == written


ISSUED = {
    "Nghị định": ("{}/{}/NĐ-CP", ["Chính phủ"]),
    "Thông tư": ("{}/{}/TT-BTC", ["Bộ trưởng Bộ Tài chính", "Bộ Tài chính"]),
    "Quyết định": (
        "{}/QĐ-UBND",
        ["UBND tỉnh Thanh Hóa", "Ủy ban nhân dân thành phố Cần Thơ", "Chủ tịch UBND tỉnh"],
    ),
    "Nghị quyết": ("{}-NQ/TW", ["Bộ Chính trị", "Ban Chấp hành Trung ương Đảng (khóa XII)"]),
    "Công văn": ("{}/STTTT-CNTT", ["Sở Thông tin và Truyền thông"]),
    "Thông tư liên tịch": ("{}/{}/TTLT-BYT-BTC", ["Bộ Y tế và Bộ Tài chính", "Bộ Y tế, Bộ Tài chính"]),
}
DATES = (
    "{0.day:02}/{0.month}/{0.year}",
    "{0.day}/{0.month}/{0.year}",
    "{0.day:02}-{0.month:02}-{0.year}",
    "{0.day}.{0.month}.{0.year}",
    "{0.day:02} tháng {0.month:02} năm {0.year}",
    "{0.day} tháng {0.month}\nnăm {0.year}",
)
AFTER = (
    " về việc ban hành kế hoạch",
    ";",
    ".",
    " và các quy định khác",
    ") quy định chi tiết",
    " sửa đổi một số điều",
    "",
)


@given(
    st.sampled_from([(type_, issuer) for type_, (_, issuers) in ISSUED.items() for issuer in issuers]),
    st.integers(1, 9999),
    st.dates(datetime.date(1946, 1, 1), datetime.date(2099, 12, 31)),
    st.sampled_from(DATES),
    st.sampled_from(AFTER),
    st.sampled_from([(0, 1, 2), (2, 0, 1), (0, 2, 1), (1, 2, 0)]),
)
def test_every_form_of_date_number_and_issuer_gives_the_same_values(
    work: tuple[str, str], serial: int, day: datetime.date, form: str, after: str, order: tuple[int, ...]
) -> None:
    type_, issuer = work
    number = ISSUED[type_][0].format(f"{serial:02}", day.year)
    parts = (f"số {number}", f"ngày {form.format(day)}", f"của {issuer}")
    text = " ".join([type_, *(parts[place] for place in order)])
    found = only(f"Căn cứ {text}{after}")
    assert found.text == text
    assert (found.type, found.number, found.date, found.issuer) == (type_, number, day, issuer)


@pytest.mark.parametrize(
    "text",
    [
        "Theo Nghị định số **30/2020/NĐ-CP** ngày 05/3/2020 của Chính phủ.",
        "Theo **Nghị định** số 30/2020/NĐ-CP ngày *05/3/2020* của Chính phủ.",
        "* Theo **Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ**.",
        "Theo Nghị định số 30/**2020**/NĐ-CP ngày 05/3/**2020** của ***Chính phủ***.",
    ],
)
def test_signs_of_emphasis_are_read_over_and_spans_fit(text: str) -> None:
    (found,) = find_in_markdown(text)
    assert (found.type, found.number, found.issuer) == ("Nghị định", "30/2020/NĐ-CP", "Chính phủ")
    assert found.date == datetime.date(2020, 3, 5)
    assert text[found.start : found.end] == found.text
    assert (found.printed_number, found.printed_date, found.faults) == ("30/2020/NĐ-CP", "05/3/2020", ())


def test_without_emphasis_markdown_is_any_text() -> None:
    text = "Theo Nghị định số 30/2020/NĐ-CP."
    assert find_in_markdown(text) == find(text)
