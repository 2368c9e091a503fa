from pathlib import Path

from macros.library import load
from scripts.search.abbreviations import abbreviations
from tests.pages import write

LIST = """
    ---
    tieu_de: Từ viết tắt
    ---

    | Viết tắt | Viết đầy đủ |
    | --- | --- |
    | CNTT | công nghệ thông tin |
    | UBND | Ủy ban nhân dân |
    """


def agency(name: str, code: str, *short: str) -> str:
    return f"""
    ---
    loai: cơ quan
    ten: {name}
    viet_tat: [{", ".join(short)}]
    ma: {code}
    ---
    """


def test_staff_and_the_agencies_pages_give_the_abbreviations(tmp_path: Path) -> None:
    pages = {
        "tu-viet-tat.md": LIST,
        "co-quan/a.md": agency("Sở Thông tin và Truyền thông", "STTTT", "Sở TTTT"),
        "co-quan/b.md": agency("Ủy ban nhân dân tỉnh A", "UBND"),
    }
    assert abbreviations(load(write(tmp_path, pages))) == {
        "CNTT": "công nghệ thông tin",
        "STTTT": "Sở Thông tin và Truyền thông",
        "UBND": "Ủy ban nhân dân",
    }


def test_what_two_agencies_share_stands_for_neither(tmp_path: Path) -> None:
    pages = {"co-quan/a.md": agency("Sở Xây dựng", "SXD"), "co-quan/b.md": agency("Sở Xe đạp", "SXD")}
    assert abbreviations(load(write(tmp_path, pages))) == {}
