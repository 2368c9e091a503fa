"""Hold what a rule is: a documented function that finds faults, its code, and how grave they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum, StrEnum
from inspect import getdoc
from typing import Any, TypeVar

Find = Callable[..., Iterable["Fault"]]
AnyFind = TypeVar("AnyFind", bound=Find)


class Severity(StrEnum):
    """How grave a finding is; an accepted one was an error or a warning."""

    ERROR = "error"
    WARNING = "warning"
    ACCEPTED = "accepted"


ERROR, WARNING = Severity.ERROR, Severity.WARNING


class Subject(Enum):
    """What a rule looks at."""

    PAGE = "one page"
    COLLECTION = "all pages and files together"
    FINDINGS = "one page with what the other rules found on it"


class Mending(Enum):
    """What `check --fix` mends of a rule's faults, as far as it is beyond doubt."""

    LETTERS = "how letters are stored, which nobody sees on paper: everywhere"
    FORM = "zeros and spaces in numbers and dates: but on issued documents, whose wording is history"


@dataclass(frozen=True)
class Fault:
    """What a rule found: its place (from 1, in code points), what is wrong and what to do (for staff)."""

    line: int
    column: int
    message: str
    value: str = ""
    """What is wrong, as it stands in the source; an acceptance names it."""
    suggestion: str = ""
    """What to write instead: the right value, or the nearest one that exists."""
    path: str = ""
    """Relative to the folder of pages; empty for the page that the rule was given."""


@dataclass(frozen=True)
class Rule:
    """A rule of the check: its function, and the severity in general and on issued documents."""

    code: str
    name: str
    help: str
    find: Find
    subject: Subject
    severity: Severity
    issued: Severity
    acceptable: bool
    mending: Mending | None

    def severity_on(self, *, issued: bool) -> Severity:
        """Give the severity on an issued document or on anything else."""
        return self.issued if issued else self.severity


def shown(value: str) -> str:
    """Quote a value in a message, cut where it is long."""
    return f"“{value}”" if len(value) <= _LONGEST_SHOWN else f"“{value[:_LONGEST_SHOWN]}…”"


_LONGEST_SHOWN = 80

RULES: dict[str, Rule] = {}
"""All rules by code, filled by the decorator when `scripts.rules` is imported."""


def rule(
    code: str,
    severity: Severity,
    issued: Severity | None = None,
    *,
    subject: Subject = Subject.PAGE,
    acceptable: bool = True,
    mending: Mending | None = None,
) -> Callable[[AnyFind], AnyFind]:
    """Enter a function into the table; `issued` is the severity on issued documents where it differs.

    What a page may never accept (safety, unreadable records) says so by `acceptable`, what `check --fix`
    mends by `mending`.
    """

    def enter(find: AnyFind) -> AnyFind:
        if code in RULES:
            raise ValueError(f"two rules with the code {code}")
        function: Any = find
        RULES[code] = Rule(
            code,
            function.__name__,
            getdoc(find) or "",
            find,
            subject,
            severity,
            issued or severity,
            acceptable,
            mending,
        )
        return find

    return enter
