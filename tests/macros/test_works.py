import pytest

from macros.citing.vocabulary import WorkType, key, read_types
from macros.citing.works import read_work

TYPES = {key(form): work_type for work_type in read_types() for form in work_type.forms}


def type_of(word: str) -> WorkType:
    return TYPES[key(word)]


@pytest.mark.parametrize(
    "marked",
    [
        "Nghị định| số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ| về",
        "Nghị định| của Chính phủ số 30/2020/NĐ-CP ngày 05/3/2020| về",
        "Quyết định|: số 07/2024/QĐ-UBND ngày 24/01/2024 của UBND TP| về",
        "Báo cáo| thẩm tra số 18/BC-KTNS|;",
        "Công văn| 2554 ngày 01/02/2024| về",
        "Nghị định| 305/2025| quy định",
        "Luật| số 72/2025/QH15| và",
        "Luật| này|.",
    ],
)
def test_a_work_is_read_from_its_type_to_its_last_part(marked: str) -> None:
    word, parts, rest = marked.split("|")
    found = read_work(word + parts + rest, 0, len(word), type_of(word))
    assert found
    assert found.end == len(word + parts)


@pytest.mark.parametrize(
    "text", ["Nghị định mới quy định", "Quyết định của Thủ tướng Chính phủ", "Kế hoạch 5 năm"]
)
def test_a_type_without_number_or_title_is_no_work(text: str) -> None:
    word = text[: 8 if text.startswith("Kế") else text.index("định") + 4]
    assert read_work(text, 0, len(word), type_of(word)) is None
