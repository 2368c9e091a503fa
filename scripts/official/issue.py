"""Keep one issue on GitHub or GitLab about addresses that are gone: open it, change it, close it."""

from __future__ import annotations

import json
import re
import urllib.error
import urllib.request
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Protocol
from urllib.parse import quote

from scripts.official.report import Answer, State, as_markdown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

TITLE: Final = "Địa chỉ bản chính thức không còn mở được"
MARK: Final = "<!-- phiếu của python3 -m scripts official -->"
"""By this the issue is known again, whatever people write around it in other issues."""
CLOSING: Final = "Mọi địa chỉ bản chính thức lại mở được, nên phiếu này được đóng."
PATIENCE: Final = 30


class ForgeError(Exception):
    """The issue could not be read or written; the message is for staff."""


@dataclass(frozen=True)
class Issue:
    """An open issue of ours."""

    number: int
    body: str


class Forge(Protocol):
    """What is asked of a forge."""

    def open_issue(self) -> Issue | None:
        """Find our issue among the open ones."""

    def create(self, body: str) -> None:
        """Open our issue."""

    def update(self, number: int, body: str) -> None:
        """Put a new text in its place."""

    def close(self, number: int) -> None:
        """Say why, and close it."""


def bring_up_to_date(to: Forge, answers: Iterable[Answer]) -> str:
    """Open, change or close the one issue so that it says what the answers say; tell what was done."""
    listed = list(answers)
    body = f"{MARK}\n{as_markdown(listed)}"
    issue = to.open_issue()
    if not any(answer.state is State.DEAD for answer in listed):
        if issue is None:
            return "Mọi địa chỉ đều mở được; không có phiếu nào."
        to.close(issue.number)
        return f"Đã đóng phiếu số {issue.number}."
    if issue is None:
        to.create(body)
        return "Đã mở một phiếu."
    if issue.body.strip().replace("\r\n", "\n") == body.strip():
        return f"Phiếu số {issue.number} đã ghi đúng như vậy."
    to.update(issue.number, body)
    return f"Đã sửa phiếu số {issue.number}."


def forge(environ: Mapping[str, str]) -> Forge:
    """Know the forge by the variables that its runner sets. Raises ForgeError without one."""
    if environ.get("GITHUB_ACTIONS") and environ.get("GITHUB_TOKEN"):
        base = (
            f"{environ.get('GITHUB_API_URL', '')}/repos/{_repository(environ.get('GITHUB_REPOSITORY', ''))}"
        )
        return GitHub(Api(_secure(base), {"Authorization": f"Bearer {environ['GITHUB_TOKEN']}"}))
    if environ.get("GITLAB_CI") and environ.get("ISSUE_TOKEN"):
        base = (
            f"{environ.get('CI_API_V4_URL', '')}/projects/{quote(environ.get('CI_PROJECT_ID', ''), safe='')}"
        )
        return GitLab(Api(_secure(base), {"PRIVATE-TOKEN": environ["ISSUE_TOKEN"]}))
    raise ForgeError(
        "Không ở trong GitHub Actions (GITHUB_TOKEN) hay GitLab CI (ISSUE_TOKEN), nên không giữ được phiếu."
    )


def _repository(name: str) -> str:
    if not re.fullmatch(r"[\w.-]+/[\w.-]+", name):
        raise ForgeError(f"GITHUB_REPOSITORY không phải tên một kho: “{name[:80]}”")
    return name


def _secure(base: str) -> str:
    """Refuse to send a token in the clear, but to this machine itself."""
    if not re.match(r"https://|http://127\.0\.0\.1:", base):
        raise ForgeError("Địa chỉ của máy chủ mã nguồn phải bắt đầu bằng https://")
    return base


@dataclass(frozen=True)
class Api:
    """A forge's interface below an address, with the headers that open it."""

    base: str
    headers: dict[str, str]

    def call(self, method: str, path: str, data: dict[str, Any] | None = None) -> Any:
        """Send a request and give the answer's JSON. Raises ForgeError."""
        request = urllib.request.Request(  # noqa: S310 - https only, see `_secure`
            f"{self.base}{path}",
            data=None if data is None else json.dumps(data).encode(),
            headers={"Content-Type": "application/json", "User-Agent": "official", **self.headers},
            method=method,
        )
        opener = urllib.request.build_opener(_Straight)
        try:
            with opener.open(request, timeout=PATIENCE) as answer:
                return json.loads(answer.read() or b"null")
        except urllib.error.HTTPError as error:
            raise ForgeError(f"Máy chủ mã nguồn trả lời {error.code} cho {method} {path}") from error
        except (OSError, ValueError) as error:
            raise ForgeError(f"Không hỏi được máy chủ mã nguồn: {error}") from error


class _Straight(urllib.request.HTTPRedirectHandler):
    """Follow no redirect: the token is for the forge alone."""

    def redirect_request(self, *_args: object) -> None:
        """Refuse; the answer is then an error."""


@dataclass(frozen=True)
class GitHub:
    """The issues of a repository on GitHub."""

    api: Api

    def open_issue(self) -> Issue | None:
        """Find our issue among those that the workflow's own account opened."""
        query = f"/issues?state=open&per_page=100&creator={quote('github-actions[bot]')}"
        rows = self.api.call("GET", query)
        return next((Issue(row["number"], row["body"]) for row in rows if _is_ours(row.get("body"))), None)

    def create(self, body: str) -> None:
        """Open our issue."""
        self.api.call("POST", "/issues", {"title": TITLE, "body": body})

    def update(self, number: int, body: str) -> None:
        """Put a new text in its place."""
        self.api.call("PATCH", f"/issues/{number}", {"body": body})

    def close(self, number: int) -> None:
        """Say why, and close it."""
        self.api.call("POST", f"/issues/{number}/comments", {"body": CLOSING})
        self.api.call("PATCH", f"/issues/{number}", {"state": "closed", "state_reason": "completed"})


@dataclass(frozen=True)
class GitLab:
    """The issues of a project on GitLab."""

    api: Api

    def open_issue(self) -> Issue | None:
        """Find our issue among those that the token's own account opened."""
        rows = self.api.call("GET", "/issues?state=opened&scope=created_by_me&per_page=100")
        found = ((row["iid"], row["description"]) for row in rows if _is_ours(row.get("description")))
        return next((Issue(number, body) for number, body in found), None)

    def create(self, body: str) -> None:
        """Open our issue."""
        self.api.call("POST", "/issues", {"title": TITLE, "description": body})

    def update(self, number: int, body: str) -> None:
        """Put a new text in its place."""
        self.api.call("PUT", f"/issues/{number}", {"description": body})

    def close(self, number: int) -> None:
        """Say why, and close it."""
        self.api.call("POST", f"/issues/{number}/notes", {"body": CLOSING})
        self.api.call("PUT", f"/issues/{number}", {"state_event": "close"})


def _is_ours(body: object) -> bool:
    return isinstance(body, str) and body.startswith(MARK)
