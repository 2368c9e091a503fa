"""How a citation is written, by its own words alone."""

import pytest

from tests.macros.registered import codes, judged

WRONG = [
    ("Nghị định số 12/2020/NĐ-CP ngày 31/02/2020", ["TD401"], ""),
    ("Nghị định số 12/2020/NĐ-CP ngày 20/11/20205", ["TD401"], ""),
    ("Nghị định số 12/2026/NĐ-CP ngày 08/01/2026", ["TD402"], ""),
    ("Nghị định số 12/2027/NĐ-CP", ["TD402"], ""),
    ("Luật Đất đai năm 2027", ["TD402"], ""),
    ("Nghị quyết số 12/2020/NĐ-CP", ["TD403"], "Nghị định"),
    ("Nghị định số 12/2020/NĐ-CP của Thủ tướng Chính phủ", ["TD404"], "Chính phủ"),
    ("Nghị định số 12/2020/NĐ-CP ngày 05/3/2021", ["TD405"], ""),
    ("Nghị định số 5/2020/NĐ-CP", ["TD407"], "05/2020/NĐ-CP"),
    ("Thông báo số 99- TB/TW", ["TD407"], "99-TB/TW"),
    ("quyết định số 893/qđ-ubnd", ["TD407"], "893/QĐ-UBND"),
    ("Nghị quyết số 27/2022/ubtvqh15", ["TD407"], "27/2022/UBTVQH15"),
    ("Nghị định số 12/2020/NĐ-CP ngày 5/3/2020", ["VB202"], "05/3/2020"),
    ("Nghị định số 12/2020/NĐ-CP ngày 05/2/2020", ["VB202"], "05/02/2020"),
    ("theo Điều 5 khoản 2 Nghị định số 12/2020/NĐ-CP", ["TD409"], "khoản 2 Điều 5"),
    ("theo Điều 5, khoản 2, điểm a Nghị định số 12/2020/NĐ-CP", ["TD409"], "điểm a khoản 2 Điều 5"),
    ("theo khoản 2 điểm đ Điều 5 Nghị định số 12/2020/NĐ-CP", ["TD409"], "điểm đ khoản 2 Điều 5"),
    ("theo khoản 2, điểm a Điều 5 Nghị định số 12/2020/NĐ-CP", ["TD409"], "điểm a khoản 2 Điều 5"),
    ("theo khoản 2 các điểm a, b Điều 5 Nghị định số 12/2020/NĐ-CP", ["TD409"], ""),
    ("theo Điều 5 khoản 2 và Điều 7 Nghị định số 12/2020/NĐ-CP", ["TD409"], ""),
    ("theo Khoản 2 điều 5 Nghị định số 12/2020/NĐ-CP", ["TD409"], "khoản 2 Điều 5"),
    ("Tờ trình số 374/BC-BCT", ["TD412"], "Báo cáo"),
]


@pytest.mark.parametrize(("text", "expected", "meant"), WRONG, ids=[text for text, _, _ in WRONG])
def test_a_fault_of_writing_is_told_with_the_right_form(text: str, expected: list[str], meant: str) -> None:
    assert codes(text) == expected
    assert judged(text)[0].problems[0].suggestion == meant


@pytest.mark.parametrize(
    "text",
    [
        "Nghị định số 12/2020/NĐ-CP ngày 05/3/2020 của Chính phủ",
        "Công văn số 4079/UBND-KT ngày 19/6 về việc chống dịch",
        "theo Điều 5, khoản 2 Điều 6 Nghị định số 12/2020/NĐ-CP",
        "Nghị định số 12/2020/NĐ-CP ngày 05/03/2020 của Chính phủ",
        "Nghị quyết số 12-NQ/TW ngày 07/3/2019 của Hội nghị lần thứ bảy Ban Chấp hành Trung ương khóa XII",
        "Thông tư số 12/2020/TT-BTC của Bộ trưởng Bộ Tài chính",
        "Quyết định số 12/QĐ-UBND của Chủ tịch UBND tỉnh",
        "Quyết định số 714/QĐ-TTg ngày 22/5/2015 của Thủ tướng Chính\nphủ",
        "Tờ trình số 35/TTr-\nSTTTT ngày 07/01/2021",
        "Khoản 2 Điều 5 Nghị định số 12/2020/NĐ-CP",
        "theo điểm a khoản 2 Điều 5 Nghị định số 12/2020/NĐ-CP",
        "theo khoản 1, điểm a khoản 2 Điều 5 Nghị định số 12/2020/NĐ-CP",
        "theo khoản 1, khoản 2 và điểm c khoản 3 Điều 5 Nghị định số 12/2020/NĐ-CP",
        "theo các điểm a, b và đ khoản 2, khoản 5 Điều 5 Nghị định số 12/2020/NĐ-CP",
        "theo khoản 2 Điều 5, khoản 3 Điều 6 Nghị định số 12/2020/NĐ-CP",
        "Chỉ thị số 01/CT-TTg ngày 14/10/2020",
        "Công văn số 5435/CT-NVT",
        "Luật số 72/2025/QH15",
    ],
)
def test_what_official_texts_write_is_no_fault(text: str) -> None:
    assert codes(text) == []
