"""Give the works that are known beside the registry's pages: a catalogue, called for or configured."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from macros.catalogue import Catalogue, CatalogueError, read
from scripts.environment import ROOT
from scripts.findings import visible
from scripts.settings import settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MOST_TOLD: Final = 10
"""How many of a catalogue's own faults are told; whoever keeps it mends it by its whole list."""


def configured() -> Path | None:
    """Give the catalogue that the project's settings name (`extra: danh_muc:`), None without one."""
    name = (settings().get("extra") or {}).get("danh_muc")
    return ROOT / str(name) if name else None


def catalogue(file: Path | None = None) -> Catalogue:
    """Read a catalogue, by default the configured one; an empty one where there is none.

    Raises CatalogueError, in words for staff, when the file cannot be read or is no catalogue.
    """
    chosen = file or configured()
    return _read(chosen) if chosen else Catalogue(())


@lru_cache(maxsize=2)
def _read(file: Path) -> Catalogue:
    try:
        return read(file.read_bytes())
    except OSError as error:
        named = visible(str(file))
        raise CatalogueError(
            f"Không đọc được danh mục “{named}”. Hãy kiểm tra đường dẫn và quyền đọc tệp"
        ) from error
    except CatalogueError as error:
        raise CatalogueError(f"Danh mục “{visible(str(file))}” không dùng được: {error}") from error


def told(found: Catalogue, file: Path | None = None) -> Iterator[str]:
    """Write what is wrong in the catalogue of that file itself, a line each; nothing when all is well."""
    if found.faults:
        count, named = len(found.faults), visible(str(file or configured() or ""))
        yield f"Danh mục “{named}” có {len(found.works)} văn bản, {count} chỗ sai trong chính danh mục:"
        yield from (
            f"  dòng {fault.line}: {visible(fault.message)}: “{visible(fault.value)}”"
            for fault in found.faults[:MOST_TOLD]
        )
        if count > MOST_TOLD:
            yield f"  … và {count - MOST_TOLD} chỗ nữa"
