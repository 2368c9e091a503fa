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
    """A finished command: its seconds, what it printed with the second of each line, what it used."""

    seconds: float
    lines: tuple[tuple[float, str], ...]
    usage: Usage | None
    """None where the system does not tell."""


@dataclass(frozen=True)
class Usage:
    """What a command and the processes that it started used."""

    cpu_seconds: float
    megabytes: float
    """Of memory, in the largest single process."""


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
        usage = _waited(process)
    if process.returncode:
        raise RunError("\n".join([" ".join(command), *(line for _, line in lines[-20:])]))
    return Run(time.perf_counter() - started, tuple(lines), usage)


def _waited(process: subprocess.Popen[str]) -> Usage | None:
    """Wait for the process and tell what it and its children used."""
    if sys.platform == "win32":
        process.wait()
        return None
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return Usage(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit)
