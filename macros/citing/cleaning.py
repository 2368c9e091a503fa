"""Make a text fit for the grammar without losing the way back: composed letters, Latin look-alikes."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from macros.vietnamese import nfc

_LATIN = str.maketrans("АВСЕНКМОРТХаеорсухіЅѕІЈјÐ‐‑", "ABCEHKMOPTXaeopcyxiSsIJjĐ--")
"""Cyrillic letters and the Icelandic Ð that look like ours, and hyphens that look like "-"; one for one."""

INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""Soft hyphens, joiners and marks of byte order, which readers do not see."""

_LOOK_ALIKE = re.compile("[Ѐ-ӿÐ‐‑]")
_MARKS = "\u0300-\u036f"
_PIECE = re.compile(f"[{INVISIBLE}]+|[^{_MARKS}{INVISIBLE}][{_MARKS}]+")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The cleaned text, and where its stretches stood in the text as given.

    `places` and `shifts` say: from that place of the cleaned text on, add that shift. Both are empty where
    nothing moved.
    """

    text: str
    places: tuple[int, ...] = ()
    shifts: tuple[int, ...] = ()

    def origin(self, place: int) -> int:
        """Give the place in the text as given of a place in the cleaned text."""
        if not self.places:
            return place
        at = bisect_right(self.places, place) - 1
        return place + self.shifts[at] if at >= 0 else place


def clean(text: str) -> Cleaned:
    """Compose letters and marks, drop what is invisible, fold look-alikes; nearly free where nothing is."""
    if text.isascii():
        return Cleaned(text)
    places: list[int] = []
    shifts: list[int] = []
    if _PIECE.search(text):
        text = _shorten(text, places, shifts)
    if _LOOK_ALIKE.search(text):
        text = text.translate(_LATIN)
    return Cleaned(text, tuple(places), tuple(shifts))


def _shorten(text: str, places: list[int], shifts: list[int]) -> str:
    """Put one letter for a letter with its marks and nothing for the invisible; note how the rest moved."""
    parts: list[str] = []
    done = moved = length = 0
    for match in _PIECE.finditer(text):
        written = "" if match[0][0] in INVISIBLE else nfc(match[0])
        parts += text[done : match.start()], written
        length += match.start() - done + len(written)
        done = match.end()
        if len(match[0]) != len(written):
            moved += len(match[0]) - len(written)
            places.append(length)
            shifts.append(moved)
    parts.append(text[done:])
    return "".join(parts)
