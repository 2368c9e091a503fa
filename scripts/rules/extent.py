"""Rules AT4xx: whether a page asks no more of a Markdown reader than a real text does.

Readers take a time that grows with the square of marks, headings and lines of one block, and go down a
level of their own for each level of nesting: a page of some kilobytes can hold a build up for hours.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.effort import MOST, effort
from macros.structure import Kind
from scripts.rules.fences import fenced_lines
from scripts.rules.rule import ERROR, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scripts.rules.page import Page
    from scripts.rules.rule import Fault

MOST_BRACKETS = 10_000
MOST_FOOTNOTES = 1_000
MOST_HEADINGS = 1_000
MOST_LISTS = 20
MOST_CELLS = 200_000
MOST_OPENERS = 60
"""Lines of one block that open a block of their own: each makes the reader begin again with the rest."""
DEEPEST = 8
WIDEST = 120
LONGEST_DEFINITION = 1_000


@rule("AT401", ERROR, acceptable=False)
def overlong_page(page: Page) -> Iterator[Fault]:
    """Trang có quá nhiều tiêu đề, liên kết, chú thích hoặc danh sách tự động.

    Một trang có nhiều nhất 1.000 tiêu đề đánh dấu bằng `#`, 10.000 dấu ngoặc vuông, 1.000 chú thích, và
    gọi nhiều nhất 20 hàm làm danh sách (danh_sach, nhac_den, nhiem_vu). Văn bản dài hơn thì tách thành
    nhiều trang.

    Sai:

        một trang gọi danh_sach 500 lần

    Đúng:

        một trang cho mỗi năm, mỗi trang gọi danh_sach một lần

    Căn cứ: quy ước của dự án.
    """
    for pattern, sign, most, what in _COUNTED:
        for number, match in enumerate(
            pattern.finditer(page.prose) if page.prose.count(sign) >= most else (), start=1
        ):
            if number > most:
                yield page.at(match.start(), f"Trang có hơn {most} {what}. Hãy tách trang", match[0].strip())
                break
    lists = [(offset, call) for offset, call in page.calls if call.name in _LISTS]
    if len(lists) > MOST_LISTS:
        offset, call = lists[MOST_LISTS]
        message = f"Trang gọi hơn {MOST_LISTS} hàm làm danh sách. Hãy bỏ bớt, hoặc tách trang"
        yield page.at(offset, message, call.name)


@rule("AT402", ERROR, acceptable=False)
def deep_nesting(page: Page) -> Iterator[Fault]:
    """Danh sách, trích dẫn lồng quá sâu hoặc thụt vào quá xa.

    Đầu một dòng có nhiều nhất 8 dấu mở danh sách hoặc trích dẫn (`-`, `*`, `1.`, `>`), và thụt vào nhiều
    nhất 120 dấu cách. Muốn căn giữa thì không dùng dấu cách: trang tự căn.

    Sai:

        > > > > > > > > > Lưu ý

    Đúng:

        > Lưu ý

    Căn cứ: quy ước của dự án.
    """
    fenced = fenced_lines(page)
    for number, line in enumerate(page.lines, start=1):
        if line[:1] not in _CONTAINING or number < page.document.front.body_line or number in fenced:
            continue
        opening = _CONTAINERS.match(line)
        marks = _CONTAINER.findall(opening[0]) if opening else []
        if len(marks) > DEEPEST and not _RULER.fullmatch(line):
            message = (
                f"Dòng mở {len(marks)} tầng danh sách, trích dẫn, quá {DEEPEST}. Hãy bỏ bớt dấu ở đầu dòng"
            )
            yield page.on(number, message, line.strip()[:20])
        elif len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip()) > WIDEST and line.strip():
            message = f"Dòng thụt vào quá {WIDEST} dấu cách. Hãy bỏ bớt dấu cách ở đầu dòng"
            yield page.on(number, message, line.strip()[:20])


@rule("AT403", ERROR, acceptable=False)
def too_many_marks(page: Page) -> Iterator[Fault]:
    r"""Đoạn có quá nhiều dấu của Markdown.

    Một đoạn dài có hàng trăm dấu `*`, `_`, `[`, `]` hay dấu nháy ngược, hoặc hàng chục dòng liền nhau mở
    tiêu đề, chú thích, bảng, làm máy đọc rất lâu. Hãy tách đoạn bằng dòng trống, bỏ các dấu thừa khi chép
    từ nơi khác, hoặc đặt dấu `\` trước dấu muốn in ra.

    Sai:

        một đoạn 20.000 ký tự toàn dấu [

    Đúng:

        các đoạn cách nhau bằng dòng trống

    Căn cứ: quy ước của dự án.
    """
    body = page.document.body
    if effort(body) > MOST:  # the paragraphs apart ask for less, and nearly no page for so much
        yield from _unreadable_marks(page)
    if not any(line[:1] in _OPENING and _OPENER.match(line.lstrip(_QUOTING)) for line in page.lines):
        return
    for number, lines in _runs(page):
        openers = [place for place, line in enumerate(lines) if _OPENER.match(line.lstrip(_QUOTING))]
        if len(openers) > MOST_OPENERS:
            message = f"Hơn {MOST_OPENERS} dòng liền nhau mở tiêu đề, chú thích, ghi chú. Hãy thêm dòng trống"
            yield page.on(number + openers[MOST_OPENERS], message)
        for place in openers:
            if (
                _DEFINITION.match(lines[place].lstrip(_QUOTING))
                and sum(map(len, lines[place : place + 3])) > LONGEST_DEFINITION
            ):
                message = f"Địa chỉ đặt tên kèm tiêu đề dài quá {LONGEST_DEFINITION} ký tự. Hãy rút ngắn"
                yield page.on(number + place, message, lines[place].strip()[:20])


@rule("AT404", ERROR, acceptable=False)
def oversized_table(page: Page) -> Iterator[Fault]:
    """Bảng quá lớn.

    Mỗi dòng của bảng được bù cho đủ cột của dòng đầu, nên bảng nhiều cột và nhiều dòng phình rất nhanh.
    Các bảng của một trang có nhiều nhất 200.000 ô.

    Sai:

        bảng 1.000 cột, 1.000 dòng

    Đúng:

        đăng bảng ấy thành tệp .xlsx hoặc .csv bên cạnh trang, và dẫn tới tệp

    Căn cứ: quy ước của dự án.
    """
    cells = 0
    if "|" not in page.document.body:
        return
    for number, lines in _runs(page):
        for place, line in enumerate(lines):
            if "|" in line and _SEPARATOR.fullmatch(line.lstrip(_QUOTING)):
                cells += (line.count("|") + 1) * (len(lines) - place)
                if cells > MOST_CELLS:
                    message = (
                        f"Các bảng của trang có hơn {MOST_CELLS} ô. Hãy đăng bảng thành tệp .xlsx hoặc .csv"
                    )
                    yield page.on(number + place, message, line.strip()[:20])
                    return


def _unreadable_marks(page: Page) -> Iterator[Fault]:
    asked, worst = 0, (0, 0)
    for number, text in _texts(page):
        asked += (one := effort(text))
        worst = max(worst, (one, -number))
    if asked > MOST:
        message = (
            "Từ dòng này có quá nhiều dấu * _ [ ] và nháy ngược trong một đoạn. Hãy tách đoạn, bỏ dấu thừa"
        )
        yield page.on(-worst[1], message, page.lines[-worst[1] - 1].strip()[:20])


_COUNTED = (
    (re.compile(r"^ {0,3}#{1,6}|^(?:=+|-+)[ \t]*$", re.MULTILINE), "\n", MOST_HEADINGS, "tiêu đề"),
    (re.compile(r"\["), "[", MOST_BRACKETS, "dấu ["),
    (re.compile(r"\[\^"), "[^", MOST_FOOTNOTES, "chú thích"),
)
"""What a page may have only so many of, with a sign that each has: to count signs costs next to nothing."""
_LISTS = frozenset({"danh_sach", "nhac_den", "nhiem_vu"})

_CONTAINING = frozenset(" \t>-*+:!?0123456789")
_CONTAINER = re.compile(r">|[-*+](?=[ \t])|\d+[.)](?=[ \t])|:(?=[ \t])|[!?]{3}")
_CONTAINERS = re.compile(rf"[ \t]*(?:(?:{_CONTAINER.pattern})[ \t]*)*")
_RULER = re.compile(r"[ \t]*(?:[-*_][ \t]*)+")

_QUOTING = " \t>"
_OPENER = re.compile(
    r"#|=+[ \t]*$|-+[ \t]*$|(?:[-*_][ \t]*){3,}$|\[[^\[\]]*\]:|:[ \t]|!!!|\?\?\?|\|?[ \t]*:?-+:?[ \t]*\|"
)
_DEFINITION = re.compile(r"\[(?!\^)[^\[\]]*\]:")
_OPENING = frozenset(f"{_QUOTING}#=-*_[:!?|")
_SEPARATOR = re.compile(r"[-:| \t]+")
_ITEM = re.compile(r"(?:[-*+]|\d+[.)])[ \t]")
_OF_THEIR_OWN = frozenset({Kind.BASIS, Kind.ENACTING, Kind.RECIPIENTS, Kind.QUOTE})


def _runs(page: Page) -> Iterator[tuple[int, list[str]]]:
    """Go through the blocks of lines between blank ones, code left out, with their first lines' numbers.

    In paper text each provision and căn cứ begins a block, with or without a blank line.
    """
    fenced = fenced_lines(page)
    begins = {provision.line for provision in page.provisions}
    begins |= {number for number, kind in page.kinds.items() if kind in _OF_THEIR_OWN}
    run: list[str] = []
    for number in range(page.document.front.body_line, len(page.lines) + 2):
        line = page.lines[number - 1] if number <= len(page.lines) and number not in fenced else ""
        if run and (not line.strip() or number in begins):
            yield number - len(run), run
            run = []
        if line.strip():
            run.append(line)


def _texts(page: Page) -> Iterator[tuple[int, str]]:
    """Go through what a reader takes as one text: a paragraph, an item of a list, a row of a table."""
    for first, lines in _runs(page):
        split = _is_item if _is_item(lines[0]) else _is_row if _is_table(lines) else None
        start = 0
        for place in range(1, len(lines) + 1):
            if place == len(lines) or (split and split(lines[place])):
                yield first + start, "\n".join(lines[start:place])
                start = place


def _is_table(lines: list[str]) -> bool:
    if len(lines) < 2 or not _SEPARATOR.fullmatch(lines[1].lstrip(_QUOTING)):
        return False
    head, line = (text.strip(" \t>|").replace("\\|", "").count("|") for text in lines[:2])
    return head == line


def _is_item(line: str) -> bool:
    return _ITEM.match(line.lstrip(_QUOTING)) is not None


def _is_row(_line: str) -> bool:
    return True
