"""Read the command line of `official`: ask and write a report, or bring the issue up to date by one."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from macros.library import load
from scripts.arguments import Parser, UsageError
from scripts.environment import ROOT
from scripts.official import issue, lychee, report
from scripts.official.addresses import official_addresses

if TYPE_CHECKING:
    import argparse

FORMATS = ("text", "json")


def main(argv: list[str]) -> int:
    """Ask, or tell; 0 when that was done, whatever the answers were, 2 when it could not be."""
    try:
        options = _arguments(argv)
        if options.issue:
            return _tell(options.issue)
        return _ask(options)
    except (UsageError, lychee.AskingError, report.ReportError, issue.ForgeError) as error:
        print(error, file=sys.stderr)
        return 2


def _ask(options: argparse.Namespace) -> int:
    if not options.docs.is_dir():
        raise UsageError(f"Không có thư mục “{options.docs}”. Hãy nêu thư mục các trang bằng --docs")
    addresses = official_addresses(load(options.docs))
    if options.list:
        print("\n".join(address.address for address in addresses))
        return 0
    answered = lychee.ask(addresses, ROOT / ".cache" / "official")
    if options.report:
        options.report.write_text(report.as_json(answered), encoding="utf-8", newline="\n")
    print(report.as_json(answered) if options.format == "json" else report.as_text(answered), end="")
    return 0


def _tell(file: Path) -> int:
    try:
        answered = report.read_json(file.read_bytes())
    except OSError as error:
        raise UsageError(f"Không đọc được “{file}”: {error.strerror}") from error
    print(issue.bring_up_to_date(issue.forge(os.environ), answered))
    return 0


def _arguments(argv: list[str]) -> argparse.Namespace:
    usage = "[--docs THƯ_MỤC] [--format KIỂU] [--report TỆP] [--list] | --issue TỆP"
    parser = Parser("official", usage, "Hỏi các địa chỉ bản chính thức xem còn mở được không")
    add = parser.taken.add_argument
    add("--docs", default=Path("docs"), type=Path, metavar="THƯ_MỤC", help="các trang (docs)")
    add("--format", default="text", metavar="KIỂU", help="text, json (text)")
    add("--report", type=Path, metavar="TỆP", help="ghi kết quả vào tệp JSON này")
    add("--list", action="store_true", help="chỉ liệt kê các địa chỉ, không hỏi")
    add(
        "--issue",
        type=Path,
        metavar="TỆP",
        help="đọc kết quả ấy, mở, sửa hoặc đóng phiếu việc trên GitHub, GitLab",
    )
    return parser.read(argv, FORMATS)
