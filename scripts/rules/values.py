"""Rules TT204 to TT207: whether each key of the record has a value that it can have."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.record import KINDS
from macros.vietnamese import parse_date
from scripts.rules.keys import known, problems
from scripts.rules.nearness import near
from scripts.rules.rule import ERROR, Fault, rule, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.document import RecordProblem
    from macros.frontmatter import Entry
    from scripts.rules.page import Page


@rule("TT204", ERROR, acceptable=False)
def value_outside_list(page: Page) -> Iterator[Fault]:
    """Giá trị không có trong danh mục.

    Các khóa `loai`, `tinh_trang`, `hieu_luc`, `trang_thai`, `ngon_ngu` chỉ nhận giá trị có sẵn. Viết đúng
    từng chữ, có dấu.

    Sai:

        ---
        tieu_de: About this site
        ngon_ngu: English
        ---

    Đúng:

        ---
        tieu_de: About this site
        ngon_ngu: en
        ---

    Căn cứ: quy ước của dự án; hiệu lực theo cách ghi của Cơ sở dữ liệu quốc gia về văn bản pháp luật.
    """
    for problem in problems(page, "literal_error", "kind"):
        key = str(problem.path[-1])
        allowed = list(KINDS) if problem.fault == "kind" else known(page, problem.path[:-1]).get(key, [])
        message = f"Khóa {key} không nhận giá trị {shown(problem.value)}. Hãy chọn: {', '.join(allowed)}"
        yield page.under(problem.path, message, problem.value, near(problem.value, allowed))


@rule("TT205", ERROR, acceptable=False)
def wrong_date(page: Page) -> Iterator[Fault]:
    """Ngày viết sai hoặc không có thật.

    Ngày ghi theo thứ tự ngày/tháng/năm, năm đủ bốn chữ số: dd/mm/yyyy. Bản nguồn không có ngày thì để
    trống.

    Sai:

        ---
        loai: cơ quan
        ten: Sở Tài chính
        nguon: [{noi_dung: Quyết định năm 2021, xem_ngay: 31/11/2026}]
        ---

    Đúng:

        ---
        loai: cơ quan
        ten: Sở Tài chính
        nguon: [{noi_dung: Quyết định năm 2021, xem_ngay: 30/11/2026}]
        ---

    Căn cứ: quy ước của dự án.
    """
    for problem in problems(page, "value_error"):
        if _is_date(problem) and not _has_marks(page, problem):
            message = f"{shown(problem.value)} không phải là ngày có thật. Hãy viết như 07/01/2021"
            yield page.under(problem.path, message, problem.value, _reordered(problem.value))


@rule("TT206", ERROR, acceptable=False)
def markup_in_value(page: Page) -> Iterator[Fault]:
    """Giá trị của phần đầu có dấu ngoặc của mã.

    Phần đầu là chữ thường: không có `<` `>` và không có `{{`, `{%`, `{#`. Hàm của trang chỉ dùng trong
    thân trang.

    Sai:

        ---
        tieu_de: Giới thiệu <b>trang này</b>
        ---

    Đúng:

        ---
        tieu_de: Giới thiệu trang này
        ---

    Căn cứ: quy ước của dự án.
    """
    for entry in _scalars(page):
        if marks := _marks(str(entry.value)):
            message = f"Giá trị {shown(str(entry.value))} có {', '.join(marks)}. Hãy bỏ các dấu này"
            yield Fault(entry.place.line, entry.place.column, message, str(entry.value))


@rule("TT207", ERROR, acceptable=False)
def wrong_value(page: Page) -> Iterator[Fault]:
    """Giá trị không đúng kiểu.

    Mỗi khóa nhận một kiểu giá trị: chữ, năm, danh sách, hoặc nhóm khóa (như `nguoi_ky`). Giá trị không
    được trống khi khóa bắt buộc, không được quá dài, và các khóa không được trái nhau.

    Sai:

        ---
        tieu_de: [Giới thiệu, Về trang này]
        ---

    Đúng:

        ---
        tieu_de: Giới thiệu
        ---

    Căn cứ: quy ước của dự án; trích yếu tối đa 500 ký tự theo Phụ lục VI Nghị định số 30/2020/NĐ-CP.
    """
    handled = {"missing", "extra_forbidden", "literal_error", "kind"}
    for problem in page.document.record_problems:
        if problem.fault in handled or _is_date(problem) or _has_marks(page, problem):
            continue
        if not problem.path:
            if "thiếu" not in problem.detail:
                yield page.under(
                    ("nam",), f"{problem.detail}. Hãy giữ giá trị đúng với văn bản", page.raw("nam")
                )
            continue
        key = next((str(step) for step in reversed(problem.path) if isinstance(step, str)), "")
        yield page.under(problem.path, f"Khóa {key}: {_explained(problem)}", problem.value)


_EXPLANATIONS = {
    "string_type": "phải là chữ trên một dòng, không phải danh sách hay nhóm khóa",
    "int_parsing": "phải là năm viết bằng bốn chữ số, ví dụ 2021",
    "int_type": "phải là năm viết bằng bốn chữ số, ví dụ 2021",
    "greater_than_equal": "năm phải từ 1945 trở đi",
    "less_than_equal": "năm phải đến 2100 trở lại",
    "string_too_short": "không được để trống",
    "string_pattern_mismatch": "phải là mã phát hiện gồm hai chữ in và ba chữ số, ví dụ BC101",
    "string_too_long": "dài quá {} ký tự",
    "too_long": "có quá {} mục",
    "model_type": "phải là nhóm khóa, ví dụ {{chuc_vu: Phó Chủ tịch, ho_ten: Nguyễn Văn A}}",
    "list_type": "phải là danh sách, mỗi dòng một gạch đầu dòng",
}


def _explained(problem: RecordProblem) -> str:
    """Say in Vietnamese why the model refuses a value, and what to do."""
    limit = next(iter(re.findall(r"\d+", problem.detail)), "")
    why = _EXPLANATIONS.get(problem.fault, problem.detail).format(limit)
    if problem.path[-1] == "ma_vbpl":
        why = "phải là mã số (ItemID) trong địa chỉ của văn bản ở vbpl.vn, ví dụ 141142"
    return (
        f"{shown(problem.value)} {why}. Hãy sửa giá trị này"
        if problem.value
        else f"{why}. Hãy sửa giá trị này"
    )


_DAYS = frozenset({"ngay_ban_hanh", "xem_ngay", "tu_ngay", "hieu_luc_tu", "het_hieu_luc_tu"})


def _is_date(problem: RecordProblem) -> bool:
    return bool(problem.path) and problem.path[-1] in _DAYS


def _reordered(value: str) -> str:
    """Offer a date that is written another way in the way we take."""
    if match := re.fullmatch(r"(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})", value):
        value = f"{match[3]}/{match[2]}/{match[1]}"
    elif match := re.fullmatch(r"(?:ngày )?(\d{1,2}) tháng (\d{1,2}) năm (\d{4})", value):
        value = f"{match[1]}/{match[2]}/{match[3]}"
    day = parse_date(value)
    return f"{day:%d/%m/%Y}" if day else ""


_UNSEEN = re.compile(r"nhìn thấy \(U\+([0-9A-F]+)\)")


def _marks(value: str) -> list[str]:
    """List the signs of markup in a value."""
    return [sign for sign in ("<", ">", "{{", "{%", "{#", "⟦", "⟧") if sign in value]


def _has_marks(page: Page, problem: RecordProblem) -> bool:
    r"""Tell whether the value is refused for signs that other rules report: TT206, or AT104 where unseen.

    AT104 sees the file's own signs only, not one that YAML makes of an escape such as \u200b.
    """
    if sign := _UNSEEN.search(problem.detail):
        return chr(int(sign[1], 16)) in page.text
    entry = page.entry(*problem.path)
    return bool(entry and isinstance(entry.value, str) and _marks(entry.value))


def _scalars(page: Page) -> Iterator[Entry]:
    """Go through all texts of the record."""
    waiting = list(reversed(page.document.front.entries.values()))
    while waiting:
        entry = waiting.pop()
        if isinstance(entry.value, dict):
            waiting.extend(reversed(entry.value.values()))
        elif isinstance(entry.value, list):
            waiting.extend(reversed(entry.value))
        elif entry.value:
            yield entry
