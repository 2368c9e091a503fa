"""What the page of a cited work shows, from its record and from the works that amend or replace others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.unbroken import marked_up
from macros.vietnamese import format_date, sentence_case
from macros.work import official_address

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from macros.document import Document
    from macros.library import Library
    from macros.record import Change, WorkRecord

Values = dict[str, object]


def values(
    document: Document, record: WorkRecord, library: Library, link: Callable[[Document | None], Values]
) -> Values:
    """Give the plain values of a work's page; what is not known is empty, and the template says so.

    `link` gives title and address of another page as seen from this one.
    """
    return {
        "kieu": "can-cu",
        "ten": document.title,
        "ten_html": marked_up(document.title),
        "ten_loai": record.type,
        "so_ky_hieu": record.number or "",
        "ngay_ban_hanh": _day(record.issued_on),
        "nam": "" if record.issued_on else record.year or "",
        "co_quan": record.issuer,
        "co_quan_trang": link(library.agency(record.issuer)),
        "trich_yeu": sentence_case(record.title or ""),
        "ten_khac": list(record.other_names),
        "viet_tat": list(record.abbreviations),
        "hieu_luc": record.force,
        "hieu_luc_lop": STANDINGS[record.force],
        "hieu_luc_tu": _day(record.in_force_from),
        "het_hieu_luc_tu": _day(record.lapsed_on),
        "lien_quan": _relations(document, record, library, link),
        "dia_chi": official_address(record.vbpl, record.address),
        "chua_xac_minh": list(record.unverified),
        "ghi_chu": record.note or "",
        "nguon": [
            {
                "noi_dung": source.text,
                "xem_ngay": _day(source.seen_on),
                "cho": ", ".join(LABELS.get(key, key) for key in source.about),
            }
            for source in record.sources
        ],
    }


STANDINGS = {
    "còn hiệu lực": "con",
    "chưa có hiệu lực": "chua-co",
    "hết hiệu lực một phần": "mot-phan",
    "hết hiệu lực toàn bộ": "het",
    "ngưng hiệu lực": "ngung",
    "chưa xác minh": "chua-ro",
}
"""The style class of each state of force; the words stand beside it, never the colour alone."""

LABELS = {
    "so_ky_hieu": "số, ký hiệu",
    "ngay_ban_hanh": "ngày ban hành",
    "co_quan": "cơ quan ban hành",
    "trich_yeu": "trích yếu",
    "hieu_luc_tu": "ngày có hiệu lực",
    "het_hieu_luc_tu": "ngày hết hiệu lực",
    "hieu_luc": "hiệu lực",
    "sua_doi_boi": "văn bản sửa đổi, bổ sung",
    "thay_the_boi": "văn bản thay thế",
}
"""What readers call the facts that a source is for."""


def _relations(
    document: Document, record: WorkRecord, library: Library, link: Callable[[Document | None], Values]
) -> list[Values]:
    """Name the works that changed this one, and those that it changed."""
    groups = {
        "Được thay thế bởi": [_change(change, library, link) for change in record.replaced_by],
        "Được sửa đổi, bổ sung bởi": [_change(change, library, link) for change in record.amended_by],
        "Thay thế": list(map(link, library.replaces(document))),
        "Sửa đổi, bổ sung": list(map(link, library.amends(document))),
    }
    return [{"nhan": label, "muc": works} for label, works in groups.items() if works]


def _change(change: Change, library: Library, link: Callable[[Document | None], Values]) -> Values:
    shown = link(library.work(change.work)) or {"ten": change.work, "url": ""}
    return shown | {"theo": change.provision or "", "tu_ngay": _day(change.since)}


def _day(day: date | None) -> str:
    return format_date(day) if day else ""
