"""A site is verified whole: its files, its links and fragments, and the check of the links itself."""

import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from scripts.site import links
from scripts.site.links import LinkCheckError, Running, broken_links
from scripts.site.policy import harden, scripts_of
from scripts.site.problem import Problem
from scripts.site.verification import verify

SCRIPTS = scripts_of([b"<script>theme()</script>"])
ADDRESS = "https://thanhhoa.example/kho-qd/"
NO_FILE = "liên kết trỏ tới một trang hoặc tệp không có"
NO_FRAGMENT = "liên kết trỏ tới một mục không có trên trang đích"
PAGES = {
    "index.html": '<h1 id="mục">A</h1> <a href="qd/1/#dieu-1">a</a> <a href="#m%E1%BB%A5c">b</a>',
    "len.html": '<a href="#">lên đầu</a>',
    "qd/1/index.html": '<h2 id="dieu-1">Điều 1</h2> <a href="../../">a</a> <a href="https://vbpl.vn/#x">b</a>',
    "404.html": '<a href="/kho-qd/.">a</a> <a href="/kho-qd/qd/1/#dieu-1">b</a>',
}


def written(site: Path, pages: dict[str, str]) -> Path:
    for name, body in pages.items():
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        head = '<head><meta charset="utf-8"><title>T</title></head>'
        path.write_text(f'<!doctype html><html lang="vi">{head}<body>{body}</body></html>', encoding="utf-8")
    harden(site, SCRIPTS)
    return site


def test_a_good_site_has_no_problem(tmp_path: Path) -> None:
    assert verify(written(tmp_path, PAGES), SCRIPTS, ADDRESS) == []


@pytest.mark.parametrize(
    ("link", "what", "value"),
    [
        ("qd/2/", NO_FILE, "/qd/2"),
        ("qd/1/#dieu-9", NO_FRAGMENT, "/qd/1#dieu-9"),
        ("#dieu-9", NO_FRAGMENT, "/index.html#dieu-9"),
        ("/kho-qd/qd/2/", NO_FILE, "/qd/2"),
        (f"{ADDRESS}qd/2/", NO_FILE, "/qd/2/"),
        (f"{ADDRESS}qd/1/#dieu-9", NO_FRAGMENT, "/qd/1/#dieu-9"),
        ("qd/", "liên kết trỏ tới một thư mục không có trang", "/qd"),
        ("tệp.pdf", NO_FILE, "/tệp.pdf"),
    ],
)
def test_a_link_that_leads_nowhere_is_reported(tmp_path: Path, link: str, what: str, value: str) -> None:
    site = written(tmp_path, PAGES | {"index.html": f'<a href="{link}">a</a>'})
    assert broken_links(site, ADDRESS) == [Problem("index.html", what, value)]


def test_faults_of_files_and_of_links_come_in_one_list(tmp_path: Path) -> None:
    site = written(tmp_path, PAGES | {"qd/1/index.html": '<p id="dieu-1" onclick="x"></p><a href="9/">a</a>'})
    (site / "a.svg").write_text("<svg><script/></svg>", encoding="utf-8")
    assert [problem.page for problem in verify(site, SCRIPTS, ADDRESS)] == [
        "a.svg",
        "qd/1/index.html",
        "qd/1/index.html",
    ]


def test_a_site_that_git_ignores_in_a_hidden_folder_with_a_vietnamese_name_is_checked_all_the_same(
    tmp_path: Path,
) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_text("*\n", encoding="utf-8")
    site = written(tmp_path / ".bản dựng $1 {a+b} (100%)", PAGES | {".ẩn/index.html": '<a href="mat/">a</a>'})
    (site / ".lycheeignore").write_text(".*\n", encoding="utf-8")
    (site / "lychee.toml").write_text('exclude = [".*"]\n', encoding="utf-8")
    assert [problem.page for problem in broken_links(site, ADDRESS)] == [".ẩn/index.html"]


def test_a_path_that_lychee_would_read_as_a_pattern_is_an_error(tmp_path: Path) -> None:
    written(tmp_path / "a", PAGES)
    with pytest.raises(LinkCheckError, match=r"bỏ ký tự \["):
        broken_links(written(tmp_path / "[a]", PAGES | {"index.html": '<a href="mat/">a</a>'}))


def test_without_lychee_nothing_passes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = written(tmp_path / "site", PAGES)
    monkeypatch.setattr(sysconfig, "get_path", lambda _: str(tmp_path))
    with pytest.raises(LinkCheckError, match="Không có lychee"):
        verify(site, SCRIPTS)


def test_a_lychee_that_stops_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = written(tmp_path / "site", PAGES)
    monkeypatch.setattr(links, "_program", lambda: sys.executable)
    with pytest.raises(LinkCheckError, match="chưa kiểm được liên kết"):
        broken_links(site)


def test_a_lychee_that_cannot_be_started_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = written(tmp_path / "site", PAGES)
    monkeypatch.setattr(links, "_program", lambda: str(tmp_path))
    with pytest.raises(LinkCheckError, match="Không chạy được lychee"):
        broken_links(site)


FAULT = '{"url": "file:///x", "status": {"text": "Cannot find fragment"}}'


@pytest.mark.parametrize(
    ("code", "report", "said"),
    [
        (0, "", "Không đọc được"),
        (0, "{}", "Không đọc được"),
        (0, '{"total": 3, "error_map": {"a": [{}]}, "timeout_map": {}}', "Không đọc được"),
        (0, '{"total": 0, "error_map": {}, "timeout_map": {}}', "không thấy liên kết nào"),
        (2, '{"total": 3, "error_map": {}, "timeout_map": {}}', "kể ra 0 liên kết hỏng"),
        (0, f'{{"total": 3, "error_map": {{"a": [{FAULT}]}}, "timeout_map": {{}}}}', "kể ra 1 liên kết hỏng"),
        (1, '{"total": 3, "error_map": {}, "timeout_map": {}}', "dừng với mã 1"),
        (3, '{"total": 3, "error_map": {}, "timeout_map": {}}', "dừng với mã 3"),
    ],
)
def test_a_report_that_is_not_whole_is_an_error(tmp_path: Path, code: int, report: str, said: str) -> None:
    path = tmp_path / "report.json"
    path.write_text(report, encoding="utf-8")
    command = [sys.executable, "-c", f"raise SystemExit({code})"]
    with (
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process,
        pytest.raises(LinkCheckError, match=said),
    ):
        links.result(Running(process, path, tmp_path))


def test_a_problem_reads_as_one_line() -> None:
    assert str(Problem("a/index.html", "mã id lặp lại trong trang", "dieu-1")) == (
        "a/index.html: mã id lặp lại trong trang: dieu-1"
    )
    assert str(Problem("a.html", "trang trống")) == "a.html: trang trống"
