"""Every kind of page by keyboard alone: each stop is seen, none traps, and what opens closes again."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.kinds import DECISION, KINDS, NOT_FOUND, OUTLINE
from tests.readers import DESK, PHONE

WALKED = ("home", "decisions", "a decision", "an outline", "a cited work", "an agency", "a guide")
PLACES = [*(KINDS[name] for name in WALKED), "tim-kiem/?q=vien+thong", NOT_FOUND]

STOP = """() => {
  let at = document.activeElement;
  if (!at || at === document.body) return null;
  const text = `${at.tagName} ${at.href ?? at.id} ${at.ariaLabel ?? at.textContent}`;
  if (at.matches(".md-option")) at = at.nextElementSibling;
  const parts = ["header.md-header", ".muc-chinh", ".duong-dan", "main", "footer"];
  const style = getComputedStyle(at);
  const isSeen = [...at.getClientRects()].some(({ left, right, top, bottom }) => {
    [top, bottom] = [Math.max(top, 0), Math.min(bottom, innerHeight)];
    const points = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [x, y]));
    const hits = points.filter(([x, y]) =>
      at.contains(document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y)),
    );
    return bottom > top && hits.length > 4;
  });
  return {
    text, isSeen, isInPreview: Boolean(at.closest(".xem-truoc")),
    outline: style.outlineStyle === "solid" ? parseFloat(style.outlineWidth) : 0,
    part: parts.findIndex((part) => at.closest(part)),
  };
}"""
"""What has the focus: how it is drawn, whether most of a line of it is seen, in which part of the page."""

SETTLE = f"""async () => {{
  for (let frames = 600; frames && !({STOP})()?.isSeen; frames--) await new Promise(requestAnimationFrame);
}}"""
"""Waits for what is moving: what covers the focus may be on its way out."""


@pytest.fixture(params=[(PHONE, "dark"), (DESK, "light")], ids=["phone", "desk"])
def walker(request: pytest.FixtureRequest, onlooker: Callable[..., Page]) -> Page:
    """A page in which scrolling takes no time."""
    size, scheme = request.param
    return onlooker(**size, scheme=scheme, reduced_motion="reduce")


def walk(page: Page, key: str, last: object = None) -> list[dict[str, object]]:
    """Press the key until the focus leaves the page, or is at the last stop, and tell each stop."""
    stops: list[dict[str, object]] = []
    for _ in range(500):
        page.keyboard.press(key)
        stop = page.evaluate(STOP)
        if stop is not None and stop["isInPreview"]:
            continue  # a preview opens where the focus rests: on a busy machine between two keys
        if stop is not None and not stop["isSeen"]:
            page.evaluate(SETTLE)
            stop = page.evaluate(STOP)
        if stop is not None:
            stops.append(stop)
        if stop is None or stop["text"] == last:
            return stops
    raise AssertionError(f"the focus is held by {stop}")


def texts(stops: list[dict[str, object]]) -> list[object]:
    """What they are, without the steps from part to part, which are there only beside the text."""
    return [stop["text"] for stop in stops if not str(stop["text"]).startswith("BUTTON  Mục ")]


@pytest.mark.parametrize("path", PLACES)
def test_a_reader_walks_through_and_back_and_sees_where(path: str, address: str, walker: Page) -> None:
    walker.goto(f"{address}{path}")
    if "?q=" in path:
        expect(walker.locator("[data-tim-ket-qua]")).to_have_attribute("data-xong", "vien thong")

    there = walk(walker, "Tab")
    back = walk(walker, "Shift+Tab", there[0]["text"])

    assert len(there) > 20
    assert texts(back)[::-1] == texts(there)
    assert [stop for stop in (*there, *back) if not stop["isSeen"]] == []
    assert [stop for stop in (*there, *back) if float(str(stop["outline"])) < 2] == []
    parts = [int(str(stop["part"])) for stop in there]
    assert parts == sorted(parts)
    assert parts[0] == 0
    assert parts[-1] == 4


@pytest.mark.parametrize("path", [DECISION, OUTLINE, ""])
def test_the_menu_closes_by_escape_and_when_its_reader_goes_on(path: str, address: str, page: Page) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"{address}{path}")
    button = page.get_by_role("banner").locator("summary")
    menu = page.get_by_role("banner").get_by_role("navigation", name="Danh mục")

    button.focus()
    page.keyboard.press("Enter")
    expect(menu).to_be_visible()
    page.keyboard.press("Tab")
    expect(menu.get_by_role("link").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(button).to_be_focused()

    page.keyboard.press("Enter")
    menu.get_by_role("link").last.focus()
    page.keyboard.press("Tab")
    expect(menu).to_be_hidden()

    button.click()
    expect(menu).to_be_visible()
    page.mouse.click(180, 700)
    expect(menu).to_be_hidden()


def test_the_ground_is_chosen_by_the_keyboard_and_its_state_is_told(address: str, page: Page) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(address)
    light, dark = (page.get_by_role("radio", name=name) for name in ("Nền sáng", "Nền tối"))
    expect(page.get_by_role("radiogroup", name="Nền trang")).to_have_count(1)
    expect(light).to_be_checked()
    light.focus()
    page.keyboard.press("ArrowRight")
    expect(dark).to_be_checked()
    expect(dark).to_be_focused()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")

    page.goto(f"{address}{DECISION}")
    expect(dark).to_be_checked()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.get_by_title("Chuyển sang nền sáng").click()
    expect(light).to_be_checked()


def test_folding_by_the_keyboard_keeps_the_focus_and_tells_the_state(address: str, page: Page) -> None:
    page.goto(f"{address}{OUTLINE}")
    fold = page.get_by_role("button", name="Nội dung Phần I", exact=True)
    fold.focus()
    page.keyboard.press("Enter")
    expect(fold).to_have_attribute("aria-expanded", "false")
    expect(fold).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.checkVisibility({ contentVisibilityAuto: true })")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Space")
    expect(fold).to_have_attribute("aria-expanded", "true")
