import re

import pytest

from tests.macros.rendering import Engine, Page, render

DECISION = """\
Chương I
QUY ĐỊNH CHUNG

Điều 1. Phê duyệt Đề cương.

Điều 2. Tổ chức thực hiện

1. Giao Sở Tài chính:

a) Lập dự toán;

đ) Thẩm định.

PHỤ LỤC

1. Danh mục.
"""
OUTLINE = """\
Phần I

SỰ CẦN THIẾT

I. CƠ SỞ

1. Văn bản

1.1 Trung ương

(1) Luật

- Luật Công nghệ thông tin
"""


def links(page: Page) -> list[tuple[str, str]]:
    return [(a.get("href"), a.get("title")) for a in page.tree.xpath("//a[@class='headerlink']")]


def test_every_unit_of_a_decision_links_to_itself_under_its_full_name() -> None:
    assert links(render(DECISION)) == [
        ("#chuong-i", "Liên kết tới Chương I"),
        ("#dieu-1", "Liên kết tới Điều 1"),
        ("#dieu-2", "Liên kết tới Điều 2"),
        ("#dieu-2-khoan-1", "Liên kết tới khoản 1 Điều 2"),
        ("#dieu-2-khoan-1-diem-a", "Liên kết tới điểm a khoản 1 Điều 2"),
        ("#dieu-2-khoan-1-diem-dd", "Liên kết tới điểm đ khoản 1 Điều 2"),
        ("#phu-luc", "Liên kết tới Phụ lục"),
        ("#phu-luc-khoan-1", "Liên kết tới khoản 1 Phụ lục"),
    ]


def test_so_does_every_unit_of_an_outline_but_its_dashes() -> None:
    assert links(render(OUTLINE)) == [
        ("#phan-i", "Liên kết tới Phần I"),
        ("#phan-i-muc-i", "Liên kết tới mục I Phần I"),
        ("#phan-i-muc-i-khoan-1", "Liên kết tới khoản 1 mục I Phần I"),
        ("#phan-i-muc-i-khoan-1-tiet-1-1", "Liên kết tới tiết 1.1 mục I Phần I"),
        ("#phan-i-muc-i-khoan-1-tiet-1-1-y-1", "Liên kết tới ý (1) tiết 1.1 mục I Phần I"),
    ]


@pytest.mark.parametrize(
    ("body", "end"),
    [
        ("Điều 1. Tổ chức thực hiện", "//h2"),
        ("Điều 1. Phê duyệt Đề cương.", "//section/p"),
        ("Điều 1. A\n\n1. Giao **Sở**[^1]\n\na) B\n\n[^1]: C", "//div[@class='khoan']/p"),
    ],
)
def test_the_link_stands_where_the_units_own_words_end(body: str, end: str) -> None:
    (element,) = render(body).tree.xpath(end)
    assert element[-1].get("class") == "headerlink"
    assert not element[-1].tail


def test_the_link_adds_no_word_to_the_text() -> None:
    page = render("Điều 1. Tổ chức\n\n1. Giao Sở.\n")
    assert " ".join(page.tree.text_content().split()) == "Điều 1. Tổ chức 1. Giao Sở."


def test_headings_of_an_ordinary_page_keep_the_link_of_the_contents() -> None:
    page = render("## Điều cần biết\n", paper=False)
    assert links(page) == [("#dieu-can-biet", "Liên kết tới đoạn này")]


def test_a_page_does_not_get_the_links_of_the_page_before() -> None:
    engine = Engine()
    engine.render(DECISION)
    assert links(engine.render("Điều 7. A\n")) == [("#dieu-7", "Liên kết tới Điều 7")]


def test_the_links_cost_little() -> None:
    page = render(DECISION)
    lengths = [len(a.encode()) for a in re.findall(r"<a class=.headerlink.*?</a>", page.html)]
    assert len(lengths) == 8
    assert sum(lengths) / len(lengths) < 110
