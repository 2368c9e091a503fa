"""Rules AT1xx: whether a page's text holds nothing but text, Markdown and calls of our macros."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from scripts.rules.rule import ERROR, Fault, rule, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scripts.rules.page import Page

# Whoever opens a change is not trusted: these are errors whatever the page is, and cannot be accepted.


@rule("AT101", ERROR, acceptable=False)
def forbidden_expression(page: Page) -> Iterator[Fault]:
    """Lệnh không được phép trong ngoặc nhọn.

    Trong `{{ }}` chỉ được gọi hàm của trang với số hoặc chữ trong ngoặc kép. Không dùng `{% %}`, `{# #}`,
    phép tính, bộ lọc, thuộc tính. Muốn trang hiện ra chính các ngoặc ấy thì đặt trong dấu nháy ngược.

    Sai:

        {{ dieu(1 + 1) }} Tổ chức thực hiện

    Đúng:

        {{ dieu(2) }} Tổ chức thực hiện

    Căn cứ: quy ước của dự án.
    """
    for violation in page.document.reading.violations:
        message = f"{shown(violation.value)}: {violation.reason}"
        yield page.at(page.body_start + violation.start, message, violation.value)


@rule("AT102", ERROR, acceptable=False)
def raw_html(page: Page) -> Iterator[Fault]:
    """Mã HTML trong trang.

    Trang viết bằng chữ và Markdown, không viết thẻ HTML hay chú thích `<!-- -->`. Dấu `<` đứng trước chữ
    được viết là `&lt;`. Địa chỉ trong ngoặc nhọn như `<https://chinhphu.vn>` thì được.

    Sai:

        <b>Lưu ý</b>

    Đúng:

        **Lưu ý**

    Căn cứ: quy ước của dự án.
    """
    text = guarded(page) if "<" in page.text else ""
    for match in _TAG.finditer(text):
        if not _AUTOLINK.match(text, match.start()):
            value = _TAG_SHOWN.match(text, match.start())
            tag = value[0] if value else match[0]
            yield page.at(
                match.start(),
                f"{shown(tag)} là mã HTML. Hãy viết bằng Markdown, hoặc viết dấu < là &lt;",
                tag,
            )


@rule("AT103", ERROR, acceptable=False)
def forbidden_attribute(page: Page) -> Iterator[Fault]:
    """Thuộc tính không được phép trong ngoặc nhọn.

    Sau một đoạn có thể ghi `{: #ma .lop }` để đặt mã và lớp. Ngoài id, class, title, lang, start, width,
    height, alt, colspan, rowspan thì không dùng thuộc tính nào khác; nhất là không dùng style, href, src
    và các thuộc tính bắt đầu bằng on.

    Sai:

        Lưu ý
        {: onclick="alert(1)" }

    Đúng:

        Lưu ý
        {: .luu-y }

    Căn cứ: quy ước của dự án.
    """
    for start, braces in _braces(guarded(page)):
        for match in _ATTRIBUTE.finditer(braces):
            if match[1].lower() not in _ATTRIBUTES:
                message = f"Thuộc tính {shown(match[1])} không được phép. Hãy bỏ, chỉ giữ {{: #ma .lop }}"
                yield page.at(start + match.start(1), message, match[1])


@rule("AT104", ERROR, acceptable=False)
def hidden_character(page: Page) -> Iterator[Fault]:
    """Ký tự không nhìn thấy.

    Ký tự điều khiển, ký tự không có bề rộng, ký tự đảo chiều chữ và ký tự riêng của phông làm cho chữ
    nhìn thấy khác với chữ có thật, tìm kiếm không ra. Thường chúng lẫn vào khi chép từ PDF hoặc Word. Hãy
    xóa ký tự ấy rồi gõ lại chữ bên cạnh.

    Sai:

        Quyết (U+200B) định

    Đúng:

        Quyết định

    Căn cứ: quy ước của dự án.
    """
    for match in _HIDDEN.finditer(page.text):
        if match.start() == 0 and match[0] == "\ufeff":
            continue  # a byte order mark: VB104
        sign = f"U+{ord(match[0]):04X}"
        name = unicodedata.name(match[0], "")
        around = (
            f" sau {shown(before)}" if (before := page.text[: match.start()][-12:].split("\n")[-1]) else ""
        )
        message = f"Ký tự không nhìn thấy {sign}{f' ({name})' if name else ''}{around}. Hãy xóa ký tự này"
        yield page.at(match.start(), message, sign)


@rule("AT105", ERROR, acceptable=False)
def reserved_bracket(page: Page) -> Iterator[Fault]:
    """Ngoặc vuông kép dành riêng cho các hàm.

    Các hàm của trang dùng ngoặc `⟦ ⟧` để ghi chỗ cần đánh số. Trang không tự viết ngoặc này.

    Sai:

        Điều ⟦số⟧. Phê duyệt Đề cương.

    Đúng:

        {{ dieu() }} Phê duyệt Đề cương.

    Căn cứ: quy ước của dự án.
    """
    for match in _RESERVED.finditer(page.prose) if "⟦" in page.prose or "⟧" in page.prose else ():
        yield page.at(
            match.start(),
            f"Ngoặc {shown(match[0])} dành riêng cho các hàm. Hãy dùng [ ] hoặc gọi hàm",
            match[0],
        )


_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_TAG_SHOWN = re.compile(r"<[^<>\n]{0,60}>?")
_AUTOLINK = re.compile(r"<(?:[A-Za-z][A-Za-z0-9+.-]{0,30}:[^<>\s]*|[^<>\s!@]{1,100}@[^@<>\s]{1,100})>")
_ATTRIBUTE = re.compile(r"(?<![^\s{:])([^\s=\"'{}#.:]+)\s*=")
_NO_ATTRIBUTES = re.compile(r"\{[{%#][^{}]*[}%#]\}|(?<==)\"[^\"]*\"|(?<==)'[^']*'")
"""Expressions, which AT101 and BC201 judge, and what stands in quotation marks."""
_ATTRIBUTES = frozenset("id class title lang start width height alt colspan rowspan".split())
_RESERVED = re.compile(r"[⟦⟧]")
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\u3164\ufdd0-\ufdef\ufe00-\ufe0e\ufeff\uffa0\ufff0-\ufffc\ufffe\uffff\ue000-\uf8ff\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)
"""Control, format and private characters, blank fillers and variation selectors; soft hyphens too."""


@lru_cache(maxsize=1)
def guarded(page: Page) -> str:
    """Give the prose as safety needs it: what might not be code for Markdown is not taken for code.

    Markdown pairs backticks through a whole paragraph, we within a line: where one is left over, the
    paragraph's lines with backticks are shown as they are written.
    """
    if "`" not in page.prose or not _LEFT_OVER.search(page.prose):
        return page.prose
    prose, start = page.prose.split("\n"), 0
    for end in range(len(page.lines) + 1):
        if end == len(page.lines) or not page.lines[end].strip():
            if any(_LEFT_OVER.search(line) for line in prose[start:end]):
                prose[start:end] = [
                    _shown_code(*pair) for pair in zip(prose[start:end], page.lines[start:end], strict=True)
                ]
            start = end + 1
    return "\n".join(prose)


_LEFT_OVER = re.compile(r"(?<!\\)`")


def _shown_code(blanked: str, written: str) -> str:
    is_fence = written.lstrip().startswith(("```", "~~~"))
    return written if "`" in written and not is_fence and len(written) == len(blanked) else blanked


def _braces(text: str) -> Iterator[tuple[int, str]]:
    """Go through the lines that have braces: from the first to the last, with its offset."""
    end = 0
    while (sign := text.find("=", end)) >= 0:  # rarer than braces, and no attribute is without one
        end = text.find("\n", sign)
        end = len(text) if end < 0 else end
        start = text.find("{", text.rfind("\n", 0, sign) + 1, end)
        line = text[start:end] if start >= 0 else ""
        if "=" in line:
            bare = _NO_ATTRIBUTES.sub(lambda match: " " * len(match[0]), line)
            first, last = bare.find("{"), bare.rfind("}")
            if 0 <= first < last:
                yield start + first, bare[first : last + 1]
