"""The path to a provision as it is printed, smallest first: `điểm a, b khoản 2 Điều 18` ⇄ steps."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from macros.numbering import FORMS, Level, rank, write_number

Path = tuple[tuple[Level, str], ...]
"""Steps from the largest to the smallest: ((Level.ARTICLE, "5"), (Level.CLAUSE, "2")); "này" is a number."""

# A tiết is the least, below a điểm: "tiết a điểm 2 khoản 1"; the level of that word in outlines is another.
WORDS: Final = {
    "điểm": Level.POINT,
    "tiết": Level.DASH,
    "khoản": Level.CLAUSE,
    "điều": Level.ARTICLE,
    "tiểu mục": Level.SUBSECTION,
    "mục": Level.SECTION,
    "chương": Level.CHAPTER,
    "phần": Level.PART,
    "phụ lục": Level.APPENDIX,
}

WORD: Final = (
    r"(?:[đĐ]iểm|ĐIỂM|[tT]iết|[kK]hoản|KHOẢN|[đĐ]iều|ĐIỀU|[tT]iểu\s++mục|[mM]ục|MỤC"
    r"|[cC]hương|CHƯƠNG|[pP]hần|PHẦN|[pP]hụ\s++lục|PHỤ\s++LỤC)"
)
# "5", "1a", "2.4.3", "IV", "a", "đ1", "b(i)", "a), b) khoản 2", "thứ nhất"; not "khoản 5 triệu đồng".
# Nor is it the mark of an article in the codification: "Điều 1.11.NĐ.1.1".
_ITEM: Final = (
    r"(?:\d{1,4}[a-zđ]{0,2}(?:\.\d{1,3})*+|[IVXLC]{1,7}[a-zđ]?(?:\.\d{1,3})*+|[a-zđA-H]\d{0,2}(?:\.\d{1,3})*+(?:\([ivx]{1,4}\))?"
    r"|thứ\s++(?:nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười))(?:\)(?=(?:(?:\s*+,|\s++(?:và|hoặc))\s*+[a-zđ]\d?\)){0,12}+\s++(?:[kK]hoản|[đĐ]iều)\s))?(?!\w|[/%]|\.[A-ZĐ]{1,5}\.\d|\s(?:triệu|tỷ|tỉ|nghìn)(?!\w))"
)
# ", ", " và ", ", và ", " đến ", "-".
_AND: Final = (
    r"(?:\s*+,\s*+(?:(?:và|hoặc)\s++)?|\s++(?:và|hoặc|hay|đến|tới)\s++(?:hết\s++)?|[^\S\n]{0,3}[-–]\s{0,3})"
)
# "5", "số 5", "thứ 5".
_ORDINAL: Final = r"(?:(?:số|thứ(?=\s++\d))\s++)?"
NUMBERED_STEP: Final = rf"{_ORDINAL}{_ITEM}"
_STEP: Final = rf"{WORD}\s++{_ORDINAL}{_ITEM}(?:{_AND}{_ITEM}(?!\s*+/))*+"
_THIS: Final = rf"{WORD}\s++này(?!\w)"
# " ", ", ", " và ", " của ", " thuộc ", " đến ", ", các ".
_JOIN: Final = (
    r"(?:\s*+,)?\s++(?:(?:và|hoặc|hay|của|thuộc|tại|đến|tới|đến\s++hết|và\s++tại)\s++)?(?:các\s++|từ\s++)?"
)

# "điểm a khoản 2 Điều 5", "khoản 4 Điều này", "điều 4, 9 và 51", "Mục 4 Chương V".
PATH: Final = rf"(?:{_STEP}(?:{_JOIN}{_STEP})*+(?:{_JOIN}{_THIS})?+|{_THIS})"

_NAMES: Final = {level: FORMS[level].word for level in WORDS.values()} | {Level.DASH: "tiết"}

THIS: Final = "này"
LONGEST_RANGE: Final = 200
"""A range with more places is taken for a slip and read as its two ends."""

_UNIT: Final = re.compile(rf"({WORD})\s++({THIS}(?!\w)|{_ORDINAL}{_ITEM}(?:{_AND}{_ITEM}(?!\s*+/))*+)")
_ITEMS: Final = re.compile(rf"({_AND})?({_ITEM})")
_FIRST: Final = re.compile(rf"^{_ORDINAL}")
_RANGE: Final = re.compile(r"đến|tới|[-–]")


def read_paths(printed: str) -> tuple[Path, ...]:
    """Read a printed path as the provisions it names: lists one by one, ranges with what lies between.

    `khoản 1, 2 Điều 5` are two; in `khoản 2 Điều 5 và Điều 7` the clause belongs to the nearest article.
    """
    units = [
        (level, number, bool(_RANGE.search(joined)))
        for match, joined in _with_joins(printed)
        for level, number, joined in _numbers(match, joined)
    ]
    if units and units[0][0] < units[-1][0]:  # "Điều 5 khoản 2": from the largest on, against the custom
        units = [(level, number, False) for level, number, _ in reversed(units)]
    return tuple(_chains(_without_ranges(units)))


def write_path(path: Path) -> str:
    """Write one provision, smallest first: `điểm a khoản 2 Điều 5`."""
    return " ".join(f"{_NAMES[level]} {number}" for level, number in reversed(path))


def _with_joins(printed: str) -> list[tuple[re.Match[str], str]]:
    """Find the units of a path, each with what joins it to the one before."""
    matches = list(_UNIT.finditer(printed))
    starts = [0, *(match.end() for match in matches)]
    return [(match, printed[start : match.start()]) for match, start in zip(matches, starts, strict=False)]


def _numbers(match: re.Match[str], joined: str) -> list[tuple[Level, str, str]]:
    """Take a unit apart: `điểm a, b` is two points; each comes with what joins it to the one before."""
    level = WORDS[" ".join(match[1].lower().split())]
    if match[2] == THIS:
        return [(level, THIS, "")]
    items = [(item[2], item[1] or joined) for item in _ITEMS.finditer(_FIRST.sub("", match[2]))]
    return [(level, number, join) for number, join in items]


def _without_ranges(units: list[tuple[Level, str, bool]]) -> list[tuple[Level, str]]:
    """Put in what lies between the ends of a range: `Điều 5 đến Điều 7` has Điều 6."""
    flat = [(level, number) for level, number, _ in units[:1]]
    for (before, first, _), (level, last, is_range) in pairwise(units):
        if is_range and before == level:
            flat += [(level, number) for number in _between(level, first, last)]
        flat.append((level, last))
    return flat


def _between(level: Level, first: str, last: str) -> list[str]:
    """Give the numbers between two of a level; none where they cannot be told."""
    low, high = rank(level, first), rank(level, last)
    if not low or not high or high[0] - low[0] > LONGEST_RANGE:
        return []
    return [write_number(level, place) for place in range(low[0] + 1, high[0])]


def _chains(units: list[tuple[Level, str]]) -> list[Path]:
    """Give each smallest unit the larger ones that come next after it."""
    paths: list[Path] = []
    below: Path = ()
    for level, number in reversed(units):
        above = tuple(step for step in below if step[0] < level)
        holds = bool(paths) and above == paths[0]
        below = (*above, (level, number))
        paths = [below, *(paths[1:] if holds and above else paths)]
    return paths
