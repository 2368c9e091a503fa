"""Generate a lifelike folder of pages to measure with: decisions, outlines, agencies; always the same."""

from __future__ import annotations

import json
import random
import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from macros.vietnamese import POINT_LETTERS, format_date, sentence_case, slug
from scripts.bench.words import (
    AGENCIES,
    AIMS,
    DEPARTMENTS,
    DISTRICTS,
    FIELDS,
    GIVEN_NAMES,
    ISSUERS,
    MIDDLE_NAMES,
    PLACES,
    PLANS,
    PROVINCE,
    SURNAMES,
    THINGS,
    YEARS,
    Agency,
    decrees,
    duties,
    laws,
    tails,
    things,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

WORDS = 1_400
"""How long a generated decision is, about."""

DECISIONS_AN_OUTLINE = 10
"""Every so many decisions one approves an outline."""


@dataclass(frozen=True)
class Plan:
    """What a generated decision is about."""

    index: int
    issuer: Agency
    issued_on: date
    subject: str
    fields: tuple[str, ...]

    @property
    def path(self) -> str:
        """The decision's path relative to the folder of pages."""
        return f"quyet-dinh/{self.issued_on.year}/{slug(self.number)}-{self.index}.md"

    @property
    def outline(self) -> str:
        """The path of the outline that it approves; empty where it approves none."""
        if self.index % DECISIONS_AN_OUTLINE:
            return ""
        return f"de-cuong/{self.issued_on.year}/de-cuong-{self.index}.md"

    @property
    def number(self) -> str:
        """Number and symbol, no two alike."""
        symbol = "QĐ-UBND" if self.issuer.code == "UBND" else f"QĐ-{self.issuer.code}"
        return f"{100 + self.index}/{symbol}"


def generate(decisions: int, folder: Path) -> None:
    """Write a collection of so many decisions, with their outlines and agencies, into an empty folder."""
    for agency in AGENCIES:
        _write(folder, f"co-quan/{slug(agency.name)}.md", _agency(agency))
    for index in range(decisions):
        chance = random.Random(index)  # noqa: S311 - the same text every time, nothing secret
        plan = _plan(index, chance)
        _write(folder, plan.path, _decision(plan, chance))
        if plan.outline:
            _write(folder, plan.outline, _outline(plan, chance))


def _write(folder: Path, path: str, text: str) -> None:
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_text(text, encoding="utf-8", newline="\n")


def _plan(index: int, chance: random.Random) -> Plan:
    day = date(chance.choice(YEARS), chance.randint(1, 12), chance.randint(1, 28))
    period = f"giai đoạn {day.year} - {day.year + 5}"
    subject = f"{chance.choice(PLANS)} {chance.choice(AIMS)} {chance.choice(PLACES)}, {period}"
    return Plan(
        index, chance.choice(ISSUERS), day, subject, tuple(chance.sample(FIELDS, chance.randint(1, 3)))
    )


def _agency(agency: Agency) -> str:
    return f"""---
loai: cơ quan
ten: {agency.name}
viet_tat: [{agency.abbreviation}]
ma: {agency.code}
cap_tren: {agency.superior}
---

{agency.name} là một cơ quan trong tập dữ liệu dùng để đo.

## Nhiệm vụ được giao

{{{{ nhiem_vu() }}}}

## Văn bản có nêu tên

{{{{ nhac_den() }}}}
"""


def _decision(plan: Plan, chance: random.Random) -> str:
    name = f"{chance.choice(SURNAMES)} {chance.choice(MIDDLE_NAMES)} {chance.choice(GIVEN_NAMES)}"
    attached = f"kem_theo: [../../{plan.outline}]\n" if plan.outline else ""
    return f"""---
loai: quyết định
so_ky_hieu: {plan.number}
ngay_ban_hanh: {plan.issued_on:%d/%m/%Y}
dia_danh: Bình Giang
tinh_trang: đã ban hành
co_quan: {plan.issuer.name}
tham_quyen: {_authority(plan.issuer)}
trich_yeu: Về việc phê duyệt {plan.subject}
nguoi_ky: {{chuc_vu: {"Giám đốc" if plan.issuer in DEPARTMENTS else "Chủ tịch"}, ho_ten: {name}}}
gui_den: {_list(["Như Điều 4", "Chủ tịch, các Phó Chủ tịch UBND tỉnh", *_names(chance, 3)])}
luu: [VT]
linh_vuc: {_list(plan.fields)}
{attached}---

{_bases(plan, chance)}

QUYẾT ĐỊNH:

{{{{ dieu(1) }}}} Phê duyệt {plan.subject} (có nội dung chi tiết kèm theo).

{{{{ dieu(2, khoa="noi-dung") }}}} Nội dung chủ yếu

{_clauses(plan, chance)}

{{{{ dieu(3) }}}} Tổ chức thực hiện nội dung nêu tại {{{{ xem("noi-dung") }}}}

{_orders(plan, chance)}

{{{{ dieu(4) }}}} Quyết định này có hiệu lực thi hành kể từ ngày ký.

Chánh Văn phòng UBND tỉnh, {", ".join(_names(chance, 2))} và thủ trưởng các cơ quan, đơn vị có liên quan
chịu trách nhiệm thi hành Quyết định này./.

{{{{ noi_nhan() }}}}
"""


def _authority(issuer: Agency) -> str:
    return f"Giám đốc {issuer.name}" if issuer in DEPARTMENTS else f"Chủ tịch {issuer.name}"


def _bases(plan: Plan, chance: random.Random) -> str:
    # Behind all that the collection has of that year, in number as in day.
    older = f"{chance.randint(10_000, 20_000)}/QĐ-UBND ngày 31/12/{plan.issued_on.year - 1}"
    proposer = chance.choice(DEPARTMENTS)
    request = f"{chance.randint(10, 400)}/TTr-{proposer.code} ngày {format_date(plan.issued_on)}"
    bases = [
        *(f"Căn cứ {law};" for law in _issued_before(plan, laws(), chance, 2)),
        *(f"Căn cứ {decree};" for decree in _issued_before(plan, decrees(), chance, 3)),
        f"Căn cứ Quyết định số {older} của UBND tỉnh về {chance.choice(AIMS)};",
        f"Theo đề nghị của Giám đốc {proposer.name} tại Tờ trình số {request}.",
    ]
    return "\n\n".join(bases)


def _issued_before(plan: Plan, works: tuple[str, ...], chance: random.Random, most: int) -> list[str]:
    """Choose works that were issued in a year before the decision's."""
    years = {work: int(re.findall(r"/(\d{4})\b", work)[-1]) for work in works}
    older = [work for work in works if years[work] < plan.issued_on.year]
    return chance.sample(older, min(most, len(older)))


def _clauses(plan: Plan, chance: random.Random) -> str:
    """Write khoản with điểm, and a table where a decision approves money."""
    blocks, words, clause = [], 0, 0
    while words < WORDS * 0.5:
        clause += 1
        block = [f"{{{{ khoan({clause}) }}}} {sentence_case(_heading(plan, chance))}, cụ thể như sau:"]
        for letter in POINT_LETTERS[: chance.randint(2, 5)]:
            block.append(f'{{{{ diem("{letter}") }}}} {sentence_case(_sentence(plan, chance))};')
            if chance.random() < 0.2:
                block += [f"- {sentence_case(_sentence(plan, chance))};" for _ in range(2)]
        block[-1] = block[-1][:-1] + "."
        blocks += block
        words += sum(len(line.split()) for line in block)
    if plan.index % 3 == 0:
        blocks.append(_table(plan, chance))
    return "\n\n".join(blocks)


def _table(plan: Plan, chance: random.Random) -> str:
    rows = [
        f"    | {number} | {sentence_case(_thing(plan, chance))} | {chance.randint(1, 90)}.000 |"
        for number in range(1, 6)
    ]
    return "\n".join(["    | TT | Nội dung | Kinh phí (triệu đồng) |", "    | --- | --- | --- |", *rows])


def _orders(plan: Plan, chance: random.Random) -> str:
    orders: list[str] = []
    words = 0
    while words < WORDS * 0.15:
        text = f"{{{{ khoan({len(orders) + 1}) }}}} Giao {_names(chance, 1)[0]} {_sentence(plan, chance)}."
        orders.append(text)
        words += len(text.split())
    return "\n\n".join(orders)


def _outline(plan: Plan, chance: random.Random) -> str:
    parts = []
    for part, title in enumerate(
        ("SỰ CẦN THIẾT VÀ CĂN CỨ", "THỰC TRẠNG", "MỤC TIÊU, NHIỆM VỤ", "TỔ CHỨC THỰC HIỆN"), 1
    ):
        parts += [f"{{{{ phan({part}) }}}}", title]
        for heading in range(1, 3):
            parts.append(f"{{{{ de_muc({heading}) }}}} {chance.choice(AIMS).upper()}")
            for clause in range(1, chance.randint(3, 4)):
                parts.append(f"{{{{ khoan({clause}) }}}} {sentence_case(_thing(plan, chance))}")
                parts += [
                    f"- {sentence_case(_sentence(plan, chance))}." for _ in range(chance.choice((1, 1, 2)))
                ]
    body = "\n\n".join(parts)
    return f"""---
loai: đề cương
nam: {plan.issued_on.year}
tinh_trang: đã ban hành
co_quan: {plan.issuer.name}
trich_yeu: {plan.subject}
linh_vuc: {_list(plan.fields)}
---

{body}
"""


def _sentence(plan: Plan, chance: random.Random) -> str:
    year = plan.issued_on.year
    thing, other = _thing(plan, chance), _thing(plan, chance)
    duty = chance.choice(duties()).format(agency=_names(chance, 1)[0], thing=thing)
    tail = chance.choice(tails()).format(
        agency=PROVINCE.abbreviation,
        day=f"{chance.randint(10, 28)}/{chance.randint(3, 12)}/{year + 1}",
        year=year,
        later=year + 5,
        share=chance.randint(3, 95),
        few=chance.randint(2, 9),
    )
    return f"{duty}; {tail}" if thing == other else f"{duty}; gắn với {other}; {tail}"


def _heading(plan: Plan, chance: random.Random) -> str:
    return chance.choice(AIMS) if chance.random() < 0.3 else f"về {_thing(plan, chance)}"


def _thing(plan: Plan, chance: random.Random) -> str:
    """Choose what a sentence is about: mostly of the decision's fields, sometimes of any."""
    general = chance.random() < 0.15
    return chance.choice(THINGS if general else things(chance.choice(plan.fields)))


def _names(chance: random.Random, count: int) -> list[str]:
    return [agency.name for agency in chance.sample((*DEPARTMENTS, *DISTRICTS), count)]


def _list(texts: Iterable[str]) -> str:
    return json.dumps(list(texts), ensure_ascii=False)
