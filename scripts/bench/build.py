"""Measure the build: our whole road beside stock Material with and without search and navigation."""

from __future__ import annotations

import gzip
import os
import shutil
import sys
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from rich.console import Console

from macros.library import load
from scripts.bench import figures
from scripts.bench.process import Run
from scripts.bench.process import run as run_process
from scripts.bench.sources import generate
from scripts.bench.stock import write_stock
from scripts.build import stage_folder
from scripts.environment import ROOT, Environment, variables

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator

CACHE = ROOT / ".cache"

STEPS = {
    "Đang kiểm tra": "check",
    "Đang chuẩn bị": "stage",
    "Đang dựng": "engine",
    "Đang kiểm chứng": "harden and verify",
}
"""The lines that `build` prints as it goes, and our name for the step that each begins."""


@dataclass(frozen=True)
class Measure:
    """What one build of one collection took."""

    way: str
    decisions: int
    pages: int
    run: Run = field(repr=False)
    page_bytes: float
    """Of an average page, as it lies on disk."""
    page_bytes_sent: float
    """The same compressed, as a server sends it."""
    site_bytes: int

    @property
    def milliseconds_a_page(self) -> float:
        """Wall time of the whole command, divided by the pages that it made."""
        return self.run.seconds * 1000 / self.pages

    @property
    def steps(self) -> dict[str, float]:
        """Seconds of each step that the command told of, and of what stood before the first."""
        begun = [
            (second, name)
            for second, line in self.run.lines
            for start, name in STEPS.items()
            if line.startswith(start)
        ]
        if not begun:
            return {}
        ends = [*(second for second, _ in begun[1:]), self.run.seconds]
        steps = {"start": begun[0][0]}
        return steps | {name: end - second for (second, name), end in zip(begun, ends, strict=True)}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what this subject can be told."""
    parser.add_argument(
        "--pages", type=int, nargs="+", default=[250, 1000], metavar="SỐ", help="số quyết định (250 1000)"
    )
    parser.add_argument(
        "--runs", type=int, default=3, metavar="SỐ", help="số lần đo mỗi cách, lấy lần nhanh nhất (3)"
    )


def measure(options: argparse.Namespace, screen: Console) -> str:
    """Measure every way at every size, print the table and return it as the README has it."""
    CACHE.mkdir(exist_ok=True)
    with TemporaryDirectory(prefix="bench-", dir=CACHE) as folder:
        measures = list(_measures(options, Path(folder), screen))
    Console(highlight=False).print(figures.table(measures))
    return figures.markdown(measures)


def _measures(options: argparse.Namespace, folder: Path, screen: Console) -> Iterator[Measure]:
    for decisions in sorted(set(options.pages)):
        collection = folder / str(decisions)
        generate(decisions, collection / "docs")
        for name, way in WAYS.items():
            taken = []
            for number in range(1, max(options.runs, 1) + 1):
                with screen.status(f"{decisions} quyết định: {name}, lần {number}…"):
                    taken.append(way(name, decisions, collection))
            yield min(taken, key=lambda measure: measure.run.seconds)


def _ours(name: str, decisions: int, folder: Path) -> Measure:
    docs, site = folder / "docs", folder / "site"
    command = [sys.executable, "-m", "scripts", "build", "--docs", str(docs), "--out", str(site)]
    try:
        return _measured(name, decisions, site, run_process(command, ROOT, _environ()))
    finally:
        shutil.rmtree(stage_folder(docs, site), ignore_errors=True)


def _stock(name: str, decisions: int, folder: Path) -> Measure:
    project = folder / ("stock" if name == STOCK else "bare")
    shutil.rmtree(project, ignore_errors=True)
    write_stock(load(folder / "docs"), project, whole=name == STOCK)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    return _measured(name, decisions, project / "site", run_process(command, project, _environ()))


OURS, STOCK, BARE = "this project", "stock Material", "stock without search and nav"
WAYS: dict[str, Callable[[str, int, Path], Measure]] = {OURS: _ours, BARE: _stock, STOCK: _stock}


def _environ() -> dict[str, str]:
    return {**variables(Environment(), os.environ), "NO_MKDOCS_2_WARNING": "1"}


def _measured(way: str, decisions: int, site: Path, run: Run) -> Measure:
    pages = [path.read_bytes() for path in site.rglob("*.html")]
    return Measure(
        way,
        decisions,
        len(pages),
        run,
        sum(map(len, pages)) / len(pages),
        sum(len(gzip.compress(page, 6)) for page in pages) / len(pages),
        sum(path.stat().st_size for path in site.rglob("*") if path.is_file()),
    )
