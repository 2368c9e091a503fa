"""The addresses come from the records of cited works, each once with all its pages."""

from pathlib import Path

from macros.library import load
from scripts.official.addresses import Official, official_addresses
from tests.pages import write

WORK = "---\nloai: căn cứ\nten_loai: Luật\nso_ky_hieu: {}\nnam: 2025\nco_quan: Quốc hội\n{}\n---\n{}"


def test_an_address_is_built_from_the_record_and_never_read_out_of_prose(tmp_path: Path) -> None:
    pages = {
        "can-cu/b.md": WORK.format("2/2025/QH15", "ma_vbpl: 70819", "Xem https://example.vn/trong-bai"),
        "can-cu/a.md": WORK.format("1/2025/QH15", "dia_chi: https://example.vn/luat", ""),
        "can-cu/c.md": WORK.format("3/2025/QH15", "dia_chi: https://example.vn/luat", ""),
        "can-cu/d.md": WORK.format("4/2025/QH15", "", "[x](https://example.vn/khac)"),
    }

    assert official_addresses(load(write(tmp_path, pages))) == [
        Official("https://example.vn/luat", ("can-cu/a.md", "can-cu/c.md")),
        Official("https://vbpl.vn/TW/Pages/vbpq-toanvan.aspx?ItemID=70819", ("can-cu/b.md",)),
    ]
