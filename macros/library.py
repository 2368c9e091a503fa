"""All pages together: look-up, near misses, what approves what, and the lists."""

from __future__ import annotations

import hashlib
import os
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from posixpath import dirname, normpath, relpath
from typing import TYPE_CHECKING

from macros.document import LARGEST_FILE, MOST_LINES, Document, decode, read
from macros.record import AgencyRecord, DecisionRecord, OutlineRecord, WorkRecord
from macros.vietnamese import fold, slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from macros.record import Change

ASSETS = frozenset({".pdf", ".png", ".jpg", ".jpeg", ".webp", ".docx", ".xlsx", ".csv"})
"""Files that may lie beside pages: scans and originals; no scripts, no SVG, no HTML."""


WORKS = "can-cu"
"""The folder of cited works."""


@dataclass(frozen=True)
class Unreadable:
    """A file under docs/ that is no usable page; `fault` names why."""

    path: str
    fault: str
    detail: str = ""
    line: int = 1
    """The line up to which the file could be read."""


@dataclass(frozen=True, eq=False)
class Library:
    """All documents of a folder of pages, with the files that could not be read."""

    root: Path
    documents: dict[str, Document] = field(repr=False)
    assets: tuple[str, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()

    @cached_property
    def agencies(self) -> dict[str, Document]:
        """Agencies by every folded name, abbreviation and other name; the first page wins."""
        found: dict[str, Document] = {}
        for document in self.documents.values():
            if isinstance(document.record, AgencyRecord):
                record = document.record
                for name in (record.name, *record.abbreviations, *record.other_names):
                    found.setdefault(fold(name), document)
        return found

    def agency(self, name: str) -> Document | None:
        """Find an agency by a name, marks, capitals and tone placement aside."""
        return self.agencies.get(fold(name))

    @cached_property
    def plans(self) -> tuple[Document, ...]:
        """Decisions and outlines, newest first: by date or year, then number and title."""
        found = [d for d in self.documents.values() if isinstance(d.record, (DecisionRecord, OutlineRecord))]
        return tuple(sorted(found, key=_newness, reverse=True))

    @cached_property
    def approvals(self) -> dict[str, str]:
        """Which decision (path) each attached page (path) belongs to."""
        return {
            target: document.path
            for document in self.plans
            if isinstance(document.record, DecisionRecord)
            for target in attachments(document)
        }

    def approving(self, document: Document) -> Document | None:
        """Find the decision to which a page is attached."""
        return self.documents.get(self.approvals.get(document.path, ""))

    def attached(self, document: Document) -> list[Document]:
        """Find the pages attached to a decision."""
        return [self.documents[target] for target in attachments(document) if target in self.documents]

    @cached_property
    def works(self) -> tuple[Document, ...]:
        """The pages of cited works, by path."""
        return tuple(d for d in self.documents.values() if isinstance(d.record, WorkRecord))

    def work(self, name: str) -> Document | None:
        """Find the page of a work by its name in can-cu/."""
        return self.documents.get(f"{WORKS}/{name}.md")

    def amends(self, document: Document) -> list[Document]:
        """Find the works that a work amends."""
        return [page for page in self.works if _is_named(document, getattr(page.record, "amended_by", ()))]

    def replaces(self, document: Document) -> list[Document]:
        """Find the works that a work replaces."""
        return [page for page in self.works if _is_named(document, getattr(page.record, "replaced_by", ()))]

    def listed(
        self,
        kind: str | None = None,
        year: int | None = None,
        agency: str | None = None,
        subject_field: str | None = None,
    ) -> list[Document]:
        """Select plans by kind, year, issuing agency and field; None leaves a property open."""
        wanted: dict[str, str | int | None] = {
            "kind": kind,
            "year": year,
            "issuer": agency if agency is None else self._issuer(agency),
            "field": subject_field if subject_field is None else slug(subject_field),
        }
        found = [self._shelves.get(item, {}) for item in wanted.items() if item[1] is not None]
        if not found:
            return list(self.plans)
        smallest, *others = sorted(found, key=len)
        return [plan for path, plan in smallest.items() if all(path in shelf for shelf in others)]

    @cached_property
    def _shelves(self) -> dict[tuple[str, str | int | None], dict[str, Document]]:
        """The plans (by path) with each value of a property: a list costs its length, no more."""
        shelves: defaultdict[tuple[str, str | int | None], dict[str, Document]] = defaultdict(dict)
        for plan in self.plans:
            shelves["kind", plan.kind][plan.path] = plan
            shelves["year", year_of(plan)][plan.path] = plan
            shelves["issuer", self._issuer(_plan(plan).issuer)][plan.path] = plan
            for name in _plan(plan).fields:
                shelves["field", slug(name)][plan.path] = plan
        return shelves

    def _issuer(self, name: str) -> str:
        """Tell issuers apart: by page, or by name where there is none."""
        page = self.agency(name)
        return page.path if page else fold(name)

    @cached_property
    def groups(self) -> Groups:
        """The years, issuers and fields that occur, each with its plans."""
        groups = Groups()
        spelling: dict[str, str] = {}  # one list for "Viễn thông" and "viễn thông", by the newest spelling
        for plan in self.plans:
            groups.years[year_of(plan)].append(plan)
            groups.kinds[(plan.kind, year_of(plan))].append(plan)
            page = self.agency(_plan(plan).issuer)
            groups.issuers[page.title if page else _plan(plan).issuer].append(plan)
            for name in _plan(plan).fields:
                groups.fields[spelling.setdefault(slug(name), name)].append(plan)
        return groups


@dataclass
class Groups:
    """Plans by year, by kind and year, by issuer and by field."""

    years: defaultdict[int, list[Document]] = field(default_factory=lambda: defaultdict(list))
    kinds: defaultdict[tuple[str, int], list[Document]] = field(default_factory=lambda: defaultdict(list))
    issuers: defaultdict[str, list[Document]] = field(default_factory=lambda: defaultdict(list))
    fields: defaultdict[str, list[Document]] = field(default_factory=lambda: defaultdict(list))


def load(root: Path) -> Library:
    """Read all pages below a folder. Never raises for a page's sake: see `unreadable`."""
    documents: dict[str, Document] = {}
    assets: list[str] = []
    unreadable: list[Unreadable] = []
    for path in walk(root):
        if (root / path).is_symlink():
            unreadable.append(Unreadable(path, "link", str((root / path).readlink())))
        elif Path(path).suffix.lower() in ASSETS:
            assets.append(path)
        elif not path.endswith(".md"):
            unreadable.append(Unreadable(path, "kind"))
        elif isinstance(page := _read(root, path), Document):
            documents[path] = page
        else:
            unreadable.append(page)
    return Library(root, documents, tuple(assets), tuple(unreadable))


@lru_cache(maxsize=2)
def library_at(root: str, state: str) -> Library:  # noqa: ARG001 - the state makes changed files a new entry
    """Load the pages once for a state of their files, as `state_of` gives it."""
    return load(Path(root))


def state_of(root: Path) -> str:
    """Tell a folder's state by its files' names, sizes and times, without reading them."""
    told = hashlib.sha256()
    for path in walk(root):
        facts = (root / path).lstat()
        # A name need not be text; the check reports it.
        told.update(f"{path}\0{facts.st_size}\0{facts.st_mtime_ns}\n".encode(errors="surrogateescape"))
    return told.hexdigest()[:16]


def walk(root: Path) -> Iterator[str]:
    """Go through the files below a folder in order, hidden ones left out, links not followed."""
    for folder, folders, files in os.walk(root):
        names = [name for name in folders if not name.startswith(".")]
        linked = [name for name in names if Path(folder, name).is_symlink()]
        folders[:] = sorted(name for name in names if name not in linked)
        for name in sorted([*files, *linked]):
            if not name.startswith("."):
                yield Path(folder, name).relative_to(root).as_posix()


def attachments(document: Document) -> list[str]:
    """Give the paths of a decision's attached pages, relative to docs/."""
    if not isinstance(document.record, DecisionRecord):
        return []
    return [resolve(document.path, target) for target in document.record.attachments]


def resolve(page: str, target: str) -> str:
    """Turn an address written on a page into a path relative to docs/."""
    return normpath(f"{dirname(page)}/{target}" if dirname(page) else target)


def address(page: str, target: str) -> str:
    """Write the relative .md address of a page as seen from another."""
    return relpath(target, dirname(page) or ".")


def year_of(document: Document) -> int:
    """Give the year by which a plan is listed."""
    return _plan(document).issue_year


def issuers(plans: Iterable[Document]) -> set[str]:
    """Give the issuers as printed on some plans."""
    return {_plan(plan).issuer for plan in plans}


def _is_named(document: Document, changes: Iterable[Change]) -> bool:
    return any(f"{WORKS}/{change.work}.md" == document.path for change in changes)


def _plan(document: Document) -> DecisionRecord | OutlineRecord:
    if not isinstance(document.record, (DecisionRecord, OutlineRecord)):
        raise TypeError(f"{document.path} is no decision or outline")
    return document.record


def _newness(document: Document) -> tuple[int, str, bool, str]:
    record = _plan(document)
    day = record.issued_on if isinstance(record, DecisionRecord) else None
    decision = isinstance(record, DecisionRecord)  # before the outline that it approves
    return record.issue_year, day.isoformat() if day else "", decision, document.path


def _read(root: Path, path: str) -> Document | Unreadable:
    file = root / path
    try:
        if not file.is_file():
            return Unreadable(path, "kind")
        if (size := file.stat().st_size) > LARGEST_FILE:
            return Unreadable(path, "too-large", f"{size:,} byte")
        text = decode(file.read_bytes())
        if (lines := text.count("\n")) > MOST_LINES:
            return Unreadable(path, "too-large", f"{lines:,} dòng")
        return read(path, text)
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        return Unreadable(path, "encoding", f"byte thứ {error.start + 1}", line)
    except OSError as error:
        return Unreadable(path, "access", str(error.strerror))
