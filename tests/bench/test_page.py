"""The table of what pages weigh, and which pages are weighed."""

from collections import Counter
from pathlib import Path

from macros.library import load
from scripts.bench.lighthouse import Scores
from scripts.bench.page import Measure, markdown, pages_to_measure
from tests.pages import SITE, write


def test_the_home_page_and_the_newest_of_each_kind_are_measured(tmp_path: Path) -> None:
    older = (
        SITE["quyet-dinh/2021/12-qd-ubnd.md"].replace("05/02/2021", "05/02/2020").replace("12/QĐ", "11/QĐ")
    )
    pages = load(write(tmp_path, SITE | {"quyet-dinh/2020/11-qd-ubnd.md": older}))

    assert pages_to_measure(pages) == {
        "home": "",
        "a decision": "quyet-dinh/2021/12-qd-ubnd/",
        "an outline": "de-cuong/2021/de-an-thu/",
    }


def test_bytes_are_told_in_kilobytes_by_kind_of_file() -> None:
    scores = Scores({"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}, ())
    measure = Measure(
        "a decision", Counter(HTML=7_100, CSS=20_000, JavaScript=35_900, fonts=60_000), 7_140, scores
    )

    head, _, row, *rest = markdown([measure], ["one note"]).splitlines()
    assert dict(zip(head.strip("| ").split(" | "), row.strip("| ").split(" | "), strict=True)) == {
        "Page": "a decision",
        "First view": "123.0 KB",
        "HTML": "7.1 KB",
        "CSS": "20.0 KB",
        "JavaScript": "35.9 KB",
        "fonts": "60.0 KB",
        "other": "0.0 KB",
        "Next page": "7.1 KB",
        "performance": "98",
        "accessibility": "100",
        "best practices": "100",
        "seo": "100",
    }
    assert rest == ["", "- one note"]
