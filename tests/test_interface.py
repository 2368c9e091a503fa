"""What stands around the documents: head, menu, trail, lists, home page and foot, in a real browser."""

import gzip
import re
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser, Page, expect

from scripts.environment import ROOT
from tests.kinds import DECISION, PAGES, every_page
from tests.readers import PHONE, reader

SOME = ("home", "a decision", "not found")
some_pages = pytest.mark.parametrize("path", [PAGES[name] for name in SOME], ids=SOME)


def written(path: str, site: Path) -> bytes:
    page = site / path / "index.html"
    return (page if page.is_file() else site / "404.html").read_bytes()


@pytest.fixture
def bare(browser: Browser) -> Iterator[Page]:
    """A phone that runs no script."""
    with reader(browser, PHONE, java_script_enabled=False) as page:
        yield page


@every_page
def test_no_page_scrolls_sideways(path: str, address: str, onlooker: Callable[..., Page]) -> None:
    page = onlooker()
    page.goto(f"{address}{path}")
    for width in (320, 360, 768, 1280):
        page.set_viewport_size({"width": width, "height": 740})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate("document.body.scrollWidth") <= width


@some_pages
def test_a_search_can_be_asked_from_every_page_without_a_script(
    path: str, address: str, browser: Browser
) -> None:
    with reader(browser, java_script_enabled=False) as page:
        page.goto(f"{address}{path}")
        form = page.get_by_role("banner").get_by_role("search")
        form.get_by_label("Tìm quyết định, đề cương, cơ quan").fill("viễn thông")
        form.get_by_role("button", name="Tìm").click()
        expect(page).to_have_url(f"{address}tim-kiem/?q=vi%E1%BB%85n+th%C3%B4ng")


def test_on_a_phone_the_menu_opens_by_the_keyboard_and_leads_on_without_a_script(
    address: str, bare: Page
) -> None:
    bare.goto(f"{address}{DECISION}")
    menu = bare.get_by_role("banner").get_by_role("navigation", name="Danh mục")
    expect(menu).to_be_hidden()
    bare.get_by_role("banner").locator("summary").focus()
    bare.keyboard.press("Enter")
    expect(menu).to_be_visible()
    expect(menu.locator("[aria-current]")).to_have_text("Quyết định")
    menu.get_by_role("link", name="Cơ quan").click()
    expect(bare).to_have_url(f"{address}co-quan/")


def test_on_a_phone_search_is_one_touch_away(address: str, bare: Page) -> None:
    bare.goto(f"{address}{DECISION}")
    bare.get_by_role("banner").get_by_role("link", name="Tìm kiếm").click()
    expect(bare).to_have_url(f"{address}tim-kiem/")


@some_pages
def test_the_first_key_press_offers_the_way_to_the_content(path: str, address: str, page: Page) -> None:
    page.goto(f"{address}{path}")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Đến nội dung")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('main, footer')")


@some_pages
def test_whatever_has_the_focus_shows_it(path: str, address: str, page: Page) -> None:
    page.goto(f"{address}{path}")
    for _ in range(25):
        page.keyboard.press("Tab")
        drawn = page.evaluate(
            """() => {
              let at = document.activeElement
              if (at.matches('.md-option')) at = at.nextElementSibling
              const style = getComputedStyle(at)
              return [style.outlineStyle, parseFloat(style.outlineWidth), at.outerHTML.slice(0, 80)]
            }"""
        )
        assert drawn[0] == "solid", drawn
        assert drawn[1] >= 2, drawn


@some_pages
def test_on_a_phone_whatever_is_touched_in_the_head_is_as_large_as_a_finger(
    path: str, address: str, onlooker: Callable[..., Page]
) -> None:
    page = onlooker(**PHONE)
    page.goto(f"{address}{path}")
    for target in page.locator("header :is(a, summary, label, button):visible:not(.nhay, .an)").all():
        box = target.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 43.5, target.inner_html()


