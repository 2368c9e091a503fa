"""Turn what is wrong with a page's citations into faults, and find the works that are not known at all."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from macros import cited
from macros.problem import GRAVITY
from macros.resolution import Match
from macros.structure import Kind
from scripts.rules.rule import Fault, Severity, Subject, rule, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.cited import Cited
    from scripts.rules.page import Collection, Page


def severities(code: str) -> tuple[Severity, Severity]:
    """Give how grave a problem with a citation is in general and on issued documents."""
    general, issued = GRAVITY[code]
    return Severity(general), Severity(issued)


def told(page: Page, code: str) -> Iterator[Fault]:
    """Report the problems of one code with the citations of a page."""
    return iter(by_code(page.collection).get(page.path, {}).get(code, ()))


@lru_cache(maxsize=2)
def by_code(collection: Collection) -> dict[str, dict[str, list[Fault]]]:
    """Gather the problems with all citations as faults, by page and code."""
    library = collection.library
    readings = cited.readings(library)
    found: dict[str, dict[str, list[Fault]]] = {}
    for path, several in cited.judged(library, collection.works).items():
        lines = library.documents[path].text.split("\n") if any(c.judgement.problems for c in several) else []
        for one in several:
            for problem in one.judgement.problems:
                line, column = cited.place(one, problem, readings[path], lines)
                fault = Fault(line, column, problem.message, problem.value, problem.suggestion)
                found.setdefault(path, {}).setdefault(problem.code, []).append(fault)
    return found


@rule("TD107", *severities("TD107"), subject=Subject.COLLECTION)
def unknown_work(collection: Collection) -> Iterator[Fault]:
    """Văn bản ở căn cứ chưa có trong danh mục.

    Văn bản được lấy làm căn cứ mà không có trang trong can-cu/ và không có trong danh mục kèm theo thì
    không xét được, người đọc không xem được hiệu lực. Mỗi văn bản báo một lần, ở chỗ đầu tiên. Chỉ xét khi
    đã có trang căn cứ.

    Sai:

        Căn cứ Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ (chưa có trang)

    Đúng:

        thêm trang can-cu/61-2018-nd-cp.md

    Căn cứ: quy ước của dự án.
    """
    if not collection.library.works and not collection.catalogue:
        return
    readings = cited.readings(collection.library)
    first: dict[tuple[str, object], tuple[str, Cited, int]] = {}
    for path, several in sorted(cited.judged(collection.library, collection.works).items()):
        for one in several:
            if _is_unknown_basis(one):
                citation = one.judgement.citation
                key = (citation.number or "", citation.date)
                holder, at, count = first.get(key, (path, one, 0))
                first[key] = (holder, at, count + 1)
    for holder, one, count in first.values():
        citation = one.judgement.citation
        named = " ".join(citation.text.split())
        times = f", được viện dẫn {count} lần" if count > 1 else ""
        message = f"{shown(named)} chưa có trang căn cứ{times}. Hãy thêm trang trong can-cu/"
        piece = readings[holder].piece(citation.start)
        source = collection.library.documents[holder].text.split("\n")[piece.line - 1]
        column = max(0, source.find(citation.text.split("\n")[0])) + 1
        yield replace(Fault(piece.line, column, message, named), path=holder)


def _is_unknown_basis(one: Cited) -> bool:
    """Tell whether a căn cứ is of a known form, and yet of no known work."""
    judgement = one.judgement
    is_known = judgement.resolution.match is not Match.NONE or judgement.problems
    return one.piece.kind is Kind.BASIS and bool(judgement.citation.number) and not is_known
