"""Decide for each citation of a document where it leads on the site, or why it leads nowhere."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from macros import own_provision
from macros.citation import Citation, find_in_markdown
from macros.cited import judged, readings
from macros.resolution import Citing, Match
from macros.verdict import judge
from macros.vietnamese import sentence_case

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.cited import Cited, Reading
    from macros.document import Document
    from macros.library import Library
    from macros.problem import Problem
    from macros.record import Acceptance
    from macros.registry import Works
    from macros.work import Work


@dataclass(frozen=True)
class Link:
    """A citation, its span in the text that was read, and what it leads to; `reason` says why to nothing."""

    start: int
    end: int
    page: str = ""
    """The path of the page, the document's own too."""
    ident: str = ""
    """The provision's id on that page; empty for the page."""
    force: str = ""
    """Whether the work is in force today, in the register's words."""
    reason: str = ""
    note: Note | None = None


@dataclass(frozen=True)
class Note:
    """What readers are told where a signed text cites wrongly: the editors' reason, and the work meant."""

    text: str
    reason: str
    work: Work | None


def loose_links(text: str, works: Works) -> Iterator[Link]:
    """Go through the citations of a text that is no document, such as a guide; only those that lead on."""
    for judgement in judge(text, find_in_markdown(text), works, Citing()):
        work, citation = judgement.resolution.work, judgement.citation
        if work and work.page and not any(problem.code == "TD105" for problem in judgement.problems):
            yield Link(citation.start, citation.end, work.page, force=work.force)


def links(document: Document, library: Library, works: Works) -> tuple[Link, ...]:
    """Go through a document's citations, and what it calls its own attachment, in their order."""
    reading = readings(library).get(document.path)
    if reading is None:
        return ()
    shields = _shields(reading.text)
    attached = list(_attached(document, library, reading, shields))
    held = {link.end for link in attached}  # `Quyết định này` at the end of such a name
    cited = (
        _link(one, document, library, shields)
        for one in judged(library, works)[document.path]
        if one.judgement.citation.end not in held
    )
    return tuple(sorted((*attached, *cited), key=lambda link: link.start))


def _link(cited: Cited, document: Document, library: Library, shields: list[tuple[int, int, str]]) -> Link:
    citation = cited.judgement.citation
    unlinked = Link(citation.start, citation.end)
    if said := _shielded(citation.start, shields):
        return replace(unlinked, reason=said)
    if note := _note(cited, document):
        return replace(unlinked, page=document.path, note=note)
    if citation.relative:
        return _relative(cited, document)
    if said := _doubt(cited, document):
        return replace(unlinked, reason=said)
    work = cited.judgement.resolution.work
    if work is None or not work.page:
        return replace(unlinked, reason="chưa có trang căn cứ của văn bản này")
    ident = _ident(citation, library.documents.get(work.page))
    return replace(unlinked, page=work.page, ident=ident, force=work.force)


def _shields(text: str) -> list[tuple[int, int, str]]:
    """Find what keeps links off a text: code, and links that are there already."""
    return [
        (match.start(), match.end(), _IN_CODE if match[0].startswith("`") else _IN_LINK)
        for match in (_MARKUP.finditer(text) if "`" in text or "](" in text else ())
    ]


def _shielded(start: int, shields: list[tuple[int, int, str]]) -> str:
    """Tell what keeps a link off a place; empty where nothing does."""
    at = bisect_right(shields, start, key=lambda shield: shield[0]) - 1
    return shields[at][2] if at >= 0 and start < shields[at][1] else ""


_MARKUP = re.compile(r"(?<!`)(`++)[^`\n]++\1(?!`)|\[[^\[\]\n]{0,500}+\]\([^()\n]{0,500}+\)")
_IN_CODE = "đứng trong mã"
_IN_LINK = "đứng trong một liên kết đã có"


def _doubt(cited: Cited, document: Document) -> str:
    """Tell why it is not sure which work is meant; empty when it is."""
    found = cited.judgement.resolution
    problems = {problem.code: problem for problem in cited.judgement.problems}
    if found.match is Match.NONE:
        return "chưa có trang căn cứ của văn bản này"
    if found.match is not Match.ONE:
        problem = next((problems[code] for code in _UNSURE if code in problems), None)
        return problem.message if problem else "không rõ là văn bản nào"
    if "TD105" in problems:
        return problems["TD105"].message
    if found.work and found.work.page == document.path:
        return "là chính văn bản này"
    return ""


