"""Write what tells programs about a built site: its map, what robots may read, and its manifest."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote
from xml.sax.saxutils import escape

from scripts.site import icons
from scripts.site.policy import pages

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

MOST_IN_A_MAP: Final = 50_000
"""Addresses that one file may hold (sitemaps.org)."""

MANIFEST: Final = "trang-web.webmanifest"

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_NOT_FOR_ROBOTS = re.compile(rb"""<meta\s+name=["']?robots["']?\s+content=["']?noindex""", re.IGNORECASE)


def write_map(site: Path, address: str, changed: Mapping[str, str]) -> int:
    """Write `sitemap.xml` in place of the engine's and name it to robots; return how many pages it has.

    `changed` tells the day of a page's last change by its address in the site (`quyet-dinh/2021/ten/`), where
    it is known: the day of a build says nothing about a page.
    """
    for made in site.glob("sitemap*.xml*"):
        made.unlink()
    entries = [_entry(address, page, changed.get(page)) for page in sorted(_public(site))]
    parts = [entries[at : at + MOST_IN_A_MAP] for at in range(0, len(entries), MOST_IN_A_MAP)] or [[]]
    if len(parts) == 1:
        _write(site / "sitemap.xml", "urlset", parts[0])
    else:
        for number, part in enumerate(parts, 1):
            _write(site / f"sitemap-{number}.xml", "urlset", part)
        names = [f"{address}sitemap-{number}.xml" for number, _ in enumerate(parts, 1)]
        _write(
            site / "sitemap.xml", "sitemapindex", [f"<sitemap><loc>{name}</loc></sitemap>" for name in names]
        )
    robots = f"User-agent: *\nAllow: /\n\nSitemap: {address}sitemap.xml\n"
    (site / "robots.txt").write_text(robots, encoding="utf-8", newline="\n")
    return len(entries)


def write_manifest(site: Path, settings: Mapping[str, Any]) -> None:
    """Write the manifest by which a telephone keeps the site among its programs."""
    sized = [(f"{size}.png", size, "any") for size in icons.SIZES]
    manifest = {
        "name": settings["site_name"],
        "short_name": settings["site_name"],
        "description": settings["site_description"],
        "lang": "vi",
        "dir": "ltr",
        "start_url": "./",
        "scope": "./",
        "display": "browser",
        "background_color": "#ffffff",
        "theme_color": "#8c1518",
        "icons": [
            {
                "src": f"{icons.FOLDER}/{name}",
                "sizes": f"{size}x{size}",
                "type": "image/png",
                "purpose": purpose,
            }
            for name, size, purpose in [*sized, (icons.MASKABLE, 512, "maskable")]
        ],
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=1)
    (site / MANIFEST).write_text(text + "\n", encoding="utf-8", newline="\n")


def _public(site: Path) -> Iterator[str]:
    """Go through the addresses of the pages that readers are to find: no redirects, no 404 page."""
    for file in pages(site):
        if file.name == "index.html" and not _NOT_FOR_ROBOTS.search(file.read_bytes()[:20_000]):
            yield file.relative_to(site).as_posix().removesuffix("index.html")


def _entry(address: str, page: str, day: str | None) -> str:
    modified = f"<lastmod>{day}</lastmod>" if day else ""
    return f"<url><loc>{escape(address + quote(page))}</loc>{modified}</url>"


def _write(file: Path, root: str, entries: list[str]) -> None:
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<{root} xmlns="{_NAMESPACE}">',
        *entries,
        f"</{root}>",
    ]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
