"""Read what a built page says, provision by provision, with the address of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator

PAPER: Final = "van-ban__noi-dung"
"""The class of the document's own words; what stands around them is known from the record."""

_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS: Final = frozenset({*_HEADINGS, "p", "li", "tr", "dt", "dd", "div", "section", "blockquote", "pre"})
_LEFT_OUT: Final = frozenset({"script", "style", "aside", "nav", "form", "button", "template", "svg"})
_PARSER: Final = etree.HTMLParser(encoding="utf-8", huge_tree=True)


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of text that has an address of its own on the page; the first may have none (`ident` empty)."""

    ident: str
    text: str
    is_heading: bool = False


def passages(page: bytes) -> list[Passage]:
    """Read a page's text; lines of one provision are one passage, its heading another."""
    root = etree.fromstring(page, _PARSER)
    place = _place(root)
    if place is None:
        return []
    joined: list[Passage] = []
    for passage in _within(place, ""):
        last = joined[-1] if joined else None
        if last and (last.ident, last.is_heading) == (passage.ident, passage.is_heading):
            joined[-1] = Passage(last.ident, f"{last.text} {passage.text}", last.is_heading)
        else:
            joined.append(passage)
    return joined


def _place(root: etree._Element) -> etree._Element | None:
    paper = root.find(f".//*[@class='{PAPER}']")
    return paper if paper is not None else root.find(".//article")


def _within(element: etree._Element, ident: str) -> Iterator[Passage]:
    """Go through the blocks of an element; what follows a heading belongs to it, up to the element's end."""
    loose: list[str] = [element.text or ""]
    for child in element:
        if not isinstance(child.tag, str) or child.tag in _LEFT_OUT or _is_permalink(child):
            pass
        elif (
            child.tag in _BLOCKS or child.find(".//p") is not None or child.tag in {"ul", "ol", "dl", "table"}
        ):
            yield from _text("".join(loose), ident)
            loose.clear()
            own = child.get("id") or ident
            if child.tag in _HEADINGS:
                ident = own
                yield from _text(_plain(child), ident, is_heading=True)
            else:
                yield from _within(child, own)
        elif child.tag in {"td", "th"}:
            loose.append(f" {_plain(child)} ")
        else:
            loose.append(_plain(child))
        loose.append(child.tail or "")
    yield from _text("".join(loose), ident)


def _text(text: str, ident: str, *, is_heading: bool = False) -> Iterator[Passage]:
    if cleaned := " ".join(text.split()):
        yield Passage(ident, cleaned, is_heading)


def _plain(element: etree._Element) -> str:
    parts = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _LEFT_OUT and not _is_permalink(child):
            parts.append(_plain(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _is_permalink(element: etree._Element) -> bool:
    return "headerlink" in (element.get("class") or "").split()
