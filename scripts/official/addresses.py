"""Gather the addresses of official texts from the records of cited works: from data, never from prose."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.record import WorkRecord
from macros.work import official_address

if TYPE_CHECKING:
    from macros.library import Library


@dataclass(frozen=True, order=True)
class Official:
    """An address outside and the pages (paths below docs/) whose works' texts it shows."""

    address: str
    pages: tuple[str, ...]


def official_addresses(library: Library) -> list[Official]:
    """Give every address once, in order."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for page in library.works:
        record = page.record
        if isinstance(record, WorkRecord) and (address := official_address(record.vbpl, record.address)):
            found[address].append(page.path)
    return sorted(Official(address, tuple(sorted(pages))) for address, pages in found.items())
