"""The codes of problems with citations, and how grave they are."""

from macros.problem import GRAVITY, Problem
from scripts.rules import RULES


def test_every_code_is_a_rule_with_its_help() -> None:
    assert set(GRAVITY) <= set(RULES)


def test_a_text_of_which_nothing_is_known_is_judged_as_a_signed_one() -> None:
    assert Problem("TD407", "", "").severity == GRAVITY["TD407"][1] == "warning"
    assert Problem("TD101", "", "").severity == "error"
