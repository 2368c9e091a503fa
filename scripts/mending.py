"""Mend what is mechanically wrong on pages (`check --fix`): how letters are stored, zeros, spaces in numbers.

Only what the check found and nobody accepted is mended, at the place that it names. On issued documents,
whose wording is history, only what looks the same on paper before and after.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import groupby, pairwise
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import is_normalized

from macros.document import decode
from macros.structure import Kind
from macros.vietnamese import nfc
from scripts.findings import visible
from scripts.rules import RULES, Collection, Mending, Page, Severity
from scripts.rules.acceptance import acceptances
from scripts.rules.letters import LOOKALIKES, NOT_ALIKE, with_front
from scripts.rules.links import MOST as MOST_LINKS
from scripts.rules.links import links

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from macros.library import Library
    from scripts.findings import Finding


@dataclass(frozen=True, order=True)
class Mend:
    """One change of a page: where (from 1, in code points), the rule, what stood there and what will."""

    path: str
    line: int
    column: int
    code: str
    value: str
    right: str


def mends(library: Library, found: Iterable[Finding]) -> list[Mend]:
    """Tell what can be mended of what the check found, in order and apart from each other."""
    collection = Collection(library, frozenset(), date.min)
    mendable = sorted(f for f in found if f.severity is not Severity.ACCEPTED and _how(f) is not None)
    all_mends: list[Mend] = []
    for path, several in groupby(mendable, key=lambda f: f.path):
        if path in library.documents:
            page, of_page = Page(library.documents[path], collection), list(several)
            wanted = [mend for f in of_page for mend in _of(page, f)]
            if any(f.code == COMPOSED for f in of_page):
                wanted += _composed(page)
            all_mends += _apart(sorted(mend for mend in wanted if _is_free(page, mend)))
    return all_mends


def write(docs: Path, library: Library, wanted: Iterable[Mend]) -> list[Mend]:
    """Write the mended pages, each whole or not at all, and tell what was mended.

    A page that is no longer what was checked, or is reached by a link, is left alone. Raises OSError.
    """
    done: list[Mend] = []
    for path, several in groupby(wanted, key=lambda mend: mend.path):
        file, of_page = docs / path, list(several)
        if not _is_inside(docs, file):
            continue
        data = file.read_bytes()
        if decode(data) == library.documents[path].text:
            _replace(file, mended(data.decode(), of_page).encode())
            done += of_page
    return done


def told(done: Iterable[Mend], seen: Callable[[str], str]) -> Iterator[str]:
    """Say what was mended, for staff: a line each, or one for all words of a line that were composed."""
    for (path, line, code), several in groupby(done, key=lambda mend: (mend.path, mend.line, mend.code)):
        of_line = list(several)
        place = f"{seen(path)}:{line}: {code} đã"
        if code == COMPOSED:
            words = ", ".join(visible(mend.right) for mend in of_line[:_MOST_TOLD])
            more = ", …" if len(of_line) > _MOST_TOLD else ""
            yield f"{place} chuyển {len(of_line)} chữ sang dạng dựng sẵn: {words}{more}"
        else:
            yield from (f"{place} sửa “{visible(m.value)}” thành “{visible(m.right)}”" for m in of_line)


_MOST_TOLD = 5


def mended(text: str, wanted: Iterable[Mend]) -> str:
    """Apply mends to a file's text with the line ends that it has."""
    pieces = _LINE.findall(text)
    for mend in sorted(wanted, reverse=True):
        line, start = pieces[mend.line - 1], mend.column - 1
        pieces[mend.line - 1] = line[:start] + mend.right + line[start + len(mend.value) :]
    return "".join(pieces)


_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")


def _how(found: Finding) -> Mending | None:
    return RULES[found.code].mending


def _of(page: Page, found: Finding) -> Iterator[Mend]:
    """Turn a finding into the changes that mend it; none where that is not sure."""
    if _how(found) is Mending.FORM and not _is_open(page):
        return
    value, right = found.value, found.suggestion
    line, column = page.lines[found.line - 1], found.column
    if line.startswith(("'", '"'), column - 1):  # a value of the record may stand in quotation marks
        column += 1
    if not value or not right or not line.startswith(value, column - 1):
        return
    if _looks_alike(page, value, right) or (_how(found) is Mending.FORM and _bare(value) == _bare(right)):
        yield Mend(page.path, found.line, column, found.code, value, right)


def _is_open(page: Page) -> bool:
    """Tell whether a page's wording is not signed beyond doubt: a draft, a guide, a work, an agency."""
    if page.is_paper:
        return page.raw("tinh_trang") == "dự thảo"
    return page.document.record is not None


COMPOSED = "VB101"
"""The rule on letters whose marks lie apart; it names a line, and mostly whole pages are so."""


