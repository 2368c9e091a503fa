"""Rules TD5xx: whether the pages of cited works hold together, each in itself and all with each other."""

from __future__ import annotations

from itertools import pairwise
from posixpath import basename
from typing import TYPE_CHECKING

from macros import issuer, symbol
from macros.library import WORKS
from macros.record import WorkRecord
from macros.vietnamese import format_date, slug
from scripts.rules.nearness import near
from scripts.rules.rule import ERROR, WARNING, Fault, Subject, rule, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scripts.rules.page import Collection, Page


@rule("TD501", ERROR, acceptable=False)
def misnamed_work(page: Page) -> Iterator[Fault]:
    """Tên tệp của trang căn cứ không theo số, ký hiệu.

    Tên tệp gồm số, ký hiệu viết không dấu, rồi năm ban hành nếu số không mang năm: 749-qd-ttg-2020.md,
    30-2020-nd-cp.md. Khi hai văn bản trùng tên thì thêm vài chữ ở sau. Tên tệp là địa chỉ của trang, nên
    phải đúng từ đầu.

    Sai:

        can-cu/chuyen-doi-so.md có “so_ky_hieu: 749/QĐ-TTg”

    Đúng:

        can-cu/749-qd-ttg-2020.md có “so_ky_hieu: 749/QĐ-TTg”

    Căn cứ: quy ước của dự án.
    """
    record = _work(page)
    if record is None or not record.number:
        return
    wanted, name = file_name(record), basename(page.path).removesuffix(".md")
    if name != wanted and not name.startswith(f"{wanted}-"):
        message = f"Tên tệp {shown(name)} không theo số {shown(record.number)}. Hãy đổi tên tệp hoặc sửa số"
        yield page.under(("so_ky_hieu",), message, name, f"{wanted}.md")


def file_name(record: WorkRecord) -> str:
    """Write the name that a work's page must have or begin with."""
    name = slug(symbol.canonical(record.number or "").replace("&", ""))
    read = symbol.read(record.number or "")
    has_year = bool(read and read.year)
    return name if has_year or not record.issue_year else f"{name}-{record.issue_year}"


@rule("TD502", ERROR, acceptable=False)
def unknown_change(page: Page) -> Iterator[Fault]:
    """Văn bản sửa đổi, thay thế chưa có trang.

    Mỗi mục của `sua_doi_boi` và `thay_the_boi` nêu ở `van_ban` tên một trang trong can-cu/, không có đuôi
    .md, và không phải chính trang ấy.

    Sai:

        thay_the_boi: [{van_ban: luat-moi}]

    Đúng:

        thay_the_boi: [{van_ban: 72-2025-qh15}]

    Căn cứ: quy ước của dự án.
    """
    record = _work(page)
    for key, changes in (
        (("sua_doi_boi", record.amended_by), ("thay_the_boi", record.replaced_by)) if record else ()
    ):
        for index, change in enumerate(changes):
            target = page.collection.library.work(change.work)
            names = [basename(work.path).removesuffix(".md") for work in page.collection.library.works]
            if target is None:
                message = f"Không có trang {shown(f'{WORKS}/{change.work}.md')}. Hãy sửa tên hoặc thêm trang"
                place = (key, index, "van_ban")
                yield page.under(place, message, change.work, near(change.work, names))
            elif target is page.document:
                message = f"Văn bản không thể tự sửa đổi, thay thế: {shown(change.work)}. Hãy sửa tên"
                yield page.under((key, index, "van_ban"), message, change.work)


@rule("TD503", ERROR)
def days_out_of_order(page: Page) -> Iterator[Fault]:
    """Các ngày của văn bản trái thứ tự.

    Văn bản được ban hành, rồi có hiệu lực, rồi mới hết hiệu lực. Năm trong số phải là năm ban hành. Ngày
    nào chưa đọc được nguồn thì để trống và ghi vào `chua_xac_minh`.

    Sai:

        so_ky_hieu: 30/2020/NĐ-CP
        ngay_ban_hanh: 05/3/2020
        hieu_luc_tu: 05/3/2002

    Đúng:

        so_ky_hieu: 30/2020/NĐ-CP
        ngay_ban_hanh: 05/3/2020
        hieu_luc_tu: 05/3/2020

    Căn cứ: quy ước của dự án.
    """
    record = _work(page)
    if record is None:
        return
    days = (
        ("ngay_ban_hanh", record.issued_on),
        ("hieu_luc_tu", record.in_force_from),
        ("het_hieu_luc_tu", record.lapsed_on),
    )
    known = [(key, day) for key, day in days if day]
    for (before, earlier), (key, later) in pairwise(known):
        if later < earlier:
            message = (
                f"Ngày ở {key} ({format_date(later)}) trước ngày ở {before} ({format_date(earlier)}). Hãy sửa"
            )
            yield page.under((key,), message, page.raw(key))
    read = symbol.read(record.number) if record.number else None
    if read and read.year and record.issue_year and read.year != record.issue_year:
        key = "ngay_ban_hanh" if record.issued_on else "nam"
        message = f"Số {shown(record.number or '')} mang năm {read.year}, trái với {key}. Hãy sửa một bên"
        yield page.under((key,), message, page.raw(key))


