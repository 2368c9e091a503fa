import pytest

from macros.citing.finding import go_through


def spans(text: str) -> list[str]:
    return [text[found.start : found.end] for found in go_through(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "các Nghị định số 10/2010/NĐ-CP, số 12/2011/NĐ-CP",
            ["Nghị định số 10/2010/NĐ-CP", "số 12/2011/NĐ-CP"],
        ),
        ("các Nghị định 10/2010/NĐ-CP và 12/2011/NĐ-CP", ["Nghị định 10/2010/NĐ-CP", "12/2011/NĐ-CP"]),
        ("Điều 1. Phê duyệt\nĐiều 2. Giao", []),
        ("Như Điều 4;", ["Điều 4"]),
        ("tại thời điểm a, danh mục 2, điều khoản 3", []),
        ("khoản 2 Điều 5 Hợp đồng", []),
        ("theo pháp luật đất đai, kỷ luật lao động", []),
        ("Số: 1951/QĐ-UBND", []),
        ("Mẫu số 06, bão số 10", []),
    ],
)
def test_openings_lead_to_citations_and_past_what_is_none(text: str, found: list[str]) -> None:
    assert spans(text) == found


def test_a_number_takes_the_type_that_fits_its_code() -> None:
    text = "các Quyết định: số 1/QĐ-TTg về sửa đổi Nghị định số 3/2020/NĐ-CP; số 20/2024/QĐ-UBND"
    assert [f.work_type.name for f in go_through(text) if f.work_type] == [
        "Quyết định",
        "Nghị định",
        "Quyết định",
    ]
