"""The generated collection is lifelike: it passes the check, varies, and is the same every time."""

import re
from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest

from macros.library import Library, load
from macros.record import AgencyRecord, DecisionRecord, OutlineRecord
from macros.structure import Kind
from scripts.bench.sources import DECISIONS_AN_OUTLINE, generate
from scripts.bench.words import AGENCIES, FIELDS, YEARS
from scripts.check import check

DECISIONS = 40

SHARED_ON_AVERAGE, SHARED_AT_MOST = 0.13, 0.25
"""Of runs of five words; the two real decisions of the site share 0.30 of theirs."""
SYLLABLES, NEW_RUNS = 1_000, 0.35


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("docs")
    generate(DECISIONS, folder)
    return load(folder)


def decisions(library: Library) -> list[DecisionRecord]:
    return [d.record for d in library.documents.values() if isinstance(d.record, DecisionRecord)]


def test_there_are_as_many_decisions_as_asked_for_with_outlines_and_agencies(library: Library) -> None:
    records = [document.record for document in library.documents.values()]
    assert len(decisions(library)) == DECISIONS
    assert sum(isinstance(r, OutlineRecord) for r in records) == DECISIONS // DECISIONS_AN_OUTLINE
    assert sum(isinstance(r, AgencyRecord) for r in records) == len(AGENCIES)


def test_the_check_finds_nothing_to_mend(library: Library) -> None:
    assert check(library) == []
    assert library.unreadable == ()


def texts(library: Library) -> list[list[str]]:
    """Give each decision's words as a reader has them, frame and all."""
    return [
        re.findall(r"[^\W\d_]+", "\n".join(line.text for line in document.paper_lines).lower())
        for document in library.documents.values()
        if isinstance(document.record, DecisionRecord)
    ]


def test_decisions_are_about_1400_words(library: Library) -> None:
    bodies = [d.body for d in library.documents.values() if isinstance(d.record, DecisionRecord)]
    lengths = [len(body.replace("{{", "").replace("}}", "").split()) for body in bodies]
    assert 1_200 <= sum(lengths) / len(lengths) <= 1_500


def test_decisions_say_different_things(library: Library) -> None:
    """Of the runs of five words in two decisions few stand in both, frame and all."""
    runs = [{tuple(words[at : at + 5]) for at in range(len(words) - 4)} for words in texts(library)]
    shared = [len(one & other) / len(one | other) for one, other in combinations(runs, 2)]
    assert sum(shared) / len(shared) < SHARED_ON_AVERAGE
    assert max(shared) < SHARED_AT_MOST


def test_the_collection_has_a_vocabulary(library: Library) -> None:
    """Forty decisions have some thousand different syllables, and many runs of five but once."""
    every = texts(library)
    assert len({word for words in every for word in words}) > SYLLABLES
    runs = Counter(tuple(words[at : at + 5]) for words in every for at in range(len(words) - 4))
    assert len(runs) / runs.total() > NEW_RUNS


def test_every_structure_occurs(library: Library) -> None:
    plans = [d for d in library.documents.values() if d.is_paper]
    levels = {p.level.name for d in plans for p in d.structure.provisions()}
    kinds = {passage.kind for d in plans for _, passage in d.structure.passages()}
    assert levels >= {"PART", "ARTICLE", "HEADING", "CLAUSE", "POINT", "DASH"}
    assert kinds >= {Kind.BASIS, Kind.ENACTING, Kind.RECIPIENTS, Kind.TEXT}


def test_years_agencies_and_fields_are_spread(library: Library) -> None:
    assert {record.issue_year for record in decisions(library)} <= set(YEARS)
    assert len({record.issue_year for record in decisions(library)}) > 5
    assert len({record.issuer for record in decisions(library)}) > 2
    assert {name for record in decisions(library) for name in record.fields} <= set(FIELDS)


def test_the_same_collection_comes_out_each_time_and_a_larger_one_begins_with_it(tmp_path: Path) -> None:
    for name, size in (("a", 5), ("b", 5), ("c", 9)):
        generate(size, tmp_path / name)
    first, again, larger = (load(tmp_path / name).documents for name in "abc")
    assert {path: d.text for path, d in first.items()} == {path: d.text for path, d in again.items()}
    assert {path: larger[path].text for path in first} == {path: d.text for path, d in first.items()}
