"""How much a text asks of a Markdown reader."""

import pytest
from markdown import Markdown

from macros.effort import MOST, effort

PLAN = "Giao Sở Tài chính *chủ trì*, phối hợp với [Sở Nội vụ](so-noi-vu.md) hướng dẫn `lập dự toán`. "


@pytest.mark.parametrize("text", ["", "chữ", PLAN, PLAN * 10])
def test_a_real_paragraph_asks_for_little(text: str) -> None:
    assert effort(text) < MOST / 50


@pytest.mark.parametrize("mark", list("*_[]`"))
def test_marks_that_may_pair_cost_the_square_of_their_number(mark: str) -> None:
    once, twice = effort(mark * 1_000), effort(mark * 2_000)

    assert 7 <= twice / once <= 9


def test_a_mark_that_is_escaped_pairs_with_none() -> None:
    assert effort("\\[" * 1_000) < effort("[" * 1_000) / 100


def test_a_text_beyond_the_bound_is_shown_as_it_is_written() -> None:
    text = "[" * 2_000 + " *nghiêng*"
    assert effort(text) > MOST

    shown = Markdown(extensions=["macros.sanitation"]).convert(text)

    assert shown == f"<p>{text}</p>"
