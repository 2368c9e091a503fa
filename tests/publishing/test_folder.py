"""A folder's readers see a whole release at any moment, wherever its publisher is killed."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.environment import ROOT
from scripts.publishing import folder
from scripts.publishing.built import built_site
from scripts.publishing.folder import publish, refusal, releases, roll_back
from scripts.publishing.release import PublishingError, RefusedError, Release
from scripts.site.claim import claim
from tests.sites import COMMIT, FILES, OTHER, built, content

SECOND = FILES | {"index.html": "trang chủ mới", "quyet-dinh/2021/b/index.html": "thêm"}


def put(site: Path, place: Path, keep: int = 5) -> Release:
    release = publish(built_site(site), place, keep, lambda old, new: None)
    assert release is not None
    return release


def seen(place: Path) -> dict[str, str]:
    """What readers see: through the link, as a web server does."""
    return content((place / "current").resolve())


@pytest.fixture(autouse=True)
def _disks_own_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Writing out all that a busy machine holds back can take minutes, and is nothing of ours."""
    monkeypatch.setattr(os, "sync", lambda: None)


@pytest.fixture
def sites(tmp_path: Path) -> list[Path]:
    """Four sites that differ."""
    texts = ("một", "hai", "ba", "bốn")
    return [built(tmp_path / text, FILES | {"index.html": text}) for text in texts]


def test_a_release_lies_whole_in_its_own_folder_and_is_led_to_by_one_link(tmp_path: Path) -> None:
    site = built(tmp_path / "site")

    release = put(site, tmp_path / "web")

    assert (tmp_path / "web/current").readlink() == Path("releases", release.name)
    assert release.commit == COMMIT[:12]
    assert seen(tmp_path / "web") == content(site)
    assert sorted(f.name for f in (tmp_path / "web").iterdir()) == ["current", "releases"]


def test_files_can_be_read_by_a_web_server_whatever_the_publishers_umask(tmp_path: Path) -> None:
    site = built(tmp_path / "site")
    before = os.umask(0o077)
    try:
        release = put(site, tmp_path / "web")
    finally:
        os.umask(before)

    made = tmp_path / "web/releases" / release.name
    assert {path.stat().st_mode & 0o777 for path in made.rglob("*") if path.is_file()} == {0o644}
    assert {
        path.stat().st_mode & 0o777
        for path in [made.parents[1], made.parent, made, *made.rglob("*")]
        if path.is_dir()
    } == {0o755}


def test_a_second_release_takes_over_and_the_first_stays_for_open_pages(tmp_path: Path) -> None:
    first = put(built(tmp_path / "one"), tmp_path / "web")
    second = put(built(tmp_path / "two", SECOND, OTHER), tmp_path / "web")

    assert second.before == first.name
    assert seen(tmp_path / "web")["index.html"] == "trang chủ mới"
    assert (tmp_path / "web/previous").readlink().name == first.name
    assert [(r.name, r.is_current) for r in releases(tmp_path / "web")] == [
        (second.name, True),
        (first.name, False),
    ]


def test_the_same_site_is_not_published_twice(tmp_path: Path) -> None:
    site = built(tmp_path / "site")
    put(site, tmp_path / "web")

    assert publish(built_site(site), tmp_path / "web", 5, lambda old, new: None) is None

    assert len(list((tmp_path / "web/releases").glob("*Z-*"))) == 2  # the release, and what it replaced


def test_a_time_changes_exactly_when_the_content_does(tmp_path: Path) -> None:
    put(built(tmp_path / "one"), tmp_path / "web")
    before = {path: (tmp_path / "web/current" / path).stat().st_mtime for path in FILES}

    put(built(tmp_path / "two", FILES | {"index.html": FILES["index.html"].upper()}), tmp_path / "web")

    after = {path: (tmp_path / "web/current" / path).stat().st_mtime for path in FILES}
    assert {path for path in FILES if after[path] != before[path]} == {"index.html"}
    assert int(after["index.html"]) > int(before["index.html"])  # a server's seconds differ too


