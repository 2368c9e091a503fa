"""Publish the built site to a folder of a web server or to a branch of a Git repository, or go back."""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from scripts.environment import ROOT
from scripts.publishing import branch as branches
from scripts.publishing import folder as folders
from scripts.publishing import nginx
from scripts.publishing.addresses import Tree, lost
from scripts.publishing.branch import Branch
from scripts.publishing.built import BuiltSite, built_site
from scripts.publishing.git import is_repository, remote_address
from scripts.publishing.release import PublishingError, RefusedError, Release
from scripts.settings import is_reserved

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SUMMARY: Final = "Đăng trang web đã dựng lên máy chủ hoặc kho Git, hoặc trở lại một bản cũ"

MOST_SHOWN: Final = 40
NOTES: Final = """\
Đăng: bản mới được chép xong và kiểm lại rồi mới thay bản cũ trong một bước; đang đăng mà máy tắt thì
người đọc vẫn thấy trọn bản cũ. Mã thoát: 0 xong; 1 trang web không được đăng như vậy (chưa kiểm chứng,
đã bị sửa, mất địa chỉ); 2 không chạy được.
  python3 -m scripts publish --to /srv/van-ban
  python3 -m scripts publish --to origin --branch pages
  python3 -m scripts publish --to /srv/van-ban --list
  python3 -m scripts publish --to /srv/van-ban --rollback
  python3 -m scripts publish --to /srv/van-ban --nginx van-ban.example > van-ban.conf"""


@dataclass(frozen=True)
class Options:
    """What to publish, where to, and what is allowed to go."""

    to: str
    site: Path
    branch: str
    keep: int
    rollback: str | None
    list: bool
    export: Path | None
    nginx: str | None
    bo_dia_chi: bool
    chua_commit: bool


