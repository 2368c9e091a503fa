"""Verify a hardened site, page by page and link by link, before anybody sees it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from scripts.site import files, links, page
from scripts.site.policy import ThemeScripts
from scripts.site.problem import Problem


def verify(site: Path, scripts: ThemeScripts, address: str = "") -> list[Problem]:
    """Return every fault of the site; `address` is where it will be published (`site_url`).

    Raises LinkCheckError when the links cannot be checked.
    """
    with links.checking(site, address) as running:
        found = verify_files(site, scripts)
        return sorted({*found, *links.result(running)})


def verify_files(site: Path, scripts: ThemeScripts) -> list[Problem]:
    """Return every fault that a file shows by itself, links apart."""
    return sorted({problem for path in _files(site) for problem in _file_problems(path, site, scripts)})


def _files(site: Path) -> Iterator[Path]:
    return (path for path in site.rglob("*") if path.is_file())


def _file_problems(path: Path, site: Path, scripts: ThemeScripts) -> Iterator[Problem]:
    suffix = path.suffix.lower()
    name = path.relative_to(site).as_posix()
    if suffix == ".html":
        found = page.faults(path.read_bytes(), scripts)
    elif suffix in files.CHECKS or suffix in files.PAGES_BY_OTHER_NAMES:
        found = files.faults(suffix, path.read_bytes())
    else:
        return
    for what, value in found:
        yield Problem(name, what, value)
