"""What the guides say is what the site does: keys, macros, addresses and the sample pages."""

import re
from pathlib import Path

import pytest

from macros.confinement import MACROS
from macros.document import read
from macros.library import load
from macros.record import KINDS, Acceptance, Change, PageRecord, Signatory, Source
from macros.reference import refer_to
from macros.structure import Provision
from scripts.check import check
from scripts.environment import ROOT

GUIDES = {path.stem: path.read_text(encoding="utf-8") for path in (ROOT / "docs/huong-dan").glob("*.md")}
FENCES = re.findall(r"^```\w*\n(.*?)^```$", GUIDES["ham"], re.DOTALL | re.MULTILINE)
SAMPLES = {
    path: next(fence for fence in FENCES if fence.startswith(f"---\nloai: {kind}\n"))
    for path, kind in {
        "quyet-dinh/2026/de-cuong-de-an-a.md": "quyết định",
        "de-cuong/2026/de-an-a.md": "đề cương",
    }.items()
}
ADDRESSES = """\
Chương II

Mục 1

Điều 2. Tổ chức thực hiện

1. Giao Sở Tài chính:

a) một;

d) hai;

đ) ba.

Điều 5a. Kinh phí

Điều 7. Hiệu lực

Phần II

III. NHIỆM VỤ

2. Nhân lực

2.1 Đào tạo

(1) Trong nước

Phụ lục

Phụ lục II
"""


def printed(path: str) -> list[str]:
    """Write a sample page's provisions as the site prints them, a line each, references settled."""
    provisions = list(read(path, SAMPLES[path]).structure.provisions())
    keys = {provision.key: provision for provision in provisions if provision.key}

    def text(provision: Provision) -> str:
        return re.sub(r"⟦xem:([^⟧]+)⟧", lambda m: refer_to(keys[m[1]], provision), provision.title)

    return [line for p in provisions for line in _lines(p.label, text(p))]


def _lines(label: str, text: str) -> list[str]:
    return [label, text] if re.match("Phần|PHỤ LỤC", label) else [f"{label} {text}"]


@pytest.mark.parametrize("path", SAMPLES)
def test_a_sample_page_prints_what_the_guide_says(path: str) -> None:
    assert "".join(f"{line}\n" for line in printed(path)) in FENCES


def test_the_sample_pages_pass_the_check_beside_the_real_agencies(tmp_path: Path) -> None:
    pages = {f"co-quan/{page.name}": page.read_text("utf-8") for page in (ROOT / "docs/co-quan").glob("*.md")}
    for path, text in (pages | SAMPLES).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    assert [found for found in check(load(tmp_path)) if found.path in SAMPLES] == []


@pytest.mark.parametrize("model", [*KINDS.values(), PageRecord, Acceptance, Signatory, Source, Change])
def test_every_key_is_explained(model: type[PageRecord]) -> None:
    for field in model.model_fields.values():
        assert f"`{field.alias}`" in GUIDES["viet"]


def test_every_required_key_is_marked_and_no_other() -> None:
    sections = re.split(r"^### ", GUIDES["viet"], flags=re.MULTILINE)
    for title, model in {
        name.capitalize(): KINDS[name] for name in ("quyết định", "căn cứ", "cơ quan")
    }.items():
        table = next(section for section in sections if section.startswith(title + "\n"))
        marked = set(re.findall(r"^\| `(\w+)` ✱ \|", table, re.MULTILINE))
        assert marked == {field.alias for field in model.model_fields.values() if field.is_required()}


def test_every_value_of_a_choice_is_given() -> None:
    for model in KINDS.values():
        for field in model.model_fields.values():
            for value in getattr(field.annotation, "__args__", ()):
                assert not isinstance(value, str) or f"`{value}`" in GUIDES["viet"]


@pytest.mark.parametrize("macro", sorted(MACROS))
def test_every_macro_is_explained(macro: str) -> None:
    assert f"{{{{ {macro}(" in GUIDES["ham"]


def test_every_address_that_the_readers_guide_shows_is_one_that_the_site_gives() -> None:
    shown = set(re.findall(r"\| `#([a-z0-9-]+)` \|", GUIDES["doc"]))
    outline = ADDRESSES[ADDRESSES.index("Phần II") :].replace("Phần II\n\nIII.", "IV.")
    given = {
        provision.ident
        for text in (ADDRESSES, outline)
        for provision in read("a.md", f"---\ntieu_de: A\n---\n{text}").structure.provisions()
    }
    assert shown <= given
    assert len(shown) > 10
