"""The citations of a document, with their provisions and places in the file."""

from datetime import date

from macros.cited import Cited, citing_of, judged, place, read, readings
from macros.registry import works_of
from tests.libraries import DECREE, DECREE_PATH, decision, library

DECISION = decision("""\
Căn cứ Nghị định số 30/2020/NĐ-CP ngày 06/3/2020 của Chính phủ về công tác văn thư.

QUYẾT ĐỊNH:

{{ dieu(1) }} Phê duyệt Đề cương.

{{ khoan(1) }} Theo Nghị định số 30/2020/NĐ-CP ngày 05/3/2020, Nghị định số 30/2020/NĐ-CP ngày 07/3/2020.

“Điều 9. Theo Nghị định số 30/2020/NĐ-CP ngày 09/3/2020.”

{{ dieu(2) }} Thực hiện Điều 1 Quyết định này./.
""")
PATH = "quyet-dinh/2021/a.md"
LIBRARY = library({PATH: DECISION, DECREE_PATH: DECREE})


def found() -> tuple[Cited, ...]:
    return judged(LIBRARY, works_of(LIBRARY.documents.values()))[PATH]


def test_each_citation_knows_its_provision_and_what_it_means() -> None:
    assert [(c.ident, c.judgement.key) for c in found()] == [
        ("", None),
        ("dieu-1-khoan-1", "30-2020-nd-cp"),
        ("dieu-1-khoan-1", None),
        ("dieu-2", None),
    ]


def test_a_problem_has_the_line_and_column_of_its_value_in_the_file() -> None:
    lines = DECISION.split("\n")
    for cited in found():
        for problem in cited.judgement.problems:
            line, column = place(cited, problem, readings(LIBRARY)[PATH], lines)
            assert lines[line - 1][column - 1 :].startswith(problem.value)


def test_what_a_document_quotes_is_not_its_own() -> None:
    assert "09/3/2020" not in read(LIBRARY.documents[PATH]).text


def test_a_document_cites_on_its_day_or_within_its_year() -> None:
    citing = citing_of(LIBRARY.documents[PATH], LIBRARY)
    assert (citing.earliest, citing.latest) == (date(2021, 1, 1), date(2021, 12, 31))
