"""Publish to a folder that a web server shows: a new release beside the old ones, then one switch.

`releases/NAME/` holds each release whole, `current` links to the one that readers see and `previous` to the
one that they saw before it, whose scripts and styles pages still open in a browser may ask for. A run that is
killed leaves `current` on a whole release at any moment; the next one clears away what it left.
"""

from __future__ import annotations

import filecmp
import math
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from scripts.publishing.addresses import Tree
from scripts.publishing.built import BuiltSite, built_site, confirm
from scripts.publishing.release import (
    PublishingError,
    RefusedError,
    Release,
    is_release_name,
    release_name,
    wanted_release,
)
from scripts.site.claim import Claimed, claim
from scripts.site.digest import OddFileError, contents
from scripts.site.replacement import REASONS

RELEASES: Final = "releases"
CURRENT: Final = "current"
PREVIOUS: Final = "previous"
_LOCK: Final = ".dang-dang"
_NEW, _OLD, _BEFORE = ".moi", ".cu", ".truoc"

Approve = Callable[[Tree, Tree], None]

NO_LINKS: Final = (
    "Trên Windows không đổi được một liên kết tượng trưng trong một bước, nên không đăng trọn vẹn vào một "
    "thư mục được. Hãy đăng lên một kho Git (--to ĐỊA_CHỈ_KHO), hoặc chạy lệnh này trong WSL hay trên máy "
    "chủ Linux."
)


def publish(site: BuiltSite, place: Path, keep: int, approve: Approve) -> Release | None:
    """Publish a site to a folder; None when readers see this very site already.

    `approve` is given the old and the new files and may raise RefusedError. Raises that and PublishingError.
    """
    with _held(place):
        old = _current(place) or max(_names(place), default="")  # the link may have been removed by hand
        new = place / RELEASES / _NEW
        try:
            _copy(site.folder, new, place / RELEASES / old if old else None)
            files = confirm(new, site)
            if old:
                before = _tree(place / RELEASES / old)
                if dict(before.files) == files and _current(place):
                    return None
                approve(before, Tree(files, lambda path: (new / path).read_bytes()))
            name = release_name(site.commit, _names(place))
            (place / RELEASES / f"{name}{_BEFORE}").write_text(old, encoding="ascii")
            new.rename(place / RELEASES / name)
        finally:
            shutil.rmtree(new, ignore_errors=True)  # what is left where it was not to be published
        _switch(place, name)
        _prune(place, keep)
        return Release(name, old, is_current=True)


def roll_back(place: Path, wanted: str) -> Release:
    """Show readers an earlier release again; empty `wanted` means the one that the current replaced."""
    with _held(place):
        release = wanted_release(releases(place), wanted)
        folder = place / RELEASES / release.name
        confirm(folder, built_site(folder, uncommitted=True))
        if not release.is_current:
            _switch(place, release.name)
        return Release(release.name, release.before, is_current=True)


def releases(place: Path) -> list[Release]:
    """List the releases of a folder, newest first."""
    current = _current(place)
    return [
        Release(name, _before(place, name), is_current=name == current)
        for name in sorted(_names(place), reverse=True)
    ]


def refusal(place: Path) -> str | None:
    """Say why this folder cannot take releases, or return None."""
    if sys.platform == "win32":
        return NO_LINKS
    if place.exists() and not place.is_dir():
        return f"Không đăng vào {place}: đó là tệp. Chọn một thư mục."
    if (place / CURRENT).exists() and not (place / CURRENT).is_symlink():
        return (
            f"Không đăng vào {place}: {CURRENT} ở đó không phải liên kết do lệnh này lập. Chọn thư mục khác."
        )
    known = {RELEASES, CURRENT, PREVIOUS, _LOCK, f"{CURRENT}{_NEW}", f"{PREVIOUS}{_NEW}"}
    if place.is_dir() and (foreign := sorted({path.name for path in place.iterdir()} - known)):
        return f"Không đăng vào {place}: ở đó đã có {foreign[0]}. Chọn một thư mục trống hoặc chưa có."
    return None


