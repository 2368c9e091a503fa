"""Write lists as Markdown: documents by kind, year, agency and field; where an agency is named; its tasks."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from macros.document import plain_subject
from macros.library import address
from macros.mentions import Passage, mentions
from macros.record import AgencyRecord, DecisionRecord, OutlineRecord
from macros.reference import refer_to
from macros.vietnamese import format_date, grouped_digits, sentence_case, slug

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
    """Write documents as rows to scan: kind and number, status, subject, day or year, issuer, force."""
    return "\n".join(_row(page, plan) for plan in plans) or NOTHING


def agencies(page: str, library: Library) -> str:
    """Write all agencies as rows: name, abbreviation, state where it is over, how many documents name it."""
    found = {path: _by_document(passages) for path, passages in mentions(library).named.items()}
    pages = [d for d in library.documents.values() if isinstance(d.record, AgencyRecord)]
    rows = [_agency(page, d, len(found.get(d.path, ()))) for d in sorted(pages, key=lambda d: slug(d.title))]
    return "\n".join(rows) or NOTHING


def ways(page: str, entries: Iterable[tuple[str, str, int]]) -> str:
    """Write links to other lists (name, path) with how many documents each holds."""
    return (
        "\n".join(
            f"- [{escape(name)}]({address(page, path)}) *{grouped_digits(count)} văn bản*\n  {{: .loi }}"
            for name, path, count in entries
        )
        or NOTHING
    )


def naming(library: Library, page: str) -> str:
    """Write the newest documents that name the agency of this page, with the provisions where they do."""
    groups = _by_document(mentions(library).named.get(page, ()))
    rows = []
    for passages in groups[:MOST]:
        places = dict.fromkeys(passage.ident for passage in passages if passage.ident)
        where = ", ".join(_place(page, passages[0].document, ident) for ident in places)
        rows.append(_row(page, passages[0].document, f"Tại: {where}" if where else ""))
    return _whole(rows, len(groups))


def tasks(library: Library, page: str) -> str:
    """Write the newest tasks given to the agency of this page, in the words of the documents."""
    found = mentions(library).tasks.get(page, ())
    rows = [
        f"- “{escape(passage.text)}”  \n  *{_cited(page, passage)}*\n  {{: .viec }}"
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


def _row(page: str, plan: Document, more: str = "") -> str:
    """Write a document as an item of three or four lines, which the style sheet lays out."""
    record = plan.record
    if not isinstance(record, (DecisionRecord, OutlineRecord)):
        return f"- {link(page, plan)}"
    head = f"**{plan.kind.capitalize()}**{{: .loai }} {_number(record)} {_status(record)}"
    lines = [head, f"[{escape(_subject(record))}]({address(page, plan.path)})", _facts(record), more]
    return "- " + "  \n  ".join(filter(None, lines)) + "\n  {: .muc }"


def _number(record: DecisionRecord | OutlineRecord) -> str:
    if isinstance(record, OutlineRecord):
        return f"năm {record.issue_year}"
    return escape(f"số {record.number}" if record.number else "số để trống")


def _status(record: DecisionRecord | OutlineRecord) -> str:
    shape = "du-thao" if record.status == "dự thảo" else "da-ban-hanh"
    return f"*{sentence_case(record.status)}*{{: .dau .{shape} }}"


def _subject(record: DecisionRecord | OutlineRecord) -> str:
    """Say what a document is about, so that a decision and the outline that it approves read apart."""
    if isinstance(record, OutlineRecord):
        return f"Đề cương {record.subject.rstrip('.')}"
    return plain_subject(record.subject)


def _facts(record: DecisionRecord | OutlineRecord) -> str:
    if isinstance(record, OutlineRecord):
        return escape(record.issuer)
    dated = format_date(record.issued_on) if record.issued_on else f"Năm {record.issue_year}, ngày để trống"
    known = record.force != "chưa xác minh"
    force = f"*{sentence_case(record.force)}*{{: .hieu-luc }}" if known else "Hiệu lực chưa xác minh"
    return f"{escape(f'{dated} · {record.issuer}')} · {force}"


def _agency(page: str, document: Document, naming_it: int) -> str:
    record = document.record
    if not isinstance(record, AgencyRecord):
        return ""
    over = record.state in {"đã sáp nhập", "đã kết thúc hoạt động"}
    names = f" ({escape('; '.join(record.abbreviations))})" if record.abbreviations else ""
    state = f" *{sentence_case(record.state)}*{{: .dau .het }}" if over else ""
    kept = f"Kế tục: {escape(record.successor)}" if record.successor else ""
    named = f"{grouped_digits(naming_it)} văn bản nêu tên" if naming_it else "Chưa văn bản nào nêu tên"
    facts = " · ".join(filter(None, [named, kept]))
    return f"- {link(page, document)}{names}{state}  \n  {facts}\n  {{: .muc }}"


def _cited(page: str, passage: Passage) -> str:
    """Write where a passage stands: the provision, then the document by its number or else its title."""
    place, record = _place(page, passage.document, passage.ident), passage.document.record
    if not (isinstance(record, DecisionRecord) and record.number):
        return f"{place}, {link(page, passage.document)}"
    dated = f" ngày {format_date(record.issued_on)}" if record.issued_on else f" năm {record.issue_year}"
    named = escape(f"Quyết định số {record.number}{dated}")
    return f"{place}, [{named}]({address(page, passage.document.path)})"


def _place(page: str, document: Document, ident: str) -> str:
    """Write a link to a provision of a document in the right words."""
    if not ident:
        return f"[phần đầu]({address(page, document.path)})"
    return f"[{refer_to(document.provision_by_ident[ident])}]({address(page, document.path)}#{ident})"
