import re

from macros.citing.vocabulary import any_of, in_all_cases, key, read_types, read_words, write_titles


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
    cases = {"Tờ trình", "tờ trình", "tờ Trình", "TỜ TRÌNH", "Tờ Trình"}
    assert in_all_cases(["Tờ trình", "QĐ"]) == {*cases, "QĐ"}
    assert {"Thông tư Liên tịch", "thông tư liên bộ"} <= in_all_cases(
        ["Thông tư liên tịch", "Thông tư liên bộ"]
    )


def test_a_hyphen_inside_a_name_needs_no_spaces() -> None:
    name = re.compile(any_of(["Lao động - Thương binh"]))
    assert all(name.fullmatch(f"Lao động{dash}Thương binh") for dash in (" - ", "-", "- ", " – "))


def test_a_title_is_also_joined_spelt_and_shortened_in_other_ways() -> None:
    titles = [
        "Phòng cháy và chữa cháy",
        "Thuế xuất khẩu, thuế nhập khẩu",
        "Quản lý thuế",
        "Giá (sửa đổi)",
        "Liệt sĩ, hộ lý",
    ]
    title = re.compile(
        write_titles(titles, ["xuất khẩu = XK", "nhập khẩu = NK", "phòng cháy và chữa cháy = PCCC"])
    )
    written = (
        "phòng cháy và chữa cháy|phòng cháy, chữa cháy|phòng cháy chữa cháy|phòng cháy - chữa cháy|pccc"
        "|thuế xk, thuế nk|thuế xuất khẩu và thuế nk|quản lí thuế|giá ( sửa đổi )|liệt sỹ, hộ lí"
    )
    assert [each for each in written.split("|") if not title.fullmatch(each)] == []
    assert not title.match("phòng cháy; cứu nạn")
    assert not title.match("thuế xkx, thuế nhập khẩu")
