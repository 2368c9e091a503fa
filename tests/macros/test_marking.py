"""Citations are marked where they stand in the staged text, whatever macros wrote around them."""

from pathlib import Path
from unicodedata import normalize

import pytest
from lxml import html

from macros.annotation import TABLE
from macros.cited import readings
from macros.citing_documents import known_works
from macros.document import read
from macros.expansion import written_out
from macros.library import Library, load
from macros.linking import links
from macros.marking import Annotated, annotated
from macros.provisions import PAPER
from scripts.environment import ROOT
from tests.macros.rendering import Engine
from tests.macros.test_linking import BODY, HEAD, OWN, SLIP, library

ENGINE = Engine()
DECREE = '<a href="../../can-cu/30-2020-nd-cp.md">'


def of(
    whole: Library, path: str = OWN, recipients: str = "Nơi nhận:\n- Như Điều 3;\n- Lưu: VT."
) -> Annotated:
    """Mark a page as it is when it is staged."""
    document = whole.documents[path]
    body = written_out(document.body, document.reading, recipients)
    if body is None:
        return annotated(document, document.body, "", whole, known_works(whole))
    return annotated(document, body, recipients, whole, known_works(whole))


def page(found: Annotated, *, paper: bool = True) -> str:
    ENGINE.markdown.reset()
    parts = [found.text.table, PAPER if paper else "", "\n".join(found.text.lines)]
    return ENGINE.markdown.convert("\n\n".join(filter(None, parts)))


def texts(markup: str) -> list[str]:
    """The words of the links, without those of provisions to themselves."""
    tree = html.fragment_fromstring(markup, create_parent="div")
    links = tree.xpath("//a[not(@class='headerlink')]")
    return [" ".join(link.text_content().split()) for link in links]


def test_each_citation_of_the_seeds_that_leads_somewhere_is_a_link_on_its_page_and_no_other() -> None:
    whole = load(ROOT / "docs")
    for plan in whole.plans:
        read_text = readings(whole)[plan.path].text
        led = [
            " ".join(read_text[link.start : link.end].split())
            for link in links(plan, whole, known_works(whole))
            if not link.reason
        ]
        assert texts(page(of(whole, plan.path))) == led
    assert whole.plans


CITED = "Nghị định số 30/2020/NĐ-CP"


@pytest.mark.parametrize(
    "body",
    [
        f"QUYẾT ĐỊNH:\n\n{{{{ dieu(1) }}}} Theo {CITED} là {CITED}./.\n",
        f"QUYẾT ĐỊNH:\n\nĐiều 1. Theo {CITED}.\n\nTheo {CITED}.\n",
        f"QUYẾT ĐỊNH:\n\n{{{{ dieu(1, khoa='a') }}}} {CITED}.\n\n1. {{{{ xem('a') }}}}.\n\nTheo {CITED}.\n",
        "QUYẾT ĐỊNH:\n\nĐiều 1. **Theo Nghị định số** 30/2020/NĐ-CP, Nghị định số **30/2020/NĐ-CP**./.\n",
        # What the recipients take moves the rest of the text.
        f"QUYẾT ĐỊNH:\n\nĐiều 1. Theo {CITED}./.\n\n{{{{ noi_nhan() }}}}\n\nPHỤ LỤC\n\n1. Theo {CITED}.\n",
        # Wrapped lines, tabs, decomposed letters, spaces behind a line.
        "QUYẾT ĐỊNH:\n\nĐiều 1. Theo Nghị định số\n30/2020/NĐ-CP   \nvà Nghị\tđịnh số\t30/2020/NĐ-CP./.\n",
        normalize("NFD", f"QUYẾT ĐỊNH:\n\nĐiều 1. Theo {CITED}, {CITED}./.\n"),
        f"QUYẾT ĐỊNH:\n\nĐiều 1. Như sau:\n\n| Số | Văn bản |\n| - | - |\n| 1 | {CITED} |\n\n- {CITED}\n",
        f"QUYẾT ĐỊNH:\n\nĐiều 1. Như sau:\n\n    - thụt vào {CITED}\n\n1. {CITED}.\n",
        f"QUYẾT ĐỊNH:\n\nĐiều 1. Như sau:\n\n“Điều 9. {CITED}.”\n\n1. {CITED} và {CITED}.\n",
    ],
)  # fmt: skip
def test_both_citations_of_a_document_are_links(body: str) -> None:
    markup = page(of(library(body)))
    assert markup.count(DECREE) == 2
    assert [text for text in texts(markup) if text != "Điều 1"] in ([CITED, CITED], ["30/2020/NĐ-CP", CITED])


def test_a_page_whose_macros_the_engine_runs_has_its_links_too() -> None:
    found = of(library(BODY.format(CITED) + "\n{{ danh_sach() }}\n"))
    assert "\n".join(found.text.lines).count("{{ danh_sach() }}") == 1
    assert texts(page(found)) == [CITED, CITED]


def test_lapsed_works_are_told_in_words_and_unknown_ones_are_not() -> None:
    markup = page(of(library(BODY.format("Luật Công nghệ thông tin"))))
    assert markup.count('<a class="het" href="../../can-cu/67-2006-qh11.md" title="Hết hiệu lực">') == 2
    assert "title" not in page(of(library(BODY.format(CITED)))).replace('title="Liên kết tới', "")


