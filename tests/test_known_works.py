"""A catalogue beside the registry's pages, in the commands and in the settings."""

import json
from pathlib import Path

import pytest

from macros.catalogue import CatalogueError
from scripts import known_works
from scripts.check import main as check_main
from scripts.cite import main as cite_main
from tests.pages import DECISION, write

HEAD = "type,number,title,issued_on,issuer,in_force_from,status,address,source\n"
ROW = "Nghị định,61/2018/NĐ-CP,Về cơ chế một cửa,2018-04-23,Chính phủ,2018-06-21,,,\n"


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    file = tmp_path / "danh-muc.csv"
    file.write_text("\ufeff" + HEAD + ROW, encoding="utf-8")
    return file


def test_cite_knows_the_works_of_a_catalogue(
    tmp_path: Path, listed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = tmp_path / "a.txt"
    text.write_text(
        "Nghị định số 61/2018/NĐ-CP; Nghị định số 61/2018/NĐ-CP ngày 24/4/2018.", encoding="utf-8"
    )
    assert cite_main([str(text), "--format", "json", "--catalogue", str(listed)]) == 0
    first, second = json.loads(capsys.readouterr().out)
    assert (first["key"], first["problems"]) == ("61-2018-nd-cp@2018-04-23", [])
    assert [(p["code"], p["severity"], p["suggestion"]) for p in second["problems"]] == [
        ("TD102", "error", "23/4/2018")
    ]


def test_check_knows_the_works_of_a_catalogue(
    tmp_path: Path, listed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    label = "{{ dieu(1) }}" if "{{ dieu(1) }}" in DECISION else "Điều 1."
    page = DECISION.replace(label, f"{label} Theo Nghị định số 61/2018/NĐ-CP ngày 24/4/2018.", 1)
    docs = write(tmp_path / "docs", {"quyet-dinh/2021/a.md": page})
    check_main(["--docs", str(docs), "--format", "json"])
    assert "TD102" not in capsys.readouterr().out
    assert check_main(["--docs", str(docs), "--format", "json", "--catalogue", str(listed)]) == 1
    assert [row["code"] for row in json.loads(capsys.readouterr().out)].count("TD102") == 1


def test_a_catalogue_tells_its_own_faults_and_is_used(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, text = tmp_path / "danh-muc.csv", tmp_path / "a.txt"
    file.write_text(HEAD + ROW + "Luật,1/2020/QH14,A,2020-13-01,Quốc hội,,,,\n" * 12, encoding="utf-8")
    text.write_text("Nghị định số 61/2018/NĐ-CP", encoding="utf-8")
    assert cite_main([str(text), "--catalogue", str(file)]) == 0
    told = capsys.readouterr().err
    assert "danh-muc.csv” có 2 văn bản, 12 chỗ sai" in told
    assert "dòng 3:" in told
    assert "chỗ nữa" in told


@pytest.mark.parametrize("content", [None, b"\xff\xfe", b"a;b\n1;2\n"])
def test_a_file_that_is_no_catalogue_is_refused_in_words(
    tmp_path: Path, content: bytes | None, capsys: pytest.CaptureFixture[str]
) -> None:
    file, text = tmp_path / "danh-muc.csv", tmp_path / "a.txt"
    text.write_text("Luật này", encoding="utf-8")
    if content is not None:
        file.write_bytes(content)
    assert cite_main([str(text), "--catalogue", str(file)]) == 2
    assert capsys.readouterr().err.startswith(("Không đọc được danh mục", "Danh mục"))


def test_a_catalogue_may_be_named_in_the_settings(
    tmp_path: Path, listed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert known_works.catalogue().works == ()
    monkeypatch.setattr(known_works, "settings", lambda: {"extra": {"danh_muc": str(listed)}})
    assert [work.number for work in known_works.catalogue().works] == ["61/2018/NĐ-CP"]
    monkeypatch.setattr(
        known_works, "settings", lambda: {"extra": {"danh_muc": str(tmp_path / "khong-co.csv")}}
    )
    with pytest.raises(CatalogueError, match="Không đọc được"):
        known_works.catalogue()
