"""Measure the citations: spans, fields, links, seeded slips, false reports and speed, beside other tools."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from macros import cited
from macros.citation import find
from macros.library import load
from macros.registry import works_of
from macros.resolution import Citing
from macros.verdict import judge
from scripts import known_works
from scripts.bench import citation_figures
from scripts.bench.citation_errors import clean, seeded, sounds, unknown
from scripts.bench.citation_scores import links, score, wholly_right
from scripts.bench.citation_sets import read_lines, read_sentences
from scripts.bench.recognisers import all_recognised
from scripts.environment import ROOT

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

    from rich.console import Console

    from macros.registry import Works
    from macros.verdict import Judgement
    from scripts.bench.citation_errors import Clean, Seeded, Unknown
    from scripts.bench.citation_scores import Score
    from scripts.bench.citation_sets import Passage
    from scripts.bench.recognisers import Recognised

SENTENCES: Final = ROOT / "tests" / "macros" / "citations"
OWN: Final = "the project's own sentences"

FORM: Final = """\
Bộ câu cho --gold, --unseen: mỗi dòng một JSON
  {"id", "text", "citations": [{"start", "end", "type", "number", "date", "issuer", "provision", "title",
   "year", "relative"}, …], "ignore": [{"start", "end"}, …]}
Vị trí đếm theo ký tự của text; những gì không in ra là null; ignore: chỗ tìm thêm không tính là sai."""


@dataclass(frozen=True)
class Set:
    """Sentences that are scored together; whether development has seen them."""

    name: str
    passages: list[Passage]
    is_seen: bool


@dataclass(frozen=True)
class Row:
    """What this project reaches on one set: exact citations with all fields right, links that are right."""

    of: Set
    exact: int
    whole: int
    linked: int
    right: int


@dataclass(frozen=True)
class Figures:
    """All that one run measured."""

    rows: list[Row]
    tools: list[Recognised]
    scores: dict[tuple[str, str], Score]
    """By tool and set."""
    seeded: list[Seeded]
    clean: Clean
    unknown: Unknown
    works: int
    notes: list[str]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what this subject can be told."""
    parser.epilog = FORM
    parser.add_argument(
        "--gold",
        type=Path,
        action="append",
        default=[],
        metavar="TỆP",
        help="bộ câu JSONL đã dùng khi phát triển",
    )
    parser.add_argument(
        "--unseen", type=Path, action="append", default=[], metavar="TỆP", help="bộ câu JSONL chưa từng xem"
    )
    parser.add_argument("--catalogue", type=Path, metavar="TỆP", help="danh mục CSV, ngoài các trang căn cứ")


def measure(options: argparse.Namespace, screen: Console) -> str:
    """Measure all, print the tables and each false report, and return the tables."""
    figures = measured(_sets(options), options.catalogue, screen)
    table = citation_figures.markdown(figures)
    sys.stdout.write(f"{table}\n")
    for report in figures.clean.reports:
        screen.print(f"báo sai: {report}", markup=False)
    return table


def measured(sets: Sequence[Set], catalogue: Path | None, screen: Console) -> Figures:
    """Measure every set with every tool, then the verdicts."""
    library = load(ROOT / "docs")
    works = works_of(library.documents.values(), known_works.catalogue(catalogue).works)
    judged = _judging(works)
    screen.print("Đang tìm viện dẫn bằng từng công cụ…")
    texts = {f"{of.name}:{p.ident}": p.text for of in sets for p in of.passages}
    pages = {path: reading.text for path, reading in cited.readings(library).items()}
    tools, notes = all_recognised(texts, pages)
    scores = {
        (tool.tool, of.name): score(
            of.passages, {p.ident: tool.spans[f"{of.name}:{p.ident}"] for p in of.passages}
        )
        for tool in tools
        for of in sets
    }
    rows = [Row(of, *wholly_right(of.passages, judged), *links(of.passages, judged)) for of in sets]
    screen.print("Đang gieo lỗi…")
    good = sounds(library, works, [p for p in sets[0].passages if not any(w.faulty for w in p.wanted)])
    found, untouched = seeded(good, works), clean(library, works)
    return Figures(rows, tools, scores, found, untouched, unknown(works), len(works.entries), notes)


def _sets(options: argparse.Namespace) -> list[Set]:
    own = Set(OWN, read_sentences(SENTENCES), is_seen=True)
    seen = [Set(file.stem, read_lines(file), is_seen=True) for file in options.gold]
    return [own, *seen, *(Set(file.stem, read_lines(file), is_seen=False) for file in options.unseen)]


def _judging(works: Works) -> Callable[[str], list[Judgement]]:
    """Judge a text as one of an unknown day; once, as it is asked for more than once."""

    @cache
    def judged(text: str) -> list[Judgement]:
        return judge(text, find(text), works, Citing())

    return judged
