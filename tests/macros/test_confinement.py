import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, StrictUndefined

from macros import macros
from macros.confinement import (
    LARGEST_NUMBER,
    LONGEST_TEXT,
    MACROS,
    MOST_CALLS,
    MOST_VIOLATIONS,
    Call,
    ConfinementError,
    blank_code,
    protect,
    read,
)
from tests.macros.conftest import AtMost
from tests.macros.rendering import Engine

ATTACKS = {
    "globals of a built-in": "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "a subclass walk": "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "the configuration": "{{ config }}",
    "an attribute of the configuration": "{{ config.plugins }}",
    "the environment": "{{ self._TemplateReference__context }}",
    "a macro's globals": "{{ dieu.__globals__ }}",
    "a subscript": "{{ dieu['__globals__'] }}",
    "a method of a result": "{{ dieu(1).upper() }}",
    "a filter": "{{ dieu(1) | upper }}",
    "a filter that formats": "{{ '%999999999d' | format(1) }}",
    "the attr filter": "{{ dieu | attr('__globals__') }}",
    "arithmetic": "{{ dieu(1 + 1) }}",
    "an endless text": "{{ 'a' * 999999999 }}",
    "an endless power": "{{ 9 ** 9 ** 9 }}",
    "a call of a built-in": "{{ range(999999999) }}",
    "a call of dict": "{{ dict(a=1) }}",
    "lipsum": "{{ lipsum(n=999999) }}",
    "a bare name": "{{ dieu }}",
    "a bare text": '{{ "a" }}',
    "a call in a call": "{{ dieu(khoan(1)) }}",
    "a name as argument": "{{ dieu(config) }}",
    "a list": "{{ dieu([1]) }}",
    "a mapping": "{{ dieu({}) }}",
    "spread arguments": "{{ dieu(*[1]) }}",
    "spread keywords": "{{ dieu(**{}) }}",
    "a condition": "{{ dieu(1) if true else dieu(2) }}",
    "a comparison": "{{ dieu(1) == 1 }}",
    "a concatenation": "{{ dieu(1) ~ dieu(2) }}",
    "a tuple": "{{ dieu(1), dieu(2) }}",
    "a test": "{{ dieu is defined }}",
    "a negative number": "{{ dieu(-1) }}",
    "a fraction": "{{ dieu(1.5) }}",
    "a truth value": "{{ dieu(true) }}",
    "nothing as argument": "{{ dieu(none) }}",
    "a number too large": f"{{{{ dieu({LARGEST_NUMBER + 1}) }}}}",
    "a number of endless digits": f"{{{{ dieu({'9' * 5000}) }}}}",
    "a text too long": f'{{{{ xem("{"a" * (LONGEST_TEXT + 1)}") }}}}',
    "an unknown function": "{{ dieux(1) }}",
    "a wide look-alike": "{{ ｄｉｅｕ(1) }}",
    "a repeated keyword": '{{ dieu(khoa="a", khoa="b") }}',
    "an escape in a text": r'{{ xem("\x41") }}',
    "a line end in a text": r'{{ dieu("1.\n\n2") }}',
    "a statement": "{% set x = 1 %}",
    "a loop": "{% for i in range(10) %}a{% endfor %}",
    "an include": '{% include "mkdocs.yml" %}',
    "an import": '{% from "a" import b %}',
    "a raw block": "{% raw %}{{ config }}{% endraw %}",
    "a macro definition": "{% macro a() %}{% endmacro %}",
    "a comment": "{# a #}",
    "a comment as id": "Đoạn {#ma}",
    "stripped blanks": "{{- dieu(1) -}}",
    "kept blanks": "{{+ dieu(1) }}",
    "stripped blanks of a statement": "{%- if 1 -%}{%- endif -%}",
    "an expression over lines": "{{ dieu(\n1) }}",
    "no end": "{{ dieu(1)",
    "no beginning of a call": "{{ }}",
    "nothing": "{{}}",
    "three brackets": "{{{ dieu(1) }}}",
    "an expression in an expression": "{{ dieu({{ khoan(1) }}) }}",
    "an end within a text": "{{ xem('}}') ~ config }}",
    "an escaped code span": r"\`{{ config }}`",
    "a code span that does not close": "`{{ config }}",
    "a code span of unequal ticks": "``{{ config }}`",
    "a fence that is closed": "```\n```\n{{ config }}",
    "a fence that is none": "```a`b\n{{ config }}",
    "a carriage return": "`a\r{{ config }}",
}

