"""Hostile pages, each with the faults that it must be reported for."""

import pytest

from scripts.site.page import faults
from scripts.site.policy import hardened_page, scripts_of

SCRIPTS = scripts_of([b'<script>theme()</script><script>go("{{ base_url }}")</script>'])
TITLE = "<title>Trang</title>"
POLICY = "Content-Security-Policy"

FOREIGN = "có mã chạy viết thẳng trong trang"
ATTRIBUTE = "có thuộc tính chạy mã hoặc bị trình duyệt chặn"
DANGEROUS = "có địa chỉ chạy mã"
OUTSIDE = "tải hoặc gửi tới một máy chủ khác"
ELEMENT = "có thẻ <"
HIDDEN = "có thẻ giấu"
REFRESH = "tự chuyển trang"
REPEATED = "mã id lặp lại"


def page(body: str = "", title: str = TITLE, lang: str = ' lang="vi"') -> bytes:
    head = f'<head>\n<meta charset="utf-8">\n{title}</head>'
    return hardened_page(f"<!doctype html>\n<html{lang}>\n{head}<body>{body}</body></html>".encode(), SCRIPTS)


def whats(content: bytes) -> list[str]:
    return [what for what, _ in faults(content, SCRIPTS)]


@pytest.mark.parametrize(
    "body",
    [
        "<h1>Quyết định</h1><p>Căn cứ …</p>",
        "<script>theme()</script>",
        '<script>go("../..")</script>',
        '<script type="application/json">{"a": "<b>"}</script>',
        '<script type="application/ld+json">{}</script>',
        '<script src="a.js"></script>',
        '<img src="data:image/png;base64,AAAA" alt="">',
        '<img srcset="data:image/png;base64,AAAA 1x, a.png 2x" alt="">',
        '<link rel="icon" href="data:image/png;base64,AA">',
        '<link rel="canonical" href="https://vbpl.vn/">',
        '<a href="https://vbpl.vn/" title="Data: bảng số liệu">a</a>',
        '<a href="mailto:a@b.vn">a</a>',
        '<a href="/quyet-dinh/2021/#dieu-2-khoan-1-diem-dd">a</a>',
        '<blockquote cite="https://vbpl.vn/">a</blockquote>',
        '<pre><code>&lt;script&gt;evil()&lt;/script&gt; onclick="x" style="y" javascript:x</code></pre>',
        '<form action="../tim/"></form>',
        '<meta http-equiv="refresh" content="0;url=../x/"><a href="../x/">x</a>',
        '<p id="a"></p><p id="A"></p>',
        "<svg><title>Biểu tượng</title><path/></svg>",
        "<!-- ghi chú -->",
    ],
)
def test_a_clean_page_has_no_fault(body: str) -> None:
    assert whats(page(body)) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<script>evil()</script>", [FOREIGN]),
        ("<SCRIPT >evil()</SCRIPT >", [FOREIGN]),
        ("<script>theme();evil()</script>", [FOREIGN]),
        ("<script>theme()<!-- <script> --></script>", [FOREIGN]),
        ('<script>go("//evil.vn/")</script>', [FOREIGN]),
        ('<script type="module">evil()</script>', [FOREIGN]),
        ('<script type="importmap">{}</script>', [FOREIGN]),
        ("<svg><script>evil()</script></svg>", [FOREIGN]),
        ("<svg><![CDATA[><script>evil()</script>]]></svg>", [FOREIGN]),
        ("<template><script>evil()</script></template>", [FOREIGN]),
        ("<title>a</title><script>evil()</script>", [FOREIGN]),
        ('<p onclick="x">', [ATTRIBUTE]),
        ("<p ONCLICK=x>", [ATTRIBUTE]),
        ("<img/onerror=x src=a.png>", [ATTRIBUTE]),
        ("<img src=a.png onerror\n=x>", [ATTRIBUTE]),
        ("<math><mtext><img src=x onerror=y></mtext></math>", [ATTRIBUTE]),
        ('<p style="color:red">a</p>', [ATTRIBUTE]),
        ('<a href="javascript:x">a</a>', [DANGEROUS]),
        ('<a href="JaVaScRiPt:x">a</a>', [DANGEROUS]),
        ('<a href=" java\tscript:x">a</a>', [DANGEROUS]),
        ('<a href="java\nscript:x">a</a>', [DANGEROUS]),
        ('<a href="java&Tab;script&colon;x">a</a>', [DANGEROUS]),
        ('<a href="java&NewLine;script:x">a</a>', [DANGEROUS]),
        ('<a href="&#x6A;avascript&#58;x">a</a>', [DANGEROUS]),
        ('<a href="&#1;javascript:x">a</a>', [DANGEROUS]),
        ('<a href="vbscript:x">a</a>', [DANGEROUS]),
        ('<a href="data:text/html,x">a</a>', [DANGEROUS]),
        ('<a href="data:image/svg+xml,x">a</a>', [DANGEROUS]),
        ('<svg><a xlink:href="javascript:x">a</a></svg>', [DANGEROUS]),
        ('<form><button formaction="javascript:x">a</button></form>', [DANGEROUS]),
        ('<script src="data:text/javascript,evil()"></script>', [DANGEROUS]),
        ('<link rel="stylesheet" href="data:text/css,x">', [DANGEROUS]),
        ('<img srcset="a.png 1x, data:text/html,x 2x">', [DANGEROUS]),
        ('<script src="//evil.vn/a.js"></script>', [OUTSIDE]),
        ('<script src="https:\\\\evil.vn/a.js"></script>', [OUTSIDE]),
        ('<script src="/\\evil.vn/a.js"></script>', [OUTSIDE]),
        ('<script src=" /\t/evil.vn/a.js"></script>', [OUTSIDE]),
        ('<link rel="stylesheet" href="https://evil.vn/a.css">', [OUTSIDE]),
        ('<link rel="canonical stylesheet" href="https://evil.vn/a.css">', [OUTSIDE]),
        ('<link rel="preconnect" href="https://evil.vn">', [OUTSIDE]),
        ('<link rel="preload" as="font" href="//evil.vn/a.woff2">', [OUTSIDE]),
        ('<img src="https://evil.vn/a.png">', [OUTSIDE]),
        ('<img srcset="a.png 1x, https://evil.vn/a.png 2x">', [OUTSIDE]),
        ('<video src="https://evil.vn/a.mp4" poster="//evil.vn/a.png"></video>', [OUTSIDE, OUTSIDE]),
        ('<svg><use href="https://evil.vn/a.svg#x"/></svg>', [OUTSIDE]),
        ('<form action="https://evil.vn/"></form>', [OUTSIDE]),
        ('<a href="x" ping="https://evil.vn/">a</a>', [OUTSIDE]),
        ('<base href="../">', [ELEMENT]),
        ('<iframe src="a.html"></iframe>', [ELEMENT]),
        ('<iframe srcdoc="a"></iframe>', [ELEMENT, ATTRIBUTE]),
        ('<object data="a.svg"></object>', [ELEMENT]),
        ('<embed src="a.svg">', [ELEMENT]),
        ("<style>p {}</style>", [ELEMENT]),
        ("<svg><style><img src=x onerror=y></style></svg>", [ELEMENT]),
        ('<noscript><p title="</noscript><img src=x onerror=y>"></noscript>', [ELEMENT]),
        ("<xmp><script>evil()</script></xmp>", [ELEMENT]),
        ("<plaintext><script>evil()</script>", [ELEMENT]),
        ('<svg><animate attributeName="href" values="javascript:x"/></svg>', [ELEMENT]),
        ("<svg><title><img src=x onerror=y></title></svg>", [HIDDEN]),
        ("<textarea><img src=x onerror=y></textarea>", [HIDDEN]),
        ("<!-- <script>evil()</script> -->", [HIDDEN]),
        ("<!--><img src=x onerror=y>-->", [ATTRIBUTE]),
        ("<!-- --!><img src=x onerror=y>-->", [ATTRIBUTE]),
        ('<meta http-equiv="refresh" content="0;url=https://evil.vn/">', [REFRESH]),
        ('<meta http-equiv="Refresh" content="0; URL=\'//evil.vn/\'"><a href="//evil.vn/">x</a>', [REFRESH]),
        ('<meta http-equiv="refresh" content="0;url=../x/">', [REFRESH]),
        ('<meta http-equiv="refresh" content="5">', [REFRESH]),
        (f'<meta http-equiv="{POLICY}" content="default-src *">', ["có nhiều chính sách nội dung"]),
        ('<p id="a"></p><p id="a"></p><p id="a"></p>', [REPEATED]),
    ],
)
def test_a_hostile_page_is_reported(body: str, expected: list[str]) -> None:
    found = whats(page(body))
    assert len(found) == len(expected), found
    assert all(what.startswith(start) for what, start in zip(found, expected, strict=True)), found


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (page(lang=""), ["không ghi ngôn ngữ của trang (lang)"]),
        (page(title=""), ["không có tên trang (title)"]),
        (page(title="<title> \n</title>"), ["không có tên trang (title)"]),
        (page(title="<title>a &lt;b&gt; c</title>"), []),
        (page() + b"\xff", ["không phải chữ UTF-8"]),
        (b"", ["trang trống"]),
        (b" \n", ["trang trống"]),
        (page().replace(POLICY.encode(), b"X"), ["không có chính sách nội dung (CSP)"]),
        (
            page("<script>theme()</script>").replace(b"'none'", b"*"),
            ["chính sách nội dung (CSP) không khớp với mã trong trang"],
        ),
        (
            page().replace(b"</body>", b"<script>theme()</script></body>"),
            ["chính sách nội dung (CSP) không khớp với mã trong trang"],
        ),
        (
            page().replace(b'<meta charset="utf-8">', b'<meta charset="utf-8"><script src="a.js"></script>'),
            ["chính sách nội dung (CSP) không đứng đầu trang, ngay sau charset"],
        ),
    ],
)
def test_a_faulty_head_is_reported(content: bytes, expected: list[str]) -> None:
    assert whats(content) == expected


def test_a_fault_shows_the_text_that_it_is_about() -> None:
    assert [value for _, value in faults(page('<p id="dieu-1"></p><p id="dieu-1"></p>'), SCRIPTS)] == [
        "dieu-1"
    ]
    assert [value for _, value in faults(page('<a href="java&#9;script:x">a</a>'), SCRIPTS)] == [
        '<a href="java\tscript:x">'
    ]
