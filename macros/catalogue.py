"""Read a catalogue of works, such as a ministry's codification: a table in CSV, with its own faults told."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from macros import symbol
from macros.work import Work, item_of, official_address

if TYPE_CHECKING:
    from collections.abc import Iterator

COLUMNS = ("type", "number", "title", "issued_on", "issuer", "in_force_from", "status", "address", "source")

LONGEST_FIELD = 10_000
MOST_ROWS = 1_000_000


class CatalogueError(Exception):
    """The file is no catalogue at all; the message is for staff."""


@dataclass(frozen=True)
class CatalogueFault:
    """What is wrong with a row, and what was done about it."""

    line: int
    message: str
    value: str


@dataclass(frozen=True)
class Catalogue:
    """A catalogue's works and its faults; none of them keeps the others from being read."""

    works: tuple[Work, ...]
    faults: tuple[CatalogueFault, ...] = field(repr=False, default=())


def read(data: bytes) -> Catalogue:
    """Read a catalogue's bytes. Raises CatalogueError when they are no such table."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CatalogueError("không phải là tệp CSV mã UTF-8; hãy lưu lại kiểu “CSV UTF-8”") from error
    rows = _rows(text)
    head = [name.strip().lower() for name in next(rows, (1, []))[1]]
    if missing := [name for name in COLUMNS[:5] if name not in head]:
        raise CatalogueError(
            f"dòng đầu thiếu cột {', '.join(missing)}; hãy ghi dòng đầu là {','.join(COLUMNS)}"
        )
    reader = _Reader({name: head.index(name) for name in COLUMNS if name in head}, len(head))
    return Catalogue(tuple(reader.read(rows)), tuple(reader.faults))


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Go through the rows with the line that each begins on; columns part at commas, or as in the head."""
    first = text.partition("\n")[0]
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=first.count), strict=False)
    while True:
        line = rows.line_num + 1
        try:
            row = next(rows, None)
        except csv.Error as error:
            raise CatalogueError(
                f"dòng {line}: không tách được thành các cột; có lẽ thiếu dấu ngoặc kép đóng"
            ) from error
        if row is None:
            return
        yield line, row