@every_page
def test_the_landmarks_of_a_page_are_told_apart_by_name(path: str, site: Path) -> None:
    root = html.fromstring(written(path, site))
    for tag in ("header[@data-md-component]", "main", "footer[contains(@class, 'chan-trang')]"):
        assert len(root.xpath(f"//{tag}")) == 1, tag
    for tag in ("nav", "form[@role='search']", "aside"):
        landmarks = root.xpath(f"//{tag}")
        names = [
            element.get("aria-label")
            or root.get_element_by_id(element.get("aria-labelledby")).text_content().strip()
            for element in landmarks
        ]
        assert all(names), tag
        assert len(names) == len(set(names)), names


@pytest.mark.parametrize(
    ("path", "steps"),
    [
        ("", []),
        (DECISION, ["Trang chủ", "Quyết định", "Năm 2021"]),
        ("quyet-dinh/2021/", ["Trang chủ", "Quyết định"]),
        ("co-quan/so-tai-chinh/", ["Trang chủ", "Cơ quan"]),
        ("ban-hanh/uy-ban-nhan-dan-tinh-thanh-hoa/", ["Trang chủ", "Cơ quan"]),
        ("huong-dan/loi/bc101/", ["Trang chủ", "Hướng dẫn", "Các mã lỗi"]),
    ],
)
def test_a_trail_leads_back_step_by_step(
    path: str, steps: list[str], address: str, onlooker: Callable[..., Page]
) -> None:
    page = onlooker()
    page.goto(f"{address}{path}")
    trail = page.get_by_role("navigation", name="Đường dẫn").get_by_role("link")
    expect(trail).to_have_text(steps)
    for place, step in enumerate(steps):
        answer = page.request.get(
            f"{address}{path}{trail.nth(place).get_attribute('href')}", fail_on_status_code=True
        )
        shown = html.fromstring(answer.text())
        assert step == "Trang chủ" or step.removeprefix("Năm ") in shown.findtext(".//h1"), step


def test_the_counts_of_the_home_page_are_those_of_the_lists(
    address: str, onlooker: Callable[..., Page]
) -> None:
    page = onlooker()
    page.goto(address)
    counts = {
        str(row.get_by_role("link").get_attribute("href")): int(row.locator("span").inner_text())
        for row in page.get_by_role("navigation", name="Lối vào").get_by_role("listitem").all()
    }
    assert {path.split("/")[0] for path in counts} == {"nam", "ban-hanh", "linh-vuc"}
    for path, count in counts.items():
        page.goto(f"{address}{path}")
        expect(page.locator("li.muc")).to_have_count(count)


def test_a_reader_gets_from_the_home_page_to_a_document_by_its_year(address: str, page: Page) -> None:
    page.goto(address)
    page.get_by_role("navigation", name="Lối vào").get_by_role("link", name="Năm 2021").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Văn bản năm 2021")
    page.get_by_role("main").get_by_role("link", name="Phê duyệt Đề cương").click()
    expect(page).to_have_url(f"{address}{DECISION}")


def test_an_ended_agency_says_so_first_and_leads_to_its_successor(address: str, page: Page) -> None:
    page.goto(f"{address}co-quan/so-thong-tin-va-truyen-thong/")
    expect(page.get_by_text("Cơ quan đã sáp nhập.")).to_be_in_viewport()
    page.get_by_role("link", name="Sở Khoa học và Công nghệ").first.click()
    expect(page.get_by_role("complementary", name="Thông tin về cơ quan")).to_contain_text(
        "Tiếp nhận từ\nSở Thông tin và Truyền thông", use_inner_text=True
    )


def test_the_text_is_large_enough_to_read_and_its_head_is_not_grey(
    address: str, onlooker: Callable[..., Page]
) -> None:
    page = onlooker()
    page.goto(f"{address}gioi-thieu/")
    size = "element => parseFloat(getComputedStyle(element).fontSize)"
    colour = "element => getComputedStyle(element).color"
    assert page.locator("article p").first.evaluate(size) >= 17
    assert page.locator("article h1").evaluate(colour) == page.locator("article p").first.evaluate(colour)


