import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.document import BYTE_ORDER_MARK, Document, decode, read, read_file
from macros.frontmatter import Place
from macros.record import AgencyRecord, DecisionRecord, OutlineRecord, PageRecord
from tests.macros.conftest import AtMost

DECISION = """\
---
loai: quyết định
so_ky_hieu: 12/QĐ-UBND
ngay_ban_hanh: 05/02/2021
tinh_trang: đã ban hành
co_quan: UBND tỉnh Thanh Hóa
tham_quyen: Chủ tịch UBND tỉnh Thanh Hóa
trich_yeu: Về việc phê duyệt Đề cương.
---

QUYẾT ĐỊNH:

{{ dieu(1) }} Phê duyệt Đề cương.

{{ dieu(2, khoa="to-chuc") }} Tổ chức theo {{ xem("to-chuc") }}

{{ khoan(1) }} Giao Sở
Tài chính.

{{ diem("đ") }} Thẩm định `{{ dieu(9) }}`.

{{ noi_nhan() }}
"""
OUTLINE = """\
---
loai: đề cương
nam: 2021
tinh_trang: đã ban hành
co_quan: UBND tỉnh Thanh Hóa
trich_yeu: Đề án thử.
---

{{ de_muc() }} MỤC TIÊU

{{ khoan() }} Chung
"""


def problems(path: str, text: str) -> list[tuple[str, tuple[Any, ...], int, int, str]]:
    return [
        (p.fault, p.path, p.place.line, p.place.column, p.value) for p in read(path, text).record_problems
    ]


@pytest.mark.parametrize(
    ("path", "text", "model", "kind", "title", "is_paper"),
    [
        (
            "quyet-dinh/2021/a.md",
            DECISION,
            DecisionRecord,
            "quyết định",
            "Quyết định số 12/QĐ-UBND: Phê duyệt Đề cương",
            True,
        ),
        ("de-cuong/2021/a.md", OUTLINE, OutlineRecord, "đề cương", "Đề cương: Đề án thử", True),
        (
            "co-quan/a.md",
            "---\nloai: cơ quan\nten: Sở Tài chính\n---\n",
            AgencyRecord,
            "cơ quan",
            "Sở Tài chính",
            False,
        ),
        ("gioi-thieu.md", "---\ntieu_de: Giới thiệu\n---\n", PageRecord, "", "Giới thiệu", False),
        ("quyet-dinh/index.md", "---\ntieu_de: Quyết định\n---\n", PageRecord, "", "Quyết định", False),
    ],
)
def test_a_page_is_read_as_its_kind(
    path: str,
    text: str,
    model: type,
    kind: str,
    title: str,
    is_paper: bool,  # noqa: FBT001
) -> None:
    page = read(path, text)
    assert isinstance(page.record, model)
    assert (page.kind, page.title, page.is_paper) == (kind, title, is_paper)
    assert page.record_problems == ()


def test_a_decision_without_a_number_is_called_by_its_subject() -> None:
    text = DECISION.replace("12/QĐ-UBND", "").replace("Về việc phê", "V/v phê")
    assert read("quyet-dinh/2021/a.md", text).title == "Quyết định: Phê duyệt Đề cương"


def test_macros_may_count_in_drafts_and_outlines_only() -> None:
    assert not read("quyet-dinh/2021/a.md", DECISION).counts
    assert read("quyet-dinh/2021/a.md", DECISION.replace("đã ban hành", "dự thảo")).counts
    assert read("de-cuong/2021/a.md", OUTLINE).counts
    assert not read("a.md", "---\ntieu_de: A\n---\n").counts


@pytest.mark.parametrize(
    ("path", "text", "found"),
    [
        ("a.md", "---\nmo_ta: A\n---\n", [("missing", ("tieu_de",), 1, 1, "")]),
        ("a.md", "---\ntieu_de: A\nhide: b\n---\n", [("extra_forbidden", ("hide",), 3, 1, "b")]),
        ("quyet-dinh/a.md", "---\ntieu_de: A\n---\n", [("missing", ("loai",), 1, 1, "loai")]),
        ("quyet-dinh/a.md", "---\nloai: thông báo\n---\n", [("kind", ("loai",), 2, 1, "thông báo")]),
        ("a.md", "---\nloai: [a]\n---\n", [("kind", ("loai",), 2, 1, "['a']")]),
        ("a.md", "---\ntieu_de:\n---\n", [("missing", ("tieu_de",), 2, 1, "")]),
        (
            "a.md",
            "---\ntieu_de: A\nchap_nhan:\n  - ma: sai\n    ly_do: B\n---\n",
            [("string_pattern_mismatch", ("chap_nhan", 0, "ma"), 4, 5, "sai")],
        ),
        (
            "quyet-dinh/a.md",
            DECISION.replace("05/02/2021", "31/02/2021"),
            [("value_error", ("ngay_ban_hanh",), 4, 1, "31/02/2021")],
        ),
        (
            "quyet-dinh/a.md",
            DECISION.replace("tinh_trang: đã ban hành\n", ""),
            [("missing", ("tinh_trang",), 1, 1, "")],
        ),
        (
            "a.md",
            "---\ntitle: A\n---\n",
            [("missing", ("tieu_de",), 1, 1, ""), ("extra_forbidden", ("title",), 2, 1, "A")],
        ),
    ],
)
def test_what_is_wrong_in_a_record_stands_at_its_place(
    path: str, text: str, found: list[tuple[str, tuple[Any, ...], int, int, str]]
) -> None:
    assert problems(path, text) == found
    assert read(path, text).record is None


