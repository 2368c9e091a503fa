"""The tables of the search's figures."""

from scripts.bench.process import Run, Usage
from scripts.bench.search import Measure, Tally
from scripts.bench.search_figures import costs, markdown, row

MEASURE = Measure(
    "this project",
    5000,
    tallies={"as written": Tally(asked=138, first=137, third=138)},
    milliseconds=[*(float(n) for n in range(1, 101))],
    first_bytes=[196_000, 180_000, 272_400],
    later_bytes=[42_000, 96_000, 10_000],
    indexing=Run(33.04, (), Usage(40.0, 1852.3)),
    index_bytes=25_360_000,
)


def test_a_row_says_how_often_the_right_page_came_first_among_three_or_nothing_came() -> None:
    tally = Tally(asked=200, first=150, third=190, nothing=3)
    assert row(MEASURE, "in capitals", tally) == (
        *("this project", "5,000", "in capitals", "200"),
        *("75.0 %", "95.0 %", "1.5 %"),
    )


def test_costs_are_the_median_and_the_largest() -> None:
    assert costs(MEASURE) == (
        *("this project", "5,000", "196 KB, 272 KB", "42 KB, 96 KB"),
        *("50 ms", "96 ms", "33.0 s", "1852 MB", "25.4 MB"),
    )


def test_an_index_that_comes_with_the_build_has_no_time_of_its_own() -> None:
    other = Measure("the theme's own", 1000, milliseconds=[1.0, 2.0], first_bytes=[1], later_bytes=[0])
    assert costs(other)[6:8] == ("with the build", "–")


def test_the_note_on_the_cut_stands_only_where_it_was_measured() -> None:
    cut = Measure(
        "cut by year", 5000, MEASURE.tallies, [1.0, 2.0], [1], [1], again=Run(9.6, (), Usage(8.0, 700.0))
    )
    assert "after a change to one page, indexing takes 9.6 s and 700 MB" in markdown([MEASURE, cut])
    assert "after a change" not in markdown([MEASURE])
