"""What the search puts into a built site: only pages that stand there, and finished years made once."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree, rmtree

import pytest
from playwright.sync_api import Page, expect

from macros.library import load
from scripts.environment import ROOT
from scripts.search.bundle import FOLDER, MANY, NEVER, cut_from, parts, write_search
from scripts.search.entries import Entry
from scripts.search.packing import SearchIndexError
from tests.pages import AGENCY, DECISION, SITE, write
from tests.serving import served

BUILT = """<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>x</title></head><body><article>
<div class="van-ban__noi-dung"><section class="dieu">
<h2 id="dieu-1">Điều 1.</h2><p>Phê duyệt {}.</p></section>
</div></article></body></html>"""

OLDER = DECISION.replace("12/QĐ-UBND", "3/QĐ-UBND").replace("05/02/2021", "06/3/2019")
PAGES = {
    **SITE,
    "quyet-dinh/2019/3-qd-ubnd.md": OLDER.replace("    kem_theo: ../../de-cuong/2021/de-an-thu.md\n", ""),
}
DECISIONS = ("quyet-dinh/2021/12-qd-ubnd/", "quyet-dinh/2019/3-qd-ubnd/")


def site_of(folder: Path, *addresses: str) -> Path:
    for address in addresses:
        (folder / address).mkdir(parents=True)
        (folder / address / "index.html").write_text(BUILT.format(address), encoding="utf-8")
    return folder


def named(site: Path) -> dict[str, list[str]]:
    """Give the addresses that each index of a site names, by the index's folder."""
    about = json.loads((site / FOLDER / "index.json").read_text(encoding="utf-8"))
    found = {}
    for index in about["indexes"]:
        fragments = sorted((site / FOLDER / index["folder"] / "fragment").iterdir())
        texts = [gzip.decompress(file.read_bytes()).removeprefix(b"pagefind_dcd") for file in fragments]
        found[index["folder"]] = [json.loads(json.loads(text)["content"])["address"] for text in texts]
        assert len(fragments) == index["entries"]
    return found


def every(site: Path) -> list[str]:
    return [address for addresses in named(site).values() for address in addresses]


def test_the_index_names_the_pages_that_stand_in_the_site_and_no_other(tmp_path: Path) -> None:
    library = load(write(tmp_path / "docs", PAGES))
    site = site_of(tmp_path / "site", *DECISIONS)
    write_search(library, site, tmp_path / "cache")
    assert every(site) == list(DECISIONS)  # the agency and the outline were not built

    rmtree(site / DECISIONS[1])
    write_search(library, site, tmp_path / "cache")
    assert every(site) == [DECISIONS[0]]


def test_nothing_of_an_earlier_index_stays_in_the_site_or_the_cache(tmp_path: Path) -> None:
    site, cache = site_of(tmp_path / "site", DECISIONS[0]), tmp_path / "cache"
    write_search(load(write(tmp_path / "docs", PAGES)), site, cache)
    (before,) = named(site)
    write(tmp_path / "docs", {"quyet-dinh/2021/12-qd-ubnd.md": DECISION.replace("Đề án thử", "Đề án khác")})
    write_search(load(tmp_path / "docs"), site, cache)
    (after,) = named(site)
    assert after != before
    assert [folder.name for folder in (site / FOLDER).iterdir() if folder.is_dir()] == [after]
    assert [folder.name for folder in cache.iterdir()] == [after]


def test_a_finished_years_index_is_taken_as_it_was_when_this_years_pages_change(tmp_path: Path) -> None:
    site, cache = site_of(tmp_path / "site", *DECISIONS), tmp_path / "cache"
    write_search(load(write(tmp_path / "docs", PAGES)), site, cache, many=1)
    (new, old), _ = named(site), None
    stamp = (cache / old / "columns.json").stat().st_mtime_ns
    write(tmp_path / "docs", {"quyet-dinh/2021/12-qd-ubnd.md": DECISION.replace("Đề án thử", "Đề án khác")})
    write_search(load(tmp_path / "docs"), site, cache, many=1)
    assert named(site)[old] == [DECISIONS[1]]
    assert new not in named(site)
    assert (cache / old / "columns.json").stat().st_mtime_ns == stamp


