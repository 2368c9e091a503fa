from dataclasses import FrozenInstanceError

import pytest

from macros.citing.model import Fault


def test_a_fault_is_a_value() -> None:
    fault = Fault("impossible-date", "31/11/2025")
    assert fault == Fault("impossible-date", "31/11/2025", None)
    with pytest.raises(FrozenInstanceError):
        fault.code = "other"  # type: ignore[misc]
