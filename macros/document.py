"""Read a Markdown file as data: record, text, macro calls and paper structure, with true lines."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from pydantic import ValidationError

from macros import confinement, frontmatter
from macros.frontmatter import FrontMatter, Place
from macros.paper import parse
from macros.record import FOLDERS, KINDS, DecisionRecord, OutlineRecord, PageRecord, Record, WorkRecord
from macros.structure import Line, Structure
from macros.vietnamese import nfc
from macros.work import NAMED_BY_TITLE
from macros.writing import write_label

if TYPE_CHECKING:
    from pathlib import Path

    from macros.confinement import Reading
    from macros.structure import Provision

BYTE_ORDER_MARK = "\ufeff"
"""What some Windows programs write before the text; kept in `text`, so that the check can tell."""

LARGEST_FILE = 2_000_000
"""Bytes; the longest real plans stay under a tenth of it."""

MOST_LINES = 20_000
"""Lines; a Markdown reader takes its time for each, however short it is."""


_LIST = re.compile(r"/(?:index|trang-\d+)\.md$")
"""A list of a folder's pages, or a further page of it: no record of a document."""


@dataclass(frozen=True)
class RecordProblem:
    """What is wrong with a value of the record: pydantic's error type, its path and its own words."""

    fault: str
    path: tuple[str | int, ...]
    place: Place
    value: str
    detail: str


@dataclass(frozen=True, eq=False)
class Document:
    """One page under docs/: `path` is relative to docs/ with forward slashes."""

    path: str
    text: str
    front: FrontMatter = field(repr=False)
    record: Record | None
    record_problems: tuple[RecordProblem, ...]

    @property
    def body(self) -> str:
        """The text below the front matter."""
        return self.front.body

    @property
    def kind(self) -> str:
        """The value of `loai`; empty on ordinary pages."""
        return getattr(self.record, "kind", "")

    @property
    def is_paper(self) -> bool:
        """Whether the body is paper text (decisions and outlines)."""
        return isinstance(self.record, (DecisionRecord, OutlineRecord))

    @property
    def counts(self) -> bool:
        """Whether macros may count: drafts and outlines; an issued decision states its numbers."""
        return isinstance(self.record, OutlineRecord) or getattr(self.record, "status", "") == "dự thảo"

    @property
    def title(self) -> str:
        """What lists and the browser call the page."""
        return title_of(self.record, self.path)

    @cached_property
    def reading(self) -> Reading:
        """All macro calls of the body and all that is not allowed there."""
        return confinement.read(self.body)

    @cached_property
    def structure(self) -> Structure:
        """The paper structure of the body, with the lines of the file."""
        return parse(self.paper_lines)

    @cached_property
    def provision_by_ident(self) -> dict[str, Provision]:
        """The provisions that have an id."""
        return {p.ident: p for p in self.structure.provisions() if p.ident}

    @cached_property
    def paper_lines(self) -> list[Line]:
        """The body with its label macros written out, line by line."""
        pieces, position = [], 0
        for call in self.reading.calls:
            pieces += [self.body[position : call.start], write_label(call)]
            position = call.end
        written = "".join([*pieces, self.body[position:]])
        return [
            Line(self.front.body_line + index, text) for index, text in enumerate(nfc(written).split("\n"))
        ]

    def place(self, offset: int) -> Place:
        """Turn an offset into the body into line and column of the file."""
        before = self.body[:offset]
        return Place(self.front.body_line + before.count("\n"), offset - (before.rfind("\n") + 1) + 1)


def read(path: str, text: str) -> Document:
    """Read a page's text. Never raises: what is wrong stands in the document."""
    front = frontmatter.read(text.removeprefix(BYTE_ORDER_MARK))
    if front.problems and not front.entries:
        return Document(path, text, front, None, ())
    record, problems = _validate(front, path)
    return Document(path, text, front, record, problems)


def read_file(root: Path, path: str) -> Document:
    """Read a page from the folder of pages; raises OSError or UnicodeDecodeError."""
    return read(path, decode((root / path).read_bytes()))


def decode(data: bytes) -> str:
    """Decode a page's bytes: UTF-8, any line ends; raises UnicodeDecodeError."""
    return data.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")


def title_of(record: Record | None, path: str) -> str:
    """Give a page its title from the record."""
    if isinstance(record, DecisionRecord):
        number = f" số {record.number}" if record.number else ""
        return f"Quyết định{number}: {plain_subject(record.subject)}"
    if isinstance(record, OutlineRecord):
        return f"Đề cương: {record.subject.rstrip('.')}"
    if isinstance(record, WorkRecord):
        return work_title(record)
    if isinstance(record, PageRecord):
        return record.title
    return record.name if record else path


def work_title(record: WorkRecord) -> str:
    """Name a cited work: a law by its title, `Luật Đất đai (45/2013/QH13)`, others by number and subject."""
    number, title = record.number or "", record.title or ""
    if record.type in NAMED_BY_TITLE:
        amends = title.lower().startswith("sửa đổi")
        named = f"{record.type} {title[:1].lower() + title[1:] if amends else title}".rstrip()
        return f"{named} ({number})" if number else named
    head = f"{record.type} số {number}" if number else record.type
    return f"{head}: {plain_subject(title)}" if title else head


def plain_subject(subject: str) -> str:
    """Say what a decision does, without the words that introduce it on paper."""
    lowered = subject.removeprefix("Về việc ").removeprefix("V/v ")
    return (lowered[:1].upper() + lowered[1:]).rstrip(".")


def _validate(front: FrontMatter, path: str) -> tuple[Record | None, tuple[RecordProblem, ...]]:
    values = front.plain()
    kind = values.get("loai")
    if kind is None and path.split("/")[0] in FOLDERS and not _LIST.search(path):
        expected = FOLDERS[path.split("/")[0]]
        return None, (RecordProblem("missing", ("loai",), Place(1, 1), "loai", expected),)
    if kind is not None and not (isinstance(kind, str) and kind in KINDS):
        return None, (RecordProblem("kind", ("loai",), front.place(("loai",)), str(kind), ", ".join(KINDS)),)
    model = KINDS[str(kind)] if kind is not None else PageRecord
    try:
        filled = {key: value for key, value in values.items() if value is not None}
        return model.model_validate(filled, by_alias=True, by_name=False), ()  # staff's keys only, not ours
    except ValidationError as error:
        return None, tuple(
            RecordProblem(
                str(e["type"]),
                e["loc"],
                front.place(e["loc"]),
                _shown(e),
                str(e.get("ctx", {}).get("error", e["msg"])),
            )
            for e in error.errors(include_url=False)
        )


def _shown(error: object) -> str:
    value = error["input"] if isinstance(error, dict) and error["type"] != "missing" else ""
    return str(value)[:80] if not isinstance(value, dict) else ""
