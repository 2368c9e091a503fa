"""Find the legal citations of any text: a file, what is piped in, or a stream of JSON lines."""

from __future__ import annotations

import argparse
import json
import re
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Final, NoReturn

from macros.citation import Citation, Fault, find
from scripts.findings import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

SUMMARY: Final = "Tìm các viện dẫn văn bản trong một văn bản bất kỳ"

Data = dict[str, Any]

MESSAGES: Final = {
    "look-alike-letter": "Số ký hiệu có chữ cái trông giống nhưng không phải chữ Việt",
    "space-in-number": "Số ký hiệu có khoảng trắng thừa",
    "impossible-date": "Ngày không có thật",
    "incomplete-date": "Ngày ban hành ghi thiếu",
    "type-against-code": "Tên loại không hợp với ký hiệu của văn bản",
}
"""What the faults of a citation's own writing mean, for staff."""

_SEE_HELP: Final = "Xem: python3 -m scripts cite --help"


class UsageError(Exception):
    """The command was called with something that it cannot do; the message is for staff."""


def main(argv: list[str]) -> int:
    """Print the citations; 0 when all could be read, 2 when something could not."""
    try:
        options = _arguments(argv)
        if options.jsonl:
            return _stream(sys.stdin.buffer, sys.stdout.buffer)
        _print(options, _text(options.file))
    except UsageError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def judge(citation: Citation, issued_on: date | None) -> tuple[str | None, list[Data]]:  # noqa: ARG001
    """Give the key of the work that a citation points to, and what is wrong with it on that day.

    The one seam where resolution comes in: without it there is no key, and only the writing is judged.
    """
    return None, [_problem(fault) for fault in citation.faults]


def as_data(citation: Citation, issued_on: date | None = None) -> Data:
    """Give a citation in the published form."""
    key, problems = judge(citation, issued_on)
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
        "key": key,
        "problems": problems,
    }


def _problem(fault: Fault) -> Data:
    message = f"{MESSAGES[fault.code]}: “{' '.join(fault.seen.split())}”"
    return {"code": fault.code, "severity": "warning", "message": message, "suggestion": fault.meant}


def _stream(lines: BinaryIO, out: BinaryIO) -> int:
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
        out.write(_json({"id": ident, "citations": [as_data(c, issued_on) for c in find(text)]}) + b"\n")
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


def _print(options: argparse.Namespace, text: str) -> None:
    found = find(text)
    if options.format == "json":
        print(json.dumps([as_data(citation) for citation in found], ensure_ascii=False, indent=1))
        return
    for line in _told(visible(options.file), text, found):
        print(line)


def _told(name: str, text: str, found: list[Citation]) -> Iterator[str]:
    """Write a line for each citation, `path:line:column: text`, and one for each of its problems."""
    line, start, done = 1, 0, 0
    for citation in found:
        line += text.count("\n", done, citation.start)
        start = max(start, text.rfind("\n", done, citation.start) + 1)
        done = citation.start
        place = f"{name}:{line}:{citation.start - start + 1}"
        yield f"{place}: {visible(' '.join(citation.text.split()))}"
        for problem in judge(citation, None)[1]:
            meant = f". Có phải “{problem['suggestion']}”?" if problem["suggestion"] else ""
            yield f"{place}:   {visible(problem['message'])}{visible(meant)}"


def _arguments(argv: list[str]) -> argparse.Namespace:
    usage = "python3 -m scripts cite [TỆP|-] [--format text|json] [--jsonl]"
    parser = _Parser(usage=usage, description=SUMMARY, add_help=False, allow_abbrev=False)
    taken = parser.add_argument_group("tham số")
    taken.add_argument(
        "file", nargs="?", default="-", metavar="TỆP", help="tệp UTF-8; - là dữ liệu đưa vào (-)"
    )
    taken.add_argument("--format", default="text", metavar="KIỂU", help="text, json (text)")
    taken.add_argument(
        "--jsonl", action="store_true", help="mỗi dòng vào một JSON id, text; mỗi dòng ra một JSON"
    )
    taken.add_argument("--help", "-h", action="help", help="hiện các tham số rồi thôi")
    options, unknown = parser.parse_known_args(argv)
    if unknown:
        raise UsageError(f"Không có tham số {' '.join(unknown)}. {_SEE_HELP}")
    if options.format not in ("text", "json"):
        raise UsageError(f"Không có kiểu “{options.format}”. Các kiểu: text, json")
    return options


class _Parser(argparse.ArgumentParser):
    """An argument parser that speaks Vietnamese and raises where it would leave the program."""

    def format_help(self) -> str:
        """Write the help; argparse's own word for its first line is English."""
        return super().format_help().replace("usage:", "Cách dùng:", 1)

    def error(self, message: str) -> NoReturn:
        """Raise UsageError; what can be wrong here is an option without its value."""
        option = re.search(r"--\w+", message)
        raise UsageError(f"Tham số {option[0] if option else message} cần một giá trị. {_SEE_HELP}")
