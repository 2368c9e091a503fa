"""Know in which order a body numbers its works of a year, to tell numbers and days that cannot agree."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from macros import issuer

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from macros.symbol import Symbol
    from macros.work import Work

_FEW = 4
"""One in so many may be out of order; of the ministries' works one in fifty is."""

Key = tuple[str, str, tuple[str, ...], bool, int, str]

MOST_TOLD = 3
"""So many works out of order are looked for; one or two are out of order in any register."""


@dataclass(frozen=True, eq=False)
class Series:
    """The works of one type, body and year in the order of their numbers: days rise as numbers do."""

    works: tuple[Work, ...]

    @cached_property
    def ordinals(self) -> list[int]:
        """The numbers without codes, rising."""
        return [_ordinal(work) for work in self.works]

    @cached_property
    def _latest_up_to(self) -> list[tuple[Work, ...]]:
        return _gathered(self.works, latest=True)

    @cached_property
    def _earliest_from(self) -> list[tuple[Work, ...]]:
        return _gathered(reversed(self.works), latest=False)[::-1]

    @cached_property
    def is_orderly(self) -> bool:
        """Whether days do rise with numbers here: some offices keep several registers in one code.

        One line with a slip in its own day contradicts each of the others once, so that once says nothing.
        """
        disordered = sum(len(self.out_of_order(_ordinal(w), _day(w))) > 1 for w in self.works)
        return disordered * _FEW <= len(self.works)

    def out_of_order(self, ordinal: int, day: date) -> tuple[Work, ...]:
        """Give works that a number of a day contradicts, `MOST_TOLD` at most: lower ones that are later."""
        lower = self._latest_up_to[bisect_left(self.ordinals, ordinal)]
        higher = self._earliest_from[bisect_right(self.ordinals, ordinal)]
        later = [work for work in lower if work.issued_on and work.issued_on > day]
        earlier = [work for work in higher if work.issued_on and work.issued_on < day]
        return (*later, *earlier)[:MOST_TOLD]

    def has_near(self, ordinal: int, day: date, reach: int) -> bool:
        """Tell whether a work of that very day has a number within reach: several were issued together."""
        first, last = (
            bisect_left(self.ordinals, ordinal - reach),
            bisect_right(self.ordinals, ordinal + reach),
        )
        return any(work.issued_on == day for work in self.works[first:last])


def _gathered(works: Iterable[Work], *, latest: bool) -> list[tuple[Work, ...]]:
    """Give before each work, and behind the last, the latest or earliest `MOST_TOLD` of those passed."""
    held: tuple[Work, ...] = ()
    found = [held]
    for work in works:
        held = tuple(sorted((*held, work), key=_day, reverse=latest)[:MOST_TOLD])
        found.append(held)
    return found


def key_of(read: Symbol, type_: str, day: date, named: str) -> Key:
    """Give what works of one series share; bodies that every province has are told apart by name."""
    body = issuer.plain(named) if read.is_of_everyone else ""
    return type_, read.code, read.bodies, read.year is None, read.year or day.year, body


def series_of(works: Iterable[Work]) -> dict[Key, Series]:
    """Arrange works in series; what contradicts itself, or has no day or plain number, is left out."""
    groups: defaultdict[Key, list[Work]] = defaultdict(list)
    for work in works:
        read, day = work.symbol, work.issued_on
        if read and day and serial_of(read) and not work.is_doubtful:
            groups[key_of(read, work.type, day, work.issuer)].append(work)
    return {key: Series(tuple(_sorted(members))) for key, members in groups.items()}


def serial_of(read: Symbol) -> int:
    """Give the number of a symbol as a number; 0 for `66.14`, `12a` and what is too long to be one."""
    return int(read.ordinal) if read.ordinal.isdecimal() and len(read.ordinal) <= _MOST_DIGITS else 0


_MOST_DIGITS = 6


def _sorted(works: Sequence[Work]) -> list[Work]:
    return sorted(works, key=lambda work: (_ordinal(work), _day(work)))


def _ordinal(work: Work) -> int:
    return serial_of(work.symbol) if work.symbol else 0


def _day(work: Work) -> date:
    return work.issued_on or date.min  # series_of takes works of known days only
