"""What the tests of the search share: one window, for what people ask leaves nothing behind in it."""

from collections.abc import Callable
from weakref import WeakKeyDictionary

import pytest
from playwright.sync_api import Page

from tests.readers import watch


@pytest.fixture
def page(onlooker: Callable[..., Page]) -> Page:
    """An empty page of a reader who asked before: what the browser may keep, it has kept."""
    page = onlooker()
    page.emulate_media(color_scheme="light")
    return page


@pytest.fixture(scope="session")
def _watched() -> WeakKeyDictionary[Page, list[str]]:
    return WeakKeyDictionary()


@pytest.fixture
def violations(page: Page, _watched: WeakKeyDictionary[Page, list[str]]) -> list[str]:
    """What the page's policy stops, from now on."""
    if page not in _watched:
        _watched[page] = watch(page)
    _watched[page].clear()
    return _watched[page]
