"""`check --fix` mends what is beyond doubt, each page whole or not at all, and touches nothing else."""

import stat
import unicodedata
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.library import load
from scripts import mending
from scripts.check import check, main
from scripts.mending import Mend, mended, mends, write
from scripts.rules import RULES, Mending

HEAD = """\
---
loai: quyết định
so_ky_hieu: 12/QĐ-UBND
ngay_ban_hanh: 07/01/2026
tinh_trang: {status}
co_quan: UBND tỉnh
tham_quyen: Chủ tịch UBND tỉnh
trich_yeu: {subject}
---

"""
DRAFT = HEAD.format(status="dự thảo", subject="Về việc phê duyệt Đề cương")
ISSUED = HEAD.format(status="đã ban hành", subject="Về việc phê duyệt Đề cương")
GUIDE = "---\ntieu_de: Hướng dẫn\n---\n\n"
BODY = "{}\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Quyết định này có hiệu lực kể từ ngày ký./.\n"
PAGE = "quyet-dinh/2026/mau.md"


def nfd(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def put(folder: Path, text: str, path: str = PAGE) -> Path:
    file = folder / "docs" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode())
    return file


def fixed(folder: Path, text: str, path: str = PAGE) -> str:
    """Mend a folder with one page by the command and give the page's text as it is then."""
    file = put(folder, text, path)
    main(["--fix", "--docs", str(folder / "docs")])
    return file.read_bytes().decode()


BASIS = "Căn cứ Nghị định số {} ngày 05/3/2020 của Chính phủ về công tác văn thư."


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        (BASIS.format("30/2020/NĐ-СР"), BASIS.format("30/2020/NĐ-CP")),  # Cyrillic С and Р
        (BASIS.format("30/2020/NÐ-CP"), BASIS.format("30/2020/NĐ-CP")),  # Latin eth
        (nfd("Căn cứ Luật Đất đai."), "Căn cứ Luật Đất đai."),
        (
            "Căn cứ Quyết định số 749/QĐ-TTg ngày 3/6/2020 của Thủ tướng Chính phủ.",
            "Căn cứ Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ.",
        ),
        (
            "Căn cứ Luật Đất đai ngày 5 tháng 2 năm 2024.",
            "Căn cứ Luật Đất đai ngày 05 tháng 02 năm 2024.",
        ),
        (
            "Căn cứ Thông báo số 99- TB/TW ngày 10/01/2025 của Ban Chấp hành Trung ương.",
            "Căn cứ Thông báo số 99-TB/TW ngày 10/01/2025 của Ban Chấp hành Trung ương.",
        ),
        (BASIS.format("3 /2020/NĐ-CP"), BASIS.format("03/2020/NĐ-CP")),
        (nfd(BASIS.format("30/2020/NĐ - СР")), BASIS.format("30/2020/NĐ-CP")),  # one after the other
        ("Căn cứ Luật Ðất đai.", "Căn cứ Luật Đất đai."),
    ],
)
def test_a_draft_is_mended(tmp_path: Path, wrong: str, right: str) -> None:
    assert fixed(tmp_path, DRAFT + BODY.format(wrong)) == DRAFT + BODY.format(right)


@pytest.mark.parametrize(
    "text",
    [
        BASIS.format("30/2020/nđ-cp"),  # letters: a person decides
        BASIS.format("30/2020/NQ-CP"),
        "Căn cứ Quyết định số 749/QĐ-TTg ngày 31/6/2020 của Thủ tướng Chính phủ.",
        "Giao Sở Tài chính  lập dự toán\tnăm 2026.",
        "Theo tài liệu “О реформе” của Liên bang Nga.",
        "Nhóm А1 và Р2.",
        "Xem [bản gốc](https://example.vn/NÐ-CP/3/6/2020).",
        "Ghi `30/2020/NÐ-CP` như sau.",
        "~~~text\n30/2020/NÐ-CP ngày 3/6/2020\n~~~",
        f"Ghi `{nfd('Quyết định')}` như sau.",
        f"Xem [x]({nfd('Quyết-định')}.md) và <https://example.vn/{nfd('Quyết')}>.",
    ],
)
def test_what_is_in_doubt_or_no_text_stays_as_it_is(tmp_path: Path, text: str) -> None:
    page = DRAFT + BODY.format(text)

    assert fixed(tmp_path, page) == page


