"""Put the search into a built site: its indexes, its list of them, and the abbreviations that it knows."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any, Final

from scripts.search.abbreviations import abbreviations
from scripts.search.entries import entries
from scripts.search.grammar import grammar
from scripts.search.index import EVERY, write_index
from scripts.search.packing import SearchIndexError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from macros.library import Library
    from scripts.search.entries import Entry

FOLDER: Final = "tim-kiem/chi-muc"
LABELS: Final = "gh"
"""This year's index and that of finished years: letters that occur in no digest, and so in no other name."""

MANY: Final = 20_000
"""So many documents of finished years are worth an index of their own, which is not made again.

A reader pays for a second index with as many bytes a word as for the first, so others may choose otherwise.
"""

NEVER: Final = float("inf")
SETTING: Final = "tach_chi_muc_tu"


def cut_from(own: Mapping[str, Any]) -> float:
    """Read from the settings (below `extra:`) at how many documents of finished years the index is cut.

    Raises SearchIndexError for what is neither a number of documents nor “không”.
    """
    given = (own.get("extra") or {}).get(SETTING, MANY)
    if given == "không":
        return NEVER
    if isinstance(given, int) and not isinstance(given, bool) and given > 0:
        return given
    raise SearchIndexError(
        f"mkdocs.yml: {SETTING} “{given}” không phải số văn bản. Hãy ghi một số nguyên từ 1 trở lên, "
        f"ví dụ {MANY}; hoặc “không” để không bao giờ tách."
    )


def write_search(library: Library, site: Path, cache: Path, many: float = MANY) -> None:
    """Index the pages of a built site and put all that the search page needs below `tim-kiem/`.

    Raises SearchIndexError when Pagefind fails. The index names only pages that stand in the site.
    """
    long_forms = abbreviations(library)
    cache.mkdir(parents=True, exist_ok=True)
    target = site / FOLDER
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    made: list[dict[str, object]] = []
    found = entries(library, site)
    for label, part in zip(LABELS, parts(found, many), strict=False):
        index = write_index(part, cache, long_forms, label)
        shutil.copytree(index.folder, target / index.folder.name)
        made.append({"folder": index.folder.name, "entries": index.entries, "label": label})
    about: dict[str, object] = {"indexes": made, "every": EVERY, "longForms": long_forms}
    about["grammar"] = grammar(entry.number for entry in found)
    (target / "index.json").write_text(
        json.dumps(about, ensure_ascii=False, separators=(",", ":")), encoding="utf-8"
    )
    _forget(cache, {str(part["folder"]) for part in made})


def parts(found: list[Entry], many: float) -> list[list[Entry]]:
    """Cut the entries into this year's with all that has no year, and those of finished years if many."""
    newest = max((entry.year or 0 for entry in found), default=0)
    finished = [entry for entry in found if entry.year and entry.year < newest]
    if len(finished) < many:
        return [found]
    return [[entry for entry in found if not entry.year or entry.year >= newest], finished]


def _forget(cache: Path, used: set[str]) -> None:
    """Keep no index that no page of this site asks for any more."""
    for folder in cache.iterdir():
        if folder.is_dir() and folder.name not in used:
            shutil.rmtree(folder, ignore_errors=True)
