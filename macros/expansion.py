"""Jinja extension: confine a page, then write its labels and references out before Jinja compiles it.

They are pure functions of literals, so writing them here gives what Jinja's calls give; compiling some forty
calls a page was a quarter of a build's time. What is left for Jinja are the lists and `noi_nhan`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros import writing
from macros.confinement import Confinement, confine, protect

if TYPE_CHECKING:
    from collections.abc import Iterable

    from macros.confinement import Call

_PLAIN = re.compile(r"[^{}%#`~\n]*")
"""Text that neither Jinja nor the reading of code can take for more than text."""


class Expansion(Confinement):
    """Refuse what `Confinement` refuses, and leave fewer calls to Jinja."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """Return the source with pure calls written out and code protected."""
        return protect(written_out(source, confine(source, name, filename)))


def written_out(source: str, calls: Iterable[Call]) -> str:
    """Write out the pure calls of a source; those with faulty arguments stay, and fail when they are run."""
    pieces, position = [], 0
    for call in calls:
        text = _written(call)
        if text is not None:
            pieces += [source[position : call.start], text]
            position = call.end
    return "".join([*pieces, source[position:]])


def _written(call: Call) -> str | None:
    try:
        if call.name == "xem":
            text = writing.refer(*call.arguments, **call.keywords)  # type: ignore[arg-type]
        elif call.name in writing.LABELS:
            text = writing.write(call.name, *call.arguments, **call.keywords)  # type: ignore[arg-type]
        else:
            return None
    except (writing.ArgumentFault, TypeError):
        return None
    return text if _PLAIN.fullmatch(text) else None
