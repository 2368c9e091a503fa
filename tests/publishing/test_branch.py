"""A branch holds each release as one commit, pushed whole or not at all, and goes back by one more."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.environment import ROOT
from scripts.publishing.branch import Branch, export, publish, releases, roll_back
from scripts.publishing.built import built_site
from scripts.publishing.release import PublishingError, RefusedError, Release
from tests.sites import FILES, OTHER, built, content

SECOND = FILES | {"index.html": "trang chủ mới", "quyet-dinh/2021/b/index.html": "thêm"}


def git(*arguments: str, where: Path) -> str:
    done = subprocess.run(["git", *arguments], cwd=where, capture_output=True, text=True, check=True)
    return done.stdout.strip()


@pytest.fixture
def branch(tmp_path: Path) -> Branch:
    git("init", "--quiet", "--bare", str(tmp_path / "kho.git"), where=tmp_path)
    git("init", "--quiet", str(tmp_path / "clone"), where=tmp_path)
    return Branch(str(tmp_path / "kho.git"), "pages", tmp_path / "clone")


def put(site: Path, branch: Branch) -> Release:
    release = publish(built_site(site), branch, lambda old, new: None)
    assert release is not None
    return release


def held(branch: Branch, tmp_path: Path) -> dict[str, str]:
    """What a host that shows the branch would show."""
    target = tmp_path / f"shown-{len(list(tmp_path.iterdir()))}"
    git("clone", "--quiet", "--branch", branch.name, branch.remote, str(target), where=tmp_path)
    return {path: text for path, text in content(target).items() if not path.startswith(".git/")}


def tip(branch: Branch) -> str:
    return git("rev-parse", f"refs/heads/{branch.name}", where=Path(branch.remote))


def test_a_branch_holds_the_site_to_the_byte_and_tells_jekyll_to_stay_away(
    tmp_path: Path, branch: Branch
) -> None:
    files = FILES | {"xuong-dong.json": "một\r\nhai\n", ".gitignore": "*.html\n"}
    site = built(tmp_path / "site", files)

    release = put(site, branch)

    assert held(branch, tmp_path) == {**content(site), ".nojekyll": ""}
    assert (
        git("log", "-1", "--format=%s", branch.name, where=Path(branch.remote)) == f"Đăng bản {release.name}"
    )


def test_a_second_release_is_a_second_commit_and_the_first_stays_in_the_history(
    tmp_path: Path, branch: Branch
) -> None:
    first = put(built(tmp_path / "one"), branch)
    old = tip(branch)

    second = put(built(tmp_path / "two", SECOND, OTHER), branch)

    assert git("rev-parse", f"{branch.name}^", where=Path(branch.remote)) == old
    assert (second.before, [(r.name, r.is_current) for r in releases(branch)]) == (
        first.name,
        [(second.name, True), (first.name, False)],
    )


def test_the_same_site_is_not_published_twice(tmp_path: Path, branch: Branch) -> None:
    site = built(tmp_path / "site")
    put(site, branch)
    old = tip(branch)

    assert publish(built_site(site), branch, lambda before, new: None) is None

    assert tip(branch) == old


def test_the_approval_is_asked_with_what_was_and_what_will_be(tmp_path: Path, branch: Branch) -> None:
    asked = []
    put(built(tmp_path / "one"), branch)

    publish(
        built_site(built(tmp_path / "two", SECOND)),
        branch,
        lambda old, new: asked.append((old.read("index.html"), new.read("index.html"), set(new.files))),
    )

    assert asked == [
        (FILES["index.html"].encode(), "trang chủ mới".encode(), {*SECOND, "ban-dung.json", ".nojekyll"})
    ]


def test_going_back_is_a_commit_with_the_earlier_tree(tmp_path: Path, branch: Branch) -> None:
    first = put(built(tmp_path / "one"), branch)
    put(built(tmp_path / "two", SECOND, OTHER), branch)

    assert roll_back(branch, "").name == first.name

    assert held(branch, tmp_path)["index.html"] == FILES["index.html"]
    log = git("log", "--format=%s", branch.name, where=Path(branch.remote)).splitlines()
    assert log[0] == f"Trở lại bản {first.name}"
    assert len(log) == 3
    with pytest.raises(PublishingError, match="Không còn bản nào trước"):
        roll_back(branch, "")
    assert roll_back(branch, OTHER[:12]).commit == OTHER[:12]
    assert held(branch, tmp_path)["index.html"] == "trang chủ mới"


def test_after_going_back_a_new_release_leads_back_to_what_it_replaced(
    tmp_path: Path, branch: Branch
) -> None:
    first = put(built(tmp_path / "one"), branch)
    put(built(tmp_path / "two", SECOND, OTHER), branch)
    roll_back(branch, "")
    third = put(built(tmp_path / "three", FILES | {"index.html": "ba"}), branch)

    assert third.before == first.name
    assert roll_back(branch, "").name == first.name


def test_what_the_branch_holds_can_be_written_out_and_published_again(tmp_path: Path, branch: Branch) -> None:
    site = built(tmp_path / "site")
    put(site, branch)

    export(branch, tmp_path / "public")

    assert content(tmp_path / "public") == {**content(site), ".nojekyll": ""}
    assert publish(built_site(tmp_path / "public"), branch, lambda old, new: None) is None
    with pytest.raises(PublishingError, match="đã có"):
        export(branch, tmp_path / "public")


def test_a_refusal_leaves_the_branch_as_it_was(tmp_path: Path, branch: Branch) -> None:
    put(built(tmp_path / "one"), branch)
    old = tip(branch)
    tampered = built(tmp_path / "two", SECOND)
    known = built_site(tampered)
    (tampered / "index.html").write_text("sửa", encoding="utf-8")

    with pytest.raises(RefusedError, match="kiểm chứng"):
        publish(known, branch, lambda before, new: None)

    assert tip(branch) == old


def test_a_branch_of_other_commits_is_never_written_to(tmp_path: Path, branch: Branch) -> None:
    clone = tmp_path / "clone"
    (clone / "a.md").write_text("nguồn", encoding="utf-8")
    git("add", "a.md", where=clone)
    git("-c", "user.name=A", "-c", "user.email=a@localhost", "commit", "-qm", "Source", where=clone)
    git("push", "--quiet", branch.remote, "HEAD:refs/heads/main", where=clone)
    main = Branch(branch.remote, "main", branch.project)
    old = tip(main)

    with pytest.raises(PublishingError, match="--branch"):
        put(built(tmp_path / "site"), main)

    assert tip(main) == old


def test_whoever_publishes_second_at_the_same_time_is_told_and_overwrites_nothing(
    tmp_path: Path, branch: Branch
) -> None:
    put(built(tmp_path / "one"), branch)

    def meanwhile(old: object, new: object) -> None:
        put(built(tmp_path / "two", SECOND, OTHER), branch)

    with pytest.raises(PublishingError, match="chạy lại"):
        publish(built_site(built(tmp_path / "three", FILES | {"index.html": "ba"})), branch, meanwhile)

    assert held(branch, tmp_path)["index.html"] == "trang chủ mới"


def test_a_full_disk_is_told_and_leaves_the_branch_as_it_was(
    tmp_path: Path, branch: Branch, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(built(tmp_path / "one"), branch)
    old = tip(branch)

    def full(*arguments: object, **more: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("scripts.publishing.branch.shutil.copytree", full)
    with pytest.raises(PublishingError, match="ổ đĩa hết chỗ"):
        put(built(tmp_path / "two", SECOND), branch)

    assert tip(branch) == old


@pytest.mark.parametrize("remote", ["{}/khong-co.git", "file:///khong/co/kho"])
def test_a_repository_that_is_not_there_is_told_in_gits_words(
    tmp_path: Path, branch: Branch, remote: str
) -> None:
    nowhere = Branch(remote.format(tmp_path), "pages", branch.project)

    with pytest.raises(PublishingError, match="Git báo lỗi"):
        put(built(tmp_path / "site"), nowhere)


def test_nothing_of_the_users_checkout_or_of_a_calling_hook_is_touched(
    tmp_path: Path, branch: Branch, monkeypatch: pytest.MonkeyPatch
) -> None:
    clone = tmp_path / "clone"
    before = content(clone)
    monkeypatch.setenv("GIT_DIR", str(clone / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(clone / ".git/index"))

    put(built(tmp_path / "site"), branch)

    assert content(clone) == before


KILLED = """
import os, sys
from pathlib import Path
from scripts.publishing.branch import Branch, publish, roll_back
from scripts.publishing.built import built_site
site, remote, clone, last, count = Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]), int(sys.argv[4]), 0

