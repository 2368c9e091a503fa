"""Write the help of the rules as pages: title, explanation, wrong and right, the decree's article."""

from __future__ import annotations

import json
import re
import textwrap
from dataclasses import dataclass

from macros.vietnamese import sentence_case
from scripts.rules import RULES, Mending, Rule, Severity

FOLDER = "huong-dan/loi"

FAMILIES = {
    "TT": "Thông tin của trang (phần đầu)",
    "BC": "Bố cục và đánh số",
    "AT": "An toàn",
    "VB": "Văn bản: chữ và thể thức",
    "TD": "Trích dẫn: văn bản được viện dẫn",
}

_SEVERITIES = {Severity.ERROR: "lỗi", Severity.WARNING: "cảnh báo"}
_SECTIONS = re.compile(r"^(Sai|Đúng|Căn cứ):", re.MULTILINE)


@dataclass(frozen=True)
class Help:
    """What a rule's docstring says."""

    title: str
    text: str
    wrong: str
    right: str
    basis: str


def read_help(rule: Rule) -> Help:
    """Read a rule's docstring; a missing part is empty, which the tests refuse."""
    first, *sections = _SECTIONS.split(rule.help)
    title, _, text = first.partition("\n")
    parts = dict(zip(sections[::2], sections[1::2], strict=True))
    wrong, right = (textwrap.dedent(parts.get(name, "")).strip("\n") for name in ("Sai", "Đúng"))
    basis = " ".join(parts.get("Căn cứ", "").split())
    return Help(title.strip().rstrip("."), text.strip(), wrong, right, basis)


def help_page(code: str) -> str:
    """Give the path of a rule's help page in the folder of pages."""
    return f"{FOLDER}/{code.lower()}.md"


def help_pages() -> dict[str, str]:
    """Give path and text of every rule's help page and of their index."""
    pages = {help_page(code): _page(rule) for code, rule in sorted(RULES.items())}
    return {f"{FOLDER}/index.md": _index(), **pages}


def _page(rule: Rule) -> str:
    help_ = read_help(rule)
    paragraphs = [
        _flowed(help_.text),
        _gravity(rule),
        *(
            [f"{_MENDED[rule.mending]} Sửa hết một lượt: `python3 -m scripts check --fix`."]
            if rule.mending
            else []
        ),
        f"## Sai\n\n{_fenced(help_.wrong)}",
        f"## Đúng\n\n{_fenced(help_.right)}",
        f"## Căn cứ\n\n{sentence_case(help_.basis)}",
        "[Tất cả các mã](index.md)",
    ]
    return _front(f"{rule.code}: {help_.title}", help_.title) + "\n\n".join(paragraphs) + "\n"


_MENDED = {
    Mending.LETTERS: (
        "Lệnh tự sửa được chỗ này ở mọi trang, vì trên giấy hai cách ghi như nhau; mã lệnh và địa chỉ thì để "
        "nguyên."
    ),
    Mending.FORM: (
        "Lệnh tự sửa được số 0 và dấu cách trong số, ngày ở dự thảo; văn bản đã ban hành thì giữ như đã ký."
    ),
}


def _gravity(rule: Rule) -> str:
    """Say how grave the finding is and whether a page may accept it."""
    if rule.severity is rule.issued:
        said = f"Mức: **{_SEVERITIES[rule.severity]}**."
    else:
        general, issued = _SEVERITIES[rule.severity], _SEVERITIES[rule.issued]
        said = f"Mức: **{general}**; ở văn bản đã ban hành: **{issued}**."
    if rule.acceptable:
        accept = f"{{ma: {rule.code}, gia_tri: …, ly_do: chữ như bản đã ký}}"
        return f"{said} Nếu bản đã ký đúng như vậy, ghi vào `chap_nhan` của phần đầu: `{accept}`."
    return f"{said} Không chấp nhận được, phải sửa."


def _index() -> str:
    parts = ["Lệnh kiểm tra báo từng chỗ cần sửa bằng một mã. Trang của mỗi mã nói vì sao và cách sửa."]
    for family, name in FAMILIES.items():
        rows = ["| Mã | Báo khi | Mức |", "| --- | --- | --- |"]
        for code, rule in sorted(RULES.items()):
            if code.startswith(family):
                gravity = " / ".join(dict.fromkeys(_SEVERITIES[s] for s in (rule.severity, rule.issued)))
                mended = ", tự sửa được" if rule.mending else ""
                rows.append(f"| [{code}]({code.lower()}.md) | {read_help(rule).title} | {gravity}{mended} |")
        parts += [f"## {family}: {name}", "\n".join(rows)]
    parts.append("“lỗi / cảnh báo”: lỗi ở dự thảo, cảnh báo ở văn bản đã ban hành, vì chữ đã ký là lịch sử.")
    return (
        _front("Các mã lỗi", "Ý nghĩa và cách sửa từng mã mà lệnh kiểm tra báo") + "\n\n".join(parts) + "\n"
    )


def _front(title: str, description: str) -> str:
    quoted = (json.dumps(text, ensure_ascii=False) for text in (title, description))
    return "---\ntieu_de: {}\nmo_ta: {}\n---\n\n".format(*quoted)


def _fenced(example: str) -> str:
    """Show an example as it is written; its own fences would close ours."""
    return f"~~~~text\n{example}\n~~~~"


def _flowed(text: str) -> str:
    """Join the lines of each paragraph, as a page's editor would write them."""
    return re.sub(r"(?<!\n)\n(?!\n)", " ", text)
