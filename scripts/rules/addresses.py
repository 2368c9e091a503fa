"""Rules AT3xx: whether every address on a page is safe, and leads somewhere if it stays within the site."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from posixpath import basename
from typing import TYPE_CHECKING
from urllib.parse import unquote

from macros.library import address, resolve
from macros.sanitation import SCHEMES, is_safe_address
from macros.vietnamese import slug
from scripts.rules.links import LONGEST, MOST, Link, links
from scripts.rules.nearness import near
from scripts.rules.rule import ERROR, Fault, rule, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scripts.rules.page import Page


@rule("AT301", ERROR, acceptable=False)
def unsafe_address(page: Page) -> Iterator[Fault]:
    r"""Địa chỉ không an toàn.

    Liên kết chỉ dùng http, https, mailto, tel, hoặc đường dẫn tới trang khác của trang này. Không dùng
    javascript, data, file và các kiểu khác, dù viết cách nào; không bắt đầu bằng // hay dấu `\`.

    Sai:

        [Xem thêm](javascript:alert(1))

    Đúng:

        [Xem thêm](https://chinhphu.vn)

    Căn cứ: quy ước của dự án.
    """
    for link in links(page):
        if len(link.written) > LONGEST:
            message = f"Địa chỉ {shown(link.written)} dài quá {LONGEST} ký tự hoặc thiếu dấu đóng. Hãy sửa"
            yield page.at(link.offset, message, link.written[:LONGEST])
        elif not all(map(is_safe_address, link.spellings)):
            allowed = ", ".join(sorted(SCHEMES))
            message = f"Địa chỉ {shown(link.written)} không an toàn. Hãy dùng {allowed} hoặc tên tệp .md"
            yield page.at(link.offset, message, link.written)
    if len(links(page)) == MOST:
        yield page.at(
            links(page)[-1].offset, f"Trang có hơn {MOST} địa chỉ, từ đây không kiểm tra nữa. Hãy tách trang"
        )


@rule("AT302", ERROR, acceptable=False)
def foreign_image(page: Page) -> Iterator[Fault]:
    """Ảnh lấy từ máy chủ khác.

    Ảnh phải nằm trong docs/, cạnh trang dùng nó. Ảnh của máy chủ khác có thể bị đổi hoặc mất, và làm lộ
    ai đang xem trang.

    Sai:

        ![Bản đồ](https://example.com/ban-do.png)

    Đúng:

        ![Bản đồ](ban-do.png)

    Căn cứ: quy ước của dự án.
    """
    for link in links(page):
        if link.image and link.has_host and all(map(is_safe_address, link.spellings)):
            message = (
                f"Ảnh {shown(link.written)} lấy từ máy chủ khác. Hãy chép ảnh vào docs/ rồi dẫn tới tệp ấy"
            )
            yield page.at(link.offset, message, link.written, basename(link.written))


@rule("AT303", ERROR, acceptable=False)
def missing_target(page: Page) -> Iterator[Fault]:
    """Liên kết tới trang không có.

    Liên kết trong trang này viết bằng đường dẫn tương đối tới tệp .md (hoặc tệp PDF, ảnh) tính từ trang
    đang viết, không bắt đầu bằng dấu /.

    Sai:

        Xem [Giới thiệu](khong-co-trang-nay.md).

    Đúng:

        Xem [Trang chủ](index.md).

    Căn cứ: quy ước của dự án.
    """
    for link, path, _ in _internal(page):
        if path is None or path not in page.collection.targets:
            message = f"Không có trang {shown(link.written)}. Hãy ghi đường dẫn từ trang này tới tệp .md"
            yield page.at(link.offset, message, link.written, _offer(page, link, path))


@rule("AT304", ERROR, acceptable=False)
def missing_fragment(page: Page) -> Iterator[Fault]:
    """Liên kết tới đoạn không có.

    Phần sau dấu `#` là mã của một đoạn: dieu-2, dieu-2-khoan-1, dieu-2-khoan-1-diem-dd trong văn bản;
    tiêu đề viết không dấu, nối bằng gạch nối ở trang khác.

    Sai:

        ## Phần nào là chính thức

        Xem [ở trên](#phan-nao-chinh-thuc).

    Đúng:

        ## Phần nào là chính thức

        Xem [ở trên](#phan-nao-la-chinh-thuc).

    Căn cứ: quy ước của dự án.
    """
    for link, path, fragment in _internal(page):
        target = page.collection.pages.get(path or "")
        if fragment and target and fragment not in (known := fragments(target)):
            where = "trang này" if target.path == page.path else target.path
            message = f"Không có đoạn {shown('#' + fragment)} trong {where}. Hãy sửa phần sau dấu #"
            found = near(fragment, known)
            yield page.at(
                link.offset,
                message,
                link.written,
                f"{link.written.partition('#')[0]}#{found}" if found else "",
            )


@lru_cache(maxsize=512)
def fragments(page: Page) -> frozenset[str]:
    """Give the ids that addresses may name on a page: of provisions, headings and attribute lists."""
    found = {provision.ident for provision in page.provisions if provision.ident}
    if not page.is_paper:
        found.update(_headings(page.prose))
    if "{" in page.prose:
        found.update(match[1] for match in _ATTRIBUTE_ID.finditer(page.prose))
    return frozenset(found)


_HEADING = re.compile(r"^(?: {0,3}#{1,6}(.*)|([^\n|>].*)\n(?:=+|-+)[ \t]*)$", re.MULTILINE)
_ATTRIBUTE_ID = re.compile(r"\{:?[^{}\n]*#([A-Za-z][\w:.-]*)")
_INLINE = re.compile(r"\[([^\[\]]*)\]\([^()]*\)|\{:?[^{}\n]*\}|[*`]")


def _headings(prose: str) -> Iterator[str]:
    """Give the ids of headings as the table of contents does: the second of a kind gets `_1`."""
    taken: Counter[str] = Counter()
    for match in _HEADING.finditer(prose):
        words = (match[1] or match[2] or "").strip().rstrip("#")
        ident = slug(_INLINE.sub(lambda part: part[1] or "", words))
        yield f"{ident}_{taken[ident]}" if taken[ident] else ident
        taken[ident] += 1


def _internal(page: Page) -> Iterator[tuple[Link, str | None, str]]:
    """Go through the addresses within the site: link, path of the page (None: nowhere), fragment."""
    for link in links(page):
        if link.has_host or len(link.written) > LONGEST:
            continue
        written, _, fragment = link.plain.partition("#")
        written = unquote(written.partition("?")[0])
        if not written and not link.plain:
            yield link, None, ""
        elif not written:
            yield link, page.path, unquote(fragment)
        elif written.startswith("/"):
            yield link, None, ""
        else:
            yield link, resolve(page.path, written), unquote(fragment)


def _offer(page: Page, link: Link, path: str | None) -> str:
    """Offer the address of an existing page that was likely meant."""
    collection = page.collection
    wanted = path or resolve("", link.plain.partition("#")[0].strip("/") or "index.md")
    stem = wanted.removesuffix(".html").removesuffix(".md").removesuffix("/index")
    exact = (f"{stem}.md", f"{stem}/index.md", wanted)
    found = next((p for p in exact if p in collection.targets), "")
    found = (
        found
        or collection.namesakes.get(f"{basename(stem)}.md", "")
        or near(wanted, collection.namesakes.values())
    )
    return address(page.path, found) if found else ""
