"""Find the words with which a citation can begin, by one pattern that leaps from gap to gap."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from macros.citing.vocabulary import LOWER, any_of, in_all_cases, is_short, key, read_types, read_words
from macros.provision_path import NUMBERED_STEP, WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from macros.citing.vocabulary import WorkType

_TYPES: Final = {key(form): work_type for work_type in read_types() for form in work_type.forms}
_TITLED: Final = in_all_cases(form for t in _TYPES.values() if t.kind == "titled" for form in t.forms)
_SHORT: Final = {form for form in _TITLED if is_short(form)}
_OTHERS: Final = in_all_cases(form for t in _TYPES.values() if t.kind != "titled" for form in t.forms)
_PROVISIONS: Final = {form for word in WORDS for form in (word, word.capitalize(), word.upper())}

# A space inside a type is sometimes lost, "Nghịđịnh"; in old texts there is a hyphen, "Sắc-lệnh".
_LOOSE: Final = r"[\s-]*+"
# So is the space before "số": "Quyết địnhsố 23/…".
_NO_LETTER: Final = rf"(?![{LOWER}](?!ố:?\s++\d))"
TYPE_WORD: Final = rf"(?:{any_of({*_TITLED, *_OTHERS}, _LOOSE)}){_NO_LETTER}"

# "Luật Đất đai", "Luật số 72/2025/QH15".
_FOLLOWS_TITLED: Final = rf"(?![{LOWER}])(?=\s*+[\w:])"
# "BLHS, BLTTHS" say type and title; "(BLHS)", "gọi là BLHS)", "BLHS: Bộ luật …" only explain the short form.
_DEFINED: Final = "|".join(rf"(?<=[(“\"]\w{{{n}}})|(?<=là\s\w{{{n}}})" for n in sorted({*map(len, _SHORT)}))
_FOLLOWS_SHORT: Final = rf"(?!\w)(?!\s*+:|(?:{_DEFINED})[)”\"])"
# Only the first syllable of what may follow is asked for here: the whole is read later, and seldom.
_FIRST_OF_MODIFIERS: Final = any_of(
    in_all_cases({words.split(" ")[0].rstrip(",") for words in read_words("modifiers.txt")[""]})
)
# "Quyết định số 12…", "… s 12…", "Quyết định này", "Báo cáo thẩm tra số", "Nghị định của Chính phủ: số".
_FOLLOWS_TYPE: Final = (
    rf"{_NO_LETTER}(?=\s*+[:,]?\s*+(?:này(?!\w)|[sS][ốôổồ]|SỐ|s\s++\d|\d|của\s|CỦA\s|ngày\s"
    rf"|(?:{_FIRST_OF_MODIFIERS})\s))"
)
# "khoản 2", "điểm a", "Điều này".
_FOLLOWS_PROVISION: Final = rf"(?=\s++(?:này|{NUMBERED_STEP}))"
# "số 12/2011/NĐ-CP" without a type: it needs its code.
_FOLLOWS_NUMBER_WORD: Final = (
    r"(?=\s*+[:.]?\s*+\d[\d.]*+[a-zA-Z]?(?:\s{0,3}[/-]\s{0,3}\d{4})?\s{0,3}[/–-]\s{0,3}[A-ZĐa-zđ])"
)
_NUMBER_WORDS: Final = ("số", "Số")
_BY_FREQUENCY: Final = "tcđnkqvhblpsmdg"
# No law: "pháp luật đất đai", "Kỷ luật lao động", "quy luật", "Trường Đại học Luật Hà Nội", "Công ty Luật",
# "ngành: Luật hình sự".
_NO_LAW_BEFORE: Final = (
    "háp PHÁP kỷ Kỷ kỉ Kỉ KỶ KỈ uy UY ại.học ẠI.HỌC ty hoa Viện sĩ sỹ SĨ SỸ gành gành: NGÀNH NGÀNH:"
    " nhân Ử.NHÂN"
).split()
# No ordinance: "cú pháp lệnh SQL"; no constitution: "Luật Hiến pháp Việt Nam".
_GUARDS: Final = {
    **{letter: "".join(f"(?<!{word}.{letter})" for word in _NO_LAW_BEFORE) for letter in ("l", "L")},
    "p": "(?<!cú.p)",
    **{letter: f"(?<!uật.{letter})" for letter in ("h", "H")},
}


def _by_letters(words: Iterable[str]) -> str:
    """Write words by their first letters, the frequent ones first."""
    rests: dict[str, list[str]] = {}
    for word in words:
        rests.setdefault(word[0], []).append(word[1:])
    order = sorted(rests, key=lambda letter: (f"{_BY_FREQUENCY}{letter}".index(letter), letter))
    ways = (f"{letter}{_GUARDS.get(letter, '')}{any_of(rests[letter], _LOOSE)}" for letter in order)
    return f"(?:{'|'.join(ways)})"


# Most words of a text do not begin with two such letters, and are passed by at once.
_CLOSED: Final = [word.replace(" ", "") for word in {*_TITLED, *_OTHERS, *_PROVISIONS, *_NUMBER_WORDS}]
_FIRST: Final = "".join(sorted({word[0] for word in _CLOSED}))
_SECOND: Final = "".join(sorted({word[1] for word in _CLOSED}))
_OPENS: Final = rf"(?=[{_FIRST}][{_SECOND}\s])" + "(?:{})".format(
    "|".join(
        _by_letters(words) + follows
        for words, follows in (
            (_OTHERS, _FOLLOWS_TYPE),
            (_PROVISIONS, _FOLLOWS_PROVISION),
            (_TITLED - _SHORT, _FOLLOWS_TITLED),
            (_SHORT, _FOLLOWS_SHORT),
            (_NUMBER_WORDS, _FOLLOWS_NUMBER_WORD),
        )
    )
)
_GAP: Final = r"[^0-9A-Za-z_À-ɏḀ-ỿ]"
_OPENING: Final = re.compile(_GAP + _OPENS, re.DOTALL)
_INITIALS: Final = "".join(sorted({form[0] for form in _TITLED | _OTHERS if form[0].isupper()}))
# "tại|Thông tư", "Pháp lệnh|Chống", "1|Luật": a space was lost before a capital.
_GLUED: Final = re.compile(rf"[{_INITIALS}](?<=[{LOWER}\d].)[{LOWER}]")


@cache
def _word() -> re.Pattern[str]:
    """Give the pattern of a word without its gap; made when it is first needed, as it seldom is."""
    return re.compile(_OPENS, re.DOTALL)


def openings(text: str) -> Callable[[int], tuple[int, int] | None]:
    """Give a search for the next word with which a citation may begin, from a place on, as a span."""
    padded = f" {text}"  # so that a word at the very start has its gap; a match begins where its word does
    glued = [word.span() for gap in _GLUED.finditer(text) if (word := _word().match(text, gap.start()))]
    glued.reverse()
    ahead: tuple[int, int] | None = (-1, -1)

    def search(place: int) -> tuple[int, int] | None:
        nonlocal ahead
        if ahead and ahead[0] < place:
            match = _OPENING.search(padded, place)
            ahead = (match.start(), match.end() - 1) if match else None
        while glued and glued[-1][0] < place:
            glued.pop()
        return min(ahead or glued[-1], glued[-1]) if glued else ahead

    return search


@lru_cache(maxsize=1024)
def type_of(printed: str) -> WorkType | None:
    """Give the type that a printed word names; None for a word that names none."""
    return _TYPES.get(key(printed))
