"""Each rule finds what its faulty fixtures say, and no rule finds anything on the clean ones."""

from datetime import date
from pathlib import Path

import pytest

from macros.library import load
from scripts.check import check
from scripts.rules import RULES, Severity
from tests.rules.fixture import FOLDER, Fixture, read_fixture

TODAY = date(2026, 11, 22)
FIXTURES = [read_fixture(file) for file in sorted(FOLDER.glob("[A-Z]*/*.md"))]


def found(fixture: Fixture, folder: Path) -> list[tuple[str, int, int, str]]:
    fixture.write(folder)
    findings = check(load(folder), TODAY)
    return [(f.path, f.line, f.column, f.code) for f in findings if f.severity is not Severity.ACCEPTED]


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.name)
def test_the_check_finds_exactly_what_a_fixture_expects(fixture: Fixture, tmp_path: Path) -> None:
    assert found(fixture, tmp_path) == sorted(fixture.expected)


@pytest.mark.parametrize("code", RULES)
def test_each_rule_has_a_faulty_fixture_that_expects_it_and_a_clean_one(code: str) -> None:
    faulty = [f for f in FIXTURES if f.name.startswith(f"{code}/faulty")]
    assert faulty
    assert all(code in {expected[3] for expected in fixture.expected} for fixture in faulty)
    clean = [f for f in FIXTURES if f.name.startswith(f"{code}/clean")]
    assert clean
    assert not any(fixture.expected for fixture in clean)


def test_each_folder_of_fixtures_is_of_a_rule() -> None:
    assert {fixture.name.partition("/")[0] for fixture in FIXTURES} == set(RULES)
