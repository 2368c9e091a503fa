"""Slips made on purpose: each changes what it says, and the checker reports it."""

from datetime import date
from random import Random

import pytest

from macros.resolution import Citing
from scripts.bench.citation_slips import SLIPS, Slip, Sound, written
from tests.macros.registered import WORKS, judged

DIGITAL = "Kế hoạch chuyển đổi số trên địa bàn tỉnh Thanh Hóa đến năm 2025"
LOCAL = (
    f"Căn cứ Quyết định số 4216/QĐ-UBND ngày 06/10/2020 của UBND tỉnh Thanh Hóa về việc ban hành {DIGITAL};"
)
DECREE = "Căn cứ khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư;"
LAW = "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16/6/2025;"
EARLY = "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;"
CIRCULAR = "Căn cứ Thông tư số 01/2019/TT-BNV ngày 24/01/2019 của Bộ Nội vụ;"
MADE_IN = {
    "number wrong, subject told": LOCAL,
    "number wrong, subject not told": CIRCULAR,
    "lapsed before the citing day": EARLY,
    "not yet in force": EARLY,
    "zero missing in number": CIRCULAR,
}


def sound(text: str, day: date | None = date(2026, 1, 7)) -> Sound:
    one = judged(text, "")[0]
    return Sound(text, one.citation, one.resolution.work, Citing.on(day))


@pytest.mark.parametrize("slip", SLIPS, ids=[slip.name for slip in SLIPS])
def test_every_class_of_slips_can_be_made_and_changes_text_or_day(slip: Slip) -> None:
    before = sound(MADE_IN.get(slip.name, DECREE))

    after = slip.make(before, WORKS, Random(1))

    assert after is not None
    assert (after.text, after.citing) != (before.text, before.citing)
    assert slip.make(before, WORKS, Random(1)) == after


@pytest.mark.parametrize("slip", SLIPS, ids=[slip.name for slip in SLIPS])
def test_no_slip_is_made_where_there_is_nothing_to_miswrite(slip: Slip) -> None:
    assert slip.make(sound("Căn cứ Luật Biển xanh;", None), WORKS, Random(1)) is None


@pytest.mark.parametrize("seed", range(30))
def test_a_wrong_number_is_no_other_known_work_of_that_day(seed: int) -> None:
    made = SLIPS[0].make(sound(LOCAL), WORKS, Random(seed))
    assert made is not None
    [one] = judged(made.text, "2026-01-07")
    assert one.citation.number != "4216/QĐ-UBND"
    assert one.key is None


def test_days_are_written_as_the_decree_asks() -> None:
    assert [written(date(2020, 3, 5)), written(date(2020, 1, 15))] == ["05/3/2020", "15/01/2020"]
