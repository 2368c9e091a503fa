"""Score what a recogniser found against what was annotated: exact spans, their fields, their links."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from macros import symbol
from macros.vietnamese import nfc
from macros.work import plain_title

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from macros.verdict import Judgement
    from macros.work import Work
    from scripts.bench.citation_sets import Passage, Wanted

FIELDS: Final = ("type", "number", "date", "issuer", "provision")
Span = tuple[int, int]


@dataclass(frozen=True)
class Score:
    """How many citations of a set were found to the letter, missed, and found where there is none."""

    hits: int
    missed: int
    extra: int

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.hits / (self.hits + self.extra) if self.hits + self.extra else 0.0

    @property
    def recall(self) -> float:
        """The share of what is there that was found."""
        return self.hits / (self.hits + self.missed) if self.hits + self.missed else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def score(passages: Iterable[Passage], found: Mapping[str, Iterable[Span]]) -> Score:
    """Compare spans; one more counts as none where the annotation says to ignore it."""
    hits = missed = extra = 0
    for passage in passages:
        wanted = {(one.start, one.end) for one in passage.wanted}
        given = set(found.get(passage.ident, ()))
        hits += len(wanted & given)
        missed += len(wanted - given)
        extra += sum(
            not any(start < over and under < end for under, over in passage.ignored)
            for start, end in given - wanted
        )
    return Score(hits, missed, extra)


def wholly_right(
    passages: Iterable[Passage], judged: Callable[[str], Sequence[Judgement]]
) -> tuple[int, int]:
    """Count the exact spans, and those with type, number, date, issuer and provision all right."""
    given = right = 0
    for passage in passages:
        wanted = {(one.start, one.end): one for one in passage.wanted}
        for one in judged(passage.text):
            if annotated := wanted.get((one.citation.start, one.citation.end)):
                given += 1
                right += all(_is_same(name, getattr(annotated, name), _value(one, name)) for name in FIELDS)
    return given, right


def links(passages: Iterable[Passage], judged: Callable[[str], Sequence[Judgement]]) -> tuple[int, int]:
    """Count the links given, and those that lead to the work that is annotated.

    A link where no citation is annotated is wrong; else the work must bear the annotated number and day or
    year, and a law cited by title alone must bear that title.
    """
    given = right = 0
    for passage in passages:
        wanted = {(one.start, one.end): one for one in passage.wanted}
        for one in judged(passage.text):
            if work := one.resolution.work:
                given += 1
                annotated = wanted.get((one.citation.start, one.citation.end))
                right += annotated is not None and leads_to(annotated, work)
    return given, right


def leads_to(wanted: Wanted, work: Work) -> bool:
    """Tell whether a work is the one that the annotation names."""
    if wanted.date and work.issued_on and wanted.date != work.issued_on.isoformat():
        return False
    if wanted.year and work.year and wanted.year != str(work.year):
        return False
    if wanted.number:
        return symbol.key_of(work.number).startswith(symbol.key_of(wanted.number))
    return plain_title(wanted.title or "") in {plain_title(name) for name in (work.title, *work.names)}


def _value(one: Judgement, name: str) -> str | None:
    value: Any = getattr(one.citation, name)
    return str(value) if value is not None else None


def _is_same(name: str, wanted: str | None, given: str | None) -> bool:
    """Compare two values: form, look-alikes, white space, case and the school of tone marks do not count."""
    if not wanted or not given:
        return not wanted and not given
    a, b = (_plain(value) for value in (wanted, given))
    return a.replace(" ", "") == b.replace(" ", "") if name == "number" else a == b


def _plain(value: str) -> str:
    """Fold only what is said not to count: `Hoà` and `Hòa` are one, `Hoa` is another."""
    text = " ".join(nfc(value).translate(symbol.ALIKE).lower().split())
    return _LATE_TONE.sub(lambda pair: _EARLY[pair[0]], text)


_EARLY: Final = dict(
    zip(
        "oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ".split(),
        "òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy".split(),
        strict=True,
    )
)
_LATE_TONE: Final = re.compile("|".join(_EARLY))
