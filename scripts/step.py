"""Run one step of setting a machine up: a line of progress while it works, its own words if it fails."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, TextIO

# What pip says it collects is a pin, or a wheel's file where the machine has it at hand.
PACKAGE: Final = r"([\w.-]+?)(?:==|-\d.*\.whl$)"


class SetupError(Exception):
    """Something outside the project must change first; the message names the remedy."""


@dataclass
class Progress:
    """A step's name, clock and count of packages, shown as one rewritten line or as two plain ones."""

    step: str
    stream: TextIO = field(default_factory=lambda: sys.stderr)
    started: float = field(default_factory=time.monotonic)
    packages: int = 0

    def begin(self) -> None:
        """Say that the step begins."""
        self._show(f"{self.step}…", end="" if self._is_terminal else "\n")

    def follow(self, line: str) -> None:
        """Take a line that the step printed and show how far it is, where pip tells."""
        match line.split():
            case ["Collecting" | "Processing", package, *_] if name := re.match(PACKAGE, Path(package).name):
                self.packages += 1
                self._rewrite(f"tải gói thứ {self.packages}, {name[1]}…")
            case ["Installing", "collected", *_]:
                self._rewrite(f"đặt {self.packages} gói vào chỗ…")

    def end(self, word: str) -> None:
        """Say how the step ended and how long it took."""
        count = f", {self.packages} gói" if self.packages else ""
        self._show(f"{self.step}: {word}{count} ({time.monotonic() - self.started:.0f} giây)", end="\n")

    @property
    def _is_terminal(self) -> bool:
        return self.stream.isatty()

    def _rewrite(self, text: str) -> None:
        if self._is_terminal:
            self._show(f"{self.step}: {text}", end="")

    def _show(self, text: str, end: str) -> None:
        # Padding, not an escape sequence, wipes the longer line before: every terminal knows spaces.
        self.stream.write(f"\r{text:<76}{end}" if self._is_terminal else f"{text}{end}")
        self.stream.flush()


def run_step(step: str, command: list[str], environ: Mapping[str, str], remedy: str) -> None:
    """Run a command without its noise; raise SetupError with all it printed and the remedy if it fails."""
    progress = Progress(step)
    progress.begin()
    finished = False
    lines: list[str] = []
    try:
        with subprocess.Popen(
            command,
            env=environ,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
        ) as process:
            for line in process.stdout or ():
                lines.append(line)
                progress.follow(line)
        finished = process.returncode == 0
    finally:
        progress.end("xong" if finished else "CHƯA XONG")
    if not finished:
        printed, code = "".join(lines), process.returncode
        raise SetupError(f"{printed}\nLệnh sau dừng với mã {code}: {' '.join(command)}\n{remedy}")
