"""Name a built site's own styles, scripts and fonts after their content, so that browsers may keep them.

What a page or another such file refers to gets eight digits of its content's hash into its name, and every
reference follows. The theme's own files carry such digits already.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from posixpath import dirname, normpath, relpath
from typing import Final

FOLDER: Final = "assets"
NAMED: Final = re.compile(r"\.[0-9a-f]{8}(?:\.min)?\.[a-z0-9]+$")

# Where a page, a style sheet and a script name another file.
_TAG: Final = re.compile(rb"<(?:link|script|img|source)\b[^<>]*>", re.IGNORECASE)
_IN_TAG: Final = re.compile(rb"""(\b(?:href|src)=)(["']?)([^"'\s>?#]+)""", re.IGNORECASE)
_IN_STYLE: Final = re.compile(rb"""((?:url\(|@import)\s*)(["']?)([^"')\s?#]+)""", re.IGNORECASE)
_IN_SCRIPT: Final = re.compile(rb"""(\b(?:from|import)\s*\(?\s*)(["'`])(\.{1,2}/[^"'`\s?#]+)""")

_REFERENCES: Final = {".css": _IN_STYLE, ".js": _IN_SCRIPT, ".mjs": _IN_SCRIPT}
_SUFFIXES: Final = (*_REFERENCES, ".woff2")


class FingerprintError(Exception):
    """Files of the site refer to each other in a way that no name can follow; the message says which."""


def fingerprint(site: Path) -> dict[str, str]:
    """Rename the files that pages use and write the new names wherever they stand; return old to new.

    Raises FingerprintError for files that need each other in a circle, or name one in a way we cannot follow.
    """
    plain = {path for path in _assets(site) if not NAMED.search(path)}
    pages = sorted(site.rglob("*.html"))
    used = _used(pages, plain)
    names: dict[str, str] = {}
    for path in used:
        _rename(site, path, plain, names, ())
    if names:
        for page in pages:
            _rewrite(page, names)
    return names


def _assets(site: Path) -> Iterator[str]:
    folder = site / FOLDER
    for file in sorted(folder.rglob("*")) if folder.is_dir() else ():
        if file.suffix in _SUFFIXES and file.is_file():
            yield file.relative_to(site).as_posix()


def _used(pages: list[Path], plain: set[str]) -> list[str]:
    """Find which of the plain files some page refers to."""
    found: set[str] = set()
    for page in pages:
        for tag in _TAG.findall(page.read_bytes()):
            found.update(path for *_, written in _IN_TAG.findall(tag) if (path := _asset(written)) in plain)
    return sorted(found)


def _asset(written: bytes) -> str:
    """Give the path below the site's root: a page lies anywhere, an asset always below its own folder."""
    address = written.decode("utf-8", "replace")
    _, slash, rest = f"/{address}".rpartition(f"/{FOLDER}/")
    return f"{FOLDER}/{rest}" if slash and "://" not in address else ""


def _rename(site: Path, path: str, plain: set[str], names: dict[str, str], users: tuple[str, ...]) -> str:
    """Rename a file once those that it refers to have their names; return its new path."""
    if path in users:
        raise FingerprintError(f"Các tệp {', '.join((*users, path))} cần nhau thành vòng. Hãy gộp lại.")
    if path in names:
        return names[path]
    file = site / path
    content = file.read_bytes()
    if pattern := _REFERENCES.get(file.suffix):

        def renamed(match: re.Match[bytes]) -> bytes:
            target = normpath(f"{dirname(path)}/{match[3].decode()}")
            if target not in plain:
                return match[0]
            new = relpath(_rename(site, target, plain, names, (*users, path)), dirname(path))
            return match[1] + match[2] + (new if new.startswith(".") else f"./{new}").encode()

        content = pattern.sub(renamed, content)
        _all_followed(path, content, plain)
    stem, _, suffix = path.rpartition(".")
    names[path] = f"{stem}.{hashlib.sha256(content).hexdigest()[:8]}.{suffix}"
    file.write_bytes(content)
    file.rename(site / names[path])
    return names[path]


def _all_followed(path: str, content: bytes, plain: set[str]) -> None:
    """Refuse a script that puts another's name together itself: after the renaming it would find nothing."""
    for other in plain:
        name = other.rpartition("/")[2].encode()
        if other.endswith((".js", ".mjs")) and re.search(
            rb"""["'`/]""" + re.escape(name) + rb"""["'`]""", content
        ):
            raise FingerprintError(
                f'{path} nhắc tới {other} theo cách không đổi tên được. Hãy viết: import … from "./tên.js"'
            )


def _rewrite(page: Path, names: Mapping[str, str]) -> None:
    content = page.read_bytes()

    def address(match: re.Match[bytes]) -> bytes:
        old = _asset(match[3])
        if old not in names:
            return match[0]
        return match[1] + match[2] + match[3].removesuffix(old.encode()) + names[old].encode()

    new = _TAG.sub(lambda tag: _IN_TAG.sub(address, tag[0]), content)
    if new != content:
        page.write_bytes(new)
