"""When git says that a page last changed, and when it does not know."""

import os
import subprocess
from pathlib import Path

import pytest

from scripts.history import last_changes


def git(folder: Path, *arguments: str, day: str = "2020-01-01") -> None:
    names = {f"GIT_{who}_{what}": "ai" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    dates = {f"GIT_{who}_DATE": f"{day}T12:00:00+07:00" for who in ("AUTHOR", "COMMITTER")}
    command = ["git", "-c", "init.defaultBranch=main", *arguments]
    subprocess.run(command, cwd=folder, env=os.environ | names | dates, check=True, capture_output=True)


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """Two pages of 2020, one changed in 2021, in a folder of a clone."""
    clone = tmp_path / "clone"
    (clone / "docs/quyet-dinh").mkdir(parents=True)
    git(clone, "init")
    for name in ("docs/quyet-dinh/một.md", "docs/hai.md", "README.md"):
        (clone / name).write_text("chữ", encoding="utf-8")
    git(clone, "add", ".")
    git(clone, "commit", "-m", "one", day="2020-05-06")
    (clone / "docs/hai.md").write_text("chữ khác", encoding="utf-8")
    git(clone, "commit", "-am", "two", day="2021-07-08")
    return clone


def test_each_file_has_the_day_of_the_last_commit_that_changed_it(clone: Path) -> None:
    assert last_changes(clone / "docs") == {"quyet-dinh/một.md": "2020-05-06", "hai.md": "2021-07-08"}


def test_what_is_not_committed_has_no_day(clone: Path) -> None:
    (clone / "docs/hai.md").write_text("chữ mới", encoding="utf-8")
    (clone / "docs/ba.md").write_text("chữ", encoding="utf-8")

    assert last_changes(clone / "docs") == {"quyet-dinh/một.md": "2020-05-06"}


def test_a_clone_without_its_history_knows_no_day(clone: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--depth=1", clone.as_uri(), "shallow")

    assert last_changes(tmp_path / "shallow/docs") == {}


def test_outside_a_clone_no_day_is_known(tmp_path: Path) -> None:
    assert last_changes(tmp_path) == {}
