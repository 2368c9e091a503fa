"""Judge the form of a căn cứ by the rules of the document's class and day: NĐ 30/2020, or NĐ 78/2025."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from macros.problem import Problem
from macros.record import DecisionRecord
from macros.work import NAMED_BY_TITLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.document import Document
    from macros.resolution import Citing
    from macros.verdict import Judgement


@dataclass(frozen=True)
class RuleSet:
    """How documents of a class cite laws, since when, and where that is said."""

    name: str
    since: date
    law_has_number: bool
    source: str


ADMINISTRATIVE = RuleSet(
    "văn bản hành chính",
    date(2020, 3, 5),
    law_has_number=False,
    source="Phụ lục I Nghị định số 30/2020/NĐ-CP",
)
NORMATIVE = RuleSet(
    "văn bản quy phạm pháp luật",
    date(2025, 4, 1),
    law_has_number=True,
    source="Điều 68 Nghị định số 78/2025/NĐ-CP, được sửa đổi bởi Nghị định số 187/2025/NĐ-CP",
)


def rule_set(record: DecisionRecord, citing: Citing) -> RuleSet | None:
    """Choose the rules of a decision: it is normative when its number bears the year (33/2022/QĐ-UBND).

    None before the rules' day, or where the day is not known.
    """
    rules = NORMATIVE if re.match(r"\d+/\d{4}/", record.number or "") else ADMINISTRATIVE
    return rules if citing.earliest and citing.earliest >= rules.since else None


def problems(judgement: Judgement, text: str, document: Document, citing: Citing) -> Iterator[Problem]:
    """Tell what a căn cứ leaves out, or says too much, at its first mention of a work."""
    citation, record = judgement.citation, document.record
    rules = rule_set(record, citing) if isinstance(record, DecisionRecord) else None
    if rules is None or not _leads(text, citation.start) or citation.relative:
        return
    value = " ".join(citation.text.split())
    if citation.type in NAMED_BY_TITLE:
        if bool(citation.number) is not rules.law_has_number:
            do = "ghi số, ký hiệu" if rules.law_has_number else "không ghi số, ký hiệu"
            message = f"“{value}”: {rules.name} viện dẫn luật {do} ({rules.source})"
            yield Problem("TD411", message, value)
    elif missing := [
        name
        for name, part in (("ngày ban hành", citation.printed_date), ("cơ quan", citation.issuer))
        if not part
    ]:
        message = f"“{value}” thiếu {', '.join(missing)}. Lần viện dẫn đầu tiên phải ghi đủ"
        yield Problem("TD410", message, value)


def _leads(text: str, start: int) -> bool:
    """Tell whether a citation comes first in its căn cứ; what stands in another's subject does not."""
    return bool(re.search(r"(?:^|[\n;])\s*(?:Căn cứ\s+)?$", text[max(0, start - 30) : start])) or start == 0
