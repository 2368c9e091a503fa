from pathlib import Path

import pytest

from macros.document import LARGEST_FILE
from macros.library import (
    Unreadable,
    address,
    attachments,
    issuers,
    library_at,
    load,
    resolve,
    state_of,
    walk,
    year_of,
)
from tests.pages import SITE, write

DECISION = """
    ---
    loai: quyết định
    so_ky_hieu: {number}
    ngay_ban_hanh: {day}
    tinh_trang: đã ban hành
    co_quan: {issuer}
    tham_quyen: Chủ tịch
    trich_yeu: Phê duyệt
    linh_vuc: [{field}]
    ---
    """


def decision(
    day: str, number: str = "1/QĐ-UBND", issuer: str = "UBND tỉnh", field: str = "Viễn thông"
) -> str:
    return DECISION.format(day=day, number=number, issuer=issuer, field=field)


def test_every_page_is_read_under_its_path(tmp_path: Path) -> None:
    library = load(write(tmp_path, SITE))
    assert {path: page.kind for path, page in library.documents.items()} == {
        "co-quan/ubnd-tinh.md": "cơ quan",
        "de-cuong/2021/de-an-thu.md": "đề cương",
        "index.md": "",
        "quyet-dinh/2021/12-qd-ubnd.md": "quyết định",
    }
    assert library.unreadable == ()


@pytest.mark.parametrize(
    "name",
    [
        "Ủy ban nhân dân tỉnh Thanh Hóa",
        "Uỷ ban nhân dân tỉnh Thanh Hoá",
        "ỦY BAN NHÂN DÂN TỈNH THANH HÓA",
        "UBND tỉnh",
        "ubnd  tinh",
    ],
)
def test_an_agency_is_found_by_any_of_its_names_however_marked(tmp_path: Path, name: str) -> None:
    library = load(write(tmp_path, SITE))
    assert library.agency(name) is library.documents["co-quan/ubnd-tinh.md"]
    assert library.agency("Sở Tài chính") is None


def test_a_decision_and_what_it_approves_know_each_other(tmp_path: Path) -> None:
    library = load(write(tmp_path, SITE))
    decision = library.documents["quyet-dinh/2021/12-qd-ubnd.md"]
    outline = library.documents["de-cuong/2021/de-an-thu.md"]
    assert library.attached(decision) == [outline]
    assert library.approving(outline) is decision
    assert library.approving(decision) is None
    assert attachments(outline) == []


def test_an_attachment_that_is_not_there_or_leaves_the_folder_is_none(tmp_path: Path) -> None:
    for target in ("khong-co.md", "../../../../etc/passwd.md"):
        pages = SITE | {
            "quyet-dinh/2021/a.md": decision("01/01/2021").replace(
                "linh_vuc", f"kem_theo: {target}\n    linh_vuc"
            )
        }
        library = load(write(tmp_path, pages))
        assert library.attached(library.documents["quyet-dinh/2021/a.md"]) == []


def test_plans_are_listed_newest_first_and_by_any_property(tmp_path: Path) -> None:
    pages = {
        "co-quan/ubnd.md": SITE["co-quan/ubnd-tinh.md"],
        "quyet-dinh/2020/a.md": decision("31/12/2020", "9/QĐ-UBND"),
        "quyet-dinh/2021/b.md": decision("01/02/2021", "2/QĐ-UBND", "Uỷ ban nhân dân tỉnh Thanh Hoá"),
        "quyet-dinh/2021/c.md": decision("01/10/2021", "1/QĐ-UBND", "Sở Nội vụ", "viễn thông"),
        "de-cuong/2021/d.md": SITE["de-cuong/2021/de-an-thu.md"],
    }
    library = load(write(tmp_path, pages))

    def names(*properties: object) -> list[str]:
        return [Path(page.path).stem for page in library.listed(*properties)]

    assert names() == ["c", "b", "d", "a"]
    assert names("đề cương") == ["d"]
    assert names(None, 2021) == ["c", "b", "d"]
    assert names("quyết định", 2021) == ["c", "b"]
    assert names(None, None, "UBND tỉnh") == ["b", "d", "a"]
    assert names(None, None, "Sở nội vụ") == ["c"]
    assert names(None, None, None, "Viễn Thông") == ["c", "b", "d", "a"]
    assert names("thông báo") == names(None, 1999) == names(None, None, "Sở X") == []
    assert list(library.groups.years) == [2021, 2020]
    assert set(library.groups.kinds) == {("quyết định", 2021), ("đề cương", 2021), ("quyết định", 2020)}
    assert set(library.groups.issuers) == {"Sở Nội vụ", "Ủy ban nhân dân tỉnh Thanh Hóa"}
    assert {name: len(plans) for name, plans in library.groups.fields.items()} == {"viễn thông": 4}
    assert issuers(library.plans) == {
        "Sở Nội vụ",
        "UBND tỉnh",
        "Uỷ ban nhân dân tỉnh Thanh Hoá",
        "Ủy ban nhân dân tỉnh Thanh Hóa",
    }
    assert [year_of(plan) for plan in library.plans] == [2021, 2021, 2021, 2020]


