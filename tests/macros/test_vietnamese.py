import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros import vietnamese as module
from macros.vietnamese import (
    POINT_LETTERS,
    date_in_words,
    fold,
    format_date,
    grouped_digits,
    is_capitals,
    nearest,
    nfc,
    parse_date,
    roman,
    roman_value,
    sentence_case,
    slug,
)

LETTERS = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
vietnamese = st.text(LETTERS + LETTERS.upper() + " -/.,0123456789")


def test_the_letters_of_its_own_are_those_of_the_alphabet_that_ascii_has_not_and_the_plain_vowels() -> None:
    assert len(module.LETTERS) == 146
    assert {letter for letter in LETTERS + LETTERS.upper() if not letter.isascii()} < module.LETTERS
    assert {letter for letter in module.LETTERS if letter.isascii()} == set("aeiouyAEIOUY")


def test_points_go_through_the_alphabet_with_dd_after_d_and_without_letters_that_only_carry_marks() -> None:
    assert "".join(POINT_LETTERS) == "abcdđeghiklmnopqrstuvxy"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Uỷ ban nhân dân tỉnh Thanh Hoá", "uy ban nhan dan tinh thanh hoa"),
        ("Ủy ban nhân dân tỉnh Thanh Hóa", "uy ban nhan dan tinh thanh hoa"),
        ("ỦY BAN NHÂN DÂN TỈNH THANH HÓA", "uy ban nhan dan tinh thanh hoa"),
        ("  Đề  cương\n\tĐề án ", "de cuong de an"),
        (unicodedata.normalize("NFD", "Trưởng phòng Đường bộ"), "truong phong duong bo"),
        ("12/QĐ-UBND", "12/qd-ubnd"),
        ("", ""),
    ],
)
def test_folding_leaves_plain_words_whatever_marks_capitals_and_tone_places_are_used(
    text: str, folded: str
) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_what_is_folded_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(vietnamese)
def test_composed_and_decomposed_letters_fold_alike(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(nfc(text))


@given(vietnamese)
def test_a_folded_text_has_no_letter_beyond_the_plain_ones(text: str) -> None:
    assert fold(text).isascii()


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Điều 1. Phê duyệt", "dieu-1-phe-duyet"),
        ("12/QĐ-UBND", "12-qd-ubnd"),
        ("Trung tâm CNTT&TT Thanh Hóa", "trung-tam-cntt-tt-thanh-hoa"),
        ("  --  ", ""),
        ("đ", "d"),
    ],
)
def test_a_slug_keeps_every_letter_and_joins_words_by_hyphens(text: str, address: str) -> None:
    assert slug(text) == address


def test_a_slug_takes_the_separator_that_the_table_of_contents_asks_for() -> None:
    assert slug("Điều 1. Phê duyệt", "_") == "dieu_1_phe_duyet"


@given(st.text())
def test_a_slug_is_a_word_of_an_address_and_its_own_slug(text: str) -> None:
    written = slug(text)
    assert set(written) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert not written.startswith("-")
    assert not written.endswith("-")
    assert slug(written) == written


@pytest.mark.parametrize(
    ("number", "numeral"),
    [
        (1, "I"),
        (2, "II"),
        (3, "III"),
        (4, "IV"),
        (5, "V"),
        (6, "VI"),
        (9, "IX"),
        (14, "XIV"),
        (19, "XIX"),
        (40, "XL"),
        (49, "XLIX"),
        (90, "XC"),
        (99, "XCIX"),
        (399, "CCCXCIX"),
    ],
)
def test_roman_numerals_are_written_as_on_paper(number: int, numeral: str) -> None:
    assert roman(number) == numeral


def test_every_roman_numeral_is_read_back_as_its_number() -> None:
    assert [roman_value(roman(number)) for number in range(1, 400)] == list(range(1, 400))


@pytest.mark.parametrize("numeral", ["", "IIII", "VV", "VX", "IC", "IVI", "ii", "1", "I I", "Ⅱ", "І"])
def test_what_is_no_well_formed_roman_numeral_has_no_value(numeral: str) -> None:
    assert roman_value(numeral) is None


@given(st.text("IVXLC", max_size=9))
def test_a_roman_numeral_has_a_value_only_if_that_value_is_written_so(numeral: str) -> None:
    value = roman_value(numeral)
    assert value is None or roman(value) == numeral


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("07/01/2021", date(2021, 1, 7)),
        ("7/1/2021", date(2021, 1, 7)),
        (" 07-3-2019 ", date(2019, 3, 7)),
        ("19.5.2015", date(2015, 5, 19)),
        ("29/02/2024", date(2024, 2, 29)),
        ("29/02/2023", None),
        ("31/11/2025", None),
        ("20/11/20225", None),
        ("00/01/2021", None),
        ("01/01/0000", None),
        ("01/01/21", None),
        ("2021-01-07", None),
        ("ngày 07 tháng 01 năm 2021", None),
        ("", None),
    ],
)
def test_a_date_is_read_as_staff_write_it_and_only_if_the_day_exists(text: str, day: date | None) -> None:
    assert parse_date(text) == day


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_date_that_is_written_is_read_back_as_the_same_day(day: date) -> None:
    assert parse_date(format_date(day)) == day


@given(st.text())
def test_reading_a_date_never_fails(text: str) -> None:
    parse_date(text)


@pytest.mark.parametrize(
    ("day", "short", "words"),
    [
        (date(2020, 3, 5), "05/3/2020", "ngày 05 tháng 3 năm 2020"),
        (date(2021, 1, 7), "07/01/2021", "ngày 07 tháng 01 năm 2021"),
        (date(2024, 2, 28), "28/02/2024", "ngày 28 tháng 02 năm 2024"),
        (date(2020, 10, 6), "06/10/2020", "ngày 06 tháng 10 năm 2020"),
    ],
)
def test_days_under_ten_and_the_first_two_months_are_written_with_a_zero_and_others_without(
    day: date, short: str, words: str
) -> None:
    assert format_date(day) == short
    assert date_in_words(day) == words


def test_a_sentence_begins_with_a_capital_and_keeps_its_others() -> None:
    assert sentence_case("đề án của UBND tỉnh") == "Đề án của UBND tỉnh"
    assert sentence_case("") == ""


@pytest.mark.parametrize(
    ("value", "known", "found"),
    [
        ("vien thong", ["Viễn thông", "Nội vụ"], "Viễn thông"),
        ("Viên thôg", ["Viễn thông", "Nội vụ"], "Viễn thông"),
        ("Y tế", ["Viễn thông", "Nội vụ"], None),
        ("Viễn thông", [], None),
    ],
)
def test_the_nearest_known_value_is_found_whatever_its_marks(
    value: str, known: list[str], found: str | None
) -> None:
    assert nearest(value, known) == found


@pytest.mark.parametrize(
    ("text", "capitals"),
    [
        ("TỔ CHỨC THỰC HIỆN", True),
        ("ĐÁNH GIÁ CNTT&TT 2020 – 2024", True),
        ("Tổ chức thực hiện", False),
        ("CÁC mục tiêu", False),
        ("2020 - 2024", False),
        ("", False),
    ],
)
def test_a_line_of_capitals_has_letters_and_no_small_one(text: str, capitals: bool) -> None:  # noqa: FBT001
    assert is_capitals(text) is capitals


@pytest.mark.parametrize(
    ("number", "written"), [(0, "0"), (999, "999"), (1424, "1.424"), (1234567, "1.234.567")]
)
def test_numbers_have_a_dot_between_thousands(number: int, written: str) -> None:
    assert grouped_digits(number) == written
