"""Slips seeded into the site's pages are reported, and what is right is not."""

from macros.library import load
from macros.registry import works_of
from scripts.bench.citation_errors import clean, seeded, sounds, unknown
from scripts.bench.citation_sets import Passage
from scripts.environment import ROOT

LIBRARY = load(ROOT / "docs")
WORKS = works_of(LIBRARY.documents.values())


def test_nothing_is_wrong_in_what_is_taken_for_sound() -> None:
    faulty = Passage("a", "Nghị định số 30/2020/TT-CP ngày 31/02/2020", ())
    right = Passage("b", "theo khoản 2 Điều 5 Nghị định số 45/2019/NĐ-CP;", ())

    found = sounds(LIBRARY, WORKS, [faulty, right])

    texts = {one.text for one in found}
    assert right.text in texts
    assert faulty.text not in texts
    assert sum(one.work is not None for one in found) > 20


def test_seeded_slips_of_every_verdict_are_found() -> None:
    of_pages = sounds(LIBRARY, WORKS, [])
    results = {one.slip.name: one for one in seeded(of_pages, WORKS)}

    assert {one.slip.verdict for one in results.values() if one.made} == {1, 2, 4}
    for name in ("number wrong, subject told", "lapsed before the citing day", "impossible day"):
        assert results[name].made >= 5
        assert results[name].found >= 0.95 * results[name].made
    assert all(one.found <= one.made for one in results.values())


def test_the_pages_give_no_false_error_and_their_accepted_slip_is_none() -> None:
    found = clean(LIBRARY, WORKS)
    assert found.reports == ()
    assert found.citations > 40


def test_a_work_that_no_register_has_is_not_called_wrong() -> None:
    found = unknown(WORKS)
    assert found.citations > 40
    assert (found.errors, found.questions) == (0, 0)


def test_a_number_is_seeded_without_its_subject_too() -> None:
    results = {one.slip.name: one for one in seeded(sounds(LIBRARY, WORKS, []), WORKS)}
    assert results["number wrong, subject not told"].made >= 5
