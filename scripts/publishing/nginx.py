"""Write the nginx configuration for a published folder, and find an nginx to try it with."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from scripts import distribution, program
from scripts.publishing.release import PublishingError

TEMPLATE: Final = Path(__file__).with_name("nginx.conf")
VARIABLE: Final = "NGINX_PATH"
PLACES: Final = (
    "/usr/sbin/nginx",
    "/usr/local/sbin/nginx",
    "/usr/local/bin/nginx",
    "/opt/homebrew/bin/nginx",
)

REMEDY: Final = """\
Các phép thử đăng trang web cần nginx.
  Debian, Ubuntu:  sudo apt install nginx-light
  macOS:           brew install nginx
  Đã cài ở chỗ lạ: đặt biến môi trường NGINX_PATH là đường dẫn tới tệp chạy của nginx
The tests of publishing need nginx: install it, or set NGINX_PATH to its executable."""

_HOST: Final = re.compile(r"[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*", re.IGNORECASE)
_PATH: Final = re.compile(r"[\w./-]+")


def configuration(folder: Path, host: str, listen: str = "80") -> str:
    """Write the server's configuration file for a folder of releases; raise PublishingError on odd names."""
    if not _HOST.fullmatch(host):
        raise PublishingError(f"“{host}” không phải một tên miền.")
    if not _PATH.fullmatch(folder.as_posix()):
        raise PublishingError(f"Đường dẫn {folder} có ký tự mà cấu hình nginx không nhận. Chọn thư mục khác.")
    values = {"@FOLDER@": folder.as_posix(), "@HOST@": host, "@LISTEN@": listen}
    return re.sub("|".join(values), lambda name: values[name[0]], TEMPLATE.read_text(encoding="utf-8"))


def obtain(environ: Mapping[str, str]) -> Path:
    """Return the path of an nginx; install the distribution's where there is none and that is allowed."""
    if find(environ) is None and (before := distribution.privilege(environ)) is not None:
        distribution.install(["nginx-light"], before, environ, REMEDY)
    return require(environ)


def require(environ: Mapping[str, str]) -> Path:
    """Return the path of an nginx; raise SetupError with the remedy where there is none."""
    return program.require(find(environ), REMEDY)


def find(environ: Mapping[str, str]) -> Path | None:
    """Return the nginx that NGINX_PATH names, else the first of the usual places."""
    named = shutil.which("nginx", path=environ.get("PATH"))
    return program.find(VARIABLE, map(Path, [*([named] if named else []), *PLACES]), environ, REMEDY)
