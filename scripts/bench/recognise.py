"""Recognise citations with one tool, in a process of its own: the spans in each text, time and memory.

Called as `python -P recognise.py TOOL SENTENCES PAGES`, with lines `{"id", "text"}` in both files; prints one
JSON object. The time is the processor's, so that other work of the machine counts little.
Besides the standard library it needs only the tool.
"""

from __future__ import annotations

import importlib
import importlib.metadata
import json
import re
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable

Spans = list[tuple[int, int]]

PASSES: Final = 5
LONGEST: Final = 20.0
"""Seconds after which no further pass begins."""


def this_project() -> Callable[[str], Spans]:
    """Take this project's recogniser."""
    find = importlib.import_module("macros.citation").find
    return lambda text: [(found.start, found.end) for found in find(text)]


def regular_expression() -> Callable[[str], Spans]:
    """Take what one would write in an hour: a provision, a type, a number with its code, a day, an issuer."""
    day = r"\d{1,2}[/-]\d{1,2}[/-]\d{4}|\d{1,2} tháng \d{1,2} năm \d{4}"
    capital = r"[A-ZĐÀ-Ỹ]\w*"
    pattern = re.compile(
        r"(?:(?:điểm \w+ )?(?:khoản \w+ )?Điều \d+\w* (?:của )?)?"
        r"(?:(?:Hiến pháp|Luật|Bộ luật|Pháp lệnh|Nghị quyết|Nghị định|Quyết định|Chỉ thị|Thông tư liên tịch"
        r"|Thông tư|Công văn|Công điện|Kế hoạch|Chương trình|Tờ trình|Báo cáo|Thông báo|Kết luận"
        r"|Văn bản|Hướng dẫn)"
        rf"(?: này|(?: số:?)? \d+(?:/\d{{4}})?[/-][\w&/-]+(?: ngày (?:{day}))?"
        rf"(?: của {capital}(?: (?:{capital}|và|tỉnh|nhân dân|phủ|chính|vụ|ban))*)?)"
        rf"|(?:Luật|Bộ luật) {capital}(?: \w+){{0,3}}(?: số \d+/\d{{4}}/QH\d+)?)"
    )
    return lambda text: [match.span() for match in pattern.finditer(text)]


def eyecite() -> Callable[[str], Spans]:
    """Take eyecite, made for American courts."""
    get_citations = importlib.import_module("eyecite").get_citations
    return lambda text: [found.span() for found in get_citations(text)]


def citeurl() -> Callable[[str], Spans]:
    """Take citeurl with its own templates."""
    citator: Any = importlib.import_module("citeurl").Citator()
    return lambda text: [tuple(found.span) for found in citator.list_cites(text)]


def refex() -> Callable[[str], Spans]:
    """Take refex, made for German laws and courts."""
    extractor: Any = importlib.import_module("refex.orchestrator").CitationExtractor()
    return lambda text: [(found.span.start, found.span.end) for found in extractor.extract(text).citations]


TOOLS: Final = {
    "this project": (this_project, ""),
    "regular expression": (regular_expression, ""),
    "eyecite": (eyecite, "eyecite"),
    "citeurl": (citeurl, "citeurl"),
    "refex": (refex, "legal-reference-extraction"),
}
"""Each tool with the package whose version is told."""


def main(tool: str, sentences: str, pages: str) -> None:
    """Read every sentence for its spans, then sentences and pages, each as one text, for the time."""
    make, package = TOOLS[tool]
    recognise = make()
    texts = _texts(sentences)
    told = {
        "spans": {ident: recognise(text) for ident, text in texts.items()},
        "on_sentences": speed(recognise, "\n".join(texts.values())),
        "on_pages": speed(recognise, "\n".join(_texts(pages).values())),
        "megabytes": megabytes(),
        "version": importlib.metadata.version(package) if package else "",
    }
    sys.stdout.write(json.dumps(told) + "\n")


def _texts(file: str) -> dict[str, str]:
    rows = map(json.loads, Path(file).read_text(encoding="utf-8").splitlines())
    return {row["id"]: row["text"] for row in rows}


def speed(recognise: Callable[[str], Spans], text: str) -> float:
    """Give the characters a second of the best pass."""
    best, begun = float("inf"), time.process_time()
    for _ in range(PASSES):
        start = time.process_time()
        recognise(text)
        best = min(best, time.process_time() - start)
        if time.process_time() - begun > LONGEST:
            break
    return len(text) / max(best, 1e-9)


def megabytes() -> float | None:
    """Give the most memory that this process held; None where the system does not tell.

    On Linux, what a child used counts from its parent's size on, but for this line of its status.
    """
    status = Path("/proc/self/status")
    if status.is_file():
        return int(re.findall(r"VmHWM:\s+(\d+)", status.read_text(encoding="utf-8"))[0]) / 2**10
    if sys.platform == "win32":
        return None
    resource: Any = importlib.import_module("resource")
    return int(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss) / 2**20


if __name__ == "__main__":
    main(*sys.argv[1:])
