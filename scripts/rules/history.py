"""Rules TT5xx: whether the addresses that a page had before can lead to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.frame import site_address
from scripts.rules.rule import ERROR, Fault, Subject, rule, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scripts.rules.page import Collection

TAKEN = ("assets/", "du-lieu/", "tim-kiem/", "search/")
"""Folders of the built site that hold files of its own."""


@rule("TT501", ERROR, subject=Subject.COLLECTION, acceptable=False)
def taken_former_address(collection: Collection) -> Iterator[Fault]:
    """Địa chỉ cũ đang có trang khác, hoặc được ghi hai lần.

    Địa chỉ ghi ở `dia_chi_cu` sẽ tự chuyển người đọc tới trang này. Vì vậy ở địa chỉ ấy không được còn
    trang nào (kể cả chính trang này và các trang danh sách), và chỉ một trang được nhận nó. Địa chỉ tính
    từ trang chủ, có dấu / ở cuối.

    Sai:

        quyet-dinh/2021/12-qd-ubnd.md có
        dia_chi_cu: quyet-dinh/2021/12-qd-ubnd/

    Đúng:

        quyet-dinh/2021/12-qd-ubnd.md có
        dia_chi_cu: quyet-dinh/2021/de-cuong-de-an/

    Căn cứ: quy ước của dự án (địa chỉ đã đăng không bao giờ mất).
    """
    pages = {site_address("index.md", path): path for path in collection.targets if path.endswith(".md")}
    holders: dict[str, str] = {}
    for path, page in sorted(collection.pages.items()):
        for address, place in page.texts("dia_chi_cu"):
            message = ""
            if address in pages:
                message = f"Địa chỉ {shown(address)} đang là của {pages[address]}. Hãy bỏ ở dia_chi_cu"
            elif address.startswith(TAKEN):
                message = f"Địa chỉ {shown(address)} nằm trong thư mục của trang web. Hãy bỏ ở dia_chi_cu"
            elif address in holders:
                message = (
                    f"Địa chỉ {shown(address)} đã ghi ở {holders[address]}. Hãy giữ ở một trang, một lần"
                )
            holders.setdefault(address, path)
            if message:
                yield Fault(place.line, place.column, message, address, path=path)
