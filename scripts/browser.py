"""Find the browser that the tests drive, or get the distribution's own where that is allowed."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from scripts import distribution, program
from scripts.step import SetupError

VARIABLE: Final = "CHROME_PATH"

# Headless, also in a container, and silent: the site's own requests are all there are.
FLAGS: Final = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

ON_PATH: Final = (
    "chromium",
    "google-chrome-stable",
    "google-chrome",
    "chrome",
    "microsoft-edge-stable",
    "microsoft-edge",
    "chromium-browser",
)
ON_MACOS: Final = ("Google Chrome", "Chromium", "Microsoft Edge")
ON_WINDOWS: Final = (
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
)

REMEDY: Final = """\
Các phép thử cần một trình duyệt thật: Chrome, Chromium hoặc Edge.
  Debian, Ubuntu:  sudo apt install chromium
  Hệ khác:         cài Google Chrome hoặc Microsoft Edge
  Đã cài ở chỗ lạ: đặt biến môi trường CHROME_PATH là đường dẫn tới tệp chạy của trình duyệt
The tests need Chrome, Chromium or Edge: install one, or set CHROME_PATH to its executable."""

DRIVER: Final = """\
Trình điều khiển trình duyệt (Playwright) không chạy được trên máy này: lời của nó ở ngay trên.
  Debian, Ubuntu:  sudo apt install libatomic1
Playwright's driver does not run here; its own words are above. On Debian, Ubuntu: apt install libatomic1."""


def obtain(environ: Mapping[str, str]) -> Path:
    """Return the path of a browser that can be driven; install what is missing where that is allowed."""
    missing = [] if find(environ) else ["chromium"]
    # The driver is a Node.js of its own, which a bare system lacks one library for.
    missing += [] if driver_fault(environ) is None else ["libatomic1"]
    if missing and (before := distribution.privilege(environ)) is not None:
        distribution.install(missing, before, environ, REMEDY)
    browser = require(environ)
    if fault := driver_fault(environ):
        raise SetupError(f"{fault}\n{DRIVER}")
    return browser


def driver_fault(environ: Mapping[str, str]) -> str | None:
    """Start Playwright's driver; return what it says if it does not run here."""
    command = [sys.executable, "-m", "playwright", "--version"]
    answer = subprocess.run(command, env=environ, capture_output=True, encoding="utf-8", check=False)
    return answer.stderr if answer.returncode else None


def require(environ: Mapping[str, str]) -> Path:
    """Return a browser's path; raise SetupError with the remedy where there is none."""
    return program.require(find(environ), REMEDY)


def find(environ: Mapping[str, str]) -> Path | None:
    """Return the browser that CHROME_PATH names, else the first of the usual places."""
    return program.find(VARIABLE, usual_places(sys.platform, environ), environ, REMEDY)


def usual_places(system: str, environ: Mapping[str, str]) -> Iterator[Path]:
    """Yield where a browser lies on a system named as in `sys.platform`, best known first."""
    if system == "win32":
        folders = [
            environ[name] for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA") if name in environ
        ]
        yield from (Path(folder, program) for program in ON_WINDOWS for folder in folders)
        return
    if system == "darwin":
        folders = ["/Applications", *([f"{environ['HOME']}/Applications"] if environ.get("HOME") else [])]
        yield from (Path(folder, f"{app}.app/Contents/MacOS/{app}") for app in ON_MACOS for folder in folders)
    for name in ON_PATH:
        if named := shutil.which(name, path=environ.get("PATH")):
            yield Path(named)
