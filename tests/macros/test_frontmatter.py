import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.frontmatter import DEEPEST, LARGEST, Place, read
from tests.macros.conftest import AtMost


def page(*lines: str) -> str:
    """Write a page with these lines of front matter and a body."""
    return "\n".join(["---", *lines, "---", "", "Thân bài", ""])


def faults(text: str) -> list[tuple[str, int, int, str]]:
    return [(p.fault, p.place.line, p.place.column, p.value) for p in read(text).problems]


def test_keys_texts_lists_and_mappings_are_read() -> None:
    front = read(
        page(
            "loai: quyết định",
            "luu: [VT, CNTT]",
            "gui_den:",
            "  - Như Điều 3 QĐ",
            "  - Chủ tịch",
            "nguoi_ky: {chuc_vu: Chủ tịch, ho_ten: Mai Xuân Liêm}",
            "so_ky_hieu:              # bản nguồn không có số",
        )
    )
    assert not front.problems
    assert front.plain() == {
        "loai": "quyết định",
        "luu": ["VT", "CNTT"],
        "gui_den": ["Như Điều 3 QĐ", "Chủ tịch"],
        "nguoi_ky": {"chuc_vu": "Chủ tịch", "ho_ten": "Mai Xuân Liêm"},
        "so_ky_hieu": None,
    }
    assert (front.body, front.body_line) == ("\nThân bài\n", 10)


@pytest.mark.parametrize(
    "text",
    [
        "no",
        "012",
        "12:30",
        "1e5",
        "0x10",
        "true",
        "null",
        "~",
        "2021-01-07",
        "1_000",
        "1.0",
        ".inf",
        "<<",
        "=",
        "yes",
    ],
)
def test_what_yaml_takes_for_something_else_stays_as_typed(text: str) -> None:
    assert read(page(f"nam: {text}")).plain() == {"nam": text}


def test_an_empty_value_is_nothing_and_a_quoted_empty_one_is_a_text() -> None:
    assert read(page("a:", 'b: ""', "c: ''")).plain() == {"a": None, "b": "", "c": ""}


def test_every_value_and_key_knows_its_place() -> None:
    front = read(
        page(
            "loai: quyết định", "luu: [VT, CNTT]", "chap_nhan:", "  - ma: BC201", "    ly_do: Đúng như bản ký"
        )
    )
    assert front.place(("loai",)) == Place(2, 1)
    assert front.place(("luu", 1)) == Place(3, 11)
    assert front.place(("chap_nhan", 0, "ly_do")) == Place(6, 5)
    entry = front.entry(("chap_nhan", 0, "ly_do"))
    assert entry is not None
    assert (entry.value, entry.place) == ("Đúng như bản ký", Place(6, 12))


def test_the_place_of_what_is_missing_is_that_of_its_nearest_holder() -> None:
    front = read(page("loai: quyết định", "nguoi_ky: {chuc_vu: Chủ tịch}"))
    assert front.place(("nguoi_ky", "ho_ten")) == Place(3, 1)
    assert front.place(("trich_yeu",)) == Place(1, 1)
    assert front.place(("loai", 3)) == Place(2, 1)
    assert front.entry(("nguoi_ky", "ho_ten")) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Thân bài\n", [("missing", 1, 1, "Thân bài")]),
        ("", [("missing", 1, 1, "")]),
        ("\n---\na: b\n---\n", [("missing", 1, 1, "")]),
        ("---\na: b\n", [("unclosed", 1, 1, "---")]),
        ("--- a\n---\n", [("unclosed", 1, 1, "--- a")]),
        (page("a: b", "a: c"), [("repeated", 3, 1, "a")]),
        (page("x: {a: b, a: c}"), [("repeated", 2, 11, "a")]),
        (page("a: &x b"), [("anchor", 2, 4, "&x")]),
        (page("a: *x"), [("anchor", 2, 4, "*x")]),
        (
            page("a: !!python/object:os.system b"),
            [("tag", 2, 4, "tag:yaml.org,2002:python/object:os.system")],
        ),
        (page("- a"), [("not-a-mapping", 2, 1, "")]),
        (page("chỉ là chữ"), [("not-a-mapping", 2, 1, "chỉ là chữ")]),
        (page("? [a]", ": b"), [("key", 2, 3, "")]),
        (page("a: [[[[[[b]]]]]]"), [("too-deep", 2, 9, "")]),
        (page("a: b: c"), [("syntax", 2, 5, "a: b: c")]),
        (page("loai: đề cương", "trich_yeu: [a"), [("syntax", 4, 1, "")]),
        (page("\ta: b"), [("syntax", 2, 1, "a: b")]),
        (page("a: b\u2028c: d"), [("syntax", 2, 5, "U+2028")]),
        (page("a: b\x85c: d"), [("syntax", 2, 5, "U+0085")]),
        (page("a: b\rc: d"), [("syntax", 2, 5, "U+000D")]),
        (page("a: b\x00"), [("syntax", 2, 1, "")]),
        (page(f"a: {'b' * LARGEST}"), [("too-large", 2, 1, f"{LARGEST + 4} ký tự")]),
    ],
)
def test_what_is_no_plain_record_is_a_problem_at_its_place(
    text: str, found: list[tuple[str, int, int, str]]
) -> None:
    assert faults(text) == found


