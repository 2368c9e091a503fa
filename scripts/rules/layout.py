"""Rules BC3xx: whether a paper text has the parts of its kind, and Markdown changes none of its lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.numbering import Level
from macros.paper import FORMS
from macros.structure import Kind
from macros.vietnamese import fold
from scripts.rules.rule import ERROR, WARNING, Fault, rule, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scripts.rules.page import Page


@rule("BC301", ERROR, WARNING)
def missing_enacting_formula(page: Page) -> Iterator[Fault]:
    """Quyết định không có dòng “QUYẾT ĐỊNH:”.

    Giữa các căn cứ và Điều 1 có một dòng riêng “QUYẾT ĐỊNH:”. Thiếu dòng này thì không biết căn cứ hết ở
    đâu.

    Sai:

        Căn cứ Luật Tổ chức chính quyền địa phương.

        Điều 1. Phê duyệt Đề cương.

    Đúng:

        Căn cứ Luật Tổ chức chính quyền địa phương.

        QUYẾT ĐỊNH:

        Điều 1. Phê duyệt Đề cương.

    Căn cứ: Nghị định số 30/2020/NĐ-CP, Mẫu 1.2 và Mẫu 1.3 (quyết định).
    """
    if page.is_decision and Kind.ENACTING not in page.kinds.values() and not unmarked_formula(page):
        first = next((p.line for p in page.provisions if p.level is Level.ARTICLE), _first_line(page))
        yield page.on(
            first, "Quyết định không có dòng “QUYẾT ĐỊNH:”. Hãy thêm dòng ấy trước Điều 1", "", "QUYẾT ĐỊNH:"
        )


@rule("BC302", ERROR)
def missing_article(page: Page) -> Iterator[Fault]:
    """Quyết định không có điều nào.

    Nội dung quyết định chia thành các điều: Điều 1, Điều 2, … Không có điều nào thường vì chữ “Điều” viết
    khác (chữ Đ lạ, thiếu dấu chấm sau số) hoặc trang chưa chép xong.

    Sai:

        QUYẾT ĐỊNH:

        Phê duyệt Đề cương Đề án.

    Đúng:

        QUYẾT ĐỊNH:

        Điều 1. Phê duyệt Đề cương Đề án.

    Căn cứ: Nghị định số 30/2020/NĐ-CP, Mẫu 1.2 và Mẫu 1.3 (quyết định).
    """
    if page.is_decision and not any(provision.level is Level.ARTICLE for provision in page.provisions):
        message = "Quyết định không có điều nào. Hãy viết nội dung thành các điều: “Điều 1. …”"
        yield page.on(_first_line(page), message, "", "Điều 1.")


@rule("BC303", ERROR, WARNING)
def provision_outside_article(page: Page) -> Iterator[Fault]:
    """Khoản, điểm không nằm trong điều nào.

    Trong quyết định, khoản và điểm thuộc về một điều. Khoản đứng ngoài điều thường là dòng “Điều …” ở
    trên bị sót hoặc viết sai.

    Sai:

        QUYẾT ĐỊNH:

        1. Giao Sở Tài chính lập dự toán.

        Điều 1. Quyết định này có hiệu lực kể từ ngày ký.

    Đúng:

        QUYẾT ĐỊNH:

        Điều 1. Tổ chức thực hiện

        1. Giao Sở Tài chính lập dự toán.

        Điều 2. Quyết định này có hiệu lực kể từ ngày ký.

    Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I (phần, chương, mục, điều, khoản, điểm).
    """
    for provision in page.provisions if page.is_decision else ():
        if provision.parent is None and provision.level in {
            Level.CLAUSE,
            Level.SUBCLAUSE,
            Level.ITEM,
            Level.POINT,
        }:
            message = f"{shown(provision.label)} không thuộc điều nào. Hãy thêm dòng “Điều …” ở trên"
            yield page.on(provision.line, message, provision.label)


@rule("BC304", ERROR)
def indented_label(page: Page) -> Iterator[Fault]:
    """Dòng bắt đầu bằng số bị thụt vào bốn dấu cách.

    Điều, khoản, điểm viết sát lề trái; trang tự thụt vào khi đăng. Dòng thụt từ bốn dấu cách được coi là
    phần tiếp của dòng trên, nên số ở đó không được nhận. Danh sách, bảng, chú thích nằm trong khoản thì
    được thụt.

    Sai:

        Điều 1. Phê duyệt Đề cương gồm:

            a) Mục tiêu;

    Đúng:

        Điều 1. Phê duyệt Đề cương gồm:

        a) Mục tiêu;

    Căn cứ: quy ước của dự án.
    """
    if not page.is_paper or not any(line[:1] in _INDENTING for line in page.lines):
        return
    prose = page.prose.split("\n")
    opener = ""
    for line in page.document.paper_lines:
        text = line.text.expandtabs(4)
        if not text.strip() or not prose[line.number - 1].strip():
            continue
        if not text.startswith("    "):
            opener = text
        elif page.kinds.get(line.number) is not Kind.QUOTE and (value := _hidden_label(text.strip(), opener)):
            value = value if "⟦" not in value else page.lines[line.number - 1].strip()[:60]
            message = f"{shown(value)} bị thụt vào nên không được nhận là số. Hãy viết sát lề trái"
            yield page.on(line.number, message, value, value)


@rule("BC305", WARNING)
def broken_range(page: Page) -> Iterator[Fault]:
    """Dòng gạch đầu dòng có lẽ là phần sau của một khoảng số.

    Khi chép từ PDF, “2019 - 2020” ở cuối dòng có thể bị ngắt làm hai, và dòng sau “- 2020 …” thành một
    gạch đầu dòng. Hãy nối hai dòng lại. Nếu đúng là gạch đầu dòng thì để một dòng trống ở trước.

    Sai:

        Điều 1. Phát triển Chính phủ điện tử giai đoạn 2019
        - 2020, định hướng đến 2025.

    Đúng:

        Điều 1. Phát triển Chính phủ điện tử giai đoạn 2019 - 2020, định hướng đến 2025.

    Căn cứ: quy ước của dự án.
    """
    for provision in page.provisions:
        if provision.level is Level.DASH and provision.line > 1:
            text, before = page.lines[provision.line - 1].strip(), page.lines[provision.line - 2].rstrip()
            if _NUMBER_AFTER_DASH.match(text) and _BREAKS_OFF.search(before):
                message = f"{shown(text[:20])} có lẽ nối tiếp dòng trên. Hãy nối lại, hoặc để trống một dòng"
                yield page.on(provision.line, message, text[:20], f"{before[-20:].split()[-1]} {text[:20]}")


@rule("BC306", ERROR, WARNING)
def unclosed_quotation(page: Page) -> Iterator[Fault]:
    """Ngoặc kép mở mà không đóng.

    Đoạn trích bắt đầu bằng “ ở đầu dòng phải có ” ở cuối đoạn. Thiếu dấu đóng thì không biết điều, khoản
    nào thuộc đoạn trích, điều, khoản nào thuộc văn bản này.

    Sai:

        “Điều 5. Nguồn kinh phí

        1. Ngân sách tỉnh.

    Đúng:

        “Điều 5. Nguồn kinh phí

        1. Ngân sách tỉnh.”

    Căn cứ: quy ước của dự án.
    """
    line = page.document.structure.unclosed_quote if page.is_paper else None
    if line:
        text = page.lines[line - 1].strip()[:40]
        yield page.on(
            line, f"Ngoặc kép mở ở {shown(text)} không được đóng. Hãy thêm ” ở cuối đoạn trích", text
        )


@rule("BC307", ERROR)
def heading_mark(page: Page) -> Iterator[Fault]:
    """Dấu tiêu đề của Markdown trong văn bản.

    Trong quyết định và đề cương, tiêu đề là số của phần, chương, điều như trên giấy. Không dùng dấu `#` ở
    đầu dòng, không gạch dưới bằng một dòng `===` hoặc `---`.

    Sai:

        # Điều 1. Phê duyệt Đề cương

    Đúng:

        Điều 1. Phê duyệt Đề cương

    Căn cứ: quy ước của dự án.
    """
    prose = page.prose.split("\n") if page.is_paper else []
    if not any(line[:1] in _HEADING_SIGNS for line in prose if not line.startswith("- ")):
        return
    before = ""
    for number, line in enumerate(prose, start=1):
        if match := _HEADING.match(line):
            message = f"Dấu {shown(match[1])} không dùng trong văn bản. Hãy bỏ dấu này, để lại chữ"
            yield page.on(number, message, match[1], line.strip("# ")[:60])
        elif before.strip() and _UNDERLINE.fullmatch(line):
            yield page.on(
                number,
                f"Dòng {shown(line.strip())} biến dòng trên thành tiêu đề. Hãy bỏ dòng này",
                line.strip(),
            )
        before = line


_HEADING_SIGNS = frozenset(" #=-")
_INDENTING = frozenset(" \t")
_HEADING = re.compile(r" {0,3}(#{1,6})")
_UNDERLINE = re.compile(r"(?:=+|-{2,})[ \t]*")
_NUMBER_AFTER_DASH = re.compile(r"[-–−]\s*\d")
_BREAKS_OFF = re.compile(r"(?:\d|giai đoạn|năm|từ|đến)$")
_OPENS_BLOCK = re.compile(r"\s*(!!!|\?\?\?|\[\^|[*+\-–−]\s|===)")


def unmarked_formula(page: Page) -> int | None:
    """Find a line that says "Quyết định" but not in the right form; VB206 reports it."""
    lines = page.paper(Kind.TEXT, Kind.BASIS)
    return next((number for number, text in lines if fold(text.strip(" *.:;")) == "quyet dinh"), None)


def _first_line(page: Page) -> int:
    """Find the first line of the body that has text, else its first line."""
    start = page.document.front.body_line
    found = (number for number in range(start, len(page.lines) + 1) if page.lines[number - 1].strip())
    return next(found, min(start, len(page.lines)))


def _hidden_label(text: str, opener: str) -> str:
    """Give the label of an indented line that was meant as a provision, by what stands above it.

    In notes, footnotes and lists an indented line is theirs; below a khoản, `1.` is a Markdown list.
    """
    if _OPENS_BLOCK.match(opener):
        return ""
    meant = {Level.ARTICLE, Level.POINT, *([Level.CLAUSE] if _ARTICLE.match(opener) else [])}
    for level, form in FORMS:
        if level in meant and (match := form.match(text)):
            return text[: match.start("text")].strip() if match["text"] else text
    return ""


_ARTICLE = dict(FORMS)[Level.ARTICLE]
