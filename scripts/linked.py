"""Tell of every citation of the pages where it leads on the site, or why it leads nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.cited import readings
from macros.linking import links
from scripts.findings import visible

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from macros.document import Document
    from macros.library import Library
    from macros.linking import Link
    from macros.registry import Works


def told(library: Library, works: Works, wanted: str, docs: Path) -> Iterator[str]:
    """Write `path:line:column: citation → target` for the documents at or below a path, and the sum."""
    plans = [
        plan for plan in library.plans if wanted in {".", plan.path} or plan.path.startswith(f"{wanted}/")
    ]
    led = left = 0
    for plan in sorted(plans, key=lambda plan: plan.path):
        for link in links(plan, library, works):
            led, left = led + (not link.reason), left + bool(link.reason)
            yield visible(f"{_place(plan, link, library, docs)} → {_target(plan, link)}")
    counted = f"{led + left} viện dẫn trong {len(plans)} văn bản"
    yield f"{counted}: {led} có liên kết, {left} không (lý do ghi ở từng dòng)"


def _place(plan: Document, link: Link, library: Library, docs: Path) -> str:
    """Write where a citation stands in the file, and its words."""
    reading = readings(library)[plan.path]
    words = reading.text[link.start : link.end]
    piece = reading.piece(link.start)
    source = plan.text.split("\n")[piece.line - 1]
    column = max(0, source.find(words.split("\n")[0], link.start - piece.start)) + 1
    return f"{(docs / plan.path).as_posix()}:{piece.line}:{column}: {' '.join(words.split())}"


def _target(plan: Document, link: Link) -> str:
    if link.reason:
        return f"không liên kết: {link.reason}"
    if link.note:
        meant = f", hiểu là {link.note.work.page}" if link.note.work else ""
        return f"ghi chú của trang{meant}"
    page = "" if link.page == plan.path else link.page
    state = f" ({link.force})" if link.force not in {"", "còn hiệu lực", "chưa xác minh"} else ""
    return f"{page}#{link.ident}{state}" if link.ident else f"{page}{state}"
