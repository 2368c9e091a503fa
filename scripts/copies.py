"""Write each document as plain text beside its page, for readers who keep a copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.frame import site_address
from macros.panel import COPY
from macros.transcript import transcript

if TYPE_CHECKING:
    from pathlib import Path

    from macros.library import Library


def write_copies(library: Library, site: Path) -> None:
    """Write a copy for every decision and outline below a built site.

    Each begins with a byte order mark: servers send `.txt` without a charset, and browsers and Notepad
    then take it for another encoding.
    """
    for plan in library.plans:
        folder = site / site_address("index.md", plan.path)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / COPY).write_text(transcript(plan, library), encoding="utf-8-sig", newline="\n")
