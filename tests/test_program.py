"""A program is found where its variable says, else at the first usual place where a file lies."""

from pathlib import Path

import pytest

from scripts.program import find, require
from scripts.step import SetupError


@pytest.fixture
def program(tmp_path: Path) -> Path:
    file = tmp_path / "program"
    file.touch(mode=0o755)
    return file


def test_what_the_variable_names_comes_before_the_usual_places(program: Path, tmp_path: Path) -> None:
    usual = tmp_path / "usual"
    usual.touch()
    assert find("PROGRAM", [usual], {"PROGRAM": str(program)}, "") == program
    assert find("PROGRAM", [tmp_path / "none", tmp_path, usual, program], {"PROGRAM": ""}, "") == usual


@pytest.mark.parametrize("wrong", ["", "none"])
def test_a_variable_that_names_no_program_is_told_with_the_remedy(
    wrong: str, program: Path, tmp_path: Path
) -> None:
    with pytest.raises(SetupError, match=r'PROGRAM=".*" không phải một tệp chạy được(?s:.*)Cài đặt\.'):
        find("PROGRAM", [program], {"PROGRAM": str(tmp_path / wrong)}, "Cài đặt.")


def test_where_there_is_none_the_remedy_is_told(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match=r"^Cài đặt\.$"):
        require(find("PROGRAM", [tmp_path / "none"], {}, "Cài đặt."), "Cài đặt.")
