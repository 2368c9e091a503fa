"""Only a whole site that was verified, of a known commit, is published."""

from pathlib import Path

import pytest

from scripts.publishing.built import built_site, confirm
from scripts.publishing.release import PublishingError, RefusedError
from tests.sites import COMMIT, FILES, built


def test_a_verified_site_is_taken_with_its_commit(tmp_path: Path) -> None:
    site = built_site(built(tmp_path / "site", dia_chi="https://van-ban.example/"))

    assert (site.commit, site.pages, site.address) == (COMMIT, 3, "https://van-ban.example/")
    assert confirm(site.folder, site).keys() == {*FILES, "ban-dung.json"}


@pytest.mark.parametrize(
    "facts",
    [
        {"da_kiem_chung": False},
        {"da_kiem_chung": None},
        {"da_kiem_chung": "true"},
        {"sha256": None},
        {"so_trang": "3"},
    ],
)
def test_a_site_that_was_not_verified_is_refused(tmp_path: Path, facts: dict[str, object]) -> None:
    with pytest.raises(RefusedError, match="python3 -m scripts build"):
        built_site(built(tmp_path / "site", **facts))


@pytest.mark.parametrize("marker", [b"", b"[]", b"{", b"\xff"])
def test_a_folder_without_a_readable_marker_is_no_built_site(tmp_path: Path, marker: bytes) -> None:
    site = built(tmp_path / "site")
    (site / "ban-dung.json").write_bytes(marker)

    with pytest.raises(RefusedError, match=r"ban-dung\.json"):
        built_site(site)
    (site / "ban-dung.json").unlink()
    with pytest.raises(RefusedError, match="không phải một bản dựng"):
        built_site(site)


def test_a_site_of_no_commit_is_published_only_when_told(tmp_path: Path) -> None:
    site = built(tmp_path / "site", commit=None)

    with pytest.raises(RefusedError, match="--chua-commit"):
        built_site(site)
    assert built_site(site, uncommitted=True).commit is None


def test_a_site_that_is_not_there_cannot_be_published(tmp_path: Path) -> None:
    with pytest.raises(PublishingError, match="nowhere"):
        built_site(tmp_path / "nowhere")


@pytest.mark.parametrize("change", ["edit", "remove", "add", "link"])
def test_a_site_that_changed_since_it_was_verified_is_refused(tmp_path: Path, change: str) -> None:
    site = built(tmp_path / "site")
    known = built_site(site)
    match change:
        case "edit":
            (site / "index.html").write_text("khác", encoding="utf-8")
        case "remove":
            (site / "du-lieu/van-ban.json").unlink()
        case "add":
            (site / "them.html").write_text("thêm", encoding="utf-8")
        case _:
            (site / "link").symlink_to("index.html")

    with pytest.raises(RefusedError, match="python3 -m scripts build"):
        confirm(site, known)