class _Reader:
    """Turn rows into works and note what is wrong with them."""

    def __init__(self, columns: dict[str, int], width: int) -> None:
        self.columns = columns
        self.width = width
        self.faults: list[CatalogueFault] = []
        self.seen: dict[tuple[str, str, str], dict[str, int]] = {}
        self.keys: dict[str, int] = {}
        self.days: dict[str, date | None] = {}
        self.line = 0

    def read(self, rows: Iterator[tuple[int, list[str]]]) -> Iterator[Work]:
        for self.line, row in rows:
            if len(row) == self.width:
                values = {name: row[place].strip() for name, place in self.columns.items()}
                if self._is_whole(values) and (work := self._work(values)):
                    yield work
            elif any(row):
                unclosed = any("\n" in value for value in row)
                hint = "có lẽ thiếu dấu ngoặc kép đóng" if unclosed else "bỏ qua dòng này"
                self._note(f"có {len(row)} cột, đáng lẽ {self.width}; {hint}", ",".join(row))

    def _is_whole(self, values: dict[str, str]) -> bool:
        if not values["type"] or not (values["number"] or values["title"]):
            self._note("thiếu loại, hoặc thiếu cả số và tên; bỏ qua dòng này", values["title"])
            return False
        if first := self._first_with(values):
            self._note(f"trùng với dòng {first}; bỏ qua dòng này", values["number"])
        return not first

    def _first_with(self, values: dict[str, str]) -> int | None:
        """Give the line that said the same work before: with the same issuer, or where one names none."""
        named, number = values["issuer"], symbol.canonical(values["number"]) or values["title"]
        lines = self.seen.setdefault((values["type"], number, values["issued_on"]), {})
        first = lines.get(named) or (lines.get("") if named else next(iter(lines.values()), None))
        lines.setdefault(named, self.line)
        return first

    def _work(self, values: dict[str, str]) -> Work:
        number = self._number(values["number"])
        issued_on = self._day(values["issued_on"], "ngày ban hành")
        in_force_from = self._day(values.get("in_force_from", ""), "ngày có hiệu lực")
        return Work(
            self._key(number or values["title"], issued_on),
            values["type"],
            number,
            issued_on,
            issued_on.year if issued_on else None,
            values["issuer"].rstrip("."),
            _own_title(values["type"], {values["number"], number}, values["title"]),
            in_force_from=in_force_from,
            force=self._force(values.get("status", "")),
            seen_on=_month(values.get("source", "")),
            address=self._address(values.get("address", "")),
            is_doubtful=self._contradicts(number, issued_on, in_force_from),
        )

    def _number(self, written: str) -> str:
        """Mend a number's slips: look-alike letters, a space, a note behind it (`TT-BTNMT(1)`)."""
        plain = re.split(r"[(\"“]|(?<=[A-ZĐƠƯ])\s+(?=\w+\s*)(?![-/])", written.strip(), maxsplit=1)[0]
        number = symbol.canonical(plain).rstrip(".-")
        if number != written:
            self._note("số, ký hiệu có ký tự lạ; đã hiểu là " + number, written)
        return number

    def _day(self, written: str, name: str) -> date | None:
        if written not in self.days:
            try:
                self.days[written] = date.fromisoformat(written) if written else None
            except ValueError:
                self.days[written] = None
        if written and self.days[written] is None:
            self._note(f"{name} không phải là ngày có thật (yyyy-mm-dd); để trống", written)
        return self.days[written]

    def _force(self, written: str) -> str:
        force = " ".join(written.lower().split()) or "chưa xác minh"
        if force in _FORCES:
            return force
        self._note("hiệu lực không có trong danh mục; để là chưa xác minh", written)
        return "chưa xác minh"

    def _address(self, written: str) -> str:
        """Write an address of the national database anew from its ItemID; take others that are addresses."""
        if item := item_of(written):
            return official_address(item)
        if written and not _ADDRESS.fullmatch(written):
            self._note("địa chỉ không có dạng https://…; để trống", written)
            return ""
        return written

    def _contradicts(self, number: str, issued_on: date | None, in_force_from: date | None) -> bool:
        """Tell whether a row contradicts itself: 33/2021/NĐ-CP of 2020, or in force before its issue."""
        read = symbol.read(number) if number else None
        if number and (read is None or not (read.code or read.bodies)):
            self._note("số thiếu ký hiệu; không dùng để xét", number)
            return True
        if read and read.year and issued_on and read.year != issued_on.year:
            self._note(f"năm trong số trái với ngày ban hành {issued_on:%d/%m/%Y}; không dùng để xét", number)
            return True
        if issued_on and in_force_from and in_force_from < issued_on:
            self._note(f"có hiệu lực trước ngày ban hành {issued_on:%d/%m/%Y}; không dùng để xét", number)
            return True
        return False

    def _key(self, name: str, issued_on: date | None) -> str:
        key = f"{symbol.key_of(name)}@{issued_on.isoformat()}" if issued_on else symbol.key_of(name)
        self.keys[key] = self.keys.get(key, 0) + 1
        return key if self.keys[key] == 1 else f"{key}#{self.keys[key]}"

    def _note(self, message: str, value: str) -> None:
        self.faults.append(CatalogueFault(self.line, message, value[:120]))


_FORCES = frozenset(
    {
        "còn hiệu lực",
        "chưa có hiệu lực",
        "hết hiệu lực một phần",
        "hết hiệu lực toàn bộ",
        "ngưng hiệu lực",
        "chưa xác minh",
    }
)


def _own_title(type_: str, numbers: set[str], written: str) -> str:
    """Take off what a title repeats: `Luật Báo chí số 126/2025/QH15` of that law is `Báo chí`."""
    title = " ".join(written.split())
    # "Luật sư" is the whole title of the Law on Lawyers, no type with half a title behind it.
    if title.lower().startswith(f"{type_.lower()} ") and title.lower() != "luật sư":
        title = title[len(type_) :].lstrip()
        title = title.capitalize() if title.isupper() else title
    for number in filter(None, numbers):
        for said in (f"số {number}", number):
            title = title.removeprefix(f"{said} ")
        if title.lower().endswith(f" số {number.lower()}"):
            title = title[: -len(f" số {number}")]
    return title


_ADDRESS = re.compile(r"https?://[\w.-]+(/[^\s\"'<>\\]*)?")
_MONTH = re.compile(r"(?<!\d)(\d{1,2})/(\d{4})\s*$")


def _month(source: str) -> date | None:
    """Read when a row's source was looked up: `vbpl.vn, 4/2026` is known for the first of May."""
    match = _MONTH.search(source)
    if not match or not 1 <= int(match[1]) <= 12:
        return None
    month, year = int(match[1]), int(match[2])
    return date(year + month // 12, month % 12 + 1, 1) if 1900 <= year < 2200 else None
