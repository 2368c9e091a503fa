"""Which work a miswritten number means: what proves it, and what only makes a question of it."""

from datetime import date

import pytest

from macros.citation import find
from macros.registry import Works
from macros.resolution import Citing, Match
from macros.verdict import Judgement, judge
from tests.macros.registered import work

CIRCULAR, LISTED = "226/2016/TT-BTC", "04/2014/TT-BTNMT"
PLACES = "Ban hành Danh mục địa danh dân cư, sơn văn, thủy văn phục vụ công tác thành lập bản đồ tỉnh {}"
WORKS = Works(
    (
        *(
            work("Nghị định", f"{serial:02}/2016/NĐ-CP", day, "Chính phủ")
            for serial, day in [
                (8, "2016-01-25"),
                (16, "2016-03-16"),
                (60, "2016-07-01"),
                (61, "2016-07-01"),
                (103, "2016-07-01"),
                (119, "2016-08-24"),
                (150, "2016-11-11"),
            ]
        ),
        work("Thông tư", CIRCULAR, "2016-11-11", "Bộ Tài chính", "Quy định mức thu phí thẩm định"),
        work("Thông tư", "14/2015/TT-BTTTT", "2015-10-12", "Bộ Thông tin và Truyền thông"),
        work("Thông tư", LISTED, "2014-02-12", "Bộ Tài nguyên", PLACES.format("Bình Phước")),
        work("Luật", "46/2010/QH12", "2010-06-16", "Quốc hội", "Ngân hàng Nhà nước Việt Nam"),
        # A register's own slip: the twelfth of April for the twelfth of May.
        *(
            work("Nghị định", f"{serial}/2017/NĐ-CP", day, "Chính phủ")
            for serial, day in [
                (54, "2017-05-08"),
                (57, "2017-05-09"),
                (59, "2017-04-12"),
                (63, "2017-05-19"),
            ]
        ),
    )
)


def judged(text: str) -> Judgement:
    return judge(text, find(text), WORKS, Citing())[0]


SAME_WORDS = "ban hành Danh mục địa danh dân cư, sơn văn, thủy văn phục vụ công tác thành lập bản đồ tỉnh"
FOUND = [
    # The code is wrong: an issuer gives a serial once a year.
    ("Thông tư số 226/2016/TT-TBC ngày 11/11/2016 của Bộ Tài chính", Match.SLIP, CIRCULAR),
    ("Thông tư số 226/2016/TT-BCT ngày 11/11/2016 của Bộ Tài chính", Match.SLIP, CIRCULAR),
    ("Thông tư số 226/2016/TT-BCT ngày 11/11/2016 quy định mức thu phí thẩm định", Match.SLIP, CIRCULAR),
    ("Thông tư số 14/2015/TT-BTTT ngày 12/10/2015", Match.HINT, "14/2015/TT-BTTTT"),
    ("Thông tư số 226/2016/TT-BYT ngày 11/11/2016", Match.NONE, ""),
    ("Thông tư số 226/2016/TT-BYT ngày 11/11/2016 của Bộ Y tế", Match.NONE, ""),
    # The serial is wrong, with nothing but the day beside it: near works of one day are no slips.
    ("Nghị định số 13/2016/NĐ-CP ngày 01/7/2016 của Chính phủ", Match.HINT, "103/2016/NĐ-CP"),
    ("Nghị định số 203/2016/NĐ-CP ngày 01/7/2016 của Chính phủ", Match.HINT, "103/2016/NĐ-CP"),
    ("Nghị định số 106/2016/NĐ-CP ngày 01/7/2016 của Chính phủ", Match.NONE, ""),
    ("Nghị định số 203/2016/NĐ-CP ngày 01/7/2016 của Chính phủ quy định về đất đai;", Match.NONE, ""),
    # The serial fits no day near it.
    ("Nghị định số 999/2016/NĐ-CP ngày 16/3/2016 của Chính phủ", Match.DISORDER, ""),
    ("Nghị định số 999/2016/NĐ-CP ngày 16/3/2016 của Chính phủ quy định về đất đai", Match.DISORDER, ""),
    ("Nghị định số 17/2016/NĐ-CP ngày 16/3/2016 của Chính phủ", Match.NONE, ""),
    ("Nghị định số 90/2016/NĐ-CP ngày 30/6/2016 của Chính phủ", Match.NONE, ""),
    # Two works of one day may differ in one word of their titles.
    (f"Thông tư số 06/2014/TT-BTNMT ngày 12/02/2014 {SAME_WORDS} Bình Phước", Match.SLIP, LISTED),
    (f"Thông tư số 06/2014/TT-BTNMT ngày 12/02/2014 {SAME_WORDS} Bình Dương", Match.HINT, LISTED),
    # A law's title proves what its number says wrongly.
    ("Luật Ngân hàng Nhà nước Việt Nam số 46/2011/QH12", Match.SLIP, "46/2010/QH12"),
    ("Luật Ngân hàng Nhà nước Việt Nam số 46/2010/QH13", Match.SLIP, "46/2010/QH12"),
    ("Luật Ngân hàng Nhà nước Việt Nam số 46/2025/QH15", Match.NONE, ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "match", "number"), FOUND, ids=[text for text, _, _ in FOUND])
def test_a_wrong_number_is_told_by_what_stands_beside_it(text: str, match: Match, number: str) -> None:
    found = judged(text).resolution
    assert found.match is match
    if number:
        assert [one.number for one in found.works] == [number]


def test_what_is_only_like_is_asked_and_never_an_error() -> None:
    (problem,) = judged("Nghị định số 13/2016/NĐ-CP ngày 01/7/2016 của Chính phủ").problems
    assert (problem.code, problem.severity) == ("TD109", "warning")
    assert problem.suggestion == "Nghị định số 103/2016/NĐ-CP ngày 01/7/2016"


def test_the_works_that_contradict_a_number_are_named() -> None:
    (problem,) = judged("Nghị định số 999/2016/NĐ-CP ngày 16/3/2016 của Chính phủ").problems
    assert (problem.code, problem.severity) == ("TD109", "warning")
    assert "số 119/2016/NĐ-CP ngày 24/8/2016" in problem.message


def test_where_the_register_is_out_of_order_and_the_citation_is_not_nothing_is_said() -> None:
    assert judged("Nghị định số 59/2017/NĐ-CP ngày 12/5/2017 của Chính phủ").problems == ()
    assert [p.code for p in judged("Nghị định số 59/2017/NĐ-CP ngày 12/6/2017").problems] == ["TD102"]
    assert [p.code for p in judged("Nghị định số 57/2017/NĐ-CP ngày 12/6/2017").problems] == ["TD102"]


def test_the_day_of_the_register_is_the_one_in_the_works() -> None:
    assert judged("Nghị định số 60/2016/NĐ-CP ngày 01/7/2016").key == "60/2016/NĐ-CP@2016-07-01"
    assert WORKS.by_day[date(2016, 7, 1)]
