"""Labels, order and ids of provisions, from phụ lục and phần down to điểm and the dashes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from macros.vietnamese import POINT_LETTERS, roman, roman_value, slug

AUTOMATIC = {"roman": "⟦số I⟧", "arabic": "⟦số 1⟧", "decimal": "⟦số 1.1⟧", "letter": "⟦số a⟧"}
"""What a macro without an argument writes in the place of a number: "the next one", by kind of numeral.

The kinds differ because `1.` and `I.` differ in nothing else.
"""


class Level(IntEnum):
    """Kinds of provision from the largest to the smallest; a smaller one nests in a larger one."""

    APPENDIX = 0
    PART = 1
    CHAPTER = 2
    SECTION = 3
    SUBSECTION = 4
    ARTICLE = 5
    HEADING = 6
    CLAUSE = 7
    SUBCLAUSE = 8
    ITEM = 9
    POINT = 10
    DASH = 11
    PLUS = 12


@dataclass(frozen=True)
class Form:
    """How a level is written: its word, the label around the number, and the word in ids and references."""

    word: str
    label: str
    ident: str
    numerals: str


FORMS: dict[Level, Form] = {
    Level.APPENDIX: Form("Phụ lục", "PHỤ LỤC {}", "phu-luc", "roman"),
    Level.PART: Form("Phần", "Phần {}", "phan", "roman"),
    Level.CHAPTER: Form("Chương", "Chương {}", "chuong", "roman"),
    Level.SECTION: Form("Mục", "Mục {}", "muc", "arabic"),
    Level.SUBSECTION: Form("Tiểu mục", "Tiểu mục {}", "tieu-muc", "arabic"),
    Level.ARTICLE: Form("Điều", "Điều {}.", "dieu", "arabic"),
    Level.HEADING: Form("mục", "{}.", "muc", "roman"),
    Level.CLAUSE: Form("khoản", "{}.", "khoan", "arabic"),
    Level.SUBCLAUSE: Form("tiết", "{}", "tiet", "decimal"),
    Level.ITEM: Form("ý", "({})", "y", "arabic"),
    Level.POINT: Form("điểm", "{})", "diem", "letter"),
    Level.DASH: Form("gạch đầu dòng", "-", "", ""),
    Level.PLUS: Form("dấu cộng đầu dòng", "+", "", ""),
}

DOCUMENT_WIDE = frozenset({Level.APPENDIX, Level.PART, Level.CHAPTER, Level.ARTICLE})
"""Levels whose numbers run through the whole text; the others begin again in each parent."""

_ARABIC = re.compile(r"([0-9]+)([a-zđ]?)")
_POINT = re.compile(r"([a-zđ])([0-9]?)")
_DECIMAL = re.compile(r"(?:[0-9IVXLC]+\.\s?)*([0-9]+)")


def label(level: Level, number: str = "") -> str:
    """Write the label of a provision as it stands on paper: `Điều 2.`, `đ)`, `II.`, `PHỤ LỤC`."""
    return FORMS[level].label.format(number).rstrip()


@lru_cache(maxsize=4096)
def ident(level: Level, number: str) -> str:
    """Write a provision's part of an id, as it is printed: `dieu-5a`, `diem-dd`, `phan-ii`, `muc-1`.

    The letter đ is `dd`, because điểm d and điểm đ are two provisions.
    """
    written = slug(number.lower().replace("đ", "dd"))
    return "-".join(part for part in (FORMS[level].ident, written) if part)


@lru_cache(maxsize=4096)
def rank(level: Level, number: str) -> tuple[int, int] | None:
    """Give a number's place in its order as (whole, suffix); None when it is no number of this level.

    A suffix is the place of an inserted letter: Điều 5a is (5, 1).
    """
    kind = FORMS[level].numerals
    if kind == "roman":
        value = roman_value(number)
        return (value, 0) if value else None
    if kind == "decimal":
        return (int(match[1]), 0) if (match := _DECIMAL.fullmatch(number)) else None
    if kind == "letter":
        match = _POINT.fullmatch(number)
        return (_place(match[1]), int(match[2] or 0)) if match and _place(match[1]) else None
    match = _ARABIC.fullmatch(number) if kind else None
    if not match or (match[2] and not _place(match[2])):
        return None
    return int(match[1]), _place(match[2])


def _place(letter: str) -> int:
    """Give a letter's place in the order of points, from 1; 0 when it has none."""
    return POINT_LETTERS.index(letter) + 1 if letter in POINT_LETTERS else 0


def following(level: Level, previous: str | None, parent: str = "") -> str:
    """Give the number that comes after `previous` (None: the first one) below a parent of that number."""
    place = rank(level, previous) if previous else None
    whole = place[0] if place else 0
    return write_number(level, whole + 1, parent)


def is_next(level: Level, previous: str | None, number: str) -> bool:
    """Tell whether `number` may stand right after `previous`: the next one, or an inserted 5a after 5."""
    place, before = rank(level, number), rank(level, previous) if previous else (0, 0)
    if place is None or before is None:
        return False
    return place in {(before[0] + 1, 0), (before[0], before[1] + 1)} and place[0] > 0


def write_number(level: Level, whole: int, parent: str = "") -> str:
    """Write the number of the unit at a place of its order, below a parent of that number."""
    kind = FORMS[level].numerals
    if kind == "letter":
        return POINT_LETTERS[min(whole, len(POINT_LETTERS)) - 1]
    if kind == "roman":
        return roman(whole)
    return f"{parent}.{whole}" if kind == "decimal" and parent else str(whole)
