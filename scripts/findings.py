"""Hold what the check found, and write it for people, programs and code hosts."""

from __future__ import annotations

import json
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import quote

from rich.text import Text

from scripts.rules import RULES, Rule, Severity
from scripts.rules.help import help_page, read_help

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from scripts.rules import Fault
    from scripts.rules.acceptance import Placed


@dataclass(frozen=True, order=True)
class Finding:
    """A rule's finding on a page, as people and programs read it; places count from 1, in code points."""

    path: str
    line: int
    column: int
    code: str
    severity: Severity
    message: str
    suggestion: str = ""
    value: str = ""
    reason: str = ""
    """Why the page's editors accept it; empty unless they do."""

    @property
    def advice(self) -> str:
        """The message with the nearest right value, unless it names that already."""
        named = not self.suggestion or self.suggestion in self.message
        return self.message if named else f"{self.message} Có phải “{self.suggestion}”?"


def finding(rule: Rule, fault: Fault, path: str, *, issued: bool) -> Finding:
    """Make a finding of what a rule found; nothing that a terminal would act on is left in it."""
    return Finding(
        path,
        fault.line,
        fault.column,
        rule.code,
        rule.severity_on(issued=issued),
        visible(fault.message).rstrip(".") + ".",
        visible(fault.suggestion),
        fault.value,
    )


def accept(findings: Iterable[Finding], acceptances: list[Placed]) -> Iterator[Finding]:
    """Mark the findings that the page accepts."""
    by_code: defaultdict[str, list[Placed]] = defaultdict(list)
    for placed_one in acceptances:
        by_code[placed_one.acceptance.code].append(placed_one)
    for found in findings:
        placed = next((placed for placed in by_code[found.code] if placed.covers(found)), None)
        reason = visible(placed.acceptance.reason) if placed else ""
        yield replace(found, severity=Severity.ACCEPTED, reason=reason) if placed else found


def visible(text: str) -> str:
    """Show characters that cannot be seen, or that steer a terminal, by their number."""
    return "".join(c if c.isprintable() or c == " " else f"⟨U+{ord(c):04X}⟩" for c in text)


def as_json(findings: Iterable[Finding]) -> str:
    """Write one row a finding."""
    keys = ("path", "line", "column", "code", "severity", "message", "suggestion")
    rows = [json.dumps({key: getattr(f, key) for key in keys}, ensure_ascii=False) for f in findings]
    return "[\n" + ",\n".join(rows) + "\n]" if rows else "[]"


def as_github(findings: Iterable[Finding]) -> str:
    """Write workflow commands, which GitHub shows at the lines of a change."""
    commands = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ACCEPTED: "notice"}
    lines = []
    for f in findings:
        title = f"{f.code}: {read_help(RULES[f.code]).title}"
        place = {"file": f.path, "line": f.line, "col": f.column, "title": title}
        properties = ",".join(
            f"{name}={_escaped(str(value), property_=True)}" for name, value in place.items()
        )
        lines.append(f"::{commands[f.severity]} {properties}::{_escaped(_with_reason(f))}")
    return "\n".join(lines)


def as_sarif(findings: Iterable[Finding], site: str = "") -> str:
    """Write SARIF 2.1.0; `site` is the public address below which the help of the rules stands."""
    results = [_sarif_result(f) for f in findings]
    driver = {
        "name": "check",
        "informationUri": site or None,
        "rules": [_sarif_rule(rule, site) for _, rule in sorted(RULES.items())],
    }
    run = {
        "tool": {"driver": {key: value for key, value in driver.items() if value}},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
    return json.dumps({"$schema": schema, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1)


def as_text(
    findings: Iterable[Finding],
    pages: int,
    lines: Callable[[str], list[str]],
    seen: Callable[[str], str] = str,
) -> Iterator[Text]:
    """Write each finding with its line and carets, then the sum.

    `lines` gives a page's lines, `seen` its path as readers see it.
    """
    counted: Counter[Severity] = Counter()
    for f in findings:
        counted[f.severity] += 1
        style, faint = _STYLES[f.severity], _FAINT[f.severity]
        head = (f"{seen(f.path)}:{f.line}: ", "bold"), (f.code, style)
        yield Text.assemble(*head, f" {_NAMES[f.severity]}", (_with_reason(f), faint))
        source = lines(f.path)
        if f.line <= len(source) and source[f.line - 1].strip():
            shown, caret = _pointed(source[f.line - 1], f.column, f.value)
            yield Text(f"    {shown}", faint)
            yield Text(f"    {caret}", style)
    errors, warnings, accepted = (counted[s] for s in (Severity.ERROR, Severity.WARNING, Severity.ACCEPTED))
    style = _STYLES[Severity.ERROR] if errors else "bold green"
    yield Text(f"{errors} lỗi, {warnings} cảnh báo, {accepted} đã chấp nhận trong {pages} trang", style)


_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.ACCEPTED: "dim"}
_FAINT = {Severity.ERROR: "", Severity.WARNING: "", Severity.ACCEPTED: "dim"}
_NAMES = {Severity.ERROR: "", Severity.WARNING: "(cảnh báo) ", Severity.ACCEPTED: "(đã chấp nhận) "}
_WIDTH = 100


def _with_reason(f: Finding) -> str:
    return f"{f.advice} Lý do: {f.reason}" if f.reason else f.advice


def _pointed(line: str, column: int, value: str) -> tuple[str, str]:
    """Cut a line around its fault and write the carets that go below it."""
    start = max(0, column - 1 - _WIDTH // 2)
    cut = "".join(c if c.isprintable() else " " for c in line[start : start + _WIDTH])
    at = column - 1 - start
    length = len(value) if value and line.startswith(value, column - 1) else 1
    return cut.rstrip(), " " * _cells(cut[:at]) + "^" * max(1, _cells(cut[at : at + length]))


def _cells(text: str) -> int:
    """Tell how many places a text takes in a terminal."""
    marks = sum(unicodedata.combining(c) > 0 for c in text)
    return len(text) - marks + sum(unicodedata.east_asian_width(c) in {"W", "F"} for c in text)


def _escaped(text: str, *, property_: bool = False) -> str:
    """Escape a workflow command's message, or the value of one of its properties."""
    signs = "%\r\n:," if property_ else "%\r\n"
    return "".join(f"%{ord(c):02X}" if c in signs else c for c in text)


def _sarif_rule(rule: Rule, site: str) -> dict[str, object]:
    help_ = read_help(rule)
    page = help_page(rule.code).removesuffix(".md") + "/"
    said = " ".join(help_.text.split())
    text = f"{said}\n\nSai:\n{help_.wrong}\n\nĐúng:\n{help_.right}\n\nCăn cứ: {help_.basis}"
    described: dict[str, object] = {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("_")),
        "shortDescription": {"text": help_.title},
        "fullDescription": {"text": said},
        "help": {"text": text},
        "defaultConfiguration": {"level": rule.severity.value},
        "properties": {"page": page},
    }
    return described | ({"helpUri": site.rstrip("/") + "/" + page} if site else {})


def _sarif_result(f: Finding) -> dict[str, object]:
    levels = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ACCEPTED: "note"}
    region = {"startLine": f.line, "startColumn": f.column}
    result: dict[str, object] = {
        "ruleId": f.code,
        "ruleIndex": sorted(RULES).index(f.code),
        "level": levels[f.severity],
        "message": {"text": f.advice},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": quote(f.path)}, "region": region}}],
    }
    return result | ({"suppressions": [{"kind": "inSource", "justification": f.reason}]} if f.reason else {})
