"""Ask git when a page last changed."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def last_changes(folder: Path) -> dict[str, str]:
    """Tell by path, relative to the folder, the day (yyyy-mm-dd) of the last commit that changed a file.

    What differs from the last commit is left out, and all of it where git does not know: outside a clone, or
    in one without its history.
    """
    try:
        if _git(folder, "rev-parse", "--is-shallow-repository").strip() != "false":
            return {}
        log = _git(folder, "log", "--format=%x01%cs", "--name-only", "--relative", "-z", "--", ".")
        edited = _git(folder, "diff", "--name-only", "--relative", "-z", "HEAD", "--", ".").split("\0")
    except (OSError, subprocess.CalledProcessError):
        return {}
    days: dict[str, str] = {}
    for commit in log.split("\x01")[1:]:  # the newest first: "2026-11-22\0\ndoc.md\0viet.md\0"
        day, _, names = commit.partition("\0")
        for name in names.strip("\n\0").split("\0"):
            days.setdefault(name, day)
    return {path: day for path, day in days.items() if path not in edited}


def _git(folder: Path, *arguments: str) -> str:
    command = ["git", *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=True)
    return done.stdout
