"""Make slips in a correct citation, one class after another, as writers make them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from macros import issuer, subject, symbol
from macros.resolution import Citing

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from macros.citing.model import Citation
    from macros.registry import Works
    from macros.work import Work


@dataclass(frozen=True)
class Sound:
    """A text with a citation in which nothing is wrong, what it means, and who cites it."""

    text: str
    citation: Citation
    work: Work | None
    citing: Citing

    def on(self, day: date) -> Sound:
        """Let the citing document be of another day."""
        return replace(self, citing=Citing.on(day, self.citing.issuer))

    def with_part(self, old: str, new: str) -> Sound | None:
        """Put new words for old ones inside the citation; None where they do not stand there."""
        said = self.citation.text
        if not old or old not in said or old == new:
            return None
        at = self.citation.start
        changed = said.replace(old, new, 1)
        return replace(self, text=self.text[:at] + changed + self.text[self.citation.end :])


@dataclass(frozen=True)
class Slip:
    """A class of slips: the verdict it belongs to, how it is made, and which codes report it."""

    verdict: int
    name: str
    codes: frozenset[str]
    make: Callable[[Sound, Works, Random], Sound | None]
    is_of_ended: bool = False
    """Whether it is judged as if every work had ended a year after it began: few known ends are on record."""


def number_against_subject(sound: Sound, works: Works, random: Random) -> Sound | None:
    """Miswrite a number where a title, or the words behind the citation, tell what is meant."""
    return wrong_number(sound, works, random) if _tells_subject(sound) else None


def number_alone(sound: Sound, works: Works, random: Random) -> Sound | None:
    """Miswrite a number where nothing but its day and issuer speak for another."""
    cut = replace(sound, text=f"{sound.text[: sound.citation.end]};") if _tells_subject(sound) else sound
    return None if sound.citation.title else wrong_number(cut, works, random)


def _tells_subject(sound: Sound) -> bool:
    """Tell whether the text says of a known work what it is about."""
    citation, work = sound.citation, sound.work
    said = subject.said_after(sound.text, citation.end)
    if not work or citation.title:
        return bool(work)
    return subject.closeness(said, work.subject) >= subject.ALIKE


def wrong_number(sound: Sound, works: Works, random: Random) -> Sound | None:
    """Swap two digits, change one, leave one out or write one twice: 4126 for 4216."""
    work, printed = sound.work, sound.citation.printed_number or ""
    serial = re.match(r"\d+", printed)
    if not work or not serial or not (sound.citation.date or sound.citation.title):
        return None
    changed = random.choice(sorted(_miswritten(serial[0]) or {""}))
    other = changed + printed[serial.end() :]
    known = works.numbered(other, work.type)
    if not changed or any(one.issued_on in {None, work.issued_on} for one in known):
        return None
    return sound.with_part(printed, other)


def _miswritten(serial: str) -> set[str]:
    """Give the ways in which a serial is often miswritten; what begins with 0 or is the same is none."""
    ways = {serial[:p] + serial[p + 1] + serial[p] + serial[p + 2 :] for p in range(len(serial) - 1)}
    ways |= {serial[:p] + str((int(serial[p]) + 1) % 10) + serial[p + 1 :] for p in range(len(serial))}
    ways |= {serial[:p] + serial[p] + serial[p:] for p in range(len(serial))}
    ways |= {serial[:p] + serial[p + 1 :] for p in range(len(serial)) if len(serial) > 2}
    return {way for way in ways if way != serial and not way.startswith("0")}


def wrong_day(sound: Sound, works: Works, random: Random) -> Sound | None:
    """Change the day or the month."""
    day, work = sound.citation.date, sound.work
    if not day or not work or not work.issued_on:
        return None
    moved = day + timedelta(days=random.choice([-30, -20, -10, -9, -1, 1, 2, 9, 10, 20, 31]))
    same = works.numbered(sound.citation.number or "", work.type)
    is_another = any(one.issued_on in {None, moved} for one in same)
    if moved.year != day.year or is_another or (sound.citing.latest and moved > sound.citing.latest):
        return None
    return sound.with_part(sound.citation.printed_date or "", written(moved))


def wrong_issuer(sound: Sound, works: Works, random: Random) -> Sound | None:
    """Name another body."""
    del works
    named, read = sound.citation.issuer, symbol.read(sound.citation.number or "")
    allowed = symbol.issuers_of(read) if read else ()
    others = [body for body in _BODIES if not issuer.can_be(body, allowed)]
    return sound.with_part(named, random.choice(others)) if named and allowed and others else None


_BODIES: Final = ("Chính phủ", "Thủ tướng Chính phủ", "Quốc hội", "Bộ Tài chính", "Bộ Nội vụ", "Bộ Y tế")


def wrong_type(sound: Sound, works: Works, random: Random) -> Sound | None:
    """Call it by another type than its code stands for."""
    del works
    type_, read = sound.citation.type or "", symbol.read(sound.citation.number or "")
    if type_ not in _TYPES or not read or read.type != type_:
        return None
    others = [other for other in _TYPES if other != type_ and not read.allows_type(other)]
    return sound.with_part(type_, random.choice(others)) if others else None


_TYPES: Final = ("Nghị định", "Nghị quyết", "Quyết định", "Thông tư", "Chỉ thị")


def foreign_letter(sound: Sound, works: Works, random: Random) -> Sound | None:
    """Type a letter of the code on a Russian keyboard."""
    del works
    printed = sound.citation.printed_number or ""
    places = [place for place, letter in enumerate(printed) if letter in _CYRILLIC]
    if not places:
        return None
    at = random.choice(places)
    return sound.with_part(printed, printed[:at] + _CYRILLIC[printed[at]] + printed[at + 1 :])


_CYRILLIC: Final = dict(zip("ABCEHKMPT", "АВСЕНКМРТ", strict=True))


def impossible_day(sound: Sound, works: Works, random: Random) -> Sound | None:
    """Write a day that no calendar has."""
    del works
    if not sound.citation.date:
        return None
    day = random.choice(["31/4", "30/02", "31/11", "32/12", "12/13"])
    return sound.with_part(sound.citation.printed_date or "", f"{day}/{sound.citation.date.year}")


def later_day(sound: Sound, works: Works, random: Random) -> Sound | None:
    """Let the citing document be older than what it cites."""
    del works
    day = sound.citation.date
    return sound.on(day - timedelta(days=random.randint(1, 300))) if day else None


def another_year(sound: Sound, works: Works, random: Random) -> Sound | None:
    """Let the year of the day be another than that in the number."""
    del works, random
    day, read = sound.citation.date, symbol.read(sound.citation.number or "")
    if not day or not read or read.year != day.year or (day.month, day.day) == (2, 29):
        return None
    return sound.with_part(sound.citation.printed_date or "", written(day.replace(year=day.year - 1)))


def no_zero_in_day(sound: Sound, works: Works, random: Random) -> Sound | None:
    """Leave the zero of a day under 10 out."""
    del works, random
    day = sound.citation.date
    return (
        sound.with_part(sound.citation.printed_date or "", f"{day.day}/{day.month:02}/{day.year}")
        if day and day.day < 10
        else None
    )


def no_zero_in_number(sound: Sound, works: Works, random: Random) -> Sound | None:
    """Leave the zero of a number under 10 out."""
    del works, random
    printed = sound.citation.printed_number or ""
    return sound.with_part(printed, printed[1:]) if re.match(r"0[1-9]\D", printed) else None


def space_in_number(sound: Sound, works: Works, random: Random) -> Sound | None:
    """Put a space behind a stroke or a hyphen of a number that has its code."""
    del works
    printed = sound.citation.printed_number or ""
    places = [match.start() for match in re.finditer(r"[/-](?=[A-ZĐ])", printed)]
    at = random.choice(places) if places else 0
    return sound.with_part(printed, f"{printed[: at + 1]} {printed[at + 1 :]}") if places else None


def small_letters(sound: Sound, works: Works, random: Random) -> Sound | None:
    """Write the code in small letters."""
    del works, random
    printed = sound.citation.printed_number or ""
    return sound.with_part(printed, printed.lower())


def wrong_order(sound: Sound, works: Works, random: Random) -> Sound | None:
    """Put the article before its clause."""
    del works, random
    match = re.search(r"\b(khoản \w+) (Điều \d\w*)", sound.citation.text)
    return sound.with_part(match[0], f"{match[2]} {match[1]}") if match else None


def wrong_capitals(sound: Sound, works: Works, random: Random) -> Sound | None:
    """Write `điều` small or `Khoản` large, not at the start of a sentence."""
    del works
    said = sound.citation.text
    units = [m for m in re.finditer(r"\b(?:Điều|khoản|điểm)(?= \w)", said) if m.start() and m[0] in said]
    if not units:
        return None
    unit = random.choice(units)
    first = unit[0][0]
    changed = said[: unit.start()] + first.swapcase() + said[unit.start() + 1 :]
    return sound.with_part(said, changed)


def two_days(sound: Sound, works: Works, random: Random) -> Sound | None:
    """Cite it a second time, of another day of the same year."""
    del works
    citation, day = sound.citation, sound.citation.date
    read = symbol.read(citation.number or "")
    if not day or not read or not citation.printed_date or not citation.text[0].isalpha():
        return None
    if (read.is_of_everyone and not citation.issuer) or citation.text.lower().startswith("số"):
        return None
    other = written(day.replace(day=1 + (day.day + random.randint(1, 20)) % 28))
    again = citation.text.replace(citation.printed_date, other)
    return (
        replace(sound, text=f"{sound.text}\n\nTiếp tục thực hiện {again}.") if other != written(day) else None
    )


def lapsed(sound: Sound, works: Works, random: Random) -> Sound | None:
    """Let the citing document be of a day on which the work had lapsed."""
    work = sound.work if _leads(sound) else None
    ended = works.by_key.get(work.key) if work else None
    if not ended or not ended.lapsed_on:
        return None
    return sound.on(ended.lapsed_on + timedelta(days=random.randint(0, 900)))


def not_yet(sound: Sound, works: Works, random: Random) -> Sound | None:
    """Let the citing document be of a day on which the work was not in force yet."""
    del works
    work = sound.work if _leads(sound) else None
    if not work or not work.issued_on or not work.in_force_from or work.in_force_from <= work.issued_on:
        return None
    waiting = (work.in_force_from - work.issued_on).days
    return sound.on(work.issued_on + timedelta(days=random.randrange(waiting)))


def _leads(sound: Sound) -> bool:
    """Tell whether the text leans on the work: what another's title only names may lapse."""
    return bool(re.search(r"(?:^|[\n;])\s*(?:Căn cứ\s+)?$", sound.text[: sound.citation.start]))


