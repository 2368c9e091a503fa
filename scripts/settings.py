"""Read the project's configuration and write an engine's, and know the site's public address."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

import yaml

ROOT: Final = Path(__file__).resolve().parent.parent
CONFIGURATION: Final = ROOT / "mkdocs.yml"

_ADDRESS = re.compile(r"https?://[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?(/[A-Za-z0-9._~-]+)*/?")


class AddressError(Exception):
    """What was given is no address of a site; the message is for staff."""


def settings(address: str = "") -> dict[str, Any]:
    """Read the configuration, with `site_url` set to the public address: the one given, else its own."""
    own: dict[str, Any] = yaml.load(CONFIGURATION.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 - a safe loader
    own["site_url"] = public_address(address or own["site_url"])
    return own


def written(own: dict[str, Any]) -> str:
    """Write a configuration as an engine reads it."""
    return yaml.dump(own, Dumper=_Dumper, allow_unicode=True, sort_keys=False)


def public_address(address: str) -> str:
    """Bring an address into the form that all links to the site share; raise AddressError if it is none.

    `https://host/kho` becomes `https://host/kho/`.
    """
    if not _ADDRESS.fullmatch(address) or "/../" in f"{address}/" or "/./" in f"{address}/":
        raise AddressError(
            f"“{address}” không phải địa chỉ của một trang web. Hãy viết đủ, ví dụ https://vanban.tinh.example/"
        )
    return address.rstrip("/") + "/"


def is_reserved(address: str) -> bool:
    """Tell whether an address belongs to nobody: `.example` is kept for examples (RFC 2606)."""
    return (urlsplit(address).hostname or "").endswith(".example")


class _Loader(yaml.SafeLoader):
    """Read the project's configuration, taking names of Python functions as names."""


class _Dumper(yaml.SafeDumper):
    """Write the configuration with those names."""


class _PythonName(str):
    """A function's name in the configuration, which the engine resolves."""

    __slots__ = ()


_NAME_TAG = "tag:yaml.org,2002:python/name:"
_Loader.add_multi_constructor(_NAME_TAG, lambda _loader, suffix, _node: _PythonName(suffix))
_Dumper.add_representer(_PythonName, lambda dumper, name: dumper.represent_scalar(_NAME_TAG + name, ""))
