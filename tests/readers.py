"""Readers by what sets them apart for a page: the screen, its ground, whether scripts run."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Literal

from playwright.sync_api import Browser, Page, ViewportSize

PHONE: ViewportSize = {"width": 360, "height": 740}
DESK: ViewportSize = {"width": 1280, "height": 800}

Scheme = Literal["light", "dark"]


@contextmanager
def reader(
    browser: Browser, screen: ViewportSize = DESK, scheme: Scheme = "light", **more: Any
) -> Iterator[Page]:
    """Open an empty page of a fresh profile that speaks Vietnamese; `more` is what Playwright calls it."""
    context = browser.new_context(locale="vi-VN", viewport=screen, color_scheme=scheme, **more)
    try:
        yield context.new_page()
    finally:
        context.close()


def watch(page: Page) -> list[str]:
    """Note what the page's policy stops, from now on."""
    seen: list[str] = []

    def see(text: str) -> None:
        seen.append(text)

    page.expose_function("violationSeen", see)
    page.add_init_script(
        "document.addEventListener('securitypolicyviolation',"
        " event => violationSeen(event.effectiveDirective + ' ' + event.blockedURI))"
    )
    return seen
