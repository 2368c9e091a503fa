"""Commands that make, check and show the site; `python3 -m scripts` is the one door to them."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - an older Python is met here, before it meets newer syntax
    _FOUND = ".".join(str(part) for part in sys.version_info[:3])
    sys.exit(
        "Cần Python 3.11 trở lên; đây là Python " + _FOUND + ". Hãy cài bản mới hơn rồi chạy lại.\n"
        "Python 3.11 or newer is needed; this is Python " + _FOUND + ". Install a newer one and run again."
    )
