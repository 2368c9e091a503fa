import pytest

from macros.citing.titles import names_no_law, read_amending_title, read_named_title, read_title


@pytest.mark.parametrize(
    "marked",
    [
        "Ngân sách nhà nước|, các hội có tính chất đặc thù",
        "Giáo dục nghề nghiệp| và quy định tại Thông tư này",
        "Dân quân tự vệ| giữa các cấp ngân sách",
        "Công nghiệp công nghệ số| 71/2025/QH15",
        "Chuyển đổi số| số 148/2025/QH15",
        "PPP| (được sửa đổi)",
        "Giáo dục thể chất| số 12/2030/QH16",
        "Kinh tế vũ trụ và khai thác ngoài trái đất| ngày 12/5/2031",
        "Kinh tế vũ trụ| được Quốc hội thông qua",
        "Người đi làm việc trên Mặt Trăng theo hợp đồng| số 12/2031/QH16",
        "sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Giá| ngày 22/11/2019",
        "Sửa đổi điều 10 của Pháp lệnh Dân số|;",
        "|được Quốc hội thông qua",
        "|này",
    ],
)
def test_a_title_goes_as_far_as_the_name_of_the_law(marked: str) -> None:
    title, _, rest = marked.partition("|")
    assert read_title(title + rest, 0) == len(title)


def test_the_title_of_an_amending_law_may_follow_its_number() -> None:
    text = " sửa đổi, bổ sung một số điều của Luật Tần số vô tuyến điện ngày 09"
    assert read_amending_title(text, 0) == (1, text.index(" ngày"))
    assert read_amending_title(" được sửa đổi", 0) is None


def test_titles_within_titles_do_not_go_on_for_ever() -> None:
    text = "sửa đổi, bổ sung một số điều của Luật " * 3000
    assert read_title(text, 0) <= len(text)


def test_a_known_title_may_follow_its_number_with_a_capital() -> None:
    assert read_named_title(" Đất đai ngày 29", 0) == (1, 8)
    assert read_named_title(" đất đai phải", 0) is None
    assert read_named_title(" Kinh tế vũ trụ", 0) is None


@pytest.mark.parametrize(
    ("before", "none"),
    [
        ("tại ĐH ", True),
        ("(Khoa ", True),
        ("các văn phòng  ", True),
        ("một ngành\n", True),
        ("căn phòng ", False),
        ("của ", False),
        ("", False),
    ],
)
def test_a_school_or_an_office_before_it_is_no_law(before: str, *, none: bool) -> None:
    assert names_no_law(f"{before}Luật", len(before)) is none
