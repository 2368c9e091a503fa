"""The house as a whole: who may import whom, how large things are, and what no file may hold."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).resolve().parents[1]

LAYERS = (
    {"vietnamese", "frontmatter", "confinement", "plain_text", "effort", "unbroken", "weaving"},
    {"numbering", "problem", "values", "sanitation", "annotation", "model", "cleaning", "vocabulary"},
    {"record", "structure", "writing", "provision_path", "grammar", "symbol"},
    {"issuers", "titles", "faults", "issuer", "work"},
    {"parts", "catalogue", "subject", "series"},
    {"works"},
    {"openings"},
    {"finding"},
    {"citation", "citing"},
    {"expansion", "quotation", "reference"},
    {"paper"},
    {"document", "layout", "anchors"},
    {"library", "provisions", "registry", "own_provision"},
    {"mentions", "work_frame", "slip"},
    {"resolution"},
    {"citation_form"},
    {"verdict"},
    {"basis_form"},
    {"cited"},
    {"frame", "designation", "linking"},
    {"lists", "wayfinding", "transcript", "marking"},
    {"metadata", "panel", "work_lists", "citing_documents"},
    {"macros"},
)
"""The modules of macros/ from the ground up; each imports only from below. A new one takes its place here."""

FOREIGN = {
    "jinja2": {"confinement", "expansion"},
    "markdown": {"anchors", "annotation", "plain_text", "provisions", "sanitation", "unbroken"},
    "pydantic": {"document", "record", "values"},
    "yaml": {"frontmatter"},
}
"""What macros/ may use besides the standard library, and where."""

BETWEEN_COMMANDS = {("build", "check"), ("serve", "build"), ("bench", "build")}

TOP_LEVEL = {
    *("docs", "macros", "overrides", "scripts", "tests"),
    *("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "LICENSE-CONTENT.md"),
    *("mkdocs.yml", "pyproject.toml"),
    *("requirements.in", "requirements.lock", "requirements-test.in", "requirements-test.lock"),
    *(".ci", ".github", ".gitlab", ".gitlab-ci.yml", ".vscode"),
    *(".editorconfig", ".gitattributes", ".gitignore", ".pre-commit-config.yaml"),
}
"""All that git may keep beside each other at the top; a new file belongs in a folder."""

LONGEST_MODULE = 300
LONGEST_FUNCTION = 50
MEDIAN_FUNCTION = 12

PLACES_OF_ONE_MACHINE = (
    "/wo" + "rk/",
    ".lib" + "rary/",
    "../sha" + "red",
    "/ro" + "ot/",
    "/ho" + "me/",
    "C:\\Us" + "ers",
    "bash" + "_jobs",
    "/var/fol" + "ders/",
)
PACKAGE_HOSTS = (
    "pypi" + ".org",
    "pythonho" + "sted.org",
    "np" + "mjs.org",
    "np" + "mjs.com",
    "deb." + "debian.org",
    "security." + "debian.org",
    "archive." + "ubuntu.com",
    "proxy." + "golang.org",
    "crates" + ".io",
    "--index" + "-url",
    "--extra-index" + "-url",
)


@cache
def modules(folder: str) -> dict[str, ast.Module]:
    """Parse the modules below a folder, under their dotted names; a package under its own."""
    return {
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): ast.parse(
            path.read_text(encoding="utf-8")
        )
        for path in sorted((ROOT / folder).rglob("*.py"))
    }


def imports(name: str, tree: ast.Module) -> Iterator[str]:
    """Go through the dotted names that a module imports, those for the type checker too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{name} imports relatively"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def imported_modules(name: str, tree: ast.Module) -> set[str]:
    """Tell which of our own modules a module imports."""
    ours = {**modules("macros"), **modules("scripts")}
    found = {target if target in ours else target.rpartition(".")[0] for target in imports(name, tree)}
    return {target for target in found if target in ours and target != name}


