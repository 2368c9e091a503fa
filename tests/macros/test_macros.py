from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from macros import define_env, macros
from macros.library import state_of
from tests.pages import SITE, write


def environment(page: object, root: Path | None = None) -> SimpleNamespace:
    """Make what an engine hands to `define_env`, on this page."""
    extra = {"nguon": str(root), "dau": state_of(root)} if root else {}
    return SimpleNamespace(page=page, conf={"extra": extra})


def mkdocs_page(path: str, meta: dict[str, Any] | None = None) -> SimpleNamespace:
    return SimpleNamespace(file=SimpleNamespace(src_uri=path), meta=meta or {})


def zensical_page(path: str, meta: dict[str, Any] | None = None) -> SimpleNamespace:
    return SimpleNamespace(path=path, meta=meta or {})


def test_every_macro_is_registered_under_its_name() -> None:
    registered: dict[str, object] = {}
    env = environment(mkdocs_page("a.md"))
    env.macro = lambda function, name: registered.update({name: function})
    define_env(env)
    assert set(registered) == set(macros(env))


def test_label_macros_write_labels() -> None:
    bound = macros(environment(mkdocs_page("a.md")))
    assert (
        bound["dieu"](2, khoa="to-chuc"),
        bound["khoan"](1),
        bound["diem"]("đ"),
        bound["xem"]("to-chuc"),
    ) == (
        "Điều 2.⟦khoá:to-chuc⟧",
        "1.",
        "đ)",
        "⟦xem:to-chuc⟧",
    )


@pytest.mark.parametrize("make", [mkdocs_page, zensical_page])
def test_recipients_come_from_the_frame_of_the_page_in_work(make: Any) -> None:
    env = environment(make("a.md", {"khung": {"noi_nhan": "Nơi nhận:\n- A;"}}))
    bound = macros(env)
    assert bound["noi_nhan"]() == "Nơi nhận:\n- A;"
    env.page = make("b.md")
    assert bound["noi_nhan"]() == ""


@pytest.mark.parametrize("make", [mkdocs_page, zensical_page])
def test_lists_are_written_as_seen_from_the_page_in_work(tmp_path: Path, make: Any) -> None:
    env = environment(make("co-quan/ubnd-tinh.md"), write(tmp_path, SITE))
    bound = macros(env)
    assert "(../quyet-dinh/2021/12-qd-ubnd.md#dieu-2-khoan-1)" in bound["nhiem_vu"]()
    assert "(../quyet-dinh/2021/12-qd-ubnd.md#dieu-2-khoan-1)" in bound["nhac_den"]()
    env.page = make("index.md")
    assert "[Đề cương Đề án thử](de-cuong/2021/de-an-thu.md)" in bound["danh_sach"](loai="đề cương")
    assert bound["danh_sach"](nam=2021).count("\n- ") == 1
    assert bound["danh_sach"](nam=2021, moi_nhat=1).count("\n- ") == 0
    assert bound["danh_sach"](co_quan="UBND tỉnh", linh_vuc="viễn thông").count("\n- ") == 1
    assert bound["danh_sach"](nam=1999) == "*Chưa có.*"


def test_a_list_is_not_asked_for_by_properties_that_it_does_not_have() -> None:
    with pytest.raises(TypeError, match="ten"):
        macros(environment(mkdocs_page("a.md")))["danh_sach"](ten="A")