LEGITIMATE = {
    "{{ dieu() }}": ("dieu", (), {}),
    "{{ dieu(1) }}": ("dieu", (1,), {}),
    "{{dieu(1)}}": ("dieu", (1,), {}),
    "{{ dieu( 1 ) }}": ("dieu", (1,), {}),
    '{{ dieu("5a") }}': ("dieu", ("5a",), {}),
    "{{ diem('đ') }}": ("diem", ("đ",), {}),
    '{{ dieu(2, khoa="to-chuc") }}': ("dieu", (2,), {"khoa": "to-chuc"}),
    '{{ dieu(khoa="to-chuc") }}': ("dieu", (), {"khoa": "to-chuc"}),
    '{{ xem("to-chuc") }}': ("xem", ("to-chuc",), {}),
    '{{ tiet("2. 1") }}': ("tiet", ("2. 1",), {}),
    "{{ noi_nhan() }}": ("noi_nhan", (), {}),
    '{{ danh_sach(loai="quyết định", nam=2021) }}': ("danh_sach", (), {"loai": "quyết định", "nam": 2021}),
    r'{{ danh_sach(linh_vuc="Dữ liệu \"mở\" và C:\\") }}': (
        "danh_sach",
        (),
        {"linh_vuc": 'Dữ liệu "mở" và C:\\'},
    ),
    '{{ danh_sach(co_quan="Sở {{ }} %}") }}': ("danh_sach", (), {"co_quan": "Sở {{ }} %}"}),
}


def environment() -> Environment:
    """Make an environment as mkdocs-macros has it, with what a page could reach for."""
    made = Environment(extensions=["macros.confinement.Confinement"], undefined=StrictUndefined)
    made.globals.update(macros(None) | {"config": {"plugins": "reached"}})
    return made


@pytest.mark.parametrize("source", ATTACKS.values(), ids=ATTACKS)
def test_an_attack_is_found_by_the_check(source: str) -> None:
    reading = read(f"Điều 1. Tên\n\n{source}\n")
    assert reading.violations
    assert reading.violations[0].reason


@pytest.mark.parametrize("source", ATTACKS.values(), ids=ATTACKS)
def test_an_attack_is_refused_again_at_render_time_in_whatever_text_it_stands(source: str) -> None:
    with pytest.raises(ConfinementError):
        environment().from_string(f"Điều 1. Tên\n\n{source}\n")
    with pytest.raises(ConfinementError):
        environment().from_string(source)


def test_an_included_template_is_confined_like_the_page() -> None:
    loader = jinja2.DictLoader({"page": "{{ config }}"})
    with pytest.raises(ConfinementError):
        Environment(extensions=["macros.confinement.Confinement"], loader=loader).get_template("page")


@pytest.mark.parametrize(("source", "call"), LEGITIMATE.items(), ids=LEGITIMATE)
def test_a_call_of_our_macros_with_literals_passes(source: str, call: tuple[str, object, object]) -> None:
    reading = read(f"trước {source} sau")
    assert not reading.violations
    assert [(c.name, c.arguments, c.keywords) for c in reading.calls] == [call]
    assert f"trước {source} sau"[reading.calls[0].start : reading.calls[0].end] == source
    environment().from_string(source)


def test_pages_may_call_exactly_the_macros_that_are_registered() -> None:
    assert set(macros(None)) == MACROS


def test_a_refusal_at_render_time_tells_the_line_and_what_is_wrong() -> None:
    with pytest.raises(ConfinementError) as refusal:
        environment().from_string("Điều 1.\n\n{{ config }}\n")
    assert refusal.value.lineno == 3
    assert "{{ config }}: chỉ được gọi một hàm của trang" in str(refusal.value)


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("{% set x = 1 %}", "trang không được dùng lệnh {% … %}"),
        ("{# a #}", "trang không được dùng chú thích {# … #}"),
        ("{{ dieu(1", "thiếu dấu đóng “}}” trên cùng dòng"),
        ("{{ dieux(1) }}", "không có hàm “dieux”; các hàm có: chuong, danh_sach, de_muc"),
        ("{{ dieu(1 + 1) }}", "đối số phải là số (đến 9999) hoặc chữ trong ngoặc kép"),
        ("{{ dieu(*a) }}", "đối số phải viết thẳng"),
        ('{{ dieu(khoa="a", khoa="b") }}', "một đối số được nêu hai lần"),
        ("{{- dieu(1) }}", "không dùng dấu - hoặc + sát ngoặc"),
        ("{{ dieu(1)) }}", "không đọc được; viết như {{ dieu(1) }}"),
    ],
)
def test_the_reason_says_in_vietnamese_what_to_write_instead(source: str, reason: str) -> None:
    (violation,) = read(source).violations
    assert violation.reason.startswith(reason)


def test_every_violation_has_its_own_place() -> None:
    source = "{{ dieu(1) }} {{ a }}\n{% b %}\n{{ khoan(1) }} {# c #}"
    reading = read(source)
    assert [source[v.start : v.start + 4] for v in reading.violations] == ["{{ a", "{% b", "{# c"]
    assert [call.name for call in reading.calls] == ["dieu", "khoan"]


