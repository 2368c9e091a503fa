"""Rule BC201: whether macros are called with arguments that they take."""

from __future__ import annotations

from functools import lru_cache
from inspect import signature
from typing import TYPE_CHECKING, NamedTuple

from macros import writing
from macros.vietnamese import fold
from scripts.rules.nearness import near
from scripts.rules.rule import ERROR, Fault, rule, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.confinement import Call
    from scripts.rules.page import Page

PLAN_KINDS = ("quyết định", "đề cương")

PARAMETERS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(writing.LABELS, tuple(signature(writing.write).parameters)[1:]),
    "xem": tuple(signature(writing.refer).parameters),
    "danh_sach": ("loai", "nam", "co_quan", "linh_vuc", "moi_nhat"),
    "noi_nhan": (),
    "nhac_den": (),
    "nhiem_vu": (),
}
"""What each macro takes; that it equals what is registered is tested."""

NAMED_ONLY = frozenset({"danh_sach"})
NUMBERS = frozenset({"nam", "moi_nhat"})


@rule("BC201", ERROR, acceptable=False)
def wrong_argument(page: Page) -> Iterator[Fault]:
    """Hàm được gọi với đối số không đúng.

    Hàm đánh số nhận một số (số, hoặc chữ trong ngoặc kép với điểm và tiết) và `khoa`. Hàm `xem` nhận một
    khóa. Hàm `danh_sach` nhận `loai`, `nam`, `co_quan`, `linh_vuc`, `moi_nhat`. Các hàm `noi_nhan`,
    `nhac_den`, `nhiem_vu` không nhận gì.

    Sai:

        {{ diem(1) }} Mục tiêu;

    Đúng:

        {{ diem("a") }} Mục tiêu;

    Căn cứ: quy ước của dự án.
    """
    for offset, call in page.calls:
        if found := misused(page, call):
            source = page.text[offset : offset + call.end - call.start]
            yield page.at(offset, f"{shown(source)}: {found.message}", found.value, found.suggestion)


class Misuse(NamedTuple):
    """What is wrong with a call: the value, the message, the right value."""

    value: str
    message: str
    suggestion: str = ""


def misused(page: Page, call: Call) -> Misuse | None:
    """Tell what is wrong with a call's arguments."""
    found = _misshapen(call.name, call.arguments, tuple(call.keywords.items()))
    return found or (_wrong_selection(page, call.keywords) if call.name == "danh_sach" else None)


@lru_cache(maxsize=4096)
def _misshapen(
    name: str, arguments: tuple[str | int, ...], keywords: tuple[tuple[str, str | int], ...]
) -> Misuse | None:
    """Tell what is wrong with a call wherever it stands; pages repeat few calls many times."""
    takes = PARAMETERS[name]
    wanted = f"hàm nhận {', '.join(takes)}" if takes else "hàm này không nhận đối số"
    if arguments and name in NAMED_ONLY:
        return Misuse(str(arguments[0]), f"hãy viết rõ tên đối số, ví dụ {takes[0]}=…; {wanted}")
    if len(arguments) > len(takes):
        return Misuse(str(arguments[-1]), wanted)
    given = takes[: len(arguments)]
    for key, _ in keywords:
        if key not in takes:
            return Misuse(key, f"không có đối số {shown(key)}, {wanted}", near(key, takes))
        if key in given:
            return Misuse(key, f"đối số {shown(key)} được nêu hai lần")
    if name == "xem" and not (arguments or keywords):
        return Misuse(name, 'thiếu khóa. Hãy viết như {{ xem("to-chuc") }}')
    return _refused(name, arguments, dict(keywords))


def _refused(name: str, arguments: tuple[str | int, ...], keywords: dict[str, str | int]) -> Misuse | None:
    """Ask the macro itself whether it takes the values."""
    try:
        if name in writing.LABELS:
            writing.write(name, *arguments, **keywords)  # type: ignore[arg-type]
        elif name == "xem":
            writing.refer(*arguments, **keywords)  # type: ignore[arg-type]
    except writing.ArgumentFault as fault:
        value = str((*arguments, *keywords.values())[-1])
        return Misuse(value, str(fault).partition(": ")[2] or str(fault))
    return None


def _wrong_selection(page: Page, given: dict[str, str | int]) -> Misuse | None:
    """Tell which property of a list no document has."""
    library = page.collection.library
    for name, value in given.items():
        if isinstance(value, int) is not (name in NUMBERS):
            kind = "một số, không có ngoặc kép" if name in NUMBERS else "chữ trong ngoặc kép"
            return Misuse(str(value), f"đối số {name} phải là {kind}")
        text = str(value)
        if name == "loai" and text not in PLAN_KINDS:
            allowed = ", ".join(PLAN_KINDS)
            return Misuse(text, f"không có loại {shown(text)}, chỉ có {allowed}", near(text, PLAN_KINDS))
        if name == "co_quan" and library.agency(text) is None:
            agency = library.agency(near(fold(text), library.agencies))
            message = f"không có cơ quan {shown(text)} trong co-quan/"
            return Misuse(text, message, agency.title if agency else "")
        fields = library.groups.fields
        if name == "linh_vuc" and fold(text) not in map(fold, fields):
            return Misuse(text, f"không văn bản nào có lĩnh vực {shown(text)}", near(text, fields))
    return None
