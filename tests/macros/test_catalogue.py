"""A catalogue of works: rows become works, and its own faults are told without keeping the rest from use."""

import time
from datetime import date

import pytest

from macros.catalogue import CatalogueError, read

HEAD = "type,number,title,issued_on,issuer,in_force_from,status,address,source\n"


def test_a_row_becomes_a_work() -> None:
    row = (
        "Nghị định,30/2020/NĐ-CP,Về công tác văn thư,2020-03-05,Chính phủ,2020-03-05,Còn hiệu lực,"
        'http://vbpl.vn/TW/Pages/vbpq-toanvan.aspx?ItemID=141142,"vbpl.vn, 4/2026"\n'
    )
    catalogue = read(("\ufeff" + HEAD + row).encode())
    work = catalogue.works[0]
    assert catalogue.faults == ()
    assert (work.key, work.type, work.number) == ("30-2020-nd-cp@2020-03-05", "Nghị định", "30/2020/NĐ-CP")
    assert (work.issued_on, work.in_force_from, work.force) == (
        date(2020, 3, 5),
        date(2020, 3, 5),
        "còn hiệu lực",
    )
    assert work.address == "https://vbpl.vn/TW/Pages/vbpq-toanvan.aspx?ItemID=141142"
    assert work.seen_on == date(2026, 5, 1), "what April's data say is known when April is over"
    assert not work.is_doubtful


FAULTY = [
    ("Nghị định,1/2020/NĐ-CP,A,2020-02-30,Chính phủ,,,,", "ngày ban hành không phải là ngày có thật"),
    ("Nghị định,1/2020/NĐ-CP,A,2020-02-01,Chính phủ,,còn dùng,,", "hiệu lực không có trong danh mục"),
    ("Nghị định,07/2025/NĐ-СР,A,2025-02-01,Chính phủ,,,,", "đã hiểu là 07/2025/NĐ-CP"),
    ("Thông tư,24/2016/TT-BTNMT(1),A,2016-02-01,,,,,", "đã hiểu là 24/2016/TT-BTNMT"),
    ("Quyết định,867/QĐ-QLTA Lỗi,A,2016-02-01,,,,,", "đã hiểu là 867/QĐ-QLTA"),
    ("Nghị định,33/2021/NĐ-CP,A,2020-09-29,Chính phủ,,,,", "năm trong số trái với ngày ban hành"),
    ("Nghị định,33/2021/NĐ-CP,A,2021-09-29,Chính phủ,2021-09-01,,,", "có hiệu lực trước ngày ban hành"),
    ("Thông tư,02/2020/,A,2020-01-22,Bộ Công Thương,,,,", "số thiếu ký hiệu"),
    ("Nghị định,33/2021/NĐ-CP,A,2021-09-29,Chính phủ,,,javascript:alert(1),", "địa chỉ không có dạng"),
]


@pytest.mark.parametrize(("row", "message"), FAULTY, ids=[message for _, message in FAULTY])
def test_a_fault_is_told_with_its_line_and_the_work_is_kept(row: str, message: str) -> None:
    catalogue = read((HEAD + row + "\nLuật,1/2020/QH14,B,2020-01-01,Quốc hội,,,,\n").encode())
    assert [(fault.line, message in fault.message) for fault in catalogue.faults] == [(2, True)]
    assert len(catalogue.works) == 2


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("Nghị định,1/2020/NĐ-CP,A", "có 3 cột, đáng lẽ 9"),
        (",1/2020/NĐ-CP,A,2020-01-01,,,,,", "thiếu loại"),
        ("Luật,,,2020-01-01,Quốc hội,,,,", "thiếu cả số và tên"),
        ("Luật,1/2020/QH14,B,2020-01-01,Quốc hội,,,,", "trùng với dòng 2"),
    ],
)
def test_a_row_that_says_too_little_or_says_it_again_is_left_out(row: str, message: str) -> None:
    catalogue = read((HEAD + "Luật,1/2020/QH14,B,2020-01-01,Quốc hội,,,,\n" + row + "\n").encode())
    assert [(fault.line, message in fault.message) for fault in catalogue.faults] == [(3, True)]
    assert len(catalogue.works) == 1


def test_a_row_that_contradicts_itself_is_no_measure_for_citations() -> None:
    catalogue = read((HEAD + "Nghị định,33/2021/NĐ-CP,A,2020-09-29,Chính phủ,,,,\n").encode())
    assert catalogue.works[0].is_doubtful


