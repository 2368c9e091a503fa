import unicodedata
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.document import read
from macros.numbering import Level
from macros.paper import parse
from macros.structure import Line, Passage, Provision, Structure
from tests.macros.conftest import AtMost


def structure(text: str) -> Structure:
    return parse(Line(number, line) for number, line in enumerate(text.split("\n"), start=1))


def plain(text: str) -> str:
    """Take the indentation out of a text that begins on a line of its own in the test."""
    return dedent(text).strip("\n") if text.startswith("\n") else text


def tree(text: str) -> str:
    """Write what was read: a line for each provision and passage, indented as they nest."""
    lines: list[str] = []

    def descend(nodes: list[Provision | Passage], depth: int) -> None:
        for node in nodes:
            if isinstance(node, Passage):
                words = " ".join(node.text.split())
                lines.append("  " * depth + f"{node.kind.value}: {words}")
            else:
                lines.append("  " * depth + f"{node.level.name} {node.label} {node.title}".rstrip())
                descend(node.children, depth + 1)

    descend(structure(plain(text)).children, 0)
    return "\n".join(lines)


def idents(text: str) -> list[str]:
    return idents_of(structure(plain(text)))


def idents_of(read: Structure) -> list[str]:
    return [provision.ident for provision in read.provisions() if provision.ident]


def only(text: str) -> Provision:
    """Read a text that is one provision."""
    (provision,) = structure(text).provisions()
    return provision


@pytest.mark.parametrize(
    ("line", "level", "number", "label", "title"),
    [
        ("PHỤ LỤC", Level.APPENDIX, "", "PHỤ LỤC", ""),
        ("PHỤ LỤC.", Level.APPENDIX, "", "PHỤ LỤC.", ""),
        ("Phụ lục II", Level.APPENDIX, "II", "Phụ lục II", ""),
        ("PHỤ LỤC II DANH MỤC DỰ ÁN", Level.APPENDIX, "II", "PHỤ LỤC II", "DANH MỤC DỰ ÁN"),
        ("Phần I", Level.PART, "I", "Phần I", ""),
        ("PHẦN IV", Level.PART, "IV", "PHẦN IV", ""),
        ("Phần III. MỤC TIÊU", Level.PART, "III", "Phần III.", "MỤC TIÊU"),
        ("Chương IV", Level.CHAPTER, "IV", "Chương IV", ""),
        ("Chương I QUY ĐỊNH CHUNG", Level.CHAPTER, "I", "Chương I", "QUY ĐỊNH CHUNG"),
        ("Mục 1", Level.SECTION, "1", "Mục 1", ""),
        ("Mục 2. CƠ CẤU TỔ CHỨC", Level.SECTION, "2", "Mục 2.", "CƠ CẤU TỔ CHỨC"),
        ("Tiểu mục 1", Level.SUBSECTION, "1", "Tiểu mục 1", ""),
        ("Điều 2. Tổ chức thực hiện", Level.ARTICLE, "2", "Điều 2.", "Tổ chức thực hiện"),
        ("Điều 5a. Kinh phí", Level.ARTICLE, "5a", "Điều 5a.", "Kinh phí"),
        ("Điều 12: Hiệu lực", Level.ARTICLE, "12", "Điều 12:", "Hiệu lực"),
        ("ĐIỀU 3.", Level.ARTICLE, "3", "ĐIỀU 3.", ""),
        ("II. HIỆN TRẠNG", Level.HEADING, "II", "II.", "HIỆN TRẠNG"),
        ("1. Giao Sở Tài chính", Level.CLAUSE, "1", "1.", "Giao Sở Tài chính"),
        ("1a. Giao Sở Tài chính", Level.CLAUSE, "1a", "1a.", "Giao Sở Tài chính"),
        ("1.1 Chức năng.", Level.SUBCLAUSE, "1.1", "1.1", "Chức năng."),
        ("2.1. Mục tiêu", Level.SUBCLAUSE, "2.1", "2.1.", "Mục tiêu"),
        ("1.2.3 Chi tiết", Level.SUBCLAUSE, "1.2.3", "1.2.3", "Chi tiết"),
        ("(1) Đối với nhóm", Level.ITEM, "1", "(1)", "Đối với nhóm"),
        ("a) Thẩm định", Level.POINT, "a", "a)", "Thẩm định"),
        ("đ) Thẩm định", Level.POINT, "đ", "đ)", "Thẩm định"),
        ("a1) Thẩm định", Level.POINT, "a1", "a1)", "Thẩm định"),
        ("- Hạ tầng", Level.DASH, "", "-", "Hạ tầng"),
        ("– Hạ tầng", Level.DASH, "", "–", "Hạ tầng"),
        ("+ Viễn thông", Level.PLUS, "", "+", "Viễn thông"),
        ("   1. Thụt ba dấu cách", Level.CLAUSE, "1", "1.", "Thụt ba dấu cách"),
        ("1.\u00a0Dấu cách không ngắt", Level.CLAUSE, "1", "1.", "Dấu cách không ngắt"),
    ],
)
def test_a_label_at_the_start_of_a_line_begins_a_provision(
    line: str, level: Level, number: str, label: str, title: str
) -> None:
    provision = only(line)
    assert (provision.level, provision.number, provision.label, provision.title) == (
        level,
        number,
        label,
        title,
    )


