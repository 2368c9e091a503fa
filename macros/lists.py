"""Write lists as Markdown: documents by kind, year, agency and field; where an agency is named; its tasks."""

from __future__ import annotations

import re
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

MOST = 50
"""How many entries an agency's page shows, so that it costs the same in a collection of any size."""


_LABEL = re.compile(r"^(\d*)([.+-])(?=\s)")
"""What Markdown takes for an item of a list: `2. Các sở …` at the start of a quoted text."""


def documents(page: str, plans: Iterable[Document]) -> str:
    """Write documents as a list of links with kind, number, date or year, and issuer."""
    return "\n".join(f"- {link(page, plan)}  \n  {_facts(plan)}" for plan in plans) or NOTHING


def naming(library: Library, page: str) -> str:
    """Write the newest documents that name the agency of this page, with the provisions where they do."""
    groups = _by_document(mentions(library).named.get(page, ()))
    rows = []
    for passages in groups[:MOST]:
        places = dict.fromkeys(passage.ident for passage in passages if passage.ident)
        where = ", ".join(_place(page, passages[0].document, ident) for ident in places)
        rows.append(f"- {link(page, passages[0].document)}" + (f"  \n  Tại: {where}" if where else ""))
    return _whole(rows, len(groups))


def tasks(library: Library, page: str) -> str:
    """Write the newest tasks given to the agency of this page, in the words of the documents."""
    found = mentions(library).tasks.get(page, ())
    rows = [
        f"- {escape(passage.text)}  \n"
        f"  — {_place(page, passage.document, passage.ident)}, {link(page, passage.document)}"
        for passage in found[:MOST]
    ]
    return _whole(rows, len(found))


def _by_document(passages: Iterable[Passage]) -> list[list[Passage]]:
    return [list(group) for _, group in groupby(passages, key=lambda passage: passage.document.path)]


def _whole(rows: list[str], total: int) -> str:
    rest = [f"*Trên đây là {MOST} mục mới nhất trong {total} mục.*"] if total > MOST else []
    return "\n\n".join(["\n".join(rows), *rest]) if rows else NOTHING


def link(page: str, document: Document) -> str:
    """Write a link to a document as seen from a page."""
    return f"[{escape(document.title)}]({address(page, document.path)})"


def escape(text: str) -> str:
    """Write text so that Markdown shows it as it is."""
    text = text.replace("&", "&amp;").replace("<", "&lt;")  # Markdown knows no \\<
    for sign in "\\`*_[]>#":
        text = text.replace(sign, f"\\{sign}")
    text = _LABEL.sub(r"\1\\\2", text)
    return text.replace("{", "&#123;").replace("}", "&#125;")


def _facts(plan: Document) -> str:
    record = plan.record
    if not isinstance(record, (DecisionRecord, OutlineRecord)):
        return ""
    day = record.issued_on if isinstance(record, DecisionRecord) else None
    dated = f"ngày {format_date(day)}" if day else f"năm {year_of(plan)}"
    return escape(f"{plan.kind.capitalize()} · {dated} · {record.issuer}")


def _place(page: str, document: Document, ident: str) -> str:
    """Write a link to a provision of a document in the right words."""
    if not ident:
        return f"[phần đầu]({address(page, document.path)})"
    return f"[{refer_to(document.provision_by_ident[ident])}]({address(page, document.path)}#{ident})"
