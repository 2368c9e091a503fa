"""Stock Material gets the same text as plain Markdown, without macros and marks."""

from pathlib import Path

from macros.document import read
from macros.library import load
from scripts.bench.sources import generate
from scripts.bench.stock import plain_markdown, write_stock

DECISION = """\
---
loai: quyết định
so_ky_hieu: 5/QĐ-UBND
ngay_ban_hanh: 02/7/2020
tinh_trang: đã ban hành
co_quan: UBND tỉnh
tham_quyen: Chủ tịch UBND tỉnh
trich_yeu: Về việc *phê duyệt*
---

QUYẾT ĐỊNH:

{{ dieu(1, khoa="mot") }} Phê duyệt theo {{ xem("mot") }}.

{{ khoan(1) }} Giao Sở Tài chính.
"""


def test_a_page_is_a_title_and_its_text_with_articles_as_headings() -> None:
    assert plain_markdown(read("quyet-dinh/2020/a.md", DECISION)) == (
        "# Quyết định số 5/QĐ-UBND: \\*phê duyệt\\*\n\n"
        "QUYẾT ĐỊNH:\n\n## Điều 1. Phê duyệt theo .\n\n1. Giao Sở Tài chính.\n"
    )


def test_both_projects_hold_every_page_and_only_the_whole_one_keeps_search_and_navigation(
    tmp_path: Path,
) -> None:
    generate(3, tmp_path / "docs")
    library = load(tmp_path / "docs")
    for name, whole in (("whole", True), ("bare", False)):
        write_stock(library, tmp_path / name, whole=whole)
        pages = {p.relative_to(tmp_path / name / "docs").as_posix() for p in (tmp_path / name).rglob("*.md")}
        assert pages == {*library.documents, "index.md"}
    assert "plugins" not in (tmp_path / "whole" / "mkdocs.yml").read_text(encoding="utf-8")
    assert "plugins: []" in (tmp_path / "bare" / "mkdocs.yml").read_text(encoding="utf-8")
