"""Write the list pages that follow from the records: by kind, year, issuing agency and field.

A page of docs/ with the same path replaces a written one, so that staff can introduce a list in their own
words and call `danh_sach` there themselves.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from functools import partial
from typing import TYPE_CHECKING

from macros.library import address, year_of
from macros.lists import agencies, documents, ways
from macros.record import AgencyRecord
from macros.vietnamese import grouped_digits, sentence_case, slug
from macros.wayfinding import CITED_WORKS, KIND_FOLDERS, SEARCH, field_page, issuer_page, kind_page, year_page
from macros.work_lists import works

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from macros.document import Document
    from macros.library import Library

NEWEST = 20
"""How many of the newest documents an index shows; the rest is a year away."""

WHOLE = 100
"""Up to so many documents stand on one page."""

LONG = 12
"""From so many documents on, a list has a heading for each year."""

Years = dict[int, list["Document"]]
Lists = dict[str, "Callable[[], str]"]
"""By path, what writes the page: the check needs only the paths."""


def generated_pages(library: Library) -> dict[str, str]:
    """Give path and text of every list page."""
    return {path: write() for path, write in _lists(library).items()}


def generated_paths(library: Library) -> frozenset[str]:
    """Give the path of every list page, without writing any."""
    return frozenset(_lists(library))


def _lists(library: Library) -> Lists:
    lists: Lists = {"index.md": partial(_home, library), SEARCH: partial(_search, library)}
    _by_kind(library, lists)
    _by_year(library, lists)
    _by_field(library, lists)
    _by_agency(library, lists)
    if library.works:
        lists[CITED_WORKS] = partial(_of_works, library)
    return lists


def _home(library: Library) -> str:
    newest = documents("index.md", library.plans[:NEWEST])
    return _page("Quyết định và Đề cương", "Văn bản mới nhất", newest)


def _search(library: Library) -> str:
    kinds = Counter(plan.kind for plan in library.plans)
    return _page(
        "Tìm văn bản",
        "Tìm trong quyết định, đề cương và cơ quan",
        ways(SEARCH, [(sentence_case(kind), kind_page(kind), kinds[kind]) for kind in KIND_FOLDERS]),
    )


def _by_kind(library: Library, lists: Lists) -> None:
    for kind in KIND_FOLDERS:
        years = {year: plans for (of, year), plans in library.groups.kinds.items() if of == kind}
        lists[kind_page(kind)] = partial(_kind, kind, years)
        for year, plans in years.items():
            other = {of: kind_page(kind, of) for of in _beside(year, years)}
            title = f"{sentence_case(kind)} năm {year}"
            _whole(lists, kind_page(kind, year), title, plans, kind, other)


def _kind(kind: str, years: Years) -> str:
    title, path = sentence_case(kind), kind_page(kind)
    newest = [plan for year in sorted(years, reverse=True) for plan in years[year]][:NEWEST]
    return _page(
        title,
        f"{title}: văn bản mới nhất và danh sách theo năm",
        _count(sum(map(len, years.values())), kind, years),
        "## Theo năm",
        _years(path, {kind_page(kind, year): (year, plans) for year, plans in years.items()}),
        "## Mới nhất",
        documents(path, newest),
    )


def _by_year(library: Library, lists: Lists) -> None:
    years = dict(library.groups.years)
    lists["nam/index.md"] = partial(_all_years, years)
    for year in years:
        lists[year_page(year)] = partial(_year, library, year, years)


def _all_years(years: Years) -> str:
    return _page(
        "Văn bản theo năm",
        "Các năm có văn bản",
        _count(sum(map(len, years.values())), "văn bản", years),
        _years("nam/index.md", {year_page(year): (year, plans) for year, plans in years.items()}),
    )


def _year(library: Library, year: int, years: Years) -> str:
    path, parts = year_page(year), []
    for kind in KIND_FOLDERS:
        of_kind = library.groups.kinds.get((kind, year), [])
        if of_kind:
            parts += [f"## {sentence_case(kind)}", *_newest(path, of_kind, kind_page(kind, year))]
    return _page(
        f"Văn bản năm {year}",
        f"Quyết định và đề cương năm {year}",
        _count(len(years[year]), "văn bản", ()),
        *parts,
        _others(path, {of: year_page(of) for of in _beside(year, years)}),
    )


def _by_field(library: Library, lists: Lists) -> None:
    lists["linh-vuc/index.md"] = partial(_fields, library)
    for name, plans in sorted(library.groups.fields.items(), key=lambda item: slug(item[0])):
        _whole_or_by_year(lists, field_page(name), f"Lĩnh vực: {name}", plans)


def _fields(library: Library) -> str:
    fields = sorted(library.groups.fields.items(), key=lambda item: slug(item[0]))
    return _page(
        "Văn bản theo lĩnh vực",
        "Các lĩnh vực có văn bản",
        f"**{grouped_digits(len(fields))} lĩnh vực.** Một văn bản có thể thuộc nhiều lĩnh vực.",
        ways("linh-vuc/index.md", [(name, field_page(name), len(plans)) for name, plans in fields]),
    )


def _by_agency(library: Library, lists: Lists) -> None:
    lists["co-quan/index.md"] = partial(_agencies, library)
    for name, plans in sorted(library.groups.issuers.items(), key=lambda item: slug(item[0])):
        _whole_or_by_year(lists, issuer_page(name), f"Văn bản của {name}", plans)


def _agencies(library: Library) -> str:
    issuing = sorted(library.groups.issuers.items(), key=lambda item: slug(item[0]))
    named = sum(isinstance(page.record, AgencyRecord) for page in library.documents.values())
    path = "co-quan/index.md"
    return _page(
        "Cơ quan",
        "Các cơ quan ban hành văn bản và được văn bản nêu tên",
        f"**{grouped_digits(named)} cơ quan** có trang riêng; {grouped_digits(len(issuing))} cơ quan ban hành"
        " văn bản.\n{: .so-luong }",
        "## Văn bản theo cơ quan ban hành",
        ways(path, [(name, issuer_page(name), len(plans)) for name, plans in issuing]),
        "## Các cơ quan được nêu tên",
        agencies(path, library),
    )


def _of_works(library: Library) -> str:
    return _page(
        "Căn cứ pháp lý",
        "Các văn bản mà quyết định và đề cương viện dẫn, với hiệu lực của từng văn bản",
        f"**{grouped_digits(len(library.works))} văn bản**, xếp theo loại, mới nhất trước.\n{{: .so-luong }}",
        works(CITED_WORKS, library),
    )


def _whole_or_by_year(lists: Lists, path: str, title: str, plans: list[Document]) -> None:
    if len(plans) <= WHOLE:
        _whole(lists, path, title, plans, "văn bản", {})
        return
    years = defaultdict(list)
    for plan in plans:
        years[year_of(plan)].append(plan)
    of_year = {year: f"{path.removesuffix('.md')}/{year}.md" for year in years}
    lists[path] = partial(_newest_and_years, path, title, plans, years, of_year)
    for year, found in years.items():
        other = {of: of_year[of] for of in _beside(year, years)}
        _whole(lists, of_year[year], f"{title}, năm {year}", found, "văn bản", other)


def _newest_and_years(
    path: str, title: str, plans: list[Document], years: Years, of_year: dict[int, str]
) -> str:
    return _page(
        title,
        f"{title}: {len(plans)} văn bản",
        _count(len(plans), "văn bản", years),
        "## Theo năm",
        _years(path, {of_year[year]: (year, found) for year, found in years.items()}),
        "## Mới nhất",
        documents(path, plans[:NEWEST]),
    )


def _whole(
    lists: Lists, path: str, title: str, plans: list[Document], what: str, other: dict[int, str]
) -> None:
    """List all of a list: a page for each hundred documents, with links between them and to other years."""
    parts = [plans[start : start + WHOLE] for start in range(0, len(plans), WHOLE)]
    paths = [path, *(_part_path(path, number) for number in range(2, len(parts) + 1))]

    def part(number: int) -> str:
        own, told = paths[number - 1], f", trang {number}" if number > 1 else ""
        return _page(
            f"{title}{told}",
            f"{title}: {grouped_digits(len(plans))} {what}{told}",
            _count(len(plans), what, {year_of(plan) for plan in plans}),
            *_rows(own, parts[number - 1]),
            _turning(own, paths),
            _others(own, other),
        )

    lists.update((own, partial(part, number)) for number, own in enumerate(paths, 1))


def _part_path(path: str, number: int) -> str:
    return f"{path.removesuffix('.md').removesuffix('/index')}/trang-{number}.md"


def _rows(path: str, plans: list[Document]) -> list[str]:
    """Write documents with a heading for each year, where they are many and of several years."""
    years = dict.fromkeys(year_of(plan) for plan in plans)
    if len(plans) < LONG or len(years) == 1:
        return [documents(path, plans)]
    parts = []
    for year in years:
        parts += [f"## Năm {year}", documents(path, [plan for plan in plans if year_of(plan) == year])]
    return parts


def _newest(path: str, plans: list[Document], rest: str) -> list[str]:
    """Write documents, or where they are more than a page holds the newest and the way to the rest."""
    if len(plans) <= WHOLE:
        return [documents(path, plans)]
    more = f"[Xem tất cả {grouped_digits(len(plans))} {plans[0].kind}]({address(path, rest)})"
    return [documents(path, plans[:NEWEST]), more]


def _count(count: int, what: str, years: Iterable[int]) -> str:
    """Write how many documents a list has, and of which years."""
    said, span = f"**{grouped_digits(count)} {what}**", sorted(years)
    if len(span) > 1:
        said += f", từ năm {span[0]} đến năm {span[-1]}"
    return f"{said}\n{{: .so-luong }}"


def _beside(year: int, years: Years) -> list[int]:
    """Name the years before and after one, of those that have documents."""
    found = sorted(years)
    place = found.index(year)
    return [*found[max(place - 1, 0) : place], *found[place + 1 : place + 2]]


def _others(path: str, years: dict[int, str]) -> str:
    links = [f"[Năm {year}]({address(path, target)})" for year, target in sorted(years.items())]
    return f"Năm khác: {' '.join(links)}\n{{: .phan-trang }}" if links else ""


def _turning(path: str, paths: list[str]) -> str:
    """Write the links between the pages of a long list: the first, the last and those nearby."""
    if len(paths) == 1:
        return ""
    here, said = paths.index(path), ["Trang"]
    for number, target in enumerate(paths):
        if number == here:
            said.append(f"**{number + 1}**")
        elif number in {0, len(paths) - 1} or abs(number - here) <= 2:
            said.append(f"[{number + 1}]({address(path, target)})")
        elif abs(number - here) == 3:
            said.append("…")
    return f"{' '.join(said)}\n{{: .phan-trang }}"


def _years(path: str, lists: dict[str, tuple[int, list[Document]]]) -> str:
    newest_first = sorted(lists.items(), key=lambda item: item[1][0], reverse=True)
    return ways(path, [(f"Năm {year}", target, len(plans)) for target, (year, plans) in newest_first])


def _page(title: str, description: str, *parts: str) -> str:
    record = json.dumps({"tieu_de": title, "mo_ta": description}, ensure_ascii=False)
    return "\n\n".join([f"---\n{record}\n---", *filter(None, parts)]) + "\n"
