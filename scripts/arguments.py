"""Read a command's arguments: a parser that speaks Vietnamese and never leaves the program by itself."""

from __future__ import annotations

import argparse
import re
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Sequence


class UsageError(Exception):
    """A command was called with something that it cannot do; the message is for staff."""


class Parser(argparse.ArgumentParser):
    """A parser of one command: `usage` is its line of use, after the door's own words."""

    def __init__(self, command: str, usage: str, summary: str) -> None:
        """Make a parser without arguments of its own but `--help`."""
        self.command = f"python3 -m scripts {command}"
        super().__init__(
            usage=f"{self.command} {usage}", description=summary, add_help=False, allow_abbrev=False
        )
        self.taken = self.add_argument_group("tham số")

    def read(self, argv: Sequence[str], formats: Sequence[str]) -> argparse.Namespace:
        """Read the arguments; raise UsageError for unknown ones and for a `--format` that there is not."""
        self.taken.add_argument("--help", "-h", action="help", help="hiện các tham số rồi thôi")
        options, unknown = self.parse_known_args(argv)
        if unknown:
            raise UsageError(f"Không có tham số {' '.join(unknown)}. {self._see_help}")
        if options.format not in formats:
            raise UsageError(f"Không có kiểu “{options.format}”. Các kiểu: {', '.join(formats)}")
        return options

    def format_help(self) -> str:
        """Write the help; argparse's own word for its first line is English."""
        return super().format_help().replace("usage:", "Cách dùng:", 1)

    def error(self, message: str) -> NoReturn:
        """Raise UsageError; what can be wrong here is an option without its value, or with one too many."""
        option = re.search(r"--\w+", message)
        wrong = "không nhận giá trị" if "ignored explicit" in message else "cần một giá trị"
        raise UsageError(f"Tham số {option[0] if option else message} {wrong}. {self._see_help}")

    @property
    def _see_help(self) -> str:
        return f"Xem: {self.command} --help"
