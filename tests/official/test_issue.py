"""One issue is opened, changed and closed on each forge, by its interface as documented."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from scripts.official.issue import CLOSING, MARK, TITLE, ForgeError, bring_up_to_date, forge
from scripts.official.report import Answer, State

DEAD = Answer(State.DEAD, "https://example.vn/a", ("can-cu/a.md",), "404")
OTHER = Answer(State.DEAD, "https://example.vn/b", ("can-cu/a.md",), "404")
UNSURE = Answer(State.UNSURE, "https://example.vn/c", ("can-cu/a.md",), "Timeout")
ALIVE = Answer(State.ALIVE, "https://example.vn/d", ("can-cu/a.md",), "200 OK")

Requests = list[tuple[str, str, dict[str, Any]]]


class Forge:
    """A server with issues, as GitHub and GitLab show them."""

    def __init__(self) -> None:
        self.requests: Requests = []
        self.headers: list[dict[str, str]] = []
        self.issues: list[dict[str, Any]] = []
        self.answer = 200
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def handle_all(self) -> None:
                data = json.loads(self.rfile.read(int(self.headers.get("Content-Length", 0))) or b"{}")
                outer.requests.append((self.command, self.path, data))
                outer.headers.append(dict(self.headers))
                body = json.dumps(outer.issues if self.command == "GET" else {}).encode()
                self.send_response(outer.answer)
                if outer.answer == 302:
                    self.send_header("Location", "/noi-khac")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            do_GET = do_POST = do_PATCH = do_PUT = handle_all  # noqa: N815 - the parent's names

            def log_message(self, *_args: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.base = f"http://127.0.0.1:{self.server.server_port}"

    @property
    def written(self) -> Requests:
        return [request for request in self.requests if request[0] != "GET"]


@pytest.fixture
def server() -> Iterator[Forge]:
    found = Forge()
    thread = threading.Thread(target=found.server.serve_forever)
    thread.start()
    yield found
    found.server.shutdown()
    thread.join()
    found.server.server_close()


def github(server: Forge) -> dict[str, str]:
    return {
        "GITHUB_ACTIONS": "true",
        "GITHUB_TOKEN": "bi-mat",
        "GITHUB_API_URL": server.base,
        "GITHUB_REPOSITORY": "tinh/van-ban",
    }


def gitlab(server: Forge) -> dict[str, str]:
    return {
        "GITLAB_CI": "true",
        "ISSUE_TOKEN": "bi-mat",
        "CI_API_V4_URL": f"{server.base}/api/v4",
        "CI_PROJECT_ID": "7",
    }


def test_github_gets_one_issue_which_then_changes_and_is_closed(server: Forge) -> None:
    to = forge(github(server))
    server.issues = [{"number": 3, "body": None}, {"number": 4, "body": f"của người khác {MARK}"}]

    assert bring_up_to_date(to, [DEAD, ALIVE]) == "Đã mở một phiếu."
    ((method, path, sent),) = server.written
    assert (method, path, sent["title"]) == ("POST", "/repos/tinh/van-ban/issues", TITLE)
    assert sent["body"].startswith(MARK)
    assert "`https://example.vn/a`" in sent["body"]
    assert "example.vn/d" not in sent["body"]
    assert all(headers["Authorization"] == "Bearer bi-mat" for headers in server.headers)
    assert "creator=github-actions%5Bbot%5D" in server.requests[0][1]

    server.issues.append({"number": 5, "body": sent["body"].replace("\n", "\r\n")})
    server.requests.clear()
    assert bring_up_to_date(to, [DEAD]) == "Phiếu số 5 đã ghi đúng như vậy."
    assert server.written == []

    assert bring_up_to_date(to, [DEAD, OTHER]) == "Đã sửa phiếu số 5."
    ((method, path, sent),) = server.written
    assert (method, path, set(sent)) == ("PATCH", "/repos/tinh/van-ban/issues/5", {"body"})

    server.requests.clear()
    assert bring_up_to_date(to, [ALIVE, UNSURE]) == "Đã đóng phiếu số 5."
    assert server.written == [
        ("POST", "/repos/tinh/van-ban/issues/5/comments", {"body": CLOSING}),
        ("PATCH", "/repos/tinh/van-ban/issues/5", {"state": "closed", "state_reason": "completed"}),
    ]


def test_gitlab_gets_the_same(server: Forge) -> None:
    to = forge(gitlab(server))

    assert bring_up_to_date(to, [DEAD]) == "Đã mở một phiếu."
    ((method, path, sent),) = server.written
    assert (method, path, sent["title"]) == ("POST", "/api/v4/projects/7/issues", TITLE)
    assert all(headers["Private-Token"] == "bi-mat" for headers in server.headers)

    server.issues = [{"iid": 9, "description": sent["description"]}]
    server.requests.clear()
    assert bring_up_to_date(to, [DEAD, OTHER]) == "Đã sửa phiếu số 9."
    assert bring_up_to_date(to, []) == "Đã đóng phiếu số 9."
    assert [(method, path, sorted(sent)) for method, path, sent in server.written] == [
        ("PUT", "/api/v4/projects/7/issues/9", ["description"]),
        ("POST", "/api/v4/projects/7/issues/9/notes", ["body"]),
        ("PUT", "/api/v4/projects/7/issues/9", ["state_event"]),
    ]


@pytest.mark.parametrize("environ", [github, gitlab])
def test_where_all_is_well_and_no_issue_is_open_nothing_is_written(server: Forge, environ: Any) -> None:
    told = bring_up_to_date(forge(environ(server)), [ALIVE, UNSURE])

    assert told == "Mọi địa chỉ đều mở được; không có phiếu nào."
    assert server.written == []


@pytest.mark.parametrize("answer", [401, 404, 500, 302])
def test_a_refusal_is_told_and_a_redirect_never_followed_with_the_token(server: Forge, answer: int) -> None:
    server.answer = answer

    with pytest.raises(ForgeError, match=f"trả lời {answer}"):
        bring_up_to_date(forge(github(server)), [DEAD])
    assert [path for _, path, _ in server.requests if "noi-khac" in path] == []


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"GITHUB_TOKEN": ""}, "Không ở trong GitHub Actions"),
        ({"GITHUB_REPOSITORY": "tinh/van-ban/../khac"}, "không phải tên một kho"),
        ({"GITHUB_API_URL": "http://example.vn"}, "phải bắt đầu bằng https://"),
    ],
)
def test_a_token_goes_nowhere_else(server: Forge, changed: dict[str, str], said: str) -> None:
    with pytest.raises(ForgeError, match=said):
        forge({**github(server), **changed})


def test_a_server_that_is_not_there_is_told() -> None:
    environ = {
        "GITLAB_CI": "1",
        "ISSUE_TOKEN": "x",
        "CI_API_V4_URL": "http://127.0.0.1:1",
        "CI_PROJECT_ID": "7",
    }

    with pytest.raises(ForgeError, match="Không hỏi được máy chủ mã nguồn"):
        bring_up_to_date(forge(environ), [DEAD])
