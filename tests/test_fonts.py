"""The site's own letters: what they cover, how they are named, and that a browser sets text in them."""

import io
import re
import unicodedata
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from playwright.sync_api import Page

from macros.vietnamese import LETTERS
from scripts.fonts import FACES, REQUIRED, Face, Fonts, cut_out, fonts
from scripts.staging import FONT_STORE
from tests.serving import served

RUNNING = ("assets/fonts/be-vietnam-pro-400.", "assets/fonts/van-ban-400.")
ALL = "".join(sorted(LETTERS))


@pytest.fixture(scope="module")
def made() -> Fonts:
    """The faces as a build takes them: from where they lie since they were cut."""
    return fonts(FONT_STORE)


def faces(made: Fonts) -> dict[str, TTFont]:
    return {path: TTFont(io.BytesIO(data)) for path, data in made.files.items() if path.endswith(".woff2")}


def test_every_face_has_all_146_letters_of_vietnamese_and_the_marks_of_its_texts(made: Fonts) -> None:
    found = faces(made)

    assert len(found) == len(FACES)
    assert len(LETTERS) == 146
    for path, font in found.items():
        assert {letter for letter in REQUIRED if ord(letter) not in font.getBestCmap()} == set(), path
        assert "fpgm" not in font, path
        # Pairs are kerned where people read on; bold and italic are lighter without.
        pairs = {feature.FeatureTag for feature in font["GPOS"].table.FeatureList.FeatureRecord}
        assert pairs == ({"kern"} if path.startswith(RUNNING) else set()), path


def test_a_face_that_lacks_a_letter_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scripts.fonts.REQUIRED", frozenset("a字"))
    with pytest.raises(ValueError, match=r"BeVietnamPro-Regular\.ttf has no 字"):
        cut_out(FACES[0])


def test_files_are_named_by_what_is_in_them_and_the_style_sheet_names_each(made: Fonts) -> None:
    for path, data in made.files.items():
        assert re.fullmatch(rf"assets/fonts/[a-z0-9-]+\.{sha256(data).hexdigest()[:8]}\.(woff2|css)", path)
    style = made.files[made.style].decode()
    named = set(re.findall(r"url\((.*?)\)", style))
    assert {f"assets/fonts/{name}" for name in named} | {made.style} == set(made.files)
    assert {made.interface, made.document} < set(made.files)
    assert style.count("font-display: swap") == len(FACES)


def test_a_face_is_cut_once_and_again_only_when_its_making_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cut: list[Face] = []

    def cutting(face: Face) -> bytes:
        cut.append(face)
        return b"cut"

    monkeypatch.setattr("scripts.fonts.cut_out", cutting)
    fonts(tmp_path)
    fonts(tmp_path)
    assert cut == list(FACES)

    monkeypatch.setattr("scripts.fonts.LAYOUT", [])
    fonts(tmp_path)
    assert cut == [*FACES, *FACES]


def test_the_same_packages_give_the_same_bytes() -> None:
    assert cut_out(FACES[0]) == cut_out(FACES[0])


def test_a_derived_font_bears_no_reserved_name_and_keeps_its_copyright_and_licence(made: Fonts) -> None:
    for path, font in faces(made).items():
        names = {entry.nameID: entry.toUnicode() for entry in font["name"].names}
        assert "Source" not in names[1], path
        assert "Copyright" in names[0] or "©" in names[0], path
        assert "OFL" in names[14] or "openfontlicense" in names[14], path


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.name)
def test_a_browser_sets_every_letter_in_the_face_composed_or_not(
    face: Face, made: Fonts, tmp_path: Path, onlooker: Callable[..., Page]
) -> None:
    """Beside a fallback in which every letter has another width, text shows whether the face was used."""
    for path, data in made.files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    css = f"font: {face.style} {face.weight} 40px '{face.family}', monospace"
    (tmp_path / "404.html").write_text("", encoding="utf-8")
    (tmp_path / "index.html").write_text(
        f'<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="{made.style}">'
        f'<style>span {{ {css} }} b {{ font: 40px monospace }}</style><span id="chu"></span><b id="khac">',
        encoding="utf-8",
    )
    widths = """async ([css, texts]) => {
      await document.fonts.load(css.slice(6), texts[0]);
      return texts.map(text => ["chu", "khac"].map(id => {
        const element = document.getElementById(id);
        element.textContent = text;
        return element.getBoundingClientRect().width;
      }));
    }"""
    page = onlooker()
    with served(tmp_path) as address:
        page.goto(address)
        composed = page.evaluate(widths, [css, [*ALL, ALL]])
        apart = page.evaluate(widths, [css, [unicodedata.normalize("NFD", text) for text in [*ALL, ALL]]])

    # i and its forms may happen to be as wide as the monospaced fallback's; a whole alphabet is not.
    assert composed[-1][0] != composed[-1][1]
    assert [width for width, _ in apart] == pytest.approx([width for width, _ in composed], abs=0.1)
