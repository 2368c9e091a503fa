"""Numbers and symbols: their parts, what their codes stand for, and when two are the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.symbol import Symbol, canonical, issuers_of, key_of, read

PARTS = [
    ("30/2020/NĐ-CP", Symbol("30", 2020, "NĐ", ("CP",))),
    ("749/QĐ-TTg", Symbol("749", None, "QĐ", ("TTG",))),
    ("52-NQ/TW", Symbol("52", None, "NQ", ("TW",))),
    ("72/2025/QH15", Symbol("72", 2025, "", ("QH15",))),
    ("66.14/2026/NQ-CP", Symbol("66.14", 2026, "NQ", ("CP",))),
    ("01/2011/TTLT-BNV-VPCP", Symbol("1", 2011, "TTLT", ("BNV", "VPCP"))),
    ("2523/QĐ/BGD&ĐT-KHTC", Symbol("2523", None, "QĐ", ("BGDĐT", "KHTC"))),
    ("45/SNV-VTLT", Symbol("45", None, "", ("SNV", "VTLT"))),
    ("03/VBHN-VPQH", Symbol("3", None, "VBHN", ("VPQH",))),
    ("305/2025", Symbol("305", 2025, "", ())),
    ("2554", Symbol("2554", None, "", ())),
    ("40/2026/NĐ-СР", Symbol("40", 2026, "NĐ", ("CP",))),
    ("99- TB/TW", Symbol("99", None, "TB", ("TW",))),
]


@pytest.mark.parametrize(("number", "parts"), PARTS, ids=[number for number, _ in PARTS])
def test_a_number_is_read_into_its_parts(number: str, parts: Symbol) -> None:
    assert read(number) == parts


@pytest.mark.parametrize("text", ["", "NĐ-CP", "/QĐ-UBND", "không số"])
def test_what_has_no_digits_in_front_is_no_number(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("30/2020/NĐ-CP", "30/2020/nđ-cp"),
        ("30/2020/NĐ-CP", "30/2020/ND-CP"),
        ("30/2020/NĐ-CP", "30/2020/NÐ-CP"),
        ("01/CT-TTg", "1/CT-TTg"),
        ("52-NQ/TW", "52/NQ-TW"),
        ("07/2025/NĐ-СР", "07/2025/NĐ-CP"),
        ("12/QĐ-BGD&ĐT", "12/QĐ-BGDĐT"),
        ("8376 /VBHN-BTP", "8376/VBHN-BTP"),
    ],
)
def test_two_writings_of_a_number_have_one_key(first: str, second: str) -> None:
    assert key_of(first) == key_of(second)


@pytest.mark.parametrize(
    ("first", "second"),
    [("4126/QĐ-UBND", "4216/QĐ-UBND"), ("10/CT-TTg", "1/CT-TTg"), ("66.14/NQ-CP", "6614/NQ-CP")],
)
def test_two_numbers_have_two_keys(first: str, second: str) -> None:
    assert key_of(first) != key_of(second)


@pytest.mark.parametrize(
    ("number", "type_", "allowed"),
    [
        ("30/2020/NĐ-CP", "Nghị định", True),
        ("30/2020/NĐ-CP", "Nghị quyết", False),
        ("72/2025/QH15", "Luật", True),
        ("55/2010/QH12", "Nghị quyết", True),
        ("72/2025/QH15", "Nghị định", False),
        ("374/BC-BCT", "Tờ trình", False),
        ("6640/TT-STC", "Tờ trình", True),
        ("75/2012/TTLT-BTC-BXD", "Thông tư", True),
        ("75/2012/TTLT-BTC-BXD", "Nghị định", False),
        ("45/SNV-VTLT", "Công văn", True),
        ("5435/CT-NVT", "Công văn", True),
        ("3169/TTr-STP", "Văn bản", True),
    ],
)
def test_the_code_tells_the_type(number: str, type_: str, *, allowed: bool) -> None:
    found = read(number)
    assert found
    assert found.allows_type(type_) is allowed


@pytest.mark.parametrize(
    ("number", "issuers"),
    [
        ("30/2020/NĐ-CP", ("Chính phủ",)),
        ("72/2025/QH15", ("Quốc hội",)),
        ("01/2011/TTLT-BNV-VPCP", ()),
        ("45/SNV-VTLT", ()),
    ],
)
def test_a_code_that_leaves_no_doubt_tells_the_issuer(number: str, issuers: tuple[str, ...]) -> None:
    found = read(number)
    assert found
    assert issuers_of(found) == issuers


@pytest.mark.parametrize(
    ("number", "local"),
    [
        ("4216/QĐ-UBND", True),
        ("35/TTr-STTTT", True),
        ("06-NQ/TU", True),
        ("749/QĐ-TTg", False),
        ("19-NQ/TW", False),
    ],
)
def test_a_number_of_a_province_says_nothing_without_its_issuer(number: str, *, local: bool) -> None:
    found = read(number)
    assert found
    assert found.is_local is local


@given(st.text(max_size=60))
def test_no_text_breaks_the_reading(text: str) -> None:
    key = key_of(text)
    assert key_of(canonical(text)) == key
    assert read(text) is None or key


def test_a_unit_behind_a_number_is_no_part_of_it() -> None:
    assert canonical("04/1999/TT-BCA(C13)") == "04/1999/TT-BCA"
    assert key_of("04/1999/TT-BCA (C13)") == key_of("04/1999/TT-BCA")
