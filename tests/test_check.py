"""The command reports every finding of every page at once, and never fails for a page's sake."""

import json
import os
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.document import Document, decode, read
from macros.frontmatter import FrontMatter
from macros.library import Library, load
from scripts import check as command
from scripts import spreading
from scripts.check import MOST_OF_A_KIND, RuleError, check, main, report
from scripts.environment import ROOT
from scripts.rules import RULES, Fault, Severity
from scripts.spreading import SMALLEST
from tests.libraries import library

TODAY = date(2026, 11, 22)

AGENCY = "---\nloai: cơ quan\nten: Ủy ban nhân dân tỉnh Thanh Hóa\nviet_tat: [UBND tỉnh]\n---\n"

DECISION = """\
---
loai: quyết định
so_ky_hieu: 12/QĐ-UBND
nam: 2021
tinh_trang: đã ban hành
co_quan: UBND tỉnh
tham_quyen: Chủ tịch UBND tỉnh
trich_yeu: Về việc phê duyệt Đề cương
---

Căn cứ Luật Tổ chức chính quyền địa phương.

QUYẾT ĐỊNH:

Điều 1. Phê duyệt Đề cương.

Điều 2. Quyết định này có hiệu lực kể từ ngày ký./.
"""


@pytest.fixture
def docs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of pages with an agency, in the current folder."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "docs"
    put(folder, "co-quan/ubnd-tinh.md", AGENCY)
    return folder


def put(docs: Path, path: str, text: str) -> None:
    (docs / path).parent.mkdir(parents=True, exist_ok=True)
    (docs / path).write_text(text, encoding="utf-8", newline="")


