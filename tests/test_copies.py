from pathlib import Path

from macros.library import load
from macros.transcript import transcript
from scripts.copies import write_copies
from tests.pages import SITE, write


def test_a_copy_lies_beside_the_page_of_each_document_and_of_no_other(tmp_path: Path) -> None:
    library = load(write(tmp_path / "docs", SITE))
    write_copies(library, tmp_path / "site")
    assert sorted(p.relative_to(tmp_path / "site").as_posix() for p in (tmp_path / "site").rglob("*.*")) == [
        "de-cuong/2021/de-an-thu/van-ban.txt",
        "quyet-dinh/2021/12-qd-ubnd/van-ban.txt",
    ]


def test_a_copy_is_the_transcript_and_tells_every_browser_its_encoding(tmp_path: Path) -> None:
    library = load(write(tmp_path / "docs", SITE))
    write_copies(library, tmp_path / "site")
    written = (tmp_path / "site/de-cuong/2021/de-an-thu/van-ban.txt").read_bytes()
    text = transcript(library.documents["de-cuong/2021/de-an-thu.md"], library)
    assert written == b"\xef\xbb\xbf" + text.encode()
