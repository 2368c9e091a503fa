"""The one door: list the commands, make the environment stand, and run a command inside it."""

from __future__ import annotations

import ast
import difflib
import gc
import importlib
import io
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NoReturn

from scripts.environment import ROOT, Environment, ensure, is_inside, variables
from scripts.step import SetupError

USAGE: Final = """\
Cách dùng: python3 -m scripts LỆNH [tham số…]

{commands}

Thêm --help sau tên lệnh để xem tham số của lệnh ấy. Lần chạy đầu tự lập môi trường trong .venv."""


@dataclass(frozen=True)
class Command:
    """A module of `scripts` with a SUMMARY and a `main`, as read without importing it."""

    name: str
    module: str
    summary: str
    layer: str = "build"


def main(argv: list[str]) -> int:
    """Run the command that the arguments name and return its exit code."""
    commands = {command.name: command for command in discover(ROOT / "scripts")}
    if not argv or argv[0] in ("-h", "--help"):
        print(usage(list(commands.values())))
        return 0
    name, *rest = argv
    if name not in commands:
        print(unknown(name, list(commands)), file=sys.stderr)
        return 2
    environment = Environment()
    changed = ensure(commands[name].layer, environment)
    if changed or not is_inside(environment):
        enter(environment, argv)
    code: int = importlib.import_module(commands[name].module).main(rest)
    return code


def discover(folder: Path) -> Iterator[Command]:
    """Yield the commands in a folder by name; read, never imported, as the environment may not stand."""
    modules = {path.stem: path for path in folder.glob("*.py")}
    packages = {path.parent.name: path for path in folder.glob("*/__init__.py")}
    for stem, path in sorted((modules | packages).items()):
        if stem.startswith("_"):
            continue
        name, module = stem.replace("_", "-"), f"scripts.{stem}"
        try:
            tree = ast.parse(path.read_text(encoding="utf-8"))
        except SyntaxError as error:
            yield Command(name, module, f"(chưa chạy được: lỗi cú pháp ở {path.name}:{error.lineno})")
            continue
        constants = dict(_constants(tree))
        if "SUMMARY" in constants and _binds_main(tree):
            yield Command(name, module, constants["SUMMARY"], constants.get("LAYER", "build"))


def usage(commands: list[Command]) -> str:
    """Return the list of commands, one line each."""
    width = max((len(command.name) for command in commands), default=0)
    lines = [f"  {command.name:<{width}}  {command.summary}" for command in commands]
    return USAGE.format(commands="\n".join(lines))


def unknown(name: str, known: list[str]) -> str:
    """Return what to tell whoever typed a command that there is not."""
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.5)
    offer = f'Có phải "{near[0]}"?' if near else f"Các lệnh: {', '.join(known)}."
    return f'Không có lệnh "{name}". {offer}'


def enter(environment: Environment, argv: list[str]) -> NoReturn:
    """Run the same command line again with the environment's interpreter; never return."""
    command = [str(environment.python), "-m", "scripts", *argv]
    sys.stdout.flush()
    sys.stderr.flush()
    if sys.platform != "win32":
        os.execve(command[0], command, variables(environment, os.environ))  # noqa: S606 - no shell is wanted
    # Windows has no exec that keeps the console: wait, and leave Ctrl-C to the child, which gets it too.
    with subprocess.Popen(command, env=variables(environment, os.environ)) as process:
        while process.poll() is None:
            try:
                process.wait()
            except KeyboardInterrupt:
                continue
    sys.exit(process.returncode)


def _constants(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Yield the string constants that a module sets at its top level."""
    for node in tree.body:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Constant(value=str(value))):
                yield name, value
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.Constant(value=str(value))):
                yield name, value


def _binds_main(tree: ast.Module) -> bool:
    """Tell whether a module has a `main`, its own or imported from a part of its package."""
    for node in tree.body:
        match node:
            case ast.FunctionDef(name="main"):
                return True
            case ast.ImportFrom(names=names) if "main" in {alias.asname or alias.name for alias in names}:
                return True
    return False


def _run() -> int:
    """Run `main` for the shell: readable words and exit codes instead of tracebacks for what may happen."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")  # a Windows pipe would refuse Vietnamese letters
    try:
        return main(sys.argv[1:])
    except SetupError as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("\nĐã dừng.", file=sys.stderr)
        return 130
    except BrokenPipeError:  # `… | head` has read enough; the interpreter must not flush into it again
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141


if __name__ == "__main__":
    code = _run()
    gc.freeze()  # the system takes all memory back at once: going through it first can take most of a second
    sys.exit(code)
