"""Find what the files beside the pages must not hold: code in pictures and feeds, calls to other hosts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from lxml import etree

from scripts.site import address

Fault = tuple[str, str]

# A browser runs these as pages of their own, and they get no policy.
PAGES_BY_OTHER_NAMES = frozenset((".htm", ".xhtml", ".xht", ".shtml", ".mht", ".mhtml", ".hta", ".swf"))
RUNNING = frozenset("script handler listener iframe object embed base foreignobject".split())
STYLE_ADDRESS = re.compile(
    rb"""(?:url\(\s*["']?|@import\s+["']?)\s*((?:https?:)?//[^"')\s;]*)""", re.IGNORECASE
)


def faults(suffix: str, content: bytes) -> Iterator[Fault]:
    """Yield each fault of a file that is no page: a sentence for staff and the text that shows it."""
    if suffix in PAGES_BY_OTHER_NAMES:
        yield "kiểu tệp không được đăng: trình duyệt mở nó như một trang không có chính sách nội dung", suffix
    elif check := CHECKS.get(suffix):
        yield from check(content)


def _style_faults(content: bytes) -> Iterator[Fault]:
    for found in STYLE_ADDRESS.findall(content):
        yield "tải từ một máy chủ khác", found.decode("utf-8", "replace")


def _picture_faults(content: bytes) -> Iterator[Fault]:
    yield from _markup_faults(content)
    root = _parsed(content)
    for element in () if root is None else root.iter(etree.Element):
        name = _local(element.tag)
        for attribute, value in element.items():
            fetched = name != "a" and _local(attribute) == "href" and address.is_external(value)
            if fetched and not address.is_dangerous(value):
                yield "tải từ một máy chủ khác", f'<{name} href="{value[:80]}">'


def _markup_faults(content: bytes) -> Iterator[Fault]:
    root = _parsed(content)
    if root is None:
        yield "không đọc được như XML", ""
        return
    if root.getroottree().docinfo.internalDTD is not None and b"<!ENTITY" in content:
        yield "tự đặt ký hiệu thay thế (<!ENTITY>)", ""
    for node in (*root.itersiblings(preceding=True), *root.itersiblings(), *root.iter()):
        if callable(node.tag) and node.tag is etree.PI:
            yield "có chỉ thị xử lý", str(node)[:80]
    for element in root.iter(etree.Element):
        yield from _element_faults(element)


def _element_faults(element: etree._Element) -> Iterator[Fault]:
    name = _local(element.tag)
    if name in RUNNING:
        yield f"có thẻ <{name}> không được dùng", ""
    for attribute, value in element.items():
        shown = f'<{name} {_local(attribute)}="{value[:80]}">'
        if _local(attribute).startswith("on"):
            yield "có mã chạy trong thuộc tính", shown
        elif any(map(_runs, address.parts(value))):
            yield "có địa chỉ chạy mã hoặc mang nội dung bên trong (javascript:, vbscript:, data:)", shown


def _runs(one: str) -> bool:
    return address.is_dangerous(one) and not address.is_image_data(one)


def _parsed(content: bytes) -> etree._Element | None:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError:
        return None


def _local(name: object) -> str:
    return str(name).rpartition("}")[2].lower()


CHECKS: Mapping[str, Callable[[bytes], Iterator[Fault]]] = MappingProxyType(
    {
        ".css": _style_faults,
        ".svg": _picture_faults,
        ".xml": _markup_faults,
        ".rss": _markup_faults,
        ".atom": _markup_faults,
    }
)
