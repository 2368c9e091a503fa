"""A former address leads readers, and the provision that they asked for, to where the text is now."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser, Page, expect

from scripts.build import Options, build
from tests.axe import faults
from tests.pages import DECISION, SITE, write
from tests.readers import reader
from tests.serving import served

PUBLIC = "https://van-ban.example/kho/"
FORMER = "quyet-dinh/2021/de-cuong-de-an-thu/"
PAGES = SITE | {
    "quyet-dinh/2021/12-qd-ubnd.md": DECISION.replace(
        "    linh_vuc:", f"    dia_chi_cu: [{FORMER}, van-ban-cu/]\n    linh_vuc:"
    )
}


@pytest.fixture(scope="module", params=["mkdocs", "zensical"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    work = tmp_path_factory.mktemp("redirects")
    assert build(Options(write(work / "docs", PAGES), work / "site", request.param, PUBLIC)) == 0
    return work / "site"


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with served(site) as root:
        yield root


def test_a_redirect_page_says_where_the_text_is_in_every_way(site: Path) -> None:
    page = html.fromstring((site / FORMER / "index.html").read_bytes())

    assert page.xpath("string(//link[@rel='canonical']/@href)") == f"{PUBLIC}quyet-dinh/2021/12-qd-ubnd/"
    assert page.xpath("string(//meta[@http-equiv='refresh']/@content)") == "0; url=../12-qd-ubnd/"
    assert page.xpath("string(//a/@href)") == "../12-qd-ubnd/"
    assert page.xpath("string(//meta[@name='robots']/@content)") == "noindex"
    assert page.get("lang") == "vi"


def test_a_redirect_page_breaks_no_rule_while_it_is_seen(site: Path, page: Page) -> None:
    tree = html.fromstring((site / FORMER / "index.html").read_bytes())
    for moving in tree.xpath("//script | //meta[@http-equiv]"):
        moving.drop_tree()
    page.set_content(html.tostring(tree, encoding="unicode", doctype="<!doctype html>"))

    assert faults(page) == []


def test_a_redirect_page_is_in_no_list_no_sitemap_and_no_search(site: Path) -> None:
    for path in [*site.rglob("*.html"), *site.rglob("*.xml")]:
        if "de-cuong-de-an-thu" not in path.as_posix():
            assert FORMER not in path.read_text(encoding="utf-8"), path
    assert 'data-pagefind-ignore="all"' in (site / FORMER / "index.html").read_text(encoding="utf-8")
    plans = json.loads((site / "du-lieu/van-ban.json").read_text(encoding="utf-8"))["van_ban"]
    assert FORMER not in {plan["dia_chi"] for plan in plans}


@pytest.mark.parametrize("former", [FORMER, "van-ban-cu/"])
def test_a_former_address_leads_to_the_very_provision(
    former: str, address: str, page: Page, violations: list[str]
) -> None:
    page.goto(f"{address}{former}#dieu-2-khoan-1")

    expect(page).to_have_url(f"{address}quyet-dinh/2021/12-qd-ubnd/#dieu-2-khoan-1")
    expect(page.locator("#dieu-2-khoan-1")).to_be_in_viewport()
    assert violations == []


def test_a_former_address_leads_on_without_scripts(address: str, browser: Browser) -> None:
    with reader(browser, java_script_enabled=False) as page:
        page.goto(f"{address}{FORMER}")

        expect(page).to_have_url(f"{address}quyet-dinh/2021/12-qd-ubnd/")
