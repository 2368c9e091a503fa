"""Rules AT2xx: whether each file can be read, published and checked out everywhere."""

from __future__ import annotations

import re
from collections import defaultdict
from posixpath import splitext
from typing import TYPE_CHECKING

from macros.document import LARGEST_FILE, MOST_LINES
from macros.library import ASSETS
from macros.vietnamese import nfc, slug
from scripts.rules.rule import ERROR, Fault, Subject, rule, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.library import Unreadable
    from scripts.rules.page import Collection

# A file that is no page has no text to point at and nothing to accept: errors, always.

MOST_FOLDERS = 5
LONGEST_NAME = 100


@rule("AT201", ERROR, subject=Subject.COLLECTION, acceptable=False)
def unreadable_file(collection: Collection) -> Iterator[Fault]:
    """Tệp không đọc được.

    Trang là tệp chữ lưu bằng bảng mã UTF-8. Tệp Word, PDF hay ảnh đổi đuôi thành .md thì không đọc được;
    tệp lưu bằng bảng mã khác (UTF-16, TCVN3, VNI) phải lưu lại bằng UTF-8.

    Sai:

        trang.md lưu bằng bảng mã UTF-16

    Đúng:

        trang.md lưu bằng bảng mã UTF-8

    Căn cứ: quy ước của dự án.
    """
    for file in _unreadable(collection, "encoding"):
        message = f"Tệp không phải là chữ UTF-8, sai từ {file.detail}. Hãy lưu lại tệp bằng bảng mã UTF-8"
        yield Fault(file.line, 1, message, file.detail, "UTF-8", path=file.path)
    for file in _unreadable(collection, "access"):
        yield Fault(
            1, 1, f"Không mở được tệp: {file.detail}. Hãy kiểm tra quyền đọc tệp", file.detail, path=file.path
        )


@rule("AT202", ERROR, subject=Subject.COLLECTION, acceptable=False)
def oversized_file(collection: Collection) -> Iterator[Fault]:
    """Trang quá lớn.

    Một trang dài nhất là 2.000.000 byte và 20.000 dòng, hơn mười lần kế hoạch dài nhất đã gặp. Tệp lớn
    hơn thường không phải là trang, hoặc có ảnh chép thẳng vào chữ.

    Sai:

        quyet-dinh/2021/phu-luc.md dài 10.000.000 byte

    Đúng:

        phụ lục dài được tách thành nhiều trang, hoặc đăng tệp PDF bên cạnh trang

    Căn cứ: quy ước của dự án.
    """
    for file in _unreadable(collection, "too-large"):
        message = (
            f"Trang dài {file.detail}, quá {LARGEST_FILE:,} byte hoặc {MOST_LINES:,} dòng. "
            "Hãy tách trang, hoặc đăng tệp PDF bên cạnh"
        )
        yield Fault(1, 1, message, file.detail, path=file.path)


@rule("AT203", ERROR, subject=Subject.COLLECTION, acceptable=False)
def symbolic_link(collection: Collection) -> Iterator[Fault]:
    """Liên kết tượng trưng của hệ thống tệp.

    Tệp trong docs/ phải là tệp thật. Liên kết tượng trưng có thể dẫn ra ngoài thư mục và đăng nhầm tệp
    khác.

    Sai:

        quyet-dinh/2021/a.md là liên kết tới /etc/passwd

    Đúng:

        quyet-dinh/2021/a.md là tệp có nội dung của trang

    Căn cứ: quy ước của dự án.
    """
    for file in _unreadable(collection, "link"):
        message = f"Tệp là liên kết tượng trưng tới {shown(file.detail)}. Hãy thay bằng tệp thật"
        yield Fault(1, 1, message, file.detail, path=file.path)


@rule("AT204", ERROR, subject=Subject.COLLECTION, acceptable=False)
def unsupported_file(collection: Collection) -> Iterator[Fault]:
    """Loại tệp không được đăng.

    Bên cạnh trang .md chỉ đăng được tệp .pdf, .png, .jpg, .jpeg, .webp, .docx, .xlsx, .csv. Không đăng
    HTML, SVG, mã lệnh hay tệp nén.

    Sai:

        quyet-dinh/2021/ban-do.svg

    Đúng:

        quyet-dinh/2021/ban-do.png

    Căn cứ: quy ước của dự án.
    """
    for file in _unreadable(collection, "kind"):
        kind = splitext(file.path)[1] or file.path.rpartition("/")[2]
        allowed = ", ".join(sorted(ASSETS))
        message = f"Không đăng được loại tệp {shown(kind)}. Hãy bỏ tệp, hoặc dùng: .md, {allowed}"
        if kind == ".md":
            message = "Trang không phải là một tệp thường. Hãy thay bằng tệp có nội dung của trang"
        yield Fault(1, 1, message, kind, path=file.path)