def rows(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[tuple[str, int, str, str]]:
    main([*arguments, "--format", "json"])
    return [(r["path"], r["line"], r["code"], r["severity"]) for r in json.loads(capsys.readouterr().out)]


def test_the_projects_own_pages_have_no_errors() -> None:
    from macros.library import load  # noqa: PLC0415 - the only test that reads the real pages

    assert [f for f in check(load(ROOT / "docs"), TODAY) if f.severity is Severity.ERROR] == []


def test_clean_pages_end_with_zero_and_the_sum(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(docs, "quyet-dinh/2021/a.md", DECISION)
    assert main([]) == 0
    assert capsys.readouterr().out == "0 lỗi, 0 cảnh báo, 0 đã chấp nhận trong 2 trang\n"


def test_warnings_alone_end_with_zero(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(docs, "quyet-dinh/2021/a.md", DECISION.replace("ký./.", "ký."))
    assert main([]) == 0
    assert capsys.readouterr().out.endswith("0 lỗi, 1 cảnh báo, 0 đã chấp nhận trong 2 trang\n")


def test_every_finding_of_every_page_is_reported_in_order_of_path_and_line(
    docs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(
        docs,
        "quyet-dinh/2021/b.md",
        DECISION.replace("Điều 2.", "Điều 3.").replace("co_quan: ", "co_quan: Sở "),
    )
    put(docs, "quyet-dinh/2021/a.md", "Không có phần đầu <b>.\n")
    put(docs, "trang.md", "---\ntieu_de: Trang\nmau: đỏ\n---\n\n{{ config }}\n")
    assert main([]) == 1
    capsys.readouterr()
    assert rows(capsys) == [
        ("docs/quyet-dinh/2021/a.md", 1, "BC301", "error"),
        ("docs/quyet-dinh/2021/a.md", 1, "BC302", "error"),
        ("docs/quyet-dinh/2021/a.md", 1, "TT101", "error"),
        ("docs/quyet-dinh/2021/a.md", 1, "AT102", "error"),
        ("docs/quyet-dinh/2021/b.md", 6, "TT304", "error"),
        ("docs/quyet-dinh/2021/b.md", 17, "BC101", "error"),
        ("docs/trang.md", 3, "TT201", "error"),
        ("docs/trang.md", 6, "AT101", "error"),
    ]


def test_a_record_that_does_not_hold_hides_nothing_in_the_body(
    docs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(docs, "quyet-dinh/2021/a.md", DECISION.replace("nam:", "năm:").replace("Điều 2.", "Điều 3."))
    assert [code for _, _, code, _ in rows(capsys)] == ["TT201", "BC101"]


def test_a_path_chooses_what_is_shown_but_the_whole_folder_is_read(
    docs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(docs, "quyet-dinh/2021/a.md", DECISION)
    put(docs, "quyet-dinh/2021/b.md", DECISION)
    put(docs, "trang.md", "")
    assert rows(capsys, "docs/quyet-dinh") == [("docs/quyet-dinh/2021/b.md", 3, "TT307", "error")]
    assert rows(capsys, "docs/quyet-dinh/2021/a.md") == []
    assert main(["docs/quyet-dinh/2021/a.md"]) == 0
    assert capsys.readouterr().out.endswith("trong 1 trang\n")


def test_a_folder_elsewhere_is_checked_by_its_own_paths(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(tmp_path / "khac", "trang.md", "")
    assert rows(capsys, "--docs", str(tmp_path / "khac")) == [
        ((tmp_path / "khac/trang.md").as_posix(), 1, "TT101", "error")
    ]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["khong-co.md"], "Không có tệp hay thư mục “khong-co.md”"),
        ([".."], "không nằm trong thư mục"),
        (["--docs", "khong-co"], "Không có thư mục “khong-co”"),
        (["--format", "xml"], "Không có kiểu “xml”. Các kiểu: text, json, github, sarif"),
        (["--format"], "Tham số --format cần một giá trị"),
        (["--mau"], "Không có tham số --mau"),
    ],
)
def test_what_cannot_be_run_ends_with_two_and_says_why_in_vietnamese(
    docs: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    assert main(arguments) == 2
    captured = capsys.readouterr()
    assert said in captured.err
    assert captured.out == ""


def test_help_is_in_vietnamese(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--help"])
    assert left.value.code == 0
    told = capsys.readouterr().out
    assert told.startswith("Cách dùng: python3 -m scripts check")
    assert "usage" not in told


def test_a_rule_that_fails_is_named_with_the_page_and_ends_with_two(
    docs: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_page: object) -> Iterator[Fault]:
        yield Fault(1, 1, "Sai")
        raise ZeroDivisionError("chia cho không")

    monkeypatch.setitem(RULES, "BC101", command.replace(RULES["BC101"], find=broken))
    put(docs, "trang.md", "---\ntieu_de: Trang\n---\n")
    assert main([]) == 2
    said = capsys.readouterr().err
    assert "BC101 (gap)" in said
    assert "bị hỏng khi xem trang.md" in said
    assert "ZeroDivisionError: chia cho không (test_check.py:" in said
    with pytest.raises(RuleError):
        check(library({"trang.md": ""}), TODAY)


def test_an_accepted_finding_is_shown_with_its_reason_and_is_no_error(
    docs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    accepted = "nam: 2021\nchap_nhan: [{ma: BC101, gia_tri: Điều 3., ly_do: chữ như bản đã ký}]"
    put(docs, "quyet-dinh/2021/a.md", DECISION.replace("nam: 2021", accepted).replace("Điều 2.", "Điều 3."))
    assert main([]) == 0
    assert capsys.readouterr().out.split("\n") == [
        (
            "docs/quyet-dinh/2021/a.md:18: BC101 (đã chấp nhận) “Điều 3.”: thiếu Điều 2 ở trước. "
            "Hãy bổ sung dòng bị sót hoặc sửa số. Có phải “Điều 2.”? Lý do: chữ như bản đã ký"
        ),
        "    Điều 3. Quyết định này có hiệu lực kể từ ngày ký./.",
        "    ^^^^^^^",
        "0 lỗi, 0 cảnh báo, 1 đã chấp nhận trong 2 trang",
        "",
    ]


def test_an_acceptance_holds_on_a_page_whose_record_does_not(
    docs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    accepted = "nam: 2021\nmau: đỏ\nchap_nhan: [{ma: BC101, ly_do: chữ như bản đã ký}]"
    put(docs, "quyet-dinh/2021/a.md", DECISION.replace("nam: 2021", accepted).replace("Điều 2.", "Điều 3."))
    assert [(code, severity) for _, _, code, severity in rows(capsys)] == [
        ("TT201", "error"),
        ("BC101", "accepted"),
    ]


def test_one_rule_does_not_flood_the_report() -> None:
    found = check(
        library({"trang.md": "---\ntieu_de: Trang\n---\n" + "a\tb\n" * (MOST_OF_A_KIND + 5)}), TODAY
    )
    assert len(found) == MOST_OF_A_KIND
    assert "Còn nhiều chỗ như vậy" in found[-1].message


def test_a_build_hears_of_errors_and_says_nothing_of_clean_pages(
    docs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    clean = check(library({"trang.md": "---\ntieu_de: Trang\n---\n"}), TODAY)
    assert report(clean, docs, 1) is False
    assert capsys.readouterr().out == ""
    assert report(check(library({"trang.md": ""}), TODAY), docs, 1) is True
    assert "docs/trang.md:1: TT101" in capsys.readouterr().out


def test_the_report_never_shows_what_a_link_leads_to(
    docs: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "khac.md").write_text("bí mật", encoding="utf-8")
    (docs / "trang.md").symlink_to(tmp_path / "khac.md")
    assert main([]) == 1
    printed = capsys.readouterr().out
    assert "docs/trang.md:1: AT203" in printed
    assert "bí mật" not in printed


@pytest.mark.parametrize("make", [getattr(os, "mkfifo", Path.mkdir)])
def test_a_page_that_is_no_file_is_not_waited_for(
    docs: Path, capsys: pytest.CaptureFixture[str], make: Callable[[Path], None]
) -> None:
    make(docs / "trang.md")
    expected = [("docs/trang.md", 1, "AT204", "error")] if (docs / "trang.md").is_fifo() else []
    assert rows(capsys) == expected
    assert main([]) == len(expected)


HOSTILE = {
    "macros": "{{ khoan() }} x\n\n" * 5_000,
    "a line of macros": "{{ khoan() }}" * 20_000,
    "a long line": "Điều 1. " + "a " * 100_000,
    "blanks": "a" + " " * 100_000 + "b\n",
    "brackets": "[" * 50_000 + "](" * 50_000,
    "links in links": "[a](" * 50_000 + ")" * 50_000,
    "images": "![" * 50_000 + "]" * 50_000,
    "braces": "{" * 100_000 + "{: a=b " * 20_000 + "}",
    "angles": "<" * 100_000 + "<a@" * 30_000,
    "backticks": "".join("`" * (i % 300) + " " for i in range(2_000)),
    "quotations": "“Điều 5.\n\n" * 20_000,
    "fences": "```\n" * 50_000,
    "nesting": "".join("1" + ".1" * depth + " x\n" for depth in range(1, 500)),
    "marks": "e" + "\u0301" * 100_000,
    "headings": "# a\n" * 20_000 + "# a" + " " * 100_000 + "x\n",
    "foreign letters": "аb" * 50_000,
    "Jinja": "{{ " + "(" * 5_000 + " }}" + "{% a %}" * 10_000 + "{{ a" + ".b" * 20_000 + " }}",
    "unseen": "\0\u200b\u202e" * 30_000,
    "keys": "Điều 1.⟦khoá:" + "⟦" * 100_000 + "⟧ x",
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("head", [DECISION.partition("Căn cứ")[0], "---\ntieu_de: Trang\n---\n\n", "---\n"])
def test_hostile_text_ends_in_findings_inside_the_file(name: str, head: str) -> None:
    path = "quyet-dinh/2021/a.md" if "loai" in head else "trang.md"
    assert_findings_lie_inside(read(path, head + HOSTILE[name]))


ACCEPTED = "".join(f"- {{ma: VB106, gia_tri: v{i}, ly_do: x}}\n" for i in range(1_200))

RECORDS = {
    "deep": "a: " + "[" * 60_000,
    "dashes": "- " * 30_000,
    "colons": "a: " * 20_000,
    "question marks": "? " * 30_000,
    "many keys": "".join(f"k{i}: x\n" for i in range(6_000)),
    "one key": "a: x\n" * 12_000,
    "odd kinds": "loai: [quyết định]\nnam: {a: b}\nnguoi_ky: x\nkem_theo: {a: [b]}\nchap_nhan: {ma: 1}\n",
    "acceptances": "tieu_de: T\nchap_nhan:\n" + ACCEPTED,
    "odd line ends": "a: b\x85c: d\u2028e: [\n",
    "control codes": "a: \0\x1b\n",
}


@pytest.mark.parametrize("name", RECORDS)
@pytest.mark.parametrize("path", ["trang.md", "quyet-dinh/2021/a.md", "co-quan/a.md", "de-cuong/2021/a.md"])
def test_hostile_records_end_in_findings_inside_the_file(name: str, path: str) -> None:
    assert_findings_lie_inside(read(path, f"---\n{RECORDS[name]}\n---\n\n1. a\n"), least=1)


PIECES = [
    *("---\n", "loai: quyết định\n", "loai: đề cương\n", "tieu_de: a\n", "nam: 2021\n", "co_quan: UBND\n"),
    *("tinh_trang: đã ban hành\n", "tham_quyen: x\n", "trich_yeu: y\n", "gui_den: [a;]\n"),
    *("kem_theo: [a.md]\n", "chap_nhan: [{ma: BC101, ly_do: x}]\n", "Căn cứ a;\n", "QUYẾT ĐỊNH:\n"),
    *("Điều 1. a\n", "Điều 3.\n", "Điều 2 Tổ chức\n", "1. b\n", "1.1 c\n", "2. 1 d\n", "a) e\n", "f) g\n"),
    *("    a) h\n", "- 5\n", "“x\n", "y”\n", "Nơi nhận:\n", "PHỤ LỤC\n", "Phần I\n", "# a\n"),
    *("{{ dieu() }} ", '{{ xem("a") }}', "{{ noi_nhan() }}\n", "{{ x", "{% a %}", "`", "```\n", "<b>"),
    *("[a](b.md#c)", "![a][b]", "\n[b]: c", "{: a=b }", "quyết định\n===\n", "ngày 3/6/2020", "⟦số⟧"),
    *("\u200b", "e\u0301", "\ufeff", "\ufffd", "\t", "  ", "\n", "\r\n", "\x85", "\u2028", "Ð"),
]

PATHS = st.sampled_from(
    ["trang.md", "quyet-dinh/2021/a.md", "de-cuong/2021/a.md", "co-quan/a.md", "quyet-dinh/a.md"]
)


@settings(deadline=None)
@given(PATHS, st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=40))
def test_any_text_ends_in_findings_inside_the_file(path: str, pieces: list[str]) -> None:
    assert_findings_lie_inside(read(path, decode("".join(pieces).encode())))


@settings(deadline=None)
@given(PATHS, st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=20))
def test_any_record_ends_in_findings_inside_the_file(path: str, pieces: list[str]) -> None:
    assert_findings_lie_inside(read(path, decode(f"---\n{''.join(pieces)}\n---\nx\n".encode())))


def assert_findings_lie_inside(document: Document, least: int = 0) -> None:
    found = check(Library(Path("docs"), {document.path: document}), TODAY)
    lines = document.text.split("\n")
    assert len(found) >= least
    assert isinstance(document.front, FrontMatter)
    for finding in found:
        assert 1 <= finding.line <= len(lines), finding
        assert 1 <= finding.column <= len(lines[finding.line - 1]) + 1, finding


def test_sarif_leads_to_the_help_below_the_address_given_and_nowhere_while_there_is_only_an_example(
    docs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(docs, "quyet-dinh/2021/a.md", DECISION.replace("ký./.", "ký."))

    def help_addresses(*arguments: str) -> set[str]:
        main(["--format", "sarif", *arguments])
        rules = json.loads(capsys.readouterr().out)["runs"][0]["tool"]["driver"]["rules"]
        return {rule.get("helpUri", "") for rule in rules}

    assert help_addresses() == {""}
    assert "https://tinh.gov/kho/huong-dan/loi/vb101/" in help_addresses("--address", "https://tinh.gov/kho")
    assert main(["--address", "tinh.gov", "--format", "sarif"]) == 2


def test_what_the_readme_shows_of_the_check_is_what_it_prints(capsys: pytest.CaptureFixture[str]) -> None:
    shown = (ROOT / "README.md").read_text(encoding="utf-8").partition("$ python3 -m scripts check\n")[2]
    main([])
    assert shown.partition("\n```")[0] in capsys.readouterr().out


def test_a_large_collection_is_checked_in_parts_with_the_same_findings(
    docs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = "---\nloai: căn cứ\nten_loai: Luật\nso_ky_hieu: 72/2025/QH15\nnam: 2025\nco_quan: Quốc hội\n---\n"
    put(docs, "can-cu/72-2025-qh15.md", work)
    for number in range(100, 100 + 2 * SMALLEST):
        basis = f"Căn cứ Nghị định số {number % 7 + 10}/2019/NĐ-CP ngày 05/3/2019 của Chính phủ về A."
        text = DECISION.replace("12/QĐ", f"{number}/QĐ").replace("Căn cứ Luật", f"{basis}\n\nCăn cứ Luật")
        put(docs, f"quyet-dinh/2021/{number}.md", text.replace("Điều 2.", "Điều 3.") if number % 3 else text)
    parts: list[int] = []

    def noted(work: Callable[[Sequence[str]], object], items: Sequence[str]) -> list[object]:
        results = spreading.spread(work, items)
        parts.append(len(results))
        return results

    with monkeypatch.context() as one:
        one.setattr(spreading, "_processors", lambda: 1)
        alone = check(load(docs), TODAY)
    monkeypatch.setattr(spreading, "_processors", lambda: 2)
    monkeypatch.setattr(command, "spread", noted)
    together = check(load(docs), TODAY)

    assert parts == [2]
    assert together == alone
    assert {"BC101", "TD107"} <= {finding.code for finding in together}
    assert len([finding for finding in together if finding.code == "TD107"]) == 7