@pytest.mark.parametrize(
    "code",
    [
        "`{{ dieu(1) }}`",
        "``{{ dieu(1) }} ` {% x %}``",
        "`{{` và `{%` và `{#`",
        "```\n{{ config }}\n```",
        "```jinja\n{% for x in y %}\n```",
        "~~~\n{# a #}\n```\n{{ config }}\n~~~",
        "````\n```\n{{ config }}\n```\n````",
        "   ```\n   {{ config }}\n   ```",
        "- mục\n\n    ```\n    {{ config }}\n    ```",
        "```\n{{ config }}",
        "`{{{{%{#`",
    ],
)
def test_braces_in_code_are_shown_and_not_run(code: str) -> None:
    assert read(code) == read("")
    shown = environment().from_string(f"{code}\n\n{{{{ dieu(1) }}}}\n").render()
    assert shown.strip().endswith("{{ dieu(1) }}" if code == "```\n{{ config }}" else "Điều 1.")
    assert shown.startswith(code)


def test_code_is_blanked_to_its_length_and_lines() -> None:
    source = "a `{{ b }}` c\n```\n{{ d }}\n```\ne"
    blanked = blank_code(source)
    assert blanked == "a " + " " * 9 + " c\n   \n       \n   \ne"


def test_a_page_calls_macros_no_more_often_than_a_long_plan_does() -> None:
    assert not read("{{ khoan(1) }}\n" * MOST_CALLS).violations
    (violation,) = read("{{ khoan(1) }}\n" * (MOST_CALLS + 1)).violations
    assert violation.reason == "một trang được gọi nhiều nhất 5000 lần; hãy tách trang"


def test_of_very_many_violations_the_first_are_told() -> None:
    assert len(read("{{ x }}\n" * 1000).violations) == MOST_VIOLATIONS


pieces = st.sampled_from(
    ["{{", "}}", "{%", "%}", "{#", "#}", " ", "\n", "`", "```", "~~~", '"', "'", "\\", "dieu(1)", "dieu",
     "(", ")", "{{ dieu(1) }}", "config", "-", "+", "a", "{", "}", "\r", "\t", "    ", ">", "đ", "\u2028"]
)  # fmt: skip
sources = st.one_of(st.text(), st.lists(pieces, max_size=25).map("".join))


@given(sources)
def test_reading_never_fails_and_says_the_same_as_rendering(source: str) -> None:
    reading = read(source)
    if reading.violations:
        with pytest.raises(ConfinementError):
            environment().from_string(source)
    else:
        environment().from_string(source)


@given(sources)
def test_without_calls_and_violations_a_page_is_shown_as_it_is(source: str) -> None:
    source = source.replace("\r", "")
    reading = read(source)
    if not reading.violations and not reading.calls:
        assert environment().from_string(source).render() == source.removesuffix("\n")


@given(sources)
def test_no_brace_outside_code_escapes_the_reading(source: str) -> None:
    reading = read(source)
    left = blank_code(source)
    for call in reversed(reading.calls):
        left = left[: call.start] + left[call.end :]
    assert reading.violations or not any(opener in left for opener in ("{{", "{%", "{#"))


@given(sources)
def test_blanking_keeps_every_place(source: str) -> None:
    blanked = blank_code(source)
    assert len(blanked) == len(source)
    assert all(b in (s, " ") and (s != "\n" or b == "\n") for s, b in zip(source, blanked, strict=True))
    assert protect(source).count("\n") == source.count("\n")


@pytest.mark.parametrize(
    "piece",
    ["{{", "{{ ", "{{ '", '{{ "', "{{ ' {{ \"", "{{ dieu(1) }}", "{{ dieu(", "`", "` ``", "``` ", "```\n",
     "~~~\n", "\\`", "{", "}", "{%", "{#", "{{ x }}", "(", "\n"],
)  # fmt: skip
def test_hostile_repetition_is_read_in_linear_time(piece: str, at_most: AtMost) -> None:
    with at_most(10):
        read(piece * 100_000)
        read("{{ dieu(" + piece * 100_000)
        protect(piece * 100_000)


def test_runs_of_ticks_of_every_length_are_read_in_linear_time(at_most: AtMost) -> None:
    with at_most(10):
        read(" ".join("`" * length for length in range(1, 1000)))


def test_the_pages_engine_expands_calls_where_they_stand() -> None:
    assert Engine().expand("{{ dieu(1) }} Tên\n\n{{ diem('đ') }} Chữ `{{ x }}`") == (
        "Điều 1. Tên\n\nđ) Chữ `{{ x }}`"
    )


def test_a_call_knows_its_arguments() -> None:
    (call,) = read('x {{ dieu(2, khoa="a") }}').calls
    assert call == Call("dieu", (2,), {"khoa": "a"}, 2, 25)
