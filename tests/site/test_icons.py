"""Icons are drawn from the mark: true PNGs of their sizes, the same on every machine."""

import struct
from pathlib import Path

import pytest

from scripts.presence import MARK
from scripts.site.icons import FOLDER, icon_file, write_icons


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    write_icons(folder, MARK.read_text(encoding="utf-8"), "Quyết định <& Đề cương", "Văn bản của tỉnh")
    return folder


def size(picture: bytes) -> tuple[int, int]:
    """Read width and height from a PNG's first chunk."""
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", picture[16:24])
    return width, height


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("180.png", (180, 180)),
        ("192.png", (192, 192)),
        ("512.png", (512, 512)),
        ("512-khung.png", (512, 512)),
        ("the.png", (1200, 630)),
    ],
)
def test_each_picture_has_its_size(site: Path, name: str, expected: tuple[int, int]) -> None:
    assert size((site / FOLDER / name).read_bytes()) == expected


def test_the_icon_file_holds_three_sizes_where_its_head_says(site: Path) -> None:
    data = (site / "favicon.ico").read_bytes()

    kind, count = struct.unpack("<HH", data[2:6])
    rows = [struct.unpack("<BBBBHHII", data[6 + 16 * n : 22 + 16 * n]) for n in range(count)]
    assert (kind, [row[0] for row in rows]) == (1, [16, 32, 48])
    for wide, high, *_, length, place in rows:
        assert size(data[place : place + length]) == (wide, high)
    assert rows[-1][-1] + rows[-1][-2] == len(data)


def test_the_card_shows_the_name_in_letters(site: Path, tmp_path: Path) -> None:
    write_icons(tmp_path, MARK.read_text(encoding="utf-8"), "Tên khác hẳn", "Văn bản của tỉnh")

    assert (tmp_path / FOLDER / "the.png").read_bytes() != (site / FOLDER / "the.png").read_bytes()
    assert (tmp_path / FOLDER / "512.png").read_bytes() == (site / FOLDER / "512.png").read_bytes()


def test_an_icon_file_of_nothing_is_a_head_alone() -> None:
    assert icon_file([]) == b"\0\0\1\0\0\0"
