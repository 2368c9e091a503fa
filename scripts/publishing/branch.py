"""Publish to a branch of a Git repository: a commit with the whole site, pushed in one step.

Every earlier release stays in the branch's history; to go back is one more commit, with the earlier tree.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from scripts.publishing.addresses import Tree
from scripts.publishing.built import BuiltSite, built_site, confirm
from scripts.publishing.git import Git, repository
from scripts.publishing.release import PublishingError, Release, release_name, wanted_release
from scripts.site.replacement import REASONS

PUBLISHED: Final = "Đăng bản"
ROLLED_BACK: Final = "Trở lại bản"

_SUBJECT: Final = re.compile(rf"({PUBLISHED}|{ROLLED_BACK}) (\S+)")
_OURS: Final = "refs/heads/dang"

Approve = Callable[[Tree, Tree], None]


@dataclass(frozen=True)
class Branch:
    """A branch of a repository, by address; `project` is the clone whose way of reaching it is used."""

    remote: str
    name: str
    project: Path


@dataclass(frozen=True)
class _Commit:
    ident: str
    tree: str
    kind: str
    release: str


def publish(site: BuiltSite, branch: Branch, approve: Approve) -> Release | None:
    """Publish a site to a branch; None when the branch holds this very site already.

    `approve` is given the old and the new files and may raise RefusedError. Raises that and PublishingError.
    """
    with _workplace(branch) as (git, work):
        tip = _fetched(git, branch, "--depth=1")
        copy = work / "site"
        shutil.copytree(site.folder, copy, symlinks=True)
        files = confirm(copy, site)
        (copy / ".nojekyll").touch()  # GitHub would leave files out that Jekyll takes for its own
        tree = _stored(git, copy, work / "index", len({*files, ".nojekyll"}))
        old = _history(git)[0] if tip else None
        if old and old.tree == tree:
            return None
        if old:
            before = work / "old"
            _write_out(git, old.tree, before, work / "old-index")
            approve(_tree(git, old.tree, before), _tree(git, tree, copy))
        name = release_name(site.commit, [old.release] if old else [])
        _push(git, branch, tip, tree, f"{PUBLISHED} {name}")
        return Release(name, old.release if old else "", is_current=True)


def roll_back(branch: Branch, wanted: str) -> Release:
    """Commit an earlier release's tree again; empty `wanted` means the one that the current replaced."""
    with _workplace(branch) as (git, work):
        tip = _fetched(git, branch)
        commits = _history(git) if tip else []
        release = wanted_release(_releases(commits), wanted)
        tree = next(commit.tree for commit in commits if commit.release == release.name)
        copy = work / "site"
        _write_out(git, tree, copy, work / "index")
        confirm(copy, built_site(copy, uncommitted=True))
        if not release.is_current:
            _push(git, branch, tip, tree, f"{ROLLED_BACK} {release.name}")
        return Release(release.name, release.before, is_current=True)


def releases(branch: Branch) -> list[Release]:
    """List the releases in a branch's history, newest first."""
    with _workplace(branch) as (git, _):
        return _releases(_history(git)) if _fetched(git, branch) else []


def export(branch: Branch, target: Path) -> None:
    """Write what the branch holds now to a new folder, whole or not at all."""
    if target.exists():
        raise PublishingError(f"{target} đã có. Nêu một thư mục chưa có cho --export.")
    new = target.with_name(f"{target.name}.moi")
    with _workplace(branch) as (git, work):
        if not _fetched(git, branch, "--depth=1"):
            raise PublishingError(f"Nhánh {branch.name} chưa có bản nào.")
        shutil.rmtree(new, ignore_errors=True)
        _write_out(git, _history(git)[0].tree, new, work / "index")
        new.rename(target)


@contextmanager
def _workplace(branch: Branch) -> Iterator[tuple[Git, Path]]:
    try:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            work = Path(folder)
            git = repository(work / "git", branch.project)
            git.run("check-ref-format", "--branch", branch.name)
            yield git, work
    except OSError as error:
        reason = REASONS.get(error.errno or 0, error.strerror or str(error))
        raise PublishingError(
            f"Không đọc hoặc ghi được tệp: {reason}. Nhánh giữ nguyên; chạy lại."
        ) from error


def _fetched(git: Git, branch: Branch, *depth: str) -> str:
    """Fetch the branch and return its commit; empty when there is no such branch."""
    ref = f"refs/heads/{branch.name}"
    if not git.run("ls-remote", "--heads", "--", branch.remote, ref):
        return ""
    git.run("fetch", "--quiet", "--no-tags", *depth, "--", branch.remote, f"+{ref}:{_OURS}")
    return git.run("rev-parse", _OURS)


def _stored(git: Git, site: Path, index: Path, count: int) -> str:
    """Store the files of a folder and return their tree; each of them must be in it."""
    git.run(f"--work-tree={site}", "add", "--force", "--all", "--", str(site), index=index)
    stored = git.data("ls-files", "-z", index=index).count(b"\0")
    if stored != count:
        raise PublishingError(f"Git chỉ nhận {stored} trong {count} tệp của trang web; chưa đăng.")
    return git.run("write-tree", index=index)


def _push(git: Git, branch: Branch, tip: str, tree: str, subject: str) -> None:
    parents = ["-p", tip] if tip else []
    commit = git.run("commit-tree", tree, *parents, "-m", subject)
    ref = f"refs/heads/{branch.name}"
    lease = f"--force-with-lease={ref}:{tip}"
    try:
        git.run("push", "--quiet", "--atomic", lease, "--", branch.remote, f"{commit}:{ref}")
    except PublishingError as error:
        raise PublishingError(
            f"{error}\nChưa đăng được; nhánh {branch.name} giữ nguyên. Nếu một lượt đăng khác vừa xong thì "
            "chạy lại; nếu không, hãy xem quyền ghi của kho."
        ) from error


def _write_out(git: Git, tree: str, target: Path, index: Path) -> None:
    target.mkdir()
    git.run("read-tree", tree, index=index)
    git.run(f"--work-tree={target.resolve()}", "checkout-index", "--all", "--force", index=index)


def _history(git: Git) -> list[_Commit]:
    """List the branch's commits that published or rolled back, newest first."""
    lines = git.run("log", "--first-parent", "--format=%H %T %s", _OURS).splitlines()
    commits = []
    for ident, tree, subject in (line.split(" ", 2) for line in lines):
        found = _SUBJECT.fullmatch(subject)
        if found is None:
            raise PublishingError(
                f"Nhánh có commit {ident[:12]} (“{subject}”) không do lệnh này đăng. "
                "Chọn nhánh khác bằng --branch."
            )
        commits.append(_Commit(ident, tree, found[1], found[2]))
    return commits


def _releases(commits: list[_Commit]) -> list[Release]:
    current = commits[0].release if commits else ""
    return [
        Release(commit.release, older.release if older else "", is_current=commit.release == current)
        for commit, older in zip(commits, [*commits[1:], None], strict=False)
        if commit.kind == PUBLISHED
    ]


def _tree(git: Git, tree: str, folder: Path) -> Tree:
    """Tell the files of a tree by their blobs, and read them where they lie written out."""
    listed = git.data("ls-tree", "-r", "-z", tree).decode("utf-8", "surrogateescape").split("\0")
    files = {path: facts.split()[2] for facts, _, path in (line.partition("\t") for line in listed if line)}
    return Tree(files, lambda path: (folder / path).read_bytes())
