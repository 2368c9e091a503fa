"""Recognition held to sentences written for it by phenomenon, and to what must hold whatever the text."""

import re
import time
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.citation import Citation, find
from scripts.bench.citation_sets import blocks, spans
from scripts.bench.citation_sets import without_marks as plain

FOLDER = Path(__file__).parent / "citations"


SENTENCES = list(blocks(FOLDER))


def told(citation: Citation) -> str:
    """Say what a citation holds, as the files do."""
    parts = (
        citation.type or "-",
        citation.number,
        citation.date and citation.date.isoformat(),
        citation.year and f"năm {citation.year}",
        citation.issuer and f"của {citation.issuer}",
        citation.title and f"tên {citation.title}",
        citation.provision and f"tại {citation.provision}",
        "này" if citation.relative else None,
        *(f"lỗi {fault.code}" for fault in citation.faults),
    )
    return " | ".join(str(part) for part in parts if part)


def test_there_are_sentences_enough() -> None:
    assert len(SENTENCES) >= 300
    assert sum(len(values) for _, values in SENTENCES) >= 300


@pytest.mark.parametrize(("marked", "values"), SENTENCES)
def test_citations_are_found_to_the_letter_with_all_they_say(marked: str, values: list[str]) -> None:
    found = find(plain(marked))
    assert [(citation.start, citation.end) for citation in found] == spans(marked)
    assert [told(citation) for citation in found] == values


@pytest.mark.parametrize("marked", [marked for marked, values in SENTENCES if values])
def test_decomposed_letters_change_nothing(marked: str) -> None:
    decomposed = unicodedata.normalize("NFD", marked)
    found = find(plain(decomposed))
    assert [(citation.start, citation.end) for citation in found] == spans(decomposed)
    assert [told(citation) for citation in found] == [told(citation) for citation in find(plain(marked))]


@pytest.mark.parametrize("marked", [marked for marked, values in SENTENCES if values])
def test_the_other_school_of_tone_marks_changes_no_span(marked: str) -> None:
    """`Hòa`, `Ủy` are also written `Hoà`, `Uỷ`; `quý` and `thuận` stay."""
    other = re.sub("|".join(_SCHOOLS), lambda pair: _SCHOOLS[pair[0]], marked)
    found = find(plain(other))
    assert [(citation.start, citation.end) for citation in found] == spans(other)


_SCHOOLS = dict(zip("òa óa ỏa õa ọa ủy Ủy".split(), "oà oá oả oã oạ uỷ Uỷ".split(), strict=True))


@pytest.mark.parametrize(
    "marked", [m for m, values in SENTENCES if values and "\n" not in m and " - " not in m]
)
def test_another_white_space_changes_no_value(marked: str) -> None:
    """Every space of a citation becomes another; faults differ, as do hyphens that begin a line."""
    told_of = [told(citation).split(" | lỗi")[0] for citation in find(plain(marked))]
    for space in ("\n", "\u00a0", "  ", " \n"):
        respaced = "".join(
            letter if letter != " " or marked.count("⟦", 0, place) == marked.count("⟧", 0, place) else space
            for place, letter in enumerate(marked)
        )
        found = [told(citation).split(" | lỗi")[0] for citation in find(plain(respaced))]
        assert found == told_of, repr(space)


PIECES = (
    "Luật Nghị định Quyết định số 30/2020/NĐ-CP ngày 07/3/2019 của Chính phủ khoản 2 Điều 5 này "
    "và , ; . : ( ) sửa đổi, bổ sung một số điều của Bộ Tài chính tháng 3 năm 2020 QH15 "
    "\n \u00a0 \u0301 \u200b С Ð 99- TB/TW các điểm a đến Hiến pháp TTLT/ - & Ủy ban nhân dân tỉnh về"
).split(" ")


@given(
    st.one_of(
        st.text(max_size=300),
        st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join),
        st.lists(st.sampled_from(PIECES), max_size=60).map("".join),
        st.lists(st.sampled_from([plain(marked) for marked, _ in SENTENCES]), max_size=4).flatmap(
            lambda parts: st.integers(0, 400).map(lambda cut: "".join(parts)[cut:])
        ),
    )
)
def test_spans_always_fit_are_in_order_and_apart(text: str) -> None:
    last = 0
    for found in find(text):
        assert last <= found.start < found.end <= len(text)
        assert text[found.start : found.end] == found.text
        last = found.end


@given(st.sampled_from([plain(marked) for marked, _ in SENTENCES]), st.integers(0, 200))
def test_bytes_cut_anywhere_are_read_as_far_as_they_are_text(sentence: str, cut: int) -> None:
    text = sentence.encode()[:cut].decode(errors="replace")
    assert all(text[found.start : found.end] == found.text for found in find(text))


NEAR_CITATIONS = (
    "Luật ",
    "Luật x",
    "xLuật",
    "Luật Đất ",
    "Luật số: 1/2020/QH15\n",
    "Luật Tổ chức (sửa đổi) ",
    "Quyết định 5 phê ",
    "điểm a) khoản 1 ",
    "điểm a), b), ",
    "a), ",
    "Nghị định số 1/NĐ-CP ngày 1/1 ",
    "Báo cáo số 1/BC-X của Ban Pháp chế của ",
    "Luật A, ",
    "Luật sửa đổi ",
    "Luật sửa đổi, bổ sung một số điều của ",
    "Luật sửa đổi, bổ sung một số điều của Luật ",
    "Luật Đất đai và ",
    "Pháp lệnh về ",
    "Hiến pháp năm ",
    "Nghị định số ",
    "Nghị định số\n",
    "Nghị định của Chính phủ ",
    "Quyết định số 1/QĐ-X của Bộ ",
    "Quyết định số 1/QĐ-X ngày ",
    "Quyết định của Bộ Tài chính và ",
    "Thông tư liên tịch số 1/TTLT của Bộ A, ",
    "Thông tư liên tịch số 1/TTLT-",
    "Báo cáo thẩm tra ",
    "Công văn 2554 ",
    "số 12/",
    "số 1/2020/A-",
    "; số 12/QĐ-UBND",
    "12/2020/NĐ-CP, ",
    "Nghị định 1/2024, ",
    "1/2024, ",
    "khoản 1, ",
    "mục 1, ",
    "điểm a khoản 1 ",
    "Điều 1 đến ",
    "Điều này ",
    "Điều 1. ",
    "Điều 1, 1) ",
    "Điều 1.1.NĐ.",
    "1Luật ",
    "BLHS, ",
    "(BLHS) ",
    "Luật A (LA) ",
    "Luật dân sự và tố tụng ",
    "Nghị định s 1/2020/NĐ-CP TANDTC ",
    "Công văn 1/A-B ngày 1 tháng 2 của trường Tiểu ",
    "của ",
    "Bộ ",
    "Hà ",
    "(khóa XII) ",
    "CÔNG BÁO/Số 1\n",
    "tháng 3 năm ",
    "ngày … tháng … ",
    "A-",
    "1/",
    "9",
    " ",
    "\n",
    "a\u0301",
    "\u200b",
    "С",
)


@pytest.mark.parametrize("piece", NEAR_CITATIONS)
def test_repetitions_of_near_citations_cost_no_more_than_their_length(piece: str) -> None:
    """Eight times the text takes about eight times as long; sixty-four times would be the square."""

    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        times = []
        for _ in range(2):
            start = time.process_time()
            find(text)
            times.append(time.process_time() - start)
        return min(times)

    assert seconds(100_000) < 24 * seconds(12_500) + 0.02
