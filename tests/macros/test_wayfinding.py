from pathlib import Path
from typing import Any

import pytest

from macros.library import Library, load
from macros.wayfinding import MOST_WAYS, around, field_page, issuer_page, kind_page, year_page
from tests.pages import AGENCY, DECISION, HOME, SITE, write

TITLES = {
    "index.md": "Trang chủ của trang web",
    "quyet-dinh/index.md": "Quyết định",
    "quyet-dinh/2021/index.md": "Quyết định năm 2021",
    "nam/index.md": "Văn bản theo năm",
    "linh-vuc/index.md": "Văn bản theo lĩnh vực",
    "linh-vuc/dat-dai.md": "Đất đai",
    "co-quan/index.md": "Cơ quan",
    "ban-hanh/so-a.md": "Văn bản của Sở A",
    "huong-dan/index.md": "Hướng dẫn",
    "huong-dan/loi/index.md": "Các phát hiện",
}


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return load(write(tmp_path, SITE))


def shown(path: str, library: Library) -> dict[str, Any]:
    return around(library.documents[path], library, TITLES)


def trail(path: str, tmp_path: Path) -> str:
    page = load(write(tmp_path, {path: "---\ntieu_de: Trang\n---\n"}))
    steps: Any = around(page.documents[path], page, TITLES)["duong_dan"]
    return " › ".join(f"{step['ten']} {step['url']}" for step in steps)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("index.md", ""),
        ("gioi-thieu.md", "Trang chủ ../"),
        ("quyet-dinh/index.md", "Trang chủ ../"),
        ("quyet-dinh/2021/index.md", "Trang chủ ../../ › Quyết định ../"),
        ("quyet-dinh/2021/trang-2.md", "Trang chủ ../../../ › Quyết định ../../ › Năm 2021 ../"),
        ("quyet-dinh/2019/trang-2.md", "Trang chủ ../../../ › Quyết định ../../"),
        ("nam/2021.md", "Trang chủ ../../ › Văn bản theo năm ../"),
        ("linh-vuc/dat-dai.md", "Trang chủ ../../ › Văn bản theo lĩnh vực ../"),
        (
            "linh-vuc/dat-dai/2021.md",
            "Trang chủ ../../../ › Văn bản theo lĩnh vực ../../ › Đất đai ../",
        ),
        ("ban-hanh/so-a.md", "Trang chủ ../../ › Cơ quan ../../co-quan/"),
        ("ban-hanh/so-a/2021.md", "Trang chủ ../../../ › Cơ quan ../../../co-quan/ › Văn bản của Sở A ../"),
        ("huong-dan/loi/bc101.md", "Trang chủ ../../../ › Hướng dẫn ../../ › Các phát hiện ../"),
    ],
)
def test_the_trail_leads_down_from_the_home_page_through_the_pages_that_there_are(
    path: str, expected: str, tmp_path: Path
) -> None:
    assert trail(path, tmp_path) == expected


def test_a_documents_trail_leads_through_its_kind_and_year(library: Library) -> None:
    page = shown("quyet-dinh/2021/12-qd-ubnd.md", library)
    assert [step["ten"] for step in page["duong_dan"]] == ["Trang chủ", "Quyết định", "Năm 2021"]
    assert page["muc_chinh"] == "quyet-dinh/"


@pytest.mark.parametrize(
    ("path", "section"),
    [
        ("index.md", ""),
        ("gioi-thieu.md", "gioi-thieu/"),
        ("huong-dan/loi/bc101.md", "huong-dan/"),
        ("ban-hanh/so-a.md", "co-quan/"),
    ],
)
def test_a_page_knows_its_section_of_the_menu(path: str, section: str, tmp_path: Path) -> None:
    library = load(write(tmp_path, {path: "---\ntieu_de: Trang\n---\n"}))
    assert around(library.documents[path], library, TITLES)["muc_chinh"] == section


