"""Judge citations: whether each exists, was in force when it was cited, and is correctly written."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from macros import citation_form, issuer, subject, symbol
from macros.issuer import Likeness
from macros.problem import Problem
from macros.resolution import Citing, Match, Resolution, is_title_of_another, resolve
from macros.vietnamese import format_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.citing.model import Citation
    from macros.registry import Works
    from macros.work import Work


@dataclass(frozen=True)
class Judgement:
    """A citation with what it means and what is wrong with it."""

    citation: Citation
    resolution: Resolution
    problems: tuple[Problem, ...]

    @property
    def key(self) -> str | None:
        """The key of the work that is meant; None when there is not exactly one."""
        return self.resolution.work.key if self.resolution.work else None


def judge(text: str, citations: Sequence[Citation], works: Works, citing: Citing) -> list[Judgement]:
    """Judge all citations of a text, in their order; what a page alone can tell is not judged here."""
    primary = list(_primary(text, citations))
    twice = _two_days(citations)
    return [
        _judged(citation, text, works, citing, is_primary=first, two_days=twice.get(place))
        for place, (citation, first) in enumerate(zip(citations, primary, strict=True))
    ]


def _judged(
    citation: Citation, text: str, works: Works, citing: Citing, *, is_primary: bool, two_days: Problem | None
) -> Judgement:
    said = subject.said_after(text, citation.end) or citation.title or ""
    resolution = resolve(citation, said, works, citing)
    written = citation_form.problems(citation, text, citing)
    problems = [said for problem in written for said in _confirmed(problem, citation, resolution)]
    if resolution.match is Match.OTHER_DAY or not {p.code for p in problems} & _ABOUT_DAY_OR_CODE:
        problems += _existence(citation, resolution, works)
    problems = _told_once(problems)
    problems += _letters(citation)
    if two_days and not {p.code for p in problems} & {"TD101", "TD102", "TD401", "TD405"}:
        problems.append(two_days)
    work = resolution.work
    if work and is_primary and not {p.code for p in problems} & {"TD105", "TD402"}:
        problems += _force(citation, work, works, citing)
    return Judgement(citation, resolution, tuple(problems))


def _told_once(problems: list[Problem]) -> list[Problem]:
    """Keep the one of two codes for one fault that says more: the right day, or the body of the code."""
    codes = {problem.code for problem in problems}
    idle = {less for more, less in _SAYS_MORE if {more, less} <= codes}
    return [problem for problem in problems if problem.code not in idle]


_SAYS_MORE = (("TD102", "TD402"), ("TD102", "TD405"), ("TD404", "TD104"))


def _confirmed(problem: Problem, citation: Citation, found: Resolution) -> Iterator[Problem]:
    """Make a question of what the registry has too: a decree of a ministry, a number of another year."""
    work = found.work
    has_its_number = work and symbol.key_of(work.number) == symbol.key_of(citation.number or "")
    message = problem.message.replace("Hãy kiểm tra lại", "Danh mục cũng ghi như vậy. Hãy kiểm tra lại")
    if (
        problem.code == "TD404"
        and work
        and issuer.likeness(work.issuer, citation.issuer or "") is Likeness.SAME
    ):
        yield replace(problem, code="TD104", message=message)
    elif problem.code == "TD405" and has_its_number and work and work.issued_on == citation.date:
        yield replace(problem, code="TD109", message=message)
    elif problem.code == "TD401" and has_its_number and work and work.issued_on:
        yield replace(problem, suggestion=format_date(work.issued_on))
    elif problem.code != "TD405" or work is None or has_its_number:
        yield problem


def _letters(citation: Citation) -> Iterator[Problem]:
    """Tell letters of other alphabets in a number; the rule VB102 finds them on pages."""
    for fault in citation.faults:
        if fault.code == "look-alike-letter":
            message = f"Số, ký hiệu {citation.number} có chữ lạ trông giống chữ Việt. Hãy gõ lại"
            yield Problem("VB102", message, fault.seen, fault.meant or "")


_ABOUT_DAY_OR_CODE = frozenset({"TD401", "TD402", "TD403"})
"""Faults of the writing that would only be told twice by the works that do not fit."""


def _existence(citation: Citation, found: Resolution, works: Works) -> Iterator[Problem]:
    """Verdict 1: tell what keeps the citation from being a known work."""
    number = citation.printed_number or citation.number or ""
    first = found.works[0] if found.works else None
    if first is None:
        return
    day = citation.printed_date or ""
    match found.match:
        case Match.SLIP:
            same = _same_as(citation, first)
            message = (
                f"Không có {_named(citation)}{_dated(citation)}; {same} là {first.type} số {first.number}"
            )
            yield Problem("TD101", message, number, first.number)
        case Match.OTHER_DAY:
            days = " hoặc ".join(format_date(work.issued_on) for work in found.works if work.issued_on)
            message = f"{first.cited_as} ban hành ngày {days}, không phải {day}. Hãy kiểm tra lại số và ngày"
            yield Problem("TD102", message, day, days)
        case Match.OTHER_TYPE:
            message = f"Số {number} ngày {day} là {first.type}, không phải {citation.type}. Hãy sửa tên loại"
            yield Problem("TD103", message, citation.type or "", first.type)
        case Match.OTHER_ISSUER:
            message = (
                f"{first.cited_as} do {first.issuer} ban hành, không phải {citation.issuer}. Hãy kiểm tra lại"
            )
            yield Problem("TD104", message, citation.issuer or "", first.issuer)
        case Match.SEVERAL:
            listed = "; ".join(map(_told, found.works[:5]))
            message = f"“{citation.text}” có thể là {len(found.works)} văn bản: {listed}. Hãy ghi thêm ngày"
            yield Problem("TD106", message, " ".join(citation.text.split()))
        case Match.HINT:
            message = f"Danh mục không có {_named(citation)}{_dated(citation)}. Hãy kiểm tra lại số và ngày"
            yield Problem("TD109", message, number, _told(first))
        case Match.DISORDER:
            told = ", ".join(
                f"số {w.number} ngày {format_date(w.issued_on)}" for w in found.works if w.issued_on
            )
            message = f"Số {number} ngày {day} trái thứ tự: {told}. Hãy kiểm tra lại số và ngày"
            yield Problem("TD109", message, number)
        case Match.ONE:
            yield from _as_registered(citation, first, works)


def _same_as(citation: Citation, meant: Work) -> str:
    """Say what a wrong number's citation shares with the work that is meant."""
    if citation.date is None:
        return f"{citation.type} {citation.title}"
    written, known = symbol.read(citation.number or ""), meant.symbol
    if written and known and (written.ordinal, written.year) == (known.ordinal, known.year):
        return "cùng số thứ tự, cùng ngày ấy"
    return "cùng ngày, cùng nội dung ấy"


