"""Write our own style sheets and scripts in fewer bytes: no comments, no layout, the shorter of two forms.

The theme's come short from their makers. Pages stay as they are: the blanks of an unnumbered decision are
spaces, which a shortener takes for layout.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import minify_html
from pygments.lexers.javascript import JavascriptLexer

if TYPE_CHECKING:
    from pathlib import Path

FOLDERS: Final = ("assets", "assets/tim-kiem")
"""Where our own lie; the theme's have folders of their own."""

# What cannot be read is given back as it came: then the end that every other text loses is still there.
_ENDS: Final = {".css": "\n/**/", ".js": "\n;;"}
_FRAMES: Final = {".css": ("<style>", "</style>"), ".js": ("<script type=module>", "</script>")}


class ShorteningError(Exception):
    """A style sheet or script that its language does not allow; the message says which."""


def shorten(site: Path) -> int:
    """Rewrite our style sheets and scripts in place; return how many bytes fewer they are.

    Raises ShorteningError for one that cannot be read.
    """
    saved = 0
    for file in (file for folder in FOLDERS for file in sorted((site / folder).glob("*.[cj]s*"))):
        if file.suffix not in _ENDS or not file.is_file():
            continue
        text = file.read_text(encoding="utf-8")
        try:
            short = shortened(text, file.suffix)
        except ValueError as error:
            raise ShorteningError(f"{file.relative_to(site).as_posix()}: {error}") from error
        file.write_bytes(short.encode())
        saved += len(text.encode()) - len(short.encode())
    return saved


def shortened(text: str, suffix: str) -> str:
    """Write a style sheet (`.css`) or a module (`.js`) shorter; raise ValueError for what cannot be read."""
    opening, closing = _FRAMES[suffix]
    plain = _without_comments(text) if suffix == ".js" else text
    framed = f"{opening}{plain}{_ENDS[suffix]}{closing}"
    written = minify_html.minify(framed, minify_css=True, minify_js=True)
    short = str(written).removeprefix(opening).removesuffix(closing)
    if short.endswith(_ENDS[suffix]) or len(short) + len(opening) + len(closing) != len(written):
        raise ValueError("không đọc được, hãy xem lại cú pháp")
    return short


def _without_comments(script: str) -> str:
    """Leave comments out of a script: what shortens it keeps them."""
    lexer = JavascriptLexer(stripnl=False, ensurenl=False)
    return "".join(text for kind, text in lexer.get_tokens(script) if kind[:1] != ("Comment",))
