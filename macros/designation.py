"""Write how a document is cited for the first time: type, number, symbol, date, issuer, subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.record import DecisionRecord, OutlineRecord
from macros.vietnamese import date_in_words

if TYPE_CHECKING:
    from macros.document import Document
    from macros.library import Library

BLANK = "…"
"""What stands for a number that the paper leaves blank before its symbol."""


def first_citation(document: Document, library: Library) -> str:
    """Write the words that name a document in full (NĐ 30/2020 Phụ lục I); empty for other pages.

    What the source leaves blank is said to be blank and never made up. A provision goes before these
    words: `khoản 1 Điều 2 Quyết định số 12/QĐ-UBND ngày …`.
    """
    record = document.record
    if isinstance(record, DecisionRecord):
        return _with_blanks(f"{_decision(record)} {_subject(record.subject)}", record)
    if isinstance(record, OutlineRecord):
        approving = library.approving(document)
        return _outline(record, approving.record if approving else None)
    return ""


def _decision(record: DecisionRecord) -> str:
    """Write `Quyết định số 12/QĐ-UBND ngày 05 tháng 3 năm 2020 của Chủ tịch …`, as far as it is known."""
    number = record.number or (f"{BLANK}/{record.symbol}" if record.symbol else "")
    words = [
        "Quyết định" if record.status == "đã ban hành" else "Dự thảo Quyết định",
        f"số {number}" if number else "",
        date_in_words(record.issued_on) if record.issued_on else f"năm {record.issue_year}",
        f"của {record.authority}",
    ]
    return " ".join(filter(None, words))


def _subject(subject: str) -> str:
    """Write a subject as it follows an issuer: `Về việc phê duyệt …` with a small letter."""
    words = subject.rstrip(".").split(" ")
    if words[0] == "V/v":
        words[0] = "về việc"
    elif not words[0][1:2].isupper() and not (words[1:] and words[1][:1].isupper()):
        words[0] = words[0][:1].lower() + words[0][1:]
    return " ".join(words)


def _with_blanks(words: str, record: DecisionRecord) -> str:
    """Add what the source of an issued decision does not say."""
    blanks = [
        name
        for name, known in (
            ("số", record.number),
            ("ký hiệu", record.number or record.symbol),
            ("ngày ban hành", record.issued_on),
        )
        if not known
    ]
    if not blanks or record.status != "đã ban hành":
        return words
    return f"{words} (bản nguồn không ghi {', '.join(blanks)})"


def _outline(record: OutlineRecord, decision: object) -> str:
    """Write `Đề cương … kèm theo Quyết định số …`: the outline's own name says what the decision is about."""
    name = f"Đề cương {record.subject.rstrip('.')}"
    if isinstance(decision, DecisionRecord):
        return _with_blanks(f"{name} kèm theo {_decision(decision)}", decision)
    if record.attached_to:
        return f"{name} {' '.join(record.attached_to.split())}"
    return f"{name}, năm {record.issue_year}, của {record.issuer}"
