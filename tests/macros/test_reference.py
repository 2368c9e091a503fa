import pytest

from macros.paper import parse
from macros.reference import refer_to
from macros.structure import Line, Provision

ARTICLES = """\
Chương I
Điều 1. Phạm vi
1. Một
Chương II
Mục 1
Điều 2. Tổ chức
1. Một
a) A
b) B
2. Hai
đ) Đ
Điều 3. Hiệu lực
PHỤ LỤC I
Điều 1. Danh mục
1. Một
PHỤ LỤC II
1. Một
"""
OUTLINE = """\
Phần I
I. CƠ SỞ
1. Văn bản
II. PHẠM VI
1. Không gian
2. Thời gian
2.1 Giai đoạn một
(1) Năm đầu
a) Quý đầu
2.1.1 Chi tiết
Phần II
I. TÌNH HÌNH
1. Chung
"""


def provisions(text: str) -> dict[str, Provision]:
    lines = [Line(number, line) for number, line in enumerate(text.split("\n"), start=1)]
    return {provision.ident: provision for provision in parse(lines).provisions()}


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("chuong-ii", "Chương II"),
        ("chuong-ii-muc-1", "Mục 1 Chương II"),
        ("dieu-2", "Điều 2"),
        ("dieu-2-khoan-1", "khoản 1 Điều 2"),
        ("dieu-2-khoan-1-diem-a", "điểm a khoản 1 Điều 2"),
        ("dieu-2-khoan-2-diem-dd", "điểm đ khoản 2 Điều 2"),
        ("phu-luc-i", "Phụ lục I"),
        ("phu-luc-i-dieu-1", "Điều 1 Phụ lục I"),
        ("phu-luc-i-dieu-1-khoan-1", "khoản 1 Điều 1 Phụ lục I"),
        ("phu-luc-ii-khoan-1", "khoản 1 Phụ lục II"),
    ],
)
def test_a_provision_of_a_decision_is_named_from_small_to_large_up_to_its_article(
    target: str, words: str
) -> None:
    assert refer_to(provisions(ARTICLES)[target]) == words


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("phan-i", "Phần I"),
        ("phan-i-muc-ii", "mục II Phần I"),
        ("phan-i-muc-ii-khoan-1", "khoản 1 mục II Phần I"),
        ("phan-i-muc-ii-khoan-2-tiet-2-1", "tiết 2.1 mục II Phần I"),
        ("phan-i-muc-ii-khoan-2-tiet-2-1-y-1", "ý (1) tiết 2.1 mục II Phần I"),
        ("phan-i-muc-ii-khoan-2-tiet-2-1-y-1-diem-a", "điểm a ý (1) tiết 2.1 mục II Phần I"),
        ("phan-i-muc-ii-khoan-2-tiet-2-1-tiet-2-1-1", "tiết 2.1.1 mục II Phần I"),
    ],
)
def test_a_provision_of_an_outline_is_named_up_to_its_part(target: str, words: str) -> None:
    assert refer_to(provisions(OUTLINE)[target]) == words


@pytest.mark.parametrize(
    ("target", "since", "words"),
    [
        ("dieu-2-khoan-2", "dieu-2-khoan-1", "khoản 2 Điều này"),
        ("dieu-2-khoan-2", "dieu-2", "khoản 2 Điều này"),
        ("dieu-2-khoan-2", "dieu-2-khoan-1-diem-a", "khoản 2 Điều này"),
        ("dieu-2-khoan-1-diem-b", "dieu-2-khoan-1-diem-a", "điểm b khoản này"),
        ("dieu-2-khoan-2-diem-dd", "dieu-2-khoan-1-diem-a", "điểm đ khoản 2 Điều này"),
        ("dieu-2-khoan-2", "dieu-3", "khoản 2 Điều 2"),
        ("dieu-3", "dieu-2", "Điều 3"),
        ("dieu-1-khoan-1", "phu-luc-i-dieu-1", "khoản 1 Điều 1"),
        ("phu-luc-i-dieu-1", "phu-luc-i-dieu-1-khoan-1", "Điều 1"),
    ],
)
def test_what_is_shared_with_the_place_of_the_reference_is_called_this(
    target: str, since: str, words: str
) -> None:
    read = provisions(ARTICLES)
    assert refer_to(read[target], read[since]) == words


@pytest.mark.parametrize(
    ("target", "since", "words"),
    [
        ("phan-i-muc-ii-khoan-1", "phan-i-muc-ii-khoan-2", "khoản 1 mục này"),
        ("phan-i-muc-ii-khoan-1", "phan-i-muc-i-khoan-1", "khoản 1 mục II Phần này"),
        ("phan-i-muc-ii-khoan-1", "phan-ii-muc-i-khoan-1", "khoản 1 mục II Phần I"),
    ],
)
def test_the_same_holds_in_an_outline(target: str, since: str, words: str) -> None:
    read = provisions(OUTLINE)
    assert refer_to(read[target], read[since]) == words
