"""The built site with its search, served once for all tests of the search page and the search box."""

from collections.abc import Iterator

import pytest

from scripts.build import Options, build
from scripts.environment import ROOT
from tests.serving import served


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site."""
    site = tmp_path_factory.mktemp("search") / "site"
    assert build(Options(ROOT / "docs", site)) == 0
    with served(site) as address:
        yield address
