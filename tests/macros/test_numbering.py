import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.numbering import DOCUMENT_WIDE, FORMS, Level, following, ident, is_next, label, rank
from macros.vietnamese import POINT_LETTERS, roman

NUMBERED = [level for level, form in FORMS.items() if form.numerals]
COUNTED = {
    "roman": [roman(n) for n in range(1, 100)],
    "arabic": [str(n) for n in range(1, 200)],
    "decimal": [f"4.{n}" for n in range(1, 50)],
    "letter": list(POINT_LETTERS),
}


def test_levels_go_from_the_largest_to_the_smallest() -> None:
    assert [form.word for _, form in sorted(FORMS.items())] == [
        "Phụ lục",
        "Phần",
        "Chương",
        "Mục",
        "Tiểu mục",
        "Điều",
        "mục",
        "khoản",
        "tiết",
        "ý",
        "điểm",
        "gạch đầu dòng",
        "dấu cộng đầu dòng",
    ]


@pytest.mark.parametrize(
    ("level", "number", "written", "address"),
    [
        (Level.APPENDIX, "", "PHỤ LỤC", "phu-luc"),
        (Level.APPENDIX, "II", "PHỤ LỤC II", "phu-luc-ii"),
        (Level.PART, "I", "Phần I", "phan-i"),
        (Level.CHAPTER, "IV", "Chương IV", "chuong-iv"),
        (Level.SECTION, "1", "Mục 1", "muc-1"),
        (Level.SUBSECTION, "2", "Tiểu mục 2", "tieu-muc-2"),
        (Level.ARTICLE, "5", "Điều 5.", "dieu-5"),
        (Level.ARTICLE, "5a", "Điều 5a.", "dieu-5a"),
        (Level.ARTICLE, "5đ", "Điều 5đ.", "dieu-5dd"),
        (Level.HEADING, "III", "III.", "muc-iii"),
        (Level.CLAUSE, "2", "2.", "khoan-2"),
        (Level.SUBCLAUSE, "2.1", "2.1", "tiet-2-1"),
        (Level.SUBCLAUSE, "2. 1", "2. 1", "tiet-2-1"),
        (Level.ITEM, "3", "(3)", "y-3"),
        (Level.POINT, "d", "d)", "diem-d"),
        (Level.POINT, "đ", "đ)", "diem-dd"),
        (Level.DASH, "", "-", ""),
        (Level.PLUS, "", "+", ""),
    ],
)
def test_each_level_has_its_label_on_paper_and_its_word_in_ids(
    level: Level, number: str, written: str, address: str
) -> None:
    assert label(level, number) == written
    assert ident(level, number) == address


def test_the_letter_dd_has_an_id_of_its_own_beside_d() -> None:
    assert ident(Level.POINT, "d") != ident(Level.POINT, "đ")


@pytest.mark.parametrize("level", NUMBERED)
def test_no_two_numbers_of_a_level_share_an_id(level: Level) -> None:
    numbers = COUNTED[FORMS[level].numerals]
    assert len({ident(level, number) for number in numbers}) == len(numbers)


@pytest.mark.parametrize("level", NUMBERED)
def test_counting_on_from_nothing_gives_the_numbers_of_the_level_in_order(level: Level) -> None:
    numbers = COUNTED[FORMS[level].numerals]
    counted, previous = [], None
    for _ in numbers:
        previous = following(level, previous, "4")
        counted.append(previous)
    assert counted == numbers


@pytest.mark.parametrize("level", NUMBERED)
def test_the_rank_of_a_number_is_its_place_in_the_count(level: Level) -> None:
    numbers = COUNTED[FORMS[level].numerals]
    assert [rank(level, number) for number in numbers] == [(place + 1, 0) for place in range(len(numbers))]


@pytest.mark.parametrize("level", NUMBERED)
def test_the_following_number_is_next_and_no_other_is(level: Level) -> None:
    numbers = COUNTED[FORMS[level].numerals][:22]
    for place, number in enumerate(numbers):
        assert [n for n in numbers if is_next(level, number, n)] == numbers[place + 1 : place + 2]
    assert [n for n in numbers if is_next(level, None, n)] == numbers[:1]


@pytest.mark.parametrize(
    ("level", "previous", "number"),
    [
        (Level.ARTICLE, "5", "5a"),
        (Level.ARTICLE, "5a", "5b"),
        (Level.ARTICLE, "5d", "5đ"),
        (Level.ARTICLE, "5a", "6"),
        (Level.CLAUSE, "2", "2a"),
        (Level.POINT, "a", "a1"),
        (Level.POINT, "a1", "a2"),
        (Level.POINT, "a1", "b"),
        (Level.POINT, "d", "đ"),
        (Level.POINT, "đ", "e"),
        (Level.POINT, "e", "g"),
        (Level.SUBCLAUSE, "2. 1", "2.2"),
    ],
)
def test_an_inserted_number_may_follow_the_one_that_it_belongs_to(
    level: Level, previous: str, number: str
) -> None:
    assert is_next(level, previous, number)


@pytest.mark.parametrize(
    ("level", "previous", "number"),
    [
        (Level.ARTICLE, "5", "5"),
        (Level.ARTICLE, "5", "7"),
        (Level.ARTICLE, "5", "5b"),
        (Level.ARTICLE, "5", "5z"),
        (Level.ARTICLE, None, "2"),
        (Level.ARTICLE, None, "0"),
        (Level.POINT, "d", "e"),
        (Level.POINT, "e", "f"),
        (Level.POINT, None, "b"),
        (Level.PART, "I", "1"),
        (Level.PART, "I", "IIII"),
        (Level.SUBCLAUSE, "2.1", "2.3"),
    ],
)
def test_a_gap_a_repeat_or_a_number_of_another_kind_is_not_next(
    level: Level, previous: str | None, number: str
) -> None:
    assert not is_next(level, previous, number)


@pytest.mark.parametrize(
    ("level", "number"),
    [
        (Level.POINT, "f"),
        (Level.POINT, "w"),
        (Level.POINT, ""),
        (Level.POINT, "ab"),
        (Level.POINT, "a²"),
        (Level.ARTICLE, "a"),
        (Level.ARTICLE, "1.1"),
        (Level.ARTICLE, "5f"),
        (Level.PART, "IIII"),
        (Level.PART, "ABC"),
        (Level.SUBCLAUSE, "1."),
        (Level.SUBCLAUSE, "1 2"),
        (Level.SUBCLAUSE, "1..2"),
        (Level.DASH, ""),
    ],
)
def test_what_is_no_number_of_the_level_has_no_rank(level: Level, number: str) -> None:
    assert rank(level, number) is None


@given(st.sampled_from(Level), st.text("0123456789abđfIVX. ²٣", max_size=6))
def test_ranking_never_fails(level: Level, number: str) -> None:
    rank(level, number)


@given(st.sampled_from(NUMBERED), st.integers(1, 22))
def test_a_number_and_its_rank_are_inverse(level: Level, place: int) -> None:
    number = COUNTED[FORMS[level].numerals][place - 1]
    before = COUNTED[FORMS[level].numerals][place - 2] if place > 1 else None
    assert rank(level, number) == (place, 0)
    assert following(level, before, "4") == number


def test_points_beyond_y_stay_y_and_are_left_to_the_check() -> None:
    assert following(Level.POINT, "y") == "y"


def test_only_the_large_levels_and_articles_count_through_the_whole_document() -> None:
    assert {Level.APPENDIX, Level.PART, Level.CHAPTER, Level.ARTICLE} == DOCUMENT_WIDE
