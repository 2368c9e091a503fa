"""What the search knows of each page of a built site."""

from datetime import date
from pathlib import Path

import pytest

from macros.library import load
from scripts.search.entries import Entry, entries, facts, is_searched
from scripts.search.passages import Passage
from tests.pages import AGENCY, DECISION, OUTLINE, write

WORK = """
    ---
    loai: căn cứ
    ten_loai: Quyết định
    so_ky_hieu: 749/QĐ-TTg
    ngay_ban_hanh: 03/6/2020
    co_quan: Thủ tướng Chính phủ
    trich_yeu: Phê duyệt Chương trình Chuyển đổi số quốc gia
    ten_khac: [Chương trình 749]
    hieu_luc: còn hiệu lực
    hieu_luc_tu: 03/6/2020
    nguon:
      - noi_dung: Công báo
        xem_ngay: 22/11/2026
    ---
    """
GUIDE = """
    ---
    tieu_de: Cách đọc
    ---

    Đọc từ trên xuống.
    """
PAGES = {
    "index.md": "---\ntieu_de: Trang chủ\n---\n",
    "tim-kiem.md": "---\ntieu_de: Tìm kiếm\n---\n",
    "quyet-dinh/index.md": "---\ntieu_de: Quyết định\n---\n",
    "huong-dan/index.md": "---\ntieu_de: Hướng dẫn\n---\n",
    "english.md": "---\ntieu_de: In English\nngon_ngu: en\n---\n",
    "huong-dan/doc.md": GUIDE,
    "co-quan/ubnd-tinh.md": AGENCY.replace("    viet_tat", "    ma: UBND\n    viet_tat"),
    "quyet-dinh/2021/12-qd-ubnd.md": DECISION,
    "de-cuong/2021/de-an-thu.md": OUTLINE,
}
ARTICLE = """<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>x</title></head><body><article>
<div class="van-ban__noi-dung"><section class="dieu"><h2 id="dieu-2">Điều 2. Tổ chức thực hiện</h2>
<div class="khoan" id="dieu-2-khoan-1"><p>1. Giao UBND tỉnh theo dõi.</p></div></section></div>
</article></body></html>"""
OTHER = """<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>x</title></head><body><article>
<h1>Tên</h1><p>Mở đầu.</p><h2 id="viec">Nhiệm vụ</h2><p>Của văn bản khác.</p></article></body></html>"""


def read(tmp_path: Path, built: dict[str, str], pages: dict[str, str] = PAGES) -> dict[str, Entry]:
    library = load(write(tmp_path / "docs", pages))
    site = write(tmp_path / "site", {f"{address}index.html": text for address, text in built.items()})
    return {entry.address: entry for entry in entries(library, site)}


def test_a_decision_has_what_its_record_says_and_its_provisions_with_their_places(tmp_path: Path) -> None:
    address = "quyet-dinh/2021/12-qd-ubnd/"
    assert read(tmp_path, {address: ARTICLE})[address] == Entry(
        address=address,
        kind="Quyết định",
        title="Quyết định số 12/QĐ-UBND: Phê duyệt Đề cương Đề án thử",
        number="12/QĐ-UBND",
        issued_on=date(2021, 2, 5),
        year=2021,
        issuer="Ủy ban nhân dân tỉnh Thanh Hóa",
        fields=("Viễn thông",),
        status="hiệu lực chưa xác minh",
        names=(),
        passages=(
            (Passage("dieu-2", "Điều 2. Tổ chức thực hiện", is_heading=True), "Điều 2"),
            (Passage("dieu-2-khoan-1", "1. Giao UBND tỉnh theo dõi."), "Khoản 1 Điều 2"),
        ),
    )


def test_an_outline_has_the_year_that_stands_for_its_day(tmp_path: Path) -> None:
    (entry,) = read(tmp_path, {"de-cuong/2021/de-an-thu/": ARTICLE}).values()
    assert (entry.kind, entry.year, entry.issued_on, entry.number) == ("Đề cương", 2021, None, "")


