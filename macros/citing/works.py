"""Read one work from its type on: by its number, or by the title of a law."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from macros.citing.grammar import CODED_NUMBER, DATE, DATE_WORD, NUMBER_WORD
from macros.citing.parts import (
    AND_NEXT,
    PLAIN,
    USUAL,
    Found,
    is_constitution,
    is_short_form,
    read_parts,
    take_parts,
)
from macros.citing.titles import (
    after_space,
    is_branch,
    names_no_law,
    read_amending_title,
    read_named_title,
    read_title,
)
from macros.citing.vocabulary import any_of, in_all_cases, read_words

if TYPE_CHECKING:
    from macros.citing.vocabulary import WorkType

# "Báo cáo [thẩm tra] số …", "Thông báo [Kết luận] số …".
MODIFIERS: Final = rf"(?:\s++(?!số|\d)(?:{any_of(in_all_cases(read_words('modifiers.txt')['']))})(?!\w))?+"

# "Luật số: 64/2025/QH15" alone on its line is the number of the document itself.
_OWN_NUMBER: Final = rf"[^\S\n]*+số[^\S\n]*+:[^\S\n]*+{CODED_NUMBER}[^\S\n]*+(?:\n|$)"
# All that follows a type, at once: "[thẩm tra] | này", "[thẩm tra] | số 30/2020/NĐ-CP ngày 05/3/2020 của ".
_AFTER_TYPE: Final = re.compile(
    rf"(?:(?={_OWN_NUMBER})(?P<own>))?+{MODIFIERS}(?P<at>)"
    rf"(?:\s++này(?!\w)(?P<this>)|{USUAL}(?(number)|(?:(?={PLAIN})(?P<plain>))?+){AND_NEXT})"
)
# "Bộ luật Hình sự [(BLHS)] năm 2015", "Luật Đất đai [(LĐĐ)] số 31/2024/QH15".
_AFTER_TITLE: Final = re.compile(
    rf"(?:\s++\([A-ZĐ]{{2,12}}\)(?=\s++(?:năm\s++)?(?:19|20)\d{{2}}(?![\w/-])"
    rf"|,?\s++(?:{NUMBER_WORD}{CODED_NUMBER}|(?:{DATE_WORD})\s++{DATE})))?{USUAL}{AND_NEXT}"
)
# "Pháp lệnh | ngày 16/7/2012 | sửa đổi, bổ sung …".
_DATED: Final = re.compile(rf"\s++(?:{DATE_WORD})\s++({DATE})")
# "công văn này" is a letter's name of itself; "văn bản này" may be anything.
_LETTERS: Final = frozenset({"Công văn", "Công điện"})
_SEVERAL: Final = re.compile(r"(?:[cC]ác|[nN]hững|hai)\s$")


def read_work(
    text: str, start: int, end: int, work_type: WorkType, *, provision: bool = False
) -> Found | None:
    """Read a work whose type stands at start … end: `Nghị định này`, `Luật Đất đai số …`, `Công văn 2554`.

    Where a `provision` of it was named, a branch of law means the law.
    """
    after = _AFTER_TYPE.match(text, end)
    if not after or (after.start("own") >= 0 and _begins_line(text, start)):
        return None
    found = Found(start, end, work_type)
    if after.lastgroup == "this":
        if not (_names_this(text, start, work_type) or (provision and work_type.kind != "numbered")):
            return None
        found.end, found.relative = after.end(), True
        return found
    if work_type.kind != "titled":
        return take_parts(text, found, after)
    if after.start("at") == end and (after.start("number") >= 0 or after.start("plain") >= 0):
        return _numbered_law(text, take_parts(text, found, after))
    if work_type.name == "Luật" and not provision and is_branch(text, after_space(text, end)):
        return None
    law = _titled_law(text, found)
    if provision and not law and is_constitution(found) and text[start].isupper():
        return found  # "Điều 14 Hiến pháp": the one in force
    return law


def _begins_line(text: str, start: int) -> bool:
    return not text[text.rfind("\n", 0, start) + 1 : start].strip()


def _names_this(text: str, start: int, work_type: WorkType) -> bool:
    """Tell whether `… này` means this very document: not `kế hoạch này`, not `các thông tư này`."""
    named = text[start].isupper() or work_type.kind in ("act", "titled") or work_type.name in _LETTERS
    return named and work_type.kind != "numbered" and not _SEVERAL.search(text, max(0, start - 8), start)


def _numbered_law(text: str, law: Found | None) -> Found | None:
    """Read the title that may follow a law's number: `Luật số 12/… sửa đổi, bổ sung … của Luật …`."""
    if not law or not law.number:
        return law
    title = read_amending_title(text, law.end)
    if not title and law.end == law.number[1]:
        title = read_named_title(text, law.end)
    if title:
        law.title, law.end = title, title[1]
        return read_parts(text, law, law.end)
    return law


def _titled_law(text: str, found: Found) -> Found | None:
    """Read a code, a law or an ordinance by its title and what follows."""
    place = after_space(text, found.end)
    if is_short_form(text, found):  # "BLDS": type and title in one
        found.title = (found.start, found.end)
        return read_parts(text, found, found.end)
    end = read_title(text, place)
    if end > place and not names_no_law(text, found.start):
        found.title, found.end = (place, end), end
        return take_parts(text, found, _AFTER_TITLE.match(text, end))
    if is_constitution(found) and text[found.start].isupper():
        return read_parts(text, found, found.end)
    return _dated_law(text, found)


def _dated_law(text: str, law: Found) -> Found | None:
    """Read an amending law named by its date: `Pháp lệnh ngày 16/7/2012 sửa đổi … của Pháp lệnh …`."""
    dated = _DATED.match(text, law.end)
    title = read_amending_title(text, dated.end()) if dated else None
    if not dated or not title:
        return None
    law.date, law.title, law.end = dated.span(1), title, title[1]
    return read_parts(text, law, law.end)
