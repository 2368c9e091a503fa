"""Rules TD4xx: whether each citation is correctly written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scripts.rules.citation_faults import severities, told
from scripts.rules.rule import Fault, Mending, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scripts.rules.page import Page


@rule("TD401", *severities("TD401"))
def impossible_cited_date(page: Page) -> Iterator[Fault]:
    """Ngày của văn bản được viện dẫn không có thật.

    Ngày hoặc tháng vượt quá lịch, năm thừa chữ số, hoặc thiếu ngày, tháng. Hãy xem lại văn bản được viện
    dẫn.

    Sai:

        Nghị định số 30/2020/NĐ-CP ngày 31/02/2020

    Đúng:

        Nghị định số 30/2020/NĐ-CP ngày 05/3/2020

    Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I (căn cứ ban hành văn bản).
    """
    yield from told(page, "TD401")


@rule("TD402", *severities("TD402"))
def work_of_a_later_day(page: Page) -> Iterator[Fault]:
    """Văn bản được viện dẫn có ngày sau văn bản này.

    Không thể viện dẫn văn bản chưa ban hành. Ngày của một trong hai văn bản ghi sai.

    Sai:

        Nghị định ngày 05/3/2026 trong quyết định ngày 07/01/2021

    Đúng:

        Nghị định ngày 05/3/2020 trong quyết định ngày 07/01/2021

    Căn cứ: quy ước của dự án.
    """
    yield from told(page, "TD402")


@rule("TD403", *severities("TD403"))
def code_of_another_type(page: Page) -> Iterator[Fault]:
    """Ký hiệu của một loại văn bản khác.

    Chữ viết tắt trong số, ký hiệu là của loại khác với tên loại đứng trước.

    Sai:

        Nghị quyết số 30/2020/NĐ-CP

    Đúng:

        Nghị định số 30/2020/NĐ-CP

    Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục III (chữ viết tắt tên loại).
    """
    yield from told(page, "TD403")


@rule("TD404", *severities("TD404"))
def code_of_another_issuer(page: Page) -> Iterator[Fault]:
    """Ký hiệu của một cơ quan khác.

    Chữ viết tắt tên cơ quan trong số, ký hiệu khác với tên cơ quan ghi ở sau.

    Sai:

        Nghị định số 30/2020/NĐ-CP của Thủ tướng Chính phủ

    Đúng:

        Nghị định số 30/2020/NĐ-CP của Chính phủ

    Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I (số, ký hiệu).
    """
    yield from told(page, "TD404")


@rule("TD405", *severities("TD405"))
def two_years(page: Page) -> Iterator[Fault]:
    """Năm trong số trái với năm của ngày.

    Số của văn bản quy phạm mang năm ban hành, nên phải trùng với năm của ngày.

    Sai:

        Nghị định số 30/2020/NĐ-CP ngày 05/3/2021

    Đúng:

        Nghị định số 30/2020/NĐ-CP ngày 05/3/2020

    Căn cứ: quy ước của dự án.
    """
    yield from told(page, "TD405")


@rule("TD406", *severities("TD406"))
def one_number_two_days(page: Page) -> Iterator[Fault]:
    """Một số ghi hai ngày trong cùng văn bản.

    Trong một năm, mỗi số của một cơ quan chỉ là một văn bản, nên chỉ có một ngày.

    Sai:

        Quyết định số 749/QĐ-TTg ngày 03/6/2020 … Quyết định số 749/QĐ-TTg ngày 08/6/2020

    Đúng:

        Quyết định số 749/QĐ-TTg ngày 03/6/2020 … Quyết định số 749/QĐ-TTg ngày 03/6/2020

    Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 15 (số và ký hiệu là duy nhất trong một năm).
    """
    yield from told(page, "TD406")


@rule("TD407", *severities("TD407"), mending=Mending.FORM)
def malformed_cited_number(page: Page) -> Iterator[Fault]:
    """Số, ký hiệu của văn bản được viện dẫn sai thể thức.

    Số dưới 10 có số 0 ở trước; không có dấu cách quanh gạch chéo, gạch nối; chữ viết tắt viết hoa.

    Sai:

        Nghị định số 5/2020/NĐ-CP; Thông báo số 99- TB/TW; Quyết định số 12/qđ-ubnd

    Đúng:

        Nghị định số 05/2020/NĐ-CP; Thông báo số 99-TB/TW; Quyết định số 12/QĐ-UBND

    Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I (số, ký hiệu).
    """
    yield from told(page, "TD407")


@rule("TD409", *severities("TD409"))
def miswritten_provision(page: Page) -> Iterator[Fault]:
    """Điều khoản được dẫn viết sai thứ tự hoặc sai chữ hoa.

    Dẫn từ nhỏ đến lớn: điểm, khoản, rồi Điều. “Điều” viết hoa chữ đầu; “khoản”, “điểm” không viết hoa, trừ
    khi đứng đầu câu.

    Sai:

        theo Điều 5 khoản 2 Nghị định số 30/2020/NĐ-CP; theo Khoản 2 điều 5

    Đúng:

        theo khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP

    Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục II (viết hoa) và Nghị định số 78/2025/NĐ-CP, Điều 68 (thứ
    tự).
    """
    yield from told(page, "TD409")


@rule("TD410", *severities("TD410"))
def incomplete_basis(page: Page) -> Iterator[Fault]:
    """Căn cứ thiếu ngày hoặc cơ quan ban hành.

    Lần đầu viện dẫn một văn bản phải ghi đủ tên loại, số, ký hiệu, ngày, cơ quan ban hành và trích yếu;
    luật và pháp lệnh không cần. Chỉ xét văn bản từ ngày 05/3/2020.

    Sai:

        Căn cứ Nghị định số 30/2020/NĐ-CP về công tác văn thư;

    Đúng:

        Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư;

    Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I (căn cứ ban hành văn bản).
    """
    yield from told(page, "TD410")


@rule("TD411", *severities("TD411"))
def law_cited_against_its_class(page: Page) -> Iterator[Fault]:
    """Luật ở căn cứ ghi số trái với loại của văn bản này.

    Văn bản hành chính viện dẫn luật, pháp lệnh không ghi số, ký hiệu. Văn bản quy phạm pháp luật (số mang
    năm) từ ngày 01/4/2025 thì phải ghi.

    Sai:

        Căn cứ Luật Đất đai số 31/2024/QH15; (ở văn bản hành chính)

    Đúng:

        Căn cứ Luật Đất đai; (ở văn bản hành chính)

    Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I; Nghị định số 78/2025/NĐ-CP, Điều 68, được sửa đổi bởi
    Nghị định số 187/2025/NĐ-CP.
    """
    yield from told(page, "TD411")


@rule("TD412", *severities("TD412"))
def unusual_code(page: Page) -> Iterator[Fault]:
    """Ký hiệu có thể của một loại văn bản khác.

    Chữ viết tắt trong số, ký hiệu khác với tên loại. Ở các loại văn bản hành chính hay trong một danh sách
    chung tên loại, cách ghi này vẫn gặp, nên đây là cảnh báo.

    Sai:

        các Tờ trình số 21/TTr-BCT, số 374/BC-BCT

    Đúng:

        Tờ trình số 21/TTr-BCT, Báo cáo số 374/BC-BCT

    Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục III (chữ viết tắt tên loại).
    """
    yield from told(page, "TD412")
