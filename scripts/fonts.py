"""Cut the site's own letters out of the installed font packages, and write the style sheet that names them.

Every face has the 146 letters of Vietnamese, so that no word is set in two fonts, and carries only what
the site prints. Files are named by digests of what is in them: a browser may keep them forever.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from string import ascii_letters, digits, punctuation
from typing import TYPE_CHECKING, Any, Final

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from macros.vietnamese import LETTERS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FOLDER: Final = "assets/fonts"

REQUIRED: Final = LETTERS | frozenset(ascii_letters + digits + punctuation + " \u00a0–—‘’“”…§¶•·×°")
"""What every face must have: the text of an office seldom uses more."""
WELCOME: Final = frozenset("\u2010²³→№")
"""What a face keeps where its maker drew it."""

# No marks apart from letters: our HTML is in NFC, and a browser composes what a reader types otherwise.
LAYOUT: Final = ["kern"]
"""Kept in the faces of running text; bold and italic go without, as pairs cost 7 KB of a first view's 130."""
NAMES: Final = [0, 1, 2, 6, 14]
"""Entries of the table of names: family, style, the name that a PDF gives, and what the licence wants kept
(OFL 1.1, condition 2)."""


@dataclass(frozen=True)
class Face:
    """One face: what it serves in the style sheet, and where it is cut from."""

    family: str
    weight: int
    package: str
    file: str
    serves: str
    """The weights that a page may ask for and gets this face."""
    style: str = "normal"
    axes: tuple[tuple[str, int], ...] = ()

    @property
    def name(self) -> str:
        """How its file's name begins: `van-ban-400-italic`."""
        style = "" if self.style == "normal" else f"-{self.style}"
        return f"{self.family.lower().replace(' ', '-')}-{self.weight}{style}"


def _interface(weight: int, file: str, serves: str) -> Face:
    return Face("Be Vietnam Pro", weight, "fontpkg_be_vietnam_pro", f"BeVietnamPro-{file}.ttf", serves)


def _document(weight: int, file: str, serves: str, style: str = "normal") -> Face:
    # “Source” is a name that its licence reserves: what is cut out of Source Serif goes by another.
    axes = (("wght", weight), ("opsz", 14))
    return Face("Van Ban", weight, "fontpkg_source_serif_4", f"{file}[opsz,wght].ttf", serves, style, axes)


FACES: Final = (
    _interface(400, "Regular", "100 500"),
    _interface(600, "SemiBold", "600 900"),
    _document(400, "SourceSerif4", "100 500"),
    _document(700, "SourceSerif4", "600 900"),
    _document(400, "SourceSerif4-Italic", "100 500", "italic"),
    # For one word, “Nơi nhận”, and asked for only by the print sheet: on screen a browser slants the bold.
    replace(_document(700, "SourceSerif4-Italic", "600 900", "italic"), family="Van Ban Giay"),
)

STYLE: Final = ':root { --van-ban-font: "Van Ban", "Times New Roman", Tinos, "Liberation Serif", serif; }\n'


@dataclass(frozen=True)
class Fonts:
    """The files that a site needs, by their paths in it; the style sheet, and the faces of a first view."""

    files: Mapping[str, bytes]
    style: str
    interface: str
    document: str


def fonts(store: Path) -> Fonts:
    """Give the site's fonts, cut anew only where the store has none of the same making."""
    store.mkdir(parents=True, exist_ok=True)
    cut = {face: _stored(face, store) for face in FACES}
    paths = {face: _path(face.name, "woff2", data) for face, data in cut.items()}
    style = (STYLE + "".join(map(_rule, paths, paths.values()))).encode()
    style_path = _path("chu", "css", style)
    first = {face.family: path for face, path in reversed(paths.items())}
    return Fonts(
        {style_path: style} | {paths[face]: data for face, data in cut.items()},
        style_path,
        first["Be Vietnam Pro"],
        first["Van Ban"],
    )


def cut_out(face: Face) -> bytes:
    """Cut a face down to what the site prints, as WOFF2; the same packages give the same bytes."""
    font = TTFont(io.BytesIO(_source(face)), recalcTimestamp=False)
    wanted = {ord(letter) for letter in REQUIRED | WELCOME}
    if missing := {ord(letter) for letter in REQUIRED} - font.getBestCmap().keys():
        raise ValueError(f"{face.file} has no {' '.join(map(chr, sorted(missing)))}")
    cutter = subset.Subsetter(_options(face))
    cutter.populate(unicodes=wanted)
    cutter.subset(font)
    if face.axes:
        font = instancer.instantiateVariableFont(font, dict(face.axes))
    _rename(font, face)
    font.flavor = "woff2"
    written = io.BytesIO()
    font.save(written)
    return written.getvalue()


def _options(face: Face) -> Any:
    return subset.Options(
        layout_features=LAYOUT if _is_of_running_text(face) else [],
        hinting=False,
        notdef_outline=True,
        glyph_names=False,
        name_IDs=NAMES,
        drop_tables=[*subset.Options().drop_tables, "DSIG", "STAT", "meta", "gasp"],
    )


def _is_of_running_text(face: Face) -> bool:
    return face.weight == 400 and face.style == "normal"


def _rename(font: TTFont, face: Face) -> None:
    """Name the face; entry 6 is the name by which a printed page's file tells it."""
    style = ("Bold" if face.weight >= 600 else "") + ("Italic" if face.style == "italic" else "") or "Regular"
    for entry, text in ((1, face.family), (2, style), (6, f"{face.family.replace(' ', '')}-{style}")):
        font["name"].setName(text, entry, 3, 1, 0x409)


def _stored(face: Face, store: Path) -> bytes:
    """Read a face from the store, or cut it and put it there under the digest of all that makes it."""
    file = store / f"{face.name}.{_making(face)}.woff2"
    if not file.is_file():
        part = file.with_suffix(".part")
        part.write_bytes(cut_out(face))
        part.replace(file)
    return file.read_bytes()


def _making(face: Face) -> str:
    tools = (version("fonttools"), version("brotli"))
    recipe = (face, sorted(REQUIRED | WELCOME), LAYOUT, _is_of_running_text(face), NAMES, tools)
    return sha256(_source(face) + repr(recipe).encode()).hexdigest()[:16]


def _source(face: Face) -> bytes:
    return files(face.package).joinpath("files", face.file).read_bytes()


def _path(name: str, suffix: str, data: bytes) -> str:
    return f"{FOLDER}/{name}.{sha256(data).hexdigest()[:8]}.{suffix}"


def _rule(face: Face, path: str) -> str:
    return (
        f'@font-face {{ font-family: "{face.family}"; font-weight: {face.serves}; font-style: {face.style}; '
        f'font-display: swap; src: url({path.rpartition("/")[2]}) format("woff2"); }}\n'
    )
