import pytest

from macros.citing.parts import Found, read_parts
from macros.citing.vocabulary import WorkType, key, read_types

TYPES = {key(form): work_type for work_type in read_types() for form in work_type.forms}


def words(text: str, span: tuple[int, int] | None) -> str:
    return text[slice(*span)] if span else ""


@pytest.mark.parametrize(
    ("text", "number", "date", "issuer"),
    [
        ("| số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ| về", "30/2020/NĐ-CP", "05/3/2020", "Chính phủ"),
        ("| số Số: 12/NQ-CP|;", "12/NQ-CP", "", ""),
        ("| s 12/NQ-CP|;", "12/NQ-CP", "", ""),
        (
            "| của Chính phủ số 12/NQ-CP ngày 05 tháng 3 năm 2020| về",
            "12/NQ-CP",
            "05 tháng 3 năm 2020",
            "Chính phủ",
        ),
        ("|, ngày 05-3-2020, số 12/NQ-CP|, và", "12/NQ-CP", "05-3-2020", ""),
        ("| số 12/NQ-CP TANDTC ngày 5.3.2020|.", "12/NQ-CP", "5.3.2020", ""),
        ("| số 12/NQ-CP năm 2020 của Quốc hội|.", "12/NQ-CP", "2020", "Quốc hội"),
        ("| số 12/NQ-CP| của bên ấy", "12/NQ-CP", "", ""),
    ],
)
def test_parts_are_read_in_any_order(text: str, number: str, date: str, issuer: str) -> None:
    before, parts, rest = text.split("|")
    whole = f"Nghị quyết{before}{parts}{rest}"
    found = read_parts(whole, Found(0, 10, TYPES[key("Nghị quyết")]), 10)
    assert found
    assert words(whole, found.number) == number
    assert words(whole, found.date) == date
    assert words(whole, found.issuer) == issuer
    assert whole[10 : found.end] == before + parts


def work_type() -> WorkType:
    return TYPES[key("Quyết định")]


@pytest.mark.parametrize("parts", [" ngày 05/3/2020 của Chính phủ", " của Tòa án", "", " số 12/2018/QĐST-DS"])
def test_without_a_number_of_its_own_there_is_no_work(parts: str) -> None:
    assert read_parts(f"Quyết định{parts}", Found(0, 10, work_type()), 10) is None


def test_the_number_that_is_known_is_kept() -> None:
    text = "Quyết định số 12/QĐ-TTg ngày 05/3/2020"
    found = read_parts(text, Found(0, 23, work_type(), (14, 23)), 23)
    assert found
    assert (words(text, found.number), words(text, found.date)) == ("12/QĐ-TTg", "05/3/2020")
