import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.paper import parse
from macros.provisions import SIGNATURE_PLACE, UnknownKeyError
from macros.structure import Line
from macros.writing import recipients
from tests.macros.conftest import AtMost
from tests.macros.rendering import Engine, render, words

PLAIN = """\
Căn cứ Luật Tổ chức chính quyền địa phương;

QUYẾT ĐỊNH:

Chương I
QUY ĐỊNH CHUNG

Điều 1. Phê duyệt Đề cương.

Điều 2. Tổ chức thực hiện

1. Giao Sở Tài chính:

a) Lập dự toán;

b) Thẩm định.

2. Báo cáo kết quả.

Điều 3. Quyết định này có hiệu lực kể từ ngày ký./.

Nơi nhận:
- Như Điều 3;
- Lưu: VT.
"""
STATED = """\
Căn cứ Luật Tổ chức chính quyền địa phương;

QUYẾT ĐỊNH:

{{ chuong(1) }}
QUY ĐỊNH CHUNG

{{ dieu(1) }} Phê duyệt Đề cương.

{{ dieu(2) }} Tổ chức thực hiện

{{ khoan(1) }} Giao Sở Tài chính:

{{ diem("a") }} Lập dự toán;

{{ diem("b") }} Thẩm định.

{{ khoan(2) }} Báo cáo kết quả.

{{ dieu(3) }} Quyết định này có hiệu lực kể từ ngày ký./.

{{ noi_nhan() }}
"""
COUNTED = """\
Căn cứ Luật Tổ chức chính quyền địa phương;

QUYẾT ĐỊNH:

{{ chuong() }}
QUY ĐỊNH CHUNG

{{ dieu() }} Phê duyệt Đề cương.

{{ dieu() }} Tổ chức thực hiện

{{ khoan() }} Giao Sở Tài chính:

{{ diem() }} Lập dự toán;

{{ diem() }} Thẩm định.

{{ khoan() }} Báo cáo kết quả.

{{ dieu() }} Quyết định này có hiệu lực kể từ ngày ký./.

{{ noi_nhan() }}
"""
OUTLINE = """\
{{ phan(1) }}

SỰ CẦN THIẾT

{{ de_muc(1) }} CƠ SỞ

{{ khoan(1) }} Văn bản

{{ tiet("1.1") }} Trung ương

{{ y(1) }} Luật

- Luật Công nghệ thông tin

+ Điều khoản chung

{{ phu_luc(1) }}

DANH MỤC
"""


def test_plain_paper_text_and_the_same_page_with_macros_give_the_same_html() -> None:
    to = recipients(["Như Điều 3"], ["VT"])
    plain = render(PLAIN)
    assert render(STATED, recipients=to) == plain
    assert render(COUNTED, recipients=to) == plain


def test_a_plain_outline_and_the_same_outline_with_macros_give_the_same_html() -> None:
    plain = (
        "Phần I\n\nSỰ CẦN THIẾT\n\nI. CƠ SỞ\n\n1. Văn bản\n\n1.1 Trung ương\n\n(1) Luật\n\n"
        "- Luật Công nghệ thông tin\n\n+ Điều khoản chung\n\nPHỤ LỤC I\n\nDANH MỤC\n"
    )
    counted = OUTLINE
    for stated, open_ in {"(1)": "()", '("1.1")': "()"}.items():
        counted = counted.replace(stated, open_)
    counted = counted.replace("{{ phu_luc() }}", "{{ phu_luc(1) }}")
    assert render(OUTLINE) == render(plain)
    assert render(counted) == render(plain)


