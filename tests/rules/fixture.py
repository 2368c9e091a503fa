"""Read a rule's fixture: what it expects of the check, and the files that it stands for.

    expect trang.md:3:1 TT104        line and column of each finding there is, or `expect nothing`
    === trang.md                     a file follows, to the next === line
    === anh.md <- bytes 89 50        or it has these bytes
    === to.md <- 2000001 × x         or so many letters; a text that follows frames them as front matter
    === lien-ket.md <- link /etc     or it is a symbolic link

`\\u{200b}` stands for a character that nobody could see in the fixture. beside.md stands beside each.
"""

import re
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent
FIRST_PAGE = re.compile(r"^=== ", re.MULTILINE)
EXPECTED = re.compile(r"expect (.+):(\d+):(\d+) ([A-Z]{2}\d{3})")


@dataclass(frozen=True)
class Fixture:
    """A fixture's name, the places and codes that it expects, and its files."""

    name: str
    expected: list[tuple[str, int, int, str]]
    files: dict[str, str]

    def write(self, root: Path) -> None:
        """Make the files below a folder, with the page that stands beside them."""
        for header, text in (_files(FOLDER / "beside.md") | self.files).items():
            path, _, source = header.partition(" <- ")
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            _write(root / path, text, source)


def read_fixture(file: Path) -> Fixture:
    """Read a fixture; its header must say what it expects."""
    head = FIRST_PAGE.split(file.read_text(encoding="utf-8"), maxsplit=1)[0]
    expected = [(m[1], int(m[2]), int(m[3]), m[4]) for m in EXPECTED.finditer(head)]
    assert bool(expected) != (head == "expect nothing\n"), f"{file} must say what it expects, line by line"
    return Fixture(f"{file.parent.name}/{file.stem}", expected, _files(file))


def _files(file: Path) -> dict[str, str]:
    parts = FIRST_PAGE.split(file.read_text(encoding="utf-8"))[1:]
    return {header: _unescaped(text) for header, _, text in (part.partition("\n") for part in parts)}


def _unescaped(text: str) -> str:
    return re.sub(r"\\u\{([0-9a-f]+)\}", lambda match: chr(int(match[1], 16)), text)


def _write(file: Path, text: str, source: str) -> None:
    kind, _, rest = source.partition(" ")
    if kind == "link":
        file.symlink_to(rest)
    elif kind == "bytes":
        file.write_bytes(bytes.fromhex(rest))
    elif kind:
        letters = int(kind) * rest.removeprefix("× ")
        file.write_text(text.replace("…", letters) if text else letters, encoding="utf-8", newline="")
    else:
        file.write_text(text, encoding="utf-8", newline="")
