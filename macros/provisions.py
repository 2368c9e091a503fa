"""Python-Markdown extension: give paper text its structure in HTML, with an id on every provision.

A page is paper text when its first line is `PAPER`; that line is written when the page is staged, so the
extension asks neither engine which page it is at.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from typing import TYPE_CHECKING, Any

from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.util import AtomicString

from macros.anchors import Names, Permalinks, Place, Places
from macros.annotation import put_back, taken_out
from macros.layout import dedented, is_heading, is_run_in, split_labels
from macros.numbering import FORMS, Level
from macros.paper import parse
from macros.reference import refer_to, settle
from macros.structure import Kind, Line, Passage, Provision
from macros.weaving import TITLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown import Markdown
    from markdown.blockparser import BlockParser

PAPER = "⟦văn bản⟧"

_HEADED = frozenset(
    {Level.APPENDIX, Level.PART, Level.CHAPTER, Level.SECTION, Level.SUBSECTION, Level.ARTICLE}
)
_OFF_PAPER = {"code": 80, "setextheader": 60, "olist": 40}
"""What paper text means otherwise, with Markdown's priorities: an indent, a line of dashes, its numbers."""

SIGNATURE_PLACE = '<div class="cho-ky"></div>'
"""Where a decision's template puts the signature: beside the recipients, also when a phụ lục follows."""

_CLASSES = {level: form.ident or "gach" for level, form in FORMS.items()} | {
    Level.HEADING: "de-muc",
    Level.PLUS: "cong",
}


class UnknownKeyError(LookupError):
    """A reference names a key that no provision of the page has."""


