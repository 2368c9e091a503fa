"""Tools beside each other: run in processes of their own, the others from a lock of their own."""

import re
import sys
from pathlib import Path

import pytest

from scripts.bench import recognisers
from scripts.bench.recognise import TOOLS, eyecite, megabytes, regular_expression, speed
from scripts.bench.recognisers import LOCK, OURS, RIVALS, all_recognised, recognised
from scripts.step import SetupError

TEXTS = {"a": "Theo Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về văn thư.", "b": "Không có gì."}
SPAN = (5, 60)


@pytest.mark.parametrize("tool", OURS)
def test_a_tool_tells_its_spans_speed_and_memory(tool: str) -> None:
    told = recognised(tool, Path(sys.executable), TEXTS, {"c": "Không có gì. " * 50})

    assert told.spans == {"a": [SPAN], "b": []}
    assert (told.tool, told.found) == (tool, 1)
    assert min(told.on_sentences, told.on_pages) > 1_000
    assert told.megabytes is None or 5 < told.megabytes < 500


def test_without_the_others_ours_are_measured_and_the_reason_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def none() -> Path:
        raise SetupError("pip không tải được\nchi tiết")

    monkeypatch.setattr(recognisers, "installed", none)
    results, notes = all_recognised(TEXTS, {"c": "Không."})

    assert [one.tool for one in results] == list(OURS)
    [note] = notes
    assert all(name in note for name in (*RIVALS, "pip không tải được"))


def test_every_tool_has_its_recogniser() -> None:
    assert set(TOOLS) == {*OURS, *RIVALS}
    with pytest.raises(ModuleNotFoundError):
        eyecite()


def test_speed_is_of_the_whole_text() -> None:
    assert speed(regular_expression(), "a" * 1_000) > 1_000
    assert megabytes() is None or megabytes() > 5  # type: ignore[operator]


def test_every_package_of_the_lock_has_its_digest() -> None:
    text = LOCK.read_text(encoding="utf-8")
    packages = re.findall(r"^[a-z0-9][^\s;]*==.*?(?=^[a-z0-9]|\Z)", text, re.MULTILINE | re.DOTALL)
    assert len(packages) >= 3
    assert [package.split()[0] for package in packages if "--hash=sha256:" not in package] == []
    assert all(re.search(rf"^{name}==", text, re.MULTILINE) for name in ("eyecite", "citeurl"))
