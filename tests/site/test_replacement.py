"""A site is replaced whole or not at all, wherever its builder is killed, and nothing else is destroyed."""

import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts.site import replacement
from scripts.site.claim import Claimed, claim
from scripts.site.digest import MARKER
from scripts.site.exchange import exchange
from scripts.site.replacement import ReplacementError, recover, refusal, replace, staging

ROOT = Path(__file__).parents[2]
FILES = (MARKER, "index.html", "quyet-dinh/2021/index.html")


def write(site: Path, text: str) -> None:
    for name in FILES:
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def content(site: Path) -> dict[str, str]:
    files = (path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in files}


def whole(text: str) -> dict[str, str]:
    return dict.fromkeys(FILES, text)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with its sources."""
    root = tmp_path / "project"
    for folder in ("docs/quyet-dinh", "macros", ".git"):
        (root / folder).mkdir(parents=True)
    return root


@pytest.fixture(params=["as the system can", "in two steps"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param == "in two steps":
        monkeypatch.setattr(replacement, "exchange", lambda one, other: False)
    return str(request.param)


@pytest.mark.parametrize("before", ["nothing", "an empty folder", "a site"])
def test_the_new_site_takes_the_place(way: str, before: str, root: Path) -> None:
    target = root / "site"
    if before != "nothing":
        target.mkdir()
    if before == "a site":
        write(target, "old")
        (target / "removed.html").write_text("old", encoding="utf-8")
    with staging(target, root) as new:
        write(new, "new")
        replace(new, target)
    assert content(target) == whole("new")
    assert [path.name for path in root.iterdir() if path.name.startswith("site")] == ["site"]


def test_a_site_goes_where_no_folder_is_yet(root: Path, tmp_path: Path) -> None:
    target = tmp_path / "a/b/site"
    with staging(target, root) as new:
        write(new, "new")
        replace(new, target)
    assert content(target) == whole("new")


def test_a_build_that_fails_leaves_the_old_site_and_nothing_else(root: Path) -> None:
    write(root / "site", "old")

    def build() -> None:
        with staging(root / "site", root) as new:
            write(new, "new")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        build()
    assert content(root / "site") == whole("old")
    assert [path.name for path in root.iterdir() if path.name.startswith("site")] == ["site"]


def test_a_folder_without_the_marker_is_no_site_to_put_in_place(root: Path) -> None:
    with staging(root / "site", root) as new, pytest.raises(ValueError, match=MARKER):
        replace(new, root / "site")


def test_when_the_second_step_fails_the_first_is_taken_back(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = root / "site"
    write(target, "old")
    monkeypatch.setattr(replacement, "exchange", lambda one, other: False)
    rename = Path.rename

    def refuse(path: Path, to: Path) -> Path:
        if path.name.endswith("-moi"):
            raise PermissionError(13, "Permission denied", str(path))
        return rename(path, to)

    with staging(target, root) as new:
        write(new, "new")
        monkeypatch.setattr(Path, "rename", refuse)
        with pytest.raises(ReplacementError, match="không có quyền ghi"):
            replace(new, target)
    assert content(target) == whole("old")


def test_a_half_removed_site_is_never_put_back(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, **_: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    target = root / "site"
    write(target, "old")
    monkeypatch.setattr(replacement, "exchange", lambda one, other: False)
    with staging(target, root) as new:
        write(new, "new")
        with monkeypatch.context() as patched:
            patched.setattr(shutil, "rmtree", refuse)
            replace(new, target)
    assert content(target) == whole("new")
    assert content(root / "site.ban-dung-cu") != {}
    shutil.rmtree(target)
    recover(target)
    assert [path.name for path in root.iterdir() if path.name.startswith("site")] == []


CHILD = """
import os, signal, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from scripts.site import replacement
target, root, way, last = Path(sys.argv[2]), Path(sys.argv[3]), sys.argv[4], int(sys.argv[5])
if way == "in two steps":
    replacement.exchange = lambda one, other: False
events = 0
def count(event, arguments):
    global events
    events += 1
    if events == last:
        os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
sys.addaudithook(count)
with replacement.staging(target, root) as new:
    for name in sys.argv[6:]:
        (new / name).parent.mkdir(parents=True, exist_ok=True)
        (new / name).write_text("new", encoding="utf-8")
    replacement.replace(new, target)
