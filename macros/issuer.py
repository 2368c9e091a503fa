"""Compare names of issuers: one body is written in many ways, and UBND tỉnh is each province's."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from enum import Enum
from functools import lru_cache

from macros.symbol import ALIKE
from macros.vietnamese import fold, nfc


class Likeness(Enum):
    """Whether two names can be those of one issuer."""

    SAME = "same"
    VAGUE = "vague"
    """One says less than the other: UBND tỉnh, or nothing at all."""
    OTHER = "other"


_SHORT = (
    (re.compile(r"\bubnd\b"), "uy ban nhan dan"),
    (re.compile(r"\bhdnd\b"), "hoi dong nhan dan"),
    (re.compile(r"\bbch\b"), "ban chap hanh"),
    (re.compile(r"\bubtvqh\b"), "uy ban thuong vu quoc hoi"),
    (re.compile(r"\btp\.?\s"), "thanh pho "),
    (re.compile(r"\bttg\b"), "thu tuong chinh phu"),
)
_HEAD = re.compile(
    r"^(?:(?:pho )?(?:chu tich|bo truong|thong doc|chanh an|vien truong|giam doc|chu nhiem|"
    r"tong kiem toan(?= )|tong thanh tra(?= )|thuong truc|ban thuong vu)[, ]+)+(?=\S)"
)
"""A body's head signs for it: Bộ trưởng Bộ Tài chính, Chủ tịch UBND tỉnh, Thống đốc Ngân hàng …"""

_TERM = re.compile(r"\(?\bkhoa [ivxlc]+\)?")
_AREA = re.compile(r"\b(?:tinh|thanh pho|huyen|quan|thi xa|xa|phuong|thi tran)\b")
_JOINT = re.compile(r"lien (?:tich|bo|nganh)\b")
_KEPT = ("chu tich nuoc", "chu tich quoc hoi", "thu tuong")


@lru_cache(maxsize=16_384)
def plain(name: str) -> str:
    """Reduce a name to the body it means, folded: `Chủ tịch UBND tỉnh X` is `uy ban nhan dan tinh x`."""
    text = _TERM.sub(" ", fold(nfc(name).translate(ALIKE)).replace(" - ", " "))
    for pattern, words in _SHORT:
        text = pattern.sub(words, text)
    text = " ".join(re.sub(r"[.,;()–-]+", " ", text).split())
    return text if text.startswith(_KEPT) else _HEAD.sub("", text)


_SAYS_ENOUGH = 3
"""So many spaces, and a name within another is no chance: Hội nghị … Ban Chấp hành Trung ương Đảng."""


@lru_cache(maxsize=65_536)
def likeness(first: str, second: str) -> Likeness:
    """Compare two names of issuers."""
    a, b = plain(first), plain(second)
    if not a or not b:
        return Likeness.VAGUE
    if a == b or a.removesuffix(" viet nam") == b.removesuffix(" viet nam"):
        return Likeness.SAME
    short, long = sorted((a, b), key=len)
    if long.startswith(f"{short} ") or _JOINT.match(a) or _JOINT.match(b):
        return Likeness.VAGUE  # UBND tỉnh | UBND tỉnh Thanh Hóa; Liên Bộ Tài chính - Y tế
    if {short, long} <= {"thu tuong", "thu tuong chinh phu"}:
        return Likeness.SAME
    joint = " va " in long or short.count(" ") >= _SAYS_ENOUGH
    return Likeness.VAGUE if joint and short in long else Likeness.OTHER


def are_joint(first: str, second: str) -> bool:
    """Tell whether two names may list the bodies of one joint document, in another order or in part."""
    a, b = (set(plain(name).split()) for name in (first, second))
    return len(a & b) >= _ENOUGH * min(len(a), len(b))


_ENOUGH = 0.7


def completed(named: str, own: str) -> str:
    """Complete a name by the citing document's own issuer: `UBND tỉnh`, `Tỉnh ủy` are its province's."""
    if named and own and likeness(named, own) is Likeness.VAGUE and len(own) > len(named):
        return own
    place = place_of(own)
    return f"{named} {place}" if place and _OF_PROVINCE.search(plain(named)) else named


def place_of(name: str) -> str:
    """Give the province that a name tells, folded; empty where it tells none."""
    match = _PLACE.search(plain(name))
    return match[1] if match else ""


_OF_PROVINCE = re.compile(r"(?:\btinh(?: uy)?|\bthanh (?:uy|pho))$")
_PLACE = re.compile(r"\b(?:tinh|thanh pho)(?: uy)? (?!uy\b)(\w.*)$")


def can_be(name: str, beginnings: tuple[str, ...]) -> bool:
    """Tell whether a name begins with one of those that a number's code allows, slips of the pen aside.

    A joint document's issuers (`Bộ A và Bộ B`) may name the code's body in any place.
    """
    body = plain(name)
    return not body or not beginnings or any(_begins(body, plain(b)) for b in beginnings)


def _begins(body: str, beginning: str) -> bool:
    if body.startswith(beginning) or f" va {beginning}" in body or beginning.startswith(f"{body} "):
        return True  # the last says less: Bộ
    return SequenceMatcher(None, body[: len(beginning)], beginning).ratio() > _SLIP


_SLIP = 0.85
