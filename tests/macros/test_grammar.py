import datetime
import re

import pytest

from macros.citing.grammar import CODED_NUMBER, DATE, PLAIN_NUMBER, codes, fold_number, read_date


@pytest.mark.parametrize(
    "number",
    [
        "30/2020/NĐ-CP",
        "66.14/2026/NQ-CP",
        "01/2011/TTLT-BNV-VPCP",
        "01/CP",
        "73-CP",
        "2523/QĐ/BGD&ĐT-KHTC",
        "03/VBHN-VPQH",
        "45/SNV-VTLT",
        "52-NQ/TW",
        "20251022/CV-HD",
        "2074 - TB/TU",
        "3169/TTr -STP",
        "218/2012/TTLT- BTC-BKHCN",
        "525/2012/NQLT/UBTVQH13 -ĐCTUBTWMTTQVN",
        "893/qđ-ubnd",
        "102-SL/L-004",
        "21-LCT/HDNN8",
        "07/2010/TT-BCA(X13)",
        "72/2025/QH15",
    ],
)
def test_a_number_with_a_code_is_read_to_its_end(number: str) -> None:
    match = re.match(CODED_NUMBER, f"{number} ngày 07/3/2019")
    assert match
    assert match[0] == number


@pytest.mark.parametrize(
    "text", ["0210 2222 555", "398 - Đường Trần Phú", "12/5/2020", "200.000 đồng/ngày", "1/2"]
)
def test_other_figures_are_no_numbers(text: str) -> None:
    assert not re.match(CODED_NUMBER, text)


def test_a_plain_number_is_neither_a_date_nor_a_share() -> None:
    assert [
        bool(re.match(PLAIN_NUMBER, t)) for t in ("2554", "305/2025", "12/5", "12/5/2020", "50%", "3.5")
    ] == [
        True,
        True,
        False,
        False,
        False,
        False,
    ]


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("07/3/2019", (2019, 3, 7)),
        ("07-3-2019", (2019, 3, 7)),
        ("26.9.2017", (2017, 9, 26)),
        ("07 tháng 3 năm 2019", (2019, 3, 7)),
        ("30 \ntháng 6 năm 2025", (2025, 6, 30)),
        ("31 tháng 11 năm 2025", None),
        ("20/11/20225", None),
        ("21 tháng năm 2001", None),
    ],
)
def test_dates_are_read_in_every_form(printed: str, day: tuple[int, int, int] | None) -> None:
    match = re.match(DATE, f"{printed} của")
    assert match
    assert match[0] == printed
    assert read_date(printed)[0] == (datetime.date(*day) if day else None)


def test_a_year_alone_is_kept_apart_from_a_date() -> None:
    assert read_date("năm 2013") == (None, 2013)


def test_a_number_is_folded_and_its_code_taken_apart() -> None:
    assert fold_number("99- TB/TW") == "99-TB/TW"
    assert codes("63/2010/NĐ-CP") == ("NĐ", "CP")
    assert codes("72/2025/qh15") == ("QH",)