"""


def killed_at_each_system_call(target: Path, root: Path, way: str) -> Iterator[int]:
    """Run a builder that is killed at its first system call, one at its second …, until one comes through."""
    command = [sys.executable, "-I", "-c", CHILD, str(ROOT), str(target), str(root), way]
    for last in range(1, 1000):
        write(target, "old")
        child = subprocess.run([*command, str(last), *FILES], stderr=subprocess.PIPE, text=True, check=False)
        assert child.stderr == ""
        yield last
        if child.returncode == 0:
            return


def test_a_builder_killed_anywhere_leaves_a_whole_site(way: str, root: Path) -> None:
    target = root / "site"
    (root / "a").mkdir()
    (root / "b").mkdir()
    in_one_step = way != "in two steps" and exchange(root / "a", root / "b")
    seen = []
    for last in killed_at_each_system_call(target, root, way):
        if in_one_step:
            assert content(target) in (whole("old"), whole("new")), f"killed at {last}, before any recovery"
        recover(target)
        assert content(target) in (whole("old"), whole("new")), f"killed at {last}"
        assert [path.name for path in root.iterdir() if path.name.startswith("site")] == ["site"]
        seen.append(content(target)[MARKER])
    assert seen == sorted(seen, reverse=True), "old up to one moment, new from there on"
    assert len(seen) > 20
    assert seen.count("new") > 3


HOLDER = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from scripts.site.replacement import staging
with staging(Path(sys.argv[2]), Path(sys.argv[3])) as new:
    (new / "half.html").write_text("half")
    print(new, flush=True)
    sys.stdin.read()
"""


def test_what_a_living_builder_has_is_left_alone_and_what_a_killed_one_left_is_removed(root: Path) -> None:
    target = root / "site"
    command = [sys.executable, "-I", "-c", HOLDER, str(ROOT), str(target), str(root)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        half = Path(holder.stdout.readline().strip(), "half.html")
        with pytest.raises(ReplacementError, match="lượt dựng khác đang ghi"), staging(target, root):
            pass
        with pytest.raises(ReplacementError, match="lượt dựng khác đang ghi"):
            recover(target)
        assert half.is_file()
        holder.send_signal(getattr(signal, "SIGKILL", signal.SIGTERM))
        holder.wait()
    assert half.is_file()
    with staging(target, root) as new:
        assert list(new.iterdir()) == []


def test_a_lock_is_for_one_holder_and_leaves_no_file(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    with claim(lock), pytest.raises(Claimed), claim(lock):
        pass
    with claim(lock):
        pass
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("target", "said"),
    [
        (".", "thư mục của dự án"),
        ("..", "chứa dự án"),
        ("docs", "thư mục docs/ là nguồn"),
        ("docs/quyet-dinh/site", "thư mục docs/ là nguồn"),
        ("docs/../macros/a", "thư mục macros/ là nguồn"),
        (".git/site", "thư mục .git/ là nguồn"),
        ("link-to-docs/site", "thư mục docs/ là nguồn"),
        ("link-to-site", "liên kết tượng trưng"),
        ("broken-link", "liên kết tượng trưng"),
        ("notes.txt", "đó là tệp"),
        ("photos", "có sẵn nội dung"),
    ],
)
def test_a_target_that_is_not_ours_is_refused_and_stays_as_it_is(target: str, said: str, root: Path) -> None:
    write(root / "site", "old")
    (root / "link-to-docs").symlink_to(root / "docs", target_is_directory=True)
    (root / "link-to-site").symlink_to(root / "site", target_is_directory=True)
    (root / "broken-link").symlink_to(root / "missing", target_is_directory=True)
    (root / "notes.txt").write_text("a", encoding="utf-8")
    (root / "photos").mkdir()
    (root / "photos/a.jpg").write_text("a", encoding="utf-8")
    before = sorted(root.parent.rglob("*"))
    assert said in (refusal(root / target, root) or "")
    with pytest.raises(ReplacementError, match=said), staging(root / target, root):
        pass
    assert sorted(root.parent.rglob("*")) == before


@pytest.mark.parametrize("target", ["site", ".cache/site", "../elsewhere", "empty"])
def test_other_targets_may_become_a_site(target: str, root: Path) -> None:
    (root / "empty").mkdir()
    assert refusal(root / target, root) is None


def test_a_target_filled_while_the_site_was_built_is_refused_too(root: Path) -> None:
    target = root / "site"
    with staging(target, root) as new:
        write(new, "new")
        target.mkdir()
        (target / "a.jpg").write_text("a", encoding="utf-8")
        with pytest.raises(ReplacementError, match="có sẵn nội dung"):
            replace(new, target)
    assert content(target) == {"a.jpg": "a"}


def test_a_place_that_cannot_be_written_is_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "notes.txt").write_text("a", encoding="utf-8")
    with (
        pytest.raises(ReplacementError, match=r"Không ghi được .*site: .* là tệp"),
        staging(root / "notes.txt/site", root),
    ):
        pass

    def refuse(path: Path, *_: object, **__: object) -> None:
        raise OSError(30, "Read-only file system", str(path))

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(ReplacementError, match="ổ đĩa chỉ cho đọc"), staging(root / "site", root):
        pass


def test_exchange_takes_two_folders_or_says_that_it_cannot(tmp_path: Path) -> None:
    write(tmp_path / "a", "1")
    write(tmp_path / "b", "2")
    done = exchange(tmp_path / "a", tmp_path / "b")
    assert content(tmp_path / "a") == whole("2" if done else "1")
    assert done or sys.platform not in ("linux", "darwin")
