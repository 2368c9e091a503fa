"""The grammar of legal citations: text → Citation, Citation → text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.citing import faults as faults_of
from macros.citing.cleaning import clean
from macros.citing.finding import go_through
from macros.citing.grammar import fold_number, read_date
from macros.citing.issuers import written
from macros.citing.model import Citation, Fault
from macros.vietnamese import format_date

if TYPE_CHECKING:
    from macros.citing.cleaning import Cleaned
    from macros.citing.parts import Found, Span

__all__ = ["Citation", "Fault", "find", "find_in_markdown", "write"]

_UNSEEN = "\u200b"
"""What the grammar reads over, as readers do over the signs of emphasis: a space of no width."""


def find(text: str) -> list[Citation]:
    """Find the citations of a text, in order and apart; spans count code points of the text as given."""
    cleaned = clean(text)
    return [_assemble(cleaned, found) for found in go_through(cleaned.text)]


def find_in_markdown(text: str) -> list[Citation]:
    """Find the citations of Markdown as of its words: `Nghị định số **30/2020/NĐ-CP**` is one."""
    if "*" not in text:
        return find(text)
    return [
        found._replace(
            text=text[found.start : found.end],
            printed_number=found.printed_number and found.printed_number.replace(_UNSEEN, ""),
            printed_date=found.printed_date and found.printed_date.replace(_UNSEEN, ""),
            faults=tuple(fault for fault in found.faults if fault.seen.replace(_UNSEEN, "") != fault.meant),
        )
        for found in find(text.replace("*", _UNSEEN))
    ]


def _assemble(cleaned: Cleaned, found: Found) -> Citation:
    """Make a citation of what was found: spans into the given text, values from the clean one."""
    text, work_type = cleaned.text, found.work_type
    start, end = cleaned.origins(found.start, found.end)
    number = date = year = printed_number = printed_date = None
    faults: tuple[Fault, ...] = ()
    if found.number:
        printed_number = cleaned.printed(*found.number)
        number = fold_number(_words(text, found.number))
        faults = faults_of.in_number(printed_number, number, work_type)
    if found.date:
        printed_date = cleaned.printed(*found.date)
        date, year = read_date(_words(text, found.date))
        if date is None and not printed_date.isdigit():
            faults += (faults_of.in_date(printed_date, year),)
    return Citation(
        start,
        end,
        cleaned.given[start:end],
        work_type.name if work_type else None,
        number,
        date,
        written(_words(text, found.issuer)) if found.issuer else None,
        " ".join(_words(text, found.title).split()) if found.title else None,
        year,
        " ".join(_words(text, found.provision).split()) if found.provision else None,
        found.relative,
        printed_date,
        printed_number,
        faults,
    )


def _words(text: str, span: Span) -> str:
    start, end = span
    return text[start:end]


def write(citation: Citation) -> str:
    """Write a citation in the usual order: provision, type, title, number, date, issuer."""
    if citation.relative:
        return " ".join(filter(None, (citation.provision, citation.type and f"{citation.type} này")))
    parts = (
        citation.provision,
        citation.type,
        citation.title,
        f"số {citation.number}" if citation.number else None,
        f"ngày {format_date(citation.date)}" if citation.date else None,
        f"năm {citation.year}" if citation.year else None,
        f"của {citation.issuer}" if citation.issuer else None,
    )
    return " ".join(filter(None, parts))
