"""Read the parts of a work, number, date and issuer, in whatever order they are printed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from macros.citing.grammar import (
    CODED_NUMBER,
    DATE,
    DATE_WORD,
    GAP,
    NUMBER_WORD,
    OPEN_DATE,
    PLAIN_NUMBER,
    SHORT_DATE,
)
from macros.citing.issuers import read_issuer
from macros.citing.vocabulary import any_of, is_short, read_words

if TYPE_CHECKING:
    from macros.citing.vocabulary import WorkType

Span = tuple[int, int]


@dataclass(slots=True)
class Found:
    """A citation in the clean text: the spans of its parts; it grows only while it is read."""

    start: int
    end: int
    work_type: WorkType | None = None
    number: Span | None = None
    date: Span | None = None
    issuer: Span | None = None
    title: Span | None = None
    provision: Span | None = None
    relative: bool = False


_BEFORE: Final = r"\s*+[,:]?+\s*+"
# "số 893".
PLAIN: Final = rf"{_BEFORE}{NUMBER_WORD}({PLAIN_NUMBER})"
# "số 30/2020/NĐ-CP", ": số 4104/SNV- XDCQ&TCBC", "30/2020/NĐ-CP".
_NUMBER: Final = re.compile(rf"{_BEFORE}(?:{NUMBER_WORD})?({CODED_NUMBER})")
_PLAIN: Final = re.compile(PLAIN)
# "Nghị định 305/2025", "NĐ 30/2020", "Nghị quyết 30a/2008".
_OF_YEAR: Final = re.compile(r"\s*+(\d{1,6}[a-e]?/(?:19|20)\d{2})(?![\w/-])")
# "Dự án số 3", "Phương án số 2": parts of a thing are counted so; such a work has its code.
_COUNTED: Final = frozenset({"numbered", "plan"})
# Without "số" only where nothing is counted: "Công văn 2554 ngày 5/3", "Quyết định 812 phê duyệt"; not
# "Quyết định 45 ngày", "Nghị quyết 3 vấn đề".
_BARE: Final = re.compile(
    rf"\s++(\d{{1,6}}[a-e]?(?![\w/%]|[.,-]\w)"
    rf"(?=\s*(?:[,.;:)”\"]|$|ngày\s+\d|(?:{any_of(read_words('after-numbers.txt')[''])})\s)))"
)
# ", ngày 07/3/2019", "ngày 07 tháng 3 năm 2019", " 06/9/2024".
_DATE: Final = re.compile(
    rf"(?:\s*+,)?\s*+(?:(?:{DATE_WORD})\s*+({DATE})|({DATE})|(?:{DATE_WORD})(?=[\s.…_]*tháng)({OPEN_DATE})"
    rf"|(?:{DATE_WORD})\s++({SHORT_DATE}))"
)
# "(ngày 31/5/2025) | của", "(22/12/2024) | của": only where the issuer follows, else it is a remark.
_IN_BRACKETS: Final = re.compile(rf"\s++\(\s*+(?:(?:{DATE_WORD})\s*+)?({DATE})\s*+\)(?=\s++(?:của|CỦA)\s)")
# "Luật Đất đai [năm 2013]", "Luật Doanh nghiệp [2020]".
_YEAR: Final = re.compile(r"\s++(?:năm\s++)?((?:19|20)\d{2})(?![\w/-])")
# "Văn bản hợp nhất 20/VBHN-BTC [năm 2023]"; directly after the number also "20/VBHN-BTC [2023]",
# not "12/BC-UBND 2000 người".
_BARE_YEAR: Final = re.compile(
    r"[^\S\n]++((?:19[4-9]|20\d)\d)(?![\w/-]|[.,]\d|\s*+[-–]\s*+\d"
    r"|\s++(?:người|hộ|đồng|triệu|tỷ|suất|trường|đơn|tấn|ha|km|m)(?!\w))"
)
_IN_YEAR: Final = re.compile(r"\s++năm\s++((?:19|20)\d{2})(?![\w/-])(?!\s*+[-–]\s*+\d)")
_OF: Final = re.compile(rf"(?:{GAP}|\s*+,\s++)(?:của|CỦA){GAP}")
# With what a further part begins, which tells the part: "của Chính phủ", "số 12/…", ", ngày 07/3/2019".
_NEXT: Final = (
    r"\s*+[,:]?\s*+(?:(?P<to_issuer>của|CỦA)|(?P<to_number>[sS][ốôổồ]|SỐ)"
    r"|(?P<to_date>[nN]g|NG|ký|ban|năm)|(?P<to_any>\d)|(?P<to_brackets>\((?=\s*+(?:ngày\s*+)?\d)))"
)
# The usual order at once: " số 30/2020/NĐ-CP ngày 05/3/2020 của "; before the date perhaps the body's short
# form, "số 05/2019/NQ-HĐTP | TANDTC | ngày …".
USUAL: Final = (
    rf"(?:{_BEFORE}(?:{NUMBER_WORD})?(?P<number>{CODED_NUMBER})"
    rf"(?:(?:\s++[A-ZĐ]{{3,9}}(?=\s))?\s*+,?+\s*+(?:{DATE_WORD})\s*+(?P<date>{DATE}))?+"
    rf"(?:{GAP}của{GAP}(?P<of>))?+)?+"
)
# Unless that ends with "của": what comes next.
AND_NEXT: Final = rf"(?(of)|(?:(?={_NEXT}))?+)"
_PARTS: Final = re.compile(USUAL + AND_NEXT)
_FURTHER: Final = re.compile(_NEXT)
_JOINT: Final = re.compile(r"[lL][iI][êÊ][nN]|[pP][hH][ốỐ][iI]\s+[hH][ợỢ][pP]")
# "12/2018/QĐST-DS", "8/2020/QĐ-HNGĐ", "21/QĐXXST", "15/2018/DS-GĐT": a court's, about one case; but
# "QĐ-LĐTBXH", "QĐ-DSGĐTE", "QĐ-HSSV", "QĐPTNT" are of others.
_OF_A_COURT: Final = re.compile(
    r"QĐ(?:(?:CN|XX|HPT|MPT|ĐC)?(?:ST|PT|GĐT)?-(?:DS|HS|HC|HN|HNGĐ|KDTM|LĐ|VDS)"
    r"|(?:XX|HPT)?(?:ST|PT)|(?:ĐC)?XX|HPT|BPKCTT)(?!\w)"
)
_JUDGED: Final = re.compile(r"[/-](?:DS|HS|HC|HN|HNGĐ|KDTM|KT|LĐ|VDS)-?(?:ST|PT|GĐT)$")
_INSTANCES: Final = ("ST", "PT", "ĐT")
_COURT: Final = re.compile(r"[tT]òa|[tT]oà|TÒA|TOÀ|TAND")
# "Mẫu Quyết định số 05": the number of a form.
_FORM: Final = re.compile(r"(?:[mM]ẫu|MẪU)\s++$")
_MOST_PARTS: Final = 8


def read_parts(text: str, found: Found, place: int) -> Found | None:
    """Read number, date and issuer in whatever order they are printed; None without a number or a title."""
    if found.number:
        return _finish(text, found, place, _next(text, place))
    return take_parts(text, found, _PARTS.match(text, place))


def take_parts(text: str, found: Found, parts: re.Match[str] | None) -> Found | None:
    """Take over the parts that `USUAL` and `AND_NEXT` found, and read those that follow."""
    if not parts:
        return None
    place, begins, number = parts.end(), parts.lastgroup, parts.span("number")
    if number[0] >= 0:
        found.number, date = number, parts.span("date")
        place = max(number[1], date[1])
        if date[0] >= 0 and not found.date:
            found.date = date
        if begins == "of":
            place = _read_issuer(text, found, parts.end()) or place
            begins = _next(text, place)
    return _finish(text, found, place, begins)


def _next(text: str, place: int) -> str | None:
    """Tell which part begins at a place, as most citations are at an end there."""
    further = _FURTHER.match(text, place)
    return further.lastgroup if further else None


def _finish(text: str, found: Found, place: int, begins: str | None) -> Found | None:
    """Read the parts that follow, of which the first is told, and see whether they make a citation."""
    for _ in range(_MOST_PARTS):
        end = _READERS[begins](text, found, place) if begins in _READERS else None
        if not end:
            break
        place, begins = end, _next(text, end)
    if (
        (number := found.number)
        and (
            _OF_A_COURT.search(text, *number)
            or (text.endswith(_INSTANCES, *number) and _JUDGED.search(text, *number))
        )
        and _is_of_a_court(text, found)
    ):
        return None
    if not found.number and not found.title and not (is_constitution(found) and found.date):
        return None
    found.end = place
    return found


def _is_of_a_court(text: str, found: Found) -> bool:
    """Tell whether another body than a court is not said to have issued what has a court's code."""
    return not found.issuer or bool(_COURT.match(text, found.issuer[0]))


