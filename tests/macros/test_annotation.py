"""Marked citations become links in the HTML, wherever they stand, and leave no mark."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from macros.annotation import (
    MARK,
    NOTE,
    TABLE,
    Marked,
    Span,
    Target,
    marked,
    put_back,
    taken_out,
    without_marks,
)
from macros.provisions import PAPER
from tests.macros.rendering import Engine

ENGINE = Engine()


def converted(text: Marked, *, paper: bool = False) -> html.HtmlElement:
    """Render lines as they are staged."""
    ENGINE.markdown.reset()
    parts = [text.table, PAPER if paper else "", "\n".join(text.lines)]
    page = ENGINE.markdown.convert("\n\n".join(filter(None, parts)))
    return html.fragment_fromstring(page, create_parent="article")


def rendered(source: str, *, paper: bool = False) -> html.HtmlElement:
    """Render Markdown in which `⟨…⟩` is a citation: the first leads to `#c0`, the next to `#c1`."""
    lines, spans = [], []
    opened: list[tuple[int, int]] = []
    for line in source.split("\n"):
        plain = ""
        for sign in line:
            if sign == "⟨":
                opened.append((len(lines), len(plain)))
            elif sign == "⟩":
                spans.append(Span(opened[-1], (len(lines), len(plain)), Target(f"#c{len(spans)}")))
            else:
                plain += sign
        lines.append(plain)
    return converted(marked(lines, spans), paper=paper)


def linked(article: html.HtmlElement) -> list[tuple[str, str]]:
    return [
        (link.get("href"), " ".join(link.text_content().split()))
        for link in article.xpath("//a[starts-with(@href, '#c') and not(@class='headerlink')]")
    ]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Theo ⟨Nghị định số 30/2020/NĐ-CP⟩.", ["Nghị định số 30/2020/NĐ-CP"]),
        ("⟨Luật A⟩ và ⟨Luật B⟩", ["Luật A", "Luật B"]),
        ("Theo ⟨Nghị định số\n30/2020/NĐ-CP⟩.", ["Nghị định số 30/2020/NĐ-CP"]),
        ("Theo ⟨Nghị định số  \n30/2020/NĐ-CP⟩.", ["Nghị định số 30/2020/NĐ-CP"]),
        ("Theo **⟨Nghị định số 30/2020/NĐ-CP⟩**.", ["Nghị định số 30/2020/NĐ-CP"]),
        ("Theo ⟨**Nghị định** số 30/2020/NĐ-CP⟩.", ["Nghị định số 30/2020/NĐ-CP"]),
        ("Theo **⟨Nghị định** số 30/2020/NĐ-CP⟩.", ["Nghị định số 30/2020/NĐ-CP"]),
        ("**Theo ⟨Nghị định** số 30/2020/NĐ-CP⟩.", ["số 30/2020/NĐ-CP"]),
        (
            "Theo ⟨Nghị định số 30/2020/NĐ-CP[^1] ngày 05/3/2020⟩.\n\n[^1]: Chú.",
            ["Nghị định số 30/2020/NĐ-CP"],
        ),
        ("- mục ⟨Luật A⟩\n- mục ⟨Luật B⟩", ["Luật A", "Luật B"]),
        ("| a | b |\n| - | - |\n| ⟨Luật A⟩ | ⟨Luật B⟩ |", ["Luật A", "Luật B"]),
        ("> ⟨Luật A⟩", ["Luật A"]),
        ("Chữ[^1].\n\n[^1]: Theo ⟨Luật A⟩.", ["Luật A"]),
        ("⟨Luật A & B⟩ &lt;", ["Luật A & B"]),
        # Nowhere here.
        ("`⟨Luật A⟩`", []),
        ("```\n⟨Luật A⟩\n```", []),
        ("    ⟨Luật A⟩", []),
        ("[⟨Luật A⟩](https://vbpl.vn/)", []),
        ("## Về ⟨Luật A⟩", []),
        ('[chữ](https://vbpl.vn/ "⟨Luật A⟩")', []),
    ],
)
def test_a_citation_is_a_link_where_a_link_may_stand(source: str, expected: list[str]) -> None:
    article = rendered(source)
    assert linked(article) == [(f"#c{nth}", text) for nth, text in enumerate(expected)]
    assert not MARK.search(html.tostring(article, encoding="unicode"))
    assert TABLE not in article.text_content()


def test_a_heading_and_its_line_in_the_contents_hold_no_mark() -> None:
    rendered("## Về ⟨Luật A⟩\n\n### Về `⟨Luật B⟩`")
    assert [entry["name"] for entry in ENGINE.markdown.toc_tokens] == ["Về Luật A"]
    assert ENGINE.markdown.toc_tokens[0]["children"][0]["name"] == "Về Luật B"


DECISION = """\
Căn cứ ⟨Luật A⟩;

QUYẾT ĐỊNH:

Điều 1. Sửa đổi ⟨Luật B⟩ (khóa XIII)

1. Theo ⟨Luật C
của Quốc hội⟩;

a) Theo ⟨Luật D⟩.

