"""Confine pages: a page may call our macros with literal arguments, and nothing else of Jinja.

The same reading serves the check before the build (`read`) and the refusal at render time (the Jinja
extension `Confinement`). What stands in code spans and fences is shown, never run.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from io import StringIO
from typing import TYPE_CHECKING

from jinja2 import Environment, TemplateSyntaxError, nodes
from jinja2.ext import Extension

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MACROS = frozenset(
    "phu_luc phan chuong muc tieu_muc dieu de_muc khoan tiet y diem "
    "xem noi_nhan danh_sach nhac_den nhiem_vu".split()
)
"""All that a page may call. That it equals what is registered is tested."""

MOST_CALLS = 5_000
MOST_VIOLATIONS = 50
LONGEST_TEXT = 300
LARGEST_NUMBER = 9_999

_FENCE = re.compile(r"[ \t]*(?P<fence>`{3,}(?=[^`]*$)|~{3,})")
_TICKS = re.compile(r"`+")
_OPENERS = re.compile(r"\{[{%#]")
_BARE = Environment(autoescape=True)


@dataclass(frozen=True)
class Call:
    """One macro call: its name, literal arguments and place (code points from the start of the source)."""

    name: str
    arguments: tuple[str | int, ...]
    keywords: dict[str, str | int]
    start: int
    end: int


@dataclass(frozen=True)
class Violation:
    """Something of Jinja that a page may not use, with its place and what is wrong (for staff)."""

    start: int
    value: str
    reason: str


@dataclass
class Reading:
    """What a source holds of Jinja."""

    calls: list[Call] = field(default_factory=list)
    violations: list[Violation] = field(default_factory=list)


class ConfinementError(TemplateSyntaxError):
    """A page used more of Jinja than calls of our macros; raised at render time."""


class Confinement(Extension):
    """Refuse at render time whatever the check would have found, in bodies, titles and includes alike."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """Return the source with code protected; raise ConfinementError on a violation."""
        reading = read(source)
        if reading.violations:
            first = reading.violations[0]
            raise ConfinementError(
                f"{first.value}: {first.reason}", source.count("\n", 0, first.start) + 1, name, filename
            )
        return protect(source)


def read(source: str) -> Reading:
    """Find every macro call and every violation in a page's source. Never raises."""
    blanked = blank_code(source)
    reading = Reading()
    position = 0
    while match := _OPENERS.search(blanked, position):
        start = match.start()
        if match[0] != "{{":
            reading.violations.append(Violation(start, _excerpt(source, start), _FORBIDDEN[match[0]]))
            position = start + 2
            continue
        end = _end_of_expression(blanked, start)
        outcome = _call(source[start:end], start, end) if end else None
        if outcome is None:
            outcome = Violation(start, _excerpt(source, start), "thiếu dấu đóng “}}” trên cùng dòng")
        (reading.calls if isinstance(outcome, Call) else reading.violations).append(outcome)  # type: ignore[arg-type]
        position = end or start + 2
        if len(reading.calls) > MOST_CALLS:
            reason = f"một trang được gọi nhiều nhất {MOST_CALLS} lần; hãy tách trang"
            reading.violations.append(Violation(start, _excerpt(source, start), reason))
        if len(reading.calls) > MOST_CALLS or len(reading.violations) >= MOST_VIOLATIONS:
            break
    return reading


def blank_code(source: str) -> str:
    """Replace code spans and fences by blanks of the same length, keeping line ends."""
    return _rewrite_code(source, lambda code: re.sub(r"[^\n]", " ", code))


def protect(source: str) -> str:
    """Write code spans and fences so that Jinja shows them as they are."""
    return _rewrite_code(source, lambda code: _OPENERS.sub(lambda opener: '{{ "' + opener[0] + '" }}', code))


def _rewrite_code(source: str, rewrite: Callable[[str], str]) -> str:
    pieces, position = [], 0
    for start, end in _code(source):
        pieces += [source[position:start], rewrite(source[start:end])]
        position = end
    return "".join([*pieces, source[position:]])


def _code(source: str) -> Iterator[tuple[int, int]]:
    """Find fences (to their closing line or the end) and code spans (within one line), in linear time."""
    if "`" not in source and "~~~" not in source:
        return
    position, fence, fence_start = 0, "", 0
    for line in StringIO(source, newline="\n"):  # a form feed or U+2028 is no line end for Markdown
        opening = _FENCE.match(line)
        if fence:
            if opening and opening["fence"].startswith(fence) and not line.strip().strip(fence[0]):
                yield fence_start, position + len(line)
                fence = ""
        elif opening:
            fence, fence_start = opening["fence"], position
        elif "`" in line:
            yield from ((position + start, position + end) for start, end in _code_spans(line))
        position += len(line)
    if fence:
        yield fence_start, len(source)


