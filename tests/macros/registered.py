"""A small registry for the tests of resolution and judgement."""

from datetime import date

from macros.citation import find
from macros.registry import Works
from macros.resolution import Citing
from macros.verdict import Judgement, judge
from macros.work import Work


def work(  # a fact a parameter, as a page has it
    type_: str, number: str, day: str, issuer: str, title: str = "Về việc khác hẳn", **facts: object
) -> Work:
    issued_on = date.fromisoformat(day) if len(day) > 4 else None
    key = f"{number}@{day}"
    return Work(key, type_, number, issued_on, int(day[:4]), issuer, title, **facts)  # type: ignore[arg-type]


DIGITAL = "Về việc ban hành Kế hoạch chuyển đổi số trên địa bàn tỉnh Thanh Hóa đến năm 2025"
WORKS = Works(
    (
        work("Nghị định", "30/2020/NĐ-CP", "2020-03-05", "Chính phủ", "Về công tác văn thư lưu trữ"),
        work("Nghị quyết", "50/NQ-CP", "2020-04-17", "Chính phủ"),
        work("Nghị quyết", "50/NQ-CP", "2021-05-20", "Chính phủ"),
        work("Quyết định", "749/QĐ-TTg", "2020-06-03", "Thủ tướng Chính phủ", "Phê duyệt Chương trình A B C"),
        work("Quyết định", "4216/QĐ-UBND", "2020-10-06", "Ủy ban nhân dân tỉnh Thanh Hóa", DIGITAL),
        work("Luật", "55/2010/QH12", "2010-06-17", "Quốc hội", "An toàn thực phẩm"),
        work("Nghị quyết", "55/2010/QH12", "2010-11-24", "Quốc hội", "Về miễn thuế"),
        work("Nghị định", "33/2021/NĐ-CP", "2020-09-29", "Chính phủ", is_doubtful=True),
        work("Nghị quyết", "52-NQ/TW", "2019-09-27", "Bộ Chính trị"),
        work("Quyết định", "50/2003/QĐ-BVHTT", "2003-08-22", "Bộ Văn hoá - Thông tin"),
        work(
            "Luật",
            "77/2015/QH13",
            "2015-06-19",
            "Quốc hội",
            "Tổ chức chính quyền địa phương",
            in_force_from=date(2016, 1, 1),
            lapsed_on=date(2025, 3, 1),
            force="hết hiệu lực toàn bộ",
            successors=("72/2025/QH15@2025-06-16",),
        ),
        work(
            "Luật",
            "72/2025/QH15",
            "2025-06-16",
            "Quốc hội",
            "Tổ chức chính quyền địa phương",
            in_force_from=date(2025, 6, 16),
        ),
        work(
            "Luật",
            "32/2013/QH13",
            "2013-06-19",
            "Quốc hội",
            "Sửa đổi, bổ sung một số điều của Luật Thuế thu nhập doanh nghiệp",
        ),
        work(
            "Thông tư",
            "01/2019/TT-BNV",
            "2019-01-24",
            "Bộ Nội vụ",
            force="hết hiệu lực toàn bộ",
            seen_on=date(2026, 5, 1),
        ),
    )
)


def judged(text: str, day: str = "2026-01-07", issuer: str = "") -> list[Judgement]:
    """Judge the citations of a text issued on a day."""
    citing = Citing.on(date.fromisoformat(day) if day else None, issuer)
    return judge(text, find(text), WORKS, citing)


def codes(text: str, day: str = "2026-01-07", issuer: str = "") -> list[str]:
    """Name what is wrong with the citations of a text."""
    return [problem.code for judgement in judged(text, day, issuer) for problem in judgement.problems]
