"""A long list is worked on in parts, with the same results whatever becomes of a part."""

import os
import threading
from collections.abc import Sequence

import pytest

from scripts import spreading
from scripts.spreading import MOST, SMALLEST, spread


class ChosenError(Exception):
    """What a part raises in these tests."""


@pytest.fixture(autouse=True)
def two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreading, "_processors", lambda: 2)


def squares_and_process(numbers: Sequence[int]) -> tuple[list[int], int]:
    return [number * number for number in numbers], os.getpid()


def test_all_items_are_worked_on_once_and_in_more_than_one_process() -> None:
    results = spread(squares_and_process, range(2 * SMALLEST))

    assert sorted(square for part, _ in results for square in part) == [n * n for n in range(2 * SMALLEST)]
    assert len({process for _, process in results}) == 2


def test_a_short_list_stays_in_this_process() -> None:
    assert spread(squares_and_process, range(2 * SMALLEST - 1))[0][1] == os.getpid()
    assert spread(squares_and_process, []) == [([], os.getpid())]


def test_what_a_part_raises_is_raised_here() -> None:
    def refuse(numbers: Sequence[int]) -> int:
        if 1 in numbers:  # of the second part
            raise ChosenError("trang 1")
        return 0

    with pytest.raises(ChosenError, match="trang 1"):
        spread(refuse, range(2 * SMALLEST))


def test_no_process_is_left_when_this_one_raises(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[int] = []
    copy = os.fork
    monkeypatch.setattr(os, "fork", lambda: begun.append(child := copy()) or child)

    def refuse(numbers: Sequence[int]) -> int:
        if 0 in numbers:
            raise ChosenError
        return 0

    with pytest.raises(ChosenError):
        spread(refuse, range(2 * SMALLEST))
    assert begun
    for child in begun:
        with pytest.raises(ChildProcessError):  # it was waited for
            os.waitpid(child, os.WNOHANG)


def test_a_part_whose_process_dies_is_done_here() -> None:
    here = os.getpid()

    def die_elsewhere(numbers: Sequence[int]) -> int:
        if os.getpid() != here:
            os._exit(9)
        return len(numbers)

    assert spread(die_elsewhere, range(2 * SMALLEST)) == [SMALLEST, SMALLEST]


def test_a_result_that_cannot_be_sent_is_made_here() -> None:
    results = spread(lambda numbers: lambda: len(numbers), range(2 * SMALLEST))

    assert [result() for result in results] == [SMALLEST, SMALLEST]


def test_there_are_no_more_parts_than_processors_or_than_gain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreading, "_processors", lambda: 64)

    assert len(spread(len, range(64 * SMALLEST))) == MOST
    assert len(spread(len, range(3 * SMALLEST))) == 3


def test_a_process_with_threads_is_not_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    ended = threading.Event()
    thread = threading.Thread(target=ended.wait)
    thread.start()
    try:
        assert spreading._processors() == 1
    finally:
        ended.set()
        thread.join()


def test_other_systems_work_in_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    monkeypatch.setattr(spreading.sys, "platform", "darwin")

    assert spreading._processors() == 1
