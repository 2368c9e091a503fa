"""Write lists as Markdown: documents by kind, year, agency and field; where an agency is named; its tasks."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from macros.library import address, year_of
from macros.mentions import Passage, mentions
from macros.record import DecisionRecord, OutlineRecord
from macros.reference import refer_to
from macros.vietnamese import format_date

if TYPE_CHECKING:
    from collections.abc import Iterable

    from macros.document import Document
    from macros.library import Library

NOTHING = "*Chưa có.*"


def documents(library: Library, page: str, plans: Iterable[Document]) -> str:
    """Write documents as a list of links with kind, number, date or year, and issuer."""
    return "\n".join(f"- {link(page, plan)}  \n  {_facts(plan)}" for plan in plans) or NOTHING


def naming(library: Library, page: str) -> str:
    """Write the documents that name the agency of this page, with the provisions where they do."""
    found = mentions(library).named.get(page, ())
    rows = []
    for _, group in groupby(found, key=lambda passage: passage.document.path):
        passages = list(group)
        places = list(dict.fromkeys(passage.ident for passage in passages if passage.ident))
        where = ", ".join(f"[{_words(passages[0].document, ident)}]({_target(page, passages[0], ident)})" for ident in places)
        rows.append(f"- {link(page, passages[0].document)}" + (f"  \n  Tại: {where}" if where else ""))
    return "\n".join(rows) or NOTHING


def tasks(library: Library, page: str) -> str:
    """Write the tasks given to the agency of this page, in the words of the documents."""
    rows = []
    for passage in mentions(library).tasks.get(page, ()):
        place = f"[{_words(passage.document, passage.ident)}]({_target(page, passage, passage.ident)})"
        rows.append(f"> {escape(passage.text)}\n>\n> — {place}, {link(page, passage.document)}")
    return "\n\n".join(rows) or NOTHING


def link(page: str, document: Document) -> str:
    """Write a link to a document as seen from a page."""
    return f"[{escape(document.title)}]({address(page, document.path)})"


def escape(text: str) -> str:
    """Write text so that Markdown shows it as it is."""
    for sign in "\\`*_[]<>#":
        text = text.replace(sign, f"\\{sign}")
    return text.replace("{", "&#123;").replace("}", "&#125;")


def _facts(plan: Document) -> str:
    record = plan.record
    if not isinstance(record, (DecisionRecord, OutlineRecord)):
        return ""
    day = record.issued_on if isinstance(record, DecisionRecord) else None
    dated = f"ngày {format_date(day)}" if day else f"năm {year_of(plan)}"
    return escape(f"{plan.kind.capitalize()} · {dated} · {record.issuer}")


def _words(document: Document, ident: str) -> str:
    provision = next((p for p in document.structure.provisions() if p.ident == ident), None)
    return refer_to(provision) if provision else "phần đầu"


def _target(page: str, passage: Passage, ident: str) -> str:
    return address(page, passage.document.path) + (f"#{ident}" if ident else "")
