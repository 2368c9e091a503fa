"""Write a page at each former address that leads readers, and their fragment, to where its text is now."""

from __future__ import annotations

from html import escape
from posixpath import relpath
from typing import TYPE_CHECKING, Final

from macros.frame import site_address

if TYPE_CHECKING:
    from pathlib import Path

    from macros.document import Document
    from macros.library import Library

SCRIPT: Final = "assets/chuyen-trang.js"

# The script stands before the refresh, which serves browsers without scripts.
_PAGE: Final = """\
<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>{title}</title>
<link rel="canonical" href="{canonical}">
<script src="{script}" data-target="{target}"></script>
<meta http-equiv="refresh" content="0; url={target}">
</head>
<body data-pagefind-ignore="all">
<main>
<h1>Trang đã chuyển địa chỉ</h1>
<p>Địa chỉ mới: <a href="{target}">{title}</a></p>
</main>
</body>
</html>
"""


def write_redirects(library: Library, site: Path, address: str) -> int:
    """Write the redirect pages of all documents below a site that will lie at an address; return how many."""
    written = 0
    for document in library.documents.values():
        for former in former_addresses(document):
            file = site / former / "index.html"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(redirect_page(former, document, address), encoding="utf-8", newline="\n")
            written += 1
    return written


def former_addresses(document: Document) -> list[str]:
    """Give the addresses at which a page's text was published before: `quyet-dinh/2021/ten-cu/`."""
    return list(document.record.former_addresses) if document.record else []


def redirect_page(former: str, document: Document, address: str) -> str:
    """Write the page that stands at a former address of a document."""
    target = escape(site_address(f"{former}index.md", document.path))
    return _PAGE.format(
        title=escape(document.title),
        target=target,
        canonical=escape(address + site_address("index.md", document.path)),
        script=escape(relpath(SCRIPT, former)),
    )
