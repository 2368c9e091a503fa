"""Read the command line of `bench`, measure its subject, and write the table into the README where asked."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from subprocess import TimeoutExpired
from typing import TYPE_CHECKING, Final

from rich.console import Console

from macros.catalogue import CatalogueError
from scripts.bench import build, citations, page, readme, search
from scripts.bench.citation_sets import SetError
from scripts.bench.lighthouse import LighthouseError
from scripts.bench.process import RunError
from scripts.environment import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


@dataclass(frozen=True)
class Subject:
    """What can be measured: its help, what it can be told, and how it is measured."""

    help: str
    add_arguments: Callable[[argparse.ArgumentParser], None]
    measure: Callable[[argparse.Namespace, Console], str]
    """Prints what was found and returns the table for the README."""


SUBJECTS: Final[Mapping[str, Subject]] = {
    "build": Subject("dựng trang web, cạnh Material nguyên bản", build.add_arguments, build.measure),
    "citations": Subject(
        "tìm và xét viện dẫn, cạnh các công cụ khác", citations.add_arguments, citations.measure
    ),
    "page": Subject("dung lượng và điểm Lighthouse của các trang", page.add_arguments, page.measure),
    "search": Subject(
        "tìm kiếm, cạnh Pagefind và giao diện nguyên bản", search.add_arguments, search.measure
    ),
}

STOPPED: Final = (CatalogueError, LighthouseError, RunError, SetError, TimeoutExpired)
"""What can keep a subject from being measured; the message says why."""


def main(argv: list[str]) -> int:
    """Measure one subject; 0 done, 2 could not run."""
    parser = argparse.ArgumentParser(
        prog="python3 -m scripts bench",
        description="Đo trên dữ liệu tự tạo, mỗi lượt trong một tiến trình mới.",
        allow_abbrev=False,
    )
    subjects = parser.add_subparsers(dest="subject", required=True, metavar="ĐỐI_TƯỢNG")
    for name, subject in SUBJECTS.items():
        told = subjects.add_parser(
            name, help=subject.help, formatter_class=argparse.RawDescriptionHelpFormatter
        )
        subject.add_arguments(told)
        told.add_argument("--write", action="store_true", help="ghi bảng vào README.md")
    options = parser.parse_args(argv)
    return run(options)


def run(options: argparse.Namespace) -> int:
    """Measure the subject, and write its table where that is asked; 0 done, 2 could not run."""
    screen = Console(stderr=True, highlight=False, soft_wrap=True)
    file, mark = ROOT / "README.md", f"bench:{options.subject}"
    if options.write and not readme.has_place(file, mark):  # before the long work
        screen.print(f"README.md không có chỗ cho bảng: <!-- {mark} --> … <!-- /{mark} -->.", markup=False)
        return 2
    try:
        table = SUBJECTS[options.subject].measure(options, screen)
    except STOPPED as error:
        screen.print(str(error), markup=False)
        return 2
    if options.write:
        readme.write(file, mark, table)
    return 0
