"""Python-Markdown extension: make links of the citations that were marked when a page was staged.

What a citation means is known before an engine runs; the staged text brings a table of addresses and marks
around the citations, so that the extension asks neither engine which page it is at. The text stays as it is.
"""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as etree
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from macros.weaving import weave

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markdown import Markdown

TABLE = "⟦viện dẫn⟧"
"""What the line with the addresses begins with: the first line of a page that has citations."""

NOTE = "ghi-chu"
"""The class of a citation that leads to a note on its own page, which no other citation leads to."""

_FIRST = 0xF0000
_CLOSE = "\U00100000"
MOST = 60_000
"""How many addresses a page may have: one sign of Unicode's private planes opens a link to each."""

MARK = re.compile("[\U000f0000-\U0010ffff]")


class Target(NamedTuple):
    """Where a citation leads: the address of a page's source, a class, and words for what must be told."""

    href: str
    style: str = ""
    title: str = ""


class Span(NamedTuple):
    """A citation in lines of text, from 0: where it begins and ends, and where it leads."""

    start: tuple[int, int]
    end: tuple[int, int]
    target: Target


class Marked(NamedTuple):
    """A text with its citations marked, and the line that stands first on its page; empty without any."""

    table: str
    lines: list[str]


def marked(lines: list[str], spans: Iterable[Span]) -> Marked:
    """Mark citations, given in their order, in lines of Markdown, and write the table of their addresses."""
    table: dict[Target, int] = {}
    signs: defaultdict[int, list[tuple[int, str]]] = defaultdict(list)
    for span in spans:
        number = table.setdefault(span.target, len(table))
        if number < MOST:
            for (line, column), sign in ((span.start, chr(_FIRST + number)), (span.end, _CLOSE)):
                signs[line].append((column, sign))
    written = [
        _with_signs(line, signs[index]) if index in signs else line for index, line in enumerate(lines)
    ]
    is_needed = table or any(line.lstrip().startswith(TABLE) for line in lines)  # an author's is none
    rows = json.dumps([_row(target) for target in table], ensure_ascii=False)
    return Marked(f"{TABLE}{rows}" if is_needed else "", written)


def without_marks(text: str) -> str:
    """Take out of an author's text what would be read as marks."""
    return MARK.sub("", text)


def taken_out(line: str) -> tuple[str, tuple[tuple[int, str], ...]]:
    """Part a line from its marks; each comes with its distance from the line's end."""
    if not MARK.search(line):
        return line, ()
    plain = without_marks(line)
    end = len(plain.rstrip())
    found = list(MARK.finditer(line))
    return plain, tuple((end - mark.start() + before, mark[0]) for before, mark in enumerate(found))


def put_back(text: str, marks: tuple[tuple[int, str], ...]) -> str:
    """Put a line's marks back into what is left of it, which is its end."""
    end = len(text.rstrip())
    return _with_signs(text, [(end - distance, sign) for distance, sign in marks if distance <= end])


def _with_signs(text: str, signs: Iterable[tuple[int, str]]) -> str:
    """Write signs into a text, each with its place, in their order."""
    parts, done = [], 0
    for place, sign in signs:
        parts += [text[done:place], sign]
        done = place
    return "".join([*parts, text[done:]])


def _row(target: Target) -> list[str]:
    return [target.href] if target == Target(target.href) else list(target)


@dataclass
class _State:
    """The addresses of the page in work, and the elements that call for a note."""

    table: list[Target] = field(default_factory=list)
    calls: list[tuple[etree.Element, Target]] = field(default_factory=list)


class AnnotationExtension(Extension):
    """Register the making of links."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        """Take the marks out of the text as soon as all markup is read."""
        self.state = _State()
        md.preprocessors.register(_Table(md, self.state), "citations", 40)
        md.treeprocessors.register(_Weaver(md, self.state), "citations", 15)  # after inline, before contents
        # After the engines have looked at links: notes stand in the template.
        md.treeprocessors.register(_Caller(md, self.state), "citation_notes", -40)
        md.postprocessors.register(_Rest(md, self.state), "citations", -10)
        md.registerExtension(self)

    def reset(self) -> None:
        """Forget the page that was read before."""
        self.state.table.clear()
        self.state.calls.clear()


class _Table(Preprocessor):
    """Take the table off the page."""

    def __init__(self, md: Markdown, state: _State) -> None:
        super().__init__(md)
        self.state = state

    def run(self, lines: list[str]) -> list[str]:
        first = next((index for index, line in enumerate(lines) if line.strip()), 0)
        if lines and lines[first].startswith(TABLE):
            self.state.table += [Target(*row) for row in json.loads(lines[first].removeprefix(TABLE))]
            return lines[first + 1 :]
        return lines


class _Weaver(Treeprocessor):
    """Put a link around each marked citation."""

    def __init__(self, md: Markdown, state: _State) -> None:
        super().__init__(md)
        self.state = state

    def run(self, root: etree.Element) -> None:
        table = self.state.table
        if not table:
            return
        for element in root.iter():
            element.attrib.update({name: without_marks(value) for name, value in element.items()})
        for element, number in weave(root, MARK, _number):
            if number >= len(table):
                continue
            if table[number].style == NOTE:
                self.state.calls.append((element, table[number]))
            else:
                _link(element, table[number])


class _Caller(Treeprocessor):
    """Link what calls for a note, and let the note lead back to it."""

    def __init__(self, md: Markdown, state: _State) -> None:
        super().__init__(md)
        self.state = state

    def run(self, root: etree.Element) -> None:  # noqa: ARG002 - the signature is Python-Markdown's
        for element, target in self.state.calls:
            element.set("id", f"tai-{target.href[1:]}")
            _link(element, target)


def _link(element: etree.Element, target: Target) -> None:
    element.tag = "a"
    values = {"href": target.href, "class": target.style, "title": target.title}
    element.attrib.update({name: value for name, value in values.items() if value})


class _Rest(Postprocessor):
    """Leave no mark on the page, also where text is kept from being read: in code."""

    def __init__(self, md: Markdown, state: _State) -> None:
        super().__init__(md)
        self.state = state

    def run(self, text: str) -> str:
        return without_marks(text) if self.state.table else text


def _number(sign: str) -> int | None:
    """Tell which address a mark opens a link to; None for the mark that closes one."""
    return None if sign == _CLOSE else ord(sign) - _FIRST


def makeExtension(**kwargs: Any) -> AnnotationExtension:  # noqa: N802 - the name is Python-Markdown's
    """Give Python-Markdown its extension."""
    return AnnotationExtension(**kwargs)
