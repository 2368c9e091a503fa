"""Follow a relative citation on its own page: `Điều 1 Quyết định này`, `khoản 2 Điều này`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.numbering import Level, ident
from macros.problem import Problem
from macros.provision_path import THIS, Path, read_paths
from macros.record import DecisionRecord

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.citing.model import Citation
    from macros.document import Document
    from macros.structure import Provision

_IN_IDS = frozenset({Level.ARTICLE, Level.CLAUSE, Level.POINT})


def targets(citation: Citation, document: Document, holder: Provision | None) -> tuple[str, ...]:
    """Give the ids that a relative citation points to on this page, whether they are there or not.

    Only what is sure: `Quyết định này` on a decision, and units that hold the citation (`Điều này`). A bare
    `khoản 2 Điều 36` may be another work's, and a phụ lục counts its Điều anew.
    """
    if not citation.relative or not citation.provision or not isinstance(document.record, DecisionRecord):
        return ()
    if holder and any(p.level is Level.APPENDIX for p in (holder, *holder.ancestors())):
        return ()
    is_this = citation.type == "Quyết định" or (citation.type is None and THIS in citation.provision.split())
    paths = read_paths(citation.provision) if is_this else ()
    return tuple(ident for path in paths if (ident := _ident(path, holder)))


def idents(provision: str) -> tuple[str, ...]:
    """Give the ids that a printed path has on the page of the document it belongs to; none if unsure."""
    found = tuple(_ident(path, None) for path in read_paths(provision))
    return found if all(found) else ()


def missing(citation: Citation, document: Document, holder: Provision | None) -> Problem | None:
    """Tell that a relative citation points to a provision that this document has not."""
    for target in targets(citation, document, holder):
        if target not in document.provision_by_ident:
            message = f"Văn bản này không có {citation.provision}. Hãy sửa chỗ dẫn hoặc thêm điều khoản"
            return Problem("TD108", message, citation.provision or "")
    return None


def _ident(path: Path, holder: Provision | None) -> str:
    """Write a path's id; empty where it cannot be told."""
    steps = list(_settled(path, holder))
    if not steps or steps[0][0] is not Level.ARTICLE or any(level not in _IN_IDS for level, _ in steps):
        return ""
    return "-".join(ident(level, number.lower()) for level, number in steps)


def _settled(path: Path, holder: Provision | None) -> Iterator[tuple[Level, str]]:
    """Put the numbers of the units that hold the citation for `này`, and what is above them."""
    chain = {p.level: p.number for p in (holder, *holder.ancestors())} if holder else {}
    first = path[0] if path else None
    if first and first[1] == THIS:
        yield from ((level, chain[level]) for level in sorted(_IN_IDS) if level < first[0] and level in chain)
    for level, number in path:
        if number != THIS:
            yield level, number
        elif level in chain:
            yield level, chain[level]
        else:
            return
