"""The values of a record: what each takes, and the words with which it refuses."""

import pytest
from pydantic import TypeAdapter, ValidationError

from macros.values import Address, Day, Text, Texts


@pytest.mark.parametrize(
    "address",
    [
        "https://vbpl.vn/TW/Pages/vbpq-toanvan.aspx?ItemID=70819",
        "http://congbao.chinhphu.vn",
        "https://a-b.vn/",
    ],
)
def test_an_address_of_a_portal_is_taken(address: str) -> None:
    assert TypeAdapter(Address).validate_python(address) == address


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "vbpl.vn/van-ban",
        "https://vbpl",
        "https://vbpl.vn/a b",
        'https://vbpl.vn/"onclick=',
        "https://vbpl.vn/<b>",
        "https://ten:mat-khau@vbpl.vn/",
        "ftp://vbpl.vn/a",
    ],
)
def test_what_is_no_address_of_a_portal_is_refused(address: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Address).validate_python(address)


def test_one_text_stands_for_a_list_of_one_and_nothing_for_an_empty_one() -> None:
    texts: TypeAdapter[list[str]] = TypeAdapter(Texts)
    assert texts.validate_python("VT") == ["VT"]
    assert texts.validate_python(None) == []


def test_a_day_that_does_not_exist_says_how_days_are_written() -> None:
    with pytest.raises(ValidationError, match="viết dd/mm/yyyy"):
        TypeAdapter(Day).validate_python("31/11/2025")


@pytest.mark.parametrize("text", ["<b>", "{{ dieu() }}", "\u200bchữ", "   "])
def test_a_text_with_markup_or_unseen_characters_is_refused(text: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Text).validate_python(text)
