"""Findings are written for people, programs and code hosts, and nothing in them can act on a terminal."""

import json

import pytest

from macros.frontmatter import Place
from macros.record import Acceptance
from scripts.findings import Finding, accept, as_github, as_json, as_sarif, as_text, finding, visible
from scripts.rules import RULES, Fault, Severity
from scripts.rules.acceptance import Placed

GAP = Finding(
    "docs/quyet-dinh/2021/a.md",
    3,
    1,
    "BC101",
    Severity.ERROR,
    "“Điều 3.”: thiếu Điều 2 ở trước.",
    "Điều 2.",
    "Điều 3.",
)
SPACE = Finding("docs/b.md", 2, 5, "VB106", Severity.WARNING, "Thừa dấu cách: 100%,\nhai dòng.")
TAKEN = Finding(
    "docs/c.md", 1, 1, "BC105", Severity.ACCEPTED, "Số “2. 1” sai dạng.", "2.1", "2. 1", "chữ như bản đã ký"
)


def text(*findings: Finding, lines: list[str] | None = None) -> list[str]:
    return [line.plain.rstrip() for line in as_text(findings, 4, lambda path: lines or [])]


def test_json_has_one_row_a_finding_with_exactly_these_keys() -> None:
    assert json.loads(as_json([GAP, TAKEN])) == [
        {
            "path": "docs/quyet-dinh/2021/a.md",
            "line": 3,
            "column": 1,
            "code": "BC101",
            "severity": "error",
            "message": "“Điều 3.”: thiếu Điều 2 ở trước.",
            "suggestion": "Điều 2.",
        },
        {
            "path": "docs/c.md",
            "line": 1,
            "column": 1,
            "code": "BC105",
            "severity": "accepted",
            "message": "Số “2. 1” sai dạng.",
            "suggestion": "2.1",
        },
    ]


def test_json_of_nothing_is_an_empty_list() -> None:
    assert json.loads(as_json([])) == []


def test_text_names_place_code_message_and_the_nearest_right_value_and_counts() -> None:
    assert text(GAP, SPACE, TAKEN) == [
        "docs/quyet-dinh/2021/a.md:3: BC101 “Điều 3.”: thiếu Điều 2 ở trước. Có phải “Điều 2.”?",
        "docs/b.md:2: VB106 (cảnh báo) Thừa dấu cách: 100%,\nhai dòng.",
        "docs/c.md:1: BC105 (đã chấp nhận) Số “2. 1” sai dạng. Có phải “2.1”? Lý do: chữ như bản đã ký",
        "1 lỗi, 1 cảnh báo, 1 đã chấp nhận trong 4 trang",
    ]


@pytest.mark.parametrize(
    ("line", "column", "value", "expected"),
    [
        ("Điều 3. Kinh phí", 1, "Điều 3.", ["    Điều 3. Kinh phí", "    ^^^^^^^"]),
        ("a  b", 2, "không có", ["    a  b", "     ^"]),
        ("quye\u0302\u0301t х", 9, "х", ["    quye\u0302\u0301t х", "          ^"]),
        ("\tx\x1b[31m", 2, "x", ["     x [31m", "     ^"]),
        ("x" * 500 + "Đ", 501, "Đ", ["    " + "x" * 50 + "Đ", "    " + " " * 50 + "^"]),
        ("漢 Đ", 3, "Đ", ["    漢 Đ", "       ^"]),
    ],
)
def test_carets_stand_under_the_fault(line: str, column: int, value: str, expected: list[str]) -> None:
    found = Finding("docs/a.md", 1, column, "VB102", Severity.ERROR, "Sai.", "", value)
    assert text(found, lines=[line])[1:3] == expected


def test_github_commands_escape_what_would_end_them() -> None:
    assert as_github([SPACE]) == (
        "::warning file=docs/b.md,line=2,col=5,title=VB106%3A Thừa dấu cách giữa các chữ"
        "::Thừa dấu cách: 100%25,%0Ahai dòng."
    )
    assert as_github([TAKEN]).startswith("::notice file=docs/c.md,line=1,col=1,title=BC105%3A ")


def test_a_right_value_that_the_message_names_is_not_repeated() -> None:
    found = Finding("a.md", 1, 1, "BC301", Severity.ERROR, "Hãy thêm “QUYẾT ĐỊNH:”.", "QUYẾT ĐỊNH:")
    assert found.advice == "Hãy thêm “QUYẾT ĐỊNH:”."


def test_sarif_carries_rules_with_help_places_and_suppressions() -> None:
    log = json.loads(as_sarif([GAP, TAKEN], "https://example.vn/vb/"))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted(RULES)
    assert run["columnKind"] == "unicodeCodePoints"
    gap, taken = run["results"]
    assert rules[gap["ruleIndex"]]["id"] == gap["ruleId"] == "BC101"
    assert rules[gap["ruleIndex"]]["helpUri"] == "https://example.vn/vb/huong-dan/loi/bc101/"
    assert gap["level"] == "error"
    assert gap["message"]["text"] == "“Điều 3.”: thiếu Điều 2 ở trước. Có phải “Điều 2.”?"
    assert gap["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "docs/quyet-dinh/2021/a.md"},
                "region": {"startLine": 3, "startColumn": 1},
            }
        }
    ]
    assert "suppressions" not in gap
    assert taken["level"] == "note"
    assert taken["suppressions"] == [{"kind": "inSource", "justification": "chữ như bản đã ký"}]


def test_sarif_without_a_public_address_names_the_page_of_help_only() -> None:
    rule = json.loads(as_sarif([]))["runs"][0]["tool"]["driver"]["rules"][0]
    assert "helpUri" not in rule
    assert rule["properties"]["page"] == "huong-dan/loi/at101/"
    assert rule["help"]["text"]


def test_what_cannot_be_seen_is_shown_by_its_number() -> None:
    assert visible("a\u200bb\x1b[31m\nQuyết định") == "a⟨U+200B⟩b⟨U+001B⟩[31m⟨U+000A⟩Quyết định"


def test_a_finding_takes_the_severity_of_the_documents_status() -> None:
    fault = Fault(1, 1, "Sai")
    rule = RULES["BC105"]
    assert finding(rule, fault, "a.md", issued=False).severity is Severity.ERROR
    assert finding(rule, fault, "a.md", issued=True).severity is Severity.WARNING
    assert finding(rule, fault, "a.md", issued=True).message == "Sai."


def acceptance(code: str, value: str | None = None) -> Placed:
    written = {"ma": code, "ly_do": "chữ như bản đã ký"} | ({"gia_tri": value} if value else {})
    return Placed(Acceptance.model_validate(written), Place(1, 1))


@pytest.mark.parametrize(
    ("placed", "accepted"),
    [
        (acceptance("BC101"), True),
        (acceptance("BC101", "Điều 3."), True),
        (acceptance("BC101", "Điều 4."), False),
        (acceptance("BC102", "Điều 3."), False),
    ],
)
def test_an_acceptance_covers_its_code_and_value(placed: Placed, accepted: bool) -> None:  # noqa: FBT001
    (found,) = accept([GAP], [placed])
    assert (found.severity is Severity.ACCEPTED) is accepted
    assert found.reason == ("chữ như bản đã ký" if accepted else "")


@pytest.mark.parametrize("code", ["AT101", "TT101", "TT201", "TT401", "XX999"])
def test_safety_and_records_are_never_accepted(code: str) -> None:
    found = Finding("a.md", 1, 1, code, Severity.ERROR, "Sai.")
    assert list(accept([found], [acceptance(code)])) == [found]
