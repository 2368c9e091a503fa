"""What is written out before Jinja compiles a page is what Jinja's own calls would have written."""

from types import SimpleNamespace

import pytest
from jinja2 import Environment, StrictUndefined, TemplateSyntaxError

from macros import macros
from macros.confinement import read
from macros.expansion import written_out
from macros.writing import ArgumentFault

PAGES = [
    "",
    "Không có hàm nào.\n",
    "{{ dieu(1) }} A\n\n{{ khoan(1) }} B\n\n{{ diem('đ') }} C\n",
    '{{ dieu(2, khoa="to-chuc") }} A tại {{ xem("to-chuc") }}, {{ dieu() }} B',
    "{{phan(1)}}\n\nTÊN\n\n{{ phu_luc() }}\n\n{{ tiet('1.1') }} x {{ y(3) }}",
    "Viết `{{ dieu(1) }}` như sau:\n\n```\n{{ khoan(1) }}\n```\n\n{{ dieu(1) }} A `{{`",
    "{{ noi_nhan() }}\n{{ dieu(1) }}\n{{ noi_nhan() }}",
    '{{ dieu("{{ 7*7 }}") }} A',
    "{{ dieu('{') }}{ noi_nhan() }}",
    '{{ dieu("~~~") }}\n{{ khoan(1) }}',
    '{{ dieu("#}") }}{{ diem("%}") }}',
    "{{ dieu(1) }}\n\n",
]


def rendered(source: str, extension: str) -> str:
    """Run a page as mkdocs-macros does, confined by one of the extensions."""
    jinja = Environment(extensions=[extension], undefined=StrictUndefined, autoescape=False)
    page = SimpleNamespace(meta={"khung": {"noi_nhan": "Nơi nhận:\n- Như trên."}})
    jinja.globals.update(macros(SimpleNamespace(page=page)))
    return jinja.from_string(source).render()


@pytest.mark.parametrize("source", PAGES)
def test_a_page_is_the_same_whether_its_labels_are_written_out_or_called(source: str) -> None:
    assert rendered(source, "macros.expansion.Expansion") == rendered(
        source, "macros.confinement.Confinement"
    )


def test_only_labels_and_references_are_written_out() -> None:
    source = "{{ dieu(1) }} {{ noi_nhan() }} {{ danh_sach(nam=2021) }}"
    assert written_out(source, read(source).calls) == "Điều 1. {{ noi_nhan() }} {{ danh_sach(nam=2021) }}"


@pytest.mark.parametrize("source", ["{{ config }}", "{% if 1 %}", "{{ dieu(1) }} {{ ''.x }}"])
def test_what_is_refused_stays_refused(source: str) -> None:
    with pytest.raises(TemplateSyntaxError):
        rendered(source, "macros.expansion.Expansion")


@pytest.mark.parametrize(
    ("source", "fault"),
    [('{{ dieu(1, khoa="Tổ chức") }}', ArgumentFault), ("{{ dieu(1, 2, 3) }}", TypeError)],
)
def test_a_call_with_faulty_arguments_fails_when_it_is_run(source: str, fault: type[Exception]) -> None:
    with pytest.raises(fault):
        rendered(source, "macros.expansion.Expansion")
