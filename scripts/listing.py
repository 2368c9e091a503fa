"""Write the list pages that follow from the records: by kind, year, issuing agency and field.

A page of docs/ with the same path replaces a written one, so that staff can introduce a list in their own
words and call `danh_sach` there themselves.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

from macros.library import year_of
from macros.lists import escape
from macros.record import AgencyRecord
from macros.vietnamese import sentence_case, slug

if TYPE_CHECKING:
    from collections.abc import Callable

    from macros.document import Document
    from macros.library import Library

NEWEST = 20
"""How many of the newest documents an index shows; the rest is a year away."""

WHOLE = 100
"""Up to so many documents stand on one page; beyond it a page a year."""

_WAYS = """\
- Theo loại: [quyết định](quyet-dinh/index.md), [đề cương](de-cuong/index.md)
- Theo [năm](nam/index.md), theo [cơ quan](co-quan/index.md), theo [lĩnh vực](linh-vuc/index.md)
"""

_KINDS = {"quyết định": "quyet-dinh", "đề cương": "de-cuong"}


def generated_pages(library: Library) -> dict[str, str]:
    """Give path and text of every list page."""
    pages: dict[str, str] = {
        "index.md": _page("Quyết định và Đề cương", "Văn bản mới nhất", _call(moi_nhat=NEWEST)),
        "tim-kiem.md": _page("Tìm văn bản", "Tìm trong quyết định, đề cương và cơ quan", _WAYS),
    }
    _by_kind(library, pages)
    _by_year(library, pages)
    _by_field(library, pages)
    _by_agency(library, pages)
    return pages


def _by_kind(library: Library, pages: dict[str, str]) -> None:
    for kind, folder in _KINDS.items():
        title = sentence_case(kind)
        years = {year: plans for (of, year), plans in library.groups.kinds.items() if of == kind}
        pages[f"{folder}/index.md"] = _page(
            title,
            f"{title}: văn bản mới nhất và danh sách theo năm",
            _years(years, lambda year: f"{year}/index.md"),
            "## Mới nhất",
            _call(loai=kind, moi_nhat=NEWEST),
        )
        for year in years:
            pages[f"{folder}/{year}/index.md"] = _page(
                f"{title} năm {year}", f"Các {kind} năm {year}", _call(loai=kind, nam=year)
            )


def _by_year(library: Library, pages: dict[str, str]) -> None:
    years = dict(library.groups.years)
    pages["nam/index.md"] = _page(
        "Văn bản theo năm", "Các năm có văn bản", _years(years, lambda year: f"{year}.md")
    )
    for year in years:
        sections = [f"## {sentence_case(kind)}\n\n{_call(loai=kind, nam=year)}" for kind in _KINDS]
        pages[f"nam/{year}.md"] = _page(
            f"Văn bản năm {year}", f"Quyết định và đề cương năm {year}", *sections
        )


def _by_field(library: Library, pages: dict[str, str]) -> None:
    fields = sorted(library.groups.fields.items(), key=lambda item: slug(item[0]))
    rows = [f"- [{escape(name)}]({slug(name)}.md) ({len(plans)} văn bản)" for name, plans in fields]
    pages["linh-vuc/index.md"] = _page(
        "Văn bản theo lĩnh vực", "Các lĩnh vực có văn bản", "\n".join(rows) or "*Chưa có.*"
    )
    for name, plans in fields:
        _whole_or_by_year(pages, f"linh-vuc/{slug(name)}", f"Lĩnh vực: {name}", plans, linh_vuc=name)


def _by_agency(library: Library, pages: dict[str, str]) -> None:
    agencies = sorted(
        (d for d in library.documents.values() if isinstance(d.record, AgencyRecord)),
        key=lambda d: slug(d.title),
    )
    rows = [
        f"- [{escape(d.title)}]({d.path.removeprefix('co-quan/')})"
        for d in agencies
        if d.path.startswith("co-quan/")
    ]
    issuing = sorted(library.groups.issuers.items(), key=lambda item: slug(item[0]))
    issued = [
        f"- [{escape(name)}](../ban-hanh/{slug(name)}.md) ({len(plans)} văn bản)" for name, plans in issuing
    ]
    pages["co-quan/index.md"] = _page(
        "Cơ quan",
        "Các cơ quan ban hành văn bản và được văn bản nêu tên",
        "## Văn bản theo cơ quan ban hành",
        "\n".join(issued) or "*Chưa có.*",
        "## Các cơ quan được nêu tên",
        "\n".join(rows) or "*Chưa có.*",
    )
    for name, plans in issuing:
        _whole_or_by_year(pages, f"ban-hanh/{slug(name)}", f"Văn bản của {name}", plans, co_quan=name)


def _whole_or_by_year(
    pages: dict[str, str], path: str, title: str, plans: list[Document], **properties: str
) -> None:
    if len(plans) <= WHOLE:
        pages[f"{path}.md"] = _page(title, f"{title}: {len(plans)} văn bản", _call(**properties))
        return
    years = Counter(year_of(plan) for plan in plans)
    links = [
        f"- [Năm {year}]({path.split('/')[-1]}/{year}.md) ({years[year]} văn bản)"
        for year in sorted(years, reverse=True)
    ]
    newest = _call(**properties, moi_nhat=NEWEST)
    pages[f"{path}.md"] = _page(
        title, f"{title}: {len(plans)} văn bản", "\n".join(links), "## Mới nhất", newest
    )
    for year in years:
        pages[f"{path}/{year}.md"] = _page(
            f"{title}, năm {year}", f"{title}, năm {year}", _call(**properties, nam=year)
        )


def _years(years: dict[int, list[Document]], address: Callable[[int], str]) -> str:
    rows = [
        f"- [Năm {year}]({address(year)}) ({len(years[year])} văn bản)"
        for year in sorted(years, reverse=True)
    ]
    return "\n".join(rows) or "*Chưa có.*"


def _call(**arguments: str | int) -> str:
    written = ", ".join(
        f"{name}={json.dumps(value, ensure_ascii=False)}" for name, value in arguments.items()
    )
    return f"{{{{ danh_sach({written}) }}}}"


def _page(title: str, description: str, *parts: str) -> str:
    record = json.dumps({"tieu_de": title, "mo_ta": description}, ensure_ascii=False)
    return "\n\n".join([f"---\n{record}\n---", *parts]) + "\n"
