import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from macros.citing.cleaning import clean


def test_ascii_and_composed_text_stay_as_they_are() -> None:
    text = "Căn cứ Nghị định"
    assert clean(text).text is text
    assert clean("plain").text == "plain"


def test_look_alikes_become_latin_letters_one_for_one() -> None:
    assert clean("NĐ-СР, Ðiều 3, 12‑NQ").text == "NĐ-CP, Điều 3, 12-NQ"


def test_places_lead_back_to_the_text_as_given() -> None:
    given_text = unicodedata.normalize("NFD", "Điều ấy\u200b của Luật")
    cleaned = clean(given_text)
    place = cleaned.text.index("Luật")
    assert cleaned.text == "Điều ấy của Luật"
    assert unicodedata.normalize("NFC", given_text[cleaned.origins(place, place)[0] :]) == "Luật"


def test_decomposed_text_is_read_fast_and_slowly_alike() -> None:
    text = unicodedata.normalize("NFD", "Điều ấy của Luật Đất đai")
    fast, slow = clean(text), clean(f"{text}\u200b")
    assert fast.text == slow.text == "Điều ấy của Luật Đất đai"
    for place in range(len(fast.text)):
        assert fast.origins(place, place)[0] == slow.origins(place, place)[0]


@given(st.text(alphabet="aêếđ \u0301\u0323\u0302\u200bС", max_size=60))
def test_every_place_has_its_origin_in_order(text: str) -> None:
    cleaned = clean(text)
    origins = [cleaned.origins(place, place)[0] for place in range(len(cleaned.text) + 1)]
    assert origins == sorted(origins)
    assert origins[-1] == len(text)
