"""Judge how a citation is written, by its own words alone: number, type, issuer, day, order (verdict 4)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros import issuer, symbol
from macros.problem import Problem
from macros.vietnamese import fold, format_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.citing.model import Citation
    from macros.resolution import Citing
    from macros.symbol import Symbol


def problems(citation: Citation, text: str, citing: Citing) -> Iterator[Problem]:
    """Tell what is wrong in the writing of a citation; `text` is that in which it stands."""
    if citation.printed_date:
        yield from _day(citation, citation.printed_date, citing)
    read = symbol.read(citation.number) if citation.number else None
    year = (read and read.year) or citation.year
    if citing.latest and year and year > citing.latest.year and not citation.date:
        message = f"Năm {year} sau năm của chính văn bản này ({citing.latest.year}). Hãy kiểm tra lại"
        yield Problem("TD402", message, " ".join(citation.text.split()))
    if read and citation.number:
        yield from _codes(citation, read)
        yield from _number(citation, citation.number, read)
    if citation.provision:
        yield from _provision(citation, citation.provision, text)


def _day(citation: Citation, printed: str, citing: Citing) -> Iterator[Problem]:
    day = citation.date
    parts = _DIGITS.findall(printed)
    if day is None:
        is_short = len(parts) == 2 and any(fault.code == "incomplete-date" for fault in citation.faults)
        if (
            len(parts) > 1
            and not is_short
            and not (len(parts) == 2 and citation.year and "tháng" not in printed)
        ):
            message = f"“{printed}” không phải là ngày có thật. Hãy xem lại văn bản được viện dẫn"
            yield Problem("TD401", message, printed)
        return
    if citing.latest and day > citing.latest:
        is_sure = citing.earliest == citing.latest
        limit = format_date(citing.latest) if is_sure else f"năm {citing.latest.year}"
        message = f"Ngày {printed} sau ngày của chính văn bản này ({limit}). Hãy kiểm tra lại ngày"
        yield Problem("TD402", message, printed)
    read = symbol.read(citation.number) if citation.number else None
    if read and read.year and read.year != day.year:
        message = f"Số {citation.number} mang năm {read.year}, ngày ghi năm {day.year}. Hãy kiểm tra lại"
        yield Problem("TD405", message, printed)
    written = _zeros_added(printed, parts)
    if written != printed:
        message = f"Ngày {printed} thiếu số 0: ngày dưới 10 và tháng 1, 2 viết đủ hai chữ số"
        yield Problem("VB202", message, printed, written)


def _zeros_added(printed: str, parts: list[str]) -> str:
    """Write the zeros that NĐ 30/2020 Phụ lục I asks for: before days under 10 and months 1 and 2."""
    if len(parts) != 3:
        return printed
    day, month, _ = parts
    wanted = [f"{int(day):02}", f"{int(month):02}" if int(month) <= 2 else month]
    pieces = iter(wanted)
    return _DIGITS.sub(lambda match: next(pieces, match[0]), printed, count=2)


def _codes(citation: Citation, read: Symbol) -> Iterator[Problem]:
    number = citation.printed_number or citation.number or ""
    if citation.type and not read.allows_type(citation.type):
        meant = read.type or "một loại khác"
        message = f"Ký hiệu của số {number} là của {meant}, không phải {citation.type}. Hãy kiểm tra lại"
        inherited = fold(citation.type) not in fold(citation.text)
        sure = {citation.type, meant} <= _NORMATIVE and not inherited
        yield Problem("TD403" if sure else "TD412", message, number, read.type)
    allowed = symbol.issuers_of(read)
    if citation.issuer and allowed and not issuer.can_be(citation.issuer, allowed):
        message = (
            f"Ký hiệu của số {number} là của {allowed[0]}, không phải {citation.issuer}. Hãy kiểm tra lại"
        )
        yield Problem("TD404", message, citation.issuer, allowed[0])


_NORMATIVE = frozenset(
    {
        "Nghị định",
        "Nghị quyết",
        "Quyết định",
        "Thông tư",
        "Thông tư liên tịch",
        "Chỉ thị",
        "Luật",
        "Pháp lệnh",
    }
    | {"một loại khác", "Bộ luật"}
)
"""Types whose codes nobody takes for another's; the others are mixed even in official texts."""


def _number(citation: Citation, number: str, read: Symbol) -> Iterator[Problem]:
    """Tell a number's faults of form: spaces, a missing zero, small letters."""
    printed = citation.printed_number or number
    written = number
    if _ONE_DIGIT.match(number) and (read.code or read.bodies):
        written = f"0{written}"
    pieces = _STROKE.split(written)
    written = "".join(
        _CASE.get(piece.upper(), piece.upper()) if _is_small(piece) else piece for piece in pieces
    )
    spaced = "\n" not in printed and any(fault.code == "space-in-number" for fault in citation.faults)
    if written != number or spaced:
        message = f"Số, ký hiệu “{' '.join(printed.split())}” viết sai thể thức. Hãy viết {written}"
        yield Problem("TD407", message, printed, written)


