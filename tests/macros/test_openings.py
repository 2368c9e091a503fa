import pytest

from macros.citing.openings import openings, type_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Luật Đất đai", ["Luật"]),
        ("theo (Nghị  định số 3", ["Nghị  định"]),
        ("pháp luật đất đai, kỷ luật, siêuluật đất", []),
        ("khoản 2, khoản vay, điểm a", ["khoản", "điểm"]),
        ("Nghị định mới, Quyết định này", ["Quyết định"]),
        ("số 12/NQ-HĐND, số 12", ["số"]),
        ("tạiThông tư số 1", ["Thông tư"]),
        ("Ý\nkiến số 3, Ýkiến số 4, Nghịđịnh số 5", ["Ý\nkiến", "Ýkiến", "Nghịđịnh"]),
        ("2Luật Đất đai; 3Nghị định số 1", ["Luật", "Nghị định"]),
        ("theo BLHS, BLDS; (BLLĐ), BLTTDS: Bộ luật", ["BLHS", "BLDS"]),
        ("KỶ LUẬT VIÊN CHỨC, ngành: Luật dân sự, cú pháp lệnh SQL", []),
    ],
)
def test_words_that_may_begin_a_citation_are_found_in_order(text: str, words: list[str]) -> None:
    search, place, found = openings(text), 0, []
    while span := search(place):
        found.append(text[slice(*span)])
        place = span[1]
    assert found == words


def test_a_type_is_known_by_every_form_of_its_name() -> None:
    assert [t and t.name for t in map(type_of, ("THÔNG TƯ", "Thông tư  liên bộ", "QĐ", "khoản"))] == [
        "Thông tư",
        "Thông tư liên tịch",
        "Quyết định",
        None,
    ]
