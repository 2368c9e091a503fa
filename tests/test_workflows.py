"""The workflows run only the project's own commands, and no proposed change reaches what it must not."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts.environment import ROOT
from scripts.publish import main

GITHUB = {path.name: path for path in sorted((ROOT / ".github/workflows").glob("*.yml"))}
COMMAND = re.compile(
    r"""\.ci/run|python3 -m scripts (?:check|build|publish|official)"""
    r"""(?: (?:--[a-z-]+(?:="\$[A-Z_]+")?|[a-z]+(?:\.json)?|"\$[A-Z_]+/?"|\$[A-Z_]+))*"""
)
PINNED = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")


def workflow(name: str) -> dict[Any, Any]:
    loaded: dict[Any, Any] = yaml.safe_load(GITHUB[name].read_text(encoding="utf-8"))
    return loaded


def triggers(name: str) -> dict[str, Any]:
    found: dict[str, Any] = workflow(name)[True]  # YAML takes `on` for a truth value
    return found


def steps(name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for job, facts in workflow(name)["jobs"].items():
        for step in facts["steps"]:
            yield job, step


def gitlab() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    return loaded


def commands() -> Iterator[tuple[str, str]]:
    for name in GITHUB:
        yield from ((name, step["run"]) for _, step in steps(name) if "run" in step)
    for job, facts in gitlab().items():
        if isinstance(facts, dict):
            yield from ((f".gitlab-ci.yml: {job}", line) for line in facts.get("script", ()))


@pytest.mark.parametrize(("where", "command"), list(commands()))
def test_every_line_that_runs_is_a_command_of_the_project_and_holds_no_expression(
    where: str, command: str
) -> None:
    assert COMMAND.fullmatch(command), f"{where}: {command}"


def test_each_forge_checks_tests_builds_and_publishes() -> None:
    for lines in (
        [command for where, command in commands() if where.startswith(".gitlab")],
        [command for where, command in commands() if not where.startswith(".gitlab")],
    ):
        for wanted in (".ci/run", "scripts check", "scripts build", "scripts publish"):
            assert any(wanted in line for line in lines), wanted


def test_the_options_of_publishing_that_they_give_are_ones_that_there_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    known = set(re.findall(r"--[a-z-]+", capsys.readouterr().out))
    used = {
        option
        for text in [*(path.read_text(encoding="utf-8") for path in GITHUB.values()), str(gitlab())]
        for line in text.splitlines()
        if "scripts publish" in line or "bo-dia-chi" in line
        for option in re.findall(r"(?<![\w-])--[a-z-]+", line)
    }
    assert used - {"--format", "--address", "--report", "--issue"} <= known
    assert main(["--to", str(tmp_path / "web"), "--rollback="]) == 2  # an empty name is the one before


@pytest.mark.parametrize("name", GITHUB)
def test_every_action_is_pinned_by_its_whole_commit_and_names_the_version(name: str) -> None:
    used = re.findall(r"uses: (.+)", GITHUB[name].read_text(encoding="utf-8"))

    assert used
    assert [action for action in used if not PINNED.fullmatch(action)] == []


def test_the_same_action_has_the_same_commit_everywhere() -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in GITHUB.values())
    pins = {(name, commit) for name, commit in re.findall(r"uses: (\S+)@(\S+)", text)}

    assert len({name for name, _ in pins}) == len(pins)


def test_a_proposed_change_runs_without_a_secret_and_without_a_right_to_write() -> None:
    text = GITHUB["check.yml"].read_text(encoding="utf-8")

    assert set(triggers("check.yml")) == {"pull_request"}
    assert workflow("check.yml")["permissions"] == {"contents": "read"}
    assert not any("permissions" in job for job in workflow("check.yml")["jobs"].values())
    assert "secrets." not in text
    assert "id-token" not in text
    for _, step in steps("check.yml"):
        if "checkout" in step.get("uses", ""):
            assert step["with"]["persist-credentials"] is False


def test_no_workflow_runs_a_strangers_code_with_rights() -> None:
    for name in GITHUB:
        assert not {"pull_request_target", "workflow_run", "issue_comment"} & set(triggers(name)), name
        if name != "check.yml":
            assert workflow(name)["permissions"] == {}, name
            assert "pull_request" not in triggers(name), name


RIGHTS = {
    ("publish.yml", "tests"): {"contents": "read"},
    ("publish.yml", "release"): {"contents": "write"},
    ("publish.yml", "deploy"): {"pages": "write", "id-token": "write"},
    ("rollback.yml", "release"): {"contents": "write"},
    ("rollback.yml", "deploy"): {"pages": "write", "id-token": "write"},
    ("official.yml", "ask"): {"contents": "read"},
    ("official.yml", "tell"): {"contents": "read", "issues": "write"},
}


def test_each_job_has_only_the_rights_that_it_needs() -> None:
    found = {
        (name, job): facts["permissions"]
        for name in GITHUB
        if name != "check.yml"
        for job, facts in workflow(name)["jobs"].items()
    }
    assert found == RIGHTS


def test_what_shows_the_site_to_readers_runs_no_code_of_ours_and_never_twice_at_once() -> None:
    for name in ("publish.yml", "rollback.yml"):
        assert [step["uses"].split("@")[0] for job, step in steps(name) if job == "deploy"] == [
            "actions/deploy-pages"
        ]
        assert workflow(name)["concurrency"] == {"group": "pages", "cancel-in-progress": False}
    assert gitlab()["pages"]["resource_group"] == "pages"


def test_what_people_type_reaches_a_command_only_through_the_environment() -> None:
    for name in GITHUB:
        for _, step in steps(name):
            assert "${{" not in step.get("run", ""), name
    assert [step["env"]["RELEASE"] for _, step in steps("rollback.yml") if "env" in step] == [
        "${{ inputs.release }}"
    ]


def test_official_addresses_are_asked_by_the_clock_and_never_for_a_change() -> None:
    assert set(triggers("official.yml")) == {"schedule", "workflow_dispatch"}
    assert len(triggers("official.yml")["schedule"]) == 1
    assert gitlab()["official"]["rules"] == [{"if": '$CI_PIPELINE_SOURCE == "schedule"'}]
    for job in ("test", "pages"):
        assert gitlab()[job]["rules"][0] == {"if": '$CI_PIPELINE_SOURCE == "schedule"', "when": "never"}
    for name, file in GITHUB.items():
        assert ("scripts official" in file.read_text(encoding="utf-8")) is (name == "official.yml"), name


def test_who_asks_strangers_servers_has_no_right_to_write_and_who_writes_asks_nobody() -> None:
    runs = {job: step["run"] for job, step in steps("official.yml") if "run" in step}

    assert runs == {
        "ask": "python3 -m scripts official --report official.json",
        "tell": "python3 -m scripts official --issue official.json",
    }
    for job, step in steps("official.yml"):
        assert step.get("env", {}) == (
            {"GITHUB_TOKEN": "${{ github.token }}"} if "--issue" in step.get("run", "") else {}
        )
        if "checkout" in step.get("uses", ""):
            assert step["with"]["persist-credentials"] is False, job
    assert workflow("official.yml")["concurrency"] == {"group": "official", "cancel-in-progress": False}
    assert gitlab()["official"]["resource_group"] == "official"


def test_every_job_has_an_end() -> None:
    for name in GITHUB:
        for job, facts in workflow(name)["jobs"].items():
            assert facts["timeout-minutes"] <= 45, f"{name}: {job}"


def test_the_forges_have_the_same_templates_and_owners() -> None:
    pull, merge = ROOT / ".github/PULL_REQUEST_TEMPLATE", ROOT / ".gitlab/merge_request_templates"

    assert {f.name: f.read_bytes() for f in pull.iterdir()} == {
        f.name: f.read_bytes() for f in merge.iterdir()
    }
    assert (ROOT / ".github/CODEOWNERS").read_bytes() == (ROOT / ".gitlab/CODEOWNERS").read_bytes()
    offered = (ROOT / ".github/pull_request_template.md").read_text(encoding="utf-8")
    assert set(re.findall(r"\?template=(\S+)", offered)) == {f.name for f in pull.iterdir()}


def test_nobody_is_made_an_owner_by_us() -> None:
    lines = (ROOT / ".github/CODEOWNERS").read_text(encoding="utf-8").splitlines()

    assert [line for line in lines if line and not line.startswith("#")] == []
    for path in re.findall(r"^# (/\S+)", "\n".join(lines), re.MULTILINE):
        assert list(ROOT.glob(path.strip("/").rstrip("*") + "*")) or path == "/docs/can-cu/", path