@pytest.mark.parametrize(
    "line",
    [
        "Phần I của Đề án được phê duyệt",
        "Phần mềm dùng chung",
        "Chương trình chuyển đổi số",
        "Mục 5 Chương XII của Luật",
        "Mục tiêu cụ thể",
        "Phụ lục kèm theo Quyết định này",
        "Điều 5 Nghị định số 30/2020/NĐ-CP",
        "Điều chỉnh quy hoạch",
        "điều 1. viết thường",
        "2021. là một năm",
        "2020, định hướng đến 2025;",
        "10.000 người được đào tạo",
        "1.500.000 đồng",
        "19.5.2015 là ngày ban hành",
        "2,5 tỷ đồng",
        "1.Không có dấu cách",
        "a)Không có dấu cách",
        "-5 độ",
        "---",
        "ab) hai chữ",
        "A) chữ hoa",
        "(a) chữ trong ngoặc",
        "(có Đề cương chi tiết kèm theo).",
        "    1. Thụt bốn dấu cách",
        "\t1. Thụt một phím Tab",
    ],
)
def test_a_line_that_only_resembles_a_label_is_text(line: str) -> None:
    assert tree(line) == f"text: {' '.join(line.split())}"


def test_outline_levels_nest_right_without_indentation() -> None:
    assert (
        tree("""
            Phần I
            SỰ CẦN THIẾT
            I. CƠ SỞ
            1. Văn bản
            1.1 Trung ương
            (1) Luật
            - Luật Công nghệ thông tin
            + Điều khoản chung
            + Điều khoản riêng
            - Luật khác
            (2) Nghị định
            1.2 Tỉnh
            2. Thực tiễn
            II. PHẠM VI
            1. Không gian
            Phần II
            THỰC TRẠNG
            I. TÌNH HÌNH
            """)
        == dedent("""
            PART Phần I SỰ CẦN THIẾT
              HEADING I. CƠ SỞ
                CLAUSE 1. Văn bản
                  SUBCLAUSE 1.1 Trung ương
                    ITEM (1) Luật
                      DASH - Luật Công nghệ thông tin
                        PLUS + Điều khoản chung
                        PLUS + Điều khoản riêng
                      DASH - Luật khác
                    ITEM (2) Nghị định
                  SUBCLAUSE 1.2 Tỉnh
                CLAUSE 2. Thực tiễn
              HEADING II. PHẠM VI
                CLAUSE 1. Không gian
            PART Phần II THỰC TRẠNG
              HEADING I. TÌNH HÌNH
            """).strip()
    )


