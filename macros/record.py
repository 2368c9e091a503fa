"""The record of a page: one typed model for validation, the editors' JSON Schema and the published JSON.

Attributes carry the terms of NĐ 30/2020/NĐ-CP Phụ lục VI in English; their aliases are the front-matter
keys that staff write.
"""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator

from macros.values import (
    FORCE,
    Address,
    Day,
    FormerAddresses,
    Model,
    Pages,
    SpacedText,
    Subject,
    Text,
    Texts,
    items,
)

_NUMBER = re.compile(r"\d[\d.]*/\S+|\d+-\S+/\S+")


class _Published(Model):
    """What every page has, whatever it is about."""

    former_addresses: FormerAddresses = Field(
        [],
        alias="dia_chi_cu",
        description="Các địa chỉ mà trang từng được đăng, ví dụ quyet-dinh/2021/ten-cu/",
    )


class Acceptance(Model):
    """A finding that the page's editors accept, with the reason."""

    code: str = Field(alias="ma", pattern=r"^[A-Z]{2}\d{3}$", description="Mã phát hiện, ví dụ BC201")
    value: Text | None = Field(
        None, alias="gia_tri", description="Giá trị được nêu trong phát hiện; trống: mọi giá trị"
    )
    reason: Text = Field(alias="ly_do", description="Vì sao chấp nhận")


MOST_ACCEPTED = 100
"""Each acceptance is compared with each finding; a page that needs more is not the signed text."""

Acceptances = Annotated[list[Acceptance], BeforeValidator(items), Field(max_length=MOST_ACCEPTED)]


class Signatory(Model):
    """Who signed and in whose stead (NĐ 30/2020 Phụ lục I, chức vụ, họ tên và chữ ký)."""

    on_behalf: Text | None = Field(None, alias="thay_mat", description="Thay mặt (TM.)")
    acting: Text | None = Field(None, alias="quyen", description="Quyền (Q.)")
    deputising: Text | None = Field(None, alias="ky_thay", description="Ký thay (KT.)")
    by_order: Text | None = Field(None, alias="thua_lenh", description="Thừa lệnh (TL.)")
    by_authority: Text | None = Field(None, alias="thua_uy_quyen", description="Thừa ủy quyền (TUQ.)")
    position: Text | None = Field(None, alias="chuc_vu", description="Chức vụ của người ký")
    name: Text = Field(alias="ho_ten", description="Họ và tên người ký")


class Source(Model):
    """Where a fact comes from and when it was looked up."""

    text: Text = Field(alias="noi_dung", description="Nguồn nói gì, ở đâu")
    seen_on: Day = Field(None, alias="xem_ngay", description="Ngày xem, dd/mm/yyyy")
    about: Texts = Field([], alias="cho", description="Các khóa mà nguồn này nói tới; trống: mọi khóa")


class PageRecord(_Published):
    """An ordinary page: home, about, guides."""

    title: Text = Field(alias="tieu_de", description="Tiêu đề của trang")
    description: Text | None = Field(None, alias="mo_ta", description="Một câu giới thiệu trang")
    language: Literal["vi", "en"] = Field("vi", alias="ngon_ngu", description="Ngôn ngữ của trang")
    accepted: Acceptances = Field([], alias="chap_nhan", description="Phát hiện được chấp nhận")


class _Document(_Published):
    """What decisions and outlines share."""

    status: Literal["dự thảo", "đã ban hành"] = Field(
        alias="tinh_trang", description="Dự thảo hay đã ban hành"
    )
    issuer: Text = Field(alias="co_quan", description="Cơ quan ban hành, viết như trên văn bản")
    subject: Subject = Field(alias="trich_yeu", description="Trích yếu, như trên văn bản (tối đa 500 ký tự)")
    year: int | None = Field(
        None, alias="nam", ge=1945, le=2100, description="Năm, khi không có ngày ban hành"
    )
    fields: Texts = Field([], alias="linh_vuc", description="Lĩnh vực")
    source: Text | None = Field(None, alias="nguon", description="Văn bản được chép từ đâu")
    accepted: Acceptances = Field([], alias="chap_nhan", description="Phát hiện được chấp nhận")


