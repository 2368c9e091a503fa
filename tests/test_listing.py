"""The list pages that follow from the records."""

from pathlib import Path

import pytest

from macros.document import read
from macros.library import load
from scripts import listing
from scripts.listing import LONG, NEWEST, WHOLE, generated_pages, generated_paths
from tests.macros.rendering import render
from tests.pages import DECISION, SITE, write


def test_there_is_a_list_for_every_kind_year_field_and_issuer(tmp_path: Path) -> None:
    pages = generated_pages(load(write(tmp_path, SITE)))

    assert set(pages) == {
        "index.md",
        "tim-kiem.md",
        "quyet-dinh/index.md",
        "quyet-dinh/2021/index.md",
        "de-cuong/index.md",
        "de-cuong/2021/index.md",
        "nam/index.md",
        "nam/2021.md",
        "linh-vuc/index.md",
        "linh-vuc/vien-thong.md",
        "co-quan/index.md",
        "ban-hanh/uy-ban-nhan-dan-tinh-thanh-hoa.md",
    }


def test_an_empty_collection_has_its_indexes_and_says_so(tmp_path: Path) -> None:
    pages = generated_pages(load(tmp_path))

    assert "*Chưa có.*" in pages["nam/index.md"]
    assert "*Chưa có.*" in pages["linh-vuc/index.md"]