def test_an_article_inserted_in_the_middle_of_a_draft_moves_every_number_and_reference_after_it() -> None:
    draft = """\
{{ dieu(khoa="pham-vi") }} Phạm vi

Áp dụng theo {{ xem("hieu-luc") }}.

{{ dieu(khoa="to-chuc") }} Tổ chức

{{ khoan(khoa="giao") }} Giao Sở Tài chính theo {{ xem("pham-vi") }}.

{{ dieu(khoa="hieu-luc") }} Hiệu lực

Thực hiện {{ xem("giao") }} và {{ xem("to-chuc") }}.
"""
    new = '{{ dieu() }} Giải thích từ ngữ\n\n{{ dieu(khoa="to-chuc") }}'
    inserted = draft.replace('{{ dieu(khoa="to-chuc") }}', new)
    assert render(draft).text() == (
        "Điều 1. Phạm vi Áp dụng theo Điều 3. "
        "Điều 2. Tổ chức 1. Giao Sở Tài chính theo Điều 1. "
        "Điều 3. Hiệu lực Thực hiện khoản 1 Điều 2 và Điều 2."
    )
    page = render(inserted)
    assert page.text() == (
        "Điều 1. Phạm vi Áp dụng theo Điều 4. "
        "Điều 2. Giải thích từ ngữ "
        "Điều 3. Tổ chức 1. Giao Sở Tài chính theo Điều 1. "
        "Điều 4. Hiệu lực Thực hiện khoản 1 Điều 3 và Điều 3."
    )
    assert [a.get("href") for a in page.tree.xpath("//a[not(@class)]")] == [
        "#dieu-4",
        "#dieu-1",
        "#dieu-3-khoan-1",
        "#dieu-3",
    ]


def test_dd_comes_after_d_and_has_its_own_id() -> None:
    page = render("Điều 1. A\n\n1. B\n\n" + "{{ diem() }} chữ\n\n" * 6)
    assert page.ids[2:] == [f"dieu-1-khoan-1-diem-{letter}" for letter in ("a", "b", "c", "d", "dd", "e")]
    assert page.text("//*[@id='dieu-1-khoan-1-diem-dd']") == "đ) chữ"


def test_outline_levels_nest_right_without_indentation() -> None:
    page = render(
        "Phần I\n\nSỰ CẦN THIẾT\n\nI. CƠ SỞ\n\n1. Văn bản\n\n1.1 Trung ương\n\n(1) Luật\n\n- Luật A\n\n"
        "+ Điều 1\n\n+ Điều 2\n\n- Luật B\n\n(2) Nghị định\n\n1.2 Tỉnh\n\n2. Thực tiễn\n\nII. PHẠM VI\n"
    )
    assert page.outline().split("\n") == [
        "phan-i",
        "  phan-i-muc-i",
        "    phan-i-muc-i-khoan-1",
        "      phan-i-muc-i-khoan-1-tiet-1-1",
        "        phan-i-muc-i-khoan-1-tiet-1-1-y-1",
        "        phan-i-muc-i-khoan-1-tiet-1-1-y-2",
        "      phan-i-muc-i-khoan-1-tiet-1-2",
        "    phan-i-muc-i-khoan-2",
        "  phan-i-muc-ii",
    ]
    (dashes,) = page.tree.xpath("//ul[@class='gach']")
    assert [" ".join(li.text_content().split()) for li in dashes] == [
        "- Luật A + Điều 1 + Điều 2",
        "- Luật B",
    ]
    assert len(dashes[0].xpath("ul[@class='cong']/li")) == 2


def test_an_outline_with_indentation_by_fewer_than_four_blanks_is_the_same_outline() -> None:
    text = "Phần I\nI. CƠ SỞ\n 1. Văn bản\n  1.1 Trung ương\n   (1) Luật\n   - Luật A\n"
    flat = "\n".join(line.strip() for line in text.split("\n"))
    assert render(text) == render(flat)


QUOTING = "Điều 1. Sửa đổi\n\n1. Sửa đổi Điều 5 như sau:\n\n{}\n\n2. Bãi bỏ Điều 6.\n\nĐiều 2. Hiệu lực\n"


@pytest.mark.parametrize(
    "quoted",
    [
        "“Điều 5. Tên mới\n1. Khoản mới:\na) Điểm mới.\n3. Khoản ba.”",
        "“Điều 5. Tên mới\n\n1. Khoản mới:\n\na) Điểm mới.\n\n3. Khoản ba.”",
        "    “Điều 5. Tên mới\n\n    1. Khoản mới:\n\n    a) Điểm mới.\n\n    3. Khoản ba.”",
        "> “Điều 5. Tên mới\n> 1. Khoản mới:\n> a) Điểm mới.\n> 3. Khoản ba.”",
        "> “Điều 5. Tên mới\n>\n> 1. Khoản mới:\n>\n> a) Điểm mới.\n>\n> 3. Khoản ba.”",
        ">“Điều 5. Tên mới\n>1. Khoản mới:\n>a) Điểm mới.\n>3. Khoản ba.”",
    ],
    ids=["lines", "paragraphs", "indented", "block quote", "block quote of paragraphs", "narrow block quote"],
)
def test_quoted_provisions_of_an_amending_decision_are_text_and_keep_their_numbers(quoted: str) -> None:
    page = render(QUOTING.format(quoted))
    assert page.ids == ["dieu-1", "dieu-1-khoan-1", "dieu-1-khoan-2", "dieu-2"]
    assert page.text("//*[@id='dieu-1-khoan-1']") == (
        "1. Sửa đổi Điều 5 như sau: “Điều 5. Tên mới 1. Khoản mới: a) Điểm mới. 3. Khoản ba.”"
    )
    assert [p.text_content() for p in page.tree.xpath("//*[@id='dieu-1-khoan-1']/*/p")] == [
        "“Điều 5. Tên mới",
        "1. Khoản mới:",
        "a) Điểm mới.",
        "3. Khoản ba.”",
    ]