def _composed(page: Page) -> Iterator[Mend]:
    """Compose the words of a page whose letters and marks lie apart; none that would change a sign."""
    for number, line in enumerate(page.lines, start=1):
        for match in _WORD.finditer("" if is_normalized("NFC", line) else line):
            word, right = match[0], nfc(match[0])
            if word != right and _signs(word) == _signs(right):
                yield Mend(page.path, number, match.start() + 1, COMPOSED, word, right)


_WORD = re.compile(r"(?:\w|[^\x00-\x7f])+")
"""Letters with the marks behind them, up to a space or sign: `[số](a.md)` has a word beside its address."""


def _signs(word: str) -> list[str]:
    return [sign for sign in word if sign.isascii() and not sign.isalnum()]


def _looks_alike(page: Page, value: str, right: str) -> bool:
    """Tell whether only letters of other alphabets change, in a number or among letters of ours."""
    if value.translate(LOOKALIKES) != right or (NOT_ALIKE.search(value) and not _is_open(page)):
        return False
    return bool(_LATIN.search(value) or _NUMBERED.search(value))


_LATIN = re.compile(r"[A-Za-zÀ-ÏÑ-ÖØ-ïñ-öø-ƈƊ-ɕɗ-ʯḀ-ỿ]")  # without the letters that look like đ
_NUMBERED = re.compile(r"\d[/-]\w")


def _bare(text: str) -> str:
    """Leave out the spaces and the leading zeros of a number or a date."""
    return re.sub(r"(?<!\d)0+(?=\d)", "", re.sub(r"\s+", "", text.translate(LOOKALIKES)))


def _is_free(page: Page, mend: Mend) -> bool:
    """Tell whether the place is plain text, and of a form only where it is no quotation or accepted value."""
    start = page.starts[mend.line - 1] + mend.column - 1
    end = start + len(mend.value)
    if _plain(page)[start:end] != page.text[start:end]:
        return False
    if RULES[mend.code].mending is Mending.LETTERS:
        return True
    accepted = any(mend.value in (placed.acceptance.value or "") for placed in acceptances(page))
    return not accepted and not _is_quoted(page, mend.line, start)


@lru_cache(maxsize=1)
def _plain(page: Page) -> str:
    """Give a page's text with all that is code, an address or a path blanked, at the same offsets."""
    pieces, position = [], 0
    text, found = with_front(page), links(page)
    spans = [(link.offset, link.offset + len(link.written)) for link in found]
    if len(found) == MOST_LINKS:  # what comes behind was not looked at
        spans.append((found[-1].offset, len(text)))
    for start, end in sorted([*spans, *_paths(page)]):
        pieces += [text[position:start], "\0" * (end - max(start, position))]
        position = max(position, end)
    return "".join([*pieces, text[position:]])


_PATHS = frozenset({"kem_theo", "dia_chi_cu", "dia_chi", "sua_doi_boi", "thay_the_boi"})


def _paths(page: Page) -> Iterator[tuple[int, int]]:
    """Give the places of the record's values that name pages, files and addresses."""
    entries = sorted((entry.key_place.line, key) for key, entry in page.document.front.entries.items())
    for (line, key), (following, _) in pairwise([*entries, (page.document.front.body_line, "")]):
        if key in _PATHS:
            yield (
                page.starts[line - 1],
                page.starts[following - 1] if following <= len(page.starts) else len(page.text),
            )


def _is_quoted(page: Page, line: int, offset: int) -> bool:
    """Tell whether a place is another's text: a quoted provision, a block quotation, words in “ ”."""
    if page.kinds.get(line) is Kind.QUOTE or page.lines[line - 1].lstrip().startswith(">"):
        return True
    before = page.text[page.text.rfind("\n\n", 0, offset) + 1 : offset]
    return before.count("“") > before.count("”")


def _apart(wanted: Iterable[Mend]) -> Iterator[Mend]:
    """Leave out what overlaps with a mend before it; the next round finds it again."""
    line = end = 0
    for mend in wanted:
        if mend.line != line or mend.column >= end:
            line, end = mend.line, mend.column + len(mend.value)
            yield mend


def _is_inside(docs: Path, file: Path) -> bool:
    """Tell whether a page lies in the folder of pages by itself, not through a link."""
    return not file.is_symlink() and file.resolve() == docs.resolve() / file.relative_to(docs)


def _replace(file: Path, data: bytes) -> None:
    """Put new bytes in a file's place at once, with its rights; a hidden file beside it is no page."""
    handle, name = tempfile.mkstemp(prefix=".", suffix=".tmp", dir=file.parent)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
        shutil.copymode(file, name)
        Path(name).replace(file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
