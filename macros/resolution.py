"""Resolve a citation: which work it means, on the day of the citing document, or why that cannot be told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from macros import issuer, slip, subject, symbol
from macros.issuer import Likeness
from macros.work import NAMED_BY_TITLE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from macros.citing.model import Citation
    from macros.registry import Works
    from macros.work import Work


@dataclass(frozen=True)
class Citing:
    """What is known of the document that cites: between which days it was issued, and by whom."""

    earliest: date | None = None
    latest: date | None = None
    issuer: str = ""

    @classmethod
    def on(cls, day: date | None, issuer: str = "") -> Citing:
        """Take a document of one day, or of an unknown one."""
        return cls(day, day, issuer)

    @classmethod
    def in_year(cls, year: int, issuer: str = "") -> Citing:
        """Take a document of which only the year is known."""
        return cls(date(year, 1, 1), date(year, 12, 31), issuer)


class Match(Enum):
    """How a citation and the known works fit."""

    NONE = "not known"
    ONE = "one work"
    SEVERAL = "more than one work"
    SLIP = "none as written, but one that is written almost so"
    OTHER_DAY = "the number is known, of another day"
    OTHER_TYPE = "the number and day are known, of another type"
    OTHER_ISSUER = "the number and day are known, of another issuer"
    HINT = "perhaps a slip, on weak evidence"
    DISORDER = "number and day do not fit those of the same body and year"


@dataclass(frozen=True)
class Resolution:
    """What a citation was found to mean: the match, and the works that fit or come near."""

    match: Match
    works: tuple[Work, ...] = ()

    @property
    def work(self) -> Work | None:
        """The work that the citation means; None when there is not exactly one."""
        return self.works[0] if self.match is Match.ONE else None


NOTHING = Resolution(Match.NONE)


def resolve(citation: Citation, said: str, works: Works, citing: Citing) -> Resolution:
    """Find the work that a citation means; `said` is what stands behind it about its subject."""
    if citation.relative or not (citation.number or citation.title):
        return NOTHING
    if citation.number:
        return _by_number(citation, said, works, citing)
    return _by_title(citation, works, citing)


def _by_number(citation: Citation, said: str, works: Works, citing: Citing) -> Resolution:
    named = works.numbered(citation.number or "", citation.type)
    if not named and (law := slip.entitled(citation, works)):
        return Resolution(Match.SLIP, (law,))
    if law := _amending(citation, works):
        return Resolution(Match.ONE, (law,))
    known = [work for work in named if _may_be_issued_by(work, citation, citing)]
    typed = [work for work in known if _is_of_type(work, citation)]
    if citation.date is None:
        return _undated(typed, citation, citing)
    same_day = [work for work in typed if work.issued_on == citation.date]
    same_day = same_day or [w for w in typed if w.issued_on is None and w.year in {None, citation.date.year}]
    if same_day:
        return _of_day_and_number(same_day, citation, said, works, citing)
    if others := [work for work in named if _is_sure_of_day(work, citation, citing, citation.date)]:
        match = Match.OTHER_ISSUER if _is_of_type(others[0], citation) else Match.OTHER_TYPE
        return Resolution(match, tuple(others))
    return _near(typed, citation, said, works, citing)


def _near(typed: list[Work], citation: Citation, said: str, works: Works, citing: Citing) -> Resolution:
    """Look for what a number and day that are of no known work may be slips of."""
    other = slip.meant(citation, said, works, citing.issuer)
    if other and other.is_sure:
        return Resolution(Match.SLIP, other.works)
    of_other_day = _other_day(typed, citation, said, works, citing)
    if other and of_other_day.match is not Match.OTHER_DAY:
        return Resolution(Match.HINT, other.works)
    if of_other_day is NOTHING and (disordered := slip.out_of_order(citation, works, citing.issuer)):
        return Resolution(Match.DISORDER, disordered)
    return of_other_day


def _amending(citation: Citation, works: Works) -> Work | None:
    """Take a number for the title's: `Luật sửa đổi … Bộ luật Hình sự số 100/2015/QH13 ngày 20/6/2017`."""
    dated = [w for w in works.titled(citation.title or "") if citation.date in {None, w.issued_on}]
    is_own = len(dated) == 1 and symbol.key_of(dated[0].number) == symbol.key_of(citation.number or "")
    says_other = len(dated) == 1 and dated[0].title.lower().endswith((citation.number or "").lower())
    return dated[0] if says_other and not is_own else None