@pytest.mark.parametrize("indent", ["", "    "], ids=["unindented", "indented"])
def test_a_table_inside_a_clause_survives(indent: str) -> None:
    table = f"{indent}| Nguồn | Số tiền |\n{indent}|---|---:|\n{indent}| Ngân sách | 1. Một tỷ |"
    page = render(f"Điều 1. A\n\n1. Kinh phí:\n\n{table}\n\n2. Khác.\n")
    assert page.text("//*[@id='dieu-1-khoan-1']//table") == "Nguồn Số tiền Ngân sách 1. Một tỷ"
    assert page.ids == ["dieu-1", "dieu-1-khoan-1", "dieu-1-khoan-2"]


@pytest.mark.parametrize("indent", ["", "    "], ids=["unindented", "indented"])
def test_a_note_inside_a_clause_survives(indent: str) -> None:
    note = f'{indent}!!! note "Chú ý"\n{indent}    Đọc kỹ\n\n{indent}    1. Việc một'
    page = render(f"Điều 1. A\n\n1. Kinh phí:\n\n{note}\n\n2. Khác.\n")
    assert page.text("//*[@id='dieu-1-khoan-1']//*[@class='admonition note']") == "Chú ý Đọc kỹ 1. Việc một"
    assert page.ids == ["dieu-1", "dieu-1-khoan-1", "dieu-1-khoan-2"]


@pytest.mark.parametrize("indent", ["", "    "], ids=["unindented", "indented"])
def test_a_list_inside_a_clause_survives(indent: str) -> None:
    page = render(f"Điều 1. A\n\n1. Gồm:\n\n{indent}* Một\n{indent}* Hai\n\n2. Khác.\n")
    assert [li.text_content().strip() for li in page.tree.xpath("//*[@id='dieu-1-khoan-1']//li")] == [
        "Một",
        "Hai",
    ]


@pytest.mark.parametrize("indent", ["", "    "], ids=["unindented", "indented"])
def test_a_footnote_inside_a_clause_survives(indent: str) -> None:
    page = render(f"Điều 1. A\n\n1. Kinh phí[^1] theo năm.\n\n{indent}[^1]: Ngân sách tỉnh.\n\n2. Khác.\n")
    assert page.text("//*[@id='dieu-1-khoan-1']") == "1. Kinh phí1 theo năm."
    assert page.text("//*[@class='footnote']") == "Ngân sách tỉnh."
    assert page.text("//*[@id='dieu-1-khoan-2']") == "2. Khác."


def test_indented_blocks_survive_before_a_paragraph_that_is_not_indented() -> None:
    page = render(
        'Điều 1. A\n\n1. Gồm:\n\n    !!! note "Chú ý"\n        Đọc kỹ\n\n    | a | b |\n    |---|---|\n'
        "    | 1 | 2 |\n\n    * Một\n\nĐoạn không thụt.\n\n    Đoạn thụt.\n"
    )
    assert page.text("//*[@class='admonition note']") == "Chú ý Đọc kỹ"
    assert page.text("//table") == "a b 1 2"
    assert page.text("//ul") == "Một"
    assert page.text().endswith("Đoạn không thụt. Đoạn thụt.")
    assert not page.tree.xpath("//pre")


def test_article_5a_stands_between_5_and_6() -> None:
    page = render("Điều 5. A\n\nĐiều 5a. B\n\n1. C\n\nĐiều 6. D\n")
    assert page.outline().split("\n") == ["dieu-5", "dieu-5a", "  dieu-5a-khoan-1", "dieu-6"]
    assert page.text("//*[@id='dieu-5a']") == "Điều 5a. B"


