"""Find agencies in the text of documents: who is named where, and who is given what to do."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from macros.record import AgencyRecord, DecisionRecord, OutlineRecord
from macros.reference import refer_to, settle
from macros.structure import Kind, Provision
from macros.vietnamese import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.document import Document
    from macros.library import Library

_DEPARTMENTS = re.compile(r"\bcac so\s*:?\s*([^;.]+)")
"""`Giám đốc các sở: Thông tin và Truyền thông, Tài chính` names departments without the word Sở."""
_ORDER = re.compile(r"\s*giao\s+")
_DUTY = re.compile(r"chiu trach nhiem thi hanh")


@dataclass(frozen=True)
class Passage:
    """A paragraph of a document with the id of the provision that it belongs to (empty above all)."""

    document: Document
    ident: str
    text: str


@dataclass(frozen=True)
class Names:
    """All names of the agencies as one pattern over folded text, longest first."""

    pattern: re.Pattern[str]
    paths: dict[str, str]
    departments: dict[str, str]

    def named(self, folded: str) -> set[str]:
        """Give the paths of the agencies that a folded text names."""
        found = {self.paths[match[0]] for match in self.pattern.finditer(folded)}
        for group in _DEPARTMENTS.finditer(folded):
            found |= {
                path
                for name, path in self.departments.items()
                if name in group[1] and re.search(rf"\b{re.escape(name)}\b", group[1])
            }
        return found

    def ordered(self, folded: str) -> set[str]:
        """Give the agencies that a paragraph tasks: `Giao Sở A, Sở B …`, `… chịu trách nhiệm thi hành`."""
        if _DUTY.search(folded):
            return self.named(folded)
        order = _ORDER.match(folded)
        found, position = set[str](), order.end() if order else -1
        while order and (match := self.pattern.match(folded, position)):
            found.add(self.paths[match[0]])
            joint = re.compile(r"\s*(?:,|va)\s+").match(folded, match.end())
            if not joint:
                break
            position = joint.end()
        return found


@dataclass(frozen=True)
class Mentions:
    """Per agency page (path): the passages that name it, and those that give it a task."""

    named: dict[str, tuple[Passage, ...]]
    tasks: dict[str, tuple[Passage, ...]]


@lru_cache(maxsize=2)
def mentions(library: Library) -> Mentions:
    """Go once through all decisions and outlines."""
    names = names_of(library)
    named: dict[str, list[Passage]] = {}
    tasks: dict[str, list[Passage]] = {}
    for plan in library.plans:
        for passage in passages(plan):
            folded = fold(passage.text)
            for path in names.named(folded):
                named.setdefault(path, []).append(passage)
            for path in names.ordered(folded):
                tasks.setdefault(path, []).append(passage)
    return Mentions(
        {path: tuple(found) for path, found in named.items()},
        {path: tuple(found) for path, found in tasks.items()},
    )


def names_of(library: Library) -> Names:
    """Gather the names of all agencies."""
    paths = {name: document.path for name, document in library.agencies.items()}
    departments = {
        fold(document.record.name).removeprefix("so "): document.path
        for document in library.agencies.values()
        if isinstance(document.record, AgencyRecord) and document.record.name.startswith("Sở ")
    }
    longest_first = sorted(map(re.escape, paths), key=len, reverse=True) or [r"(?!)"]
    return Names(re.compile(rf"(?<!\w)(?:{'|'.join(longest_first)})(?!\w)"), paths, departments)


def passages(document: Document) -> Iterator[Passage]:
    """Go through a document's paragraphs: the record's, then the provisions' and those between."""
    yield from (Passage(document, "", text) for text in _printed(document))
    keys = document.structure.keyed()

    def words(text: str, holder: Provision | None) -> str:
        plain = settle(text, lambda key: refer_to(keys[key], holder) if key in keys else "")
        return " ".join(plain.split())

    for provision in document.structure.provisions():
        if provision.text:
            yield Passage(document, _ident(provision), words(provision.title, provision))
    for holder, passage in document.structure.passages():
        if passage.kind in {Kind.TEXT, Kind.BASIS, Kind.QUOTE}:
            parts = (words(part, holder) for part in passage.text.split("\n\n"))
            yield from (Passage(document, _ident(holder), part) for part in parts if part)


def _printed(document: Document) -> list[str]:
    record = document.record
    if isinstance(record, DecisionRecord):
        return [record.issuer, record.authority, record.subject, *record.recipients]
    if isinstance(record, OutlineRecord):
        return [record.subject, record.attached_to or ""]
    return []


def _ident(provision: Provision | None) -> str:
    if provision is None:
        return ""
    return provision.ident or next((p.ident for p in provision.ancestors() if p.ident), "")