def test_only_decisions_and_outlines_have_a_year(tmp_path: Path) -> None:
    library = load(write(tmp_path, SITE))
    with pytest.raises(TypeError, match=r"index\.md is no decision or outline"):
        year_of(library.documents["index.md"])


def test_a_file_that_is_no_usable_page_is_named_with_its_fault_and_hides_no_other(tmp_path: Path) -> None:
    write(tmp_path, SITE)
    (tmp_path / "a.exe").write_bytes(b"MZ")
    (tmp_path / "anh.svg").write_text("<svg/>")
    (tmp_path / "ban-ky.PDF").write_bytes(b"%PDF")
    (tmp_path / "lon.md").write_bytes(b"a" * (LARGEST_FILE + 1))
    (tmp_path / "ma.md").write_bytes("---\ntieu_de: Điều\n".encode() + b"\xff")
    library = load(tmp_path)
    assert library.unreadable == (
        Unreadable("a.exe", "kind"),
        Unreadable("anh.svg", "kind"),
        Unreadable("lon.md", "too-large", "2,000,001 byte"),
        Unreadable("ma.md", "encoding", "byte thứ 22", 3),
    )
    assert library.assets == ("ban-ky.PDF",)
    assert set(library.documents) == set(SITE)


def test_links_are_named_and_not_followed_to_files_or_folders(tmp_path: Path) -> None:
    outside = tmp_path / "ngoài"
    outside.mkdir()
    (outside / "mật.md").write_text("mật")
    root = write(tmp_path / "docs", {"index.md": SITE["index.md"]})
    (root / "tệp.md").symlink_to(outside / "mật.md")
    (root / "thư-mục").symlink_to(outside, target_is_directory=True)
    (root / "vòng").symlink_to(root, target_is_directory=True)
    library = load(root)
    assert [(file.path, file.fault) for file in library.unreadable] == [
        ("thư-mục", "link"),
        ("tệp.md", "link"),
        ("vòng", "link"),
    ]
    assert list(library.documents) == ["index.md"]


def test_hidden_files_and_folders_are_left_out(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": "", ".b.md": "", ".git/c.md": "", "d/.e/f.md": "", "d/g.md": ""})
    assert list(walk(tmp_path)) == ["a.md", "d/g.md"]


def test_the_state_of_a_folder_changes_with_its_files_and_with_nothing_else(tmp_path: Path) -> None:
    write(tmp_path, SITE)
    before = state_of(tmp_path)
    assert state_of(tmp_path) == before
    (tmp_path / "moi.md").write_text("mới")
    assert state_of(tmp_path) != before


def test_a_library_is_loaded_once_for_a_state(tmp_path: Path) -> None:
    write(tmp_path, SITE)
    first = library_at(str(tmp_path), "a")
    assert library_at(str(tmp_path), "a") is first
    assert library_at(str(tmp_path), "b") is not first


@pytest.mark.parametrize(
    ("page", "target", "path"),
    [
        ("quyet-dinh/2021/a.md", "../../de-cuong/2021/b.md", "de-cuong/2021/b.md"),
        ("quyet-dinh/2021/a.md", "b.md", "quyet-dinh/2021/b.md"),
        ("index.md", "a/b.md", "a/b.md"),
        ("a/b.md", "../../c.md", "../c.md"),
    ],
)
def test_an_address_on_a_page_is_resolved_from_its_folder(page: str, target: str, path: str) -> None:
    assert resolve(page, target) == path


@pytest.mark.parametrize(
    ("page", "target"),
    [
        ("index.md", "a/b.md"),
        ("a/b.md", "index.md"),
        ("a/b/c.md", "a/d/e.md"),
        ("a/b.md", "a/c.md"),
        ("a.md", "a.md"),
    ],
)
def test_an_address_that_is_written_is_resolved_to_the_same_page(page: str, target: str) -> None:
    assert resolve(page, address(page, target)) == target
