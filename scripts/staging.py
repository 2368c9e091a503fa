"""Stage the pages for an engine: safe front matter from the record, lists, help pages, configuration.

An engine never sees what a page's author wrote as front matter: only titles, descriptions and the
frame's values that come from the typed record. A staged folder is brought up to date, not made anew, so
that an engine sees only changed pages change.
"""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from macros import frame, panel
from macros.citing_documents import cited_by, citing_places, known_works
from macros.document import Document, read
from macros.expansion import written_out
from macros.library import state_of
from macros.marking import annotated
from macros.metadata import Site, head, page_titles
from macros.provisions import PAPER
from macros.record import WorkRecord
from macros.wayfinding import around
from scripts.fonts import fonts
from scripts.listing import generated_pages
from scripts.rules.help import help_pages
from scripts.settings import ROOT, settings, written

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from macros.library import Library
    from scripts.fonts import Fonts

FONT_STORE = ROOT / ".cache" / "fonts"


@dataclass(frozen=True)
class Stage:
    """A staged folder: its configuration file, its pages, and how many pages they are."""

    config: Path
    docs: Path
    pages: int


def stage(library: Library, target: Path, address: str = "") -> Stage:
    """Write everything that an engine needs below `target`; an empty `address` means the project's own."""
    pages = _pages(library)
    own = settings(address)
    titles = {path: document.title for path, document in pages.items()}
    site = Site(own["site_url"], own["site_name"], own["site_description"], titles)
    heads = page_titles(pages, site.name)
    wanted = {
        path: staged_text(
            document,
            library,
            around(document, library, titles) | {"dau": head(document, library, site, heads[path])},
        )
        for path, document in pages.items()
    }
    docs = target / "docs"
    letters = fonts(FONT_STORE)
    _synchronise(docs, library, wanted, letters.files)
    config = target / "mkdocs.yml"
    _write(config, _configuration(own, library, set(wanted), target / "site", letters))
    return Stage(config, docs, len(wanted))


def staged_text(document: Document, library: Library, surroundings: frame.Values) -> str:
    """Write a page as an engine gets it; macros are left in it only where the engine must run them."""
    values = frame.frame(document, library) | panel.panel(document, library) | surroundings
    if isinstance(document.record, WorkRecord) or document.path in citing_places(library):
        values |= cited_by(document, library)
    khung = values.get("khung")
    recipients = str(khung.get("noi_nhan", "")) if isinstance(khung, dict) else ""
    body = written_out(document.body, document.reading, recipients)
    if body is not None:
        values["render_macros"] = False
    written = document.body if body is None else body
    shown = annotated(document, written, "" if body is None else recipients, library, known_works(library))
    front = json.dumps(values | shown.values, ensure_ascii=False)
    marks = [shown.text.table, PAPER if document.is_paper else ""]
    parts = [f"---\n{front}\n---", *filter(None, marks), "\n".join(shown.text.lines).strip()]
    return "\n\n".join(parts) + "\n"


def _pages(library: Library) -> dict[str, Document]:
    """Gather the pages of docs/ and those that follow from them; a page that staff wrote goes first."""
    derived = {**generated_pages(library), **help_pages()}
    made = {path: read(path, text) for path, text in derived.items() if path not in library.documents}
    for path, document in made.items():
        if document.record is None:
            raise ValueError(f"generated page {path}: {document.front.problems or document.record_problems}")
    return {**library.documents, **made}


def _synchronise(docs: Path, library: Library, wanted: dict[str, str], made: Mapping[str, bytes]) -> None:
    docs.mkdir(parents=True, exist_ok=True)
    keep = {*wanted, *library.assets, *made}
    for file in [f for f in docs.rglob("*") if f.is_file() and f.relative_to(docs).as_posix() not in keep]:
        file.unlink()
    for path, text in wanted.items():
        _write(docs / path, text)
    for path in library.assets:
        (docs / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(library.root / path, docs / path)
    for path, data in made.items():  # named by digest: what is there is right
        if not (docs / path).is_file():
            (docs / path).parent.mkdir(parents=True, exist_ok=True)
            (docs / path).write_bytes(data)


def _write(file: Path, text: str) -> None:
    if file.is_file() and file.read_text(encoding="utf-8") == text:
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")


def _configuration(
    own: dict[str, Any], library: Library, pages: set[str], site_dir: Path, letters: Fonts
) -> str:
    """Write the engine's configuration: the project's own, with the staged folders and the pages there are.

    It stands alone, as the engines merge lists differently when one file inherits from another.
    """
    own["nav"] = [entry for entry in own["nav"] if next(iter(entry.values())) in pages]
    own["docs_dir"], own["site_dir"] = "docs", str(site_dir)
    own["theme"]["custom_dir"] = str(ROOT / "overrides")
    own["extra_css"] = [letters.style, *own.get("extra_css", [])]
    own["extra"] = own.get("extra", {}) | {
        "nguon": str(library.root.resolve()),
        "dau": state_of(library.root),
        "chu": {"giao_dien": letters.interface, "van_ban": letters.document},
    }
    return written(own)
