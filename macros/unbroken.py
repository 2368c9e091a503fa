"""Python-Markdown extension: keep a document's number and a span of years on one line.

Browsers break lines after `-`, some after `/`: `1234/QĐ-` at the end of a line is no number. The text
stays as signed, letter by letter; only an element stands around it, so that copies and searches find
what is written.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from html import escape
from typing import TYPE_CHECKING, Any

from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown import Markdown

CLASS = "khong-ngat"

LONGEST = 24
"""What is longer breaks where it must, on a phone and in a narrow column; `2523/QĐ/BGD&ĐT-KHTC` has 20."""

_YEARS = r"(?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d"
_PART = r"\w++(?:[.&]\w++)*+"
_NUMBER = rf"/?{_PART}(?:[-/]{_PART})++"
_PATTERN = re.compile(rf"(?<![\w./&:@=#?-])(?:{_YEARS}|{_NUMBER})(?![\w/&@=#?-]|:\S)")
_WITHIN = re.compile(r"-|/(?!\d)")
"""Where a line would break; no browser breaks `19/6/2015`."""

_OF_A_NUMBER = re.compile(r"\d|[A-ZĐ]{2}")
"""What tells `35/TTr-STTTT` and `KT-XH` from `và/hoặc`: a figure, or two capitals side by side."""

_VERBATIM = frozenset({"code", "pre"})


def unbroken(text: str) -> Iterator[tuple[str, bool]]:
    """Cut a text into pieces, each with whether it is to stay on one line; together they are the text."""
    end = 0
    for match in _PATTERN.finditer(text) if "-" in text or "/" in text or "–" in text else ():
        if len(match[0]) <= LONGEST and _OF_A_NUMBER.search(match[0]) and _breaks(match[0]):
            if match.start() > end:
                yield text[end : match.start()], False
            yield match[0], True
            end = match.end()
    if end < len(text):
        yield text[end:], False


class Html(str):
    """A text that is HTML already and is escaped no more."""

    __slots__ = ()


def marked_up(text: str) -> Html:
    """Write a plain text as HTML in which numbers stay on one line."""
    pieces = ((escape(piece), whole) for piece, whole in unbroken(text))
    held = f'<span class="{CLASS}">{{}}</span>'
    return Html("".join(held.format(piece) if whole else piece for piece, whole in pieces))


def _breaks(text: str) -> bool:
    return bool(_WITHIN.search(text)) or "–" in text


class UnbrokenExtension(Extension):
    """Register the keeping together."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        """Work on the finished tree, links and all, and only then let it be cleaned (priority -100)."""
        md.treeprocessors.register(_Unbroken(md), "unbroken", -50)


class _Unbroken(Treeprocessor):
    """Put what is to stay on one line into an element of its own."""

    def run(self, root: etree.Element) -> None:
        for element in list(root.iter()):
            if element.tag not in _VERBATIM:
                self._within(element)

    def _within(self, element: etree.Element) -> None:
        for index, child in reversed(list(enumerate(element))):
            child.tail = self._spread(element, index + 1, child.tail)
        element.text = self._spread(element, 0, element.text)

    @staticmethod
    def _spread(parent: etree.Element, index: int, text: str | None) -> str | None:
        """Put a text's pieces among the children from `index`; return what comes before them."""
        pieces = list(unbroken(text)) if text else []
        if not any(whole for _, whole in pieces):
            return text
        before, last = "", None
        for piece, whole in pieces:
            if whole:
                last = etree.Element("span", {"class": CLASS})
                last.text = piece
                parent.insert(index, last)
                index += 1
            elif last is None:
                before = piece
            else:
                last.tail = piece
        return before


def makeExtension(**kwargs: Any) -> UnbrokenExtension:  # noqa: N802 - the name is Python-Markdown's
    """Give Python-Markdown its extension."""
    return UnbrokenExtension(**kwargs)
