import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.quotation import find
from macros.structure import Line
from tests.macros.conftest import AtMost


def quoted(text: str) -> list[str]:
    """Give the lines that are quoted, taking what begins with a capital D for a label."""
    lines = [Line(number, line) for number, line in enumerate(text.split("\n"), start=1)]
    return [lines[place].text for place in sorted(find(lines, is_label).places)]


def is_label(text: str) -> bool:
    return text.startswith("Điều")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Sửa như sau:\n“Điều 5. Tên\nKhoản”.\nHết", ["“Điều 5. Tên", "Khoản”."]),
        ("Sửa như sau:\n\n“Nội dung\nmới”;\n\nHết", ["“Nội dung", "mới”;"]),
        ("Sửa như sau:\n    “Nội dung mới”.", ["    “Nội dung mới”."]),
        ("Sửa như sau: “Điều 5. Tên\nKhoản\n\nKhoản”\nHết", ["Khoản", "", "Khoản”"]),
        ("“Điều 5 của “Luật\ncũ” còn\nlại”\nHết", ["“Điều 5 của “Luật", "cũ” còn", "lại”"]),
        ("Đề án\n“Phát triển\nviễn thông” năm 2025", []),
        ("“Phát triển” là quá trình", []),
        ("“Phát triển\nviễn thông” là tên Đề án", []),
        ("Sửa cụm từ “cũ” thành “mới”\nHết", []),
        ("Sửa như sau: “Điều 5. Tên”\nHết", []),
        ("> Sửa như sau: “Điều 5. Tên\n> Khoản”", []),
        ("", []),
    ],
)
def test_quoted_lines_are_found_from_the_opening_to_the_closing_mark(text: str, found: list[str]) -> None:
    assert quoted(text) == found


def test_a_quotation_that_never_closes_quotes_its_own_line_and_is_told() -> None:
    lines = [Line(7, "Sửa như sau:"), Line(8, "“Điều 5. Tên"), Line(9, "Điều 2. Hiệu lực")]
    found = find(lines, is_label)
    assert (found.places, found.unclosed) == ({1}, 8)


@given(st.text("“”Điều:> \n", max_size=80))
def test_a_quotation_ends_where_it_closes_and_finding_it_never_fails(text: str) -> None:
    lines = [Line(number, line) for number, line in enumerate(text.split("\n"), start=1)]
    assert find(lines, is_label).places <= set(range(len(lines)))


@pytest.mark.parametrize("line", ["“Điều", "”", "“", "“Điều ”", "x “Điều", "“ “ ”"])
def test_hostile_repetition_is_searched_in_linear_time(line: str, at_most: AtMost) -> None:
    lines = [Line(number, line) for number in range(100_000)]
    with at_most(10):
        find(lines, is_label)
        find([Line(1, line * 100_000)], is_label)
