"""Annotated sentences: the project's own form and JSON lines."""

from pathlib import Path

import pytest

from scripts.bench.citation_sets import Passage, SetError, Wanted, read_lines, read_sentences

SENTENCES = """\
# Nhận xét của người soạn.

Theo ⟦khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ⟧ và⏎⟦Luật Giá năm 2023⟧;
= Nghị định | 30/2020/NĐ-CP | 2020-03-05 | của Chính phủ | tại khoản 2 Điều 5
= Luật | năm 2023 | tên Giá

tại ⟦Điều 3⟧, ⟦Thông báo số 9- TB/TW⟧;
= - | tại Điều 3 | này
= Thông báo | 9-TB/TW | lỗi space-in-number

Không viện dẫn gì.
"""


def test_sentences_are_read_with_all_that_each_citation_says(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SENTENCES, encoding="utf-8")

    first, second, third = read_sentences(tmp_path)

    assert first.text == (
        "Theo khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ và\nLuật Giá năm 2023;"
    )
    decree, law = first.wanted
    assert first.text[law.start : law.end] == "Luật Giá năm 2023"
    assert decree == Wanted(5, 75, "Nghị định", "30/2020/NĐ-CP", "2020-03-05", "Chính phủ", "khoản 2 Điều 5")
    assert (law.title, law.year, law.number) == ("Giá", "2023", None)
    assert [(one.type, one.relative, one.faulty) for one in second.wanted] == [
        (None, True, False),
        ("Thông báo", False, True),
    ]
    assert third.wanted == ()


def test_lines_of_json_are_read_with_what_is_to_be_ignored(tmp_path: Path) -> None:
    file = tmp_path / "set.jsonl"
    file.write_text(
        '{"id": 7, "text": "Luật Giá", "citations": [{"start": 0, "end": 8, "type": "Luật", "title": "Giá",'
        ' "year": 2023}], "ignore": [[0, 4], {"start": 5, "end": 8}]}\n\n',
        encoding="utf-8",
    )
    wanted = Wanted(0, 8, "Luật", title="Giá", year="2023")
    assert read_lines(file) == [Passage("7", "Luật Giá", (wanted,), ((0, 4), (5, 8)))]


@pytest.mark.parametrize("text", ["{", '{"id": 1}', "[]", '{"id": 1, "text": "a", "citations": [{}]}'])
def test_what_is_no_set_is_told_with_its_file(tmp_path: Path, text: str) -> None:
    file = tmp_path / "set.jsonl"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(SetError, match=r"set\.jsonl không phải bộ câu"):
        read_lines(file)


def test_a_set_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(SetError, match="Không đọc được"):
        read_lines(tmp_path / "none.jsonl")
