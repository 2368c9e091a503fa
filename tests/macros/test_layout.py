import pytest

from macros.layout import dedented, is_heading, is_run_in, split_labels
from macros.paper import parse
from macros.structure import Line, Provision


def last(text: str) -> Provision:
    *_, provision = parse(
        Line(number, line) for number, line in enumerate(text.split("\n"), start=1)
    ).provisions()
    return provision


@pytest.mark.parametrize(
    ("text", "run_in"),
    [
        ("Điều 1. Tổ chức thực hiện", False),
        ("Điều 1. Quyết định này có hiệu lực từ ngày ký.", True),
        ("Điều 1. Phê duyệt Đề cương (có Đề cương kèm theo)", True),
        ("Điều 1. Sửa đổi như sau:", True),
        ("Điều 1.", False),
        ("1. Giao Sở Tài chính.", False),
    ],
)
def test_an_article_runs_in_when_it_is_a_sentence(text: str, run_in: bool) -> None:  # noqa: FBT001
    assert is_run_in(last(text)) is run_in


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("I. MỤC TIÊU", True),
        ("1. Mục tiêu tổng quát", True),
        ("1. Sở Thông tin và Truyền thông.", True),
        ("1. A\n1.1 Chức năng.", True),
        ("1. A\n1.1 B\n(1) Nhóm một", True),
        ("1. Gồm các việc:", False),
        ("1. Xây dựng hạ tầng;", False),
        ("1. Câu một. Câu hai.", False),
        (f"1. {'dài ' * 60}", False),
        ("1.", False),
        ("Điều 1. A\n1. Mục tiêu", False),
        ("a) A\n(1) Mục tiêu", False),
        ("1. Câu một. Câu hai.\n1.1 Mục tiêu", False),
        ("- Mục tiêu", False),
        ("a) Mục tiêu", False),
    ],
)
def test_a_title_of_an_outline_is_a_heading_and_a_sentence_or_an_articles_clause_is_not(
    text: str,
    heading: bool,  # noqa: FBT001
) -> None:
    assert is_heading(last(text)) is heading


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Đoạn\nhai", "Đoạn\nhai"),
        ("    | a |\n    |---|", "| a |\n|---|"),
        ("    | a |\n    |---|\n\nĐoạn", "| a |\n|---|\n\nĐoạn"),
        ("Đoạn\n\n    | a |\n    |---|\n\nĐoạn", "Đoạn\n\n| a |\n|---|\n\nĐoạn"),
        ("    !!! note\n        Chữ\n\nĐoạn", "!!! note\n    Chữ\n\nĐoạn"),
        ("!!! note\n    Chữ\n\n    thêm", "!!! note\n    Chữ\n\n    thêm"),
        ("* một\n\n    tiếp\n\n* hai", "* một\n\n    tiếp\n\n* hai"),
        ("[^1]: một\n\n    tiếp", "[^1]: một\n\n    tiếp"),
        ("* một\n\nĐoạn\n\n    thụt", "* một\n\nĐoạn\n\nthụt"),
    ],
)
def test_an_indent_below_a_provision_is_taken_off_and_one_below_a_note_or_a_list_stays(
    text: str, written: str
) -> None:
    assert dedented(text) == written


def test_each_label_in_a_block_quote_begins_a_paragraph() -> None:
    assert split_labels("> Điều 5. A\n> 1. B\n> chữ\n> a) C") == (
        "> Điều 5. A\n> \n> 1. B\n> chữ\n> \n> a) C"
    )


def test_each_number_below_a_list_or_a_line_begins_a_paragraph() -> None:
    assert split_labels("- a\n1. b\n    2. c\nd") == "- a\n\n1. b\n\n    2. c\nd"