def _of_day_and_number(
    same_day: list[Work], citation: Citation, said: str, works: Works, citing: Citing
) -> Resolution:
    """Take what bears the number and the day, unless the subject is that of a work with almost the number."""
    if len(same_day) == 1 and _says_another(said, same_day[0]):
        other = slip.meant(citation, said, works, citing.issuer)
        if other and other.is_sure:
            return Resolution(Match.SLIP, other.works)
    return Resolution(Match.ONE if len(same_day) == 1 else Match.SEVERAL, tuple(same_day))


def _says_another(said: str, work: Work) -> bool:
    """Tell whether the subject behind a citation has nothing to do with the work that bears its number."""
    return bool(said) and subject.closeness(said, work.subject) < _UNLIKE


_UNLIKE = 0.5


def _is_of_type(work: Work, citation: Citation) -> bool:
    """Tell whether the printed type can be a work's: some types are called by the name of a wider one."""
    return citation.type in {None, work.type, *_GENERIC} or {citation.type, work.type} in _WIDER


_GENERIC = ("Văn bản", "Công văn", "Ý kiến")
_WIDER = (
    {"Luật", "Bộ luật"},
    {"Thông tư", "Thông tư liên tịch"},
    {"Nghị quyết", "Nghị quyết liên tịch"},
    {"Kế hoạch", "Chương trình"},
    {"Thông báo", "Kết luận"},
)


def _undated(works: list[Work], citation: Citation, citing: Citing) -> Resolution:
    """Choose by the printed year, or by what was already issued when the document was."""
    if citation.year:
        works = [work for work in works if work.year in {None, citation.year}]
    elif citing.latest and len(works) > 1:
        works = [w for w in works if not _is_issued_after(w, citing.latest)] or works
    if len(works) <= 1:
        return Resolution(Match.ONE, tuple(works)) if works else NOTHING
    return Resolution(Match.SEVERAL, tuple(works))


def _other_day(named: list[Work], citation: Citation, said: str, works: Works, citing: Citing) -> Resolution:
    """Judge a number that is known of another day only.

    A number that bears its year, or of the printed year, is borne by one work of an issuer; without its
    year it comes again every year, so that the same day of another year, or the subject, must speak for it.
    """
    sure = [work for work in named if _is_sure_of_day(work, citation, citing)]
    of_year = [work for work in sure if work.symbol and (work.symbol.year or _is_of_term(work.symbol))]
    of_year = of_year or [work for work in sure if citation.date and work.year == citation.date.year]
    if of_year:
        wrong = all(slip.is_rather_its_own(work, citation, works) for work in of_year)
        return NOTHING if wrong else Resolution(Match.OTHER_DAY, tuple(of_year))
    for work in sure:
        same_subject = subject.likeness(said, work.subject) >= subject.EXACT
        day, other = citation.date, work.issued_on
        same_date = bool(day and other) and (day.day, day.month) == (other.day, other.month)  # type: ignore[union-attr]
        if same_subject or (same_date and subject.likeness(said, work.subject) >= subject.ALIKE):
            return Resolution(Match.OTHER_DAY, (work,))
        if same_date:
            return Resolution(Match.HINT, (work,))
    return NOTHING


def _is_of_term(read: symbol.Symbol) -> bool:
    """Tell whether a number runs through a term, as 67/2006/QH11 and older ones do."""
    return any(body.rstrip("0123456789") in {"QH", "UBTVQH"} and body[-1].isdigit() for body in read.bodies)


def _is_sure_of_day(work: Work, citation: Citation, citing: Citing, day: date | None = None) -> bool:
    """Tell whether a work's own day is beyond doubt (and `day`), and its issuer the one that is meant."""
    if work.is_doubtful or work.issued_on is None or work.symbol is None:
        return False
    if day and work.issued_on != day:
        return False
    if work.symbol.year and not work.symbol.is_of_everyone:
        return True  # no other body has the code of a normative document
    return not work.symbol.is_local or slip.is_issued_by(work, citation, citing.issuer)


