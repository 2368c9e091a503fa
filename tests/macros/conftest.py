"""What the tests of the domain share: a bound on the processor time of hostile input."""

import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest

AtMost = Callable[[float], AbstractContextManager[None]]


@pytest.fixture
def at_most() -> AtMost:
    """Bound what the lines below it cost; generous, as quadratic work would take minutes, not seconds."""

    @contextmanager
    def bound(seconds: float) -> Iterator[None]:
        started = time.process_time()
        yield
        assert time.process_time() - started < seconds

    return bound