def _is_joint(text: str, found: Found) -> bool:
    """Tell whether several bodies may have issued a work: a joint type, or `phối hợp`."""
    return found.work_type is not None and (
        "liên" in found.work_type.name
        or bool(_JOINT.search(text, found.start, found.number[0] if found.number else found.end))
    )


def _number(text: str, found: Found, place: int) -> int | None:
    """Read a number where there is none yet, and give its end."""
    if found.number:
        return None
    match = _NUMBER.match(text, place)
    if not match and not (found.work_type and found.work_type.kind in _COUNTED):
        match = _PLAIN.match(text, place)
        if match and _FORM.search(text, max(0, found.start - 8), found.start):
            return None
    if not match and place == found.end:
        match = _bare(text, found, place)
    if not match:
        return None
    found.number = match.span(1)
    return match.end()


def _bare(text: str, found: Found, place: int) -> re.Match[str] | None:
    """Read a number without `số` and without a code; after a short form it needs its year: `NĐ 30/2020`."""
    kind = found.work_type.kind if found.work_type else ""
    first = text[found.start : found.start + 1]  # a digit in a list: "Nghị định 101/2024, 102/2024"
    if kind not in ("act", "letter") or not (first.isupper() or first.isdigit()):
        return None
    bare = None if is_short_form(text, found) else _BARE.match(text, place)
    return _OF_YEAR.match(text, place) or bare


