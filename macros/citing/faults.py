"""Tell what is wrong in the writing of a citation, as far as its own letters show it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from macros.citing.cleaning import INVISIBLE
from macros.citing.grammar import SHORT_DATE
from macros.citing.model import Fault
from macros.citing.vocabulary import WorkType, read_types
from macros.vietnamese import nfc

if TYPE_CHECKING:
    from collections.abc import Iterator

_DASH: Final = re.compile("[–‐‑]")
_SHORT_DATE: Final = re.compile(SHORT_DATE)
_CODE: Final = re.compile(r"[^\W\d_]+")
_UNSEEN: Final = dict.fromkeys(map(ord, INVISIBLE))
_TYPE_OF_CODE: Final = {
    code: work_type.name
    for work_type in reversed(read_types())
    for code in work_type.codes
    if code != "*" and work_type.kind != "numbered"
}


def in_number(printed: str, folded: str, work_type: WorkType | None) -> Iterator[Fault]:
    """Find white space, look-alike letters and another type's code in a number."""
    if printed != folded:
        yield from _in_letters(nfc(printed), folded)
    if work_type and work_type.codes and "*" not in work_type.codes:
        yield from _against_type(work_type, folded)


def _in_letters(printed: str, folded: str) -> Iterator[Fault]:
    bare = "".join(printed.translate(_UNSEEN).split())
    if bare != printed and "\n" not in printed:  # where a line ends is the page's doing, not the writer's
        yield Fault("space-in-number", printed, folded)
    if _DASH.sub("-", bare) != folded:
        yield Fault("look-alike-letter", bare, folded)


def _against_type(work_type: WorkType, number: str) -> Iterator[Fault]:
    """Find a number whose code belongs to another type: a Tờ trình `374/BC-BCT` is a Báo cáo.

    Old numbers name the body first: `1319/TC/QĐ/CĐTC` is a Quyết định of Bộ Tài chính, no Thông cáo.
    """
    written = [code.upper() for code in _CODE.findall(number)]
    other = _TYPE_OF_CODE.get(written[0]) if written else None
    if other and work_type.codes.isdisjoint(written) and written[0] not in work_type.bodies:
        yield Fault("type-against-code", number, other)


def in_date(printed: str, year: int | None) -> Fault:
    """Name what is wrong with a date that could not be read."""
    return Fault(
        "incomplete-date" if year or _SHORT_DATE.fullmatch(nfc(printed)) else "impossible-date", printed
    )