def test_an_issuer_of_many_documents_has_a_page_a_year_instead_of_an_endless_one(tmp_path: Path) -> None:
    decisions = {
        f"quyet-dinh/{year}/{number}-qd-ubnd.md": DECISION.replace("12/QĐ", f"{number}/QĐ").replace(
            "02/2021", f"02/{year}"
        )
        for year in (2020, 2021)
        for number in range(100, 100 + WHOLE // 2 + 1)
    }
    pages = generated_pages(
        load(write(tmp_path, {"co-quan/ubnd-tinh.md": SITE["co-quan/ubnd-tinh.md"], **decisions}))
    )

    issuer = "ban-hanh/uy-ban-nhan-dan-tinh-thanh-hoa"
    assert {f"{issuer}.md", f"{issuer}/2020.md", f"{issuer}/2021.md"} <= set(pages)
    way = f"[Năm 2020]({issuer.split('/')[-1]}/2020.md) *{WHOLE // 2 + 1} văn bản*"
    assert way in pages[f"{issuer}.md"]
    assert "**102 văn bản**, từ năm 2020 đến năm 2021" in pages[f"{issuer}.md"]


def numbered(count: int, year: int = 2021) -> dict[str, str]:
    return {
        f"quyet-dinh/{year}/{number}-qd-ubnd.md": DECISION.replace("12/QĐ", f"{number}/QĐ")
        .replace("02/2021", f"02/{year}")
        .replace("kem_theo: ../../de-cuong/2021/de-an-thu.md", "kem_theo:")
        for number in range(1000, 1000 + count)
    }


def test_a_year_of_many_documents_is_split_into_pages_that_lead_to_each_other(tmp_path: Path) -> None:
    pages = generated_pages(load(write(tmp_path, numbered(2 * WHOLE + 1))))

    of_year = [path for path in pages if path.startswith("quyet-dinh/2021/")]
    assert of_year == [
        "quyet-dinh/2021/index.md",
        "quyet-dinh/2021/trang-2.md",
        "quyet-dinh/2021/trang-3.md",
    ]
    assert [pages[path].count("{: .muc }") for path in of_year] == [WHOLE, WHOLE, 1]
    assert all("**201 quyết định**" in pages[path] for path in of_year)
    assert "Trang **1** [2](trang-2.md) [3](trang-3.md)" in pages[of_year[0]]
    assert "Trang [1](index.md) [2](trang-2.md) **3**" in pages[of_year[2]]


def test_a_year_of_many_kinds_shows_the_newest_and_the_way_to_all(tmp_path: Path) -> None:
    pages = generated_pages(load(write(tmp_path, numbered(WHOLE + 1))))

    assert pages["nam/2021.md"].count("{: .muc }") == NEWEST
    assert "[Xem tất cả 101 quyết định](../quyet-dinh/2021/index.md)" in pages["nam/2021.md"]


def test_a_long_list_has_a_heading_for_each_year(tmp_path: Path) -> None:
    both = numbered(LONG // 2, 2020) | numbered(LONG // 2, 2021)
    few = numbered(1, 2020) | numbered(1, 2021)

    long = generated_pages(load(write(tmp_path / "long", both)))["linh-vuc/vien-thong.md"]
    short = generated_pages(load(write(tmp_path / "short", few)))["linh-vuc/vien-thong.md"]

    assert [line for line in long.splitlines() if line.startswith("#")] == ["## Năm 2021", "## Năm 2020"]
    assert "#" not in short


def test_a_years_list_leads_to_the_years_beside_it(tmp_path: Path) -> None:
    years = numbered(1, 2018) | numbered(1, 2020) | numbered(1, 2021)

    pages = generated_pages(load(write(tmp_path, years)))

    assert "Năm khác: [Năm 2018](2018.md) [Năm 2021](2021.md)\n{: .phan-trang }" in pages["nam/2020.md"]
    assert "[Năm 2020](2020.md)\n{: .phan-trang }" in pages["nam/2021.md"]
    assert "[Năm 2020](../2020/index.md)\n{: .phan-trang }" in pages["quyet-dinh/2018/index.md"]


@pytest.mark.parametrize(
    ("name", "page"),
    [
        ('Viễn "thông" số', "vien-thong-so"),
        ("A]B", "a-b"),
        ("Đất đai & nhà ở", "dat-dai-nha-o"),
        ("a\\b", "a-b"),
    ],
)
def test_a_fields_name_is_text_wherever_it_is_written(name: str, page: str, tmp_path: Path) -> None:
    quoted = name.replace("\\", "\\\\").replace('"', '\\"')
    decision = DECISION.replace("[Viễn thông]", f'["{quoted}"]')
    library = load(write(tmp_path, SITE | {"quyet-dinh/2021/12-qd-ubnd.md": decision}))

    listed = read(f"linh-vuc/{page}.md", generated_pages(library)[f"linh-vuc/{page}.md"])

    assert listed.title == f"Lĩnh vực: {name}"
    assert not listed.reading.calls
    assert not listed.reading.violations
    index = render(generated_pages(library)["linh-vuc/index.md"].split("\n---\n")[1], paper=False)
    assert name in {link.text_content() for link in index.tree.xpath("//li/a")}


def test_one_field_in_two_spellings_is_one_list(tmp_path: Path) -> None:
    outline = SITE["de-cuong/2021/de-an-thu.md"].replace("[Viễn thông]", "[viễn thông]")

    library = load(write(tmp_path, SITE | {"de-cuong/2021/de-an-thu.md": outline}))

    assert [len(plans) for plans in library.groups.fields.values()] == [2]


def test_the_cited_works_have_a_list_where_there_are_any(tmp_path: Path) -> None:
    work = "---\nloai: căn cứ\nten_loai: Luật\nso_ky_hieu: 72/2025/QH15\nnam: 2025\nco_quan: Quốc hội\n---\n"
    pages = generated_pages(load(write(tmp_path, {"can-cu/72-2025-qh15.md": work})))

    assert "[Luật (72/2025/QH15)](72-2025-qh15.md)" in pages["can-cu/index.md"]


def test_the_paths_of_the_lists_are_known_without_writing_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = load(write(tmp_path, SITE | numbered(2 * WHOLE + 1)))
    expected = set(generated_pages(library))
    for name in ("documents", "agencies", "ways", "works"):
        monkeypatch.setattr(listing, name, None)  # whoever writes a list calls these

    assert generated_paths(library) == expected
