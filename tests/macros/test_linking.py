"""Where each citation of a document leads, or why it leads nowhere."""

import pytest

from macros.cited import readings
from macros.citing_documents import known_works
from macros.library import Library, load
from macros.linking import Link, links, loose_links
from scripts.environment import ROOT
from tests import libraries
from tests.libraries import DECREE, DECREE_PATH, work

WORKS = {
    DECREE_PATH: DECREE,
    "can-cu/01-2021-nd-cp-a.md": work("Nghị định", "01/2021/NĐ-CP", "04/01/2021", "Chính phủ", "Về đăng ký"),
    "can-cu/01-2021-nd-cp-b.md": work("Nghị định", "01/2021/NĐ-CP", "05/01/2021", "Chính phủ", "Về phí"),
    "can-cu/67-2006-qh11.md": work(
        "Luật", "67/2006/QH11", "29/6/2006", "Quốc hội", "Công nghệ thông tin", "hết hiệu lực toàn bộ"
    ),
    "can-cu/4216-qd-ubnd-2020.md": work(
        "Quyết định",
        "4216/QĐ-UBND",
        "06/10/2020",
        "Ủy ban nhân dân tỉnh Thanh Hóa",
        "Ban hành Kế hoạch Chuyển đổi số",
    ),
}
OTHER = """\
---
loai: quyết định
so_ky_hieu: 12/QĐ-UBND
ngay_ban_hanh: 05/02/2021
tinh_trang: đã ban hành
co_quan: Ủy ban nhân dân tỉnh Thanh Hóa
tham_quyen: Chủ tịch
trich_yeu: Về việc thử
---

QUYẾT ĐỊNH:

Điều 1. Phê duyệt.

Điều 2. Tổ chức

1. Giao Sở Tài chính:

a) chủ trì;

b) báo cáo./.
"""
OUTLINE = """\
---
loai: đề cương
nam: 2021
tinh_trang: đã ban hành
co_quan: Ủy ban nhân dân tỉnh Thanh Hóa
trich_yeu: Đề án thử
---

I. SỰ CẦN THIẾT

{}
"""
HEAD = """\
---
loai: quyết định
so_ky_hieu: 20/QĐ-UBND
ngay_ban_hanh: 05/5/2021
tinh_trang: đã ban hành
co_quan: Ủy ban nhân dân tỉnh Thanh Hóa
tham_quyen: Chủ tịch
trich_yeu: Về việc thử tiếp
kem_theo: [../../de-cuong/2021/de-an.md]
chap_nhan: [{{ma: TD101, gia_tri: {accepted}, ly_do: chữ như bản đã ký}}]
---

"""
BODY = """\
Căn cứ {0};

QUYẾT ĐỊNH:

Điều 1. Theo {0}.

Điều 2. Tổ chức

1. Giao các sở:

a) làm;

b) báo cáo./.
"""
OTHERS = "quyet-dinh/2021/12-qd-ubnd.md"
OWN = "quyet-dinh/2021/20-qd-ubnd.md"


def library(text: str, accepted: str = "99/QĐ-X", outline: str = "") -> Library:
    return libraries.library(
        WORKS
        | {
            OTHERS: OTHER,
            "de-cuong/2021/de-an.md": OUTLINE.format(outline),
            OWN: HEAD.format(accepted=accepted) + text,
        }
    )


def found(text: str, accepted: str = "99/QĐ-X") -> list[Link]:
    whole = library(text, accepted)
    return list(links(whole.documents[OWN], whole, known_works(whole)))


@pytest.mark.parametrize(
    ("citation", "page", "ident"),
    [
        ("Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ", "can-cu/30-2020-nd-cp.md", ""),
        ("Khoản 3 Điều 18 Nghị định số 30/2020/NĐ-CP", "can-cu/30-2020-nd-cp.md", ""),
        ("Nghị định 30/2020/NĐ-CP", "can-cu/30-2020-nd-cp.md", ""),
        ("Nghị định số **30/2020/NĐ-CP** ngày *05/3/2020*", "can-cu/30-2020-nd-cp.md", ""),
        ("Luật Công nghệ thông tin", "can-cu/67-2006-qh11.md", ""),
        ("Nghị định số 01/2021/NĐ-CP ngày 05/01/2021", "can-cu/01-2021-nd-cp-b.md", ""),
        ("Quyết định số 12/QĐ-UBND ngày 05/02/2021 của UBND tỉnh Thanh Hóa", OTHERS, ""),
        ("Điều 2 Quyết định số 12/QĐ-UBND ngày 05/02/2021", OTHERS, "dieu-2"),
        ("điểm b khoản 1 Điều 2 Quyết định số 12/QĐ-UBND ngày 05/02/2021", OTHERS, "dieu-2-khoan-1-diem-b"),
        ("điểm a, b khoản 1 Điều 2 Quyết định số 12/QĐ-UBND ngày 05/02/2021", OTHERS, "dieu-2-khoan-1"),
        ("Điều 1, Điều 2 Quyết định số 12/QĐ-UBND ngày 05/02/2021", OTHERS, "dieu-1"),
        # The page has no such provision: to the page.
        ("Điều 9 Quyết định số 12/QĐ-UBND ngày 05/02/2021", OTHERS, ""),
        ("Điều 2 Quyết định này", OWN, "dieu-2"),
        ("điểm b khoản 1 Điều 2 Quyết định này", OWN, "dieu-2-khoan-1-diem-b"),
        ("Đề cương kèm theo Quyết định này", "de-cuong/2021/de-an.md", ""),
        ("Đề cương chi tiết kèm theo", "de-cuong/2021/de-an.md", ""),
        ("Đề cương ban hành kèm theo\nQuyết định này", "de-cuong/2021/de-an.md", ""),
    ],
)  # fmt: skip
def test_a_citation_leads_to_the_work_or_the_provision(citation: str, page: str, ident: str) -> None:
    basis, article = found(BODY.format(citation))
    assert (basis.page, basis.ident, basis.reason) == (page, ident, "")
    assert (article.page, article.ident, article.reason) == (page, ident, "")


