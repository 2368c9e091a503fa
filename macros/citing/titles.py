"""Read the title of a code, a law or an ordinance: `Luật` and what follows as far as its name goes."""

from __future__ import annotations

import re
from typing import Final

from macros.citing.grammar import CODED_NUMBER, DATE, DATE_WORD, NUMBER_WORD
from macros.citing.vocabulary import (
    LOWER,
    UPPER,
    any_of,
    in_all_cases,
    is_short,
    read_types,
    read_words,
    write_titles,
)

_WORDS: Final = read_words("title-words.txt")
_TITLED: Final = [form for t in read_types() if t.kind == "titled" for form in t.forms]
_OTHERS: Final = [form for t in read_types() if t.kind == "act" for form in t.forms]

# "Luật Đất đai", "luật đất đai", "Luật Tổ chức Viện Kiểm sát nhân dân": titles that we know, in any case.
_KNOWN: Final = rf"(?i:{write_titles(read_words('titles.txt')[''], _WORDS['other spellings'])})(?!\w)"
_NAMED: Final = re.compile(
    rf"\s++(?=[{UPPER}])(?:{_KNOWN})(?=\s*+(?:[^\w\s]|$|\n|(?:ngày|năm|ban\s++hành|của)\s))"
)

# "Luật PPP", "Luật BHXH", "Luật TCCQĐP 2015", "Luật HN&GĐ", "Luật HN & GĐ".
_SHORT: Final = r"[A-ZĐ]{2,12}(?:\s*+&\s*+[A-ZĐ]{1,12})*+(?!\w)(?!\s[A-ZĐÀ-Ỹ]{2})"
# "luật quốc tế", "Luật Biển quốc tế", "Luật sư", "LUẬT HỌC", "Luật TP. HCM", "luật chơi": no law of ours.
_NO_LAW: Final = (
    r"(?:[qQ]uốc\s++tế|[bB]iển\s++[qQ]uốc\s++tế|[sS]ư|[gG]ia|pháp(?!\s++điển)|[mM]ẫu|TP|TPHCM|tục|chơi|rừng"
    r"|(?i:học)(?!\s++(?i:tập|viên|phí)))(?!\w)"
)
# "Luật Thương mại | quốc tế": a branch of law, no law.
_ABROAD: Final = r"(?P<abroad>\s++[qQ]uốc\s++tế(?!\w))?+"
# "ĐH | Luật TP. HCM", "ngành | luật đất đai", "Giáo trình | Luật Đầu tư".
_NO_LAW_AFTER: Final = frozenset(_WORDS["no law after"])
_LAST_LETTERS: Final = frozenset({" ", "\n", "\t", "\u00a0", *(words[-1] for words in _NO_LAW_AFTER)})
# "luật hình sự Việt Nam", "Luật Dân sự và Tố tụng dân sự": branches of law where no number or year follows.
_BRANCH: Final = re.compile(
    r"(?i:(?:(?:tố\s++tụng\s++)?(?:hình|dân)\s++sự|hiến\s++pháp|hành\s++chính)"
    r"(?:\s++và\s++tố\s++tụng\s++(?:hình|dân)\s++sự(?:\s++việt\s++nam)?|\s++việt\s++nam))(?!\w)"
)
# "Pháp lệnh | về | Tự vệ trong nhập khẩu", "Pháp lệnh | về việc | bầu cử …": before the title's own words.
_ABOUT: Final = re.compile(rf"(?i:về\s++(?:việc\s++)?+)(?:(?P<known>{_KNOWN})|(?=[{UPPER}])(?P<unknown>))")
# "Luật | về nghĩa vụ quân sự", "pháp lệnh | về dân số"; but "các luật về đầu tư" are many.
_ONE: Final = re.compile(r"(?:Luật|LUẬT|[lL]ệnh|LỆNH)\s++$")
_SEVERAL: Final = re.compile(r"(?i:các|những|nhiều|mọi)\s++(?i:(?:bộ\s++)?luật|pháp\s++lệnh)\s++$")
# "Căn cứ Luật | …", "thay thế Pháp lệnh | …": what is named here goes on to its date, over commas and `của`.
_REFERRED: Final = re.compile(
    r"(?:(?P<basis>[cC]ăn\s++cứ|CĂN\s++CỨ)(?:\s++vào)?|[tT]hay\s++thế|[bB]ãi\s++bỏ)\s++"
    r"(?:Luật|LUẬT|[pP]háp\s++lệnh|PHÁP\s++LỆNH)\s++$"
)
_NAMES: Final = frozenset({"Luật", "LUẬT", "lệnh", "Lệnh", "LỆNH"})
_RULES: Final = re.compile(r"quy\s++định\s++")

