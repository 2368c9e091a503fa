"""Run Lighthouse, installed from its lock file, with the installed browser and its mobile setting."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any, Final

from scripts.browser import FLAGS
from scripts.environment import ROOT
from scripts.step import SetupError, run_step

if TYPE_CHECKING:
    from collections.abc import Iterable

SOURCES: Final = Path(__file__).with_name("npm")
FILES: Final = ("package.json", "package-lock.json")
OLDEST_NODE: Final = (18, 20)
CATEGORIES: Final = ("performance", "accessibility", "best-practices", "seo")
LONGEST: Final = 300
"""Seconds for one run; a page takes fifteen, a busy machine longer."""

NO_NODE: Final = """\
Lighthouse cần Node.js 18.20 trở lên kèm npm; máy này {found}.
  Debian, Ubuntu:  sudo apt install nodejs npm
  Hệ khác:         cài Node.js từ trang chủ của Node
Lighthouse needs Node.js >= 18.20 with npm; install them and run again."""

FAILED: Final = """\
Thường là do mạng hoặc cấu hình npm của máy: lời của npm ở ngay trên. Sửa xong thì chạy lại.
Mostly the network or the machine's npm configuration: npm's own words are above. Mend it and run again."""


@dataclass(frozen=True)
class Scores:
    """What Lighthouse gives a page, from 0 to 100 by category, and the audits that cost points."""

    by_category: dict[str, int]
    lost: tuple[str, ...]


class LighthouseError(Exception):
    """Lighthouse ended without a report; the message holds its last words."""


def installed() -> Path:
    """Return Lighthouse's program, installed by its lock's hashes where it is not yet; raise SetupError."""
    npm = shutil.which("npm")
    if npm is None or node_version() < OLDEST_NODE:
        found = ".".join(map(str, node_version())) or "chưa có"
        raise SetupError(NO_NODE.format(found=f"có Node.js {found}" if npm else "chưa có npm"))
    lock = b"".join((SOURCES / name).read_bytes() for name in FILES)
    folder = ROOT / ".cache" / "lighthouse" / sha256(lock).hexdigest()[:16]
    program, done = folder / "node_modules/lighthouse/cli/index.js", folder / "installed"
    if not done.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        for name in FILES:
            shutil.copyfile(SOURCES / name, folder / name)
        command = [npm, "ci", "--prefix", str(folder), "--ignore-scripts", "--no-audit", "--no-fund"]
        run_step("Cài Lighthouse theo package-lock.json", command, os.environ, FAILED)
        done.touch()
    return program


def node_version() -> tuple[int, ...]:
    """Tell the version of the installed Node.js; empty where there is none."""
    node = shutil.which("node")
    if node is None:
        return ()
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    return tuple(map(int, re.findall(r"\d+", said)[:2]))


def scores(program: Path, browser: Path, url: str, runs: int) -> Scores:
    """Measure a page several times and give the median of each category."""
    return middle([_report(program, browser, url) for _ in range(runs)])


def middle(reports: Iterable[dict[str, Any]]) -> Scores:
    """Give the median score of each category, and every audit that cost points in any run."""
    several = list(reports)
    for report in several:
        if error := report.get("runtimeError"):
            raise LighthouseError(f"{error.get('code')}: {error.get('message')}")
    by_category = {
        name: round(100 * median(report["categories"][name]["score"] for report in several))
        for name in CATEGORIES
    }
    lost = {audit for report in several for audit in _lost(report)}
    return Scores(by_category, tuple(sorted(lost)))


def _lost(report: dict[str, Any]) -> Iterable[str]:
    for name in CATEGORIES:
        for part in report["categories"][name]["auditRefs"]:
            audit = report["audits"][part["id"]]
            if part["weight"] and audit["score"] is not None and audit["score"] < 0.9:
                yield f"{name}: {part['id']} ({audit['score']:.2f})"


def _report(program: Path, browser: Path, url: str) -> dict[str, Any]:
    command = [shutil.which("node") or "node", str(program), url, "--output=json", "--quiet"]
    command += [f"--only-categories={','.join(CATEGORIES)}", f"--chrome-flags={' '.join(FLAGS)}"]
    environ = os.environ | {"CHROME_PATH": str(browser)}
    done = subprocess.run(
        command, env=environ, capture_output=True, encoding="utf-8", check=False, timeout=LONGEST
    )
    try:
        report: dict[str, Any] = json.loads(done.stdout)
    except ValueError as error:
        raise LighthouseError(f"{url}: {done.stderr.strip()[-2000:]}") from error
    return report
