"""Make a text fit for the grammar without losing the way back: composed letters, Latin look-alikes."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from unicodedata import is_normalized

from macros.vietnamese import nfc

_LATIN = dict(zip("АВСЕНКМОРТХаеорсухіЅѕІЈјÐ‐‑", "ABCEHKMOPTXaeopcyxiSsIJjĐ--", strict=True))
"""Cyrillic letters and the Icelandic Ð that look like ours, and hyphens that look like "-"; one for one."""

INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""Soft hyphens, joiners and marks of byte order, which readers do not see."""

_LOOK_ALIKE = re.compile(f"[{''.join(_LATIN)}]")
_MARKS = "\u0300-\u036f"
_UNSEEN = re.compile(f"[{INVISIBLE}]")
# "Nghị_định": text that a tool has cut into words.
_UNDERSCORE = re.compile(r"(?<=[^\W\d_])_(?=[^\W\d_])")
_PIECE = re.compile(f"[{INVISIBLE}]+|[^{_MARKS}{INVISIBLE}][{_MARKS}]+")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The text as given, the cleaned one, and where its stretches stood.

    `places` and `shifts` say: from that place of the cleaned text on, add that shift. Both are empty where
    nothing moved.
    """

    given: str
    text: str
    places: tuple[int, ...] = ()
    shifts: tuple[int, ...] = ()

    def origins(self, start: int, end: int) -> tuple[int, int]:
        """Give the span in the text as given, without invisible letters at its end."""
        return (start, end) if not self.places else (self._origin(start), self._end(end))

    def _origin(self, place: int) -> int:
        at = bisect_right(self.places, place) - 1
        return place + self.shifts[at] if at >= 0 else place

    def _end(self, place: int) -> int:
        end = self._origin(place)
        while end and self.given[end - 1] in INVISIBLE:
            end -= 1
        return end


def clean(text: str) -> Cleaned:
    """Compose letters and marks, drop what is invisible, fold look-alikes; nearly free where nothing is."""
    if text.isascii():
        return Cleaned(text, text)
    given = text
    places: list[int] = []
    shifts: list[int] = []
    if not is_normalized("NFC", text) or _UNSEEN.search(text):
        text = _shorten(text, places, shifts)
    if "_" in text:
        text = _UNDERSCORE.sub(" ", text)
    if _LOOK_ALIKE.search(text):
        text = _LOOK_ALIKE.sub(_latin, text)
    return Cleaned(given, text, tuple(places), tuple(shifts))


def _latin(match: re.Match[str]) -> str:
    """Give the Latin letter for one that only looks like it."""
    return _LATIN[match[0]]


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