@rule("AT205", ERROR, subject=Subject.COLLECTION, acceptable=False)
def odd_name(collection: Collection) -> Iterator[Fault]:
    """Tên tệp hoặc thư mục không dùng được làm địa chỉ.

    Tên chỉ gồm chữ thường không dấu a-z, chữ số và gạch nối, ví dụ de-an-vien-thong.md. Không dùng dấu
    cách, chữ hoa, chữ có dấu, cũng không dùng các tên mà Windows giữ riêng (con, prn, aux, nul, com1,
    lpt1).

    Sai:

        quyet-dinh/2021/Quyết định 12.md

    Đúng:

        quyet-dinh/2021/quyet-dinh-12.md

    Căn cứ: quy ước của dự án.
    """
    for path in _paths(collection):
        folders, _, name = path.rpartition("/")
        stem, ending = splitext(name)
        for part in folders.split("/"):
            if part and not _is_plain(part):
                message = (
                    f"Tên thư mục {shown(part)} không dùng được. Hãy dùng chữ thường không dấu, số, gạch nối"
                )
                yield Fault(1, 1, message, part, _plain(part), path=path)
        if not _is_plain(stem) or ending != ending.lower():
            message = f"Tên tệp {shown(name)} không dùng được. Hãy dùng chữ thường không dấu, số, gạch nối"
            yield Fault(1, 1, message, name, _plain(stem) + ending.lower(), path=path)


@rule("AT206", ERROR, subject=Subject.COLLECTION, acceptable=False)
def same_address(collection: Collection) -> Iterator[Fault]:
    """Hai tệp cùng một địa chỉ.

    Hai tên chỉ khác nhau ở chữ hoa, chữ thường hay cách ghi dấu là một trên Windows và macOS. Trang a.md
    và a/index.md cùng có địa chỉ a/.

    Sai:

        huong-dan.md và huong-dan/index.md

    Đúng:

        huong-dan/index.md

    Căn cứ: quy ước của dự án.
    """
    holders: defaultdict[str, list[str]] = defaultdict(list)
    for path in _paths(collection):
        holders[_address(path)].append(path)
    for paths in holders.values():
        for path in paths[1:]:
            message = f"Tệp này và {shown(paths[0])} có cùng một địa chỉ. Hãy đổi tên hoặc bỏ một tệp"
            yield Fault(1, 1, message, path, path=path)


@rule("AT207", ERROR, subject=Subject.COLLECTION, acceptable=False)
def overlong_path(collection: Collection) -> Iterator[Fault]:
    """Đường dẫn quá dài hoặc quá sâu.

    Tên tệp hoặc thư mục dài nhất 100 ký tự, trang nằm sâu nhất 5 thư mục, để mở được trên Windows và địa
    chỉ còn đọc được.

    Sai:

        a/b/c/d/e/f/trang.md

    Đúng:

        a/b/trang.md

    Căn cứ: quy ước của dự án.
    """
    for path in _paths(collection):
        *folders, name = path.split("/")
        longest = max((*folders, name), key=len)
        if len(folders) > MOST_FOLDERS:
            message = f"Tệp nằm sâu {len(folders)} thư mục, quá {MOST_FOLDERS}. Hãy chuyển tệp lên trên"
            yield Fault(1, 1, message, path, path=path)
        elif len(longest) > LONGEST_NAME:
            message = f"Tên {shown(longest)} dài {len(longest)} ký tự, quá {LONGEST_NAME}. Hãy rút ngắn tên"
            yield Fault(1, 1, message, longest, longest[:40].rpartition("-")[0], path=path)


_RESERVED = re.compile(r"con|prn|aux|nul|com\d|lpt\d")


def _unreadable(collection: Collection, fault: str) -> list[Unreadable]:
    return [file for file in collection.library.unreadable if file.fault == fault]


def _paths(collection: Collection) -> list[str]:
    library = collection.library
    return sorted({*library.documents, *library.assets, *(file.path for file in library.unreadable)})


def _is_plain(name: str) -> bool:
    return bool(re.fullmatch(r"[a-z0-9-]+", name)) and not _RESERVED.fullmatch(name)


def _plain(name: str) -> str:
    plain = slug(name) or "trang"
    return f"{plain}-1" if _RESERVED.fullmatch(plain) else plain


def _address(path: str) -> str:
    """Give what a path is as an address, where capitals and the way of writing marks are alike."""
    return re.sub(r"(?:(?:^|/)index)?\.md$", "", nfc(path).casefold())