def test_the_levels_of_a_normative_text_nest_from_chapter_to_point() -> None:
    assert (
        tree("""
            Chương I
            QUY ĐỊNH CHUNG
            Mục 1
            PHẠM VI
            Tiểu mục 1
            ĐỐI TƯỢNG
            Điều 1. Phạm vi
            1. Quyết định này quy định:
            a) Việc một;
            b) Việc hai.
            2. Không áp dụng với việc ba.
            Mục 2
            GIẢI THÍCH
            Điều 2. Từ ngữ
            Chương II
            ĐIỀU KHOẢN THI HÀNH
            Điều 3. Hiệu lực
            """)
        == dedent("""
            CHAPTER Chương I QUY ĐỊNH CHUNG
              SECTION Mục 1 PHẠM VI
                SUBSECTION Tiểu mục 1 ĐỐI TƯỢNG
                  ARTICLE Điều 1. Phạm vi
                    CLAUSE 1. Quyết định này quy định:
                      POINT a) Việc một;
                      POINT b) Việc hai.
                    CLAUSE 2. Không áp dụng với việc ba.
              SECTION Mục 2 GIẢI THÍCH
                ARTICLE Điều 2. Từ ngữ
            CHAPTER Chương II ĐIỀU KHOẢN THI HÀNH
              ARTICLE Điều 3. Hiệu lực
            """).strip()
    )


def test_letters_nest_in_bracketed_numbers_and_these_in_letters_whichever_comes_first() -> None:
    letters_inside = """
        1. A
        (1) B
        a) C
        b) D
        (2) E
        """
    numbers_inside = """
        1. A
        a) B
        (1) C
        (2) D
        b) E
        """
    assert tree(letters_inside).split("\n") == [
        "CLAUSE 1. A",
        "  ITEM (1) B",
        "    POINT a) C",
        "    POINT b) D",
        "  ITEM (2) E",
    ]
    assert tree(numbers_inside).split("\n") == [
        "CLAUSE 1. A",
        "  POINT a) B",
        "    ITEM (1) C",
        "    ITEM (2) D",
        "  POINT b) E",
    ]


def test_a_third_decimal_nests_in_the_second() -> None:
    text = """
        1. A
        1.1 B
        1.1.1 C
        1.1.2 D
        1.2 E
        """
    assert idents(text) == [
        "khoan-1",
        "khoan-1-tiet-1-1",
        "khoan-1-tiet-1-1-tiet-1-1-1",
        "khoan-1-tiet-1-1-tiet-1-1-2",
        "khoan-1-tiet-1-2",
    ]


def test_a_number_printed_with_a_space_belongs_to_its_clause_and_is_printed_so() -> None:
    text = """
        2. Tổ chức bộ máy
        2. 1 Biên chế
        """
    assert tree(text) == "CLAUSE 2. Tổ chức bộ máy\n  SUBCLAUSE 2. 1 Biên chế"


def test_a_clause_whose_text_begins_with_a_number_is_no_decimal() -> None:
    assert tree("1. Các đơn vị\n2. 10 sở, ngành") == "CLAUSE 1. Các đơn vị\nCLAUSE 2. 10 sở, ngành"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Điều 1. Phê duyệt Đề cương\nĐề án\nviễn thông.", "Phê duyệt Đề cương Đề án viễn thông."),
        ("1. Giao Sở Tài chính\n  hướng dẫn lập dự toán;", "Giao Sở Tài chính hướng dẫn lập dự toán;"),
        ("- Hạ tầng\nviễn thông", "Hạ tầng viễn thông"),
        ("Phần II\nĐÁNH GIÁ THỰC TRẠNG\nGIAI ĐOẠN 2020 – 2024", "ĐÁNH GIÁ THỰC TRẠNG GIAI ĐOẠN 2020 – 2024"),
        ("Phần II\n\nTHỰC TRẠNG\nGIAI ĐOẠN 2020 – 2024", "THỰC TRẠNG GIAI ĐOẠN 2020 – 2024"),
        ("Điều 1. Duyệt Đề án\n“Phát triển,\nđổi mới” 2025", "Duyệt Đề án “Phát triển, đổi mới” 2025"),
        ("1. Theo quy định tại\nĐiều 5 Nghị định này.", "Theo quy định tại Điều 5 Nghị định này."),
        ("1. Đào tạo\n10.000 người.", "Đào tạo 10.000 người."),
    ],
)  # fmt: skip
def test_wrapped_lines_belong_to_the_provision_above(text: str, title: str) -> None:
    assert only(text).title == title


