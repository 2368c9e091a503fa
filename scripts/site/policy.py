"""Give every built page a content security policy under which only the theme's own inline scripts run."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

THEMES = ("material", "zensical")
SCRIPT = re.compile(rb"""<script\b((?:[^>"']|"[^"]*"|'[^']*')*)>(.*?)</script""", re.DOTALL | re.IGNORECASE)
SOURCE = re.compile(rb"(?:^|[\s/\"'])src\s*=", re.IGNORECASE)
TYPE = re.compile(rb"""(?:^|[\s/"'])type\s*=\s*["']?([^\s"'>]*)""", re.IGNORECASE)
SEARCH_FORM = re.compile(rb"<form\b[^<>]*\sdata-tim-kiem[\s>=]")
DATA_TYPES = frozenset({"application/json", "application/ld+json"})

# A template's own value in a script is the way to the site's root: "../..", ".", "/" or "/kho/"; never a host
# or a scheme, nor anything that could close the string.
PLACEHOLDER = re.compile(rb"\{\{.*?\}\}", re.DOTALL)
ROOT_PATH = rb"(?:\.|\.\.(?:/\.\.)*/?|(?:/[\w.~%-]+)*/?)"

# The policy follows the charset at once, before anything it governs. A second run replaces the first one's.
CHARSET = re.compile(
    rb"""(<head\b[^<>]*>\s*<meta\s+charset\s*=\s*["']?utf-8["']?\s*/?>)"""
    rb"""(?:\n<meta http-equiv="Content-Security-Policy" content="[^"]*">)?""",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class ThemeScripts:
    """The theme's inline scripts: those that never vary, and those that carry the way to the site's root."""

    fixed: frozenset[bytes]
    varying: tuple[re.Pattern[bytes], ...]

    def __contains__(self, script: bytes) -> bool:
        """Tell whether an inline script is the theme's own, to the byte."""
        return script in self.fixed or any(pattern.fullmatch(script) for pattern in self.varying)


def harden(site: Path, scripts: ThemeScripts) -> int:
    """Write the policy into every page of the site; return how many files changed.

    A script that is not the theme's is left without a hash, so no browser runs it; `verification` reports it.
    """
    changed = 0
    for path in pages(site):
        page = path.read_bytes()
        hardened = hardened_page(page, scripts)
        if hardened != page:
            path.write_bytes(hardened)
            changed += 1
    return changed


def hardened_page(page: bytes, scripts: ThemeScripts) -> bytes:
    """Return the page with the policy after its charset, or as it is where it has none to follow."""
    allowed = [script for script in inline_scripts(page) if script in scripts]
    policy = content_policy(allowed, searches=bool(SEARCH_FORM.search(page)))
    meta = b'\n<meta http-equiv="Content-Security-Policy" content="%s">' % policy.encode()
    return CHARSET.sub(lambda head: head[1] + meta, page, count=1)


def pages(site: Path) -> list[Path]:
    """List the site's HTML files, in order."""
    return sorted(path for path in site.rglob("*") if path.suffix.lower() == ".html" and path.is_file())


def inline_scripts(page: bytes) -> Iterator[bytes]:
    """Yield the text of every script that would run from the page itself."""
    for attributes, text in SCRIPT.findall(page):
        kind = TYPE.search(attributes)
        if not SOURCE.search(attributes) and not is_data(kind[1].decode("latin-1") if kind else ""):
            yield text


def is_data(kind: str) -> bool:
    """Tell whether a script element of this type holds data that no browser runs."""
    return kind.strip().lower() in DATA_TYPES


def content_policy(scripts: Iterable[bytes], *, searches: bool = False) -> str:
    """Write the policy of a page that may run these inline scripts and, with a search form, Pagefind."""
    hashes = dict.fromkeys(_hash(script) for script in scripts)
    own = ("script-src 'self'", *(["'wasm-unsafe-eval'"] if searches else []))
    return "; ".join(
        (
            "default-src 'none'",
            " ".join((*own, *hashes)),
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "worker-src 'self'",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
        )
    )


@lru_cache(maxsize=256)
def _hash(script: bytes) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script).digest()).decode()}'"


def theme_scripts() -> ThemeScripts:
    """Read the inline scripts of the installed themes from their templates."""
    templates = [path for theme in THEMES for path in _script_templates(theme)]
    if not templates:
        raise RuntimeError(f"No script template found in the packages {', '.join(THEMES)}")
    return scripts_of(path.read_bytes() for path in templates)


def scripts_of(templates: Iterable[bytes]) -> ThemeScripts:
    """Read the inline scripts of Jinja templates; `{{ … }}` in one stands for the way to the site's root."""
    found = {script for template in templates for script in inline_scripts(template)}
    for script in found:
        if b"{%" in script:
            raise ValueError(f"Template logic builds this script, no pattern covers it: {script[:80]!r}")
    varying = sorted(script for script in found if b"{{" in script)
    return ThemeScripts(frozenset(found.difference(varying)), tuple(map(_pattern, varying)))


def _pattern(script: bytes) -> re.Pattern[bytes]:
    return re.compile(ROOT_PATH.join(map(re.escape, PLACEHOLDER.split(script))))


def _script_templates(theme: str) -> list[Path]:
    spec = find_spec(theme)
    roots = (spec.submodule_search_locations if spec else None) or ()
    return sorted(
        path
        for root in roots
        for pattern in ("partials/javascripts/*.html", "404.html")
        for path in Path(root, "templates").glob(pattern)
    )
