"""The whole road from pages to a site in place."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest
from lxml import html

from scripts import build as build_module
from scripts.build import _commit as commit_of
from scripts.build import main
from scripts.environment import ROOT
from tests.pages import SITE, write

BELOW_A_PATH = "https://tinh.example/van-ban"


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    return write(tmp_path / "docs", SITE)


def build(docs: Path, out: Path) -> int:
    return main(["--docs", str(docs), "--out", str(out)])


def snapshot(folder: Path) -> dict[str, bytes]:
    return {
        f.relative_to(folder).as_posix(): f.read_bytes() for f in sorted(folder.rglob("*")) if f.is_file()
    }


def test_a_build_ends_with_one_line_that_says_what_was_built_and_how_to_look_at_it(
    docs: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert build(docs, tmp_path / "site") == 0

    last = capsys.readouterr().out.strip().splitlines()[-1]
    assert str(tmp_path / "site") in last
    assert "trang" in last
    assert "python3 -m scripts serve" in last
    marker = json.loads((tmp_path / "site/ban-dung.json").read_text(encoding="utf-8"))
    assert marker["da_kiem_chung"] is True
    page = (tmp_path / "site/quyet-dinh/2021/12-qd-ubnd/index.html").read_text(encoding="utf-8")
    assert page.count('id="dieu-2-khoan-1"') == 1
    assert "Content-Security-Policy" in page
    assert "Content-Security-Policy" in (tmp_path / "site/404.html").read_text(encoding="utf-8")


def test_a_site_names_its_commit_only_when_that_holds_all_it_is_made_of(
    docs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "project"
    write(root, {"docs/index.md": "x\n"})
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "x"]):
        who = ["-c", "user.name=A", "-c", "user.email=a@localhost"]
        subprocess.run(["git", *who, *command], cwd=root, check=True)
    asked = ["git", "rev-parse", "HEAD"]
    head = subprocess.run(asked, cwd=root, capture_output=True, text=True, check=True).stdout.strip()
    monkeypatch.setattr("scripts.build.ROOT", root.resolve())

    assert commit_of(root / "docs") == head
    assert commit_of(docs) is None  # other pages than the commit's
    write(root, {"docs/moi.md": "x\n"})
    assert commit_of(root / "docs") is None  # a page that Git does not know
    (root / "docs/moi.md").unlink()
    write(root, {"docs/index.md": "y\n"})
    assert commit_of(root / "docs") is None


def test_errors_in_the_pages_stop_the_build_and_leave_the_site_as_it_was(
    docs: Path, tmp_path: Path, small_site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copytree(small_site, tmp_path / "site")
    before = snapshot(tmp_path / "site")
    write(docs, {"gioi-thieu.md": "---\ntieu_de: Giới thiệu\n---\n\n{{ config.items() }}\n"})

    assert build(docs, tmp_path / "site") == 1

    assert "gioi-thieu.md:5" in capsys.readouterr().out
    assert snapshot(tmp_path / "site") == before


def test_a_folder_that_is_no_site_of_ours_is_never_replaced(docs: Path, tmp_path: Path) -> None:
    precious = tmp_path / "home"
    precious.mkdir()
    (precious / "letter.txt").write_text("keep me", encoding="utf-8")

    assert build(docs, precious) == 2

    assert (precious / "letter.txt").read_text(encoding="utf-8") == "keep me"


def test_pages_that_are_not_there_are_told_of(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert build(tmp_path / "nowhere", tmp_path / "site") == 2

    assert "nowhere" in capsys.readouterr().err


def test_one_collection_built_twice_is_the_same_to_the_byte(
    docs: Path, tmp_path: Path, small_site: Path
) -> None:
    assert build(docs, tmp_path / "two") == 0

    one, two = snapshot(small_site), snapshot(tmp_path / "two")
    assert one.keys() == two.keys()
    assert [path for path in one if one[path] != two[path] and not path.endswith(".gz")] == []


def test_a_build_killed_at_work_leaves_the_old_site_whole_and_the_next_one_succeeds(
    docs: Path, tmp_path: Path, small_site: Path
) -> None:
    copytree(small_site, tmp_path / "site")
    before = snapshot(tmp_path / "site")
    write(docs, {"gioi-thieu.md": "---\ntieu_de: Giới thiệu\n---\n\nChữ mới.\n"})
    command = [sys.executable, "-m", "scripts", "build", "--docs", str(docs), "--out", str(tmp_path / "site")]
    process = subprocess.Popen(command, cwd=ROOT, start_new_session=True)
    while process.poll() is None and not list(tmp_path.glob(".site*")) and not list(tmp_path.glob("site.*")):
        pass  # until it has begun to write beside the site
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()

    assert snapshot(tmp_path / "site") == before
    assert build(docs, tmp_path / "site") == 0
    assert (tmp_path / "site/gioi-thieu/index.html").is_file()
    assert sorted(f.name for f in tmp_path.iterdir() if f.is_dir()) == ["docs", "site"]


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_a_site_below_a_path_names_its_whole_address_and_finds_its_own_files_from_the_404_page(
    docs: Path, tmp_path: Path, engine: str
) -> None:
    out = tmp_path / "site"

    assert main(["--docs", str(docs), "--out", str(out), "--engine", engine, "--address", BELOW_A_PATH]) == 0

    page = html.fromstring((out / "quyet-dinh/2021/12-qd-ubnd/index.html").read_bytes())
    assert page.xpath("//link[@rel='canonical']/@href") == [f"{BELOW_A_PATH}/quyet-dinh/2021/12-qd-ubnd/"]
    lost = html.fromstring((out / "404.html").read_bytes())
    local = [address for address in lost.xpath("//@href | //@src") if not address.startswith(("#", "http"))]
    assert len(local) > 5
    assert [address for address in local if not address.startswith("/van-ban/")] == []
    (script,) = page.xpath("//script[@type='application/ld+json']")
    (decision, trail) = json.loads(script.text)["@graph"]
    assert decision["url"] == page.xpath("string(//meta[@property='og:url']/@content)")
    assert trail["itemListElement"][0]["item"] == f"{BELOW_A_PATH}/"
    picture = page.xpath("string(//meta[@property='og:image']/@content)")
    assert (out / picture.removeprefix(f"{BELOW_A_PATH}/")).is_file()
    listed = html.fromstring((out / "sitemap.xml").read_bytes()).xpath("//loc/text()")
    assert f"{BELOW_A_PATH}/quyet-dinh/2021/12-qd-ubnd/" in listed
    assert [
        a for a in listed if not (out / a.removeprefix(f"{BELOW_A_PATH}/") / "index.html").is_file()
    ] == []
    marker = json.loads((out / "ban-dung.json").read_text(encoding="utf-8"))
    assert marker["dia_chi"] == f"{BELOW_A_PATH}/"


def test_what_is_no_address_is_told_before_any_work(
    docs: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--docs", str(docs), "--out", str(tmp_path / "site"), "--address", "tinh.example"]) == 2

    assert "“tinh.example” không phải địa chỉ" in capsys.readouterr().err
    assert not (tmp_path / "site").exists()


def test_a_setting_of_the_search_that_is_none_is_told_before_any_work(
    docs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    own = build_module.settings("")
    own["extra"]["tach_chi_muc_tu"] = "nhiều"
    monkeypatch.setattr(build_module, "settings", lambda _address: own)
    assert main(["--docs", str(docs), "--out", str(tmp_path / "site")]) == 2

    assert "mkdocs.yml: tach_chi_muc_tu “nhiều” không phải số văn bản" in capsys.readouterr().err
    assert not (tmp_path / "site").exists()
