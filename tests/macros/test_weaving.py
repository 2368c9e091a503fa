"""Elements are put around marked stretches, and the text stays what it was."""

import re
import xml.etree.ElementTree as etree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.weaving import Woven, weave

MARKS = re.compile(r"[1-9>]")


def number(sign: str) -> int | None:
    return None if sign == ">" else int(sign)


def woven(markup: str) -> str:
    """Weave a body in which `1` opens a stretch and `>` closes it; the new elements show as `<x1>`."""
    root = etree.fromstring(f"<div>{markup}</div>")
    for element, which in weave(root, MARKS, number):
        element.tag = f"x{which}"
    return etree.tostring(root, encoding="unicode").removeprefix("<div>").removesuffix("</div>")


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("<p>a 1b> c</p>", "<p>a <x1>b</x1> c</p>"),
        ("<p>1a>2b></p>", "<p><x1>a</x1><x2>b</x2></p>"),
        ("<p>a 1b <em>c</em> d> e</p>", "<p>a <x1>b <em>c</em> d</x1> e</p>"),
        ("<p>a 1b<br/>c> d</p>", "<p>a <x1>b<br />c</x1> d</p>"),
        # Both ends in other markup, which holds nothing else: around it.
        ("<p>a <em>1b</em> c> d</p>", "<p>a <x1><em>b</em> c</x1> d</p>"),
        ("<p>a 1b <em>c></em> d</p>", "<p>a <x1>b <em>c</em></x1> d</p>"),
        ("<p><em>1a</em> b <strong>c></strong></p>", "<p><x1><em>a</em> b <strong>c</strong></x1></p>"),
        ("<p><em><strong>1a</strong></em> b></p>", "<p><x1><em><strong>a</strong></em> b</x1></p>"),
        ("<p><em>1a></em> b</p>", "<p><em><x1>a</x1></em> b</p>"),
        # Other markup crosses it: the longer part.
        ("<p>a <em>b 1long</em> c> d</p>", "<p>a <em>b <x1>long</x1></em> c d</p>"),
        ("<p>a <em>b 1c</em> longer> d</p>", "<p>a <em>b c</em><x1> longer</x1> d</p>"),
        ("<p>1c <em>longer> b</em> d</p>", "<p>c <em><x1>longer</x1> b</em> d</p>"),
        ("<p>1longer <em>b> c</em> d</p>", "<p><x1>longer </x1><em>b c</em> d</p>"),
        # Up to what must not stand in it.
        ('<p>1a<sup><a href="#f">n</a></sup> b></p>', '<p><x1>a</x1><sup><a href="#f">n</a></sup> b</p>'),
        ("<p>1a <code>b</code> c></p>", "<p><x1>a </x1><code>b</code> c</p>"),
        # Not where links, code and headings are.
        ('<p><a href="#x">1a></a></p>', '<p><a href="#x">a</a></p>'),
        ('<p><a href="#x"><em>1a></em></a></p>', '<p><a href="#x"><em>a</em></a></p>'),
        ("<p><code>1a></code></p>", "<p><code>a</code></p>"),
        ("<h2>1a></h2>", "<h2>a</h2>"),
        ("<h2><span>1a></span></h2>", "<h2><span>a</span></h2>"),
        ('<h2><span class="ten">1a></span></h2>', '<h2><span class="ten"><x1>a</x1></span></h2>'),
        # Never from one block into another; what is open then is forgotten.
        ("<p>1a</p><p>b></p>", "<p>a</p><p>b</p>"),
        ("<tr><td>1a</td><td>b> 2c></td></tr>", "<tr><td>a</td><td>b <x2>c</x2></td></tr>"),
        ("<p>1a <em>b</em></p><p>2c> d</p>", "<p>a <em>b</em></p><p><x2>c</x2> d</p>"),
        ("<p>> a 1 2b> ></p>", "<p> a  <x2>b</x2> </p>"),
        ("<p>1></p><p>2 ></p>", "<p /><p> </p>"),
    ],
)
def test_an_element_stands_around_what_was_marked(marked: str, expected: str) -> None:
    assert woven(marked) == expected


def test_the_new_elements_come_in_reading_order_with_their_numbers() -> None:
    root = etree.fromstring("<div><p>1a> <em>2b></em> 1c></p></div>")
    found = weave(root, MARKS, number)
    assert [(one.number, one.element.text) for one in found] == [(1, "a"), (2, "b"), (1, "c")]
    assert all(isinstance(one, Woven) for one in found)


TREES = st.recursive(
    st.text("ab 12>", max_size=8),
    lambda inner: st.tuples(
        st.sampled_from(["p", "em", "strong", "a", "code", "h2", "li", "br"]), st.lists(inner, max_size=4)
    ),
    max_leaves=25,
)


def built(parent: etree.Element, node: object) -> etree.Element:
    """Grow a tree of nested tuples and texts below an element."""
    if isinstance(node, str):
        if len(parent):
            parent[-1].tail = (parent[-1].tail or "") + node
        else:
            parent.text = (parent.text or "") + node
    elif isinstance(node, tuple):
        element = etree.SubElement(parent, node[0])
        for inner in node[1]:
            built(element, inner)
    return parent


@given(st.lists(TREES, max_size=5))
def test_whatever_the_tree_its_text_stays_and_no_element_stands_in_another_or_in_a_link(
    nodes: list[object],
) -> None:
    root = etree.Element("div")
    for node in nodes:
        built(root, node)
    before = MARKS.sub("", "".join(root.itertext()))
    old = {id(element) for element in root.iter()}
    stretches = MARKS.split("".join(root.itertext()))

    found = [one.element for one in weave(root, MARKS, number)]

    assert "".join(root.itertext()) == before
    assert {id(element) for element in root.iter()} == old | {id(element) for element in found}
    for element in found:
        inner = list(element.iter())[1:]
        assert not {id(one) for one in inner} & {id(one) for one in found}
        assert any("".join(element.itertext()) in stretch for stretch in stretches)
        assert not [one.tag for one in inner if one.tag in {"a", "code", "p", "li", "h2"}]
    closed = [one for tag in ("a", "code", "h2") for one in root.iter(tag)]
    assert not {id(inner) for one in closed for inner in one.iter()} & {id(one) for one in found}
