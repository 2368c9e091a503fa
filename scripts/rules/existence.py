"""Rules TD101 to TD202: whether each cited work exists, and was in force when it was cited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scripts.rules.citation_faults import severities, told
from scripts.rules.rule import Fault, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scripts.rules.page import Page


@rule("TD101", *severities("TD101"))
def mistaken_number(page: Page) -> Iterator[Fault]:
    """Số của văn bản được viện dẫn gần đúng.

    Danh mục không có văn bản mang số này, nhưng có văn bản cùng ngày, cùng loại, cùng cơ quan, cùng nội
    dung, số chỉ khác vài chữ số. Hãy xem lại văn bản được viện dẫn. Văn bản đã ký in sai thì giữ nguyên chữ
    và chấp nhận phát hiện, có ghi lý do.

    Sai:

        Quyết định số 4126/QĐ-UBND ngày 06/10/2020 … về việc ban hành Kế hoạch A

    Đúng:

        Quyết định số 4216/QĐ-UBND ngày 06/10/2020 … về việc ban hành Kế hoạch A

    Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I (căn cứ ban hành văn bản).
    """
    yield from told(page, "TD101")


@rule("TD102", *severities("TD102"))
def mistaken_date(page: Page) -> Iterator[Fault]:
    """Ngày của văn bản được viện dẫn không đúng.

    Danh mục có văn bản mang số này của ngày khác. Hãy xem lại cả số và ngày: một trong hai ghi sai.

    Sai:

        Nghị định số 30/2020/NĐ-CP ngày 05/5/2020 của Chính phủ

    Đúng:

        Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ

    Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I (căn cứ ban hành văn bản).
    """
    yield from told(page, "TD102")


@rule("TD103", *severities("TD103"))
def mistaken_type(page: Page) -> Iterator[Fault]:
    """Tên loại của văn bản được viện dẫn không đúng.

    Danh mục có văn bản mang số và ngày này, nhưng thuộc loại khác.

    Sai:

        Nghị quyết số 72/2025/QH15 ngày 16/6/2025

    Đúng:

        Luật số 72/2025/QH15 ngày 16/6/2025

    Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I (căn cứ ban hành văn bản).
    """
    yield from told(page, "TD103")


@rule("TD104", *severities("TD104"))
def mistaken_issuer(page: Page) -> Iterator[Fault]:
    """Cơ quan ban hành văn bản được viện dẫn khác danh mục.

    Danh mục có văn bản mang số và ngày này của cơ quan khác. Tên cơ quan có thể viết theo nhiều cách, nên
    đây là cảnh báo.

    Sai:

        Nghị quyết số 52-NQ/TW ngày 27/9/2019 của Ban Bí thư

    Đúng:

        Nghị quyết số 52-NQ/TW ngày 27/9/2019 của Bộ Chính trị

    Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I (căn cứ ban hành văn bản).
    """
    yield from told(page, "TD104")


@rule("TD105", *severities("TD105"))
def title_of_another_law(page: Page) -> Iterator[Fault]:
    """Tên luật và số không phải của cùng một luật.

    Danh mục có luật mang tên này và luật mang số này, nhưng là hai luật khác nhau.

    Sai:

        Luật Công nghệ thông tin số 72/2025/QH15

    Đúng:

        Luật Công nghệ thông tin số 67/2006/QH11

    Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I (căn cứ ban hành văn bản).
    """
    yield from told(page, "TD105")


@rule("TD106", *severities("TD106"))
def ambiguous_work(page: Page) -> Iterator[Fault]:
    """Viện dẫn có thể là nhiều văn bản.

    Một số có thể lặp lại ở các năm, một tên luật có thể qua nhiều lần ban hành. Danh mục có nhiều văn bản
    phù hợp; trang không tự chọn. Hãy ghi thêm ngày, hoặc bổ sung ngày hiệu lực ở trang căn cứ.

    Sai:

        Nghị quyết số 50/NQ-CP (danh mục có của năm 2020 và 2021)

    Đúng:

        Nghị quyết số 50/NQ-CP ngày 17/4/2020

    Căn cứ: quy ước của dự án.
    """
    yield from told(page, "TD106")


@rule("TD108", *severities("TD108"))
def missing_provision(page: Page) -> Iterator[Fault]:
    """Điều khoản được dẫn không có trong văn bản này.

    Chỗ dẫn nói tới một điều, khoản, điểm của chính văn bản này mà văn bản không có. Thêm hoặc bỏ một điều
    thì phải sửa mọi chỗ dẫn tới nó.

    Sai:

        theo quy định tại Điều 9 Quyết định này (Quyết định chỉ có 3 điều)

    Đúng:

        theo quy định tại Điều 2 Quyết định này

    Căn cứ: quy ước của dự án.
    """
    yield from told(page, "TD108")


@rule("TD109", *severities("TD109"))
def perhaps_mistaken(page: Page) -> Iterator[Fault]:
    """Số hoặc ngày của văn bản được viện dẫn có thể sai.

    Danh mục không có văn bản này, nhưng có một văn bản rất gần; hoặc số và ngày trái thứ tự của các văn bản
    cùng cơ quan trong năm (số nhỏ hơn mà ngày muộn hơn). Chưa đủ chứng cứ để nói là sai. Hãy xem lại.

    Sai:

        Quyết định số 749/QĐ-TTg ngày 03/6/2021 (danh mục có của ngày 03/6/2020)

    Đúng:

        Quyết định số 749/QĐ-TTg ngày 03/6/2020

    Căn cứ: quy ước của dự án.
    """
    yield from told(page, "TD109")


@rule("TD110", *severities("TD110"))
def miswritten_symbol(page: Page) -> Iterator[Fault]:
    """Ký hiệu của văn bản được viện dẫn viết sai.

    Số đúng nhưng chữ hoặc dấu của ký hiệu khác với danh mục: thiếu dấu, đổi chỗ gạch chéo và gạch nối. Ký
    hiệu sai thì tìm không ra.

    Sai:

        Nghị định số 30/2020/ND-CP; Nghị quyết số 52/NQ-TW

    Đúng:

        Nghị định số 30/2020/NĐ-CP; Nghị quyết số 52-NQ/TW

    Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I (số, ký hiệu).
    """
    yield from told(page, "TD110")


@rule("TD201", *severities("TD201"))
def lapsed_work(page: Page) -> Iterator[Fault]:
    """Văn bản được viện dẫn đã hết hiệu lực trước ngày ban hành.

    Khi văn bản này ban hành, văn bản được viện dẫn đã hết hiệu lực. Không xét chỗ chỉ nhắc tên: văn bản bị
    thay thế, bãi bỏ, nằm trong trích yếu của văn bản khác. Hết hiệu lực sau ngày ban hành thì không phải
    lỗi.

    Sai:

        Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/02/2025 (ban hành năm 2026)

    Đúng:

        Căn cứ Luật Tổ chức chính quyền địa phương ngày 16/6/2025

    Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I (căn cứ ban hành văn bản).
    """
    yield from told(page, "TD201")


@rule("TD202", *severities("TD202"))
def work_not_in_force_yet(page: Page) -> Iterator[Fault]:
    """Văn bản được viện dẫn chưa có hiệu lực vào ngày ban hành.

    Khi văn bản này ban hành, văn bản được viện dẫn chưa có hiệu lực. Có khi viện dẫn như vậy là đúng, nên
    đây là cảnh báo.

    Sai:

        Căn cứ Luật Công nghiệp công nghệ số (có hiệu lực từ 01/01/2026) ở văn bản tháng 9/2025

    Đúng:

        Căn cứ Luật Công nghiệp công nghệ số ở văn bản tháng 02/2026

    Căn cứ: quy ước của dự án.
    """
    yield from told(page, "TD202")
