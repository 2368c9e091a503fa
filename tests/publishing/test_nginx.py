"""A real nginx with the documented configuration shows a published folder, also while it is published to."""

import gzip
import json
import os
import socket
import subprocess
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import Message
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from scripts.publishing.built import built_site
from scripts.publishing.folder import publish, roll_back
from scripts.publishing.nginx import configuration, find, obtain, require
from scripts.publishing.release import PublishingError
from scripts.step import SetupError
from tests.sites import FILES, built

LONG = FILES["index.html"].replace("</body>", "<p>Chữ</p>" * 200 + "</body>")
WHOLE = FILES | {
    "index.html": LONG,
    "assets/trang.0a1b2c3d.js": "export const a = 1;",
    "assets/chua-dat-ten.css": "p{}",
    "assets/fonts/chu.0a1b2c3d.woff2": "wOF2",
    "assets/ung-dung.webmanifest": "{}",
    "assets/hinh.svg": "<svg/>",
    "tim-kiem/chi-muc/index.json": "{}",
    "tim-kiem/chi-muc/0a1b2c3d4e5f/pagefind.js": "1",
    "tim-kiem/chi-muc/0a1b2c3d4e5f/wasm.unknown.pagefind": "x",
    "tim-kiem/chi-muc/0a1b2c3d4e5f/fragment/vi_0a1b2c3.pf_fragment": "x",
    "quyet-dinh/2021/a/ban-ky.pdf": "%PDF",
    "sitemap.xml": "<urlset/>",
    ".htaccess": "x",
    ".an/a.0a1b2c3d.css": "x",
}
MAIN = """\
daemon off;
worker_processes 2;
error_log {folder}/error.log;
pid {folder}/pid;
events {{ worker_connections 256; }}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/site.conf;
}}
"""


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Message
    body: bytes


class Server:
    """An nginx of its own, as a plain process in its own folder."""

    def __init__(self, listen: str) -> None:
        self.root = f"http://{listen}"

    def ask(self, path: str, method: str = "GET", **headers: str) -> Answer:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        request = urllib.request.Request(f"{self.root}{path}", headers=named, method=method)
        try:
            with urllib.request.build_opener(_Stay).open(request, timeout=30) as answer:
                return Answer(answer.status, answer.headers, answer.read())
        except urllib.error.HTTPError as answer:
            with answer:
                return Answer(answer.code, answer.headers, answer.read())


class _Stay(urllib.request.HTTPRedirectHandler):
    """Does not follow: the test wants to see where it is led."""

    def redirect_request(self, *args: object, **more: object) -> None:
        return None


@contextmanager
def running(web: Path, folder: Path) -> Iterator[Server]:
    """Serve a published folder by the configuration that `publish --nginx` prints, on a free port."""
    folder.mkdir()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        listen = f"127.0.0.1:{free.getsockname()[1]}"
    (folder / "site.conf").write_text(configuration(web, "van-ban.example", listen), encoding="utf-8")
    (folder / "nginx.conf").write_text(MAIN.format(folder=folder), encoding="utf-8")
    command = [require(os.environ), "-p", folder, "-c", folder / "nginx.conf", "-e", folder / "error.log"]
    if os.geteuid() == 0:
        (folder / "nginx.conf").write_text("user root;\n" + MAIN.format(folder=folder), encoding="utf-8")
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        try:
            server = Server(listen)
            deadline = time.monotonic() + 30
            while True:
                try:
                    server.ask("/")
                    break
                except OSError:
                    assert process.poll() is None, process.stderr and process.stderr.read()
                    assert time.monotonic() < deadline
            yield server
        finally:
            process.terminate()
            process.wait(30)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    work = tmp_path_factory.mktemp("nginx")
    site = built(work / "site", WHOLE)
    publish(built_site(site), work / "web", 5, lambda old, new: None)
    with running(work / "web", work / "server") as server:
        yield server


