import json
from pathlib import Path
from typing import Any

import pytest

from macros.document import read
from macros.frame import date_line, frame, number_line, site_address
from macros.library import Library, load
from macros.record import DecisionRecord
from tests.pages import SITE, write

DECISION = "quyet-dinh/2021/12-qd-ubnd.md"
OUTLINE = "de-cuong/2021/de-an-thu.md"


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return load(write(tmp_path, SITE))


def values(library: Library, path: str) -> dict[str, Any]:
    return frame(library.documents[path], library)


def record(**changes: str) -> DecisionRecord:
    known = {
        "loai": "quyết định",
        "tinh_trang": "đã ban hành",
        "co_quan": "UBND",
        "tham_quyen": "Chủ tịch",
        "trich_yeu": "A",
        "nam": "2024",
    }
    return DecisionRecord.model_validate(known | changes)


def test_the_frame_of_a_decision_shows_what_the_paper_prints(library: Library) -> None:
    shown = values(library, DECISION)
    assert shown["title"] == "Quyết định số 12/QĐ-UBND: Phê duyệt Đề cương Đề án thử"
    assert shown["description"] == (
        "Quyết định năm 2021 của Ủy ban nhân dân tỉnh Thanh Hóa: Về việc phê duyệt Đề cương Đề án thử"
    )
    assert shown["khung"] == {
        "kieu": "quyet-dinh",
        "chu_quan": "",
        "co_quan": "ỦY BAN NHÂN DÂN TỈNH THANH HÓA",
        "so": "Số: 12/QĐ-UBND",
        "ngay": "Thanh Hóa, ngày 05 tháng 02 năm 2021",
        "ten_loai": "QUYẾT ĐỊNH",
        "trich_yeu": "Về việc phê duyệt Đề cương Đề án thử",
        "trich_yeu_html": "Về việc phê duyệt Đề cương Đề án thử",
        "tham_quyen": "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH THANH HÓA",
        "noi_nhan": "Nơi nhận:\n- Như Điều 3;\n- Lưu: VT.",
        "ky": {"tu_cach": ["CHỦ TỊCH"], "ho_ten": "Người Ký"},
    }


def test_the_frame_of_an_outline_names_the_decision_that_approves_it(library: Library) -> None:
    shown = values(library, OUTLINE)["khung"]
    assert shown["dong_kem_theo"] == (
        "(Kèm theo Quyết định số 12/QĐ-UBND ngày 05 tháng 02 năm 2021 "
        "của Chủ tịch Ủy ban nhân dân tỉnh Thanh Hóa)"
    )


def test_an_outline_that_no_decision_approves_names_none(tmp_path: Path) -> None:
    shown = values(load(write(tmp_path, {OUTLINE: SITE[OUTLINE]})), OUTLINE)["khung"]
    assert shown["dong_kem_theo"] == ""


def test_the_frame_of_an_agency_links_its_superior_and_its_successor(tmp_path: Path) -> None:
    agency = """
        ---
        loai: cơ quan
        ten: Sở Thông tin và Truyền thông
        viet_tat: [Sở TT&TT]
        ma: STTTT
        cap_tren: UBND tỉnh
        trang_thai: đã sáp nhập
        thay_bang: Sở Khoa học và Công nghệ
        nguon: {noi_dung: Cổng của tỉnh, xem_ngay: 05/11/2026}
        ---
        """
    shown = values(load(write(tmp_path, SITE | {"co-quan/so.md": agency})), "co-quan/so.md")["khung"]
    assert shown["viet_tat"] == ["Sở TT&amp;TT"]
    assert shown["cap_tren_trang"] == {"ten": "Ủy ban nhân dân tỉnh Thanh Hóa", "url": "../ubnd-tinh/"}
    assert (shown["thay_bang"], shown["thay_bang_trang"]) == ("Sở Khoa học và Công nghệ", {})
    assert shown["nguon"] == [{"noi_dung": "Cổng của tỉnh", "xem_ngay": "05/11/2026"}]


def test_an_ordinary_page_has_a_title_and_a_description_and_its_language_if_it_is_another(
    tmp_path: Path,
) -> None:
    pages = {
        "a.md": "---\ntieu_de: Giới thiệu\n---\n",
        "b.md": "---\ntieu_de: About\nmo_ta: What this is\nngon_ngu: en\n---\n",
    }
    library = load(write(tmp_path, pages))
    assert values(library, "a.md") == {"title": "Giới thiệu", "description": "Giới thiệu"}
    assert values(library, "b.md") == {"title": "About", "description": "What this is", "lang": "en"}