class DecisionRecord(_Document):
    """A decision (Quyết định)."""

    kind: Literal["quyết định"] = Field(alias="loai", description="Loại trang")
    number: Text | None = Field(
        None, alias="so_ky_hieu", description="Số và ký hiệu; trống khi bản nguồn không có"
    )
    symbol: Text | None = Field(None, alias="ky_hieu", description="Ký hiệu, khi chỉ thiếu số, ví dụ QĐ-UBND")
    issued_on: Day = Field(
        None, alias="ngay_ban_hanh", description="Ngày ban hành dd/mm/yyyy; trống khi bản nguồn không có"
    )
    place: Text | None = Field(None, alias="dia_danh", description="Địa danh ghi trước ngày ban hành")
    force: FORCE = Field("chưa xác minh", alias="hieu_luc", description="Hiệu lực")
    in_force_from: Day = Field(
        None, alias="hieu_luc_tu", description="Ngày có hiệu lực dd/mm/yyyy; trống khi chưa xác minh"
    )
    superior: Text | None = Field(
        None,
        alias="chu_quan",
        description="Cơ quan chủ quản, khi văn bản in tên cơ quan ấy trên tên cơ quan ban hành",
    )
    authority: Text = Field(
        alias="tham_quyen", description="Người hoặc cơ quan quyết định, in hoa trên các căn cứ"
    )
    signatory: Signatory | None = Field(None, alias="nguoi_ky", description="Người ký")
    recipients: Texts = Field([], alias="gui_den", description="Nơi nhận, theo thứ tự")
    filing: Texts = Field([], alias="luu", description="Nơi lưu, ví dụ [VT, CNTT]")
    attachments: Pages = Field([], alias="kem_theo", description="Các trang kèm theo")

    @model_validator(mode="after")
    def _has_year(self) -> DecisionRecord:
        if self.issued_on is None and self.year is None:
            raise ValueError("thiếu ngay_ban_hanh, khi đó phải nêu nam (năm ban hành)")
        if self.issued_on and self.year and self.issued_on.year != self.year:
            raise ValueError(f"nam: {self.year} trái với ngay_ban_hanh ({self.issued_on.year}); bỏ khóa nam")
        return self

    @property
    def issue_year(self) -> int:
        """The year by which the decision is listed."""
        return self.issued_on.year if self.issued_on else self.year or 0


class OutlineRecord(_Document):
    """An outline (Đề cương) that a decision approves."""

    kind: Literal["đề cương"] = Field(alias="loai", description="Loại trang")
    year: int = Field(alias="nam", ge=1945, le=2100, description="Năm của quyết định phê duyệt")
    attached_to: SpacedText | None = Field(
        None, alias="dong_kem_theo", description="Dòng “(Kèm theo Quyết định số …)” như trên văn bản"
    )

    @property
    def issue_year(self) -> int:
        """The year by which the outline is listed."""
        return self.year


class AgencyRecord(_Published):
    """An agency or organisation that documents name."""

    kind: Literal["cơ quan"] = Field(alias="loai", description="Loại trang")
    name: Text = Field(alias="ten", description="Tên đầy đủ")
    abbreviations: Texts = Field([], alias="viet_tat", description="Các cách viết tắt")
    other_names: Texts = Field([], alias="ten_khac", description="Các tên gọi khác")
    code: Text | None = Field(None, alias="ma", description="Mã trong số ký hiệu văn bản, ví dụ STTTT")
    superior: Text | None = Field(None, alias="cap_tren", description="Cơ quan cấp trên")
    state: Literal["đang hoạt động", "đã sáp nhập", "đã kết thúc hoạt động", "chưa xác minh"] = Field(
        "chưa xác minh", alias="trang_thai", description="Trạng thái"
    )
    successor: Text | None = Field(None, alias="thay_bang", description="Cơ quan kế tục")
    note: Text | None = Field(None, alias="ghi_chu", description="Ghi chú")
    sources: Annotated[list[Source], BeforeValidator(items)] = Field(
        [], alias="nguon", description="Nguồn của các thông tin trên"
    )
    accepted: Acceptances = Field([], alias="chap_nhan", description="Phát hiện được chấp nhận")


