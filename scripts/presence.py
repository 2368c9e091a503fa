"""Give a built site what telephones, robots and shared links look for beside its pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from macros.frame import site_address
from scripts.history import last_changes
from scripts.settings import ROOT
from scripts.site.discovery import write_manifest, write_map
from scripts.site.icons import write_icons

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from macros.library import Library

MARK = ROOT / "overrides" / "assets" / "dau-hieu.svg"


def write_presence(library: Library, site: Path, settings: Mapping[str, Any]) -> None:
    """Write icons, manifest, map and the word to robots; `settings` are the project's, with its address."""
    mark = MARK.read_text(encoding="utf-8")
    write_icons(site, mark, settings["site_name"], settings["extra"]["ten_phu"])
    write_manifest(site, settings)
    days = last_changes(library.root)
    changed = {
        site_address("index.md", plan.path): days[plan.path]
        for plan in library.plans  # other pages change with what they list, not only with their files
        if plan.path in days
    }
    write_map(site, settings["site_url"], changed)
