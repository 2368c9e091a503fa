"""Write a table between its marks in the README."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def has_place(file: Path, mark: str) -> bool:
    """Tell whether the file has the two marks between which a table goes."""
    return file.is_file() and bool(_place(mark).search(file.read_text(encoding="utf-8")))


def write(file: Path, mark: str, text: str) -> None:
    """Put the text between the marks, in place of what stood there."""
    old = file.read_text(encoding="utf-8")
    new = _place(mark).sub(lambda place: f"{place[1]}\n{text}\n{place[2]}", old, count=1)
    file.write_text(new, encoding="utf-8", newline="\n")


def _place(mark: str) -> re.Pattern[str]:
    return re.compile(rf"(<!-- {re.escape(mark)} -->).*?(<!-- /{re.escape(mark)} -->)", re.DOTALL)
