"""The four real pages, word by word: what the signed papers say, with the faults of the extraction mended.

The texts in `seeds/` are those papers: lines in the papers' order, numbers broken at a line's end joined
again, letters that the extraction lost restored. Nothing else was changed.
"""

import re
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from macros.document import Document
from macros.frame import frame
from macros.library import Library, load
from macros.panel import panel
from macros.paper import parse
from macros.structure import Line
from macros.vietnamese import fold
from tests.macros.rendering import ROOT, Page, render

SEEDS = Path(__file__).parent / "seeds"
PAGES = {
    "quyet-dinh-2021": "quyet-dinh/2021/de-cuong-de-an-vien-thong-cntt-2021-2025.md",
    "de-cuong-2021": "de-cuong/2021/de-an-vien-thong-cntt-2021-2025.md",
    "quyet-dinh-2024": "quyet-dinh/2024/de-cuong-de-an-trung-tam-cntt-tt-2025-2030.md",
    "de-cuong-2024": "de-cuong/2024/de-an-trung-tam-cntt-tt-2025-2030.md",
}
MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc"
FORM = {"quyet-dinh-2021": "Số: /QĐ-UBND Ngày tháng năm 2021"}
"""What the extracted text leaves out and the page shows as the form has it: a blank number and day."""


@cache
def library() -> Library:
    return load(ROOT / "docs")


def document(name: str) -> Document:
    return library().documents[PAGES[name]]


def shown(name: str) -> dict[str, Any]:
    """The frame's values as a reader sees them."""
    values = frame(document(name), library())["khung"]
    assert isinstance(values, dict)
    return {key: unescape(value) if isinstance(value, str) else value for key, value in values.items()}


@cache
def page(name: str) -> Page:
    return render(document(name).body, recipients=shown(name).get("noi_nhan", ""))


def paper(name: str) -> str:
    return (SEEDS / f"{name}.txt").read_text(encoding="utf-8")


def motto(name: str) -> str:
    """The two lines of the state's name and motto, where the extracted text has them."""
    found = re.search(r"CỘNG HOÀ.*\nĐộc lập.*\n", paper(name))
    return found[0] if found else ""


@pytest.mark.parametrize("name", ["quyet-dinh-2021", "quyet-dinh-2024"])
def test_a_decisions_page_loses_no_word_of_the_paper_and_invents_none(name: str) -> None:
    values = shown(name)
    head = f"{values['so']} {values['ngay']}".split()
    if name in FORM:
        assert head == FORM[name].split()
        head = []
    signature = " ".join([*values["ky"]["tu_cach"], values["ky"]["ho_ten"]])
    title = [values["ten_loai"], values["trich_yeu"], values["tham_quyen"]]
    words = [
        *values["co_quan"].split(),
        *head,
        *" ".join(title).split(),
        *page(name).words,
        *signature.split(),
    ]
    assert words == paper(name).replace(motto(name), "").split()


@pytest.mark.parametrize("name", ["de-cuong-2021", "de-cuong-2024"])
def test_an_outlines_page_loses_no_word_of_the_paper_and_invents_none(name: str) -> None:
    values = shown(name)
    title = [values["ten_loai"], values["trich_yeu"], values["dong_kem_theo"]]
    assert [*" ".join(title).split(), *page(name).words] == paper(name).split()


def test_the_states_name_and_motto_are_the_papers() -> None:
    template = (ROOT / "overrides" / "partials" / "khung" / "quyet-dinh.html").read_text(encoding="utf-8")
    assert " ".join(re.findall(r'__(?:ten-nuoc|tieu-ngu)">([^<]+)<', template)) == MOTTO
    assert fold(motto("quyet-dinh-2024")) == fold(MOTTO)
    assert motto("quyet-dinh-2021") == ""


@pytest.mark.parametrize("name", PAGES)
def test_each_provision_of_a_page_has_its_id_exactly_once(name: str) -> None:
    assert page(name).ids == list(document(name).provision_by_ident)
    assert len(set(page(name).ids)) == len(page(name).ids)


@pytest.mark.parametrize("name", ["quyet-dinh-2021", "quyet-dinh-2024"])
def test_a_decision_has_its_three_articles(name: str) -> None:
    clauses = ["dieu-2-khoan-1", "dieu-2-khoan-2"] if name == "quyet-dinh-2021" else []
    assert page(name).ids == ["dieu-1", "dieu-2", *clauses, "dieu-3"]


def test_the_outlines_have_their_parts_and_headings() -> None:
    assert [i for i in page("de-cuong-2021").ids if "khoan" not in i] == [
        "muc-i", "muc-ii", "muc-iii", "muc-iv", "muc-v", "muc-vi", "phu-luc"
    ]  # fmt: skip
    assert [i for i in page("de-cuong-2024").ids if "khoan" not in i] == [
        "phan-i", "phan-i-muc-i", "phan-i-muc-ii", "phan-i-muc-iii",
        "phan-ii", "phan-ii-muc-i", "phan-ii-muc-ii", "phan-ii-muc-iii", "phan-ii-muc-iv",
        "phan-iii", "phan-iii-muc-i", "phan-iii-muc-ii", "phan-iii-muc-iii", "phan-iii-muc-iv",
        "phan-iii-muc-v", "phan-iv",
    ]  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_the_paper_pasted_as_it_stands_has_the_same_provisions(name: str) -> None:
    """Its wrapped lines begin with “, a number or a dash as the printer left them."""
    lines = [Line(number, line) for number, line in enumerate(paper(name).split("\n"), start=1)]
    start = next(i for i, line in enumerate(lines) if re.match(r"QUYẾT ĐỊNH:|I\. |Phần I$", line.text))
    assert [p.ident for p in parse(lines[start:]).provisions() if p.ident] == page(name).ids


@pytest.mark.parametrize("name", PAGES)
def test_the_pages_are_read_without_a_fault(name: str) -> None:
    assert document(name).record_problems == ()
    assert not document(name).reading.violations
    assert document(name).structure.unclosed_quote is None


def test_a_decision_and_its_outline_are_joined_both_ways() -> None:
    for year in ("2021", "2024"):
        decision, outline = document(f"quyet-dinh-{year}"), document(f"de-cuong-{year}")
        assert library().attached(decision) == [outline]
        assert library().approving(outline) is decision


def test_every_agency_that_issues_is_a_page() -> None:
    for name in PAGES:
        assert "../../../co-quan/ubnd-tinh-thanh-hoa/" in str(panel(document(name), library())["bang_tin"])
