import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.numbering import Level
from macros.provision_path import Path, read_paths, write_path


@pytest.mark.parametrize(
    ("printed", "provisions"),
    [
        ("Điều 5", ["Điều 5"]),
        ("điểm a khoản 2 Điều 5", ["điểm a khoản 2 Điều 5"]),
        ("điểm b), c) và d) khoản 2 Điều 5", [f"điểm {p} khoản 2 Điều 5" for p in "bcd"]),
        ("Khoản 2, Điều 5", ["khoản 2 Điều 5"]),
        ("Điều 5 khoản 2", ["khoản 2 Điều 5"]),
        ("điểm a, b và đ khoản 2 Điều 18", [f"điểm {p} khoản 2 Điều 18" for p in "abđ"]),
        ("khoản 1 và khoản 2 Điều 5", ["khoản 1 Điều 5", "khoản 2 Điều 5"]),
        ("điểm a khoản 1 và khoản 3 Điều 5", ["điểm a khoản 1 Điều 5", "khoản 3 Điều 5"]),
        (
            "khoản 1, khoản 2 Điều 5, Điều 6 và Điều 7",
            ["khoản 1 Điều 5", "khoản 2 Điều 5", "Điều 6", "Điều 7"],
        ),
        ("Điều 5 đến Điều 8", ["Điều 5", "Điều 6", "Điều 7", "Điều 8"]),
        ("khoản 1 - 3 Điều 4", ["khoản 1 Điều 4", "khoản 2 Điều 4", "khoản 3 Điều 4"]),
        ("các điểm c đến e khoản 1 Điều 4", [f"điểm {p} khoản 1 Điều 4" for p in "cdđe"]),
        ("điều 4, 9 và 51", ["Điều 4", "Điều 9", "Điều 51"]),
        ("khoản 2 Điều này", ["khoản 2 Điều này"]),
        ("tiết a điểm 2 khoản 1 Điều 3", ["tiết a điểm 2 khoản 1 Điều 3"]),
        ("Mục 4 Chương V", ["Mục 4 Chương V"]),
        ("Điều 1 đến Điều 1000", ["Điều 1", "Điều 1000"]),
        (
            "khoản 1 Điều 28; điểm a khoản 1 Điều 35; Điều 147",
            ["khoản 1 Điều 28", "điểm a khoản 1 Điều 35", "Điều 147"],
        ),
        ("khoản 2 Mục I Phụ lục III", ["khoản 2 Mục I Phụ lục III"]),
        ("chẳng có gì", []),
    ],
)
def test_a_printed_path_names_provisions(printed: str, provisions: list[str]) -> None:
    assert [write_path(path) for path in read_paths(printed)] == provisions


paths = st.builds(
    lambda article, clause, point: (
        (Level.ARTICLE, str(article)),
        *([(Level.CLAUSE, str(clause))] if clause else []),
        *([(Level.POINT, point)] if clause and point else []),
    ),
    st.integers(1, 999),
    st.one_of(st.none(), st.integers(1, 50)),
    st.one_of(st.none(), st.sampled_from("abcdđeghiklmnopqrstuvxy")),
)


@given(paths)
def test_reading_undoes_writing(path: Path) -> None:
    assert read_paths(write_path(path)) == (path,)


@given(st.text(alphabet="điểmkhoảnĐiều 0123456789,và abc-", max_size=200))
def test_any_text_is_read_without_failing(text: str) -> None:
    assert all(path for path in read_paths(text))