def test_a_paragraph_after_an_empty_line_belongs_to_the_provision_but_not_to_its_own_text() -> None:
    text = """
        Điều 2. Tổ chức thực hiện

        Giao Sở Thông tin và Truyền thông
        xây dựng Đề án.

        Điều 3. Hiệu lực
        """
    assert tree(text).split("\n") == [
        "ARTICLE Điều 2. Tổ chức thực hiện",
        "  text: Giao Sở Thông tin và Truyền thông xây dựng Đề án.",
        "ARTICLE Điều 3. Hiệu lực",
    ]


def test_a_paragraph_after_dashes_ends_them_and_an_indented_one_does_not() -> None:
    text = """
        1. Mục tiêu
        - Một
        + Hai

            thêm vào Hai

        Đoạn của khoản 1
        """
    assert tree(text).split("\n") == [
        "CLAUSE 1. Mục tiêu",
        "  DASH - Một",
        "    PLUS + Hai",
        "      text: thêm vào Hai",
        "  text: Đoạn của khoản 1",
    ]


def test_a_part_takes_its_title_from_the_capitals_below_it_and_no_sentence() -> None:
    assert tree("Phần I\n\nCác mục tiêu") == "PART Phần I\n  text: Các mục tiêu"
    assert tree("Phần I\n\nMỤC TIÊU\n\nĐến năm 2030") == "PART Phần I MỤC TIÊU\n  text: Đến năm 2030"


def test_legal_bases_the_formula_and_recipients_are_passages_of_their_own_kind() -> None:
    text = """
        Căn cứ Luật Tổ chức chính quyền địa phương
        ngày 19/6/2015;
        Căn cứ Luật Công nghệ thông tin;

        Theo đề nghị của Sở Nội vụ.

        QUYẾT ĐỊNH:

        Điều 1. Phê duyệt Đề cương.

        Căn cứ tình hình thực tế, các sở báo cáo.

        Nơi nhận:
        - Như Điều 3;
        - Lưu: VT.

        - Gạch đầu dòng khác
        """
    assert tree(text).split("\n") == [
        "basis: Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;",
        "basis: Căn cứ Luật Công nghệ thông tin;",
        "basis: Theo đề nghị của Sở Nội vụ.",
        "enacting: QUYẾT ĐỊNH:",
        "ARTICLE Điều 1. Phê duyệt Đề cương.",
        "  text: Căn cứ tình hình thực tế, các sở báo cáo.",
        "recipients: Nơi nhận: - Như Điều 3; - Lưu: VT.",
        "DASH - Gạch đầu dòng khác",
    ]


def test_without_the_formula_a_sentence_that_begins_like_a_legal_basis_is_text() -> None:
    assert (
        tree("Căn cứ tình hình thực tế, các sở báo cáo.") == "text: Căn cứ tình hình thực tế, các sở báo cáo."
    )


def test_a_number_left_open_is_the_next_one_of_its_parent_or_of_the_document() -> None:
    text = """
        Chương ⟦số I⟧
        Điều ⟦số 1⟧. A
        ⟦số 1⟧. B
        ⟦số a⟧) C
        ⟦số a⟧) D
        ⟦số 1⟧. E
        ⟦số a⟧) F
        Chương ⟦số I⟧
        Điều ⟦số 1⟧. G
        ⟦số 1⟧. H
        ⟦số 1.1⟧ I
        ⟦số 1.1⟧ K
        (⟦số 1⟧) L
        """
    assert tree(text).split("\n") == [
        "CHAPTER Chương I",
        "  ARTICLE Điều 1. A",
        "    CLAUSE 1. B",
        "      POINT a) C",
        "      POINT b) D",
        "    CLAUSE 2. E",
        "      POINT a) F",
        "CHAPTER Chương II",
        "  ARTICLE Điều 2. G",
        "    CLAUSE 1. H",
        "      SUBCLAUSE 1.1 I",
        "      SUBCLAUSE 1.2 K",
        "        ITEM (1) L",
    ]


