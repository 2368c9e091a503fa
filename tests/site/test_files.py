"""Files beside the pages, each with the faults that it must be reported for."""

import pytest

from scripts.site.files import faults

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'


@pytest.mark.parametrize(
    ("suffix", "content", "expected"),
    [
        (".svg", SVG.format('<style>p {}</style><path d="M0 0"/><use href="#a"/>'), []),
        (".svg", SVG.format('<a href="https://vbpl.vn/"><text>a</text></a>'), []),
        (".svg", SVG.format('<image xlink:href="data:image/png;base64,AA"/>'), []),
        (".svg", SVG.format("<script>evil()</script>"), ["có thẻ <script>"]),
        (".svg", SVG.format('<x:script xmlns:x="http://www.w3.org/1999/xhtml"/>'), ["có thẻ <script>"]),
        (".svg", SVG.format("<foreignObject/>"), ["có thẻ <foreignobject>"]),
        (".svg", SVG.format('<path onload="evil()"/>'), ["có mã chạy"]),
        (".svg", SVG.format('<a xlink:href="java&#9;script:x"/>'), ["có địa chỉ chạy mã"]),
        (".svg", SVG.format('<set attributeName="href" to="javascript:x"/>'), ["có địa chỉ chạy mã"]),
        (".svg", SVG.format('<animate values="#a;javascript:x"/>'), ["có địa chỉ chạy mã"]),
        (".svg", SVG.format('<use href="//evil.vn/a.svg#x"/>'), ["tải từ một máy chủ khác"]),
        (".svg", "<svg><p></svg>", ["không đọc được như XML"]),
        (".svg", "", ["không đọc được như XML"]),
        (".svg", '<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>', ["tự đặt ký hiệu thay thế"]),
        (".xml", '<?xml-stylesheet href="a.xsl"?><urlset/>', ["có chỉ thị xử lý"]),
        (".xml", '<?xml version="1.0"?><urlset><loc>https://x.vn/</loc></urlset>', []),
        (".xml", '<feed><link href="https://vbpl.vn/"/></feed>', []),
        (".css", "a { background: url('data:image/svg+xml,…') } @import 'b.css';", []),
        (".css", "a { background: url( 'https://evil.vn/a.png') }", ["tải từ một máy chủ khác"]),
        (".css", "@IMPORT '//evil.vn/a.css';", ["tải từ một máy chủ khác"]),
        (".css", "/*# sourceMappingURL=a.css.map */ a { b: url(../c.woff2) }", []),
        (".htm", "", ["kiểu tệp không được đăng"]),
        (".xhtml", "", ["kiểu tệp không được đăng"]),
        (".png", "<script>", []),
    ],
)
def test_a_file_is_reported_for_what_it_holds(suffix: str, content: str, expected: list[str]) -> None:
    found = [what for what, _ in faults(suffix, content.encode())]
    assert len(found) == len(expected), found
    assert all(what.startswith(start) for what, start in zip(found, expected, strict=True)), found
