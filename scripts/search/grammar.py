"""Hand the grammar of citations to the browser: the same types, codes and provisions as the checker's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.citing.vocabulary import read_types
from macros.numbering import FORMS, Level
from macros.provision_path import WORDS
from macros.vietnamese import fold
from scripts.search.words import read

if TYPE_CHECKING:
    from collections.abc import Iterable

Table = dict[str, object]

_ALONE = (Level.APPENDIX, Level.SUBCLAUSE, Level.ITEM)
"""Levels of which the checker's paths know nothing, but our pages have addresses for."""


def grammar(numbers: Iterable[str]) -> Table:
    """Give the types with their codes, the levels with their ids, and the codes that occur in these numbers.

    All words are folded: people type without marks.
    """
    types = [
        {
            "name": one.name,
            "words": sorted(" ".join(read(word).plain for word in form.split()) for form in one.forms),
            "codes": sorted(map(fold, one.codes - {"*"})),
        }
        for one in read_types()
    ]
    return {"types": types, "levels": levels(), "codes": codes(numbers)}


def levels() -> list[list[object]]:
    """Give word, rank and id of each level: `["khoan", 7, "khoan"]`; of one word the larger level first."""
    found = [(fold(word), level) for word, level in WORDS.items() if FORMS[level].ident]
    found += [(fold(FORMS[level].word), level) for level in _ALONE]
    return [[word, int(level), FORMS[level].ident] for word, level in sorted(found, key=lambda one: one[1])]


def codes(numbers: Iterable[str]) -> list[str]:
    """Give the letters that occur in numbers: `749/QĐ-TTg` has qd and ttg."""
    pieces = {piece for number in numbers for piece in fold(number).replace("/", "-").split("-")}
    return sorted(piece for piece in pieces if piece and not piece[0].isdigit())
