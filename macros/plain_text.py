"""Python-Markdown extension: spare text that holds no Markdown the trial of every inline pattern."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

if TYPE_CHECKING:
    import xml.etree.ElementTree as etree

    from markdown import Markdown

SIGNS = re.compile(r"[`\\\[!<&*_\x02]|  \n")
"""What a text has in which an inline pattern can match; that every registered pattern needs one is tested."""


class PlainTextExtension(Extension):
    """Register the marking of plain text."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        """Mark just before the inline patterns are tried (priority 20)."""
        md.treeprocessors.register(_PlainText(md), "plain_text", 21)


class _PlainText(Treeprocessor):
    """Mark as atomic what has no sign: nine of ten texts of a decision, each worth fifteen trials."""

    def run(self, root: etree.Element) -> None:
        for element in root.iter():
            if element.text and not SIGNS.search(element.text):
                element.text = AtomicString(element.text)
            if element.tail and not SIGNS.search(element.tail):
                element.tail = AtomicString(element.tail)


def makeExtension(**kwargs: Any) -> PlainTextExtension:  # noqa: N802 - the name is Python-Markdown's
    """Give Python-Markdown its extension."""
    return PlainTextExtension(**kwargs)
