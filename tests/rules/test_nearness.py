"""A near miss is offered, in bounded time."""

import pytest

from scripts.rules.nearness import LONGEST, near


@pytest.mark.parametrize(
    ("value", "known", "expected"),
    [
        ("tieude", ["tieu_de", "mo_ta"], "tieu_de"),
        ("so tai chinh", ["Sở Tài chính", "Sở Tư pháp"], "Sở Tài chính"),
        ("hoàn toàn khác", ["tieu_de", "mo_ta"], ""),
        ("", ["tieu_de"], ""),
        ("tieu_de", [], ""),
        ("x" * (LONGEST + 1), ["x" * LONGEST], ""),
    ],
)
def test_the_nearest_known_value_is_offered(value: str, known: list[str], expected: str) -> None:
    assert near(value, known) == expected
