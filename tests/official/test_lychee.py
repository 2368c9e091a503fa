"""Real lychee asks a server of ours, with the configuration of the weekly run."""

import threading
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from scripts.official import lychee
from scripts.official.addresses import Official
from scripts.official.lychee import CONFIGURATION, MOST_SILENT, AskingError, ask
from scripts.official.report import Answer, State

ANSWERS = {"/ok": 200, "/gone": 404, "/removed": 410, "/forbidden": 403, "/ill": 500}


class Host:
    """A server on a free port that answers as it is told and counts who asks for what."""

    def __init__(self) -> None:
        self.asked: Counter[str] = Counter()
        self.waiting = threading.Event()
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                outer.asked[self.path] += 1
                if self.path == "/silent":
                    outer.waiting.wait()
                self.send_response(ANSWERS.get(self.path, 200))
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_args: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.base = f"http://127.0.0.1:{self.server.server_port}"


@pytest.fixture
def host() -> Iterator[Host]:
    found = Host()
    thread = threading.Thread(target=found.server.serve_forever)
    thread.start()
    yield found
    found.waiting.set()
    found.server.shutdown()
    thread.join()
    found.server.server_close()


@pytest.fixture
def quick(tmp_path: Path) -> Path:
    """The configuration of the weekly run, but for this machine's own addresses and without its patience."""
    text = CONFIGURATION.read_text(encoding="utf-8")
    for slow, fast in (
        ("exclude_all_private = true", "exclude_all_private = false"),
        ("timeout = 30", "timeout = 1"),
        ("retry_wait_time = 10", "retry_wait_time = 0"),
        ("max_retries = 3", "max_retries = 1"),
        ('host_request_interval = "1s"', 'host_request_interval = "1ms"'),
    ):
        assert slow in text
        text = text.replace(slow, fast)
    (tmp_path / "quick.toml").write_text(text, encoding="utf-8")
    return tmp_path / "quick.toml"


def states(answers: list[Answer], host: Host) -> dict[str, State]:
    return {answer.address.removeprefix(host.base): answer.state for answer in answers}


def test_each_address_is_judged_by_what_it_answers(host: Host, quick: Path, tmp_path: Path) -> None:
    paths = [*ANSWERS, "/silent", "/văn-bản?x=1&y=(2)|`'#a"]
    addresses = [Official(host.base + path, ("can-cu/a.md",)) for path in paths]

    answers = ask([*addresses, Official("http://127.0.0.1:1/", ("can-cu/b.md",))], tmp_path / "cache", quick)

    assert states(answers, host) == {
        "/ok": State.ALIVE,
        "/forbidden": State.ALIVE,
        "/văn-bản?x=1&y=(2)|`'#a": State.ALIVE,
        "/gone": State.DEAD,
        "/removed": State.DEAD,
        "/ill": State.UNSURE,
        "/silent": State.UNSURE,
        "http://127.0.0.1:1/": State.UNSURE,
    }
    assert {answer.pages for answer in answers if answer.address.endswith(":1/")} == {("can-cu/b.md",)}
    assert "404" in next(answer.said for answer in answers if answer.address.endswith("/gone"))


def test_a_second_run_asks_only_for_what_failed(host: Host, quick: Path, tmp_path: Path) -> None:
    addresses = [Official(host.base + path, ()) for path in ("/ok", "/gone")]

    first = ask(addresses, tmp_path / "cache", quick)
    second = ask(addresses, tmp_path / "cache", quick)

    assert host.asked == {"/ok": 1, "/gone": 2}
    assert states(first, host) == states(second, host)


def test_what_is_in_doubt_time_after_time_is_dead_and_forgotten_once_it_answers(
    host: Host, quick: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ill = [Official(f"{host.base}/ill", ())]
    runs = [ask(ill, tmp_path / "cache", quick)[0].state for _ in range(MOST_SILENT)]
    assert runs == [State.UNSURE] * (MOST_SILENT - 1) + [State.DEAD]

    monkeypatch.setitem(ANSWERS, "/ill", 200)
    assert ask(ill, tmp_path / "cache", quick)[0].state is State.ALIVE
    monkeypatch.setitem(ANSWERS, "/ill", 500)
    (tmp_path / "cache/.lycheecache").unlink()
    assert ask(ill, tmp_path / "cache", quick)[0].state is State.UNSURE


def test_nothing_is_asked_of_a_private_network_by_the_weekly_run(host: Host, tmp_path: Path) -> None:
    answers = ask([Official(f"{host.base}/ok", ())], tmp_path / "cache")

    assert host.asked == {}
    assert [answer.state for answer in answers] == [State.UNSURE]


def test_no_address_needs_no_run(tmp_path: Path) -> None:
    assert ask([], tmp_path / "cache", tmp_path / "none.toml") == []


def test_a_run_that_fails_is_an_error_and_never_an_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(AskingError, match="lychee dừng với mã 3"):
        ask([Official("https://example.vn/", ())], tmp_path / "cache", tmp_path / "none.toml")

    monkeypatch.setattr(lychee.shutil, "which", lambda *_args, **_more: None)
    with pytest.raises(AskingError, match="Không có lychee"):
        ask([Official("https://example.vn/", ())], tmp_path / "cache")