def test_an_address_needs_no_html(server: Server) -> None:
    answer = server.ask("/quyet-dinh/2021/a/")

    assert (answer.status, answer.body.decode()) == (200, FILES["quyet-dinh/2021/a/index.html"])
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("/quyet-dinh/2021/a", "/quyet-dinh/2021/a/"),
        ("/quyet-dinh/2021/a/index.html", "/quyet-dinh/2021/a/"),
        ("/index.html", "/"),
        ("//index.html?x=1", "/"),
    ],
)
def test_another_spelling_of_an_address_leads_to_the_right_one(
    server: Server, written: str, right: str
) -> None:
    answer = server.ask(written)

    assert (answer.status, answer.headers["Location"]) == (301, right)


@pytest.mark.parametrize("written", ["//vi.du/index.html", "/\\vi.du/index.html", "/%5Cvi.du/index.html"])
def test_no_address_leads_to_another_host(server: Server, written: str) -> None:
    location = server.ask(written).headers["Location"] or "/"

    assert location.startswith("/")
    assert not location.startswith(("//", "/\\"))


@pytest.mark.parametrize(
    "path",
    [
        "/khong/co/trang/nay/",
        "/404.html",
        "/.htaccess",
        "/.git/config",
        "/.an/a.0a1b2c3d.css",
        "/assets/",
        "/quyet-dinh/2021/",
        "/assets/khong-co.0a1b2c3d.css",
        "/tim-kiem/chi-muc/0a1b2c3d4e5f/khong-co.pf_meta",
        "/releases/",
        "/../current/index.html",
        "/quyet-dinh/2021/a/..%2f..%2f..%2f..%2freleases/",
    ],
)
def test_what_is_not_there_or_not_to_be_seen_gets_the_sites_own_page_with_status_404(
    server: Server, path: str
) -> None:
    answer = server.ask(path)

    assert answer.status in {404, 400}
    if answer.status == 404:
        assert answer.body.decode() == FILES["404.html"]
        assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/assets/van-ban.0a1b2c3d.css", "text/css; charset=utf-8"),
        ("/assets/trang.0a1b2c3d.js", "text/javascript; charset=utf-8"),
        ("/assets/fonts/chu.0a1b2c3d.woff2", "font/woff2"),
        ("/assets/ung-dung.webmanifest", "application/manifest+json; charset=utf-8"),
        ("/assets/hinh.svg", "image/svg+xml; charset=utf-8"),
        ("/tim-kiem/chi-muc/0a1b2c3d4e5f/wasm.unknown.pagefind", "application/octet-stream"),
        ("/tim-kiem/chi-muc/0a1b2c3d4e5f/fragment/vi_0a1b2c3.pf_fragment", "application/octet-stream"),
        ("/quyet-dinh/2021/a/ban-ky.pdf", "application/pdf"),
        ("/du-lieu/van-ban.json", "application/json; charset=utf-8"),
        ("/sitemap.xml", "text/xml; charset=utf-8"),
    ],
)
def test_every_file_has_its_type(server: Server, path: str, kind: str) -> None:
    answer = server.ask(path)

    assert (answer.status, answer.headers["Content-Type"]) == (200, kind)


FOR_EVER = "public, max-age=31536000, immutable"
BRIEFLY = "public, max-age=60, must-revalidate"


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("/", BRIEFLY),
        ("/quyet-dinh/2021/a/", BRIEFLY),
        ("/quyet-dinh/2021/a/ban-ky.pdf", BRIEFLY),
        ("/assets/chua-dat-ten.css", BRIEFLY),
        ("/tim-kiem/chi-muc/index.json", BRIEFLY),
        ("/ban-dung.json", "no-cache"),
        ("/assets/van-ban.0a1b2c3d.css", FOR_EVER),
        ("/assets/trang.0a1b2c3d.js", FOR_EVER),
        ("/assets/fonts/chu.0a1b2c3d.woff2", FOR_EVER),
        ("/tim-kiem/chi-muc/0a1b2c3d4e5f/pagefind.js", FOR_EVER),
        ("/tim-kiem/chi-muc/0a1b2c3d4e5f/fragment/vi_0a1b2c3.pf_fragment", FOR_EVER),
    ],
)
def test_files_named_by_their_content_are_kept_for_ever_and_pages_briefly(
    server: Server, path: str, kept: str
) -> None:
    assert server.ask(path).headers.get_all("Cache-Control") == [kept]


