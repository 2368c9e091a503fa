"""What axe finds on a page, by the rules of WCAG 2.2 AA and its own of good practice."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

AXE = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "rules": {"target-size": {"enabled": True}},
    # Of what is in order only a first example: all of it would be most of the time that a test takes.
    "resultTypes": ["violations"],
}


def faults(page: Page) -> list[tuple[str, list[str]]]:
    """What axe finds: each rule that is broken, with where."""
    found = Axe().run(page, options=AXE).response["violations"]
    return [(fault["id"], [node["html"] for node in fault["nodes"]]) for fault in found]