def _as_registered(citation: Citation, work: Work, works: Works) -> Iterator[Problem]:
    """Compare a citation with the one work that it means."""
    number = citation.number or ""
    if number and is_title_of_another(citation, work, works):
        other = works.titled(citation.title or "")[0]
        message = (
            f"Số {number} là {work.type} {work.title}; {citation.type} {citation.title} có số {other.number}"
        )
        yield Problem("TD105", message, number, other.number)
    printed, known = (_compared(one, work) for one in (number, work.number))
    is_whole = bool(number) and symbol.key_of(number) == symbol.key_of(work.number)
    if is_whole and printed != known and not work.is_doubtful:
        message = f"Ký hiệu của số {number} viết sai. Hãy viết {work.number}"
        yield Problem("TD110", message, citation.printed_number or number, work.number)


def _compared(number: str, work: Work) -> str:
    """Write a number as its symbol is compared: joint documents part their bodies by either stroke."""
    plain = symbol.canonical(number).upper().lstrip("0").replace("&", "")
    return plain.replace("/", "-") if work.symbol and len(work.symbol.bodies) > 1 else plain


def _force(citation: Citation, work: Work, works: Works, citing: Citing) -> Iterator[Problem]:
    """Verdict 2: was the work in force on the citing day? Nothing is said where a day is not known."""
    value = " ".join(citation.text.split())
    if citing.earliest and works.had_lapsed(work, citing.earliest):
        since = f" từ ngày {format_date(work.lapsed_on)}" if work.lapsed_on else ""
        successors = works.in_place_of(work, citing.earliest)
        by = f"; văn bản thay thế: {', '.join(w.cited_as for w in successors)}" if successors else ""
        message = f"{work.cited_as} đã hết hiệu lực{since}, trước khi văn bản này ban hành{by}"
        yield Problem("TD201", message, value, successors[-1].cited_as if successors else "")
    elif citing.latest and work.in_force_from and work.in_force_from > citing.latest:
        begin = format_date(work.in_force_from)
        message = f"{work.cited_as} có hiệu lực từ ngày {begin}, sau ngày văn bản này ban hành"
        yield Problem("TD202", message, value)


