"""Make `.venv` from a lock file with hashes, once, with nothing but the standard library."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import importlib.util
import os
import platform
import shutil
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from scripts.step import SetupError, run_step

ROOT: Final = Path(__file__).resolve().parent.parent

# Each layer's lock holds the layers before it too (a test sees to that): one lock is installed at a time.
LOCKS: Final = {"build": "requirements.lock", "test": "requirements-test.lock"}

NO_VENV: Final = """\
Python này ({python}) thiếu thành phần venv/ensurepip nên không lập được môi trường.
  Debian, Ubuntu:  sudo apt install python{version}-venv
  Hệ khác:         cài Python 3.11 trở lên từ trang chủ của Python, rồi chạy lại lệnh này.
This Python lacks the venv/ensurepip modules. On Debian or Ubuntu run
`sudo apt install python{version}-venv`; elsewhere install a full Python >= 3.11; then run this again."""

FAILED: Final = """\
Thường là do mạng hoặc cấu hình pip của máy: lời của pip ở ngay trên. Sửa xong thì chạy lại.
Mostly the network or the machine's pip configuration: pip's own words are above. Mend it and run again."""


@dataclass(frozen=True)
class Environment:
    """Where the environment of one project folder lies."""

    root: Path = ROOT

    @property
    def folder(self) -> Path:
        """Return the environment's folder."""
        return self.root / ".venv"

    @property
    def scripts(self) -> Path:
        """Return the folder of the environment's programs."""
        return self.folder / ("Scripts" if os.name == "nt" else "bin")

    @property
    def python(self) -> Path:
        """Return the environment's interpreter."""
        return self.scripts / ("python.exe" if os.name == "nt" else "python")

    def lock(self, layer: str) -> Path:
        """Return the lock file of a layer."""
        return self.root / LOCKS[layer]

    def stamp(self, layer: str) -> Path:
        """Return the file whose text says which lock and Python a layer was installed from."""
        return self.folder / f"installed-{layer}"


def ensure(layer: str, environment: Environment) -> bool:
    """Bring the environment up to a layer; tell whether anything had to be done."""
    if is_ready(layer, environment):
        return False
    with held(environment.root / ".venv.lock"):
        if is_ready(layer, environment):  # another command made it while this one waited
            return False
        if not is_ready("build", environment) or environment.stamp(layer).exists():
            _create(environment)
        _install(layer, environment)
    return True


def is_ready(layer: str, environment: Environment) -> bool:
    """Tell whether a layer stands as its lock and this Python demand, without starting a process."""
    stamp = environment.stamp(layer)
    if not all(path.is_file() for path in (stamp, environment.python, environment.folder / "pyvenv.cfg")):
        return False
    return stamp.read_text(encoding="utf-8") == fingerprint(environment.lock(layer))


def fingerprint(lock: Path) -> str:
    """Return a digest of a lock file's text and of the running Python."""
    python = (platform.python_implementation(), platform.python_version(), sys.platform, platform.machine())
    return hashlib.sha256("\n".join((*python, lock.read_text(encoding="utf-8"))).encode()).hexdigest()


def is_inside(environment: Environment) -> bool:
    """Tell whether the running interpreter is the environment's own."""
    return environment.folder.exists() and Path(sys.prefix).resolve() == environment.folder.resolve()


def variables(environment: Environment, given: Mapping[str, str]) -> dict[str, str]:
    """Return the environment variables of a process that works in the environment."""
    # PYTHONHOME and the launcher's variable would make the interpreter forget that it is the environment's.
    dropped = {"PYTHONHOME", "__PYVENV_LAUNCHER__"}
    kept = {name: value for name, value in given.items() if name not in dropped}
    path = os.pathsep.join(filter(None, (str(environment.scripts), given.get("PATH", ""))))
    # The root is where `macros` is found, also by the page engine, for the project is never installed.
    return kept | {
        "PATH": path,
        "PYTHONPATH": str(environment.root),
        "PYTHONUTF8": "1",
        "VIRTUAL_ENV": str(environment.folder),
    }


@contextlib.contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold a file's lock; the system itself frees it when its holder dies, so that none is ever stale."""
    with path.open("a+b") as file:
        if not _try_lock(file):
            print("Một lệnh khác đang chuẩn bị môi trường; đang chờ lệnh ấy…", file=sys.stderr, flush=True)
            while not _try_lock(file):
                time.sleep(0.1)
        yield  # closing the file frees the lock


if sys.platform == "win32":
    import msvcrt

    def _try_lock(file: BinaryIO) -> bool:
        """Lock an open file; tell whether it was free."""
        file.seek(0)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError as error:
            if error.errno not in (errno.EACCES, errno.EDEADLK):
                raise
            return False
        return True

else:
    import fcntl

    def _try_lock(file: BinaryIO) -> bool:
        """Lock an open file; tell whether it was free."""
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


def _create(environment: Environment) -> None:
    """Make the environment's folder anew, with pip and nothing else."""
    if any(importlib.util.find_spec(name) is None for name in ("venv", "ensurepip")):
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        raise SetupError(NO_VENV.format(python=sys.executable, version=version))
    _remove(environment.folder)
    base: str = getattr(sys, "_base_executable", sys.executable)  # never the one that was just removed
    _step("Lập môi trường .venv", [base, "-m", "venv", str(environment.folder)], environment)


def _remove(folder: Path) -> None:
    """Remove what is left of an earlier environment."""
    try:
        if folder.is_symlink() or folder.is_file():
            folder.unlink()
        elif folder.exists():
            shutil.rmtree(folder)
    except OSError as error:
        raise SetupError(
            f"Không xoá được {folder} ({error}). Hãy đóng chương trình đang dùng nó rồi chạy lại.\n"
            f"Cannot remove {folder}: close the programs that use it and run again."
        ) from error


def _install(layer: str, environment: Environment) -> None:
    """Install a layer's lock; the stamps are set only when all of it stands."""
    lock = environment.lock(layer)
    # What is cut short leaves this word behind and is made anew; a layer below stays whole.
    environment.stamp(layer).write_text("unfinished", encoding="utf-8")
    # Wheels only: building from source would fetch build tools that no hash covers.
    options = ["--require-hashes", "--no-deps", "--only-binary", ":all:", "--no-user", "--no-input"]
    quiet = ["--disable-pip-version-check", "--progress-bar", "off"]
    command = [str(environment.python), "-m", "pip", "install", *options, *quiet, "-r", str(lock)]
    _step(f"Cài các gói theo {lock.name}", command, environment)
    for name in list(LOCKS)[: list(LOCKS).index(layer) + 1]:
        environment.stamp(name).write_text(fingerprint(environment.lock(name)), encoding="utf-8")


def _step(step: str, command: list[str], environment: Environment) -> None:
    """Run a command of the set-up."""
    run_step(step, command, variables(environment, os.environ), FAILED)
