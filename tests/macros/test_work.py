"""A legal work: how it is named, what its title is looked up by, and where its official text is."""

from datetime import date

import pytest

from macros.work import Work, item_of, official_address, plain_subject, plain_title


@pytest.mark.parametrize(
    ("type_", "number", "title", "cited"),
    [
        ("Nghị định", "30/2020/NĐ-CP", "Về công tác văn thư", "Nghị định số 30/2020/NĐ-CP"),
        ("Luật", "67/2006/QH11", "Công nghệ thông tin", "Luật Công nghệ thông tin số 67/2006/QH11"),
        ("Luật", "", "Đất đai", "Luật Đất đai"),
        (
            "Luật",
            "47/2019/QH14",
            "Sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ",
            "Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ số 47/2019/QH14",
        ),
    ],
)
def test_a_work_is_cited_as_documents_do(type_: str, number: str, title: str, cited: str) -> None:
    assert Work("a", type_, number, date(2020, 1, 1), 2020, "Quốc hội", title).cited_as == cited


@pytest.mark.parametrize(
    "title", ["Hải quan", "Luật Hải quan", "LUẬT HẢI QUAN", "luật  hải quan", "Luật Hải quan số 54/2014/QH13"]
)
def test_a_law_is_looked_up_by_its_title_however_it_is_written(title: str) -> None:
    assert plain_title(title) == "hai quan"


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Về việc ban hành Kế hoạch chuyển đổi số", "ke hoach chuyen doi so"),
        ("về việc ban hành Kế hoạch Chuyển đổi số;", "ke hoach chuyen doi so"),
        ("Phê duyệt “Chương trình Chuyển đổi số quốc gia”", "chuong trinh chuyen doi so quoc gia"),
        ("Nghị định số 269/2025/NĐ-CP Về phát triển đô thị thông minh", "phat trien do thi thong minh"),
        ("Thông tư quy định về muối", "thong tu quy dinh ve muoi"),
    ],
)
def test_a_subject_is_reduced_to_the_words_that_say_it(text: str, subject: str) -> None:
    assert plain_subject(text) == subject


def test_the_official_address_is_built_from_the_item() -> None:
    address = official_address(70819)
    assert address == "https://vbpl.vn/TW/Pages/vbpq-toanvan.aspx?ItemID=70819"
    assert item_of(address) == 70819


def test_another_address_stands_where_there_is_no_item() -> None:
    assert official_address(None, "https://congbao.chinhphu.vn/a") == "https://congbao.chinhphu.vn/a"
    assert official_address(None) == ""
    assert item_of("https://congbao.chinhphu.vn/?ItemID=1") is None