def test_counting_goes_on_after_a_number_that_is_stated() -> None:
    text = """
        Điều 5. A
        Điều 5a. B
        Điều ⟦số 1⟧. C
        d) D
        ⟦số a⟧) E
        ⟦số a⟧) G
        """
    assert idents(text) == ["dieu-5", "dieu-5a", "dieu-6", "dieu-6-diem-d", "dieu-6-diem-dd", "dieu-6-diem-e"]


def test_points_go_from_a_to_y_with_dd_after_d() -> None:
    text = "1. A\n" + "\n".join("⟦số a⟧) điểm" for _ in range(23))
    assert [p.number for p in structure(text).provisions()][1:] == list("abcdđeghiklmnopqrstuvxy")


def test_a_key_names_a_provision_and_is_not_printed() -> None:
    provision = only("Điều 2.⟦khoá:to-chuc⟧ Tổ chức thực hiện")
    assert (provision.key, provision.label, provision.title) == ("to-chuc", "Điều 2.", "Tổ chức thực hiện")


def test_ids_name_the_way_down_to_a_provision() -> None:
    text = """
        Chương II
        Mục 1
        Điều 5. A
        1. B
        d) C
        đ) D
        Phần I
        I. E
        1. F
        (2) G
        """
    assert idents(text) == [
        "chuong-ii",
        "chuong-ii-muc-1",
        "dieu-5",
        "dieu-5-khoan-1",
        "dieu-5-khoan-1-diem-d",
        "dieu-5-khoan-1-diem-dd",
        "phan-i",
        "phan-i-muc-i",
        "phan-i-muc-i-khoan-1",
        "phan-i-muc-i-khoan-1-y-2",
    ]


def test_an_inserted_article_has_an_id_of_its_own_and_leaves_the_others() -> None:
    assert idents("Điều 5. A\nĐiều 6. B") == ["dieu-5", "dieu-6"]
    assert idents("Điều 5. A\nĐiều 5a. C\nĐiều 6. B") == ["dieu-5", "dieu-5a", "dieu-6"]


def test_articles_of_an_appendix_count_anew_and_have_ids_of_their_own() -> None:
    text = """
        Điều ⟦số 1⟧. A
        Điều ⟦số 1⟧. B
        PHỤ LỤC I
        DANH MỤC
        Điều ⟦số 1⟧. C
        ⟦số 1⟧. D
        PHỤ LỤC II
        Điều ⟦số 1⟧. E
        """
    assert idents(text) == [
        "dieu-1",
        "dieu-2",
        "phu-luc-i",
        "phu-luc-i-dieu-1",
        "phu-luc-i-dieu-1-khoan-1",
        "phu-luc-ii",
        "phu-luc-ii-dieu-1",
    ]


def test_a_repeated_number_keeps_both_provisions_apart() -> None:
    assert idents("1. A\na) B\n1. C\na) D") == [
        "khoan-1",
        "khoan-1-diem-a",
        "khoan-1-lan-2",
        "khoan-1-lan-2-diem-a",
    ]


def test_an_id_is_stable_against_edits_elsewhere() -> None:
    before = ["Điều 1. A", "1. B", "Điều 2. C", "1. D", "a) E", "Điều 3. G", "1. H"]
    added = [
        "Điều 1. Khác",
        "Đoạn mới",
        "1. B",
        "2. Thêm",
        "a) Thêm",
        "Điều 2. C",
        "1. D",
        "a) E",
        "Điều 3. G",
        "1. H",
    ]
    assert set(idents("\n".join(before))) < set(idents("\n".join(added)))


