"""Decide how paper text is laid out: which provisions are headings, and what Markdown gets to read."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING

from macros.numbering import Level
from macros.paper import INDENT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.structure import Provision

_OUTLINE = frozenset({Level.HEADING, Level.CLAUSE, Level.SUBCLAUSE, Level.ITEM})
_LONGEST_HEADING = 200
_INDENT = " " * INDENT
_HOLDER = re.compile(r"!!!|\?\?\?|[*+-] |\[\^|: ")
"""What may hold indented lines below it: a note, a list, a footnote, a definition."""


def is_run_in(node: Provision) -> bool:
    """Tell a sentence that follows its Điều's label from a title: a title ends without punctuation."""
    return (
        node.level is Level.ARTICLE and bool(node.text) and node.title[-1:] in {".", ";", ":", ",", "!", ")"}
    )


def is_heading(node: Provision) -> bool:
    """Tell whether an outline's I., 1., 1.1 or (1) is a heading; below an Điều they are text."""
    if node.level not in _OUTLINE or any(p.level in {Level.ARTICLE, Level.POINT} for p in node.ancestors()):
        return False
    if any(p.level in _OUTLINE and not _is_heading_text(p) for p in node.ancestors()):
        return False
    return _is_heading_text(node)


def _is_heading_text(node: Provision) -> bool:
    title = node.title
    return 0 < len(title) <= _LONGEST_HEADING and not re.search(r"[;:]$|[.?!]\s+\S", title)


def dedented(text: str) -> str:
    """Take the indent off lines that are indented below their provision, not below a note or a list."""
    if _INDENT not in text:
        return text
    held, written = False, []
    for indented, lines in _runs(text):
        if indented and not held:
            written.append(textwrap.dedent(lines))
            continue
        if not indented:
            last_block = lines.rstrip().rpartition("\n\n")[2]
            held = bool(_HOLDER.match(last_block.lstrip()))
        written.append(lines)
    return "\n".join(written)


def _runs(text: str) -> Iterator[tuple[bool, str]]:
    """Cut a text into runs of lines that are indented or not, with the empty lines that follow them."""
    runs: list[tuple[bool, list[str]]] = []
    for line in text.split("\n"):
        indented = line.startswith(_INDENT)
        if not runs or (line.strip() and indented != runs[-1][0]):
            runs.append((indented, []))
        runs[-1][1].append(line)
    return ((indented, "\n".join(lines)) for indented, lines in runs)


def split_labels(text: str) -> str:
    """Give each numbered line of a block quote or a list its own paragraph.

    None runs into another so, and Markdown takes no `1.` below `- …` for an item whose number it may drop.
    """
    text = re.sub(r"\n(> ?)(?=(?:\d+\.|[a-zđ]\)|Điều \d))", r"\n\1\n\1", text)
    return re.sub(r"\n(?= *\d+\. )", "\n\n", text)
