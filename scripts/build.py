"""Check the pages, build the site, verify it, and put it in place whole or not at all."""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.console import Console

from macros.catalogue import CatalogueError
from macros.library import library_at, state_of
from scripts import known_works
from scripts.check import RuleError, check, report
from scripts.copies import write_copies
from scripts.data import write_data
from scripts.engine import ENGINES, EngineError
from scripts.environment import ROOT
from scripts.presence import write_presence
from scripts.redirection import write_redirects
from scripts.search.bundle import cut_from, write_search
from scripts.search.packing import SearchIndexError
from scripts.settings import AddressError, settings
from scripts.site.digest import MARKER, contents, digest
from scripts.site.fingerprint import FingerprintError, fingerprint
from scripts.site.links import LinkCheckError
from scripts.site.policy import harden, theme_scripts
from scripts.site.replacement import ReplacementError, refusal, replace, staging
from scripts.site.shortening import ShorteningError, shorten
from scripts.site.trimming import trim
from scripts.site.verification import verify
from scripts.staging import stage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.library import Library
    from scripts.staging import Stage

SUMMARY = "Kiểm tra các trang rồi dựng trang web vào site/"

MOST_SHOWN = 40

SOURCES = ("docs", "macros", "overrides", "scripts", "mkdocs.yml", "requirements.lock")
"""What a site is made of."""


@dataclass(frozen=True)
class Options:
    """What to build, where to, and how."""

    docs: Path
    out: Path
    engine: str = "mkdocs"
    address: str = ""
    """Where the site is published; empty for what the configuration says."""


def main(argv: list[str]) -> int:
    """Build the site; 0 done, 1 faults in the pages, 2 could not run."""
    parser = argparse.ArgumentParser(prog="python3 -m scripts build", description=SUMMARY, allow_abbrev=False)
    parser.add_argument(
        "--docs", type=Path, default=Path("docs"), metavar="THƯ_MỤC", help="các trang nguồn (docs/)"
    )
    parser.add_argument(
        "--out", type=Path, default=Path("site"), metavar="THƯ_MỤC", help="nơi đặt trang web (site/)"
    )
    parser.add_argument("--engine", choices=sorted(ENGINES), default="mkdocs", help="bộ dựng trang (mkdocs)")
    parser.add_argument(
        "--address",
        default="",
        metavar="URL",
        help="địa chỉ nơi trang web được đăng (site_url của mkdocs.yml)",
    )
    return build(Options(**vars(parser.parse_args(argv))))


def build(options: Options) -> int:
    """Go the whole road; the site in place stays as it is until a whole new one stands beside it."""
    screen = Console(stderr=True, highlight=False, soft_wrap=True)
    started = time.monotonic()
    try:
        own = settings(options.address)
        cut_from(own)  # both before the long work
        staged = _make(_checked(options, screen), options, own, screen)
    except STOPPED as error:
        return _ended(screen, str(error), options, 2)
    except (FaultyPagesError, EngineError, FingerprintError, ShorteningError) as error:
        return _ended(screen, str(error), options, 1)
    took = time.monotonic() - started
    done = f"Đã dựng {staged.pages} trang vào {options.out}/ trong {took:.1f} giây."
    print(f"{done} Xem: python3 -m scripts serve")
    return 0


class CouldNotBuildError(Exception):
    """Something other than the pages stands in the way; the message names the remedy."""


class FaultyPagesError(Exception):
    """The pages, or the site made of them, have faults that were reported."""


STOPPED = (
    AddressError,
    CatalogueError,
    CouldNotBuildError,
    ReplacementError,
    LinkCheckError,
    RuleError,
    SearchIndexError,
)
"""What keeps a build from running, whatever the pages say."""


def _ended(screen: Console, said: str, options: Options, code: int) -> int:
    screen.print(f"{said}\nChưa dựng xong; {options.out}/ giữ nguyên.", markup=False)
    return code