def test_an_appendix_stands_beside_the_articles_and_holds_its_own() -> None:
    page = render(
        "Điều 1. A\n\n1. B\n\n{{ phu_luc(1) }}\n\nDANH MỤC DỰ ÁN\n\nI. NHÓM MỘT\n\n1. Dự án\n\n"
        "{{ phu_luc(2) }}\n\nBIỂU MẪU\n"
    )
    assert page.outline().split("\n") == [
        "dieu-1",
        "  dieu-1-khoan-1",
        "phu-luc-i",
        "  phu-luc-i-muc-i",
        "    phu-luc-i-muc-i-khoan-1",
        "phu-luc-ii",
    ]
    assert page.text("//*[@id='phu-luc-i']") == "PHỤ LỤC I DANH MỤC DỰ ÁN"


def test_chapters_sections_and_subsections_nest_and_articles_run_through_them() -> None:
    page = render(
        "{{ chuong() }}\nCHUNG\n\n{{ muc() }}\nMỘT\n\n{{ tieu_muc() }}\nNHỎ\n\n{{ dieu() }} A\n\n"
        "{{ muc() }}\nHAI\n\n{{ dieu() }} B\n\n{{ chuong() }}\nRIÊNG\n\n{{ muc() }}\nMỘT\n\n{{ dieu() }} C\n"
    )
    assert page.outline().split("\n") == [
        "chuong-i",
        "  chuong-i-muc-1",
        "    chuong-i-muc-1-tieu-muc-1",
        "      dieu-1",
        "  chuong-i-muc-2",
        "    dieu-2",
        "chuong-ii",
        "  chuong-ii-muc-1",
        "    dieu-3",
    ]


def test_two_pages_never_share_counters_keys_or_notes() -> None:
    first = '{{ dieu(khoa="a") }} Một\n\n{{ khoan() }} B[^1]\n\n[^1]: Chú thích.\n'
    second = '{{ dieu(khoa="a") }} Hai\n\n{{ khoan() }} Theo {{ xem("a") }}\n'
    engine = Engine()
    together = [engine.render(first), engine.render(second), engine.render(first)]
    assert together == [render(first), render(second), render(first)]


def test_a_key_of_another_page_is_unknown() -> None:
    engine = Engine()
    engine.render('{{ dieu(khoa="a") }} Một')
    with pytest.raises(UnknownKeyError, match="trang không có điều, khoản nào mang khóa này"):
        engine.render('Theo {{ xem("a") }}')


def test_an_ordinary_page_after_a_paper_text_is_ordinary_markdown() -> None:
    engine = Engine()
    engine.render("Điều 1. Một\n\n1. Hai\n")
    page = engine.render("Điều 1. Một\n\n3. Hai\n\n    mã\n", paper=False)
    assert page.ids == []
    assert page.tree.xpath("//ol/li")


def test_every_provision_has_its_id_exactly_once_whatever_ids_the_author_gives() -> None:
    page = render(
        "Mở đầu\n{: #dieu-1 }\n\nĐiều 1. A\n\n1. B\n{: #dieu-1-khoan-1 }\n\n# Điều 1\n\nCuối\n{: #cuoi }\n"
    )
    assert page.ids == ["dieu-1", "dieu-1-khoan-1", "dieu-1_1", "cuoi"]
    assert page.text("//section/*[@id='dieu-1']") == "Điều 1. A"
    assert page.tree.xpath("//div[@id='dieu-1-khoan-1']")


def test_an_id_is_stable_against_edits_elsewhere() -> None:
    before = render("Điều 1. A\n\n1. B\n\nĐiều 2. C\n\n1. D\n\na) E\n")
    after = render(
        "Điều 1. Khác hẳn\n\nĐoạn mới.\n\n1. B\n\n2. Mới\n\nĐiều 2. C\n\n1. D\n\na) E\n\nĐiều 3. Mới\n"
    )
    assert set(before.ids) < set(after.ids)
    for ident in ("dieu-2", "dieu-2-khoan-1", "dieu-2-khoan-1-diem-a"):
        assert after.text(f"//*[@id='{ident}']") == before.text(f"//*[@id='{ident}']")


