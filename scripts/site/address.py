"""Tell what an address in a page would do when a browser follows it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

DANGEROUS = ("javascript:", "vbscript:", "data:")
# Browsers drop tabs and line breaks anywhere in an address, blanks and controls around it; we drop them all.
IGNORED = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028\u2029\u2060\ufeff]+")
HOST = re.compile(r"(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)
LIST_SEPARATOR = re.compile(r"[,;]+")
PLAIN = re.compile(r"(?!//)[\w./#%?=~-]*")


def is_plain(address: str) -> bool:
    """Tell quickly that an address has no scheme, no host and nothing to decode: most have none."""
    return PLAIN.fullmatch(address) is not None


def is_dangerous(address: str) -> bool:
    """Tell whether an address carries a script or a document of its own, however it is spelled."""
    return _compact(address).startswith(DANGEROUS)


def is_image_data(address: str) -> bool:
    """Tell whether an address carries an image, which no browser runs where an image is expected."""
    return _compact(address).startswith("data:image/")


def is_external(address: str) -> bool:
    """Tell whether an address names a scheme or a host instead of a place in this site."""
    return HOST.match(_compact(address).replace("\\", "/")) is not None


def parts(addresses: str) -> Iterator[str]:
    """Yield the addresses of an attribute that lists several, such as `srcset` and `values`."""
    return (part for part in LIST_SEPARATOR.split(addresses) if part)


def _compact(address: str) -> str:
    # The parser has resolved the character references once; an older one may not know `&Tab;` and `&colon;`.
    return IGNORED.sub("", html.unescape(address)).lower()
