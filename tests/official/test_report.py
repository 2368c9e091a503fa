"""A report survives the way to the next step, and nothing in it becomes more than text."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.official.report import (
    MOST_SHOWN,
    Answer,
    ReportError,
    State,
    as_json,
    as_markdown,
    as_text,
    read_json,
)
from tests.macros.rendering import render

DEAD = Answer(State.DEAD, "https://example.vn/a", ("can-cu/a.md",), "404 Not Found")
UNSURE = Answer(State.UNSURE, "https://example.vn/b", ("can-cu/a.md", "can-cu/b.md"), "Timeout")
ALIVE = Answer(State.ALIVE, "https://example.vn/c", ("can-cu/c.md",), "200 OK")


def test_a_report_is_read_as_it_was_written() -> None:
    assert read_json(as_json([DEAD, UNSURE, ALIVE]).encode()) == [DEAD, UNSURE, ALIVE]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"null",
        b"{}",
        b"[1]",
        b"[{}]",
        b"\xff",
        b"[" * 10_000,
        json.dumps([{"state": "khác", "address": "a", "pages": [], "said": ""}]).encode(),
        json.dumps([{"state": "hỏng", "address": 1, "pages": [], "said": ""}]).encode(),
        json.dumps([{"state": "hỏng", "address": "a", "pages": None, "said": ""}]).encode(),
        b"[" + b" " * 2_000_001 + b"]",
    ],
)
def test_what_is_no_report_is_refused(data: bytes) -> None:
    if data == b"{}":
        assert read_json(data) == []
        return
    with pytest.raises(ReportError):
        read_json(data)


def test_people_read_what_does_not_answer_and_the_sum() -> None:
    assert as_text([DEAD, UNSURE, ALIVE]) == (
        "hỏng: https://example.vn/a (can-cu/a.md): 404 Not Found\n"
        "chưa rõ: https://example.vn/b (can-cu/a.md, can-cu/b.md): Timeout\n"
        "3 địa chỉ: 1 còn, 1 hỏng, 1 chưa rõ\n"
    )


def test_the_issue_lists_the_dead_first_and_the_doubtful_apart() -> None:
    assert as_markdown([ALIVE, UNSURE, DEAD]) == (
        "Những địa chỉ bản chính thức dưới đây không còn mở được. "
        "Hãy tìm địa chỉ mới và sửa ở trang căn cứ.\n\n"
        "Phiếu này tự đóng khi mọi địa chỉ đều mở được.\n\n"
        "- `https://example.vn/a`: `404 Not Found`; ở `docs/can-cu/a.md`\n\n"
        "Lần này chưa hỏi được (máy chủ bận, chặn hoặc trả lời chậm), chưa cần sửa:\n\n"
        "- `https://example.vn/b`: `Timeout`; ở `docs/can-cu/a.md`, `docs/can-cu/b.md`\n"
    )


def test_a_long_list_is_cut_and_says_so() -> None:
    body = as_markdown([DEAD] * (MOST_SHOWN + 3))

    assert body.count("404 Not Found") == MOST_SHOWN
    assert "- … và 3 địa chỉ nữa" in body


HOSTILE = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        ["`@everyone`", "``", "\n\n# A", "[x](javascript:1)", "<img onerror=1>", "fixes #1", "\\`", "`a``b`"]
    ),
)


@given(HOSTILE, HOSTILE)
def test_whatever_an_address_or_a_server_says_stays_in_code(address: str, said: str) -> None:
    page = render(as_markdown([Answer(State.DEAD, address, ("can-cu/a.md",), said)]), paper=False)

    assert len(page.tree.xpath("//li")) == 1
    assert [code.getparent().tag for code in page.tree.xpath("//li/code")] == ["li", "li", "li"]
    left = page.tree.xpath("//li")[0]
    assert "".join(left.xpath("text()")).split() == [":", ";", "ở"]