def test_going_back_shows_the_release_before_and_again_the_one_before_that(
    tmp_path: Path, sites: list[Path]
) -> None:
    web = tmp_path / "web"
    names = [put(site, web).name for site in sites[:3]]

    assert roll_back(web, "").name == names[1]
    assert seen(web)["index.html"] == "hai"
    assert roll_back(web, "").name == names[0]
    assert seen(web)["index.html"] == "một"
    with pytest.raises(PublishingError, match=names[2]):
        roll_back(web, "")


def test_after_going_back_a_new_release_leads_back_to_what_it_replaced_not_to_the_withdrawn(
    tmp_path: Path, sites: list[Path]
) -> None:
    web = tmp_path / "web"
    names = [put(site, web).name for site in sites[:2]]
    roll_back(web, "")
    put(sites[2], web)

    assert roll_back(web, "").name == names[0]


def test_going_to_a_release_by_name_or_by_commit_also_leads_forward(tmp_path: Path) -> None:
    web = tmp_path / "web"
    first = put(built(tmp_path / "one"), web)
    second = put(built(tmp_path / "two", SECOND, OTHER), web)

    assert roll_back(web, first.name).name == first.name
    assert roll_back(web, OTHER).name == second.name
    assert seen(web)["index.html"] == "trang chủ mới"


def test_a_release_that_was_changed_where_it_lies_is_not_shown_again(tmp_path: Path) -> None:
    web = tmp_path / "web"
    first = put(built(tmp_path / "one"), web)
    put(built(tmp_path / "two", SECOND, OTHER), web)
    (web / "releases" / first.name / "index.html").write_text("sửa", encoding="utf-8")

    with pytest.raises(RefusedError):
        roll_back(web, "")

    assert seen(web)["index.html"] == "trang chủ mới"


def test_old_releases_go_but_never_those_that_are_still_needed(tmp_path: Path, sites: list[Path]) -> None:
    web = tmp_path / "web"
    names = [put(site, web, keep=2).name for site in sites[:3]]
    assert [release.name for release in releases(web)] == [names[2], names[1]]

    roll_back(web, names[1])
    last = put(sites[3], web, keep=1).name

    assert [release.name for release in releases(web)] == [last, names[1]]
    assert sorted(f.name for f in (web / "releases").iterdir()) == sorted(
        name for known in (last, names[1]) for name in (known, f"{known}.truoc")
    )


def test_a_refusal_leaves_the_folder_as_it_was(tmp_path: Path) -> None:
    web = tmp_path / "web"
    put(built(tmp_path / "one"), web)
    before = content(web)

    def never(old: object, new: object) -> None:
        raise RefusedError("không")

    with pytest.raises(RefusedError, match="không"):
        publish(built_site(built(tmp_path / "two", SECOND)), web, 5, never)
    tampered = built(tmp_path / "three", SECOND)
    known = built_site(tampered)
    (tampered / "index.html").write_text("sửa", encoding="utf-8")
    with pytest.raises(RefusedError, match="kiểm chứng"):
        publish(known, web, 5, lambda old, new: None)

    assert content(web) == before


def test_a_full_disk_leaves_readers_where_they_were_and_nothing_half_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    web = tmp_path / "web"
    put(built(tmp_path / "one"), web)
    two = built(tmp_path / "two", SECOND)

    def full(source: Path, target: Path) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(target))

    with monkeypatch.context() as now:
        now.setattr(folder.shutil, "copyfile", full)
        with pytest.raises(PublishingError, match="ổ đĩa hết chỗ"):
            put(two, web)

    assert seen(web)["index.html"] == FILES["index.html"]
    assert len(list((web / "releases").iterdir())) == 2  # the release, and what it replaced
    put(two, web)
    assert seen(web)["index.html"] == "trang chủ mới"


def test_a_link_removed_by_hand_takes_no_address_out_of_the_comparison(tmp_path: Path) -> None:
    web = tmp_path / "web"
    site = built(tmp_path / "one")
    first = put(site, web)
    (web / "current").unlink()
    asked = []

    publish(built_site(site), web, 5, lambda old, new: asked.append(set(old.files)))

    assert asked == [{*FILES, "ban-dung.json"}]
    assert releases(web)[0].before == first.name
    assert seen(web)["index.html"] == FILES["index.html"]


