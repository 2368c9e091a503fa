"""Measure what a reader waits for: bytes of a first view and of the next pages, and Lighthouse's scores."""

from __future__ import annotations

import os
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from playwright.sync_api import Browser, sync_playwright

from macros.frame import site_address
from macros.library import load
from scripts.bench import figures
from scripts.bench.host import KINDS, Host, hosting
from scripts.bench.lighthouse import CATEGORIES, Scores, installed, scores
from scripts.bench.process import run as run_process
from scripts.browser import FLAGS, require
from scripts.environment import ROOT, Environment, variables

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from rich.console import Console

    from macros.library import Library

CACHE = ROOT / ".cache"
SORTS = (*KINDS.values(), "other")
COLUMNS = ("Page", "First view", *SORTS, "Next page", *(name.replace("-", " ") for name in CATEGORIES))


@dataclass(frozen=True)
class Measure:
    """What one page took: bytes by kind of file at first, bytes of it as a next page, and its scores."""

    name: str
    first: Counter[str]
    following: int
    scores: Scores


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what this subject can be told."""
    parser.add_argument(
        "--docs", type=Path, default=ROOT / "docs", metavar="THƯ_MỤC", help="các trang (docs/)"
    )
    parser.add_argument(
        "--runs", type=int, default=3, metavar="SỐ", help="số lần chạy Lighthouse mỗi trang, lấy trung vị (3)"
    )


def measure(options: argparse.Namespace, screen: Console) -> str:
    """Measure the home page, a decision and an outline; print the table, what was lost, and return it."""
    table, lost = _measured(options, screen)
    print(table)
    for name, audits in lost.items():
        print("\n".join([f"{name}:", *(f"  {audit}" for audit in audits)]))
    return table


def pages_to_measure(library: Library) -> dict[str, str]:
    """Choose the home page and the newest page of each kind of text; give their addresses in the site."""
    newest = {plan.kind: plan for plan in reversed(library.plans)}
    chosen = {"home": "index.md"}
    for name, kind in (("a decision", "quyết định"), ("an outline", "đề cương")):
        if kind in newest:
            chosen[name] = newest[kind].path
    return {name: site_address("index.md", path).removeprefix("./") for name, path in chosen.items()}


def markdown(measures: list[Measure], notes: list[str]) -> str:
    """Lay the measures out for the README."""
    rows = [COLUMNS, ("---", *["---:"] * (len(COLUMNS) - 1)), *map(_row, measures)]
    lines = [f"| {' | '.join(cells)} |" for cells in rows]
    return "\n".join([*lines, "", *(f"- {note}" for note in notes)])


def _row(measure: Measure) -> tuple[str, ...]:
    return (
        measure.name,
        _kilobytes(measure.first.total()),
        *(_kilobytes(measure.first[sort]) for sort in SORTS),
        _kilobytes(measure.following),
        *(str(measure.scores.by_category[name]) for name in CATEGORIES),
    )


def _kilobytes(size: int) -> str:
    return f"{size / 1000:.1f} KB"


def _measured(options: argparse.Namespace, screen: Console) -> tuple[str, dict[str, tuple[str, ...]]]:
    program, browser = installed(), Path(require(os.environ))
    CACHE.mkdir(exist_ok=True)
    with TemporaryDirectory(prefix="bench-", dir=CACHE) as folder, hosting(Path(folder, "site")) as host:
        screen.print("Đang dựng trang web…")
        _build(options.docs, host)
        addresses = pages_to_measure(load(options.docs))
        with sync_playwright() as playwright:
            chromium = playwright.chromium.launch(executable_path=browser, args=list(FLAGS))
            weights = dict(_weights(chromium, host, addresses))
            version = chromium.version
            chromium.close()
        measures = []
        for name, address in addresses.items():
            screen.print(f"Đang chạy Lighthouse: {name}, {options.runs} lần…")
            result = scores(program, browser, host.address + address, options.runs)
            measures.append(Measure(name, *weights[name], result))
    table = markdown(measures, list(_notes(version, options.runs)))
    return table, {measure.name: measure.scores.lost for measure in measures if measure.scores.lost}


def _build(docs: Path, host: Host) -> None:
    command = [sys.executable, "-m", "scripts", "build", "--docs", str(docs), "--out", str(host.site)]
    run_process(
        [*command, "--address", host.address], ROOT, {**variables(Environment(), os.environ), "CI": "1"}
    )


def _weights(
    browser: Browser, host: Host, addresses: dict[str, str]
) -> Iterator[tuple[str, tuple[Counter[str], int]]]:
    """Open each page in a fresh profile, then another page and this one again, as a reader goes on.

    What the browser has kept is not sent again: what is sent for the next page is the page.
    """
    for name, address in addresses.items():
        context = browser.new_context(locale="vi-VN", viewport={"width": 412, "height": 823})
        page = context.new_page()
        host.account.taken()
        page.goto(host.address + address, wait_until="networkidle")
        first: Counter[str] = Counter()
        for sent in host.account.taken():
            first[sent.kind] += sent.size
        context.close()
        context = browser.new_context(locale="vi-VN", viewport={"width": 412, "height": 823})
        page = context.new_page()
        for other in addresses.values():
            if other != address:
                page.goto(host.address + other, wait_until="networkidle")
        host.account.taken()
        page.goto(host.address + address, wait_until="networkidle")
        following = sum(sent.size for sent in host.account.taken())
        context.close()
        yield name, (first, following)


def _notes(version: str, runs: int) -> Iterator[str]:
    yield "first view: all that a browser without a cache asks for, as gzip -6 sends it, heads included"
    yield "next page: the same page after the others of this table; a host that lets files be kept 10 minutes"
    yield f"Lighthouse on its mobile setting, median of {runs} runs; Chromium {version}"
    yield f"{figures.commit()}; {figures.machine()}"