@pytest.mark.parametrize(
    ("citation", "reason"),
    [
        ("Nghị định số 99/2020/NĐ-CP ngày 05/3/2020", "chưa có trang căn cứ của văn bản này"),
        ("Nghị định số 01/2021/NĐ-CP", "có thể là 2 văn bản"),
        ("Nghị định số 30/2020/NĐ-CP ngày 06/3/2020", "ban hành ngày 05/3/2020"),
        ("Quyết định này", "là chính văn bản này"),
        ("Quy chế ban hành kèm theo Quyết định này", "là chính văn bản này"),
        ("Quyết định số 20/QĐ-UBND ngày 05/5/2021 của UBND tỉnh Thanh Hóa", "là chính văn bản này"),
        ("khoản 2 Điều 36", "không rõ là điều, khoản của văn bản nào"),
        ("Điều 7 Quyết định này", "văn bản này không có Điều 7"),
        ("Điều 5 Nghị định này", "không rõ là điều, khoản của văn bản nào"),
        ("[Nghị định số 30/2020/NĐ-CP](https://vbpl.vn/)", "đứng trong một liên kết đã có"),
        ("`Nghị định số 30/2020/NĐ-CP`", "đứng trong mã"),
    ],
)
def test_what_is_not_sure_leads_nowhere_and_says_why(citation: str, reason: str) -> None:
    for link in found(BODY.format(citation)):
        assert reason in link.reason
        assert (link.page, link.ident) == ("", "")


def test_this_article_is_the_one_in_which_it_is_said() -> None:
    (link,) = found("QUYẾT ĐỊNH:\n\nĐiều 1. Có tên\n\n1. Như sau.\n\n2. Theo khoản 1 Điều này./.\n")
    assert (link.page, link.ident) == (OWN, "dieu-1-khoan-1")


def test_what_a_document_quotes_is_anothers_text() -> None:
    assert found("QUYẾT ĐỊNH:\n\nĐiều 1. Như sau:\n\n“Điều 5. Theo Nghị định số 30/2020/NĐ-CP.”\n") == []


SLIP = "Quyết định số 4126/QĐ-UBND ngày 06/10/2020 của UBND tỉnh Thanh Hóa ban hành Kế hoạch Chuyển đổi số"


def test_an_accepted_slip_leads_to_a_note_that_names_the_work_which_is_meant() -> None:
    link, _ = found(BODY.format(SLIP), accepted="4126/QĐ-UBND")
    assert link.note
    assert link.page == OWN
    assert link.note.text == "Quyết định số 4126/QĐ-UBND ngày 06/10/2020 của UBND tỉnh Thanh Hóa"
    assert link.note.reason == "chữ như bản đã ký"
    assert link.note.work
    assert link.note.work.page == "can-cu/4216-qd-ubnd-2020.md"


def test_a_slip_that_nobody_accepted_leads_nowhere() -> None:
    link, _ = found(BODY.format(SLIP))
    assert link.note is None
    assert "4216/QĐ-UBND" in link.reason


def test_the_state_of_the_work_comes_with_the_link() -> None:
    assert [link.force for link in found(BODY.format("Luật Công nghệ thông tin"))] == [
        "hết hiệu lực toàn bộ"
    ] * 2


def test_an_outline_cites_too_but_knows_no_articles_of_its_own() -> None:
    whole = library("", outline="1. Theo Nghị định số 30/2020/NĐ-CP và Điều 1 Quyết định này.")
    outline = whole.documents["de-cuong/2021/de-an.md"]
    assert [link.page for link in links(outline, whole, known_works(whole))] == [
        "can-cu/30-2020-nd-cp.md",
        "",
    ]


def test_a_guide_links_only_what_is_sure() -> None:
    works = known_works(library(""))
    text = "Khoản 3 Điều 18 Nghị định số 30/2020/NĐ-CP, Nghị định số 01/2021/NĐ-CP và Điều 1 Quyết định này."
    assert [(text[link.start : link.end], link.page) for link in loose_links(text, works)] == [
        ("Khoản 3 Điều 18 Nghị định số 30/2020/NĐ-CP", "can-cu/30-2020-nd-cp.md")
    ]


def test_pages_that_are_no_documents_have_no_links_here() -> None:
    whole = library("")
    assert links(whole.documents["can-cu/30-2020-nd-cp.md"], whole, known_works(whole)) == ()


def test_every_citation_of_the_seeds_leads_somewhere_or_says_why_not() -> None:
    whole = load(ROOT / "docs")
    works = known_works(whole)
    shown = {
        plan.path: [(link, readings(whole)[plan.path].text[link.start : link.end]) for link in found]
        for plan in whole.plans
        if (found := links(plan, whole, works)) is not None
    }

    assert all(bool(link.page) != bool(link.reason) for several in shown.values() for link, _ in several)
    without = {text for several in shown.values() for link, text in several if link.reason}
    assert without == {"Quyết định này"}
    slip = [link for several in shown.values() for link, text in several if "4126/QĐ-UBND" in text]
    assert [link.note.work.page for link in slip if link.note and link.note.work] == [
        "can-cu/4216-qd-ubnd-2020.md"
    ]
    assert sum(len(several) for several in shown.values()) >= 34
