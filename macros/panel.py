"""What the panel beside a document says of it: each fact that NĐ 42/2022 Điều 4 asks for, known or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.designation import first_citation
from macros.frame import Values, escaped, site_address
from macros.record import DecisionRecord, OutlineRecord
from macros.vietnamese import format_date, sentence_case
from macros.wayfinding import field_page

if TYPE_CHECKING:
    from macros.document import Document
    from macros.library import Library
    from macros.record import Signatory

UNKNOWN = "chưa xác minh"
BLANK = "bản nguồn để trống"
NOT_YET = "chưa ban hành"

COPY = "van-ban.txt"
"""The file with the document's text that a build writes beside its page."""

_STANDINGS = (
    ("on_behalf", "thay mặt"),
    ("acting", "quyền"),
    ("deputising", "ký thay"),
    ("by_order", "thừa lệnh"),
    ("by_authority", "thừa ủy quyền"),
)


def panel(document: Document, library: Library) -> Values:
    """Give a document's facts in the order of the panel, its citation and its copy; nothing on other pages.

    A fact is a name and values, each with the address of its page where it has one; `ro` is false where
    the words only say that the fact is not known.
    """
    record = document.record
    if isinstance(record, DecisionRecord):
        facts = _decision(document, record, library)
    elif isinstance(record, OutlineRecord):
        facts = _outline(document, record, library)
    else:
        return {}
    shared = [
        _fact("Lĩnh vực", *(_field(document, name) for name in record.fields)),
        _fact("Nguồn của bản chữ", record.source),
    ]
    return escaped(
        {
            "bang_tin": [fact for fact in (*facts, *shared) if fact["gia_tri"]],
            "trich_dan": first_citation(document, library),
            "ban_chu": COPY,
            "ten_ban_chu": f"{document.path.rpartition('/')[2].removesuffix('.md')}.txt",
        }
    )


def _decision(document: Document, record: DecisionRecord, library: Library) -> list[Values]:
    return [
        _fact("Tình trạng", sentence_case(record.status)),
        _force("Hiệu lực", record),
        _fact("Hình thức văn bản", "Quyết định"),
        *_number_and_days("", record),
        _issuer(document, record.issuer, library),
        _fact("Thẩm quyền ban hành", record.authority),
        _fact("Người ký", _signatory(record.signatory), unknown=_blank(record)),
        _fact("Trích yếu", record.subject),
        _fact("Kèm theo", *(_page(document, page) for page in library.attached(document))),
        _fact("Nơi nhận", "; ".join([*record.recipients, *_filing(record)])),
    ]


def _outline(document: Document, record: OutlineRecord, library: Library) -> list[Values]:
    approving = library.approving(document)
    decision = approving.record if approving else None
    of_decision: list[Values] = []
    if isinstance(decision, DecisionRecord):
        of_decision = [
            _force("Hiệu lực của Quyết định", decision),
            *_number_and_days(" của Quyết định", decision),
            _fact("Người ký Quyết định", _signatory(decision.signatory), unknown=_blank(decision)),
        ]
    return [
        _fact("Tình trạng", sentence_case(record.status)),
        _fact("Hình thức văn bản", "Đề cương kèm theo Quyết định"),
        _fact(
            "Được phê duyệt bởi",
            _page(document, approving) if approving else None,
            unknown="chưa có quyết định trên trang này",
        ),
        *of_decision,
        _issuer(document, record.issuer, library),
        _fact("Trích yếu", record.subject),
    ]


def _force(name: str, record: DecisionRecord) -> Values:
    return _fact(name, None if record.force == UNKNOWN else sentence_case(record.force), unknown=UNKNOWN)


def _number_and_days(suffix: str, record: DecisionRecord) -> list[Values]:
    blank = _blank(record)
    symbol = f"; ký hiệu {record.symbol}" if record.symbol else ""
    return [
        _fact(f"Số, ký hiệu{suffix}", record.number, unknown=f"{blank}{symbol}"),
        _fact(
            f"Ngày ban hành{suffix}",
            format_date(record.issued_on) if record.issued_on else None,
            unknown=f"{blank}; năm {record.issue_year}",
        ),
        _fact(
            f"Ngày có hiệu lực{suffix}",
            format_date(record.in_force_from) if record.in_force_from else None,
            unknown=UNKNOWN,
        ),
    ]


def _blank(record: DecisionRecord) -> str:
    return BLANK if record.status == "đã ban hành" else NOT_YET


def _issuer(document: Document, name: str, library: Library) -> Values:
    page = library.agency(name)
    return _fact("Cơ quan ban hành", _page(document, page) if page else name)


def _signatory(signatory: Signatory | None) -> str | None:
    """Write `Phó Chủ tịch Mai Xuân Liêm (ký thay Chủ tịch)`."""
    if signatory is None:
        return None
    name = f"{signatory.position} {signatory.name}" if signatory.position else signatory.name
    standings = [
        f"{words} {office}" for key, words in _STANDINGS if (office := getattr(signatory, key)) is not None
    ]
    return f"{name} ({', '.join(standings)})" if standings else name


def _filing(record: DecisionRecord) -> list[str]:
    return [f"Lưu: {', '.join(record.filing)}"] if record.filing else []


def _field(document: Document, name: str) -> Values:
    return {"ten": name, "url": site_address(document.path, field_page(name))}


def _page(document: Document, other: Document) -> Values:
    return {"ten": other.title, "url": site_address(document.path, other.path)}


def _fact(name: str, *values: str | Values | None, unknown: str = "") -> Values:
    known = [{"ten": value} if isinstance(value, str) else value for value in values if value]
    shown = known or ([{"ten": unknown}] if unknown else [])
    return {"nhan": name, "gia_tri": shown, "ro": bool(known)}