class Change(Model):
    """That another work amends or replaces this one."""

    work: str = Field(
        alias="van_ban",
        pattern=r"^[a-z0-9-]+$",
        description="Tên trang của văn bản ấy trong can-cu/, không có đuôi .md",
    )
    provision: Text | None = Field(None, alias="theo", description="Điều khoản quy định việc ấy")
    since: Day = Field(None, alias="tu_ngay", description="Việc ấy có hiệu lực từ ngày")


Changes = Annotated[list[Change], BeforeValidator(items), Field(max_length=100)]


class WorkRecord(_Published):
    """A legal work that documents cite: facts with their sources; what is not known stays blank."""

    kind: Literal["căn cứ"] = Field(alias="loai", description="Loại trang")
    type: Text = Field(alias="ten_loai", description="Tên loại văn bản, ví dụ Nghị định")
    number: Text | None = Field(None, alias="so_ky_hieu", description="Số và ký hiệu, ví dụ 30/2020/NĐ-CP")
    issued_on: Day = Field(None, alias="ngay_ban_hanh", description="Ngày ban hành; trống khi chưa xác minh")
    year: int | None = Field(
        None, alias="nam", ge=1945, le=2100, description="Năm ban hành, khi ngày chưa xác minh"
    )
    issuer: Text = Field(alias="co_quan", description="Cơ quan ban hành, tên đầy đủ")
    title: Text | None = Field(
        None, alias="trich_yeu", description="Trích yếu; của luật: tên luật, không có chữ Luật"
    )
    other_names: Texts = Field([], alias="ten_khac", description="Tên gọi khác, trích yếu in khác")
    abbreviations: Texts = Field([], alias="viet_tat", description="Tên gọi tắt")
    in_force_from: Day = Field(None, alias="hieu_luc_tu", description="Có hiệu lực từ ngày")
    lapsed_on: Day = Field(None, alias="het_hieu_luc_tu", description="Hết hiệu lực toàn bộ từ ngày")
    force: FORCE = Field("chưa xác minh", alias="hieu_luc", description="Hiệu lực")
    amended_by: Changes = Field([], alias="sua_doi_boi", description="Các văn bản sửa đổi, bổ sung")
    replaced_by: Changes = Field([], alias="thay_the_boi", description="Các văn bản thay thế, bãi bỏ")
    vbpl: int | None = Field(
        None,
        alias="ma_vbpl",
        ge=1,
        le=999_999_999,
        description="Mã (ItemID) ở Cơ sở dữ liệu quốc gia vbpl.vn",
    )
    address: Address | None = Field(None, alias="dia_chi", description="Địa chỉ bản chính thức ở nơi khác")
    unverified: Texts = Field([], alias="chua_xac_minh", description="Điều có nơi nói mà chưa đọc được nguồn")
    note: Text | None = Field(None, alias="ghi_chu", description="Ghi chú")
    sources: Annotated[list[Source], BeforeValidator(items)] = Field(
        [], alias="nguon", description="Nguồn của các thông tin trên"
    )
    accepted: Acceptances = Field([], alias="chap_nhan", description="Phát hiện được chấp nhận")

    @property
    def issue_year(self) -> int | None:
        """The year of issue as far as it is known."""
        return self.issued_on.year if self.issued_on else self.year


Record = DecisionRecord | OutlineRecord | WorkRecord | AgencyRecord | PageRecord

KINDS: dict[str, type[DecisionRecord | OutlineRecord | WorkRecord | AgencyRecord]] = {
    "quyết định": DecisionRecord,
    "đề cương": OutlineRecord,
    "căn cứ": WorkRecord,
    "cơ quan": AgencyRecord,
}
FOLDERS: dict[str, str] = {
    "quyet-dinh": "quyết định",
    "de-cuong": "đề cương",
    "can-cu": "căn cứ",
    "co-quan": "cơ quan",
}
"""The folder in which each kind of page lives."""


def is_well_formed_number(number: str) -> bool:
    """Tell whether a number looks like `15/QĐ-BNV` or `178-KH/TU`: no space around / and - (NĐ 30/2020)."""
    return bool(_NUMBER.fullmatch(number))
