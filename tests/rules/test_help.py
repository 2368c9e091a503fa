"""The help of the rules is complete, and its pages pass the check that they explain."""

from datetime import date

import pytest

from scripts.check import check
from scripts.rules import RULES, Rule
from scripts.rules.help import help_page, help_pages, read_help
from tests.libraries import library


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_rule_has_title_explanation_wrong_and_right_and_basis(rule: Rule) -> None:
    help_ = read_help(rule)
    assert help_.title
    assert help_.text.endswith(".")
    assert help_.wrong
    assert help_.right != help_.wrong
    assert help_.basis.startswith(("Nghị định số 30/2020/NĐ-CP", "quy ước của dự án"))


def test_each_rule_and_the_index_have_a_page() -> None:
    assert set(help_pages()) == {"huong-dan/loi/index.md", *map(help_page, RULES)}


def test_help_pages_pass_the_check() -> None:
    assert check(library(help_pages()), date(2026, 11, 22)) == []


def test_a_page_shows_title_gravity_and_fenced_examples() -> None:
    assert help_pages()["huong-dan/loi/bc106.md"] == (
        """\
---
tieu_de: "BC106: Tiết không mang số của khoản"
mo_ta: "Tiết không mang số của khoản"
---

Số của tiết bắt đầu bằng số của khoản chứa nó: dưới khoản 2 là 2.1, 2.2; dưới tiết 2.1 là 2.1.1.

Mức: **lỗi**; ở văn bản đã ban hành: **cảnh báo**. Nếu bản đã ký đúng như vậy, ghi vào `chap_nhan` của phần \
đầu: `{ma: BC106, gia_tri: …, ly_do: chữ như bản đã ký}`.

## Sai

~~~~text
1. Tổ chức bộ máy.

2.1. Bộ máy.
~~~~

## Đúng

~~~~text
1. Tổ chức bộ máy.

1.1. Bộ máy.
~~~~

## Căn cứ

Quy ước của dự án.

[Tất cả các mã](index.md)
"""
    )


def test_codes_are_of_the_five_families() -> None:
    assert {code[:2] for code in RULES} == {"TT", "BC", "AT", "VB", "TD"}


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_safety_and_unreadable_records_are_errors_that_nobody_accepts(rule: Rule) -> None:
    if rule.code.startswith(("AT", "TT1", "TT2")):
        assert (rule.severity, rule.issued, rule.acceptable) == ("error", "error", False)


def test_the_help_of_a_rule_says_what_the_command_mends_of_it() -> None:
    pages = help_pages()

    assert "`python3 -m scripts check --fix`" in pages[help_page("VB102")]
    assert "Lệnh tự sửa được chỗ này ở mọi trang" in pages[help_page("VB101")]
    assert "văn bản đã ban hành thì giữ như đã ký" in pages[help_page("TD407")]
    assert "tự sửa được" not in pages[help_page("TD101")]
    assert pages["huong-dan/loi/index.md"].count("tự sửa được") == 5
