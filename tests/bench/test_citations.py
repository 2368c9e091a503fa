"""The figures of the citations: what is measured, and how it is told."""

import argparse
from pathlib import Path

import pytest
from rich.console import Console

from scripts.bench import citations, main, recognisers
from scripts.bench.citation_figures import markdown
from scripts.bench.citation_sets import Passage, Wanted
from scripts.bench.citations import Set, measured
from scripts.bench.recognisers import Recognised

TEXT = "Theo Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ."
WANTED = Wanted(5, 60, "Nghị định", "30/2020/NĐ-CP", "2020-03-05", "Chính phủ")


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def ours(texts: dict[str, str], pages: dict[str, str]) -> tuple[list[Recognised], list[str]]:
        spans = {ident: [(5, 60)] if "30/2020" in text else [] for ident, text in texts.items()}
        return [Recognised("this project", spans, 5_250_000, 60_000 * len(pages), 60.4)], [
            "no other tool here"
        ]

    monkeypatch.setattr(citations, "all_recognised", ours)


@pytest.mark.usefixtures("alone")
def test_the_table_says_each_figure_and_of_each_set_whether_it_was_seen() -> None:
    own = Set("own", [Passage("1", TEXT, (WANTED,))], is_seen=True)
    other = Set("other", [Passage("1", TEXT, (WANTED, Wanted(0, 4, "Luật")))], is_seen=False)

    table = markdown(measured([own, other], None, Console(quiet=True)))

    row = "| this project | own (seen in development) | 1 | 100.00 % | 100.00 % | 100.00 % |"
    assert f"{row} 5.25 million | 0.24 million | 60 MB |" in table
    assert "| this project | other (unseen) | 2 | 66.67 % | 100.00 % | 50.00 % |  |  |  |" in table
    assert "| own (seen in development) | 100.00 % of 1 | 1 | 100.00 % |" in table
    assert "| 4 | impossible day |" in table
    assert "- false errors: 0 on " in table
    assert "- no other tool here" in table


def test_a_set_that_cannot_be_read_ends_with_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["citations", "--gold", str(tmp_path / "none.jsonl")]) == 2
    assert "Không đọc được" in capsys.readouterr().err


def test_the_projects_own_sentences_are_always_measured() -> None:
    [own] = citations._sets(argparse.Namespace(gold=[], unseen=[]))
    assert own.is_seen
    assert sum(len(passage.wanted) for passage in own.passages) > 500


def test_the_lock_of_the_other_tools_is_beside_its_sources() -> None:
    assert recognisers.LOCK.with_name("requirements.in").is_file()
