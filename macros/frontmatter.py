"""Read front matter as strings with their places: YAML's layout without YAML's surprises.

Every scalar is text (`no`, `012` and `12:30` stay what was typed); anchors, tags, repeated keys and deep
nesting are problems, not features.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST = 64 * 1024
DEEPEST = 6

_BLOCK = re.compile(r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_ODD_BREAK = re.compile(r"[\r\x85\u2028\u2029]")
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Place:
    """Where something stands in the file: line and column from 1."""

    line: int
    column: int


@dataclass(frozen=True)
class Problem:
    """What is wrong with a front matter; `fault` names the kind, the rest is for the message."""

    fault: str
    place: Place
    value: str
    detail: str = ""


@dataclass
class Entry:
    """A value of the record: text, a list or a mapping of entries, with its place and its key's place."""

    place: Place
    value: str | list[Entry] | dict[str, Entry] | None
    key_place: Place

    def plain(self) -> object:
        """Give the value without places."""
        if isinstance(self.value, list):
            return [entry.plain() for entry in self.value]
        if isinstance(self.value, dict):
            return {key: entry.plain() for key, entry in self.value.items()}
        return self.value


@dataclass
class FrontMatter:
    """A page's front matter: its entries, what is wrong, and where the body begins."""

    entries: dict[str, Entry] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    body: str = ""
    body_line: int = 1
    present: bool = True

    def plain(self) -> dict[str, object]:
        """Give all values without places."""
        return {key: entry.plain() for key, entry in self.entries.items()}

    def entry(self, path: tuple[str | int, ...]) -> Entry | None:
        """Find a value by its path; None when it is not there."""
        found, depth = self._follow(path)
        return found if depth == len(path) else None

    def place(self, path: tuple[str | int, ...]) -> Place:
        """Find the place of a value by its path; of the nearest holder when it is not there."""
        return self._follow(path)[0].key_place

    def _follow(self, path: tuple[str | int, ...]) -> tuple[Entry, int]:
        """Go down a path as far as it leads, and tell how many steps that was."""
        entry = Entry(Place(1, 1), self.entries, Place(1, 1))
        for depth, step in enumerate(path):
            found = None
            if isinstance(entry.value, dict) and isinstance(step, str):
                found = entry.value.get(step)
            elif isinstance(entry.value, list) and isinstance(step, int) and step < len(entry.value):
                found = entry.value[step]
            if found is None:
                return entry, depth
            entry = found
        return entry, len(path)


def read(text: str) -> FrontMatter:
    """Split a page's text and read its front matter. Never raises: what is wrong is in `problems`."""
    match = _BLOCK.match(text)
    if not match:
        unclosed = text.startswith("---")
        fault = "unclosed" if unclosed else "missing"
        return FrontMatter(
            problems=[Problem(fault, Place(1, 1), text[:40].split("\n")[0])], body=text, present=False
        )
    front = FrontMatter(body=text[match.end() :], body_line=text.count("\n", 0, match.end()) + 1)
    source = match[1]
    if len(source) > LARGEST:
        front.problems.append(Problem("too-large", Place(2, 1), f"{len(source)} ký tự"))
        return front
    if odd := _ODD_BREAK.search(source):  # YAML counts these as line ends, editors do not
        place = Place(
            source.count("\n", 0, odd.start()) + 2, odd.start() - source.rfind("\n", 0, odd.start())
        )
        front.problems.append(Problem("syntax", place, f"U+{ord(odd[0]):04X}", "odd line break"))
        return front
    try:
        _Builder(front).build(yaml.parse(source, Loader=_Loader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(mark.line + 2, mark.column + 1) if mark else Place(2, 1)
        lines = source.splitlines()
        value = lines[place.line - 2].strip() if place.line - 2 < len(lines) else ""
        front.problems.append(Problem("syntax", place, value[:80], str(error.problem or "")))
        front.entries = {}
    except yaml.YAMLError as error:  # characters that YAML refuses, such as control codes
        front.problems.append(Problem("syntax", Place(2, 1), "", str(error).split("\n")[0]))
        front.entries = {}
    return front


class _Builder:
    """Build entries from YAML events, without recursion over what an author nests."""

    def __init__(self, front: FrontMatter) -> None:
        self.front = front
        self.stack: list[tuple[list[Entry] | dict[str, Entry], str | None, Place]] = []
        self.done = False

    def build(self, events: Iterator[yaml.Event]) -> None:
        for event in events:
            if not self._take(event):
                self.front.entries = {}
                return

    def _take(self, event: yaml.Event) -> bool:
        """Handle one event; False when the front matter cannot be used at all."""
        if isinstance(
            event,
            (yaml.StreamStartEvent, yaml.StreamEndEvent, yaml.DocumentEndEvent, yaml.DocumentStartEvent),
        ):
            return True
        mark = event.start_mark
        place = Place(mark.line + 2, mark.column + 1) if mark else Place(2, 1)
        if anchor := getattr(event, "anchor", None):
            return self._refuse(
                "anchor", place, f"{'*' if isinstance(event, yaml.AliasEvent) else '&'}{anchor}"
            )
        if getattr(event, "tag", None):
            return self._refuse("tag", place, str(getattr(event, "tag", "")))
        if isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            self.stack.pop()
            return True
        if not self.stack and not isinstance(event, yaml.MappingStartEvent):
            if isinstance(event, yaml.ScalarEvent) and not event.value:
                return True
            return self._refuse("not-a-mapping", place, str(getattr(event, "value", "")))
        if len(self.stack) >= DEEPEST:
            return self._refuse("too-deep", place, "")
        return self._value(event, place)

    def _value(self, event: yaml.Event, place: Place) -> bool:
        if not self.stack:
            if self.done:
                return self._refuse("syntax", place, "---", "second document")
            self.stack.append((self.front.entries, None, place))
            self.done = True
            return True
        holder, key, key_place = self.stack[-1]
        if isinstance(holder, dict) and key is None:
            if not isinstance(event, yaml.ScalarEvent):
                return self._refuse("key", place, "")
            if event.value in holder:
                self.front.problems.append(Problem("repeated", place, event.value))
            self.stack[-1] = (holder, event.value, place)
            return True
        value: str | list[Entry] | dict[str, Entry] | None
        if isinstance(event, yaml.ScalarEvent):
            value = event.value if event.value or event.style in {'"', "'"} else None
        else:
            value = {} if isinstance(event, yaml.MappingStartEvent) else []
        if isinstance(holder, dict):
            holder.setdefault(str(key), Entry(place, value, key_place))
            self.stack[-1] = (holder, None, place)
        else:
            holder.append(Entry(place, value, place))
        if not isinstance(value, (str, type(None))):
            self.stack.append((value, None, place))
        return True

    def _refuse(self, fault: str, place: Place, value: str, detail: str = "") -> bool:
        self.front.problems.append(Problem(fault, place, value, detail))
        return False
