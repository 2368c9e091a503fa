"""Text cut into tokens, on the pages and, to the letter, in the browser."""

import pytest
from playwright.sync_api import Page

from scripts.environment import ROOT
from scripts.search.words import (
    Word,
    number_key,
    numbers,
    own_number_tokens,
    read,
    title_tokens,
    tokens,
    words,
)
from tests.serving import served


@pytest.mark.parametrize(
    ("word", "plain", "marks"),
    [
        ("viễn", "vien", "2ax"),
        ("THÔNG", "thong", "2a"),
        ("hòa", "hoa", "f"),
        ("hoà", "hoa", "f"),
        ("Uỷ", "uy", "r"),
        ("ủy", "uy", "r"),
        ("đường", "duong", "0d1w2wf"),
        ("duong", "duong", ""),
        ("5G", "5g", ""),
        ("kỹ", "ki", "x"),
        ("kĩ", "ki", "x"),
        ("quý", "qui", "s"),
        ("thúy", "thuy", "s"),
        ("y", "y", ""),
    ],
)
def test_a_word_is_its_letters_and_its_marks(word: str, plain: str, marks: str) -> None:
    assert read(word) == Word(plain, marks)


def test_two_neighbours_are_one_token_and_the_last_word_is_one_too() -> None:
    found = words("Hạ tầng viễn thông", {})
    assert list(tokens(found, "t")) == [
        "haztangztjz1afz",
        "tangzvienzt1afz2axz",
        "vienzthongzt2axz2az",
        "thongzzt2azz",
    ]


def test_an_abbreviation_is_written_in_full_where_it_is_spelled_as_in_the_list() -> None:
    short, full, other = (
        words(text, {"CNTT": "công nghệ thông tin"}) for text in ("CNTT", "công nghệ thông tin", "cntt")
    )
    assert short == full
    assert other == [Word("cntt", "")]


SHORT = {
    "TTTT": "thông tin và truyền thông",
    "KTXH": "kinh tế - xã hội",
    "CNTT": "công nghệ thông tin",
    "CNTT&TT": "công nghệ thông tin và truyền thông",
}
JOINED = [
    ("Sở TT&TT", "so thong tin va truyen thong"),
    ("Trung tâm CNTT&TT", "trung tam cong nghe thong tin va truyen thong"),
    ("phát triển KT-XH", "phat trien kinh te xa hoi"),
    ("CNTT-VT", "cong nghe thong tin vt"),
    ("R&D", "r d"),
]


@pytest.mark.parametrize(("text", "plain"), JOINED)
def test_an_abbreviation_may_be_written_with_a_sign_between_its_parts(text: str, plain: str) -> None:
    assert " ".join(word.plain for word in words(text, SHORT)) == plain


@pytest.mark.parametrize("text", [*(text for text, _ in JOINED), "Kỹ thuật số, quý II", "Uỷ ban – đường 5G"])
def test_the_browser_cuts_a_text_into_the_same_words(page: Page, text: str) -> None:
    with served(ROOT / "overrides" / "assets", not_found="tim-kiem.css") as address:
        page.goto(f"{address}tim-kiem.css")
        found = page.evaluate(
            """async ([text, short]) => {
              const { longForms, words } = await import("/tim-kiem/words.js");
              return words(text, longForms(short)).map(({ plain, marks }) => [plain, marks]);
            }""",
            [text, SHORT],
        )
    assert [Word(*one) for one in found] == words(text, SHORT)


def test_each_word_of_a_title_is_a_token_by_itself() -> None:
    assert list(title_tokens(words("Thuê nhà trọ", {}))) == ["yzthuez", "yznhaz", "yztroz"]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Quyết định số 749/QĐ-TTg ngày 03/6/2020", ["749zqdzttgz"]),
        ("Nghị định số 30/2020/NĐ-CP", ["30z2020zndzcpz"]),
        ("Nghị quyết số 52-NQ/TW và Chỉ thị số 01/CT-TTg", ["52znqztwz", "1zctzttgz"]),
        ("ngày 07/01/2021, giai đoạn 2021 - 2025", []),
    ],
)
def test_the_numbers_in_a_text_are_found_by_keys(text: str, keys: list[str]) -> None:
    assert list(numbers(text)) == keys


def test_a_number_that_holds_a_year_is_found_with_and_without_it() -> None:
    assert own_number_tokens("30/2020/NĐ-CP") == ["wz30z2020zndzcpz", "wz30zndzcpz"]
    assert own_number_tokens("749/QĐ-TTg") == ["wz749zqdzttgz"]


def test_a_number_is_no_words_of_the_text() -> None:
    assert [word.plain for word in words("số 749/QĐ-TTg ngày", {})] == ["so", "ngay"]
    assert number_key("007/QĐ-UBND") == number_key("7/QĐ-UBND")
