"""Find the work that a citation with a miswritten number means, among those of its day or its title."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros import issuer, series, subject, symbol
from macros.issuer import Likeness

if TYPE_CHECKING:
    from macros.citing.model import Citation
    from macros.registry import Works
    from macros.symbol import Symbol
    from macros.work import Work


@dataclass(frozen=True)
class Slip:
    """The works that a miswritten number may stand for; one, beyond doubt, where it is sure."""

    works: tuple[Work, ...]
    is_sure: bool


def meant(citation: Citation, said: str, works: Works, own: str) -> Slip | None:
    """Look for the work of the same day, type and issuer whose number is almost the printed one.

    `said` is what stands behind the citation about its subject, `own` the citing document's issuer.
    """
    written = symbol.read(citation.number or "")
    if written is None or citation.date is None or not (written.code or written.bodies):
        return None
    hints = []
    for work in works.by_day.get(citation.date, ()):
        if work.type != citation.type or work.is_doubtful or not _may_be_meant(work, written, citation, own):
            continue
        if _is_proven(work, written, citation, said, own):
            return Slip((work,), is_sure=True)
        if not subject.is_another(said, work.subject) and _is_like(work, written, citation, said, works):
            hints.append(work)
    return Slip(tuple(hints), is_sure=False) if len(hints) == 1 else None


def _may_be_meant(work: Work, written: Symbol, citation: Citation, own: str) -> bool:
    """Tell whether a work of the day may be meant, as far as number and issuer say."""
    if not work.symbol or not subject.may_be_slip(citation.number or "", work.number):
        return False
    if not work.symbol.is_local and written.bodies == work.symbol.bodies:
        return True  # a central code names the issuer by itself
    return is_issued_by(work, citation, own) or (not citation.issuer and _has_same_serial(work, written))


def _has_same_serial(work: Work, written: Symbol) -> bool:
    """Tell whether only the codes differ: 226/2016/TT-TBC and 226/2016/TT-BTC."""
    known = work.symbol
    return known is not None and (known.ordinal, known.year) == (written.ordinal, written.year)


def _is_proven(work: Work, written: Symbol, citation: Citation, said: str, own: str) -> bool:
    """Tell whether subject, or serial and issuer, leave no doubt that this work is meant."""
    number, score = citation.number or "", subject.closeness(said, work.subject)
    same_serial = _has_same_serial(work, written)
    swap = subject.is_swap(number, work.number)
    enough = subject.EXACT if swap or same_serial or _is_far(work, written) else subject.SAME
    named = is_issued_by(work, citation, own)
    if (swap and _is_far(work, written)) or (same_serial and named):
        enough = subject.ALIKE
    if score >= enough:
        return True
    # An issuer gives a serial once a year: with its name beside it, only the code can be wrong.
    return same_serial and named and written.year is not None and not subject.is_another(said, work.subject)


def _is_far(work: Work, written: Symbol) -> bool:
    """Tell whether a number is further off than those of one day lie together.

    Works of one day may differ in one word: the lists of place names of two provinces.
    """
    known = work.symbol
    return known is None or abs(series.serial_of(known) - series.serial_of(written)) > _REACH


def _is_like(work: Work, written: Symbol, citation: Citation, said: str, works: Works) -> bool:
    """Tell whether a number alone speaks for a slip, with only day, type and issuer beside it.

    An issuer signs several works a day and their numbers lie close together: `146` is no slip for `145`.
    """
    known, serial = work.symbol, series.serial_of(written)
    if known is None or citation.date is None or not serial:
        return False
    if (written.code, written.bodies) != (known.code, known.bodies):
        return _has_same_serial(work, written) and subject.is_letter_slip(written.bodies, known.bodies)
    if written.year != known.year:
        return False
    if subject.closeness(said, work.subject) >= subject.EXACT:
        return True
    is_swap = subject.is_swap(citation.number or "", work.number)
    if not is_swap and (known.is_local or not subject.is_slip(citation.number or "", work.number)):
        return False
    key = series.key_of(known, work.type, citation.date, work.issuer)
    near = works.by_series.get(key)
    reach = _REACH_OF_SWAP if is_swap else _REACH
    return near is None or not near.has_near(serial, citation.date, reach)


_REACH = 12
_REACH_OF_SWAP = 6
"""A slip further away than the works of one day lie from each other; measured on 6,280 works.

With each work taken out in turn as if it were unknown, 1 was wrongly taken for a slip of another.
"""


def out_of_order(citation: Citation, works: Works, own: str) -> tuple[Work, ...]:
    """Give works that an unknown number and its day contradict, when they are too many for a chance.

    Of 6,280 works, each taken out in turn, 9 are so out of order, most of them by a slip in their own days.
    """
    read = symbol.read(citation.number or "")
    if read is None or citation.date is None or citation.type is None or not series.serial_of(read):
        return ()
    named = issuer.completed(citation.issuer or "", own)
    held = works.by_series.get(series.key_of(read, citation.type, citation.date, named))
    if held is None or not held.is_orderly:
        return ()
    found = held.out_of_order(series.serial_of(read), citation.date)
    return found if len(found) >= series.MOST_TOLD else ()


def is_rather_its_own(work: Work, citation: Citation, works: Works) -> bool:
    """Tell whether a known work's own day is the wrong one: it is out of order, the citation's is not."""
    if work.symbol is None or work.issued_on is None or citation.date is None:
        return False
    held = works.by_series.get(series.key_of(work.symbol, work.type, work.issued_on, work.issuer))
    serial = series.serial_of(work.symbol)
    if held is None or not held.is_orderly or not serial or citation.date.year != work.issued_on.year:
        return False
    return len(held.out_of_order(serial, work.issued_on)) > 1 and not held.out_of_order(serial, citation.date)


def entitled(citation: Citation, works: Works) -> Work | None:
    """Take a law's title for the proof that its unknown number is a slip: `Luật Đất đai số 13/2024/QH15`."""
    number = citation.number or ""
    for work in works.titled(citation.title or ""):
        if citation.date:
            near = work.issued_on == citation.date
        else:
            near = subject.is_slip(number, work.number) or _is_of_another_year(number, work)
        if near and subject.may_be_slip(number, work.number):
            return work
    return None


def _is_of_another_year(number: str, work: Work) -> bool:
    """Tell whether a law's number has only its year or its term wrong: 46/2011/QH12 of 46/2010/QH12."""
    written, known = symbol.read(number), work.symbol
    if written is None or known is None or written.ordinal != known.ordinal:
        return False
    return (written.year == known.year) != (written.bodies == known.bodies)


def is_issued_by(work: Work, citation: Citation, own: str) -> bool:
    """Tell whether a work is of the named issuer, or if none is named of the body of the citing province."""
    if named := issuer.completed(citation.issuer or "", own):
        return issuer.likeness(named, work.issuer) is Likeness.SAME
    place = issuer.place_of(own)
    is_only_one = work.symbol is not None and not work.symbol.is_of_everyone
    return is_only_one and bool(place) and place == issuer.place_of(work.issuer)
