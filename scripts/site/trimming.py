"""Leave out of the theme's style sheets the rules that can apply to nothing on this site.

A selector that asks for a class which no page has and no script names, or for a colour that no page chooses,
never applies. What we cannot judge stays.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from scripts.site.policy import pages

if TYPE_CHECKING:
    from pathlib import Path

FOLDER: Final = "assets/stylesheets"

_CLASSES: Final = re.compile(rb"""\bclass=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_COLOURS: Final = re.compile(rb"""\b(data-md-color-[a-z]+)=["']?([\w-]+)""")
_WORD: Final = re.compile(r"-?[A-Za-z_][\w-]*")

_ASIDE: Final = re.compile(r"\([^()]*\)")
_CLASS: Final = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
_COLOUR: Final = re.compile(r"""\[(data-md-color-[a-z]+)=["']?([\w-]+)["']?\]""")
_ATTRIBUTE: Final = re.compile(r"""\[[^\]"']*(?:"[^"]*"|'[^']*')?[^\]]*\]""")
_COMMENT: Final = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|/\*.*?\*/""", re.DOTALL)
_OF_RULES: Final = ("@media", "@supports", "@layer")


@dataclass(frozen=True)
class Used:
    """What occurs on the site: classes (and every word of a script), and colours chosen."""

    classes: frozenset[str]
    colours: frozenset[tuple[str, str]]


def trim(site: Path) -> int:
    """Trim the theme's style sheets and name them by what is left; return how many bytes fewer they are."""
    sheets = [file for file in sorted((site / FOLDER).rglob("*.css")) if file.is_file()]
    used, saved, names = _used(site), 0, {}
    for file in sheets:
        old = file.read_bytes()
        new = trimmed(old.decode("utf-8"), used).encode("utf-8")
        name = f"{file.name.split('.')[0]}.{hashlib.sha256(new).hexdigest()[:8]}.min.css"
        file.with_name(name).write_bytes(new)
        if name != file.name:
            file.unlink()
            names[file.name.encode()] = name.encode()
        saved += len(old) - len(new)
    if names:
        either = re.compile(b"|".join(map(re.escape, names)))
        for page in pages(site):
            content = page.read_bytes()
            page.write_bytes(either.sub(lambda match: names[match[0]], content))
    return saved


def trimmed(style: str, used: Used) -> str:
    """Write a style sheet again without the rules that apply to nothing."""
    return "".join(_kept(_COMMENT.sub(lambda match: match[1] or "", style), used))


def _used(site: Path) -> Used:
    classes: set[bytes] = set()
    colours: set[tuple[str, str]] = set()
    for page in pages(site):
        content = page.read_bytes()
        classes.update(written for found in _CLASSES.findall(content) for written in found)
        colours.update((name.decode(), value.decode()) for name, value in _COLOURS.findall(content))
    words = {word for written in classes for word in written.decode("utf-8", "replace").split()}
    for script in (*site.rglob("*.js"), *site.rglob("*.mjs")):
        words.update(_WORD.findall(script.read_text(encoding="utf-8", errors="replace")))
    return Used(frozenset(words), frozenset(colours))


def _kept(style: str, used: Used) -> Iterator[str]:
    for head, body in _rules(style):
        if head.startswith("@") or not body:
            inner = trimmed(body[1:-1], used) if head.startswith(_OF_RULES) and body else None
            if inner is None:
                yield head + body
            elif inner:
                yield f"{head}{{{inner}}}"
        elif selectors := [one for one in _parts(head) if _may_apply(one, used)]:
            yield ",".join(selectors) + body


def _may_apply(selector: str, used: Used) -> bool:
    plain = selector
    while plain != (plain := _ASIDE.sub("", plain)):  # `:not(…)`, `:is(…)`: not judged
        pass
    return "\\" in plain or (
        all(name in used.classes for name in _CLASS.findall(_ATTRIBUTE.sub("", plain)))
        and all(colour in used.colours for colour in _COLOUR.findall(plain))
    )


def _rules(style: str) -> Iterator[tuple[str, str]]:
    """Go through the rules of a style sheet: what stands before the brace, and the braces with their text."""
    start = brace = 0
    for at, depth, sign in _signs(style, "{};"):
        if sign == ";" and depth == 0:
            yield style[start : at + 1], ""
            start = at + 1
        elif sign == "{" and depth == 1:
            brace = at
        elif sign == "}" and depth == 0:
            yield style[start:brace].strip(), style[brace : at + 1]
            start = at + 1
    if rest := style[start:].strip():
        yield rest, ""


def _parts(selectors: str) -> Iterator[str]:
    start = 0
    for at, depth, sign in _signs(selectors, "()[],"):
        if sign == "," and depth == 0:
            yield selectors[start:at].strip()
            start = at + 1
    yield selectors[start:].strip()


def _signs(text: str, wanted: str) -> Iterator[tuple[int, int, str]]:
    """Go through the wanted signs outside strings and addresses, with the depth after each."""
    depth = 0
    for match in _SIGN.finditer(text):
        sign = match[0]
        if len(sign) == 1 and sign in wanted:
            depth += (sign in "{([") - (sign in "})]")
            yield match.start(), depth, sign


_SIGN: Final = re.compile(
    r""""(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|url\([^"')]*\)|\\.|[{}()\[\],;]""", re.DOTALL
)
