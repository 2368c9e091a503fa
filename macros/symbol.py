"""Read a document's number and symbol: its parts, the type and the issuer that its codes stand for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from macros.citing.vocabulary import read_types
from macros.vietnamese import fold, nfc

if TYPE_CHECKING:
    from macros.citing.vocabulary import WorkType

BODIES: dict[str, tuple[str, ...]] = {
    "CP": ("Chính phủ",),
    "TTG": ("Thủ tướng Chính phủ", "Thủ tướng"),
    "QH": ("Quốc hội",),
    "UBTVQH": ("Ủy ban Thường vụ Quốc hội",),
    "CTN": ("Chủ tịch nước", "Quốc hội", "Ủy ban Thường vụ Quốc hội"),
    "VPCP": ("Văn phòng Chính phủ",),
    "BTC": ("Bộ Tài chính",),
    "BNV": ("Bộ Nội vụ",),
    "BTTTT": ("Bộ Thông tin và Truyền thông",),
    "BKHCN": ("Bộ Khoa học và Công nghệ", "Bộ Khoa học, Công nghệ"),
    "BKHĐT": ("Bộ Kế hoạch và Đầu tư",),
    "BGDĐT": ("Bộ Giáo dục và Đào tạo",),
    "BYT": ("Bộ Y tế",),
    "BCT": ("Bộ Công Thương",),
    "BGTVT": ("Bộ Giao thông vận tải",),
    "BXD": ("Bộ Xây dựng",),
    "BTNMT": ("Bộ Tài nguyên và Môi trường",),
    "BNNPTNT": ("Bộ Nông nghiệp và Phát triển nông thôn",),
    "BNN": ("Bộ Nông nghiệp",),
    "BNNMT": ("Bộ Nông nghiệp và Môi trường",),
    "BLĐTBXH": ("Bộ Lao động",),
    "BVHTTDL": ("Bộ Văn hóa",),
    "BTP": ("Bộ Tư pháp",),
    "BCA": ("Bộ Công an",),
    "BQP": ("Bộ Quốc phòng",),
    "BNG": ("Bộ Ngoại giao",),
    "BDTTG": ("Bộ Dân tộc và Tôn giáo",),
    "NHNN": ("Ngân hàng Nhà nước",),
    "TTCP": ("Thanh tra Chính phủ",),
    "UBDT": ("Ủy ban Dân tộc",),
    "KTNN": ("Kiểm toán nhà nước",),
    "HĐTP": ("Hội đồng Thẩm phán", "Tòa án nhân dân tối cao"),
    "TANDTC": ("Tòa án nhân dân tối cao",),
    "VKSNDTC": ("Viện kiểm sát nhân dân tối cao",),
    "UBND": ("Ủy ban nhân dân",),
    "HĐND": ("Hội đồng nhân dân",),
    "TU": ("Tỉnh ủy", "Thành ủy", "Ban Chấp hành Đảng bộ", "Đảng bộ"),
    "HU": ("Huyện ủy", "Ban Chấp hành Đảng bộ", "Đảng bộ"),
    "TW": ("Ban Chấp hành Trung ương", "Bộ Chính trị", "Ban Bí thư", "Hội nghị", "Trung ương"),
}
"""What the name of the issuer begins with, by the code in a number; only codes that leave no doubt."""

_EVERYWHERE = frozenset({"UBND", "HĐND", "TU", "HU", "ĐU", "UB", "CTUBND"})
"""Codes that every province or district has: a number with one of them says nothing without its issuer."""

ALIKE = str.maketrans("АВЕЅІЈКМНОРСТУХаеорсухіјѕÐÐƉðɖ", "ABESIJKMHOPCTYXaeopcyxijsĐĐĐđđ")
"""Letters of other alphabets that look like ours, as in 40/2026/NĐ-СР."""


@dataclass(frozen=True, slots=True)
class Symbol:
    """What a number is made of: `30/2020/NĐ-CP` has ordinal 30, year 2020, type code NĐ and body CP."""

    ordinal: str
    year: int | None
    code: str
    bodies: tuple[str, ...]

    @property
    def type(self) -> str:
        """The type that the code stands for; empty when the number bears none that is known."""
        return next((t.name for t in _types().values() if self.code and self.code in t.codes), "")

    @property
    def is_local(self) -> bool:
        """Whether the number does not tell the issuer: every province has a UBND and departments (S…)."""
        return not self.bodies or any(b in _EVERYWHERE or base_of(b) not in BODIES for b in self.bodies)

    @property
    def is_of_everyone(self) -> bool:
        """Whether each province or district has the body of the code, so that a text may mean several."""
        return not self.bodies or not _EVERYWHERE.isdisjoint(map(base_of, self.bodies))

    def allows_type(self, type_: str) -> bool:
        """Tell whether a document of this type can have this number, as far as its codes say."""
        known = _types().get(type_)
        codes = known.codes | known.bodies | _WIDER.get(type_, frozenset()) if known else frozenset({"*"})
        lead = self.code or (base_of(self.bodies[0]) if self.bodies else "")
        return "*" in codes or lead not in _known_codes() or lead in codes


_WIDER = {"Thông tư": frozenset({"TTLT", "TTLB", "TTLN"}), "Nghị quyết": frozenset({"NQLT"})}
"""Codes of joint documents, which official texts also call by the wider name."""


@lru_cache(maxsize=1)
def _types() -> dict[str, WorkType]:
    """Give the types of documents by name, as the recogniser knows them."""
    return {type_.name: type_ for type_ in read_types()}


@lru_cache(maxsize=1)
def _known_codes() -> frozenset[str]:
    return frozenset().union(*(type_.codes | type_.bodies for type_ in _types().values()))


@lru_cache(maxsize=1)
def _type_codes() -> frozenset[str]:
    """Give the codes of types that are no bodies' (QH, TTg)."""
    return frozenset().union(*(type_.codes for type_ in _types().values())) - {"*"}


