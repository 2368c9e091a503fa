"""Write the list of all cited works as Markdown: by type, each with its state, day and issuer."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from macros.lists import NOTHING, escape, link
from macros.record import WorkRecord
from macros.vietnamese import format_date, sentence_case
from macros.work_frame import STANDINGS

if TYPE_CHECKING:
    from macros.document import Document
    from macros.library import Library

TYPES = (
    "Hiến pháp",
    "Bộ luật",
    "Luật",
    "Pháp lệnh",
    "Nghị quyết",
    "Nghị định",
    "Quyết định",
    "Chỉ thị",
    "Thông tư",
)
"""The order of the types that have one; the others follow by name."""


def works(page: str, library: Library) -> str:
    """Write all works as rows to scan below a heading for each type, newest first."""
    parts = []
    for type_, group in groupby(sorted(library.works, key=_order), key=_type):
        rows = "\n".join(_row(page, document) for document in group)
        parts.append(f"## {escape(type_)}\n\n{rows}")
    return "\n\n".join(parts) or NOTHING


def _order(document: Document) -> tuple[int, str, int, str]:
    record = document.record
    year = (record.issue_year or 0) if isinstance(record, WorkRecord) else 0
    type_ = _type(document)
    return TYPES.index(type_) if type_ in TYPES else len(TYPES), type_, -year, document.path


def _type(document: Document) -> str:
    return document.record.type if isinstance(document.record, WorkRecord) else ""


def _row(page: str, document: Document) -> str:
    record = document.record
    if not isinstance(record, WorkRecord):
        return ""
    state = f"*{sentence_case(record.force)}*{{: .dau .{STANDINGS[record.force]} }}"
    day = format_date(record.issued_on) if record.issued_on else ""
    dated = day or (
        f"Năm {record.year}, ngày chưa xác minh" if record.year else "Ngày ban hành chưa xác minh"
    )
    return f"- {link(page, document)} {state}  \n  {escape(f'{dated} · {record.issuer}')}\n  {{: .muc }}"
