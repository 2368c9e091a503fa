"""Rules BC105 to BC108: whether labels have the form that the decree gives them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from macros.numbering import FORMS, Level, label
from macros.structure import Kind
from macros.vietnamese import is_capitals, roman, roman_value
from macros.writing import LABELS
from scripts.rules.rule import ERROR, WARNING, Fault, rule, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.structure import Provision
    from scripts.rules.page import Page

# How a label is written is history on an issued document, and the structure is read all the same: a warning.


@rule("BC105", ERROR, WARNING)
def malformed_label(page: Page) -> Iterator[Fault]:
    """Số của phần, chương, điều, tiết viết sai dạng.

    Phần, chương, phụ lục và mục lớn của đề cương ghi số La Mã; mục, tiểu mục, điều, khoản ghi chữ số Ả
    Rập, không có số 0 ở trước; sau số của điều là dấu chấm; tiết ghi 2.1, không có dấu cách ở giữa.

    Sai:

        Điều 1: Phê duyệt Đề cương.

    Đúng:

        Điều 1. Phê duyệt Đề cương.

    Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I (phần, chương, mục, điều, khoản, điểm).
    """
    for provision in page.provisions:
        suggestion = _well_formed(provision.level, provision.number, provision.label)
        if suggestion != provision.label:
            word = FORMS[provision.level].word
            message = f"Số {shown(provision.label)} viết sai dạng. Hãy viết đúng dạng của {word}"
            yield page.on(provision.line, message, provision.label, suggestion)
    articles = {provision.number for provision in page.provisions if provision.level is Level.ARTICLE}
    for number, text in page.paper(Kind.TEXT):
        if not page.lines[number - 2].strip() and (found := _almost_label(text, articles)):
            message = f"{shown(found[0])} không được nhận là số của một phần, điều. Hãy viết đúng dạng"
            yield page.on(number, message, *found)


@rule("BC106", ERROR, WARNING)
def subclause_of_other_clause(page: Page) -> Iterator[Fault]:
    """Tiết không mang số của khoản.

    Số của tiết bắt đầu bằng số của khoản chứa nó: dưới khoản 2 là 2.1, 2.2; dưới tiết 2.1 là 2.1.1.

    Sai:

        1. Tổ chức bộ máy.

        2.1. Bộ máy.

    Đúng:

        1. Tổ chức bộ máy.

        1.1. Bộ máy.

    Căn cứ: quy ước của dự án.
    """
    for provision in page.provisions:
        holder = provision.parent
        if provision.level is Level.SUBCLAUSE and holder and holder.level in {Level.CLAUSE, Level.SUBCLAUSE}:
            head, _, tail = provision.number.replace(" ", "").rpartition(".")
            wanted = holder.number.replace(" ", "")
            if head != wanted:
                message = (
                    f"Tiết {shown(provision.label)} đứng dưới {shown(holder.label)}. Hãy sửa số cho khớp"
                )
                yield page.on(provision.line, message, provision.label, f"{wanted}.{tail}")


@rule("BC107", ERROR)
def counted_number_in_issued_text(page: Page) -> Iterator[Fault]:
    """Văn bản đã ban hành để máy đánh số.

    Văn bản đã ban hành phải ghi rõ từng số như bản đã ký. Hàm không có số chỉ dùng trong dự thảo và đề
    cương, nơi số tự đổi khi chèn thêm.

    Sai:

        {{ dieu() }} Phê duyệt Đề cương.

    Đúng:

        {{ dieu(1) }} Phê duyệt Đề cương.

    Căn cứ: quy ước của dự án.
    """
    if not (page.is_issued and page.is_decision):
        return
    for provision in page.provisions:
        if not provision.stated:
            message = "Văn bản đã ban hành phải ghi rõ số. Hãy ghi số như bản đã ký vào hàm"
            value = page.lines[provision.line - 1].strip()[:40].partition("}}")[0]
            yield page.on(
                provision.line,
                message,
                f"{value}}}}}" if value.startswith("{{") else value,
                _stated(provision),
            )


@rule("BC108", ERROR, WARNING)
def unnumbered_appendix(page: Page) -> Iterator[Fault]:
    """Có nhiều phụ lục mà phụ lục không ghi số.

    Văn bản có từ hai phụ lục trở lên thì các phụ lục đánh số bằng chữ số La Mã. Chỉ một phụ lục thì không
    cần số.

    Sai:

        PHỤ LỤC

        PHỤ LỤC II

    Đúng:

        PHỤ LỤC I

        PHỤ LỤC II

    Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I (phụ lục).
    """
    appendices = [provision for provision in page.provisions if provision.level is Level.APPENDIX]
    for place, provision in enumerate(appendices, start=1):
        if len(appendices) > 1 and not provision.number:
            message = "Văn bản có nhiều phụ lục. Hãy ghi số La Mã cho từng phụ lục"
            yield page.on(provision.line, message, provision.label, label(Level.APPENDIX, roman(place)))


@lru_cache(maxsize=4096)
def _well_formed(level: Level, number: str, printed: str) -> str:
    """Write a label in the right form; as printed where it has that form."""
    if level >= Level.DASH:
        return printed
    number = re.sub(r"\s", "", number)
    numerals = FORMS[level].numerals
    if numerals == "arabic":
        number = re.sub(r"^0+(?=\d)", "", number) if number.strip("0") else "1"
    elif numerals == "decimal":
        number = re.sub(r"\b0+(?=\d)", "", number)
    elif numerals == "roman" and number and roman_value(number) is None:
        number = roman(max(_loose_value(number), 1))
    written = label(level, number)
    return printed if _alike(level, printed, written) else written


def _alike(level: Level, printed: str, written: str) -> bool:
    """Compare labels but for what is in use both ways: capitals, 2.1 and 2.1., a sign before a title."""
    ends = ".:" if level <= Level.SUBSECTION else "." if level is Level.SUBCLAUSE else ""
    return " ".join(printed.split()).lower().rstrip(ends) == written.lower().rstrip(ends)


def _loose_value(numeral: str) -> int:
    """Add up the letters of an ill-formed numeral: IIII is 4."""
    return sum({"I": 1, "V": 5, "X": 10, "L": 50}.get(letter, 0) for letter in numeral)


_WITH_NUMBER = re.compile(r"\s{0,3}((Phần|Chương|PHẦN|CHƯƠNG)\s+(\d{1,2}))\s*[.:]?\s*(.*)")
_WITHOUT_STOP = re.compile(r"\s{0,3}(Điều\s+(\d{1,3}))(?:\s+([^\W\d_].*))?$")
_CITED = re.compile(r"\s*(?:của|và|đến|này|Quyết|Nghị|Luật|Bộ luật|Thông|Quy|Điều|nêu|kèm)\b")


def _almost_label(text: str, articles: set[str]) -> tuple[str, str] | None:
    """Find a line that was meant as a label but is none: "Phần 1", "Điều 3 Tổ chức" without the stop."""
    if (match := _WITH_NUMBER.fullmatch(text)) and (not match[4] or is_capitals(match[4])):
        return match[1], f"{match[2]} {roman(int(match[3]) or 1)}"
    match = _WITHOUT_STOP.match(text)
    if match and match[2] not in articles and not (match[3] and _CITED.match(match[3])):
        return match[1], f"{match[1]}."
    return None


def _stated(provision: Provision) -> str:
    """Write the macro call that states the number that was counted."""
    name = next(name for name, (level, _) in LABELS.items() if level is provision.level)
    form = FORMS[provision.level].numerals
    if form in {"letter", "decimal"}:
        return f'{{{{ {name}("{provision.number}") }}}}'
    number = roman_value(provision.number) if form == "roman" else provision.number
    return f"{{{{ {name}({number}) }}}}"
