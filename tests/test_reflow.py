"""Every kind of page enlarged, spaced out, in forced colours and without motion: nothing is cut or hidden."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.kinds import DECISION, OUTLINE, every_page
from tests.readers import PHONE

SPACED = """
* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-bottom: 2em !important; }
"""
"""What WCAG 2.2, 1.4.12, lets readers set."""

CUT = """() => [...document.querySelectorAll("body *")].filter((one) => {
  const passed = ".an, .an *, svg *, input, .md-sidebar, .md-sidebar *, pre *, .thuc-don summary span";
  if (!one.checkVisibility() || one.matches(passed) || !one.textContent.trim()) return false;
  const { overflowX, overflowY } = getComputedStyle(one);
  const clips = (overflow) => ["hidden", "clip"].includes(overflow);
  return (clips(overflowX) && one.scrollWidth > one.clientWidth + 1)
    || (clips(overflowY) && one.scrollHeight > one.clientHeight + 1);
}).map((one) => one.outerHTML.slice(0, 100))"""

UPON = """() => {
  const passed = ".an, .headerlink, .md-sidebar *, .thuc-don nav *, .md-top, .buoc *, script, style";
  const texts = [...document.querySelectorAll("body *")]
    .filter((one) => one.checkVisibility() && !one.matches(passed))
    .filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
    .map((one) => {
      const range = document.createRange();
      range.selectNodeContents(one);
      return [one, [...range.getClientRects()].filter((box) => box.width > 1 && box.height > 1)];
    });
  const meet = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 3
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > Math.min(a.height, b.height) * 0.45;
  return texts.flatMap(([one, boxes], place) => texts.slice(place + 1)
    .filter(([other, others]) => !one.contains(other) && !other.contains(one)
      && boxes.some((a) => others.some((b) => meet(a, b))))
    .map(([other]) => [one.outerHTML.slice(0, 80), other.outerHTML.slice(0, 80)]));
}"""
"""Texts that lie on each other."""

SMALL = """() => [...document.querySelectorAll("body *")]
  .filter((one) => one.checkVisibility() && !one.matches("svg *, script, style"))
  .filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
  .filter((one) => parseFloat(getComputedStyle(one).fontSize) < 13.5)
  .map((one) => one.outerHTML.slice(0, 100))"""


@pytest.fixture
def styled(onlooker: Callable[..., Page]) -> Page:
    """A page that takes a reader's own style, as a browser's extension gives it."""
    return onlooker(bypass_csp=True)


@pytest.fixture
def phone(onlooker: Callable[..., Page]) -> Page:
    return onlooker(**PHONE)


@every_page
def test_nothing_is_cut_or_covered_when_enlarged_fourfold_or_spaced_out(
    path: str, address: str, styled: Page
) -> None:
    styled.goto(f"{address}{path}")
    for spaced in (False, True):
        if spaced:
            styled.add_style_tag(content=SPACED)
        for width, height in ((1280 // 4, 1024 // 4), (1280 // 2, 1024 // 2)):  # enlarged 400 % and 200 %
            styled.set_viewport_size({"width": width, "height": height})
            assert styled.evaluate("document.documentElement.scrollWidth") <= width
            assert styled.evaluate(CUT) == []
            assert styled.evaluate(UPON) == []


def test_what_is_cut_or_covered_would_be_seen(address: str, styled: Page) -> None:
    styled.goto(f"{address}gioi-thieu/")
    styled.add_style_tag(
        content="article h1 { height: 5px; overflow: hidden } article p { margin-top: -3em }"
    )
    assert len(styled.evaluate(CUT)) == 1
    assert len(styled.evaluate(UPON)) > 1


@every_page
def test_on_a_phone_no_text_is_small(path: str, address: str, phone: Page) -> None:
    phone.goto(f"{address}{path}")
    assert phone.evaluate(SMALL) == []


@pytest.mark.parametrize("path", [DECISION, OUTLINE])
def test_on_a_phone_a_document_is_set_in_18_pixels_at_least(path: str, address: str, phone: Page) -> None:
    phone.goto(f"{address}{path}")
    sizes = "all => all.map((one) => parseFloat(getComputedStyle(one).fontSize))"
    assert min(phone.locator(".van-ban__noi-dung > :not(.ket) :is(h2, h3, p)").evaluate_all(sizes)) >= 18


@pytest.fixture
def forced(onlooker: Callable[..., Page]) -> Page:
    return onlooker(scheme="dark", forced_colors="active")


def test_in_forced_colours_the_place_that_a_link_led_to_is_marked(address: str, forced: Page) -> None:
    forced.goto(f"{address}{DECISION}#dieu-2-khoan-1")
    drawn = "one => [getComputedStyle(one).outlineStyle, getComputedStyle(one).outlineWidth]"
    assert forced.locator("#dieu-2-khoan-1").evaluate(drawn) == ["solid", "3px"]


def test_in_forced_colours_icons_and_buttons_can_be_told_from_the_ground(address: str, forced: Page) -> None:
    forced.goto(f"{address}huong-dan/ham/")
    ground = forced.evaluate("getComputedStyle(document.body).backgroundColor")
    icon = forced.locator(".md-code__button").first
    expect(icon).to_be_attached()
    assert icon.evaluate("one => getComputedStyle(one, '::after').backgroundColor") != ground
    forced.goto(f"{address}{OUTLINE}")
    for button in forced.locator("main button:visible:not(.nut-gap)").all():
        assert button.evaluate("one => getComputedStyle(one).borderTopStyle") == "solid"
    fold = forced.locator(".nut-gap").first
    assert fold.evaluate("one => getComputedStyle(one, '::before').borderRightColor") != ground


@pytest.mark.parametrize("path", ["", DECISION, OUTLINE, "huong-dan/ham/"])
def test_nothing_moves_for_readers_who_want_no_motion(path: str, address: str, page: Page) -> None:
    moving = """() => [...document.querySelectorAll("*")].filter((one) => {
      const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(one);
      return transitionDuration !== "0s" || animationName !== "none" || scrollBehavior !== "auto";
    }).length"""
    page.goto(f"{address}{path}")
    assert page.evaluate(moving) > 0
    page.emulate_media(reduced_motion="reduce")
    assert page.evaluate(moving) == 0
