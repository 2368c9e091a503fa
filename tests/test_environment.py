import hashlib
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from scripts.environment import ROOT, Environment, ensure, held, is_ready, variables
from scripts.step import SetupError

BUILD = Environment().lock("build").read_text(encoding="utf-8")
TEST = Environment().lock("test").read_text(encoding="utf-8")
ENSURE = "import sys; from pathlib import Path; from scripts.environment import Environment, ensure; "


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Environment:
    """A project whose locks name two tiny packages of this machine, by way of the user's pip settings."""
    root = tmp_path / "dự án"
    root.mkdir()
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", (tmp_path / "wheels").as_uri())
    one, two = wheel(tmp_path / "wheels", "mot"), wheel(tmp_path / "wheels", "hai")
    (root / "requirements.lock").write_text(one, encoding="utf-8")
    (root / "requirements-test.lock").write_text(one + two, encoding="utf-8")
    return Environment(root)


def wheel(folder: Path, name: str) -> str:
    """Make a package of one empty module; return its line in a lock file."""
    folder.mkdir(exist_ok=True)
    path, info = folder / f"{name}-1-py3-none-any.whl", f"{name}-1.dist-info"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(f"{name}.py", "")
        archive.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 1\n")
        archive.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        archive.writestr(
            f"{info}/RECORD", f"{name}.py,,\n{info}/METADATA,,\n{info}/WHEEL,,\n{info}/RECORD,,\n"
        )
    return f"{name}==1 --hash=sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}\n"


def imports(environment: Environment, name: str) -> bool:
    command = [environment.python, "-c", f"import {name}"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def test_an_environment_is_made_once_then_grows_and_is_made_anew_when_its_lock_changes(
    project: Environment, capfd: pytest.CaptureFixture[str]
) -> None:
    assert ensure("build", project)
    assert imports(project, "mot")
    assert not imports(project, "hai")
    assert "requirements.lock: xong, 1 gói" in capfd.readouterr().err

    assert not ensure("build", project)
    assert capfd.readouterr() == ("", "")

    mark = project.folder / "mark"
    mark.touch()
    assert ensure("test", project)
    assert imports(project, "hai")
    assert mark.exists(), "the test layer is added to what stands"
    assert not ensure("build", project)

    lock = project.lock("build")
    lock.write_text("# a new word\n" + lock.read_text(encoding="utf-8"), encoding="utf-8")
    assert ensure("build", project)
    assert imports(project, "mot")
    assert not mark.exists(), "an environment is never mended, only made"
    assert not is_ready("test", project)


def test_a_package_that_is_not_the_locked_one_is_refused_in_pips_own_words_and_leaves_nothing_ready(
    project: Environment, capfd: pytest.CaptureFixture[str]
) -> None:
    lock = project.lock("build")
    lock.write_text("mot==1 --hash=sha256:" + 64 * "0" + "\n", encoding="utf-8")
    with pytest.raises(SetupError, match=r"(?s)DO NOT MATCH THE HASHES.*cấu hình pip.*pip configuration"):
        ensure("build", project)
    assert not is_ready("build", project)
    assert "CHƯA XONG" in capfd.readouterr().err


def test_two_commands_at_once_make_one_environment_of_a_half_made_one(project: Environment) -> None:
    project.scripts.mkdir(parents=True)
    for left in (project.python, project.folder / "pyvenv.cfg"):
        left.touch()
    code = ENSURE + "print(ensure('build', Environment(Path(sys.argv[1]))))"
    command = [sys.executable, "-c", code, str(project.root)]
    both = [
        subprocess.Popen(
            command,
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            env=variables(Environment(), {}) | pip_settings(project),
        )
        for _ in range(2)
    ]
    answers = sorted(process.communicate()[0].strip() for process in both)
    assert answers == ["False", "True"]
    assert imports(project, "mot")


def pip_settings(project: Environment) -> dict[str, str]:
    return {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": (project.root.parent / "wheels").as_uri()}


def test_a_lock_whose_holder_was_killed_is_free(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = (
        "import sys; from pathlib import Path; from scripts.environment import held\n"
        "with held(Path(sys.argv[1])): print('held', flush=True); sys.stdin.read()"
    )
    path = tmp_path / "lock"
    with subprocess.Popen(
        [sys.executable, "-c", code, str(path)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline().strip() == b"held"
        holder.kill()
    with held(path):
        assert capsys.readouterr().err == ""


def test_a_python_without_venv_is_told_the_package_to_install(
    project: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "ensurepip", None)
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    with pytest.raises(SetupError, match=rf"sudo apt install python{version}-venv(?s:.)*This Python lacks"):
        ensure("build", project)


def test_child_processes_find_the_project_and_its_programs_and_nothing_of_another_python(
    tmp_path: Path,
) -> None:
    environment = Environment(tmp_path)
    found = variables(
        environment, {"PATH": "/bin", "PYTHONPATH": "/other", "PYTHONHOME": "/old", "LANG": "vi"}
    )
    assert found["PYTHONPATH"] == str(tmp_path)
    assert found["PATH"].startswith(str(environment.scripts))
    assert found["LANG"] == "vi"
    assert "PYTHONHOME" not in found


def pins(lock: str) -> set[str]:
    return set(re.findall(r"^[a-z0-9-]+==[^\\]+", lock, re.MULTILINE))


def test_the_test_lock_holds_all_of_the_build_lock() -> None:
    assert pins(BUILD) < pins(TEST)


@pytest.mark.parametrize("lock", [BUILD, TEST], ids=["build", "test"])
def test_every_locked_package_has_hashes_and_no_address(lock: str) -> None:
    packages = re.split(r"\n(?=[a-z0-9-]+==)", lock)[1:]
    assert len(packages) == len(pins(lock))
    assert all("--hash=sha256:" in package for package in packages)
    assert "://" not in lock
    assert "index" not in lock.replace("importlib", "")


@pytest.mark.parametrize(("source", "lock"), [("requirements.in", BUILD), ("requirements-test.in", TEST)])
def test_every_direct_dependency_is_locked_as_declared_and_argued_on_its_line(source: str, lock: str) -> None:
    lines = (ROOT / source).read_text(encoding="utf-8").splitlines()
    locked = {pin.strip().replace("'", '"') for pin in pins(lock)}
    for line in (line for line in lines if line[0] not in "#-"):
        declared, _, reason = line.partition("#")
        assert len(reason.split()) >= 3, line
        pin = re.sub(r"\[[a-z,]+\]", "", declared.strip())  # a lock names what an extra brings in by itself
        assert any(found == pin if "==" in pin else found.startswith(f"{pin}==") for found in locked), line
