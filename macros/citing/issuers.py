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
_OTHER_WORK: Final = [form.upper() for form in _TYPES]
_ACT: Final = [
    form.upper() for t in read_types() if t.kind in ("act", "titled") for form in t.forms if " " in form
]
_ALWAYS: Final = _STOPS["always"]
_END: Final = (
    rf"(?!(?:{any_of([*_TYPES - {*_WEAK}, *_ALWAYS, *map(str.upper, _ALWAYS), *_ACT])})(?!\w)"
    rf"|VÀ\s++(?:CÁC\s++)?(?:{any_of(_OTHER_WORK)})(?!\w)|Kh(?:óa|oá)\s++\d"
    rf"|(?:{any_of(_SHORT)})\s+(?:số\s|\d)"
    rf"|(?:{any_of(_WEAK)})(?:\s+[{LOWER}\d]|[:;,.]))"
)

# A blank line ends a name unless it makes room for the head of a page.
_SPACE: Final = rf"(?:[^\S\n]*+\n?(?<=\s)[^\S\n]*+(?!\n)|(?=\s*+(?:\d{{1,4}}\s++)?CÔNG\sBÁO/Số){GAP})"

# "UBND", "Lâm", "AccessSolutions", "TP.", "Q.1", "TB&XH"; "Chính phủ", "Giao thông vận tải".
_SMALL: Final = rf"{_SPACE}(?!(?:{any_of([*_STOPS['small'], *_BODIES['words']])})(?!\w))[{LOWER}]++(?!\w)"
# "huyện B", "tỉnh V": a place that must not be told.
_SOMEWHERE: Final = r"[B-DF-HJ-NP-TV-XZĐ]\s"
_CAPITAL: Final = (
    rf"(?=[{UPPER}]){_END}(?:(?!{_SOMEWHERE})[{UPPER}][{LOWER}]*+(?!\w|[.&/]\w)(?:{_SMALL}){{0,4}}+"
    rf"|[{UPPER}]\w*+(?:[.&/](?=\w)\w++)*+(?:(?<=TP)\.|(?<=Tp)\.|(?<=[ .\s]P)\.|(?<=\sQ)\.)?)"
)
# "Giáo dục và Đào tạo", "Giáo dục & Đào tạo", "Kế hoạch Đầu tư"; "Bộ Y tế", "bộ y tế"; "BộChính trị".
_NAMES: Final = {
    name
    for given in _BODIES["names"]
    for written in (
        given,
        given.replace(" và ", " & "),
        given.replace(" và ", " "),
        given.replace("Bộ ", "Bộ", 1),
    )
    for name in (written, written.lower())
}
_NAME: Final = rf"(?:{any_of(_NAMES)})(?!\w)"
_WORD: Final = rf"(?:{any_of(_BODIES['words'])})(?!\w)"
_PLACE: Final = rf"(?:{any_of(_PLACES)})(?!\w)"
# "Ban Chỉ đạo Trung ương | về hoàn thiện thể chế, pháp luật": only such bodies are named after a task.
_TASK_BODY: Final = re.compile(
    r"(?:Ban\s++Chỉ\s++đạo|Tổ\s++công\s++tác|(?:Ủy\s++ban|Uỷ\s++ban|Hội\s++đồng)\s++[Qq]uốc\s++gia)"
)
_ABOUT_TASK: Final = rf"\s++về\s++(?:{any_of(_BODIES['topics'])})(?!\w)"
_TASK: Final = re.compile(_ABOUT_TASK)
# "Ban Chỉ đạo 35", "Hội nghị Lần thứ 8", "Hội nghị Trung ương 7", "Ban Chỉ đạo 138/CP",
# "Quân khu 4", "UBND quận 1", "Chi cục Thuế khu vực 2".
_NUMBERED: Final = (
    r"(?:[Bb]an\s++[Cc]hỉ\s++đạo|[Qq]uân\s++khu|[Bb]inh\s++đoàn|[Kk]hu\s++vực|[Qq]uận|[Pp]hường|[Ll]ần\s++thứ"
    r"|[Hh]ội\s++nghị\s++(?:Trung\s++ương|TW))\s++"
    r"\d{1,3}(?!\w|[.,-]\d|/\d)(?:/[A-ZĐ]{2,6})?"
)
# "trường Mầm non …": a school by its kind, with a small letter.
_SCHOOL: Final = r"trường(?=\s++(?:Mầm|Mẫu|Tiểu|Trung|Phổ|TH|THCS|THPT|PT[A-Z]*|Cao|Đại|Chính)\s)"
# "Ủy ban | bầu cử", "Hội đồng | quản lý", "Quỹ | hỗ trợ | nông dân": a verb elsewhere, a body's field here.
_FIELD: Final = (
    rf"(?:{any_of(_BODIES['of a field'])})"
    rf"(?:\s++(?:{any_of(_BODIES['fields'])})(?!\w)){{1,2}}+(?:{_SMALL}){{0,4}}+"
)
# "Bộ trưởng | bộ | Canh nông", "Giám đốc | sở | Xây dựng".
_SMALL_HEAD: Final = rf"(?:{any_of(_BODIES['small heads'])})(?=\s++[{UPPER}])"
_UNIT: Final = rf"(?:{_NUMBERED}|{_SCHOOL}|{_NAME}|{_FIELD}|{_CAPITAL}|{_WORD}|{_PLACE}|{_SMALL_HEAD})"

