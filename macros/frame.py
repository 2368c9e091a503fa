"""What the page's frame shows around the text, from the record: plain, escaped values for the templates."""

from __future__ import annotations

from functools import partial
from html import escape
from typing import TYPE_CHECKING

from macros import work_frame, writing
from macros.library import address
from macros.record import AgencyRecord, DecisionRecord, OutlineRecord, PageRecord, WorkRecord
from macros.unbroken import Html, marked_up
from macros.vietnamese import date_in_words, format_date, sentence_case

if TYPE_CHECKING:
    from macros.document import Document
    from macros.library import Library
    from macros.record import Signatory

Values = dict[str, object]

BLANK_NUMBER = "\u00a0" * 7
BLANK_DATE = "\u00a0" * 6
_STANDINGS = (
    ("on_behalf", "TM."),
    ("acting", "Q."),
    ("deputising", "KT."),
    ("by_order", "TL."),
    ("by_authority", "TUQ."),
)


def frame(document: Document, library: Library) -> Values:
    """Give the front matter that the engine sees: title, description and `khung`, all escaped."""
    return escaped(plain_frame(document, library))


def plain_frame(document: Document, library: Library) -> Values:
    """Give the same as plain text."""
    record = document.record
    values: Values = {"title": document.title, "description": _description(document)}
    if isinstance(record, DecisionRecord):
        values["khung"] = _decision(record, library)
    elif isinstance(record, OutlineRecord):
        values["khung"] = _outline(document, record, library)
    elif isinstance(record, AgencyRecord):
        values["khung"] = _agency(document, record, library)
    elif isinstance(record, WorkRecord):
        values["khung"] = work_frame.values(document, record, library, partial(_page, document))
    elif isinstance(record, PageRecord) and record.language != "vi":
        values["lang"] = record.language
    return values


def number_line(record: DecisionRecord, issuer_code: str = "") -> str:
    """Write the number line, left blank as on paper where the number is not known.

    The symbol is the source's own, else the one that its form demands: QĐ and the issuer's code
    (NĐ 30/2020 Phụ lục I and III).
    """
    if record.number:
        return f"Số: {record.number}"
    symbol = record.symbol or "-".join(filter(None, ("QĐ", issuer_code)))
    return f"Số:{BLANK_NUMBER}/{symbol}"


def date_line(record: DecisionRecord) -> str:
    """Write place and date, with the blanks of the paper where the day is not known."""
    blank = f"ngày{BLANK_DATE}tháng{BLANK_DATE}năm {record.issue_year}"
    dated = date_in_words(record.issued_on) if record.issued_on else blank
    return f"{record.place}, {dated}" if record.place else sentence_case(dated)


def _decision(record: DecisionRecord, library: Library) -> Values:
    issuer = library.agency(record.issuer)
    return {
        "kieu": "quyet-dinh",
        "chu_quan": (record.superior or "").upper(),
        "co_quan": record.issuer.upper(),
        "so": number_line(record, getattr(issuer and issuer.record, "code", None) or ""),
        "ngay": date_line(record),
        "ten_loai": "QUYẾT ĐỊNH",
        "trich_yeu": record.subject,
        "trich_yeu_html": marked_up(record.subject),
        "tham_quyen": record.authority.upper(),
        "noi_nhan": writing.recipients(record.recipients, record.filing)
        if record.recipients or record.filing
        else "",
        "ky": _signature(record.signatory),
    }


def _outline(document: Document, record: OutlineRecord, library: Library) -> Values:
    approving = library.approving(document)
    attached_to = record.attached_to or _attached_to(approving)
    return {
        "kieu": "de-cuong",
        "ten_loai": "ĐỀ CƯƠNG",
        "trich_yeu": record.subject,
        "trich_yeu_html": marked_up(record.subject),
        "dong_kem_theo": attached_to,
        "dong_kem_theo_html": _linked(attached_to, document, approving),
    }