- Theo ⟨Luật E⟩ và

    chữ thụt vào ⟨Luật F⟩.

“Điều 5. Theo Luật G.”

Điều 2. ⟨Luật H⟩ (khóa XIII)

Điều 3. Sửa đổi ⟨Luật I⟩

Điều 4. Theo ⟨Luật K⟩./.
"""


def test_paper_text_has_the_structure_that_it_has_without_marks_and_links_in_its_titles_too() -> None:
    plain = rendered(DECISION.replace("⟨", "").replace("⟩", ""), paper=True)
    article = rendered(DECISION, paper=True)

    texts = ["A", "B", "C của Quốc hội", "D", "E", "F", "H", "I", "K"]
    assert linked(article) == [(f"#c{nth}", f"Luật {text}") for nth, text in enumerate(texts)]
    assert article.xpath("string(//h2/span[@class='ten'])") == "Sửa đổi Luật I"
    assert "Điều 3. Sửa đổi Luật I" in [entry["name"] for entry in ENGINE.markdown.toc_tokens]
    assert article.xpath("//@id") == plain.xpath("//@id")
    assert article.text_content() == plain.text_content()


def test_what_ends_in_a_bracket_stays_a_sentence_with_a_mark_behind_it() -> None:
    article = rendered("QUYẾT ĐỊNH:\n\nĐiều 1. Theo ⟨Kết luận số 62-KL/TW (khóa XIII)⟩", paper=True)
    assert article.xpath("//section/@class") == ["dieu lien"]
    assert linked(article) == [("#c0", "Kết luận số 62-KL/TW (khóa XIII)")]


def test_what_must_be_told_of_a_work_is_a_class_and_a_title() -> None:
    text = marked(["Luật A"], [Span((0, 0), (0, 6), Target("#c0", "het", "Hết hiệu lực"))])
    (link,) = converted(text).xpath("//a")
    assert dict(link.attrib) == {"href": "#c0", "class": "het", "title": "Hết hiệu lực"}


def test_a_note_leads_back_to_the_citation() -> None:
    text = marked(["Luật A"], [Span((0, 0), (0, 6), Target("#ghi-chu-1", NOTE, "Ghi chú"))])
    (link,) = converted(text).xpath("//a")
    assert (link.get("href"), link.get("id")) == ("#ghi-chu-1", "tai-ghi-chu-1")


def test_a_page_forgets_the_addresses_of_the_page_before() -> None:
    rendered("⟨Luật A⟩")
    assert linked(rendered("Luật A")) == []


@pytest.mark.parametrize(
    "line",
    ['⟦viện dẫn⟧[["https://example.com/"]]', "⟦viện dẫn⟧", "⟦viện dẫn⟧[[1]]", "⟦viện dẫn⟧{", '⟦viện dẫn⟧["'],
)
def test_an_authors_own_table_is_text(line: str) -> None:
    article = converted(marked([line, "", "chữ"], []))
    assert article.xpath("//a") == []
    assert "viện dẫn" in article.text_content()


def test_an_address_with_a_foreign_scheme_makes_no_link_whoever_wrote_it() -> None:
    article = converted(marked(["Luật A"], [Span((0, 0), (0, 6), Target("javascript:alert(1)"))]))
    assert article.xpath("//a/@href") == []


LINES = st.text("ab 1.)*`[]_|>#-\t⟦\U000f0000\U00100000", max_size=20)


@given(LINES)
def test_an_author_cannot_type_marks(line: str) -> None:
    assert not MARK.search(without_marks(line))


@given(st.text("ab .\U000f0000\U000f0001\U00100000", max_size=20))
def test_marks_come_back_where_they_were(line: str) -> None:
    plain, marks = taken_out(line)
    assert plain == without_marks(line)
    assert put_back(plain, marks) == line


WORD = re.compile(r"(?<!\w)[ab][ab1]*(?!\w)")
"""What a citation is made of: it never begins with Markdown's own signs, and stops before a joined letter."""


@given(st.data(), st.lists(st.text("aab 1.*_`[](|>#-", max_size=15), min_size=1, max_size=6))
def test_the_words_of_a_page_are_the_same_with_links_as_without(
    data: st.DataObject, lines: list[str]
) -> None:
    words = [(nth, match) for nth, line in enumerate(lines) for match in WORD.finditer(line)]
    picked = sorted(data.draw(st.sets(st.integers(0, len(words) - 1), max_size=6))) if words else []
    pairs = zip(picked[::2], picked[1::2], strict=False)
    spans = [
        Span((words[a][0], words[a][1].start()), (words[b][0], words[b][1].end()), Target("#c0"))
        for a, b in pairs
    ]

    with_links, without = converted(marked(lines, spans)), converted(marked(lines, []))

    assert with_links.text_content() == without.text_content()
    assert with_links.xpath("//a//a | //code//a[@href='#c0'] | //h1//a[@href='#c0']") == []
    assert without.xpath("//@href | //@src") == with_links.xpath("//@href[. != '#c0'] | //@src")
    assert not MARK.search(html.tostring(with_links, encoding="unicode"))
