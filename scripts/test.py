"""Check the code itself: style, types, behaviour and the built site in a real browser."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import pytest

from scripts.browser import VARIABLE, obtain
from scripts.environment import ROOT
from scripts.publishing import nginx

SUMMARY: Final = "Kiểm thử mã nguồn: ruff, mypy, pytest (có trình duyệt thật)"
LAYER: Final = "test"

CHECKS: Final = {
    "ruff check": ["ruff", "check", "."],
    "ruff format": ["ruff", "format", "--check", "."],
    "mypy": ["mypy"],
}

WORKERS: Final = min(os.cpu_count() or 1, 7) + 1
"""One more than there are cores: there is always one that waits for a browser or for a process."""


@dataclass(frozen=True)
class Result:
    """How one check ended."""

    name: str
    code: int
    seconds: float

    def __str__(self) -> str:
        """Return the result as one line of the closing list."""
        return f"{self.name:<12} {'đạt' if self.code == 0 else 'KHÔNG ĐẠT':<10} {self.seconds:6.1f} giây"


@dataclass(frozen=True)
class Closing:
    """A pytest plugin: tell the other checks' results before pytest's own closing line, which stays last."""

    results: tuple[Result, ...]

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Write one line for each check that ran before pytest."""
        terminalreporter.section("ruff, mypy")
        for result in self.results:
            terminalreporter.write_line(str(result), red=result.code != 0)


def main(argv: list[str]) -> int:
    """Run every check, whatever fails, and return 0 only if none did."""
    parser = argparse.ArgumentParser(prog="python3 -m scripts test", description=SUMMARY, allow_abbrev=False)
    parser.add_argument("--lint", action="store_true", help="chỉ chạy ruff và mypy")
    parser.epilog = "Tham số khác được chuyển cho pytest, ví dụ: tests/test_numbering.py -k 'Roman' -n 0"
    options, rest = parser.parse_known_args(argv)
    os.chdir(ROOT)
    if not options.lint:
        # Before the long checks, for every worker.
        os.environ[VARIABLE] = str(obtain(os.environ))
        if sys.platform != "win32":  # where a folder cannot be published to, no server shows one
            os.environ[nginx.VARIABLE] = str(nginx.obtain(os.environ))
    results = tuple(run_check(name, arguments) for name, arguments in CHECKS.items())
    failed = any(result.code for result in results)
    if options.lint:
        print(*results, sep="\n")
        return int(failed)
    code = run_pytest(rest, results)
    return code or int(failed)


def run_check(name: str, arguments: list[str]) -> Result:
    """Run one tool of the environment and show what it says."""
    started = time.monotonic()
    print(f"── {name}", flush=True)
    code = subprocess.run([sys.executable, "-m", *arguments], check=False).returncode
    return Result(name, code, time.monotonic() - started)


def run_pytest(arguments: Iterable[str], results: tuple[Result, ...]) -> int:
    """Run pytest in several workers, a file's tests in one; later arguments win."""
    print("── pytest", flush=True)
    workers = ["-n", str(WORKERS), "--dist", "loadfile"]
    return int(pytest.main([*workers, *arguments], plugins=[Closing(results)]))
