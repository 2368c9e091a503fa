"""Show a page to the rules: its text, its places, its record as typed, and the pages around it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from macros.confinement import blank_code
from macros.record import FOLDERS, KINDS
from macros.registry import works_of
from scripts.rules.rule import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from macros.confinement import Call
    from macros.document import Document
    from macros.frontmatter import Entry, Place
    from macros.library import Library
    from macros.registry import Works
    from macros.structure import Kind, Passage, Provision
    from macros.work import Work

KeyPath = tuple[str | int, ...]


@dataclass(frozen=True)
class UnknownBasis:
    """A căn cứ of a known form and yet of no known work: the work's number and day, its words and place."""

    path: str
    key: tuple[str, date | None]
    words: str
    line: int
    column: int


@dataclass(frozen=True, eq=False)
class Collection:
    """All pages and files with what follows from them and the day of the check."""

    library: Library
    made: frozenset[str]
    """Pages that staging writes: lists and the help of the rules."""
    today: date
    catalogue: tuple[Work, ...] = ()
    """Works that are known beside the registry's pages."""
    unknown: tuple[UnknownBasis, ...] = ()
    """What was gathered page by page: the bases whose works nobody knows."""

    @cached_property
    def works(self) -> Works:
        """The works that citations are judged by."""
        return works_of(self.library.documents.values(), self.catalogue)

    @cached_property
    def pages(self) -> dict[str, Page]:
        """All pages by path."""
        return {path: Page(document, self) for path, document in self.library.documents.items()}

    @cached_property
    def targets(self) -> frozenset[str]:
        """All paths that an address on a page may lead to."""
        return frozenset({*self.library.documents, *self.library.assets, *self.made})

    @cached_property
    def namesakes(self) -> dict[str, str]:
        """One such path for each file name."""
        return {path.rpartition("/")[2]: path for path in sorted(self.targets, reverse=True)}


@dataclass(frozen=True, eq=False)
class Page:
    """A document among the others, with the views that rules need."""

    document: Document = field(repr=False)
    collection: Collection = field(repr=False)

    @property
    def path(self) -> str:
        """The path relative to the folder of pages."""
        return self.document.path

    @property
    def text(self) -> str:
        """The whole file."""
        return self.document.text

    @property
    def kind(self) -> str:
        """The kind of page, also where the record does not hold: as typed, or by the folder."""
        if self.document.record is not None:
            return self.document.kind
        typed = self.raw("loai")
        return typed if typed in KINDS else FOLDERS.get(self.path.split("/")[0], "")

    @property
    def is_decision(self) -> bool:
        """Whether the page is a decision."""
        return self.kind == "quyết định"

    @property
    def is_paper(self) -> bool:
        """Whether the body is paper text."""
        return self.kind in {"quyết định", "đề cương"}

    @property
    def is_issued(self) -> bool:
        """Whether the page is an issued document, whose wording is history."""
        return self.is_paper and self.raw("tinh_trang") == "đã ban hành"

    @property
    def body_start(self) -> int:
        """The offset of the body in the file."""
        return len(self.text) - len(self.document.body)

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the file."""
        return self.text.split("\n")

    @cached_property
    def prose(self) -> str:
        """The file with front matter and code blanked: what readers read, at the same offsets."""
        head = "\n" * (self.document.front.body_line - 1)
        return (
            head.rjust(self.body_start) + blank_code(self.document.body)
            if self.body_start
            else blank_code(self.text)
        )

    @cached_property
    def calls(self) -> list[tuple[int, Call]]:
        """The macro calls with their offsets in the file."""
        return [(self.body_start + call.start, call) for call in self.document.reading.calls]

    @cached_property
    def provisions(self) -> list[Provision]:
        """The provisions of a paper text; none on other pages."""
        return list(self.document.structure.provisions()) if self.is_paper else []

    @cached_property
    def passages(self) -> list[Passage]:
        """What stands between the provisions of a paper text; none on other pages."""
        return [passage for _, passage in self.document.structure.passages()] if self.is_paper else []

    @cached_property
    def kinds(self) -> dict[int, Kind]:
        """What each line that is no provision is, by line number."""
        return {line.number: passage.kind for passage in self.passages for line in passage.lines}

    def paper(self, *kinds: Kind) -> Iterator[tuple[int, str]]:
        """Go through the lines of these kinds of passage that have text, with their numbers."""
        for passage in self.passages:
            if passage.kind in kinds:
                yield from ((line.number, line.text) for line in passage.lines if line.text.strip())

    def entry(self, *path: str | int) -> Entry | None:
        """Find a value of the record as typed."""
        return self.document.front.entry(path)

    def raw(self, key: str) -> str:
        """Give a value of the record as typed; empty when it is not there or no text."""
        found = self.entry(key)
        return found.value if found and isinstance(found.value, str) else ""

    def texts(self, key: str) -> list[tuple[str, Place]]:
        """Give the texts of a list of the record as typed, with their places; one text is a list of one."""
        found = self.entry(key)
        if found is None:
            return []
        items = found.value if isinstance(found.value, list) else [found]
        return [(item.value, item.place) for item in items if isinstance(item.value, str)]

    def place(self, offset: int) -> tuple[int, int]:
        """Turn an offset of the file into line and column."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def at(self, offset: int, message: str, value: str = "", suggestion: str = "") -> Fault:
        """Report a fault at an offset of the file."""
        return Fault(*self.place(offset), message, value, suggestion)

    def on(
        self, line: int, message: str, value: str = "", suggestion: str = "", *, end: bool = False
    ) -> Fault:
        """Report a fault at its value in a line, at the line's first sign, or at its last."""
        text = self.lines[line - 1]
        first = text.find(value) if value and value in text else len(text) - len(text.lstrip())
        return Fault(line, max(len(text.rstrip()), 1) if end else first + 1, message, value, suggestion)

    def under(self, path: KeyPath, message: str, value: str = "", suggestion: str = "") -> Fault:
        """Report a fault at a value of the record; at its key when empty, else at the nearest holder."""
        found = self.entry(*path)
        place = found.place if found and found.value else self.document.front.place(path)
        return Fault(place.line, place.column, message, value, suggestion)

    @cached_property
    def starts(self) -> list[int]:
        """The offsets at which the lines begin."""
        starts = [0]
        for line in self.lines:
            starts.append(starts[-1] + len(line) + 1)
        return starts[:-1]