def test_titles_in_the_trail_are_escaped_as_templates_do_not_escape(tmp_path: Path) -> None:
    library = load(write(tmp_path, {"huong-dan/a.md": "---\ntieu_de: Trang\n---\n"}))
    steps: Any = around(library.documents["huong-dan/a.md"], library, {"huong-dan/index.md": "R&D"})
    assert steps["duong_dan"][1]["ten"] == "R&amp;D"


def test_the_home_page_counts_what_lies_behind_each_way(library: Library) -> None:
    home = shown("index.md", library)["khung"]
    assert home == {
        "kieu": "trang-chu",
        "loai": [
            {"ten": "Quyết định", "url": "quyet-dinh/", "so": "1"},
            {"ten": "Đề cương", "url": "de-cuong/", "so": "1"},
        ],
        "nam": [{"ten": "Năm 2021", "url": "nam/2021/", "so": "2"}],
        "co_quan": [
            {
                "ten": "Ủy ban nhân dân tỉnh Thanh Hóa",
                "url": "ban-hanh/uy-ban-nhan-dan-tinh-thanh-hoa/",
                "so": "2",
            }
        ],
        "linh_vuc": [{"ten": "Viễn thông", "url": "linh-vuc/vien-thong/", "so": "2"}],
        "so_nam": 1,
        "so_co_quan": 1,
        "so_linh_vuc": 1,
        "so_trang_co_quan": "1",
    }


def test_the_home_page_names_only_the_newest_years_and_the_largest_fields(tmp_path: Path) -> None:
    decisions = {
        f"quyet-dinh/{year}/{field}-qd-ubnd.md": DECISION.replace("12/QĐ", f"{field}/QĐ")
        .replace("02/2021", f"02/{year}")
        .replace("Viễn thông", f"Lĩnh vực {field}")
        for year in range(2000, 2020)
        for field in range(10, 10 + max(1, 2019 - year))
    }
    library = load(write(tmp_path, {"index.md": HOME} | decisions))

    home = shown("index.md", library)["khung"]

    assert [way["ten"] for way in home["nam"]] == [
        f"Năm {year}" for year in range(2019, 2019 - MOST_WAYS, -1)
    ]
    assert [way["ten"] for way in home["linh_vuc"]] == [f"Lĩnh vực {n}" for n in range(10, 10 + MOST_WAYS)]
    assert (home["so_nam"], home["so_linh_vuc"]) == (20, 19)


def test_an_agencys_page_leads_to_what_it_issued_and_to_its_relatives(tmp_path: Path) -> None:
    merged = AGENCY.replace("Ủy ban nhân dân tỉnh Thanh Hóa", "Ban Cũ").replace(
        "viet_tat: [UBND tỉnh]", "thay_bang: UBND tỉnh"
    )
    below = merged.replace("Ban Cũ", "Sở Mới").replace("thay_bang", "cap_tren")
    library = load(write(tmp_path, SITE | {"co-quan/ban-cu.md": merged, "co-quan/so-moi.md": below}))

    page = shown("co-quan/ubnd-tinh.md", library)

    assert page["tiep_nhan"] == [{"ten": "Ban Cũ", "url": "../ban-cu/"}]
    assert page["truc_thuoc"] == [{"ten": "Sở Mới", "url": "../so-moi/"}]
    assert page["da_ban_hanh"]["url"] == "../../ban-hanh/uy-ban-nhan-dan-tinh-thanh-hoa/"
    assert page["da_ban_hanh"]["so"] == "2"


def test_list_pages_lie_where_the_home_page_leads() -> None:
    assert year_page(2021) == "nam/2021.md"
    assert kind_page("đề cương") == "de-cuong/index.md"
    assert kind_page("quyết định", 2021) == "quyet-dinh/2021/index.md"
    assert field_page("Đất đai & nhà ở") == "linh-vuc/dat-dai-nha-o.md"
    assert issuer_page("Sở Tài chính") == "ban-hanh/so-tai-chinh.md"