def _primary(text: str, citations: Sequence[Citation]) -> Iterator[bool]:
    """Tell of each citation whether the text leans on it, not only names it.

    What stands in another work's title, is replaced, amended or of the past may have lapsed long ago.
    """
    end = 0
    for citation in citations:
        before = text[max(end, citation.start - _REACH) : citation.start]
        is_first = not end or bool(_NEW_SENTENCE.search(before)) or bool(_JOINED.fullmatch(before))
        said_before = text[max(0, citation.start - _REACH) : citation.start]
        passing = _PASSING.search(_STOP.split(said_before)[-1])
        behind = _PASSING_BEHIND.match(text, citation.end)
        yield is_first and not passing and not behind
        end = citation.end


_REACH = 200
_STOP = re.compile(r"[;\n]|\.\s")
_NEW_SENTENCE = re.compile(r";|\n\s*\n|\n\s*(?:Căn cứ|-|\d+\.)|\.\s")
_JOINED = re.compile(r"\s*(?:,|và|hoặc|;)?\s*")
_PASSING = re.compile(
    r"thay thế|bãi bỏ|hủy bỏ|hết hiệu lực|sửa đổi|bổ sung|trước đây|trước ngày|đính chính|ngưng|đã được"
    r"|thực hiện\s+(?:theo\s+)?các",
    re.IGNORECASE,
)
_PASSING_BEHIND = re.compile(
    r"[^;.]{0,120}?(?:hết hiệu lực|được thay thế|bị thay thế|bị bãi bỏ)", re.IGNORECASE | re.DOTALL
)


def _two_days(citations: Sequence[Citation]) -> dict[int, Problem]:
    """Find numbers that a text gives two days: one that bears its year, or two days of one year."""
    first: defaultdict[tuple[str, str, int], list[Citation]] = defaultdict(list)
    found: dict[int, Problem] = {}
    for place, citation in enumerate(citations):
        read = symbol.read(citation.number) if citation.number and citation.date else None
        if read is None or citation.date is None or not (read.code or read.bodies):
            continue
        year = read.year or citation.date.year
        others = first[citation.type or "", symbol.key_of(citation.number or ""), year]
        rival = next(
            (o for o in others if o.date != citation.date and _of_one_issuer(o, citation, read)), None
        )
        if rival:
            message = (
                f"Số {citation.number} ghi ngày {citation.printed_date}, ở trên ghi ngày "
                f"{rival.printed_date}. Hãy kiểm tra lại ngày"
            )
            found[place] = Problem("TD406", message, citation.printed_date or "", rival.printed_date or "")
        if len(others) < _MOST_COMPARED and not any(_is_again(other, citation) for other in others):
            others.append(citation)
    return found


_MOST_COMPARED = 20
"""A number that comes a thousand times is not compared with each of its mentions."""


def _is_again(first: Citation, second: Citation) -> bool:
    return (first.date, first.issuer) == (second.date, second.issuer)


def _of_one_issuer(first: Citation, second: Citation, read: symbol.Symbol) -> bool:
    """Tell whether two numbers of one form are of one issuer: by the names, or by a code that few have."""
    if not read.is_local or (first.issuer and first.issuer == second.issuer):
        return True
    return not (first.issuer and second.issuer) and not read.is_of_everyone


def _named(citation: Citation) -> str:
    number = citation.number or ""
    return f"{citation.type} số {number}" if citation.type else f"văn bản số {number}"


def _dated(citation: Citation) -> str:
    return f" ngày {citation.printed_date}" if citation.printed_date else ""


def _told(work: Work) -> str:
    day = (
        f" ngày {format_date(work.issued_on)}" if work.issued_on else f" năm {work.year}" if work.year else ""
    )
    return f"{work.cited_as}{day}"
