"""Hold what is Vietnamese in the text: normal forms, folding, slugs, point letters, Roman numerals, dates."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from difflib import get_close_matches
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

POINT_LETTERS = tuple("abcdđeghiklmnopqrstuvxy")
"""Letters of điểm in order: a to o as seen in official texts (NĐ 30/2020 Phụ lục I), p to y by custom."""

LETTERS = frozenset("đĐ") | frozenset(
    unicodedata.normalize("NFC", letter + tone)
    for vowel in "aăâeêioôơuưy"
    for letter in (vowel, vowel.upper())
    for tone in ("", *"\u0300\u0301\u0303\u0309\u0323")
)
"""The 146 letters in which Vietnamese differs: twelve vowels in six tones and đ, small and capital."""

_ROMAN = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_ROMAN_FORM = re.compile(r"(?=[IVXLC])C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_DATE_FORM = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})")


_PLAIN = dict.fromkeys(range(768, 880)) | {
    code: plain
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
    if (plain := unicodedata.normalize("NFD", chr(code))[0].replace("đ", "d")) != chr(code)
}
"""Marked letters to plain ones, marks of their own to nothing."""


def nfc(text: str) -> str:
    """Compose letters and marks (NFC), the form in which everything is stored and compared."""
    return unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """Reduce to lower-case words without marks, so that hoà, hòa and HOA, đ and d are alike."""
    return " ".join(filter(None, map(_fold_word, text.split())))


@lru_cache(maxsize=32_768)
def _fold_word(word: str) -> str:
    """Fold one word; a language has few, and folding is on every path."""
    return word.lower().translate(_PLAIN)


def slug(text: str, separator: str = "-") -> str:
    """Turn text into an address part; the signature is that of Python-Markdown's `toc.slugify`."""
    return re.sub(r"[^a-z0-9]+", separator, fold(text)).strip(separator)


def roman(number: int) -> str:
    """Write 1..399 as a Roman numeral."""
    written = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        written += letters * count
    return written


def roman_value(numeral: str) -> int | None:
    """Read a well-formed Roman numeral, or return None."""
    if not _ROMAN_FORM.fullmatch(numeral):
        return None
    values = [next(value for value, letters in _ROMAN if letters == letter) for letter in numeral]
    following = [*values[1:], 0]
    return sum(-value if value < later else value for value, later in zip(values, following, strict=True))


def parse_date(text: str) -> date | None:
    """Read a date as staff write it (dd/mm/yyyy); None when it is no such date or does not exist."""
    match = _DATE_FORM.fullmatch(text.strip())
    if not match:
        return None
    day, month, year = (int(part) for part in match.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None


def format_date(day: date) -> str:
    """Write a date as official texts do: a leading zero for days under 10 and for months 1 and 2 only."""
    return (
        f"{day.day:02}/{day.month:02}/{day.year}"
        if day.month <= 2
        else f"{day.day:02}/{day.month}/{day.year}"
    )


def date_in_words(day: date) -> str:
    """Write `ngày 05 tháng 3 năm 2020` (NĐ 30/2020 Phụ lục I, địa danh và thời gian ban hành)."""
    month = f"{day.month:02}" if day.month <= 2 else str(day.month)
    return f"ngày {day.day:02} tháng {month} năm {day.year}"


def grouped_digits(number: int) -> str:
    """Write a number with a dot between thousands: 1.424."""
    return f"{number:,}".replace(",", ".")


def sentence_case(text: str) -> str:
    """Raise the first letter and leave the others."""
    return text[:1].upper() + text[1:]


def nearest(value: str, known: Iterable[str]) -> str | None:
    """Find the known value that most resembles the given one, marks aside; None when none does."""
    by_fold = {fold(candidate): candidate for candidate in known}
    matches = get_close_matches(fold(value), by_fold, n=1, cutoff=0.6)
    return by_fold[matches[0]] if matches else None


def is_capitals(text: str) -> bool:
    """Tell whether a line is written in capital letters, as titles of phần and chương are."""
    letters = [c for c in text if c.isalpha()]
    return bool(letters) and all(c.isupper() for c in letters)