def test_a_front_matter_that_does_not_parse_is_no_record() -> None:
    page = read("a.md", "---\ntieu_de: [\n---\nThân bài\n")
    assert (page.record, page.record_problems, page.title) == (None, (), "a.md")
    assert [problem.fault for problem in page.front.problems] == ["syntax"]


def test_macro_calls_are_written_out_on_their_own_lines() -> None:
    page = read("quyet-dinh/2021/a.md", DECISION)
    assert {line.number: line.text for line in page.paper_lines if line.text} == {
        11: "QUYẾT ĐỊNH:",
        13: "Điều 1. Phê duyệt Đề cương.",
        15: "Điều 2.⟦khoá:to-chuc⟧ Tổ chức theo ⟦xem:to-chuc⟧",
        17: "1. Giao Sở",
        18: "Tài chính.",
        20: "đ) Thẩm định `{{ dieu(9) }}`.",
        22: "Nơi nhận:",
    }


def test_provisions_are_found_with_the_lines_of_the_file() -> None:
    page = read("quyet-dinh/2021/a.md", DECISION)
    assert {ident: provision.line for ident, provision in page.provision_by_ident.items()} == {
        "dieu-1": 13,
        "dieu-2": 15,
        "dieu-2-khoan-1": 17,
        "dieu-2-khoan-1-diem-dd": 20,
    }


def test_an_offset_into_the_body_is_a_line_and_a_column_of_the_file() -> None:
    page = read("quyet-dinh/2021/a.md", DECISION)
    call = next(call for call in page.reading.calls if call.name == "xem")
    assert page.place(call.start) == Place(15, 44)
    assert DECISION.split("\n")[14][43:].startswith('{{ xem("to-chuc") }}')


def test_composed_and_decomposed_pages_have_the_same_record_and_structure() -> None:
    composed = read("quyet-dinh/2021/a.md", DECISION)
    head, body = DECISION.split("---\n\n")
    decomposed = read("quyet-dinh/2021/a.md", head + "---\n\n" + unicodedata.normalize("NFD", body))
    assert decomposed.record == composed.record
    assert list(decomposed.provision_by_ident) == list(composed.provision_by_ident)


def test_a_byte_order_mark_is_kept_in_the_text_and_kept_off_the_front_matter() -> None:
    page = read("gioi-thieu.md", BYTE_ORDER_MARK + "---\ntieu_de: Giới thiệu\n---\n")
    assert page.title == "Giới thiệu"
    assert page.text.startswith(BYTE_ORDER_MARK)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_any_system_are_read_alike(tmp_path: Path, end: str) -> None:
    (tmp_path / "a.md").write_bytes(DECISION.replace("\n", end).encode())
    assert read_file(tmp_path, "a.md").text == DECISION


def test_bytes_that_are_no_utf_8_are_refused() -> None:
    with pytest.raises(UnicodeDecodeError):
        decode("Điều".encode("utf-16"))


pieces = st.sampled_from(
    ["---\n", "loai: quyết định\n", "nam: 2021\n", "tieu_de: A\n", "Điều 1. ", "{{ dieu() }} ",
     "{{ dieu(1) }}\n", '{{ xem("a") }}', "{{ x", "{% y %}", "\n", "\n\n", "`", "```\n", "“", "”", "a) ",
     "1. ", "    ", "\t", "- "]
)  # fmt: skip


@given(st.one_of(st.text(), st.lists(pieces, max_size=25).map("".join)))
def test_reading_a_page_never_fails(text: str) -> None:
    page = read("quyet-dinh/2021/a.md", text)
    assert isinstance(page, Document)
    assert page.title
    assert len(page.paper_lines) == page.body.count("\n") + 1
    lines = page.text.split("\n")
    assert all(1 <= p.line <= len(lines) for p in page.structure.provisions())


@given(st.lists(pieces, max_size=25).map("".join), st.integers(0, 60))
def test_every_place_of_the_body_is_a_place_of_the_file(text: str, offset: int) -> None:
    page = read("a.md", text)
    offset = min(offset, len(page.body))
    place = page.place(offset)
    line = page.text.split("\n")[place.line - 1]
    assert line[place.column - 1 :] == page.body[offset:].split("\n")[0]


@pytest.mark.parametrize(
    "piece", ["{{ dieu() }}\n", "{{ dieu(", "---\n", "a: b\n", "“1. \n", "`", "{{ x }}", "1. a\n\n"]
)
def test_hostile_repetition_is_read_in_linear_time(piece: str, at_most: AtMost) -> None:
    with at_most(20):
        for text in (piece * 50_000, DECISION + piece * 50_000):
            page = read("quyet-dinh/2021/a.md", text)
            assert page.reading
            assert page.structure


@pytest.mark.parametrize("path", ["quyet-dinh/2025/index.md", "quyet-dinh/2025/trang-2.md"])
def test_a_list_and_its_further_pages_need_no_kind(path: str) -> None:
    page = read(path, "---\ntieu_de: Quyết định năm 2025, trang 2\n---\n\nDanh sách.\n")
    assert page.record is not None
    assert page.record_problems == ()
