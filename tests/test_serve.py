"""The live preview: content and code changes come to the open page by themselves."""

import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from queue import Queue
from threading import Thread

import pytest
from playwright.sync_api import Page, expect

from scripts.environment import ROOT
from scripts.preview import News, serving
from scripts.serve import preview_folder
from tests.pages import SITE, write

PATIENCE = 60_000  # milliseconds for a build on a busy machine; no test waits longer than it must

COUNTING = "quyet-dinh/2021/13-qd-ubnd.md"
DRAFT = (
    SITE["quyet-dinh/2021/12-qd-ubnd.md"]
    .replace("12/QĐ-UBND", "13/QĐ-UBND")
    .replace("đã ban hành", "dự thảo")
    .replace("kem_theo: ../../de-cuong/2021/de-an-thu.md", "kem_theo: []")
    .replace("dieu(1)", "dieu()")
    .replace("dieu(2)", "dieu()")
    .replace("dieu(3)", "dieu()")
)
"""A draft whose articles count themselves."""


@dataclass(frozen=True)
class Preview:
    docs: Path
    address: str
    said: "Queue[str]"


@pytest.fixture(scope="module")
def interruptible() -> Iterator[None]:
    """Let what is started hear Ctrl-C, also where the tests run in the background and do not hear it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture(scope="module")
def preview(interruptible: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    docs = write(tmp_path_factory.mktemp("serve") / "docs", SITE | {COUNTING: DRAFT})
    command = [sys.executable, "-m", "scripts", "serve", "--docs", str(docs), "--port", str(free_port())]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8"
    ) as process:
        output, said = process.stdout, Queue[str]()
        assert output
        address = next((found[0] for line in output if (found := re.search(r"http://\S+/", line))), "")
        assert address, "serve ended before it served"
        listener = Thread(target=lambda: [said.put(line) for line in output])
        listener.start()
        try:
            yield Preview(docs, address, said)
            process.send_signal(signal.SIGINT)
            assert process.wait(timeout=20) == 0
        finally:
            process.kill()  # one that does not hear would be waited for without end
            listener.join()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_for(said: "Queue[str]", text: str) -> str:
    while text not in (line := said.get(timeout=PATIENCE / 1000)):
        pass
    return line


def test_a_changed_page_reloads_under_the_policy_of_the_published_site(
    preview: Preview, page: Page, violations: list[str]
) -> None:
    page.goto(f"{preview.address}quyet-dinh/2021/12-qd-ubnd/")
    expect(page.get_by_text("Báo cáo kết quả.")).to_be_visible()

    changed = SITE["quyet-dinh/2021/12-qd-ubnd.md"].replace("Báo cáo kết quả.", "Báo cáo hằng quý.")
    write(preview.docs, {"quyet-dinh/2021/12-qd-ubnd.md": changed})

    expect(page.get_by_text("Báo cáo hằng quý.")).to_be_visible(timeout=PATIENCE)
    assert page.locator("#dieu-2-khoan-2").count() == 1
    assert violations == []


def test_a_faulty_page_is_told_of_and_the_last_good_site_stays(preview: Preview, page: Page) -> None:
    write(preview.docs, {"gioi-thieu.md": "---\ntieu_de: Giới thiệu\n---\n\n{{ sai() }}\n"})
    assert "gioi-thieu.md:5" in wait_for(preview.said, "AT101")

    page.goto(f"{preview.address}quyet-dinh/2021/12-qd-ubnd/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("QUYẾT ĐỊNH")

    write(preview.docs, {"gioi-thieu.md": "---\ntieu_de: Giới thiệu\n---\n\nĐã sửa.\n"})
    wait_for(preview.said, "Đã dựng")
    page.goto(f"{preview.address}gioi-thieu/")
    expect(page.get_by_text("Đã sửa.")).to_be_visible()


def test_counters_begin_anew_with_each_build_and_each_page(preview: Preview, page: Page) -> None:
    write(preview.docs, {COUNTING: DRAFT.replace("Báo cáo", "Nay báo cáo")})
    wait_for(preview.said, "Đã dựng")

    page.goto(f"{preview.address}quyet-dinh/2021/13-qd-ubnd/")

    expect(page.get_by_text("Nay báo cáo")).to_be_visible()
    labels = page.locator("section.dieu > h2 .nhan").all_inner_texts()
    assert [label.strip() for label in labels] == ["Điều 1.", "Điều 2.", "Điều 3."]


def test_the_search_knows_a_new_page_at_once_and_forgets_one_that_is_gone(
    preview: Preview, page: Page
) -> None:
    new = SITE["de-cuong/2021/de-an-thu.md"].replace("Đề án thử", "Đề án nuôi ong lấy mật")
    write(preview.docs, {"de-cuong/2021/nuoi-ong.md": new})
    wait_for(preview.said, "Đã dựng")
    page.goto(f"{preview.address}tim-kiem/?q=nuoi+ong")
    results = page.get_by_role("list", name="Kết quả tìm kiếm").get_by_role("link")
    expect(results).to_contain_text("nuôi ong lấy mật", timeout=PATIENCE)

    (preview.docs / "de-cuong/2021/nuoi-ong.md").unlink()
    wait_for(preview.said, "Đã dựng")
    page.goto(f"{preview.address}tim-kiem/?q=nuoi+ong")
    expect(page.get_by_role("status").first).to_contain_text("Không có kết quả", timeout=PATIENCE)


def test_an_address_that_is_not_there_gets_the_sites_own_404_page(preview: Preview, page: Page) -> None:
    answer = page.goto(f"{preview.address}khong/co/")

    assert answer is not None
    assert answer.status == 404
    expect(page.get_by_role("heading", name="Không tìm thấy trang")).to_be_visible()


def test_a_busy_port_gives_way_to_the_next_free_one(tmp_path: Path) -> None:
    with (
        serving(tmp_path, News(), free_port()) as first,
        serving(tmp_path, News(), first.server_port) as second,
    ):
        assert second.server_port > first.server_port


def test_two_folders_of_pages_have_two_previews_and_neither_is_the_site_to_publish(tmp_path: Path) -> None:
    one, two = preview_folder(tmp_path / "one"), preview_folder(tmp_path / "two")

    assert one != two
    assert ROOT / "site" not in {one, two}
