"""Make a text fit for the grammar without losing the way back: composed letters, Latin look-alikes."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate

from macros.vietnamese import nfc

_LATIN = dict(zip("АВСЕНКМОРТХаеорсухіЅѕІЈјÐ‐‑", "ABCEHKMOPTXaeopcyxiSsIJjĐ--", strict=True))
"""Cyrillic letters and the Icelandic Ð that look like ours, and hyphens that look like "-"; one for one."""

INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""Soft hyphens, joiners and marks of byte order, which readers do not see."""

_LOOK_ALIKE = re.compile(f"[{''.join(_LATIN)}]")
_MARKS = "\u0300-\u036f"
_RUN = re.compile(f"[{_MARKS}]+")
_KEPT = re.compile(f"[{_MARKS}{INVISIBLE}]")
_UNSEEN = re.compile(f"[{INVISIBLE}]")
_STRANGE = re.compile(f"[{''.join(_LATIN)}{INVISIBLE}_]")
# "Nghị_định": text that a tool has cut into words. The sign comes first, as it is what is searched for.
_UNDERSCORE = re.compile(r"_(?<=[^\W\d_]_)(?=[^\W\d_])")
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

    def printed(self, start: int, end: int) -> str:
        """Give what stands in the text as given for a span of the cleaned one."""
        if self.places:
            start, end = self.origins(start, end)
        return self.given[start:end]

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
    composed = nfc(text)  # the very same object where nothing is to be done
    if composed is text and not _STRANGE.search(text):
        return Cleaned(text, text)
    given = text
    places: list[int] = []
    shifts: list[int] = []
    if composed is not text or _UNSEEN.search(text):
        text = _melted(text, composed, places, shifts) or _shorten(text, places, shifts)
    if "_" in text:
        text = _UNDERSCORE.sub(" ", text)
    text = _LOOK_ALIKE.sub(_latin, text)
    return Cleaned(given, text, tuple(places), tuple(shifts))


def _latin(match: re.Match[str]) -> str:
    """Give the Latin letter for one that only looks like it."""
    return _LATIN[match[0]]


def _melted(given: str, composed: str, places: list[int], shifts: list[int]) -> str:
    """Take the composed text, noting how it moved, if every mark melted into its letter; else ""."""
    runs = [match.span() for match in _RUN.finditer(given)]
    moved = list(accumulate(end - start for start, end in runs))
    if not runs or len(given) - len(composed) != moved[-1] or _KEPT.search(composed):
        return ""
    shifts += moved
    places += (end - shift for (_, end), shift in zip(runs, moved, strict=True))
    return composed


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
