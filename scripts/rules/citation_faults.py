"""Turn what is wrong with a page's citations into faults, and find the works that are not known at all."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from macros import cited
from macros.cited import Reading
from macros.problem import GRAVITY
from macros.record import DecisionRecord, OutlineRecord
from macros.resolution import Match
from macros.structure import Kind
from scripts.rules.page import UnknownBasis
from scripts.rules.rule import Fault, Severity, Subject, rule, shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from macros.cited import Cited
    from scripts.rules.page import Collection, Page


def severities(code: str) -> tuple[Severity, Severity]:
    """Give how grave a problem with a citation is in general and on issued documents."""
    general, issued = GRAVITY[code]
    return Severity(general), Severity(issued)


def told(page: Page, code: str) -> Iterator[Fault]:
    """Report the problems of one code with the citations of a page."""
    return iter(_by_code(page).get(code, ()))


@lru_cache(maxsize=1)
def _cited(page: Page) -> tuple[Reading, tuple[Cited, ...]]:
    """Read and judge the citations of a page once for its rules; pages that are no documents have none."""
    if not isinstance(page.document.record, (DecisionRecord, OutlineRecord)):
        return Reading("", (), ()), ()
    reading, collection = cited.read(page.document), page.collection
    return reading, cited.judge_page(page.document, reading, collection.library, collection.works)


@lru_cache(maxsize=1)
def _by_code(page: Page) -> dict[str, list[Fault]]:
    """Turn the problems with a page's citations into faults, by code."""
    reading, several = _cited(page)
    found: dict[str, list[Fault]] = {}
    for one in several:
        for problem in one.judgement.problems:
            line, column = cited.place(one, problem, reading, page.lines)
            fault = Fault(line, column, problem.message, problem.value, problem.suggestion)
            found.setdefault(problem.code, []).append(fault)
    return found


def unknown_bases(page: Page) -> Iterator[UnknownBasis]:
    """Gather from a page what the rule on all pages tells: the bases whose works are not known."""
    reading, several = _cited(page)
    for one in several:
        if _is_unknown_basis(one):
            citation = one.judgement.citation
            line = reading.piece(citation.start).line
            column = max(0, page.lines[line - 1].find(citation.text.split("\n")[0])) + 1
            words = " ".join(citation.text.split())
            yield UnknownBasis(page.path, (citation.number or "", citation.date), words, line, column)


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
    first: dict[tuple[str, date | None], tuple[UnknownBasis, int]] = {}
    for basis in sorted(collection.unknown, key=lambda basis: basis.path):
        held, count = first.get(basis.key, (basis, 0))
        first[basis.key] = (held, count + 1)
    for basis, count in first.values():
        times = f", được viện dẫn {count} lần" if count > 1 else ""
        message = f"{shown(basis.words)} chưa có trang căn cứ{times}. Hãy thêm trang trong can-cu/"
        yield Fault(basis.line, basis.column, message, basis.words, path=basis.path)


def _is_unknown_basis(one: Cited) -> bool:
    """Tell whether a căn cứ is of a known form, and yet of no known work."""
    judgement = one.judgement
    is_known = judgement.resolution.match is not Match.NONE or judgement.problems
    return one.piece.kind is Kind.BASIS and bool(judgement.citation.number) and not is_known
