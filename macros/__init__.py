"""The page engine's door into the project: binds the macros' names to functions, and nothing else."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from macros import lists, writing
from macros.library import library_at

if TYPE_CHECKING:
    from collections.abc import Callable

    from macros.library import Library


def define_env(env: Any) -> None:
    """Register the macros with mkdocs-macros, or with Zensical's equal of it.

    MkDocs calls this once a build and Zensical once a page; every macro but the lists is a pure function,
    and the lists read a library that is loaded once for a state of the pages.
    """
    for name, function in macros(env).items():
        env.macro(function, name)


def macros(env: Any) -> dict[str, Callable[..., str]]:
    """Bind each macro's name to its function, for the page that the engine is at when it is called."""
    labels: dict[str, Callable[..., str]] = {name: partial(writing.write, name) for name in writing.LABELS}
    return labels | {
        "xem": writing.refer,
        "noi_nhan": lambda: _recipients(env),
        "danh_sach": lambda **properties: _documents(env, **properties),
        "nhac_den": lambda: lists.naming(_library(env), _page(env)),
        "nhiem_vu": lambda: lists.tasks(_library(env), _page(env)),
    }


def _documents(
    env: Any,
    loai: str | None = None,
    nam: int | None = None,
    co_quan: str | None = None,
    linh_vuc: str | None = None,
    moi_nhat: int | None = None,
) -> str:
    library = _library(env)
    found = library.listed(loai, nam, co_quan, linh_vuc)
    return lists.documents(_page(env), found[:moi_nhat])


def _recipients(env: Any) -> str:
    """Give the recipient list that was staged with the page's frame."""
    return str(env.page.meta.get("khung", {}).get("noi_nhan", ""))


def _page(env: Any) -> str:
    """Tell the path of the page in work: MkDocs' pages have a file, Zensical's a path."""
    file = getattr(env.page, "file", None)
    return str(file.src_uri if file else env.page.path)


def _library(env: Any) -> Library:
    """Give the library of the pages' sources, which the stage names together with their state."""
    extra = env.conf["extra"]
    return library_at(str(extra["nguon"]), str(extra["dau"]))
