"""What several tests share: the project's own site, a real browser, and a fresh page in it."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from scripts.browser import FLAGS, require
from scripts.build import Options, build
from scripts.environment import ROOT
from tests.serving import served


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's own pages, built once per worker; no test may change them."""
    out = tmp_path_factory.mktemp("built") / "site"
    assert build(Options(ROOT / "docs", out)) == 0
    return out


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


@pytest.fixture
def violations(page: Page) -> list[str]:
    """What the page's policy stops, from now on."""
    seen: list[str] = []

    def see(text: str) -> None:
        seen.append(text)

    page.expose_function("violationSeen", see)
    page.add_init_script(
        "document.addEventListener('securitypolicyviolation',"
        " event => violationSeen(event.effectiveDirective + ' ' + event.blockedURI))"
    )
    return seen
