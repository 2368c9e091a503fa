"""Exchange two folders in one step, where the system can."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from pathlib import Path

AT_FDCWD = -100
RENAME_EXCHANGE = 2  # Linux, linux/fs.h
RENAME_SWAP = 2  # macOS, sys/stdio.h
CANNOT = frozenset((errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP))


def exchange(one: Path, other: Path) -> bool:
    """Exchange two folders of one file system at once; return False where the system or the disk cannot."""
    name = {"linux": "renameat2", "darwin": "renamex_np"}.get(sys.platform)
    if name is None:
        return False
    function = getattr(ctypes.CDLL(None, use_errno=True), name, None)
    if function is None:
        return False
    first, second = os.fsencode(one), os.fsencode(other)
    if sys.platform == "linux":
        code = function(AT_FDCWD, first, AT_FDCWD, second, RENAME_EXCHANGE)
    else:
        code = function(first, second, RENAME_SWAP)
    if code == 0:
        return True
    number = ctypes.get_errno()
    if number in CANNOT:
        return False
    raise OSError(number, os.strerror(number), str(one), None, str(other))