def test_in_an_issued_document_only_what_nobody_sees_on_paper_is_mended(tmp_path: Path) -> None:
    signed = (
        "Căn cứ Thông báo số 99- TB/TW ngày 3/6/2025 của Ban Chấp hành Trung ương;\n\n"
        "Căn cứ Nghị định số 5/2020/NÐ-СР ngày 5/3/2020 của Chính phủ về {}."
    )
    before = ISSUED + BODY.format(signed.format(nfd("công tác văn thư")))

    after = fixed(tmp_path, before)

    assert after == (ISSUED + BODY.format(signed.format("công tác văn thư"))).replace("NÐ-СР", "NĐ-CP")


@pytest.mark.parametrize("status", ["Đã ban hành", nfd("đã ban hành"), "ban hành", ""])
def test_a_status_that_cannot_be_read_is_not_taken_for_a_draft(tmp_path: Path, status: str) -> None:
    text = HEAD.format(status=status, subject="Về việc A") + BODY.format(
        "Căn cứ Thông báo số 99- TB/TW ngày 3/6/2025 của Ban Chấp hành Trung ương."
    )

    assert "99- TB/TW ngày 3/6/2025" in fixed(tmp_path, text)


def test_a_letter_that_looks_otherwise_on_paper_is_mended_in_drafts_only(tmp_path: Path) -> None:
    basis = BODY.format("Căn cứ Luật ðất đai.")

    assert fixed(tmp_path / "a", DRAFT + basis) == DRAFT + basis.replace("ð", "đ")
    assert fixed(tmp_path / "b", ISSUED + basis) == ISSUED + basis


def test_the_record_is_mended_as_the_text_is(tmp_path: Path) -> None:
    draft = DRAFT.replace("12/QĐ-UBND", '"5 / QĐ-UBND"').replace("Đề cương\n", "Ðề cương\n")

    assert fixed(tmp_path / "a", draft + BODY.format("Căn cứ Luật Đất đai.")) == (
        DRAFT.replace("12/QĐ-UBND", '"05/QĐ-UBND"') + BODY.format("Căn cứ Luật Đất đai.")
    )
    issued = ISSUED.replace("12/QĐ-UBND", "5/QĐ-UBND") + BODY.format("Căn cứ Luật Đất đai.")
    assert fixed(tmp_path / "b", issued) == issued


def test_paths_and_addresses_in_the_record_stay_as_they_are(tmp_path: Path) -> None:
    work = "---\nloai: căn cứ\nten_loai: Luật\nso_ky_hieu: 72/2025/QH15\nnam: 2025\nco_quan: Quốc hội\n"
    work += f"dia_chi: https://example.vn/{nfd('luật')}/NÐ-CP\n---\n"

    assert fixed(tmp_path, work, "can-cu/72-2025-qh15.md") == work


def test_a_quoted_provision_keeps_its_zeros_and_spaces(tmp_path: Path) -> None:
    text = DRAFT + BODY.format("Căn cứ Luật Đất đai.").replace(
        "Quyết định này có hiệu lực kể từ ngày ký./.",
        "Sửa đổi như sau:\n\n“2. Thực hiện từ ngày 3/6/2020.”\n\nĐiều 2. Có hiệu lực từ 4/6/2026./.",
    )

    assert fixed(tmp_path, text) == text.replace("4/6/2026", "04/6/2026")


@pytest.mark.parametrize(
    "quoted",
    [
        "Thay cụm từ “ngày 3/6/2020” bằng cụm từ “đến hết năm”.",
        "Bỏ cụm từ “từ ngày\n3/6/2020” trong đoạn sau.",
        "> Thực hiện từ ngày 3/6/2020.",
    ],
)
def test_words_in_quotation_marks_keep_their_zeros(tmp_path: Path, quoted: str) -> None:
    text = DRAFT + BODY.format(f"Căn cứ Luật Đất đai.\n\n{quoted}\n\nTừ ngày 4/6/2026.")

    assert fixed(tmp_path, text) == text.replace("4/6/2026", "04/6/2026")


