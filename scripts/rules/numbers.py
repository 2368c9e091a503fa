"""Rules TT302, TT303, TT307: whether a decision's number and date are well formed and its own."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from macros.record import DecisionRecord
from macros.vietnamese import fold
from scripts.rules.rule import ERROR, Fault, Mending, Subject, rule, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scripts.rules.page import Collection, Page

FIRST_YEAR = 1945


@rule("TT302", ERROR, mending=Mending.FORM)
def malformed_number(page: Page) -> Iterator[Fault]:
    """Số, ký hiệu của quyết định viết sai dạng.

    Số, ký hiệu gồm số, dấu / và ký hiệu QĐ-CƠ QUAN; không có dấu cách quanh / và -. Số dưới 10 ghi thêm
    số 0 ở trước. Quyết định quy phạm có thêm năm: 33/2022/QĐ-UBND. Khi bản nguồn không có số thì để trống
    `so_ky_hieu` và ghi ký hiệu ở `ky_hieu`.

    Sai:

        so_ky_hieu: 5 / QĐ-UBND

    Đúng:

        so_ky_hieu: 05/QĐ-UBND

    Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I (số, ký hiệu) và Phụ lục III (chữ viết tắt).
    """
    if not page.is_decision:
        return
    number, symbol = page.raw("so_ky_hieu"), page.raw("ky_hieu")
    if number and not _NUMBER.fullmatch(number):
        suggestion = _mended_number(number)
        message = f"Số, ký hiệu {shown(number)} sai dạng. Hãy viết như 05/QĐ-UBND, không có dấu cách"
        yield page.under(
            ("so_ky_hieu",), message, number, suggestion if _NUMBER.fullmatch(suggestion) else ""
        )
    if symbol and not _SYMBOL.fullmatch(symbol):
        suggestion = _without_spaces(symbol)
        message = f"Ký hiệu {shown(symbol)} sai dạng. Hãy viết như QĐ-UBND, không có dấu cách"
        yield page.under(("ky_hieu",), message, symbol, suggestion if _SYMBOL.fullmatch(suggestion) else "")
    elif number and symbol and not number.endswith(symbol):
        message = f"Ký hiệu {shown(symbol)} trái với {shown(number)}. Hãy bỏ ky_hieu khi đã có so_ky_hieu"
        yield page.under(("ky_hieu",), message, symbol)


@rule("TT303", ERROR)
def impossible_issue_date(page: Page) -> Iterator[Fault]:
    """Ngày ban hành ở tương lai hoặc trước năm 1945.

    Văn bản đã ban hành thì ngày ban hành không thể sau hôm nay. Dự thảo thì để trống ngày ban hành.

    Sai:

        tinh_trang: đã ban hành
        ngay_ban_hanh: 07/01/2201

    Đúng:

        tinh_trang: đã ban hành
        ngay_ban_hanh: 07/01/2021

    Căn cứ: quy ước của dự án.
    """
    record = page.document.record
    if not isinstance(record, DecisionRecord) or record.issued_on is None:
        return
    value = page.raw("ngay_ban_hanh")
    if record.issued_on > page.collection.today and page.is_issued:
        message = f"Ngày ban hành {shown(value)} ở tương lai. Hãy sửa ngày, hoặc ghi tinh_trang: dự thảo"
        yield page.under(("ngay_ban_hanh",), message, value)
    elif record.issued_on.year < FIRST_YEAR:
        yield page.under(
            ("ngay_ban_hanh",), f"Ngày ban hành {shown(value)} trước năm 1945. Hãy sửa năm", value
        )


@rule("TT307", ERROR, subject=Subject.COLLECTION)
def number_used_twice(collection: Collection) -> Iterator[Fault]:
    """Hai quyết định cùng số, cùng năm, cùng cơ quan.

    Số và ký hiệu văn bản là duy nhất trong một năm của một cơ quan. Trùng nhau thì một trang ghi sai số
    hoặc hai trang là cùng một văn bản.

    Sai:

        quyet-dinh/2021/a.md và quyet-dinh/2021/b.md cùng có “so_ky_hieu: 12/QĐ-UBND”

    Đúng:

        quyet-dinh/2021/a.md có “so_ky_hieu: 12/QĐ-UBND”
        quyet-dinh/2021/b.md có “so_ky_hieu: 13/QĐ-UBND”

    Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 15.
    """
    first: dict[tuple[str, str, int], str] = {}
    for path, page in sorted(collection.pages.items()):
        record = page.document.record
        if isinstance(record, DecisionRecord) and record.number:
            agency = collection.library.agency(record.issuer)
            issuer = agency.path if agency else fold(record.issuer)
            holder = first.setdefault((issuer, fold(_without_spaces(record.number)), record.issue_year), path)
            if holder != path:
                message = (
                    f"Số {shown(record.number)} năm {record.issue_year} đã có ở {holder}. Hãy kiểm tra lại số"
                )
                yield replace(page.under(("so_ky_hieu",), message, page.raw("so_ky_hieu")), path=path)


# 12/QĐ-UBND; 33/2022/QĐ-UBND; 2523/QĐ/BGD&ĐT-KHTC; of the Party: 12-QĐ/TU
_NUMBER = re.compile(r"(?:\d[\d.]*\d/(?:\d{4}/)?QĐ[^\s]*|\d[\d.]*\d-QĐ/\S+)")
_SYMBOL = re.compile(r"QĐ[^\s]*")


def _without_spaces(number: str) -> str:
    return re.sub(r"\s*([/-])\s*", r"\1", number.strip())


def _mended_number(number: str) -> str:
    """Write a number in the right form, as far as that can be known."""
    plain = _without_spaces(re.sub(r"^số:?\s*", "", number, flags=re.IGNORECASE))
    plain = re.sub(r"(?i)\bq[đđÐðd]", "QĐ", plain)
    head, sign, rest = plain.partition("/")
    plain = head + sign + rest.upper()
    return f"0{plain}" if re.match(r"\d(?!\d)", plain) else plain
