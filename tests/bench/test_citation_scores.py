"""Scores of what was found against what was annotated."""

from collections.abc import Callable, Sequence

import pytest

from macros.verdict import Judgement
from scripts.bench.citation_scores import Score, leads_to, links, score, wholly_right
from scripts.bench.citation_sets import Passage, Wanted
from tests.macros.registered import WORKS, judged

TEXT = "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ và Luật An toàn thực phẩm"
DECREE = Wanted(0, 55, "Nghị định", "30/2020/NĐ-CP", "2020-03-05", "Chính phủ")
LAW = Wanted(59, 81, "Luật", title="An toàn thực phẩm")


def judging() -> Callable[[str], Sequence[Judgement]]:
    return lambda text: judged(text, "")


def test_only_spans_to_the_letter_count() -> None:
    passages = [Passage("a", TEXT, (DECREE, LAW)), Passage("b", "x" * 9, (), ((0, 4),))]
    found = {"a": [(0, 55), (59, 80)], "b": [(3, 6), (5, 9)]}

    reached = score(passages, found)

    assert reached == Score(hits=1, missed=1, extra=2)
    assert (reached.precision, reached.recall) == (1 / 3, 1 / 2)
    assert reached.f1 == pytest.approx(0.4)


def test_nothing_found_is_nought_and_no_error() -> None:
    nothing = score([Passage("a", TEXT, (DECREE,))], {})
    assert (nothing.precision, nothing.recall, nothing.f1) == (0, 0, 0)


@pytest.mark.parametrize(
    ("wanted", "right"),
    [
        (DECREE, 1),
        (Wanted(0, 55, "Nghị định", "30/2020/NÐ - CP", "2020-03-05", "chính phủ"), 1),
        (Wanted(0, 55, "Nghị định", "30/2020/NĐ-CP", "2020-03-05", "Quốc hội"), 0),
        (Wanted(0, 55, "Nghị định", "30/2020/NĐ-CP", "2020-03-05", None), 0),
        (Wanted(0, 55, "Nghị định", "30/2020/NĐ-CP", "2020-03-06", "Chính phủ"), 0),
    ],
)
def test_all_fields_must_be_right_but_for_their_letters(wanted: Wanted, right: int) -> None:
    assert wholly_right([Passage("a", TEXT, (wanted,))], judging()) == (1, right)


def test_a_link_is_right_where_its_work_bears_what_was_annotated() -> None:
    assert links([Passage("a", TEXT, (DECREE, LAW))], judging()) == (2, 2)
    assert links([Passage("a", TEXT, (DECREE,))], judging()) == (2, 1)


@pytest.mark.parametrize(
    ("wanted", "right"),
    [
        (Wanted(0, 1, number="30/2020"), True),
        (Wanted(0, 1, number="31/2020/NĐ-CP"), False),
        (Wanted(0, 1, number="30/2020/NĐ-CP", date="2020-03-06"), False),
        (Wanted(0, 1, number="30/2020/NĐ-CP", year="2021"), False),
        (Wanted(0, 1, title="Văn thư"), False),
    ],
)
def test_number_day_year_and_title_tell_the_work(wanted: Wanted, *, right: bool) -> None:
    assert leads_to(wanted, WORKS.by_key["30/2020/NĐ-CP@2020-03-05"]) is right
