"""Rule BC201: whether macros are called with arguments that they take."""

from __future__ import annotations

from inspect import signature
from typing import TYPE_CHECKING

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


@rule("BC201", ERROR)
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
            value, message, suggestion = found
            source = page.text[offset : offset + call.end - call.start]
            yield page.at(offset, f"{shown(source)}: {message}", value, suggestion)


def misused(page: Page, call: Call) -> tuple[str, str, str] | None:
    """Tell what is wrong with a call's arguments: the value, the message, the right value."""
    takes = PARAMETERS[call.name]
    if call.arguments and (call.name in NAMED_ONLY or len(call.arguments) > len(takes)):
        how = (
            f"viết rõ tên đối số: {', '.join(f'{name}=…' for name in takes)}"
            if takes
            else "hàm này không nhận đối số"
        )
        return str(call.arguments[-1]), how, ""
    for name in call.keywords:
        if name not in takes:
            how = f"hàm nhận {', '.join(takes)}" if takes else "hàm này không nhận đối số"
            return name, f"không có đối số {shown(name)}, {how}", near(name, takes)
    given = dict(zip(takes, call.arguments, strict=False))
    if twice := next((name for name in call.keywords if name in given), None):
        return twice, f"đối số {shown(twice)} được nêu hai lần", ""
    given |= call.keywords
    if call.name == "xem" and not given:
        return call.name, 'thiếu khóa. Hãy viết như {{ xem("to-chuc") }}', ""
    return _wrong_selection(page, given) if call.name == "danh_sach" else _refused(call)


def _refused(call: Call) -> tuple[str, str, str] | None:
    """Ask the macro itself whether it takes the values."""
    try:
        if call.name in writing.LABELS:
            writing.write(call.name, *call.arguments, **call.keywords)  # type: ignore[arg-type]
        elif call.name == "xem":
            writing.refer(*call.arguments, **call.keywords)  # type: ignore[arg-type]
    except writing.ArgumentFault as fault:
        values = (*call.arguments, *call.keywords.values())
        return str(values[-1]), str(fault).partition(": ")[2] or str(fault), ""
    return None


def _wrong_selection(page: Page, given: dict[str, str | int]) -> tuple[str, str, str] | None:
    """Tell which property of a list no document has."""
    library = page.collection.library
    for name, value in given.items():
        if isinstance(value, int) is not (name in {"nam", "moi_nhat"}):
            kind = "một số, không có ngoặc kép" if name in {"nam", "moi_nhat"} else "chữ trong ngoặc kép"
            return str(value), f"đối số {name} phải là {kind}", ""
        if name == "loai" and value not in PLAN_KINDS:
            return (
                str(value),
                f"không có loại {shown(str(value))}, chỉ có {', '.join(PLAN_KINDS)}",
                near(str(value), PLAN_KINDS),
            )
        if name == "co_quan" and library.agency(str(value)) is None:
            agency = library.agency(near(fold(str(value)), library.agencies))
            return (
                str(value),
                f"không có cơ quan {shown(str(value))} trong co-quan/",
                agency.title if agency else "",
            )
        if name == "linh_vuc" and fold(str(value)) not in {fold(known) for known in library.groups.fields}:
            return (
                str(value),
                f"không văn bản nào có lĩnh vực {shown(str(value))}",
                near(str(value), library.groups.fields),
            )
    return None
