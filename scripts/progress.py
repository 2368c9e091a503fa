"""Show that a long step is under way: one rewritten line in a terminal, two plain lines elsewhere."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self, TextIO


@dataclass
class Progress:
    """One step's name, clock and count of packages."""

    step: str
    stream: TextIO = field(default_factory=lambda: sys.stderr)
    started: float = field(default_factory=time.monotonic)
    packages: int = 0

    def __enter__(self) -> Self:
        """Say that the step begins."""
        self._show(f"{self.step}…", end="" if self._is_terminal else "\n")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Say how the step ended and how long it took."""
        count = f", {self.packages} gói" if self.packages else ""
        word = "xong" if kind is None else "CHƯA XONG"
        self._show(f"{self.step}: {word}{count} ({time.monotonic() - self.started:.0f} giây)", end="\n")

    def follow(self, line: str) -> None:
        """Take a line that pip printed and show how far it is."""
        words = line.split()
        if words[:1] == ["Collecting"]:
            self.packages += 1
            if self._is_terminal:
                self._show(f"{self.step}: tải gói thứ {self.packages}, {words[1].partition('==')[0]}…", end="")
        elif words[:2] == ["Installing", "collected"] and self._is_terminal:
            self._show(f"{self.step}: đặt {self.packages} gói vào chỗ…", end="")

    @property
    def _is_terminal(self) -> bool:
        return self.stream.isatty()

    def _show(self, text: str, end: str) -> None:
        # Padding, not an escape sequence, wipes the longer line before: every terminal knows spaces.
        self.stream.write(f"\r{text:<76}{end}" if self._is_terminal else f"{text}{end}")
        self.stream.flush()
