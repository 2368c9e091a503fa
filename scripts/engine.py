"""Run a page engine over a stage: MkDocs in parallel parts, or Zensical whole."""

from __future__ import annotations

import logging
import multiprocessing
import os
import shutil
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from typing import TYPE_CHECKING

from scripts.environment import Environment, variables

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from scripts.staging import Stage

PAGES_WORTH_A_PROCESS = 60
"""Below so many pages a second process costs more than it saves."""

ZENSICALS_INDEX = "search.json"
"""What Zensical writes for its own search, configured or not: of this site nothing asks for it."""

_DIRTY_NOTICE = "A 'dirty' build is being performed"


class EngineError(Exception):
    """The engine stopped or warned; the message holds its words."""


def build_with_mkdocs(stage: Stage, site: Path, processes: int | None = None) -> None:
    """Build the stage into an empty folder; raise EngineError on any warning.

    MkDocs' own partial build asks each file whether it was modified; answered by shard, each process
    reads and writes its part of the pages, and the first one also the theme's files.
    """
    count = processes or min(os.cpu_count() or 1, 1 + stage.pages // PAGES_WORTH_A_PROCESS)
    if count == 1:
        warnings = _build_part(str(stage.config), str(site), 0, 1)
    else:
        method = "fork" if sys.platform == "linux" else "spawn"
        with ProcessPoolExecutor(count, multiprocessing.get_context(method)) as pool:
            parts = pool.map(partial(_build_part, str(stage.config), str(site), count=count), range(count))
            warnings = [warning for part in parts for warning in part]
    if warnings:
        raise EngineError("\n".join(dict.fromkeys(warnings)))


def build_with_zensical(stage: Stage, site: Path) -> None:
    """Build the stage with Zensical, which writes below the stage only, and move the result."""
    command = [sys.executable, "-m", "zensical", "build", "--clean", "--strict", "-f", str(stage.config)]
    environ = variables(Environment(), os.environ)  # the root, where Zensical's own process finds `macros`
    done = subprocess.run(
        command, cwd=stage.config.parent, env=environ, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise EngineError(done.stdout + done.stderr)
    built = stage.config.parent / "site"
    (built / ZENSICALS_INDEX).unlink(missing_ok=True)
    shutil.copytree(built, site, dirs_exist_ok=True)


ENGINES: dict[str, Callable[[Stage, Path], None]] = {
    "mkdocs": build_with_mkdocs,
    "zensical": build_with_zensical,
}


def _build_part(config_file: str, site: str, index: int, count: int) -> list[str]:
    """Build every `count`-th page, from the `index`-th; return the engine's warnings."""
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    from mkdocs.commands.build import build  # noqa: PLC0415 - a second saved where no engine runs
    from mkdocs.config import load_config  # noqa: PLC0415
    from mkdocs.exceptions import Abort, ConfigurationError  # noqa: PLC0415
    from mkdocs.structure.files import File  # noqa: PLC0415

    order: dict[str, int] = {}

    def in_this_part(file: File) -> bool:
        if not file.is_documentation_page():
            return index == 0
        return order.setdefault(file.src_uri, len(order)) % count == index

    File.is_modified = in_this_part  # type: ignore[method-assign,assignment]
    heard = _Warnings()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(heard)
    try:
        config = load_config(config_file, site_dir=site)
        if index:
            config.theme.static_templates = set()
        build(config, dirty=True)
    except (Abort, ConfigurationError, SystemExit) as error:
        raise EngineError("\n".join([*heard.messages, str(error)])) from error
    finally:
        logger.removeHandler(heard)
    return heard.messages


class _Warnings(logging.Handler):
    """Collect what the engine warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if not record.getMessage().startswith(_DIRTY_NOTICE):
            self.messages.append(record.getMessage())
