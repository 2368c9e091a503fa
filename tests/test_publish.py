"""The command publishes, lists and goes back, and refuses in words that say what to do."""

import json
import subprocess
from pathlib import Path

import pytest

from scripts.environment import ROOT
from scripts.publish import main
from tests.sites import FILES, OTHER, built

SECOND = FILES | {"quyet-dinh/2021/b/index.html": "thêm"}
GONE = {path: text for path, text in FILES.items() if path != "quyet-dinh/2021/a/index.html"}


@pytest.fixture(params=["folder", "repository"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    if request.param == "folder":
        return tmp_path / "web"
    subprocess.run(["git", "init", "--quiet", "--bare", str(tmp_path / "kho.git")], check=True)
    return tmp_path / "kho.git"


def run(place: Path, *arguments: str) -> int:
    return main(["--to", str(place), *arguments])


def test_publishing_listing_and_going_back(
    place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(place, "--site", str(built(tmp_path / "one"))) == 0
    assert "Đã đăng 3 trang" in capsys.readouterr().out
    assert run(place, "--site", str(built(tmp_path / "two", SECOND, OTHER))) == 0
    said = capsys.readouterr().out
    assert f"Đã đăng 4 trang lên {place}" in said
    assert "--rollback" in said
    assert run(place, "--site", str(tmp_path / "two")) == 0
    assert "không có gì phải thay" in capsys.readouterr().out

    assert run(place, "--list") == 0
    newest, oldest = capsys.readouterr().out.splitlines()
    assert newest.partition("  ")[0].endswith(OTHER[:12])
    assert newest.endswith("đang đăng")
    assert not oldest.endswith("đang đăng")

    assert run(place, "--rollback") == 0
    assert oldest.partition("  ")[0] in capsys.readouterr().out
    assert run(place, "--rollback", OTHER) == 0
    assert newest.partition("  ")[0] in capsys.readouterr().out
    assert run(place, "--rollback", "khong-co") == 2
    assert oldest.partition("  ")[0] in capsys.readouterr().err


def test_a_lost_address_is_refused_by_name_with_the_remedy(
    place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(place, "--site", str(built(tmp_path / "one"))) == 0

    assert run(place, "--site", str(built(tmp_path / "two", GONE))) == 1

    said = capsys.readouterr().err
    assert "  /quyet-dinh/2021/a/\n" in said
    assert "dia_chi_cu" in said
    assert run(place, "--site", str(tmp_path / "two"), "--bo-dia-chi") == 0
    assert "/quyet-dinh/2021/a/" in capsys.readouterr().err
    assert run(place, "--site", str(tmp_path / "two")) == 0


def test_a_lost_id_is_told_and_published(
    place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = FILES["quyet-dinh/2021/a/index.html"].replace('id="dieu-2"', 'id="dieu-3"')
    assert run(place, "--site", str(built(tmp_path / "one"))) == 0

    assert (
        run(place, "--site", str(built(tmp_path / "two", FILES | {"quyet-dinh/2021/a/index.html": page})))
        == 0
    )

    assert "/quyet-dinh/2021/a/#dieu-2" in capsys.readouterr().err


def test_a_long_list_of_lost_addresses_is_cut(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    many = FILES | {f"nam/{year}/index.html": "x" for year in range(1945, 2026)}
    assert run(tmp_path / "web", "--site", str(built(tmp_path / "one", many))) == 0

    assert run(tmp_path / "web", "--site", str(built(tmp_path / "two"))) == 1

    assert "… và 41 nữa" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"da_kiem_chung": False}, "chưa được kiểm chứng"),
        ({"commit": None}, "--chua-commit"),
        ({"sha256": "0"}, "khác lúc"),
    ],
)
def test_a_site_that_must_not_be_published_is_refused(
    place: Path, tmp_path: Path, facts: dict[str, object], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    site = built(tmp_path / "one")
    marker = json.loads((site / "ban-dung.json").read_text(encoding="utf-8"))
    (site / "ban-dung.json").write_text(json.dumps(marker | facts), encoding="utf-8")

    assert run(place, "--site", str(site)) == 1

    told = capsys.readouterr().err
    assert said in told
    assert "Không đăng" in told
    run(place, "--list")
    assert capsys.readouterr().out == "Chưa có bản nào được đăng ở đây.\n"


def test_uncommitted_changes_and_a_reserved_address_are_warned_of(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = built(tmp_path / "one", commit=None, dia_chi="https://van-ban.example/")

    assert run(tmp_path / "web", "--site", str(site), "--chua-commit") == 0

    said = capsys.readouterr().err
    assert "https://van-ban.example/" in said
    assert "chưa commit" in said


@pytest.mark.parametrize("where", [".", "docs", "site/x", "..", "scripts/a/b"])
def test_the_project_is_no_place_to_publish_to(where: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(ROOT / where, "--list") == 2

    assert "dự án" in capsys.readouterr().err


def test_the_built_site_is_no_place_to_publish_to(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = built(tmp_path / "site")

    assert run(site, "--site", str(site)) == 2
    assert run(site / "web", "--site", str(site)) == 2

    assert "trang web đã dựng" in capsys.readouterr().err


def test_what_is_for_a_repository_only_is_said_for_a_folder_and_the_other_way(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    subprocess.run(["git", "init", "--quiet", "--bare", str(tmp_path / "kho.git")], check=True)

    assert run(tmp_path / "web", "--export", str(tmp_path / "public")) == 2
    assert run(tmp_path / "kho.git", "--nginx", "van-ban.example") == 2

    assert "--export chỉ dùng với kho Git" in capsys.readouterr().err


def test_what_is_published_is_written_out_for_a_host_that_wants_a_folder(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "--quiet", "--bare", str(tmp_path / "kho.git")], check=True)
    site = built(tmp_path / "one")

    assert run(tmp_path / "kho.git", "--site", str(site), "--export", str(tmp_path / "public")) == 0

    assert (tmp_path / "public/index.html").read_text(encoding="utf-8") == FILES["index.html"]


@pytest.mark.parametrize("count", ["0", "-1", "nhiều"])
def test_a_number_of_releases_to_keep_must_be_one(tmp_path: Path, count: str) -> None:
    with pytest.raises(SystemExit) as ended:
        run(tmp_path / "web", f"--keep={count}")
    assert ended.value.code == 2


def test_the_help_is_vietnamese_and_gives_examples(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])

    said = capsys.readouterr().out
    assert "Mã thoát" in said
    assert "python3 -m scripts publish --to origin" in said