def is_short_form(text: str, found: Found) -> bool:
    """Tell whether what was read so far is a short form: `QĐ`, `BLDS`."""
    printed = text[found.start : found.end]
    return found.work_type is not None and printed in found.work_type.forms and is_short(printed)


def _date(text: str, found: Found, place: int) -> int | None:
    """Read a date, or the year of a law; a second one only adds to the span."""
    match = _DATE.match(text, place)
    if not match and not found.date:
        match = (_YEAR if found.title or is_constitution(found) else _IN_YEAR).match(text, place)
    if not match and found.number and not found.date and place == found.number[1]:
        match = _BARE_YEAR.match(text, place)
    if not match:
        return None
    begins, end = match.span(match.lastindex or 0)
    if not found.date or text[end - 4 : end] == text[slice(*found.date)]:  # "… 2022 ngày 15/6/2022"
        found.date = (begins, end)
    return match.end()


def _date_in_brackets(text: str, found: Found, place: int) -> int | None:
    """Read `(ngày 31/5/2025)` between a number and its issuer."""
    match = None if found.date else _IN_BRACKETS.match(text, place)
    if not match:
        return None
    found.date = match.span(1)
    return match.end()


def _issuer(text: str, found: Found, place: int) -> int | None:
    """Read `của` and the name of a body, and give its end."""
    of = None if found.issuer else _OF.match(text, place)
    return _read_issuer(text, found, of.end()) if of else None


def _read_issuer(text: str, found: Found, place: int) -> int | None:
    """Read the name of a body, and give its end."""
    if found.issuer:
        return None
    end = read_issuer(text, place, joint=_is_joint(text, found))
    if end == place:
        return None
    found.issuer = (place, end)
    return end


def _any_part(text: str, found: Found, place: int) -> int | None:
    """Read the part that begins with a digit: a number, a date, or `của` behind the head of a page."""
    return _number(text, found, place) or _date(text, found, place) or _issuer(text, found, place)


_READERS: Final = {
    "to_number": _number,
    "to_date": _date,
    "to_issuer": _issuer,
    "to_any": _any_part,
    "to_brackets": _date_in_brackets,
}


def is_constitution(found: Found) -> bool:
    """Tell whether the work is `Hiến pháp`, whose type says all but the year."""
    return found.work_type is not None and found.work_type.name == "Hiến pháp"
