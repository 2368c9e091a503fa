"""The list pages that follow from the records."""

from pathlib import Path

import pytest

from macros.document import read
from macros.library import load
from scripts.listing import WHOLE, generated_pages
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
    numbered = {
        f"quyet-dinh/{year}/{number}-qd-ubnd.md": DECISION.replace("12/QĐ", f"{number}/QĐ").replace(
            "02/2021", f"02/{year}"
        )
        for year in (2020, 2021)
        for number in range(100, 100 + WHOLE // 2 + 1)
    }
    pages = generated_pages(
        load(write(tmp_path, {"co-quan/ubnd-tinh.md": SITE["co-quan/ubnd-tinh.md"], **numbered}))
    )

    issuer = "ban-hanh/uy-ban-nhan-dan-tinh-thanh-hoa"
    assert {f"{issuer}.md", f"{issuer}/2020.md", f"{issuer}/2021.md"} <= set(pages)
    assert f"Năm 2020]({issuer.split('/')[-1]}/2020.md) ({WHOLE // 2 + 1} văn bản)" in pages[f"{issuer}.md"]


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
    assert [call.keywords for call in listed.reading.calls] == [{"linh_vuc": name}]
    assert not listed.reading.violations


def test_one_field_in_two_spellings_is_one_list(tmp_path: Path) -> None:
    outline = SITE["de-cuong/2021/de-an-thu.md"].replace("[Viễn thông]", "[viễn thông]")

    library = load(write(tmp_path, SITE | {"de-cuong/2021/de-an-thu.md": outline}))

    assert [len(plans) for plans in library.groups.fields.values()] == [2]
