"""The published JSON says what the pages say, and the same pages give the same bytes."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from macros.library import load
from scripts.data import write_data

DECISION = """\
---
loai: quyết định
so_ky_hieu: 07/QĐ-UBND
ngay_ban_hanh: 05/3/2021
tinh_trang: đã ban hành
co_quan: UBND xã Mẫu
tham_quyen: Chủ tịch Ủy ban nhân dân xã Mẫu
trich_yeu: Về việc phê duyệt Đề cương Đề án A
nguoi_ky: {chuc_vu: Chủ tịch, ho_ten: Nguyễn Văn A}
kem_theo: ../../de-cuong/2021/de-an-a.md
chap_nhan: {ma: BC101, ly_do: Bản ký in như vậy}
---

QUYẾT ĐỊNH:

{{ dieu(1) }} Phê duyệt Đề cương Đề án A.

{{ dieu(2) }} Tổ chức thực hiện

{{ khoan(1) }} Giao Văn phòng:

{{ diem("d") }} soạn thảo;

{{ diem("đ") }} thẩm định.

- Báo cáo trước ngày 01/6/2021.
"""
OUTLINE = """\
---
loai: đề cương
nam: 2021
tinh_trang: đã ban hành
co_quan: UBND xã Mẫu
trich_yeu: Đề án A
---

{{ phan(1) }}

SỰ CẦN THIẾT

{{ de_muc(1) }} CĂN CỨ
"""
AGENCY = """\
---
loai: cơ quan
ten: Ủy ban nhân dân xã Mẫu
viet_tat: UBND xã Mẫu
thay_bang: Ủy ban nhân dân phường Mẫu
nguon: {noi_dung: Sổ tay, xem_ngay: 09/02/2026}
---

Cơ quan mẫu.
"""
PAGES = {
    "quyet-dinh/2021/de-an-a.md": DECISION,
    "de-cuong/2021/de-an-a.md": OUTLINE,
    "co-quan/ubnd-xa-mau.md": AGENCY,
    "co-quan/ubnd-phuong-mau.md": "---\nloai: cơ quan\nten: Ủy ban nhân dân phường Mẫu\n---\n",
    "index.md": "---\ntieu_de: Trang chủ\n---\n",
}


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    return written(tmp_path / "docs", PAGES)


def written(root: Path, pages: dict[str, str]) -> Path:
    for path, text in pages.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8", newline="\n")
    return root


def published(docs: Path, name: str) -> dict[str, Any]:
    write_data(load(docs), docs.parent / "site")
    found: dict[str, Any] = json.loads((docs.parent / "site/du-lieu" / f"{name}.json").read_text("utf-8"))
    return found


def document(docs: Path, address: str) -> dict[str, Any]:
    rows: list[dict[str, Any]] = published(docs, "van-ban")["van_ban"]
    return next(row for row in rows if row["dia_chi"] == address)


def test_a_record_is_published_under_staffs_keys_with_iso_dates(docs: Path) -> None:
    record = document(docs, "quyet-dinh/2021/de-an-a/")["ban_ghi"]
    assert record["so_ky_hieu"] == "07/QĐ-UBND"
    assert record["ngay_ban_hanh"] == "2021-03-05"
    assert record["nguoi_ky"]["ho_ten"] == "Nguyễn Văn A"
    assert record["hieu_luc"] == "chưa xác minh"


def test_a_blank_of_the_source_is_null(docs: Path) -> None:
    assert document(docs, "quyet-dinh/2021/de-an-a/")["ban_ghi"]["dia_danh"] is None


def test_what_editors_accepted_is_theirs_and_not_published(docs: Path) -> None:
    assert "chap_nhan" not in document(docs, "quyet-dinh/2021/de-an-a/")["ban_ghi"]


def test_every_provision_with_an_address_is_listed_in_reading_order(docs: Path) -> None:
    assert document(docs, "quyet-dinh/2021/de-an-a/")["dieu_khoan"] == [
        {"id": "dieu-1", "nhan": "Điều 1.", "cap": "Điều"},
        {"id": "dieu-2", "nhan": "Điều 2.", "cap": "Điều"},
        {"id": "dieu-2-khoan-1", "nhan": "1.", "cap": "khoản"},
        {"id": "dieu-2-khoan-1-diem-d", "nhan": "d)", "cap": "điểm"},
        {"id": "dieu-2-khoan-1-diem-dd", "nhan": "đ)", "cap": "điểm"},
    ]


def test_a_decision_and_its_outline_name_each_others_address(docs: Path) -> None:
    decision = document(docs, "quyet-dinh/2021/de-an-a/")
    outline = document(docs, "de-cuong/2021/de-an-a/")
    assert decision["kem_theo"] == ["de-cuong/2021/de-an-a/"]
    assert outline["phe_duyet_boi"] == "quyet-dinh/2021/de-an-a/"
    assert (decision["phe_duyet_boi"], outline["kem_theo"]) == (None, [])


def test_the_issuer_is_found_by_its_abbreviation(docs: Path) -> None:
    assert document(docs, "de-cuong/2021/de-an-a/")["co_quan_ban_hanh"] == "co-quan/ubnd-xa-mau/"


def test_the_digest_is_that_of_the_source_whatever_its_line_ends(docs: Path) -> None:
    plain = document(docs, "de-cuong/2021/de-an-a/")["sha256"]
    (docs / "de-cuong/2021/de-an-a.md").write_text(OUTLINE, encoding="utf-8", newline="\r\n")
    assert document(docs, "de-cuong/2021/de-an-a/")["sha256"] == plain == sha256(OUTLINE.encode()).hexdigest()


def test_an_agency_names_its_successors_address_and_the_day_of_its_sources(docs: Path) -> None:
    found = published(docs, "co-quan")["co_quan"]
    assert [row["dia_chi"] for row in found] == ["co-quan/ubnd-phuong-mau/", "co-quan/ubnd-xa-mau/"]
    assert found[1]["trang_thay_bang"] == "co-quan/ubnd-phuong-mau/"
    assert found[1]["trang_cap_tren"] is None
    assert found[1]["ban_ghi"]["nguon"] == [{"noi_dung": "Sổ tay", "xem_ngay": "2026-02-09", "cho": []}]


def test_the_same_pages_written_in_another_order_give_the_same_bytes(docs: Path, tmp_path: Path) -> None:
    again = written(tmp_path / "again" / "docs", dict(reversed(PAGES.items())))
    for root in (docs, again):
        write_data(load(root), root.parent / "site")
    for name in ("van-ban.json", "co-quan.json"):
        one, other = (root.parent / "site/du-lieu" / name for root in (docs, again))
        assert one.read_bytes() == other.read_bytes()


def test_vietnamese_letters_stand_as_they_are(docs: Path) -> None:
    published(docs, "van-ban")
    assert "phê duyệt Đề cương Đề án A" in (docs.parent / "site/du-lieu/van-ban.json").read_text("utf-8")
