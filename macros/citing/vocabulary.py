"""Read the words of citations from the files beside this one, and write them as patterns."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from macros.vietnamese import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_FOLDER: Final = Path(__file__).parent

_TONES: Final = dict(
    pair.split("-")
    for pair in (
        "òa-oà óa-oá ỏa-oả õa-oã ọa-oạ òe-oè óe-oé ỏe-oẻ õe-oẽ ọe-oẹ ùy-uỳ úy-uý ủy-uỷ ũy-uỹ ụy-uỵ"
    ).split()
)
"""The two schools of placing tone marks: what our files write, and the other."""

_TOKEN: Final = re.compile(f"(?:{'|'.join(_TONES)})(?![^\\W\\d_])|\\s-\\s|.", re.DOTALL | re.IGNORECASE)

LETTER: Final = r"[^\W\d_]"
UPPER: Final = "A-ZĐÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
LOWER: Final = "a-zđ" + UPPER[4:].lower()


Tree: TypeAlias = dict[str, "Tree"]


@dataclass(frozen=True, slots=True)
class WorkType:
    """A type of document: its name, the way it is cited, the codes of its numbers, its printed forms.

    `bodies` are codes of bodies that stand alone in old numbers: `Nghị định 12/CP`; `*` is any code.
    """

    name: str
    kind: str
    codes: frozenset[str]
    bodies: frozenset[str]
    forms: tuple[str, ...]


def read_types() -> tuple[WorkType, ...]:
    """Read the types of documents that are cited."""
    with (_FOLDER / "types.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            WorkType(
                row["type"],
                row["kind"],
                frozenset(filter(None, row["codes"].upper().split("|"))),
                frozenset(filter(None, row["bodies"].upper().split("|"))),
                (row["type"], *filter(None, row["forms"].split("|"))),
            )
            for row in csv.DictReader(file)
        )


def read_words(name: str) -> dict[str, tuple[str, ...]]:
    """Read a file of words, one a line, into its sections; what stands before any is under ""."""
    sections: dict[str, list[str]] = {"": []}
    section = sections[""]
    for line in (_FOLDER / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = sections.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            section.append(line)
    return {key: tuple(words) for key, words in sections.items()}


def in_all_cases(words: Iterable[str]) -> set[str]:
    """Give words as they are, in small letters, in capitals, and with capitals first; short forms stay."""
    return {form for word in words for form in ({word} if is_short(word) else _cases(word))}


def is_short(word: str) -> bool:
    """Tell whether a word is a short form, which has one spelling: `QĐ`, `TTr`."""
    return len(word) > 1 and word[1].isupper()


def _cases(word: str) -> set[str]:
    """Give "Thông tư liên tịch", "Thông tư Liên tịch", "thông tư liên bộ", "THÔNG TƯ LIÊN TỊCH"."""
    syllables = [(syllable.lower(), syllable.capitalize()) for syllable in word.split(" ")]
    if len(syllables) > _MOST_CASED:
        each = " ".join(capital for _, capital in syllables)
        return {word, word.lower(), word.upper(), word[0].upper() + word[1:], each}
    return {word, word.upper(), *(" ".join(chosen) for chosen in product(*syllables))}


_MOST_CASED: Final = 4
"""A word of more syllables is looked for in its usual cases only."""


def any_of(words: Iterable[str], gap: str = r"\s++") -> str:
    """Write a pattern for the longest of the words: both tone schools, white space between syllables.

    Where they begin with many letters, one look at the first saves the tries of each.
    """
    words = list(words)
    initials = {first for word in words for first in _INITIALS.get(word[:2], word[:1])}
    guard = f"(?=[{re.escape(''.join(sorted(initials)))}])" if len(initials) > _MANY else ""
    tree: Tree = {}
    for word in words:
        node = tree
        for token in tokens(word, gap):
            node = node.setdefault(token, {})
        node[""] = {}
    return guard + _branches(tree)


_MANY: Final = 8
_INITIALS: Final = {"Ủy": "ỦU", "ủy": "ủu"}
"""Where the schools of tone marks differ in the very first letter: `Ủy ban`, `Uỷ ban`."""

# What stands for what a title is written with in more ways than one, until its pattern is made.
_JOINT: Final = re.compile(r"(?:;|,(?: và)?| và| -) ")
_EITHER: Final = {
    # "Phòng, chống", "Phòng chống"; "Kế toán và thống kê", "kế toán, thống kê", "kế toán-thống kê"
    "\ue000": r"(?:(?:\s*+[,;])?+\s++(?:(?:và|&)\s++)?+|\s*+[-–&]\s*+)",
    "\ue001": "[ĩỹ]",
    "\ue002": "[yi]",
    "\ue003": "[ýí]",
    # blanks within brackets: "trong nước ( sửa đổi )"
    r"\(": r"\(\s*+",
    r"\)": r"\s*+\)",
}
_I_OR_Y: Final = {"sĩ": "s\ue001", "kỹ": "k\ue001", "quy": "qu\ue002", "lý": "l\ue003"}
_OF_I_OR_Y: Final = re.compile(rf"\b(?:{'|'.join(_I_OR_Y)})\b")


def write_titles(titles: Iterable[str], spellings: Iterable[str]) -> str:
    """Write a pattern for titles of laws, in small letters, with `và` for a comma, `sỹ`, and short forms.

    A spelling is `Hội đồng nhân dân = HĐND`; it holds for whole words, alone and together with others.
    """
    written = {title.lower() for title in titles}
    for spelling in spellings:
        usual, other = spelling.lower().split(" = ")
        word = re.compile(rf"\b{usual}\b")
        written |= {word.sub(other, title) for title in written}
    return _in_either_way(any_of(sorted({_marked(title) for title in written})))


def _marked(title: str) -> str:
    """Put the signs that stand for several ways of writing."""
    return _OF_I_OR_Y.sub(lambda syllable: _I_OR_Y[syllable[0]], _JOINT.sub("\ue000", title))


def _in_either_way(pattern: str) -> str:
    for sign, ways in _EITHER.items():
        pattern = pattern.replace(sign, ways)
    return pattern


def tokens(word: str, gap: str) -> Iterator[str]:
    """Cut a word into the patterns of its letters."""
    for match in _TOKEN.finditer(word):
        letters = match[0]
        if len(letters) == 1 and letters.isalnum():  # nearly all: no letter of a word needs to be escaped
            yield letters
        elif letters.isspace():
            yield gap
        elif letters == " - ":
            yield r"\s*+[-–]\s*+"
        elif letters == ",":
            yield r"\s*+,"
        elif len(letters) == 2:
            yield _both_schools(letters)
        else:
            yield re.escape(letters)


def _both_schools(letters: str) -> str:
    """Write the pattern of `òa` in the letters' case."""
    other = _TONES[letters.lower()]
    cased = "".join(o.upper() if letter.isupper() else o for letter, o in zip(letters, other, strict=True))
    return f"(?:{letters}|{cased})"


def _branches(tree: Tree) -> str:
    """Write a tree of tokens as nested alternatives, the longer ones first."""
    ways = [token + _branches(rest) for token, rest in tree.items() if token]
    if not ways:
        return ""
    pattern = ways[0] if len(ways) == 1 and "" not in tree else f"(?:{'|'.join(ways)})"
    return f"{pattern}?" if "" in tree else pattern


def key(text: str) -> str:
    """Reduce a type's printed form to what it is looked up by: `Nghịđịnh`, `Nghị-định` are `Nghị định`."""
    return fold(text).replace(" ", "").replace("-", "")
