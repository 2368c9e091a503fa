"""What a document says of a work's subject, compared with the work's title."""

import pytest

from macros.subject import closeness, is_slip, is_swap, likeness, may_be_slip, said_after
from macros.work import plain_subject

TITLE = plain_subject("Về việc ban hành Kế hoạch chuyển đổi số trên địa bàn tỉnh Thanh Hóa đến năm 2025")


@pytest.mark.parametrize(
    ("behind", "said"),
    [
        (" về công tác văn thư;\nCăn cứ", "về công tác văn thư"),
        (" về công tác văn thư được sửa đổi bởi Nghị định", "về công tác văn thư"),
        (" về công tác văn thư (sau đây gọi là", "về công tác văn thư"),
        (" về công tác văn thư. Điều 2", "về công tác văn thư"),
        (" về một\nsố nhiệm vụ", "về một số nhiệm vụ"),
        (" quy định về phí; miễn, giảm phí; Nghị định", "quy định về phí; miễn, giảm phí"),
        (" về công tác văn thư; số 31/2020/NĐ-CP", "về công tác văn thư"),
        (" về công tác văn thư; theo đề nghị của", "về công tác văn thư"),
        (" về chế độ; ủy quyền quyết toán", "về chế độ; ủy quyền quyết toán"),
        (";", ""),
    ],
)
def test_the_subject_ends_at_the_next_stop(behind: str, said: str) -> None:
    assert said_after("X" + behind, 1) == said


def test_the_same_subject_in_other_letters_is_the_same() -> None:
    said = "về việc ban hành Kế hoạch Chuyển đổi số trên địa bàn tỉnh Thanh Hoá đến năm 2025, định hướng"
    assert likeness(said, TITLE) == 1.0


def test_another_subject_and_too_short_a_title_say_nothing() -> None:
    assert likeness("về công tác văn thư", TITLE) < 0.5
    assert likeness("Đất đai", "dat dai") == 0.0


@pytest.mark.parametrize(
    ("first", "second", "slip", "swap"),
    [
        ("4126/QĐ-UBND", "4216/QĐ-UBND", True, True),
        ("30/2020/NĐ-CP", "31/2020/NĐ-CP", True, False),
        ("749/QĐ-TTg", "79/QĐ-TTg", True, False),
        ("749/QĐ-TTg", "497/QĐ-TTg", False, False),
        ("60/2018/TT-BYT", "06/2018/TT-BYT", True, True),
        ("A", "749/QĐ-TTg", False, False),
    ],
)
def test_slips_of_the_pen_are_known(first: str, second: str, *, slip: bool, swap: bool) -> None:
    assert is_slip(first, second) is slip
    assert is_swap(first, second) is swap


@pytest.mark.parametrize(
    ("said", "least", "most"),
    [
        ("về việc ban hành Kế hoạch chuyển đổi số trên địa bàn tỉnh", 1.0, 1.0),
        ("về việc ban hành Kế hoạch", 0.0, 0.4),
        ("về việc ban hành Kế hoạch phát triển nhà ở trên địa bàn", 0.3, 0.8),
    ],
)
def test_what_says_only_the_beginning_of_a_title_is_close_to_it(said: str, least: float, most: float) -> None:
    assert least <= closeness(said, TITLE) <= most


@pytest.mark.parametrize(
    ("printed", "known", "may"),
    [
        ("4126/QĐ-UBND", "4216/QĐ-UBND", True),
        ("30/2021/NĐ-CP", "30/2020/NĐ-CP", True),
        ("30/2020/TT-CP", "30/2020/NĐ-CP", True),
        ("30/2020/NĐ-CP", "30/2020/NĐ-CP", False),
        ("31/2020/TT-BTC", "30/2020/NĐ-CP", False),
    ],
)
def test_a_slip_changes_the_serial_the_year_or_the_code(printed: str, known: str, *, may: bool) -> None:
    assert may_be_slip(printed, known) is may