def test_a_provision_of_a_document_of_the_site_is_the_links_target() -> None:
    markup = page(of(library(BODY.format("khoản 1 Điều 2 Quyết định số 12/QĐ-UBND ngày 05/02/2021"))))
    assert markup.count('<a href="12-qd-ubnd.md#dieu-2-khoan-1">') == 2


def test_a_provision_of_the_same_page_too() -> None:
    markup = page(of(library(BODY.format("khoản 1 Điều 2 Quyết định này"))))
    assert markup.count('<a href="#dieu-2-khoan-1">') == 2


def test_an_accepted_slip_calls_for_a_note_in_the_panel_each_time() -> None:
    found = of(library(BODY.format(SLIP), accepted="4126/QĐ-UBND"))
    markup = page(found)
    assert '<a class="ghi-chu" href="#ghi-chu-1" id="tai-ghi-chu-1" title="Ghi chú của trang">' in markup
    assert 'href="#ghi-chu-2" id="tai-ghi-chu-2"' in markup
    notes = found.values["ghi_chu"]
    assert isinstance(notes, list)
    assert notes[0] == {
        "ma": "ghi-chu-1",
        "chu": "Quyết định số 4126/QĐ-UBND ngày 06/10/2020 của UBND tỉnh Thanh Hóa",
        "ly_do": "chữ như bản đã ký",
        "van_ban": {
            "ten": "Quyết định số 4216/QĐ-UBND",
            "url": "../../../can-cu/4216-qd-ubnd-2020/",
        },
    }


def test_the_words_of_a_note_are_escaped() -> None:
    text = HEAD.format(accepted="4126/QĐ-UBND").replace("chữ như bản đã ký", "a & b") + BODY.format(SLIP)
    whole = library("")
    documents = {**whole.documents, OWN: read(OWN, text)}
    notes = of(Library(Path("docs"), documents)).values["ghi_chu"]
    assert isinstance(notes, list)
    assert [note["ly_do"] for note in notes] == ["a &amp; b", "a &amp; b"]


GUIDE = f"""---
tieu_de: Hướng dẫn
---

Theo {CITED}, **khoản 3 Điều 18 {CITED}** và `{CITED}`.

    {CITED}

{{{{ danh_sach(co_quan="{CITED}") }}}}

{{% raw %}}{{{{ dieu() }}}} {CITED}{{% endraw %}}
"""


def test_a_guide_is_read_too_but_not_in_code_or_beside_a_macro() -> None:
    whole = library("")
    guide = read("huong-dan/viet.md", GUIDE)
    found = of(Library(Path("docs"), {**whole.documents, guide.path: guide}), guide.path)
    assert found.values == {"vien_dan": True}
    assert f'danh_sach(co_quan="{CITED}")' in "\n".join(found.text.lines)
    assert texts(page(found, paper=False)) == [CITED, f"khoản 3 Điều 18 {CITED}"]


@pytest.mark.parametrize("front", ["tieu_de: Guide\nngon_ngu: en", "loai: cơ quan\nten: Sở Nội vụ"])
def test_other_pages_are_left_as_they_are(front: str) -> None:
    other = read("co-quan/so-noi-vu.md", f"---\n{front}\n---\n\nTheo {CITED}.\n")
    found = of(Library(Path("docs"), {**library("").documents, other.path: other}), other.path)
    assert (found.text.table, found.values) == ("", {})


def test_an_author_types_neither_marks_nor_a_table() -> None:
    found = of(library('⟦viện dẫn⟧[["https://example.com/"]]\n\n\U000f0000Luật\U00100000 A\n'))
    assert found.text.table == f"{TABLE}[]"
    assert texts(page(found)) == []
    assert "Luật A" in page(found)


def test_five_hundred_citations_cost_little(at_most) -> None:  # type: ignore[no-untyped-def]
    lines = [f"- Theo {CITED} ngày 05/3/2020 của Chính phủ và Luật Công nghệ thông tin." for _ in range(250)]
    whole = library("QUYẾT ĐỊNH:\n\nĐiều 1. Như sau:\n\n" + "\n".join(lines))
    of(whole)  # reads and judges the citations, as a check has to anyway
    with at_most(0.5):
        markup = page(of(whole))
    assert len(texts(markup)) == 500


@pytest.mark.parametrize(
    "line",
    [
        f"Theo {CITED}, [x](a), `b`; " * 5_000,
        f"**Theo {CITED}*, " * 5_000,
        "`" * 100_000 + f" Theo {CITED}." * 200,
        "[" * 100_000 + f" Theo {CITED}." * 200,
        "Đề cương kèm theo Quyết định này " * 3_000,
    ],
    ids=["markup", "emphasis", "backticks", "brackets", "attachment"],
)
def test_one_long_line_costs_no_more_than_its_length(line: str, at_most) -> None:  # type: ignore[no-untyped-def]
    whole = library(f"QUYẾT ĐỊNH:\n\nĐiều 1. {line}")
    known = known_works(whole)
    links(whole.documents[OWN], whole, known)
    with at_most(4.0):
        page(of(whole))
