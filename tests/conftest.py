"""What several tests share: the project's own site, a real browser, and a fresh page in it."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from weakref import WeakKeyDictionary

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from scripts.browser import FLAGS, require
from scripts.build import Options, build
from scripts.environment import ROOT, held
from tests.pages import SITE, write
from tests.readers import Scheme, reader, watch
from tests.serving import served

# A busy machine may take long for what takes a moment; no test waits longer than it must.
expect.set_options(timeout=30_000)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's own pages, built once for all workers; no test may change them."""
    return built_once(run_folder(tmp_path_factory) / "own", ROOT / "docs")


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The four pages of `tests.pages.SITE`, built once for all workers; no test may change them."""
    return built_once(run_folder(tmp_path_factory) / "small", SITE)


def run_folder(factory: pytest.TempPathFactory) -> Path:
    """The folder of this run, in which each worker has its own."""
    own = factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


def built_once(folder: Path, pages: Path | dict[str, str]) -> Path:
    """Build pages in a folder, or wait until another worker has built them."""
    folder.mkdir(exist_ok=True)
    with held(folder / "lock"):
        if not (folder / "site").is_dir():  # a build is put in place whole, or not at all
            docs = pages if isinstance(pages, Path) else write(folder / "docs", pages)
            assert build(Options(docs, folder / "site")) == 0
    return folder / "site"


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the project's own site is served; it ends with a slash."""
    with served(site) as root:
        yield root


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The browser of this machine with a profile of its own, started once per worker."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=require(os.environ), args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """An empty page of a fresh profile that speaks Vietnamese."""
    context = browser.new_context(locale="vi-VN")
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def _watched() -> WeakKeyDictionary[Page, list[str]]:
    return WeakKeyDictionary()


@pytest.fixture
def violations(page: Page, _watched: WeakKeyDictionary[Page, list[str]]) -> list[str]:
    """What the page's policy stops, from now on."""
    if page not in _watched:  # an onlooker's page is watched once
        _watched[page] = watch(page)
    _watched[page].clear()
    return _watched[page]


@pytest.fixture(scope="session")
def onlooker(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Give a page of a reader who leaves nothing behind in the browser: the next test has it too.

    A window and an empty cache cost more than most of what is looked at: each kind of reader has one page
    per worker. A test that hovers, stores or routes, or puts a script or a clock into the page, takes one
    of its own: `page`, or a `reader`.
    """
    with ExitStack() as opened:

        @cache
        def shared(width: int, height: int, scheme: Scheme, **more: object) -> Page:
            return opened.enter_context(reader(browser, {"width": width, "height": height}, scheme, **more))

        def look(width: int = 1280, height: int = 800, scheme: Scheme = "light", **more: object) -> Page:
            page = shared(width, height, scheme, **more)
            page.set_viewport_size({"width": width, "height": height})
            page.emulate_media(media="null", color_scheme=scheme)
            page.context.clear_permissions()
            page.goto("about:blank")  # an address that differs after “#” alone would not be loaded anew
            return page

        yield look
