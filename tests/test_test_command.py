import subprocess
import sys
from pathlib import Path

from scripts.environment import ROOT

PASSING = "def test_one():\n    assert True\n"
FAILING = "def test_one():\n    assert False\n"


def run(folder: Path, test: str, checks: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the test command on one small test file, with small Python programs in the place of the checks."""
    (folder / "test_it.py").write_text(test, encoding="utf-8")
    setting = f"t.CHECKS.clear(); t.CHECKS.update({checks})"
    code = f"import sys, scripts.test as t; {setting}; sys.exit(t.main(sys.argv[1:]))"
    pytest = ["-n", "0", "-p", "no:cacheprovider", "--rootdir", str(folder), str(folder)]
    return subprocess.run(
        [sys.executable, "-c", code, *(arguments or pytest)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_a_failed_check_fails_the_command_and_pytest_runs_all_the_same_with_its_closing_line_last(
    tmp_path: Path,
) -> None:
    answer = run(tmp_path, PASSING, "{'mypy': ['mypy', '--no-such-option'], 'ruff': ['ruff', '--version']}")
    assert answer.returncode == 1
    *_, mypy, ruff, closing = answer.stdout.splitlines()
    assert mypy.startswith("mypy         KHÔNG ĐẠT")
    assert ruff.startswith("ruff         đạt")
    assert "1 passed in" in closing


def test_a_failed_test_fails_the_command(tmp_path: Path) -> None:
    answer = run(tmp_path, FAILING, "{}")
    assert answer.returncode == 1
    assert "1 failed in" in answer.stdout.splitlines()[-1]


def test_the_command_passes_when_all_pass(tmp_path: Path) -> None:
    assert run(tmp_path, PASSING, "{'ruff': ['ruff', '--version']}").returncode == 0


def test_no_test_at_all_is_no_success(tmp_path: Path) -> None:
    assert run(tmp_path, "", "{}").returncode == 5


def test_the_checks_alone_are_quick_and_need_no_browser(tmp_path: Path) -> None:
    answer = run(tmp_path, FAILING, "{'ruff': ['ruff', '--version']}", "--lint")
    assert answer.returncode == 0
    assert answer.stdout.splitlines()[-1].startswith("ruff         đạt")
