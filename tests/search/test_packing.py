"""Pagefind's files, written again in fewer bytes."""

import gzip
import json
from pathlib import Path

import pytest

from scripts.search.packing import SearchIndexError, pack, run_pagefind

PAGE = '<!doctype html><html lang="vi"><body data-pagefind-body><p>{} .</p></body></html>'
SIGNATURE = b"pagefind_dcd"


@pytest.fixture
def index(tmp_path: Path) -> Path:
    """An index of three pages as Pagefind makes it."""
    pages = tmp_path / "pages"
    pages.mkdir()
    for number, words in enumerate(("mot chung", "hai chung chung", "ba")):
        (pages / f"{number}.html").write_text(PAGE.format(words), encoding="utf-8")
    run_pagefind(pages, tmp_path / "index")
    return tmp_path / "index"


def unpacked(file: Path) -> bytes:
    data = gzip.decompress(file.read_bytes())
    assert data.startswith(SIGNATURE)
    return data.removeprefix(SIGNATURE)


def test_pages_are_named_by_their_number_and_hold_what_a_result_shows(index: Path) -> None:
    pack(index, ["một", "hai", "ba"], "g")
    shown = {file.stem: json.loads(unpacked(file))["content"] for file in (index / "fragment").iterdir()}
    assert shown == {"vi_g000000": "một", "vi_g000001": "hai", "vi_g000002": "ba"}


def test_the_list_of_pages_has_the_new_names_and_no_numbers_of_words(index: Path) -> None:
    pack(index, ["một", "hai", "ba"], "g")
    (meta,) = (unpacked(file) for file in index.glob("*.pf_meta"))
    for number in range(3):
        assert meta.count(b"\x82\x6avi_g00000%d\x01" % number) == 1


def test_only_what_a_reader_loads_is_kept(index: Path) -> None:
    names = {file.name.split(".")[0] for file in index.iterdir() if file.is_file()}
    assert names == {"pagefind", "pagefind-entry", "wasm"}
    assert {file.name for file in index.iterdir() if file.is_dir()} == {"fragment", "index"}


def test_a_text_too_few_is_an_error_and_so_is_a_page_that_the_list_does_not_name(index: Path) -> None:
    with pytest.raises(SearchIndexError, match="3 mảnh cho 4 trang"):
        pack(index, ["một", "hai", "ba", "bốn"], "g")
    with pytest.raises(SearchIndexError, match="0 trang trong danh sách của 3 trang"):
        pack(index, ["một", "hai", "ba"], "g")  # the list has the old names, of which none is left


def test_files_of_another_kind_are_refused(index: Path) -> None:
    fragment = next((index / "fragment").iterdir())
    fragment.write_bytes(gzip.compress(b"another format"))
    with pytest.raises(SearchIndexError, match="theo cách khác"):
        pack(index, ["một", "hai", "ba"], "g")


def test_what_pagefind_cannot_do_is_said(tmp_path: Path) -> None:
    with pytest.raises(SearchIndexError, match="Pagefind không lập được chỉ mục"):
        run_pagefind(tmp_path / "missing", tmp_path / "index")
