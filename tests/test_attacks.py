"""What a hostile page could reach and no longer does: each attack ends in an error on its own file."""

import sys
from pathlib import Path
from textwrap import dedent

import pytest

from macros.library import load, state_of
from scripts.check import check
from scripts.rules import Severity
from tests.pages import DECISION, OUTLINE, SITE, write

HEAD = "---\ntieu_de: a\n---\n\n"
ANOTHER_DECISION = (
    dedent(DECISION)
    .lstrip()
    .replace("12/QĐ-UBND", "13/QĐ-UBND")
    .replace("kem_theo: ../../de-cuong/2021/de-an-thu.md\n", "")
)
ANOTHER_OUTLINE = dedent(OUTLINE).lstrip()
DECISION_PATH, OUTLINE_PATH = "quyet-dinh/2021/x.md", "de-cuong/2021/x.md"


def accepting(page: str, *codes: str) -> str:
    accepted = ", ".join(f"{{ma: {code}, ly_do: x}}" for code in codes)
    return page.replace("---\n\n", f"chap_nhan: [{accepted}]\n---\n\n", 1)


ACCEPTED = {
    "a list called wrongly": ("x.md", accepting(HEAD + "{{ danh_sach(1) }}\n", "BC201"), "BC201"),
    "a reference to nothing": (
        OUTLINE_PATH,
        accepting(ANOTHER_OUTLINE + '\n- {{ xem("khong-co") }}\n', "BC204"),
        "BC204",
    ),
    "a macro out of place": ("x.md", accepting(HEAD + "{{ noi_nhan() }}\n", "BC202"), "BC202"),
    "another decision's outline": (
        DECISION_PATH,
        accepting(
            ANOTHER_DECISION.replace("linh_vuc:", "kem_theo: ../../de-cuong/2021/de-an-thu.md\nlinh_vuc:"),
            "TT306",
        ),
        "TT306",
    ),
    "another agency's name": (
        "co-quan/x.md",
        accepting("---\nloai: cơ quan\nten: UBND tỉnh\n---\n\nx\n", "TT308"),
        "TT308",
    ),
    "signs that only look composed": (
        "x.md",
        accepting(HEAD + "`\u1fef ![x](https://example.com/x.png) `\n", "VB101"),
        "VB101",
    ),
}


ASKING_TOO_MUCH = {
    "brackets that never close": ("[" * 20_000, "AT403"),
    "emphasis that never ends": ("__a " * 10_000, "AT403"),
    "many short lines of brackets": ("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\n" * 19_000, "AT403"),
    "a thousand lists in each other": ("- " * 1_000 + "a", "AT402"),
    "a thousand quotations in each other": (">" * 1_000 + "a", "AT402"),
    "a list as far in as it goes": ("".join("    " * depth + "- a\n" for depth in range(200)), "AT402"),
    "a table that each row fills up": ("|a" * 1_000 + "|\n" + "|-" * 1_000 + "|\n" + "|\n" * 1_000, "AT404"),
    "the same heading over and over": ("# a\n\n" * 5_000, "AT401"),
    "headings without a blank line": ("# a\n" * 900, "AT403"),
    "quoted headings": ("> # a\n" * 900, "AT403"),
    "definitions in one block": ("a\n: b\n" * 500, "AT403"),
    "a long title for every use": (f'[a]: index.md "{"t" * 9_000}"\n\n' + "[a]\n\n" * 9_000, "AT403"),
    "a footnote for every word": ("[^1] " * 2_000 + "\n\n[^1]: a\n", "AT401"),
    "options that take hours to read": ("```" + ' a=""' * 30 + " !\n```\n", "AT108"),
    "lists upon lists": ("{{ danh_sach() }}\n\n" * 1_000, "AT401"),
    "a page of blank lines": ("\n" * 21_000, "AT202"),
}

HIDING = {
    "an attribute after a code block's mark": "```{.python onclick=alert(1)}\na\n```\n",
    "a code block that never ends": "~~~~\n![x](https://example.com/x.png)\n",
    "a code block with a longer end": "```\na\n````\n\n[x](javascript:alert)\n",
    "a code block that ends further in": "```\na\n  ```\n\n[x](javascript:alert)\n",
}
"""What our reader takes for code and an engine does not."""

ESCAPED = ("\\x80", "\\u200b", "\\u2028", "\\ufeff", "\\u3164", "\\ufdd0", "\\ufffe", "\\U000E0041")
"""Signs that nobody sees, as YAML's own escapes write them."""


def errors(tmp_path: Path, path: str, text: str) -> set[str]:
    """Check the attack among good pages; give the codes of its errors, as no other page may have one."""
    docs = write(tmp_path / "docs", SITE)
    (docs / path).parent.mkdir(parents=True, exist_ok=True)
    (docs / path).write_text(text, encoding="utf-8")
    found = [finding for finding in check(load(docs)) if finding.severity is Severity.ERROR]
    assert {finding.path for finding in found} <= {path}
    return {finding.code for finding in found}


@pytest.mark.parametrize("name", ACCEPTED)
def test_a_page_accepts_no_finding_that_reaches_beyond_its_wording(name: str, tmp_path: Path) -> None:
    path, text, code = ACCEPTED[name]

    assert {code, "TT402"} <= errors(tmp_path, path, text)


def test_thousands_of_acceptances_cost_no_more_than_one(tmp_path: Path) -> None:
    accepted = "".join(f"  - {{ma: BC101, gia_tri: a{n}, ly_do: x}}\n" for n in range(1_400))
    body = "".join(f"Điều {n}. a\n" for n in range(999, 0, -1)) * 5
    text = ANOTHER_DECISION.replace("---\n\n", f"chap_nhan:\n{accepted}---\n\n", 1) + body

    assert "TT207" in errors(tmp_path, DECISION_PATH, text)


# Not every system can hold the others.
ODD_NAMES = ["a b.md", *(["\udcff.md", "a\nb.md"] if sys.platform == "linux" else [])]


@pytest.mark.parametrize("name", ODD_NAMES)
def test_a_name_that_is_no_address_is_a_finding_and_stops_nothing(name: str, tmp_path: Path) -> None:
    docs = write(tmp_path / "docs", SITE)
    (docs / name).write_text(HEAD, encoding="utf-8")

    assert state_of(docs) != state_of(write(tmp_path / "clean", SITE))
    assert {finding.code for finding in check(load(docs))} == {"AT205"}


@pytest.mark.parametrize("escape", ESCAPED)
def test_a_record_that_does_not_hold_is_always_an_error(escape: str, tmp_path: Path) -> None:
    assert errors(tmp_path, "x.md", HEAD.replace("tieu_de: a", f'tieu_de: "a{escape}b"')) == {"TT207"}


@pytest.mark.parametrize("name", ASKING_TOO_MUCH)
def test_what_a_reader_of_markdown_would_take_hours_for_is_an_error(name: str, tmp_path: Path) -> None:
    body, code = ASKING_TOO_MUCH[name]

    assert code in errors(tmp_path, "x.md", HEAD + body)


@pytest.mark.parametrize("name", HIDING)
def test_nothing_hides_in_what_only_seems_to_be_code(name: str, tmp_path: Path) -> None:
    assert errors(tmp_path, "x.md", HEAD + HIDING[name]) >= {"AT108"}
