"""Ask three searches the same in a real browser: ours, the theme's own, and Pagefind as it comes."""

from __future__ import annotations

import json
import os
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol
from urllib.parse import quote

from playwright.sync_api import sync_playwright

from scripts.browser import FLAGS, require

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from scripts.bench.host import Host

SHOWN: Final = 10
PATIENCE: Final = 60_000
"""Milliseconds after which no answer is waited for any more."""
FIRST: Final = "văn phòng"
"""What is asked where a page needs a query to be opened with."""
PLAIN_PAGE: Final = "trang-thu.html"
"""An empty page beside the site, from which plain Pagefind is asked."""


@dataclass(frozen=True)
class Answer:
    """The addresses that a search gave, best first, relative to the site's root; and how long it took."""

    addresses: tuple[str, ...]
    milliseconds: float


class Searcher(Protocol):
    """A search in a browser's page."""

    counted: tuple[str, ...]
    """Beginnings of the paths that are fetched for searching alone."""
    fresh: int
    """In so many fresh browsers it is counted what goes over the line for a first query and for the next."""

    def open(self, page: Page, host: Host, first: str = FIRST) -> None:
        """Open the page with the search, and ask it the first query where an address can."""

    def ask(self, page: Page, text: str) -> Answer:
        """Type a query and wait for the answer."""


_ASK_OURS: Final = """async text => {
  const list = document.querySelector("[data-tim-ket-qua]");
  const form = document.querySelector("[data-tim-trang] form");
  list.dataset.xong = "\\u0000";
  const done = new Promise(resolve => {
    const watch = new MutationObserver(() => {
      if (list.dataset.xong !== text.trim()) return;
      watch.disconnect();
      resolve();
    });
    watch.observe(list, { attributes: true });
  });
  const start = performance.now();
  form.elements.q.value = text;
  form.requestSubmit();
  await done;
  const took = performance.now() - start;
  return [[...list.querySelectorAll("ol > li > a")].map(link => link.getAttribute("href")), took];
}"""


class Ours:
    """This project's search page, with all that its modules, index and texts cost."""

    counted: tuple[str, ...] = ("/tim-kiem/chi-muc/", "/assets/tim-kiem")
    fresh: int = 30

    def open(self, page: Page, host: Host, first: str = FIRST) -> None:
        """Open the search page as from the box in the head of any page."""
        page.goto(f"{host.address}tim-kiem/?q={quote(first)}")
        page.locator("[data-tim-ket-qua][data-xong]").wait_for(state="attached", timeout=60_000)

    def ask(self, page: Page, text: str) -> Answer:
        """Submit the form and wait until the results are drawn."""
        found, took = page.evaluate(_ASK_OURS, text)
        return Answer(tuple(address.lstrip("/") for address in found), took)


_ASK_PAGEFIND: Final = """async ([text, shown]) => {
  const start = performance.now();
  const { results } = await window.pagefind.search(text);
  const found = await Promise.all(results.slice(0, shown).map(result => result.data()));
  return [found.map(one => one.url), performance.now() - start];
}"""


class PlainPagefind:
    """Pagefind over the same pages as its documentation has it."""

    counted: tuple[str, ...] = ("/pagefind/",)
    fresh: int = 12

    def open(self, page: Page, host: Host, first: str = FIRST) -> None:
        """Load Pagefind in an empty page; it asks for nothing by itself."""
        del first
        page.goto(f"{host.address}{PLAIN_PAGE}")
        page.evaluate(
            "async () => { window.pagefind = await import('/pagefind/pagefind.js'); await pagefind.init(); }"
        )

    def ask(self, page: Page, text: str) -> Answer:
        """Search, and load the results that a page shows."""
        found, took = page.evaluate(_ASK_PAGEFIND, [text, SHOWN])
        return Answer(tuple(address.lstrip("/") for address in found), took)


# The theme tells nobody when it is done, but its line above the results does: emptied, it asks for words, and
# then counts what was found; both come in the order in which they were asked for.
_ASK_THEME: Final = """async ([text, patience]) => {
  const input = document.querySelector(".md-search__input");
  const line = document.querySelector(".md-search-result__meta");
  const type = value => {
    input.value = value;
    input.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
    input.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const until = isDone => new Promise((resolve, reject) => {
    const watch = new MutationObserver(() => { if (isDone(line.textContent)) end(resolve); });
    const alarm = setTimeout(() => end(reject), patience);
    const end = settle => {
      watch.disconnect();
      clearTimeout(alarm);
      settle(new Error(`no answer to ${text}`));
    };
    watch.observe(line, { childList: true, subtree: true, characterData: true });
    if (isDone(line.textContent)) end(resolve);
  });
  type("");
  await until(said => said === EMPTY);
  const start = performance.now();
  type(text);
  await until(said => said !== EMPTY);
  const took = performance.now() - start;
  await new Promise(requestAnimationFrame);
  const links = [...document.querySelectorAll(".md-search-result__item > a")];
  return [links.map(link => link.href), took];
}"""
_READY: Final = """said => document.querySelector(".md-search-result__meta").textContent.trim() === said"""


class Theme:
    """The theme's own search."""

    counted: tuple[str, ...] = ("/search/", "/assets/javascripts/workers/", "/assets/javascripts/lunr/")
    fresh: int = 3
    """Whatever is asked, it fetches the same: an index of all words, and takes seconds to read it."""

    def open(self, page: Page, host: Host, first: str = FIRST) -> None:
        """Open the home page and let the search load its index, which is the same for any query."""
        del first
        self._root = host.address
        page.goto(host.address)
        words = json.loads(page.locator("#__config").text_content() or "{}")["translations"]
        self._empty = str(words["search.result.placeholder"])
        page.locator(".md-search__input").focus()
        page.wait_for_function(_READY, arg=self._empty, timeout=PATIENCE)

    def ask(self, page: Page, text: str) -> Answer:
        """Type, and wait until the theme says what it found."""
        script = _ASK_THEME.replace("EMPTY", json.dumps(self._empty))
        found, took = page.evaluate(script, [text, PATIENCE])
        return Answer(tuple(address.removeprefix(self._root).split("?")[0] for address in found), took)


@contextmanager
def browser() -> Iterator[Browser]:
    """Start a browser of this machine with a profile of its own."""
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=require(os.environ), args=list(FLAGS))
        try:
            yield found
        finally:
            found.close()