def test_a_repeated_key_keeps_its_first_value() -> None:
    assert read(page("a: b", "a: c")).plain() == {"a": "b"}


def test_a_second_document_is_a_problem_and_no_second_record() -> None:
    front = read("---\na: b\n--- {c: d}\n---\n")
    assert [(p.fault, p.place, p.detail) for p in front.problems] == [
        ("syntax", Place(3, 5), "second document")
    ]
    assert front.entries == {}


def test_a_front_matter_that_cannot_be_used_leaves_no_half_of_it() -> None:
    assert read(page("a: b", "c: *d")).entries == {}
    assert read(page("a: b", "c: [")).entries == {}


def test_an_empty_front_matter_is_an_empty_record() -> None:
    front = read("---\n---\nThân bài\n")
    assert (front.plain(), front.problems, front.body, front.body_line) == ({}, [], "Thân bài\n", 3)


@pytest.mark.parametrize("end", ["---", "...", "---  "])
def test_the_front_matter_ends_at_the_first_closing_line(end: str) -> None:
    front = read(f"---\na: b\n{end}\nThân bài\n\n---\n\nc: d\n")
    assert (front.plain(), front.body) == ({"a": "b"}, "Thân bài\n\n---\n\nc: d\n")


def test_a_page_without_front_matter_is_all_body() -> None:
    front = read("Thân bài\n")
    assert (front.present, front.body, front.body_line) == (False, "Thân bài\n", 1)


pieces = st.sampled_from(
    ["a: b\n", "- ", "  ", "\n", "---\n", "...\n", "{", "}", "[", "]", ":", ", ", "&x ", "*x ", "!t ", "? ",
     "| ", "> ", "'", '"', "#", "%YAML 1.1\n", "đ", "\t", "\x85", "\u2028", "\ufeff", "\x00", "\\u0000",
     "<<: ", "=", "@", "`"]
)  # fmt: skip
sources = st.one_of(
    st.text(),
    st.lists(pieces, max_size=25).map("".join),
    st.lists(pieces, max_size=25).map(lambda p: page("".join(p))),
)


@given(sources)
def test_reading_never_fails_and_says_what_is_wrong(text: str) -> None:
    front = read(text)
    assert front.present or front.problems
    assert all(1 <= p.place.line <= text.count("\n") + 2 and p.place.column >= 1 for p in front.problems)


@given(sources)
def test_the_body_is_the_rest_of_the_file_from_its_true_line(text: str) -> None:
    front = read(text)
    assert text.endswith(front.body)
    assert front.body_line == text.count("\n") - front.body.count("\n") + 1


texts = st.text("abcđê ỷ123:-#'\"[]{},&*!|>%@`\\/.", max_size=20)


@given(st.dictionaries(st.text("abc_", min_size=1, max_size=5), texts, max_size=5))
def test_quoted_texts_are_read_back(record: dict[str, str]) -> None:
    lines = [f"{key}: '{value.replace(chr(39), chr(39) * 2)}'" for key, value in record.items()]
    assert read(page(*lines)).plain() == record


@pytest.mark.parametrize(
    "piece",
    ["[", "{", "- ", "? ", "a: ", "a: b\n", "&a ", "*a ", "!a ", "'", '"', "\\", "|\n", ">\n", "---\n",
     "--- ", "#", "{a: ", "[{", "\n", " ", "\t", "%", ":", "<<: *a\n", "!!", "- - ", "--- a\n", "-",
     "a: |\n  x\n"],
)  # fmt: skip
def test_hostile_repetition_is_read_in_linear_time(piece: str, at_most: AtMost) -> None:
    with at_most(10):
        read(piece * 500_000)
        read("---\n" + piece * 500_000)
        read(page(piece * (LARGEST // len(piece) - 2)))


def test_exponential_aliases_are_refused_at_the_first() -> None:
    lines = [
        "a: &a [x, x]",
        *(f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]" for n in range(20)),
    ]
    assert faults(page(*lines)) == [("anchor", 2, 4, "&a")]


def test_as_deep_as_a_record_may_nest_is_no_problem() -> None:
    depth = DEEPEST - 2  # the record itself, the lists, and what stands in them
    assert not read(page(f"a: {'[' * depth}b{']' * depth}")).problems
