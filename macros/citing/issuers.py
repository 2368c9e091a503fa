"""Read the name of the body that issued a work: `của` and what follows as far as the name goes."""

from __future__ import annotations

import re
from typing import Final

from macros.citing.grammar import GAP, GAZETTE_HEAD
from macros.citing.vocabulary import LOWER, UPPER, any_of, is_short, read_types, read_words

_BODIES: Final = read_words("bodies.txt")
_PLACES: Final = read_words("places.txt")[""]

# Words with a capital that begin something else: "của Chính phủ Quy định về", "của Chính phủ và Luật".
_STOPS: Final = read_words("ends.txt")
_TYPES: Final = {form for t in read_types() for form in t.forms if not is_short(form)}
_SHORT: Final = {form for t in read_types() for form in t.forms if is_short(form)}
_WEAK: Final = _STOPS["before small letters"]
_END: Final = (
    rf"(?!(?:{any_of([*_TYPES - {*_WEAK}, *_STOPS['always'], *map(str.upper, _STOPS['always'])])})(?!\w)"
    rf"|(?:{any_of(_SHORT)})\s+(?:số\s|\d)"
    rf"|(?:{any_of(_WEAK)})(?:\s+[{LOWER}\d]|[:;,.]))"
)

# A blank line ends a name unless it makes room for the head of a page.
_SPACE: Final = rf"(?:[^\S\n]*+\n?(?<=\s)[^\S\n]*+(?!\n)|(?=\s*+(?:\d{{1,4}}\s++)?CÔNG\sBÁO/Số){GAP})"

# "UBND", "Lâm", "AccessSolutions", "TP.", "Q.1", "TB&XH"; "Chính phủ", "Giao thông vận tải".
_SMALL: Final = rf"{_SPACE}(?!(?:{any_of([*_STOPS['small'], *_BODIES['words']])})(?!\w))[{LOWER}]++(?!\w)"
_CAPITAL: Final = (
    rf"(?=[{UPPER}]){_END}(?:[{UPPER}][{LOWER}]*+(?!\w|[.&/]\w)(?:{_SMALL}){{0,4}}+"
    rf"|[{UPPER}]\w*+(?:[.&/](?=\w)\w++)*+(?:(?<=TP)\.|(?<=Tp)\.|(?<=[ .\s]P)\.|(?<=\sQ)\.)?)"
)
_NAMES: Final = {name for given in _BODIES["names"] for name in (given, given.lower())}
_NAME: Final = rf"(?:{any_of(_NAMES)})(?!\w)"
_WORD: Final = rf"(?:{any_of(_BODIES['words'])})(?!\w)"
_PLACE: Final = rf"(?:{any_of(_PLACES)})(?!\w)"
# "Ban Chỉ đạo Trung ương | về hoàn thiện thể chế, pháp luật": only such bodies are named after a task.
_TASK_BODY: Final = re.compile(
    r"(?:Ban\s++Chỉ\s++đạo|Tổ\s++công\s++tác|(?:Ủy\s++ban|Uỷ\s++ban|Hội\s++đồng)\s++[Qq]uốc\s++gia)"
)
_ABOUT_TASK: Final = rf"\s++về\s++(?:{any_of(_BODIES['topics'])})(?!\w)"
_TASK: Final = re.compile(_ABOUT_TASK)
# "Ban Chỉ đạo 35", "Ban Chỉ đạo 138/CP", "Quân khu 4", "UBND quận 1", "Chi cục Thuế khu vực 2".
_NUMBERED: Final = (
    r"(?:[Bb]an\s++[Cc]hỉ\s++đạo|[Qq]uân\s++khu|[Bb]inh\s++đoàn|[Kk]hu\s++vực|[Qq]uận|[Pp]hường|lần\s++thứ)\s++"
    r"\d{1,3}(?!\w|[.,-]\d|/\d)(?:/[A-ZĐ]{2,6})?"
)
# "trường Mầm non …": a school by its kind, with a small letter.
_SCHOOL: Final = r"trường(?=\s++(?:Mầm|Mẫu|Tiểu|Trung|Phổ|TH|THCS|THPT|PT[A-Z]*|Cao|Đại|Chính)\s)"
_UNIT: Final = rf"(?:{_NUMBERED}|{_SCHOOL}|{_NAME}|{_CAPITAL}|{_WORD}|{_PLACE})"

_HYPHEN: Final = r"[^\S\n]*+[-–][^\S\n]*+\n?[^\S\n]*+"
# "(khóa XIII)", "khóa XII", "khoá 13".
_ORDINAL: Final = r"(?:[Kk]hóa|[Kk]hoá|KHÓA)\s++[IVX\d]{1,5}"
_TERM: Final = re.compile(rf",?\s++(?:\(\s*+{_ORDINAL}\s*+\)|{_ORDINAL}(?!\w))")

