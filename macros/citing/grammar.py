"""The small parts of the grammar of citations: white space, numbers and dates, each with a real example."""

from __future__ import annotations

import datetime
import re
from functools import lru_cache
from typing import Final

# "… của ⏎⏎CÔNG BÁO/Số 303/Ngày 02-06-2026⏎23⏎⏎Bộ trưởng": the head of a gazette's page inside a citation;
# "của⏎⏎12⏎⏎Bộ trưởng": the number of a page.
GAZETTE_HEAD: Final = r"(?:\d{1,4}\s{1,6})?CÔNG BÁO/Số[^\n]{1,60}\n\s*+(?:\d{1,4}[^\S\n]*\n\s*+)?"
GAP: Final = rf"\s++(?:{GAZETTE_HEAD}|(?<=\n)\d{{1,4}}[^\S\n]*\n\s*+)?"

# "số 12/…", "số: 1505/…", "Số 12/…"; "số Số: 12/…"; "sô" and "sổ" are slips, as is "s 12/…".
NUMBER_WORD: Final = r"(?:số(?:\s++[sS]ố)?+|[sS][ốôổồ]|SỐ|s(?=\s++\d))\s*+[:.]?\s*+"

# The serial: "30", "66.14", "20251022", "15a"; then perhaps the year "/2020", "-2018/".
_SERIAL: Final = r"\d{1,8}+(?:\.\d{1,3})?[a-zA-Z]?"
_YEAR: Final = r"(?:\s{0,3}/\s{0,3}\d{3,5}(?![\d])|[-–]20\d\d(?=/))?"

# A piece of the code: "NĐ", "CP", "TTr", "QĐi", "QH15", "BGD&ĐT", "QLNƠ"; or all small: "qđ", "ubnd".
_PIECE: Final = r"[A-ZĐƯ][A-Za-zĐđƯƠ0-9]*+(?:&[A-ZĐ][A-Za-zĐđ0-9]*+)*+(?!\w)"
_SMALL: Final = r"[a-zđ&]{1,14}\d{0,2}(?!\w)"
# After white space only what is surely a code: two capitals, "TTLT- BTC", "UBTVQH13 -ĐCTUBTWMTTQVN"; or
# that of a decree of the first years, "97 - Sl", "12 - B/SL".
_SURE: Final = rf"(?:(?=[A-Za-zđ]*[A-ZĐ][A-Za-zđ]*[A-ZĐ]){_PIECE}|(?:[A-Z]/)?[Ss][Ll](?!\w))"
# The unit that wrote it: "(X13)", "(KT)", "(V19,X13)", "BCA (C11-C16)".
_UNIT: Final = (
    r"(?:\([A-ZĐ]{1,6}\d{0,2}(?:[-,][A-ZĐ]{1,6}\d{0,2})*+\)"
    r"|(?<=BCA)\s{1,2}\([A-Z]\d{1,2}(?:-[A-Z]\d{1,2})++\))"
)
# The assembly's term, written apart: "NQ-QH 12", "UBTVQH 11".
_TERM: Final = r"(?<=QH)\s{1,2}(?:[1-9]|1\d)(?=\s*+(?:[,;:.)](?!\d)|$)|\s++(?:ngày|của|năm|về|và)\s)"

# The code is "/NĐ-CP", "-NQ/TW", " - TB/TU", "/NĐ - CP", "/TTr -STP", "/TTLT- BTC-BKHCN", "/TT-BCA(X13)",
# "/HĐND-VP(KT)", "/QĐ/BGD&ĐT-KHTC", "-SL/L-004"; where the stroke was forgotten " NQ/TW", "QĐ/GTVT".
_CODE: Final = (
    rf"(?:\s{{0,3}}[/–-](?:{_PIECE}|\s{{1,3}}{_SURE}|{_SMALL})|\s{{0,2}}(?=[A-ZĐ]{{2,4}}[/-][A-ZĐ]{{2}}){_PIECE})"
    rf"(?:\s{{1,2}}[/–-]\s{{1,2}}{_SURE})?"
    rf"(?:[/–.-](?:{_PIECE}|{_SMALL})|(?:[/–-]\s{{1,3}}|\s{{1,3}}[/–-]){_SURE})*+"
    rf"(?:{_UNIT}|{_TERM}|(?<=/L)-\d{{3}})?"
)
CODED_NUMBER: Final = rf"{_SERIAL}{_YEAR}{_CODE}"