def test_nothing_else_that_an_author_wrote_reaches_the_engine(tmp_path: Path) -> None:
    page = "---\ntieu_de: A\ntemplate: evil.html\nrender_macros: true\nhide: [toc]\n---\n"
    library = load(write(tmp_path, {"a.md": page}))
    assert values(library, "a.md") == {"title": "a.md", "description": "a.md"}


@pytest.mark.parametrize(
    ("changes", "issuer_code", "line"),
    [
        ({"so_ky_hieu": "12/QĐ-UBND", "ky_hieu": "QĐ-UB"}, "UBND", "Số: 12/QĐ-UBND"),
        ({"ky_hieu": "QĐ-UB"}, "UBND", "Số: _______/QĐ-UB"),
        ({}, "UBND", "Số: _______/QĐ-UBND"),
        ({}, "", "Số: _______/QĐ"),
    ],
)
def test_an_unknown_number_is_left_blank_before_the_symbol_of_the_source_or_of_the_form(
    changes: dict[str, str], issuer_code: str, line: str
) -> None:
    assert number_line(record(**changes), issuer_code) == line.replace(" _", "_").replace("_", "\u00a0")


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({"ngay_ban_hanh": "05/3/2024", "dia_danh": "Thanh Hóa"}, "Thanh Hóa, ngày 05 tháng 3 năm 2024"),
        ({"ngay_ban_hanh": "15/01/2024"}, "Ngày 15 tháng 01 năm 2024"),
        ({"dia_danh": "Thanh Hóa"}, "Thanh Hóa, ngày______tháng______năm 2024"),
        ({}, "Ngày______tháng______năm 2024"),
    ],
)
def test_an_unknown_day_is_left_blank_in_its_year(changes: dict[str, str], line: str) -> None:
    assert date_line(record(**changes)) == line.replace("_", "\u00a0")


@pytest.mark.parametrize(
    ("key", "sign"),
    [
        ("thay_mat", "TM."),
        ("quyen", "Q."),
        ("ky_thay", "KT."),
        ("thua_lenh", "TL."),
        ("thua_uy_quyen", "TUQ."),
    ],
)
def test_who_signs_in_whose_stead_is_printed_in_capitals_with_its_sign(
    tmp_path: Path, key: str, sign: str
) -> None:
    signatory = f"{{{key}: Chủ tịch, chuc_vu: Phó Chủ tịch, ho_ten: Mai Xuân Liêm}}"
    page = SITE[DECISION].replace("{chuc_vu: Chủ tịch, ho_ten: Người Ký}", signatory)
    library = load(write(tmp_path, {DECISION: page}))
    assert values(library, DECISION)["khung"]["ky"] == {
        "tu_cach": [f"{sign} CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
        "ho_ten": "Mai Xuân Liêm",
    }


def test_a_decision_without_signatory_and_recipients_shows_neither(tmp_path: Path) -> None:
    lines = SITE[DECISION].split("\n")
    page = "\n".join(line for line in lines if not line.strip().startswith(("nguoi_ky", "gui_den", "luu")))
    shown = values(load(write(tmp_path, {DECISION: page})), DECISION)["khung"]
    assert (shown["ky"], shown["noi_nhan"]) == ({}, "")


def test_every_text_is_escaped_as_the_theme_prints_it_as_it_is() -> None:
    page = read("a.md", "---\ntieu_de: 'Sở \"TT&TT\"'\n---\n")
    assert frame(page, Library(Path(), {}))["title"] == "Sở &quot;TT&amp;TT&quot;"


def test_the_frame_is_plain_data(library: Library) -> None:
    for path in library.documents:
        assert json.loads(json.dumps(values(library, path))) == values(library, path)


@pytest.mark.parametrize(
    ("page", "target", "url"),
    [
        ("quyet-dinh/2021/a.md", "co-quan/b.md", "../../../co-quan/b/"),
        ("co-quan/a.md", "co-quan/b.md", "../b/"),
        ("index.md", "co-quan/b.md", "co-quan/b/"),
        ("co-quan/a.md", "index.md", "../../"),
        ("quyet-dinh/index.md", "quyet-dinh/2021/a.md", "2021/a/"),
        ("quyet-dinh/2021/a.md", "quyet-dinh/index.md", "../../"),
        ("a.md", "a.md", "./"),
    ],
)
def test_an_address_on_the_site_leads_from_folder_to_folder(page: str, target: str, url: str) -> None:
    assert site_address(page, target) == url
