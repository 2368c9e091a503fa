"""What an engine gets to see of the pages."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.library import load
from macros.provisions import PAPER
from scripts.staging import Stage, stage
from tests.pages import DECISION, SITE, write


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    return write(tmp_path / "docs", SITE)


def front_matter(file: Path) -> dict[str, object]:
    values: dict[str, object] = json.loads(
        file.read_text(encoding="utf-8").split("\n---\n")[0].removeprefix("---\n")
    )
    return values


def configuration(staged: Stage) -> dict[str, Any]:
    """Read the configuration that an engine gets."""

    class Loader(yaml.SafeLoader):
        """Take names of functions as text."""

    Loader.add_multi_constructor("tag:yaml.org,2002:python/name:", lambda loader, suffix, node: suffix)
    settings: dict[str, Any] = yaml.load(staged.config.read_text(encoding="utf-8"), Loader=Loader)
    return settings


def test_an_engine_sees_only_what_the_record_yields(docs: Path, tmp_path: Path) -> None:
    write(docs, {"gioi-thieu.md": "---\ntieu_de: Giới thiệu\n---\n\nChữ.\n"})
    staged = stage(load(docs), tmp_path / "stage")

    assert set(front_matter(staged.docs / "quyet-dinh/2021/12-qd-ubnd.md")) == {
        "title",
        "description",
        "dau",
        "khung",
        "bang_tin",
        "trich_dan",
        "ban_chu",
        "ten_ban_chu",
        "duong_dan",
        "muc_chinh",
        "render_macros",
    }
    assert set(front_matter(staged.docs / "gioi-thieu.md")) == {
        "title",
        "description",
        "dau",
        "duong_dan",
        "muc_chinh",
        "render_macros",
    }


def test_macros_are_written_out_unless_the_engine_must_run_them(docs: Path, tmp_path: Path) -> None:
    staged = stage(load(docs), tmp_path / "stage")

    left = {page for page in SITE if "render_macros" not in front_matter(staged.docs / page)}
    assert left == {"index.md", "co-quan/ubnd-tinh.md"}
    text = (staged.docs / "quyet-dinh/2021/12-qd-ubnd.md").read_text(encoding="utf-8")
    assert "\n\nĐiều 2. Tổ chức thực hiện\n\n1. Giao UBND" in text
    assert text.endswith("\n\nNơi nhận:\n- Như Điều 3;\n- Lưu: VT.\n")


def test_an_engine_switch_in_the_front_matter_never_reaches_the_engine(tmp_path: Path) -> None:
    pages = SITE | {"index.md": SITE["index.md"].replace("tieu_de", "template: main.html\n    tieu_de")}
    library = load(write(tmp_path / "docs", pages))

    staged = stage(library, tmp_path / "stage")

    assert library.documents["index.md"].record is None
    assert "template" not in (staged.docs / "index.md").read_text(encoding="utf-8")


def test_values_are_escaped_once_for_templates_that_do_not_escape(tmp_path: Path) -> None:
    pages = SITE | {"gioi-thieu.md": '---\ntieu_de: "R&D \\"và\\" &lt;b&gt;"\n---\n\nChữ.\n'}

    staged = stage(load(write(tmp_path / "docs", pages)), tmp_path / "stage")

    title = front_matter(staged.docs / "gioi-thieu.md")["title"]
    assert title == "R&amp;D &quot;và&quot; &amp;lt;b&amp;gt;"


def test_paper_text_is_marked_and_ordinary_pages_are_not(docs: Path, tmp_path: Path) -> None:
    staged = stage(load(docs), tmp_path / "stage")

    marked = {
        f.relative_to(staged.docs).as_posix()
        for f in staged.docs.rglob("*.md")
        if PAPER in f.read_text("utf-8")
    }
    assert marked == {"quyet-dinh/2021/12-qd-ubnd.md", "de-cuong/2021/de-an-thu.md"}


def test_a_second_staging_touches_only_what_changed(docs: Path, tmp_path: Path) -> None:
    staged = stage(load(docs), tmp_path / "stage")
    before = {f: f.stat().st_mtime_ns for f in staged.docs.rglob("*.md")}

    write(docs, {"index.md": SITE["index.md"].replace("Trang chủ", "Trang đầu")})
    stage(load(docs), tmp_path / "stage")

    changed = {f.relative_to(staged.docs).as_posix() for f in before if f.stat().st_mtime_ns != before[f]}
    assert changed == {"index.md"}


def test_a_page_that_is_gone_is_gone_from_the_stage(docs: Path, tmp_path: Path) -> None:
    staged = stage(load(docs), tmp_path / "stage")
    (docs / "de-cuong/2021/de-an-thu.md").unlink()

    stage(load(docs), tmp_path / "stage")

    assert not (staged.docs / "de-cuong/2021").exists() or not list(
        (staged.docs / "de-cuong/2021").glob("*.md")
    )


def test_a_page_that_staff_wrote_replaces_the_generated_list(docs: Path, tmp_path: Path) -> None:
    write(docs, {"quyet-dinh/index.md": "---\ntieu_de: Lời giới thiệu riêng\n---\n\nChữ.\n"})

    staged = stage(load(docs), tmp_path / "stage")

    assert front_matter(staged.docs / "quyet-dinh/index.md")["title"] == "Lời giới thiệu riêng"


def test_navigation_names_only_pages_that_there_are(docs: Path, tmp_path: Path) -> None:
    staged = stage(load(docs), tmp_path / "stage")

    nav = configuration(staged)["nav"]
    targets = [next(iter(entry.values())) for entry in nav]
    assert "index.md" in targets
    assert all((staged.docs / target).is_file() for target in targets)


def test_approval_is_shown_from_both_ends(docs: Path, tmp_path: Path) -> None:
    staged = stage(load(docs), tmp_path / "stage")

    decision = front_matter(staged.docs / "quyet-dinh/2021/12-qd-ubnd.md")["bang_tin"]
    outline = front_matter(staged.docs / "de-cuong/2021/de-an-thu.md")["bang_tin"]
    assert "../../../de-cuong/2021/de-an-thu/" in _addresses(decision, "Kèm theo")
    assert "../../../quyet-dinh/2021/12-qd-ubnd/" in _addresses(outline, "Được phê duyệt bởi")


def _addresses(facts: object, name: str) -> list[str]:
    assert isinstance(facts, list)
    return [value["url"] for fact in facts if fact["nhan"] == name for value in fact["gia_tri"]]


def test_the_sites_own_letters_are_staged_with_the_style_sheet_that_names_them_first(
    docs: Path, tmp_path: Path
) -> None:
    staged = stage(load(docs), tmp_path / "stage")

    settings = configuration(staged)
    style = settings["extra_css"][0]
    rules = (staged.docs / style).read_text(encoding="utf-8")
    assert rules.count("@font-face") == len(list((staged.docs / style).parent.glob("*.woff2")))
    assert all((staged.docs / path).is_file() for path in settings["extra"]["chu"].values())


def test_a_decision_that_another_cites_names_it_with_the_provision(docs: Path, tmp_path: Path) -> None:
    other = (
        DECISION.replace("12/QĐ", "14/QĐ")
        .replace("05/02", "06/02")
        .replace("Giao UBND tỉnh theo dõi.", "Giao UBND tỉnh theo Quyết định số 12/QĐ-UBND ngày 05/02/2021.")
    )
    write(docs, {"quyet-dinh/2021/14-qd-ubnd.md": other})
    staged = stage(load(docs), tmp_path / "stage")

    (row,) = front_matter(staged.docs / "quyet-dinh/2021/12-qd-ubnd.md")["vien_dan_boi"]  # type: ignore[misc]
    assert row["url"] == "../14-qd-ubnd/"
    assert row["noi"] == [{"ten": "khoản 1 Điều 2", "url": "../14-qd-ubnd/#dieu-2-khoan-1"}]
    assert "vien_dan_boi" not in front_matter(staged.docs / "quyet-dinh/2021/14-qd-ubnd.md")
