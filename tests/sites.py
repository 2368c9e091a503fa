"""Tiny built sites for tests of publishing, with the marker that a build writes."""

import json
from pathlib import Path

from scripts.site.digest import contents, digest

COMMIT = "0123456789abcdef0123456789abcdef01234567"
OTHER = "fedcba9876543210fedcba9876543210fedcba98"

PAGE = '<!doctype html><html lang="vi"><head><title>A</title></head><body>{}</body></html>'
FILES = {
    "index.html": PAGE.format('<h1 id="dau">Trang chủ</h1>'),
    "404.html": PAGE.format("<h1>Không tìm thấy trang</h1>"),
    "quyet-dinh/2021/a/index.html": PAGE.format('<p id="dieu-1">Điều 1.</p><p id="dieu-2">Điều 2.</p>'),
    "assets/van-ban.0a1b2c3d.css": "p { margin: 0 }",
    "du-lieu/van-ban.json": "{}",
}


def built(folder: Path, files: dict[str, str] = FILES, commit: str | None = COMMIT, **facts: object) -> Path:
    """Write a site as a build leaves it and return its folder; a fact of None is left out."""
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(text.encode())
    marker = {
        "commit": commit,
        "so_trang": sum(path.endswith(".html") for path in files),
        "bo_dung": "mkdocs",
        "da_kiem_chung": True,
        "sha256": digest(contents(folder)),
    }
    told = {key: value for key, value in (marker | facts).items() if key == "commit" or value is not None}
    (folder / "ban-dung.json").write_text(json.dumps(told), encoding="utf-8")
    return folder


def content(folder: Path) -> dict[str, str]:
    """Read every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes().decode("utf-8", "replace")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
