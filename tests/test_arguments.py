"""Arguments are read in Vietnamese, and what is wrong with them is raised, never an exit."""

import pytest

from scripts.arguments import Parser, UsageError

FORMATS = ("text", "json")


def parser() -> Parser:
    made = Parser("thu", "[TỆP] [--format KIỂU] [--sua]", "Thử")
    made.taken.add_argument("file", nargs="?")
    made.taken.add_argument("--format", default="text")
    made.taken.add_argument("--sua", action="store_true")
    return made


def test_arguments_are_read_in_any_order() -> None:
    options = parser().read(["--sua", "a.md", "--format", "json"], FORMATS)

    assert (options.file, options.format, options.sua) == ("a.md", "json", True)


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["--khac"], "Không có tham số --khac. Xem: python3 -m scripts thu --help"),
        (["--format", "xml"], "Không có kiểu “xml”. Các kiểu: text, json"),
        (["--format"], "Tham số --format cần một giá trị. Xem: python3 -m scripts thu --help"),
        (["--sua=1"], "Tham số --sua không nhận giá trị. Xem: python3 -m scripts thu --help"),
        (["--form", "json"], "Không có tham số --form"),
    ],
)
def test_what_is_wrong_is_raised_in_words_for_staff(argv: list[str], said: str) -> None:
    with pytest.raises(UsageError) as raised:
        parser().read(argv, FORMATS)

    assert str(raised.value).startswith(said)


def test_help_is_vietnamese_and_names_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parser().read(["--help"], FORMATS)

    told = capsys.readouterr().out
    assert told.startswith("Cách dùng: python3 -m scripts thu [TỆP]")
    assert "hiện các tham số rồi thôi" in told
