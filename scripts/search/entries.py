"""Say of each page that can be searched what is known of it and what stands on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from macros.frame import site_address
from macros.record import AgencyRecord, PageRecord
from macros.reference import refer_to
from macros.vietnamese import format_date, sentence_case
from scripts.search.passages import Passage, passages

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from macros.document import Document
    from macros.library import Library

GUIDE: Final = "Hướng dẫn"
DRAFT: Final = "dự thảo"
UNKNOWN: Final = "chưa xác minh"
NOT_FOUND_BY: Final = frozenset({"index.md", "tim-kiem.md", "404.md"})
"""Pages that lead to others, and hold nothing of their own."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A page as the search knows it; `address` is relative to the site's root."""

    address: str
    kind: str
    title: str
    number: str
    issued_on: date | None
    year: int | None
    issuer: str
    fields: tuple[str, ...]
    status: str
    names: tuple[str, ...]
    """Other names by which the page is asked for; they count as its title."""
    passages: tuple[tuple[Passage, str], ...]
    """Each passage with the words that say where it stands: `khoản 1 Điều 2`."""

    @property
    def newness(self) -> tuple[int, str, str]:
        """Order entries by date, or year where there is no date; pages without either are oldest."""
        return self.year or 0, self.issued_on.isoformat() if self.issued_on else "", self.address


def entries(library: Library, site: Path) -> list[Entry]:
    """Read the entries of a built site, newest first; a page that was not built has none."""
    found = [
        _entry(page, library, file.read_bytes())
        for page in library.documents.values()
        if is_searched(page) and (file := site / _address(page) / "index.html").is_file()
    ]
    return sorted(found, key=lambda entry: entry.newness, reverse=True)


def is_searched(page: Document) -> bool:
    """Tell whether a page can be found: records and guides, not the lists that lead to them."""
    if page.record is None or page.path in NOT_FOUND_BY:
        return False
    return not isinstance(page.record, PageRecord) or (
        page.record.language == "vi" and not (page.path.endswith("index.md") and "huong-dan" not in page.path)
    )


def _address(page: Document) -> str:
    return site_address("index.md", page.path)


def _entry(page: Document, library: Library, built: bytes) -> Entry:
    record = page.record
    issuer = str(getattr(record, "issuer", None) or "")
    agency = library.agency(issuer) if issuer else None
    day = getattr(record, "issued_on", None)
    return Entry(
        address=_address(page),
        kind=sentence_case(page.kind) or GUIDE,
        title=page.title,
        number=str(getattr(record, "number", None) or ""),
        issued_on=day,
        year=day.year if day else getattr(record, "issue_year", None) or getattr(record, "year", None),
        issuer=agency.title if agency else issuer,
        fields=tuple(getattr(record, "fields", ())),
        status=_status(page),
        names=tuple(_names(page)),
        passages=tuple(
            (passage, _place(page, passage))
            for passage in passages(built)
            if page.is_paper or not page.kind or not (passage.ident or passage.is_heading)
        ),  # below the headings of an agency or a work are only lists of other pages
    )


def _status(page: Document) -> str:
    """Say whether a document is in force or an agency at work; of a draft, that it is one."""
    if getattr(page.record, "status", "") == DRAFT:
        return DRAFT
    status = str(getattr(page.record, "force", None) or getattr(page.record, "state", None) or "")
    if status != UNKNOWN:
        return status
    return f"{'trạng thái' if isinstance(page.record, AgencyRecord) else 'hiệu lực'} {UNKNOWN}"


def _names(page: Document) -> Iterator[str]:
    record = page.record
    yield from getattr(record, "other_names", ())
    yield from getattr(record, "abbreviations", ())
    if isinstance(record, AgencyRecord) and record.code:
        yield record.code


def _place(page: Document, passage: Passage) -> str:
    provision = page.provision_by_ident.get(passage.ident) if page.is_paper else None
    return sentence_case(refer_to(provision)) if provision else ""


def facts(entry: Entry) -> str:
    """Write what the record says of a page besides its title, for those who search by it."""
    parts = [entry.issuer, *entry.fields, f"năm {entry.year}" if entry.year else ""]
    if entry.issued_on:
        parts.append(f"ngày {format_date(entry.issued_on)}")
    return "; ".join(filter(None, parts))
