"""Rules VB1xx: whether the text is made of the letters and spaces that it seems to be made of."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from macros.document import BYTE_ORDER_MARK
from macros.vietnamese import fold, nfc
from scripts.rules.rule import ERROR, WARNING, Fault, Mending, rule, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scripts.rules.page import Page

# On paper these faults cannot be seen, so that mending them never changes the wording that was signed:
# what makes search and links fail is an error on issued documents too, a blank too many is a warning.


@rule("VB101", ERROR, acceptable=False, mending=Mending.LETTERS)
def decomposed_letters(page: Page) -> Iterator[Fault]:
    """Chữ và dấu tách rời nhau.

    Chữ tiếng Việt có hai cách lưu: dựng sẵn (NFC) và tổ hợp (NFD), nhìn như nhau. Trang chỉ dùng dựng
    sẵn, để tìm kiếm và so sánh được. Chữ tổ hợp thường đến từ PDF và tên tệp của macOS.

    Sai:

        Quyết định gồm các chữ “e”, dấu mũ và dấu sắc lưu riêng

    Đúng:

        Quyết định gồm chữ “ế” lưu liền

    Căn cứ: quy ước của dự án.
    """
    if unicodedata.is_normalized("NFC", page.text):
        return
    for number, line in enumerate(page.lines, start=1):
        if not unicodedata.is_normalized("NFC", line):
            words = [m for m in re.finditer(r"\S+|\s+", line) if not unicodedata.is_normalized("NFC", m[0])]
            first, column = (words[0][0], words[0].start() + 1) if words else (line, 1)
            others = f" và {len(words) - 1} chữ khác trên dòng này" if len(words) > 1 else ""
            message = (
                f"{shown(nfc(first))}{others} có dấu tách rời (NFD). Hãy gõ lại, hoặc chuyển sang dựng sẵn"
            )
            yield Fault(number, column, message, first, nfc(first))


@rule("VB102", ERROR, mending=Mending.LETTERS)
def lookalike_letter(page: Page) -> Iterator[Fault]:
    """Chữ của bảng chữ cái khác nhìn giống chữ Việt.

    Có chữ Nga và chữ Hy Lạp nhìn như A, O, P, C của chữ Latinh; chữ eth của Bắc Âu nhìn như Đ. Số, ký
    hiệu có các chữ ấy thì tìm không ra và không thành liên kết.

    Sai:

        Căn cứ Nghị định số 30/2020/NÐ-CP (chữ Ð là eth, U+00D0)

    Đúng:

        Căn cứ Nghị định số 30/2020/NĐ-CP (chữ Đ, U+0110)

    Căn cứ: quy ước của dự án.
    """
    end = 0
    for match in _FOREIGN.finditer(with_front(page)):
        if match.start() < end:
            continue
        start, end = _token(page.text, match.start())
        token = page.text[start:end]
        if match[0] in "ÐðƉɖ" or _LATIN.search(token):
            found = list(dict.fromkeys(_FOREIGN.findall(token)))
            names = ", ".join(f"{letter} (U+{ord(letter):04X})" for letter in found)
            message = f"{shown(token)} có chữ lạ {names}. Hãy gõ lại bằng chữ tiếng Việt"
            yield page.at(start, message, token, token.translate(LOOKALIKES))


@rule("VB103", ERROR)
def lost_letter(page: Page) -> Iterator[Fault]:
    """Chữ bị mất khi chuyển mã.

    Dấu hỏi trong ô đen (U+FFFD) đứng thay một chữ đã mất khi chép hoặc chuyển bảng mã. Hãy xem bản gốc và
    gõ lại chữ ấy.

    Sai:

        Tr�ình Chủ tịch

    Đúng:

        Trình Chủ tịch

    Căn cứ: quy ước của dự án.
    """
    for number, line in enumerate(with_front(page).split("\n"), start=1):
        if (column := line.find("\ufffd")) >= 0:
            start, end = _token(line, column)
            count = f" ({line.count(chr(0xFFFD))} chữ trên dòng này)" if line.count("\ufffd") > 1 else ""
            message = f"Có chữ bị mất trong {shown(line[start:end])}{count}. Hãy xem bản gốc và gõ lại"
            yield Fault(number, column + 1, message, line[start:end])


@rule("VB104", WARNING)
def byte_order_mark(page: Page) -> Iterator[Fault]:
    """Đầu tệp có dấu thứ tự byte.

    Một số chương trình trên Windows ghi ba byte không nhìn thấy (BOM) ở đầu tệp. Trang không cần dấu này.
    Khi lưu, hãy chọn “UTF-8”, không chọn “UTF-8 with BOM”.

    Sai:

        tệp lưu kiểu “UTF-8 with BOM”

    Đúng:

        tệp lưu kiểu “UTF-8”

    Căn cứ: quy ước của dự án.
    """
    if page.text.startswith(BYTE_ORDER_MARK):
        yield Fault(
            1,
            1,
            "Đầu tệp có dấu thứ tự byte (BOM). Hãy lưu lại tệp kiểu “UTF-8”, không có BOM",
            "BOM",
            "UTF-8",
        )


@rule("VB105", WARNING)
def tab(page: Page) -> Iterator[Fault]:
    """Phím Tab trong chữ.

    Tab rộng hẹp khác nhau ở mỗi máy, và Markdown đổi nghĩa của dòng bắt đầu bằng Tab. Giữa các chữ dùng
    một dấu cách; trang tự thụt đầu dòng khi đăng.

    Sai:

        Số:(Tab)12/QĐ-UBND

    Đúng:

        Số: 12/QĐ-UBND

    Căn cứ: quy ước của dự án.
    """
    if "\t" in page.prose:
        for number, line in _body(page):
            if "\t" in line:
                yield Fault(
                    number, line.index("\t") + 1, "Có phím Tab. Hãy thay bằng một dấu cách", "Tab", " "
                )


@rule("VB106", WARNING)
def doubled_space(page: Page) -> Iterator[Fault]:
    """Thừa dấu cách giữa các chữ.

    Giữa hai chữ có một dấu cách. Chỗ để trống trên giấy như “Số: /QĐ-UBND” hay “ngày tháng” thì được để
    nhiều dấu cách.

    Sai:

        Giao Sở Tài chính  lập dự toán.

    Đúng:

        Giao Sở Tài chính lập dự toán.

    Căn cứ: quy ước của dự án.
    """
    if "  " not in page.prose[page.body_start :]:
        return
    for number, line in _body(page):
        for match in _DOUBLED.finditer(line) if "  " in line.strip() else ():
            source = page.lines[number - 1]
            is_blank = fold(match[1]).strip(".:(") in {"so", "ngay", "thang", "nam"}
            if source[match.start(2) : match.end(2)].strip() or is_blank or line.lstrip().startswith("|"):
                continue  # code, a blank to be filled in, or a table
            value = match[0][-60:]
            message = f"Thừa dấu cách ở {shown(value)}. Hãy để một dấu cách"
            yield Fault(number, match.start(2) + 1, message, value, " ".join(value.split()))
            break


_DOUBLED = re.compile(r"(?<!\S)(\S+)( {2,})(?=\S)")
LOOKALIKES = str.maketrans(
    "АВЕЅІЈКМНОРСТУХаеоріѕјсухΑΒΕΖΗΙΚΜΝΟΡΤΥΧοÐðƉɖ",
    "ABESIJKMHOPCTYXaeopisjcyxABEZHIKMNOPTYXoĐđĐđ",
)
NOT_ALIKE = re.compile("[ðɖ]")
"""Those that stand for one of our letters without looking like it."""
_FOREIGN = re.compile(f"[{''.join(map(chr, LOOKALIKES))}]")
_LATIN = re.compile(r"[A-Za-z0-9À-ÖØ-öø-ʯḀ-ỿ]")
_BREAKS = re.compile(r"[\s“”\"'(),;:]")
_REACH = 40


def _token(text: str, at: int) -> tuple[int, int]:
    """Find the word or number around a place, no further than is worth showing."""
    before = text[max(0, at - _REACH) : at]
    start = at - len(re.split(_BREAKS, before)[-1])
    return start, at + len(re.split(_BREAKS, text[at : at + _REACH], maxsplit=1)[0])


def with_front(page: Page) -> str:
    """Give the text with its front matter, without code."""
    return page.text[: page.body_start] + page.prose[page.body_start :]


def _body(page: Page) -> Iterator[tuple[int, str]]:
    """Go through the lines of the body, without code."""
    return enumerate(page.prose[page.body_start :].split("\n"), start=page.document.front.body_line)
