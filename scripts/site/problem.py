"""A fault of the built site, as its finder hands it to whoever prints it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """A fault: the file of the site it stands in, a sentence for staff, and the text that shows it."""

    page: str
    what: str
    value: str = ""

    def __str__(self) -> str:
        """Write the fault on one line."""
        return f"{self.page}: {self.what}" + (f": {self.value}" if self.value else "")
