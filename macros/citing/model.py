"""What recognition hands on: citations with their spans, and the faults seen in their writing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import datetime


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in the writing of a citation: a code for programs, the value seen, the value meant."""

    code: str
    seen: str
    meant: str | None = None


class Citation(NamedTuple):
    """A reference to a legal work or to a provision; a tuple, as a frozen dataclass takes four times as long.

    `start` and `end` count code points of the text as given, and `text` is exactly what stands there.
    `number` is folded (no white space, NFC, Latin letters), `printed_number` is as it stands; `date` is None
    when `printed_date` is impossible or incomplete; `year` is one printed without day and month.
    """

    start: int
    end: int
    text: str
    type: str | None
    number: str | None
    date: datetime.date | None
    issuer: str | None
    title: str | None
    year: int | None
    provision: str | None
    relative: bool
    printed_date: str | None
    printed_number: str | None
    faults: tuple[Fault, ...]
