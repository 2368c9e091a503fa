"""The command asks, reports, and keeps the issue; a dead address is an answer, not a failure."""

import json
from pathlib import Path

import pytest

from scripts.official import command, lychee
from scripts.official.command import main
from scripts.official.report import Answer, State
from tests.pages import write

WORK = "---\nloai: căn cứ\nten_loai: Luật\nso_ky_hieu: 1/2025/QH15\nnam: 2025\nco_quan: Quốc hội\n{}---\n"
DEAD = Answer(State.DEAD, "https://example.vn/luat", ("can-cu/a.md",), "404 Not Found")


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    return write(tmp_path / "docs", {"can-cu/a.md": WORK.format("dia_chi: https://example.vn/luat\n")})


def test_it_lists_the_addresses_without_asking(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--docs", str(docs), "--list"]) == 0
    assert capsys.readouterr().out == "https://example.vn/luat\n"


def test_a_dead_address_is_written_down_and_ends_with_zero(
    docs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(lychee, "ask", lambda *_args: [DEAD])

    assert main(["--docs", str(docs), "--report", str(tmp_path / "r.json")]) == 0
    assert "hỏng: https://example.vn/luat (can-cu/a.md): 404 Not Found" in capsys.readouterr().out
    assert json.loads((tmp_path / "r.json").read_text("utf-8"))[0]["state"] == "hỏng"

    told: list[list[Answer]] = []
    monkeypatch.setattr(command.issue, "forge", lambda _environ: None)
    monkeypatch.setattr(
        command.issue, "bring_up_to_date", lambda _to, answers: told.append(answers) or "Xong."
    )
    assert main(["--issue", str(tmp_path / "r.json")]) == 0
    assert told == [[DEAD]]


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["--docs", "khong-co"], "Không có thư mục “khong-co”"),
        (["--issue", "khong-co.json"], "Không đọc được “khong-co.json”"),
        (["--khac"], "Không có tham số --khac"),
    ],
)
def test_what_cannot_be_done_is_said_and_ends_with_two(
    argv: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(argv) == 2
    assert said in capsys.readouterr().err
