"""Read the command line of `bench` and hand over to its subject."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from scripts.bench import build, citations, page, search

if TYPE_CHECKING:
    from collections.abc import Callable

SUBJECTS: dict[str, Callable[[argparse.Namespace], int]] = {
    "build": build.run,
    "citations": citations.run,
    "page": page.run,
    "search": search.run,
}


def main(argv: list[str]) -> int:
    """Measure one subject; 0 done, 2 could not run."""
    parser = argparse.ArgumentParser(
        prog="python3 -m scripts bench",
        description="Đo trên dữ liệu tự tạo, mỗi lượt trong một tiến trình mới.",
        allow_abbrev=False,
    )
    subjects = parser.add_subparsers(dest="subject", required=True, metavar="ĐỐI_TƯỢNG")
    build.add_arguments(subjects.add_parser("build", help="dựng trang web, cạnh Material nguyên bản"))
    citations.add_arguments(
        subjects.add_parser(
            "citations",
            help="tìm và xét viện dẫn, cạnh các công cụ khác",
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
    )
    page.add_arguments(subjects.add_parser("page", help="dung lượng và điểm Lighthouse của các trang"))
    search.add_arguments(
        subjects.add_parser("search", help="tìm kiếm, cạnh Pagefind và giao diện nguyên bản")
    )
    options = parser.parse_args(argv)
    return SUBJECTS[options.subject](options)
