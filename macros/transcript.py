"""Write a document as plain text, head, body and signature, for readers who keep a copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.frame import plain_frame
from macros.numbering import Level
from macros.record import DecisionRecord, OutlineRecord
from macros.reference import refer_to, settle
from macros.structure import Kind, Passage
from macros.writing import recipients

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.document import Document
    from macros.frame import Values
    from macros.library import Library
    from macros.structure import Provision

NOTICE = "Chỉ văn bản đã ký là bản chính thức. Bản chữ này giúp tra cứu."


def transcript(document: Document, library: Library) -> str:
    """Write a decision or an outline as it reads on paper, with an empty line between its paragraphs."""
    shown = plain_frame(document, library).get("khung")
    if not isinstance(shown, dict) or not isinstance(document.record, (DecisionRecord, OutlineRecord)):
        raise TypeError(f"{document.path} is no decision or outline")
    head = _decision_head(shown) if isinstance(document.record, DecisionRecord) else _outline_head(shown)
    notice = f"{NOTICE} {document.record.source or ''}".strip()
    blocks = [*head, *_body(document, _signature(shown.get("ky"))), "-----", notice]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _decision_head(shown: Values) -> list[str]:
    return [
        _lines(shown["chu_quan"], shown["co_quan"], shown["so"]),
        _lines("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", shown["ngay"]),
        _lines(shown["ten_loai"], shown["trich_yeu"]),
        str(shown["tham_quyen"]),
    ]


def _outline_head(shown: Values) -> list[str]:
    return [_lines(shown["ten_loai"], shown["trich_yeu"]), str(shown["dong_kem_theo"])]


def _signature(signatory: object) -> str:
    if not isinstance(signatory, dict) or not signatory:
        return ""
    return _lines(*signatory["tu_cach"], signatory["ho_ten"])


def _lines(*lines: object) -> str:
    return "\n".join(str(line) for line in lines if line)


def _body(document: Document, signature: str) -> Iterator[str]:
    """Go through the paragraphs; the signature follows the first recipients, else it ends the text."""
    keys = document.structure.keyed()
    unsigned = bool(signature)
    for holder, node in _nodes(document.structure.children, None):
        yield settle(_text(document, node), lambda key, holder=holder: _reference(keys, key, holder))  # type: ignore[misc]
        if unsigned and isinstance(node, Passage) and node.kind is Kind.RECIPIENTS:
            yield signature
            unsigned = False
    if unsigned:
        yield signature


def _nodes(
    nodes: list[Provision | Passage], holder: Provision | None
) -> Iterator[tuple[Provision | None, Provision | Passage]]:
    """Go through provisions and passages in reading order, each with the provision that it stands in."""
    stack = [(holder, node) for node in reversed(nodes)]
    while stack:
        holder, node = stack.pop()
        if isinstance(node, Passage):
            yield holder, node
        else:
            yield node, node
            stack.extend((node, child) for child in reversed(node.children))


def _text(document: Document, node: Provision | Passage) -> str:
    if not isinstance(node, Passage):
        return f"{node.label}{chr(10) if node.level <= Level.SUBSECTION else ' '}{node.title}".strip()
    record = document.record
    if node.kind is Kind.RECIPIENTS and len(node.lines) == 1 and isinstance(record, DecisionRecord):
        return recipients(record.recipients, record.filing)  # {{ noi_nhan() }}
    return node.text


def _reference(keys: dict[str, Provision], key: str, holder: Provision | None) -> str:
    """Write a reference by key in words; a key that nothing has is reported by the check."""
    return refer_to(keys[key], holder) if key in keys else ""
