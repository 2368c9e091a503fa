import json
from pathlib import Path
from typing import Any

import pytest

from macros.designation import first_citation
from macros.library import load
from macros.panel import panel
from tests.pages import SITE, write

DECISION = "quyet-dinh/2021/12-qd-ubnd.md"
OUTLINE = "de-cuong/2021/de-an-thu.md"


def facts(folder: Path, path: str, pages: dict[str, str] = SITE) -> dict[str, Any]:
    """Each fact's name with its words; in brackets where they only say that it is not known."""
    library = load(write(folder, pages))
    shown: Any = panel(library.documents[path], library)["bang_tin"]
    return {
        fact["nhan"]: [value["ten"] for value in fact["gia_tri"]]
        if fact["ro"]
        else f"[{fact['gia_tri'][0]['ten']}]"
        for fact in shown
    }


def test_the_panel_of_a_decision_has_every_fact_that_a_portal_must_show(tmp_path: Path) -> None:
    assert facts(tmp_path, DECISION) == {
        "Tình trạng": ["Đã ban hành"],
        "Hiệu lực": "[chưa xác minh]",
        "Hình thức văn bản": ["Quyết định"],
        "Số, ký hiệu": ["12/QĐ-UBND"],
        "Ngày ban hành": ["05/02/2021"],
        "Ngày có hiệu lực": "[chưa xác minh]",
        "Cơ quan ban hành": ["Ủy ban nhân dân tỉnh Thanh Hóa"],
        "Thẩm quyền ban hành": ["Chủ tịch Ủy ban nhân dân tỉnh Thanh Hóa"],
        "Người ký": ["Chủ tịch Người Ký"],
        "Trích yếu": ["Về việc phê duyệt Đề cương Đề án thử"],
        "Kèm theo": ["Đề cương: Đề án thử"],
        "Nơi nhận": ["Như Điều 3; Lưu: VT"],
        "Lĩnh vực": ["Viễn thông"],
    }


def test_the_panel_of_an_outline_says_what_approves_it_and_what_is_known_of_that(tmp_path: Path) -> None:
    assert facts(tmp_path, OUTLINE) == {
        "Tình trạng": ["Đã ban hành"],
        "Hình thức văn bản": ["Đề cương kèm theo Quyết định"],
        "Được phê duyệt bởi": ["Quyết định số 12/QĐ-UBND: Phê duyệt Đề cương Đề án thử"],
        "Hiệu lực của Quyết định": "[chưa xác minh]",
        "Số, ký hiệu của Quyết định": ["12/QĐ-UBND"],
        "Ngày ban hành của Quyết định": ["05/02/2021"],
        "Ngày có hiệu lực của Quyết định": "[chưa xác minh]",
        "Người ký Quyết định": ["Chủ tịch Người Ký"],
        "Cơ quan ban hành": ["Ủy ban nhân dân tỉnh Thanh Hóa"],
        "Trích yếu": ["Đề án thử"],
        "Lĩnh vực": ["Viễn thông"],
    }


def test_an_outline_that_nothing_here_approves_says_so(tmp_path: Path) -> None:
    shown = facts(tmp_path, OUTLINE, {OUTLINE: SITE[OUTLINE]})
    assert shown["Được phê duyệt bởi"] == "[chưa có quyết định trên trang này]"
    assert "Số, ký hiệu của Quyết định" not in shown


BLANK_PAGE = (
    SITE[DECISION]
    .replace("so_ky_hieu: 12/QĐ-UBND", "ky_hieu: QĐ-UBND")
    .replace("ngay_ban_hanh: 05/02/2021", "nam: 2021")
)


@pytest.mark.parametrize(
    ("page", "number", "day"),
    [
        (BLANK_PAGE, "[bản nguồn để trống; ký hiệu QĐ-UBND]", "[bản nguồn để trống; năm 2021]"),
        (
            BLANK_PAGE.replace("đã ban hành", "dự thảo").replace("    ky_hieu: QĐ-UBND\n", ""),
            "[chưa ban hành]",
            "[chưa ban hành; năm 2021]",
        ),
    ],
)
def test_a_blank_number_and_day_are_said_to_be_blank(
    tmp_path: Path, page: str, number: str, day: str
) -> None:
    shown = facts(tmp_path, DECISION, {DECISION: page})
    assert (shown["Số, ký hiệu"], shown["Ngày ban hành"]) == (number, day)


def test_what_is_known_of_force_and_signature_is_told(tmp_path: Path) -> None:
    page = SITE[DECISION].replace(
        "nguoi_ky: {chuc_vu: Chủ tịch,",
        "hieu_luc: còn hiệu lực\n    hieu_luc_tu: 06/02/2021\n    nguon: Bản PDF.\n"
        "    nguoi_ky: {ky_thay: Chủ tịch, chuc_vu: Phó Chủ tịch,",
    )
    shown = facts(tmp_path, DECISION, {DECISION: page})
    assert shown["Hiệu lực"] == ["Còn hiệu lực"]
    assert shown["Ngày có hiệu lực"] == ["06/02/2021"]
    assert shown["Người ký"] == ["Phó Chủ tịch Người Ký (ký thay Chủ tịch)"]
    assert shown["Nguồn của bản chữ"] == ["Bản PDF."]


def test_a_decision_without_signatory_says_that_its_source_has_none(tmp_path: Path) -> None:
    page = SITE[DECISION].replace("    nguoi_ky: {chuc_vu: Chủ tịch, ho_ten: Người Ký}\n", "")
    assert facts(tmp_path, DECISION, {DECISION: page})["Người ký"] == "[bản nguồn để trống]"


def test_facts_with_a_page_lead_there(tmp_path: Path) -> None:
    library = load(write(tmp_path, SITE))
    shown: Any = panel(library.documents[DECISION], library)["bang_tin"]
    assert [value["url"] for fact in shown for value in fact["gia_tri"] if "url" in value] == [
        "../../../co-quan/ubnd-tinh/",
        "../../../de-cuong/2021/de-an-thu/",
        "../../../linh-vuc/vien-thong/",
    ]


def test_the_panel_brings_the_citation_and_the_copy(tmp_path: Path) -> None:
    library = load(write(tmp_path, SITE))
    page = library.documents[DECISION]
    shown = panel(page, library)
    assert shown["trich_dan"] == first_citation(page, library)
    assert (shown["ban_chu"], shown["ten_ban_chu"]) == ("van-ban.txt", "12-qd-ubnd.txt")


def test_its_texts_are_escaped_plain_data(tmp_path: Path) -> None:
    page = SITE[DECISION].replace("Đề án thử", 'Đề án "A&B"')
    library = load(write(tmp_path, {DECISION: page}))
    shown = panel(library.documents[DECISION], library)
    assert "A&amp;B&quot;" in str(shown["trich_dan"])
    assert json.loads(json.dumps(shown)) == shown


def test_other_pages_have_no_panel(tmp_path: Path) -> None:
    library = load(write(tmp_path, SITE))
    assert panel(library.documents["index.md"], library) == {}
    assert panel(library.documents["co-quan/ubnd-tinh.md"], library) == {}
