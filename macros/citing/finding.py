"""Go through a clean text from opening to opening and read the citation that each begins."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from macros.citing.grammar import CODED_NUMBER, NUMBER_WORD, PLAIN_NUMBER, codes
from macros.citing.openings import TYPE_WORD, openings, type_of
from macros.citing.parts import Found, read_parts
from macros.citing.vocabulary import UPPER, any_of, read_words
from macros.citing.works import MODIFIERS, read_work
from macros.provision_path import PATH

if TYPE_CHECKING:
    from collections.abc import Iterator

_TYPE: Final = re.compile(TYPE_WORD)
# What leads from a path to its work: "khoản 2 Điều 5 [của] | Luật …", "Điều 7, | Quyết định …",
# "Điều 12 - | Pháp lệnh …"; or to a further path: "Điều 28|; Điều 147 Bộ luật …".
_AFTER_PATH: Final = re.compile(
    r"\s*+;(?P<semicolon>)|(?:\s*+,|[^\S\n]++[-–](?=[^\S\n]))?+\s++(?:(?:của|tại|thuộc|trong|theo)\s++)?+(?:các\s++)?+"
    rf"(?P<type>{TYPE_WORD})"
)
_PATH: Final = re.compile(PATH)
_TO_FOREIGN: Final = re.compile(
    rf"(?:\s*+,)?\s++(?:(?:của|tại|thuộc|trong)\s++)?(?:{any_of(read_words('foreign.txt')[''])})(?!\w)"
)
# "khoản 7 Điều 15 | và Phụ lục I kèm theo Nghị định …": the appendix is that of what follows.
_AND_APPENDIX: Final = re.compile(r"(?:\s*+,|\s++và)\s++(?:các\s++)?+[pP]hụ\s++lục\s")
_ATTACHED: Final = re.compile(r"\s++(?:được\s++)?+(?:ban\s++hành\s++)?+kèm\s++theo(?!\w)")
# "theo Điều 5, 1) …": the mark of a list, not the next of the articles.
_BEFORE_MARK: Final = re.compile(r"\s*+,\s*+(?:\d{1,3}|[a-zđ])$")
_SEMICOLON: Final = re.compile(r"\s*+;\s++(?:và\s++)?(?:các\s++|tại\s++)?")
_MOST_PATHS: Final = 20
# "thời điểm a", "điều khoản 2", "danh mục 3": the word belongs to another.
_COMPOUND: Final = re.compile(
    r"(?:thời|địa|quan|đặc|ưu|nhược|khuyết|trọng|cao|tiêu|chấm|luận|tâm|điều|tài|danh|hạng|chuyên|(?<!tiêu\s)đề|thành|cổ|bộ"
    r"|huân|văn|hiến|chi|thời|học|đầu|Danh|Thời|Địa|Quan|Đặc|Hạng|Điều|Tài|Thành|Chuyên)\s$"
)
# "Điều 5. Tên điều" at the start of a line, or after the end of a sentence where lines are lost; with the
# mark of a note also "Điều 12a.[4] Tên điều", "Điều 13[5]. Tên điều", "Điều 14.[^6] …".
_NOTE: Final = r"\\?\[\^?\w{1,4}\\?\]"
_HEADING: Final = re.compile(rf"(?:{_NOTE})?+\s*+[.:](?:\s|$|[*_]|{_NOTE}|[{UPPER}])|\s*+\n")
_LINE_START: Final = re.compile(r"(?:^|[\n.;:/“”\"'!?|…])[\s*_#>“”\"'‘-]*$")
_RUNS_ON: Final = re.compile(
    r"(?:[,(]|\b(?:tại|theo|và|hoặc|của|đến|từ|với|các|thuộc|bởi|trong|quy định))\s*\n[\s*_#>]*$"
)

_ONLY_THIS: Final = re.compile(r"\w+(?:\s+mục)?\s+này")
# "Điều này cho thấy …" begins a sentence and means what was just said; "Điều này quy định …" is an article.
_SAYING: Final = re.compile(
    r"Điều\s++này(?!\s++(?:không\s++|cũng\s++)?"
    r"(?:quy định|áp dụng|được áp dụng|hướng dẫn|có hiệu lực|và các)\s)"
)
# ", số 12/…", "và số 13/…": a number whose type stands before it.
_SHARES: Final = re.compile(r"(?:[,;:(]|(?<![^\W\d_])(?:và|hoặc|hay|các|với|theo))\s*$")
# The next of a list without its own "số", or without a code: "…, 12/2011/NĐ-CP", "số 893 và số 894";
# after one without a code also "101/2024, 102/2024".
_AND: Final = r"(?:\s*+,(?:\s*+(?:và|hoặc))?|\s++(?:và|hoặc))\s++"
_MORE: Final = re.compile(rf"{_AND}(?={CODED_NUMBER}|{NUMBER_WORD}{PLAIN_NUMBER})")
_BARE: Final = re.compile(r"[\d/]+")
_MORE_BARE: Final = re.compile(rf"{_AND}(?=\d{{1,6}}/(?:19|20)\d{{2}}(?![\w/-]))")
_SENTENCE: Final = re.compile(r"[.!?]\s+(?=[“\"(]?[A-ZĐÀ-Ỹ])|\n\s*\n|\./\.")
_CODE: Final = re.compile(rf"{NUMBER_WORD}({CODED_NUMBER})")
_NUMBER_WORDS: Final = frozenset({"số", "Số"})
_BACK: Final = 500


@cache
def _heads() -> re.Pattern[str]:
    """Give the pattern of what makes a type the head of a list; made when it is first needed."""
    return re.compile(rf"{MODIFIERS}\s*+:?\s*+(?:số|Số|\d)")


def go_through(text: str) -> Iterator[Found]:
    """Yield the citations of a clean text in order; each search goes on where the last reading ended."""
    search = openings(text)
    place = 0
    while opening := search(place):
        found, place = _read(text, *opening)
        while found:
            yield found
            place = found.end
            found = _next_of_list(text, found)


def _read(text: str, start: int, end: int) -> tuple[Found | None, int]:
    """Read the citation that a word opens, if any, and give the place from which to go on if none."""
    word = text[start:end]
    if work_type := type_of(word):
        return read_work(text, start, end, work_type), end
    if word in _NUMBER_WORDS:
        return _sharing(text, start), end
    path = None if _is_compound(text, start) else _path(text, start)
    return (_provision(text, path), path.end()) if path else (None, end)


def _is_compound(text: str, start: int) -> bool:
    """Tell whether the word belongs to another; in `Điều Điều 14` it is only written twice."""
    compound = _COMPOUND.search(text, max(0, start - 8), start)
    return compound is not None and compound[0].strip() != text[start : start + 4]


def _next_of_list(text: str, found: Found) -> Found | None:
    """Read the number that follows with nothing but a comma or `và`: `các Quyết định số 12/…, 13/…`."""
    if not found.number:
        return None
    more = _MORE.match(text, found.end)
    if (
        not more
        and not found.date
        and text[found.number[1] - 1].isdigit()
        and _BARE.fullmatch(text, *found.number)
    ):
        more = _MORE_BARE.match(text, found.end)
    return read_parts(text, Found(more.end(), more.end(), found.work_type), more.end()) if more else None


def _provision(text: str, path: re.Match[str]) -> Found | None:
    """Read a path to a provision with the work it belongs to, or alone."""
    last, after = path, _after(text, path)
    if after and after.lastgroup == "semicolon":
        last = _last_of_paths(text, path)
        after = _after(text, last)
    work = None
    if after and (work_type := type_of(after["type"] or "")):
        work = read_work(text, *after.span("type"), work_type, provision=True)
    if work:
        work.start, work.provision = path.start(), (path.start(), last.end())
        return work
    if _is_heading(text, path) or _TO_FOREIGN.match(text, path.end()) or not _stands_alone(text, path):
        return None
    return Found(path.start(), path.end(), provision=path.span(), relative=True)


def _path(text: str, start: int) -> re.Match[str] | None:
    """Read a path to a provision; `1)` after it is its last number only where a bracket is open."""
    path = _PATH.match(text, start)
    if path and "lục" in path[0] and _ATTACHED.match(text, path.end()):
        appendix = _AND_APPENDIX.search(text, start, path.end())
        return _PATH.match(text, start, appendix.start()) if appendix else path
    if (
        not path
        or not text.startswith(")", path.end())
        or not text[path.end() + 1 : path.end() + 2].isspace()
    ):
        return path
    mark = _BEFORE_MARK.search(text, start, path.end())
    since = max(0, start - _BACK)
    if not mark or text.rfind("(", since, start) > text.rfind(")", since, start):
        return path
    return _PATH.match(text, start, mark.start())


def _after(text: str, path: re.Match[str]) -> re.Match[str] | None:
    """Read what leads from a path to a work; nothing does from `Điều này`."""
    return None if path[0].endswith("này") else _AFTER_PATH.match(text, path.end())


def _last_of_paths(text: str, path: re.Match[str]) -> re.Match[str]:
    """Go on over `;` to the last path before a work: `khoản 1 Điều 28; Điều 147 Bộ luật Tố tụng dân sự`."""
    last = path
    for _ in range(_MOST_PATHS):
        semicolon = None if last[0].endswith("này") else _SEMICOLON.match(text, last.end())
        following = _PATH.match(text, semicolon.end()) if semicolon else None
        if not following:
            return last
        last = following
    return last


def _is_heading(text: str, path: re.Match[str]) -> bool:
    """Tell whether `Điều 5.` heads an article here."""
    if not path[0][0].isupper() or not _HEADING.match(text, path.end()):
        return False
    before = text[max(0, path.start() - 80) : path.start()]
    return bool(_LINE_START.search(before)) and not _RUNS_ON.search(before)


def _stands_alone(text: str, match: re.Match[str]) -> bool:
    """Tell whether a path is a citation even without a work: it says an article, or `khoản này`."""
    path, small = match[0], match[0].lower()
    if _ONLY_THIS.fullmatch(path):
        begins = _LINE_START.search(text, max(0, match.start() - 80), match.start())
        if begins and _SAYING.match(text, match.start()):
            return False
        return path[0].isupper() or small.startswith(("khoản", "điểm", "tiết"))
    if small.endswith("này"):
        return True
    return "điều" in small or "khoản" in small or bool(re.match(r"điểm\s+[a-zđ]\d?(?!\w)", small))


def _sharing(text: str, start: int) -> Found | None:
    """Read a number whose type stands earlier in the sentence: `; số 20/2024/QĐ-UBND ngày …`.

    The type is the one whose code the number has, if it is there, else the last.
    """
    number = _CODE.match(text, start)
    before = text[max(0, start - _BACK) : start]
    if not number or not _SHARES.search(before, max(0, len(before) - 20)):
        return None
    sentence = before[max((end.end() for end in _SENTENCE.finditer(before)), default=0) :]
    heads = [
        (work_type, bool(_heads().match(sentence, match.end())), match[0])
        for match in _TYPE.finditer(sentence)
        if (work_type := type_of(match[0]))
    ]
    if not heads:
        return None
    written = set(codes(number[1]))
    fitting = [head for head in heads if head[0].codes & written]
    fitting = fitting or [head for head in heads if head[0].bodies & written]
    nouns = [head for head in heads if head[0].kind != "paper" or head[2][0].isupper()]  # "hướng dẫn": a verb
    work_type, *_ = max(fitting or nouns[-1:] or heads[-1:], key=lambda head: head[1])
    return read_parts(text, Found(start, start, work_type), start)
