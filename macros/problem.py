"""What can be wrong with a citation: codes by verdict, how grave each is, and one problem as it is told."""

from __future__ import annotations

from dataclasses import dataclass

GRAVITY: dict[str, tuple[str, str]] = {
    # Verdict 1: does it exist?
    "TD101": ("error", "error"),
    "TD102": ("error", "error"),
    "TD103": ("error", "error"),
    "TD104": ("warning", "warning"),
    "TD105": ("error", "error"),
    "TD106": ("warning", "warning"),
    "TD107": ("warning", "warning"),
    "TD108": ("error", "error"),
    "TD109": ("warning", "warning"),
    "TD110": ("error", "error"),
    # Verdict 2: was it in force on the citing document's day?
    "TD201": ("error", "error"),
    "TD202": ("warning", "warning"),
    # Verdict 4: is it correctly written? (Verdict 3, in force today, is information for readers.)
    "TD401": ("error", "error"),
    "TD402": ("error", "error"),
    "TD403": ("error", "error"),
    "TD404": ("error", "error"),
    "TD405": ("error", "error"),
    "TD406": ("error", "error"),
    "TD407": ("error", "warning"),
    "TD409": ("error", "warning"),
    "TD410": ("warning", "warning"),
    "TD411": ("warning", "warning"),
    "TD412": ("warning", "warning"),
    # Faults of letters and days that rules on the text find on pages; told under their codes elsewhere.
    "VB102": ("error", "warning"),
    "VB202": ("warning", "warning"),
}
"""How grave each is in a draft, and in an issued document, whose wording is history."""


@dataclass(frozen=True)
class Problem:
    """What is wrong with a citation, for staff; `value` is the wrong piece as it stands in the text."""

    code: str
    message: str
    value: str
    suggestion: str = ""

    @property
    def severity(self) -> str:
        """How grave it is in a text of which nothing is known: what is sure there is sure of a signed one."""
        return GRAVITY[self.code][1]
