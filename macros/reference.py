"""Write a reference to a provision in the right words: smallest unit first, "này" for what is shared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.numbering import FORMS, Level

if TYPE_CHECKING:
    from macros.structure import Provision

_NAMED_BY_PARENT = frozenset({Level.SECTION, Level.SUBSECTION, *range(Level.HEADING, Level.DASH)})
"""Levels whose number means nothing without the unit above; an Điều or a Phần stands alone."""


def refer_to(target: Provision, since: Provision | None = None) -> str:
    """Write the words for `target` as seen from inside the provision `since`.

    `điểm a khoản 2 Điều 5`; from within Điều 5: `điểm a khoản 2 Điều này` (NĐ 30/2020 Phụ lục II on
    capitals, NĐ 78/2025 Điều 68 on the order).
    """
    own = {id(p) for p in (since, *since.ancestors())} if since else set()
    words = [_name(target)]
    if target.level not in _NAMED_BY_PARENT:
        return words[0]
    for holder in target.ancestors():
        if holder.level >= Level.DASH or (holder.level is Level.CLAUSE and target.level is Level.SUBCLAUSE):
            continue  # tiết 2.1 already says khoản 2
        if id(holder) in own:
            words.append(f"{FORMS[holder.level].word} này")
            break
        words.append(_name(holder))
        if holder.level not in _NAMED_BY_PARENT:
            break
    return " ".join(words)


def _name(provision: Provision) -> str:
    number = f"({provision.number})" if provision.level is Level.ITEM else provision.number
    return f"{FORMS[provision.level].word} {number}".strip()
