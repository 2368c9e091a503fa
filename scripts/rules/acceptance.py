"""Rules TT4xx: whether what a page accepts may be accepted, and is still found."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from pydantic import ValidationError

from macros.record import MOST_ACCEPTED, Acceptance
from scripts.rules.nearness import near
from scripts.rules.rule import ERROR, RULES, WARNING, Fault, Subject, rule, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from macros.frontmatter import Place
    from scripts.rules.page import Page


class Found(Protocol):
    """What acceptances look at in a finding."""

    @property
    def code(self) -> str:
        """The rule's code."""

    @property
    def value(self) -> str:
        """The faulty value."""


@dataclass(frozen=True)
class Placed:
    """An acceptance with its place in the file."""

    acceptance: Acceptance
    place: Place

    def covers(self, finding: Found) -> bool:
        """Tell whether the acceptance is of this finding: its code and, where it states one, its value."""
        code, value = self.acceptance.code, self.acceptance.value
        held = RULES.get(code)
        same = value is None or " ".join(value.split()) == " ".join(finding.value.split())
        return held is not None and held.acceptable and finding.code == code and same


def acceptances(page: Page) -> list[Placed]:
    """Read a page's acceptances one by one, so that they hold also where the rest of the record does not."""
    entry = page.entry("chap_nhan")
    items = [] if entry is None else entry.value if isinstance(entry.value, list) else [entry]
    read = []
    for item in items[:MOST_ACCEPTED]:
        try:
            read.append(
                Placed(Acceptance.model_validate(item.plain(), by_alias=True, by_name=False), item.place)
            )
        except ValidationError:  # the rules TT2xx report it
            continue
    return read


@rule("TT401", WARNING, subject=Subject.FINDINGS, acceptable=False)
def needless_acceptance(page: Page, findings: Iterable[Found]) -> Iterator[Fault]:
    """Chấp nhận một phát hiện không còn nữa.

    Mỗi mục của `chap_nhan` chấp nhận một phát hiện có thật trên trang: đúng mã và, nếu ghi `gia_tri`,
    đúng giá trị. Khi chữ đã sửa thì bỏ mục ấy đi, để nó không che một lỗi mới.

    Sai:

        chap_nhan:
          - {ma: BC101, gia_tri: Điều 4., ly_do: chữ như bản đã ký}
        (trong khi các điều của trang đã đủ số)

    Đúng:

        bỏ mục ấy khỏi chap_nhan

    Căn cứ: quy ước của dự án.
    """
    by_code: defaultdict[str, list[Found]] = defaultdict(list)
    for finding in findings:
        by_code[finding.code].append(finding)
    for placed in acceptances(page):
        held = RULES.get(placed.acceptance.code)
        found = by_code[placed.acceptance.code]
        if held and held.acceptable and not any(map(placed.covers, found)):
            values = [finding.value for finding in found]
            named = f" với giá trị {shown(placed.acceptance.value)}" if placed.acceptance.value else ""
            message = f"Không còn phát hiện {held.code}{named} trên trang. Hãy bỏ mục này khỏi chap_nhan"
            value = placed.acceptance.value or held.code
            yield Fault(placed.place.line, placed.place.column, message, value, near(value, values))


@rule("TT402", ERROR, acceptable=False)
def impossible_acceptance(page: Page) -> Iterator[Fault]:
    """Chấp nhận một mã không có, hoặc không được chấp nhận.

    Chỉ chấp nhận được những phát hiện về nội dung mà bản đã ký có như vậy. Các phát hiện về an toàn (AT),
    phần đầu không đọc được (TT1, TT2), hàm gọi sai (BC2) và trang làm sai trang khác thì phải sửa.

    Sai:

        chap_nhan:
          - {ma: AT101, ly_do: trang cần lệnh này}

    Đúng:

        bỏ mục ấy và sửa chỗ bị báo AT101

    Căn cứ: quy ước của dự án.
    """
    for placed in acceptances(page):
        code = placed.acceptance.code
        held = RULES.get(code)
        if held is None:
            message = f"Không có mã {shown(code)}. Hãy ghi đúng mã của phát hiện"
            yield Fault(placed.place.line, placed.place.column, message, code, near(code, RULES))
        elif not held.acceptable:
            message = f"Phát hiện {shown(code)} không chấp nhận được. Hãy sửa chỗ bị báo và bỏ mục này"
            yield Fault(placed.place.line, placed.place.column, message, code)