def test_what_the_page_accepts_is_not_mended(tmp_path: Path) -> None:
    accepted = DRAFT.replace(
        "---\n\n", "chap_nhan:\n  - {ma: VB202, gia_tri: 3/6/2020, ly_do: chữ như bản gốc}\n---\n\n"
    )
    text = accepted + BODY.format("Căn cứ Luật Đất đai ngày 3/6/2020 và ngày 4/6/2020.")

    assert fixed(tmp_path, text) == text.replace("4/6/2020", "04/6/2020")


def test_a_guide_is_mended_but_not_its_code(tmp_path: Path) -> None:
    text = GUIDE + nfd("Chữ đúng.") + "\n\n~~~~text\n" + nfd("Chữ sai.") + "\n~~~~\n"

    assert fixed(tmp_path, text, "huong-dan/a.md") == text.replace(nfd("Chữ đúng."), "Chữ đúng.")


def test_no_sign_comes_or_goes_by_composing_letters(tmp_path: Path) -> None:
    # U+1FEF would become a backtick, = with U+0338 another sign
    text = GUIDE + "A \u1fefb =\u0338 " + nfd("ế") + "\n"

    assert fixed(tmp_path, text, "huong-dan/a.md") == text.replace(nfd("ế"), "ế")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_byte_order_mark_stay(tmp_path: Path, end: str, mark: str) -> None:
    text = mark + DRAFT + BODY.format(BASIS.format("30/2020/NÐ-CP"))

    after = fixed(tmp_path, text.replace("\n", end))

    assert after == text.replace("NÐ", "NĐ").replace("\n", end)


def test_a_file_keeps_its_rights_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    file = put(tmp_path, GUIDE + nfd("Chữ") + "\n", "huong-dan/a.md")
    file.chmod(0o640)

    main(["--fix", "--docs", str(tmp_path / "docs")])

    assert file.read_text(encoding="utf-8").endswith("Chữ\n")
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert [path.name for path in file.parent.iterdir()] == ["a.md"]


