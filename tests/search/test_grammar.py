"""The browser reads citations with the checker's grammar: both are run over the same table."""

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from macros.citation import find
from macros.citing.grammar import codes as codes_of
from macros.numbering import FORMS
from macros.provision_path import read_paths
from macros.vietnamese import fold
from scripts.environment import ROOT
from scripts.search.grammar import codes, grammar, levels
from tests.readers import reader
from tests.serving import served

CITED = [
    "khoản 1 Điều 2 Quyết định số 749/QĐ-TTg",
    "điểm a khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP",
    "Điều 3 Nghị định 30/2020/NĐ-CP",
    "Mục 4 Chương V Thông tư số 02/2021/TT-BNV",
    "Nghị quyết số 52-NQ/TW",
    "Chỉ thị số 01/CT-TTg",
    "Nghị định 305/2025",
    "Kế hoạch số 202/KH-UBND",
    "quyết định số 893/qđ-ubnd",
    "Tờ trình số 35/TTr-STTTT",
]


@pytest.fixture(scope="module")
def asked(browser: Browser) -> Iterator[Page]:
    """A page that can load the search's own modules."""
    with served(ROOT / "overrides" / "assets", not_found="tim-kiem.css") as address, reader(browser) as page:
        page.goto(f"{address}tim-kiem.css")
        yield page


def parsed(page: Page, typed: str) -> dict[str, object]:
    """Let the browser's own module read what is typed."""
    about = {"longForms": {}, "grammar": grammar([])}
    script = "async ([typed, about]) => (await import('/tim-kiem/query.js')).parse(typed, about)"
    found: dict[str, object] = page.evaluate(script, [typed, about])
    return found


@pytest.mark.parametrize("text", CITED)
def test_the_browser_reads_a_citation_as_the_checker_does(asked: Page, text: str) -> None:
    (citation,) = find(text)
    number = (citation.number or "").replace("/", " ").replace("-", " ").split()
    for typed in (text, text.lower(), fold(text)):
        found = parsed(asked, typed)
        path = [f"{step['stem']}-{step['number']}" for step in found["path"]]  # type: ignore[attr-defined]
        paths = read_paths(citation.provision) if citation.provision else ((),)
        assert path == [f"{FORMS[level].ident}-{fold(value)}" for level, value in paths[0]], typed
        (own,) = found["numbers"]  # type: ignore[misc]
        pieces = [own["digits"], *filter(None, [own["year"]]), *own["codes"]]  # type: ignore[index]
        assert pieces == [fold(piece).lstrip("0") for piece in number], typed
        assert own["type"]["name"] == citation.type, typed  # type: ignore[index]


@pytest.mark.parametrize(
    "typed",
    ["điều kiện kinh doanh", "mục tiêu cụ thể", "phần mềm", "năm 2021", "khoản vay", "giai đoạn 2021 - 2025"],
)
def test_words_that_only_look_like_a_citation_are_words(asked: Page, typed: str) -> None:
    found = parsed(asked, typed)
    assert (found["path"], found["numbers"]) == ([], [])
    assert find(typed) == []


def test_every_type_and_level_of_the_checker_is_handed_over() -> None:
    made = grammar(["749/QĐ-TTg", "52-NQ/TW"])
    assert json.loads(json.dumps(made)) == made
    assert ["khoan", 7, "khoan"] in levels()
    assert made["codes"] == codes(["749/QĐ-TTg", "52-NQ/TW"]) == ["nq", "qd", "ttg", "tw"]
    assert set(made["codes"]) == {fold(code) for n in ("749/QĐ-TTg", "52-NQ/TW") for code in codes_of(n)}


ABBREVIATIONS = {"TTTT": "thông tin và truyền thông", "GDĐT": "giáo dục và đào tạo"}


def numbers_and_words(page: Page, typed: str) -> tuple[list[str], str]:
    """Give the numbers that the browser reads, as it would write them, and the words beside them."""
    about = {"longForms": ABBREVIATIONS, "grammar": grammar(["749/QĐ-TTg", "67/2006/QH11"])}
    script = "async ([typed, about]) => (await import('/tim-kiem/query.js')).parse(typed, about)"
    found = page.evaluate(script, [typed, about])
    numbers = [
        " ".join(filter(None, [one["digits"], one["year"], *one["codes"]])) for one in found["numbers"]
    ]
    return numbers, " ".join(word["plain"] for word in found["words"])


@pytest.mark.parametrize(
    ("typed", "numbers", "words"),
    [
        ("QĐ749", ["749"], ""),
        ("qd749/qd-ttg", ["749 qd ttg"], ""),
        ("749qdttg", ["749 qd ttg"], ""),
        ("749_QĐ_TTg", ["749 qd ttg"], ""),
        ("nd 30/2020", ["30 2020"], ""),
        ("qđ-ttg 749", ["749 qd ttg"], ""),
        ("QĐ-TTg số 749", ["749 qd ttg"], ""),
        ("qđ 749/ttg", ["749 ttg"], ""),
        ("6848/2021", ["6848 2021"], ""),
        ("67/2006/qh11", ["67 2006 qh11"], ""),
        ("kế hoạch 5G ngầm cáp", [], "ke hoach 5g ngam cap"),
        ("qd phe duyet de cuong", [], "quyet dinh phe duyet de cuong"),
        ("nđ văn thư", [], "nghi dinh van thu"),
        ("thư nđ", [], "thu nd"),
        ("sở tt&tt", [], "so thong tin va truyen thong"),
        ("so tt-tt", [], "so thong tin va truyen thong"),
        ("sở gd và đt", [], "so giao duc va dao tao"),
        ("sở tài chính và xây dựng", [], "so tai chinh va xay dung"),
    ],
)
def test_numbers_and_short_forms_are_read_as_people_type_them(
    asked: Page, typed: str, numbers: list[str], words: str
) -> None:
    assert numbers_and_words(asked, typed) == (numbers, words)


def test_of_a_number_without_its_type_s_code_the_type_says_it(asked: Page) -> None:
    script = """async ([typed, about]) => {
      const { numberPrefixes, parse } = await import("/tim-kiem/query.js");
      return numberPrefixes(parse(typed, about).numbers[0], true);
    }"""
    about = {"longForms": {}, "grammar": grammar(["749/QĐ-TTg"])}
    assert "wz749zqdzttgz" in asked.evaluate(script, ["qđ 749/ttg", about])
    assert asked.evaluate(script, ["qđ 749/qđ-ttg", about]) == ["wz749zqdzttgz"]
