"""Cut text into the tokens by which it is found; `words.js` in overrides/assets/tim-kiem/ does the same.

Two neighbouring words are one token, so that a token is nearly a phrase and common syllables cost little:
`viễn thông` is `vienzthongz` + the field in which it stands + the marks. Without marks one asks for the
beginning of a token, with marks for all of it. No Vietnamese syllable has a `z`.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from macros.citing.grammar import CODED_NUMBER

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

TITLE, HEADING, TEXT = "t", "u", "x"
"""Where a token stands: in the title, in a provision's heading, elsewhere; a document has a token once."""

OWN_NUMBER, NAMED_NUMBER = "wz", "vz"
"""What begins the token of a document's own number, and of a number that its text names."""

IN_TITLE: Final = "yz"
"""What begins the token of a word that stands in the title, whatever its neighbours."""

_WORD: Final = re.compile(r"[^\W_]+")
_JOINED: Final = re.compile(r"[^\W_]+(?:[&-][^\W_]+)*")
_LAST_Y: Final = re.compile(r"(qu|[hklmst])y")
_NUMBER: Final = re.compile(rf"(?<!\w){CODED_NUMBER}")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_TONES: Final = {"\u0300": "f", "\u0301": "s", "\u0309": "r", "\u0303": "x", "\u0323": "j"}
_SHAPES: Final = {"\u0302": "a", "\u031b": "w", "\u0306": "e", "\u0335": "d"}


@dataclass(frozen=True, slots=True)
class Word:
    """A word without marks, and its marks: where each letter's own stands, then the tone."""

    plain: str
    marks: str


def words(text: str, long_forms: Mapping[str, str]) -> list[Word]:
    """Cut text into words without document numbers, abbreviations in full where spelled as in the list."""
    found: list[Word] = []
    for joined in _JOINED.findall(_NUMBER.sub(" ", unicodedata.normalize("NFC", text))):
        full = long_forms.get(joined)
        if full or joined.isalnum():
            found += [read(part) for part in (_WORD.findall(full) if full else (joined,))]
        elif full := long_forms.get(joined.replace("&", "").replace("-", "")):  # TT&TT, KT-XH
            found += map(read, _WORD.findall(full))
        else:
            parts = _WORD.findall(joined)
            found += [read(word) for part in parts for word in _WORD.findall(long_forms.get(part, part))]
    return found


@lru_cache(maxsize=65_536)
def read(word: str) -> Word:
    """Take a word's marks off: `viễn` is `vien` with the marks `2ax` (ê is the third letter; ngã).

    `kỹ` and `kĩ`, `quý` and `quí` are one word.
    """
    plain, shapes, tone = "", "", ""
    for sign in unicodedata.normalize("NFD", word.lower().replace("đ", "d\u0335")):
        if sign in _TONES:
            tone = _TONES[sign]
        elif sign in _SHAPES:
            shapes += f"{len(plain) - 1}{_SHAPES[sign]}"
        elif sign.isascii():
            plain += sign
    return Word(f"{plain[:-1]}i" if _LAST_Y.fullmatch(plain) else plain, shapes + tone)


def tokens(found: list[Word], field: str) -> Iterator[str]:
    """Yield a token for each two neighbours and one for the last word."""
    for first, second in pairwise([*found, Word("", "")]):
        yield f"{first.plain}z{second.plain}z{field}{first.marks}z{second.marks}z"


def title_tokens(found: list[Word]) -> Iterator[str]:
    """Yield a token for each word of a title, by which one finds those that are asked for out of order."""
    for word in found:
        yield f"{IN_TITLE}{word.plain}z"


def numbers(text: str) -> Iterator[str]:
    """Yield each document number in a text as the key by which it is found: `749zqdzttgz`."""
    for match in _NUMBER.finditer(unicodedata.normalize("NFC", text)):
        yield number_key(match[0])


def number_key(number: str) -> str:
    """Write a number as a key: `30/2020/NĐ-CP` is `30z2020zndzcpz`."""
    parts = [read(part).plain for part in _WORD.findall(number)]
    return "".join(f"{part.lstrip('0') or '0'}z" if part.isdigit() else f"{part}z" for part in parts if part)


def own_number_tokens(number: str) -> list[str]:
    """Give the tokens of a document's own number: with the year that it may hold, and without."""
    parts = number_key(number).split("z")[:-1]
    without = [part for place, part in enumerate(parts) if not (place == 1 and _YEAR.fullmatch(part))]
    return list(dict.fromkeys(f"{OWN_NUMBER}{'z'.join(form)}z" for form in (parts, without)))