_TITLED_WORD: Final = rf"(?:{any_of(in_all_cases(_TITLED))})(?!\w)"
# "… một số điều của | BLTTHS": type and title in one.
_SHORT_TITLED: Final = rf"(?:{any_of(filter(is_short, _TITLED))})(?!\w)"
# What an amending law is called begins so; the laws that it amends belong to its title:
# "sửa đổi, bổ sung một số điều của | Luật Tổ chức Chính phủ", "Sửa đổi điều 10 của | Pháp lệnh Dân số",
# "sửa đổi, bổ sung một số điều | Luật Đất đai", "sửa đổi Điều 10 | Pháp lệnh Dân số",
# "sửa đổi và bổ sung | Luật Nghĩa vụ quân sự", "sửa đổi | Bộ luật Hình sự 2017".
_AMENDING: Final = (
    r"(?i:sửa\s++đổi)(?:[,\s][^;.:()“”]{0,150}?"
    r"(?:\s(?:(?:của|trong)\s*+|một\s++số\s++điều\s++(?=[A-ZĐ]))|c(?<=điềuc)ủa\s*+)"
    r"|(?:(?:\s*+,|\s++và)\s++bổ\s++sung)?+\s++(?:[đĐ]iều\s++\d{1,3}\s++)?+)(?:các\s++)?"
    rf"(?=(?:{_TITLED_WORD}\s|{_SHORT_TITLED}|\d{{1,2}}\s++[lL]uật\s))"
)
_AMENDS: Final = re.compile(_AMENDING)
# Which way of naming a law begins; no known title begins as an amending law's does.
_BEGINNING: Final = re.compile(
    rf"(?P<amending>{_AMENDING})|(?P<none>{_NO_LAW})|(?P<known>{_KNOWN}{_ABROAD})|(?P<short>{_SHORT})"
)
_NEXT: Final = re.compile(rf"(?P<short>{_SHORT_TITLED})|{_TITLED_WORD}\s++")
_AND_NEXT: Final = re.compile(rf"(?:\s*+,(?:\s++và)?|\s++và)\s++(?={_TITLED_WORD}\s|{_SHORT_TITLED})")
# "của | 15 luật trong lĩnh vực | nông nghiệp và môi trường", "của | 37 luật có liên quan đến | quy hoạch",
# "của các | Luật liên quan đến | đầu tư xây dựng cơ bản".
_MANY: Final = re.compile(
    r"(?:\d{1,2}\s++)?[lL]uật\s++(?:(?:có\s++)?liên\s++quan\s++(?:đến|tới)|trong\s++lĩnh\s++vực|về)\s++"
)
# "… của Bộ luật Hình sự | số 100/2015/QH13 | số 12/2017/QH14": the number of the amended one comes first.
_INNER_NUMBER: Final = re.compile(rf"\s++{NUMBER_WORD}{CODED_NUMBER}(?=\s++{NUMBER_WORD}\d)")
_LAST_NUMBER: Final = re.compile(rf"\s++{NUMBER_WORD}{CODED_NUMBER}")

