"""Write a reference to a provision in the right words: smallest unit first, "này" for what is shared."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.numbering import FORMS, Level

if TYPE_CHECKING:
    from collections.abc import Callable

    from macros.structure import Provision

_PLACE = re.compile(r"⟦xem:([a-z0-9-]+)⟧")
"""What `xem` writes: the place of a reference by key."""

_NAMED_BY_PARENT = frozenset({Level.SECTION, Level.SUBSECTION, *range(Level.HEADING, Level.DASH)})
"""Levels whose number means nothing without the unit above; an Điều or a Phần stands alone."""

_SAID_BY_SUBCLAUSE = frozenset({Level.CLAUSE, Level.SUBCLAUSE})
"""What tiết 2.1 says by its own number: khoản 2."""


def refer_to(target: Provision, since: Provision | None = None) -> str:
    """Write the words for `target` as seen from inside the provision `since`.

    `điểm a khoản 2 Điều 5`; from within Điều 5: `điểm a khoản 2 Điều này` (NĐ 30/2020 Phụ lục II on
    capitals, NĐ 78/2025 Điều 68 on the order).
    """
    own = {id(p) for p in (since, *since.ancestors())} if since else set()
    words, last = [_name(target)], target.level
    for holder in target.ancestors():
        if last not in _NAMED_BY_PARENT and (holder.level is not Level.APPENDIX or id(holder) in own):
            continue  # Điều 5 needs no Chương; the Điều of a phụ lục count anew and need its name
        if holder.level >= Level.DASH or (last is Level.SUBCLAUSE and holder.level in _SAID_BY_SUBCLAUSE):
            continue
        if id(holder) in own:
            words.append(f"{FORMS[holder.level].word} này")
            break
        words.append(_name(holder))
        last = holder.level
    return " ".join(words)


def settle(text: str, write: Callable[[str], str]) -> str:
    """Fill the places of references with what is written for each key."""
    return _PLACE.sub(lambda place: write(place[1]), text) if "⟦" in text else text


def _name(provision: Provision) -> str:
    number = f"({provision.number})" if provision.level is Level.ITEM else provision.number
    return f"{FORMS[provision.level].word} {number}".strip()
