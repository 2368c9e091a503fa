"""Python-Markdown extension: no raw HTML, event or foreign scheme comes from a page's author.

The check finds these in the sources; this is the second wall, at render time, in either engine.
"""

from __future__ import annotations

import html
import re
import xml.etree.ElementTree as etree
from typing import TYPE_CHECKING, Any

from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from macros.effort import MOST, effort

if TYPE_CHECKING:
    from markdown import Markdown

SCHEMES = frozenset({"http", "https", "mailto", "tel"})
"""The schemes that a link may have; addresses without one lead within the site."""

_ATTRIBUTES = frozenset(
    "id class href src alt title colspan rowspan align lang start type open role data-toc-label".split()
)
_TAGS = frozenset(
    "div section p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table thead tbody tr th td blockquote pre code "
    "em strong a img span br hr sup sub del s mark abbr details summary".split()
)
LANGUAGE = re.compile(r"[a-z0-9+-]{0,20}")
"""What may follow a code block's mark: no options and no attributes, which reach the page unfiltered."""

_FENCE = re.compile(r"([ \t>]*(?:`{3,}|~{3,}))(.*)")
_INVISIBLE = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]")
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")


def is_safe_address(address: str) -> bool:
    """Tell whether an address has no scheme or an allowed one, in whatever spelling it is written."""
    plain = _decoded(address)
    if plain.startswith(("//", "\\", "/\\")):
        return False
    match = _SCHEME.match(plain)
    return match[1].lower() in SCHEMES if match else ":" not in re.split(r"[/?#]", plain, maxsplit=1)[0]


def _decoded(address: str) -> str:
    """Undo what browsers undo before they read the scheme: entities, also nested, and invisible signs."""
    for _ in range(3):
        unescaped = html.unescape(address)
        if unescaped == address:
            break
        address = unescaped
    return _INVISIBLE.sub("", address)


class SanitationExtension(Extension):
    """Register the second wall."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        """Take raw HTML out of the language, then check the tree that is left."""
        if "html_block" in md.preprocessors:
            md.preprocessors.deregister("html_block")
        if "html" in md.inlinePatterns:
            md.inlinePatterns.deregister("html")
        md.preprocessors.register(_BareFences(md), "bare_fences", 26)  # just before superfences
        md.treeprocessors.register(_Bounds(md), "bounds", 22)  # before the inline patterns
        md.treeprocessors.register(_Cleaner(md), "sanitation", -100)
        md.registerExtension(self)


class _BareFences(Preprocessor):
    """Take from a code block's first line all but the language; some lines there take superfences hours."""

    def run(self, lines: list[str]) -> list[str]:
        return [self._bare(line) if "```" in line or "~~~" in line else line for line in lines]

    @staticmethod
    def _bare(line: str) -> str:
        match = _FENCE.fullmatch(line)
        return match[1] if match and not LANGUAGE.fullmatch(match[2].strip()) else line


class _Bounds(Treeprocessor):
    """Show as it is written what would take the inline patterns too long."""

    def run(self, root: etree.Element) -> None:
        left = 2 * MOST
        for element in root.iter():
            for part in ("text", "tail"):
                text = getattr(element, part)
                if text and len(text) > 1 and not isinstance(text, AtomicString):
                    left -= (asked := effort(text))
                    if left < 0:
                        setattr(element, part, AtomicString(text))
                        left += asked


class _Cleaner(Treeprocessor):
    """Drop tags, attributes and addresses that are not on the lists."""

    def run(self, root: etree.Element) -> None:
        for element in root.iter():
            if not isinstance(element.tag, str):
                continue
            if element.tag not in _TAGS:
                element.tag = "span"
            for name in list(element.attrib):
                value = str(element.attrib[name])
                unsafe = name in {"href", "src"} and not is_safe_address(value)
                if name not in _ATTRIBUTES or unsafe:  # to a browser, HREF is href: so no capitals
                    del element.attrib[name]


def makeExtension(**kwargs: Any) -> SanitationExtension:  # noqa: N802 - the name is Python-Markdown's
    """Give Python-Markdown its extension."""
    return SanitationExtension(**kwargs)
