"""An index written as Pagefind reads it; what a browser makes of it is tested in test_page.py."""

import gzip
import json
from pathlib import Path

import pytest

from scripts.search import packing
from scripts.search.packing import SearchIndexError, pack, run_pagefind

SIGNATURE = b"pagefind_dcd"
POSTINGS = {"mot": [0], "chung": [0, 1, 2], "xa": [2, 300]}
SHOWN = ["một", "hai", "ba"]


def unpacked(file: Path) -> bytes:
    data = gzip.decompress(file.read_bytes())
    assert data.startswith(SIGNATURE)
    return data.removeprefix(SIGNATURE)


def words(index: Path) -> list[bytes]:
    return [unpacked(file) for file in sorted((index / "index").iterdir())]


def test_pages_are_named_by_their_number_and_hold_what_a_result_shows(tmp_path: Path) -> None:
    pack(tmp_path / "index", POSTINGS, SHOWN, "g")
    files = (tmp_path / "index" / "fragment").iterdir()
    shown = {file.name: json.loads(unpacked(file))["content"] for file in files}
    assert shown == {
        "vi_g000000.pf_fragment": "một",
        "vi_g000001.pf_fragment": "hai",
        "vi_g000002.pf_fragment": "ba",
    }


def test_a_token_has_its_pages_as_steps_from_one_to_the_next(tmp_path: Path) -> None:
    pack(tmp_path / "index", POSTINGS, SHOWN, "g")
    places = b"\x82\x38\x18\x00\x80"  # [-25, 0], []
    assert words(tmp_path / "index") == [
        b"\x81\x81\x83\x65chung\x83" + b"".join(b"\x83%c" % step + places for step in (0, 1, 1)) + b"\x80",
        b"\x81\x81\x83\x63mot\x81\x83\x00" + places + b"\x80",
        b"\x81\x81\x83\x62xa\x82\x83\x02" + places + b"\x83\x19\x01\x2a" + places + b"\x80",
    ]


def test_the_list_names_the_pages_in_their_order_and_the_files_of_tokens(tmp_path: Path) -> None:
    pack(tmp_path / "index", POSTINGS, SHOWN, "g")
    (meta,) = (unpacked(file) for file in (tmp_path / "index").glob("*.pf_meta"))
    pages = b"\x83" + b"".join(b"\x82\x6avi_g00000%d\x01" % number for number in range(3))
    files = b"\x83\x83\x65chung\x62c~\x610\x83\x63mot\x62m~\x611\x83\x62xa\x62x~\x612"
    assert meta == b"\x86\x651.5.2" + pages + files + b"\x80\x80\x80"


def test_only_what_a_reader_loads_is_kept(tmp_path: Path) -> None:
    pack(tmp_path / "index", POSTINGS, SHOWN, "g")
    kept = {file.name.split(".")[0] for file in (tmp_path / "index").iterdir()}
    assert kept == {"pagefind", "pagefind-entry", "wasm", "fragment", "index"}
    assert sum(len(list((tmp_path / "index" / folder).iterdir())) for folder in ("fragment", "index")) == 6
    entry = json.loads((tmp_path / "index" / "pagefind-entry.json").read_text(encoding="utf-8"))
    assert entry["languages"]["vi"]["page_count"] == 3


def test_a_pagefind_that_writes_otherwise_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packing, "_PLACES", (-26, 0))
    with pytest.raises(SearchIndexError, match=r"viết vi_\w+\.pf_index theo cách khác"):
        pack(tmp_path / "index", POSTINGS, SHOWN, "g")


def test_files_of_another_kind_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packing, "_SIGNATURE", b"another")
    with pytest.raises(SearchIndexError, match="theo cách khác"):
        pack(tmp_path / "index", POSTINGS, SHOWN, "g")


def test_what_pagefind_cannot_do_is_said(tmp_path: Path) -> None:
    with pytest.raises(SearchIndexError, match="Pagefind không lập được chỉ mục"):
        run_pagefind(tmp_path / "missing", tmp_path / "index")
