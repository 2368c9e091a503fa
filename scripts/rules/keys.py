"""Rules TT201 to TT203: whether the record has the keys that it must have, and no others."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from macros.confinement import MACROS
from macros.record import KINDS, Acceptance, Change, PageRecord, Signatory, Source
from scripts.rules.nearness import near
from scripts.rules.rule import ERROR, Fault, rule, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

    from macros.document import RecordProblem
    from scripts.rules.page import Page


@rule("TT201", ERROR, acceptable=False)
def unknown_key(page: Page) -> Iterator[Fault]:
    """Khóa không có trong mẫu.

    Mỗi loại trang có những khóa của nó (xem hướng dẫn về phần đầu). Khóa viết sai hoặc đặt ra thêm không
    được nhận, kể cả khi giá trị đúng.

    Sai:

        ---
        tieude: Giới thiệu
        ---

    Đúng:

        ---
        tieu_de: Giới thiệu
        ---

    Căn cứ: quy ước của dự án; các trường theo Phụ lục VI Nghị định số 30/2020/NĐ-CP.
    """
    for problem in problems(page, "extra_forbidden"):
        key = str(problem.path[-1])
        if key not in MACROS:
            suggestion = near(key, known(page, problem.path[:-1]).keys())
            yield _at_key(
                page,
                problem,
                f"Không có khóa {shown(key)}. Hãy sửa tên khóa hoặc bỏ dòng này",
                key,
                suggestion,
            )


@rule("TT202", ERROR, acceptable=False)
def key_named_like_macro(page: Page) -> Iterator[Fault]:
    """Khóa trùng tên một hàm của trang.

    Tên hàm như `noi_nhan`, `dieu`, `muc` không được dùng làm khóa của phần đầu: khóa sẽ che mất hàm. Danh
    sách nơi nhận ghi ở khóa `gui_den` và `luu`.

    Sai:

        ---
        tieu_de: Giới thiệu
        muc: Về trang này
        ---

    Đúng:

        ---
        tieu_de: Giới thiệu
        ---

    Căn cứ: quy ước của dự án.
    """
    for problem in problems(page, "extra_forbidden"):
        key = str(problem.path[-1])
        if key in MACROS:
            suggestion = "gui_den" if key == "noi_nhan" else ""
            message = f"Khóa {shown(key)} trùng tên một hàm của trang. Hãy dùng khóa khác hoặc bỏ dòng này"
            yield _at_key(page, problem, message, key, suggestion)


@rule("TT203", ERROR, acceptable=False)
def missing_key(page: Page) -> Iterator[Fault]:
    """Thiếu khóa bắt buộc.

    Trang thường phải có `tieu_de`. Quyết định phải có `loai`, `tinh_trang`, `co_quan`, `tham_quyen`,
    `trich_yeu` và năm (`ngay_ban_hanh`, hoặc `nam` khi bản nguồn không có ngày). Đề cương phải có `loai`,
    `nam`, `tinh_trang`, `co_quan`, `trich_yeu`. Căn cứ phải có `loai`, `ten_loai`, `co_quan`. Cơ quan phải có
    `loai`, `ten`.

    Sai:

        ---
        mo_ta: Trang này đăng gì.
        ---

    Đúng:

        ---
        tieu_de: Giới thiệu
        mo_ta: Trang này đăng gì.
        ---

    Căn cứ: quy ước của dự án; các trường theo Phụ lục VI Nghị định số 30/2020/NĐ-CP.
    """
    for problem in page.document.record_problems:
        if problem.fault == "missing":
            key = str(problem.path[-1])
            suggestion = f"{key}: {problem.detail}" if problem.path == ("loai",) else f"{key}:"
            yield page.under(
                problem.path, f"Thiếu khóa {shown(key)}. Hãy thêm dòng “{key}: …”", key, suggestion
            )
        elif problem.fault == "value_error" and not problem.path and "thiếu" in problem.detail:
            message = "Thiếu năm ban hành. Hãy ghi ngay_ban_hanh; khi bản nguồn không có ngày thì ghi nam"
            yield page.under(("ngay_ban_hanh",), message, "nam", "nam:")


def _at_key(page: Page, problem: RecordProblem, message: str, value: str, suggestion: str) -> Fault:
    place = page.document.front.place(problem.path)
    return Fault(place.line, place.column, message, value, suggestion)


def problems(page: Page, *faults: str) -> Iterator[RecordProblem]:
    """Go through what the model refuses, by pydantic's names of the faults."""
    return (problem for problem in page.document.record_problems if problem.fault in faults)


_NESTED: dict[str, type[BaseModel]] = {
    "nguoi_ky": Signatory,
    "chap_nhan": Acceptance,
    "nguon": Source,
    "sua_doi_boi": Change,
    "thay_the_boi": Change,
}


def known(page: Page, path: tuple[str | int, ...]) -> dict[str, list[str]]:
    """Give the keys that a place of the record takes, each with the values it is limited to."""
    holder = next((step for step in path if step in _NESTED), None)
    model = KINDS.get(page.kind, PageRecord) if holder is None else _NESTED[str(holder)]
    return {str(f.alias): [str(v) for v in get_args(f.annotation)] for f in model.model_fields.values()}
