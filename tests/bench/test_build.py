"""The benchmark of the build runs every way as a user would and lays the figures out."""

import subprocess
import sys
from pathlib import Path

import pytest

from scripts.bench import build, figures
from scripts.bench.build import Measure
from scripts.bench.process import Run, RunError, Usage, run
from scripts.environment import ROOT

LINES = (
    (0.5, "Đang kiểm tra các trang…"),
    (2.5, "Đang chuẩn bị các trang…"),
    (3.0, "Đang dựng 12 trang…"),
    (9.0, "Đang kiểm chứng trang web…"),
    (10.0, "Đã dựng 12 trang vào site/ trong 10,0 giây."),
)


def measure(way: str, decisions: int, seconds: float, lines: tuple[tuple[float, str], ...] = ()) -> Measure:
    return Measure(
        way, decisions, decisions * 2, Run(seconds, lines, Usage(seconds * 2, 100)), 20_000, 5_000, 3_000_000
    )


def test_the_steps_of_a_build_are_told_from_the_lines_that_it_prints() -> None:
    steps = measure("ours", 10, 10.2, LINES).steps
    assert {name: round(seconds, 1) for name, seconds in steps.items()} == {
        "start": 0.5,
        "check": 2.0,
        "stage": 0.5,
        "engine": 6.0,
        "harden and verify": 1.2,
    }


def test_a_build_prints_the_lines_from_which_its_steps_are_told() -> None:
    source = (ROOT / "scripts" / "build.py").read_text(encoding="utf-8")
    assert [line for line in build.STEPS if f'"{line}' not in source] == []


def test_the_table_tells_what_a_page_costs_and_how_that_grows() -> None:
    measures = [measure("ours", 250, 5), measure("stock", 250, 5), measure("ours", 1000, 20)]
    text = figures.markdown([*measures, measure("stock", 1000, 80, LINES)])
    assert "| ours | 250 | 500 | 5.0 s | 10.0 ms | 10.0 s | 100 MB | 20.0 KB | 5.0 KB | 3.0 MB |" in text
    assert "- ours: a page at 1,000 costs 1.00 times one at 250" in text
    assert "- stock: a page at 1,000 costs 4.00 times one at 250" in text
    assert "- stock, 1,000: start 0.5 s" in text
    assert "cores" in text.splitlines()[-1]


def test_a_command_is_measured_with_the_second_of_each_line(tmp_path: Path) -> None:
    taken = run([sys.executable, "-c", "print('a'); print('b')"], tmp_path, {})
    assert [line for _, line in taken.lines] == ["a", "b"]
    assert 0 < taken.lines[0][0] <= taken.seconds
    if taken.usage:
        assert 0 < taken.usage.cpu_seconds < 10
        assert 1 < taken.usage.megabytes < 500


def test_a_command_that_fails_is_told_with_its_last_words(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="hỏng"):
        run([sys.executable, "-X", "utf8", "-c", "import sys; sys.exit('hỏng')"], tmp_path, {})


def left() -> set[Path]:
    return set(build.CACHE.glob("bench-*"))


def test_every_way_is_measured_and_nothing_is_left_behind() -> None:
    before = left()
    done = subprocess.run(
        [sys.executable, "-m", "scripts", "bench", "build", "--pages", "3", "--runs", "1"],
        cwd=ROOT,
        env={"COLUMNS": "200", "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    for way in build.WAYS:
        assert f"│ {way} " in done.stdout
    assert "engine" in done.stdout
    assert left() <= before
