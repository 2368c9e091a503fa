"""What all subjects of the bench share: their tables go into the README, or the command says why not."""

from dataclasses import replace
from pathlib import Path

import pytest

from scripts.bench import command, main
from scripts.bench.command import SUBJECTS
from scripts.bench.process import RunError
from scripts.environment import ROOT

PLACES = "".join(f"<!-- bench:{name} -->\ncũ\n<!-- /bench:{name} -->\n" for name in SUBJECTS)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(command, "ROOT", tmp_path)
    return tmp_path


def measuring(monkeypatch: pytest.MonkeyPatch, name: str, result: str | Exception) -> list[str]:
    """Let a subject be measured in no time; return the list in which each measuring is noted."""
    measured: list[str] = []

    def measure(*_: object) -> str:
        measured.append(name)
        if isinstance(result, Exception):
            raise result
        return result

    monkeypatch.setattr(command, "SUBJECTS", SUBJECTS | {name: replace(SUBJECTS[name], measure=measure)})
    return measured


@pytest.mark.parametrize("name", SUBJECTS)
def test_a_readme_without_a_place_for_the_table_is_told_before_the_long_work(
    name: str, root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    measured = measuring(monkeypatch, name, "bảng")

    assert main([name, "--write"]) == 2

    said = f"README.md không có chỗ cho bảng: <!-- bench:{name} --> … <!-- /bench:{name} -->."
    assert said in capsys.readouterr().err
    assert measured == []


@pytest.mark.parametrize("name", SUBJECTS)
def test_a_table_goes_to_its_own_place_and_only_where_that_is_asked(
    name: str, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / "README.md").write_text(PLACES, encoding="utf-8")
    measuring(monkeypatch, name, "bảng")

    assert main([name]) == 0
    assert (root / "README.md").read_text(encoding="utf-8") == PLACES
    assert main([name, "--write"]) == 0
    assert (root / "README.md").read_text(encoding="utf-8") == PLACES.replace(
        f"<!-- bench:{name} -->\ncũ", f"<!-- bench:{name} -->\nbảng"
    )


def test_what_keeps_a_subject_from_being_measured_is_told_and_nothing_is_written(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "README.md").write_text(PLACES, encoding="utf-8")
    measuring(monkeypatch, "build", RunError("hỏng [giữa chừng]"))

    assert main(["build", "--write"]) == 2

    assert "hỏng [giữa chừng]" in capsys.readouterr().err
    assert (root / "README.md").read_text(encoding="utf-8") == PLACES


@pytest.mark.parametrize("name", SUBJECTS)
def test_the_readme_has_a_place_for_every_table(name: str) -> None:
    assert command.readme.has_place(ROOT / "README.md", f"bench:{name}")