class ProvisionsExtension(Extension):
    """Register the reading of paper text."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        """Put the paper processor before all others and keep off paper text what would change it."""
        paper = PaperProcessor(md.parser)
        md.parser.blockprocessors.register(paper, "paper", 1000)
        for name, priority in _OFF_PAPER.items():
            inner = md.parser.blockprocessors[name]
            md.parser.blockprocessors.register(_OffPaper(inner, paper), name, priority)
        md.treeprocessors.register(Names(md, paper.places), "provisions", 6)  # after attr_list, before toc
        md.treeprocessors.register(Permalinks(md, paper.places), "permalinks", 4)  # after toc
        md.registerExtension(self)
        self.paper = paper

    def reset(self) -> None:
        """Forget the page that was read before."""
        self.paper.begin()


class PaperProcessor(BlockProcessor):
    """Take a whole paper text at once and build its tree."""

    def __init__(self, parser: BlockParser) -> None:
        super().__init__(parser)
        self.places = Places()
        self.begin()

    def begin(self) -> None:
        """Forget the page that was read before."""
        self.active = False
        self.keys: dict[str, Provision] = {}
        self.marks: dict[int, tuple[tuple[int, str], ...]] = {}
        self.places.clear()
        self.signed = False

    def test(self, parent: etree.Element, block: str) -> bool:  # noqa: ARG002 - the signature is Python-Markdown's
        """Accept the mark of a paper text, once a page."""
        return not self.active and block.startswith(PAPER)

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        """Consume all blocks."""
        text = "\n\n".join(blocks).removeprefix(PAPER)
        blocks.clear()
        self.active = True
        structure = parse(self._lines(text))
        self.keys = structure.keyed()
        self._children(parent, structure.children, depth=1)

    def _lines(self, text: str) -> Iterator[Line]:
        """Go through the lines without the marks of citations, which are no part of the text."""
        for number, line in enumerate(text.split("\n"), 1):
            plain, marks = taken_out(line)
            if marks:
                self.marks[number] = marks
            yield Line(number, plain)

    def _children(
        self,
        parent: etree.Element,
        nodes: list[Provision | Passage],
        depth: int,
        holder: Provision | None = None,
    ) -> None:
        dashes: dict[Level, etree.Element] = {}
        for node in nodes:
            if isinstance(node, Passage):
                dashes.clear()
                self._passage(parent, node, holder)
            elif node.level >= Level.DASH:
                if node.level not in dashes:
                    dashes.clear()
                    dashes[node.level] = etree.SubElement(parent, "ul", {"class": _CLASSES[node.level]})
                item = etree.SubElement(dashes[node.level], "li")
                self._paragraph(item, node)
                self._children(item, node.children, depth, node)
            else:
                dashes.clear()
                self._provision(parent, node, depth)

    def _provision(self, parent: etree.Element, node: Provision, depth: int) -> None:
        if node.level in _HEADED or is_heading(node):
            section = etree.SubElement(parent, "section", {"class": _CLASSES[node.level]})
            self._heading(section, node, depth + 1)
            self._children(section, node.children, depth + 1, node)
        else:
            unit = etree.SubElement(parent, "div", {"class": _CLASSES[node.level], "id": node.ident})
            place = Place(node, unit, self._paragraph(unit, node))
            self.places.units.append(place)
            self._children(unit, node.children, depth, node)

    def _heading(self, section: etree.Element, node: Provision, level: int) -> None:
        heading = etree.SubElement(section, f"h{min(level, 6)}", {"id": node.ident})
        label = etree.SubElement(heading, "span", {"class": "nhan"})
        label.text = AtomicString(node.label)
        worded = heading
        if is_run_in(node):
            # Mẫu 1.2 and 1.3 of NĐ 30/2020 show Điều without a title: the text follows the label.
            section.set("class", f"{section.get('class')} lien")
            worded = etree.SubElement(section, "p")
            worded.text = self._text(node)
        elif node.text:
            label.tail = " "
            etree.SubElement(heading, "span", {"class": TITLE}).text = self._text(node)
        self.places.headings.append(Place(node, heading, worded))

    def _paragraph(self, element: etree.Element, node: Provision) -> etree.Element:
        """Write a khoản, điểm or dash as a paragraph that begins with its label."""
        paragraph = etree.SubElement(element, "p")
        mark = etree.SubElement(paragraph, "span", {"class": "nhan"})
        mark.text = AtomicString(node.label)
        mark.tail = f" {self._text(node)}"
        return paragraph

    def _text(self, node: Provision) -> str:
        return self._settle(self._marked(node.text), node)

    def _marked(self, lines: list[Line]) -> str:
        return "\n".join(put_back(line.text, self.marks.get(line.number, ())) for line in lines)

    def _settle(self, text: str, holder: Provision | None) -> str:
        """Turn references by key into links with the right words for where they stand."""

        def link(key: str) -> str:
            target = self.keys.get(key)
            if target is None:
                raise UnknownKeyError(f'{{{{ xem("{key}") }}}}: trang không có điều, khoản nào mang khóa này')
            return f"[{refer_to(target, holder)}](#{target.ident})"

        return settle(text, link)

    def _passage(self, parent: etree.Element, passage: Passage, holder: Provision | None) -> None:
        text = self._settle(self._marked(passage.lines), holder)
        match passage.kind:
            case Kind.ENACTING:
                etree.SubElement(parent, "p", {"class": "lenh"}).text = text.strip()
            case Kind.BASIS:
                etree.SubElement(parent, "p", {"class": "can-cu"}).text = text.strip()
            case Kind.RECIPIENTS:
                self._recipients(parent, passage)
            case Kind.QUOTE:
                self._quote(parent, text)
            case Kind.TEXT:
                self._markdown(parent, text)

    def _recipients(self, parent: etree.Element, passage: Passage) -> None:
        end = etree.SubElement(parent, "div", {"class": "ket"})
        box = etree.SubElement(end, "div", {"class": "noi-nhan"})
        if not self.signed:
            etree.SubElement(end, "div", {"class": "cho-ky"})
            self.signed = True
        etree.SubElement(box, "p").text = passage.lines[0].text.strip()
        items = etree.SubElement(box, "ul")
        for line in filter(None, (line.text.strip() for line in passage.lines[1:])):
            mark = re.match(r"[-–−]\s*", line)
            if not mark and len(items):  # a recipient that runs over the end of its line
                items[-1][0].tail = f"{items[-1][0].tail}\n{line}"
                continue
            label = etree.SubElement(etree.SubElement(items, "li"), "span", {"class": "nhan"})
            label.text = AtomicString("-" if mark else "")
            label.tail = f" {line[mark.end() if mark else 0 :]}"

    def _quote(self, parent: etree.Element, text: str) -> None:
        """Write a quoted provision line by line, so that its numbers stay what they are."""
        box = etree.SubElement(parent, "div", {"class": "trich-dan"})
        for line in text.split("\n"):
            if line.strip():
                etree.SubElement(box, "p").text = line.strip()

    def _markdown(self, parent: etree.Element, text: str) -> None:
        """Hand tables, lists, notes and paragraphs to Python-Markdown; indented below a provision or not."""
        self.parser.parseChunk(parent, split_labels(dedented(text)))


class _OffPaper(BlockProcessor):
    """Keep one of Markdown's block processors off paper text."""

    def __init__(self, inner: BlockProcessor, paper: PaperProcessor) -> None:
        super().__init__(inner.parser)
        self.inner = inner
        self.paper = paper

    def test(self, parent: etree.Element, block: str) -> bool:
        return not self.paper.active and self.inner.test(parent, block)

    def run(self, parent: etree.Element, blocks: list[str]) -> bool | None:
        return self.inner.run(parent, blocks)


def makeExtension(**kwargs: Any) -> ProvisionsExtension:  # noqa: N802 - the name is Python-Markdown's
    """Give Python-Markdown its extension."""
    return ProvisionsExtension(**kwargs)
