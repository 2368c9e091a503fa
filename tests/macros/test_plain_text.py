"""Text without signs is text: no inline pattern that the project uses can match in it."""

from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from markdown.treeprocessors import InlineProcessor

from macros.plain_text import SIGNS
from tests.macros.rendering import extensions

READ = (
    "backtick escape footnote reference link image_link image_reference short_reference short_image_ref "
    "autolink automail linebreak entity not_strong em_strong em_strong2"
)
"""The inline patterns whose signs were read; a further one must be read before it is added here."""


SOURCE = """\
# Tiêu đề *nghiêng* &amp; một dòng

Một đoạn trơn; hai dấu cách cuối dòng\x20\x20
xuống dòng. Chữ **đậm**, `mã`, <https://a.vn>, [liên kết](b.md "tên"),
[*đậm* `x`](c.md), ![ảnh](c.png), \\*thoát\\*, a_b_c.

| Cột | *Cột* |
| --- | --- |
| trơn | **đậm** |

- mục trơn
- mục có chú thích[^1] rồi chữ trơn

[^1]: Chú thích _nghiêng_.

Thuật ngữ
: Giải nghĩa trơn {: .lop }
"""


def test_every_inline_pattern_in_use_is_one_whose_signs_were_read() -> None:
    markdown = Markdown(extensions=list(extensions()), extension_configs=extensions())
    names = [item.name for item in markdown.inlinePatterns._priority]
    assert " ".join(names) == READ
    inline = [item.priority for item in markdown.treeprocessors._priority if item.name == "inline"]
    marking = [item.priority for item in markdown.treeprocessors._priority if item.name == "plain_text"]
    assert isinstance(markdown.treeprocessors["inline"], InlineProcessor)
    assert marking[0] > inline[0]


@given(st.text(st.sampled_from("aĐ đ.;:()]>{}#+-=|~\"'“”/@%^$1\n"), max_size=40))
def test_no_pattern_matches_text_without_signs(text: str) -> None:
    markdown = Markdown(extensions=list(extensions()), extension_configs=extensions())
    if not SIGNS.search(text):
        for pattern in markdown.inlinePatterns:
            assert pattern.getCompiledRegExp().search(text) is None


def test_a_page_is_the_same_with_and_without_the_marking() -> None:
    configured = extensions()
    without = {name: settings for name, settings in configured.items() if name != "macros.plain_text"}
    pages = [Markdown(extensions=list(e), extension_configs=e).convert(SOURCE) for e in (configured, without)]
    assert pages[0] == pages[1]
    assert "<strong>" in pages[0]
