"""Find and judge the citations of documents, each with its provision and its place in the file."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from macros import basis_form, own_provision
from macros.citation import find_in_markdown
from macros.record import AgencyRecord, DecisionRecord, OutlineRecord
from macros.resolution import Citing
from macros.structure import Kind, Line, Provision
from macros.verdict import Judgement, judge

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.citing.model import Citation
    from macros.document import Document
    from macros.library import Library
    from macros.problem import Problem
    from macros.registry import Works


@dataclass(frozen=True, slots=True)
class Piece:
    """A line of a document's reading: where it begins in it, its number in the file, what it belongs to."""

    start: int
    line: int
    holder: Provision | None
    kind: Kind


@dataclass(frozen=True)
class Reading:
    """A document's running text as one, paragraph by paragraph, with the citations that stand in it."""

    text: str
    pieces: tuple[Piece, ...]
    citations: tuple[Citation, ...]

    def piece(self, offset: int) -> Piece:
        """Give the line in which a place of the text stands."""
        return self.pieces[bisect_right(self.pieces, offset, key=lambda piece: piece.start) - 1]


@dataclass(frozen=True)
class Cited:
    """A citation in a document, judged."""

    judgement: Judgement
    piece: Piece

    @property
    def ident(self) -> str:
        """The id of the provision in which it stands; empty above all."""
        holder = self.piece.holder
        if holder is None:
            return ""
        return holder.ident or next((p.ident for p in holder.ancestors() if p.ident), "")


@lru_cache(maxsize=4)
def readings(library: Library) -> dict[str, Reading]:
    """Read the running text of all decisions and outlines, once for a library."""
    return {plan.path: read(plan) for plan in library.plans}


@lru_cache(maxsize=4)
def judged(library: Library, works: Works) -> dict[str, tuple[Cited, ...]]:
    """Judge the citations of all decisions and outlines, by page."""
    found = readings(library)
    return {plan.path: judge_page(plan, found[plan.path], library, works) for plan in library.plans}


def judge_page(document: Document, reading: Reading, library: Library, works: Works) -> tuple[Cited, ...]:
    """Judge the citations of one document."""
    return tuple(_judged(document, reading, library, works))


def read(document: Document) -> Reading:
    """Read a document's text without what it quotes, which is another's text."""
    pieces: list[Piece] = []
    lines: list[str] = []
    offset, before = 0, None
    for line, holder, kind in _lines(document):
        if before is not None and (holder, kind) != before[:2]:
            lines.append("")
            offset += 1
        before = (holder, kind, line.number)
        pieces.append(Piece(offset, line.number, holder, kind))
        lines.append(line.text)
        offset += len(line.text) + 1
    text = "\n".join(lines)
    return Reading(text, tuple(pieces), tuple(find_in_markdown(text)))


def _lines(document: Document) -> Iterator[tuple[Line, Provision | None, Kind]]:
    """Go through the lines of the text in reading order, each with its provision and kind."""
    waiting: list[tuple[Provision | None, object]] = [
        (None, c) for c in reversed(document.structure.children)
    ]
    while waiting:
        holder, node = waiting.pop()
        if isinstance(node, Provision):
            yield from ((line, node, Kind.TEXT) for line in node.text)
            waiting.extend((node, child) for child in reversed(node.children))
        elif node.kind in {Kind.TEXT, Kind.BASIS}:  # type: ignore[attr-defined]
            yield from ((line, holder, node.kind) for line in node.lines)  # type: ignore[attr-defined]


def citing_of(document: Document, library: Library) -> Citing:
    """Tell what is known of a document as one that cites: its days and its issuer's full name."""
    record = document.record
    if not isinstance(record, (DecisionRecord, OutlineRecord)):
        return Citing()
    page = library.agency(record.issuer)
    issuer = page.record.name if page and isinstance(page.record, AgencyRecord) else record.issuer
    if isinstance(record, DecisionRecord) and record.issued_on:
        return Citing.on(record.issued_on, issuer)
    return Citing.in_year(record.issue_year, issuer) if record.issue_year else Citing(issuer=issuer)


def _judged(document: Document, reading: Reading, library: Library, works: Works) -> Iterator[Cited]:
    citing = citing_of(document, library)
    judgements = judge(reading.text, reading.citations, works, citing)
    for judgement in judgements:
        piece = reading.piece(judgement.citation.start)
        more: list[Problem] = []
        if missing := own_provision.missing(judgement.citation, document, piece.holder):
            more.append(missing)
        if piece.kind is Kind.BASIS and not judgement.problems:
            more += basis_form.problems(judgement, reading.text, document, citing)
        problems = (*judgement.problems, *more)
        yield Cited(replace(judgement, problems=problems) if more else judgement, piece)


def place(cited: Cited, problem: Problem, reading: Reading, lines: list[str]) -> tuple[int, int]:
    """Find line and column (from 1) of a problem's value in the file; of the citation where it is changed."""
    citation = cited.judgement.citation
    within = max(0, citation.text.find(problem.value)) if problem.value else 0
    offset = citation.start + within
    piece = reading.piece(offset)
    source = lines[piece.line - 1] if piece.line <= len(lines) else ""
    # What the label of a provision takes stands before its text, so that the value is there or further on.
    wanted = reading.text[offset:].split("\n", 1)[0][: max(1, min(len(problem.value), 40))]
    found = source.find(wanted, max(0, offset - piece.start))
    return piece.line, (found if found >= 0 else len(source) - len(source.lstrip())) + 1