def _may_be_issued_by(work: Work, citation: Citation, citing: Citing) -> bool:
    if not citation.issuer or not work.issuer:
        return True
    named = issuer.completed(citation.issuer, citing.issuer)
    if issuer.likeness(named, work.issuer) is not Likeness.OTHER or _is_by_its_code(work, named):
        return True
    if work.symbol and len(work.symbol.bodies) > 1 and issuer.are_joint(named, work.issuer):
        return True
    # A central number names its issuer by its code, so that a wrong name there is a fault of the name.
    return bool(work.symbol and not work.symbol.is_local and work.issued_on != citation.date)


def _is_by_its_code(work: Work, named: str) -> bool:
    """Tell whether a number's code speaks for the named body and against the registry's."""
    allowed = symbol.issuers_of(work.symbol) if work.symbol else ()
    return bool(allowed) and issuer.can_be(named, allowed) and not issuer.can_be(work.issuer, allowed)


def _by_title(citation: Citation, works: Works, citing: Citing) -> Resolution:
    """Find a law: of the printed day or year, else the version in force when the document was issued."""
    versions = [w for w in works.titled(citation.title or "") if citation.type in {None, w.type}]
    if not versions:
        return NOTHING
    if citation.date:
        return _of_day(versions, citation.date)
    if citation.year:
        of_year = [work for work in versions if work.year == citation.year]
        return Resolution(Match.ONE, (of_year[0],)) if len(of_year) == 1 else NOTHING
    return _in_force(versions, citing)


def _of_day(versions: list[Work], day: date) -> Resolution:
    exact = [work for work in versions if work.issued_on == day]
    exact = exact or [work for work in versions if work.issued_on is None and work.year == day.year]
    if exact:
        return Resolution(Match.ONE if len(exact) == 1 else Match.SEVERAL, tuple(exact))
    near = [w for w in versions if w.issued_on and not w.is_doubtful and _is_near_day(w.issued_on, day)]
    return Resolution(Match.OTHER_DAY, tuple(near)) if near else NOTHING


def _is_near_day(known: date, printed: date) -> bool:
    return known.year == printed.year or (known.month, known.day) == (printed.month, printed.day)


def _in_force(versions: list[Work], citing: Citing) -> Resolution:
    """Choose the version in force on the citing day; two that may be are told, never chosen between."""
    if citing.latest is None or citing.earliest is None:
        return Resolution(Match.ONE if len(versions) == 1 else Match.SEVERAL, tuple(versions))
    latest, earliest = citing.latest, citing.earliest
    issued = [work for work in versions if not _is_issued_after(work, latest)]
    alive = [work for work in issued if not (work.lapsed_on and work.lapsed_on <= earliest)] or issued
    if len(alive) <= 1:
        return Resolution(Match.ONE, tuple(alive)) if alive else NOTHING
    begun = [work for work in alive if _begin(work) and _begin(work) <= earliest]  # type: ignore[operator]
    if not begun:
        return Resolution(Match.SEVERAL, tuple(alive))
    newest = max(begun, key=lambda work: _begin(work) or date.min)
    rivals = [w for w in alive if _may_begin_between(w, newest, latest)]
    return Resolution(Match.SEVERAL, (newest, *rivals)) if rivals else Resolution(Match.ONE, (newest,))


def _may_begin_between(work: Work, newest: Work, latest: date) -> bool:
    """Tell whether a version may have taken the newest one's place, as its beginning is not known."""
    begin = _begin(work)
    if begin:
        return work is not newest and (_begin(newest) or date.min) < begin <= latest
    return work.year is None or work.year >= (newest.year or 0)


def _begin(work: Work) -> date | None:
    return work.in_force_from or work.issued_on


def _is_issued_after(work: Work, day: date) -> bool:
    if work.issued_on:
        return work.issued_on > day
    return bool(work.year and work.year > day.year)


def is_title_of_another(citation: Citation, work: Work, works: Works) -> bool:
    """Tell whether a law's printed title is another law's than the one that bears its number."""
    if not citation.title or work.type not in NAMED_BY_TITLE:
        return False
    titled: Iterable[Work] = works.titled(citation.title)
    return bool(titled) and work not in titled
