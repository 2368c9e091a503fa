"""Name headings in the contents, keep provisions' ids theirs, and link every provision to itself."""

from __future__ import annotations

import re
import textwrap
import xml.etree.ElementTree as etree
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from markdown.treeprocessors import Treeprocessor

from macros.numbering import Level
from macros.reference import refer_to

if TYPE_CHECKING:
    from markdown import Markdown

    from macros.structure import Provision

LINK_TITLE = "Liên kết tới "
"""What the title of a provision's link says before the provision; the page's script takes the rest of it."""

_LONGEST_ENTRY = 70
_LONGEST_BEGINNING = 48
"""Of a contents entry that is no title but the first words of a sentence."""


class Place(NamedTuple):
    """Where a provision stands in the tree: the element with its id, and the one in which its words end."""

    node: Provision
    named: etree.Element
    worded: etree.Element


@dataclass
class Places:
    """The provisions of the page in work, in reading order of each sort."""

    headings: list[Place] = field(default_factory=list)
    units: list[Place] = field(default_factory=list)

    def clear(self) -> None:
        """Forget the page that was read before."""
        self.headings.clear()
        self.units.clear()

    def all(self) -> list[Place]:
        """Give the headings, then the others."""
        return self.headings + self.units


class Names(Treeprocessor):
    """Name headings in the contents and keep provisions' ids theirs, once all markup is read."""

    def __init__(self, md: Markdown, places: Places) -> None:
        super().__init__(md)
        self.places = places

    def run(self, root: etree.Element) -> None:
        """Mark the tree for toc, which comes next."""
        for place in self.places.headings:
            place.named.set("data-toc-label", _entry(place).replace("<", "&lt;").replace(">", "&gt;"))
        owners = {place.node.ident: place.named for place in self.places.all()}
        for element in root.iter() if owners else ():
            if owners.get(element.get("id", ""), element) is not element:
                del element.attrib["id"]  # an author's {: #dieu-1 }


class Permalinks(Treeprocessor):
    """Give every provision with an id a link to itself, at the end of its words and named in full.

    The sign ¶ is drawn by the style sheet, so that it is in nobody's copy of the text and in no search.
    """

    def __init__(self, md: Markdown, places: Places) -> None:
        super().__init__(md)
        self.places = places

    def run(self, root: etree.Element) -> None:  # noqa: ARG002 - the signature is Python-Markdown's
        """Take toc's own links, which are nameless, for better ones."""
        for node, named, worded in self.places.all():
            for link in [child for child in named if child.get("class") == "headerlink"]:
                named.remove(link)
            title = f"{LINK_TITLE}{refer_to(node)}"
            etree.SubElement(worded, "a", {"class": "headerlink", "href": f"#{node.ident}", "title": title})


def _entry(place: Place) -> str:
    """Write a heading's line in the contents: `Phần I. SỰ CẦN THIẾT`, `Điều 2. Tổ chức thực hiện`."""
    node, heading, worded = place
    whole, longest = _plain(heading), _LONGEST_ENTRY
    if worded is not heading:
        whole, longest = f"{whole} {_plain(worded)}", _LONGEST_BEGINNING
    elif node.level <= Level.SUBSECTION and node.text:
        whole = f"{node.label.rstrip('.:')}. {whole.removeprefix(node.label).lstrip()}"
    return re.sub(r"[,;:] …$", " …", textwrap.shorten(whole, longest, placeholder=" …"))


def _plain(element: etree.Element) -> str:
    """Give an element's words without the signs of footnotes."""
    within = (("" if child.tag == "sup" else _plain(child)) + (child.tail or "") for child in element)
    return (element.text or "") + "".join(within)
