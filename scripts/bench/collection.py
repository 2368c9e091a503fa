"""Lay out the collection in which searches are tried: generated decisions, written ones, real pages."""

from __future__ import annotations

import csv
import shutil
import unicodedata
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from macros.frame import site_address
from macros.vietnamese import parse_date, slug
from scripts.bench.sources import generate
from scripts.bench.words import PROVINCE
from scripts.environment import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

_DATA: Final = Path(__file__).parent / "searched"

_OTHER_TONES: Final = (
    "òa-oà óa-oá ỏa-oả õa-oã ọa-oạ òe-oè óe-oé ỏe-oẻ õe-oẽ ọe-oẹ ùy-uỳ úy-uý ủy-uỷ ũy-uỹ ụy-uỵ".split()
)


@dataclass(frozen=True)
class Wanted:
    """A decision that was written to be searched for."""

    number: str
    issued_on: date
    issuer: str
    fields: str
    subject: str
    clauses: tuple[str, ...]

    @property
    def path(self) -> str:
        """The decision's path relative to the folder of pages."""
        return f"quyet-dinh/{self.issued_on.year}/{slug(self.number)}.md"


@dataclass(frozen=True)
class Query:
    """What somebody types, and the addresses on the site of which one must come first."""

    text: str
    answers: tuple[str, ...]

    def variants(self) -> Iterator[tuple[str, str]]:
        """Yield the ways in which people write the same, each with its name."""
        plain = _without_marks(self.text)
        yield "as written", self.text
        yield "without marks", plain
        yield "in capitals", self.text.upper()
        yield "marks apart (NFD)", unicodedata.normalize("NFD", self.text)
        yield "old tone places", _with_old_tones(self.text)
        yield "đ as d", self.text.replace("đ", "d").replace("Đ", "D")


def lay_out(decisions: int, docs: Path) -> None:
    """Write the collection into an empty folder; `decisions` is the number of generated ones."""
    generate(decisions, docs)
    for wanted in read_wanted():
        file = docs / wanted.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(_page(wanted), encoding="utf-8", newline="\n")
    for file in (docs / "co-quan").glob("*.md"):  # the real province has the short names to itself
        text = file.read_text(encoding="utf-8").replace("UBND tỉnh]", "UBND tỉnh Bình Giang]")
        file.write_text(text, encoding="utf-8", newline="\n")
    shutil.copytree(ROOT / "docs", docs, dirs_exist_ok=True)


def read_wanted() -> list[Wanted]:
    """Read the decisions that are searched for."""
    with (_DATA / "decisions.csv").open(encoding="utf-8", newline="") as file:
        return [
            Wanted(
                row["number"],
                parse_date(row["date"]) or date.min,
                PROVINCE.name if row["issuer"] == "tỉnh" else row["issuer"],
                row["fields"],
                row["subject"],
                tuple(row["clauses"].split("|")),
            )
            for row in csv.DictReader(file, delimiter=";")
        ]


def read_queries() -> list[Query]:
    """Read the queries with their answers; an answer is a page, or a decision's number with a provision."""
    addresses: dict[str, str] = {}
    for wanted in read_wanted():
        serial = wanted.number.partition("/")[0]
        address = site_address("index.md", wanted.path)
        addresses[serial] = addresses[f"{serial}-{wanted.issued_on.year}"] = address
    found = []
    with (_DATA / "queries.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter=";", quoting=csv.QUOTE_NONE):
            answers = []
            for answer in row["answer"].split("|"):
                page, sign, ident = answer.partition("#")
                address = site_address("index.md", page) if page.endswith(".md") else addresses[page]
                answers.append(f"{address}{sign}{ident}")
            found.append(Query(row["query"], tuple(answers)))
    return found


def _page(wanted: Wanted) -> str:
    orders = "\n\n".join(f"{{{{ khoan({n}) }}}} {text}." for n, text in enumerate(wanted.clauses, 1))
    authority = "Giám đốc" if wanted.issuer.startswith("Sở") else "Chủ tịch"
    return f"""---
loai: quyết định
so_ky_hieu: {wanted.number}
ngay_ban_hanh: {wanted.issued_on:%d/%m/%Y}
dia_danh: Bình Giang
tinh_trang: đã ban hành
co_quan: {wanted.issuer}
tham_quyen: {authority} {wanted.issuer}
trich_yeu: Về việc ban hành {wanted.subject}
nguoi_ky: {{chuc_vu: {authority}, ho_ten: Nguyễn Văn An}}
gui_den: [Như Điều 3]
luu: [VT]
linh_vuc: ["{wanted.fields}"]
---

Căn cứ Luật Ngân sách nhà nước;

Theo đề nghị của Chánh Văn phòng.

QUYẾT ĐỊNH:

{{{{ dieu(1) }}}} Ban hành kèm theo Quyết định này {wanted.subject}.

{{{{ dieu(2) }}}} Nội dung chủ yếu

{orders}

{{{{ dieu(3) }}}} Quyết định này có hiệu lực thi hành kể từ ngày ký.

Chánh Văn phòng và thủ trưởng các cơ quan, đơn vị có liên quan chịu trách nhiệm thi hành Quyết định này./.

{{{{ noi_nhan() }}}}
"""


def _without_marks(text: str) -> str:
    apart = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(sign for sign in apart if not unicodedata.combining(sign)).lower()


def _with_old_tones(text: str) -> str:
    for pair in _OTHER_TONES:
        new, old = pair.split("-")
        text = text.replace(new, old).replace(new.upper(), old.upper())
    return text
