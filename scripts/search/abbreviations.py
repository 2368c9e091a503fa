"""Read the abbreviations that the search writes in full: the staff's list, and the agencies' own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from macros.record import AgencyRecord

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.library import Library

PAGE: Final = "tu-viet-tat.md"
"""The list that staff edit: a table of two columns, the abbreviation and what it stands for."""

_ROW: Final = re.compile(r"^\| *([^\W\d_][\w&]{1,19}) *\| *([^|]{3,200}?) *\|", re.MULTILINE)
_ONE_WORD: Final = re.compile(r"[^\W\d_]{2,20}")


def abbreviations(library: Library) -> dict[str, str]:
    """Give each abbreviation its long form; the staff's list decides, what two agencies share has none."""
    page = library.documents.get(PAGE)
    staff = dict(_ROW.findall(page.body)) if page else {}
    staff.pop("Viết", None)
    meanings: dict[str, set[str]] = {}
    for short, name in _of_agencies(library):
        meanings.setdefault(short, set()).add(name)
    agencies = {short: names.pop() for short, names in meanings.items() if len(names) == 1}
    return dict(sorted((agencies | staff).items()))


def _of_agencies(library: Library) -> Iterator[tuple[str, str]]:
    for page in library.documents.values():
        if isinstance(page.record, AgencyRecord):
            for short in (*page.record.abbreviations, page.record.code or ""):
                if _ONE_WORD.fullmatch(short) and not short.islower() and len(short) > 2:
                    yield short, page.record.name
