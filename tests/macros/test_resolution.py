"""Which work a citation means: by number, day and title, on the day of the citing document."""

from datetime import date

import pytest

from macros.resolution import Citing, Match
from tests.macros.registered import WORKS, judged

SLIP = "về việc ban hành Kế hoạch Chuyển đổi số trên địa bàn tỉnh Thanh Hóa đến năm 2025;"
FOUND = [
    ("Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ", "30/2020/NĐ-CP@2020-03-05"),
    ("Nghị định số 30/2020/NĐ-CP", "30/2020/NĐ-CP@2020-03-05"),
    ("Nghị định 30/2020", "30/2020/NĐ-CP@2020-03-05"),
    ("Nghị quyết số 50/NQ-CP ngày 17/4/2020 của Chính phủ", "50/NQ-CP@2020-04-17"),
    ("Luật số 55/2010/QH12", "55/2010/QH12@2010-06-17"),
    ("Nghị quyết số 55/2010/QH12 ngày 24/11/2010", "55/2010/QH12@2010-11-24"),
    ("Quyết định số 4216/QĐ-UBND ngày 06/10/2020 của UBND tỉnh", "4216/QĐ-UBND@2020-10-06"),
    ("Luật An toàn thực phẩm", "55/2010/QH12@2010-06-17"),
    ("Luật Tổ chức chính quyền địa phương ngày 19/6/2015", "77/2015/QH13@2015-06-19"),
    ("Luật Tổ chức chính quyền địa phương năm 2015", "77/2015/QH13@2015-06-19"),
]


@pytest.mark.parametrize(("text", "key"), FOUND, ids=[text for text, _ in FOUND])
def test_a_citation_means_one_work(text: str, key: str) -> None:
    assert [judgement.key for judgement in judged(text)] == [key]


@pytest.mark.parametrize(
    ("day", "key"),
    [
        ("2021-01-07", "77/2015/QH13@2015-06-19"),
        ("2025-02-28", "77/2015/QH13@2015-06-19"),
        ("2026-01-07", "72/2025/QH15@2025-06-16"),
        ("2014-01-07", None),
    ],
)
def test_a_law_by_title_is_the_version_in_force_on_the_citing_day(day: str, key: str | None) -> None:
    assert judged("Luật Tổ chức chính quyền địa phương", day)[0].key == key


@pytest.mark.parametrize(
    ("text", "day", "match"),
    [
        ("Luật Tổ chức chính quyền địa phương", "", Match.SEVERAL),
        ("Nghị quyết số 50/NQ-CP của Chính phủ", "2026-01-07", Match.SEVERAL),
        ("Nghị quyết số 50/NQ-CP của Chính phủ", "2020-12-31", Match.ONE),
    ],
)
def test_two_works_that_fit_are_told_and_never_chosen_between(text: str, day: str, match: Match) -> None:
    assert judged(text, day)[0].resolution.match is match


NEAR = [
    (f"Quyết định số 4126/QĐ-UBND ngày 06/10/2020 của UBND tỉnh Thanh Hóa {SLIP}", Match.SLIP),
    (f"Quyết định số 4126/QĐ-UBND ngày 06/10/2020 của UBND tỉnh Nghệ An {SLIP}", Match.NONE),
    ("Quyết định số 4126/QĐ-UBND ngày 06/10/2020 của UBND tỉnh Thanh Hóa về đất đai;", Match.NONE),
    ("Quyết định số 4126/QĐ-UBND ngày 06/10/2020 của UBND tỉnh Thanh Hóa", Match.HINT),
    (f"Quyết định số 999/QĐ-UBND ngày 06/10/2020 của UBND tỉnh Thanh Hóa {SLIP}", Match.SLIP),
    ("Nghị định số 30/2020/NĐ-CP ngày 06/3/2020 của Chính phủ", Match.OTHER_DAY),
    ("Quyết định số 749/QĐ-TTg ngày 08/6/2020", Match.OTHER_DAY),
    ("Quyết định số 749/QĐ-TTg ngày 03/6/2021", Match.HINT),
    ("Quyết định số 749/QĐ-TTg ngày 03/6/2021 phê duyệt Chương trình A B C", Match.OTHER_DAY),
    ("Quyết định số 749/QĐ-TTg ngày 08/7/2019", Match.NONE),
    ("Quyết định số 4216/QĐ-UBND ngày 07/10/2020 của UBND tỉnh", Match.NONE),
    ("Quyết định số 4216/QĐ-UBND ngày 07/10/2020 của UBND tỉnh Thanh Hóa", Match.OTHER_DAY),
    ("Nghị định số 33/2021/NĐ-CP ngày 29/3/2021", Match.NONE),
    ("Nghị quyết số 52-NQ/TW ngày 27/9/2019 của Ban Bí thư", Match.OTHER_ISSUER),
    ("Luật số 55/2010/QH12 ngày 24/11/2010", Match.OTHER_TYPE),
    ("Quyết định số 50/2003/QĐ-BVHTT ngày 22/8/2003 của Quốc hội", Match.OTHER_ISSUER),
    ("Quyết định số 50/2003/QĐ-BVHTT ngày 22/8/2003 của Bộ trưởng Bộ Văn hóa - Thông tin", Match.ONE),
    ("Luật Tổ chức chính quyền địa phương ngày 19/6/2016", Match.OTHER_DAY),
    ("Thông tư số 12/2022/TT-BTC ngày 05/3/2022", Match.NONE),
]


@pytest.mark.parametrize(("text", "match"), NEAR, ids=[text for text, _ in NEAR])
def test_a_near_miss_is_told_from_a_work_that_is_merely_unknown(text: str, match: Match) -> None:
    assert judged(text)[0].resolution.match is match


def test_the_citing_document_tells_which_province_is_meant() -> None:
    text = "Quyết định số 4216/QĐ-UBND ngày 07/10/2020 của UBND tỉnh"
    assert judged(text, issuer="Ủy ban nhân dân tỉnh Thanh Hóa")[0].resolution.match is Match.OTHER_DAY
    assert judged(text, issuer="Ủy ban nhân dân tỉnh Nghệ An")[0].resolution.match is Match.NONE


def test_a_document_of_which_only_the_year_is_known_was_issued_within_it() -> None:
    assert Citing.in_year(2021) == Citing(date(2021, 1, 1), date(2021, 12, 31))


def test_every_work_is_found_by_its_own_number_and_day() -> None:
    for work in WORKS.entries:
        if work.issued_on and not work.is_doubtful:
            text = f"{work.type} số {work.number} ngày {work.issued_on:%d/%m/%Y}"
            assert [j.key for j in judged(text)] == [work.key]


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("Luật Tổ chức chính quyền địa phương số 27/2025/QH15", Match.SLIP),
        ("Luật Tổ chức chính quyền địa phương số 722/2025/QH15 ngày 16/6/2025", Match.SLIP),
        ("Luật Tổ chức chính quyền địa phương số 11/2003/QH11", Match.NONE),
        ("Luật Tổ chức chính quyền địa phương số 73/2025/QH15 ngày 17/6/2025", Match.NONE),
    ],
)
def test_a_laws_title_speaks_against_a_number_that_is_almost_its_own(text: str, match: Match) -> None:
    assert judged(text)[0].resolution.match is match


def test_the_beginning_of_its_own_title_makes_no_work_another() -> None:
    text = (
        "Quyết định số 4216/QĐ-UBND ngày 06/10/2020 của UBND tỉnh Thanh Hóa về việc ban hành Kế hoạch; khác"
    )
    assert judged(text)[0].resolution.match is Match.ONE
