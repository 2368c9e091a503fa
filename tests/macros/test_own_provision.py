"""Relative citations, followed on their own page."""

import pytest

from macros.cited import read as read_text
from macros.document import read
from macros.own_provision import missing, targets

PAGE = """---
loai: quyết định
nam: 2021
tinh_trang: dự thảo
co_quan: UBND tỉnh
tham_quyen: Chủ tịch UBND tỉnh
trich_yeu: Về việc A
---

QUYẾT ĐỊNH:

Điều 1. Phê duyệt

1. Một.

2. Hai, theo {}.

a) một;

đ) năm.

Điều 2. Thực hiện./.
"""
CASES = [
    ("Điều 2 Quyết định này", ("dieu-2",), True),
    ("khoản 1 Điều này", ("dieu-1-khoan-1",), True),
    ("điểm đ khoản này", ("dieu-1-khoan-2-diem-dd",), True),
    ("khoản 1, 2 Điều 1 Quyết định này", ("dieu-1-khoan-1", "dieu-1-khoan-2"), True),
    ("khoản 3 Điều này", ("dieu-1-khoan-3",), False),
    ("Điều 9 Quyết định này", ("dieu-9",), False),
    ("khoản 2 Điều 36", (), True),
    ("Điều 9 Nghị định này", (), True),
    ("Quyết định này", (), True),
]


@pytest.mark.parametrize(("words", "idents", "exists"), CASES, ids=[words for words, _, _ in CASES])
def test_a_relative_citation_leads_to_provisions_of_its_page(
    words: str, idents: tuple[str, ...], *, exists: bool
) -> None:
    document = read("quyet-dinh/2021/a.md", PAGE.format(words))
    reading = read_text(document)
    (citation,) = reading.citations
    holder = reading.piece(citation.start).holder
    assert targets(citation, document, holder) == idents
    assert (missing(citation, document, holder) is None) is exists