def test_a_browser_that_has_a_page_is_told_that_it_is_still_good(server: Server) -> None:
    first = server.ask("/quyet-dinh/2021/a/")

    again = server.ask("/quyet-dinh/2021/a/", If_None_Match=first.headers["ETag"])

    assert (again.status, again.body) == (304, b"")


@pytest.mark.parametrize("path", ["/", "/khong/co/"])
def test_every_answer_has_the_headers_that_a_page_cannot_carry(server: Server, path: str) -> None:
    headers = server.ask(path).headers

    assert headers["Content-Security-Policy"] == "frame-ancestors 'none'"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "geolocation=()" in headers["Permissions-Policy"]
    assert headers["Strict-Transport-Security"] is None  # only over HTTPS
    assert headers["Server"] == "nginx"  # without its version


def test_other_sites_may_read_the_data_and_nothing_else(server: Server) -> None:
    assert server.ask("/du-lieu/van-ban.json").headers["Access-Control-Allow-Origin"] == "*"
    assert server.ask("/").headers["Access-Control-Allow-Origin"] is None


def test_text_is_compressed_for_whoever_takes_it(server: Server) -> None:
    answer = server.ask("/", Accept_Encoding="gzip")

    assert answer.headers["Content-Encoding"] == "gzip"
    assert answer.headers["Vary"] == "Accept-Encoding"
    assert gzip.decompress(answer.body).decode() == LONG
    assert len(answer.body) < len(LONG) / 5
    assert server.ask("/").headers["Content-Encoding"] is None


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_nothing_can_be_sent(server: Server, method: str) -> None:
    assert server.ask("/", method=method).status in {404, 405}


def numbered(folder: Path, number: int) -> Path:
    """A site whose page and style say which one it is; the style's name does too."""
    page = FILES["index.html"].replace(
        "</body>", f'<link href="/assets/a.{number:08x}.css">{"x" * 90_000}</body>'
    )
    return built(
        folder / f"site-{number}",
        FILES | {"index.html": f"{number}\n{page}", f"assets/a.{number:08x}.css": f"/* {number} */"},
        f"{number:040x}",
    )


def test_no_request_is_lost_while_releases_take_over_and_go_back(tmp_path: Path) -> None:
    """Readers ask all the time; every answer is a whole page of one release, never older than the last."""
    web = tmp_path / "web"
    sites = [numbered(tmp_path, number) for number in range(1, 7)]
    whole = {number: (site / "index.html").read_bytes() for number, site in enumerate(sites, 1)}
    publish(built_site(sites[0]), web, 2, lambda old, new: None)
    faults: list[str] = []
    asked: list[int] = []
    over = threading.Event()

    def read(server: Server) -> None:
        newest = 0
        while not over.is_set():
            before = json.loads(server.ask("/ban-dung.json").body)["commit"]
            page = server.ask("/", Accept_Encoding="gzip")
            content = gzip.decompress(page.body) if page.headers["Content-Encoding"] else page.body
            number = int(content.partition(b"\n")[0] or b"0")
            style = server.ask(f"/assets/a.{number:08x}.css")
            after = json.loads(server.ask("/ban-dung.json").body)["commit"]
            if (page.status, style.status) != (200, 200) or content != whole.get(number):
                faults.append(f"{number}: {page.status} {style.status} {len(content)}")
            if not int(before, 16) <= number <= int(after, 16) or number < newest:
                faults.append(f"{int(before, 16)} … {number} … {int(after, 16)}")
            newest = number
            asked.append(number)

    with running(web, tmp_path / "server") as server:
        readers = [threading.Thread(target=read, args=(server,)) for _ in range(4)]
        for reader in readers:
            reader.start()
        for number, site in enumerate(sites[1:], 2):
            publish(built_site(site), web, 2, lambda old, new: None)
            while number not in asked:  # until some reader has seen it
                assert any(reader.is_alive() for reader in readers)
        over.set()
        for reader in readers:
            reader.join()
        assert faults == []
        assert set(asked) == set(range(1, 7))

        roll_back(web, "")
        assert server.ask("/").body == whole[5]
        assert server.ask("/assets/a.00000006.css").status == 200  # for pages still open
        roll_back(web, f"{6:040x}"[:12])
        assert server.ask("/").body == whole[6]


