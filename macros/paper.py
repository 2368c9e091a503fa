"""Read paper text as staff type or paste it: lines in, a structure of provisions out."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from macros import quotation
from macros.numbering import AUTOMATIC, DOCUMENT_WIDE, Level, following, ident, label
from macros.structure import Kind, Line, Passage, Provision, Structure
from macros.vietnamese import is_capitals

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

INDENT = 4
"""Lines indented this far belong to the provision above and are no provisions themselves."""

_KEY = r"(?:⟦khoá:(?P<key>[^⟧]*)⟧)?"
_ROMAN = rf"(?P<number>[IVXL]+|{AUTOMATIC['roman']})"
_ARABIC = rf"(?P<number>\d{{1,3}}[a-zđ]?|{AUTOMATIC['arabic']})"
_DECIMAL = rf"(?P<number>\d{{1,3}}(?:\.\s?\d{{1,2}}){{1,4}}|{re.escape(AUTOMATIC['decimal'])})"
_TITLE = r"(?:[.:]?\s*(?P<text>\S.*)?)?"

FORMS: tuple[tuple[Level, re.Pattern[str]], ...] = tuple(
    (
        level,
        re.compile(
            rf"\s{{0,3}}{form}\s*$" if level <= Level.SUBSECTION else rf"\s{{0,3}}{form}(?:\s+(?P<text>.*))?$"
        ),
    )
    for level, form in (
        (Level.APPENDIX, rf"(?:PHỤ LỤC|Phụ lục)(?:\s+{_ROMAN})?{_KEY}{_TITLE}"),  # PHỤ LỤC II
        (Level.PART, rf"(?:Phần|PHẦN)\s+{_ROMAN}{_KEY}{_TITLE}"),  # Phần II
        (Level.CHAPTER, rf"(?:Chương|CHƯƠNG)\s+{_ROMAN}{_KEY}{_TITLE}"),  # Chương IV QUY ĐỊNH CHUNG
        (Level.SECTION, rf"(?:Mục|MỤC)\s+{_ARABIC}{_KEY}{_TITLE}"),  # Mục 1
        (Level.SUBSECTION, rf"(?:Tiểu mục|TIỂU MỤC)\s+{_ARABIC}{_KEY}{_TITLE}"),  # Tiểu mục 1
        (Level.ARTICLE, rf"(?:Điều|ĐIỀU)\s+{_ARABIC}\s?[.:]{_KEY}"),  # Điều 5a. Tổ chức thực hiện
        (Level.HEADING, rf"{_ROMAN}\.{_KEY}"),  # II. HIỆN TRẠNG
        (Level.SUBCLAUSE, rf"{_DECIMAL}\.?{_KEY}"),  # 2.1. Mục tiêu; but 10.000 is an amount
        (Level.CLAUSE, rf"{_ARABIC}\.{_KEY}"),  # 1. Giao Sở Tài chính
        (Level.ITEM, rf"\((?P<number>\d{{1,3}}|{AUTOMATIC['arabic']})\){_KEY}"),  # (1) Đối với nhóm nhiệm vụ
        (Level.POINT, rf"(?P<number>[a-zđ]\d?|{AUTOMATIC['letter']})\){_KEY}"),  # đ) Thẩm định
        (Level.DASH, r"(?P<number>)(?P<key>)[-–−]"),  # - Hạ tầng viễn thông
        (Level.PLUS, r"(?P<number>)(?P<key>)\+"),  # + Viễn thông
    )
)
"""One form a level, each with a real line behind it; tried in this order."""

_INITIALS: dict[Level, str] = {
    Level.APPENDIX: "P",
    Level.PART: "P",
    Level.CHAPTER: "C",
    Level.SECTION: "M",
    Level.SUBSECTION: "T",
    Level.ARTICLE: "Đ",
    Level.HEADING: "IVXL⟦",
    Level.SUBCLAUSE: "0123456789⟦",
    Level.CLAUSE: "0123456789⟦",
    Level.ITEM: "(",
    Level.POINT: "abcdefghijklmnopqrstuvwxyzđ⟦",
    Level.DASH: "-–−",
    Level.PLUS: "+",
}
_BY_INITIAL = {
    sign: tuple((level, form) for level, form in FORMS if sign in _INITIALS[level])
    for sign in set("".join(_INITIALS.values()))
}
"""The forms that a line can have by its first sign: most lines begin with none of these, or fit few."""

_EITHER_WAY = frozenset({Level.ITEM, Level.POINT})
_FENCE = re.compile(r"\s*(`{3,}|~{3,})([^`]*)$")
_BASIS = re.compile(r"\s{0,3}(Căn cứ|Theo đề nghị|Xét đề nghị)\b")
_ENACTING = re.compile(r"\s*(QUYẾT ĐỊNH|QUYẾT NGHỊ|NGHỊ QUYẾT)\s*:\s*")
_RECIPIENTS = re.compile(r"\s*Nơi nhận\s*:\s*")


def parse(lines: Iterable[Line]) -> Structure:
    """Give paper text its structure. Never fails: what is no provision is a passage."""
    return _Reader(list(lines)).read()


class _Reader:
    """One pass over the lines with the chain of open provisions."""

    def __init__(self, lines: list[Line]) -> None:
        self.lines = [_without_tabs(line) for line in lines]
        self.result = Structure()
        self.open: list[Provision] = []
        self.last: dict[tuple[int, Level], str] = {}
        self.idents: defaultdict[str, int] = defaultdict(int)
        self.enacted = any(_ENACTING.fullmatch(line.text) for line in lines)
        self.quoted = quotation.find(self.lines, _is_label)
        self.fence = ""
        self.wrapping = False
        """Whether the line before belongs to a provision's own text, which this one may continue."""

    def read(self) -> Structure:
        for index, line in enumerate(self.lines):
            self._take(index, line)
        self.result.unclosed_quote = self.quoted.unclosed
        for _, passage in self.result.passages():
            _trim(passage)
        return self.result

    def _take(self, index: int, line: Line) -> None:
        if not line.text.strip():
            self._blank(line)
        elif self._in_fence(line.text):
            self._passage(Kind.TEXT, line)
        elif index in self.quoted.places:
            self._passage(Kind.QUOTE, line)
        elif _ENACTING.fullmatch(line.text):
            self.open, self.enacted = [], False
            self._passage(Kind.ENACTING, line, fresh=True)
        elif _RECIPIENTS.fullmatch(line.text):
            self.open = []
            self._passage(Kind.RECIPIENTS, line, fresh=True)
        elif self._at_recipients(line.text):
            self._passage(Kind.RECIPIENTS, line)
        elif self.enacted and not self.open and _BASIS.match(line.text):
            self._passage(Kind.BASIS, line, fresh=True)
        elif found := self._match(line.text):
            self._provision(line, *found)
        else:
            self._text(line)

    def _blank(self, line: Line) -> None:
        self.wrapping = False
        siblings = self._siblings()
        if siblings and isinstance(siblings[-1], Passage):
            siblings[-1].lines.append(line)

    def _in_fence(self, text: str) -> bool:
        match = _FENCE.match(text)
        if self.fence:
            if match and match[1].startswith(self.fence) and not match[2].strip():
                self.fence = ""
            return True
        self.fence = match[1] if match else ""
        return bool(match)

    def _at_recipients(self, text: str) -> bool:
        siblings = self.result.children
        last = siblings[-1] if siblings else None
        if not isinstance(last, Passage) or last.kind is not Kind.RECIPIENTS or not last.lines:
            return False
        is_part = next(_labels(text), (Level.PLUS,))[0] <= Level.ARTICLE  # PHỤ LỤC below {{ noi_nhan() }}
        return bool(last.lines[-1].text.strip()) or (len(last.lines) == 2 and not is_part)

    def _match(self, text: str) -> tuple[Level, re.Match[str]] | None:
        return next((found for found in _labels(text) if self._fits(*found)), None)

    def _fits(self, level: Level, match: re.Match[str]) -> bool:
        """Refuse sentences that only begin like a label: "Phần I của Đề án …", "2. 10 sở, ngành …"."""
        rest = match["text"] or ""
        if level <= Level.SUBSECTION:
            return not rest or is_capitals(rest)
        if level is Level.SUBCLAUSE and re.search(r"\.\s", match["number"]):
            head = match["number"].split(".")[0]
            return any(p.level is Level.CLAUSE and p.number == head for p in self.open)
        return True

    def _provision(self, line: Line, level: Level, match: re.Match[str]) -> None:
        self._close_for(level, match["number"] or "")
        parent = self.open[-1] if self.open else None
        printed = match["number"] or ""
        stated = "⟦" not in printed
        scope = (self._scope(parent), level) if level in DOCUMENT_WIDE else (id(parent), level)
        if stated:
            number, written = printed, _label_as_printed(match)
        else:
            number = following(level, self.last.get(scope), parent.number if parent else "")
            written = label(level, number)
        self.last[scope] = number
        provision = Provision(
            level,
            number,
            written,
            self._ident(parent, level, number),
            line.number,
            stated,
            match["key"] or "",
            parent=parent,
        )
        if match["text"]:
            provision.text.append(Line(line.number, match["text"].strip()))
        self._siblings().append(provision)
        self.open.append(provision)
        self.wrapping = True

    def _close_for(self, level: Level, number: str) -> None:
        """Close what a provision of this level cannot stand in.

        (1) below a) and a) below (1) are both seen: whichever is open already takes its like as a
        neighbour, else the new one nests. 1.1.1 nests in 1.1.
        """
        for index, held in enumerate(self.open):
            if held.level is level is Level.SUBCLAUSE:
                closes = held.number.count(".") >= number.count(".")
            elif level in _EITHER_WAY and held.level in _EITHER_WAY:
                closes = held.level is level
            else:
                closes = held.level >= level
            if closes:
                del self.open[index:]
                return

    def _scope(self, parent: Provision | None) -> int:
        chain = [parent, *parent.ancestors()] if parent else []
        return next((id(p) for p in chain if p and p.level is Level.APPENDIX), 0)

    def _ident(self, parent: Provision | None, level: Level, number: str) -> str:
        own = ident(level, number)
        if not own:
            return ""
        chain = [p for p in ([parent, *parent.ancestors()] if parent else []) if p and p.ident]
        if level in DOCUMENT_WIDE:
            chain = [p for p in chain if p.level is Level.APPENDIX]
        base = f"{chain[0].ident}-{own}" if chain else own
        self.idents[base] += 1
        return base if self.idents[base] == 1 else f"{base}-lan-{self.idents[base]}"

    def _text(self, line: Line) -> None:
        if self._continues(line) or self._titles(line):
            self.open[-1].text.append(Line(line.number, line.text.strip()))
            self.wrapping = True
            return
        if not line.text.startswith(" " * INDENT):
            while self.open and self.open[-1].level >= Level.DASH:
                self.open.pop()
        self._passage(Kind.TEXT, line)

    def _continues(self, line: Line) -> bool:
        """Tell whether the line is the wrapped rest of a provision's own text."""
        if not self.wrapping or line.text.startswith(" " * INDENT) or _is_block(line.text):
            return False
        return self.open[-1].level > Level.SUBSECTION or is_capitals(line.text)

    def _titles(self, line: Line) -> bool:
        """Tell whether the line is the title that stands below a Phần, Chương, Mục or phụ lục."""
        holder = self.open[-1] if self.open else None
        if not holder or holder.level > Level.SUBSECTION or holder.text or holder.children:
            return False
        return is_capitals(line.text)

    def _siblings(self) -> list[Provision | Passage]:
        return self.open[-1].children if self.open else self.result.children

    def _passage(self, kind: Kind, line: Line, *, fresh: bool = False) -> None:
        self.wrapping = False
        siblings = self._siblings()
        last = siblings[-1] if siblings else None
        if fresh or not isinstance(last, Passage) or last.kind is not kind:
            if (
                kind is Kind.TEXT
                and isinstance(last, Passage)
                and last.kind is Kind.BASIS
                and last.lines[-1].text.strip()
            ):
                last.lines.append(line)  # a căn cứ that runs over the end of its line
                return
            last = Passage(kind, [])
            siblings.append(last)
        last.lines.append(line)


def _labels(text: str) -> Iterator[tuple[Level, re.Match[str]]]:
    """Go through the labels that a line may begin with."""
    for level, form in _BY_INITIAL.get(text.lstrip()[:1], ()):
        if match := form.match(text):
            yield level, match


def _is_label(text: str) -> bool:
    return next(_labels(text), None) is not None


def _without_tabs(line: Line) -> Line:
    """Write tabs as spaces, as Markdown does before it reads a page."""
    return replace(line, text=line.text.expandtabs(INDENT)) if "\t" in line.text else line


def _label_as_printed(match: re.Match[str]) -> str:
    """Cut the label out of its line: what stands before the text, without the key."""
    whole = match.string[: match.start("text")] if match["text"] else match.string
    return re.sub(r"⟦[^⟧]*⟧", "", whole).strip() if "⟦" in whole else whole.strip()


def _is_block(text: str) -> bool:
    """Tell whether a line opens a Markdown block of its own: table, note, quotation, list, footnote."""
    return bool(re.match(r"\s*(\||>|!!!|\?\?\?|\* |\[\^)", text))


def _trim(passage: Passage) -> None:
    while passage.lines and not passage.lines[-1].text.strip():
        passage.lines.pop()
