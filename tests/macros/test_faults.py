import pytest

from macros.citing.faults import in_date, in_number
from macros.citing.model import Fault
from macros.citing.vocabulary import read_types

TYPES = {work_type.name: work_type for work_type in read_types()}


@pytest.mark.parametrize(
    ("name", "number", "meant"),
    [
        ("Tờ trình", "374/BC-BCT", "Báo cáo"),
        ("Thông tư", "01/2011/TTLT-BNV-VPCP", "Thông tư liên tịch"),
        ("Quyết định", "30/2020/NĐ-CP", "Nghị định"),
        ("Nghị định", "30/2020/NĐ-CP", None),
        ("Nghị định", "12/CP", None),
        ("Quyết định", "619/TTg", None),
        ("Luật", "72/2025/QH15", None),
        ("Nghị quyết", "55/2010/QH12", None),
        ("Pháp lệnh", "02/2020/UBTVQH14", None),
        ("Văn bản", "3169/TTr-STP", None),
        ("Công văn", "45/SNV-VTLT", None),
        ("Quyết định", "893", None),
        ("Thông tri", "07-TT/TC", None),
        ("Quyết định", "1319/TC/QĐ/CĐTC", None),
    ],
)
def test_a_code_of_another_type_is_named(name: str, number: str, meant: str | None) -> None:
    assert [fault.meant for fault in in_number(number, number, TYPES[name])] == ([meant] if meant else [])


def test_a_line_that_ends_inside_a_number_is_no_fault() -> None:
    assert list(in_number("35/TTr-\nSTTTT", "35/TTr-STTTT", None)) == []
    assert list(in_number("35/TTr- STTTT", "35/TTr-STTTT", None)) == [
        Fault("space-in-number", "35/TTr- STTTT", "35/TTr-STTTT")
    ]


def test_a_date_without_its_month_is_told_from_one_that_cannot_be() -> None:
    assert in_date("21 tháng năm 2001", 2001).code == "incomplete-date"
    assert in_date("31/11/2025", None).code == "impossible-date"
