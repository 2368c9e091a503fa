"""Show the site on this machine and build it again whenever a page or the code changes."""

from __future__ import annotations

import argparse
import hashlib
import subprocess
import sys
import threading
from pathlib import Path
from typing import Final

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

from scripts.environment import ROOT
from scripts.preview import HOST, News, serving

SUMMARY: Final = "Xem trang web trên máy này, tự dựng lại khi trang hoặc mã thay đổi"

CODE: Final = ("macros", "overrides", "scripts", "mkdocs.yml")
QUIET: Final = 0.2
"""Seconds without a change after which a build begins: an editor saves in several steps."""


def main(argv: list[str]) -> int:
    """Serve until Ctrl-C; 0 then, 2 when it could not run."""
    parser = argparse.ArgumentParser(prog="python3 -m scripts serve", description=SUMMARY, allow_abbrev=False)
    parser.add_argument(
        "--docs", type=Path, default=Path("docs"), metavar="THƯ_MỤC", help="các trang nguồn (docs/)"
    )
    parser.add_argument(
        "--port", type=int, default=8000, metavar="SỐ", help="cổng; bận thì lấy cổng sau (8000)"
    )
    options = parser.parse_args(argv)
    if not options.docs.is_dir():
        print(f"Không có thư mục {options.docs}.", file=sys.stderr)
        return 2
    site, news = preview_folder(options.docs), News()
    site.parent.mkdir(parents=True, exist_ok=True)
    try:
        server = serving(site, news, options.port)
    except OSError as error:
        print(
            f"Không mở được cổng {options.port} trở đi: {error.strerror}. Hãy thêm --port SỐ.",
            file=sys.stderr,
        )
        return 2
    changed = Changes()
    observer = watch(options.docs, changed)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        rebuild(options.docs, site, news)
        print(f"Đang mở http://{HOST}:{server.server_port}/ (Ctrl-C để dừng).", flush=True)
        while True:
            changed.wait()
            rebuild(options.docs, site, news)
    except KeyboardInterrupt:
        return 0
    finally:
        observer.stop()
        server.shutdown()
        server.server_close()


def rebuild(docs: Path, site: Path, news: News) -> None:
    """Build in a fresh process, so that edited code counts; the last good site stays when that fails."""
    command = [sys.executable, "-m", "scripts", "build", "--docs", str(docs.resolve()), "--out", str(site)]
    command += [
        "--address",
        f"http://{HOST}/",
    ]  # here the site lies at the root, wherever it will be published
    if subprocess.run(command, cwd=ROOT, check=False).returncode == 0:
        news.publish()


def preview_folder(docs: Path) -> Path:
    """Give each folder of pages a preview of its own, apart from the site to publish."""
    return (
        ROOT / ".cache" / "preview" / hashlib.sha256(str(docs.resolve()).encode()).hexdigest()[:12] / "site"
    )


class Changes(FileSystemEventHandler):
    """Whether anything changed that a build reads."""

    def __init__(self) -> None:
        self._changed = threading.Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note a change, not a mere reading, and not what Python itself writes."""
        listed_anew = event.is_directory and event.event_type == "modified"
        if event.event_type in {"created", "modified", "moved", "deleted"} and not listed_anew:
            paths = [Path(str(path)) for path in (event.src_path, event.dest_path) if path]
            if not all("__pycache__" in path.parts or path.name.startswith(".") for path in paths):
                self._changed.set()

    def wait(self) -> None:
        """Wait for a change, then until nothing has changed for a moment."""
        while not self._changed.wait(3600):
            pass  # a wait with an end is one that Ctrl-C ends on Windows too
        while self._changed.is_set():
            self._changed.clear()
            self._changed.wait(QUIET)


def watch(docs: Path, changes: Changes) -> BaseObserver:
    """Begin to watch the pages and the code."""
    observer = Observer()
    observer.schedule(changes, str(docs), recursive=True)
    for name in CODE:
        observer.schedule(changes, str(ROOT / name), recursive=True)
    observer.start()
    return observer
