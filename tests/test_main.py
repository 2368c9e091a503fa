import ast
import os
import runpy
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.__main__ import Command, discover, unknown, usage
from scripts.environment import ROOT, Environment
from tests.test_environment import wheel

ECHO = """\
import os, sys
from pathlib import Path
SUMMARY = "Nói lại"
def main(argv):
    import macros, mot
    print(sys.prefix, *argv)
    return 7
"""
STOP = 'SUMMARY = "Dừng"\ndef main(argv): raise KeyboardInterrupt\n'
LONG = 'SUMMARY = "Nói dài"\ndef main(argv):\n    for n in range(100_000): print(n)\n    return 0\n'
REFUSE = """\
from scripts.step import SetupError
SUMMARY = "Từ chối"
def main(argv): raise SetupError("Cần một thứ. Something is needed.")
"""


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clone with the project's own door, commands of the test's own, and a lock of one tiny package."""
    root = tmp_path_factory.mktemp("bản sao") / "dự án"
    (root / "scripts").mkdir(parents=True)
    for name in ("__init__.py", "__main__.py", "environment.py", "step.py"):
        shutil.copy(ROOT / "scripts" / name, root / "scripts" / name)
    for name, text in {"echo": ECHO, "stop": STOP, "long": LONG, "refuse": REFUSE}.items():
        (root / "scripts" / f"{name}.py").write_text(text, encoding="utf-8")
    (root / "macros").mkdir()
    (root / "macros" / "__init__.py").touch()
    (root / "requirements.lock").write_text(wheel(root.parent / "wheels", "mot"), encoding="utf-8")
    return root


def run(clone: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the door with the Python beneath the tests' environment, as after a fresh clone."""
    environ = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    environ |= {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": (clone.parent / "wheels").as_uri()}
    python = (
        Path(sys.base_prefix, "python.exe") if os.name == "nt" else Path(sys.base_prefix, "bin", "python3")
    )
    return subprocess.run(
        [python, "-m", "scripts", *arguments],
        cwd=clone,
        env=environ | {"PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        check=False,
    )


@pytest.mark.parametrize("arguments", [(), ("--help",), ("-h",)])
def test_the_commands_are_listed_one_line_each_and_nothing_is_set_up(
    clone: Path, arguments: tuple[str, ...]
) -> None:
    bare = shutil.copytree(
        clone, clone.parent / f"bare{len(arguments)}{''.join(arguments)}", dirs_exist_ok=True
    )
    shutil.rmtree(bare / ".venv", ignore_errors=True)
    answer = run(bare, *arguments)
    assert (answer.returncode, answer.stderr) == (0, "")
    assert "  echo    Nói lại\n  long    Nói dài\n  refuse  Từ chối\n  stop    Dừng\n" in answer.stdout
    assert not (bare / ".venv").exists()


def test_an_unknown_command_is_answered_with_the_nearest_and_code_2(clone: Path) -> None:
    answer = run(clone, "ehco")
    assert (answer.returncode, answer.stderr) == (2, 'Không có lệnh "ehco". Có phải "echo"?\n')


def test_a_command_runs_inside_the_environment_with_its_arguments_and_its_exit_code(clone: Path) -> None:
    first, second = run(clone, "echo", "--a", "đ e"), run(clone, "echo")
    assert first.returncode == second.returncode == 7
    assert first.stdout == f"{clone / '.venv'} --a đ e\n"
    assert second.stdout == f"{clone / '.venv'}\n"
    assert second.stderr == ""


def test_a_command_that_is_stopped_by_the_keyboard_says_so_without_a_traceback(clone: Path) -> None:
    answer = run(clone, "stop")
    assert answer.returncode == 130
    assert answer.stderr.endswith("\nĐã dừng.\n")
    assert "Traceback" not in answer.stderr


def test_what_the_machine_lacks_is_told_in_words_with_code_2(clone: Path) -> None:
    answer = run(clone, "refuse")
    assert answer.returncode == 2
    assert answer.stderr.endswith("Cần một thứ. Something is needed.\n")
    assert "Traceback" not in answer.stderr


def test_a_reader_that_has_read_enough_is_no_error(clone: Path) -> None:
    run(clone, "echo")
    command = [Environment(clone).python, "-m", "scripts", "long"]
    with subprocess.Popen(command, cwd=clone, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


def test_commands_are_read_without_importing_them(tmp_path: Path) -> None:
    sources = {
        "build.py": 'raise RuntimeError\nSUMMARY = "Dựng trang"\ndef main(argv): ...\n',
        "test.py": 'SUMMARY: Final = "Kiểm thử"\nLAYER = "test"\ndef main(argv): ...\n',
        "new_page.py": 'SUMMARY = "Thêm trang"\nfrom x import run as main\n',
        "bench/__init__.py": 'SUMMARY = "Đo"\nfrom scripts.bench.figures import main\n',
        "no_main.py": 'SUMMARY = "Không phải lệnh"\n',
        "no_summary.py": "def main(argv): ...\n",
        "_private.py": 'SUMMARY = "Riêng"\ndef main(argv): ...\n',
    }
    for name, text in sources.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert list(discover(tmp_path)) == [
        Command("bench", "scripts.bench", "Đo"),
        Command("build", "scripts.build", "Dựng trang"),
        Command("new-page", "scripts.new_page", "Thêm trang"),
        Command("test", "scripts.test", "Kiểm thử", layer="test"),
    ]


def test_a_command_with_a_slip_in_its_syntax_is_listed_as_such_and_the_others_still_run(
    tmp_path: Path,
) -> None:
    (tmp_path / "build.py").write_text("x = 1\ndef main(:\n", encoding="utf-8")
    assert [command.summary for command in discover(tmp_path)] == [
        "(chưa chạy được: lỗi cú pháp ở build.py:2)"
    ]


def test_every_command_of_the_project_has_a_summary_of_one_line() -> None:
    commands = list(discover(ROOT / "scripts"))
    assert "test" in {command.name for command in commands}
    assert all(command.summary.strip() and "\n" not in command.summary for command in commands)
    assert len(usage(commands).splitlines()) == len(commands) + 4


def test_a_name_unlike_any_command_is_answered_with_all_of_them() -> None:
    assert unknown("xyz", ["build", "check"]) == 'Không có lệnh "xyz". Các lệnh: build, check.'


def test_a_python_too_old_is_told_so_in_syntax_that_it_understands(monkeypatch: pytest.MonkeyPatch) -> None:
    source = ROOT / "scripts" / "__init__.py"
    ast.parse(source.read_text(encoding="utf-8"), feature_version=(3, 4))
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    with pytest.raises(SystemExit, match=r"Cần Python 3\.11 trở lên; đây là Python 3\.9\.2"):
        runpy.run_path(str(source))


@pytest.mark.parametrize("name", ["__init__", "__main__", "environment", "step"])
def test_what_runs_before_the_environment_stands_uses_the_standard_library_alone(name: str) -> None:
    tree = ast.parse((ROOT / "scripts" / f"{name}.py").read_text(encoding="utf-8"))
    imports = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imports |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    foreign = {module for module in imports if module.partition(".")[0] not in sys.stdlib_module_names}
    assert foreign <= {"scripts.environment", "scripts.step"}
