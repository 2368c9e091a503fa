"""Make the search index of a built site in a process of its own, so that its time and memory can be told."""

from __future__ import annotations

import sys
from pathlib import Path

from macros.library import load
from scripts.search.bundle import write_search

if __name__ == "__main__":
    docs, site, cache = map(Path, sys.argv[1:4])
    write_search(load(docs), site, cache, int(sys.argv[4]))
