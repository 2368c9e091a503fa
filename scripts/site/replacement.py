"""Put a freshly built site in the place of the published one: whole or not at all, also when killed."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from scripts.site.claim import Claimed, claim
from scripts.site.digest import MARKER
from scripts.site.exchange import exchange

SOURCES = ("docs", "macros", "overrides", "scripts", "tests", ".git", ".github", ".ci")
REASONS = {
    errno.EACCES: "không có quyền ghi, hoặc một chương trình khác đang mở thư mục",
    errno.EPERM: "không có quyền ghi",
    errno.EROFS: "ổ đĩa chỉ cho đọc",
    errno.ENOSPC: "ổ đĩa hết chỗ",
    errno.ENOTDIR: "một phần của đường dẫn là tệp, không phải thư mục",
    errno.EEXIST: "một phần của đường dẫn là tệp, không phải thư mục",
    errno.EBUSY: "thư mục đang được dùng hoặc là điểm gắn ổ đĩa",
    errno.EXDEV: "thư mục nằm trên một ổ đĩa khác",
}


class ReplacementError(Exception):
    """The site cannot be put in place; the message tells staff why and what to do."""


def refusal(target: Path, root: Path) -> str | None:
    """Say why this folder must not become a site of the project at `root`, or return None when it may."""
    place = _placed(target)
    with _told(place):
        if _holds(place, root):
            return f"Không dựng vào {place}: đó là thư mục của dự án, hoặc chứa dự án. Chọn thư mục khác."
        for source in SOURCES:
            if _holds(root / source, place):
                return f"Không dựng vào {place}: thư mục {source}/ là nguồn của dự án. Chọn thư mục khác."
        return _not_ours(place)


@contextmanager
def staging(target: Path, root: Path) -> Iterator[Path]:
    """Claim the target and yield an empty folder beside it to build in, which goes with the block.

    Before that, what killed runs left there is put right. Raises ReplacementError.
    """
    if said := refusal(target, root):
        raise ReplacementError(said)
    place = _placed(target)
    new = _beside(place, "moi")
    with _claimed(place):
        with _told(place):
            _put_right(place)
            new.mkdir()  # not a temporary folder of mode 700: a web server has to read it
        try:
            yield new
        finally:
            shutil.rmtree(new, ignore_errors=True)  # what resists is removed, or told of, at the next start


def replace(new: Path, target: Path) -> None:
    """Put the built folder `new` in the place of `target`, in one step where the system can.

    The target must be claimed (see `staging`); its old site is removed. Raises ReplacementError.
    """
    place = _placed(target)
    if not (new / MARKER).is_file():
        raise ValueError(f"{new} carries no {MARKER}: the next build would refuse to replace it")
    with _told(place):
        if said := _not_ours(place):
            raise ReplacementError(said)
        if not place.exists():
            new.rename(place)
        elif exchange(new, place):
            _forget(new)
        else:
            _replace_in_two_steps(new, place)


def recover(target: Path) -> None:
    """Put right what a killed run left: the published site back in place, the rest removed."""
    place = _placed(target)
    with _claimed(place), _told(place):
        _put_right(place)


def _replace_in_two_steps(new: Path, place: Path) -> None:
    old = _beside(place, "cu")
    place.rename(old)
    try:
        new.rename(place)
    except BaseException:
        if not place.exists():
            old.rename(place)
        raise
    _forget(old)


def _put_right(place: Path) -> None:
    old, new = _beside(place, "cu"), _beside(place, "moi")
    if (old / MARKER).is_file() and not place.exists():
        old.rename(place)
    for left in (old, new):
        if left.exists():
            _discard(left)


def _forget(old: Path) -> None:
    with suppress(OSError):  # the new site stands; what resists is removed, or told of, at the next start
        _discard(old)


def _discard(folder: Path) -> None:
    # Without its marker a half-removed site is never taken for a whole one.
    (folder / MARKER).unlink(missing_ok=True)
    shutil.rmtree(folder)


def _not_ours(place: Path) -> str | None:
    if place.is_symlink():
        return f"Không dựng vào {place}: đó là liên kết tượng trưng. Chọn một thư mục thật."
    if not place.exists():
        return None
    if not place.is_dir():
        return f"Không dựng vào {place}: đó là tệp. Chọn một thư mục."
    if not (place / MARKER).is_file() and any(place.iterdir()):
        return (
            f"Không dựng vào {place}: thư mục có sẵn nội dung mà không phải một bản dựng "
            f"(không có {MARKER}). Chọn thư mục khác, hoặc tự dọn thư mục này."
        )
    return None


def _holds(folder: Path, path: Path) -> bool:
    # By identity, not by name: `Docs` is `docs` on some disks, and a link may lead there.
    ways = (path, *path.resolve().parents)
    return folder.exists() and any(folder.samefile(one) for one in ways if one.exists())


def _placed(target: Path) -> Path:
    # The folder's own name stays as it is, so that a symbolic link is seen as one.
    return target.resolve() if target.name in ("", "..") else target.parent.resolve() / target.name


def _beside(place: Path, what: str) -> Path:
    return place.with_name(f"{place.name}.ban-dung-{what}")


@contextmanager
def _claimed(place: Path) -> Iterator[None]:
    with ExitStack() as held:
        with _told(place):
            place.parent.mkdir(parents=True, exist_ok=True)
            try:
                held.enter_context(claim(_beside(place, "khoa")))
            except Claimed as error:
                raise ReplacementError(
                    f"Một lượt dựng khác đang ghi vào {place}. Đợi lượt đó xong rồi chạy lại."
                ) from error
        yield


@contextmanager
def _told(place: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = REASONS.get(error.errno or 0, error.strerror or str(error))
        raise ReplacementError(f"Không ghi được {place}: {reason} ({error.filename}).") from error
