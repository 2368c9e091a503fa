"""The values that a record can have: text, days, lists, pages, addresses; and what each refuses."""

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


def items(value: object) -> object:
    """Take one value for a list of one, and nothing for an empty list."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _page(value: str) -> str:
    if not re.fullmatch(r"(\.\./)*([a-z0-9-]+/)*[a-z0-9-]+\.md", value):
        raise ValueError("phải là đường dẫn tới một trang .md, ví dụ ../../de-cuong/2021/ten-trang.md")
    return value


def _former_address(value: str) -> str:
    if not re.fullmatch(_PLACE, value) or len(value) > LONGEST_ADDRESS:
        raise ValueError("phải là địa chỉ tính từ trang chủ, có / ở cuối, ví dụ quyet-dinh/2021/ten-cu/")
    return value


LONGEST_ADDRESS = 200
_PLACE = r"^([a-z0-9-]+/)+$"


def _address(value: str) -> str:
    if not re.fullmatch(_OUTSIDE, value) or len(value) > LONGEST_ADDRESS:
        raise ValueError("phải là địa chỉ đầy đủ bắt đầu bằng https://")
    return _text(value)


_OUTSIDE = r"^https?://[a-z0-9-]+(\.[a-z0-9-]+)+(/[^\s\"'<>\\{}]*)?$"

Text = Annotated[str, StringConstraints(min_length=1, max_length=1000), AfterValidator(_text)]
SpacedText = Annotated[str, StringConstraints(min_length=1, max_length=1000), AfterValidator(_spaced_text)]
Subject = Annotated[str, StringConstraints(min_length=1, max_length=500), AfterValidator(_text)]
"""As long as NĐ 30/2020 Phụ lục VI lets it be."""
Day = Annotated[date | None, BeforeValidator(_date)]
Texts = Annotated[list[Text], BeforeValidator(items), Field(max_length=200)]
Page = Annotated[str, AfterValidator(_page)]
Address = Annotated[
    str,
    AfterValidator(_address),
    WithJsonSchema({"type": "string", "pattern": _OUTSIDE, "maxLength": LONGEST_ADDRESS}),
]
FormerAddress = Annotated[
    str,
    AfterValidator(_former_address),
    WithJsonSchema({"type": "string", "pattern": _PLACE, "maxLength": LONGEST_ADDRESS}),
]
FormerAddresses = Annotated[list[FormerAddress], BeforeValidator(items), Field(max_length=50)]
Pages = Annotated[list[Page], BeforeValidator(items), Field(max_length=50)]


class Model(BaseModel):
    """A group of keys: no unknown ones, and nothing changes once it is read."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)