def _code_spans(line: str) -> Iterator[tuple[int, int]]:
    runs = [(match.start(), match.end()) for match in _TICKS.finditer(line)]
    partner: dict[int, int] = {}
    latest: dict[int, int] = {}
    for index in range(len(runs) - 1, -1, -1):
        length = runs[index][1] - runs[index][0]
        partner[index] = latest.get(length, -1)
        latest[length] = index
    index = 0
    while index < len(runs):
        start = runs[index][0]
        escaped = start > 0 and line[start - 1] == "\\"
        if partner[index] < 0 or escaped:
            index += 1
            continue
        yield start, runs[partner[index]][1]
        index = partner[index] + 1


_FORBIDDEN = {
    "{%": "trang không được dùng lệnh {% … %}; chỉ được gọi các hàm của trang, ví dụ {{ dieu(1) }}",
    "{#": "trang không được dùng chú thích {# … #}; muốn đặt mã cho đoạn, viết {: #ma }",
}
_STRING = r"\"(?:[^\"\\\n]|\\[\"'\\])*\"|'(?:[^'\\\n]|\\[\"'\\])*'"
"""A text with its quotes and backslashes escaped; Jinja would read \n as a new line, \x41 as A."""
_USUAL = re.compile(
    r"\{\{ (?P<name>[a-z_]+)\("
    r"(?:(?P<number>0|[1-9]\d{0,3})|\"(?P<text>[\w. đ-]{1,40})\")?"
    r"(?:(?<!\(), )?(?:khoa=\"(?P<key>[a-z0-9-]{1,40})\")?\) \}\}"
)
_EXPRESSION = re.compile(rf"\{{\{{(?:{_STRING}|[^\"'\n{{}}])*\}}\}}")


def _end_of_expression(source: str, start: int) -> int | None:
    match = _EXPRESSION.match(source, start)
    return match.end() if match else None


def _call(expression: str, start: int, end: int) -> Call | Violation:
    """Read one `{{ … }}` and accept only a call of a known name with literals."""
    parsed = _parsed(expression)
    return Violation(start, expression, parsed) if isinstance(parsed, str) else Call(*parsed, start, end)


@lru_cache(maxsize=4096)
def _parsed(expression: str) -> tuple[str, tuple[str | int, ...], dict[str, str | int]] | str:
    """Read an expression by Jinja's own parser as name and arguments; a text says why it is refused.

    Pages repeat few expressions many times (`{{ khoan(1) }}`), and Jinja takes 0.1 ms for each.
    """
    if expression[2] in "-+" or expression[-3] in "-+":
        return "không dùng dấu - hoặc + sát ngoặc; viết {{ dieu(1) }}"
    try:
        parsed = _BARE.parse(expression).body
    except (TemplateSyntaxError, RecursionError, ValueError):
        return 'không đọc được; viết như {{ dieu(1) }} hoặc {{ xem("to-chuc") }}'
    node = parsed[0].nodes[0] if len(parsed) == 1 and isinstance(parsed[0], nodes.Output) else None
    if not isinstance(node, nodes.Call) or not isinstance(node.node, nodes.Name):
        return (
            "chỉ được gọi một hàm của trang, ví dụ {{ dieu(1) }}; không có phép tính, bộ lọc hay thuộc tính"
        )
    if node.node.name not in MACROS:
        return f"không có hàm “{node.node.name}”; các hàm có: {', '.join(sorted(MACROS))}"
    if node.dyn_args or node.dyn_kwargs:
        return "đối số phải viết thẳng: số hoặc chữ trong ngoặc kép"
    arguments = [_literal(argument) for argument in node.args]
    keywords = {keyword.key: _literal(keyword.value) for keyword in node.kwargs}
    if None in arguments or None in keywords.values():
        return f"đối số phải là số (đến {LARGEST_NUMBER}) hoặc chữ trong ngoặc kép (đến {LONGEST_TEXT} ký tự)"
    if len(keywords) < len(node.kwargs):
        return "một đối số được nêu hai lần"
    return (
        node.node.name,
        tuple(a for a in arguments if a is not None),
        {key: value for key, value in keywords.items() if value is not None},
    )


def _literal(node: nodes.Expr) -> str | int | None:
    if not isinstance(node, nodes.Const) or isinstance(node.value, bool):
        return None
    if isinstance(node.value, str):
        return node.value if len(node.value) <= LONGEST_TEXT else None
    return node.value if isinstance(node.value, int) and 0 <= node.value <= LARGEST_NUMBER else None


def _excerpt(source: str, start: int) -> str:
    return source[start : start + 60].split("\n")[0]
