"""Cut the tokens of an index into the files of which a reader fetches those that a query needs."""

from __future__ import annotations

from itertools import groupby
from math import isqrt
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

TOKEN: Final = 3
"""What a token costs in a file beside its pages: as much as so many of them."""


def cut(counts: Mapping[str, int]) -> list[list[str]]:
    """Cut tokens, given with how many pages have each, into files of neighbours.

    A reader fetches a list of all files first, then one file for each two words asked for: the smaller the
    files, the longer the list. Files of the square root of twice the whole make both about equal.

    A browser that asks for the beginning of a token, `vienz` or `vienzthongz`, is given the file within
    which that stands, and no further one. So tokens that begin alike, part by part, share a file; where one
    is too small for them, they begin a file of their own, and a browser finds by its name that it has to
    fetch all of them.
    """
    tokens = sorted(counts)
    room = isqrt(2 * sum(counts[token] + TOKEN for token in tokens))
    return list(_cut(tokens, counts, max(room, 1), 1))


def _cut(tokens: Sequence[str], counts: Mapping[str, int], room: int, depth: int) -> Iterator[list[str]]:
    file: list[str] = []
    filled = 0
    for _, alike in groupby(tokens, lambda token: token.split("z")[:depth]):
        group = list(alike)
        weight = sum(counts[token] + TOKEN for token in group)
        if file and filled + weight > room:
            yield file
            file, filled = [], 0
        if weight > room and len(group) > 1:
            yield from _cut(group, counts, room, depth + 1)
        else:
            file += group
            filled += weight
    if file:
        yield file


def names(files: Sequence[Sequence[str]]) -> list[tuple[str, str]]:
    """Say of each file from which token to which it goes; the last is cut where the next file begins."""
    found = []
    for place, file in enumerate(files):
        last, following = file[-1], files[place + 1][0] if place + 1 < len(files) else ""
        alike = next((i for i, sign in enumerate(last) if following[i : i + 1] != sign), len(last))
        found.append((file[0], last if alike + 2 > len(last) else f"{last[: alike + 1]}~"))
    return found
