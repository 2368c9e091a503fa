"""Publish the records as JSON beside the pages, for programs that read the site."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from macros.frame import site_address
from macros.numbering import FORMS
from macros.record import AgencyRecord
from macros.vietnamese import slug

if TYPE_CHECKING:
    from pathlib import Path

    from macros.document import Document
    from macros.library import Library

FOLDER: Final = "du-lieu"

NOTICE: Final = "Chỉ văn bản đã ký là chính thức. Dữ liệu này giúp tra cứu."

Data = dict[str, object]


def write_data(library: Library, site: Path) -> None:
    """Write the documents and the agencies below a built site; the same pages give the same bytes."""
    agencies = sorted(
        (page for page in library.documents.values() if isinstance(page.record, AgencyRecord)),
        key=lambda page: (slug(page.title), page.path),
    )
    tables = {
        "van-ban": ("van_ban", [_plan(plan, library) for plan in library.plans]),
        "co-quan": ("co_quan", [_agency(agency, library) for agency in agencies]),
    }
    folder = site / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for name, (key, rows) in tables.items():
        text = json.dumps({"luu_y": NOTICE, key: rows}, ensure_ascii=False, indent=1)
        (folder / f"{name}.json").write_text(text + "\n", encoding="utf-8", newline="\n")


def _plan(plan: Document, library: Library) -> Data:
    """Give a decision or an outline: its record, provisions, and the pages that it belongs with."""
    return {
        **_page(plan),
        "ban_ghi": _record(plan, leave_out={"accepted", "attachments"}),
        "co_quan_ban_hanh": _address(library.agency(getattr(plan.record, "issuer", ""))),
        "kem_theo": [_address(page) for page in library.attached(plan)],
        "phe_duyet_boi": _address(library.approving(plan)),
        "dieu_khoan": [
            {"id": p.ident, "nhan": p.label, "cap": FORMS[p.level].word}
            for p in plan.structure.provisions()
            if p.ident
        ],
    }


def _agency(page: Document, library: Library) -> Data:
    """Give an agency: its record, and the pages of its superior and its successor."""
    record = page.record
    superior, successor = getattr(record, "superior", None), getattr(record, "successor", None)
    return {
        **_page(page),
        "ban_ghi": _record(page, leave_out={"accepted"}),
        "trang_cap_tren": _address(library.agency(superior)) if superior else None,
        "trang_thay_bang": _address(library.agency(successor)) if successor else None,
    }


def _page(page: Document) -> Data:
    return {
        "dia_chi": _address(page),
        "tieu_de": page.title,
        "sha256": sha256(page.text.encode()).hexdigest(),
    }


def _record(page: Document, leave_out: set[str]) -> Data:
    """Give the record under staff's keys, with dates as yyyy-mm-dd and blanks as null."""
    return page.record.model_dump(mode="json", by_alias=True, exclude=leave_out) if page.record else {}


def _address(page: Document | None) -> str | None:
    """Give a page's address relative to the site's root: `quyet-dinh/2021/ten-trang/`."""
    return site_address("index.md", page.path) if page else None
