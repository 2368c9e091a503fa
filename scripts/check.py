"""Check the pages' sources: every finding of every page at once, before anything is built."""

from __future__ import annotations

import gc
import os
import sys
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache, partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

from rich.console import Console

from macros.catalogue import CatalogueError
from macros.document import LARGEST_FILE, decode
from macros.library import Library, load
from scripts import findings, known_works, mending
from scripts.arguments import Parser, UsageError
from scripts.findings import Finding, finding
from scripts.listing import generated_paths
from scripts.rules import RULES, Collection, Fault, Page, Rule, Severity, Subject
from scripts.rules.acceptance import acceptances
from scripts.rules.citation_faults import unknown_bases
from scripts.rules.help import help_pages
from scripts.settings import AddressError, is_reserved, settings
from scripts.spreading import spread

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from macros.work import Work
    from scripts.rules.page import UnknownBasis

SUMMARY: Final = "Kiểm tra nội dung trong docs/ và báo mọi chỗ cần sửa"

MOST_OF_A_KIND = 1_000
"""Findings of one rule on one page; a page that is all faults says so and stops there."""

FORMATS = ("text", "json", "github", "sarif")


class RuleError(Exception):
    """A rule failed on a page: a fault of the rule, never of the page."""


def main(argv: list[str]) -> int:
    """Print what the check finds; 0 without errors, 1 with, 2 when it could not run."""
    collecting = gc.isenabled()
    gc.disable()  # all that is read lives to the end: looking for garbage takes a third of the time
    try:
        return _run(_arguments(argv))
    except (UsageError, RuleError, AddressError, CatalogueError) as error:
        print(error, file=sys.stderr)
        return 2
    finally:
        if collecting:
            gc.enable()


def check(library: Library, today: date | None = None, catalogue: tuple[Work, ...] = ()) -> list[Finding]:
    """Run all rules over all pages; paths are relative to the folder of pages, in order of path and line.

    Raises RuleError when a rule fails.
    """
    made = generated_paths(library).union(help_pages())
    collection = Collection(library, made, today or date.today(), catalogue)  # noqa: DTZ011 - the day where staff are
    found: defaultdict[str, list[Finding]] = defaultdict(list)
    unknown: list[UnknownBasis] = []
    for part in _spread(collection):
        found.update(part.found)
        unknown += part.unknown
    whole = replace(collection, unknown=tuple(unknown))
    for rule in RULES.values():
        if rule.subject is Subject.COLLECTION:
            for fault in _faults(rule, "", whole):
                page = whole.pages.get(fault.path)
                found[fault.path].append(
                    finding(rule, fault, fault.path, issued=bool(page and page.is_issued))
                )
    for path, page in whole.pages.items():
        _accept(page, found[path])
    return sorted(f for several in found.values() for f in several)


@dataclass(frozen=True)
class _Part:
    """What the rules on pages found on a part of them, and what they gathered for the rules on all."""

    found: dict[str, list[Finding]]
    unknown: list[UnknownBasis]


def _spread(collection: Collection) -> list[_Part]:
    """Check the pages one by one, on several processors where that pays."""
    collection.works.by_number, collection.targets  # noqa: B018 - what all parts need is there before they part
    return spread(partial(_check_pages, collection), tuple(collection.library.documents))


def _check_pages(collection: Collection, paths: Sequence[str]) -> _Part:
    part = _Part({}, [])
    rules = [rule for rule in RULES.values() if rule.subject is Subject.PAGE]
    for path in paths:
        page = Page(collection.library.documents[path], collection)  # its views last as long as its check
        part.found[path] = [
            finding(rule, fault, path, issued=page.is_issued)
            for rule in rules
            for fault in _faults(rule, path, page)
        ]
        part.unknown.extend(unknown_bases(page))
    return part


def report(found: list[Finding], docs: Path, pages: int) -> bool:
    """Print what a build must say of its check, nothing if all is well; tell whether there are errors."""
    open_ones = [f for f in found if f.severity is not Severity.ACCEPTED]
    if open_ones:
        _print_text(found, docs, pages)
    return _has_errors(found)


def _has_errors(found: list[Finding]) -> bool:
    return any(f.severity is Severity.ERROR for f in found)


def _accept(page: Page, found: list[Finding]) -> None:
    """Mark what a page accepts of all that was found on it, and add what the rules on that find."""
    accepted = acceptances(page)
    if accepted:
        found[:] = findings.accept(found, accepted)
        for rule in RULES.values():
            if rule.subject is Subject.FINDINGS:
                faults = _faults(rule, page.path, page, list(found))
                found += [finding(rule, fault, page.path, issued=page.is_issued) for fault in faults]


def _faults(rule: Rule, path: str, *subjects: object) -> list[Fault]:
    """Run one rule; what it raises names the rule and the page."""
    try:
        faults = list(islice(rule.find(*subjects), MOST_OF_A_KIND + 1))
    except Exception as error:
        last = error.__traceback__
        while last and last.tb_next:
            last = last.tb_next
        where = f"{Path(last.tb_frame.f_code.co_filename).name}:{last.tb_lineno}" if last else ""
        raise RuleError(
            f"Quy tắc {rule.code} ({rule.name}) bị hỏng khi xem {path or 'cả thư mục'}: "
            f"{type(error).__name__}: {error} ({where}). "
            "Đây là lỗi của chương trình, không phải của trang; hãy báo lại."
        ) from error
    if len(faults) > MOST_OF_A_KIND and rule.subject is not Subject.COLLECTION:
        more = f"{faults[-2].message}. Còn nhiều chỗ như vậy: hãy sửa rồi kiểm tra lại"
        faults[-2:] = [replace(faults[-2], message=more)]
    return faults