def test_a_page_that_cannot_be_written_stays_whole_and_ends_with_two(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = GUIDE + nfd("Chữ") + "\n"
    file = put(tmp_path, text, "huong-dan/a.md")

    def refused(_source: str, _target: str) -> None:
        raise PermissionError(13, "Permission denied", str(file))

    monkeypatch.setattr(mending.shutil, "copymode", refused)

    assert main(["--fix", "--docs", str(tmp_path / "docs")]) == 2
    assert "Không ghi được" in capsys.readouterr().err
    assert file.read_bytes().decode() == text
    assert [path.name for path in file.parent.iterdir()] == ["a.md"]


def test_what_a_link_leads_to_is_never_written(tmp_path: Path) -> None:
    text = GUIDE + nfd("Chữ") + "\n"
    outside = tmp_path / "ngoai"
    outside.mkdir()
    (outside / "a.md").write_bytes(text.encode())
    put(tmp_path, GUIDE + "Chữ.\n", "index.md")
    (tmp_path / "docs/lien-ket.md").symlink_to(outside / "a.md")
    (tmp_path / "docs/thu-muc").symlink_to(outside, target_is_directory=True)

    main(["--fix", "--docs", str(tmp_path / "docs")])

    assert (outside / "a.md").read_bytes().decode() == text


def test_a_page_that_became_a_link_or_changed_since_the_check_is_left_alone(tmp_path: Path) -> None:
    text = GUIDE + nfd("Chữ") + "\n"
    changed, linked = put(tmp_path, text, "a.md"), put(tmp_path, text, "b/b.md")
    docs = tmp_path / "docs"
    library = load(docs)
    wanted = mends(library, check(library))
    assert {mend.path for mend in wanted} == {"a.md", "b/b.md"}

    changed.write_bytes(f"{text}thêm\n".encode())
    linked.parent.rename(tmp_path / "ngoai")
    (docs / "b").symlink_to(tmp_path / "ngoai", target_is_directory=True)

    assert write(docs, library, wanted) == []
    assert changed.read_bytes().decode() == f"{text}thêm\n"
    assert (tmp_path / "ngoai/b.md").read_bytes().decode() == text


def test_only_the_named_pages_are_mended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    text = GUIDE + nfd("Chữ") + "\n"
    named, other = put(tmp_path, text, "a/a.md"), put(tmp_path, text, "b/b.md")

    main(["--fix", "docs/a"])

    assert named.read_bytes().decode() == GUIDE + "Chữ\n"
    assert other.read_bytes().decode() == text


def test_each_mend_is_told_and_what_is_left_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    put(tmp_path, GUIDE + f"{nfd('Chữ')} 30/2020/NÐ-CP, mất\ufffd.\n", "a.md")

    assert main(["--fix"]) == 1
    told = capsys.readouterr().out
    assert "docs/a.md:5: VB101 đã chuyển 1 chữ sang dạng dựng sẵn: Chữ" in told
    assert "docs/a.md:5: VB102 đã sửa “30/2020/NÐ-CP” thành “30/2020/NĐ-CP”" in told
    assert "VB103" in told
    assert told.endswith("1 lỗi, 0 cảnh báo, 0 đã chấp nhận trong 1 trang\n")


def test_a_page_that_is_clean_after_it_ends_with_zero_and_json_stays_json(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    put(tmp_path, GUIDE + nfd("Chữ") + "\n", "a.md")

    assert main(["--fix", "--format", "json"]) == 0
    captured = capsys.readouterr()
    assert captured.out == "[]\n"
    assert "đã chuyển 1 chữ" in captured.err


def test_mends_are_applied_by_place_and_leave_every_other_sign() -> None:
    wanted = [Mend("a.md", 2, 3, "VB202", "3/6", "03/6"), Mend("a.md", 2, 10, "VB202", "4/6", "04/6")]

    assert mended("một\r\nb 3/6 và 4/6\r\nba", wanted) == "một\r\nb 03/6 và 04/6\r\nba"


def test_the_rules_that_are_mended_are_these() -> None:
    letters = {code for code, rule in RULES.items() if rule.mending is Mending.LETTERS}
    form = {code for code, rule in RULES.items() if rule.mending is Mending.FORM}

    assert letters == {"VB101", "VB102"}
    assert form == {"VB202", "TD407", "TT302"}


PIECES = (
    nfd("Quyết định"),
    "Nghị định số 30/2020/NÐ-СР ngày 5/3/2020 của Chính phủ",
    "Thông báo số 99- TB/TW ngày 3/1/2025",
    "Quyết định số 5 /QĐ-UBND",
    "`3/6/2020 NÐ-CP`",
    "[x](3/6/2020.md)",
    "ngày 3 tháng 2 năm 2020",
    "“",
    "”",
    "Ð",
    "\u0301",
    "=",
    "`",
    "\n",
    "\n\nĐiều 1. ",
    "\n\n1. ",
    "\t",
    "  ",
    "{{ dieu(1) }}",
    "А1",
    "ðt",
    "\r\n",
    "~~~\n",
)


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=5)), max_size=12),
    st.sampled_from([DRAFT, ISSUED]),
)
def test_a_second_run_changes_nothing_and_a_run_changes_nothing_but_letters_zeros_and_spaces(
    tmp_path_factory: pytest.TempPathFactory, pieces: list[str], head: str
) -> None:
    folder = tmp_path_factory.mktemp("hai-lan")
    text = (head + "Căn cứ " + " ".join(pieces)).encode("utf-8", "replace").decode()

    once = fixed(folder, text)

    assert fixed(folder, once) == once
    assert bare(once) == bare(text)
    if head == ISSUED:
        assert alike(once) == alike(text)


def alike(text: str) -> str:
    """Reduce a text to what is seen on paper."""
    return unicodedata.normalize("NFC", text).translate(mending.LOOKALIKES)


def bare(text: str) -> str:
    """Reduce a text to what no mend may change."""
    return "".join(alike(text).replace("0", "").split())


def test_a_page_as_large_as_pages_may_be_is_mended_at_once(tmp_path: Path) -> None:
    line = nfd("Quyết định [số](a.md) về việc phê duyệt Đề cương. " + "Giao các sở, ngành thực hiện. " * 4)
    text = GUIDE + f"{line}\n\n" * 4_000
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/a.md").write_text(GUIDE, encoding="utf-8")

    begun = process_time()
    assert fixed(tmp_path, text, "huong-dan/a.md") == unicodedata.normalize("NFC", text)
    assert process_time() - begun < 60
