"""What is written out when a page is staged is what the engine's own Jinja would have written."""

from types import SimpleNamespace

import pytest
from jinja2 import Environment, StrictUndefined

from macros import macros
from macros.confinement import read
from macros.expansion import written_out

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


RECIPIENTS = "Nơi nhận:\n- Như trên;\n- Lưu: VT."


def run(source: str) -> str:
    """Run a page's macros as an engine does."""
    jinja = Environment(
        extensions=["macros.confinement.Confinement"], undefined=StrictUndefined, autoescape=False
    )
    page = SimpleNamespace(meta={"khung": {"noi_nhan": RECIPIENTS}})
    jinja.globals.update(macros(SimpleNamespace(page=page)))
    return jinja.from_string(source).render()


@pytest.mark.parametrize("source", PAGES)
def test_a_page_is_the_same_whether_its_macros_are_written_out_or_run(source: str) -> None:
    written = written_out(source, read(source), RECIPIENTS)
    assert written is not None
    assert written.removesuffix("\n") == run(source)


@pytest.mark.parametrize(
    "source",
    [
        "{{ config }}",
        "{% if 1 %}",
        "{{ dieu(1) }} {{ ''.x }}",
        "{{ dieu(1) }} {{ danh_sach(nam=2021) }}",
        "{{ nhac_den() }}",
        '{{ dieu(1, khoa="Tổ chức") }}',
        "{{ dieu(1, 2, 3) }}",
    ],
)
def test_a_page_that_an_engine_must_run_or_refuse_is_left_to_it(source: str) -> None:
    assert written_out(source, read(source), RECIPIENTS) is None