def test_two_publishers_do_not_meet(tmp_path: Path) -> None:
    web = tmp_path / "web"
    put(built(tmp_path / "one"), web)

    with claim(web / ".dang-dang"), pytest.raises(PublishingError, match="lượt đăng khác"):
        put(built(tmp_path / "two", SECOND), web)

    put(built(tmp_path / "two", SECOND), web)


@pytest.mark.parametrize("what", ["a file", "a foreign folder", "a real current"])
def test_a_place_that_holds_other_things_is_refused(tmp_path: Path, what: str) -> None:
    place = tmp_path / "web"
    match what:
        case "a file":
            place.write_text("x", encoding="utf-8")
        case "a foreign folder":
            (place / "wordpress").mkdir(parents=True)
        case _:
            (place / "current").mkdir(parents=True)

    with pytest.raises(PublishingError, match="Không đăng vào"):
        put(built(tmp_path / "site"), place)


def test_windows_cannot_switch_a_link_and_is_told_what_it_can(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(folder.sys, "platform", "win32")

    said = refusal(tmp_path / "web")

    assert said is not None
    assert "kho Git" in said
    assert "WSL" in said


KILLED = """
import os, sys, traceback
from pathlib import Path
from scripts.publishing.built import built_site
from scripts.publishing.folder import publish, roll_back
CHANGES = ("os.rename", "os.mkdir", "os.remove", "os.rmdir", "os.symlink", "os.utime", "os.chmod",
           "shutil.copyfile", "shutil.rmtree")

def die(event, arguments):
    global count
    writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR)
    if (event in CHANGES or writes) and str(place) in " ".join(map(str, arguments)):
        count += 1
        if count > last:
            os._exit(9)

known = built_site(Path(sys.argv[1])) if sys.argv[1] != "-" else None
os.sync = lambda: None
for last, line in enumerate(sys.stdin):
    place, count = Path(line.rstrip()), 0
    if process := os.fork():
        print(os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]), flush=True)
        continue
    try:
        sys.addaudithook(die)
        if known:
            publish(known, place, 1, lambda old, new: None)
        else:
            roll_back(place, "")
    except Exception:
        traceback.print_exc()
        os._exit(1)
    os._exit(0)
"""
"""Publishes into each folder that it is told, in processes that end one change later each time."""


@pytest.mark.parametrize("way", ["publishing", "going back"])
def test_killed_before_any_change_readers_see_a_whole_release_and_the_next_run_succeeds(
    tmp_path: Path, way: str
) -> None:
    """The process ends, as by SIGKILL, before its first, second, third … change on the disk."""
    zero, one, two, three = (
        built(tmp_path / name, {"index.html": name, "a/index.html": "trang"}, OTHER)
        for name in ("zero", "one", "two", "three")
    )
    shown, code, steps = [], "9", 0
    command = [sys.executable, "-c", KILLED, str(two) if way == "publishing" else "-"]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as publisher:
        assert publisher.stdin
        assert publisher.stdout
        while code == "9":
            web = tmp_path / f"web-{steps}"
            names = [put(site, web).name for site in (zero, one)]
            print(web, file=publisher.stdin, flush=True)
            code = publisher.stdout.readline().strip()
            steps += 1
            current = (web / "current").resolve()
            assert folder.confirm(current, built_site(current)), steps
            shown.append((current / "index.html").read_text(encoding="utf-8"))

            assert roll_back(web, names[1]).name == names[1]
            put(three, web)
            assert seen(web)["index.html"] == "three"
            assert not list((web / "releases").glob(".*"))
    assert code == "0"
    after = "two" if way == "publishing" else "zero"
    assert shown == ["one"] * shown.count("one") + [after] * shown.count(after)
    assert shown.count("one") > 5
    assert shown.count(after) > 1
