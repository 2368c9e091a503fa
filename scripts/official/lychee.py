"""Ask addresses by lychee: with a cache, retries and patience with each host, as its configuration says."""

from __future__ import annotations

import json
import shutil
import subprocess
import sysconfig
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from scripts.environment import ROOT
from scripts.official.report import Answer, State

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scripts.official.addresses import Official

CONFIGURATION = ROOT / ".github" / "lychee.toml"
LONGEST = 3_600
FOUND_FAULTS = 2
GONE = frozenset({404, 410})
MOST_SILENT = 3
"""Runs in a row without an answer, after which an address is told as dead: a server may be ill for weeks."""


class AskingError(Exception):
    """The addresses could not be asked; the message is for staff."""


def ask(addresses: Sequence[Official], folder: Path, configuration: Path = CONFIGURATION) -> list[Answer]:
    """Ask every address; `folder` keeps the cache. Raises AskingError when not all were asked."""
    if not addresses:
        return []
    folder.mkdir(parents=True, exist_ok=True)
    wanted, told = folder / "addresses.html", folder / "answers.json"
    told.unlink(missing_ok=True)
    wanted.write_text(_page([one.address for one in addresses]), encoding="utf-8", newline="\n")
    code, said = _run(folder, configuration, wanted.name, told.name)
    if code not in (0, FOUND_FAULTS) or not told.is_file():
        raise AskingError(f"lychee dừng với mã {code}, chưa hỏi được các địa chỉ: {said.strip()[-800:]}")
    try:
        found = json.loads(told.read_text(encoding="utf-8"))
        told_of = {
            int(row["span"]["line"]): (state, row["status"].get("code"), str(row["status"]["text"]))
            for name, state in _MAPS.items()
            for rows in found[name].values()
            for row in rows
        }
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise AskingError(f"Không đọc được kết quả của lychee: {error!r}") from error
    if found["total"] != len(addresses):
        raise AskingError(f"lychee chỉ đọc được {found['total']} trong {len(addresses)} địa chỉ.")
    answers = [_answer(one, told_of.get(line)) for line, one in enumerate(addresses, start=1)]
    return sorted(_with_patience(answers, folder / "silent.json"))


_MAPS = {
    "success_map": State.ALIVE,
    "error_map": State.DEAD,
    "timeout_map": State.UNSURE,
    "excluded_map": State.UNSURE,
}


def _answer(one: Official, told: tuple[State, int | None, str] | None) -> Answer:
    """Judge what an address answered: a page that is gone is dead, a server that is ill may recover."""
    state, code, said = told or (State.UNSURE, None, "được hỏi cùng một địa chỉ khác")
    if state is State.DEAD and code not in GONE:
        state = State.UNSURE
    return Answer(state, one.address, one.pages, said)


def _with_patience(answers: list[Answer], file: Path) -> Iterator[Answer]:
    """Take an address for dead once it has been in doubt so many times in a row; the file counts."""
    try:
        before = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        before = {}
    times = {a.address: int(before.get(a.address, 0)) + 1 for a in answers if a.state is State.UNSURE}
    file.write_text(json.dumps(times), encoding="utf-8")
    for answer in answers:
        if times.get(answer.address, 0) >= MOST_SILENT:
            said = f"{times[answer.address]} lần liền không mở được: {answer.said}"
            yield replace(answer, state=State.DEAD, said=said)
        else:
            yield answer


def _page(addresses: Sequence[str]) -> str:
    """Write the addresses as links, one a line: no sign of theirs can then be taken for the end."""
    quoted = (
        address.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;") for address in addresses
    )
    return "".join(f'<a href="{address}"></a>\n' for address in quoted)


def _run(folder: Path, configuration: Path, wanted: str, told: str) -> tuple[int, str]:
    program = shutil.which("lychee", path=sysconfig.get_path("scripts"))
    if not program:
        raise AskingError("Không có lychee trong môi trường. Hãy xóa .venv rồi chạy lại")
    command = [program, "--config", str(configuration), "--format", "json", "-v", "--output", told, wanted]
    try:
        done = subprocess.run(
            command,
            cwd=folder,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=LONGEST,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise AskingError(f"Không chạy xong được lychee: {error}") from error
    return done.returncode, done.stderr
