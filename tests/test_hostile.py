"""Whoever opens a change is not trusted: hostile and broken pages end in a finding on that file."""

import json
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from scripts.environment import ROOT
from tests.pages import DECISION, SITE, write

HOSTILE: dict[str, tuple[str, bytes]] = {
    "front matter that does not parse": ("x.md", b"---\ntieu_de: [a,\n---\nx\n"),
    "no front matter": ("x.md", "Chữ không có phần đầu.\n".encode()),
    "front matter that never closes": ("x.md", b"---\ntieu_de: a\n"),
    "a repeated key": ("x.md", b"---\ntieu_de: a\ntieu_de: b\n---\nx\n"),
    "an unknown key": ("x.md", b"---\ntieu_de: a\nmau: b\n---\nx\n"),
    "an engine switch": ("x.md", b"---\ntieu_de: a\ntemplate: redirect.html\n---\nx\n"),
    "macros switched off": ("x.md", b"---\ntieu_de: a\nrender_macros: false\n---\n{{ config }}\n"),
    "a YAML tag": ("x.md", b"---\ntieu_de: !!python/object/apply:os.system [id]\n---\nx\n"),
    "exponential YAML": ("x.md", b"---\na: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n---\nx\n"),
    "a script in the title": ("x.md", b"---\ntieu_de: <script>alert(1)</script>\n---\nx\n"),
    "a macro in the title": ("x.md", b'---\ntieu_de: "{{ config }}"\n---\nx\n'),
    "a wrong date": ("quyet-dinh/2021/x.md", DECISION.replace("05/02/2021", "31/02/2021").encode()),
    "a binary file": ("x.md", bytes(range(256)) * 40),
    "an empty file": ("x.md", b""),
    "ten megabytes": ("x.md", b"---\ntieu_de: a\n---\n" + b"a " * 5_000_000),
    "decomposed letters": ("x.md", unicodedata.normalize("NFD", "---\ntieu_de: a\n---\nĐiều ước\n").encode()),
    "endless macros": ("x.md", b"---\ntieu_de: a\n---\n" + b"{{ danh_sach() }} " * 20_000),
    "raw HTML": ("x.md", b"---\ntieu_de: a\n---\n<img src=x onerror=alert(1)>\n"),
    "a script address": ("x.md", b"---\ntieu_de: a\n---\n[a](jAva&#115;cript:alert(1))\n"),
    "a data address": ("x.md", b"---\ntieu_de: a\n---\n[a](data:text/html;base64,PHNjcmlwdD4=)\n"),
    "an event attribute": ("x.md", b"---\ntieu_de: a\n---\n[a](index.md){: onclick=alert(1) }\n"),
    "arbitrary Python": (
        "x.md",
        b"---\ntieu_de: a\n---\n{{ cycler.__init__.__globals__.os.popen('id').read() }}\n",
    ),
    "a loop": ("x.md", b"---\ntieu_de: a\n---\n{% for i in range(10**9) %}x{% endfor %}\n"),
    "an include": ("x.md", b"---\ntieu_de: a\n---\n{% include 'index.md' %}\n"),
    "an odd name": ("Trang Mới.md", b"---\ntieu_de: a\n---\nx\n"),
    "a page that is a template": ("x.html", b"<script>alert(1)</script>"),
    "a picture with a script": ("x.svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
}


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)


CHECKS = """
import contextlib, io, json, sys
from scripts.check import main
for docs in sys.argv[1:]:
    said, told = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(told):
        code = main(["--docs", docs, "--format", "json"])
    print(json.dumps([code, said.getvalue(), told.getvalue()]), flush=True)
"""
"""Checks one folder of pages after the other, as the command does; a process, for one of them may hang."""


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[int, str, str]]:
    """What the check says of each hostile file, alone among good pages: its code, output and errors."""
    folders = []
    for path, data in HOSTILE.values():
        docs = write(tmp_path_factory.mktemp("hostile") / "docs", SITE)
        (docs / path).parent.mkdir(parents=True, exist_ok=True)
        (docs / path).write_bytes(data)
        folders.append(str(docs))

    done = run("-c", CHECKS, *folders)

    assert done.stderr == ""
    return dict(zip(HOSTILE, map(json.loads, done.stdout.splitlines()), strict=True))


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_named_with_its_fault_and_nothing_else_happens(
    name: str, checked: dict[str, tuple[int, str, str]]
) -> None:
    path, _ = HOSTILE[name]
    code, said, told = checked[name]

    assert code == 1, said + told
    assert "Traceback" not in said + told
    findings = json.loads(said)
    errors = {Path(finding["path"]).name for finding in findings if finding["severity"] == "error"}
    assert errors == {Path(path).name}


def test_a_link_that_leaves_the_folder_of_pages_is_named_and_not_followed(tmp_path: Path) -> None:
    docs = write(tmp_path / "docs", SITE)
    secret = tmp_path / "secret.md"
    secret.write_text("---\ntieu_de: bí mật\n---\nx\n", encoding="utf-8")
    (docs / "x.md").symlink_to(secret)
    (docs / "ra-ngoai").symlink_to(tmp_path, target_is_directory=True)

    done = run("-m", "scripts", "check", "--docs", str(docs), "--format", "json")

    assert done.returncode == 1
    assert "bí mật" not in done.stdout
    assert {Path(finding["path"]).name for finding in json.loads(done.stdout)} == {"x.md", "ra-ngoai"}


def test_all_of_them_at_once_build_nothing_and_leave_no_half_written_site(tmp_path: Path) -> None:
    docs = write(tmp_path / "docs", SITE)
    for number, (path, data) in enumerate(HOSTILE.values()):
        file = docs / Path(path).parent / f"{number}-{Path(path).name}"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)

    done = run("-m", "scripts", "build", "--docs", str(docs), "--out", str(tmp_path / "site"))

    assert done.returncode == 1
    assert "Traceback" not in done.stdout + done.stderr
    assert sorted(f.name for f in tmp_path.iterdir()) == ["docs"]