def test_code_is_text_whatever_it_shows() -> None:
    text = """
        Điều 1. A
        ```
        Điều 2. Ví dụ
        “Điều 3.
        ```
        ~~~ text
        1. Ví dụ
        ```
        ~~~
        1. B
        ```một dòng``` rồi chữ
        2. C
        """
    assert idents(text) == ["dieu-1", "dieu-1-khoan-1", "dieu-1-khoan-2"]


@pytest.mark.parametrize(
    "quoted",
    [
        "    “Điều 5. Tên cũ\n    1. Khoản cũ”.",
        "“Điều 5. Tên cũ\n1. Khoản cũ\n\na) Điểm cũ\n\n2. Khoản cũ ”;",
        "“1. Khoản cũ;\na) Điểm cũ.”",
        "“1. Khoản cũ của “Đề án\n2. cũ”;\na) Điểm cũ.”",
        "> “Điều 5. Tên cũ\n> 1. Khoản cũ\n>\n> 2. Khoản cũ”",
        "> Điều 5. Tên cũ\n> 1. Khoản cũ",
    ],
)
def test_quoted_provisions_of_an_amending_decision_are_text_not_structure(quoted: str) -> None:
    text = f"Điều 1. Sửa đổi\n1. Sửa đổi Điều 5 như sau:\n{quoted}\n2. Bãi bỏ Điều 6.\nĐiều 2. Hiệu lực"
    assert idents(text) == ["dieu-1", "dieu-1-khoan-1", "dieu-1-khoan-2", "dieu-2"]


def test_a_quotation_that_begins_at_the_end_of_a_line_is_text_to_its_end() -> None:
    text = """
        1. Khoản 1 Điều 5 được sửa đổi như sau: “1. Khoản mới:
        a) Điểm mới;

        2. Khoản mới.”

        2. Bãi bỏ Điều 6.
        """
    assert tree(text).split("\n") == [
        "CLAUSE 1. Khoản 1 Điều 5 được sửa đổi như sau: “1. Khoản mới:",
        "  quote: a) Điểm mới; 2. Khoản mới.”",
        "CLAUSE 2. Bãi bỏ Điều 6.",
    ]


def test_a_quotation_that_never_closes_hides_nothing_below_it_and_its_line_is_told() -> None:
    text = "Điều 1. Sửa đổi như sau:\n“Điều 5. Tên mới\n1. Khoản\nĐiều 2. Hiệu lực"
    assert idents(text) == ["dieu-1", "dieu-1-khoan-1", "dieu-2"]
    assert structure(text).unclosed_quote == 2
    assert structure("Điều 1. Sửa đổi:\n“Điều 5. Tên mới”").unclosed_quote is None


def test_the_title_of_a_plan_in_quotation_marks_is_no_quoted_provision() -> None:
    text = "Phê duyệt Đề án\n“Phát triển, nâng cao\nchất lượng” giai đoạn 2025 - 2030."
    assert tree(text) == f"text: {' '.join(text.split())}"


def test_composed_and_decomposed_letters_give_the_same_structure() -> None:
    head = "---\nloai: đề cương\n---\n"
    body = "Phần I\nMỤC TIÊU\nĐiều 1. Tổ chức\nđ) Thẩm định\nNơi nhận:\n- Như Điều 3"
    composed = read("de-cuong/2021/x.md", head + body).structure
    decomposed = read("de-cuong/2021/x.md", head + unicodedata.normalize("NFD", body)).structure
    assert repr(composed) == repr(decomposed)
    assert [p.ident for p in composed.provisions() if p.ident] == ["phan-i", "dieu-1", "dieu-1-diem-dd"]


def test_lines_are_those_of_the_source() -> None:
    lines = [Line(10, "Điều 1. A"), Line(11, ""), Line(12, "1. B"), Line(13, "nối"), Line(14, "chữ")]
    article, clause = parse(lines).provisions()
    assert (article.line, clause.line) == (10, 12)
    assert [line.number for line in clause.text] == [12, 13, 14]


