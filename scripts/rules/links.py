"""Find the addresses that a page's Markdown holds, and read them as a browser would."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import unquote

from scripts.rules.safety import guarded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scripts.rules.page import Page

LONGEST = 600
"""Characters of an address; a longer one is no address that anybody wrote."""

MOST = 5_000
"""Addresses on a page that are looked at."""


@dataclass(frozen=True)
class Link:
    """An address on a page: its offset in the file, as written, and whether an image is loaded from it."""

    offset: int
    written: str
    image: bool

    @property
    def plain(self) -> str:
        """The address with character references undone."""
        return html.unescape(self.written.strip())

    @property
    def spellings(self) -> list[str]:
        """The address as written and as lenient readers read it: escapes undone, backslashes as slashes."""
        found = [self.written]
        for _ in range(3):
            following = unquote(html.unescape(found[-1])).replace("\\", "/")
            if following == found[-1]:
                break
            found.append(following)
        return found

    @property
    def has_host(self) -> bool:
        """Whether the address names a scheme or a host."""
        return any(_HOST.match(_INVISIBLE.sub("", spelling)) for spelling in self.spellings)


@lru_cache(maxsize=1)
def links(page: Page) -> tuple[Link, ...]:
    """Gather all addresses of a page, in order: inline, of references, in angle brackets."""
    text = guarded(page)
    if not ("]" in text or "<" in text) or not _MAY_LINK.search(text):
        return ()
    images = set[str]()
    found = [*islice(_autolinks(text), MOST), *islice(_inline(text, images), MOST)]
    found += islice(_defined(text, images), MOST)
    by_place = {link.offset: link for link in found}  # `[x](<address>)` is met twice
    return tuple(link for _, link in sorted(by_place.items())[:MOST])


_HOST = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//|/\\")
_INVISIBLE = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]")
_MAY_LINK = re.compile(r"\][(:]|<[^<>\s]*[:@]")
_BRACKET = re.compile(r"\\.|(!?)\[|(\])|\n[ \t]*\n", re.DOTALL)
_TARGET = re.compile(rf"\(\s*(?:<([^<>\n]*)>|((?:[^)\n]|\n(?![ \t]*\n)){{0,{LONGEST + 1}}}))")
_TITLE = re.compile(r"\s[\"'].*", re.DOTALL)
_REFERENCE = re.compile(r"[ ]?\n?\[([^\[\]]{0,200})\]")
_DEFINITION = re.compile(r"^ {0,3}\[([^\[\]]*)\]:[ ]*\n?[ ]*(\S+)", re.MULTILINE)
_ANGLED = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]*:[^<>\s]*|[^<>\s!@]{1,100}@[^@<>\s]{1,100})>")


def _inline(text: str, images: set[str]) -> Iterator[Link]:
    """Find `[text](address)` and `![text](address)`; note in `images` the references that images use."""
    opened: list[tuple[int, bool]] = []
    for match in _BRACKET.finditer(text):
        if match[0].endswith("["):
            opened.append((match.end(), match[1] == "!"))
        elif match[2]:
            # A bracket that closes nothing is no link for Markdown today; we look at it all the same.
            start, image = opened.pop() if opened else (match.start(), False)
            after = match.end()
            if target := _TARGET.match(text, after):
                written = target[1] if target[1] is not None else _TITLE.sub("", target[2])
                offset = target.start(1) if target[1] is not None else target.start(2)
                yield Link(offset, written.rstrip(), image)
            elif image:
                reference = _REFERENCE.match(text, after)
                images.add(
                    _label(
                        reference[1]
                        if reference and reference[1]
                        else text[start : min(after - 1, start + 200)]
                    )
                )
        elif match[0].startswith("\n"):
            opened.clear()


def _autolinks(text: str) -> Iterator[Link]:
    for match in _ANGLED.finditer(text):
        written = match[1] if ":" in match[1] else f"mailto:{match[1]}"
        yield Link(match.start(1), written, image=False)


def _defined(text: str, images: set[str]) -> Iterator[Link]:
    """Find `[label]: address`."""
    for match in _DEFINITION.finditer(text):
        if not match[1].startswith("^"):
            written = match[2].removeprefix("<").removesuffix(">")
            yield Link(match.start(2), written, _label(match[1]) in images)


def _label(text: str) -> str:
    """Compare reference labels as Markdown does: without capitals and line breaks."""
    return " ".join(text.split()).lower()
