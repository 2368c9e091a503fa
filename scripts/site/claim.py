"""Hold a lock file for one process; the system frees it when that process dies, however it dies."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


class Claimed(Exception):
    """Another process that is still alive holds the lock."""


@contextmanager
def claim(path: Path) -> Iterator[None]:
    """Hold the lock while the block runs, or raise Claimed; no file stays behind."""
    handle = _acquire(path)
    try:
        yield
    finally:
        _release(path, handle)


def _acquire(path: Path) -> int:
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        if not _lock(handle):
            os.close(handle)
            raise Claimed(str(path))
        if _is_at(path, handle):
            return handle
        os.close(handle)  # its holder removed the file between our opening and our locking it


def _is_at(path: Path, handle: int) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(handle))
    except FileNotFoundError:
        return False


if sys.platform == "win32":

    def _lock(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _release(path: Path, handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)
        os.close(handle)
        with suppress(PermissionError):  # another process has opened it since: it is that one's to remove
            path.unlink(missing_ok=True)

else:

    def _lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _release(path: Path, handle: int) -> None:
        path.unlink(missing_ok=True)
        os.close(handle)
