from pathlib import Path

import pytest

from macros.library import load
from macros.lists import MOST, NOTHING, agencies, documents, escape, naming, tasks, ways
from tests.macros.rendering import render
from tests.pages import SITE, write


def test_documents_are_rows_with_their_facts(tmp_path: Path) -> None:
    library = load(write(tmp_path, SITE))
    assert documents("index.md", library.plans) == (
        "- **Quyết định**{: .loai } số 12/QĐ-UBND *Đã ban hành*{: .dau .da-ban-hanh }  \n"
        "  [Phê duyệt Đề cương Đề án thử](quyet-dinh/2021/12-qd-ubnd.md)  \n"
        "  05/02/2021 · Ủy ban nhân dân tỉnh Thanh Hóa · Hiệu lực chưa xác minh\n"
        "  {: .muc }\n"
        "- **Đề cương**{: .loai } năm 2021 *Đã ban hành*{: .dau .da-ban-hanh }  \n"
        "  [Đề cương Đề án thử](de-cuong/2021/de-an-thu.md)  \n"
        "  Ủy ban nhân dân tỉnh Thanh Hóa\n"
        "  {: .muc }"
    )


@pytest.mark.parametrize(
    ("change", "shown"),
    [
        (("so_ky_hieu: 12/QĐ-UBND", "so_ky_hieu:"), "Quyết định số để trống Đã ban hành"),
        (("ngay_ban_hanh: 05/02/2021", "nam: 2021"), "Năm 2021, ngày để trống · Ủy ban"),
        (("tinh_trang: đã ban hành", "tinh_trang: dự thảo"), "Dự thảo"),
        (("luu: [VT]", "luu: [VT]\n    hieu_luc: hết hiệu lực toàn bộ"), "Thanh Hóa · Hết hiệu lực toàn bộ"),
    ],
)
def test_a_row_says_what_is_blank_and_what_holds_no_longer(
    change: tuple[str, str], shown: str, tmp_path: Path
) -> None:
    decision = SITE["quyet-dinh/2021/12-qd-ubnd.md"].replace(*change)
    library = load(write(tmp_path, SITE | {"quyet-dinh/2021/12-qd-ubnd.md": decision}))

    plan = library.documents["quyet-dinh/2021/12-qd-ubnd.md"]
    page = render(documents("index.md", [plan]), paper=False)

    assert shown in " ".join(page.text("//ul/li[@class='muc']").split())


def test_agencies_are_rows_that_show_which_have_ended_and_what_took_their_place(tmp_path: Path) -> None:
    ended = """
        ---
        loai: cơ quan
        ten: Ban Cũ
        trang_thai: đã sáp nhập
        thay_bang: Ủy ban nhân dân tỉnh Thanh Hóa
        ---

        Chữ.
        """
    library = load(write(tmp_path, SITE | {"co-quan/ban-cu.md": ended}))
    assert agencies("co-quan/index.md", library) == (
        "- [Ban Cũ](ban-cu.md) *Đã sáp nhập*{: .dau .het }  \n"
        "  Chưa văn bản nào nêu tên · Kế tục: Ủy ban nhân dân tỉnh Thanh Hóa\n"
        "  {: .muc }\n"
        "- [Ủy ban nhân dân tỉnh Thanh Hóa](ubnd-tinh.md) (UBND tỉnh)  \n"
        "  1 văn bản nêu tên\n"
        "  {: .muc }"
    )


def test_ways_tell_how_much_lies_behind_them() -> None:
    assert ways("co-quan/index.md", [("Sở [A]", "ban-hanh/so-a.md", 1424)]) == (
        "- [Sở \\[A\\]](../ban-hanh/so-a.md) *1.424 văn bản*\n  {: .loi }"
    )
    assert ways("index.md", []) == NOTHING


def test_an_empty_list_says_so() -> None:
    assert documents("index.md", []) == NOTHING


def test_an_agencys_page_tells_who_names_it_where_and_what_it_is_to_do(tmp_path: Path) -> None:
    library = load(write(tmp_path, SITE))
    assert tasks(library, "co-quan/ubnd-tinh.md") == (
        "- “Giao UBND tỉnh theo dõi.”  \n"
        "  *[khoản 1 Điều 2](../quyet-dinh/2021/12-qd-ubnd.md#dieu-2-khoan-1), "
        "[Quyết định số 12/QĐ-UBND ngày 05/02/2021](../quyet-dinh/2021/12-qd-ubnd.md)*\n"
        "  {: .viec }"
    )
    assert naming(library, "co-quan/ubnd-tinh.md").endswith(
        "  [Phê duyệt Đề cương Đề án thử](../quyet-dinh/2021/12-qd-ubnd.md)  \n"
        "  05/02/2021 · Ủy ban nhân dân tỉnh Thanh Hóa · Hiệu lực chưa xác minh  \n"
        "  Tại: [khoản 1 Điều 2](../quyet-dinh/2021/12-qd-ubnd.md#dieu-2-khoan-1)\n"
        "  {: .muc }"
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