_AND: Final = rf"{_SPACE}và{_SPACE}"
_OTHER_BODY: Final = rf"(?:{any_of(_BODIES['heads'])}|{any_of(['Giám đốc', 'Thủ trưởng'])})(?!\w)"
_STEP: Final = rf"(?:{_AND}(?!{_OTHER_BODY})|{_HYPHEN}|{_SPACE})"

# "Chính phủ", "Bộ trưởng Bộ Tài chính", "UBND tỉnh Lâm Đồng"; the empty group marks the last part's end.
_CHAIN: Final = re.compile(rf"(?:{_UNIT}()(?:{_STEP})?+){{1,60}}+")
# "Bộ Tư pháp| , |Bộ Công an| và |Bộ Tài chính": only a joint work has several.
_NEXT_BODY: Final = re.compile(rf"(?:,{_SPACE}(?:và{_SPACE})?|{_AND}|\s*+;{_SPACE})(?={_OTHER_BODY})")
_MOST_BODIES: Final = 20
# "Ủy ban Kinh tế | của | Quốc hội", "Ban Pháp chế của Hội đồng nhân dân tỉnh": a part of a larger body.
_PART: Final = re.compile(
    r"(?:Ủy\s++ban|Uỷ\s++ban|Ban|Hội\s++đồng|Tổ\s++công\s++tác|Văn\s++phòng|Đoàn)(?!\w)"
)
_OF_WHOLE: Final = re.compile(
    rf"{_SPACE}của{_SPACE}(?=(?:Quốc\s|Hội\s++đồng\s++nhân|HĐND|Chính\s++phủ|Thủ\s++tướng|Tỉnh\s|Thành\s"
    r"|Trung\s|Bộ\s))"
)

# What a longer name goes on with: " (khóa XIII)", ", khóa 13", " của Quốc hội", " về cải cách hành chính".
_LONGER: Final = re.compile(rf",?\s++(?:\(\s*+)?[kK][hH][óoÓO]|{_SPACE}của\s|{_ABOUT_TASK}")

# "của ủy ban nhân dân huyện | dầu tiếng": where nothing has capitals a place is what follows its unit.
_UNIT_AT_END: Final = re.compile(r"(?:huyện|quận|thị\s++xã|thị\s++trấn|thành\s++phố|xã|phường|tỉnh)$")
_UNITS: Final = ("huyện", "quận", "xã", "trấn", "phố", "phường", "tỉnh")
_SOME_CAPITAL: Final = re.compile(f"[{UPPER}]")
_SMALL_PLACE: Final = re.compile(rf"(?:{_SMALL}){{1,3}}+")


def read_issuer(text: str, place: int, *, joint: bool) -> int:
    """Give the end of the body's name that begins at a place; the place itself when none does."""
    end = _name(text, place)
    for _ in range(_MOST_BODIES if joint and end > place else 0):
        following = _NEXT_BODY.match(text, end)
        further = _name(text, following.end()) if following else 0
        if not following or further == following.end():
            break
        end = further
    return end


def _name(text: str, place: int) -> int:
    """Give the end of one body's name, with the body it is of, its term and its task."""
    chain = _CHAIN.match(text, place)
    if not chain:
        return place
    end = chain.end(1)
    if (
        text.endswith(_UNITS, place, end)
        and _UNIT_AT_END.search(text, place, end)
        and not _SOME_CAPITAL.search(text, max(0, place - 60), place)
    ):
        end = _end(_SMALL_PLACE.match(text, end), end)
    return _longer(text, place, end) if _LONGER.match(text, end) else end


def _longer(text: str, place: int, end: int) -> int:
    """Go on from the end of a name to that of the larger body, of its term or of its task."""
    whole = _OF_WHOLE.match(text, end) if _PART.match(text, place) else None
    wider = _CHAIN.match(text, whole.end()) if whole else None
    end = wider.end(1) if wider else end
    end = _end(_TERM.match(text, end), end)
    return _end(_TASK.match(text, end), end) if _TASK_BODY.match(text, place) else end


def _end(match: re.Match[str] | None, otherwise: int) -> int:
    return match.end() if match else otherwise


def written(text: str) -> str:
    """Give a body's name as printed, white space and heads of pages apart."""
    return " ".join((_PAGE.sub(" ", text) if "\n" in text else text).split())


_PAGE: Final = re.compile(GAZETTE_HEAD)
