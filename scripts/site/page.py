"""Find what a built page must not hold: code of its own, calls to other hosts, a policy that does not fit."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from scripts.site import address
from scripts.site.policy import ThemeScripts, content_policy, is_data

Fault = tuple[str, str]

FORBIDDEN = frozenset(
    "base iframe frame frameset object embed applet portal fencedframe style noscript noembed noframes xmp "
    "plaintext animate set animatemotion animatetransform".split()
)
# Inside an <svg>, browsers read the text of these as elements, a parser does not: no tag may hide there.
OPAQUE = frozenset(("title", "textarea"))
MARKUP = re.compile(r"<[a-zA-Z!/?]")
SINGLE = frozenset(
    "href src xlink:href action formaction poster data background ping manifest codebase classid longdesc "
    "profile cite dynsrc lowsrc".split()
)
BLOCKED = frozenset(("style", "srcdoc"))
LISTS = frozenset(("srcset", "imagesrcset", "archive"))
IMAGES = frozenset((("img", "src"), ("img", "srcset"), ("source", "srcset")))
# What a reader follows by choice, or a mere statement; everything else a browser fetches by itself.
NAVIGATION = frozenset((("a", "href"), ("area", "href"), ("blockquote", "cite"), ("q", "cite")))
STATED_LINKS = frozenset("canonical alternate prev next author license help search bookmark me up".split())
REFRESH = re.compile(r"\s*\d+\s*[;,]\s*url\s*=\s*(['\"]?)(.+?)\1\s*", re.IGNORECASE)

PARSER = etree.HTMLParser(encoding="utf-8", huge_tree=True)


def faults(page: bytes, scripts: ThemeScripts) -> Iterator[Fault]:
    """Yield each fault of a page: a sentence for staff and the text that shows it."""
    try:
        page.decode("utf-8")
    except UnicodeDecodeError as error:
        yield "không phải chữ UTF-8", str(error.object[error.start : error.start + 8])
        return
    root = etree.fromstring(page, PARSER)
    if root is None:
        yield "trang trống", ""
        return
    yield from _head_faults(root)
    yield from _script_faults(root, scripts)
    yield from _element_faults(root)
    yield from _comment_faults(root)


def _head_faults(root: etree._Element) -> Iterator[Fault]:
    if not (root.get("lang") or "").strip():
        yield "không ghi ngôn ngữ của trang (lang)", ""
    title = root.find("head/title")
    if title is None or not (title.text or "").strip():
        yield "không có tên trang (title)", ""
    for meta in root.iter("meta"):
        if _directive(meta) == "refresh":
            target = REFRESH.fullmatch(meta.get("content", ""))
            # A reader whose browser does not obey gets there by the link, and the link's target is checked.
            links = {link.get("href") for link in root.iter("a")}
            if target is None or address.is_external(target[2]) or target[2] not in links:
                yield "tự chuyển trang, mà không phải tới một trang trong site có liên kết kèm", _shown(meta)


def _script_faults(root: etree._Element, scripts: ThemeScripts) -> Iterator[Fault]:
    allowed = []
    for element in root.iter("script"):
        if element.get("src") is None and not is_data(element.get("type", "")):
            text = (element.text or "").encode()
            if text in scripts:
                allowed.append(text)
            else:
                yield "có mã chạy viết thẳng trong trang, không phải của giao diện", _shown(element)
    policies = [meta for meta in root.iter("meta") if _directive(meta) == "content-security-policy"]
    if len(policies) != 1:
        yield ("có nhiều chính sách nội dung (CSP)" if policies else "không có chính sách nội dung (CSP)"), ""
    elif policies[0].get("content") != content_policy(allowed, searches=_searches(root)):
        yield "chính sách nội dung (CSP) không khớp với mã trong trang", policies[0].get("content", "")
    elif not _leads(policies[0]):
        yield "chính sách nội dung (CSP) không đứng đầu trang, ngay sau charset", ""


def _searches(root: etree._Element) -> bool:
    return root.find(".//form[@data-tim-kiem]") is not None


def _leads(policy: etree._Element) -> bool:
    parent = policy.getparent()
    before = list(policy.itersiblings(preceding=True))
    charset = len(before) == 1 and before[0].tag == "meta" and set(before[0].keys()) == {"charset"}
    return charset and parent is not None and parent.tag == "head"


def _element_faults(root: etree._Element) -> Iterator[Fault]:
    ids: Counter[str] = Counter()
    for element in root.iter(etree.Element):
        tag = str(element.tag)
        if tag in FORBIDDEN:
            yield f"có thẻ <{tag}> không được dùng", _shown(element)
        if tag in OPAQUE and (tag != "title" or _is_foreign(element)) and MARKUP.search(element.text or ""):
            yield f"có thẻ giấu trong <{tag}>", _shown(element)
        for name, value in element.items():
            if name == "id":
                ids[value] += 1
            elif name in SINGLE or name in LISTS:
                if not address.is_plain(value):
                    yield from _address_faults(element, tag, name, value)
            elif name.startswith("on") or name in BLOCKED:
                yield "có thuộc tính chạy mã hoặc bị trình duyệt chặn", f'<{tag} {name}="{value[:80]}">'
    yield from (("mã id lặp lại trong trang", name) for name, count in ids.items() if count > 1)


def _is_foreign(title: etree._Element) -> bool:
    parent = title.getparent()
    return parent is None or parent.tag != "head"


def _address_faults(element: etree._Element, tag: str, name: str, value: str) -> Iterator[Fault]:
    shown = f'<{tag} {name}="{value[:80]}">'
    relations = frozenset(element.get("rel", "").lower().split()) if tag == "link" else frozenset()
    for one in address.parts(value) if name in LISTS else (value,):
        if address.is_dangerous(one):
            if not (address.is_image_data(one) and _is_image(tag, name, relations)):
                yield "có địa chỉ chạy mã hoặc mang nội dung bên trong (javascript:, vbscript:, data:)", shown
        elif address.is_external(one) and not _may_leave(tag, name, relations):
            yield "tải hoặc gửi tới một máy chủ khác", shown


def _is_image(tag: str, name: str, relations: frozenset[str]) -> bool:
    return (tag, name) in IMAGES or (tag == "link" and "icon" in relations)


def _may_leave(tag: str, name: str, relations: frozenset[str]) -> bool:
    if tag == "link" and name == "href":
        return relations <= STATED_LINKS
    return (tag, name) in NAVIGATION


def _comment_faults(root: etree._Element) -> Iterator[Fault]:
    for comment in root.iter(etree.Comment):
        if MARKUP.search(comment.text or ""):
            yield "có thẻ giấu trong chú thích HTML", (comment.text or "").strip()[:80]


def _directive(meta: etree._Element) -> str:
    return meta.get("http-equiv", "").strip().lower()


def _shown(element: etree._Element) -> str:
    return etree.tostring(element, encoding="unicode", method="html", with_tail=False).strip()[:80]