# "(khóa XIII)", "khóa XII", "khoá 13".
_ORDINAL: Final = r"(?:[Kk]hóa|[Kk]hoá|KHÓA)\s++[IVX\d]{1,5}"
_TERM: Final = re.compile(rf",?\s++(?:\(\s*+{_ORDINAL}\s*+\)|{_ORDINAL}(?!\w))")

_AND: Final = rf"(?:{_SPACE}(?:và|&){_SPACE}|&(?:{_SPACE})?)"
_OTHER_BODY: Final = rf"(?:{any_of(_BODIES['heads'])}|{any_of(['Giám đốc', 'Thủ trưởng'])})(?!\w)"
# "Hội đồng nhân dân | (HĐND) | tỉnh Phú Yên": a short form inside a name; "Bộ Y tế | (BYT) - | Bộ Công an".
_SHORTENED: Final = (
    rf"\([A-ZĐ&]{{2,12}}\)(?:{_SPACE}(?=(?:{any_of(_BODIES['after a short form'])})(?!\w))"
    rf"|\s++[-–]\s++(?={_OTHER_BODY}))"
)
# " - ", " & ", " ", " và ".
_STEP: Final = (
    rf"(?:[^\S\n]*+(?:[-–][^\S\n]*+\n?|&(?=\s*+(?!{_OTHER_BODY})))[^\S\n]*+"
    rf"|{_SPACE}(?:(?:và|&){_SPACE}(?!{_OTHER_BODY})|{_SHORTENED})?+)"
)

# "Chính phủ", "Bộ Tài chính", "tỉnh Gia Lai" are whole. A further word with a capital and small ones after
# it begins the subject: "Chính phủ | Biểu thuế", "tỉnh Gia Lai | Phân cấp"; not "Quốc hội | Việt Nam".
_WHOLE: Final = "(?:{})(?!\\w)".format(
    any_of({*(form for name in _BODIES["whole"] for form in (name, name.lower())), *map(str.title, _PLACES)})
)
_SUBJECT: Final = (
    rf"(?=[{UPPER}])(?!{_OTHER_BODY}|(?:{any_of(_BODIES['after a whole'])})(?!\w))"
    rf"(?:[{UPPER}][{LOWER}]++{_SMALL}|(?:[{UPPER}]{{2,}}+\s++){{2}}[{UPPER}]{{2}})"
)

# "Chính phủ", "Bộ trưởng Bộ Tài chính", "UBND tỉnh Lâm Đồng"; the empty group marks the last part's end.
_CHAIN: Final = re.compile(
    rf"(?:(?:{_WHOLE}()(?:(?!{_SPACE}{_SUBJECT}){_STEP})?+|{_UNIT}()(?:{_STEP})?+)){{1,60}}+"
)
# "Bộ Tư pháp| , |Bộ Công an| và |Bộ Tài chính": only a joint work has several.
_NEXT_BODY: Final = re.compile(
    rf"(?:(?:{_SPACE})?,{_SPACE}(?:và{_SPACE})?|{_AND}|\s*+;{_SPACE})(?={_OTHER_BODY})"
)
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
    end = max(chain.end(1), chain.end(2))
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
    end = max(wider.end(1), wider.end(2)) if wider else end
    end = _end(_TERM.match(text, end), end)
    return _end(_TASK.match(text, end), end) if _TASK_BODY.match(text, place) else end


def _end(match: re.Match[str] | None, otherwise: int) -> int:
    return match.end() if match else otherwise


def written(text: str) -> str:
    """Give a body's name as printed, white space and heads of pages apart."""
    return " ".join((_PAGE.sub(" ", text) if "\n" in text else text).split())


_PAGE: Final = re.compile(GAZETTE_HEAD)
