import sys
from pathlib import Path

import pytest
from playwright.sync_api import Page

from scripts.browser import find, obtain, require, usual_places
from scripts.step import SetupError


def program(path: Path, text: str = "#!/bin/sh\n") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)
    return path


def test_the_browser_that_chrome_path_names_is_taken(tmp_path: Path) -> None:
    named = program(tmp_path / "of my own" / "browser")
    program(tmp_path / "chromium")
    assert find({"CHROME_PATH": str(named), "PATH": str(tmp_path)}) == named


@pytest.mark.parametrize("name", ["missing", "folder"])
def test_a_chrome_path_that_names_no_program_is_an_error_and_no_other_browser_is_taken(
    tmp_path: Path, name: str
) -> None:
    program(tmp_path / "chromium")
    (tmp_path / "folder").mkdir()
    with pytest.raises(SetupError, match=f"CHROME_PATH=.*{name}"):
        find({"CHROME_PATH": str(tmp_path / name), "PATH": str(tmp_path)})


def test_each_system_has_its_usual_places(tmp_path: Path) -> None:
    chromium, chrome = program(tmp_path / "chromium"), program(tmp_path / "google-chrome")
    assert list(usual_places("linux", {"PATH": str(tmp_path)})) == [chromium, chrome]
    assert list(usual_places("darwin", {"HOME": "/Users/lan"}))[:2] == [
        Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
        Path("/Users/lan/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
    ]
    assert list(usual_places("win32", {"PROGRAMFILES": "C:/P", "LOCALAPPDATA": "C:/L"})) == [
        Path("C:/P/Google/Chrome/Application/chrome.exe"),
        Path("C:/L/Google/Chrome/Application/chrome.exe"),
        Path("C:/P/Chromium/Application/chrome.exe"),
        Path("C:/L/Chromium/Application/chrome.exe"),
        Path("C:/P/Microsoft/Edge/Application/msedge.exe"),
        Path("C:/L/Microsoft/Edge/Application/msedge.exe"),
    ]


def test_a_real_browser_shows_vietnamese_and_speaks_it(page: Page) -> None:
    page.set_content("<h1>Quyết định</h1><p>Điều 1. Phê duyệt</p>")
    assert page.get_by_role("heading").inner_text() == "Quyết định"
    assert page.evaluate("navigator.language") == "vi-VN"
    assert page.evaluate("'Điều đ'.normalize('NFC').length") == 6


if sys.platform == "linux":  # elsewhere there may be a browser that no PATH hides, and no apt-get
    APT = """\
#!/bin/sh
echo "$@" >> {log}
case "$*" in *install*chromium*) /bin/mv {ready} {folder}/chromium;; esac
"""
    SUDO = '#!/bin/sh\n[ "$1" = -n ] && shift\nexec "$@"\n'

    @pytest.fixture
    def debian(tmp_path: Path) -> dict[str, str]:
        """A machine that has sudo, an apt-get that has chromium, and nothing else; its log is `log`."""
        folder, ready = tmp_path / "bin", program(tmp_path / "ready")
        program(folder / "apt-get", APT.format(log=tmp_path / "log", ready=ready, folder=folder))
        program(folder / "true")
        program(folder / "sudo", SUDO)
        return {"PATH": str(folder)}

    def test_where_there_is_no_browser_the_remedy_is_told(tmp_path: Path) -> None:
        with pytest.raises(SetupError, match=r"(?s)sudo apt install chromium.*CHROME_PATH.*install one"):
            require({"PATH": str(tmp_path)})

    def test_on_debian_the_distributions_browser_is_installed_after_an_update(
        tmp_path: Path, debian: dict[str, str]
    ) -> None:
        assert obtain(debian) == tmp_path / "bin" / "chromium"
        update, install = (tmp_path / "log").read_text(encoding="utf-8").splitlines()
        assert update.endswith(" update")
        assert install.endswith(" install --yes --no-install-recommends chromium")

    def test_a_driver_that_does_not_run_gets_its_library_or_is_told_in_its_own_words(
        tmp_path: Path, debian: dict[str, str]
    ) -> None:
        with pytest.raises(SetupError, match=r"(?s)no-node-here.*apt install libatomic1"):
            obtain(debian | {"PLAYWRIGHT_NODEJS_PATH": "/no-node-here"})
        assert "chromium libatomic1" in (tmp_path / "log").read_text(encoding="utf-8")

    def test_an_installation_that_fails_is_told_in_its_own_words_with_the_remedy(
        tmp_path: Path, debian: dict[str, str]
    ) -> None:
        program(tmp_path / "bin" / "apt-get", "#!/bin/sh\necho 'E: Unable to locate package'\nexit 100\n")
        with pytest.raises(SetupError, match=r"(?s)Unable to locate package.*mã 100.*CHROME_PATH"):
            obtain(debian)
