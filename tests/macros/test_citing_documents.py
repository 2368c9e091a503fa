"""Which documents cite a work, and where."""

from macros.citing_documents import MOST, cited_by
from macros.library import Library
from tests.libraries import DECREE, DECREE_PATH, decision, library

DECISION = decision(
    """\
Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ.

QUYẾT ĐỊNH:

Điều 1. Phê duyệt.

1. Theo Nghị định số 30/2020/NĐ-CP và khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP.

Điều 2. Theo Nghị định số 31/2020/NĐ-CP./.
""",
    "Về việc A & B",
)


def cited(decisions: int) -> Library:
    return library({f"quyet-dinh/2021/{n}.md": DECISION for n in range(decisions)} | {DECREE_PATH: DECREE})


def test_a_work_names_the_documents_and_the_provisions_that_cite_it_once_each() -> None:
    whole = cited(1)
    assert cited_by(whole.documents[DECREE_PATH], whole) == {
        "vien_dan_boi": [
            {
                "ten": "Quyết định: A &amp; B",
                "url": "../../quyet-dinh/2021/0/",
                "noi": [
                    {"ten": "phần căn cứ", "url": "../../quyet-dinh/2021/0/"},
                    {"ten": "khoản 1 Điều 1", "url": "../../quyet-dinh/2021/0/#dieu-1-khoan-1"},
                ],
            }
        ],
        "vien_dan_so": "1",
        "vien_dan_them": False,
    }


def test_the_list_ends_where_it_would_grow_with_the_collection() -> None:
    whole = cited(MOST + 1)
    values = cited_by(whole.documents[DECREE_PATH], whole)
    assert isinstance(values["vien_dan_boi"], list)
    assert len(values["vien_dan_boi"]) == MOST
    assert (values["vien_dan_so"], values["vien_dan_them"]) == (str(MOST + 1), True)


def test_a_work_that_nobody_cites_says_so_by_an_empty_list() -> None:
    whole = cited(0)
    assert cited_by(whole.documents[DECREE_PATH], whole)["vien_dan_boi"] == []
