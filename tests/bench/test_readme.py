"""A table goes between its marks in the README and replaces the one before."""

from pathlib import Path

import pytest

from scripts.bench import readme


def test_the_table_replaces_what_stood_between_its_marks(tmp_path: Path) -> None:
    file = tmp_path / "README.md"
    file.write_text("Trước\n<!-- bench:a -->\ncũ\n<!-- /bench:a -->\n<!-- bench:b --><!-- /bench:b -->\n")
    readme.write(file, "bench:a", "| mới \\1 |")
    readme.write(file, "bench:b", "b")
    assert file.read_text(encoding="utf-8") == (
        "Trước\n<!-- bench:a -->\n| mới \\1 |\n<!-- /bench:a -->\n<!-- bench:b -->\nb\n<!-- /bench:b -->\n"
    )


@pytest.mark.parametrize("text", ["", "<!-- bench:a -->", "<!-- /bench:a --> <!-- bench:a -->"])
def test_a_readme_without_both_marks_has_no_place(tmp_path: Path, text: str) -> None:
    (tmp_path / "README.md").write_text(text, encoding="utf-8")
    assert not readme.has_place(tmp_path / "README.md", "bench:a")
    assert not readme.has_place(tmp_path / "none.md", "bench:a")
