"""The record of a page: one typed model for validation, the editors' JSON Schema and the published JSON.

Attributes carry the terms of NĐ 30/2020/NĐ-CP Phụ lục VI in English; their aliases are the front-matter
keys that staff write.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)

from macros.vietnamese import nfc, parse_date

FORCE = Literal[
    "còn hiệu lực",
    "chưa có hiệu lực",
    "hết hiệu lực một phần",
    "hết hiệu lực toàn bộ",
    "ngưng hiệu lực",
    "chưa xác minh",
]
_MARKUP = re.compile(r"[<>⟦⟧]|\{[{%#]")
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff\ue000-\uf8ff\U000e0000-\U0010ffff]"
)
"""Control, format and private characters and blank fillers: a front matter can write them as escapes."""

_NUMBER = re.compile(r"\d[\d.]*/\S+|\d+-\S+/\S+")


def _text(value: str) -> str:
    if match := _MARKUP.search(value):
        raise ValueError(f"không được chứa “{match[0]}”")
    if match := _HIDDEN.search(value):
        raise ValueError(f"có ký tự điều khiển không nhìn thấy (U+{ord(match[0]):04X})")
    if not value.strip():
        raise ValueError("không được để trống")
    return nfc(" ".join(value.split()))


def _spaced_text(value: str) -> str:
    _text(value)
    return nfc(value)


def _date(value: object) -> object:
    if value is None or isinstance(value, date):
        return value
    day = parse_date(str(value))
    if day is None:
        raise ValueError("không phải là một ngày có thật; viết dd/mm/yyyy, ví dụ 07/01/2021")
    return day


def _items(value: object) -> object:
    """Take one value for a list of one, and nothing for an empty list."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _page(value: str) -> str:
    if not re.fullmatch(r"(\.\./)*([a-z0-9-]+/)*[a-z0-9-]+\.md", value):
        raise ValueError("phải là đường dẫn tới một trang .md, ví dụ ../../de-cuong/2021/ten-trang.md")
    return value


def _former_address(value: str) -> str:
    if not re.fullmatch(_ADDRESS, value) or len(value) > LONGEST_ADDRESS:
        raise ValueError("phải là địa chỉ tính từ trang chủ, có / ở cuối, ví dụ quyet-dinh/2021/ten-cu/")
    return value


LONGEST_ADDRESS = 200
_ADDRESS = r"^([a-z0-9-]+/)+$"

Text = Annotated[str, StringConstraints(min_length=1, max_length=1000), AfterValidator(_text)]
SpacedText = Annotated[str, StringConstraints(min_length=1, max_length=1000), AfterValidator(_spaced_text)]
Subject = Annotated[str, StringConstraints(min_length=1, max_length=500), AfterValidator(_text)]
"""As long as NĐ 30/2020 Phụ lục VI lets it be."""
Day = Annotated[date | None, BeforeValidator(_date)]
Texts = Annotated[list[Text], BeforeValidator(_items), Field(max_length=200)]
Page = Annotated[str, AfterValidator(_page)]
Pages = Annotated[list[Page], BeforeValidator(_items), Field(max_length=50)]
FormerAddress = Annotated[
    str,
    AfterValidator(_former_address),
    WithJsonSchema({"type": "string", "pattern": _ADDRESS, "maxLength": LONGEST_ADDRESS}),
]
FormerAddresses = Annotated[list[FormerAddress], BeforeValidator(_items), Field(max_length=50)]


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class _Published(_Model):
    """What every page has, whatever it is about."""

    former_addresses: FormerAddresses = Field(
        [],
        alias="dia_chi_cu",
        description="Các địa chỉ mà trang từng được đăng, ví dụ quyet-dinh/2021/ten-cu/",
    )


class Acceptance(_Model):
    """A finding that the page's editors accept, with the reason."""

    code: str = Field(alias="ma", pattern=r"^[A-Z]{2}\d{3}$", description="Mã phát hiện, ví dụ BC201")
    value: Text | None = Field(
        None, alias="gia_tri", description="Giá trị được nêu trong phát hiện; trống: mọi giá trị"
    )
    reason: Text = Field(alias="ly_do", description="Vì sao chấp nhận")


MOST_ACCEPTED = 100
"""Each acceptance is compared with each finding; a page that needs more is not the signed text."""

Acceptances = Annotated[list[Acceptance], BeforeValidator(_items), Field(max_length=MOST_ACCEPTED)]


class Signatory(_Model):
    """Who signed and in whose stead (NĐ 30/2020 Phụ lục I, chức vụ, họ tên và chữ ký)."""

    on_behalf: Text | None = Field(None, alias="thay_mat", description="Thay mặt (TM.)")
    acting: Text | None = Field(None, alias="quyen", description="Quyền (Q.)")
    deputising: Text | None = Field(None, alias="ky_thay", description="Ký thay (KT.)")
    by_order: Text | None = Field(None, alias="thua_lenh", description="Thừa lệnh (TL.)")
    by_authority: Text | None = Field(None, alias="thua_uy_quyen", description="Thừa ủy quyền (TUQ.)")
    position: Text | None = Field(None, alias="chuc_vu", description="Chức vụ của người ký")
    name: Text = Field(alias="ho_ten", description="Họ và tên người ký")


class Source(_Model):
    """Where a fact comes from and when it was looked up."""

    text: Text = Field(alias="noi_dung", description="Nguồn nói gì, ở đâu")
    seen_on: Day = Field(None, alias="xem_ngay", description="Ngày xem, dd/mm/yyyy")


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
    sources: Annotated[list[Source], BeforeValidator(_items)] = Field(
        [], alias="nguon", description="Nguồn của các thông tin trên"
    )
    accepted: Acceptances = Field([], alias="chap_nhan", description="Phát hiện được chấp nhận")


Record = DecisionRecord | OutlineRecord | AgencyRecord | PageRecord

KINDS: dict[str, type[DecisionRecord | OutlineRecord | AgencyRecord]] = {
    "quyết định": DecisionRecord,
    "đề cương": OutlineRecord,
    "cơ quan": AgencyRecord,
}
FOLDERS: dict[str, str] = {"quyet-dinh": "quyết định", "de-cuong": "đề cương", "co-quan": "cơ quan"}
"""The folder in which each kind of page lives."""


def is_well_formed_number(number: str) -> bool:
    """Tell whether a number looks like `15/QĐ-BNV` or `178-KH/TU`: no space around / and - (NĐ 30/2020)."""
    return bool(_NUMBER.fullmatch(number))
