"""Put elements around marked stretches of a tree, whatever other markup they cross."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator

INLINE = frozenset({"em", "strong", "del", "s", "sub", "sup", "mark", "abbr", "span", "br"})
"""What may stand within an element that is put around text."""

CLOSED = frozenset({"a", "code", "pre", "h1", "h2", "h3", "h4", "h5", "h6"})
"""Where no element is put: a link holds no link, code is no text, and contents are made of headings."""

TITLE = "ten"
"""The class of a provision's title, which is in a heading, but whose line in the contents is its own."""


class Woven(NamedTuple):
    """A new element and the number of its mark."""

    element: etree.Element
    number: int


class _Slot(NamedTuple):
    """A text of the tree: the `nth` of an element, before its child of that index."""

    holder: etree.Element
    nth: int
    block: etree.Element
    above: tuple[tuple[etree.Element, int], ...]
    """The elements that hold the holder within its block, innermost first, each with the child's index."""
    closed: bool

    @property
    def text(self) -> str:
        part = self.holder.text if self.nth == 0 else self.holder[self.nth - 1].tail
        return part or ""

    def write(self, text: str) -> None:
        if self.nth == 0:
            self.holder.text = text
        else:
            self.holder[self.nth - 1].tail = text


class _Place(NamedTuple):
    """A place in a text of an element."""

    holder: etree.Element
    nth: int
    offset: int
    above: tuple[tuple[etree.Element, int], ...]


def weave(root: etree.Element, mark: re.Pattern[str], number: Callable[[str], int | None]) -> list[Woven]:
    """Take all marks out of a tree and put a `span` around what each pair holds; give these in order.

    `number` tells which mark it is, None for one that closes. Where other markup crosses a pair, the
    longer part of it gets the element; none where links, code or headings hold it.
    """
    pairs = list(_pairs(root, mark, number))
    woven = []
    for start, end, which in reversed(pairs):  # so that the places before stay what they are
        for first, last in _within_one(start, end):
            element = _wrapped(first, last)
            if element is not None:
                woven.append(Woven(element, which))
                break
    return woven[::-1]


def _pairs(
    root: etree.Element, mark: re.Pattern[str], number: Callable[[str], int | None]
) -> Iterator[tuple[_Place, _Place, int]]:
    """Take the marks out of all texts and pair those of one block."""
    opened: tuple[_Slot, _Place, int] | None = None
    for slot in [slot for slot in _slots(root, root, (), closed=False) if mark.search(slot.text)]:
        text, done = "", 0
        whole = slot.text
        for match in mark.finditer(whole):
            text += whole[done : match.start()]
            done = match.end()
            place = _Place(slot.holder, slot.nth, len(text), slot.above)
            which = number(match[0])
            if which is not None:
                opened = (slot, place, which)
            elif opened:
                if opened[0].block is slot.block and not (slot.closed or opened[0].closed):
                    yield opened[1], place, opened[2]
                opened = None
        slot.write(text + whole[done:])


def _slots(
    element: etree.Element,
    block: etree.Element,
    above: tuple[tuple[etree.Element, int], ...],
    *,
    closed: bool,
) -> Iterator[_Slot]:
    """Go through all texts of a tree in reading order."""
    yield _Slot(element, 0, block, above, closed)
    for index, child in enumerate(element):
        is_inline = child.tag in INLINE or child.tag in {"a", "code"}
        inner = ((element, index), *above) if is_inline else ()
        within = (closed or child.tag in CLOSED) and child.get("class") != TITLE
        yield from _slots(child, block if is_inline else child, inner, closed=within)
        yield _Slot(element, index + 1, block, above, closed)


def _within_one(start: _Place, end: _Place) -> list[tuple[_Place, _Place]]:
    """Bring a pair's places into one element; else give the parts of it that are, the longest first."""
    while start.holder is not end.holder and start.above and start.nth == start.offset == 0:
        holder, index = start.above[0]
        start = _Place(holder, index, len(_text(holder, index)), start.above[1:])
    while start.holder is not end.holder and end.above and _is_last(end):
        holder, index = end.above[0]
        end = _Place(holder, index + 1, 0, end.above[1:])
    if start.holder is end.holder:
        return [(start, end)]
    branch = next((nth + 1 for holder, nth in start.above if holder is end.holder), 0)
    last = next((nth for holder, nth in end.above if holder is start.holder), len(start.holder))
    parts = [
        (start, _Place(start.holder, last, len(_text(start.holder, last)), start.above)),
        (_Place(end.holder, branch, 0, end.above), end),
    ]
    return sorted(parts, key=lambda part: _length(*part), reverse=True)


def _is_last(place: _Place) -> bool:
    return place.nth == len(place.holder) and place.offset == len(_text(place.holder, place.nth))


def _text(holder: etree.Element, index: int) -> str:
    return (holder.text if index == 0 else holder[index - 1].tail) or ""


def _length(start: _Place, end: _Place) -> int:
    between = start.holder[start.nth : end.nth]
    inner = sum(len("".join(child.itertext())) + len(child.tail or "") for child in between)
    return (
        len(_text(start.holder, start.nth))
        - start.offset
        + inner
        - (len(_text(end.holder, end.nth)) - end.offset if between else 0)
    )


def _wrapped(start: _Place, end: _Place) -> etree.Element | None:
    """Put an element around what stands between two places of one element, up to what may not stand in it."""
    holder = start.holder
    barrier = next((k for k in range(start.nth, end.nth) if not _may_be_held(holder[k])), None)
    if barrier is not None:
        end = _Place(holder, barrier, len(_text(holder, barrier)), end.above)
    moved = list(holder[start.nth : end.nth])
    before, last = _text(holder, start.nth), _text(holder, end.nth)
    new = etree.Element("span")
    new.tail = last[end.offset :]
    new.text = before[start.offset :] if moved else before[start.offset : end.offset]
    if not moved and not new.text.strip():
        return None
    for child in moved:
        holder.remove(child)
        new.append(child)
    if moved:
        moved[-1].tail = last[: end.offset]
    if start.nth == 0:
        holder.text = before[: start.offset]
    else:
        holder[start.nth - 1].tail = before[: start.offset]
    holder.insert(start.nth, new)
    return new


def _may_be_held(element: etree.Element) -> bool:
    return all(inner.tag in INLINE for inner in element.iter())