def _checked(options: Options, screen: Console) -> Library:
    """Load the pages and report what the check finds in them."""
    if not options.docs.is_dir():
        raise CouldNotBuildError(f"Không có thư mục {options.docs}.")
    if said := refusal(options.out, ROOT):  # before the long work, not after it
        raise CouldNotBuildError(said)
    with _step(screen, "Đang kiểm tra các trang…"):
        library = library_at(str(options.docs.resolve()), state_of(options.docs.resolve()))
        findings = check(library, catalogue=known_works.catalogue().works)
    if report(findings, options.docs, len(library.documents)):
        raise FaultyPagesError("Hãy sửa các lỗi trên.")
    return library


def _make(library: Library, options: Options, own: dict[str, Any], screen: Console) -> Stage:
    scripts, address = theme_scripts(), own["site_url"]
    with staging(options.out, ROOT) as new:
        with _step(screen, "Đang chuẩn bị các trang…"):
            staged = stage(library, stage_folder(options.docs, options.out), address)
        with _step(screen, f"Đang dựng {staged.pages} trang…"):
            ENGINES[options.engine](staged, new)
            write_data(library, new)
            write_copies(library, new)
        with _step(screen, "Đang lập chỉ mục tìm kiếm…"):
            write_search(library, new, search_cache(options.docs, options.out), cut_from(own))
            write_redirects(library, new, address)
            write_presence(library, new, own)
            trim(new)
            shorten(new)
            fingerprint(new)
        with _step(screen, "Đang kiểm chứng trang web…"):
            harden(new, scripts)
            # The pages lead to the marker, so it is verified with them; what fails is never put in place.
            marker = _marker(staged, options, address, digest(contents(new)))
            (new / MARKER).write_text(marker, encoding="utf-8")
            if problems := verify(new, scripts, address):
                raise FaultyPagesError("\n".join(_shown([str(problem) for problem in problems])))
        replace(new, options.out)
    return staged


@contextmanager
def _step(screen: Console, message: str) -> Iterator[None]:
    """Show what is being done: moving on a terminal, a plain line elsewhere."""
    if screen.is_terminal:
        with screen.status(message):
            yield
    else:
        screen.print(message, markup=False)
        yield


def stage_folder(docs: Path, out: Path) -> Path:
    """Give each pair of pages and place a stage of its own: whoever holds the place is alone in it."""
    return ROOT / ".cache" / "stage" / _pair(docs, out)


def search_cache(docs: Path, out: Path) -> Path:
    """Give each such pair a place for the search indexes of its finished years."""
    return ROOT / ".cache" / "search" / _pair(docs, out)


def _pair(docs: Path, out: Path) -> str:
    return hashlib.sha256(f"{docs.resolve()}\n{out.resolve()}".encode()).hexdigest()[:12]


def _marker(staged: Stage, options: Options, address: str, content: str) -> str:
    """Write what this build is: the marker by which a site of ours is known, and what publishing asks for."""
    facts = {
        "commit": _commit(options.docs),
        "dia_chi": address,
        "so_trang": staged.pages,
        "bo_dung": options.engine,
        "da_kiem_chung": True,
        "sha256": content,
    }
    return json.dumps(facts, ensure_ascii=False, indent=1) + "\n"


def _commit(docs: Path) -> str | None:
    """Name the commit that holds all that the site is made of; None where no commit does."""
    if docs.resolve() != ROOT / "docs":
        return None
    try:
        commit = _git("rev-parse", "HEAD")
        changes = _git("status", "--porcelain", "--", *SOURCES)
    except (OSError, subprocess.CalledProcessError):
        return None
    return None if changes else commit


def _git(*arguments: str) -> str:
    command = ["git", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()


def _shown(lines: list[str]) -> Iterator[str]:
    yield from lines[:MOST_SHOWN]
    if len(lines) > MOST_SHOWN:
        yield f"… và {len(lines) - MOST_SHOWN} lỗi nữa."
