"""Read sentences annotated by hand: the project's own, and any given as JSON lines."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MARKS: Final = "⟦⟧"
"""What stands around a citation in the project's own sentences."""

_VALUES: Final = {"của ": "issuer", "tên ": "title", "tại ": "provision", "năm ": "year", "lỗi ": "fault"}
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True)
class Wanted:
    """A citation as annotated: its place and what it says."""

    start: int
    end: int
    type: str | None = None
    number: str | None = None
    date: str | None = None
    issuer: str | None = None
    provision: str | None = None
    title: str | None = None
    year: str | None = None
    relative: bool = False
    faulty: bool = False
    """Whether its own letters are annotated as faulty; the project's sentences say it, others do not."""


@dataclass(frozen=True)
class Passage:
    """A text with the citations that are in it, and the places where one more is no error."""

    ident: str
    text: str
    wanted: tuple[Wanted, ...]
    ignored: tuple[tuple[int, int], ...] = ()


class SetError(Exception):
    """A set cannot be read; the message is for staff."""


def blocks(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """Read sentences: citations in ⟦ ⟧, ⏎ for the end of a line, then a line `= …` for each citation."""
    for path in sorted(folder.glob("*.txt")):
        for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
            lines = [line for line in block.split("\n") if not line.startswith("#")]
            if lines:
                yield lines[0].replace("⏎", "\n"), [line.removeprefix("= ") for line in lines[1:]]


def spans(marked: str) -> list[tuple[int, int]]:
    """Give the places of the marks in the text without them."""
    places = [place for place, letter in enumerate(marked) if letter in MARKS]
    plain = [place - before for before, place in enumerate(places)]
    return list(zip(plain[::2], plain[1::2], strict=True))


def without_marks(marked: str) -> str:
    """Give the text that is read."""
    return marked.translate(dict.fromkeys(map(ord, MARKS)))


def read_sentences(folder: Path) -> list[Passage]:
    """Read the project's own sentences."""
    return [
        Passage(str(place), without_marks(marked), tuple(map(_wanted, spans(marked), values)))
        for place, (marked, values) in enumerate(blocks(folder))
    ]


def _wanted(span: tuple[int, int], written: str) -> Wanted:
    """Read `Nghị định | 30/2020/NĐ-CP | 2020-03-05 | của Chính phủ | tại Điều 5`."""
    type_, *parts = written.split(" | ")
    said: dict[str, Any] = {"type": None if type_ == "-" else type_}
    for part in parts:
        name = _VALUES.get(part[:4])
        if part == "này":
            said["relative"] = True
        elif name == "fault":
            said["faulty"] = True
        elif name:
            said[name] = part[4:]
        else:
            said["date" if _DAY.fullmatch(part) else "number"] = part
    return Wanted(*span, **said)


def read_lines(file: Path) -> list[Passage]:
    """Read a set of JSON lines `{"id", "text", "citations": [{"start", "end", "type", …}], "ignore"}`.

    Raises SetError when the file cannot be read or is no such set.
    """
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
        return [_passage(json.loads(line)) for line in lines if line.strip()]
    except OSError as error:
        raise SetError(f"Không đọc được {file}: {error.strerror}") from error
    except (ValueError, KeyError, TypeError, IndexError, AttributeError) as error:
        raise SetError(
            f"{file} không phải bộ câu dạng JSONL: {error!r}. Xem: bench citations --help"
        ) from error


def _passage(data: dict[str, Any]) -> Passage:
    ignored = (
        (span["start"], span["end"]) if isinstance(span, dict) else (span[0], span[1])
        for span in data.get("ignore") or ()
    )
    wanted = tuple(_annotated(citation) for citation in data["citations"])
    return Passage(str(data["id"]), data["text"], wanted, tuple(ignored))


def _annotated(data: dict[str, Any]) -> Wanted:
    fields: dict[str, Any] = {name: data.get(name) for name in _PRINTED}
    year = data.get("year")
    relative = bool(data.get("relative"))
    return Wanted(data["start"], data["end"], **fields, year=str(year) if year else None, relative=relative)


_PRINTED: Final = ("type", "number", "date", "issuer", "provision", "title")
