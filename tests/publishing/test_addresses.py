"""What readers could open before is compared with what they can open after."""

import pytest

from scripts.publishing.addresses import Lost, Tree, lost

REFRESH = '<html><head><meta http-equiv="refresh" content="0; url={}"></head><body></body></html>'


def tree(files: dict[str, str]) -> Tree:
    return Tree(files, lambda path: files[path].encode())


OLD = {
    "index.html": '<h1 id="dau">A</h1>',
    "quyet-dinh/2021/a/index.html": '<p id="dieu-1">1</p><p class=x id=dieu-2>2</p><i id="__toc">x</i>',
    "quyet-dinh/2021/a/ban-ky.pdf": "%PDF",
    "404.html": "x",
    "ban-dung.json": "{}",
    "sitemap.xml": "<urlset/>",
    "sitemap-2.xml": "<urlset/>",
    ".an/trang.html": "x",
    "quyet-dinh/.an.html": "x",
    "sitemap.xml.gz": "x",
    "assets/van-ban.0a1b2c3d.css": "p{}",
    "tim-kiem/chi-muc/0a1b2c3d4e5f/fragment/vi_0a1b2c3.pf_fragment": "x",
    "tim-kiem/chi-muc/0a1b2c3d4e5f/vocabulary.json": "x",
    ".nojekyll": "",
}


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("index.html", "/"),
        ("quyet-dinh/2021/a/index.html", "/quyet-dinh/2021/a/"),
        ("quyet-dinh/2021/a/ban-ky.pdf", "/quyet-dinh/2021/a/ban-ky.pdf"),
    ],
)
def test_a_page_or_a_document_that_is_gone_is_lost(path: str, address: str) -> None:
    new = {other: text for other, text in OLD.items() if other != path}

    assert lost(tree(OLD), tree(new)).addresses == (address,)


def test_files_that_pages_fetch_for_themselves_are_no_addresses() -> None:
    new = {path: OLD[path] for path in OLD if path.endswith(("index.html", ".pdf"))}

    assert lost(tree(OLD), tree(new)) == Lost((), ())


def test_ids_that_a_page_lost_are_told_and_the_themes_own_are_not() -> None:
    new = OLD | {"quyet-dinh/2021/a/index.html": "<p data-id=\"dieu-2\" id='dieu-1'>1</p>"}

    assert lost(tree(OLD), tree(new)) == Lost((), ("/quyet-dinh/2021/a/#dieu-2",))


def test_a_page_that_moved_keeps_its_ids_where_its_redirect_leads() -> None:
    new = OLD | {
        "quyet-dinh/2021/a/index.html": REFRESH.format("../12-qd-ubnd/"),
        "quyet-dinh/2021/12-qd-ubnd/index.html": OLD["quyet-dinh/2021/a/index.html"],
    }

    assert lost(tree(OLD), tree(new)) == Lost((), ())
    new["quyet-dinh/2021/12-qd-ubnd/index.html"] = '<p id="dieu-1">1</p>'
    assert lost(tree(OLD), tree(new)).places == ("/quyet-dinh/2021/a/#dieu-2",)


def test_pages_that_did_not_change_are_not_read() -> None:
    def unread(path: str) -> bytes:
        raise AssertionError(path)

    assert lost(Tree(OLD, unread), Tree(OLD, unread)) == Lost((), ())