# What may come after a title: "số 72/2025/QH15", ", ngày 19/6/2015", "năm 2013", "2013".
_DATED: Final = rf",?{DATE_WORD}\s++{DATE}|năm\s++\d{{4}}(?!\d)|(?:19|20)\d\d(?![\w/])"
_MARK: Final = rf"{NUMBER_WORD}(?:{CODED_NUMBER}|\d)|{CODED_NUMBER}|(?P<date>{_DATED})"
_MARKED: Final = re.compile(rf"\s*+,?\s*+(?:{_MARK})")
# The `again` of a title: "Luật Tổ chức HĐND | (sửa đổi) | ngày 21/6/1994", "Luật Thuế … | sửa đổi | 2012".
_STEP: Final = re.compile(
    rf"(?P<gap>(?:^|(?<=\s)|(?<=[{LOWER}])(?=[{UPPER}]))|\s*+,\s*+|\s++|\s*+[-–]\s*+)"
    rf"(?:(?P<mark>{_MARK})"
    r"|(?P<again>\(\s*+(?i:sửa\s++đổi)[^()\n]{0,20}\)"
    r"|[sS]ửa\s++đổi(?:\s*+,\s++bổ\s++sung)?(?=\s++(?:năm\s++)?(?:19|20)\d\d\b))"
    rf"|(?P<joined>(?i:{any_of([*_WORDS['joined'], *_WORDS['ending in số']])})(?!\w))"
    rf"|(?P<never>(?:{any_of({*in_all_cases([*_OTHERS, *_TITLED]), *_WORDS['never']})})(?!\w)"
    rf"|\w*[{LOWER}][{UPPER}]"
    r"|(?:[Đđ]iều|[Kk]hoản|[Đđ]iểm|[Cc]hương|[Mm]ục|[Pp]hần)\s[\dIVXa-zđ]{1,4}(?!\w))"
    rf"|(?P<rarely>(?i:{any_of(_WORDS['rarely'])})(?!\w))"
    rf"|(?P<word>\w++(?:/[A-ZĐ]+(?!\w))?))"
)
_OF_ISSUER: Final = re.compile(r"\s*+của\s++(?:Quốc\s++hội|Ủy\s++ban|Uỷ\s++ban|UBTVQH)")
_BLANK_LINE: Final = re.compile(r"\n\s*\n")
# "Luật Sửa đổi, …" names no law where those that it amends are not said, nor does "luật A".
_NAMES_NONE: Final = re.compile(r"(?i:sửa\s++đổi(?:(?:\s*+,|\s++và)?\s++bổ\s++sung)?)|\w")
_BACK: Final = 40
_MOST_WORDS: Final = 60
_MOST_BEFORE_A_DATE: Final = 12


def read_title(text: str, place: int, *, inner: bool = False) -> int:
    """Give the end of the title that begins at a place, the place itself when none does.

    An `inner` one stands in the title of an amending law, and amends nothing itself: so the depth is bounded.
    """
    if begins := _BEGINNING.match(text, place):
        match begins.lastgroup:
            case "known":
                return place if begins["abroad"] else _beyond(text, begins.end())
            case "short":
                return begins.end()
            case "none":
                return place
            case "amending" if not inner:
                end = _amended(text, begins.end())
                number = _INNER_NUMBER.match(text, end)
                return number.end() if number else end
    about = _ABOUT.match(text, place)
    if about and about["known"] and _is_one(text, place, about.end()):
        return _beyond(text, about.end())
    if text[place : place + 1].isupper() or (about and not about["known"]):
        end = _unknown(text, place)
        return place if _NAMES_NONE.fullmatch(text, place, end) else end
    return _named(text, place) if _is_referred(text, place) else _beyond(text, place)


def _is_referred(text: str, place: int) -> bool:
    """Tell whether the type before a title is written as a name, in a basis or where it is replaced."""
    if text[max(0, place - 8) : place].rstrip()[-4:] not in _NAMES:  # mostly small `luật`
        return False
    return bool(_REFERRED.search(text, max(0, place - _BACK), place))


def _is_one(text: str, place: int, end: int) -> bool:
    """Tell whether `Luật về …` is one law: its type is written as a name, or a number or a date follows."""
    since = max(0, place - _BACK)
    one = _ONE.search(text, since, place) and not _SEVERAL.search(text, since, place)
    return bool(one or _MARKED.match(text, end))


def is_branch(text: str, place: int) -> bool:
    """Tell whether a branch of law is named at a place, and no law: those of that name are codes."""
    branch = _BRANCH.match(text, place)
    return branch is not None and not _MARKED.match(text, branch.end())


def read_amending_title(text: str, place: int) -> tuple[int, int] | None:
    """Give the span of `sửa đổi, bổ sung một số điều của Luật …` after a law's number."""
    start = after_space(text, place)
    amending = _AMENDS.match(text, start)
    if not amending:
        return None
    end = _amended(text, amending.end())
    number = _LAST_NUMBER.match(text, end)
    return start, number.end() if number else end


