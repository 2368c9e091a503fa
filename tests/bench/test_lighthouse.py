"""Reading Lighthouse's reports, and the lock from which it is installed."""

import json
from typing import Any

import pytest

from scripts.bench.lighthouse import CATEGORIES, SOURCES, LighthouseError, installed, middle
from scripts.step import SetupError


def report(performance: float, seo: float = 1.0) -> dict[str, Any]:
    given = dict.fromkeys(CATEGORIES, 1.0) | {"performance": performance, "seo": seo}
    return {
        "categories": {
            name: {
                "score": score,
                "auditRefs": [{"id": f"{name}-audit", "weight": 1}, {"id": "x", "weight": 0}],
            }
            for name, score in given.items()
        },
        "audits": {f"{name}-audit": {"score": score} for name, score in given.items()} | {"x": {"score": 0}},
    }


def test_the_median_of_each_category_counts_and_every_loss_is_named() -> None:
    found = middle([report(0.91), report(0.99), report(0.85, seo=0.5)])

    assert found.by_category == {"performance": 91, "accessibility": 100, "best-practices": 100, "seo": 100}
    assert found.lost == ("performance: performance-audit (0.85)", "seo: seo-audit (0.50)")


def test_a_page_that_did_not_load_is_an_error() -> None:
    with pytest.raises(LighthouseError, match="ERRORED_DOCUMENT_REQUEST: 404"):
        middle([{"runtimeError": {"code": "ERRORED_DOCUMENT_REQUEST", "message": "404"}}])


@pytest.mark.parametrize(
    ("npm", "node", "said"),
    [
        (None, (20, 20), "chưa có npm"),
        ("npm", (), r"có Node\.js chưa có"),
        ("npm", (18, 1), r"có Node\.js 18\.1"),
    ],
    ids=["no npm", "no Node", "an old Node"],
)
def test_without_node_the_remedy_is_told(
    npm: str | None, node: tuple[int, ...], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scripts.bench.lighthouse.shutil.which", lambda name: npm)
    monkeypatch.setattr("scripts.bench.lighthouse.node_version", lambda: node)
    with pytest.raises(SetupError, match=rf"(?s){said}.*apt install nodejs npm"):
        installed()


def test_every_package_of_the_lock_has_its_digest_and_names_no_host() -> None:
    lock = json.loads((SOURCES / "package-lock.json").read_text(encoding="utf-8"))
    packages = {name: package for name, package in lock["packages"].items() if name}

    assert "node_modules/lighthouse" in packages
    assert [
        name for name, package in packages.items() if not package["integrity"].startswith("sha512-")
    ] == []
    assert [name for name, package in packages.items() if "resolved" in package] == []
