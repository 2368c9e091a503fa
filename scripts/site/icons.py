"""Draw the site's icons and the card of its shared links from its own mark."""

from __future__ import annotations

import struct
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING, Final

import resvg_py

if TYPE_CHECKING:
    from pathlib import Path

FOLDER: Final = "assets/bieu-tuong"
SIZES: Final = (192, 512)
"""What a manifest must have at least."""
MASKABLE: Final = "512-khung.png"
TOUCH: Final = "180.png"
"""For a telephone that puts an icon on its own ground and cuts it."""
CARD: Final = "the.png"

GROUND: Final = "#7a1114"
"""The mark's own ground, which fills what a system cuts to its own shape."""

# The innermost 80 % is safe from any shape that a system cuts (W3C Manifest, icon masks).
_MASKED = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 60"><rect width="60" height="60" fill="{ground}"/>
<svg x="6" y="6" width="48" height="48" viewBox="0 0 48 48">{mark}</svg></svg>"""

_CARD = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 630">
<rect width="1200" height="630" fill="{ground}"/>
<rect y="606" width="1200" height="24" fill="#f2c14e"/>
<svg x="90" y="195" width="240" height="240" viewBox="0 0 48 48">{mark}</svg>
<g font-family="Be Vietnam Pro">
<text x="390" y="310" font-size="{size}" font-weight="600"
 fill="#fff">{name}</text>
<text x="390" y="380" font-size="36" fill="#fbe6bd">{below}</text></g></svg>"""


def write_icons(site: Path, mark: str, name: str, below: str) -> None:
    """Write every picture that pages, telephones and shared links ask for; `mark` is a square SVG."""
    folder = site / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "dau-hieu.svg").write_text(mark, encoding="utf-8", newline="\n")
    for size in SIZES:
        (folder / f"{size}.png").write_bytes(_drawn(mark, size))
    whole = _MASKED.format(ground=GROUND, mark=mark)
    (folder / MASKABLE).write_bytes(_drawn(whole, 512))
    (folder / TOUCH).write_bytes(_drawn(whole, 180))
    (folder / CARD).write_bytes(_drawn(_card(mark, name, below), 1200))
    (site / "favicon.ico").write_bytes(icon_file([(size, _drawn(mark, size)) for size in (16, 32, 48)]))


def icon_file(pictures: list[tuple[int, bytes]]) -> bytes:
    """Put PNGs into one ICO file: a header, a row for each with its place, then the pictures."""
    place = 6 + 16 * len(pictures)
    head = struct.pack("<HHH", 0, 1, len(pictures))
    for size, data in pictures:
        head += struct.pack("<BBBBHHII", size, size, 0, 0, 1, 32, len(data), place)
        place += len(data)
    return head + b"".join(data for _, data in pictures)


def _card(mark: str, name: str, below: str) -> str:
    size = min(64, 1300 // max(len(name), 1))  # a letter is about half as wide as high, and 720 are free
    return _CARD.format(ground=GROUND, mark=mark, name=escape(name), below=escape(below), size=size)


def _drawn(picture: str, width: int) -> bytes:
    fonts = files("fontpkg_be_vietnam_pro").joinpath("files")
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=picture,
            width=width,
            skip_system_fonts=True,  # the same picture on every machine
            font_files=[str(fonts.joinpath(f"BeVietnamPro-{name}.ttf")) for name in ("Regular", "SemiBold")],
        )
    )
