"""Write an index as the files that Pagefind reads in a browser, without its reading every page for them.

From a sample Pagefind itself makes its runtime and its files; what we write of the sample must be the same.
Written by us the pages come in our order and under short names, a file has few tokens, and what a result
shows takes the place of the text in which Pagefind found it. It saves most of the time, memory and bytes.
"""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any, Final

from cbor2 import dumps

from scripts.search.chunks import cut, names

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

_SIGNATURE: Final = b"pagefind_dcd"
_RUNTIME: Final = ("pagefind.js", "wasm.unknown.pagefind")
_ENTRY: Final = "pagefind-entry.json"
_LANGUAGE: Final = "vi"
_SAMPLE: Final = "mot"
_SAMPLE_PAGE: Final = (
    f'<!doctype html><html lang="{_LANGUAGE}"><body data-pagefind-body><p>{_SAMPLE}</p></body></html>'
)

_PLACES: Final = (-25, 0)
"""Of a page that has a token: the usual weight, and the first place."""


class SearchIndexError(Exception):
    """Pagefind could not make the index, or made another than we know how to write."""


def pack(index: Path, postings: Mapping[str, Sequence[int]], shown: Sequence[str], label: str) -> None:
    """Write an index into a new folder: tokens with the pages that have them, in order, and the pages' texts.

    Page 7 is named `vi_g000007` with label g, so that its name says which it is. The folder's name holds a
    digest of everything, so no browser keeps an old file. Raises SearchIndexError where Pagefind fails.
    """
    fragment, version = _runtime(index)
    pages = [f"{_LANGUAGE}_{label}{number:06}" for number in range(len(shown))]
    for page, text in zip(pages, shown, strict=True):
        told = json.dumps(fragment | {"content": text}, ensure_ascii=False, separators=(",", ":"))
        _write(index / "fragment" / f"{page}.pf_fragment", told.encode())
    files = cut({token: len(having) for token, having in postings.items()})
    for number, file in enumerate(files):
        _write(index / "index" / f"{number}.pf_index", _words((token, postings[token]) for token in file))
    places = [(first, last, str(number)) for number, (first, last) in enumerate(names(files))]
    entry = json.loads((index / _ENTRY).read_text(encoding="utf-8"))
    language = entry["languages"][_LANGUAGE]
    language["page_count"] = len(pages)
    _write(index / f"pagefind.{language['hash']}.pf_meta", _meta(version, pages, places))
    (index / _ENTRY).write_text(json.dumps(entry, ensure_ascii=False), encoding="utf-8")


def run_pagefind(pages: Path, index: Path) -> None:
    """Index a folder of pages into another; raise SearchIndexError in Pagefind's own words."""
    command = [sys.executable, "-m", "pagefind", "--site", str(pages), "--output-path", str(index)]
    command += ["--force-language", _LANGUAGE, "--silent"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", check=False)
    if done.returncode or not (index / _ENTRY).is_file():
        raise SearchIndexError(f"Pagefind không lập được chỉ mục: {done.stdout}{done.stderr}")


def _runtime(index: Path) -> tuple[dict[str, Any], str]:
    """Let Pagefind index a sample; leave its runtime, give a text's other properties and the version.

    Raises SearchIndexError when its files are not what we would have written.
    """
    sample = index.with_name(f"{index.name}-mau")
    sample.mkdir(parents=True)
    (sample / "0.html").write_text(_SAMPLE_PAGE, encoding="utf-8")
    run_pagefind(sample, index)
    (text,), (words,) = (list((index / folder).iterdir()) for folder in ("fragment", "index"))
    (meta,) = index.glob("*.pf_meta")
    version = str(json.loads((index / _ENTRY).read_text(encoding="utf-8"))["version"])
    fragment: dict[str, Any] = json.loads(_read(text))
    _compare(words, _words([(_SAMPLE, [0])]))
    _compare(meta, _meta(version, [text.stem], [(_SAMPLE, _SAMPLE, words.stem)]))
    for file in (*index.iterdir(), text, words):
        if file.is_file() and file.name not in {*_RUNTIME, _ENTRY}:
            file.unlink()
    return fragment | {"url": "/"}, version


def _compare(file: Path, ours: bytes) -> None:
    if _read(file) != ours:
        raise SearchIndexError(f"Pagefind viết {file.name} theo cách khác với bản đã biết.")


def _meta(version: str, pages: Sequence[str], files: Iterable[tuple[str, str, str]]) -> bytes:
    """Write the list of pages, each with its number of words, by which we do not rank, and that of files."""
    return dumps([version, [[page, 1] for page in pages], list(files), [], [], []])


def _words(postings: Iterable[tuple[str, Sequence[int]]]) -> bytes:
    """Write a file of tokens, each with its pages, told as steps from one to the next, and no variants."""
    return dumps([[[token, list(map(_page, [0, *pages], pages)), []] for token, pages in postings]])


def _page(before: int, page: int) -> list[object]:
    return [page - before, _PLACES, []]


def _read(file: Path) -> bytes:
    data = gzip.decompress(file.read_bytes())
    if not data.startswith(_SIGNATURE):
        raise SearchIndexError(f"Pagefind viết {file.name} theo cách khác với bản đã biết.")
    return data.removeprefix(_SIGNATURE)


def _write(file: Path, plain: bytes) -> None:
    file.write_bytes(gzip.compress(_SIGNATURE + plain, 9, mtime=0))
