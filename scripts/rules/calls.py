"""Rules BC202 to BC207: whether macros are called where they have something to write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros import writing
from macros.record import DecisionRecord
from macros.structure import Kind
from scripts.rules.arguments import misused
from scripts.rules.nearness import near
from scripts.rules.rule import ERROR, Fault, rule, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.confinement import Call
    from scripts.rules.page import Page

# A macro is never the wording of the signed document: its faults are errors on issued documents too, and
# those at which the build would stop cannot be accepted.


@rule("BC202", ERROR, acceptable=False)
def macro_out_of_place(page: Page) -> Iterator[Fault]:
    """Hàm được gọi ở loại trang không dùng hàm ấy.

    Hàm đánh số và `xem` chỉ dùng trong quyết định và đề cương; `noi_nhan` chỉ dùng trong quyết định có
    `gui_den` hoặc `luu`; `nhac_den` và `nhiem_vu` chỉ dùng ở trang cơ quan; `danh_sach` không dùng trong
    quyết định, đề cương.

    Sai:

        ---
        tieu_de: Giới thiệu
        ---

        {{ dieu(1) }} Trang này đăng gì.

    Đúng:

        ---
        tieu_de: Giới thiệu
        ---

        ## Trang này đăng gì

    Căn cứ: quy ước của dự án.
    """
    for offset, call in page.calls:
        if where := _misplaced(page, call.name):
            message = f"{_written(page, offset, call)}: {where}. Hãy bỏ hàm này ở đây"
            yield page.at(offset, message, _source(page, offset, call))


@rule("BC203", ERROR)
def label_inside_line(page: Page) -> Iterator[Fault]:
    """Hàm đánh số không thành số đầu dòng.

    Hàm đánh số đứng ở đầu dòng và viết ra số của một phần, điều, khoản, điểm. Để nhắc tới một điều ở giữa
    câu thì dùng xem, hoặc viết thẳng “Điều 2”.

    Sai:

        {{ dieu(1) }} Tổ chức thực hiện theo {{ dieu(2) }}

    Đúng:

        {{ dieu(1) }} Tổ chức thực hiện theo Điều 2

    Căn cứ: quy ước của dự án.
    """
    if not page.is_paper:
        return
    labels = {provision.line: provision.level for provision in page.provisions}
    for offset, call in page.calls:
        if call.name not in writing.LABELS:
            continue
        line, column = page.place(offset)
        before = page.lines[line - 1][: column - 1]
        if page.kinds.get(line) is Kind.QUOTE:
            continue  # quoted text keeps its labels
        if before.strip():
            message = "hàm đánh số phải đứng đầu dòng. Để nhắc tới một điều hãy dùng xem, hoặc viết thẳng"
        elif labels.get(line) is writing.LABELS[call.name][0] or len(before.expandtabs(4)) >= 4:
            continue  # BC304 reports the indent
        else:
            message = "số này không đúng dạng của hàm. Hãy sửa số hoặc dùng hàm khác"
        if not misused(page, call):
            yield page.at(offset, f"{_written(page, offset, call)}: {message}", _source(page, offset, call))


@rule("BC204", ERROR, acceptable=False)
def unknown_reference(page: Page) -> Iterator[Fault]:
    """Hàm xem nhắc tới một khóa không có.

    Khóa trong xem phải là khoa của một điều, khoản, điểm trên cùng trang.

    Sai:

        {{ dieu(1, khoa="to-chuc") }} Tổ chức thực hiện

        {{ dieu(2) }} Sở Tài chính thực hiện {{ xem("to-chu") }}.

    Đúng:

        {{ dieu(1, khoa="to-chuc") }} Tổ chức thực hiện

        {{ dieu(2) }} Sở Tài chính thực hiện {{ xem("to-chuc") }}.

    Căn cứ: quy ước của dự án.
    """
    keys = {provision.key: None for provision in page.provisions if provision.key}
    for offset, call in page.calls:
        if call.name == "xem" and page.is_paper and not misused(page, call):
            key = str(next(iter((*call.arguments, *call.keywords.values()))))
            if key not in keys:
                message = (
                    f"Không điều, khoản nào mang khóa {shown(key)}. Hãy sửa khóa, hoặc đặt khoa cho điều ấy"
                )
                yield page.at(offset, message, key, near(key, keys))


@rule("BC205", ERROR, acceptable=False)
def key_used_twice(page: Page) -> Iterator[Fault]:
    """Hai điều, khoản mang cùng một khóa.

    Mỗi khóa chỉ đặt cho một điều, khoản hay điểm của trang, để xem biết nhắc tới đâu.

    Sai:

        {{ dieu(1, khoa="to-chuc") }} Phê duyệt Đề cương

        {{ dieu(2, khoa="to-chuc") }} Tổ chức thực hiện

    Đúng:

        {{ dieu(1) }} Phê duyệt Đề cương

        {{ dieu(2, khoa="to-chuc") }} Tổ chức thực hiện

    Căn cứ: quy ước của dự án.
    """
    first: dict[str, str] = {}
    for provision in page.provisions:
        if provision.key and first.setdefault(provision.key, provision.ident) != provision.ident:
            message = f"Khóa {shown(provision.key)} đã đặt cho một điều, khoản ở trên. Hãy đặt khóa khác"
            yield page.on(provision.line, message, provision.key)


@rule("BC206", ERROR)
def missing_recipients(page: Page) -> Iterator[Fault]:
    """Có danh sách nơi nhận mà trang không in ra.

    Quyết định có `gui_den` hoặc `luu` thì cuối trang gọi `noi_nhan`, để phần nơi nhận được in đúng thể
    thức.

    Sai:

        ---
        luu: [VT]
        ---

        {{ dieu(1) }} Quyết định này có hiệu lực kể từ ngày ký./.

    Đúng:

        ---
        luu: [VT]
        ---

        {{ dieu(1) }} Quyết định này có hiệu lực kể từ ngày ký./.

        {{ noi_nhan() }}

    Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I (nơi nhận).
    """
    record = page.document.record
    if (
        isinstance(record, DecisionRecord)
        and (record.recipients or record.filing)
        and Kind.RECIPIENTS not in page.kinds.values()
    ):
        key = "gui_den" if record.recipients else "luu"
        message = (
            f"Phần đầu có {key} nhưng trang không gọi noi_nhan. Hãy thêm {{{{ noi_nhan() }}}} ở cuối trang"
        )
        yield page.under((key,), message, key, "{{ noi_nhan() }}")


@rule("BC207", ERROR)
def recipients_twice(page: Page) -> Iterator[Fault]:
    """Nơi nhận được in hai lần.

    Một quyết định chỉ có một phần nơi nhận: hoặc gọi `noi_nhan` một lần, hoặc chép phần nơi nhận thành
    chữ.

    Sai:

        {{ noi_nhan() }}

        {{ noi_nhan() }}

    Đúng:

        {{ noi_nhan() }}

    Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I (nơi nhận).
    """
    found = 0
    for passage in page.passages if page.is_decision else ():
        if passage.kind is Kind.RECIPIENTS:
            found += 1
            if found > 1:
                line = passage.lines[0].number
                yield page.on(
                    line, "Nơi nhận đã có ở trên. Hãy bỏ một trong hai chỗ", page.lines[line - 1].strip()
                )


def _misplaced(page: Page, name: str) -> str:
    """Say why a macro has nothing to do on a page; empty when it has."""
    if name in writing.LABELS or name == "xem":
        return "" if page.is_paper else "chỉ dùng trong quyết định và đề cương"
    if name in {"nhac_den", "nhiem_vu"}:
        return "" if page.kind == "cơ quan" else "chỉ dùng ở trang cơ quan"
    if name == "danh_sach":
        return "không dùng trong quyết định và đề cương" if page.is_paper else ""
    if not page.is_decision:
        return "chỉ dùng trong quyết định"
    record = page.document.record
    if isinstance(record, DecisionRecord) and not (record.recipients or record.filing):
        return "phần đầu không có gui_den và luu nên không có gì để in"
    return ""


def _source(page: Page, offset: int, call: Call) -> str:
    return page.text[offset : offset + call.end - call.start]


def _written(page: Page, offset: int, call: Call) -> str:
    return shown(_source(page, offset, call))
