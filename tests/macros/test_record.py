from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from macros.record import (
    FOLDERS,
    KINDS,
    AgencyRecord,
    DecisionRecord,
    OutlineRecord,
    PageRecord,
    WorkRecord,
    is_well_formed_number,
)

DECISION: dict[str, Any] = {
    "loai": "quyết định",
    "so_ky_hieu": "12/QĐ-UBND",
    "ngay_ban_hanh": "05/02/2021",
    "tinh_trang": "đã ban hành",
    "co_quan": "Uỷ ban nhân dân tỉnh Thanh Hoá",
    "tham_quyen": "Chủ tịch Uỷ ban nhân dân tỉnh Thanh Hoá",
    "trich_yeu": "Về việc phê duyệt Đề cương",
}
OUTLINE: dict[str, Any] = {
    "loai": "đề cương",
    "nam": "2021",
    "tinh_trang": "dự thảo",
    "co_quan": "Uỷ ban nhân dân tỉnh Thanh Hoá",
    "trich_yeu": "Đề án thử",
}


def decision(**changes: Any) -> DecisionRecord:
    return DecisionRecord.model_validate(
        {key: value for key, value in (DECISION | changes).items() if value is not None}
    )


def message(**changes: Any) -> str:
    with pytest.raises(ValidationError) as error:
        decision(**changes)
    return str(error.value)


def test_a_decision_has_what_the_paper_has() -> None:
    record = decision(
        dia_danh="Thanh Hóa",
        nguoi_ky={"ky_thay": "Chủ tịch", "chuc_vu": "Phó Chủ tịch", "ho_ten": "Mai Xuân Liêm"},
        gui_den=["Như Điều 3 QĐ", "Chủ tịch UBND tỉnh (để báo cáo)"],
        luu=["VT", "CNTT"],
        kem_theo=["../../de-cuong/2021/a.md"],
        linh_vuc=["Viễn thông"],
    )
    assert (record.number, record.issued_on, record.issue_year) == ("12/QĐ-UBND", date(2021, 2, 5), 2021)
    assert record.signatory is not None
    assert (record.signatory.deputising, record.signatory.name) == ("Chủ tịch", "Mai Xuân Liêm")
    assert (record.recipients[0], record.filing) == ("Như Điều 3 QĐ", ["VT", "CNTT"])
    assert record.force == "chưa xác minh"


def test_one_value_may_stand_for_a_list_of_one() -> None:
    record = decision(kem_theo="../a.md", luu="VT", chap_nhan={"ma": "BC201", "ly_do": "Như bản ký"})
    assert (record.attachments, record.filing) == (["../a.md"], ["VT"])
    assert [accepted.code for accepted in record.accepted] == ["BC201"]


def test_a_decision_without_a_date_states_its_year() -> None:
    assert decision(ngay_ban_hanh=None, so_ky_hieu=None, nam="2021").issue_year == 2021
    assert "thiếu ngay_ban_hanh, khi đó phải nêu nam" in message(ngay_ban_hanh=None)
    assert "nam: 2020 trái với ngay_ban_hanh (2021)" in message(nam="2020")


def test_an_outline_and_an_agency_and_a_page_have_their_own_keys() -> None:
    assert OutlineRecord.model_validate(OUTLINE).issue_year == 2021
    agency = AgencyRecord.model_validate({"loai": "cơ quan", "ten": "Sở Tài chính", "viet_tat": "STC"})
    assert (agency.abbreviations, agency.state, agency.superior) == (["STC"], "chưa xác minh", None)
    assert PageRecord.model_validate({"tieu_de": "Giới thiệu"}).language == "vi"


def test_each_kind_of_record_has_its_folder() -> None:
    assert {folder: KINDS[kind] for folder, kind in FOLDERS.items()} == {
        "quyet-dinh": DecisionRecord,
        "de-cuong": OutlineRecord,
        "can-cu": WorkRecord,
        "co-quan": AgencyRecord,
    }


@pytest.mark.parametrize(
    "key", ["template", "hide", "title", "render_macros", "khung", "trich_yêu", "number"]
)
def test_a_key_that_nobody_knows_is_an_error(key: str) -> None:
    with pytest.raises(ValidationError, match=key):
        DecisionRecord.model_validate(DECISION | {key: "x"}, by_alias=True, by_name=False)


