"""The list of all cited works."""

from macros.work_lists import works
from tests.libraries import library


def work(type_: str, number: str, year: int, force: str = "chưa xác minh") -> str:
    return (
        f"---\nloai: căn cứ\nten_loai: {type_}\nso_ky_hieu: {number}\nnam: {year}\nco_quan: Quốc hội\n"
        f"trich_yeu: Việc A\nhieu_luc: {force}\n---\n"
    )


def test_works_stand_below_their_type_newest_first_with_their_state() -> None:
    pages = {
        "can-cu/1.md": work("Tờ trình", "1/TTr-STC", 2024),
        "can-cu/2.md": work("Luật", "2/2015/QH13", 2015, "hết hiệu lực toàn bộ"),
        "can-cu/3.md": work("Luật", "3/2025/QH15", 2025, "còn hiệu lực"),
    }
    assert works("can-cu/index.md", library(pages)) == (
        "## Luật\n\n"
        "- [Luật Việc A (3/2025/QH15)](3.md) *Còn hiệu lực*{: .dau .con }  \n"
        "  Năm 2025, ngày chưa xác minh · Quốc hội\n  {: .muc }\n"
        "- [Luật Việc A (2/2015/QH13)](2.md) *Hết hiệu lực toàn bộ*{: .dau .het }  \n"
        "  Năm 2015, ngày chưa xác minh · Quốc hội\n  {: .muc }\n\n"
        "## Tờ trình\n\n"
        "- [Tờ trình số 1/TTr-STC: Việc A](1.md) *Chưa xác minh*{: .dau .chua-ro }  \n"
        "  Năm 2024, ngày chưa xác minh · Quốc hội\n  {: .muc }"
    )