@lru_cache(maxsize=65_536)
def canonical(number: str) -> str:
    """Write a number as it is meant: composed, Latin, without spaces or a unit behind it: `TT-BCA(C13)`."""
    plain = re.sub(r"\s+", "", nfc(number).translate(ALIKE)).replace("–", "-").replace("−", "-")
    return _UNIT.sub("", plain)


_UNIT = re.compile(r"(?<=\w)\([^()]*\)$")


@lru_cache(maxsize=65_536)
def key_of(number: str) -> str:
    """Give what numbers are compared by: `1/ND-CP`, `01/nđ-cp` and `01-NĐ/CP` are one, `11/NĐ-CP` another."""
    plain = _SIGNS.sub("-", fold(canonical(number).replace("&", ""))).strip("-")
    return re.sub(r"^0+(?=\d)", "", plain)


_SIGNS = re.compile(r"[^a-z0-9.]+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_FORM = re.compile(r"(?P<ordinal>\d[\d.]*[a-zđ]?)(?P<rest>[/-].*)?", re.IGNORECASE)


@lru_cache(maxsize=65_536)
def read(number: str) -> Symbol | None:
    """Read a number's parts; None when it is no number."""
    match = _FORM.fullmatch(canonical(number))
    if not match:
        return None
    parts = [part for part in re.split(r"[/\-]+", match["rest"] or "") if part]
    year = int(parts.pop(0)) if parts and _YEAR.fullmatch(parts[0]) else None
    codes = [part.upper() for part in parts]
    has_code = bool(codes) and codes[0] in _type_codes()
    code = codes.pop(0) if has_code else ""
    bodies = tuple(body.replace("&", "") for body in codes)
    return Symbol(match["ordinal"].lstrip("0") or "0", year, code, bodies)


@lru_cache(maxsize=4096)
def base_of(body: str) -> str:
    """Take the term off a code: QH15 is QH, NHNN2 is NHNN."""
    return re.sub(r"\d+$|[.)(]+", "", body)


def issuers_of(symbol: Symbol) -> tuple[str, ...]:
    """Give what the issuer's name must begin with; empty when the number leaves it open."""
    if len(symbol.bodies) != 1:  # joint documents and units of a body: any of several names
        return ()
    return BODIES.get(base_of(symbol.bodies[0]), ())