def read_named_title(text: str, place: int) -> tuple[int, int] | None:
    """Give the span of a known title after a law's number: `Luật số 45/2013/QH13 Đất đai ngày 29/11/2013`."""
    named = _NAMED.match(text, place)
    return (after_space(text, place), named.end()) if named else None


def names_no_law(text: str, start: int) -> bool:
    """Tell whether the words before `Luật` make it a part of another name: `Khoa Luật …`, `ngành luật …`."""
    if text[max(0, start - 2) : start - 1] not in _LAST_LETTERS:  # nearly always so
        return False
    words = [word.lstrip("(“\"'–-") for word in text[max(0, start - _BACK) : start].split()[-2:]]
    return bool(words) and (words[-1] in _NO_LAW_AFTER or " ".join(words) in _NO_LAW_AFTER)


def after_space(text: str, place: int) -> int:
    """Go on to the next visible letter."""
    while place < len(text) and text[place].isspace():
        place += 1
    return place


def _amended(text: str, place: int) -> int:
    """Read the laws that an amending law names: each belongs to its title."""
    if many := _MANY.match(text, place):
        return _or_before_space(text, _unknown(text, many.end()))
    end = place
    while match := _NEXT.match(text, place):
        inner = match.end() if match["short"] else read_title(text, match.end(), inner=True)
        if inner == match.end() and not match["short"]:
            # "của các | Luật | về thuế"
            return end if end > place else _or_before_space(text, _unknown(text, inner))
        end = inner
        following = _AND_NEXT.match(text, end)
        if not following:
            return end
        place = following.end()
    return end


def _or_before_space(text: str, end: int) -> int:
    """Go back over white space: where nothing was read after it, it belongs to nothing."""
    while text[end - 1].isspace():
        end -= 1
    return end


def _named(text: str, place: int) -> int:
    """Read an unknown title in small letters where a law is surely named: on to its number or date."""
    rules = _RULES.match(text, place)
    end = start = rules.end() if rules else place
    for _ in range(_MOST_WORDS):
        step = _STEP.match(text, end)
        if not step or step.lastgroup == "never" or "\n\n" in step["gap"] or _OF_ISSUER.match(text, end):
            return place
        if step.lastgroup == "mark":
            return end if end > start and "," not in step["gap"] else place
        if step["rarely"] and (end == start or step["rarely"] in ("do", "bởi", "từ", "trước", "sau")):
            return place
        end = step.end()
    return place


def _beyond(text: str, sure: int) -> int:
    """Go on from a sure end to a number or a date, over plain words only: an unknown title may be longer."""
    end = sure
    for _ in range(_MOST_WORDS):
        step = _STEP.match(text, end)
        if not step or step.lastgroup in ("never", "rarely") or "," in step["gap"] or "\n\n" in step["gap"]:
            return sure
        if step.lastgroup == "mark":
            return end
        end = step.end()
    return sure


def _unknown(text: str, place: int) -> int:
    """Read an unknown title word by word to a number or a date; without one, to the first pause."""
    end, pause = place, 0
    for words in range(_MOST_WORDS):
        step = _STEP.match(text, end)
        if not step or _BLANK_LINE.search(step["gap"]) or _OF_ISSUER.match(text, end):
            break
        if step.lastgroup == "mark":
            crossed_too_much = pause and step["date"] and words > _MOST_BEFORE_A_DATE
            return pause if crossed_too_much and not _in_basis(text, place) else end
        if step.lastgroup == "never":
            break
        if (step.lastgroup in ("rarely", "again") or "," in step["gap"]) and end > place:
            pause = pause or end
        end = step.end()
    return _without_and(text, place, pause or end)


def _in_basis(text: str, place: int) -> bool:
    """Tell whether a law is named in a basis: `Căn cứ Luật …`."""
    referred = _REFERRED.search(text, max(0, place - _BACK), place)
    return referred is not None and referred["basis"] is not None


def _without_and(text: str, place: int, end: int) -> int:
    """Leave out an `và` that joined the title with something else."""
    words = text[place:end]
    return place + len(words.removesuffix("và").rstrip()) if words.endswith((" và", "\nvà")) else end