def die(event, arguments):
    global count
    if event == "subprocess.Popen":
        count += 1
        if count > last:
            os._exit(9)

sys.addaudithook(die)
branch = Branch(remote, "pages", clone)
if site.is_dir():
    publish(built_site(site), branch, lambda old, new: None)
else:
    roll_back(branch, "")
"""


@pytest.mark.parametrize("way", ["publishing", "going back"])
def test_killed_before_any_step_the_branch_holds_a_whole_release_and_the_next_run_succeeds(
    tmp_path: Path, branch: Branch, way: str
) -> None:
    put(built(tmp_path / "zero", FILES | {"index.html": "zero"}), branch)
    put(built(tmp_path / "one", FILES | {"index.html": "one"}), branch)
    two = built(tmp_path / "two", FILES | {"index.html": "two"}, OTHER)
    site = str(two) if way == "publishing" else "-"
    old, code, steps = tip(branch), 9, 0
    while code == 9:
        assert tip(branch) == old
        command = [sys.executable, "-c", KILLED, site, branch.remote, str(branch.project), str(steps)]
        code = subprocess.run(
            command, cwd=ROOT, env={**os.environ, "TMPDIR": str(tmp_path)}, check=False
        ).returncode
        steps += 1
    assert code == 0
    assert steps > 8
    assert held(branch, tmp_path)["index.html"] == ("two" if way == "publishing" else "zero")