def test_a_cited_work_says_what_it_is_and_whether_it_is_in_force(tmp_path: Path) -> None:
    pages = PAGES | {"can-cu/749-qd-ttg-2020.md": WORK}
    (entry,) = read(tmp_path, {"can-cu/749-qd-ttg-2020/": OTHER}, pages).values()
    assert (entry.kind, entry.number, entry.year) == ("Căn cứ", "749/QĐ-TTg", 2020)
    assert (entry.status, entry.names) == ("còn hiệu lực", ("Chương trình 749",))
    assert entry.title.startswith("Quyết định số 749/QĐ-TTg")


def test_an_agency_is_found_by_its_short_names_and_not_by_the_documents_listed_on_its_page(
    tmp_path: Path,
) -> None:
    (entry,) = read(tmp_path, {"co-quan/ubnd-tinh/": OTHER}).values()
    assert (entry.kind, entry.names) == ("Cơ quan", ("UBND tỉnh", "UBND"))
    assert entry.status == "trạng thái chưa xác minh"
    assert [passage.text for passage, _ in entry.passages] == ["Mở đầu."]


def test_a_guide_has_all_of_its_text(tmp_path: Path) -> None:
    (entry,) = read(tmp_path, {"huong-dan/doc/": OTHER}).values()
    assert (entry.kind, entry.title, entry.year, entry.status) == ("Hướng dẫn", "Cách đọc", None, "")
    assert [passage.ident for passage, _ in entry.passages] == ["", "", "viec", "viec"]


def test_a_draft_says_that_it_is_one(tmp_path: Path) -> None:
    draft = {"quyet-dinh/2021/12-qd-ubnd.md": DECISION.replace("đã ban hành", "dự thảo")}
    (entry,) = read(tmp_path, {"quyet-dinh/2021/12-qd-ubnd/": ARTICLE}, PAGES | draft).values()
    assert entry.status == "dự thảo"


def test_a_page_that_was_not_built_has_no_entry(tmp_path: Path) -> None:
    assert list(read(tmp_path, {"huong-dan/doc/": OTHER})) == ["huong-dan/doc/"]


@pytest.mark.parametrize("path", ["index.md", "tim-kiem.md", "quyet-dinh/index.md", "english.md"])
def test_what_only_leads_to_other_pages_is_not_found(tmp_path: Path, path: str) -> None:
    assert not is_searched(load(write(tmp_path, PAGES)).documents[path])


@pytest.mark.parametrize(
    "path",
    ["huong-dan/index.md", "huong-dan/doc.md", "quyet-dinh/2021/12-qd-ubnd.md", "co-quan/ubnd-tinh.md"],
)
def test_records_and_guides_are_found(tmp_path: Path, path: str) -> None:
    assert is_searched(load(write(tmp_path, PAGES)).documents[path])


def test_entries_come_from_new_to_old_and_those_without_a_year_last(tmp_path: Path) -> None:
    older = DECISION.replace("12/QĐ-UBND", "3/QĐ-UBND").replace("05/02/2021", "06/3/2019")
    pages = PAGES | {"quyet-dinh/2019/3-qd-ubnd.md": older}
    built = dict.fromkeys(
        ("co-quan/ubnd-tinh/", "quyet-dinh/2019/3-qd-ubnd/", "quyet-dinh/2021/12-qd-ubnd/"), ARTICLE
    )
    assert list(read(tmp_path, built, pages)) == [
        "quyet-dinh/2021/12-qd-ubnd/",
        "quyet-dinh/2019/3-qd-ubnd/",
        "co-quan/ubnd-tinh/",
    ]


def test_issuer_fields_and_day_are_searched_too(tmp_path: Path) -> None:
    (entry,) = read(tmp_path, {"quyet-dinh/2021/12-qd-ubnd/": ARTICLE}).values()
    assert facts(entry) == "Ủy ban nhân dân tỉnh Thanh Hóa; Viễn thông; năm 2021; ngày 05/02/2021"
