"""What the tests of the search share: one window, for what people ask leaves nothing behind in it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page


@pytest.fixture
def page(onlooker: Callable[..., Page]) -> Page:
    """An empty page of a reader who asked before: what the browser may keep, it has kept."""
    return onlooker()
