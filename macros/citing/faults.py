"""Tell what is wrong in the writing of a citation, as far as its own letters show it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from macros.citing.cleaning import INVISIBLE
from macros.citing.grammar import SHORT_DATE
from macros.citing.model import Fault
from macros.citing.vocabulary import read_types
from macros.vietnamese import nfc

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.citing.vocabulary import WorkType

_DASH: Final = re.compile("[–‐‑]")
_SHORT_DATE: Final = re.compile(SHORT_DATE)
_CODE: Final = re.compile(r"[^\W\d_]+")
_UNSEEN: Final = dict.fromkeys(map(ord, INVISIBLE))
_NOT_OF_CODE: Final = "0123456789./-"
_TYPES: Final = {work_type.name: work_type for work_type in read_types()}
_TYPE_OF_CODE: Final = {
    code: work_type.name
    for work_type in reversed(read_types())
    for code in work_type.codes
    if code != "*" and work_type.kind != "numbered"
}


def in_number(printed: str, folded: str, work_type: WorkType | None) -> tuple[Fault, ...]:
    """Find white space, look-alike letters and another type's code in a number."""
    of_letters = () if printed == folded else tuple(_in_letters(nfc(printed), folded))
    other = work_type and _other_type(work_type.name, folded.lstrip(_NOT_OF_CODE))
    return (*of_letters, Fault("type-against-code", folded, other)) if other else of_letters


def _in_letters(printed: str, folded: str) -> Iterator[Fault]:
    bare = "".join(printed.translate(_UNSEEN).split())
    if bare != printed and "\n" not in printed:  # where a line ends is the page's doing, not the writer's
        yield Fault("space-in-number", printed, folded)
    if _DASH.sub("-", bare) != folded:
        yield Fault("look-alike-letter", bare, folded)


@lru_cache(maxsize=4096)
def _other_type(name: str, code: str) -> str | None:
    """Give the type to which a number's code belongs, if not to the one named: `BC-BCT` is of a Báo cáo.

    Old numbers name the body first: `TC/QĐ/CĐTC` is of a Quyết định of Bộ Tài chính, of no Thông cáo.
    """
    work_type = _TYPES[name]
    if not work_type.codes or "*" in work_type.codes:
        return None
    written = [code.upper() for code in _CODE.findall(code)]
    other = _TYPE_OF_CODE.get(written[0]) if written else None
    is_of_type = not written or not work_type.codes.isdisjoint(written) or written[0] in work_type.bodies
    return None if is_of_type else other


def in_date(printed: str, year: int | None) -> Fault:
    """Name what is wrong with a date that could not be read."""
    return Fault(
        "incomplete-date" if year or _SHORT_DATE.fullmatch(nfc(printed)) else "impossible-date", printed
    )