def main(argv: list[str]) -> int:
    """Publish, list or go back; 0 done, 1 the site is refused, 2 could not run."""
    options = _arguments(argv)
    try:
        target = _target(options)
        if options.nginx is not None:
            print(_configuration(target, options.nginx), end="")
        elif options.list:
            _list(target)
        elif options.rollback is not None:
            _roll_back(target, options)
        else:
            _publish(target, options)
    except RefusedError as error:
        print(f"{error}\nKhông đăng; bản đang đăng giữ nguyên.", file=sys.stderr)
        return 1
    except PublishingError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def _arguments(argv: list[str]) -> Options:
    parser = argparse.ArgumentParser(
        prog="python3 -m scripts publish",
        description=SUMMARY,
        epilog=NOTES,
        allow_abbrev=False,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("--to", required=True, metavar="NƠI", help="thư mục của máy chủ web, hoặc kho Git (địa chỉ, origin)")
    add("--site", type=Path, default=Path("site"), metavar="THƯ_MỤC", help="trang web đã dựng (site/)")
    add("--branch", default="pages", metavar="NHÁNH", help="nhánh của kho Git (pages)")
    add("--keep", type=_count, default=5, metavar="SỐ", help="giữ bao nhiêu bản trong thư mục (5)")
    add("--rollback", nargs="?", const="", metavar="BẢN", help="trở lại bản trước, hoặc bản (commit) nêu tên")
    add("--list", action="store_true", help="kể các bản đã đăng")
    add("--export", type=Path, metavar="THƯ_MỤC", help="chép bản đang ở nhánh Git ra một thư mục chưa có")
    add("--nginx", metavar="TÊN_MIỀN", help="in cấu hình nginx cho thư mục ấy")
    add("--bo-dia-chi", action="store_true", help="chấp nhận bỏ những địa chỉ đã đăng mà không chuyển hướng")
    add("--chua-commit", action="store_true", help="chấp nhận bản dựng từ thay đổi chưa commit (khi thử)")
    return Options(**vars(parser.parse_args(argv)))


def _count(written: str) -> int:
    if not written.isdecimal() or int(written) < 1:
        raise argparse.ArgumentTypeError(f"“{written}” không phải một số từ 1 trở lên")
    return int(written)


def _target(options: Options) -> Path | Branch:
    """Tell a repository (known by name, by address, or by what lies there) from a folder."""
    written = options.to
    place = Path(written)
    if place.resolve() == ROOT:  # a clone is a repository, but this one is what is published from
        raise PublishingError(_of_the_project(place))
    address = remote_address(written, ROOT) if "/" not in written and not place.exists() else None
    far = "://" in written or (":" in written.partition("/")[0] and not Path(written).drive)
    if address or far or is_repository(place) or written.endswith(".git"):
        near = str(place.resolve()) if place.exists() and not address else written
        return Branch(address or near, options.branch, ROOT)
    if options.export:
        raise PublishingError("--export chỉ dùng với kho Git.")
    if said := _unsuited(place, options.site):
        raise PublishingError(said)
    return place.resolve()


def _unsuited(place: Path, site: Path) -> str | None:
    here = place.resolve()
    if here == ROOT or here in ROOT.parents or ROOT in here.parents:
        return _of_the_project(place)
    if here == site.resolve() or site.resolve() in here.parents:
        return f"Không đăng vào {place}: đó chính là trang web đã dựng. Chọn thư mục khác."
    return folders.refusal(here)


def _of_the_project(place: Path) -> str:
    return f"Không đăng vào {place}: đó là thư mục của dự án, hoặc chứa dự án. Chọn thư mục khác."


def _publish(target: Path | Branch, options: Options) -> None:
    site = built_site(options.site, uncommitted=options.chua_commit)
    for line in _warnings(site):
        print(line, file=sys.stderr)

    def approve(old: Tree, new: Tree) -> None:
        _approve(old, new, dropping=options.bo_dia_chi)

    if isinstance(target, Branch):
        release = branches.publish(site, target, approve)
    else:
        release = folders.publish(site, target, options.keep, approve)
    if release is None:
        print(f"Bản này đang được đăng ở {options.to} rồi; không có gì phải thay.")
    else:
        print(f"Đã đăng {site.pages} trang lên {options.to}: bản {release.name}.")
        if release.before:
            back = f"python3 -m scripts publish --to {options.to} --rollback"
            print(f"Bản trước: {release.before}. Trở lại: {back}")
    _export(target, options)


def _roll_back(target: Path | Branch, options: Options) -> None:
    wanted = options.rollback or ""
    if isinstance(target, Branch):
        release = branches.roll_back(target, wanted)
    else:
        release = folders.roll_back(target, wanted)
    print(f"Người đọc ở {options.to} đang thấy bản {release.name}.")
    _export(target, options)


def _export(target: Path | Branch, options: Options) -> None:
    if options.export and isinstance(target, Branch):
        branches.export(target, options.export)
        print(f"Đã chép bản đang đăng ra {options.export}/.")


def _list(target: Path | Branch) -> None:
    found = branches.releases(target) if isinstance(target, Branch) else folders.releases(target)
    for line in _listed(found):
        print(line)


def _listed(found: list[Release]) -> Iterator[str]:
    if not found:
        yield "Chưa có bản nào được đăng ở đây."
    for release in found:
        mark = "  ← đang đăng" if release.is_current else ""
        yield f"{release.name}  đăng lúc {release.moment:%H:%M:%S %d/%m/%Y} (giờ quốc tế){mark}"


def _configuration(target: Path | Branch, name: str) -> str:
    if isinstance(target, Branch):
        raise PublishingError("--nginx chỉ dùng với một thư mục.")
    return nginx.configuration(target, name)


def _approve(old: Tree, new: Tree, *, dropping: bool) -> None:
    """Refuse a release that drops addresses, unless told; report the places on pages that it drops."""
    gone = lost(old, new)
    if gone.addresses and not dropping:
        raise RefusedError(
            "Những địa chỉ sau đang được đăng, mà bản mới không còn:\n"
            + "\n".join(_shown(gone.addresses))
            + "\nNgười đã lưu hoặc trích dẫn các địa chỉ ấy sẽ không tìm thấy trang. Hãy ghi địa chỉ cũ vào "
            "khóa dia_chi_cu của trang thay nó rồi dựng lại (tệp PDF, ảnh: đặt lại tệp), hoặc khi thật sự "
            "muốn bỏ thì thêm --bo-dia-chi."
        )
    if gone.addresses:
        print("Đã bỏ các địa chỉ:", *_shown(gone.addresses), sep="\n", file=sys.stderr)
    if gone.places:
        print(
            "Lưu ý: những chỗ sau trong trang không còn mã để dẫn tới:",
            *_shown(gone.places),
            sep="\n",
            file=sys.stderr,
        )


def _shown(lines: Iterable[str]) -> Iterator[str]:
    every = list(lines)
    yield from (f"  {line}" for line in every[:MOST_SHOWN])
    if len(every) > MOST_SHOWN:
        yield f"  … và {len(every) - MOST_SHOWN} nữa"


def _warnings(site: BuiltSite) -> Iterator[str]:
    if is_reserved(site.address):
        yield (
            f"Lưu ý: trang web ghi địa chỉ {site.address}, là tên dành cho ví dụ. "
            "Dựng với địa chỉ thật: python3 -m scripts build --address ĐỊA_CHỈ"
        )
    if site.commit is None:
        yield "Lưu ý: bản này dựng từ thay đổi chưa commit; không ai dựng lại được đúng như vậy."