def test_the_page_gets_the_grammar_and_the_abbreviations(tmp_path: Path) -> None:
    pages = {**PAGES, "co-quan/ubnd-tinh.md": AGENCY.replace("    viet_tat", "    ma: UBNDT\n    viet_tat")}
    site = site_of(tmp_path / "site", *DECISIONS)
    write_search(load(write(tmp_path / "docs", pages)), site, tmp_path / "cache")
    about = json.loads((site / FOLDER / "index.json").read_text(encoding="utf-8"))
    assert about["longForms"] == {"UBNDT": "Ủy ban nhân dân tỉnh Thanh Hóa"}
    assert {"qd", "ubnd"} <= set(about["grammar"]["codes"])


def entry(address: str, year: int | None) -> Entry:
    return Entry(address, "Quyết định", "T", "", None, year, "", (), "", (), ())


def test_finished_years_are_cut_off_once_they_are_many() -> None:
    found = [entry("c/", 2022), entry("b/", 2021), entry("a/", 2020), entry("d/", None)]
    assert parts(found, many=3) == [found]
    assert parts(found, many=2) == [[found[0], found[3]], [found[1], found[2]]]
    assert MANY > 1


@pytest.mark.parametrize(
    ("own", "many"),
    [
        ({}, MANY),
        ({"extra": None}, MANY),
        ({"extra": {"ten_phu": "Văn bản"}}, MANY),
        ({"extra": {"tach_chi_muc_tu": 1}}, 1),
        ({"extra": {"tach_chi_muc_tu": 5000}}, 5000),
        ({"extra": {"tach_chi_muc_tu": "không"}}, NEVER),
    ],
)
def test_the_settings_say_from_how_many_documents_on_the_index_is_cut(own: object, many: float) -> None:
    assert cut_from(own) == many  # type: ignore[arg-type]
    assert parts([entry("b/", 2021), entry("a/", 2020)], NEVER) == [[entry("b/", 2021), entry("a/", 2020)]]


@pytest.mark.parametrize("given", [0, -5, 2.5, True, "nhiều", "20.000", [1], ""])
def test_what_is_no_number_of_documents_is_told_in_words(given: object) -> None:
    with pytest.raises(SearchIndexError, match=r"mkdocs\.yml: tach_chi_muc_tu .* Hãy ghi"):
        cut_from({"extra": {"tach_chi_muc_tu": given}})


ASKED = [
    "quyet dinh phe duyet de cuong vien thong",
    "so tttt thanh hoa",
    "749/qd-ttg",
    "khoan 1 dieu 2 vien thong",
    "thanh hoa",
    '"bang thong rong"',
    "vien thomg",
    "",
]


@pytest.fixture(scope="module")
def cut(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The project's own site with the finished years in an index of their own."""
    folder = tmp_path_factory.mktemp("cut")
    copy = copytree(site, folder / "site")
    write_search(load(ROOT / "docs"), copy, folder / "cache", many=1)
    assert [bool(addresses) for addresses in named(copy).values()] == [True, True]
    with served(copy) as address:
        yield address


@pytest.mark.parametrize("typed", ASKED)
def test_two_indexes_that_a_browser_merges_answer_as_one(
    page: Page, violations: list[str], address: str, cut: str, typed: str
) -> None:
    assert answers(page, cut, typed) == answers(page, address, typed)
    assert violations == []


def answers(page: Page, address: str, typed: str) -> tuple[list[str], list[str]]:
    """Give the results, and the values by which they can be narrowed, with their counts."""
    page.goto(f"{address}tim-kiem/?q={typed}")
    expect(page.locator("[data-tim-ket-qua]")).to_have_attribute("data-xong", typed)
    links = page.get_by_role("list", name="Kết quả tìm kiếm").get_by_role("link")
    addresses: list[str] = links.evaluate_all("all => all.map(one => one.getAttribute('href'))")
    return addresses, sorted(page.locator("[data-tim-loc] label").all_inner_texts())
