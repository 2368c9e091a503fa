"""The order of a body's numbers: which days it contradicts, and what lies near."""

from datetime import date

import pytest

from macros import symbol
from macros.series import key_of, serial_of, series_of
from tests.macros.registered import work

DECREES = [
    work("Nghị định", f"{serial}/2020/NĐ-CP", day, "Chính phủ")
    for serial, day in [
        (10, "2020-01-20"),
        (12, "2020-02-03"),
        (30, "2020-03-05"),
        (31, "2020-03-05"),
        (80, "2020-07-08"),
        (81, "2020-07-09"),
        (90, "2020-08-13"),
    ]
]
KEY = ("Nghị định", "NĐ", ("CP",), False, 2020, "")


@pytest.mark.parametrize(
    ("serial", "day", "contradicting"),
    [
        (32, "2020-03-09", set()),
        (30, "2020-03-05", set()),
        (300, "2020-03-05", {80, 81, 90}),
        (3, "2020-02-20", {10, 12}),
        (82, "2020-07-08", {81}),
        (11, "2020-01-10", {10}),
    ],
)
def test_a_number_contradicts_lower_ones_that_are_later_and_higher_ones_that_are_earlier(
    serial: int, day: str, contradicting: set[int]
) -> None:
    series = series_of(DECREES)[KEY]
    found = series.out_of_order(serial, date.fromisoformat(day))
    assert {serial_of(one.symbol) for one in found if one.symbol} == contradicting


def test_as_the_works_of_one_day_lie_together_they_are_near() -> None:
    series = series_of(DECREES)[KEY]
    assert series.has_near(33, date(2020, 3, 5), 2)
    assert not series.has_near(34, date(2020, 3, 5), 2)
    assert not series.has_near(33, date(2020, 3, 6), 2)


def test_a_series_is_orderly_though_one_line_has_a_slip_in_its_day() -> None:
    assert series_of(DECREES)[KEY].is_orderly
    slip = work("Nghị định", "100/2020/NĐ-CP", "2020-01-01", "Chính phủ")
    assert series_of([*DECREES, slip])[KEY].is_orderly
    registers = [
        work("Nghị định", f"{serial}/2020/NĐ-CP", f"2020-{month:02}-01", "Chính phủ")
        for month, serial in enumerate([7, 300, 12, 150, 9, 280, 30, 170], 1)
    ]
    assert not series_of(registers)[KEY].is_orderly


def test_numbers_with_and_without_their_year_and_of_two_provinces_are_series_of_their_own() -> None:
    day = date(2020, 3, 5)
    numbers = ("18/2020/QĐ-TTg", "523/QĐ-TTg", "12/QĐ-UBND")
    by_year, plain, local = (symbol.read(number) for number in numbers)
    assert by_year
    assert plain
    assert local
    keys = [key_of(one, "Quyết định", day, "") for one in (by_year, plain)]
    keys += [key_of(local, "Quyết định", day, f"UBND tỉnh {name}") for name in ("Thanh Hóa", "Nghệ An")]
    assert len(set(keys)) == 4
    assert key_of(local, "Quyết định", day, "Ủy ban nhân dân tỉnh Nghệ An") == keys[3]


@pytest.mark.parametrize(
    ("number", "serial"), [("030/2020/NĐ-CP", 30), ("66.14/2026/NQ-CP", 0), ("9" * 5000, 0)]
)
def test_only_what_is_a_number_is_one(number: str, serial: int) -> None:
    read = symbol.read(number)
    assert read
    assert serial_of(read) == serial


def test_what_contradicts_itself_is_in_no_series() -> None:
    doubtful = work("Nghị định", "33/2021/NĐ-CP", "2020-09-29", "Chính phủ", is_doubtful=True)
    undated = work("Nghị định", "34/2020/NĐ-CP", "2020", "Chính phủ")
    assert series_of([doubtful, undated]) == {}
