"""Lead readers about the site: where list pages lie, the trail above a page, the home page's ways in."""

from __future__ import annotations

from functools import lru_cache
from posixpath import dirname
from typing import TYPE_CHECKING

from macros.frame import escaped, site_address
from macros.record import AgencyRecord
from macros.vietnamese import grouped_digits, sentence_case, slug

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from macros.document import Document
    from macros.frame import Values
    from macros.library import Library

HOME = "index.md"
SEARCH = "tim-kiem.md"
CITED_WORKS = "can-cu/index.md"
KIND_FOLDERS = {"quyết định": "quyet-dinh", "đề cương": "de-cuong"}
MOST_WAYS = 8
"""How many years, issuers and fields the home page names; the rest is one step away."""

_UNDER = {"ban-hanh": "co-quan"}
"""A folder without a list of its own, and the folder whose list leads there."""


def year_page(year: int) -> str:
    """Give the path of the list of a year's documents."""
    return f"nam/{year}.md"


def kind_page(kind: str, year: int | None = None) -> str:
    """Give the path of the list of a kind, whole or of a year."""
    return f"{KIND_FOLDERS[kind]}/{f'{year}/' if year else ''}index.md"


def field_page(name: str) -> str:
    """Give the path of the list of a field's documents."""
    return f"linh-vuc/{slug(name)}.md"


def issuer_page(name: str) -> str:
    """Give the path of the list of an issuer's documents."""
    return f"ban-hanh/{slug(name)}.md"


def around(page: Document, library: Library, titles: Mapping[str, str]) -> Values:
    """Give what a page's surroundings show, escaped: its trail, its section, the home page's ways in.

    `titles` names every page of the site by its path.
    """
    values: Values = {"duong_dan": list(trail(page.path, titles)), "muc_chinh": _section(page.path)}
    if page.path == HOME:
        values["khung"] = _home(library)
    elif page.path == SEARCH:
        values["khung"] = {"kieu": "tim-kiem"}
    elif page.path == CITED_WORKS:
        values["loc"] = True
    elif isinstance(page.record, AgencyRecord):
        issued = library.groups.issuers.get(page.title, [])
        if issued:
            values["da_ban_hanh"] = _way(page.title, issuer_page(page.title), len(issued), page.path)
        values |= {
            name: [{"ten": other.title, "url": site_address(page.path, other.path)} for other in found]
            for name, found in _relatives(library).get(page.path, {}).items()
        }
    return escaped(values)


@lru_cache(maxsize=2)
def _relatives(library: Library) -> dict[str, dict[str, list[Document]]]:
    """Tell by agency page (path) which others were merged into it, and which stand below it."""
    found: dict[str, dict[str, list[Document]]] = {}
    for page in sorted(library.documents.values(), key=lambda page: slug(page.title)):
        if isinstance(page.record, AgencyRecord):
            for relation, name in (
                ("tiep_nhan", page.record.successor),
                ("truc_thuoc", page.record.superior),
            ):
                other = library.agency(name) if name else None
                if other:
                    found.setdefault(other.path, {}).setdefault(relation, []).append(page)
    return found


def trail(path: str, titles: Mapping[str, str]) -> Iterator[Values]:
    """Go through the pages above a page, from the home page down; those that there are not are left out."""
    if path == HOME:
        return
    yield {"ten": "Trang chủ", "url": site_address(path, HOME)}
    folders = dirname(path).split("/") if dirname(path) else []
    for depth in range(1, len(folders) + 1):
        above = "/".join(folders[:depth])
        above = _UNDER.get(above, above)
        for index in (f"{above}/index.md", f"{above}.md"):
            if index in titles and index != path:
                yield {"ten": _short(index, titles[index]), "url": site_address(path, index)}


def _short(path: str, title: str) -> str:
    """Call a year's list by its year, as the steps above it say of what."""
    name = path.removesuffix(".md").removesuffix("/index").rpartition("/")[2]
    return f"Năm {name}" if name.isdecimal() and len(name) == 4 else title


def _section(path: str) -> str:
    """Give the address of the section that holds a page, as the menu has it: `quyet-dinh/`."""
    folder = path.partition("/")[0].removesuffix(".md") if path != HOME else ""
    return f"{_UNDER.get(folder, folder)}/" if folder else ""


def _home(library: Library) -> Values:
    groups = library.groups
    kinds = {kind: sum(len(p) for (of, _), p in groups.kinds.items() if of == kind) for kind in KIND_FOLDERS}
    issuers = sorted(groups.issuers.items(), key=lambda item: (-len(item[1]), slug(item[0])))
    fields = sorted(groups.fields.items(), key=lambda item: (-len(item[1]), slug(item[0])))
    years = sorted(groups.years.items(), reverse=True)
    return {
        "kieu": "trang-chu",
        "loai": [_way(sentence_case(kind), kind_page(kind), count) for kind, count in kinds.items()],
        "nam": [_way(f"Năm {year}", year_page(year), len(plans)) for year, plans in years[:MOST_WAYS]],
        "co_quan": [_way(name, issuer_page(name), len(plans)) for name, plans in issuers[:MOST_WAYS]],
        "linh_vuc": [_way(name, field_page(name), len(plans)) for name, plans in fields[:MOST_WAYS]],
        "so_nam": len(years),
        "so_co_quan": len(issuers),
        "so_linh_vuc": len(fields),
        "so_trang_co_quan": grouped_digits(len({page.path for page in library.agencies.values()})),
    }


def _way(name: str, path: str, count: int, page: str = HOME) -> Values:
    return {"ten": name, "url": site_address(page, path), "so": grouped_digits(count)}