def written(day: date) -> str:
    """Write a day as NĐ 30/2020 asks for: `05/3/2020`, `05/01/2020`."""
    month = f"{day.month:02}" if day.month <= 2 else str(day.month)
    return f"{day.day:02}/{month}/{day.year}"


EXISTENCE: Final = frozenset({"TD101", "TD102", "TD103", "TD104", "TD105", "TD106", "TD109", "TD110"})

SLIPS: Final = (
    Slip(1, "number wrong, subject told", EXISTENCE, number_against_subject),
    Slip(1, "number wrong, subject not told", EXISTENCE, number_alone),
    Slip(1, "day wrong", EXISTENCE | {"TD405", "TD406"}, wrong_day),
    Slip(2, "lapsed before the citing day", frozenset({"TD201"}), lapsed, is_of_ended=True),
    Slip(2, "not yet in force", frozenset({"TD202"}), not_yet),
    Slip(4, "issuer against code", frozenset({"TD404", "TD104"}), wrong_issuer),
    Slip(4, "type against code", frozenset({"TD403", "TD412", "TD103"}), wrong_type),
    Slip(4, "look-alike letter", frozenset({"VB102"}), foreign_letter),
    Slip(4, "impossible day", frozenset({"TD401"}), impossible_day),
    Slip(4, "day after the citing document's", frozenset({"TD402"}), later_day),
    Slip(4, "year of day against number", frozenset({"TD405", "TD102"}), another_year),
    Slip(4, "one number, two days", frozenset({"TD406", "TD102", "TD101"}), two_days),
    Slip(4, "zero missing in day", frozenset({"VB202"}), no_zero_in_day),
    Slip(4, "zero missing in number", frozenset({"TD407"}), no_zero_in_number),
    Slip(4, "space in number", frozenset({"TD407"}), space_in_number),
    Slip(4, "small letters in number", frozenset({"TD407"}), small_letters),
    Slip(4, "article before clause", frozenset({"TD409"}), wrong_order),
    Slip(4, "capitals of khoản, Điều", frozenset({"TD409"}), wrong_capitals),
)