@rule("TD504", ERROR)
def contradicting_symbol(page: Page) -> Iterator[Fault]:
    """Ký hiệu trái với tên loại hoặc cơ quan ban hành.

    Chữ viết tắt trong số, ký hiệu cho biết tên loại và cơ quan: NĐ-CP là Nghị định của Chính phủ, QĐ-TTg
    là Quyết định của Thủ tướng Chính phủ.

    Sai:

        ten_loai: Nghị quyết
        so_ky_hieu: 30/2020/NĐ-CP

    Đúng:

        ten_loai: Nghị định
        so_ky_hieu: 30/2020/NĐ-CP

    Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục III (chữ viết tắt tên loại).
    """
    record = _work(page)
    read = symbol.read(record.number) if record and record.number else None
    if record is None or read is None:
        return
    if not read.allows_type(record.type):
        message = (
            f"Ký hiệu {shown(record.number or '')} không phải của {record.type}. Hãy sửa số hoặc tên loại"
        )
        yield page.under(("ten_loai",), message, record.type, read.type)
    allowed = symbol.issuers_of(read)
    if not issuer.can_be(record.issuer, allowed):
        message = f"Ký hiệu {shown(record.number or '')} không phải của {record.issuer}. Hãy sửa một bên"
        yield page.under(("co_quan",), message, record.issuer, allowed[0])


@rule("TD505", ERROR, subject=Subject.COLLECTION, acceptable=False)
def work_on_two_pages(collection: Collection) -> Iterator[Fault]:
    """Hai trang căn cứ của cùng một văn bản.

    Một văn bản có một trang. Hai văn bản trùng số là hai trang khi khác cơ quan, tên loại hoặc ngày ban
    hành.

    Sai:

        can-cu/749-qd-ttg-2020.md và can-cu/749-qd-ttg-2020-2.md cùng cơ quan, số và ngày

    Đúng:

        chỉ còn can-cu/749-qd-ttg-2020.md

    Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 15 (số và ký hiệu là duy nhất trong một năm của một cơ quan).
    """
    first: dict[tuple[object, ...], str] = {}
    for path, page in sorted(collection.pages.items()):
        record = _work(page)
        if record and record.number:
            day = record.issued_on or record.issue_year
            identity = (issuer.plain(record.issuer), record.type, symbol.key_of(record.number), day)
            holder = first.setdefault(identity, path)
            if holder != path:
                message = f"Văn bản số {shown(record.number)} đã có trang {holder}. Hãy giữ một trang"
                found = page.under(("so_ky_hieu",), message, record.number)
                yield Fault(found.line, found.column, message, record.number, path=path)


@rule("TD506", ERROR)
def contradicting_force(page: Page) -> Iterator[Fault]:
    """Hiệu lực trái với các ngày.

    Văn bản có `het_hieu_luc_tu` đã qua thì `hieu_luc` là “hết hiệu lực toàn bộ”; văn bản có `hieu_luc_tu`
    chưa tới thì là “chưa có hiệu lực”. So với ngày chạy lệnh kiểm tra.

    Sai:

        het_hieu_luc_tu: 16/6/2025
        hieu_luc: còn hiệu lực

    Đúng:

        het_hieu_luc_tu: 16/6/2025
        hieu_luc: hết hiệu lực toàn bộ

    Căn cứ: quy ước của dự án; cách ghi hiệu lực của Cơ sở dữ liệu quốc gia về văn bản pháp luật.
    """
    record = _work(page)
    if record is None or record.force == "chưa xác minh":
        return
    today = page.collection.today
    lapsed = bool(record.lapsed_on and record.lapsed_on <= today)
    waiting = bool(record.in_force_from and record.in_force_from > today)
    wanted = "hết hiệu lực toàn bộ" if lapsed else "chưa có hiệu lực" if waiting else ""
    if wanted and record.force != wanted:
        reason = "het_hieu_luc_tu đã qua" if lapsed else "hieu_luc_tu chưa tới"
        message = f"Hiệu lực {shown(record.force)} trái với ngày: {reason}. Hãy ghi hieu_luc: {wanted}"
        yield page.under(("hieu_luc",), message, record.force, wanted)


@rule("TD507", WARNING)
def work_without_source(page: Page) -> Iterator[Fault]:
    """Trang căn cứ không nêu nguồn hoặc ngày xem.

    Mỗi thông tin về một văn bản phải có nguồn và ngày xem nguồn, để người sau kiểm tra lại được. Nguồn nói
    riêng về khóa nào thì nêu khóa ấy ở `cho`.

    Sai:

        nguon: []

    Đúng:

        nguon: [{noi_dung: Công báo, xem_ngay: 22/11/2026}]

    Căn cứ: quy ước của dự án.
    """
    record = _work(page)
    if record is None:
        return
    if not record.sources:
        yield page.under(("nguon",), "Trang không nêu nguồn nào. Hãy ghi nguồn và ngày xem ở nguon", "nguon")
    keys = {str(field.alias) for field in WorkRecord.model_fields.values()}
    for index, source in enumerate(record.sources):
        if source.seen_on is None:
            message = f"Nguồn {shown(source.text)} thiếu ngày xem. Hãy ghi xem_ngay"
            yield page.under(("nguon", index), message, source.text)
        for place, key in enumerate(source.about):
            if key not in keys:
                message = f"Không có khóa {shown(key)} để nguồn nói tới. Hãy sửa tên khóa ở cho"
                yield page.under(("nguon", index, "cho", place), message, key, near(key, keys))


def _work(page: Page) -> WorkRecord | None:
    record = page.document.record
    return record if isinstance(record, WorkRecord) else None
