"""Measure the search: what people type against the right answers, bytes and time, beside two others."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

import yaml

from macros.library import load
from scripts.bench import asking, search_figures
from scripts.bench.collection import lay_out, read_queries
from scripts.bench.host import hosting
from scripts.bench.process import Run
from scripts.bench.process import run as run_process
from scripts.bench.stock import write_stock
from scripts.build import search_cache, stage_folder
from scripts.environment import ROOT, Environment, variables
from scripts.search.bundle import MANY

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from playwright.sync_api import Browser
    from rich.console import Console

    from scripts.bench.asking import Answer, Searcher
    from scripts.bench.collection import Query
    from scripts.bench.host import Host

CACHE: Final = ROOT / ".cache"
CHANGED: Final = "gioi-thieu"
"""A page that is of no year, and so in the same index as this year's."""
INDEXED: Final = "{quyet-dinh,de-cuong,co-quan,can-cu,huong-dan}/**/*.html"

BOTH: Final = ("as written", "without marks")
"""The spellings in which others are asked; ours is asked in every one."""


@dataclass
class Tally:
    """How often the right page came first, among three, or nothing came at all."""

    asked: int = 0
    first: int = 0
    third: int = 0
    nothing: int = 0

    def note(self, query: Query, answer: Answer, *, whole_pages: bool) -> None:
        """Count an answer; `whole_pages` asks of a search only that it find the page."""
        right = [is_right(address, query, whole_pages=whole_pages) for address in answer.addresses]
        self.asked += 1
        self.first += any(right[:1])
        self.third += any(right[:3])
        self.nothing += not right


