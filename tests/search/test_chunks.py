"""Tokens cut into files, of which a browser must find those that a query needs."""

from hypothesis import given
from hypothesis import strategies as st

from scripts.search.chunks import cut, names

WORDS = st.text("abz", min_size=1, max_size=4)
TOKENS = st.dictionaries(st.builds("{}z{}zt".format, WORDS, WORDS), st.integers(1, 60), max_size=60)


def fetched(asked: str, files: list[list[str]]) -> set[str]:
    """Give the tokens of the files that Pagefind 1.5 fetches for the beginning of a token."""
    named = list(zip(names(files), files, strict=True))
    strict = [file for (first, last), file in named if first <= asked <= last]
    loose = [
        file
        for (first, last), file in named
        if asked[: len(first)] >= first[: len(asked)] and asked[: len(last)] <= last[: len(asked)]
    ]
    return {token for file in strict or loose for token in file}


def test_words_that_fit_into_a_file_share_it() -> None:
    counts = {"anzlactz": 1, "anztoanz": 1, "banzbezz": 40}
    assert cut(counts) == [["anzlactz", "anztoanz"], ["banzbezz"]]


def test_a_word_too_large_for_a_file_begins_one_and_is_cut_between_pairs() -> None:
    counts = {"anz": 1, "vienzamztz": 9, "vienzthongztz": 30, "vienzthongzxz": 30, "zoz": 1}
    assert cut(counts) == [["anz"], ["vienzamztz"], ["vienzthongztz"], ["vienzthongzxz"], ["zoz"]]


def test_a_file_is_named_by_its_first_token_and_by_what_comes_before_the_next() -> None:
    files = [["anzlac", "banzbe"], ["bazthang"], ["bazthangz"]]
    assert names(files) == [("anzlac", "ban~"), ("bazthang", "bazthang"), ("bazthangz", "b~")]


def test_nothing_is_cut_into_no_file() -> None:
    assert names(cut({})) == []


@given(TOKENS)
def test_every_token_is_in_one_file_and_the_files_are_in_order(counts: dict[str, int]) -> None:
    assert [token for file in cut(counts) for token in file] == sorted(counts)


@given(TOKENS)
def test_a_browser_gets_every_token_that_begins_as_it_asks(counts: dict[str, int]) -> None:
    files = cut(counts)
    for token in counts:
        parts = token.split("z")
        for length in range(1, len(parts)):
            asked = "z".join(parts[:length]) + "z"
            wanted = {other for other in counts if other.startswith(asked)}
            assert wanted <= fetched(asked, files), asked
