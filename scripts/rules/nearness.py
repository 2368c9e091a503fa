"""Find the known value that a wrong one most resembles, in bounded time however much there is of both."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from macros.vietnamese import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST = 120
"""Longer values are sentences, not slips of the pen."""

MOST_COMPARED = 200


def near(value: str, known: Iterable[str]) -> str:
    """Give the known value nearest to the given one; empty when none is near.

    Comparing is costly and a page may be wrong in thousands of places among thousands of names: only
    values of like length are compared, and no more than `MOST_COMPARED`.
    """
    if not 0 < len(value) <= LONGEST:
        return ""
    reach = max(3, len(value) // 3)
    alike = (candidate for candidate in known if abs(len(candidate) - len(value)) <= reach)
    return nearest(value, islice(alike, MOST_COMPARED)) or ""
