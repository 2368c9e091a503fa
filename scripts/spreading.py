"""Do a work on the parts of a long list at the same time, where the system can copy a running process."""

from __future__ import annotations

import os
import pickle
import sys
import threading
from typing import TYPE_CHECKING, NoReturn, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

T = TypeVar("T")
R = TypeVar("R")

SMALLEST = 200
"""Items of a part that is worth a process of its own."""

MOST = 4
"""Parts; more gain little, as each writes to memory that it shared before."""


def spread(work: Callable[[Sequence[T]], R], items: Sequence[T]) -> list[R]:
    """Give the results of all parts; what a part raises is raised here.

    Results must be picklable. A process that dies without a result costs time, not the result.
    """
    count = min(_processors(), MOST, len(items) // SMALLEST)
    parts = [items[start::count] for start in range(count)] if count > 1 else [items]
    children = [_start(work, part) for part in parts[1:]]
    try:
        results = [work(parts[0])]
    finally:
        answers: list[tuple[R] | BaseException | None] = [_answer(*child) for child in children]
    for part, answer in zip(parts[1:], answers, strict=True):
        if isinstance(answer, BaseException):
            raise answer
        results.append(work(part) if answer is None else answer[0])
    return results


def _processors() -> int:
    """Tell how many processes may run at once; one where a copy of this one would not be safe."""
    if sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return len(os.sched_getaffinity(0))


def _start(work: Callable[[Sequence[T]], R], part: Sequence[T]) -> tuple[int, int]:
    """Begin a part in a copy of this process; give its number and the pipe that it answers through."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _work_and_leave(work, part, writing)
    os.close(writing)
    return child, reading


def _work_and_leave(work: Callable[[Sequence[T]], R], part: Sequence[T], writing: int) -> NoReturn:
    """Answer with the result or with what was raised; nothing of the parent's is closed or printed."""
    status = 1
    try:
        try:
            answer: object = (work(part),)
        except Exception as error:  # noqa: BLE001 - whatever it is, the parent raises it
            answer = error
        with os.fdopen(writing, "wb") as pipe:
            pickle.dump(answer, pipe, pickle.HIGHEST_PROTOCOL)
        status = 0
    finally:
        os._exit(status)


def _answer(child: int, reading: int) -> tuple[R] | BaseException | None:
    """Wait for a part: its result in a tuple, what it raised, or None when it died."""
    with os.fdopen(reading, "rb") as pipe:
        data = pipe.read()
    _, status = os.waitpid(child, 0)
    if status != 0:
        return None
    answer: tuple[R] | BaseException = pickle.loads(data)  # noqa: S301 - from a copy of this very process
    return answer
