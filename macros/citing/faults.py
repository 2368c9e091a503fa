"""Tell what is wrong in the writing of a citation, as far as its own letters show it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from macros.citing.grammar import codes
from macros.citing.model import Fault
from macros.citing.vocabulary import WorkType, read_types

if TYPE_CHECKING:
    from collections.abc import Iterator

_SPACE: Final = re.compile(r"\s+")
_TYPE_OF_CODE: Final = {
    code: work_type.name
    for work_type in reversed(read_types())
    for code in work_type.codes
    if code != "*" and work_type.kind != "numbered"
}


def in_number(printed: str, folded: str) -> Iterator[Fault]:
    """Find white space and look-alike letters in a number printed in composed letters."""
    bare = _SPACE.sub("", printed)
    if bare != printed and "\n" not in printed:  # where a line ends is the page's doing, not the writer's
        yield Fault("space-in-number", printed, folded)
    if bare.replace("–", "-") != folded:
        yield Fault("look-alike-letter", bare, folded)


def in_date(printed: str, year: int | None) -> Fault:
    """Name what is wrong with a date that could not be read."""
    return Fault("incomplete-date" if year else "impossible-date", printed)


def against_type(work_type: WorkType, number: str) -> Iterator[Fault]:
    """Find a number whose code belongs to another type: a Tờ trình `374/BC-BCT` is a Báo cáo."""
    first = next(iter(codes(number)), "")
    other = _TYPE_OF_CODE.get(first)
    if other and work_type.codes and not work_type.codes & {first, "*"} and first not in work_type.bodies:
        yield Fault("type-against-code", number, other)
