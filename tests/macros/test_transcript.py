from pathlib import Path

import pytest

from macros.library import load
from macros.transcript import transcript
from tests.pages import DECISION as PAGE
from tests.pages import SITE, write

DECISION = "quyet-dinh/2021/12-qd-ubnd.md"
OUTLINE = "de-cuong/2021/de-an-thu.md"


def copied(folder: Path, path: str, pages: dict[str, str] = SITE) -> str:
    library = load(write(folder, pages))
    return transcript(library.documents[path], library)


def test_a_decision_reads_as_on_paper(tmp_path: Path) -> None:
    assert copied(tmp_path, DECISION) == (
        "ỦY BAN NHÂN DÂN TỈNH THANH HÓA\nSố: 12/QĐ-UBND\n\n"
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "Thanh Hóa, ngày 05 tháng 02 năm 2021\n\n"
        "QUYẾT ĐỊNH\nVề việc phê duyệt Đề cương Đề án thử\n\n"
        "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH THANH HÓA\n\n"
        "Căn cứ Luật Tổ chức chính quyền địa phương.\n\n"
        "QUYẾT ĐỊNH:\n\n"
        "Điều 1. Phê duyệt Đề cương Đề án thử.\n\n"
        "Điều 2. Tổ chức thực hiện\n\n"
        "1. Giao UBND tỉnh theo dõi.\n\n"
        "2. Báo cáo kết quả.\n\n"
        "Điều 3. Quyết định này có hiệu lực kể từ ngày ký./.\n\n"
        "Nơi nhận:\n- Như Điều 3;\n- Lưu: VT.\n\n"
        "CHỦ TỊCH\nNgười Ký\n\n"
        "-----\n\n"
        "Chỉ văn bản đã ký là bản chính thức. Bản chữ này giúp tra cứu.\n"
    )


def test_an_outline_reads_as_on_paper(tmp_path: Path) -> None:
    assert copied(tmp_path, OUTLINE) == (
        "ĐỀ CƯƠNG\nĐề án thử\n\n"
        "(Kèm theo Quyết định số 12/QĐ-UBND ngày 05 tháng 02 năm 2021 "
        "của Chủ tịch Ủy ban nhân dân tỉnh Thanh Hóa)\n\n"
        "I. SỰ CẦN THIẾT\n\n1. Cơ sở.\n\n- Các văn bản.\n\n"
        "-----\n\nChỉ văn bản đã ký là bản chính thức. Bản chữ này giúp tra cứu.\n"
    )


@pytest.mark.parametrize(
    ("text", "copy"),
    [
        (
            '    Điều 1. Theo {{ xem("b") }}\n\n    {{ dieu(2) }} B\n\n    {{ khoan(1, khoa="b") }} C',
            "Điều 1. Theo khoản 1 Điều 2\n\nĐiều 2. B\n\n1. C\n\nCHỦ TỊCH\nNgười Ký",
        ),
        ("    {{ chuong(1) }}\n\n    CHUNG", "Chương I\nCHUNG\n\nCHỦ TỊCH\nNgười Ký"),
        (
            "    Điều 1. A\n\n    {{ noi_nhan() }}\n\n    PHỤ LỤC\n\n    1. B",
            "Điều 1. A\n\nNơi nhận:\n- Như Điều 3;\n- Lưu: VT.\n\nCHỦ TỊCH\nNgười Ký\n\nPHỤ LỤC\n\n1. B",
        ),
        (
            "    Điều 1. A\n\n    Nơi nhận:\n    - Dán từ giấy.",
            "Điều 1. A\n\nNơi nhận:\n- Dán từ giấy.\n\nCHỦ TỊCH\nNgười Ký",
        ),
        (
            "    Điều 1. A\n\n    | B | C |\n    |---|---|\n    | 1 | 2 |",
            "Điều 1. A\n\n| B | C |\n|---|---|\n| 1 | 2 |\n\nCHỦ TỊCH\nNgười Ký",
        ),
    ],
)
def test_references_recipients_and_signature_stand_where_the_page_has_them(
    tmp_path: Path, text: str, copy: str
) -> None:
    head = PAGE.split("    Căn cứ")[0]
    whole = copied(tmp_path, DECISION, {DECISION: head + text})
    assert whole.partition("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH THANH HÓA\n\n")[2].partition("\n\n-----")[0] == copy


def test_the_superior_body_stands_above_the_issuer_and_the_source_in_the_notice(tmp_path: Path) -> None:
    page = PAGE.replace("    nguoi_ky:", "    chu_quan: Bộ A\n    nguon: Bản PDF.\n    nguoi_ky:")
    whole = copied(tmp_path, DECISION, {DECISION: page})
    assert whole.startswith("BỘ A\nỦY BAN NHÂN DÂN TỈNH THANH HÓA\n")
    assert whole.endswith("Bản chữ này giúp tra cứu. Bản PDF.\n")


def test_only_documents_are_copied(tmp_path: Path) -> None:
    with pytest.raises(TypeError, match=r"index\.md"):
        copied(tmp_path, "index.md")
