"""Render a page's body as an engine does: macros first, then Markdown with the project's own extensions."""

import pkgutil
import re
from copy import deepcopy
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import yaml
from jinja2 import Environment, StrictUndefined
from lxml import html
from markdown import Markdown

from macros import macros
from macros.provisions import PAPER
from macros.vietnamese import nfc

ROOT = Path(__file__).resolve().parents[2]


class _Loader(yaml.SafeLoader):
    """Read mkdocs.yml with its names of Python functions."""


_Loader.add_multi_constructor(
    "tag:yaml.org,2002:python/name:", lambda _loader, name, _node: pkgutil.resolve_name(name)
)


@cache
def configured(part: str) -> dict[str, dict[str, Any]]:
    """Give the plugins or the Markdown extensions and their options as mkdocs.yml has them."""
    configuration = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), Loader=_Loader)
    return {
        name: options or {}
        for entry in configuration[part]
        for name, options in (entry.items() if isinstance(entry, dict) else [(entry, {})])
    }


def extensions() -> dict[str, dict[str, Any]]:
    """Give the project's Markdown extensions and their options."""
    return configured("markdown_extensions")


@dataclass(frozen=True)
class Page:
    """A rendered page."""

    html: str
    contents: list[dict[str, Any]]
    """The table of contents, as Python-Markdown gives it to the theme."""

    @cached_property
    def tree(self) -> html.HtmlElement:
        return html.fragment_fromstring(self.html, create_parent="article")

    @property
    def ids(self) -> list[str]:
        """All ids of the page in reading order, repeated ones too."""
        return self.tree.xpath("//@id")

    @property
    def words(self) -> list[str]:
        """What a reader reads, without the signs that only serve as links."""
        return self.text().split()

    def text(self, xpath: str = ".") -> str:
        """The text of the first such element, spaces and line ends made one space."""
        element = deepcopy(self.tree.xpath(xpath)[0])
        for link in element.xpath(".//a[@class='headerlink' or @class='footnote-backref']"):
            link.drop_tree()
        return " ".join(element.text_content().split())

    def outline(self) -> str:
        """Every provision's id, indented as the elements are nested."""
        lines: list[str] = []

        def descend(element: html.HtmlElement, depth: int) -> None:
            for child in element:
                ident = child.get("id")
                if child.tag == "section":
                    ident = child[0].get("id")
                if ident and child.tag in {"section", "div"}:
                    lines.append("  " * depth + ident)
                descend(child, depth + bool(ident and child.tag in {"section", "div"}))

        descend(self.tree, 0)
        return "\n".join(lines)


class Engine:
    """One macros environment and one Markdown instance, for any number of pages."""

    def __init__(self) -> None:
        self.env = SimpleNamespace(page=None, conf={"extra": {}})
        self.jinja = Environment(
            extensions=configured("plugins")["macros"]["j2_extensions"], undefined=StrictUndefined
        )
        self.jinja.globals.update(macros(self.env))
        self.markdown = Markdown(extensions=list(extensions()), extension_configs=extensions())

    def expand(self, body: str, recipients: str = "", path: str = "quyet-dinh/2021/trang.md") -> str:
        """Run the macros of a body."""
        self.env.page = SimpleNamespace(
            file=SimpleNamespace(src_uri=path), meta={"khung": {"noi_nhan": recipients}}
        )
        return self.jinja.from_string(body).render()

    def render(self, body: str, *, paper: bool = True, recipients: str = "") -> Page:
        """Render a body as it is staged: composed letters, paper text marked as such."""
        self.markdown.reset()
        mark = f"{PAPER}\n\n" if paper else ""
        text = self.markdown.convert(mark + self.expand(nfc(body).strip(), recipients) + "\n")
        return Page(text, self.markdown.toc_tokens)


def render(body: str, *, paper: bool = True, recipients: str = "") -> Page:
    """Render one page by itself."""
    return Engine().render(body, paper=paper, recipients=recipients)


def words(text: str) -> list[str]:
    """The words and numbers of a text, without its marks."""
    return re.findall(r"\w+", text)
