"""Tell a built site's content by one number, so that a changed or half-copied site is known as one."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MARKER: Final = "ban-dung.json"
"""What the build says of itself; it holds the digest, so it is no part of it."""

APART: Final = frozenset({MARKER, ".nojekyll"})


class OddFileError(Exception):
    """A site holds something that is no plain file; the message names it."""


def contents(site: Path) -> dict[str, str]:
    """Give the SHA-256 of each file's content by its path below the site, in order.

    Raises OddFileError for links and other things that are no files.
    """
    found = {}
    for path in sorted(_walk(site)):
        file = site / path
        if file.is_symlink() or not file.is_file():
            raise OddFileError(path)
        with file.open("rb") as stream:
            found[path] = hashlib.file_digest(stream, "sha256").hexdigest()
    return found


def digest(files: Mapping[str, str]) -> str:
    """Give the digest of a site from its files' own, the marker left out."""
    lines = (f"{files[path]}  {path}\n" for path in sorted(files) if path not in APART)
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def _walk(site: Path) -> Iterator[str]:
    for folder, folders, files in os.walk(site):
        linked = [name for name in folders if Path(folder, name).is_symlink()]
        for name in (*files, *linked):
            yield Path(folder, name).relative_to(site).as_posix()
