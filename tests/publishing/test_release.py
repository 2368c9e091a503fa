"""A release's name tells when it was published and of which commit, and it is found by either."""

from datetime import UTC, datetime

import pytest

from scripts.publishing.release import (
    PublishingError,
    Release,
    is_release_name,
    release_name,
    wanted_release,
)

NOW = datetime(2026, 11, 22, 4, 30, tzinfo=UTC)
COMMIT = "0123456789abcdef0123456789abcdef01234567"
THIRD = Release("20261122T043000Z-cccccccccccc", "20261121T043000Z-aaaaaaaaaaaa", is_current=True)
SECOND = Release("20261122T033000Z-bbbbbbbbbbbb", "20261121T043000Z-aaaaaaaaaaaa")
FIRST = Release("20261121T043000Z-aaaaaaaaaaaa")
RELEASES = [THIRD, SECOND, FIRST]


def test_a_name_holds_the_moment_and_the_commit() -> None:
    assert release_name(COMMIT, [], NOW) == "20261122T043000Z-0123456789ab"
    assert release_name(None, [], NOW) == "20261122T043000Z-khong-commit"
    assert Release("20261122T043000Z-0123456789ab").moment == NOW
    assert Release("20261122T043000Z-khong-commit").commit == "khong-commit"


def test_a_new_name_sorts_after_all_others_even_when_the_clock_goes_back() -> None:
    later = "20270101T000000Z-0123456789ab"

    assert (
        release_name(COMMIT, [later, "20261122T043000Z-0123456789ab"], NOW) == "20270101T000001Z-0123456789ab"
    )


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("20261122T043000Z-0123456789ab", True),
        ("20261122T043000Z-khong-commit", True),
        ("20261122T043000Z-0123456789ab.truoc", False),
        (".moi", False),
        ("readme", False),
    ],
)
def test_only_our_own_names_are_names_of_releases(name: str, *, known: bool) -> None:
    assert is_release_name(name) is known


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("", FIRST),  # the third replaced the first: the second had been rolled back
        ("20261122T033000Z-bbbbbbbbbbbb", SECOND),
        ("bbbbbbb", SECOND),
        ("bbbbbbbbbbbb0123456789abcdef0123456789ab", SECOND),
        ("CCCCCCCC", THIRD),
    ],
)
def test_a_release_is_found_by_name_by_commit_or_as_the_one_before(wanted: str, found: Release) -> None:
    assert wanted_release(RELEASES, wanted) == found


@pytest.mark.parametrize("wanted", ["bbbbbb", "20261122", "dddddddddddd", "main", "khong-commit"])
def test_what_names_no_release_is_refused_with_those_there_are(wanted: str) -> None:
    with pytest.raises(PublishingError, match="20261122T033000Z-bbbbbbbbbbbb, 20261121T043000Z-aaaaaaaaaaaa"):
        wanted_release(RELEASES, wanted)


@pytest.mark.parametrize(
    "releases", [[], [FIRST], [Release("20261122T043000Z-cccccccccccc", "gone", is_current=True)]]
)
def test_there_is_not_always_a_release_before(releases: list[Release]) -> None:
    with pytest.raises(PublishingError):
        wanted_release(releases, "")
