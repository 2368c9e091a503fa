"""MkDocs and Zensical build the same pages from the same sources; any difference is named."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

import pytest
from lxml import html

from macros.library import load
from scripts.engine import ENGINES
from scripts.environment import ROOT
from scripts.staging import stage
from tests.pages import DECISION, SITE, write

WORK = """
    ---
    loai: căn cứ
    ten_loai: Nghị định
    so_ky_hieu: 30/2020/NĐ-CP
    ngay_ban_hanh: 05/3/2020
    co_quan: Chính phủ
    hieu_luc: hết hiệu lực toàn bộ
    nguon: [{noi_dung: bài thử, xem_ngay: 22/11/2026}]
    ---
    """
EVERY_FORM = """
    Căn cứ Luật Tổ chức chính quyền địa phương.

    Căn cứ **khoản 1 Điều 2** Nghị định số **30/2020/NĐ-CP** ngày 05/3/2020 của Chính phủ và Nghị định số
    30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ, [Nghị định số 30/2020/NĐ-CP](../../can-cu/30-2020-nd-cp.md);

    Căn cứ Điều 1 Quyết định số 12/QĐ-UBND ngày 05/02/2021 và khoản 1 Điều 2 Quyết định này;

    QUYẾT ĐỊNH:

    Chương I
    QUY ĐỊNH CHUNG

    Mục 1
    PHẠM VI

    {{ dieu(1) }} Phạm vi điều chỉnh, xem {{ xem("sau") }}.

    {{ dieu(2) }} Tổ chức thực hiện

    {{ khoan(1) }} Giao UBND tỉnh:

    {{ diem("a") }} theo dõi;

    {{ diem("b") }} *báo cáo* kết quả[^1].

    | Năm | Số |
    | --- | --: |
    | 2021 | 12 |

    * mục thứ nhất
    * mục thứ hai

    !!! note "Ghi chú"

        Nội dung ghi chú.

    {{ khoan(2, khoa="sau") }} Sửa đổi Điều 5 như sau:

    “Điều 5. Trách nhiệm

    1. Cơ quan chủ trì.

    2. Cơ quan phối hợp.”

    Điều 2a. Chữ dán từ giấy

    1. Khoản dán từ giấy.

    - Gạch đầu dòng.

    + Dấu cộng.

    {{ dieu(3) }} Quyết định này có hiệu lực kể từ ngày ký./.

    {{ noi_nhan() }}

    PHỤ LỤC

    {{ khoan(1) }} Danh mục.

    [^1]: Lời chú.
    """
OF_EVERY_FORM = DECISION.split("    Căn cứ")[0].replace("12/QĐ", "14/QĐ").replace(
    "kem_theo: ../../de-cuong/2021/de-an-thu.md", "kem_theo: []"
) + EVERY_FORM.lstrip("\n")


# The differences that we know and accept; anything else fails the comparison by name.
IDS_OF_ZENSICAL_ALONE = {"__skip"}  # its theme marks where the skip link leads
LINKS = {"/.": "/"}  # how each writes the home page's address on the 404 page


@dataclass(frozen=True)
class Article:
    """What a reader gets of a page: its words, its ids and where its links lead, in order."""

    words: list[str]
    ids: list[str]
    links: list[str]
    head: list[str]
    """Title, addresses and descriptions for programs, with the data that stands among them."""


HEAD = (
    "string(//head/title)",
    "string(//link[@rel='canonical']/@href)",
    "string(//meta[@name='description']/@content)",
    *(f"string(//meta[@property='og:{name}']/@content)" for name in ("title", "url", "type", "image")),
    "string(//script[@type='application/ld+json'])",
    "string(//meta[@name='robots']/@content)",
)


def articles(site: Path) -> Iterator[tuple[str, Article]]:
    for file in sorted(site.rglob("*.html")):
        path = file.relative_to(site).as_posix()
        root = html.fromstring(file.read_bytes())
        (article,) = root.cssselect("article.md-content__inner") or (None,)
        assert article is not None, path
        links = [_known(link, LINKS) for link in article.xpath(".//a/@href")]
        ids = [ident for ident in article.xpath(".//@id") if ident not in IDS_OF_ZENSICAL_ALONE]
        yield path, Article(article.text_content().split(), ids, links, [root.xpath(path) for path in HEAD])


def _known(link: str, differences: dict[str, str]) -> str:
    return differences.get(link, link)


def built(docs: Path, work: Path, engine: str) -> dict[str, Article]:
    staged = stage(load(docs), work / f"stage-{engine}")
    site = work / engine
    site.mkdir()
    ENGINES[engine](staged, site)
    assert not list(site.rglob("search*.json")), f"{engine} leaves an index of its own search"
    return dict(articles(site))


@pytest.fixture(scope="module", params=["the project's own pages", "every form of paper text"])
def both(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[dict[str, Article], dict[str, Article]]:
    work = tmp_path_factory.mktemp("engines")
    if request.param == "the project's own pages":
        docs = ROOT / "docs"
    else:
        docs = write(
            work / "docs",
            SITE | {"quyet-dinh/2021/14-qd-ubnd.md": OF_EVERY_FORM, "can-cu/30-2020-nd-cp.md": WORK},
        )
    return built(docs, work, "mkdocs"), built(docs, work, "zensical")


Both = tuple[dict[str, Article], dict[str, Article]]


def test_both_engines_write_the_same_pages(both: Both) -> None:
    mkdocs, zensical = both

    assert len(mkdocs) > 15
    assert sorted(mkdocs) == sorted(zensical)


@pytest.mark.parametrize("part", ["words", "ids", "links", "head"])
def test_each_page_has_the_same_words_ids_links_and_head_in_both(both: Both, part: str) -> None:
    mkdocs, zensical = both

    differences = [
        f"{path}: MkDocs has {mine}, Zensical {theirs}"
        for path in mkdocs
        for mine, theirs in differing(getattr(mkdocs[path], part), getattr(zensical[path], part))
    ]

    assert not differences, "\n".join(differences)


def differing(mine: list[str], theirs: list[str]) -> Iterator[tuple[list[str], list[str]]]:
    for kind, *at in SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes():
        if kind != "equal":
            yield mine[at[0] : at[1]], theirs[at[2] : at[3]]
