"""Write the search index of a built site: tokens for Pagefind, and beside them what the results show."""

from __future__ import annotations

import hashlib
import json
import shutil
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from macros.vietnamese import format_date
from scripts.search import words
from scripts.search.entries import Entry, facts
from scripts.search.packing import pack

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

VERSION: Final = "6"
"""Part of each index's digest: raise it when the same pages are to give another index."""

COMMON: Final = 0.3
"""A token that so large a part of the documents has tells none of them from the others: it is left out…"""

FEW: Final = 200
"""… unless so few have it that it costs nothing."""


EVERY: Final = "zzzzzzzzzzzz"
"""A token that every page has and nobody types: by it the browser asks for pages where no word was typed."""


@dataclass(frozen=True)
class Index:
    """An index in a folder of its own, named by what is in it."""

    folder: Path
    entries: int
    label: str


def write_index(entries: list[Entry], cache: Path, long_forms: Mapping[str, str], label: str = "g") -> Index:
    """Make the index of some entries, or take the one that was made of the same before.

    The label, one letter, tells its pages from those of another index that a reader's browser merges with it.
    """
    told = hashlib.sha256(f"{VERSION}{label}".encode())
    told.update(repr((entries, sorted(long_forms.items()))).encode())
    folder = cache / told.hexdigest()[:12]
    if not (folder / "columns.json").is_file():
        with TemporaryDirectory(prefix="new-", dir=cache) as place:
            _make(entries, Path(place), long_forms, label)
            shutil.rmtree(folder, ignore_errors=True)
            (Path(place) / "index").rename(folder)
    return Index(folder, len(entries), label)


def _make(entries: list[Entry], place: Path, long_forms: Mapping[str, str], label: str) -> None:
    index = place / "index"
    postings: dict[str, list[int]] = {EVERY: list(range(len(entries)))}
    for number, entry in enumerate(entries):
        for token in _tokens(entry, long_forms):
            postings.setdefault(token, []).append(number)
    common = _common(postings, len(entries))
    telling = {token: having for token, having in postings.items() if token not in common}
    pack(index, telling, [_json(_shown(entry)) for entry in entries], label)
    columns = _columns(entries) | {"common": sorted(common)}
    (index / "columns.json").write_text(_json(columns), encoding="utf-8")
    (index / "vocabulary.json").write_text(_json(_vocabulary(postings)), encoding="utf-8")


def _tokens(entry: Entry, long_forms: Mapping[str, str]) -> set[str]:
    """Give the tokens of an entry, each with the strongest field in which it stands."""
    texts = {
        words.TITLE: [entry.title, *entry.names],
        words.HEADING: [passage.text for passage, _ in entry.passages if passage.is_heading],
        words.TEXT: [facts(entry), *(passage.text for passage, _ in entry.passages)],
    }
    found: dict[str, str] = {}
    for field, parts in texts.items():
        for text in parts:
            for token in words.tokens(words.words(text, long_forms), ""):
                found.setdefault(token, field)
    own = {_with_field(token, field) for token, field in found.items()}
    for text in texts[words.TITLE]:
        own.update(words.title_tokens(words.words(text, long_forms)))
    named = {f"{words.NAMED_NUMBER}{key}" for text in texts[words.TEXT] for key in words.numbers(text)}
    return own | named | set(words.own_number_tokens(entry.number) if entry.number else ())


def _with_field(token: str, field: str) -> str:
    first, second, *marks = token.split("z")
    return f"{first}z{second}z{field}{'z'.join(marks)}"


def _common(postings: Mapping[str, list[int]], pages: int) -> set[str]:
    most = max(FEW, COMMON * pages)
    return {token for token, having in postings.items() if len(having) > most and token != EVERY}


def _shown(entry: Entry) -> dict[str, object]:
    """Give what the browser needs to rank a result exactly and to show it."""
    return {
        "address": entry.address,
        "kind": entry.kind,
        "title": entry.title,
        "number": entry.number,
        "date": format_date(entry.issued_on) if entry.issued_on else "",
        "year": entry.year,
        "issuer": entry.issuer,
        "status": entry.status,
        "names": list(entry.names),
        "passages": [
            [passage.ident, place, passage.text, int(passage.is_heading)] for passage, place in entry.passages
        ],
    }


def _columns(entries: list[Entry]) -> dict[str, object]:
    """Give the properties by which results are narrowed, entry by entry in the index's order."""
    properties = {
        "kind": [[entry.kind] for entry in entries],
        "year": [[str(entry.year)] if entry.year else [] for entry in entries],
        "issuer": [[entry.issuer] if entry.issuer else [] for entry in entries],
        "field": [list(entry.fields) for entry in entries],
        "status": [[entry.status] if entry.status else [] for entry in entries],
    }
    columns: dict[str, object] = {"dates": _differences([_day(entry) for entry in entries])}
    for name, values in properties.items():
        known = list(dict.fromkeys(value for row in values for value in row))
        places = {value: place for place, value in enumerate(known)}
        columns[name] = {"values": known, "rows": [[places[value] for value in row] for row in values]}
    return columns


def _day(entry: Entry) -> int:
    """Write a day as a number that orders: 20210107; the year alone as 20210000."""
    if entry.issued_on:
        return entry.issued_on.year * 10000 + entry.issued_on.month * 100 + entry.issued_on.day
    return (entry.year or 0) * 10000


def _differences(days: list[int]) -> list[int]:
    """Write each number as what it lies below the one before: small numbers, few bytes."""
    return [before - day for before, day in pairwise([0, *days])]


def _vocabulary(tokens: Iterable[str]) -> list[str]:
    """Give the pairs of words in titles and headings, for those who mistype one."""
    found: set[str] = set()
    for first, second, rest, *_ in (token.split("z") for token in tokens if token.count("z") == 4):
        if rest[:1] in {words.TITLE, words.HEADING} and first and second:
            found.add(f"{first} {second}")
    return sorted(found)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
