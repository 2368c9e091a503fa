"""What a browser printed: the letters of a PDF with their places, sizes, faces and colours.

Places are in mm from the upper left corner of the sheet; sizes are in pt.
"""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdf

MM = 25.4 / 72


@dataclass(frozen=True)
class Letter:
    """A printed sign; spaces are left out."""

    sign: str
    left: float
    right: float
    baseline: float
    size: float
    font: str
    """The face's name; empty where the browser drew a face that there was no file for."""
    bold: bool
    italic: bool
    colour: tuple[int, ...]


@dataclass(frozen=True)
class Line:
    """The letters on one baseline, from left to right."""

    letters: tuple[Letter, ...]

    @property
    def text(self) -> str:
        """Its words, with one space where letters stand apart."""
        said = ""
        for before, letter in zip((None, *self.letters), self.letters, strict=False):
            apart = before is not None and letter.left - before.right > letter.size * MM * 0.12
            said += f" {letter.sign}" if apart else letter.sign
        return said

    @property
    def left(self) -> float:
        return self.letters[0].left

    @property
    def right(self) -> float:
        return self.letters[-1].right

    @property
    def baseline(self) -> float:
        return self.letters[0].baseline

    @property
    def sizes(self) -> set[float]:
        return {letter.size for letter in self.letters}

    @property
    def bold(self) -> bool:
        return all(letter.bold for letter in self.letters)

    @property
    def italic(self) -> bool:
        return all(letter.italic for letter in self.letters)


@dataclass(frozen=True)
class Rule:
    """A thin line that is drawn across."""

    left: float
    right: float
    top: float


@dataclass(frozen=True)
class Sheet:
    """A printed page."""

    width: float
    height: float
    lines: tuple[Line, ...]
    rules: tuple[Rule, ...]
    grounds: frozenset[tuple[int, ...]]
    """The colours that larger areas are filled with."""

    def line(self, beginning: str) -> Line:
        """Find the one line that begins so."""
        (found,) = [line for line in self.lines if line.text.startswith(beginning)]
        return found


def sheets(data: bytes) -> list[Sheet]:
    """Read a PDF."""
    with pdfium.PdfDocument(data) as document:
        return [_sheet(page) for page in document]


def texts(data: bytes) -> list[list[str]]:
    """Read only the lines of text of each page: quicker than `sheets` for hundreds of pages."""
    with pdfium.PdfDocument(data) as document:
        return [page.get_textpage().get_text_range().splitlines() for page in document]


def _sheet(page: Any) -> Sheet:
    width, height = page.get_size()
    letters = sorted(_letters(page, height), key=lambda letter: (round(letter.baseline, 1), letter.left))
    lines = (_parted(tuple(same)) for _, same in groupby(letters, lambda letter: round(letter.baseline, 1)))
    return Sheet(
        width * MM,
        height * MM,
        tuple(line for row in lines for line in row),
        tuple(_rules(page, height)),
        frozenset(_grounds(page)),
    )


def _parted(letters: tuple[Letter, ...]) -> Iterator[Line]:
    """Part what stands in columns: farther apart than blanks, but for that of a number before its slash."""
    begin = 0
    for index in range(1, len(letters)):
        apart = letters[index].left - letters[index - 1].right
        if apart > 9 and letters[index].sign != "/":
            yield Line(letters[begin:index])
            begin = index
    yield Line(letters[begin:])


def _letters(page: Any, height: float) -> Iterator[Letter]:
    text = page.get_textpage()
    faces: dict[int, tuple[str, bool, bool, tuple[int, ...]]] = {}
    for index in range(text.count_chars()):
        sign = chr(pdf.FPDFText_GetUnicode(text, index))
        thing = pdf.FPDFText_GetTextObject(text, index)
        if sign.isspace() or not thing or pdf.FPDFText_IsGenerated(text, index) == 1:
            continue
        if sign == "\x02":  # how PDFium tells a hyphen at the end of a line
            sign = "-"
        key = ctypes.addressof(thing.contents)
        if key not in faces:
            faces[key] = _face(thing)
        x, y = ctypes.c_double(), ctypes.c_double()
        pdf.FPDFText_GetCharOrigin(text, index, x, y)
        box = pdf.FS_RECTF()
        pdf.FPDFText_GetLooseCharBox(text, index, box)
        matrix = pdf.FS_MATRIX()
        pdf.FPDFText_GetMatrix(text, index, matrix)
        size = round(pdf.FPDFText_GetFontSize(text, index) * abs(matrix.d), 1)
        font, bold, italic, colour = faces[key]
        place = (x.value * MM, box.right * MM, (height - y.value) * MM)
        yield Letter(sign, *place, size, font, bold, italic, colour)


def _face(thing: Any) -> tuple[str, bool, bool, tuple[int, ...]]:
    font = pdf.FPDFTextObj_GetFont(thing)
    name = ctypes.create_string_buffer(200)
    pdf.FPDFFont_GetBaseFontName(font, name, 200)
    said = name.value.decode().partition("+")[2]
    return said, "Bold" in said, "Italic" in said, _colour(thing)


def _grounds(page: Any) -> Iterator[tuple[int, ...]]:
    for thing in page.get_objects(filter=[pdf.FPDF_PAGEOBJ_PATH]):
        left, bottom, right, top = thing.get_bounds()
        if top - bottom > 30 and right - left > 30:
            yield _colour(thing)


def _colour(thing: Any) -> tuple[int, ...]:
    parts = [ctypes.c_uint() for _ in range(4)]
    pdf.FPDFPageObj_GetFillColor(thing, *parts)
    return tuple(part.value for part in parts[:3])


def _rules(page: Any, height: float) -> Iterator[Rule]:
    for thing in page.get_objects(filter=[pdf.FPDF_PAGEOBJ_PATH]):
        left, bottom, right, top = thing.get_bounds()
        if top - bottom < 2 and right - left > 10:
            yield Rule(left * MM, right * MM, (height - top) * MM)
