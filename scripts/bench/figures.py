"""Lay measures of builds out as a table, for a terminal and for the README."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from typing import TYPE_CHECKING

from rich.table import Table

from scripts.environment import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scripts.bench.build import Measure

COLUMNS = ("Way", "Decisions", "Pages", "Time", "A page", "CPU", "Memory", "Page size", "gzip", "Site")


def table(measures: list[Measure]) -> Table:
    """Lay the measures out for a terminal."""
    drawn = Table(*COLUMNS, caption="\n".join(notes(measures)), caption_justify="left")
    for column in drawn.columns[1:]:
        column.justify = "right"
    for measure in measures:
        drawn.add_row(*row(measure))
    return drawn


def markdown(measures: list[Measure]) -> str:
    """Lay the measures out for the README, with the commit and the machine that they were taken on."""
    rows = [COLUMNS, ("---", *["---:"] * (len(COLUMNS) - 1)), *map(row, measures)]
    lines = [f"| {' | '.join(cells)} |" for cells in rows]
    return "\n".join([*lines, "", *(f"- {note}" for note in notes(measures))])


def row(measure: Measure) -> tuple[str, ...]:
    """Write one measure's cells."""
    usage = measure.run.usage
    return (
        measure.way,
        f"{measure.decisions:,}",
        f"{measure.pages:,}",
        f"{measure.run.seconds:.1f} s",
        f"{measure.milliseconds_a_page:.1f} ms",
        f"{usage.cpu_seconds:.1f} s" if usage else "–",
        f"{usage.megabytes:.0f} MB" if usage else "–",
        f"{measure.page_bytes / 1000:.1f} KB",
        f"{measure.page_bytes_sent / 1000:.1f} KB",
        f"{measure.site_bytes / 1e6:.1f} MB",
    )


def notes(measures: list[Measure]) -> Iterator[str]:
    """Say what the table does not: how the cost of a page grows, the steps, the machine."""
    for way in dict.fromkeys(measure.way for measure in measures):
        few, *_, many = sorted((m for m in measures if m.way == way), key=lambda m: m.decisions) * 2
        if few.decisions < many.decisions:
            ratio = many.milliseconds_a_page / few.milliseconds_a_page
            yield f"{way}: a page at {many.decisions:,} costs {ratio:.2f} times one at {few.decisions:,}"
    for measure in measures:
        if measure.steps:
            steps = ", ".join(f"{name} {seconds:.1f} s" for name, seconds in measure.steps.items())
            yield f"{measure.way}, {measure.decisions:,}: {steps}"
    yield "time: of the whole command, best of several runs; memory: of its largest process"
    yield f"{commit()}; {machine()}"


def commit() -> str:
    """Name the commit that was measured."""
    try:
        asked = [
            ["git", "rev-parse", "--short", "HEAD"],
            ["git", "status", "--porcelain", "--untracked-files=no"],
        ]
        name, changes = (
            subprocess.run(a, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()
            for a in asked
        )
    except (OSError, subprocess.CalledProcessError):
        return "no commit"
    return f"commit {name} with changes" if changes else f"commit {name}"


def machine() -> str:
    """Describe the machine without naming it."""
    parts = [f"{os.cpu_count()} cores", *memory(), f"Python {platform.python_version()}", platform.system()]
    return ", ".join(parts)


def memory() -> list[str]:
    """Tell how much memory the machine has, where the system says so."""
    if sys.platform == "win32":
        return []
    return [f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GB of memory"]
