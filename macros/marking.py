"""Mark a page's citations in its text as it is staged, each with the address where it leads."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING

from macros.annotation import NOTE, Span, Target, marked, without_marks
from macros.cited import readings
from macros.frame import Values, escaped, site_address
from macros.library import address
from macros.linking import links, loose_links
from macros.record import PageRecord
from macros.vietnamese import nfc, sentence_case
from macros.work_frame import STANDINGS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.annotation import Marked
    from macros.cited import Piece, Reading
    from macros.document import Document
    from macros.library import Library
    from macros.linking import Link, Note
    from macros.registry import Works

TOLD = {
    "hết hiệu lực toàn bộ": "hết hiệu lực",
    "ngưng hiệu lực": "ngưng hiệu lực",
    "chưa có hiệu lực": "chưa có hiệu lực",
}
"""The states that readers are told of beside the citation, and in which words."""

GUIDES = "huong-dan/"


@dataclass
class Annotated:
    """A page's text with its citations marked, and what the page's templates must know of them."""

    text: Marked
    values: Values = field(default_factory=dict)


def annotated(document: Document, body: str, recipients: str, library: Library, works: Works) -> Annotated:
    """Mark the citations in a page's staged body; `recipients` is what stands there for `noi_nhan()`."""
    lines = without_marks(nfc(body)).split("\n")
    notes: list[Note] = []
    if document.path in readings(library):
        spans = list(_of_paper(document, lines, recipients, library, works, notes))
    elif _is_read(document, library):
        spans = list(_of_page(document, lines, works))
    else:
        spans = []
    values: Values = {"vien_dan": True} if spans else {}
    if notes:
        values["ghi_chu"] = [_note(document, number, note) for number, note in enumerate(notes, 1)]
    return Annotated(marked(lines, spans), escaped(values))


def _is_read(document: Document, library: Library) -> bool:
    """Tell whether a page is running text: what staff wrote and the rules' help, not the lists."""
    record = document.record
    is_text = isinstance(record, PageRecord) and record.language == "vi"
    return is_text and (document.path in library.documents or document.path.startswith(GUIDES))


def _of_paper(
    document: Document,
    lines: list[str],
    recipients: str,
    library: Library,
    works: Works,
    notes: list[Note],
) -> Iterator[Span]:
    """Find where a document's citations stand among its staged lines."""
    reading = readings(library)[document.path]
    places = _Places(document, reading, lines, recipients)
    for link in links(document, library, works):
        start, end = places.find(link.start), places.find(link.end - 1)
        if link.reason or start is None or end is None:
            continue
        if link.note:
            notes.append(link.note)
        yield Span(start, (end[0], end[1] + 1), _target(document, link, len(notes)))


def _of_page(document: Document, lines: list[str], works: Works) -> Iterator[Span]:
    """Find the citations of running text, but not in code or beside a macro's call."""
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    for link in loose_links("\n".join(lines), works):
        first, last = bisect_right(starts, link.start) - 1, bisect_right(starts, link.end - 1) - 1
        if not any(sign in line for line in lines[first : last + 1] for sign in ("{{", "{%", "    ")):
            start, end = (first, link.start - starts[first]), (last, link.end - starts[last])
            yield Span(start, end, _target(document, link, 0))


class _Places:
    """Turn places of a document's reading into those of its staged lines."""

    def __init__(self, document: Document, reading: Reading, lines: list[str], recipients: str) -> None:
        self.reading = reading
        self.lines = lines
        self.first = document.front.body_line
        # What is written for {{ noi_nhan() }} moves the lines that follow it.
        self.moving = [
            document.place(call.start).line for call in document.reading.calls if call.name == "noi_nhan"
        ]
        self.moved = recipients.count("\n")
        self.found: dict[int, tuple[int, int] | None] = {}

    def find(self, offset: int) -> tuple[int, int] | None:
        """Give line and column (from 0); None where the line is not what was read."""
        piece = self.reading.piece(offset)
        if piece.start not in self.found:
            self.found[piece.start] = self._line(piece)
        place = self.found[piece.start]
        return (place[0], place[1] + offset - piece.start) if place else None

    def _line(self, piece: Piece) -> tuple[int, int] | None:
        """Find a piece's staged line, and where in it begins what was read: behind a label, if any."""
        index = piece.line - self.first + self.moved * sum(line < piece.line for line in self.moving)
        end = self.reading.text.find("\n", piece.start)
        read = self.reading.text[piece.start : end if end >= 0 else None].rstrip()
        if not 0 <= index < len(self.lines):
            return None
        if "\t" in self.lines[index]:
            self.lines[index] = self.lines[index].expandtabs(4)  # as Markdown will
        staged = self.lines[index].rstrip()
        return (index, len(staged) - len(read)) if staged.endswith(read) else None


def _target(document: Document, link: Link, number: int) -> Target:
    if link.note:
        return Target(f"#{_ident(number)}", NOTE, "Ghi chú của trang")
    here = "" if link.page == document.path else address(document.path, link.page)
    href = f"{here}#{link.ident}" if link.ident else here
    told = TOLD.get(link.force)
    return Target(href, STANDINGS[link.force], sentence_case(told)) if told else Target(href)


def _note(document: Document, number: int, note: Note) -> Values:
    meant = note.work
    shown = {"ten": meant.cited_as, "url": site_address(document.path, meant.page)} if meant else {}
    return {"ma": _ident(number), "chu": note.text, "ly_do": note.reason, "van_ban": shown}


def _ident(number: int) -> str:
    return f"ghi-chu-{number}"