@pytest.mark.parametrize("key", ["co_quan", "tham_quyen", "trich_yeu", "tinh_trang"])
def test_a_required_key_may_not_be_missing_or_blank(key: str) -> None:
    assert key in message(**{key: None})
    assert key in message(**{key: "  "})


@pytest.mark.parametrize(
    "value",
    [
        "<script>alert(1)</script>",
        "a > b",
        "{{ config }}",
        "{% raw %}",
        "{# a #}",
        "⟦xem:a⟧",
        "a\u200bb",
        "a\u202eb",
        "a\ufeffb",
        "a\x00b",
        "a\x9fb",
        "a\u00adb",
        "a\u2060b",
        "a\ue000b",
        "a\U000e0041b",
    ],
)
def test_markup_and_invisible_signs_are_refused_in_every_text(value: str) -> None:
    with pytest.raises(ValidationError, match=r"không được chứa|ký tự điều khiển không nhìn thấy"):
        decision(trich_yeu=value)
    with pytest.raises(ValidationError):
        decision(gui_den=["Như Điều 3", value])
    with pytest.raises(ValidationError):
        OutlineRecord.model_validate(OUTLINE | {"dong_kem_theo": value})
    with pytest.raises(ValidationError):
        PageRecord.model_validate({"tieu_de": value})


def test_texts_are_composed_and_their_blanks_made_one_but_the_blanks_of_the_paper_stay() -> None:
    assert decision(trich_yeu="Phê  duyệt\n Đề cương").subject == "Phê duyệt Đề cương"
    assert decision(trich_yeu="Ca\u0302\u0301p").subject == "Cấp"
    line = "(Kèm theo Quyết định số       /QĐ /2021)"
    assert OutlineRecord.model_validate(OUTLINE | {"dong_kem_theo": line}).attached_to == line


@pytest.mark.parametrize("value", ["31/11/2025", "20/11/20225", "2021-02-05", "hôm nay", "5/2"])
def test_a_date_that_is_none_is_refused_with_an_example(value: str) -> None:
    assert "viết dd/mm/yyyy, ví dụ 07/01/2021" in message(ngay_ban_hanh=value)


@pytest.mark.parametrize(
    "value",
    [
        "javascript:alert(1)",
        "https://a.vn/a.md",
        "/etc/passwd",
        "../../a.html",
        "../Á.md",
        "a b.md",
        "a/../b.md",
        "",
    ],
)
def test_an_attachment_is_the_relative_address_of_a_page(value: str) -> None:
    assert "kem_theo" in message(kem_theo=[value])


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("trich_yeu", "a" * 501),
        ("tham_quyen", "a" * 1001),
        ("gui_den", ["a"] * 201),
        ("kem_theo", ["a.md"] * 51),
        ("nam", "1944"),
        ("nam", "hai nghìn"),
        ("tinh_trang", "nháp"),
        ("hieu_luc", "còn"),
        ("loai", "thông báo"),
        ("nguoi_ky", {"chuc_vu": "Chủ tịch"}),
        ("nguoi_ky", "Mai Xuân Liêm"),
        ("gui_den", [{"a": "b"}]),
        ("trich_yeu", ["a"]),
        ("chap_nhan", [{"ma": "bc1", "ly_do": "x"}]),
        ("chap_nhan", [{"ma": "BC201"}]),
    ],
)
def test_a_value_out_of_its_bounds_is_refused_under_its_key(key: str, value: Any) -> None:
    assert key in message(**{key: value})


@pytest.mark.parametrize(
    ("number", "well_formed"),
    [
        ("15/QĐ-BNV", True),
        ("12/QĐ-UBND", True),
        ("33/2022/QĐ-UBND", True),
        ("66.14/2026/NQ-CP", True),
        ("178-KH/TU", True),
        ("12/UBND-VX", True),
        ("12 /QĐ-UBND", False),
        ("12/QĐ- UBND", False),
        ("QĐ-UBND", False),
        ("12", False),
        ("", False),
    ],
)
def test_a_number_is_written_without_blanks_around_its_strokes(number: str, well_formed: bool) -> None:  # noqa: FBT001
    assert is_well_formed_number(number) is well_formed
