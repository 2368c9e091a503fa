"""A program of the distribution is installed only where nobody has to be asked."""

import sys
from pathlib import Path

import pytest

from scripts.distribution import install, privilege
from scripts.step import SetupError


def program(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def test_without_apt_get_nothing_can_be_installed(tmp_path: Path) -> None:
    assert privilege({"PATH": str(tmp_path)}) is None


if sys.platform == "linux":

    def test_root_needs_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        program(tmp_path / "apt-get", "exit 0")
        monkeypatch.setattr("os.geteuid", lambda: 0)

        assert privilege({"PATH": str(tmp_path)}) == []

    @pytest.mark.parametrize(("answer", "allowed"), [("exit 0", True), ("exit 1", False)])
    def test_others_need_a_sudo_that_asks_for_no_password(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str, *, allowed: bool
    ) -> None:
        program(tmp_path / "apt-get", "exit 0")
        monkeypatch.setattr("os.geteuid", lambda: 1000)
        assert privilege({"PATH": str(tmp_path)}) is None

        sudo = program(tmp_path / "sudo", answer)

        assert privilege({"PATH": str(tmp_path)}) == ([str(sudo), "-n"] if allowed else None)

    def test_packages_are_installed_after_an_update_and_a_fault_is_told_with_the_remedy(
        tmp_path: Path,
    ) -> None:
        log = tmp_path / "log"
        environ = {"PATH": str(tmp_path)}
        program(tmp_path / "apt-get", f'echo "$@" >> {log}')

        install(["nginx-light", "chromium"], [], environ, "Hãy tự cài.")

        update, packages = log.read_text(encoding="utf-8").splitlines()
        assert update.endswith(" update")
        assert packages.endswith(" install --yes --no-install-recommends nginx-light chromium")
        program(tmp_path / "apt-get", "echo no such package; exit 100")
        with pytest.raises(SetupError, match=r"(?s)no such package.*Hãy tự cài"):
            install(["nginx-light"], [], environ, "Hãy tự cài.")
