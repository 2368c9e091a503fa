"""The index of a few entries, as we write it for Pagefind."""

import gzip
import json
from datetime import date
from pathlib import Path

import pytest

from scripts.search.entries import Entry
from scripts.search.index import EVERY, write_index
from scripts.search.packing import SearchIndexError
from scripts.search.passages import Passage


def entry(address: str, title: str, year: int | None = 2021, text: str = "Giao Sở Tài chính") -> Entry:
    return Entry(
        address=address,
        kind="Quyết định",
        title=title,
        number="12/QĐ-UBND",
        issued_on=date(year, 2, 5) if year else None,
        year=year,
        issuer="UBND tỉnh",
        fields=("Viễn thông",),
        status="còn hiệu lực",
        names=(),
        passages=((Passage("dieu-1", text), "Điều 1"),),
    )


ENTRIES = [entry("b/", "Kế hoạch trồng rừng"), entry("a/", "Đề án viễn thông", 2020)]


def unpacked(folder: Path, kind: str) -> list[bytes]:
    return [gzip.decompress(file.read_bytes()) for file in sorted((folder / kind).iterdir())]


def test_a_fragment_holds_what_a_result_shows_and_not_the_tokens(tmp_path: Path) -> None:
    index = write_index(ENTRIES, tmp_path, {})
    fragments = [
        json.loads(data.removeprefix(b"pagefind_dcd")) for data in unpacked(index.folder, "fragment")
    ]
    shown = {one["address"]: one for one in (json.loads(fragment["content"]) for fragment in fragments)}
    assert sorted(shown) == ["a/", "b/"]
    assert shown["b/"]["date"] == "05/02/2021"
    assert shown["b/"]["passages"] == [["dieu-1", "Điều 1", "Giao Sở Tài chính", 0]]


def test_the_index_has_the_tokens_without_their_places(tmp_path: Path) -> None:
    files = unpacked(write_index(ENTRIES, tmp_path, {}).folder, "index")
    for token in (b"vienzthongzt2axz2azz"[:-1], b"wz12zqdzubndz", b"taizchinhzxfzsz"[:-1]):
        assert any(token in file for file in files), token
    (every,) = (file[file.index(EVERY.encode()) :] for file in files if EVERY.encode() in file)
    assert every.count(b"\x82\x38\x18\x00\x80") == len(ENTRIES)


def test_the_same_entries_are_not_indexed_again_and_others_are(tmp_path: Path) -> None:
    first = write_index(ENTRIES, tmp_path, {})
    stamp = (first.folder / "pagefind-entry.json").stat().st_mtime_ns
    again = write_index(list(ENTRIES), tmp_path, {})
    assert again.folder == first.folder
    assert (again.folder / "pagefind-entry.json").stat().st_mtime_ns == stamp
    changed = [ENTRIES[0], entry("a/", "Đề án viễn thông", 2020, "Giao Sở Nội vụ")]
    assert write_index(changed, tmp_path, {}).folder != first.folder
    assert write_index(ENTRIES, tmp_path, {"CNTT": "công nghệ thông tin"}).folder != first.folder


def test_an_index_made_anew_is_the_same_to_the_byte(tmp_path: Path) -> None:
    made = []
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        folder = write_index(ENTRIES, tmp_path / name, {}).folder
        made.append({str(f.relative_to(folder)): f.read_bytes() for f in folder.rglob("*") if f.is_file()})
    assert made[0] == made[1]


def test_the_columns_stand_in_the_order_from_new_to_old(tmp_path: Path) -> None:
    columns = json.loads((write_index(ENTRIES, tmp_path, {}).folder / "columns.json").read_text())
    assert columns["year"] == {"values": ["2021", "2020"], "rows": [[0], [1]]}
    assert columns["dates"] == [-20210205, 10000]


def test_what_pagefind_cannot_do_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", "false")
    with pytest.raises(SearchIndexError, match="Pagefind không lập được chỉ mục"):
        write_index(ENTRIES, tmp_path, {})
    assert [path for path in tmp_path.iterdir() if path.name.startswith("new-")] == []
