from pathlib import Path

from macros.library import load
from scripts.bench.collection import Query, lay_out, read_queries, read_wanted
from scripts.bench.search import Tally, is_right
from scripts.check import check
from scripts.rules import Severity


def test_the_check_finds_no_error_in_as_many_decisions_as_are_searched(tmp_path: Path) -> None:
    lay_out(1_000, tmp_path)
    assert [found for found in check(load(tmp_path)) if found.severity is Severity.ERROR] == []


def test_every_answer_is_a_page_of_the_collection_with_that_provision(tmp_path: Path) -> None:
    lay_out(3, tmp_path)
    library = load(tmp_path)
    pages = {path.removesuffix(".md") + "/": page for path, page in library.documents.items()}
    queries = read_queries()
    assert len(queries) >= 120
    for query in queries:
        for answer in query.answers:
            page, _, ident = answer.partition("#")
            assert page in pages, query.text
            assert not ident or ident in pages[page].provision_by_ident, query.text


def test_no_two_written_decisions_share_an_address() -> None:
    wanted = read_wanted()
    assert len({one.path for one in wanted}) == len(wanted)


def test_people_write_the_same_in_six_ways() -> None:
    variants = dict(Query("ủy ban Hòa Đông", ()).variants())
    assert variants == {
        "as written": "ủy ban Hòa Đông",
        "without marks": "uy ban hoa dong",
        "in capitals": "ỦY BAN HÒA ĐÔNG",
        "marks apart (NFD)": "u\u0309y ban Ho\u0300a Đo\u0302ng",
        "old tone places": "uỷ ban Hoà Đông",
        "đ as d": "ủy ban Hòa Dông",
    }


def test_an_answer_with_a_provision_wants_the_provision_of_ours_and_the_page_of_others() -> None:
    query = Query("khoản 1 điều 2", ("a/#dieu-2-khoan-1",))
    assert is_right("a/#dieu-2-khoan-1", query, whole_pages=False)
    assert not is_right("a/#dieu-2", query, whole_pages=False)
    assert is_right("a/", query, whole_pages=True)
    assert is_right("a/#dieu-5", Query("a", ("a/",)), whole_pages=False)
    assert Tally().asked == 0
