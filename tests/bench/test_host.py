"""The bench's host: what a static host sends, and every byte of it in the account."""

import gzip
from pathlib import Path
from urllib.request import Request, urlopen

import pytest

from scripts.bench.host import Sent, answer, hosting

TEXT = "Quyết định " * 200


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for path, text in {
        "index.html": TEXT,
        "404.html": "không có",
        "a/index.html": TEXT,
        "f.woff2": "chữ",
    }.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("address", "status", "kind", "text"),
    [
        ("/", 200, "text/html; charset=utf-8", TEXT),
        ("/a/?q=b", 200, "text/html; charset=utf-8", TEXT),
        ("/b/", 404, "text/html; charset=utf-8", "không có"),
        ("/a/../../secret", 404, "text/html; charset=utf-8", "không có"),
    ],
)
def test_pages_are_sent_compressed(site: Path, address: str, status: int, kind: str, text: str) -> None:
    said, type_, body, packed = answer(site, address)

    assert (said, type_, packed, gzip.decompress(body).decode()) == (status, kind, True, text)


def test_fonts_are_sent_as_they_are(site: Path) -> None:
    assert answer(site, "/f.woff2") == (200, "font/woff2", "chữ".encode(), False)


def test_the_account_has_every_byte_once(site: Path) -> None:
    with hosting(site) as host:
        with urlopen(Request(f"{host.address}a/")) as page:
            body = page.read()
        sent = host.account.taken()

        assert [(one.path, one.kind) for one in sent] == [("/a/", "HTML")]
        assert len(body) + 150 < sent[0].size < len(body) + 400
        assert host.account.taken() == []


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "HTML"),
        ("/a.css", "CSS"),
        ("/b.js", "JavaScript"),
        ("/c.woff2", "fonts"),
        ("/d.webmanifest", "other"),
    ],
)
def test_what_is_sent_is_sorted_by_its_name(path: str, kind: str) -> None:
    assert Sent(path, 1).kind == kind
