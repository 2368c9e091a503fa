"""Lay the figures of the citations out as tables for a terminal and for the README."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from scripts.bench import figures

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scripts.bench.citation_errors import Seeded
    from scripts.bench.citations import Figures, Row

TOOLS: Final = (
    "Tool",
    "Sentences",
    "Citations",
    "F1",
    "Precision",
    "Recall",
    "Characters a second",
    "on pages",
    "Memory",
)
SETS: Final = ("This project on", "All fields right", "Links given", "of them right")
SLIPS: Final = ("Verdict", "Slip", "Seeded", "Found")


def markdown(measured: Figures) -> str:
    """Write the three tables and what they do not say."""
    tables = (
        _table(TOOLS, list(_tools(measured))),
        _table(SETS, [_set(row) for row in measured.rows]),
        _table(SLIPS, [_slip(one) for one in measured.seeded if one.made]),
    )
    return "\n\n".join([*tables, "\n".join(f"- {note}" for note in _notes(measured))])


def _table(columns: Sequence[str], rows: list[tuple[str, ...]]) -> str:
    lines = [columns, ("---", *["---:"] * (len(columns) - 1)), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _tools(measured: Figures) -> Iterator[tuple[str, ...]]:
    """Write a line for each tool and set; what is of the tool alone on its first."""
    for tool in measured.tools:
        memory = f"{tool.megabytes:.0f} MB" if tool.megabytes else "–"
        speed = (_speed(tool.on_sentences), _speed(tool.on_pages), memory)
        for place, row in enumerate(measured.rows):
            reached = measured.scores[tool.tool, row.of.name]
            shares = (_percent(share) for share in (reached.f1, reached.precision, reached.recall))
            count = f"{reached.hits + reached.missed:,}"
            yield (tool.tool, _name(row), count, *shares, *(speed if place == 0 else ("", "", "")))


def _speed(speed: float) -> str:
    return f"{speed / 1e6:.2f} million" if speed >= 1e5 else f"{speed:,.0f}"


def _set(row: Row) -> tuple[str, ...]:
    whole = f"{_share(row.whole, row.exact)} of {row.exact:,}"
    return (_name(row), whole, f"{row.linked:,}", _share(row.right, row.linked))


def _slip(one: Seeded) -> tuple[str, ...]:
    return (str(one.slip.verdict), one.slip.name, f"{one.made:,}", _share(one.found, one.made))


def _name(row: Row) -> str:
    return f"{row.of.name} ({'seen in development' if row.of.is_seen else 'unseen'})"


def _percent(share: float) -> str:
    return f"{100 * share:.2f} %"


def _share(part: int, whole: int) -> str:
    return _percent(part / whole) if whole else "–"


def _notes(measured: Figures) -> Iterator[str]:
    yield "F1, precision, recall: of spans right to the letter; fields: type, number, date, issuer, provision"
    yield (
        f"links and slips: with {measured.works:,} known works; a link is right when its work bears the "
        "number, day and title annotated by hand"
    )
    yield (
        f"false errors: {len(measured.clean.reports)} on {measured.clean.citations:,} correct citations of "
        "the site's pages and of known works"
    )
    yield (
        "subject not told: a number is questioned where two digits changed places, where only one work of "
        "that day is written almost so and none lies near, and where others of the year contradict it; 30 "
        "for 31 of one day cannot be told"
    )
    yield (
        f"unknown works: each of {measured.unknown.citations:,} taken out in turn and cited correctly, "
        f"{measured.unknown.errors} were called wrong and {measured.unknown.questions} questioned"
    )
    yield "lapsed: judged as if each work had ended a year after it began, where no end is on record"
    if missing := [one.slip.name for one in measured.seeded if not one.made]:
        yield f"no citation to seed with: {', '.join(missing)}"
    yield (
        "speed: processor time of one process, best of several passes over all sentences as one text, and "
        "over the running text of this site's decisions and outlines; memory: of that process"
    )
    yield "eyecite, citeurl and refex know other countries' citations; they are what there is"
    yield from measured.notes
    yield f"{figures.commit()}; {figures.machine()}"
