"""What the check thinks that macros take is what the macros take."""

from inspect import signature
from types import SimpleNamespace

import macros
from macros.confinement import MACROS
from scripts.rules.arguments import NAMED_ONLY, PARAMETERS


def test_the_check_knows_each_macro_that_a_page_may_call() -> None:
    assert set(PARAMETERS) == MACROS


def test_the_check_knows_what_each_registered_macro_takes() -> None:
    for name, function in macros.macros(SimpleNamespace()).items():
        if name not in NAMED_ONLY:
            assert tuple(signature(function).parameters) == PARAMETERS[name], name


def test_the_check_knows_how_lists_are_selected() -> None:
    assert tuple(signature(macros._documents).parameters)[1:] == PARAMETERS["danh_sach"]
