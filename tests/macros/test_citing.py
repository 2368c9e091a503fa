"""What recognition must never do, whatever the text."""

from hypothesis import given
from hypothesis import strategies as st

from macros.citation import find

PIECES = (
    "Luật Nghị định Quyết định số 30/2020/NĐ-CP ngày 07/3/2019 của Chính phủ khoản 2 Điều 5 này "
    "và , ; . : ( ) sửa đổi, bổ sung một số điều của Bộ Tài chính tháng 3 năm 2020 QH15 "
    "\n \u00a0 \u0301 \u200b С Ð 99- TB/TW"
).split(" ")


@given(st.one_of(st.text(max_size=200), st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join)))
def test_spans_always_fit_are_in_order_and_apart(text: str) -> None:
    last = 0
    for found in find(text):
        assert last <= found.start < found.end <= len(text)
        assert text[found.start : found.end] == found.text
        last = found.end
