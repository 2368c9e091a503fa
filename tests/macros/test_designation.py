from pathlib import Path

import pytest

from macros.designation import first_citation
from macros.library import load
from tests.pages import SITE, write

DECISION = "quyet-dinh/2021/12-qd-ubnd.md"
OUTLINE = "de-cuong/2021/de-an-thu.md"


def cited(folder: Path, path: str, pages: dict[str, str]) -> str:
    library = load(write(folder, pages))
    return first_citation(library.documents[path], library)


def decision(**changes: str) -> str:
    """The sample decision with some lines of its record changed; an empty value leaves the line out."""
    page = SITE[DECISION]
    for key, value in changes.items():
        lines = page.split("\n")
        at = next((i for i, line in enumerate(lines) if line.strip().startswith(f"{key}:")), 2)
        new = [f"    {key}: {value}"] if value else []
        page = "\n".join([*lines[:at], *new, *lines[at + (key in page) :]])
    return page


CHAIRMAN = "của Chủ tịch Ủy ban nhân dân tỉnh Thanh Hóa"
ON_THE_DAY = f"Quyết định số 12/QĐ-UBND ngày 05 tháng 02 năm 2021 {CHAIRMAN}"
ON_A = "về việc phê duyệt Đề cương Đề án thử"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, f"{ON_THE_DAY} {ON_A}"),
        (
            {
                "ngay_ban_hanh": "15/3/2021",
                "tham_quyen": "Giám đốc Sở Tài chính",
                "trich_yeu": "Phê duyệt A.",
            },
            "Quyết định số 12/QĐ-UBND ngày 15 tháng 3 năm 2021 của Giám đốc Sở Tài chính phê duyệt A",
        ),
        (
            {"so_ky_hieu": "", "ngay_ban_hanh": "", "nam": "2021", "trich_yeu": "V/v A"},
            f"Quyết định năm 2021 {CHAIRMAN} về việc A (bản nguồn không ghi số, ký hiệu, ngày ban hành)",
        ),
        (
            {"so_ky_hieu": "", "ky_hieu": "QĐ-UBND", "ngay_ban_hanh": "", "nam": "2021"},
            f"Quyết định số …/QĐ-UBND năm 2021 {CHAIRMAN} {ON_A} (bản nguồn không ghi số, ngày ban hành)",
        ),
        (
            {"so_ky_hieu": "", "ky_hieu": "QĐ-UBND"},
            f"{ON_THE_DAY.replace('12/', '…/')} {ON_A} (bản nguồn không ghi số)",
        ),
        (
            {"tinh_trang": "dự thảo", "so_ky_hieu": "", "ngay_ban_hanh": "", "nam": "2021"},
            f"Dự thảo Quyết định năm 2021 {CHAIRMAN} {ON_A}",
        ),
        ({"trich_yeu": "UBND tỉnh giao nhiệm vụ"}, f"{ON_THE_DAY} UBND tỉnh giao nhiệm vụ"),
        ({"trich_yeu": "Thanh Hóa học tập"}, f"{ON_THE_DAY} Thanh Hóa học tập"),
    ],
)
def test_a_decision_is_cited_in_full_and_what_its_source_leaves_blank_is_said(
    tmp_path: Path, changes: dict[str, str], words: str
) -> None:
    assert cited(tmp_path, DECISION, {DECISION: decision(**changes)}) == words


def test_an_outline_is_cited_with_the_decision_to_which_it_is_attached(tmp_path: Path) -> None:
    assert cited(tmp_path, OUTLINE, SITE) == (
        "Đề cương Đề án thử kèm theo Quyết định số 12/QĐ-UBND ngày 05 tháng 02 năm 2021 "
        "của Chủ tịch Ủy ban nhân dân tỉnh Thanh Hóa"
    )


def test_an_outline_without_a_decision_here_is_cited_by_its_own_line_or_its_year(tmp_path: Path) -> None:
    line = '    nam: 2021\n    dong_kem_theo: "(Kèm theo Quyết định số     /QĐ   của Chủ tịch)"'
    assert cited(tmp_path / "a", OUTLINE, {OUTLINE: SITE[OUTLINE].replace("    nam: 2021", line)}) == (
        "Đề cương Đề án thử (Kèm theo Quyết định số /QĐ của Chủ tịch)"
    )
    assert cited(tmp_path / "b", OUTLINE, {OUTLINE: SITE[OUTLINE]}) == (
        "Đề cương Đề án thử, năm 2021, của Ủy ban nhân dân tỉnh Thanh Hóa"
    )


def test_other_pages_are_not_cited(tmp_path: Path) -> None:
    assert cited(tmp_path, "index.md", SITE) == ""