def _agency(document: Document, record: AgencyRecord, library: Library) -> Values:
    return {
        "kieu": "co-quan",
        "ten": record.name,
        "viet_tat": list(record.abbreviations),
        "ten_khac": list(record.other_names),
        "ma": record.code or "",
        "cap_tren": record.superior or "",
        "cap_tren_trang": _page(document, library.agency(record.superior)) if record.superior else {},
        "trang_thai": record.state,
        "thay_bang": record.successor or "",
        "thay_bang_trang": _page(document, library.agency(record.successor)) if record.successor else {},
        "ghi_chu": record.note or "",
        "nguon": [
            {"noi_dung": source.text, "xem_ngay": format_date(source.seen_on) if source.seen_on else ""}
            for source in record.sources
        ],
    }


def _attached_to(decision: Document | None) -> str:
    """Write the line below an outline's title as NĐ 30/2020 Phụ lục I has it."""
    if decision is None or not isinstance(decision.record, DecisionRecord):
        return ""
    record = decision.record
    number = record.number or f"{BLANK_NUMBER}/{record.symbol or 'QĐ'}"
    day = record.issued_on
    dated = date_in_words(day) if day else f"ngày{BLANK_DATE}tháng{BLANK_DATE}năm {record.issue_year}"
    return f"(Kèm theo Quyết định số {number} {dated} của {record.authority})"


def _linked(attached_to: str, document: Document, decision: Document | None) -> Html:
    """Link the decision in an outline's line to its page."""
    before, found, cited = attached_to.partition("Quyết định")
    if not decision or not found:
        return marked_up(attached_to)
    end = ")" if cited.endswith(")") else ""
    link = f'<a href="{escape(site_address(document.path, decision.path))}">'
    return Html(f"{marked_up(before)}{link}{marked_up(found + cited.removesuffix(end))}</a>{end}")


def _signature(signatory: Signatory | None) -> Values:
    if signatory is None:
        return {}
    standings = [(sign, getattr(signatory, name)) for name, sign in _STANDINGS]
    lines = [f"{sign} {office}".upper() for sign, office in standings if office]
    return {
        "tu_cach": [*lines, *([signatory.position.upper()] if signatory.position else [])],
        "ho_ten": signatory.name,
    }


def _page(document: Document, other: Document | None) -> Values:
    """Give title and address of another page, as the built site has it (folders with an index each)."""
    if other is None:
        return {}
    return {"ten": other.title, "url": site_address(document.path, other.path)}


def site_address(page: str, target: str) -> str:
    """Write the address of a page on the site relative to another page's: `../../co-quan/so-tai-chinh/`."""
    return (
        address(_folder(page) + "/index.md", _folder(target) + "/index.md").removesuffix("index.md") or "./"
    )


def _folder(page: str) -> str:
    return page.removesuffix(".md").removesuffix("/index").removesuffix("index") or "."


def _description(document: Document) -> str:
    record = document.record
    if isinstance(record, PageRecord):
        return record.description or record.title
    if isinstance(record, (DecisionRecord, OutlineRecord)):
        return f"{document.kind.capitalize()} năm {record.issue_year} của {record.issuer}: {record.subject}"
    if isinstance(record, WorkRecord):
        return f"{document.title}. Hiệu lực: {record.force}. Các văn bản trên trang web có viện dẫn."
    return f"{document.title}: văn bản có nêu tên, nhiệm vụ được giao." if record else document.title


def escaped(values: Values) -> Values:
    """Escape every text, as the theme's templates print titles and descriptions without escaping."""

    def safe(value: object) -> object:
        if isinstance(value, str):
            return value if isinstance(value, Html) else escape(value)
        if isinstance(value, dict):
            return {key: safe(inner) for key, inner in value.items()}
        return [safe(inner) for inner in value] if isinstance(value, list) else value

    return {key: safe(value) for key, value in values.items()}
