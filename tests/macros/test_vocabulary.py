import re

from macros.citing.vocabulary import any_of, in_all_cases, key, read_types, read_words


def test_the_longest_word_is_found_in_both_schools_of_tone_marks() -> None:
    pattern = re.compile(any_of(["Ủy ban", "Ủy ban nhân dân", "Tòa"]))
    assert [m[0] for m in pattern.finditer("Ủy ban, Uỷ  ban\nnhân dân, Toà, Tòa")] == [
        "Ủy ban",
        "Uỷ  ban\nnhân dân",
        "Toà",
        "Tòa",
    ]


def test_words_are_read_by_sections_without_comments() -> None:
    assert "Ủy ban nhân dân" in read_words("bodies.txt")["names"]
    assert not [word for words in read_words("bodies.txt").values() for word in words if word.startswith("#")]


def test_every_type_is_found_by_the_key_of_each_of_its_forms() -> None:
    keys = [key(form) for work_type in read_types() for form in set(work_type.forms)]
    assert key("THÔNG  TƯ\nliên tịch") in keys
    assert in_all_cases(["Tờ trình", "QĐ"]) == {"Tờ trình", "tờ trình", "TỜ TRÌNH", "Tờ Trình", "QĐ"}
