"""Find the legal citations of any text: a file, what is piped in, or a stream of JSON lines."""

from __future__ import annotations

import json
import re
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from macros.catalogue import CatalogueError
from macros.citation import find
from macros.library import load
from macros.registry import works_of
from macros.resolution import Citing
from macros.verdict import Judgement, judge
from scripts import known_works, linked
from scripts.arguments import Parser, UsageError
from scripts.environment import ROOT
from scripts.findings import visible

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from macros.problem import Problem
    from macros.registry import Works

SUMMARY: Final = "Tìm các viện dẫn văn bản trong một văn bản bất kỳ"

Data = dict[str, Any]


def main(argv: list[str]) -> int:
    """Print the citations; 0 when all could be read, 2 when something could not."""
    try:
        options = _arguments(argv)
        if options.links:
            return _links(options.file)
        works = _works(options.catalogue)
        if options.jsonl:
            return _streamed(options.file, works)
        _print(options, _text(options.file), works)
    except (UsageError, CatalogueError) as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def _links(file: str) -> int:
    """Tell where the citations of the project's own documents lead: of a page, of a folder, or of all."""
    docs, path = ROOT / "docs", Path(file).resolve()
    if file != "-" and not (path.exists() and path.is_relative_to(docs)):
        raise UsageError(
            f"“{visible(file)}” không phải là trang trong docs/. Hãy nêu một trang hay thư mục ở đó"
        )
    library = load(docs)
    wanted = "." if file == "-" else path.relative_to(docs).as_posix()
    for line in linked.told(library, works_of(library.documents.values()), wanted, Path("docs")):
        print(line)
    return 0


def judged(text: str, works: Works, issued_on: date | None = None) -> list[Judgement]:
    """Find the citations of a text and judge each as one of a document issued on that day, if it is known."""
    return judge(text, find(text), works, Citing.on(issued_on))


def as_data(judgement: Judgement) -> Data:
    """Give a citation in the published form."""
    citation = judgement.citation
    return {
        "start": citation.start,
        "end": citation.end,
        "text": citation.text,
        "type": citation.type,
        "number": citation.number,
        "date": citation.date.isoformat() if citation.date else None,
        "issuer": citation.issuer,
        "title": citation.title,
        "provision": citation.provision,
        "relative": citation.relative,
        "key": judgement.key,
        "problems": [_problem(problem) for problem in judgement.problems],
    }


def _problem(problem: Problem) -> Data:
    return {
        "code": problem.code,
        "severity": problem.severity,
        "message": problem.message,
        "suggestion": problem.suggestion or None,
    }


def _works(file: Path | None) -> Works:
    """Gather the registry's pages and the catalogue; tell the catalogue's own faults."""
    found = known_works.catalogue(file)
    for line in known_works.told(found, file):
        print(line, file=sys.stderr)
    return works_of(load(ROOT / "docs").documents.values(), found.works)


def _streamed(file: str, works: Works) -> int:
    """Answer the lines of a file, or those piped in for `-`."""
    if file == "-":
        return _stream(sys.stdin.buffer, sys.stdout.buffer, works)
    try:
        with Path(file).open("rb") as lines:
            return _stream(lines, sys.stdout.buffer, works)
    except OSError as error:
        raise UsageError(f"Không đọc được tệp “{visible(file)}”. Hãy kiểm tra đường dẫn") from error


def _stream(lines: BinaryIO, out: BinaryIO, works: Works) -> int:
    """Answer line by line; a line that cannot be read is named and left out, and the rest goes on."""
    failed = False
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            ident, text, issued_on = _request(line)
        except ValueError as error:
            failed = True
            print(f"dòng {number}: {error}", file=sys.stderr)
            continue
        found = [as_data(judgement) for judgement in judged(text, works, issued_on)]
        out.write(_json({"id": ident, "citations": found}) + b"\n")
        out.flush()
    return 2 if failed else 0


def _request(line: bytes) -> tuple[Any, str, date | None]:
    """Read `{"id", "text"[, "issued_on"]}`; raise ValueError with words for staff."""
    try:
        data = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ValueError(f"không phải UTF-8 (byte thứ {error.start + 1})") from error
    except (ValueError, RecursionError) as error:
        raise ValueError("không phải JSON") from error
    if not isinstance(data, dict) or not isinstance(data.get("text"), str) or "id" not in data:
        raise ValueError('cần một đối tượng JSON có "id" và "text" (chuỗi)')
    return data["id"], data["text"], _day(data.get("issued_on"))


def _day(value: object) -> date | None:
    if value is None:
        return None
    if not isinstance(value, str) or not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        raise ValueError('"issued_on" phải là ngày dạng 2026-11-22')
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise ValueError(f'"issued_on" là ngày không có thật: {value}') from error


def _json(value: object) -> bytes:
    """Write JSON as UTF-8; a lone half of a surrogate pair, which UTF-8 cannot hold, as an escape."""
    try:
        return json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return json.dumps(value).encode()


def _text(file: str) -> str:
    """Read a file, or what is piped in for `-`, with its line ends as they are."""
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as error:
        raise UsageError(f"Không đọc được tệp “{visible(file)}”. Hãy kiểm tra đường dẫn") from error
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise UsageError(
            f"“{visible(file)}” không phải UTF-8 (byte thứ {error.start + 1}). Hãy lưu lại tệp bằng UTF-8"
        ) from error


def _print(options: argparse.Namespace, text: str, works: Works) -> None:
    found = judged(text, works)
    if options.format == "json":
        print(json.dumps([as_data(judgement) for judgement in found], ensure_ascii=False, indent=1))
        return
    for line in _told(visible(options.file), text, found):
        print(line)


def _told(name: str, text: str, found: list[Judgement]) -> Iterator[str]:
    """Write a line for each citation, `path:line:column: text`, and one for each of its problems."""
    line, start, done = 1, 0, 0
    for judgement in found:
        citation = judgement.citation
        line += text.count("\n", done, citation.start)
        start = max(start, text.rfind("\n", done, citation.start) + 1)
        done = citation.start
        place = f"{name}:{line}:{citation.start - start + 1}"
        yield f"{place}: {visible(' '.join(citation.text.split()))}"
        for problem in judgement.problems:
            named = not problem.suggestion or problem.suggestion in problem.message
            meant = "" if named else f". Có phải “{problem.suggestion}”?"
            yield f"{place}:   {problem.code} {visible(problem.message)}{visible(meant)}"


def _arguments(argv: list[str]) -> argparse.Namespace:
    parser = Parser("cite", "[TỆP|-] [--format text|json] [--jsonl] [--links] [--catalogue TỆP]", SUMMARY)
    add = parser.taken.add_argument
    add("file", nargs="?", default="-", metavar="TỆP", help="tệp UTF-8; - là dữ liệu đưa vào (-)")
    add("--format", default="text", metavar="KIỂU", help="text, json (text)")
    add("--jsonl", action="store_true", help="mỗi dòng vào một JSON id, text; mỗi dòng ra một JSON")
    add(
        "--links",
        action="store_true",
        help="mỗi viện dẫn của các trang trong docs/ dẫn tới đâu, vì sao không",
    )
    add("--catalogue", type=Path, metavar="TỆP", help="danh mục CSV các văn bản, ngoài các trang căn cứ")
    return parser.read(argv, ("text", "json"))
