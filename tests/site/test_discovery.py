"""The map, the word to robots and the manifest of a built site."""

import json
from pathlib import Path

import pytest
from lxml import etree

from scripts.settings import settings
from scripts.site import discovery, icons
from scripts.site.discovery import write_manifest, write_map

ADDRESS = "https://tinh.example/kho/"
PAGE = '<!doctype html><html lang="vi"><head><title>Trang</title></head></html>'
MOVED = PAGE.replace("<title>", '<meta name="robots" content="noindex"><title>')
MAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    files = {
        "index.html": PAGE,
        "404.html": PAGE,
        "quyet-dinh/2021/a/index.html": PAGE,
        "quyet-dinh/cu/index.html": MOVED,
        "sitemap.xml": "of the engine",
        "sitemap.xml.gz": "of the engine",
    }
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


def entries(file: Path) -> list[tuple[str, str]]:
    root = etree.parse(file).getroot()
    return [
        (found.findtext("s:loc", "", MAP), found.findtext("s:lastmod", "", MAP))
        for found in root.findall("*", MAP)
    ]


def test_the_map_names_every_page_for_readers_and_days_that_are_known(site: Path) -> None:
    assert write_map(site, ADDRESS, {"quyet-dinh/2021/a/": "2021-07-08", "khong/co/": "2020-01-01"}) == 2

    assert entries(site / "sitemap.xml") == [
        (ADDRESS, ""),
        (f"{ADDRESS}quyet-dinh/2021/a/", "2021-07-08"),
    ]
    assert [file.name for file in site.glob("sitemap*")] == ["sitemap.xml"]


def test_robots_are_told_where_the_map_lies(site: Path) -> None:
    write_map(site, ADDRESS, {})

    lines = (site / "robots.txt").read_text(encoding="utf-8").splitlines()
    assert lines == ["User-agent: *", "Allow: /", "", "Sitemap: https://tinh.example/kho/sitemap.xml"]


def test_a_map_that_grows_too_long_is_parted(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(discovery, "MOST_IN_A_MAP", 1)

    write_map(site, ADDRESS, {})

    parts = [f"{ADDRESS}sitemap-1.xml", f"{ADDRESS}sitemap-2.xml"]
    assert [address for address, _ in entries(site / "sitemap.xml")] == parts
    assert entries(site / "sitemap-2.xml") == [(f"{ADDRESS}quyet-dinh/2021/a/", "")]


def test_the_manifest_has_what_a_telephone_asks_for_and_names_icons_that_there_are(tmp_path: Path) -> None:
    icons.write_icons(tmp_path, '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"/>', "Tên", "")

    write_manifest(tmp_path, settings())

    manifest = json.loads((tmp_path / discovery.MANIFEST).read_text(encoding="utf-8"))
    assert {"name", "short_name", "start_url", "display", "theme_color", "lang"} <= set(manifest)
    assert {(icon["sizes"], icon["purpose"]) for icon in manifest["icons"]} == {
        ("192x192", "any"),
        ("512x512", "any"),
        ("512x512", "maskable"),
    }
    assert all((tmp_path / icon["src"]).is_file() for icon in manifest["icons"])
