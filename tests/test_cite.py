"""The command tells the citations of any text, exactly as programs from outside expect them."""

import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.cite import main
from scripts.environment import ROOT

TEXT = (
    "Tại khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ;\nXem Báo cáo số 99- BC/TW."
)


Pipe = Callable[[bytes], None]


@pytest.fixture
def piped(monkeypatch: pytest.MonkeyPatch) -> Pipe:
    def pipe(data: bytes) -> None:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))

    return pipe


def test_the_text_form_gives_place_text_and_what_is_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.md"
    file.write_text(TEXT, encoding="utf-8", newline="")
    assert main([str(file)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"{file}:1:5: khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ",
        f"{file}:2:5: Báo cáo số 99- BC/TW",
        f"{file}:2:5:   TD407 Số, ký hiệu “99- BC/TW” viết sai thể thức. Hãy viết 99-BC/TW",
    ]


def test_the_json_form_has_every_field(piped: Pipe, capsys: pytest.CaptureFixture[str]) -> None:
    piped(TEXT.split("\n")[0].encode())
    assert main(["--format", "json", "-"]) == 0
    assert json.loads(capsys.readouterr().out) == [
        {
            "start": 4,
            "end": 74,
            "text": "khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ",
            "type": "Nghị định",
            "number": "30/2020/NĐ-CP",
            "date": "2020-03-05",
            "issuer": "Chính phủ",
            "title": None,
            "provision": "khoản 2 Điều 5",
            "relative": False,
            "key": "30-2020-nd-cp",
            "problems": [],
        }
    ]


def test_the_lines_of_a_file_are_answered_too(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text('{"id": 1, "text": "Luật này"}\n', encoding="utf-8")
    assert main(["--jsonl", str(file)]) == 0
    assert json.loads(capsysbinary.readouterr().out)["citations"][0]["text"] == "Luật này"
    assert main(["--jsonl", str(tmp_path / "b.jsonl")]) == 2
    assert "Không đọc được tệp" in capsysbinary.readouterr().err.decode()


def test_lines_are_answered_in_order_and_bad_ones_named(
    piped: Pipe, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    good = json.dumps({"id": "a", "text": "Luật này", "issued_on": "2024-02-29"})
    bad = ["{", "[]", '{"id": 1}', '{"id": 1, "text": "", "issued_on": "2023-02-29"}', '{"id": 1, "text": 2}']
    lines = [
        *(line.encode() for line in [good, *bad]),
        b'{"id": "\xff"}',
        b"",
        good.replace('"a"', "7").encode(),
    ]
    piped(b"\n".join(lines))
    assert main(["--jsonl"]) == 2
    out, told = capsysbinary.readouterr()
    rows = [json.loads(line) for line in out.splitlines()]
    assert [(row["id"], [c["text"] for c in row["citations"]]) for row in rows] == [
        ("a", ["Luật này"]),
        (7, ["Luật này"]),
    ]
    assert [line.split(":")[0] for line in told.decode().splitlines()] == [f"dòng {n}" for n in range(2, 8)]


def test_half_a_surrogate_pair_does_not_end_the_stream(
    piped: Pipe, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    piped('{"id": "\\ud800", "text": "Luật này \\ud800"}\n'.encode())
    assert main(["--jsonl"]) == 0
    row = json.loads(capsysbinary.readouterr().out)
    assert (row["id"], row["citations"][0]["end"]) == ("\ud800", 8)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["khong-co.md"], "Không đọc được tệp “khong-co.md”"),
        (["--format", "xml"], "Không có kiểu “xml”"),
        (["--formt"], "Không có tham số --formt"),
        (["--format"], "Tham số --format cần một giá trị"),
    ],
)
def test_what_cannot_be_done_is_said(
    arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    assert told in capsys.readouterr().err


def test_a_file_that_is_no_text_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(b"Lu\xfft")
    assert main([str(file)]) == 2
    assert "không phải UTF-8 (byte thứ 3)" in capsys.readouterr().err


def test_the_links_of_the_seeds_are_told_one_by_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--links"]) == 0
    lines = capsys.readouterr().out.splitlines()
    told = [
        line for line in lines[:-1] if re.match(r"docs/(quyet-dinh|de-cuong)/\S+\.md:\d+:\d+: .+ → .+", line)
    ]
    assert len(told) == len(lines) - 1
    assert any("Luật Công nghệ thông tin → can-cu/67-2006-qh11.md" in line for line in told)
    assert any(line.endswith("Điều 1 Quyết định này → #dieu-1") for line in told)
    assert any(
        "4126/QĐ-UBND" in line and line.endswith("hiểu là can-cu/4216-qd-ubnd-2020.md") for line in told
    )
    assert {line.partition(" → ")[2] for line in told if "không liên kết" in line} == {
        "không liên kết: là chính văn bản này"
    }
    assert lines[-1].startswith(f"{len(told)} viện dẫn trong 4 văn bản: ")


@pytest.mark.parametrize(
    ("path", "documents"), [("docs/quyet-dinh/2021", 1), ("docs/de-cuong", 2), ("docs", 4)]
)
def test_the_links_of_a_folder_or_a_page(
    path: str, documents: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--links", str(ROOT / path)]) == 0
    assert f" trong {documents} văn bản: " in capsys.readouterr().out


@pytest.mark.parametrize("path", ["README.md", "docs/khong-co.md"])
def test_only_pages_have_links(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--links", str(ROOT / path)]) == 2
    assert "không phải là trang trong docs/" in capsys.readouterr().err
