"""What is wrong with a citation: whether it exists, was in force, and agrees with the others."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.citation import find
from macros.registry import Works
from macros.resolution import Citing
from macros.verdict import judge
from tests.macros.conftest import AtMost
from tests.macros.registered import codes, judged, work

WRONG = [
    ("Nghị định số 30/2020/NĐ-CP ngày 06/3/2020", ["TD102"]),
    ("Nghị quyết số 50/NQ-CP của Chính phủ", ["TD106"]),
    ("Luật An toàn thực phẩm số 77/2015/QH13", ["TD105"]),
    ("Nghị định số 30/2020/ND-CP ngày 05/3/2020", ["TD110"]),
    ("Nghị quyết số 52/NQ-TW ngày 27/9/2019 của Bộ Chính trị", ["TD110"]),
    ("Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;", ["TD201"]),
    ("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16/6/2025;", []),
    ("theo Luật số 55/2010/QH12 và Luật số 77/2015/QH13", ["TD201"]),
    ("Quyết định này thay thế Luật số 77/2015/QH13", []),
    ("Nghị định X, Luật số 77/2015/QH13 đã hết hiệu lực", []),
    ("Nghị định số 40/2026/NĐ-СР", ["VB102"]),
]


@pytest.mark.parametrize(("text", "expected"), WRONG, ids=[text for text, _ in WRONG])
def test_a_problem_has_the_code_of_its_verdict(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


def test_the_right_number_is_offered_with_the_reason() -> None:
    text = (
        "Căn cứ Quyết định số 4126/QĐ-UBND ngày 06/10/2020 của UBND tỉnh Thanh Hóa về việc ban hành Kế hoạch "
        "Chuyển đổi số trên địa bàn tỉnh Thanh Hóa đến năm 2025;"
    )
    (problem,) = judged(text, "")[0].problems
    assert (problem.code, problem.severity) == ("TD101", "error")
    assert (problem.value, problem.suggestion) == ("4126/QĐ-UBND", "4216/QĐ-UBND")


def test_a_law_whose_number_slipped_is_found_by_its_title() -> None:
    title = "sửa đổi, bổ sung một số điều của Luật Thuế thu nhập doanh nghiệp"
    text = f"Căn cứ Luật số 23/2013/QH13 ngày 19/6/2013 {title};"
    judgement = judged(text, "")[0]
    (problem,) = judgement.problems
    assert judgement.citation.title
    assert (problem.code, problem.suggestion) == ("TD101", "32/2013/QH13")


def test_what_lapsed_after_the_citing_day_is_no_fault() -> None:
    assert codes("Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;", "2021-01-07") == []


def test_a_state_known_only_by_the_day_of_looking_speaks_from_that_day_on() -> None:
    text = "Căn cứ Thông tư số 01/2019/TT-BNV ngày 24/01/2019 của Bộ Nội vụ;"
    assert codes(text, "2026-06-01") == ["TD201"]
    assert codes(text, "2025-06-01") == []


@pytest.mark.parametrize(
    ("day", "facts", "expected"),
    [
        ("2025-06-16", {"lapsed_on": date(2025, 6, 16)}, ["TD201"]),
        ("2025-06-15", {"lapsed_on": date(2025, 6, 16)}, []),
        ("2025-03-01", {"in_force_from": date(2025, 3, 1), "lapsed_on": date(2025, 6, 16)}, ["TD201"]),
        ("2026-01-07", {}, []),
    ],
)
def test_what_was_replaced_had_lapsed_when_what_replaced_it_was_in_force_or_lapsed_in_turn(
    day: str, facts: dict[str, object], expected: list[str]
) -> None:
    force = "hết hiệu lực toàn bộ"
    new = work("Luật", "65/2025/QH15", "2025-02-19", "Quốc hội", "Tổ chức B", **facts)
    old = work("Luật", "77/2015/QH13", "2015-06-19", "Quốc hội", force=force, successors=(new.key,))
    text = "Căn cứ Luật số 77/2015/QH13;"
    (judgement,) = judge(text, find(text), Works((old, new)), Citing.on(date.fromisoformat(day)))
    assert [problem.code for problem in judgement.problems] == expected


def test_what_lapsed_names_what_stood_in_its_place_on_the_citing_day() -> None:
    first, second, third = (f"{number}/2025/QH15" for number in (1, 2, 3))
    days = {"in_force_from": date(2025, 1, 1), "lapsed_on": date(2025, 6, 1)}
    laws = (
        work("Luật", first, "2025-01-01", "Quốc hội", successors=(f"{second}@2025-01-02",), **days),
        work("Luật", second, "2025-01-02", "Quốc hội", successors=(f"{third}@2025-01-03",), **days),
        work("Luật", third, "2025-01-03", "Quốc hội", successors=(f"{first}@2025-01-01",)),
    )
    text = f"Căn cứ Luật số 0{first};"
    (judgement,) = judge(text, find(text), Works(laws), Citing.on(date(2025, 7, 1)))
    assert third in judgement.problems[0].suggestion


def test_what_lapsed_names_the_work_that_replaced_it() -> None:
    (problem,) = judged("Căn cứ Luật số 77/2015/QH13;")[0].problems
    assert problem.suggestion == "Luật Tổ chức chính quyền địa phương số 72/2025/QH15"


def test_a_work_in_force_later_is_told() -> None:
    assert codes("Căn cứ Luật số 77/2015/QH13;", "2015-10-01") == ["TD202"]


def test_a_number_has_one_day_in_a_text() -> None:
    text = "Quyết định số 12/QĐ-TTg ngày 03/6/2020. Quyết định số 12/QĐ-TTg ngày {}."
    assert codes(text.format("08/6/2020")) == ["TD406"]
    assert codes(text.format("03/6/2020")) == []
    assert codes(text.format("08/6/2021")) == []
    assert codes(text.format("08/6/2020").replace("TTg", "UBND")) == []
    offices = text.replace("Quyết định", "Tờ trình").replace("QĐ-TTg", "TTr-STTTT")
    assert codes(offices.format("08/6/2020")) == ["TD406"]


@settings(deadline=None)
@given(st.text(alphabet="Luật Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ;.\n", max_size=200))
def test_no_text_breaks_the_judgement(text: str) -> None:
    for judgement in judged(text):
        assert all(p.value == "" or p.message for p in judgement.problems)


def test_a_number_that_comes_again_and_again_is_judged_in_linear_time(at_most: AtMost) -> None:
    with at_most(10):
        assert codes("Nghị định số 31/2020/NĐ-CP ngày 05/3/2020 của Chính phủ, " * 20_000) == []


@pytest.mark.parametrize(
    ("text", "expected", "meant"),
    [
        ("Nghị định số 30/2020/NĐ-CP ngày 05/3/2021 của Chính phủ", ["TD102"], "05/3/2020"),
        ("Nghị định số 30/2020/NĐ-CP ngày 05/3/2027 của Chính phủ", ["TD102"], "05/3/2020"),
        ("Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Quốc hội", ["TD404"], "Chính phủ"),
        ("Nghị định số 30/2020/NĐ-CP ngày 31/4/2020 của Chính phủ", ["TD401"], "05/3/2020"),
        ("Nghị định số 31/2020/NĐ-CP ngày 31/4/2020 của Chính phủ", ["TD401"], ""),
    ],
)
def test_one_fault_is_told_once_with_what_is_right(text: str, expected: list[str], meant: str) -> None:
    assert codes(text) == expected
    assert judged(text)[0].problems[0].suggestion == meant


def test_a_document_of_which_only_the_year_is_known_has_no_day() -> None:
    text = "Thông tư số 12/2022/TT-BTC ngày 05/3/2022"
    (problem,) = judge(text, find(text), Works(()), Citing.in_year(2021))[0].problems
    assert problem.code == "TD402"
    assert "(năm 2021)" in problem.message


def test_what_the_registry_has_too_is_a_question() -> None:
    wrong = work("Nghị định", "61/2023/NĐ-CP", "2023-08-16", "Bộ Văn hóa, Thể thao và Du lịch")
    late = work("Nghị định", "33/2021/NĐ-CP", "2020-09-29", "Chính phủ", is_doubtful=True)
    for text, code in [
        ("Nghị định số 61/2023/NĐ-CP ngày 16/8/2023 của Bộ Văn hóa, Thể thao và Du lịch", "TD104"),
        ("Nghị định số 33/2021/NĐ-CP ngày 29/9/2020 của Chính phủ", "TD109"),
    ]:
        (judgement,) = judge(text, find(text), Works((wrong, late)), Citing())
        assert [(p.code, p.severity) for p in judgement.problems] == [(code, "warning")]
        assert "Danh mục cũng ghi như vậy" in judgement.problems[0].message
    right = "Nghị định số 61/2023/NĐ-CP ngày 16/8/2023 của Chính phủ"
    (judgement,) = judge(right, find(right), Works((wrong,)), Citing())
    assert judgement.problems == ()


def test_a_title_of_an_amending_law_keeps_the_number_of_the_amended_one() -> None:
    title = "Sửa đổi, bổ sung một số điều của Bộ luật Hình sự số 100/2015/QH13"
    code = work("Bộ luật", "100/2015/QH13", "2015-11-27", "Quốc hội", "Hình sự")
    law = work("Luật", "12/2017/QH14", "2017-06-20", "Quốc hội", title)
    for text in (f"Căn cứ Luật {title} ngày 20/6/2017;", f"Căn cứ Luật {title};"):
        (judgement,) = judge(text, find(text), Works((code, law)), Citing())
        assert (judgement.key, judgement.problems) == ("12/2017/QH14@2017-06-20", ())


def test_a_joint_circular_may_part_and_list_its_bodies_otherwise() -> None:
    two = "Bộ Giáo dục và Đào tạo và Bộ Tài chính"
    known = work("Thông tư liên tịch", "42/2003/TTLT-BGDĐT-BTC", "2003-08-29", two)
    for text, expected in [
        (
            "Thông tư liên tịch số 42/2003/TTLT/BGD&ĐT-BTC ngày 29/8/2003 của Liên Bộ Tài chính và Giáo dục",
            [],
        ),
        ("Thông tư liên tịch số 42/2003/TTLT-BGDĐT-BTC ngày 29/8/2003 của Bộ Y tế", ["TD104"]),
        ("Thông tư liên tịch số 42/2003/TTLT-BGDDT-BTC ngày 29/8/2003", ["TD110"]),
    ]:
        (judgement,) = judge(text, find(text), Works((known,)), Citing())
        assert [problem.code for problem in judgement.problems] == expected


def test_an_issuer_that_runs_into_the_title_is_its_own_body() -> None:
    assert codes("Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ Bảo vệ dữ liệu cá nhân;") == []


def test_what_is_later_than_its_citing_document_is_told_once() -> None:
    text = "Căn cứ Luật Tổ chức chính quyền địa phương số 77/2015/QH13 ngày 19/6/2015;"
    assert codes(text, "2015-05-01") == ["TD402"]
    assert codes(text, "2015-07-01") == ["TD202"]
