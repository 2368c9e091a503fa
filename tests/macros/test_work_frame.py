"""What the page of a cited work shows."""

from pathlib import Path

from macros.document import read
from macros.frame import frame
from macros.library import Library

OLD = """---
loai: căn cứ
ten_loai: Luật
so_ky_hieu: 77/2015/QH13
ngay_ban_hanh: 19/6/2015
co_quan: Quốc hội
trich_yeu: Tổ chức chính quyền địa phương
hieu_luc: hết hiệu lực toàn bộ
thay_the_boi:
  - {van_ban: 72-2025-qh15, theo: khoản 2 Điều 51, tu_ngay: 16/6/2025}
  - {van_ban: khong-co}
ma_vbpl: 70819
nguon: [{noi_dung: Công báo, xem_ngay: 22/11/2026, cho: [ngay_ban_hanh]}]
---
"""
NEW = """---
loai: căn cứ
ten_loai: Luật
so_ky_hieu: 72/2025/QH15
nam: 2025
co_quan: Quốc hội
trich_yeu: Tổ chức chính quyền địa phương
---
"""


def khung(path: str) -> dict[str, object]:
    documents = {name: read(name, text) for name, text in PAGES.items()}
    values = frame(documents[path], Library(Path("docs"), documents))["khung"]
    assert isinstance(values, dict)
    return values


PAGES = {"can-cu/77-2015-qh13.md": OLD, "can-cu/72-2025-qh15.md": NEW}


def test_a_law_is_named_by_its_title_and_number() -> None:
    assert khung("can-cu/77-2015-qh13.md")["ten"] == "Luật Tổ chức chính quyền địa phương (77/2015/QH13)"


def test_what_replaced_a_work_is_linked_with_the_provision_and_the_day() -> None:
    title = "Luật Tổ chức chính quyền địa phương (72/2025/QH15)"
    assert khung("can-cu/77-2015-qh13.md")["lien_quan"] == [
        {
            "nhan": "Được thay thế bởi",
            "muc": [
                {"ten": title, "url": "../72-2025-qh15/", "theo": "khoản 2 Điều 51", "tu_ngay": "16/6/2025"},
                {"ten": "khong-co", "url": "", "theo": "", "tu_ngay": ""},
            ],
        }
    ]


def test_the_work_that_replaces_names_what_it_replaced() -> None:
    assert khung("can-cu/72-2025-qh15.md")["lien_quan"] == [
        {
            "nhan": "Thay thế",
            "muc": [{"ten": "Luật Tổ chức chính quyền địa phương (77/2015/QH13)", "url": "../77-2015-qh13/"}],
        }
    ]


def test_the_official_address_and_the_sources_are_shown_and_what_is_unknown_is_empty() -> None:
    old, new = khung("can-cu/77-2015-qh13.md"), khung("can-cu/72-2025-qh15.md")
    assert old["dia_chi"] == "https://vbpl.vn/TW/Pages/vbpq-toanvan.aspx?ItemID=70819"
    assert old["nguon"] == [{"noi_dung": "Công báo", "xem_ngay": "22/11/2026", "cho": "ngày ban hành"}]
    assert (new["dia_chi"], new["ngay_ban_hanh"], new["nam"], new["nguon"]) == ("", "", 2025, [])
    assert (old["hieu_luc_lop"], new["hieu_luc_lop"]) == ("het", "chua-ro")


def test_the_number_in_a_heading_stays_on_one_line() -> None:
    record = OLD.replace("Luật\n", "Quyết định\n").replace("77/2015/QH13", "749/QĐ-TTg")
    document = read("can-cu/749-qd-ttg-2015.md", record)
    values = frame(document, Library(Path("docs"), {document.path: document}))["khung"]
    assert isinstance(values, dict)
    assert '<span class="khong-ngat">749/QĐ-TTg</span>' in str(values["ten_html"])
