"""Numbers of documents and spans of years stay on one line, and the text stays what it is."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.unbroken import LONGEST, unbroken
from tests.macros.rendering import render


def kept(text: str) -> list[str]:
    return [piece for piece, whole in unbroken(text) if whole]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Nghị quyết số 17/NQ-CP ngày 07/3/2019", "17/NQ-CP"),
        ("Nghị quyết số 52-NQ/TW của Bộ Chính trị", "52-NQ/TW"),
        ("Tờ trình số 35/TTr-STTTT;", "35/TTr-STTTT"),
        ("số 2523/QĐ/BGD&ĐT-KHTC.", "2523/QĐ/BGD&ĐT-KHTC"),
        ("số 66.14/2026/NQ-CP,", "66.14/2026/NQ-CP"),
        ("(01/2011/TTLT-BNV-VPCP)", "01/2011/TTLT-BNV-VPCP"),
        ("Luật số 72/2025/QH15", "72/2025/QH15"),
        ("Nghị định 01/CP", "01/CP"),
        ("Công văn 12/UBND-VX.", "12/UBND-VX"),
        ("Quyết định số\u00a0\u00a0\u00a0/QĐ-UBND", "/QĐ-UBND"),
        ("quyết định số 893/qđ-ubnd", "893/qđ-ubnd"),
        ("giai đoạn 2021 - 2025", "2021 - 2025"),
        ("giai đoạn 2025 – 2030”", "2025 – 2030"),
        ("giai đoạn 2021-2025.", "2021-2025"),
        ("ngày 07-3-2019", "07-3-2019"),
        ("Trung tâm CNTT-TT", "CNTT-TT"),
        ("phát triển KT-XH", "KT-XH"),
    ],
)
def test_it_stays_on_one_line(text: str, whole: str) -> None:
    assert kept(text) == [whole]


@pytest.mark.parametrize(
    "text",
    [
        "ngày 19/6/2015",  # breaks nowhere in any browser, and would cost its bytes in every line
        "kinh tế - xã hội",
        "và/hoặc",
        "Độc lập - Tự do - Hạnh phúc",
        "https://thanhhoa.gov.vn/van-ban/12-QD-UBND",
        "phong-kt@thanhhoa.gov.vn",
        "hiệu lực kể từ ngày ký./.",
        "A" * LONGEST + "/QĐ-UBND",
        "- Như Điều 3",
        "1/",
    ],
)
def test_it_breaks_where_it_must(text: str) -> None:
    assert kept(text) == []


@given(st.text(st.sampled_from("12aTĐ/-–&. :@(\n\u00a0"), max_size=60))
def test_the_pieces_are_the_text(text: str) -> None:
    pieces = list(unbroken(text))
    assert "".join(piece for piece, _ in pieces) == text
    assert all(piece for piece, _ in pieces)
    assert all(len(piece) <= LONGEST and not re.search(r"^\s|\s$", piece) for piece in kept(text))


@pytest.mark.parametrize("sign", ["1", "1/", "1-", "1.", "1&", "/", "-", "1/Q-", "2021 - ", "1.1/"])
def test_no_text_takes_long(sign: str) -> None:
    def seconds(length: int) -> float:
        text = sign * (length // len(sign))
        began = time.process_time()
        list(unbroken(text))
        return time.process_time() - began

    short = min(seconds(50_000) for _ in range(3))
    assert min(seconds(400_000) for _ in range(3)) < 20 * max(short, 0.001)


def test_on_a_page_a_number_has_an_element_of_its_own_and_no_letter_is_added() -> None:
    page = render("Căn cứ *Nghị quyết* số 17/NQ-CP, số 52-NQ/TW và [số 35/TTr-STTTT](a.md), 2021 - 2025.\n")
    assert page.tree.xpath("//span[@class='khong-ngat']/text()") == [
        "17/NQ-CP",
        "52-NQ/TW",
        "35/TTr-STTTT",
        "2021 - 2025",
    ]
    assert page.text() == "Căn cứ Nghị quyết số 17/NQ-CP, số 52-NQ/TW và số 35/TTr-STTTT, 2021 - 2025."


def test_code_and_the_contents_stay_plain() -> None:
    page = render("## Sửa số 12/QĐ-UBND\n\nMã `12/QĐ-UBND`\n", paper=False)
    assert len(page.tree.xpath("//span[@class='khong-ngat']")) == 1
    assert page.contents[0]["name"] == "Sửa số 12/QĐ-UBND"
