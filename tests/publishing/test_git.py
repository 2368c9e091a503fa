"""Git is run apart from the user's settings and checkouts, and reaches remotes as the clone does."""

import subprocess
from pathlib import Path

import pytest

from scripts.publishing.git import Git, is_repository, remote_address, repository
from scripts.publishing.release import PublishingError


def git(*arguments: str, where: Path) -> None:
    subprocess.run(["git", *arguments], cwd=where, capture_output=True, check=True)


@pytest.fixture
def clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A clone on a machine whose user has told Git nothing."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "nothing"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    git("init", "--quiet", str(tmp_path / "clone"), where=tmp_path)
    return tmp_path / "clone"


@pytest.fixture
def made(clone: Path, tmp_path: Path) -> Git:
    return repository(tmp_path / "git", clone)


def test_what_ci_stores_to_reach_the_remote_is_passed_on_and_stands_in_no_command(
    clone: Path, tmp_path: Path
) -> None:
    key, header = "http.https://kho.example/.extraheader", "AUTHORIZATION: basic bXQ="
    git("config", "--local", key, header, where=clone)

    made = repository(tmp_path / "git", clone)

    assert made.run("config", "--get-all", key) == header
    assert header not in (tmp_path / "git/config").read_text(encoding="utf-8")


def test_other_settings_of_the_clone_are_not(clone: Path, tmp_path: Path) -> None:
    git("config", "--local", "core.autocrlf", "true", where=clone)
    git("config", "--local", "filter.x.clean", "cat", where=clone)

    made = repository(tmp_path / "git", clone)

    assert made.run("config", "core.autocrlf") == "false"
    with pytest.raises(PublishingError):
        made.run("config", "filter.x.clean")


def test_whoever_git_knows_publishes_else_the_command_itself(clone: Path, made: Git, tmp_path: Path) -> None:
    assert made.run("var", "GIT_AUTHOR_IDENT").startswith("python3 -m scripts publish <publish@localhost>")
    git("config", "user.name", "Người Đăng", where=clone)
    git("config", "user.email", "dang@localhost", where=clone)

    again = repository(tmp_path / "again", clone)

    assert again.run("var", "GIT_AUTHOR_IDENT").startswith("Người Đăng <dang@localhost>")


def test_a_command_that_fails_is_told_by_its_name_in_gits_words(made: Git) -> None:
    with pytest.raises(PublishingError, match=r"(?s)git rev-parse”.*fatal"):
        made.run("rev-parse", "--verify", "refs/heads/khong-co")


def test_a_machine_without_git_is_told_to_get_it(
    clone: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "empty"))

    assert remote_address("origin", clone) is None
    with pytest.raises(PublishingError, match="cài Git"):
        repository(tmp_path / "git", clone)


def test_a_remote_is_known_by_its_name_in_the_clone(clone: Path) -> None:
    git("remote", "add", "origin", "https://kho.example/trang.git", where=clone)

    assert remote_address("origin", clone) == "https://kho.example/trang.git"
    assert remote_address("khong-co", clone) is None
    assert remote_address("--help", clone) is None


def test_a_repository_is_known_by_what_lies_in_it(clone: Path, tmp_path: Path) -> None:
    git("init", "--quiet", "--bare", str(tmp_path / "kho"), where=tmp_path)

    assert is_repository(clone)
    assert is_repository(tmp_path / "kho")
    assert not is_repository(tmp_path)
    assert not is_repository(tmp_path / "khong-co")
