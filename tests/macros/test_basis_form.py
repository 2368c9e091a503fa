"""The form of a căn cứ, by the class and the day of the document."""

from datetime import date

import pytest

from macros.basis_form import ADMINISTRATIVE, NORMATIVE, RuleSet, rule_set
from macros.document import read
from macros.record import DecisionRecord
from macros.resolution import Citing


@pytest.mark.parametrize(
    ("number", "day", "rules"),
    [
        ("12/QĐ-UBND", date(2021, 1, 7), ADMINISTRATIVE),
        ("12/QĐ-UBND", date(2020, 3, 4), None),
        ("12/2026/QĐ-UBND", date(2026, 1, 7), NORMATIVE),
        ("12/2021/QĐ-UBND", date(2021, 1, 7), None),
        ("", date(2021, 1, 7), ADMINISTRATIVE),
        ("12/QĐ-UBND", None, None),
    ],
)
def test_the_class_and_the_day_choose_the_rules(number: str, day: date | None, rules: RuleSet | None) -> None:
    page = read(
        "quyet-dinh/2021/a.md",
        f"---\nloai: quyết định\nnam: 2021\nso_ky_hieu: {number}\ntinh_trang: dự thảo\nco_quan: UBND xã Mẫu\n"
        "tham_quyen: Chủ tịch\ntrich_yeu: A\n---\n",
    )
    assert isinstance(page.record, DecisionRecord)
    assert rule_set(page.record, Citing.on(day)) is rules
