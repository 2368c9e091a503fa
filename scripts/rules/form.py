"""Rules VB2xx: whether căn cứ, dates, nơi nhận and the text's end have the form that the decree gives."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.numbering import Level
from macros.record import DecisionRecord
from macros.structure import Kind, Passage
from macros.vietnamese import fold, format_date, parse_date
from scripts.rules.layout import unmarked_formula
from scripts.rules.rule import ERROR, WARNING, Fault, Mending, rule, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scripts.rules.page import Page

# Wording that was signed is history: errors of form in a draft are warnings on an issued document. What the
# record says in our own form (nơi nhận without dashes) is an error on both.


@rule("VB201", ERROR, WARNING)
def legal_basis_punctuation(page: Page) -> Iterator[Fault]:
    """Căn cứ kết thúc sai dấu.

    Mỗi căn cứ là một dòng, cuối dòng có dấu chấm phẩy; căn cứ cuối cùng kết thúc bằng dấu chấm.

    Sai:

        Căn cứ Luật Tổ chức chính quyền địa phương,

        Theo đề nghị của Giám đốc Sở Tài chính;

        QUYẾT ĐỊNH:

    Đúng:

        Căn cứ Luật Tổ chức chính quyền địa phương;

        Theo đề nghị của Giám đốc Sở Tài chính.

        QUYẾT ĐỊNH:

    Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I (căn cứ ban hành văn bản).
    """
    if not page.is_decision:
        return
    bases = [passage for passage in page.passages if passage.kind is Kind.BASIS and passage.text.strip()]
    for place, basis in enumerate(bases, start=1):
        sign, name = (";", "dấu chấm phẩy") if place < len(bases) else (".", "dấu chấm")
        text = basis.text.rstrip()
        if not text.endswith(sign):
            last = _last_line(basis)
            which = "Căn cứ" if place < len(bases) else "Căn cứ cuối cùng"
            message = f"{which} kết thúc bằng {shown(text[-1])}. Hãy kết thúc bằng {name}"
            yield page.on(
                last, message, text.split("\n")[-1][-30:], f"{text.split()[-1].rstrip(',.;')}{sign}", end=True
            )


@rule("VB202", WARNING, mending=Mending.FORM)
def missing_leading_zero(page: Page) -> Iterator[Fault]:
    """Ngày dưới 10, tháng 1 và 2 thiếu số 0.

    Ngày nhỏ hơn 10 và các tháng 1, 2 phải ghi thêm số 0 ở trước. Chỉ báo ở dự thảo: chữ của văn bản đã
    ban hành được giữ như đã ký.

    Sai:

        Căn cứ Quyết định số 749/QĐ-TTg ngày 3/6/2020 của Thủ tướng Chính phủ;

    Đúng:

        Căn cứ Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ;

    Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I (thời gian ban hành văn bản).
    """
    if not page.is_paper or page.is_issued:
        return
    for match in _DATE.finditer(page.prose):
        day, month, year = match[1] or match[4], match[2] or match[5], match[3] or match[6]
        written = parse_date(f"{day}/{month}/{year}")
        if written and (len(day) == 1 or (len(month) == 1 and written.month <= 2)):
            right = format_date(written) if match[1] else _worded(day, month, year)
            message = f"{shown(match[0])} thiếu số 0. Hãy ghi thêm số 0 trước ngày dưới 10 và tháng 1, 2"
            yield page.at(match.start(), message, match[0], right)


@rule("VB203", ERROR)
def recipient_form(page: Page) -> Iterator[Fault]:
    """Nơi nhận ghi kèm gạch đầu dòng, dấu cuối dòng hoặc chữ “Lưu”.

    Trong `gui_den` và `luu` chỉ ghi tên. Gạch đầu dòng, dấu chấm phẩy, dấu chấm và chữ “Lưu:” do hàm
    `noi_nhan` tự viết.

    Sai:

        gui_den: ["- Như Điều 3;"]
        luu: ["Lưu: VT"]

    Đúng:

        gui_den: [Như Điều 3]
        luu: [VT]

    Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I (nơi nhận).
    """
    for key in ("gui_den", "luu") if page.is_decision else ():
        for written, place in page.texts(key):
            right = re.sub(r"^\s*[-–−+*]\s*", "", written)
            right = re.sub(r"^Lưu\s*:\s*", "", right) if key == "luu" else right
            right = (
                right.rstrip(" ;,./") if right.rstrip().endswith((";", ",", "./.", ".")) else right.rstrip()
            )
            if right != written.strip():
                message = (
                    f"Mục {shown(written)} của {key} thừa gạch, dấu hoặc chữ “Lưu”. Hãy chỉ ghi tên nơi nhận"
                )
                yield Fault(place.line, place.column, message, written, right)


@rule("VB204", WARNING)
def first_recipient(page: Page) -> Iterator[Fault]:
    """Nơi nhận của quyết định không bắt đầu bằng “Như Điều …”.

    Nơi nhận đầu tiên của quyết định là những người có trách nhiệm thi hành, ghi “Như Điều …”.

    Sai:

        gui_den: [Chủ tịch UBND tỉnh, Như Điều 3]

    Đúng:

        gui_den: [Như Điều 3, Chủ tịch UBND tỉnh]

    Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I (nơi nhận) và Mẫu 1.2.
    """
    recipients = page.texts("gui_den") if page.is_decision else []
    if recipients and not fold(recipients[0][0]).lstrip("-+* ").startswith("nhu dieu"):
        written, place = recipients[0]
        message = f"Nơi nhận đầu tiên là {shown(written)}. Ở quyết định, hãy ghi “Như Điều …” trước tiên"
        found = next((name for name, _ in recipients if fold(name).startswith("nhu dieu")), "")
        yield Fault(place.line, place.column, message, written, found or _last_article(page))


@rule("VB205", WARNING)
def missing_end_mark(page: Page) -> Iterator[Fault]:
    """Cuối nội dung quyết định thiếu dấu kết thúc.

    Sau chữ cuối cùng của điều cuối cùng có dấu `./.` để biết văn bản hết ở đó.

    Sai:

        Điều 3. Quyết định này có hiệu lực kể từ ngày ký.

    Đúng:

        Điều 3. Quyết định này có hiệu lực kể từ ngày ký./.

    Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I (nội dung văn bản).
    """
    if not page.is_decision or not any(p.level is Level.ARTICLE for p in page.provisions):
        return
    appendix = next((p.line for p in page.provisions if p.level is Level.APPENDIX), len(page.lines) + 1)
    last = 0
    for line in page.document.paper_lines:
        if line.number >= appendix or page.kinds.get(line.number) is Kind.RECIPIENTS:
            break
        last = line.number if line.text.strip() else last
    text = page.lines[last - 1].rstrip() if last else "./."
    if not text.endswith("./."):
        message = f"Quyết định kết thúc bằng {shown(text[-30:])} mà không có dấu ./. Hãy thêm ./. ở cuối"
        yield page.on(last, message, text[-30:], "./.", end=True)


@rule("VB206", ERROR, WARNING)
def formula_without_colon(page: Page) -> Iterator[Fault]:
    """Dòng “QUYẾT ĐỊNH:” viết sai dạng.

    Dòng này viết bằng chữ in hoa, đứng riêng một dòng, cuối dòng có dấu hai chấm.

    Sai:

        QUYẾT ĐỊNH

    Đúng:

        QUYẾT ĐỊNH:

    Căn cứ: Nghị định số 30/2020/NĐ-CP, Mẫu 1.2 và Mẫu 1.3 (quyết định).
    """
    line = unmarked_formula(page) if page.is_decision and Kind.ENACTING not in page.kinds.values() else None
    if line:
        text = page.lines[line - 1].strip()
        yield page.on(line, f"Dòng {shown(text)} viết sai dạng. Hãy viết “QUYẾT ĐỊNH:”", text, "QUYẾT ĐỊNH:")


@rule("VB207", ERROR, WARNING)
def malformed_motto(page: Page) -> Iterator[Fault]:
    """Tiêu ngữ viết sai dạng.

    Tiêu ngữ là “Độc lập - Tự do - Hạnh phúc”: chữ đầu mỗi cụm viết hoa, giữa các cụm có gạch nối với dấu
    cách ở hai bên.

    Sai:

        Độc lập-Tự do-Hạnh phúc

    Đúng:

        Độc lập - Tự do - Hạnh phúc

    Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I (quốc hiệu và tiêu ngữ).
    """
    if not any(sign in page.prose for sign in ("ạnh phúc", "ạnh Phúc", "ẠNH PHÚC")):
        return
    for match in _MOTTO.finditer(page.prose):
        if match[0] != MOTTO:
            yield page.at(
                match.start(), f"Tiêu ngữ {shown(match[0])} viết sai dạng. Hãy viết đúng", match[0], MOTTO
            )


@rule("VB208", ERROR, WARNING)
def title_before_name(page: Page) -> Iterator[Fault]:
    """Học hàm, học vị trước họ tên người ký.

    Trước họ tên người ký không ghi học hàm, học vị, danh hiệu.

    Sai:

        nguoi_ky: {chuc_vu: Chủ tịch, ho_ten: TS. Nguyễn Văn A}

    Đúng:

        nguoi_ky: {chuc_vu: Chủ tịch, ho_ten: Nguyễn Văn A}

    Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I (chức vụ, họ tên và chữ ký của người có thẩm quyền).
    """
    record = page.document.record
    if (
        isinstance(record, DecisionRecord)
        and record.signatory
        and (match := _TITLE.match(record.signatory.name))
    ):
        name = record.signatory.name
        message = f"Họ tên {shown(name)} có {shown(match[0].strip())} ở trước. Hãy chỉ ghi họ và tên"
        yield page.under(("nguoi_ky", "ho_ten"), message, name, name[match.end() :])


MOTTO = "Độc lập - Tự do - Hạnh phúc"
_MOTTO = re.compile(r"Độc lập[ \t]*[-–—][ \t]*Tự do[ \t]*[-–—][ \t]*Hạnh phúc", re.IGNORECASE)
_TITLE = re.compile(r"(?:(?:GS|PGS|TSKH|TS|ThS|Ths|CN|KS|BS|LS|NGND|NGƯT)[. ]+)+(?=\S)")
_DATE = re.compile(
    r"(?<![\d/.-])(\d{1,2})/(\d{1,2})/(\d{4})(?![\d/])"  # 3/6/2020
    r"|\bngày[ ]+(\d{1,2})[ ]+tháng[ ]+(\d{1,2})[ ]+năm[ ]+(\d{4})"  # ngày 3 tháng 6 năm 2020
)


def _worded(day: str, month: str, year: str) -> str:
    return f"ngày {int(day):02} tháng {month if int(month) > 2 else f'{int(month):02}'} năm {year}"


def _last_line(passage: Passage) -> int:
    return next(line.number for line in reversed(passage.lines) if line.text.strip())


def _last_article(page: Page) -> str:
    """Write the recipient that a decision names first: those whom its last article names."""
    articles = [provision.number for provision in page.provisions if provision.level is Level.ARTICLE]
    return f"Như Điều {articles[-1]}" if articles else ""
