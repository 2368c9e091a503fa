"""Rules TT3xx: whether a record agrees with its folder, and all records with each other."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from posixpath import basename
from typing import TYPE_CHECKING

from macros.library import address, attachments, resolve
from macros.record import FOLDERS, AgencyRecord, DecisionRecord, OutlineRecord
from macros.vietnamese import fold
from scripts.rules.nearness import near
from scripts.rules.rule import ERROR, WARNING, Fault, Subject, rule, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scripts.rules.page import Collection, Page


@rule("TT301", ERROR, acceptable=False)
def wrong_folder(page: Page) -> Iterator[Fault]:
    """Trang nằm sai thư mục.

    Quyết định nằm ở quyet-dinh/NĂM/, đề cương ở de-cuong/NĂM/, căn cứ ở can-cu/, cơ quan ở co-quan/. Năm
    là năm ban hành (của đề cương: năm của quyết định phê duyệt). Trang khác không nằm trong các thư mục này.

    Sai:

        co-quan/quyet-dinh-12.md có “loai: quyết định”

    Đúng:

        quyet-dinh/2021/quyet-dinh-12.md có “loai: quyết định”

    Căn cứ: quy ước của dự án.
    """
    record = page.document.record
    if record is None:
        return
    folder = next((name for name, kind in FOLDERS.items() if kind == page.kind), "")
    wanted = folder
    if isinstance(record, (DecisionRecord, OutlineRecord)):
        wanted = f"{folder}/{record.issue_year}"
    here = page.path.rpartition("/")[0]
    if folder and here != wanted:
        suggestion = f"{wanted}/{basename(page.path)}"
        message = f"Trang có loai: {page.kind} phải nằm ở {wanted}/. Hãy chuyển tệp, hoặc sửa loai và năm"
        yield page.under(("loai",), message, page.path, suggestion)


@rule("TT304", ERROR)
def unknown_agency(page: Page) -> Iterator[Fault]:
    """Cơ quan chưa có trang.

    Tên ở `co_quan`, `cap_tren`, `thay_bang` phải là tên, tên viết tắt hoặc tên gọi khác của một trang
    trong co-quan/. Dấu thanh đặt kiểu cũ hay mới (Uỷ, Ủy) đều được.

    Sai:

        co_quan: Ủy ban nhân dân tỉnh Thanh Hoa Lư

    Đúng:

        co_quan: Ủy ban nhân dân tỉnh Thanh Hóa

    Căn cứ: quy ước của dự án; tên cơ quan ban hành theo Nghị định số 30/2020/NĐ-CP, Phụ lục I.
    """
    library = page.collection.library
    for key in ("cap_tren", "thay_bang") if page.kind == "cơ quan" else ("co_quan",) if page.is_paper else ():
        name = page.raw(key)
        if name and library.agency(name) is None:
            found = library.agency(near(fold(name), library.agencies))
            suggestion = found.title if found else ""
            message = f"Không có cơ quan {shown(name)} trong co-quan/. Hãy sửa tên hoặc thêm trang cơ quan"
            yield page.under((key,), message, name, suggestion)


@rule("TT305", ERROR, acceptable=False)
def missing_attachment(page: Page) -> Iterator[Fault]:
    """Trang kèm theo không có, hoặc không phải là đề cương.

    Mỗi mục của `kem_theo` là đường dẫn từ trang quyết định tới một trang đề cương, ví dụ
    ../../de-cuong/2021/ten-trang.md.

    Sai:

        kem_theo: [../../de-cuong/2021/khong-co-trang-nay.md]

    Đúng:

        kem_theo: [../../de-cuong/2021/de-an-vien-thong.md]

    Căn cứ: Nghị định số 30/2020/NĐ-CP, Mẫu 1.3 (quyết định ban hành kèm theo văn bản khác).
    """
    for written, place in page.texts("kem_theo") if page.is_decision else ():
        target = page.collection.pages.get(resolve(page.path, written))
        if target is None:
            outlines = [path for path in page.collection.pages if path.startswith("de-cuong/")]
            found = near(resolve(page.path, written), outlines)
            message = f"Không có trang kèm theo {shown(written)}. Hãy sửa đường dẫn hoặc thêm trang"
            suggestion = address(page.path, found) if found else ""
            yield Fault(place.line, place.column, message, written, suggestion)
        elif target.kind != "đề cương":
            message = (
                f"Trang {shown(written)} không phải là đề cương. Hãy sửa đường dẫn hoặc loai của trang ấy"
            )
            yield Fault(place.line, place.column, message, written)


@rule("TT306", ERROR, subject=Subject.COLLECTION, acceptable=False)
def shared_attachment(collection: Collection) -> Iterator[Fault]:
    """Một trang kèm theo hai quyết định.

    Mỗi đề cương được phê duyệt bởi một quyết định, nên chỉ được nêu trong `kem_theo` của một quyết định,
    và một lần.

    Sai:

        quyet-dinh/2021/a.md và quyet-dinh/2021/b.md cùng có
        kem_theo: [../../de-cuong/2021/de-an.md]

    Đúng:

        chỉ quyet-dinh/2021/a.md có
        kem_theo: [../../de-cuong/2021/de-an.md]

    Căn cứ: quy ước của dự án.
    """
    first: dict[str, tuple[str, int]] = {}
    for path, page in sorted(collection.pages.items()):
        for index, target in enumerate(attachments(page.document)):
            holder = first.setdefault(target, (path, index))
            if holder != (path, index):
                written, place = page.texts("kem_theo")[index]
                message = (
                    f"Trang {shown(written)} đã kèm theo {holder[0]}. Hãy giữ ở một quyết định, bỏ ở chỗ kia"
                )
                yield Fault(place.line, place.column, message, written, path=path)


@rule("TT308", ERROR, subject=Subject.COLLECTION, acceptable=False)
def shared_agency_name(collection: Collection) -> Iterator[Fault]:
    """Hai cơ quan cùng một tên.

    Tên, tên viết tắt và tên gọi khác chỉ được thuộc về một trang cơ quan; trùng nhau thì văn bản nêu tên
    ấy không biết chỉ cơ quan nào. Dấu và chữ hoa không làm cho hai tên khác nhau.

    Sai:

        co-quan/so-tai-chinh.md và co-quan/so-tu-phap.md cùng có “viet_tat: [Sở TC]”

    Đúng:

        chỉ co-quan/so-tai-chinh.md có “viet_tat: [Sở TC]”

    Căn cứ: quy ước của dự án.
    """
    holders: defaultdict[str, list[str]] = defaultdict(list)
    for path, page in sorted(collection.pages.items()):
        if isinstance(page.document.record, AgencyRecord):
            for key in ("ten", "viet_tat", "ten_khac"):
                for name, place in page.texts(key):
                    others = holders[fold(name)]
                    if others and others[0] != path:
                        message = f"Tên {shown(name)} đã thuộc về {others[0]}. Hãy bỏ ở một trang"
                        yield Fault(place.line, place.column, message, name, path=path)
                    others.append(path)


@rule("TT309", WARNING, subject=Subject.COLLECTION)
def unattached_outline(collection: Collection) -> Iterator[Fault]:
    """Đề cương đã ban hành mà không quyết định nào kèm theo.

    Đề cương đã ban hành thì có quyết định phê duyệt, và trang quyết định ấy nêu đề cương trong
    `kem_theo`. Nếu chưa có trang quyết định, hãy thêm sau.

    Sai:

        de-cuong/2021/de-an.md không có trong kem_theo của trang nào

    Đúng:

        quyet-dinh/2021/a.md có
        kem_theo: [../../de-cuong/2021/de-an.md]

    Căn cứ: Nghị định số 30/2020/NĐ-CP, Mẫu 1.3 (quyết định ban hành kèm theo văn bản khác).
    """
    attached = {target for page in collection.pages.values() for target in attachments(page.document)}
    for path, page in collection.pages.items():
        if page.is_issued and isinstance(page.document.record, OutlineRecord) and path not in attached:
            message = "Không quyết định nào kèm theo đề cương này. Hãy thêm vào kem_theo của quyết định"
            yield replace(page.under(("loai",), message, path), path=path)
