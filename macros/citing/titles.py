"""Read the title of a code, a law or an ordinance: `Luật` and what follows as far as its name goes."""

from __future__ import annotations

import re
from typing import Final

from macros.citing.grammar import CODED_NUMBER, DATE, DATE_WORD, NUMBER_WORD
from macros.citing.vocabulary import UPPER, any_of, in_all_cases, read_types, read_words

_WORDS: Final = read_words("title-words.txt")
_TITLED: Final = [form for t in read_types() if t.kind == "titled" for form in t.forms]
_OTHERS: Final = [form for t in read_types() if t.kind == "act" for form in t.forms]

# "Luật Đất đai", "luật đất đai", "Luật Tổ chức Viện Kiểm sát nhân dân": titles that we know, in any case.
_KNOWN: Final = re.compile(rf"(?i:{any_of(word.lower() for word in read_words('titles.txt')[''])})(?!\w)")

# "Luật PPP", "Luật BHXH", "Luật TCCQĐP 2015".
_SHORT: Final = re.compile(rf"[{UPPER}]{{2,12}}(?!\w)")

_TITLED_WORD: Final = rf"(?:{any_of(in_all_cases(_TITLED))})(?!\w)"
# What an amending law is called begins so; the laws that it amends belong to its title:
# "sửa đổi, bổ sung một số điều của | Luật Tổ chức Chính phủ", "Sửa đổi điều 10 của | Pháp lệnh Dân số",
# "sửa đổi, bổ sung một số điều của | 15 luật trong lĩnh vực nông nghiệp và môi trường".
_MANY: Final = r"\d{1,2}\s++[lL]uật\s"
_AMENDING: Final = re.compile(
    rf"(?i:sửa\s++đổi)[,\s][^;.:()“”]{{0,150}}?\s(?:của|trong)\s++(?:các\s++)?(?=(?:{_TITLED_WORD}\s|{_MANY}))"
)
_ONE_OF_MANY: Final = re.compile(rf"{_TITLED_WORD}\s++")
_AND_NEXT: Final = re.compile(rf"\s*+(?:,\s++và|,|;|và)\s++(?={_TITLED_WORD}\s)")

# What may come after a title: "số 72/2025/QH15", ", ngày 19/6/2015", "năm 2013", "2013".
_DATED: Final = rf",?{DATE_WORD}\s++{DATE}|năm\s++\d{{4}}(?!\d)|(?:19|20)\d\d(?![\w/])"
_MARK: Final = rf"{NUMBER_WORD}(?:{CODED_NUMBER}|\d)|(?P<date>{_DATED})"
_STEP: Final = re.compile(
    rf"(?P<gap>(?:^|(?<=\s))|\s++|,\s*+|\s*+[-–]\s*+)"
    rf"(?:(?P<mark>{_MARK})"
    rf"|(?P<never>(?:{any_of(in_all_cases([*_OTHERS, *_TITLED, *_WORDS['never']]))})(?!\w))"
    rf"|(?P<joined>(?i:{any_of([*_WORDS['pairs'], *_WORDS['ending in số']])})(?!\w))"
    rf"|(?P<rarely>(?i:{any_of(_WORDS['rarely'])})(?!\w))"
    rf"|(?P<word>\w++))"
)
_LONGEST: Final = 60


def read_title(text: str, place: int, *, inner: bool = False) -> int:
    """Give the end of the title that begins at a place, the place itself when none does.

    An `inner` one stands in the title of an amending law, and amends nothing itself: so the depth is bounded.
    """
    amending = None if inner else _AMENDING.match(text, place)
    if amending:
        return _amended(text, amending.end())
    known = _KNOWN.match(text, place)
    if known:
        return _walk(text, known.end(), known.end())
    if short := _SHORT.match(text, place):
        return short.end()
    first = text[place : place + 1]
    return _walk(text, place, None if first.isupper() else place)


def read_amending_title(text: str, place: int) -> tuple[int, int] | None:
    """Give the span of `sửa đổi, bổ sung một số điều của Luật …` after a law's number."""
    while place < len(text) and text[place].isspace():
        place += 1
    amending = _AMENDING.match(text, place)
    return (place, _amended(text, amending.end())) if amending else None


def _amended(text: str, place: int) -> int:
    """Read the laws that an amending law names: each belongs to its title."""
    end = place
    while match := _ONE_OF_MANY.match(text, place):
        inner = read_title(text, match.end(), inner=True)
        if inner == match.end():
            return end
        end = inner
        following = _AND_NEXT.match(text, end)
        if not following:
            return end
        place = following.end()
    return _walk(text, place, None) if end == place else end


def _walk(text: str, place: int, sure: int | None) -> int:
    """Go on word by word to a number or a date; without one, stop at the first pause, or where it is sure."""
    end = place
    pause: int | None = sure
    commas = False
    for _ in range(_LONGEST):
        step = _STEP.match(text, end)
        if not step or "\n\n" in step["gap"]:
            break
        kind = step.lastgroup
        comma = "," in step["gap"]
        if kind == "mark":
            if commas and step["date"]:
                break
            return end
        if kind == "never":
            break
        if (comma or kind == "rarely") and end != place:
            pause = end if pause is None else pause
            commas = commas or comma
        elif kind == "rarely" and sure is None and not _opens(text, step.end()):
            return place
        end = step.end()
    return pause if pause is not None else _without_and(text, place, end)


def _opens(text: str, place: int) -> bool:
    """Tell whether a title may begin with this small word: `về Tự vệ trong nhập khẩu hàng hóa`."""
    return text[place + 1 : place + 2].isupper()


def _without_and(text: str, place: int, end: int) -> int:
    """Leave out an `và` that joined the title with something else."""
    words = text[place:end]
    return (
        end - len(words) + len(words.removesuffix("và").rstrip()) if words.endswith((" và", "\nvà")) else end
    )
