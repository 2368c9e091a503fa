import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.sanitation import SCHEMES, is_safe_address
from tests.macros.rendering import Page, render

ATTACKS = {
    "a script": "<script>alert(1)</script>",
    "a script in a sentence": "Điều <script>alert(1)</script> 1",
    "a script over lines": "<script>\nalert(1)\n</script>",
    "an event on an image": "<img src=x onerror=alert(1)>",
    "an event without blanks": "<svg/onload=alert(1)>",
    "an unclosed tag": "<img src=x onerror=alert(1)//",
    "a frame": '<iframe src="https://example.org"></iframe>',
    "a style": "<style>body{display:none}</style>",
    "a base": '<base href="https://example.org/">',
    "a comment": "<!-- a --><b>b</b>",
    "a comment that ends early": "<!--> <img src=x onerror=alert(1)> -->",
    "a processing instruction": "<?php echo 1 ?>",
    "a doctype": '<!DOCTYPE x [<!ENTITY a "b">]>',
    "a block element": "<div onclick=alert(1)>\n\nĐoạn\n\n</div>",
    "markdown within html": '<div markdown="1">\n\n[x](javascript:alert(1))\n\n</div>',
    "a script address": "[x](javascript:alert(1))",
    "a script address in capitals": "[x](JaVaScRiPt:alert(1))",
    "a script address with entities": "[x](&#106;&#x61;vascript&colon;alert(1))",
    "a script address with nested entities": "[x](&amp;#106;avascript:alert(1))",
    "a script address with a tab": "[x](java&Tab;script:alert(1))",
    "a script address with a line end": "[x](java&NewLine;script:alert(1))",
    "a script address after blanks": "[x](<  javascript:alert(1)>)",
    "a script address after a control sign": "[x](&#1;javascript:alert(1))",
    "a script address with a soft hyphen": "[x](java\u00adscript:alert(1))",
    "a script address with a wide blank": "[x](\u2003javascript:alert(1))",
    "a script address with escapes": r"[x](javascript\:alert(1))",
    "a script address by reference": "[x][y]\n\n[y]: javascript:alert(1)",
    "a script address of an image": "![x](javascript:alert(1))",
    "a script address in angle brackets": "<javascript:alert(1)>",
    "another script address": "[x](vbscript:msgbox(1))",
    "a data address": "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "a data address of an image": "![x](data:image/svg+xml,<svg/onload=alert(1)>)",
    "a blob": "[x](blob:https://example.org/1)",
    "a file": "[x](file:///etc/passwd)",
    "a view of source": "[x](view-source:javascript:alert(1))",
    "another site without a scheme": "[x](//example.org)",
    "another site by backslashes": r"[x](/\\example.org)",
    "an event by attributes": 'x\n{: onclick="alert(1)" }',
    "an event in capitals": 'x\n{: ONCLICK="alert(1)" }',
    "a style by attributes": 'x\n{: style="position:fixed" }',
    "an address by attributes": '[x](https://a.vn){: href="javascript:alert(1)" }',
    "an address in capitals": '[x](javascript:1){: HREF="javascript:alert(1)" }',
    "a source in capitals": '![x](javascript:1){: SRC="javascript:alert(1)" }',
    "a form's action": 'x\n{: formaction="javascript:alert(1)" }',
    "a source set": '![x](a.png){: srcset="javascript:alert(1)" }',
    "an attribute of a heading": '# x {: onmouseover="alert(1)" }',
    "an attribute of a table": 'a | b\n--|--\nc | d {: onclick="alert(1)" }',
    "attributes of a fence": '``` {.python onclick="alert(1)" style="x"}\nmã\n```',
    "a title of a fence": '``` python title="<img src=x onerror=alert(1)>"\nmã\n```',
    "a language of a fence": '``` "><img/src=x/onerror=alert(1)>\nmã\n```',
    "code": "`<script>alert(1)</script>`",
    "indented code": "    <script>alert(1)</script>",
    "a note's title": '!!! note "<img src=x onerror=alert(1)>"\n    x',
    "a note's kind": '!!! "onclick=alert(1)" x\n    y',
    "a note's class": '!!! note" onclick="alert(1)\n    y',
    "a footnote": "x[^1]\n\n[^1]: <script>alert(1)</script>",
    "a footnote's name": 'x[^"onclick=alert(1)]\n\n[^"onclick=alert(1)]: y',
    "a link's title": "[x](https://a.vn '\" onclick=alert(1) x=\"')",
    "an image's text": '![" onerror=alert(1) x="](a.png)',
    "a heading's entry in the contents": '# x {: data-toc-label="<img src=x onerror=alert(1)>" }',
    "a placeholder": "\x02wzxhzdk:0\x03 <b>x</b>",
    "a definition": "<script>\n:   alert(1)",
}
TAGS = set(
    "article div section p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table thead tbody tr th td blockquote "
    "pre code em strong a img span br hr sup sub del".split()
)
ATTRIBUTES = set("id class href src alt title align start".split())


