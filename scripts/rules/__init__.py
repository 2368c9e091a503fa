"""The rules of the check, a family a module; importing this package fills the table."""

from scripts.rules import (
    acceptance,
    addresses,
    arguments,
    calls,
    files,
    form,
    keys,
    labels,
    layout,
    letters,
    numbers,
    relations,
    safety,
    sequence,
    syntax,
    values,
)
from scripts.rules.page import Collection, Page
from scripts.rules.rule import RULES, Fault, Rule, Severity, Subject

__all__ = [
    "RULES",
    "Collection",
    "Fault",
    "Page",
    "Rule",
    "Severity",
    "Subject",
    "acceptance",
    "addresses",
    "arguments",
    "calls",
    "files",
    "form",
    "keys",
    "labels",
    "layout",
    "letters",
    "numbers",
    "relations",
    "safety",
    "sequence",
    "syntax",
    "values",
]
