"""The published JSON says what the pages say, and the same pages give the same bytes."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from macros.library import load
from macros.record import AgencyRecord, DecisionRecord, OutlineRecord, WorkRecord
from scripts.data import write_data
from scripts.environment import ROOT

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
WORK = """\
---
loai: căn cứ
ten_loai: Luật
so_ky_hieu: 72/2025/QH15
ngay_ban_hanh: 16/6/2025
co_quan: Quốc hội
trich_yeu: Tổ chức chính quyền địa phương
hieu_luc_tu: 16/6/2025
hieu_luc: còn hiệu lực
ma_vbpl: 70819
nguon: {noi_dung: Toàn văn, xem_ngay: 22/11/2026}
---
"""
OLD = (
    WORK.replace("72/2025", "65/2025")
    .replace("16/6/2025", "19/02/2025")
    .replace("còn", "hết")
    .replace("hết hiệu lực", "hết hiệu lực toàn bộ")
    .replace(
        "ma_vbpl: 70819",
        "het_hieu_luc_tu: 16/6/2025\nthay_the_boi: {van_ban: 72-2025-qh15, theo: khoản 2 Điều 51}",
    )
)
CITING = """\
---
loai: quyết định
so_ky_hieu: 08/QĐ-UBND
ngay_ban_hanh: 05/3/2026
tinh_trang: đã ban hành
co_quan: UBND xã Mẫu
tham_quyen: Chủ tịch Ủy ban nhân dân xã Mẫu
trich_yeu: Về việc B
---

Căn cứ Luật Tổ chức chính quyền địa phương số 65/2025/QH15 ngày 19/02/2025;

Căn cứ Nghị định số 99/2024/NĐ-CP ngày 01/8/2024 của Chính phủ.

QUYẾT ĐỊNH:

Điều 1. Thực hiện khoản 2 Điều 51 Luật số 72/2025/QH15 ngày 17/6/2025.

Điều 2. Thực hiện Điều 1 Quyết định này và Luật Tổ chức chính quyền địa phương số 72/2025/QH15./.
"""
PAGES = {
    "quyet-dinh/2021/de-an-a.md": DECISION,
    "de-cuong/2021/de-an-a.md": OUTLINE,
    "co-quan/ubnd-xa-mau.md": AGENCY,
    "co-quan/ubnd-phuong-mau.md": "---\nloai: cơ quan\nten: Ủy ban nhân dân phường Mẫu\n---\n",
    "can-cu/72-2025-qh15.md": WORK,
    "can-cu/65-2025-qh15.md": OLD,
    "quyet-dinh/2026/08-qd-ubnd.md": CITING,
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
    for name in ("van-ban.json", "co-quan.json", "can-cu.json"):
        one, other = (root.parent / "site/du-lieu" / name for root in (docs, again))
        assert one.read_bytes() == other.read_bytes()


def test_vietnamese_letters_stand_as_they_are(docs: Path) -> None:
    published(docs, "van-ban")
    assert "phê duyệt Đề cương Đề án A" in (docs.parent / "site/du-lieu/van-ban.json").read_text("utf-8")


def test_each_citation_of_another_work_says_where_it_stands_what_it_means_and_what_was_found(
    docs: Path,
) -> None:
    found = document(docs, "quyet-dinh/2026/08-qd-ubnd/")["vien_dan"]

    assert [(c["tai"], c["so_ky_hieu"], c["ngay"], c["dieu_khoan"]) for c in found] == [
        ("", "65/2025/QH15", "2025-02-19", None),
        ("", "99/2024/NĐ-CP", "2024-08-01", None),
        ("dieu-1", "72/2025/QH15", "2025-06-17", "khoản 2 Điều 51"),
        ("dieu-2", "72/2025/QH15", None, None),
    ]
    assert [(c["can_cu"], c["xac_dinh"], c["gan_dung"], c["hieu_luc_hien_nay"]) for c in found] == [
        ("65-2025-qh15", "một văn bản", None, "hết hiệu lực toàn bộ"),
        (None, "chưa có trang", None, None),
        (None, "khác ngày", "72-2025-qh15", None),
        ("72-2025-qh15", "một văn bản", None, "còn hiệu lực"),
    ]
    assert [c["phat_hien"] for c in found if c["xac_dinh"] == "khác ngày"] == [["TD102"]]
    assert "TD201" in found[0]["phat_hien"]
    assert [c["ten"] for c in found if c["ten"]] == ["Tổ chức chính quyền địa phương"] * 2


def test_a_cited_work_has_its_sources_its_official_address_and_what_cites_it_where(docs: Path) -> None:
    old, new = published(docs, "can-cu")["can_cu"]

    assert (old["khoa"], new["khoa"]) == ("65-2025-qh15", "72-2025-qh15")
    assert new["dia_chi"] == "can-cu/72-2025-qh15/"
    assert new["dia_chi_chinh_thuc"] == "https://vbpl.vn/TW/Pages/vbpq-toanvan.aspx?ItemID=70819"
    assert new["ban_ghi"]["nguon"] == [{"noi_dung": "Toàn văn", "xem_ngay": "2026-11-22", "cho": []}]
    assert (new["ban_ghi"]["hieu_luc"], new["ban_ghi"]["hieu_luc_tu"]) == ("còn hiệu lực", "2025-06-16")
    assert (old["dia_chi_chinh_thuc"], old["trang_thay_the"]) == (None, ["can-cu/72-2025-qh15/"])
    assert new["vien_dan_boi"] == [{"van_ban": "quyet-dinh/2026/08-qd-ubnd/", "tai": ["dieu-2"]}]
    assert old["vien_dan_boi"] == [{"van_ban": "quyet-dinh/2026/08-qd-ubnd/", "tai": [""]}]


def test_a_published_record_has_exactly_the_keys_of_its_model(docs: Path) -> None:
    rows = {
        DecisionRecord: document(docs, "quyet-dinh/2021/de-an-a/"),
        OutlineRecord: document(docs, "de-cuong/2021/de-an-a/"),
        AgencyRecord: published(docs, "co-quan")["co_quan"][0],
        WorkRecord: published(docs, "can-cu")["can_cu"][0],
    }
    for model, row in rows.items():
        left_out = {"chap_nhan", *(["kem_theo"] if model is DecisionRecord else [])}
        known = {str(field.alias) for field in model.model_fields.values()}
        assert set(row["ban_ghi"]) == known - left_out, model


def test_every_published_key_is_explained_to_readers(docs: Path) -> None:
    guide = (ROOT / "docs/huong-dan/doc.md").read_text("utf-8")
    decision = document(docs, "quyet-dinh/2026/08-qd-ubnd/")
    keys = {*decision, *decision["vien_dan"][0], *decision["dieu_khoan"][0]}
    keys |= {*(work := published(docs, "can-cu")["can_cu"][0]), *work["vien_dan_boi"][0]}

    assert [key for key in sorted(keys) if f"`{key}`" not in guide] == []
