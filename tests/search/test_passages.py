from scripts.search.passages import Passage, passages

PAPER = """<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>x</title></head>
<body><nav>menu</nav><article>
<p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p>
<div class="van-ban__noi-dung">
<p class="can-cu">Căn cứ <a href="x">Luật</a> A;</p>
<section class="dieu lien"><h2 id="dieu-1"><span>Điều 1.</span><a class="headerlink" href="#">¶</a></h2>
<p>Phê duyệt.</p></section>
<section class="dieu"><h2 id="dieu-2">Điều 2. Tổ chức<a class="headerlink" href="#dieu-2">¶</a></h2>
<div class="khoan" id="dieu-2-khoan-1"><p><span>1.</span> Giao Sở:</p>
<ul><li><p>- một;</p></li><li><p>- hai.</p></li></ul></div>
<table><tr><td>a</td><td>b</td></tr></table></section>
</div><aside>bên lề</aside></article></body></html>"""


def test_each_provision_is_a_passage_with_its_address_and_the_frame_is_none() -> None:
    assert passages(PAPER.encode()) == [
        Passage("", "Căn cứ Luật A;"),
        Passage("dieu-1", "Điều 1.", is_heading=True),
        Passage("dieu-1", "Phê duyệt."),
        Passage("dieu-2", "Điều 2. Tổ chức", is_heading=True),
        Passage("dieu-2-khoan-1", "1. Giao Sở: - một; - hai."),
        Passage("dieu-2", "a b"),
    ]


def test_an_ordinary_page_is_read_by_its_headings() -> None:
    text = '<h1>Tên</h1><p>Mở đầu.</p><h2 id="a">Mục</h2><p>Chữ.</p>'
    page = f"<html><body><article>{text}</article></body></html>"
    assert passages(page.encode()) == [
        Passage("", "Tên", is_heading=True),
        Passage("", "Mở đầu."),
        Passage("a", "Mục", is_heading=True),
        Passage("a", "Chữ."),
    ]


def test_a_page_without_a_place_for_text_has_none() -> None:
    assert passages(b"<html><body><p>x</p></body></html>") == []
