"""Rule AT108: whether code blocks begin and end where every reader of Markdown sees it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from macros.sanitation import LANGUAGE
from scripts.rules.rule import ERROR, Fault, rule, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scripts.rules.page import Page


@rule("AT108", ERROR, acceptable=False)
def odd_code_block(page: Page) -> Iterator[Fault]:
    """Khối mã mở hoặc đóng không rõ.

    Khối mã mở bằng một dòng ba dấu nháy ngược, có thể kèm tên ngôn ngữ viết liền như text, yaml; đóng
    bằng một dòng y như dòng mở mà không có tên, thụt vào bằng dòng mở. Không ghi thuộc tính nào khác. Nếu
    không rõ khối mã hết ở đâu thì không biết phần nào là chữ của trang.

    Sai:

        ```text
        tieu_de: Giới thiệu

        Chữ của trang.

    Đúng:

        ```text
        tieu_de: Giới thiệu
        ```

        Chữ của trang.

    Căn cứ: quy ước của dự án.
    """
    for block in fences(page):
        line = page.lines[block.first - 1].strip()
        if not LANGUAGE.fullmatch(block.language):
            message = f"Sau dấu mở khối mã chỉ ghi tên ngôn ngữ, không ghi {shown(block.language)}"
            yield page.on(block.first, message, block.language, "text")
        if block.last is None:
            message = f"Khối mã mở bằng {shown(line)} không được đóng. Hãy thêm dòng {shown(block.fence)}"
            yield page.on(block.first, message, block.fence, block.fence)
        elif block.odd is not None:
            written = page.lines[block.odd - 1].strip()
            message = (
                f"Dòng {shown(written)} trong khối mã mở ở dòng {block.first} có thể bị coi là dòng đóng. "
                "Hãy đóng khối mã bằng dòng y như dòng mở, thụt vào bằng dòng mở"
            )
            yield page.on(block.odd, message, written, block.fence)


@dataclass(frozen=True)
class Fence:
    """A code block: its first and last lines, its marks, what follows them, and a line that may end it."""

    first: int
    last: int | None
    fence: str
    language: str
    odd: int | None


@lru_cache(maxsize=1)
def fences(page: Page) -> tuple[Fence, ...]:
    """Find the code blocks of a page; one that never closes goes to the end."""
    return tuple(_fences(page)) if "```" in page.text or "~~~" in page.text else ()


def fenced_lines(page: Page) -> frozenset[int]:
    """Give the numbers of the lines that belong to code blocks."""
    end = len(page.lines)
    return frozenset(n for block in fences(page) for n in range(block.first, (block.last or end) + 1))


_OPENING = re.compile(r"(?P<prefix>[ \t>]*)(?P<fence>`{3,}|~{3,})(?P<rest>.*)", re.DOTALL)


def _fences(page: Page) -> Iterator[Fence]:
    opened: tuple[int, str, str, str] | None = None
    odd = None
    for number in range(page.document.front.body_line, len(page.lines) + 1):
        line = page.lines[number - 1]
        if "```" not in line and "~~~" not in line and (opened is None or not line.strip()):
            continue
        match = _OPENING.fullmatch(line)
        if opened is None:
            if match:
                opened, odd = (number, match["prefix"], match["fence"], match["rest"].strip()), None
            continue
        first, prefix, fence, language = opened
        if line.rstrip() == prefix + fence:
            yield Fence(first, number, fence, language, odd)
            opened = None
        elif _may_end(line, match, prefix, fence):
            odd = odd or number
    if opened:
        yield Fence(opened[0], None, opened[2], opened[3], odd)


def _may_end(line: str, match: re.Match[str] | None, prefix: str, fence: str) -> bool:
    """Tell whether a reader may take a line within a code block for its end, or the block as ended by it."""
    if match and match["fence"].startswith(fence) and not match["rest"].strip():
        return True
    return not line.startswith(prefix) and line.rstrip() != prefix.rstrip()
