"""Run Git for publishing, apart from every checkout and from the settings that change what it stores."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from scripts.publishing.release import PublishingError

# Of whoever calls us, such as a hook: they would lead Git to another repository than ours.
_PLACES: Final = (
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_COMMON_DIR",
    "GIT_NAMESPACE",
    "GIT_PREFIX",
)
# Files go in and come out to the byte, all of them, and nobody's hook runs.
_SETTINGS: Final = {
    "core.autocrlf": "false",
    "core.attributesFile": os.devnull,
    "core.excludesFile": os.devnull,
    "core.hooksPath": os.devnull,
    "core.fileMode": "false",
    "commit.gpgSign": "false",
    "gc.auto": "0",
}
# How a clone reaches its remote: what a CI system stores there, or a user's proxy.
_REACH: Final = r"^(http|credential|url|core\.sshcommand)(\.|$)"


@dataclass(frozen=True)
class Git:
    """A repository of our own in a temporary folder."""

    folder: Path
    environ: Mapping[str, str]

    def run(self, *arguments: str, index: Path | None = None) -> str:
        """Run a Git command and return what it prints; raise PublishingError with its own words."""
        return self.data(*arguments, index=index).decode("utf-8", "replace").strip()

    def data(self, *arguments: str, index: Path | None = None) -> bytes:
        """Run a Git command and return its output to the byte."""
        environ = {**self.environ, **({"GIT_INDEX_FILE": str(index)} if index else {})}
        return _run(["git", f"--git-dir={self.folder}", *arguments], environ)


def repository(folder: Path, project: Path) -> Git:
    """Make an empty repository that reaches remotes as the project's clone does."""
    environ = {name: value for name, value in os.environ.items() if name not in _PLACES}
    settings = [*_SETTINGS.items(), *_reach(project, environ), *_identity(project, environ)]
    environ["GIT_CONFIG_COUNT"] = str(len(settings))
    for number, (key, value) in enumerate(settings):
        environ |= {f"GIT_CONFIG_KEY_{number}": key, f"GIT_CONFIG_VALUE_{number}": value}
    environ["LC_ALL"] = "C"
    if not sys.stdin.isatty():
        environ["GIT_TERMINAL_PROMPT"] = "0"  # nobody is there to answer
    git = Git(folder, environ)
    git.run("init", "--quiet", "--bare", str(folder))
    return git


def remote_address(name: str, project: Path) -> str | None:
    """Give the address of a remote that the project's clone knows by this name; None when it knows none."""
    asked = ["git", "-C", str(project), "remote", "get-url", "--push", "--", name]
    return _answer(asked, os.environ).decode("utf-8", "replace").strip() or None


def is_repository(place: Path) -> bool:
    """Tell whether a folder is a Git repository, bare or a clone."""
    return any(
        (folder / "HEAD").is_file() and (folder / "objects").is_dir() for folder in (place, place / ".git")
    )


def _reach(project: Path, environ: Mapping[str, str]) -> list[tuple[str, str]]:
    return _configured(project, environ, "--local", "--includes", "--null", "--get-regexp", _REACH)


def _identity(project: Path, environ: Mapping[str, str]) -> list[tuple[str, str]]:
    """Name who publishes: whoever Git knows here, else this command; no person is made up."""
    own = _configured(project, environ, "--includes", "--null", "--get-regexp", r"^user\.(name|email)$")
    known = dict(own)
    return [
        ("user.name", known.get("user.name", "python3 -m scripts publish")),
        ("user.email", known.get("user.email", "publish@localhost")),
    ]


def _configured(project: Path, environ: Mapping[str, str], *question: str) -> list[tuple[str, str]]:
    answer = _answer(["git", "-C", str(project), "config", *question], environ)
    entries = answer.decode("utf-8", "replace").split("\0")
    return [(key, value) for key, _, value in (entry.partition("\n") for entry in entries if entry)]


def _answer(command: Sequence[str], environ: Mapping[str, str]) -> bytes:
    """Ask Git something that it may not know, or that there may be no Git to answer."""
    try:
        return subprocess.run(command, env=environ, capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return b""


def _run(command: Sequence[str], environ: Mapping[str, str]) -> bytes:
    try:
        done = subprocess.run(command, env=environ, capture_output=True, check=False)
    except OSError as error:
        raise PublishingError("Không có lệnh git trên máy này. Hãy cài Git rồi chạy lại.") from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip()
        name = next(word for word in command[1:] if not word.startswith("-"))
        raise PublishingError(f"Git báo lỗi khi chạy “git {name}”:\n{said}")
    return done.stdout
