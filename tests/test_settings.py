"""The project's configuration and the site's public address."""

import pytest
import yaml

from scripts.settings import AddressError, is_reserved, public_address, settings, written


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ("https://vanban.tinh.example", "https://vanban.tinh.example/"),
        ("https://vanban.tinh.example/", "https://vanban.tinh.example/"),
        ("https://tinh.example/van-ban", "https://tinh.example/van-ban/"),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000/"),
    ],
)
def test_an_address_is_brought_into_one_form(given: str, address: str) -> None:
    assert public_address(given) == address
    assert public_address(address) == address


@pytest.mark.parametrize(
    "given",
    [
        "",
        "vanban.tinh.example",
        "ftp://tinh.example/",
        "https://",
        "https://tinh.example/?a=b",
        "https://tinh.example/#a",
        "https://tinh.example/a/../b",
        "https://tinh.example/..",
        "https://tinh.example//hai",
        "https://ai@tinh.example/",
        'https://tinh.example/"onload="',
        "https://tinh.example/\n",
    ],
)
def test_what_is_no_address_of_a_site_is_refused_by_its_name(given: str) -> None:
    with pytest.raises(AddressError, match="không phải địa chỉ"):
        public_address(given)


def test_the_address_given_goes_before_the_projects_own() -> None:
    assert settings("https://tinh.example/kho")["site_url"] == "https://tinh.example/kho/"
    assert settings()["site_url"] == public_address(settings()["site_url"])


def test_an_engine_reads_what_is_written_as_the_project_wrote_it() -> None:
    text = written(settings())

    assert "slugify: !!python/name:macros.vietnamese.slug" in text
    assert yaml.compose(text) is not None


@pytest.mark.parametrize(
    ("address", "reserved"),
    [
        ("https://quyet-dinh.example/", True),
        ("https://example/", False),
        ("https://example.tinh.gov/", False),
        ("https://tinh.gov/quyet-dinh.example/", False),
    ],
)
def test_an_example_address_is_known(address: str, reserved: bool) -> None:  # noqa: FBT001 - a table's column
    assert is_reserved(address) is reserved
