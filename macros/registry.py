"""Look works up: by number, day and title, among the registry's pages and the lines of catalogues."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, TypeVar

from macros import symbol
from macros.record import DecisionRecord, WorkRecord
from macros.series import series_of
from macros.work import Work, official_address, plain_title

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from macros.document import Document
    from macros.series import Key, Series


K = TypeVar("K")


@dataclass(frozen=True, eq=False)
class Works:
    """All works that are known, with indexes; a work of two sources is one entry."""

    entries: tuple[Work, ...]

    @cached_property
    def by_key(self) -> dict[str, Work]:
        """The works by their keys."""
        return {work.key: work for work in self.entries}

    @cached_property
    def by_number(self) -> dict[str, list[Work]]:
        """The works that bear each number, as `symbol.key_of` writes it."""
        return _grouped((symbol.key_of(work.number), work) for work in self.entries if work.number)

    @cached_property
    def by_short_number(self) -> dict[tuple[str, int, str], list[Work]]:
        """The works by number without code, year and type: Nghị định 305/2025."""
        return _grouped(
            ((work.symbol.ordinal, work.symbol.year, work.type), work)
            for work in self.entries
            if work.symbol and work.symbol.year
        )

    @cached_property
    def by_day(self) -> dict[date, list[Work]]:
        """The works of each day of issue."""
        return _grouped((work.issued_on, work) for work in self.entries if work.issued_on)

    @cached_property
    def by_series(self) -> dict[Key, Series]:
        """The works of each type, body and year in the order of their numbers."""
        return series_of(self.entries)

    @cached_property
    def by_title(self) -> dict[str, list[Work]]:
        """The laws by title, other names and abbreviations, as `plain_title` writes them."""
        laws = (work for work in self.entries if work.is_law)
        return _grouped((name, work) for work in laws for name in _titles(work))

    def numbered(self, number: str, type_: str | None = None) -> list[Work]:
        """Find the works that bear a number; a number without code (305/2025) needs its type."""
        found = self.by_number.get(symbol.key_of(number), [])
        if found or not type_:
            return found
        read = symbol.read(number)
        if read is None or read.code or read.bodies or not read.year:
            return []
        return self.by_short_number.get((read.ordinal, read.year, type_), [])

    def lapsed_by(self, work: Work) -> date | None:
        """Give the day on which a work had lapsed at the latest; None where that is not known.

        Its own day, or where that is not verified the one from which all that replaced it was in force, or
        had lapsed in its turn.
        """
        if work.lapsed_on or work.force != "hết hiệu lực toàn bộ":
            return work.lapsed_on
        replacing = [self.by_key.get(key) for key in work.successors]
        days = [day for one in replacing if one and (day := one.in_force_from or one.lapsed_on)]
        return max(days) if days and len(days) == len(replacing) else None

    def had_lapsed(self, work: Work, day: date) -> bool:
        """Tell whether a work is known to have lapsed by a day; where none is known, since it was seen."""
        if lapsed := self.lapsed_by(work):
            return lapsed <= day
        return bool(work.force == "hết hiệu lực toàn bộ" and work.seen_on and work.seen_on <= day)

    def in_place_of(self, work: Work, day: date) -> list[Work]:
        """Give what stood in a lapsed work's place on a day; what replaced it may have lapsed too."""
        found, seen, waiting = [], {work.key}, list(work.successors)
        for key in waiting:  # grows as it is gone through
            one = self.by_key.get(key)
            if one is None or key in seen:
                continue
            seen.add(key)
            if one.successors and self.had_lapsed(one, day):
                waiting += one.successors
            else:
                found.append(one)
        return found

    def titled(self, title: str) -> list[Work]:
        """Find the laws of a title, whichever their day."""
        return self.by_title.get(plain_title(title), []) if title else []


def works_of(pages: Iterable[Document], catalogue: Iterable[Work] = ()) -> Works:
    """Gather the works of pages and of a catalogue; a page's facts go first, a catalogue fills its blanks."""
    own = [work for page in pages if (work := work_of(page))]
    by_number = _grouped((symbol.key_of(work.number), work) for work in own if work.number)
    filled: dict[str, Work] = {}
    others = []
    for listed in catalogue:
        same = [work for work in by_number.get(symbol.key_of(listed.number), []) if _is_same(work, listed)]
        if len(same) == 1:
            filled[same[0].key] = _filled(same[0], listed)
        else:
            others.append(listed)
    return Works(tuple(chain((filled.get(work.key, work) for work in own), others)))


def work_of(page: Document) -> Work | None:
    """Take a page as a work: a registry page, or a decision of this site that has its number and day."""
    record = page.record
    if isinstance(record, WorkRecord):
        return _registered(page.path, record)
    if isinstance(record, DecisionRecord) and record.number and record.issued_on:
        return Work(
            PurePosixPath(page.path).stem,
            "Quyết định",
            record.number,
            record.issued_on,
            record.issued_on.year,
            record.issuer,
            record.subject,
            force=record.force,
            page=page.path,
        )
    return None


def _registered(path: str, record: WorkRecord) -> Work:
    days = [source.seen_on for source in record.sources if source.seen_on]
    return Work(
        PurePosixPath(path).stem,
        record.type,
        record.number or "",
        record.issued_on,
        record.issue_year,
        record.issuer,
        record.title or "",
        (*record.other_names, *record.abbreviations),
        record.in_force_from,
        record.lapsed_on,
        record.force,
        max(days, default=None),
        tuple(change.work for change in record.replaced_by),
        official_address(record.vbpl, record.address),
        page=path,
    )


def _is_same(page: Work, listed: Work) -> bool:
    """Tell whether a catalogue's line is of the same work as a page: type, number and day, or its year."""
    if page.type != listed.type or not listed.issued_on:
        return False
    return page.issued_on == listed.issued_on if page.issued_on else page.year == listed.issued_on.year


def _filled(page: Work, listed: Work) -> Work:
    return replace(
        page,
        issued_on=page.issued_on or listed.issued_on,
        in_force_from=page.in_force_from or listed.in_force_from,
        force=listed.force if page.force == "chưa xác minh" else page.force,
        seen_on=listed.seen_on if page.force == "chưa xác minh" else page.seen_on,
        address=page.address or listed.address,
    )


def _titles(work: Work) -> set[str]:
    return {plain_title(title) for title in (work.title, *work.names)}


def _grouped(pairs: Iterable[tuple[K, Work]]) -> dict[K, list[Work]]:
    groups: defaultdict[K, list[Work]] = defaultdict(list)
    for key, work in pairs:
        groups[key].append(work)
    return dict(groups)
