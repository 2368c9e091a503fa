"""Compare what a document says of a work's subject with the work's own title."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from macros import symbol
from macros.citing.vocabulary import LOWER
from macros.work import plain_subject

SAME = 1.0
EXACT = 0.95
ALIKE = 0.8

# A title has its own semicolons, "quy định về A; hướng dẫn B": what begins anew says so.
_END = re.compile(
    rf";(?!\s+(?!số|khoản|điểm|điều|căn cứ|theo|và|các|tại)[{LOWER}])"
    r"|\n\s*\n|\.\s|\.\s*$|\.?/\.|\((?=sau đây|được|đã|có|kèm)|,?\s*(?:đã )?được\s+(?:sửa|thay|bổ|bãi)"
)
_LONGEST = 500


def said_after(text: str, end: int) -> str:
    """Give the words behind a citation that say what it is about, up to the next stop."""
    piece = text[end : end + _LONGEST]
    stop = _END.search(piece)
    return " ".join((piece[: stop.start()] if stop else piece).split())


def likeness(said: str, title: str) -> float:
    """Tell how much of a title is said, from 0 to 1; what is said beyond the title does not count.

    `title` is a work's `subject`: folded, without the words that lead it in.
    """
    wanted = title.split()
    if len(wanted) < _SHORTEST:
        return 0.0
    given = plain_subject(said).split()[: len(wanted)]
    if not set(given) & set(wanted):
        return 0.0
    return SequenceMatcher(None, given, wanted, autojunk=False).ratio()


_SHORTEST = 3


def closeness(said: str, title: str) -> float:
    """Tell how well what is said fits a title or, where it says less, the title's beginning."""
    return max(likeness(said, title), _begun(said, title))


def _begun(said: str, title: str) -> float:
    """Tell how well what is said fits the beginning of a longer title: `Chương trình … [đến năm 2025]`."""
    wanted, given = title.split(), plain_subject(said).split()
    if not _BEGINS <= len(given) <= len(wanted):
        return 0.0
    return SequenceMatcher(None, given, wanted[: len(given)], autojunk=False).ratio()


_BEGINS = 6
"""With fewer words, different subjects begin alike."""


def is_another(said: str, title: str) -> bool:
    """Tell whether words that begin as a subject does are surely not about this title."""
    if not _LEADS_IN.match(said):
        return False
    given = plain_subject(said).split()[:_BEGINS]
    wanted = title.split()[: len(given)]
    if len(given) < _TELLING or len(wanted) < _TELLING:
        return False
    return SequenceMatcher(None, given, wanted, autojunk=False).ratio() < _UNLIKE


_LEADS_IN = re.compile(
    r"(?:về|quy định|quy chế|hướng dẫn|ban hành|phê duyệt|sửa đổi|bổ sung|bãi bỏ|công bố|thành lập|giao)\b",
    re.IGNORECASE,
)
_UNLIKE = 0.5
_TELLING = 2


def is_letter_slip(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Tell whether codes differ as slips of the pen do: TBC and BTC, BTTT and BTTTT."""
    a, b = "-".join(first), "-".join(second)
    return a != b and min(len(a), len(b)) > 1 and _is_slip(a, b)


def may_be_slip(printed: str, known: str) -> bool:
    """Tell whether a printed number may stand for a known one: a slip in digits, year or code."""
    a, b = symbol.read(printed), symbol.read(known)
    if a is None or b is None or a == b:
        return False
    same_code = (a.code, a.bodies) == (b.code, b.bodies)
    if a.ordinal == b.ordinal:
        return same_code or a.year == b.year
    return same_code and (a.year == b.year or None in {a.year, b.year})


def is_slip(first: str, second: str) -> bool:
    """Tell whether two numbers differ as slips of the pen do: 4126 and 4216, 305 and 350, 12 and 21.

    A digit too few or too many, two digits changed places, or one read for another.
    """
    a, b = (symbol.read(number) for number in (first, second))
    if a is None or b is None:
        return False
    # 03/2006 of 103/2006: a number is written with two digits at least
    return _is_slip(a.ordinal, b.ordinal) or _is_slip(a.ordinal.zfill(2), b.ordinal.zfill(2))


def is_swap(first: str, second: str) -> bool:
    """Tell whether two numbers have the same digits with two neighbours swapped: 4126 and 4216."""
    a, b = (symbol.read(number) for number in (first, second))
    return bool(a and b) and _is_swap(a.ordinal if a else "", b.ordinal if b else "")


def _is_slip(a: str, b: str) -> bool:
    if len(a) == len(b):
        return sum(x != y for x, y in zip(a, b, strict=True)) == 1 or _is_swap(a, b)
    short, long = sorted((a, b), key=len)
    return len(long) - len(short) == 1 and any(
        long[:place] + long[place + 1 :] == short for place in range(len(long))
    )


def _is_swap(a: str, b: str) -> bool:
    width = max(len(a), len(b))
    a, b = a.zfill(width), b.zfill(width)  # 06 and 60
    places = [place for place, (x, y) in enumerate(zip(a, b, strict=False)) if x != y]
    return (
        len(places) == 2
        and places[1] == places[0] + 1
        and a[places[0]] == b[places[1]]
        and a[places[1]] == b[places[0]]
    )
