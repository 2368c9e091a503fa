"""Compare the addresses of two releases: what readers could open before must lead somewhere after."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from posixpath import dirname, normpath
from typing import Final

from macros.library import ASSETS

MADE: Final = ("assets/", "tim-kiem/chi-muc/", "search/")
"""Folders of files that pages fetch for themselves; their names change with their content."""

NO_ADDRESSES: Final = re.compile(r"404\.html|ban-dung\.json|sitemap[^/]*\.xml|(.*/)?\.[^/]+.*")
SUFFIXES: Final = (".html", ".json", ".xml", *sorted(ASSETS))

_ID: Final = re.compile(rb"""<[a-zA-Z][^<>]*?\sid=(?:"([^"]+)"|'([^']+)'|([^\s"'>]+))""")
_REFRESH: Final = re.compile(rb"""<meta http-equiv="refresh" content="0; ?url=([^"]+)">""")


@dataclass(frozen=True)
class Tree:
    """The files of a release: something that tells each one's content, by path, and a way to read one."""

    files: Mapping[str, str]
    read: Callable[[str], bytes]


@dataclass(frozen=True)
class Lost:
    """What readers could open before and cannot now: addresses, and places (`address#id`) on pages."""

    addresses: tuple[str, ...]
    places: tuple[str, ...]


def lost(old: Tree, new: Tree) -> Lost:
    """Find the addresses of the old release that the new one lacks, and the ids that its pages lost."""
    addresses = [_address(path) for path in _addressed(old) if path not in new.files]
    places = [
        f"{_address(path)}#{ident}"
        for path in _addressed(old)
        if path.endswith(".html") and path in new.files and old.files[path] != new.files[path]
        for ident in sorted(_ids(old, path) - _ids(new, path))
    ]
    return Lost(tuple(addresses), tuple(places))


def _addressed(tree: Tree) -> Iterator[str]:
    for path in sorted(tree.files):
        if path.endswith(SUFFIXES) and not path.startswith(MADE) and not NO_ADDRESSES.fullmatch(path):
            yield path


def _address(path: str) -> str:
    return f"/{path.removesuffix('index.html')}"


def _ids(tree: Tree, path: str) -> frozenset[str]:
    """Give the ids that an address may name on a page; of a redirect those of the page it leads to."""
    page = tree.read(path)
    if redirect := _REFRESH.search(page):
        target = normpath(f"{dirname(path)}/{html.unescape(redirect[1].decode())}/index.html").lstrip("/")
        page = tree.read(target) if target in tree.files else b""
    found = (html.unescape((a or b or c).decode()) for a, b, c in _ID.findall(page))
    return frozenset(ident for ident in found if not ident.startswith("__"))  # the theme's own
