"""Serve a built site as a static host does, compressed, and keep account of every byte that it sends."""

from __future__ import annotations

import gzip
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator

TYPES: Final = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".webmanifest": "application/manifest+json; charset=utf-8",
    ".svg": "image/svg+xml",
    ".xml": "application/xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".woff2": "font/woff2",
    ".png": "image/png",
    ".ico": "image/x-icon",
}
KINDS: Final = {".html": "HTML", ".css": "CSS", ".js": "JavaScript", ".woff2": "fonts"}
PACKED_ALREADY: Final = (".woff2", ".png")
# As GitHub Pages has it for every file: not the kindest to the figures.
KEPT: Final = "max-age=600"


@dataclass(frozen=True)
class Sent:
    """One answer: the path asked for, and the bytes of its head and body as they went over the line."""

    path: str
    size: int

    @property
    def kind(self) -> str:
        """What sort of file it is, as the table names it."""
        suffix = PurePosixPath(self.path).suffix
        return KINDS.get(suffix, "HTML" if self.path.endswith("/") else "other")


@dataclass
class Account:
    """What was sent since the last look."""

    _sent: list[Sent] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def add(self, sent: Sent) -> None:
        """Note an answer."""
        with self._lock:
            self._sent.append(sent)

    def taken(self) -> list[Sent]:
        """Give what was noted, and begin anew."""
        with self._lock:
            sent, self._sent = self._sent, []
        return sent


def answer(site: Path, address: str) -> tuple[int, str, bytes, bool]:
    """Tell what to send for an address: status, type, body and whether that is compressed."""
    path = unquote(urlsplit(address).path)
    file = site / path.lstrip("/") / ("index.html" if path.endswith("/") else "")
    status = HTTPStatus.OK
    if ".." in PurePosixPath(path).parts or not file.is_file():
        file, status = site / "404.html", HTTPStatus.NOT_FOUND
    body = file.read_bytes()
    packed = file.suffix not in PACKED_ALREADY
    kind = TYPES.get(file.suffix, "application/octet-stream")
    return status, kind, gzip.compress(body, 6, mtime=0) if packed else body, packed


@dataclass(frozen=True)
class Host:
    """A site's folder behind an address, which is known before the site is built."""

    address: str
    site: Path
    account: Account = field(default_factory=Account)


@contextmanager
def hosting(site: Path) -> Iterator[Host]:
    """Serve a folder, which may still be empty, on a free port while the block runs."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
    host = Host(f"http://127.0.0.1:{server.server_port}/", site)
    server.RequestHandlerClass = partial(_Handler, host=host)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield host
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *args: Any, host: Host) -> None:
        self.host = host
        self._head = 0
        super().__init__(*args)

    def do_GET(self) -> None:
        """Answer from the site's folder."""
        status, kind, body, packed = answer(self.host.site, self.path)
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", KEPT)
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        # Before it goes: who has the answer finds it in the account.
        self.host.account.add(Sent(urlsplit(self.path).path, self._head + len(body)))
        self.wfile.write(body)

    def flush_headers(self) -> None:
        """Note how long the head is before it goes."""
        self._head = sum(len(line) for line in getattr(self, "_headers_buffer", ()))
        super().flush_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the parent's name
        """Leave the terminal to the figures."""
