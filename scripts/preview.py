"""Serve a built site on this machine and reload it in the browser when a new build stands."""

from __future__ import annotations

import threading
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from pathlib import Path

HOST: Final = "127.0.0.1"
SCRIPT_PATH: Final = "/__tai-lai.js"
POLL_PATH: Final = "/__tai-lai"
LONGEST_POLL: Final = 20.0
"""Seconds that a question for news may stay open."""

# From a file of its own, so that the preview runs under the very policy of the published site.
SCRIPT: Final = """\
(async () => {
  let build = "";
  for (;;) {
    try {
      const answer = await (await fetch("/__tai-lai?ban=" + build)).text();
      if (build && answer !== build) location.reload();
      build = answer;
    } catch {
      await new Promise(resolve => setTimeout(resolve, 1000));
    }
  }
})();
"""
NOT_YET: Final = """\
<!doctype html><html lang="vi"><meta charset="utf-8"><title>Chưa dựng được</title>
<h1>Chưa dựng được</h1><p>Các trang còn lỗi: xem cửa sổ lệnh. Sửa xong, trang này tự tải lại.</p>
<body></body></html>
"""


class News:
    """The number of the newest build, for which any number of open pages wait."""

    def __init__(self) -> None:
        self._build = 1
        self._changed = threading.Condition()

    def publish(self) -> None:
        """Tell all who wait that a new build stands."""
        with self._changed:
            self._build += 1
            self._changed.notify_all()

    def after(self, seen: str) -> str:
        """Give the newest build's number once it is not the one seen, or after the longest wait."""
        with self._changed:
            if seen == str(self._build):
                self._changed.wait(LONGEST_POLL)
            return str(self._build)


class _Handler(SimpleHTTPRequestHandler):
    """Serves a site as a static host would, with the reloading script in each page."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *args: Any, site: Path, news: News) -> None:
        self.site, self.news = site, news
        super().__init__(*args, directory=str(site))

    def do_GET(self) -> None:
        """Answer the reloading script's questions, pages, and everything else."""
        path = urlsplit(self.path)
        if path.path == SCRIPT_PATH:
            self._answer(HTTPStatus.OK, "text/javascript", SCRIPT.encode())
        elif path.path == POLL_PATH:
            self._answer(
                HTTPStatus.OK, "text/plain", self.news.after(path.query.removeprefix("ban=")).encode()
            )
        elif page := self._page():
            self._answer(HTTPStatus.OK, "text/html", _with_script(page.read_bytes()))
        else:
            super().do_GET()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:  # noqa: ARG002
        """Answer with the site's own page where there is none."""
        page = self.site / "404.html"
        text = page.read_bytes() if page.is_file() else NOT_YET.encode()
        self._answer(HTTPStatus(code), "text/html", _with_script(text))

    def end_headers(self) -> None:
        """Let no browser keep what the next build changes."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the parent's name
        """Leave the terminal to the findings."""

    def _page(self) -> Path | None:
        found = self.site.__class__(self.translate_path(self.path))
        if found.is_dir() and urlsplit(self.path).path.endswith("/"):
            found /= "index.html"
        return found if found.suffix == ".html" and found.is_file() else None

    def _answer(self, status: HTTPStatus, kind: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


def serving(site: Path, news: News, port: int, tries: int = 20) -> ThreadingHTTPServer:
    """Open a server for the site on the first free port from `port`; raise OSError when none is."""
    handler = partial(_Handler, site=site, news=news)
    for candidate in range(port, port + tries):
        try:
            server = _Server((HOST, candidate), handler)
        except OSError:
            if candidate == port + tries - 1:
                raise
        else:
            return server
    raise AssertionError


class _Server(ThreadingHTTPServer):
    """A server that neither waits for open questions when it stops nor shares its port."""

    daemon_threads = True
    block_on_close = False
    allow_reuse_port = False


def _with_script(page: bytes) -> bytes:
    script = f'<script src="{SCRIPT_PATH}"></script></body>'.encode()
    return page.replace(b"</body>", script, 1)