def test_a_built_site_runs_behind_these_headers_and_its_own_policy(
    small_site: Path, tmp_path: Path, page: Page, violations: list[str]
) -> None:
    publish(built_site(small_site, uncommitted=True), tmp_path / "web", 5, lambda old, new: None)
    failed: list[str] = []
    kept: dict[str, str] = {}
    page.on("requestfailed", lambda request: failed.append(request.url))
    page.on("response", lambda answer: kept.update({answer.url: answer.headers.get("cache-control", "")}))
    with running(tmp_path / "web", tmp_path / "server") as server:
        page.goto(f"{server.root}/quyet-dinh/2021/12-qd-ubnd/", wait_until="networkidle")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        page.close()

    assert (failed, violations) == ([], [])
    assert kept.pop(f"{server.root}/quyet-dinh/2021/12-qd-ubnd/") == BRIEFLY
    own = {url: cache for url, cache in kept.items() if url.endswith((".css", ".js", ".woff2"))}
    assert len(own) > 3
    assert set(own.values()) == {FOR_EVER}


@pytest.mark.parametrize("host", ["van-ban.example", "localhost", "10.0.0.1"])
def test_a_configuration_names_the_folder_and_the_host(host: str) -> None:
    written = configuration(Path("/srv/van-ban"), host)

    assert "root /srv/van-ban/current;" in written
    assert f"server_name {host};" in written
    assert "listen 80;" in written
    assert "@" not in written


@pytest.mark.parametrize(
    ("folder", "host"),
    [("/srv/a b", "van-ban.example"), ("/srv/a;b", "a.vn"), ("/srv/a", "a.vn; }"), ("/srv/a", "")],
)
def test_a_name_that_would_break_the_configuration_is_refused(folder: str, host: str) -> None:
    with pytest.raises(PublishingError):
        configuration(Path(folder), host)


def program(path: Path, text: str = "#!/bin/sh\n") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)
    return path


def test_the_nginx_that_nginx_path_names_is_taken_and_one_that_is_none_is_an_error(tmp_path: Path) -> None:
    named = program(tmp_path / "my" / "nginx")

    assert find({"NGINX_PATH": str(named)}) == named
    with pytest.raises(SetupError, match="NGINX_PATH"):
        find({"NGINX_PATH": str(tmp_path / "my")})


def test_on_debian_the_distributions_nginx_is_installed_and_elsewhere_the_remedy_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scripts.publishing.nginx.PLACES", ())
    with pytest.raises(SetupError, match=r"(?s)sudo apt install nginx-light.*NGINX_PATH"):
        obtain({"PATH": str(tmp_path)})
    ready, folder = program(tmp_path / "ready"), tmp_path / "bin"
    apt = f'#!/bin/sh\ncase "$*" in *install*nginx-light*) /bin/mv {ready} {folder}/nginx;; esac\n'
    program(folder / "apt-get", apt)
    program(folder / "true")
    program(folder / "sudo", '#!/bin/sh\n[ "$1" = -n ] && shift\nexec "$@"\n')

    assert obtain({"PATH": str(folder)}) == folder / "nginx"
