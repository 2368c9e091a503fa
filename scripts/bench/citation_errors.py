"""Seed slips into correct citations of real texts, count those that are reported, and the false reports."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from random import Random
from typing import TYPE_CHECKING, Final

from macros import cited, issuer, symbol
from macros.citation import find
from macros.registry import Works
from macros.resolution import Citing
from macros.verdict import judge
from scripts.bench.citation_slips import SLIPS, Sound, written

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.library import Library
    from macros.verdict import Judgement
    from macros.work import Work
    from scripts.bench.citation_sets import Passage
    from scripts.bench.citation_slips import Slip

MOST_WORKS: Final = 1_000
"""So many of a catalogue's works are cited, chosen by a fixed seed."""

AROUND: Final = 600
"""Letters on either side of a page's citation that are judged again with it."""


@dataclass(frozen=True)
class Seeded:
    """How many slips of a class were made, and how many of them were reported."""

    slip: Slip
    made: int
    found: int


@dataclass(frozen=True)
class Clean:
    """How many correct citations were judged, and what was wrongly reported as an error."""

    citations: int
    reports: tuple[str, ...]


@dataclass(frozen=True)
class Unknown:
    """How many correct citations of works that no register has were called wrong, or questioned."""

    citations: int
    errors: int
    questions: int


def sounds(library: Library, works: Works, passages: Sequence[Passage]) -> list[Sound]:
    """Gather correct citations: of the site's pages, of known works cited in full, and of sentences."""
    given = [
        *_of_pages(library, works),
        *(_of_work(work) for work in _chosen(works)),
        *((passage.text, Citing()) for passage in passages),
    ]
    return [sound for text, citing in given for sound in _sound(text, citing, works)]


def seeded(sounds: list[Sound], works: Works) -> list[Seeded]:
    """Make the slips of every class and count the reported ones; the same ones each time."""
    results, all_ended = [], _ended(works)
    for slip in SLIPS:
        known = all_ended if slip.is_of_ended else works
        chance = Random(slip.name)  # noqa: S311 - the same each time
        made = [one for sound in sounds if (one := slip.make(sound, known, chance))]
        results.append(Seeded(slip, len(made), sum(_is_reported(slip, one, known) for one in made)))
    return results


def _ended(works: Works) -> Works:
    """Let every work have lapsed a year after it began, if it is not known to have lapsed."""
    begins = [(work, work.in_force_from or work.issued_on) for work in works.entries]
    return Works(
        tuple(
            replace(work, lapsed_on=begin + timedelta(days=365)) if begin and not work.lapsed_on else work
            for work, begin in begins
        )
    )


def clean(library: Library, works: Works) -> Clean:
    """Judge the site's pages and a căn cứ for known works as they are; what a page accepts is a true slip."""
    reports, count = [], 0
    for path, several in cited.judged(library, works).items():
        record = library.documents[path].record
        accepted = {(one.code, one.value) for one in record.accepted} if record else set()
        count += len(several)
        reports += [
            f"{path}: {problem.code} {problem.value}"
            for one in several
            for problem in one.judgement.problems
            if problem.severity == "error"
            and not accepted & {(problem.code, problem.value), (problem.code, None)}
        ]
    for text, citing in map(_of_work, _chosen(works)):
        count += 1
        # What the title cites has its own slips, and they are true ones.
        reports += [
            f"{p.code} {text}" for p in _judged(text, citing, works)[0].problems if p.severity == "error"
        ]
    return Clean(count, tuple(reports))


def unknown(works: Works) -> Unknown:
    """Cite known works correctly as if they were in no register; what is said against them is wrong.

    They are taken out a part at a time, so that the others stand as a register's gaps leave them.
    """
    chosen = [work for work in _chosen(works) if not work.is_law]
    codes = [
        {(problem.code, problem.severity) for problem in _judged(said, citing, others)[0].problems} & _DOUBTS
        for part in (set(chosen[start::_PARTS]) for start in range(_PARTS))
        for others in [Works(tuple(work for work in works.entries if work not in part))]
        for work in part
        for said, citing in _with_and_without_title(work)
    ]
    questions = sum(bool(said) and not said & _ERRORS for said in codes)
    return Unknown(len(codes), sum(bool(said & _ERRORS) for said in codes), questions)


def _with_and_without_title(work: Work) -> Iterator[tuple[str, Citing]]:
    text, citing = _of_work(work)
    yield text, citing
    yield text.removesuffix(f" {work.title};") + ";", citing


_PARTS: Final = 20
_ERRORS: Final = frozenset({("TD101", "error"), ("TD102", "error"), ("TD103", "error")})
_DOUBTS: Final = _ERRORS | {("TD109", "warning")}


def _of_pages(library: Library, works: Works) -> Iterator[tuple[str, Citing]]:
    """Cut out the surroundings of every citation of the pages."""
    for path, reading in cited.readings(library).items():
        citing = cited.citing_of(library.documents[path], library)
        for one in cited.judged(library, works)[path]:
            citation = one.judgement.citation
            start = reading.text.rfind("\n", 0, max(0, citation.start - AROUND)) + 1
            end = reading.text.find("\n", citation.end)
            yield reading.text[start : end if end > 0 else None], citing


def _chosen(works: Works) -> list[Work]:
    """Choose known works that can be cited in full and whose facts are not in doubt."""
    whole = [
        work
        for work in works.entries
        if work.number and work.issued_on and work.title and _agrees_with_itself(work)
    ]
    if len(whole) <= MOST_WORKS:
        return whole
    return Random(MOST_WORKS).sample(whole, MOST_WORKS)  # noqa: S311 - the same each time


def _agrees_with_itself(work: Work) -> bool:
    """Tell whether a catalogue's line may be right: its number is whole and of the issuer that it names."""
    read = work.symbol
    if read is None or work.is_doubtful or not work.issuer or not read.bodies:
        return False
    return work.is_law or issuer.can_be(work.issuer, symbol.issuers_of(read))


def _of_work(work: Work) -> tuple[str, Citing]:
    """Cite a work as a căn cứ does, in a document of a month after it came into force."""
    begins = [day for day in (work.issued_on, work.in_force_from) if day]
    day = max(begins) + timedelta(days=30)
    said = written(work.issued_on) if work.issued_on else ""
    if work.is_law:
        return f"Căn cứ {work.cited_as} ngày {said};", Citing.on(day)
    return f"Căn cứ {work.type} số {work.number} ngày {said} của {work.issuer} {work.title};", Citing.on(day)


def _sound(text: str, citing: Citing, works: Works) -> Iterator[Sound]:
    """Give the citations of a text in which nothing is wrong."""
    for one in _judged(text, citing, works):
        if not one.problems and not one.citation.faults:
            yield Sound(text, one.citation, one.resolution.work, citing)


def _judged(text: str, citing: Citing, works: Works) -> list[Judgement]:
    return judge(text, find(text), works, citing)


def _is_reported(slip: Slip, made: Sound, works: Works) -> bool:
    """Tell whether the slip is reported at its place, or at the second mention that it added."""
    start = made.citation.start
    return any(
        problem.code in slip.codes
        for one in _judged(made.text, made.citing, works)
        if one.citation.start == start or one.citation.start > made.citation.end
        for problem in one.problems
    )
