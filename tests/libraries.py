"""Libraries of a few pages for tests, none of them on a disk: each page is given as its whole text."""

from pathlib import Path

from macros.document import read
from macros.library import Library


def library(pages: dict[str, str]) -> Library:
    """Read pages, given by their paths, into a library."""
    return Library(Path("docs"), {path: read(path, text) for path, text in pages.items()})


def work(type_: str, number: str, day: str, issuer: str, title: str, force: str = "chưa xác minh") -> str:
    """Write the page of a cited work."""
    return f"""\
---
loai: căn cứ
ten_loai: {type_}
so_ky_hieu: {number}
ngay_ban_hanh: {day}
co_quan: {issuer}
trich_yeu: {title}
hieu_luc: {force}
---
"""


def decision(text: str, subject: str = "Về việc A") -> str:
    """Write the page of a decision of which no more than the year is known."""
    return f"""\
---
loai: quyết định
nam: 2021
tinh_trang: đã ban hành
co_quan: UBND tỉnh
tham_quyen: Chủ tịch UBND tỉnh
trich_yeu: {subject}
---

{text}"""


DECREE = work("Nghị định", "30/2020/NĐ-CP", "05/3/2020", "Chính phủ", "Về công tác văn thư")
DECREE_PATH = "can-cu/30-2020-nd-cp.md"
