"""Read one work from its type on: number, date, issuer and title in whatever order they are printed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

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
from macros.citing.titles import after_space, is_branch, read_amending_title, read_title
from macros.citing.vocabulary import WorkType, any_of, in_all_cases, is_short, read_words

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


# "Báo cáo [thẩm tra] số …", "Thông báo [Kết luận] số …".
MODIFIERS: Final = rf"(?:\s++(?:{any_of(in_all_cases(read_words('modifiers.txt')['']))})(?!\w))?+"
_MODIFIER: Final = re.compile(MODIFIERS)
_THIS: Final = re.compile(r"\s++này(?!\w)")

# "Luật số: 64/2025/QH15" alone on its line is the number of the document itself.
_OWN_NUMBER: Final = re.compile(rf"[^\S\n]*+số[^\S\n]*+:[^\S\n]*+{CODED_NUMBER}[^\S\n]*+(?:\n|$)")

_BEFORE: Final = r"(?:\s*+[,:])?\s*+"
# "số 30/2020/NĐ-CP", ": số 4104/SNV- XDCQ&TCBC", "30/2020/NĐ-CP".
_NUMBER: Final = re.compile(rf"{_BEFORE}(?:{NUMBER_WORD})?({CODED_NUMBER})")
# "số 893".
_PLAIN: Final = re.compile(rf"{_BEFORE}{NUMBER_WORD}({PLAIN_NUMBER})")
# "Nghị định 305/2025", "NĐ 30/2020".
_OF_YEAR: Final = re.compile(r"\s*+(\d{1,6}/(?:19|20)\d{2})(?![\w/-])")
# "Dự án số 3", "Phương án số 2": parts of a thing are counted so; such a work has its code.
_COUNTED: Final = frozenset({"numbered", "plan"})
# Without "số" only where nothing is counted: "Công văn 2554 ngày 5/3", "Quyết định 812 phê duyệt"; not
# "Quyết định 45 ngày", "Nghị quyết 3 vấn đề".
_BARE: Final = re.compile(
    rf"\s++(\d{{1,6}}(?![\w/%]|[.,-]\w)"
    rf"(?=\s*(?:[,.;:)”\"]|$|ngày\s+\d|(?:{any_of(read_words('after-numbers.txt')[''])})\s)))"
)
# ", ngày 07/3/2019", "ngày 07 tháng 3 năm 2019", " 06/9/2024".
_DATE: Final = re.compile(
    rf"(?:\s*+,)?\s*+(?:(?:{DATE_WORD})\s*+({DATE})|({DATE})|(?:{DATE_WORD})(?=[\s.…_]*tháng)({OPEN_DATE})"
    rf"|(?:{DATE_WORD})\s++({SHORT_DATE}))"
)
# "Luật Đất đai [năm 2013]", "Luật Doanh nghiệp [2020]".
_YEAR: Final = re.compile(r"\s++(?:năm\s++)?((?:19|20)\d{2})(?![\w/-])")
# "Bộ luật Hình sự [(BLHS)] năm 2015", "Luật Đất đai [(LĐĐ)] số 31/2024/QH15".
_LABEL: Final = re.compile(
    rf"\s++\([A-ZĐ]{{2,12}}\)(?=\s++(?:năm\s++)?(?:19|20)\d{{2}}(?![\w/-])|,?\s++(?:{NUMBER_WORD}{CODED_NUMBER}"
    rf"|(?:{DATE_WORD})\s++{DATE}))"
)
# "Văn bản hợp nhất 20/VBHN-BTC [năm 2023]"; directly after the number also "20/VBHN-BTC [2023]",
# not "12/BC-UBND 2000 người".
_BARE_YEAR: Final = re.compile(
    r"[^\S\n]++((?:19[4-9]|20\d)\d)(?![\w/-]|[.,]\d|\s*+[-–]\s*+\d"
    r"|\s++(?:người|hộ|đồng|triệu|tỷ|suất|trường|đơn|tấn|ha|km|m)(?!\w))"
)
_IN_YEAR: Final = re.compile(r"\s++năm\s++((?:19|20)\d{2})(?![\w/-])(?!\s*+[-–]\s*+\d)")
_OF: Final = re.compile(rf"(?:{GAP}|\s*+,\s++)(?:của|CỦA){GAP}")
# The usual order at once: " số 30/2020/NĐ-CP ngày 05/3/2020 của "; before the date perhaps the body's short
# form, "số 05/2019/NQ-HĐTP | TANDTC | ngày …".
_USUAL: Final = re.compile(
    rf"{_BEFORE}(?:{NUMBER_WORD})?({CODED_NUMBER})(?:(?:\s++[A-ZĐ]{{3,9}}(?=\s))?(?:\s*+,)?\s*+(?:{DATE_WORD})\s*+({DATE}))?+"
    rf"(?:{GAP}của{GAP}())?+"
)
# What any further part begins with; tried before the parts themselves, as most citations are then at an end.
_MAY_GO_ON: Final = re.compile(r"\s*+[,:]?\s*+(?:[nN]g|NG|ký|ban|của|CỦA|[sS][ốôổồ]|SỐ|năm|\d)")
_JOINT: Final = re.compile(r"liên|phối\s+hợp", re.IGNORECASE)
_SEVERAL: Final = re.compile(r"(?:[cC]ác|[nN]hững|hai)\s$")
# "Quyết định số 12/2018/QĐST-DS": a court's, about one case.
_OF_A_COURT: Final = re.compile(
    r"QĐ(?:CN|XX|HPT|MPT|ĐC)?(?:ST|PT|GĐT)?-(?:DS|HS|HC|HN|KDTM|LĐ|VDS)|QĐ(?:ST|PT|XX|HPT|BPKCTT)"
)
_MOST_PARTS: Final = 8


def read_work(
    text: str, start: int, end: int, work_type: WorkType, *, provision: bool = False
) -> Found | None:
    """Read a work whose type stands at start … end: `Nghị định này`, `Luật Đất đai số …`, `Công văn 2554`.

    Where a `provision` of it was named, a branch of law means the law.
    """
    if _OWN_NUMBER.match(text, end) and not text[text.rfind("\n", 0, start) + 1 : start].strip():
        return None
    found = Found(start, end, work_type)
    after = _MODIFIER.match(text, end)
    place = after.end() if after else end
    if this := _THIS.match(text, place):
        if not _names_this(text, start, work_type):
            return None
        found.end, found.relative = this.end(), True
        return found
    if work_type.name == "Luật" and not provision and is_branch(text, after_space(text, end)):
        return None
    return _law(text, found) if work_type.kind == "titled" else read_parts(text, found, place)


def _names_this(text: str, start: int, work_type: WorkType) -> bool:
    """Tell whether `… này` means this very document: not `kế hoạch này`, not `các thông tư này`."""
    named = text[start].isupper() or work_type.kind in ("act", "titled")
    return named and work_type.kind != "numbered" and not _SEVERAL.search(text, max(0, start - 8), start)


def _law(text: str, found: Found) -> Found | None:
    """Read a code, a law or an ordinance: by its number, or by its title and what follows."""
    if _NUMBER.match(text, found.end) or _PLAIN.match(text, found.end):
        law = read_parts(text, found, found.end)
        amending = read_amending_title(text, law.end) if law else None
        if law and amending:
            law.title, law.end = amending, amending[1]
            return read_parts(text, law, law.end)
        return law
    place = after_space(text, found.end)
    if _is_short_form(text, found):  # "BLDS": type and title in one
        found.title = (found.start, found.end)
        return read_parts(text, found, found.end)
    end = read_title(text, place)
    if end > place:
        found.title, found.end = (place, end), end
        label = _LABEL.match(text, end)
        return read_parts(text, found, label.end() if label else end)
    return (
        read_parts(text, found, found.end)
        if _is_constitution(found) and text[found.start].isupper()
        else None
    )


def read_parts(text: str, found: Found, place: int) -> Found | None:
    """Read number, date and issuer in whatever order they are printed; None without a number or a title."""
    if not found.number and (usual := _USUAL.match(text, place)):
        place = _take(text, found, usual)
    for _ in range(_MOST_PARTS):
        if not _MAY_GO_ON.match(text, place):
            break
        end = _number(text, found, place) or _date(text, found, place) or _issuer(text, found, place)
        if not end:
            break
        place = end
    if found.number and _OF_A_COURT.search(text, *found.number):
        return None
    if not found.number and not found.title and not (_is_constitution(found) and found.date):
        return None
    found.end = place
    return found


def _take(text: str, found: Found, usual: re.Match[str]) -> int:
    """Take over the parts that stand in the usual order, and give their end."""
    found.number = usual.span(1)
    if usual.start(2) >= 0:
        found.date = found.date or usual.span(2)
    place = max(usual.end(1), usual.end(2))
    if usual.start(3) >= 0 and not found.issuer:
        end = read_issuer(text, usual.end(3), joint=_is_joint(text, found))
        if end > usual.end(3):
            found.issuer, place = (usual.end(3), end), end
    return place


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
    bare = None if _is_short_form(text, found) else _BARE.match(text, place)
    return _OF_YEAR.match(text, place) or bare


def _is_short_form(text: str, found: Found) -> bool:
    """Tell whether what was read so far is a short form: `QĐ`, `BLDS`."""
    printed = text[found.start : found.end]
    return found.work_type is not None and printed in found.work_type.forms and is_short(printed)


def _date(text: str, found: Found, place: int) -> int | None:
    """Read a date, or the year of a law; a second one only adds to the span."""
    match = _DATE.match(text, place)
    if not match and not found.date:
        match = (_YEAR if found.title or _is_constitution(found) else _IN_YEAR).match(text, place)
    if not match and found.number and not found.date and place == found.number[1]:
        match = _BARE_YEAR.match(text, place)
    if not match:
        return None
    found.date = found.date or match.span(match.lastindex or 0)
    return match.end()


def _issuer(text: str, found: Found, place: int) -> int | None:
    """Read `của` and the name of a body."""
    match = None if found.issuer else _OF.match(text, place)
    end = read_issuer(text, match.end(), joint=_is_joint(text, found)) if match else 0
    if not match or end == match.end():
        return None
    found.issuer = (match.end(), end)
    return end


def _is_constitution(found: Found) -> bool:
    """Tell whether the work is `Hiến pháp`, whose type says all but the year."""
    return found.work_type is not None and found.work_type.name == "Hiến pháp"
