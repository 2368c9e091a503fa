"""Run a command as a user would and tell what it took: time, the time of its steps, and memory."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


@dataclass(frozen=True)
class Run:
    """A finished command: seconds, what it printed with the second of each line, and its largest process."""

    seconds: float
    lines: tuple[tuple[float, str], ...]
    megabytes: float | None
    """Of memory, in the largest single process; None where the system does not tell."""


class RunError(Exception):
    """A measured command failed; the message holds its last words."""


def run(command: list[str], folder: Path, environ: Mapping[str, str]) -> Run:
    """Run a command to its end; raise RunError when it fails."""
    started = time.perf_counter()
    lines: list[tuple[float, str]] = []
    with subprocess.Popen(
        command,
        cwd=folder,
        env=environ,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ) as process:
        lines.extend((time.perf_counter() - started, line.rstrip()) for line in process.stdout or ())
        megabytes = _waited(process)
    if process.returncode:
        raise RunError("\n".join([" ".join(command), *(line for _, line in lines[-20:])]))
    return Run(time.perf_counter() - started, tuple(lines), megabytes)


def _waited(process: subprocess.Popen[str]) -> float | None:
    """Wait for the process and tell the memory of the largest one among it and its children."""
    if sys.platform == "win32":
        process.wait()
        return None
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)