def scheme(address: str) -> str:
    """Read an address's scheme as a browser does, past blanks and control signs; `//` leads elsewhere too."""
    plain = "".join(sign for sign in address if sign > " ").replace("\\", "/")
    before, colon, _ = plain.partition(":")
    return "//" if plain.startswith("//") else before.lower() if colon and before.isalpha() else ""


def faults(page: Page) -> list[str]:
    """Tell what a browser would run or load that an author may not bring in."""
    found = [str(e.tag) for e in page.tree.iter() if e.tag not in TAGS]
    for element in page.tree.iter():
        for name, value in element.attrib.items():
            if name not in ATTRIBUTES or (name in {"href", "src"} and scheme(value) not in SCHEMES | {""}):
                found.append(f"{name}={value}")
    return found


@pytest.mark.parametrize("paper", [False, True], ids=["page", "paper"])
@pytest.mark.parametrize("source", ATTACKS.values(), ids=ATTACKS)
def test_no_attack_reaches_the_browser(source: str, paper: bool) -> None:  # noqa: FBT001
    page = render(f"Trước\n\n{source}\n\nSau", paper=paper)
    assert faults(page) == []
    assert "Sau" in page.words


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("[x](https://chinhphu.vn)", '<a href="https://chinhphu.vn">x</a>'),
        ("<https://chinhphu.vn>", '<a href="https://chinhphu.vn">https://chinhphu.vn</a>'),
        ("[x](mailto:a@b.vn)", '<a href="mailto:a@b.vn">x</a>'),
        ("[x](tel:0237)", '<a href="tel:0237">x</a>'),
        ("[x](../a.md#dieu-1)", '<a href="../a.md#dieu-1">x</a>'),
        ("[x](#dieu-1)", '<a href="#dieu-1">x</a>'),
        ("[x](a/b:c.md)", '<a href="a/b:c.md">x</a>'),
        ("![x](a.png)", '<img alt="x" src="a.png" />'),
        ("*a* **b** `c`", "<em>a</em> <strong>b</strong> <code>c</code>"),
        ("x\n{: #ma .lop }", '<p class="lop" id="ma">x</p>'),
        ("a < b & c > d", "a &lt; b &amp; c &gt; d"),
        ("a &lt; b &copy;", "a &lt; b &copy;"),
    ],
)
def test_ordinary_markdown_is_left_as_it_is(source: str, html: str) -> None:
    assert html in render(source, paper=False).html


def test_raw_html_is_shown_as_text() -> None:
    page = render("<b>Đậm</b> <!-- ghi chú -->\n\n<div>\nkhối\n</div>", paper=False)
    assert page.text() == "<b>Đậm</b> <!-- ghi chú --> <div> khối </div>"


def test_the_contents_carry_no_tag_of_an_author() -> None:
    page = render('# a <img src=x> `<b>` {: data-toc-label="<img src=x onerror=alert(1)>c" }', paper=False)
    assert "<" not in page.contents[0]["name"]


@pytest.mark.parametrize(
    "address", ["", "#a", "a.md", "../a/", "/a", "?q=a:b", "a#b:c", "HTTPS://a.vn", "mailto:a@b"]
)
def test_addresses_within_the_site_and_of_the_allowed_schemes_are_safe(address: str) -> None:
    assert is_safe_address(address)


@pytest.mark.parametrize(
    "address", ["//a", "\\\\a", "/\\a", "x:", "a:b", ":", "&#58;a", "ftp://a", "&#x2f;/a", "\t//a"]
)
def test_all_other_addresses_are_not(address: str) -> None:
    assert not is_safe_address(address)


@given(st.text("javscript:d/\\#?&;x0169Colontab \t\n\x01\u00ad\u200b", max_size=30))
def test_what_a_browser_takes_for_a_scheme_is_an_allowed_one(address: str) -> None:
    assert scheme(address) in SCHEMES | {""} or not is_safe_address(address)


pieces = st.sampled_from(
    ["<", ">", "[", "]", "(", ")", "!", "&", ";", "#", ":", '"', "'", "`", "{:", "}", "=", " ", "\n", "\n\n",
     "    ", "javascript", "data", "alert(1)", "onclick", "href", "HREF", "src", "style", "script", "img",
     "a", "//", "\\", "```", "!!! note", "[^1]", "[^1]: ", "[a]: ", "&#58;", "&colon;", "|", "--", "*",
     "\x02", "\x03", "Điều 1. ", "1. "]
)  # fmt: skip


@given(st.lists(pieces, max_size=25).map("".join), st.booleans())
def test_no_mixture_of_signs_brings_in_more_than_markdown(source: str, paper: bool) -> None:  # noqa: FBT001
    if "{{" not in source and "{#" not in source:
        assert faults(render(source, paper=paper)) == []
