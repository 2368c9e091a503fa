"""What the macros write: paper text from literal arguments, without any state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.numbering import AUTOMATIC, FORMS, Level, label
from macros.vietnamese import roman

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from macros.confinement import Call


class ArgumentFault(ValueError):
    """A macro was called with arguments that it does not take; the message is for staff."""


LABELS: dict[str, tuple[Level, Callable[[int], str] | None]] = {
    "phu_luc": (Level.APPENDIX, roman),
    "phan": (Level.PART, roman),
    "chuong": (Level.CHAPTER, roman),
    "muc": (Level.SECTION, str),
    "tieu_muc": (Level.SUBSECTION, str),
    "dieu": (Level.ARTICLE, str),
    "de_muc": (Level.HEADING, roman),
    "khoan": (Level.CLAUSE, str),
    "tiet": (Level.SUBCLAUSE, None),
    "y": (Level.ITEM, str),
    "diem": (Level.POINT, None),
}
"""The label macros: the level each writes, and how it writes a number given as digits."""


def write(name: str, so: str | int | None = None, khoa: str | None = None) -> str:
    """Write a provision's label: `Điều 2.`; without a number, a place for the next one; with its key."""
    level, digits = LABELS[name]
    if khoa is not None and not _is_key(khoa):
        raise ArgumentFault(
            f'{name}(khoa={khoa!r}): khóa chỉ gồm chữ thường không dấu, số và gạch nối, ví dụ "to-chuc"'
        )
    if isinstance(so, int):
        if digits is None:
            raise ArgumentFault(f"{name}({so}): viết trong ngoặc kép, ví dụ {_EXAMPLES[level]}")
        so = digits(so)
    mark = f"⟦khoá:{khoa}⟧" if khoa else ""
    if so is not None:
        return label(level, so) + mark
    return label(level, "" if level is Level.APPENDIX else AUTOMATIC[FORMS[level].numerals]) + mark


def refer(khoa: str) -> str:
    """Write the place of a reference to a keyed provision, which the page's structure settles."""
    if not _is_key(khoa):
        raise ArgumentFault(f"xem({khoa!r}): khóa chỉ gồm chữ thường không dấu, số và gạch nối")
    return f"⟦xem:{khoa}⟧"


def recipients(names: Iterable[str], filing: Iterable[str]) -> str:
    """Write the recipient list in its official form (NĐ 30/2020 Phụ lục I, nơi nhận)."""
    items = [f"- {name};" for name in names]
    if filed := ", ".join(filing):
        items.append(f"- Lưu: {filed}.")
    elif items:
        items[-1] = items[-1][:-1] + "."
    return "\n".join(["Nơi nhận:", *items])


def write_label(call: Call) -> str:
    """Write out a label or reference call as the macros would; nothing for the other macros or a fault."""
    try:
        if call.name == "xem":
            return refer(*call.arguments, **call.keywords)  # type: ignore[arg-type]
        if call.name in LABELS:
            return write(call.name, *call.arguments, **call.keywords)  # type: ignore[arg-type]
    except (ArgumentFault, TypeError):
        return ""
    return "Nơi nhận:" if call.name == "noi_nhan" else ""


_EXAMPLES = {Level.POINT: '{{ diem("đ") }}', Level.SUBCLAUSE: '{{ tiet("1.1") }}'}


def _is_key(key: object) -> bool:
    return (
        isinstance(key, str)
        and bool(key)
        and all(c.isascii() and (c.isdigit() or c.islower() or c == "-") for c in key)
    )
