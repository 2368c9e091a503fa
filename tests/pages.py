"""Small folders of pages for tests: each page is given as its whole text."""

from pathlib import Path
from textwrap import dedent

AGENCY = """
    ---
    loai: cơ quan
    ten: Ủy ban nhân dân tỉnh Thanh Hóa
    viet_tat: [UBND tỉnh]
    ---

    {{ nhiem_vu() }}
    """

DECISION = """
    ---
    loai: quyết định
    so_ky_hieu: 12/QĐ-UBND
    ngay_ban_hanh: 05/02/2021
    dia_danh: Thanh Hóa
    tinh_trang: đã ban hành
    co_quan: Ủy ban nhân dân tỉnh Thanh Hóa
    tham_quyen: Chủ tịch Ủy ban nhân dân tỉnh Thanh Hóa
    trich_yeu: Về việc phê duyệt Đề cương Đề án thử
    nguoi_ky: {chuc_vu: Chủ tịch, ho_ten: Người Ký}
    gui_den: [Như Điều 3]
    luu: [VT]
    kem_theo: ../../de-cuong/2021/de-an-thu.md
    linh_vuc: [Viễn thông]
    ---

    Căn cứ Luật Tổ chức chính quyền địa phương.

    QUYẾT ĐỊNH:

    {{ dieu(1) }} Phê duyệt Đề cương Đề án thử.

    {{ dieu(2) }} Tổ chức thực hiện

    {{ khoan(1) }} Giao UBND tỉnh theo dõi.

    {{ khoan(2) }} Báo cáo kết quả.

    {{ dieu(3) }} Quyết định này có hiệu lực kể từ ngày ký./.

    {{ noi_nhan() }}
    """

OUTLINE = """
    ---
    loai: đề cương
    nam: 2021
    tinh_trang: đã ban hành
    co_quan: Ủy ban nhân dân tỉnh Thanh Hóa
    trich_yeu: Đề án thử
    linh_vuc: [Viễn thông]
    ---

    {{ de_muc(1) }} SỰ CẦN THIẾT

    {{ khoan(1) }} Cơ sở.

    - Các văn bản.
    """

HOME = """
    ---
    tieu_de: Trang chủ
    ---

    {{ danh_sach(moi_nhat=5) }}
    """

SITE = {
    "index.md": HOME,
    "co-quan/ubnd-tinh.md": AGENCY,
    "quyet-dinh/2021/12-qd-ubnd.md": DECISION,
    "de-cuong/2021/de-an-thu.md": OUTLINE,
}


def write(folder: Path, pages: dict[str, str]) -> Path:
    """Write pages below a folder and return it."""
    for path, text in pages.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(dedent(text).lstrip("\n"), encoding="utf-8")
    return folder