@contextmanager
def _held(place: Path) -> Iterator[None]:
    """Claim the folder, make it ready and clear away what killed runs left."""
    if said := refusal(place):
        raise PublishingError(said)
    try:
        for folder in (place, place / RELEASES):
            if not folder.exists():
                folder.mkdir(parents=True)
                folder.chmod(0o755)  # whatever the publisher's umask: a web server has to read it
        with claim(place / _LOCK):
            _tidy(place)
            yield
    except Claimed as error:
        raise PublishingError(f"Một lượt đăng khác đang ghi vào {place}. Đợi xong rồi chạy lại.") from error
    except OSError as error:
        reason = REASONS.get(error.errno or 0, error.strerror or str(error))
        raise PublishingError(
            f"Không ghi được {place}: {reason} ({error.filename}). Bản đang đăng giữ nguyên."
        ) from error


def _tidy(place: Path) -> None:
    for link in (CURRENT, PREVIOUS):
        (place / f"{link}{_NEW}").unlink(missing_ok=True)
    for left in list((place / RELEASES).iterdir()):
        if left.is_dir() and left.name in (_NEW, _OLD):
            shutil.rmtree(left)
        elif left.suffix == _BEFORE and not left.with_suffix("").is_dir():
            left.unlink()


def _copy(site: Path, new: Path, old: Path | None) -> None:
    """Copy the site's files for a web server to read; a file's time changes exactly when its content does.

    Servers tell browsers by time and size whether what they keep is still good: an unchanged page stays
    good, and a changed one never looks unchanged, however quickly releases follow each other.
    """
    new.mkdir()
    now = time.time()
    try:
        files = contents(site)
    except OddFileError as error:
        raise RefusedError(f"{site}: {error} không phải tệp thường.") from error
    for path in files:
        file = new / path
        file.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(site / path, file)
        file.chmod(0o644)
        moment = now
        if old and (before := old / path).is_file():
            then = before.stat().st_mtime
            same = filecmp.cmp(before, file, shallow=False)
            moment = then if same else max(now, math.floor(then) + 1.0)
        os.utime(file, (moment, moment))
    for folder in (new, *new.rglob("*")):
        if folder.is_dir():
            folder.chmod(0o755)


def _switch(place: Path, name: str) -> None:
    """Lead readers to a release in one step; what they saw until now becomes the previous one."""
    os.sync()  # on the disk before anybody is led there, should the power fail
    if old := _current(place):
        _link(place, PREVIOUS, old)
    _link(place, CURRENT, name)


def _link(place: Path, link: str, name: str) -> None:
    new = place / f"{link}{_NEW}"
    new.symlink_to(Path(RELEASES, name), target_is_directory=True)
    new.replace(place / link)


def _prune(place: Path, keep: int) -> None:
    """Remove all but the newest releases and those that the links or a roll-back lead to."""
    listed = releases(place)
    needed = {release.name for release in listed[:keep]} | {_target(place, PREVIOUS)}
    needed |= {name for release in listed if release.is_current for name in (release.name, release.before)}
    for release in listed:
        if release.name not in needed:
            folder = place / RELEASES / release.name
            folder.rename(folder.with_name(_OLD))  # a half-removed release is never taken for one
            shutil.rmtree(folder.with_name(_OLD))
            folder.with_name(f"{release.name}{_BEFORE}").unlink(missing_ok=True)


def _names(place: Path) -> list[str]:
    folder = place / RELEASES
    return [f.name for f in folder.iterdir() if is_release_name(f.name)] if folder.is_dir() else []


def _current(place: Path) -> str:
    name = _target(place, CURRENT)
    return name if name and (place / RELEASES / name).is_dir() else ""


def _target(place: Path, link: str) -> str:
    try:
        return (place / link).readlink().name
    except FileNotFoundError:
        return ""


def _before(place: Path, name: str) -> str:
    try:
        return (place / RELEASES / f"{name}{_BEFORE}").read_text(encoding="ascii")
    except FileNotFoundError:
        return ""


def _tree(folder: Path) -> Tree:
    return Tree(contents(folder), lambda path: (folder / path).read_bytes())
