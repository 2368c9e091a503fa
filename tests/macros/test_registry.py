"""Looking works up: by number, day and title; pages and a catalogue as one."""

from datetime import date

from macros.catalogue import read as read_catalogue
from macros.document import Document, read
from macros.registry import work_of, works_of

HEAD = "type,number,title,issued_on,issuer,in_force_from,status,address,source\n"


def page(name: str, *lines: str) -> Document:
    text = "\n".join(["---", "loai: căn cứ", *lines, "---", ""])
    return read(f"can-cu/{name}.md", text)


OLD = page(
    "77-2015-qh13",
    "ten_loai: Luật",
    "so_ky_hieu: 77/2015/QH13",
    "ngay_ban_hanh: 19/6/2015",
    "co_quan: Quốc hội",
    "trich_yeu: Tổ chức chính quyền địa phương",
    "hieu_luc_tu: 01/01/2016",
    "thay_the_boi: [{van_ban: 72-2025-qh15}]",
    "nguon: [{noi_dung: Công báo, xem_ngay: 22/11/2026}]",
)
NEW = page(
    "72-2025-qh15",
    "ten_loai: Luật",
    "so_ky_hieu: 72/2025/QH15",
    "nam: 2025",
    "co_quan: Quốc hội",
    "trich_yeu: Tổ chức chính quyền địa phương",
    "viet_tat: [Luật TCCQĐP]",
)
DECISION = read(
    "quyet-dinh/2021/12-qd-ubnd.md",
    "---\nloai: quyết định\nso_ky_hieu: 12/QĐ-UBND\nngay_ban_hanh: 07/01/2021\ntinh_trang: đã ban hành\n"
    "co_quan: UBND xã Mẫu\ntham_quyen: Chủ tịch\ntrich_yeu: Về việc A\n---\n",
)


def test_a_page_of_the_registry_becomes_a_work_with_its_facts() -> None:
    work = work_of(OLD)
    assert work
    assert (work.key, work.number, work.issued_on) == ("77-2015-qh13", "77/2015/QH13", date(2015, 6, 19))
    assert (work.in_force_from, work.lapsed_on, work.force) == (date(2016, 1, 1), None, "chưa xác minh")
    assert (work.successors, work.seen_on) == (("72-2025-qh15",), date(2026, 11, 22))


def test_a_decision_of_this_site_is_a_work_when_its_number_and_day_are_known() -> None:
    work = work_of(DECISION)
    assert work
    assert (work.key, work.type, work.page) == ("12-qd-ubnd", "Quyết định", "quyet-dinh/2021/12-qd-ubnd.md")
    assert work_of(read("index.md", "---\ntieu_de: A\n---\n")) is None


def test_a_law_is_found_by_title_other_name_and_number() -> None:
    works = works_of([OLD, NEW])
    assert [w.key for w in works.titled("Luật Tổ chức chính quyền địa phương")] == [
        "77-2015-qh13",
        "72-2025-qh15",
    ]
    assert [w.key for w in works.titled("Luật TCCQĐP")] == ["72-2025-qh15"]
    assert [w.key for w in works.numbered("72/2025/QH15")] == ["72-2025-qh15"]


def test_a_number_without_its_code_is_found_by_year_and_type() -> None:
    works = works_of(
        [], read_catalogue((HEAD + "Nghị định,305/2025/NĐ-CP,A,2025-11-21,,,,,\n").encode()).works
    )
    assert [w.number for w in works.numbered("305/2025", "Nghị định")] == ["305/2025/NĐ-CP"]
    assert works.numbered("305/2025", "Thông tư") == []
    assert works.numbered("2554", "Công văn") == []


def test_a_catalogue_fills_the_blanks_of_a_page_and_changes_none_of_its_facts() -> None:
    rows = (
        "Luật,72/2025/QH15,Tên khác,2025-06-16,Quốc hội,2025-06-16,Còn hiệu lực,https://a.vn/x,\n"
        "Luật,77/2015/QH13,Tên khác,2015-06-19,Quốc hội,2016-02-02,,,\n"
    )
    works = works_of([OLD, NEW], read_catalogue((HEAD + rows).encode()).works)
    assert len(works.entries) == 2
    new, old = works.by_key["72-2025-qh15"], works.by_key["77-2015-qh13"]
    assert (new.issued_on, new.force, new.address) == (date(2025, 6, 16), "còn hiệu lực", "https://a.vn/x")
    assert (old.title, old.in_force_from) == ("Tổ chức chính quyền địa phương", date(2016, 1, 1))


def test_a_line_of_the_same_number_but_another_day_or_type_is_another_work() -> None:
    rows = "Nghị quyết,77/2015/QH13,A,2015-06-19,Quốc hội,,,,\nLuật,77/2015/QH13,A,2015-06-20,Quốc hội,,,,\n"
    works = works_of([OLD], read_catalogue((HEAD + rows).encode()).works)
    assert len(works.numbered("77/2015/QH13")) == 3
    assert [w.key for w in works.by_day[date(2015, 6, 19)]] == ["77-2015-qh13", "77-2015-qh13@2015-06-19"]
