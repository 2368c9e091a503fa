"""Hold what the asked addresses answered, and write it for people, for an issue and for the next step."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from scripts.findings import visible

if TYPE_CHECKING:
    from collections.abc import Iterable

LARGEST = 2_000_000
LONGEST_SHOWN = 300
MOST_SHOWN = 200


class State(StrEnum):
    """What became of an address: it answers, it is gone, or this time nobody could tell."""

    ALIVE = "còn"
    DEAD = "hỏng"
    UNSURE = "chưa rõ"


@dataclass(frozen=True, order=True)
class Answer:
    """An address with its pages and what it answered, in the words of whoever asked."""

    state: State
    address: str
    pages: tuple[str, ...]
    said: str


class ReportError(Exception):
    """A report that cannot be read; the message is for staff."""


def as_json(answers: Iterable[Answer]) -> str:
    """Write a report for the next step."""
    return json.dumps([asdict(answer) for answer in answers], ensure_ascii=False, indent=1) + "\n"


def read_json(data: bytes) -> list[Answer]:
    """Read a report again; it has been outside, so that nothing in it is taken for granted."""
    try:
        rows: list[dict[str, Any]] = json.loads(data[: LARGEST + 1])
        return [_answer(row) for row in rows]
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise ReportError(f"Tệp kết quả không đọc được: {error!r}") from error


def _answer(row: dict[str, Any]) -> Answer:
    pages = tuple(_text(page) for page in row["pages"])
    return Answer(State(row["state"]), _text(row["address"]), pages, _text(row["said"]))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"not a text: {value!r}"[:80])
    return visible(value)[:LONGEST_SHOWN]


def as_text(answers: Iterable[Answer]) -> str:
    """Write a line for each address that does not answer, then the sum."""
    listed = list(answers)
    lines = [
        f"{answer.state}: {answer.address} ({', '.join(answer.pages)}): {answer.said}"
        for answer in listed
        if answer.state is not State.ALIVE
    ]
    counts = ", ".join(f"{sum(a.state is state for a in listed)} {state}" for state in State)
    return "\n".join([*lines, f"{len(listed)} địa chỉ: {counts}"]) + "\n"


def as_markdown(answers: Iterable[Answer]) -> str:
    """Write the body of the issue; all that comes from pages or the network stands in code spans."""
    listed = sorted(answers)
    dead = [answer for answer in listed if answer.state is State.DEAD]
    unsure = [answer for answer in listed if answer.state is State.UNSURE]
    parts = [
        "Những địa chỉ bản chính thức dưới đây không còn mở được. Hãy tìm địa chỉ mới và sửa ở trang căn cứ.",
        "Phiếu này tự đóng khi mọi địa chỉ đều mở được.",
        _rows(dead),
    ]
    if unsure:
        parts += ["Lần này chưa hỏi được (máy chủ bận, chặn hoặc trả lời chậm), chưa cần sửa:", _rows(unsure)]
    return "\n\n".join(parts) + "\n"


def _rows(answers: list[Answer]) -> str:
    more = [f"- … và {len(answers) - MOST_SHOWN} địa chỉ nữa"] if len(answers) > MOST_SHOWN else []
    return "\n".join([*map(_row, answers[:MOST_SHOWN]), *more])


def _row(answer: Answer) -> str:
    pages = ", ".join(_code(f"docs/{page}") for page in answer.pages)
    return f"- {_code(answer.address)}: {_code(answer.said)}; ở {pages}"


def _code(text: str) -> str:
    """Write text that Markdown shows as it is: it mentions nobody and links nowhere."""
    plain = " ".join(visible(text).replace("`", "'").split())
    return f"`{plain or '?'}`"
