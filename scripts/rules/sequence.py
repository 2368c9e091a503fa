"""Rules BC101 to BC104: whether provisions stand in the right order, with none missing and none twice."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from macros.numbering import DOCUMENT_WIDE, FORMS, Level, is_next, label, rank, write_number
from macros.structure import Kind
from macros.vietnamese import POINT_LETTERS
from scripts.rules.rule import ERROR, Fault, rule, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.structure import Provision
    from scripts.rules.page import Page

# A gap, a repeat or a wrong order is an error on issued documents too: a line that was lost or doubled in
# copying is likelier than a slip of the signed paper, ids hang on the numbers, and a slip can be accepted.


@rule("BC101", ERROR)
def gap(page: Page) -> Iterator[Fault]:
    """Đánh số nhảy cóc.

    Các phần, chương, điều, khoản, điểm đánh số liên tục từ đầu, không bỏ số nào. Điều chèn thêm được ghi
    5a sau 5. Số bị thiếu thường là dòng bị sót khi chép.

    Sai:

        Điều 1. Phê duyệt Đề cương.

        Điều 3. Quyết định này có hiệu lực kể từ ngày ký.

    Đúng:

        Điều 1. Phê duyệt Đề cương.

        Điều 2. Quyết định này có hiệu lực kể từ ngày ký.

    Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I (phần, chương, mục, điều, khoản, điểm).
    """
    yield from _misnumbered(page, "gap", "{0}: thiếu {1} ở trước. Hãy bổ sung dòng bị sót hoặc sửa số")


@rule("BC102", ERROR)
def repeat(page: Page) -> Iterator[Fault]:
    """Một số được dùng hai lần.

    Trong một văn bản không có hai điều cùng số; trong một điều không có hai khoản cùng số; trong một
    khoản không có hai điểm cùng chữ.

    Sai:

        Điều 1. Phê duyệt Đề cương.

        Điều 1. Quyết định này có hiệu lực kể từ ngày ký.

    Đúng:

        Điều 1. Phê duyệt Đề cương.

        Điều 2. Quyết định này có hiệu lực kể từ ngày ký.

    Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I (phần, chương, mục, điều, khoản, điểm).
    """
    yield from _misnumbered(page, "repeat", "{0} đã có ở trên. Hãy sửa số, hoặc bỏ dòng chép thừa")


@rule("BC103", ERROR)
def wrong_order(page: Page) -> Iterator[Fault]:
    """Số đứng sai thứ tự.

    Số nhỏ đứng trước, số lớn đứng sau. Điểm xếp theo bảng chữ cái tiếng Việt: đ đứng ngay sau d.

    Sai:

        Điều 1. Phê duyệt Đề cương.

        Điều 3. Quyết định này có hiệu lực kể từ ngày ký.

        Điều 2. Tổ chức thực hiện.

    Đúng:

        Điều 1. Phê duyệt Đề cương.

        Điều 2. Tổ chức thực hiện.

        Điều 3. Quyết định này có hiệu lực kể từ ngày ký.

    Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I (phần, chương, mục, điều, khoản, điểm).
    """
    yield from _misnumbered(page, "order", "{0} đứng sau số lớn hơn. Hãy xếp lại các dòng hoặc sửa số")


@rule("BC104", ERROR)
def letter_outside_alphabet(page: Page) -> Iterator[Fault]:
    """Điểm dùng chữ không có trong thứ tự tiếng Việt.

    Điểm ghi bằng các chữ a b c d đ e g h i k l m n o p q r s t u v x y theo thứ tự ấy. Không có điểm f,
    j, w, z và không có điểm ă, â, ê, ô, ơ, ư.

    Sai:

        Điều 1. Phê duyệt Đề cương gồm:

        a) Mục tiêu;

        ă) Nhiệm vụ.

    Đúng:

        Điều 1. Phê duyệt Đề cương gồm:

        a) Mục tiêu;

        b) Nhiệm vụ.

    Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I (điểm ghi theo thứ tự bảng chữ cái tiếng Việt).
    """
    yield from _misnumbered(page, "letter", "{0}: không có điểm mang chữ này. Hãy ghi {1}")
    for number, text in page.paper(Kind.TEXT):
        if match := re.match(r"\s{0,3}([ăâêôơư]\))\s", text):
            allowed = " ".join(POINT_LETTERS)
            yield page.on(
                number, f"Điểm {shown(match[1])}: không có điểm mang chữ này. Các chữ có: {allowed}", match[1]
            )


@dataclass(frozen=True)
class _Misnumbered:
    provision: Provision
    kind: str
    wanted: str
    """The number that should stand here or before."""


def _misnumbered(page: Page, kind: str, template: str) -> Iterator[Fault]:
    for found in _judged(page):
        if found.kind == kind:
            level = found.provision.level
            message = template.format(shown(found.provision.label), f"{FORMS[level].word} {found.wanted}")
            yield page.on(found.provision.line, message, found.provision.label, label(level, found.wanted))


@lru_cache(maxsize=1)
def _judged(page: Page) -> tuple[_Misnumbered, ...]:
    """Judge all numbers of a page once for the rules above."""
    return tuple(found for run in _runs(page) for found in _judge(run))


def _runs(page: Page) -> list[list[Provision]]:
    """Gather the provisions that are counted together: articles through the text, others in their parent."""
    runs: defaultdict[tuple[int, Level], list[Provision]] = defaultdict(list)
    bare = any(provision.level is Level.APPENDIX and not provision.number for provision in page.provisions)
    for provision in page.provisions:
        if provision.number and not (bare and provision.level is Level.APPENDIX):  # BC108 reports these
            holder = provision.parent
            if provision.level in DOCUMENT_WIDE:
                holder = next((p for p in provision.ancestors() if p.level is Level.APPENDIX), None)
            runs[(id(holder), provision.level)].append(provision)
    return list(runs.values())


def _judge(run: list[Provision]) -> Iterator[_Misnumbered]:
    level, parent = run[0].level, run[0].parent
    places = [rank(level, provision.number) for provision in run]
    seen: set[tuple[int, int]] = set()
    last, last_number = (0, 0), None
    for provision, place in zip(run, places, strict=True):
        missing: tuple[int, int] | None = (last[0] + 1, 0)
        if place is None or place[0] == 0:
            kind = "letter" if level is Level.POINT else ""
        elif place in seen:
            kind = "repeat"
        elif place < last:
            kind = "order"
        elif is_next(level, last_number, provision.number):
            kind = ""
        else:  # in 1, 3, 2 only 2 is out of order: nothing is missing before 3
            missing = next((wanted for wanted in _between(last, place) if wanted not in places), None)
            kind = "gap"
        if kind and missing:
            number = write_number(level, missing[0], parent.number if parent else "")
            yield _Misnumbered(provision, kind, number + _suffix(level, missing[1]))
        if place is None or place[0] == 0:
            continue
        seen.add(place)
        if place > last:
            last, last_number = place, provision.number


def _between(last: tuple[int, int], place: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """Go through the places that should be taken between two: 3 and 4 between 2 and 5; 5 and 5a before 5b."""
    if place[0] > last[0]:
        yield from ((whole, 0) for whole in range(last[0] + 1, place[0] + bool(place[1])))
        last = (place[0], 0)
    yield from ((place[0], suffix) for suffix in range(last[1] + 1, place[1]))


def _suffix(level: Level, place: int) -> str:
    """Write what marks an inserted unit: Điều 5a, điểm a1."""
    if not place:
        return ""
    return str(place) if level is Level.POINT else POINT_LETTERS[place - 1]