def _arguments(argv: list[str]) -> argparse.Namespace:
    usage = "[TỆP…] [--fix] [--format KIỂU] [--docs THƯ_MỤC] [--address URL] [--catalogue TỆP]"
    parser = Parser("check", usage, SUMMARY)
    add = parser.taken.add_argument
    add("paths", nargs="*", metavar="TỆP", type=Path, help="chỉ báo (và chỉ sửa) ở tệp, thư mục này")
    add(
        "--fix",
        action="store_true",
        help="tự sửa các lỗi máy móc: chữ tách rời, chữ lạ giống chữ Việt, thiếu số 0, dấu cách trong số",
    )
    add("--format", default="text", metavar="KIỂU", help="text, json, github, sarif (text)")
    add("--docs", default=Path("docs"), type=Path, metavar="THƯ_MỤC", help="các trang (docs)")
    add("--address", default="", metavar="URL", help="địa chỉ của trang web, cho sarif")
    add("--catalogue", type=Path, metavar="TỆP", help="danh mục CSV các văn bản, ngoài các trang căn cứ")
    return parser.read(argv, FORMATS)


def _run(options: argparse.Namespace) -> int:
    if not options.docs.is_dir():
        raise UsageError(f"Không có thư mục “{options.docs}”. Hãy nêu thư mục các trang bằng --docs")
    wanted = [_within(options.docs, path) for path in options.paths]
    library = load(options.docs)
    catalogue = known_works.catalogue(options.catalogue)
    for line in known_works.told(catalogue, options.catalogue):
        print(line, file=sys.stderr)
    found = check(library, catalogue=catalogue.works)
    shown = _wanted(found, wanted)
    if options.fix:
        library, shown = _fix(options, library, shown, wanted, catalogue.works)
    files = (*library.documents, *(file.path for file in library.unreadable))
    pages = sum(not wanted or any(_is_below(file, path) for path in wanted) for file in files)
    _print(options, shown, pages)
    return int(_has_errors(shown))


def _wanted(found: list[Finding], wanted: list[str]) -> list[Finding]:
    return [f for f in found if not wanted or any(_is_below(f.path, path) for path in wanted)]


MOST_ROUNDS = 50
"""A mend may bring another to light: a number that is read only once its letters are ours."""


def _fix(
    options: argparse.Namespace,
    library: Library,
    shown: list[Finding],
    wanted: list[str],
    catalogue: tuple[Work, ...],
) -> tuple[Library, list[Finding]]:
    """Mend what can be mended, tell it, and give the pages as they are then with what is left on them."""
    out = sys.stdout if options.format == "text" else sys.stderr
    for _ in range(MOST_ROUNDS):
        try:
            done = mending.write(options.docs, library, mending.mends(library, shown))
        except OSError as error:
            raise UsageError(
                f"Không ghi được “{error.filename}”: {error.strerror}. Hãy xem lại quyền ghi"
            ) from error
        if not done:
            break
        for line in mending.told(done, partial(_seen, options.docs)):
            print(line, file=out)
        library = load(options.docs)
        shown = _wanted(check(library, catalogue=catalogue), wanted)
    return library, shown


def _within(docs: Path, path: Path) -> str:
    """Turn a path of the command line into one relative to the folder of pages."""
    if not os.path.lexists(path):
        raise UsageError(f"Không có tệp hay thư mục “{path}”. Hãy kiểm tra đường dẫn")
    # Links are not followed: a link among the pages is reported, not what it leads to.
    below, folder = Path(os.path.abspath(path)), Path(os.path.abspath(docs))  # noqa: PTH100
    if not below.is_relative_to(folder):
        raise UsageError(f"“{path}” không nằm trong thư mục “{docs}”. Hãy nêu thư mục các trang bằng --docs")
    return below.relative_to(folder).as_posix()


def _is_below(path: str, wanted: str) -> bool:
    return wanted in {".", path} or path.startswith(f"{wanted}/")


def _print(options: argparse.Namespace, found: list[Finding], pages: int) -> None:
    """Print findings with their paths as seen from the current folder."""
    if options.format == "text":
        _print_text(found, options.docs, pages)
        return
    named = [replace(f, path=_seen(options.docs, f.path)) for f in found]
    if options.format == "json":
        print(findings.as_json(named))
    elif options.format == "sarif":
        print(findings.as_sarif(named, _help_address(options.address)))
    elif named:
        print(findings.as_github(named))


def _print_text(found: list[Finding], docs: Path, pages: int) -> None:
    @lru_cache(maxsize=1)
    def lines(path: str) -> list[str]:
        return _lines(docs / path)

    console = Console(highlight=False)
    for line in findings.as_text(found, pages, lines, partial(_seen, docs)):
        if console.is_terminal:
            console.print(line, soft_wrap=True)
        else:
            print(line.plain)


def _lines(file: Path) -> list[str]:
    """Read a page's lines to show them; none of what is no readable page, as the finding itself says."""
    if file.suffix != ".md" or file.is_symlink() or not file.is_file() or file.stat().st_size > LARGEST_FILE:
        return []
    try:
        return decode(file.read_bytes()).split("\n")
    except (OSError, UnicodeDecodeError):
        return []


def _seen(docs: Path, path: str) -> str:
    return findings.visible((docs / path).as_posix())


def _help_address(address: str) -> str:
    """Tell where the rules' help is published; empty while the project has no address but an example's."""
    public: str = settings(address)["site_url"]
    return "" if is_reserved(public) else public
