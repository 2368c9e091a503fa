"""Find a program of this machine: where a variable names it, else at its usual places."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from scripts.step import SetupError


def find(variable: str, places: Iterable[Path], environ: Mapping[str, str], remedy: str) -> Path | None:
    """Return the program that the variable names, else the first of the places where a file lies.

    Raises SetupError with the remedy where the variable names no program.
    """
    if given := environ.get(variable):
        if not os.access(given, os.X_OK) or Path(given).is_dir():
            raise SetupError(
                f'{variable}="{given}" không phải một tệp chạy được / is no executable file.\n{remedy}'
            )
        return Path(given)
    return next((path for path in places if path.is_file()), None)


def require(found: Path | None, remedy: str) -> Path:
    """Return the program that was found; raise SetupError with the remedy where there is none."""
    if found is None:
        raise SetupError(remedy)
    return found
