"""Hold a paper text's structure: a tree of provisions and the passages between them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.numbering import Level


@dataclass(frozen=True, slots=True)
class Line:
    """One line of paper text and the number of the source line that it comes from (from 1)."""

    number: int
    text: str


class Kind(Enum):
    """What a passage between provisions is."""

    TEXT = "text"
    QUOTE = "quote"
    BASIS = "basis"
    ENACTING = "enacting"
    RECIPIENTS = "recipients"


@dataclass(slots=True)
class Passage:
    """Lines that are no provision: running text, a quoted provision, a căn cứ, the formula, nơi nhận."""

    kind: Kind
    lines: list[Line]

    @property
    def text(self) -> str:
        """The passage's lines as one text."""
        return "\n".join(line.text for line in self.lines)


@dataclass(eq=False, slots=True)
class Provision:
    """A numbered unit of a document with what stands below it; like only itself, as it knows its parent."""

    level: Level
    number: str
    """The number as printed; empty for dashes and an unnumbered phụ lục."""
    label: str
    ident: str
    """Unique on the page; empty for dashes."""
    line: int
    stated: bool
    """False when the number was left to be counted."""
    key: str = ""
    text: list[Line] = field(default_factory=list)
    """The rest of the label's line and its wrapped lines, or the title below a Phần."""
    children: list[Provision | Passage] = field(default_factory=list)
    parent: Provision | None = field(default=None, repr=False)

    @property
    def title(self) -> str:
        """The provision's own text as one line."""
        return " ".join(line.text.strip() for line in self.text)

    def ancestors(self) -> Iterator[Provision]:
        """Go through the provisions that hold this one, nearest first."""
        node = self.parent
        while node:
            yield node
            node = node.parent


@dataclass(slots=True)
class Structure:
    """A whole text: what stands before, between and in its provisions, in reading order."""

    children: list[Provision | Passage] = field(default_factory=list)
    unclosed_quote: int | None = None
    """The line of a quotation mark “ that opens a provision's quotation and never closes."""

    def provisions(self) -> Iterator[Provision]:
        """Go through all provisions in reading order."""
        stack = list(reversed(self.children))
        while stack:
            node = stack.pop()
            if isinstance(node, Provision):
                yield node
                stack.extend(reversed(node.children))

    def keyed(self) -> dict[str, Provision]:
        """Give the provisions that references name by key; the first of two wins."""
        return {p.key: p for p in reversed(list(self.provisions())) if p.key}

    def passages(self) -> Iterator[tuple[Provision | None, Passage]]:
        """Go through all passages with the provision that holds them."""
        stack: list[tuple[Provision | None, Provision | Passage]] = [
            (None, c) for c in reversed(self.children)
        ]
        while stack:
            holder, node = stack.pop()
            if isinstance(node, Passage):
                yield holder, node
            else:
                stack.extend((node, child) for child in reversed(node.children))