@dataclass
class Measure:
    """What a search gave over one collection."""

    way: str
    documents: int
    tallies: dict[str, Tally] = field(default_factory=dict)
    milliseconds: list[float] = field(default_factory=list)
    first_bytes: list[int] = field(default_factory=list)
    later_bytes: list[int] = field(default_factory=list)
    indexing: Run | None = None
    again: Run | None = None
    """The same once more after one page changed: the finished years are taken as they were."""
    index_bytes: int = 0
    spellings: tuple[str, ...] = ()
    """In which spellings it is asked; in all where none is named."""

    @property
    def slowest(self) -> float:
        """The time under which 95 of 100 answers come."""
        return quantiles(self.milliseconds, n=20)[-1]

    @property
    def usual(self) -> float:
        """The time under which half of the answers come."""
        return median(self.milliseconds)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what this subject can be told."""
    parser.add_argument(
        "--pages", type=int, nargs="+", default=[1000, 5000], metavar="SỐ", help="số quyết định (1000 5000)"
    )


def measure(options: argparse.Namespace, screen: Console) -> str:
    """Measure every way, print the table and return it."""
    CACHE.mkdir(exist_ok=True)
    with TemporaryDirectory(prefix="bench-", dir=CACHE) as folder, asking.browser() as browser:
        measures = list(_measures(sorted(set(options.pages)), Path(folder), browser, screen))
    table = search_figures.markdown(measures)
    print(table)
    return table


def is_right(address: str, query: Query, *, whole_pages: bool) -> bool:
    """Tell whether an address is an answer; one that names no provision is met by any of its page."""
    page = address.partition("#")[0]
    for answer in query.answers:
        wanted, sign, _ = answer.partition("#")
        if address == answer or (page == wanted and (whole_pages or not sign)):
            return True
    return False


def _measures(sizes: list[int], folder: Path, browser: Browser, screen: Console) -> Iterator[Measure]:
    for size in sizes:
        place = folder / str(size)
        with screen.status(f"{size} quyết định: dựng trang web…"):
            lay_out(size, place / "docs")
            _build(place)
        with screen.status(f"{size} quyết định: lập chỉ mục…"):
            ours = _indexed(size, place)
        with screen.status(f"{size} quyết định: hỏi…"):
            yield _asked(ours, asking.Ours(), place / "site", browser)
        if size == sizes[-1]:
            with screen.status(f"{size} quyết định: chỉ mục cắt theo năm…"):
                yield _asked(_cut(size, place), asking.Ours(), place / "site", browser)
        if size == sizes[0]:
            with screen.status(f"{size} quyết định: Pagefind nguyên bản…"):
                plain = _plain(size, place)
                yield _asked(plain, asking.PlainPagefind(), place / "site", browser)
            with screen.status(f"{size} quyết định: tìm kiếm của giao diện…"):
                theme = _theme(size, place)
                yield _asked(theme, asking.Theme(), place / "stock" / "site", browser)


def _build(place: Path) -> None:
    docs, site = place / "docs", place / "site"
    command = [sys.executable, "-m", "scripts", "build", "--docs", str(docs), "--out", str(site)]
    try:
        run_process(command, ROOT, _environ())
    finally:
        shutil.rmtree(stage_folder(docs, site), ignore_errors=True)
        shutil.rmtree(search_cache(docs, site), ignore_errors=True)


def _indexed(size: int, place: Path) -> Measure:
    """Index the built site again, whole, with nothing else in the process."""
    done = _index(place, "cache", MANY)
    return Measure("this project", size, indexing=done, index_bytes=_index_bytes(place))


def _cut(size: int, place: Path) -> Measure:
    """Index the site cut by year, then once more after one page changed that is of no finished year."""
    first = _index(place, "cache-cut", 1)
    page = place / "site" / CHANGED / "index.html"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("</article>", "<p>Một đoạn mới.</p></article>"), encoding="utf-8")
    again = _index(place, "cache-cut", 1)
    return Measure(
        "cut by year", size, indexing=first, again=again, index_bytes=_index_bytes(place), spellings=BOTH
    )


def _index(place: Path, cache: str, many: int) -> Run:
    command = [sys.executable, "-m", "scripts.bench.indexing"]
    command += [str(place / "docs"), str(place / "site"), str(place / cache), str(many)]
    return run_process(command, ROOT, _environ())


def _index_bytes(place: Path) -> int:
    return _size(place / "site" / "tim-kiem" / "chi-muc")


def _plain(size: int, place: Path) -> Measure:
    site = place / "site"
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--root-selector", "article"]
    command += ["--exclude-selectors", ".headerlink", "--glob", INDEXED, "--silent"]
    done = run_process(command, ROOT, _environ())
    (site / asking.PLAIN_PAGE).write_text(
        '<!doctype html><html lang="vi"><title>Pagefind</title></html>', encoding="utf-8"
    )
    return Measure(
        "plain Pagefind", size, indexing=done, index_bytes=_size(site / "pagefind"), spellings=BOTH
    )


def _theme(size: int, place: Path) -> Measure:
    """Build the same pages with the theme as it comes, but for a navigation of all pages."""
    project = place / "stock"
    write_stock(load(place / "docs"), project, whole=False)
    file = project / "mkdocs.yml"
    settings = yaml.safe_load(file.read_text(encoding="utf-8")) | {"plugins": [{"search": {"lang": "vi"}}]}
    settings["theme"] |= {"language": "vi", "font": False}
    file.write_text(yaml.safe_dump(settings, allow_unicode=True), encoding="utf-8")
    run_process([sys.executable, "-m", "mkdocs", "build", "--quiet"], project, _environ())
    return Measure("the theme's own", size, index_bytes=_size(project / "site" / "search"), spellings=BOTH)


def _asked(measure: Measure, searcher: Searcher, site: Path, browser: Browser) -> Measure:
    """Ask every query in every spelling, then some of them in fresh browsers for what goes over the wire."""
    queries = read_queries()
    is_ours = isinstance(searcher, asking.Ours)
    with hosting(site) as host:
        page = browser.new_page()
        searcher.open(page, host)
        for query in queries:
            for name, text in query.variants():
                if not measure.spellings or name in measure.spellings:
                    answer = searcher.ask(page, text)
                    measure.milliseconds.append(answer.milliseconds)
                    tally = measure.tallies.setdefault(name, Tally())
                    tally.note(query, answer, whole_pages=not is_ours)
        page.close()
        _weigh(measure, searcher, host, browser, queries)
    return measure


def _weigh(measure: Measure, searcher: Searcher, host: Host, browser: Browser, queries: list[Query]) -> None:
    step = max(1, len(queries) // searcher.fresh)
    for query, later in list(zip(queries[::step], queries[1::step], strict=False))[: searcher.fresh]:
        context = browser.new_context()
        page = context.new_page()
        host.account.taken()
        searcher.open(page, host, query.text)
        searcher.ask(page, query.text)
        measure.first_bytes.append(_bytes(host, searcher))
        searcher.ask(page, later.text)
        measure.later_bytes.append(_bytes(host, searcher))
        context.close()


def _bytes(host: Host, searcher: Searcher) -> int:
    return sum(sent.size for sent in host.account.taken() if sent.path.startswith(searcher.counted))


def _size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def _environ() -> dict[str, str]:
    return {**variables(Environment(), os.environ), "NO_MKDOCS_2_WARNING": "1"}
