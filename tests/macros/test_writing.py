import pytest

from macros.confinement import read
from macros.paper import parse
from macros.structure import Line
from macros.writing import LABELS, ArgumentFault, recipients, refer, write, write_label


@pytest.mark.parametrize(
    ("name", "number", "paper"),
    [
        ("phan", 1, "Phần I"),
        ("chuong", 2, "Chương II"),
        ("muc", 1, "Mục 1"),
        ("tieu_muc", 1, "Tiểu mục 1"),
        ("phu_luc", None, "PHỤ LỤC"),
        ("phu_luc", 1, "PHỤ LỤC I"),
        ("dieu", 2, "Điều 2."),
        ("dieu", "5a", "Điều 5a."),
        ("khoan", 1, "1."),
        ("khoan", "1a", "1a."),
        ("diem", "đ", "đ)"),
        ("de_muc", 2, "II."),
        ("tiet", "1.1", "1.1"),
        ("tiet", "2.1.", "2.1."),
        ("y", 1, "(1)"),
    ],
)
def test_a_macro_writes_the_label_as_it_stands_on_paper(
    name: str, number: str | int | None, paper: str
) -> None:
    assert write(name, number) == paper


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("phan", "Phần I"),
        ("chuong", "Chương I"),
        ("muc", "Mục 1"),
        ("tieu_muc", "Tiểu mục 1"),
        ("phu_luc", "PHỤ LỤC"),
        ("dieu", "Điều 1."),
        ("de_muc", "I."),
        ("khoan", "1."),
        ("tiet", "1.1"),
        ("y", "(1)"),
        ("diem", "a)"),
    ],
)
def test_a_label_without_a_number_is_read_back_as_the_first_of_its_own_level(name: str, first: str) -> None:
    holder = [Line(1, "1. Khoản")] if name == "tiet" else []
    *_, provision = parse([*holder, Line(2, f"{write(name)}")]).provisions()
    assert (provision.level, provision.label) == (LABELS[name][0], first)


def test_a_reference_is_a_place_that_the_page_fills() -> None:
    assert refer("to-chuc") == "⟦xem:to-chuc⟧"


def test_a_key_stands_beside_the_label() -> None:
    assert write("dieu", 2, khoa="to-chuc") == "Điều 2.⟦khoá:to-chuc⟧"


@pytest.mark.parametrize("key", ["", "Tổ chức", "to chuc", "to_chuc", "a⟧b", "TO", 5])
def test_a_key_of_other_signs_is_refused_with_an_example(key: object) -> None:
    with pytest.raises(ArgumentFault, match="khóa chỉ gồm chữ thường không dấu, số và gạch nối"):
        write("dieu", 1, khoa=key)
    with pytest.raises(ArgumentFault, match="khóa chỉ gồm"):
        refer(key)


@pytest.mark.parametrize(("name", "example"), [("diem", 'diem("đ")'), ("tiet", 'tiet("1.1")')])
def test_a_letter_or_decimal_given_as_digits_is_refused_with_an_example(name: str, example: str) -> None:
    with pytest.raises(ArgumentFault) as fault:
        write(name, 1)
    assert example in str(fault.value)


@pytest.mark.parametrize(
    ("names", "filing", "text"),
    [
        (
            ["Như Điều 3 QĐ", "Chủ tịch UBND tỉnh (để báo cáo)"],
            ["VT", "CNTT"],
            "Nơi nhận:\n- Như Điều 3 QĐ;\n- Chủ tịch UBND tỉnh (để báo cáo);\n- Lưu: VT, CNTT.",
        ),
        (["Như Điều 3 QĐ"], [], "Nơi nhận:\n- Như Điều 3 QĐ."),
        ([], ["VT"], "Nơi nhận:\n- Lưu: VT."),
        ([], [], "Nơi nhận:"),
    ],
)
def test_recipients_are_written_in_their_official_form(
    names: list[str], filing: list[str], text: str
) -> None:
    assert recipients(names, filing) == text


@pytest.mark.parametrize(
    ("source", "paper"),
    [
        ("{{ dieu(2) }}", "Điều 2."),
        ('{{ dieu(khoa="a") }}', "Điều ⟦số 1⟧.⟦khoá:a⟧"),
        ('{{ xem("a") }}', "⟦xem:a⟧"),
        ("{{ noi_nhan() }}", "Nơi nhận:"),
        ("{{ danh_sach(nam=2021) }}", ""),
        ("{{ diem(1) }}", ""),
        ("{{ dieu(1, 2, 3, 4) }}", ""),
        ("{{ dieu(ten=1) }}", ""),
        ("{{ xem() }}", ""),
    ],
)
def test_the_check_writes_calls_as_the_macros_do_and_nothing_for_a_faulty_one(
    source: str, paper: str
) -> None:
    (call,) = read(source).calls
    assert write_label(call) == paper
