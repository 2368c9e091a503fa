"""Lay measures of searches out as tables for the README."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scripts.bench.figures import commit, machine
from scripts.search.bundle import MANY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from scripts.bench.process import Run
    from scripts.bench.search import Measure, Tally

COLUMNS = ("Search", "Decisions", "Spelling", "Queries", "Right first", "Right in 3", "Nothing found")
COSTS = (
    "Search",
    "Decisions",
    "First query",
    "Later query",
    "Answer",
    "95 of 100",
    "Indexing",
    "Memory",
    "Index",
)


def markdown(measures: list[Measure]) -> str:
    """Write two tables, what is found and what it costs, with the commit and the machine."""
    found = [row(measure, name, tally) for measure in measures for name, tally in measure.tallies.items()]
    lines = [*_table(COLUMNS, found, words=3), "", *_table(COSTS, map(costs, measures), words=1), ""]
    return "\n".join([*lines, *(f"- {note}" for note in notes(measures))])


def row(measure: Measure, name: str, tally: Tally) -> tuple[str, ...]:
    """Write how often one spelling of the queries was answered."""
    shares = (tally.first, tally.third, tally.nothing)
    return (
        measure.way,
        f"{measure.documents:,}",
        name,
        str(tally.asked),
        *(f"{100 * share / tally.asked:.1f} %" for share in shares),
    )


def costs(measure: Measure) -> tuple[str, ...]:
    """Write what a search costs its reader and its host."""
    return (
        measure.way,
        f"{measure.documents:,}",
        _kilobytes(measure.first_bytes),
        _kilobytes(measure.later_bytes),
        f"{measure.usual:.0f} ms",
        f"{measure.slowest:.0f} ms",
        f"{measure.indexing.seconds:.1f} s" if measure.indexing else "with the build",
        _memory(measure.indexing),
        f"{measure.index_bytes / 1e6:.1f} MB",
    )


def notes(measures: list[Measure]) -> Iterator[str]:
    """Say what the tables do not."""
    for measure in measures:
        if measure.again:
            yield (
                f"{measure.way}: this year in one index, finished years in another, which the browser merges "
                f"and nobody makes again; after a change to one page, indexing takes "
                f"{measure.again.seconds:.1f} s and {_memory(measure.again)}. A search fetches from both, so "
                f"the build cuts from {MANY:,} documents of finished years on"
            )
    yield "queries: written before the ranking; where a provision is the answer, others may give its page"
    yield (
        "first and later query: median and largest, compressed; scripts, index and texts, not the page; in "
        "30 fresh browsers for ours, 12 for Pagefind, 3 for the theme, which fetches the same for any query"
    )
    yield f"{commit()}; {machine()}"


def _kilobytes(sizes: list[int]) -> str:
    ordered = sorted(sizes)
    return f"{ordered[len(ordered) // 2] / 1000:.0f} KB, {ordered[-1] / 1000:.0f} KB"


def _memory(run: Run | None) -> str:
    return f"{run.usage.megabytes:.0f} MB" if run and run.usage else "–"


def _table(columns: tuple[str, ...], rows: Iterable[tuple[str, ...]], words: int) -> Iterator[str]:
    yield f"| {' | '.join(columns)} |"
    yield f"| {' | '.join('---' if i < words and i != 1 else '---:' for i in range(len(columns)))} |"
    yield from (f"| {' | '.join(cells)} |" for cells in rows)
