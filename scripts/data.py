"""Publish the records as JSON beside the pages, for programs that read the site."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from macros.cited import judged
from macros.citing_documents import citing_places, known_works
from macros.frame import site_address
from macros.numbering import FORMS
from macros.record import AgencyRecord, WorkRecord
from macros.resolution import Match
from macros.vietnamese import slug
from macros.work import official_address

if TYPE_CHECKING:
    from pathlib import Path

    from macros.cited import Cited
    from macros.document import Document
    from macros.library import Library

FOLDER: Final = "du-lieu"

NOTICE: Final = "Chỉ văn bản đã ký là chính thức. Dữ liệu này giúp tra cứu."

Data = dict[str, object]


def write_data(library: Library, site: Path) -> None:
    """Write documents, agencies and cited works below a built site; the same pages give the same bytes."""
    agencies = sorted(
        (page for page in library.documents.values() if isinstance(page.record, AgencyRecord)),
        key=lambda page: (slug(page.title), page.path),
    )
    tables = {
        "van-ban": ("van_ban", [_plan(plan, library) for plan in library.plans]),
        "co-quan": ("co_quan", [_agency(agency, library) for agency in agencies]),
        "can-cu": ("can_cu", [_work(work, library) for work in library.works]),
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
        "vien_dan": [
            _citation(cited)
            for cited in judged(library, known_works(library))[plan.path]
            if not cited.judgement.citation.relative
        ],
    }


def _citation(cited: Cited) -> Data:
    """Give a citation of another work: as it is written, what it means, and what was found on it."""
    citation, found = cited.judgement.citation, cited.judgement.resolution
    near = found.works[0] if found.works and found.match is not Match.ONE else None
    return {
        "tai": cited.ident,
        "loai": citation.type,
        "so_ky_hieu": citation.number,
        "ngay": citation.date.isoformat() if citation.date else None,
        "ten": citation.title,
        "dieu_khoan": citation.provision,
        "can_cu": cited.judgement.key,
        "xac_dinh": FOUND[found.match],
        "gan_dung": near.key if near else None,
        "hieu_luc_hien_nay": found.work.force if found.work else None,
        "phat_hien": [problem.code for problem in cited.judgement.problems],
    }


FOUND: Final = {
    Match.NONE: "chưa có trang",
    Match.ONE: "một văn bản",
    Match.SEVERAL: "nhiều văn bản",
    Match.SLIP: "gần đúng số",
    Match.OTHER_DAY: "khác ngày",
    Match.OTHER_TYPE: "khác loại",
    Match.OTHER_ISSUER: "khác cơ quan",
    Match.HINT: "có thể nhầm",
}
"""What became of a citation, in the words of the published data."""


def _work(page: Document, library: Library) -> Data:
    """Give a cited work: its record with sources, where its official text is, and what cites it where."""
    record = page.record
    if not isinstance(record, WorkRecord):
        raise TypeError(f"{page.path} is no cited work")
    changes = {"trang_sua_doi": record.amended_by, "trang_thay_the": record.replaced_by}
    return {
        **_page(page),
        "khoa": PurePosixPath(page.path).stem,
        "ban_ghi": _record(page, leave_out={"accepted"}),
        "dia_chi_chinh_thuc": official_address(record.vbpl, record.address) or None,
        **{key: [_address(library.work(c.work)) for c in listed] for key, listed in changes.items()},
        "vien_dan_boi": [
            {"van_ban": _address(library.documents[path]), "tai": idents}
            for path, idents in sorted(citing_places(library).get(page.path, {}).items())
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