def test_markdown_never_renumbers_source_clauses() -> None:
    page = render("Điều 1. A\n\n2. Hai\na) Chữ\n\n3. Ba\n\n    7. Bảy thụt vào\n\n    9. Chín\n\n4. Bốn\n")
    assert page.text() == "Điều 1. A 2. Hai a) Chữ 3. Ba 7. Bảy thụt vào 9. Chín 4. Bốn"
    assert not page.tree.xpath("//ol")


@pytest.mark.parametrize("indent", ["    ", "        "])
def test_markdown_drops_no_number_below_a_bullet(indent: str) -> None:
    page = render(
        f'Điều 1. A\n\n1. B\n\n{indent}- C\n{indent}2. D\n{indent}7. E\n\n!!! note "F"\n    * G\n    3. H\n'
    )
    assert page.text() == "Điều 1. A 1. B C 2. D 7. E F G 3. H"


def test_a_line_of_dashes_below_a_line_makes_no_heading_of_it() -> None:
    page = render("Điều 1. A\n\nĐoạn văn\n-----\n\n    Đoạn thụt\n    ===\n")
    assert page.ids == ["dieu-1"]
    assert page.text() == "Điều 1. A Đoạn văn Đoạn thụt ==="


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ('Điều 1. Theo {{ xem("b") }}.\n\n{{ dieu(2, khoa="b") }} B', "Điều 1. Theo Điều 2. Điều 2. B"),
        ('{{ dieu(1, khoa="a") }} A\n\nĐiều 2. Theo {{ xem("a") }}.', "Điều 1. A Điều 2. Theo Điều 1."),
        (
            'Điều 1. Theo {{ xem("k") }}.\n\nĐiều 2. B\n\n{{ khoan(1, khoa="k") }} C',
            "Điều 1. Theo khoản 1 Điều 2. Điều 2. B 1. C",
        ),
        (
            'Điều 2. B\n\n1. Theo {{ xem("k") }}.\n\n{{ khoan(2, khoa="k") }} C',
            "Điều 2. B 1. Theo khoản 2 Điều này. 2. C",
        ),
        (
            'Điều 3. B\n\n1. C:\n\n{{ diem("a", khoa="d") }} D\n\nĐiều 4. Theo {{ xem("d") }}.',
            "Điều 3. B 1. C: a) D Điều 4. Theo điểm a khoản 1 Điều 3.",
        ),
        (
            'Phần I\n\nII. A\n\n{{ khoan(1, khoa="k") }} B\n\nPhần II\n\nI. C\n\n1. Theo {{ xem("k") }}.',
            "Phần I II. A 1. B Phần II I. C 1. Theo khoản 1 mục II Phần I.",
        ),
        (
            '{{ phu_luc(1, khoa="p") }}\n\nĐiều 1. A\n\nĐoạn theo {{ xem("p") }}.',
            "PHỤ LỤC I Điều 1. A Đoạn theo Phụ lục I.",
        ),
        (
            'Điều 1. A\n\n- {{ xem("k") }}\n\n| C |\n|--|\n| {{ xem("k") }} |\n\n{{ khoan(1, khoa="k") }} B',
            "Điều 1. A - khoản 1 Điều này C khoản 1 Điều này 1. B",
        ),
    ],
)
def test_a_keyed_reference_forward_or_backward_has_the_right_words(body: str, text: str) -> None:
    assert render(body).text() == text


def test_a_reference_is_a_link_to_the_provision() -> None:
    page = render('Theo {{ xem("k") }}.\n\nĐiều 2. B\n\n{{ khoan(1, khoa="k") }} C')
    assert [(a.text, a.get("href")) for a in page.tree.xpath("//a[not(@class)]")] == [
        ("khoản 1 Điều 2", "#dieu-2-khoan-1")
    ]


def test_a_reference_to_no_key_is_an_error_that_names_it() -> None:
    with pytest.raises(UnknownKeyError, match=r'xem\("khong-co"\)'):
        render('Điều 1. Theo {{ xem("khong-co") }}.')


def test_braces_in_code_are_shown_not_run() -> None:
    page = render("Điều 1. Viết `{{ dieu(9) }}`\n\n```\n{{ config }}\nĐiều 2. Ví dụ\n```\n\nĐiều 2. B\n")
    assert [code.text_content() for code in page.tree.xpath("//code")] == [
        "{{ dieu(9) }}",
        "{{ config }}\nĐiều 2. Ví dụ",
    ]
    assert page.ids == ["dieu-1", "dieu-2"]


