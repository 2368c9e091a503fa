from pathlib import Path

import pytest

from macros.library import Library, load
from macros.mentions import mentions, names_of, passages
from macros.vietnamese import fold
from tests.pages import write

AGENCIES = {
    "co-quan/so-tai-chinh.md": """
        ---
        loai: cơ quan
        ten: Sở Tài chính
        viet_tat: [STC]
        ---
        """,
    "co-quan/so-noi-vu.md": """
        ---
        loai: cơ quan
        ten: Sở Nội vụ
        ---
        """,
    "co-quan/ubnd-tinh.md": """
        ---
        loai: cơ quan
        ten: Uỷ ban nhân dân tỉnh Thanh Hoá
        viet_tat: [UBND tỉnh]
        ---
        """,
}
DECISION = """
        ---
        loai: quyết định
        nam: 2021
        tinh_trang: đã ban hành
        co_quan: {issuer}
        tham_quyen: Người quyết định
        trich_yeu: Phê duyệt Đề cương
        gui_den: [{to}]
        ---

        {body}
        """


def library(folder: Path, body: str, issuer: str = "Cơ quan khác", to: str = "Như trên") -> Library:
    body = body.replace("\n", "\n        ")
    page = DECISION.format(body=body, issuer=issuer, to=to)
    return load(write(folder, AGENCIES | {"quyet-dinh/2021/a.md": page}))


def named(folder: Path, body: str, **record: str) -> set[tuple[str, str]]:
    """Tell which agency is named where."""
    found = mentions(library(folder, body, **record)).named
    return {(Path(path).stem, passage.ident) for path, places in found.items() for passage in places}


def tasked(folder: Path, body: str) -> set[tuple[str, str]]:
    """Tell which agency is given a task, and where."""
    found = mentions(library(folder, body)).tasks
    return {(Path(path).stem, passage.ident) for path, places in found.items() for passage in places}


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Điều 1. Giao Sở Tài chính", {("so-tai-chinh", "dieu-1")}),
        ("Điều 1. Giao STC lập dự toán", {("so-tai-chinh", "dieu-1")}),
        ("Điều 1. Giao SỞ TÀI CHÍNH", {("so-tai-chinh", "dieu-1")}),
        ("Điều 1. Ủy ban nhân dân tỉnh Thanh Hóa", {("ubnd-tinh", "dieu-1")}),
        ("Điều 1. A\n\n1. B\n\na) Sở Nội\nvụ báo cáo", {("so-noi-vu", "dieu-1-khoan-1-diem-a")}),
        ("Điều 1. A\n\nĐoạn nêu Sở Nội vụ.", {("so-noi-vu", "dieu-1")}),
        ("Điều 1. A\n\n- Gạch nêu Sở Nội vụ.", {("so-noi-vu", "dieu-1")}),
        ("Sở Nội vụ đứng trước các điều.\n\nĐiều 1. A", {("so-noi-vu", "")}),
        (
            "Điều 1. Giám đốc các sở: Tài chính, Nội vụ; Thủ trưởng các ngành",
            {("so-tai-chinh", "dieu-1"), ("so-noi-vu", "dieu-1")},
        ),
        ("Điều 1. Sở Tài chính kế toán", {("so-tai-chinh", "dieu-1")}),
        ("Điều 1. Các phòng Tài chính, Nội vụ", set()),
        ("Điều 1. XSTC", set()),
        ("Điều 1. Không nêu ai", set()),
    ],
)
def test_an_agency_is_named_where_any_of_its_names_stands(
    tmp_path: Path, body: str, found: set[tuple[str, str]]
) -> None:
    assert named(tmp_path, body) == found


def test_the_record_names_agencies_too(tmp_path: Path) -> None:
    assert named(tmp_path, "Điều 1. A", issuer="UBND tỉnh", to="Sở Nội vụ") == {
        ("ubnd-tinh", ""),
        ("so-noi-vu", ""),
    }


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Điều 1. Giao Sở Tài chính lập dự toán.", {("so-tai-chinh", "dieu-1")}),
        (
            "Điều 1. Giao Sở Tài chính, Sở Nội vụ và UBND tỉnh báo cáo.",
            {("so-tai-chinh", "dieu-1"), ("so-noi-vu", "dieu-1"), ("ubnd-tinh", "dieu-1")},
        ),
        ("Điều 1. Giao Sở Tài chính hướng dẫn Sở Nội vụ lập dự toán.", {("so-tai-chinh", "dieu-1")}),
        (
            "Điều 1. A\n\nGiám đốc các sở: Tài chính, Nội vụ chịu trách nhiệm thi hành./.",
            {("so-tai-chinh", "dieu-1"), ("so-noi-vu", "dieu-1")},
        ),
        ("Điều 1. Theo đề nghị của Sở Tài chính.", set()),
        ("Điều 1. Bàn giao Sở Tài chính.", set()),
    ],
)
def test_a_task_is_given_to_those_who_are_ordered_and_not_to_those_only_named(
    tmp_path: Path, body: str, found: set[tuple[str, str]]
) -> None:
    assert tasked(tmp_path, body) == found


def test_a_passage_is_the_text_as_it_is_read_with_its_references_in_words(tmp_path: Path) -> None:
    article = '{{ dieu(1, khoa="a") }} Giao\nSở Nội vụ'
    body = article + '\n\n{{ khoan(1, khoa="b") }} Theo {{ xem("b") }} và {{ xem("a") }}'
    page = library(tmp_path, body).documents["quyet-dinh/2021/a.md"]
    assert [(passage.ident, passage.text) for passage in passages(page)][-2:] == [
        ("dieu-1", "Giao Sở Nội vụ"),
        ("dieu-1-khoan-1", "Theo khoản 1 Điều này và Điều 1"),
    ]


def test_the_longest_name_wins_and_no_agencies_name_nothing(tmp_path: Path) -> None:
    pages = {
        "co-quan/a.md": "---\nloai: cơ quan\nten: Trung tâm Truyền thông\n---\n",
        "co-quan/b.md": "---\nloai: cơ quan\nten: Trung tâm Truyền thông Thanh Hóa\n---\n",
    }
    names = names_of(load(write(tmp_path / "hai", pages)))
    assert names.named(fold("Trung tâm Truyền thông Thanh Hóa")) == {"co-quan/b.md"}
    (tmp_path / "không").mkdir()
    assert names_of(load(tmp_path / "không")).named("so tai chinh") == set()
