"""Hold what is known of a legal work, whether a page or a line of a catalogue says it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from macros import symbol
from macros.symbol import Symbol
from macros.vietnamese import fold, nfc

if TYPE_CHECKING:
    from datetime import date


NAMED_BY_TITLE = frozenset({"Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh"})
"""Types that documents cite by title."""


@dataclass(frozen=True, eq=False)
class Work:
    """A legal work: like only itself, as two works may share a number (01/2021/NĐ-CP is two decrees)."""

    key: str
    """The page's name in can-cu/, or the number and day of a catalogue's line."""
    type: str
    number: str
    issued_on: date | None
    year: int | None
    issuer: str
    title: str
    names: tuple[str, ...] = ()
    in_force_from: date | None = None
    lapsed_on: date | None = None
    """The first day on which it is not in force any more."""
    force: str = "chưa xác minh"
    seen_on: date | None = None
    """The day on which its state was looked up."""
    successors: tuple[str, ...] = ()
    """What replaced it: pages of can-cu/."""
    address: str = ""
    page: str = ""
    """The page's path below docs/; empty for a catalogue's line."""
    is_doubtful: bool = False
    """Whether its own facts contradict each other, so that no citation is judged by them."""

    @cached_property
    def symbol(self) -> Symbol | None:
        """The parts of the number; None without one."""
        return symbol.read(self.number) if self.number else None

    @property
    def is_law(self) -> bool:
        """Whether documents cite it by title."""
        return self.type in NAMED_BY_TITLE

    @cached_property
    def subject(self) -> str:
        """The title reduced to what two writings of it share."""
        return plain_subject(self.title)

    @property
    def cited_as(self) -> str:
        """The words by which a document cites it: type, number and day, or a law's title."""
        if self.is_law:
            title = self.title[:1].lower() + self.title[1:] if _AMENDING.match(self.title) else self.title
            return f"{self.type} {title}" + (f" số {self.number}" if self.number else "")
        return f"{self.type} số {self.number}" if self.number else f"{self.type} {self.title}"


def official_address(vbpl: int | None, other: str | None = None) -> str:
    """Give the address of the official text from its facts; a portal's move is a change of this line.

    `vbpl` is the ItemID of the national database; `other` an address where another body publishes the text.
    """
    return f"https://vbpl.vn/TW/Pages/vbpq-toanvan.aspx?ItemID={vbpl}" if vbpl else other or ""


def item_of(address: str) -> int | None:
    """Read the ItemID out of an address of the national database; None in any other."""
    match = _ITEM.search(address)
    return int(match[1]) if match else None


def plain_title(title: str) -> str:
    """Reduce a law's title to what it is looked up by: folded, without Luật before it, a number behind it."""
    return _NUMBER_BEHIND.sub("", _WORD.sub("", _plain(title)))


@lru_cache(maxsize=4_096)
def plain_subject(text: str) -> str:
    """Reduce a subject to its words, without `Nghị định số … quy định`, `Về việc`, quotes and stops."""
    return _LEAD.sub("", _NUMBERED.sub("", _plain(text)))


def _plain(text: str) -> str:
    return " ".join(_SIGNS.sub(" ", fold(nfc(text).translate(symbol.ALIKE))).split())


_ITEM = re.compile(r"vbpl\.vn/\S*[?&]ItemID=(\d{1,9})\b", re.IGNORECASE)
_AMENDING = re.compile(r"sửa đổi", re.IGNORECASE)
_SIGNS = re.compile(r"[^\w/]+|_")
_WORD = re.compile(r"^(?:bo luat|luat|phap lenh|hien phap)(?= )\s*")
_NUMBER_BEHIND = re.compile(r" so \d+/\d+/[a-z]+\d*$")
_NUMBERED = re.compile(
    r"^(?:[a-z]+ ){1,4}(?:so )?\d[\d/a-z. ]*?/[a-z0-9/ ]*?(?=ve |quy |sua |ban |phe |huong |\Z)"
)
_LEAD = re.compile(r"^(?:(?:ve viec|v/v|ve|quy dinh(?: chi tiet)?|ban hanh|phe duyet) )+")