def test_wrapped_lines_are_one_paragraph() -> None:
    wrapped = (
        "Căn cứ Luật Tổ chức\nchính quyền địa phương;\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Phê duyệt\nĐề cương.\n\n"
        "1. Giao Sở\nTài chính\nlập dự toán;\n\n- Gạch\nđầu dòng\n\nNơi nhận:\n- Chủ tịch UBND tỉnh\n"
        "(để báo cáo);\n- Lưu: VT.\n"
    )
    page = render(wrapped)
    assert [" ".join(p.text_content().split()) for p in page.tree.xpath("//p | //li[not(p)]")] == [
        "Căn cứ Luật Tổ chức chính quyền địa phương;",
        "QUYẾT ĐỊNH:",
        "Phê duyệt Đề cương.",
        "1. Giao Sở Tài chính lập dự toán;",
        "- Gạch đầu dòng",
        "Nơi nhận:",
        "- Chủ tịch UBND tỉnh (để báo cáo);",
        "- Lưu: VT.",
    ]


def test_recipients_are_written_from_the_record() -> None:
    page = render("{{ noi_nhan() }}\n", recipients=recipients(["Như Điều 3 QĐ", "Chủ tịch"], ["VT", "CNTT"]))
    assert page.text("//*[@class='noi-nhan']/p") == "Nơi nhận:"
    assert [li.text_content() for li in page.tree.xpath("//*[@class='noi-nhan']//li")] == [
        "- Như Điều 3 QĐ;",
        "- Chủ tịch;",
        "- Lưu: VT, CNTT.",
    ]


def test_the_signature_has_its_place_beside_the_first_recipients_alone() -> None:
    page = render("Nơi nhận:\n- A.\n\nPHỤ LỤC\n\nNơi nhận:\n- B.\n")
    assert page.html.count(SIGNATURE_PLACE) == 1
    assert (
        page.tree.xpath("count(//div[@class='ket'][1]/div[@class='noi-nhan']/../div[@class='cho-ky'])") == 1
    )
    assert render("Nơi nhận:\n- A.\n").html.count(SIGNATURE_PLACE) == 1


def test_a_legal_basis_the_formula_and_a_quotation_have_classes_of_their_own() -> None:
    page = render("Căn cứ Luật A;\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Sửa như sau:\n\n“Điều 5. Mới”.\n")
    assert page.text("//p[@class='can-cu']") == "Căn cứ Luật A;"
    assert page.text("//p[@class='lenh']") == "QUYẾT ĐỊNH:"
    assert page.text("//div[@class='trich-dan']") == "“Điều 5. Mới”."


def test_an_article_with_a_title_is_a_heading_and_a_sentence_follows_its_label() -> None:
    page = render("Điều 1. Tổ chức thực hiện\n\nĐiều 2. Quyết định này có hiệu lực từ ngày ký.\n")
    assert page.text("//h2[@id='dieu-1']") == "Điều 1. Tổ chức thực hiện"
    assert page.text("//h2[@id='dieu-2']") == "Điều 2."
    assert page.text("//section[@class='dieu lien']/p") == "Quyết định này có hiệu lực từ ngày ký."


def test_levels_of_an_outline_are_headings_and_the_same_labels_below_an_article_are_not() -> None:
    page = render("Phần I\n\nI. MỘT\n\n1. Hai\n\n1.1 Ba\n\n(1) Bốn\n\na) Năm\n\nĐiều 1. Sáu\n\n1. Bảy\n")
    assert [(h.tag, h.get("id")) for h in page.tree.xpath("//h2 | //h3 | //h4 | //h5 | //h6")] == [
        ("h2", "phan-i"),
        ("h3", "phan-i-muc-i"),
        ("h4", "phan-i-muc-i-khoan-1"),
        ("h5", "phan-i-muc-i-khoan-1-tiet-1-1"),
        ("h6", "phan-i-muc-i-khoan-1-tiet-1-1-y-1"),
        ("h3", "dieu-1"),
    ]