def functions(folder: str) -> Iterator[tuple[str, int]]:
    """Go through the functions below a folder with their lines of code, docstrings left out."""
    for name, tree in modules(folder).items():
        for node in ast.walk(tree):
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                first = node.body[0]
                told = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
                docstring = (first.end_lineno or 0) - first.lineno + 1 if told else 0
                yield f"{name}.{node.name}", (node.end_lineno or 0) - node.lineno + 1 - docstring


def commands() -> set[str]:
    """Name the commands: the modules of scripts/ that say in one line what they do."""
    return {
        name.split(".")[1]
        for name, tree in modules("scripts").items()
        for node in tree.body
        if isinstance(node, (ast.Assign, ast.AnnAssign))
        and "SUMMARY"
        in {getattr(t, "id", "") for t in getattr(node, "targets", [getattr(node, "target", None)])}
    }


@cache
def names() -> list[str]:
    """Name the files that git keeps."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    return [name for name in listed.stdout.decode().split("\0") if name and (ROOT / name).is_file()]


@cache
def tracked() -> dict[str, str]:
    """Read the text files that git keeps."""
    contents = {name: (ROOT / name).read_bytes() for name in names()}
    return {name: data.decode("utf-8") for name, data in contents.items() if b"\0" not in data}


def test_imports_of_the_domain_go_one_way() -> None:
    height = {name: place for place, layer in enumerate(LAYERS) for name in layer}
    upward = [
        f"{name} imports {target}"
        for name, tree in modules("macros").items()
        for target in imported_modules(name, tree)
        if height.get(target.split(".")[-1], 0) >= height.get(name.split(".")[-1], 0)
    ]
    assert upward == []


def test_every_module_of_the_domain_has_its_place() -> None:
    assert {name.split(".")[-1] for name in modules("macros")} <= set().union(*LAYERS)


@pytest.mark.parametrize("name", ["confinement", "frontmatter", "sanitation", "vietnamese"])
def test_what_guards_the_house_stands_alone(name: str) -> None:
    found = imported_modules(f"macros.{name}", modules("macros")[f"macros.{name}"])
    assert found <= ({"macros.effort"} if name == "sanitation" else set())


def test_the_domain_knows_neither_the_page_engines_nor_the_commands() -> None:
    foreign = {
        (target.split(".")[0], name.split(".")[-1])
        for name, tree in modules("macros").items()
        for target in imports(name, tree)
        if target.split(".")[0] not in {*sys.stdlib_module_names, "macros"}
    }
    assert foreign <= {(package, name) for package, names in FOREIGN.items() for name in names}


def test_only_the_door_sees_the_macros_environment() -> None:
    names = {
        name: {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}
        | {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
        for name, tree in modules("macros").items()
    }
    assert [name for name, used in names.items() if used & {"env", "define_env"}] == ["macros"]


def test_rules_and_the_steps_after_the_build_know_nothing_of_commands_and_never_print() -> None:
    for name, tree in modules("scripts").items():
        if name.startswith(("scripts.rules", "scripts.site")):
            outer = {
                t for t in imported_modules(name, tree) if t.split(".")[1:2] and t.split(".")[1] in commands()
            }
            assert outer == set(), name
            called = {getattr(node.func, "id", "") for node in ast.walk(tree) if isinstance(node, ast.Call)}
            assert "print" not in called, name
            used = {ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
            assert not used & {"sys.stdout", "sys.stderr"}, name


def test_commands_do_not_import_each_other_but_build_what_they_build_on() -> None:
    found = {
        (name.split(".")[1], target.split(".")[1])
        for name, tree in modules("scripts").items()
        for target in imported_modules(name, tree)
        if target.startswith("scripts.") and name.count(".")
    }
    between = {(user, used) for user, used in found if {user, used} <= commands() and user != used}
    assert between <= BETWEEN_COMMANDS


@pytest.mark.parametrize("folder", ["macros", "scripts"])
def test_modules_are_short_enough_to_read_at_a_sitting(folder: str) -> None:
    lines = {
        str(path.relative_to(ROOT)): path.read_text(encoding="utf-8").count("\n")
        for path in (ROOT / folder).rglob("*.py")
    }
    assert {name: length for name, length in lines.items() if length > LONGEST_MODULE} == {}


@pytest.mark.parametrize("folder", ["macros", "scripts"])
def test_functions_are_short(folder: str) -> None:
    lengths = dict(functions(folder))
    assert {name: length for name, length in lengths.items() if length > LONGEST_FUNCTION} == {}
    assert median(lengths.values()) <= MEDIAN_FUNCTION


@pytest.mark.parametrize("folder", ["macros", "scripts"])
def test_every_module_says_in_its_first_line_what_it_is_for(folder: str) -> None:
    first_lines = {
        name: (ast.get_docstring(tree) or "").split("\n")[0] for name, tree in modules(folder).items()
    }
    assert [name for name, line in first_lines.items() if not line.endswith((".", ":"))] == []


def test_no_module_is_a_drawer_for_odds_and_ends() -> None:
    names = {
        part
        for folder in ("macros", "scripts", "tests")
        for name in modules(folder)
        for part in name.split(".")
    }
    assert not names & {"utils", "util", "helpers", "helper", "common", "misc", "shared", "lib"}


def test_nothing_in_the_domain_changes_from_page_to_page() -> None:
    """Module-level names are tables and patterns: written once, in capitals, and never written to."""
    for name, tree in modules("macros").items():
        tables: set[str] = set()
        for node in tree.body:
            targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
            for target in (t for t in targets if isinstance(t, ast.Name) and t.id != "__all__"):
                assert target.id not in tables, f"{name}.{target.id} is written twice"
                tables.add(target.id)
        assert [t for t in tables if not (t.isupper() or t.lstrip("_")[0].isupper())] == [], name
        assert not any(isinstance(node, ast.Global) for node in ast.walk(tree)), name
        assert list(writes_to(tree, tables)) == [], name


def writes_to(tree: ast.Module, tables: set[str]) -> Iterator[str]:
    """Find where a table is written to: an item set or deleted, or a method that changes it."""
    changing = set("append extend insert add update setdefault pop popitem remove discard clear sort".split())
    for node in ast.walk(tree):
        if isinstance(node, ast.Subscript) and not isinstance(node.ctx, ast.Load):
            holder: ast.expr = node.value
        elif (
            isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in changing
        ):
            holder = node.func.value
        else:
            continue
        if isinstance(holder, ast.Name) and holder.id in tables:
            yield f"{holder.id}, line {node.lineno}"


@pytest.mark.parametrize("pattern", [*PLACES_OF_ONE_MACHINE, *PACKAGE_HOSTS])
def test_no_file_names_a_place_of_one_machine_or_a_package_host(pattern: str) -> None:
    assert [name for name, text in tracked().items() if pattern in text] == []


def test_every_locked_package_has_a_hash() -> None:
    for lock in ("requirements.lock", "requirements-test.lock"):
        text = (ROOT / lock).read_text(encoding="utf-8")
        packages = re.findall(
            r"^[a-z0-9][^\s;]*==.*?(?=^[a-z0-9]|\Z)", text, re.MULTILINE | re.DOTALL | re.IGNORECASE
        )
        assert packages
        assert [package.split()[0] for package in packages if "--hash=sha256:" not in package] == []


def test_the_top_level_holds_what_the_house_is_described_by_and_nothing_more() -> None:
    assert {name.split("/")[0] for name in names()} == TOP_LEVEL


def test_tests_mirror_the_modules_of_the_domain() -> None:
    tested = {path.stem.removeprefix("test_") for path in (ROOT / "tests" / "macros").glob("test_*.py")}
    assert {name.split(".")[-1] for name in modules("macros")} <= tested
