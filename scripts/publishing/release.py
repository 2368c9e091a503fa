"""A published release: its name, what it replaced, and how staff name one when they want it back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

UNCOMMITTED: Final = "khong-commit"
_NAME: Final = re.compile(rf"(\d{{8}}T\d{{6}}Z)-([0-9a-f]{{12}}|{UNCOMMITTED})")
_MOMENT: Final = "%Y%m%dT%H%M%SZ"


class RefusedError(Exception):
    """The site must not be published as it is; the message tells staff why and what to do."""


class PublishingError(Exception):
    """The site could not be published; what was published stays as it was. The message names the remedy."""


@dataclass(frozen=True)
class Release:
    """A release at its place: its name, the name of the one it replaced, and whether readers see it."""

    name: str
    before: str = ""
    is_current: bool = False

    @property
    def moment(self) -> datetime:
        """When it was published, in UTC."""
        return _moment(self.name)

    @property
    def commit(self) -> str:
        """The first twelve digits of its commit, or `khong-commit`."""
        return self.name.partition("-")[2]


def release_name(commit: str | None, taken: Iterable[str], now: datetime | None = None) -> str:
    """Name a new release so that it sorts after all others, whatever the clock says."""
    moment = now or datetime.now(UTC)
    newest = max((_moment(name) for name in taken), default=None)
    if newest is not None and moment < newest + timedelta(seconds=1):
        moment = newest + timedelta(seconds=1)
    return f"{moment.strftime(_MOMENT)}-{(commit or UNCOMMITTED)[:12]}"


def is_release_name(name: str) -> bool:
    """Tell whether a folder's or a commit's name is one that we gave."""
    return _NAME.fullmatch(name) is not None


def wanted_release(releases: Sequence[Release], wanted: str) -> Release:
    """Find the release to go back to: by name, by commit, or (empty) the one that the current replaced.

    `releases` are newest first. Raises PublishingError when there is none.
    """
    if not releases:
        raise PublishingError("Chưa có bản nào được đăng ở đây.")
    if wanted:
        found = [r for r in releases if r.name == wanted] or [r for r in releases if _has_commit(r, wanted)]
        if found:
            return found[0]
        raise PublishingError(f"Không có bản “{wanted}”. {_offered(releases)}")
    current = next((release for release in releases if release.is_current), None)
    before = next((r for r in releases if current and r.name == current.before), None)
    if before is None:
        raise PublishingError(f"Không còn bản nào trước bản đang đăng. {_offered(releases)}")
    return before


def _has_commit(release: Release, wanted: str) -> bool:
    written = wanted.lower()
    shortest = 7  # what Git shows of a commit at least
    return (
        len(written) >= shortest and release.commit != UNCOMMITTED and release.commit.startswith(written[:12])
    )


def _offered(releases: Sequence[Release]) -> str:
    others = [release.name for release in releases if not release.is_current]
    return f"Các bản có thể trở lại: {', '.join(others)}." if others else "Không có bản nào khác."


def _moment(name: str) -> datetime:
    return datetime.strptime(name.partition("-")[0], _MOMENT).replace(tzinfo=UTC)
