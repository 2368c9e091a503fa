"""A site's digest tells every change of its files, and nothing else."""

from pathlib import Path

import pytest

from scripts.site.digest import OddFileError, contents, digest

FILES = {"index.html": "một", "quyet-dinh/2021/a/index.html": "hai"}


def made(folder: Path, files: dict[str, str]) -> Path:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


def told(folder: Path, files: dict[str, str]) -> str:
    return digest(contents(made(folder, files)))


def test_the_same_files_give_the_same_digest_whatever_the_marker_says(tmp_path: Path) -> None:
    one = told(tmp_path / "one", FILES)
    two = told(tmp_path / "two", dict(reversed(FILES.items())) | {"ban-dung.json": "{}", ".nojekyll": ""})

    assert one == two


@pytest.mark.parametrize(
    "files",
    [
        {"index.html": "một"},
        FILES | {"index.html": "Một"},
        FILES | {"a.txt": ""},
        FILES | {".htaccess": ""},
        FILES | {"quyet-dinh/ban-dung.json": "{}"},
        {"index.html": "một", "quyet-dinh/2021/b/index.html": "hai"},
    ],
    ids=["one less", "another letter", "one more", "a hidden one", "a marker elsewhere", "another name"],
)
def test_any_other_files_give_another_digest(tmp_path: Path, files: dict[str, str]) -> None:
    assert told(tmp_path / "one", FILES) != told(tmp_path / "two", files)


def test_a_link_is_no_file_of_a_site(tmp_path: Path) -> None:
    site = made(tmp_path / "site", FILES)
    (site / "quyet-dinh/link").symlink_to(tmp_path, target_is_directory=True)

    with pytest.raises(OddFileError, match="quyet-dinh/link"):
        contents(site)
