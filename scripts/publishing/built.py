"""A built site as its marker describes it, and why it must not be published."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scripts.publishing.release import PublishingError, RefusedError
from scripts.site.digest import MARKER, OddFileError, contents, digest

AGAIN = "Hãy dựng lại: python3 -m scripts build"


@dataclass(frozen=True)
class BuiltSite:
    """A site's folder with what its build said of it; `commit` is None where no commit holds its sources."""

    folder: Path
    commit: str | None
    pages: int
    digest: str
    address: str = ""


def built_site(folder: Path, *, uncommitted: bool = False) -> BuiltSite:
    """Read a site's marker.

    Raises PublishingError where there is no site, RefusedError where it was not verified or its sources
    are in no commit (unless `uncommitted` lets them be).
    """
    if not folder.is_dir():
        raise PublishingError(f"Không có thư mục {folder}. {AGAIN}")
    facts = _facts(folder)
    if facts.get("da_kiem_chung") is not True or not isinstance(facts.get("sha256"), str):
        raise RefusedError(f"{folder} chưa được kiểm chứng ({MARKER} không ghi như vậy). {AGAIN}")
    commit = facts.get("commit")
    if commit is None and not uncommitted:
        raise RefusedError(
            f"{folder} dựng từ những thay đổi chưa commit, nên không biết bản đăng gồm những gì. "
            "Hãy commit rồi dựng lại; chỉ khi thử thì thêm --chua-commit."
        )
    return BuiltSite(
        folder, str(commit) if commit else None, int(facts["so_trang"]), facts["sha256"], _address(facts)
    )


def confirm(folder: Path, site: BuiltSite) -> dict[str, str]:
    """Give the files of a copy of the site; raise RefusedError unless they are those that were verified."""
    try:
        files = contents(folder)
    except OddFileError as error:
        raise RefusedError(f"{site.folder}: {error} không phải tệp thường. {AGAIN}") from error
    if digest(files) != site.digest:
        raise RefusedError(
            f"{site.folder} đã khác lúc được kiểm chứng: có tệp bị sửa, thiếu hoặc thừa, hoặc một lượt dựng "
            f"đang thay nó. {AGAIN}"
        )
    return files


def _facts(folder: Path) -> dict[str, Any]:
    try:
        facts = json.loads((folder / MARKER).read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise RefusedError(f"{folder} không phải một bản dựng (không có {MARKER}). {AGAIN}") from error
    except ValueError as error:
        raise RefusedError(f"{folder}/{MARKER} không đọc được. {AGAIN}") from error
    if not isinstance(facts, dict) or not isinstance(facts.get("so_trang"), int):
        raise RefusedError(f"{folder}/{MARKER} không phải của một bản dựng. {AGAIN}")
    return facts


def _address(facts: dict[str, Any]) -> str:
    return str(facts.get("dia_chi") or "")
