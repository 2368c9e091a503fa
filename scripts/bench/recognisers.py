"""Run recognisers of citations beside each other on the same texts, each in a new process."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from scripts.bench.process import run as run_process
from scripts.environment import ROOT, Environment, variables
from scripts.step import SetupError, run_step

if TYPE_CHECKING:
    from collections.abc import Mapping

LOCK: Final = Path(__file__).parent / "rivals" / "requirements.lock"
SCRIPT: Final = Path(__file__).with_name("recognise.py")
OURS: Final = ("this project", "regular expression")
RIVALS: Final = ("eyecite", "citeurl", "refex")

FAILED: Final = """\
Thường là do mạng hoặc cấu hình pip của máy: lời của pip ở ngay trên.
Mostly the network or the machine's pip configuration: pip's own words are above."""


@dataclass(frozen=True)
class Recognised:
    """What a tool found in each text, how fast, and with how much memory."""

    tool: str
    spans: dict[str, list[tuple[int, int]]]
    on_sentences: float
    """Characters a second of sentences, each of which is about a citation."""
    on_pages: float
    """Characters a second of the running text of decisions."""
    megabytes: float | None

    @property
    def found(self) -> int:
        """How many citations it gave."""
        return sum(map(len, self.spans.values()))


def installed() -> Path:
    """Return the interpreter that has the other tools, installed by their lock's hashes; raise SetupError."""
    folder = ROOT / ".cache" / "rivals" / sha256(LOCK.read_bytes()).hexdigest()[:16]
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    done = folder / "installed"
    if not done.is_file():
        environ = variables(Environment(), os.environ)
        run_step(
            "Lập môi trường của các công cụ khác", [sys.executable, "-m", "venv", str(folder)], environ, ""
        )
        options = ["--require-hashes", "--no-deps", "--only-binary", ":all:", "--no-user", "--no-input"]
        quiet = ["--disable-pip-version-check", "--progress-bar", "off"]
        command = [str(python), "-m", "pip", "install", *options, *quiet, "-r", str(LOCK)]
        run_step("Cài các công cụ khác theo requirements.lock", command, environ, FAILED)
        done.touch()
    return python


def recognised(tool: str, python: Path, texts: Mapping[str, str], pages: Mapping[str, str]) -> Recognised:
    """Run one tool over the texts; raise RunError with its last words when it fails."""
    with TemporaryDirectory(prefix="bench-") as folder:
        files = [_written(Path(folder, name), given) for name, given in (("a", texts), ("b", pages))]
        # Without -P the script's own folder, with modules called build and page, would come first.
        command = [str(python), "-P", str(SCRIPT), tool, *files]
        run = run_process(command, ROOT, variables(Environment(), os.environ))
    told = json.loads(run.lines[-1][1])
    spans = {ident: [(start, end) for start, end in several] for ident, several in told["spans"].items()}
    name = f"{tool} {told['version']}".strip()
    return Recognised(name, spans, told["on_sentences"], told["on_pages"], told["megabytes"])


def _written(file: Path, texts: Mapping[str, str]) -> str:
    lines = (json.dumps({"id": ident, "text": text}) for ident, text in texts.items())
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return str(file)


def all_recognised(texts: Mapping[str, str], pages: Mapping[str, str]) -> tuple[list[Recognised], list[str]]:
    """Run every tool that can be had; of the others say why not."""
    results = [recognised(tool, Path(sys.executable), texts, pages) for tool in OURS]
    try:
        python = installed()
    except SetupError as error:
        reason = str(error).strip().splitlines()[0]
        return results, [f"not measured, as they could not be installed here: {', '.join(RIVALS)} ({reason})"]
    return [*results, *(recognised(tool, python, texts, pages) for tool in RIVALS)], []
