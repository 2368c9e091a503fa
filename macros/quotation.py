"""Find the provisions that a text quotes: they are text there, not structure of the document itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from macros.structure import Line

_ENDING = re.compile(r"”[\s.;,:]*$")


@dataclass(frozen=True)
class Quotations:
    """The places of quoted lines, and the line of a quotation mark “ that never closes."""

    places: frozenset[int]
    unclosed: int | None


def find(lines: Sequence[Line], is_label: Callable[[str], bool]) -> Quotations:
    """Find the lines that are quoted provisions, given what tells a provision's label.

    An amending decision quotes from “ at the start of a paragraph, or before a label (“1. …), to the
    line where all marks opened since are closed. A quotation that never closes quotes its own line only,
    so that one slip hides nothing else.
    """
    closing = _closing(lines)
    quoted: set[int] = set()
    unclosed = None
    index = 0
    while index < len(lines):
        begin, end = _beginning(lines, index, closing[index], is_label), index
        if begin is not None:
            end = closing[index] or index
            quoted.update(range(begin, end + 1))
            if closing[index] is None:
                unclosed = unclosed or lines[index].number
        index = end + 1
    return Quotations(frozenset(quoted), unclosed)


def _beginning(
    lines: Sequence[Line], index: int, end: int | None, is_label: Callable[[str], bool]
) -> int | None:
    """Tell at which line the quotation begins that this line opens; None when it opens none."""
    if "“" not in lines[index].text:
        return None
    text = lines[index].text.strip()
    if text.startswith("“"):
        before = lines[index - 1].text.strip() if index else ""
        whole = end is None or bool(_ENDING.search(lines[end].text))
        if is_label(text[1:].lstrip()) or (whole and (not before or before.endswith(":"))):
            return index
    opened = text.rfind("“")
    if opened <= text.rfind("”") or text.startswith((">", "|")):
        return None
    return index + 1 if is_label(text[opened + 1 :].lstrip()) else None


def _closing(lines: Sequence[Line]) -> list[int | None]:
    """Find for each line the one at whose end all “ opened since are closed; in linear time."""
    closing: list[int | None] = [None] * len(lines)
    waiting: list[tuple[int, int]] = []
    depth = 0
    for index, line in enumerate(lines):
        change = line.text.count("“") - line.text.count("”")
        if not change:
            closing[index] = index
            continue
        waiting.append((index, depth))
        depth += change
        while waiting and depth <= waiting[-1][1]:
            closing[waiting.pop()[0]] = index
    return closing