def contents(body: str) -> list[str]:
    names: list[str] = []
    stack = list(render(body).contents)
    while stack:
        entry = stack.pop(0)
        names.append(entry["name"])
        stack = entry["children"] + stack
    return names


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("Điều 1. Tổ chức thực hiện\n\nĐiều 2. Hiệu lực", ["Điều 1. Tổ chức thực hiện", "Điều 2. Hiệu lực"]),
        ("Điều 1. Quyết định này có hiệu lực.", ["Điều 1. Quyết định này có hiệu lực."]),
        (f"Điều 1. {'dài ' * 40}", [f"Điều 1. {'dài ' * 15} …".replace("  ", " ")]),
        ("Điều 1. Đề án **lớn** và `mã` [x](https://a.vn/b_c) 2*3", ["Điều 1. Đề án lớn và mã x 2*3"]),
        (r"Điều 1. Diện tích 2\*3 và `a<b`", ["Điều 1. Diện tích 2*3 và a&lt;b"]),
        ("Điều 1. Kinh phí[^1]\n\n[^1]: Chú thích.", ["Điều 1. Kinh phí"]),
        ('Điều 1. Theo {{ xem("b") }}\n\n{{ dieu(2, khoa="b") }} B', ["Điều 1. Theo Điều 2", "Điều 2. B"]),
        ("Điều 1. A & B < C", ["Điều 1. A &amp; B &lt; C"]),
        (
            "Điều 1. A <script>b</script> &lt;img src=x&gt;",
            ["Điều 1. A &lt;script&gt;b&lt;/script&gt; &lt;img …"],
        ),
        ("Phần I\n\nMỤC TIÊU\n\nI. CHUNG", ["Phần I. MỤC TIÊU", "I. CHUNG"]),
        (
            "Chương I. QUY ĐỊNH CHUNG\n\nMục 1\n\nĐiều 1. A",
            ["Chương I. QUY ĐỊNH CHUNG", "Mục 1", "Điều 1. A"],
        ),
        (
            "Điều 1. Phê duyệt Đề cương Đề án đẩy mạnh ứng dụng và phát triển viễn thông.",
            ["Điều 1. Phê duyệt Đề cương Đề án đẩy mạnh ứng …"],
        ),
        (
            "Điều 1. Phê duyệt Đề cương Đề án “Phát triển, nâng cao”.",
            ["Điều 1. Phê duyệt Đề cương Đề án “Phát triển …"],
        ),
    ],
)
def test_the_contents_name_provisions_in_plain_words_and_are_safe_to_print(
    body: str, names: list[str]
) -> None:
    assert contents(body) == names


def test_composed_and_decomposed_letters_give_the_same_html() -> None:
    assert render(unicodedata.normalize("NFD", PLAIN)) == render(unicodedata.normalize("NFC", PLAIN))


labels = st.sampled_from(
    [
        "Điều 1.", "Điều 2.", "Điều 5a.", "Phần I", "Chương II", "Mục 1", "Tiểu mục 1", "PHỤ LỤC I", "I.",
        "1.", "2.", "12.", "1.1", "2. 1", "(1)", "(2)", "a)", "đ)", "-", "+", "Căn cứ", "QUYẾT ĐỊNH:",
        "II.", "Nơi nhận:",
    ]
)  # fmt: skip
rests = st.sampled_from(
    ["", "chữ", "CHỮ HOA", "câu dài hơn;", "“trích", "trích”", "“Điều 9. trích”", "10 sở"]
)
indents = st.sampled_from(["", "", "", " ", "   ", "    ", "\t"])
lines = st.one_of(
    st.just(""), st.builds("{}{} {}".format, indents, labels, rests), st.builds("{}{}".format, indents, rests)
)
papers = st.lists(lines, max_size=20).map("\n".join)


@given(papers)
def test_no_word_is_lost_invented_or_moved_on_the_way_to_html(text: str) -> None:
    assert words(render(text).text()) == words(text)


@given(papers)
def test_each_provision_that_the_check_sees_has_its_id_once_in_html(text: str) -> None:
    read = parse(Line(number, line) for number, line in enumerate(text.strip().split("\n"), start=1))
    assert render(text).ids == [provision.ident for provision in read.provisions() if provision.ident]


@pytest.mark.parametrize(
    "piece", ["1. a\n\n", "Điều 1. a\n\n", "- a\n+ b\n", "“Điều 1.\n", "a) b\n(1) c\n", "\n"]
)
def test_long_paper_text_is_rendered_in_linear_time(piece: str, at_most: AtMost) -> None:
    with at_most(30):
        render(piece * 2_000)
