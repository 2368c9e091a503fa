"""Write the same collection as plain Markdown for stock Material, to measure beside."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import yaml

from macros.lists import escape

if TYPE_CHECKING:
    from pathlib import Path

    from macros.document import Document
    from macros.library import Library

_ARTICLE = re.compile(r"(?m)^(?=Điều \d+\.)")
_HEADING = re.compile(r"(?m)^(?=(?:Phần [IVX]+|[IVX]+\.) ?)")
_MARK = re.compile(r"⟦[^⟧]*⟧")


def write_stock(library: Library, folder: Path, *, whole: bool) -> None:
    """Write pages and configuration: the theme as it comes, or without search and navigation of all pages."""
    docs = folder / "docs"
    for path, document in library.documents.items():
        (docs / path).parent.mkdir(parents=True, exist_ok=True)
        (docs / path).write_text(plain_markdown(document), encoding="utf-8", newline="\n")
    (docs / "index.md").write_text("# Văn bản\n", encoding="utf-8")
    settings: dict[str, object] = {"site_name": "Văn bản", "theme": {"name": "material"}}
    if not whole:
        settings |= {
            "plugins": [],
            "nav": [{"Trang chủ": "index.md"}],
            "validation": {"nav": {"omitted_files": "ignore"}},
        }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings, allow_unicode=True), encoding="utf-8")


def plain_markdown(document: Document) -> str:
    """Write a page's text as plain Markdown: macros written out, Điều and outline levels as headings."""
    text = _MARK.sub("", "\n".join(line.text for line in document.paper_lines))
    text = _ARTICLE.sub("## ", _HEADING.sub("## ", text))
    return f"# {escape(document.title)}\n\n{text.strip()}\n"