def theme_strings(language: Path) -> dict[str, str]:
    return dict(re.findall(r'"([a-z.]+)": "((?:[^"\\]|\\.)*)"', language.read_text(encoding="utf-8")))


def english_of_the_themes() -> dict[str, str]:
    found: dict[str, str] = {}
    for theme in ("material", "zensical"):
        spec = find_spec(theme)
        assert spec is not None
        assert spec.origin is not None
        found |= theme_strings(Path(spec.origin).parent / "templates/partials/languages/en.html")
    return found


def test_every_string_of_both_themes_is_said_in_vietnamese() -> None:
    ours = theme_strings(ROOT / "overrides/partials/languages/vi.html")
    english = english_of_the_themes()
    assert set(english) <= set(ours)
    technical = {"direction", "search.config.pipeline", "search.config.separator"}
    assert {key for key, said in english.items() if ours[key] == said} <= technical


@every_page
def test_nothing_around_the_text_speaks_english(path: str, site: Path) -> None:
    root = html.fromstring(written(path, site))
    for element in root.xpath("//article | //head | //script | //*[@lang='en']"):
        element.drop_tree()
    said = [*root.xpath("//text()"), *root.xpath("//@aria-label | //@title | //@placeholder | //@alt")]
    words = {" ".join(text.split()) for text in said} - {""}
    assert "Đến nội dung" in words
    assert not words & {text for key, text in english_of_the_themes().items() if key != "direction"}
    assert not [
        text for text in words if re.search(r"\b(?:the|with|to|of|search|menu|page)\b", text, re.IGNORECASE)
    ]


PAIRS = [
    ("--md-typeset-color", "--md-default-bg-color", 7),
    ("--md-typeset-color", "--nen-am", 7),
    ("--md-default-fg-color--light", "--md-default-bg-color", 4.5),
    ("--md-default-fg-color--light", "--nen-am", 4.5),
    ("--md-default-fg-color--lighter", "--md-default-bg-color", 4.5),
    ("--md-typeset-a-color", "--md-default-bg-color", 4.5),
    ("--md-typeset-a-color", "--nen-am", 4.5),
    ("--md-accent-fg-color", "--md-default-bg-color", 4.5),
    ("--md-code-fg-color", "--md-code-bg-color", 4.5),
    ("--md-primary-bg-color", "--md-primary-fg-color", 4.5),
    ("--do", "--md-default-bg-color", 4.5),
    ("--md-typeset-a-color", "--md-typeset-mark-color", 4.5),
    ("--tieu-diem", "--md-default-bg-color", 3),
    ("--tieu-diem", "--nen-am", 3),
]
"""Which colour stands on which, and the least contrast (WCAG 2.2: 1.4.3, 1.4.6 for the text, 2.4.13)."""


@pytest.mark.parametrize("scheme", ["default", "slate"])
@pytest.mark.parametrize(("front", "back", "least"), PAIRS)
def test_colours_stand_out_from_what_they_stand_on(front: str, back: str, least: float, scheme: str) -> None:
    colours = palette(scheme)
    assert contrast(colours[front], colours[back]) >= least


def palette(scheme: str) -> dict[str, str]:
    sheet = (ROOT / "overrides/assets/trang.css").read_text(encoding="utf-8")
    light, dark = (
        dict(re.findall(r"(--[\w-]+): (#[0-9a-f]{3,6});", re.search(block, sheet, re.DOTALL)[1]))  # type: ignore[index]
        for block in (r":root > \* \{(.*?)\n\}", r'\[data-md-color-scheme="slate"\] \{\n(.*?)\n\}')
    )
    base = {"--md-default-bg-color": "#fff"} | light
    return base if scheme == "default" else base | dark


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    digits = colour.lstrip("#")
    digits = "".join(d * 2 for d in digits) if len(digits) == 3 else digits
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_the_sites_own_style_stays_small(site: Path) -> None:
    (sheet,) = site.glob("assets/trang*.css")
    assert len(gzip.compress(sheet.read_bytes())) <= 5 * 1024