labels = st.sampled_from(
    [
        "Điều 1.", "Điều 2.", "Điều 5a.", "Phần I", "Phần II", "Chương I", "Mục 1", "Tiểu mục 1", "PHỤ LỤC",
        "PHỤ LỤC I", "I.", "II.", "1.", "2.", "12.", "1.1", "1.2.", "2. 1", "1.1.1", "(1)", "(2)", "a)", "đ)",
        "-", "–", "+", "Căn cứ", "Theo đề nghị", "QUYẾT ĐỊNH:", "Nơi nhận:",
    ]
)  # fmt: skip
rests = st.sampled_from(
    ["", "chữ", "CHỮ HOA", "câu dài hơn;", "“trích", "trích”", "“Điều 9. trích”", "10 sở"]
)
indents = st.sampled_from(["", "", "", " ", "   ", "    ", "        "])
fragments = st.one_of(
    st.just(""), st.builds("{}{} {}".format, indents, labels, rests), st.builds("{}{}".format, indents, rests)
)
papers = st.lists(fragments, max_size=25).map("\n".join)
signs = st.characters(codec="utf-8", exclude_characters="⟦⟧")  # these are the macros' own
anything = st.one_of(
    papers,
    st.text(signs),
    st.lists(st.one_of(fragments, st.text(signs, max_size=12)), max_size=12).map("\n".join),
)


@given(anything)
def test_reading_never_fails(text: str) -> None:
    structure(text)


@given(anything)
def test_every_id_is_unique(text: str) -> None:
    found = idents_of(structure(text))
    assert len(set(found)) == len(found)


@given(anything)
def test_every_provision_stands_on_its_line(text: str) -> None:
    lines = text.split("\n")
    for provision in structure(text).provisions():
        assert lines[provision.line - 1].strip().startswith(provision.label)


@given(anything)
def test_no_word_is_lost_invented_or_moved(text: str) -> None:
    read: list[str] = []
    stack = list(reversed(structure(text).children))
    while stack:
        node = stack.pop()
        if isinstance(node, Passage):
            read += node.text.split()
        else:
            read += [*node.label.split(), *node.title.split()]
            stack.extend(reversed(node.children))
    assert read == text.split()


@given(anything)
def test_a_provision_nests_in_a_larger_one_and_knows_it(text: str) -> None:
    for provision in structure(text).provisions():
        if parent := provision.parent:
            assert provision in parent.children
            bracketed = {provision.level, parent.level} == {Level.ITEM, Level.POINT}
            decimal = provision.level is parent.level is Level.SUBCLAUSE
            assert parent.level < provision.level or bracketed or decimal


@given(papers, st.text("chữ mới. ", min_size=1, max_size=9))
def test_a_sentence_added_at_the_end_changes_no_id(text: str, sentence: str) -> None:
    assert idents_of(structure(text)) == idents_of(structure(f"{text}\n\n{sentence}"))


@pytest.mark.parametrize(
    "line",
    ["“", "”", "“Điều 1. “", "1. “a) b", "Điều 1.", "1.1.1.1.1", "(1)", "a)", "- x", "+ x", "```", "Căn cứ",
     "Nơi nhận:", "QUYẾT ĐỊNH:", "PHỤ LỤC", "⟦số 1⟧.", "⟦số a⟧)", "⟦khoá:", "    x", ""],
)  # fmt: skip
def test_hostile_repetition_is_read_in_linear_time(line: str, at_most: AtMost) -> None:
    with at_most(10):
        structure(f"{line}\n" * 20_000)
        structure(f"{line} " * 20_000)


def test_a_phu_luc_below_recipients_that_a_macro_writes_is_no_recipient() -> None:
    read = parse(Line(n, line) for n, line in enumerate(["Nơi nhận:", "", "PHỤ LỤC", "1. Danh mục"], start=1))
    assert [p.ident for p in read.provisions()] == ["phu-luc", "phu-luc-khoan-1"]
