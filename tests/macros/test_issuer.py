"""Names of issuers: one body in many writings, and which bodies a code allows."""

import pytest

from macros.issuer import Likeness, are_joint, can_be, completed, likeness, place_of, plain


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("Chủ tịch UBND tỉnh Thanh Hóa", "uy ban nhan dan tinh thanh hoa"),
        ("Bộ trưởng Bộ Tài chính", "bo tai chinh"),
        ("Thống đốc Ngân hàng Nhà nước Việt Nam", "ngan hang nha nuoc viet nam"),
        ("Ban Thường vụ Tỉnh ủy", "tinh uy"),
        ("Bộ Chính trị (khóa XIII)", "bo chinh tri"),
        ("Thủ tướng Chính phủ", "thu tuong chinh phu"),
        ("Chủ tịch nước", "chu tich nuoc"),
        ("Bộ Giáo Dục và Ðào Tạo", "bo giao duc va dao tao"),
    ],
)
def test_a_name_is_reduced_to_the_body_that_it_means(name: str, body: str) -> None:
    assert plain(name) == body


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("UBND tỉnh Thanh Hóa", "Uỷ ban nhân dân tỉnh Thanh Hoá", Likeness.SAME),
        ("Chủ tịch UBND tỉnh Thanh Hóa", "UBND tỉnh Thanh Hóa", Likeness.SAME),
        ("Ngân hàng Nhà nước", "Ngân hàng Nhà nước Việt Nam", Likeness.SAME),
        ("UBND tỉnh", "UBND tỉnh Thanh Hóa", Likeness.VAGUE),
        ("", "Chính phủ", Likeness.VAGUE),
        ("Ban Thường vụ Tỉnh ủy", "Ban Thường vụ Tỉnh ủy Thanh Hóa", Likeness.VAGUE),
        ("UBND tỉnh Nghệ An", "UBND tỉnh Thanh Hóa", Likeness.OTHER),
        ("Chính phủ", "Thủ tướng Chính phủ", Likeness.OTHER),
        ("Chính phủ", "Chính phủ Bảo vệ dữ liệu cá", Likeness.VAGUE),
        ("Liên Bộ Giáo dục - Tài chính", "Bộ Giáo dục và Bộ Tài chính", Likeness.VAGUE),
        ("Bộ Y tế", "Bộ Tài chính", Likeness.OTHER),
        ("Bộ Tài chính", "Bộ Tài chính và Bộ Khoa học và Công nghệ", Likeness.VAGUE),
    ],
)
def test_two_names_are_compared(first: str, second: str, expected: Likeness) -> None:
    assert likeness(first, second) is expected
    assert likeness(second, first) is expected


@pytest.mark.parametrize(
    ("name", "beginnings", "allowed"),
    [
        ("Chính phủ", ("Chính phủ",), True),
        ("Thủ tướng Chính phủ", ("Chính phủ",), False),
        ("Bộ trưởng Bộ Giáo dục và Đào tạo", ("Bộ Giáo dục và Đào tạo",), True),
        ("Bộ Y tế và Bộ Tài chính", ("Bộ Tài chính",), True),
        ("Ủy han nhân dân tỉnh", ("Ủy ban nhân dân",), True),
        ("Bộ Công an", ("Bộ Công Thương",), False),
        ("", ("Chính phủ",), True),
        ("Sở Tài chính", (), True),
        ("Bộ", ("Bộ Tài chính",), True),
        ("BCH Trung ương Đảng", ("Ban Chấp hành Trung ương",), True),
    ],
)
def test_a_code_allows_its_bodies_slips_of_the_pen_aside(
    name: str, beginnings: tuple[str, ...], *, allowed: bool
) -> None:
    assert can_be(name, beginnings) is allowed


@pytest.mark.parametrize(
    ("named", "own", "whole"),
    [
        ("UBND tỉnh", "UBND tỉnh Thanh Hóa", "UBND tỉnh Thanh Hóa"),
        ("UBND tỉnh", "Sở Tài chính tỉnh Thanh Hóa", "UBND tỉnh thanh hoa"),
        ("Ban Thường vụ Tỉnh ủy", "UBND tỉnh Thanh Hóa", "Ban Thường vụ Tỉnh ủy thanh hoa"),
        ("Thành ủy", "UBND thành phố Đà Nẵng", "Thành ủy da nang"),
        ("UBND tỉnh Nghệ An", "UBND tỉnh Thanh Hóa", "UBND tỉnh Nghệ An"),
        ("Chính phủ", "UBND tỉnh Thanh Hóa", "Chính phủ"),
        ("UBND tỉnh", "Bộ Tài chính", "UBND tỉnh"),
        ("", "UBND tỉnh Thanh Hóa", ""),
    ],
)
def test_a_provinces_body_is_that_of_the_citing_province(named: str, own: str, whole: str) -> None:
    assert completed(named, own) == whole


def test_the_place_is_read_out_of_a_name() -> None:
    assert [place_of(name) for name in ("UBND tỉnh Thanh Hóa", "Tỉnh ủy", "Sở Y tế")] == ["thanh hoa", "", ""]


def test_the_bodies_of_a_joint_document_may_be_listed_in_another_order() -> None:
    known = "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam và Ủy ban Thường vụ Quốc hội"
    assert are_joint("Ủy ban Thường vụ Quốc hội và Ủy ban Trung ương Mặt trận Tổ quốc", known)
    assert not are_joint("Chính phủ", known)
