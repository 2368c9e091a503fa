"""Run Pagefind over pages of tokens, and write what it made in fewer bytes, with what the results show."""

from __future__ import annotations

import gzip
import json
import re
import subprocess
import sys
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

# Pagefind writes CBOR. A page in the list of all pages: its name, and how many words it has, by which its own
# ranking goes and ours does not.
_PAGE: Final = re.compile(rb"\x82\x6a(vi_[0-9a-f]{7})(?:[\x00-\x17]|\x18.|\x19..|\x1a....)", re.DOTALL)
_ONE_WORD: Final = b"\x01"

# In a list of words: that a page has a word once, where; the same for the first place.
_PLACES: Final = re.compile(rb"\x82\x38\x18(?:[\x00-\x17]|\x18.|\x19..|\x1a....)\x80", re.DOTALL)
_NO_PLACE: Final = b"\x82\x38\x18\x00\x80"

_SIGNATURE: Final = b"pagefind_dcd"
_RUNTIME: Final = ("pagefind.js", "wasm.unknown.pagefind")


class SearchIndexError(Exception):
    """Pagefind could not make the index, or made another than we know how to read."""


def run_pagefind(pages: Path, index: Path) -> None:
    """Index a folder of pages into another; raise SearchIndexError in Pagefind's own words."""
    command = [sys.executable, "-m", "pagefind", "--site", str(pages), "--output-path", str(index)]
    command += ["--force-language", "vi", "--silent"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", check=False)
    if done.returncode or not (index / "pagefind-entry.json").is_file():
        raise SearchIndexError(f"Pagefind không lập được chỉ mục: {done.stdout}{done.stderr}")
    for file in index.iterdir():
        if file.is_file() and not file.name.startswith(("pagefind-entry.", "pagefind.vi_", *_RUNTIME)):
            file.unlink()


def pack(index: Path, shown: Sequence[str], label: str) -> None:
    """Write an index in fewer bytes: the page `/7.html` gets text 7 and, with label g, the name `vi_g000007`.

    Such names say by themselves which entry a page is; made of digests, they are half of what a reader loads
    before a first query. The folder's name holds a digest of everything, so no browser keeps an old file.
    Raises SearchIndexError when Pagefind wrote otherwise than we know.
    """
    names = _fill_fragments(index / "fragment", shown, label)
    for file in index.glob("*.pf_meta"):
        _rewrite(file, lambda plain: _with_names(plain, names))
    for file in (index / "index").iterdir():
        _rewrite(file, lambda plain: _PLACES.sub(_NO_PLACE, plain))


def _fill_fragments(folder: Path, shown: Sequence[str], label: str) -> dict[bytes, bytes]:
    """Put what a result shows in place of the tokens that found it; return pages' new names by the old."""
    names: dict[bytes, bytes] = {}
    for file in sorted(folder.iterdir()):
        fragment = json.loads(_unpacked(file))
        number = int(fragment["url"].strip("/").removesuffix(".html"))
        fragment["content"] = shown[number]
        new = file.with_name(f"vi_{label}{number:06}.{file.suffix.lstrip('.')}")
        names[file.stem.encode()] = new.stem.encode()
        text = json.dumps(fragment, ensure_ascii=False, separators=(",", ":"))
        new.write_bytes(_packed(text.encode()))
        file.unlink()
    if len(names) != len(shown):
        raise SearchIndexError(f"Pagefind lập {len(names)} mảnh cho {len(shown)} trang.")
    return names


def _with_names(plain: bytes, names: Mapping[bytes, bytes]) -> bytes:
    """Write the list of pages with their new names, all of them of one length."""
    found: set[bytes] = set()

    def renamed(match: re.Match[bytes]) -> bytes:
        if match[1] not in names:
            return match[0]
        found.add(match[1])
        return b"\x82\x6a" + names[match[1]] + _ONE_WORD

    new = _PAGE.sub(renamed, plain)
    if found != names.keys():
        raise SearchIndexError(f"Pagefind kể {len(found)} trang trong danh sách của {len(names)} trang.")
    return new


def _rewrite(file: Path, change: Callable[[bytes], bytes]) -> None:
    file.write_bytes(_packed(change(_unpacked(file))))


def _unpacked(file: Path) -> bytes:
    data = gzip.decompress(file.read_bytes())
    if not data.startswith(_SIGNATURE):
        raise SearchIndexError(f"Pagefind viết {file.name} theo cách khác với bản đã biết.")
    return data.removeprefix(_SIGNATURE)


def _packed(plain: bytes) -> bytes:
    return gzip.compress(_SIGNATURE + plain, 9, mtime=0)
