from pathlib import Path

import pytest

from macros.library import load
from macros.lists import MOST, NOTHING, documents, escape, naming, tasks
from tests.macros.rendering import render
from tests.pages import SITE, write


def test_documents_are_links_with_their_facts(tmp_path: Path) -> None:
    library = load(write(tmp_path, SITE))
    assert documents("index.md", library.plans) == (
        "- [Quyết định số 12/QĐ-UBND: Phê duyệt Đề cương Đề án thử](quyet-dinh/2021/12-qd-ubnd.md)  \n"
        "  Quyết định · ngày 05/02/2021 · Ủy ban nhân dân tỉnh Thanh Hóa\n"
        "- [Đề cương: Đề án thử](de-cuong/2021/de-an-thu.md)  \n"
        "  Đề cương · năm 2021 · Ủy ban nhân dân tỉnh Thanh Hóa"
    )


def test_an_empty_list_says_so() -> None:
    assert documents("index.md", []) == NOTHING


def test_an_agencys_page_tells_who_names_it_where_and_what_it_is_to_do(tmp_path: Path) -> None:
    library = load(write(tmp_path, SITE))
    assert tasks(library, "co-quan/ubnd-tinh.md") == (
        "- Giao UBND tỉnh theo dõi.  \n"
        "  — [khoản 1 Điều 2](../quyet-dinh/2021/12-qd-ubnd.md#dieu-2-khoan-1), "
        "[Quyết định số 12/QĐ-UBND: Phê duyệt Đề cương Đề án thử](../quyet-dinh/2021/12-qd-ubnd.md)"
    )
    assert naming(library, "co-quan/ubnd-tinh.md") == (
        "- [Quyết định số 12/QĐ-UBND: Phê duyệt Đề cương Đề án thử](../quyet-dinh/2021/12-qd-ubnd.md)  \n"
        "  Tại: [khoản 1 Điều 2](../quyet-dinh/2021/12-qd-ubnd.md#dieu-2-khoan-1)"
    )
    assert naming(library, "co-quan/khac.md") == tasks(library, "co-quan/khac.md") == NOTHING


def test_an_agencys_page_is_as_short_in_a_collection_of_any_size(tmp_path: Path) -> None:
    clauses = "\n".join(f"    {number}. Giao UBND tỉnh việc {number}.\n" for number in range(1, MOST + 11))
    page = SITE["quyet-dinh/2021/12-qd-ubnd.md"].replace(
        "    {{ khoan(1) }} Giao UBND tỉnh theo dõi.\n", clauses
    )
    library = load(write(tmp_path, SITE | {"quyet-dinh/2021/12-qd-ubnd.md": page}))
    written = tasks(library, "co-quan/ubnd-tinh.md")
    assert written.count("\n- ") + 1 == MOST
    assert written.endswith(f"*Trên đây là {MOST} mục mới nhất trong {MOST + 10} mục.*")


@pytest.mark.parametrize(
    "text",
    [
        "a*b*c _d_ `e` [f](g) <b> #h \\i",
        "![a](b)",
        "{{ dieu(1) }} {% x %}",
        "2. Các sở",
        "- gạch",
        "+ cộng",
        "1) ngoặc",
        "12/QĐ-UBND; 2021 - 2025.",
        "# Tiêu đề",
        "a | b",
        "CNTT&TT &copy; &lt;b&gt;",
        "<https://a.vn>",
    ],
)
def test_a_text_in_a_list_is_shown_as_it_is(text: str) -> None:
    page = render(f"- {escape(text)}", paper=False)
    assert page.text("//ul[count(.//li) = 1]/li") == text
