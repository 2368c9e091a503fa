"""Tell how much a text asks of a Markdown reader, whose time grows with the square of a paragraph's marks."""

from __future__ import annotations

import re

MOST = 2_000_000_000
"""What takes a reader some five seconds; a plan of two hundred pages asks for a hundredth of it."""

_ESCAPED = re.compile(r"\\.")
_PAIRED = "*_[]`"
_OTHERS = ("\\", "<", "&", "!", "  \n")


def effort(text: str) -> int:
    """Measure a text that is read as one: a paragraph, a table's cell, an item of a list.

    Each mark that may pair is tried with each other over the length of the text (measured on
    Python-Markdown 3.11: 3 ns for a trial and a character); the others cost the length once.
    """
    others = sum(map(text.count, _OTHERS))
    bare = _ESCAPED.sub("", text) if "\\" in text else text
    return len(text) * (sum(map(bare.count, _PAIRED)) ** 2 + others)
