"""Tell of each cited work which documents cite it, and in which provisions."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from macros.cited import judged
from macros.frame import escaped, site_address
from macros.reference import refer_to
from macros.registry import Works, works_of
from macros.vietnamese import grouped_digits

if TYPE_CHECKING:
    from macros.document import Document
    from macros.frame import Values
    from macros.library import Library

MOST = 50
"""How many documents a work's page shows, so that it costs the same in a collection of any size."""

Places = dict[str, dict[str, list[str]]]
"""By work's page: by citing page, newest first, the ids of the provisions that cite it."""


@lru_cache(maxsize=2)
def known_works(library: Library) -> Works:
    """Give the works of a library's own pages."""
    return works_of(library.documents.values())


@lru_cache(maxsize=2)
def citing_places(library: Library) -> Places:
    """Go once through all citations."""
    found: defaultdict[str, dict[str, list[str]]] = defaultdict(dict)
    for path, several in judged(library, known_works(library)).items():
        for cited in several:
            work = cited.judgement.resolution.work
            if work and work.page and work.page != path:
                idents = found[work.page].setdefault(path, [])
                if cited.ident not in idents:
                    idents.append(cited.ident)
    return dict(found)


def cited_by(work: Document, library: Library) -> Values:
    """Give the documents that cite a work, escaped: each with its address and the places where it does."""
    places = citing_places(library).get(work.path, {})
    rows = [_row(work, library.documents[path], idents) for path, idents in list(places.items())[:MOST]]
    return escaped(
        {
            "vien_dan_boi": rows,
            "vien_dan_so": grouped_digits(len(places)),
            "vien_dan_them": len(places) > MOST,
        }
    )


def _row(work: Document, document: Document, idents: list[str]) -> Values:
    url = site_address(work.path, document.path)
    provisions = document.provision_by_ident
    return {
        "ten": document.title,
        "url": url,
        "noi": [
            {
                "ten": refer_to(provisions[ident]) if ident else "phần căn cứ",
                "url": f"{url}#{ident}" if ident else url,
            }
            for ident in idents
        ],
    }