# "Nghị định 305/2025", "Công văn 2554", "Nghị quyết 30a": no code; neither a date nor a share.
PLAIN_NUMBER: Final = r"\d{1,6}+[a-e]?+(?:/(?:19|20)\d{2})?+(?![\w%]|[/.,-]\d|\s*[/-]\s*\d)"

# "07/3/2019", "07-3-2019", "26.9.2017", "07 tháng 3 năm 2019", "21 tháng năm 2001", "20/11/20225",
# "19 tháng 4 tháng 2007", "18 tháng 5 năm 005".
_IN_DIGITS: Final = "|".join(rf"{sign}\s{{0,3}}\d{{1,2}}\s{{0,3}}{sign}" for sign in ("/", "-", r"\."))
DATE: Final = (
    rf"(?:\d{{1,2}}(?:\s{{0,3}}(?:{_IN_DIGITS})\s{{0,3}}(?:\d{{4,5}}|\d\d)(?!\d)"
    r"|\s{0,6}(?:tháng|THÁNG)\s{0,6}(?:\d{1,2}\s{0,6})?,?\s{0,6}(?:năm|NĂM|tháng(?=\s{1,6}\d{4}))\s{0,6}\d{3,5}(?!\d)"
    r"|\s{1,6}tháng\s{1,6}\d{1,2}\s{0,3}[,/-]?\s{0,3}\d{4}(?!\d)))"
)
# "ngày    tháng    năm 2020", "ngày … tháng 5 năm 2020": left open in a draft.
# "ngày 19/6", "ngày 19 tháng 6" in a text of that very year.
SHORT_DATE: Final = (
    r"(?:\d{1,2}[/-](?:1[0-2]|0?[1-9])(?![\w/-]|\.\d)|\d{1,2}\s{1,6}tháng\s{1,6}(?:1[0-2]|0?[1-9])(?!\w))"
)
OPEN_DATE: Final = r"[\s.…_]{0,40}tháng[\s.…_]{0,40}\d{0,2}[\s.…_]{0,40}năm[\s.…_]{0,40}(?:\d{2,4})?"
# "ngày", "Ngày", "ký ngày", "ngày ngày"; "Ngày" at the beginning of a line begins a sentence.
DATE_WORD: Final = r"(?:(?:ký|ban hành|ký ban hành)\s{1,3})?(?:(?:n|(?<!\n)N)g[àa]y(?:\s++ngày)?+|NGÀY):?"

_DIGITS: Final = re.compile(r"\d+")
_YEAR_AT_END: Final = re.compile(r"(?<!\d)((?:19|20)\d{2})$")
_BETWEEN: Final = re.compile(r"[\s/–.-]+")


def fold_number(printed: str) -> str:
    """Take white space out of a number: `99- TB/TW` is `99-TB/TW`."""
    return "".join(printed.split()).replace("–", "-")


@lru_cache(maxsize=4096)
def read_date(printed: str) -> tuple[datetime.date | None, int | None]:
    """Read a printed date as (date, None); an impossible or incomplete one as (None, its year or None)."""
    parts = _DIGITS.findall(printed)
    if len(parts) == 3:
        try:
            return datetime.date(_whole_year(parts[2]), int(parts[1]), int(parts[0])), None
        except ValueError:
            return None, None
    year = _YEAR_AT_END.search(printed.rstrip())
    return None, int(year[1]) if year else None


def _whole_year(printed: str) -> int:
    """Give the year of `25/10/93`: documents of this state begin in 1945; 0, which is none, for `005`."""
    year = int(printed)
    if len(printed) == 2:
        return year + (1900 if year >= 45 else 2000)
    return year if len(printed) != 3 else 0


def codes(number: str) -> tuple[str, ...]:
    """Give the pieces of a number's code in capitals, without their digits: `72/2025/QH15` has QH."""
    return tuple(bare for piece in _BETWEEN.split(number.upper()) if (bare := piece.rstrip("0123456789")))
