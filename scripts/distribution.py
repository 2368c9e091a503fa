"""Install a program of the distribution where that is allowed without asking anybody."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping

from scripts.step import run_step


def privilege(environ: Mapping[str, str]) -> list[str] | None:
    """Return what to put before apt-get to be allowed to install; None where that cannot be."""
    path = environ.get("PATH")
    if sys.platform == "win32" or shutil.which("apt-get", path=path) is None:
        return None
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo", path=path)
    asks = (
        sudo is None or subprocess.run([sudo, "-n", "true"], capture_output=True, check=False).returncode != 0
    )
    return None if sudo is None or asks else [sudo, "-n"]


def install(packages: list[str], before: list[str], environ: Mapping[str, str], remedy: str) -> None:
    """Install packages after an update, `before` giving the privilege; raise SetupError with the remedy."""
    quiet = {**environ, "DEBIAN_FRONTEND": "noninteractive"}
    apt = [*before, "apt-get", "-q", "-o", "DPkg::Lock::Timeout=300"]
    run_step("Cập nhật danh mục gói của hệ điều hành", [*apt, "update"], quiet, remedy)
    command = [*apt, "install", "--yes", "--no-install-recommends", *packages]
    run_step(f"Cài {' và '.join(packages)} của hệ điều hành", command, quiet, remedy)