@pytest.mark.parametrize(
    ("second", "is_same"),
    [
        ("Thông tư,157/2025/TT-BTС,A,2025-12-31,Bộ Tài chính,,,,", True),
        ("Thông tư,157/2025/TT-BTС,A,2025-12-31,,,,,", True),
        ("Thông tư,157 /2025/TT-BTC,A,2025-12-31,Bộ Tài chính,,,,", True),
        ("Thông tư,157/2025/TT-BTC,A,2025-12-30,Bộ Tài chính,,,,", False),
        ("Thông tư,157/2025/TT-BTC,A,2025-12-31,Bộ Y tế,,,,", False),
    ],
)
def test_one_work_in_two_spellings_is_one(second: str, *, is_same: bool) -> None:
    first = "Thông tư,157/2025/TT-BTC,A,2025-12-31,Bộ Tài chính,,,,\n"
    catalogue = read((HEAD + first + second + "\n").encode())
    assert len(catalogue.works) == (1 if is_same else 2)
    assert any("trùng với dòng 2" in fault.message for fault in catalogue.faults) is is_same


@pytest.mark.parametrize(
    ("row", "title"),
    [
        ("Luật,126/2025/QH15,Luật Báo chí số 126/2025/QH15", "Báo chí"),
        ("Luật,100/2025/QH15,LUẬT DẪN ĐỘ SỐ 100/2025/QH15", "Dẫn độ"),
        ("Luật,39/2019/QH14,Luật đầu tư công", "đầu tư công"),
        ("Luật,65/2006/QH11,Luật sư", "Luật sư"),
        ("Bộ luật,45/2019/QH14,Bộ Luật lao động", "lao động"),
        ("Luật,12/2017/QH14,Sửa đổi Luật A số 1/2015/QH13", "Sửa đổi Luật A số 1/2015/QH13"),
        ("Thông tư,06/2026/TT-BTС,Thông tư số 06/2026/TT-BTС Sửa đổi Thông tư số 13/2015/TT-BTC",
         "Sửa đổi Thông tư số 13/2015/TT-BTC"),
        ("Thông tư,1/2026/TT-BTC,Thông tư 1/2026/TT-BTC quy định về muối", "quy định về muối"),
    ],
)  # fmt: skip
def test_a_title_does_not_repeat_type_and_number(row: str, title: str) -> None:
    assert read((HEAD + row + ",2026-01-01,,,,,\n").encode()).works[0].title == title


def test_two_works_of_one_number_are_both_kept() -> None:
    rows = (
        "Luật,55/2010/QH12,An toàn thực phẩm,2010-06-17,Quốc hội,,,,\n"
        "Nghị quyết,55/2010/QH12,Về miễn thuế,2010-11-24,Quốc hội,,,,\n"
        "Nghị quyết,01/NQ-CP,A,2020-01-01,Chính phủ,,,,\n"
        "Nghị quyết,01/NQ-CP,B,2020-01-01,Chính phủ lâm thời,,,,\n"
    )
    assert [work.key for work in read((HEAD + rows).encode()).works] == [
        "55-2010-qh12@2010-06-17",
        "55-2010-qh12@2010-11-24",
        "1-nq-cp@2020-01-01",
        "1-nq-cp@2020-01-01#2",
    ]


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04\xff\xfe", "số;ngày\n1;2\n".encode()])
def test_what_is_no_catalogue_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(CatalogueError, match=r"không|thiếu cột"):
        read(data)


@pytest.mark.parametrize("mark", [";", "\t"])
def test_a_table_of_an_office_program_may_part_its_columns_otherwise(mark: str) -> None:
    row = "Nghị định|30/2020/NĐ-CP|Về công tác văn thư, lưu trữ|2020-03-05|Chính phủ||||"
    work = read((HEAD.replace(",", mark) + row.replace("|", mark) + "\n").encode()).works[0]
    assert (work.number, work.title) == ("30/2020/NĐ-CP", "Về công tác văn thư, lưu trữ")


def test_a_quote_that_is_not_closed_is_told_where_it_opens() -> None:
    row = "Luật,1/2020/QH14,A,2020-01-01,Quốc hội,,,,\n"
    unclosed = HEAD + row + row.replace("A", '"A') + row
    (fault,) = read(unclosed.encode()).faults
    assert (fault.line, "thiếu dấu ngoặc kép đóng" in fault.message) == (3, True)
    with pytest.raises(CatalogueError, match=r"dòng 3: .* thiếu dấu ngoặc kép đóng"):
        read((unclosed + row * 5_000).encode())


def test_columns_may_stand_in_another_order() -> None:
    text = "issuer,number,type,issued_on,title\nQuốc hội,1/2020/QH14,Luật,2020-01-01,Đất đai\n"
    assert read(text.encode()).works[0].title == "Đất đai"


def test_twenty_thousand_works_are_read_in_under_a_second() -> None:
    rows = "".join(
        f'Nghị định,{n}/{1950 + n % 70}/NĐ-CP,"Quy định về việc thứ {n}, và những việc khác",'
        f'{1950 + n % 70}-03-05,Chính phủ,{1950 + n % 70}-05-01,Còn hiệu lực,,"Công báo, 1/2026"\n'
        for n in range(1, 20_001)
    )
    data = (HEAD + rows).encode()
    begin = time.process_time()
    assert len(read(data).works) == 20_000
    assert time.process_time() - begin < 1