_UNSURE = ("TD101", "TD102", "TD103", "TD104", "TD106", "TD109", "TD401", "TD402", "TD403")


def _note(cited: Cited, document: Document) -> Note | None:
    """Make a note where the page accepts that a citation is wrong as it was signed."""
    accepted: Sequence[Acceptance] = getattr(document.record, "accepted", ())
    if cited.judgement.resolution.match is Match.ONE or not accepted:
        return None
    for problem in cited.judgement.problems:
        if problem.code not in _EXISTENCE:
            continue
        for acceptance in accepted:
            if acceptance.code == problem.code and _is_of(acceptance, problem):
                words = _plain(cited.judgement.citation.text.replace("*", ""))
                return Note(words, acceptance.reason, _meant(cited))
    return None


_EXISTENCE = frozenset({"TD101", "TD102", "TD103", "TD104", "TD106", "TD109"})


def _is_of(acceptance: Acceptance, problem: Problem) -> bool:
    return acceptance.value is None or _plain(acceptance.value) == _plain(problem.value)


def _plain(text: str) -> str:
    return " ".join(text.split())


def _meant(cited: Cited) -> Work | None:
    """Give the work that a wrong citation is taken for, where it is one and a page tells of it."""
    found = cited.judgement.resolution
    sure = found.match in {Match.SLIP, Match.OTHER_DAY, Match.OTHER_TYPE, Match.OTHER_ISSUER}
    return found.works[0] if sure and len(found.works) == 1 and found.works[0].page else None


def _relative(cited: Cited, document: Document) -> Link:
    """Follow `khoản 2 Điều này` and `Điều 1 Quyết định này` on the page."""
    citation, holder = cited.judgement.citation, cited.piece.holder
    unlinked = Link(citation.start, citation.end)
    if citation.provision is None:
        return replace(unlinked, reason="là chính văn bản này")
    idents = own_provision.targets(citation, document, holder)
    if not idents:
        return replace(unlinked, reason="không rõ là điều, khoản của văn bản nào")
    if any(ident not in document.provision_by_ident for ident in idents):
        return replace(unlinked, reason=f"văn bản này không có {citation.provision}")
    return replace(unlinked, page=document.path, ident=_held_in_common(idents))


def _attached(
    document: Document, library: Library, reading: Reading, shields: list[tuple[int, int, str]]
) -> Iterator[Link]:
    """Find `Đề cương ban hành kèm theo Quyết định này`, where one page of that kind is attached."""
    attached = library.attached(document)
    for match in _ATTACHED.finditer(reading.text) if len(attached) == 1 else ():
        if match["kind"] == sentence_case(attached[0].kind) and not _shielded(match.start(), shields):
            yield Link(match.start(), match.end(), attached[0].path)


_ATTACHED = re.compile(
    r"(?P<kind>Đề cương)(?:\s+chi tiết)?(?:\s+(?:được\s+)?(?:ban hành|phê duyệt))?\s+kèm\s+theo"
    r"(?:\s+Quyết\s+định\s+này)?"
)


def _ident(citation: Citation, page: Document | None) -> str:
    """Find the cited provision on the page of a document of this site; empty where it is not there."""
    if page is None or not page.is_paper or not citation.provision:
        return ""
    idents = own_provision.idents(citation.provision)
    found = idents and all(ident in page.provision_by_ident for ident in idents)
    return _held_in_common(idents) if found else ""


def _held_in_common(idents: Sequence[str]) -> str:
    """Give the provision that holds all of several, else the first: `điểm a, b khoản 2` is khoản 2."""
    if len(idents) == 1:
        return idents[0]
    shared = list(_shared_steps([ident.split("-") for ident in idents]))
    return "-".join(shared[: len(shared) // 2 * 2]) or idents[0]


def _shared_steps(paths: list[list[str]]) -> Iterator[str]:
    for steps in zip(*paths, strict=False):
        if len(set(steps)) > 1:
            return
        yield steps[0]