_DIGITS = re.compile(r"\d+")
_ONE_DIGIT = re.compile(r"[1-9](?!\d).")
_STROKE = re.compile(r"([/\-])")
_CASE = {"TTG": "TTg", "TTR": "TTr", "CTR": "CTr", "QĐI": "QĐi", "QYĐ": "QyĐ"}


def _is_small(piece: str) -> bool:
    """Tell whether a piece of a number is in small letters: qđ, ubnd, qh15; or is TTG for TTg."""
    bare = piece.rstrip("0123456789")
    return piece in {"TTG", "TTR"} or (len(bare) > 1 and bare.isalpha() and bare == bare.lower())


def _provision(citation: Citation, provision: str, text: str) -> Iterator[Problem]:
    """Tell a wrong order and wrong capitals; right is `điểm a khoản 2 Điều 5`."""
    units = [match[0] for match in _UNIT.finditer(provision)]
    if _is_in_wrong_order(provision, [_RANKS[unit.lower()] for unit in units]):
        message = f"“{provision}” viết ngược thứ tự. Hãy viết từ nhỏ đến lớn: điểm, khoản, rồi Điều"
        yield Problem("TD409", message, provision, _reordered(provision))
        return
    starts = _is_sentence_start(text, citation.start)
    for place, unit in enumerate(units):
        right = unit.lower() if unit.lower() in {"khoản", "điểm", "tiết"} else unit[0].upper() + unit[1:]
        if unit != right and not (place == 0 and starts) and not unit.isupper():
            message = f"“{provision}”: viết “{right}”; Điều viết hoa chữ đầu, khoản và điểm không viết hoa"
            yield Problem("TD409", message, provision, _with_capitals(provision, starts=starts))
            return


def _is_in_wrong_order(provision: str, ranks: list[int]) -> bool:
    """Tell whether a clause stands behind its article: `Điều 5 khoản 2`, `Điều 5, khoản 2` with no other."""
    behind = any(
        rank < _ARTICLE and _ARTICLE in ranks[:place] and _ARTICLE not in ranks[place:]
        for place, rank in enumerate(ranks)
    )
    return behind or bool(_CLAUSE_BEHIND.search(provision))


def _reordered(provision: str) -> str:
    """Put one point, clause and article into their order; empty where there are several of a kind."""
    units = _WHOLE_UNIT.findall(provision)
    if _WHOLE_UNIT.sub("", provision).strip(" ,") or len({unit.lower() for unit, _ in units}) != len(units):
        return ""
    ranked = sorted((_RANKS[unit.lower()], unit.lower(), value) for unit, value in units)
    return " ".join(f"{'Điều' if rank == _ARTICLE else unit} {value}" for rank, unit, value in ranked)


_CLAUSE_BEHIND = re.compile(
    r"\bđiều\s+\d+\w*\s+(?:khoản|điểm)\s"
    # “khoản 2 điểm a Điều 5”, but not “khoản 1, điểm a khoản 2 Điều 5”
    r"|\bkhoản\s+\d+\w*,?\s+(?:các\s+)?(?:điểm|tiết)\s(?:(?!khoản).)*(?:điều\s|\Z)"
    r"|\bđiểm\s+\w+,?\s+tiết\s(?:(?!điểm).)*(?:(?:khoản|điều)\s|\Z)",
    re.IGNORECASE | re.DOTALL,
)
_WHOLE_UNIT = re.compile(r"\b(điểm|khoản|điều|tiết)\s+(\d+(?:\.\d+)*\w?|\w)(?!\w)", re.IGNORECASE)
_UNIT = re.compile(r"\b(?:điểm|khoản|điều|tiết)\b(?=\s+\w)", re.IGNORECASE)
_RANKS = {"tiết": 0, "điểm": 1, "khoản": 2, "điều": 3}
_ARTICLE = 3


def _with_capitals(provision: str, *, starts: bool) -> str:
    written = _UNIT.sub(lambda m: "Điều" if m[0].lower() == "điều" else m[0].lower(), provision)
    return written[:1].upper() + written[1:] if starts else written


def _is_sentence_start(text: str, place: int) -> bool:
    before = text[max(0, place - 12) : place].rstrip(" \t“\"'(")
    return not before or before[-1] in ".:;\n-–+)•*" or before.endswith("./.")
