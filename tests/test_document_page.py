"""A decision and an outline as readers use them, in a real browser: contents, links, copies, folding."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from macros.library import load
from macros.transcript import transcript
from scripts.build import Options, build
from tests.pages import SITE, write
from tests.readers import DESK, PHONE, reader
from tests.serving import served

DECISION = "quyet-dinh/2021/12-qd-ubnd/"
OUTLINE = "de-cuong/2021/de-an-thu/"
CITATION = (
    "Quyết định số 12/QĐ-UBND ngày 05 tháng 02 năm 2021 của Chủ tịch Ủy ban nhân dân tỉnh Thanh Hóa "
    "về việc phê duyệt Đề cương Đề án thử"
)
ATTACHED = (
    "Đề cương Đề án thử kèm theo Quyết định số 12/QĐ-UBND ngày 05 tháng 02 năm 2021 "
    "của Chủ tịch Ủy ban nhân dân tỉnh Thanh Hóa"
)
POINTS = "".join(f"    {letter}) Điểm {letter};\n\n" for letter in "bcdđ")
LONG_CLAUSE = "Giao các sở, ban, ngành theo dõi, đôn đốc, kiểm tra và báo cáo, " * 30
WIDE_TABLE = "    | " + " | ".join(f"Cột{n}" for n in range(30)) + " |\n    |" + "---|" * 30 + "\n\n"
PAGES = SITE | {
    "quyet-dinh/2021/12-qd-ubnd.md": SITE["quyet-dinh/2021/12-qd-ubnd.md"]
    .replace("theo dõi.", f"theo dõi:\n\n    a) {LONG_CLAUSE}\n\n{POINTS}{WIDE_TABLE}")
    .replace("nguoi_ky:", "chu_quan: Bộ Nội vụ\n    nguoi_ky:"),
    "de-cuong/2021/de-an-thu.md": SITE["de-cuong/2021/de-an-thu.md"].split("    {{ de_muc")[0]
    + "".join(
        f"    {{{{ de_muc({n}) }}}} MỤC THỨ {n}\n\n    {{{{ khoan(1) }}}} Cơ sở {n}\n\n"
        + "".join(f"    - Nội dung {n}.{m} cần xây dựng.\n\n" for m in range(12))
        for n in range(1, 7)
    ),
}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    work = tmp_path_factory.mktemp("document-page")
    assert build(Options(write(work / "docs", PAGES), work / "site")) == 0
    with served(work / "site") as root:
        yield root


@pytest.fixture
def page(onlooker: Callable[..., Page]) -> Page:
    """An empty page: what is folded, chosen and copied here is forgotten with the address."""
    return onlooker()


@pytest.fixture
def scripted(browser: Browser) -> Iterator[Page]:
    """A page of its own, for what a script does to it stays."""
    with reader(browser) as page:
        yield page


@pytest.fixture(params=[PHONE, DESK], ids=["phone", "desk"])
def sized(request: pytest.FixtureRequest, page: Page) -> Page:
    page.set_viewport_size(request.param)
    return page


def clipboard(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


def allow_clipboard(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])


def permalink(page: Page, provision: str) -> Locator:
    return page.get_by_role("link", name=f"Liên kết tới {provision}", exact=True)


def box(page: Page) -> Locator:
    return page.get_by_role("dialog")


def test_no_page_of_a_document_scrolls_sideways_however_wide_its_tables(address: str, sized: Page) -> None:
    for path in (DECISION, OUTLINE):
        sized.goto(f"{address}{path}")
        wide, seen = sized.evaluate(
            "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
        )
        assert wide == seen


def test_the_text_is_large_and_its_lines_are_short_enough_to_read(address: str, sized: Page) -> None:
    sized.goto(f"{address}{DECISION}")
    point = sized.locator("#dieu-2-khoan-1-diem-a > p")
    size, height, letters = point.evaluate(
        """p => {
            const style = getComputedStyle(p), range = document.createRange();
            range.selectNodeContents(p);
            const lines = new Set([...range.getClientRects()].map(r => Math.round(r.top / 8))).size;
            return [parseFloat(style.fontSize), parseFloat(style.lineHeight), p.textContent.length / lines];
        }"""
    )
    assert size >= 18
    assert height >= 1.5 * size
    assert letters <= 75


def test_the_contents_follow_the_reader_beside_the_text(address: str, page: Page) -> None:
    page.set_viewport_size(DESK)
    page.goto(f"{address}{OUTLINE}")
    contents = page.get_by_role("navigation", name="Mục lục").locator("visible=true")

    contents.get_by_role("link", name="IV. MỤC THỨ 4").click()

    expect(page.locator("#muc-iv")).to_be_in_viewport()
    expect(contents.locator(".md-nav__link--active").last).to_have_text("IV. MỤC THỨ 4")


def test_on_a_phone_the_contents_open_above_the_text_and_lead_into_it(address: str, page: Page) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"{address}{DECISION}")
    expect(page.get_by_role("link", name="Điều 2. Tổ chức thực hiện")).to_be_hidden()

    page.get_by_text("Mục lục", exact=True).locator("visible=true").click()
    page.get_by_role("link", name="Điều 2. Tổ chức thực hiện").click()

    expect(page.locator("#dieu-2")).to_be_in_viewport()


def test_on_a_phone_state_and_text_come_first_and_the_panel_is_one_link_away(
    address: str, page: Page
) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"{address}{DECISION}")
    expect(page.get_by_text("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")).to_be_in_viewport()
    expect(page.get_by_text("Hiệu lực: chưa xác minh")).to_be_in_viewport()

    page.get_by_role("link", name="Thông tin văn bản").click()

    expect(page.get_by_role("heading", name="Thông tin về văn bản")).to_be_in_viewport()


def test_the_head_of_the_paper_stands_in_two_columns_or_in_a_good_order(address: str, page: Page) -> None:
    page.goto(f"{address}{DECISION}")
    lines = {
        name: page.locator(f".van-ban__{name}")
        for name in ("ten-nuoc", "tieu-ngu", "chu-quan", "ten-co-quan", "so", "ngay")
    }

    def places(part: str) -> list[float]:
        return [line.bounding_box()[part] for line in lines.values()]  # type: ignore[index]

    page.set_viewport_size(PHONE)
    assert places("y") == sorted(places("y"))
    page.set_viewport_size(DESK)
    left = dict(zip(lines, places("x"), strict=True))
    assert max(left["chu-quan"], left["ten-co-quan"], left["so"]) < min(left["ten-nuoc"], left["ngay"])


def test_recipients_stand_left_of_the_signature_and_below_it_on_a_phone(address: str, page: Page) -> None:
    page.set_viewport_size(DESK)
    page.goto(f"{address}{DECISION}")
    recipients, signature = page.locator(".noi-nhan"), page.locator(".van-ban__ky")
    boxes = recipients.bounding_box(), signature.bounding_box()
    assert boxes[0]["x"] + boxes[0]["width"] <= boxes[1]["x"]  # type: ignore[index]
    assert boxes[0]["y"] == boxes[1]["y"]  # type: ignore[index]

    page.set_viewport_size(PHONE)
    assert signature.bounding_box()["y"] < recipients.bounding_box()["y"]  # type: ignore[index]


@pytest.mark.parametrize(
    ("path", "ident", "provision", "citation"),
    [
        (DECISION, "dieu-1", "Điều 1", CITATION),
        (DECISION, "dieu-2-khoan-1", "khoản 1 Điều 2", CITATION),
        (DECISION, "dieu-2-khoan-1-diem-dd", "điểm đ khoản 1 Điều 2", CITATION),
        (OUTLINE, "muc-ii-khoan-1", "khoản 1 mục II", ATTACHED),
    ],
)
def test_a_provision_gives_its_address_and_its_citation(
    address: str, sized: Page, path: str, ident: str, provision: str, citation: str
) -> None:
    allow_clipboard(sized)
    sized.goto(f"{address}{path}")

    permalink(sized, provision).click()

    expect(sized).to_have_url(f"{address}{path}#{ident}")
    box(sized).get_by_role("button", name="Chép liên kết").click()
    expect(box(sized).get_by_role("status")).to_contain_text("Đã chép liên kết")
    assert clipboard(sized) == f"{address}{path}#{ident}"
    box(sized).get_by_role("button", name="Chép trích dẫn").click()
    expect(box(sized).get_by_role("status")).to_contain_text("Đã chép trích dẫn")
    assert clipboard(sized) == f"{provision} {citation}"


def test_the_box_can_be_used_by_the_keyboard_alone_and_gives_the_focus_back(address: str, page: Page) -> None:
    allow_clipboard(page)
    page.goto(f"{address}{DECISION}")
    link = permalink(page, "khoản 2 Điều 2")

    link.focus()
    page.keyboard.press("Enter")
    expect(box(page).get_by_role("button", name="Chép liên kết")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(box(page).get_by_role("status")).to_contain_text("Đã chép trích dẫn")
    page.keyboard.press("Escape")

    expect(box(page)).to_be_hidden()
    expect(link).to_be_focused()
    assert clipboard(page) == f"khoản 2 Điều 2 {CITATION}"


def test_choosing_a_link_marks_its_provision_without_a_jump(address: str, page: Page) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"{address}{DECISION}")
    link = permalink(page, "khoản 2 Điều 2")
    link.scroll_into_view_if_needed()
    before = page.evaluate("scrollY")

    link.click()

    expect(page.locator("#dieu-2-khoan-2:target")).to_have_count(1)
    assert page.evaluate("scrollY") == before
    expect(box(page)).to_be_in_viewport(ratio=1)


def test_where_the_browser_gives_no_clipboard_a_selection_is_copied(address: str, scripted: Page) -> None:
    scripted.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    scripted.goto(f"{address}{DECISION}")
    scripted.evaluate(
        "document.addEventListener('copy', () => { window.copied = getSelection().toString() })"
    )

    permalink(scripted, "Điều 3").click()
    box(scripted).get_by_role("button", name="Chép trích dẫn").click()

    expect(box(scripted).get_by_role("status")).to_contain_text("Đã chép trích dẫn")
    assert scripted.evaluate("copied") == f"Điều 3 {CITATION}"


def test_where_nothing_can_be_copied_the_text_is_given_to_copy_by_hand(address: str, scripted: Page) -> None:
    scripted.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', { value: undefined });"
        "document.execCommand = () => false"
    )
    scripted.goto(f"{address}{DECISION}")

    permalink(scripted, "Điều 3").click()
    box(scripted).get_by_role("button", name="Chép trích dẫn").click()

    expect(box(scripted).get_by_role("status")).to_have_text(
        f"Trình duyệt không cho chép. Xin chọn và chép: Điều 3 {CITATION}"
    )


def test_the_panel_copies_the_whole_document_and_prints(address: str, sized: Page) -> None:
    allow_clipboard(sized)
    sized.goto(f"{address}{DECISION}#dieu-2")
    sized.evaluate("window.print = () => { window.printed = true }")
    panel = sized.get_by_role("complementary", name="Thông tin về văn bản")

    panel.get_by_role("button", name="Chép liên kết").click()
    expect(panel.get_by_role("status")).to_contain_text("Đã chép liên kết")
    assert clipboard(sized) == f"{address}{DECISION}"
    panel.get_by_role("button", name="Chép trích dẫn").click()
    expect(panel.get_by_role("status")).to_contain_text("Đã chép trích dẫn")
    assert clipboard(sized) == CITATION
    panel.get_by_role("button", name="In hoặc lưu PDF").click()
    assert sized.evaluate("printed") is True


def test_the_panel_offers_the_text_as_a_file(address: str, page: Page, tmp_path: Path) -> None:
    page.goto(f"{address}{DECISION}")
    with page.expect_download() as coming:
        page.get_by_role("link", name="Tải bản chữ (TXT)").click()
    coming.value.save_as(tmp_path / "copy.txt")
    library = load(write(tmp_path / "docs", PAGES))
    assert coming.value.suggested_filename == "12-qd-ubnd.txt"
    assert (tmp_path / "copy.txt").read_text(encoding="utf-8-sig") == transcript(
        library.documents["quyet-dinh/2021/12-qd-ubnd.md"], library
    )


@pytest.mark.parametrize("ident", ["dieu-1", "dieu-2", "dieu-2-khoan-2", "dieu-2-khoan-1-diem-dd"])
def test_the_target_of_a_link_is_marked_and_not_below_the_head(address: str, sized: Page, ident: str) -> None:
    sized.goto(f"{address}{DECISION}#{ident}")
    target = sized.locator(f"#{ident}")

    expect(target).to_be_in_viewport()
    marked, top, head = target.evaluate(
        """target => {
            const shown = target.closest('.lien') ?? target;
            return [getComputedStyle(shown).backgroundColor, target.getBoundingClientRect().top,
                    document.querySelector('.md-header').getBoundingClientRect().bottom];
        }"""
    )
    assert marked not in {"rgba(0, 0, 0, 0)", "transparent"}
    assert top >= head


def folds(page: Page) -> Locator:
    return page.get_by_role("button", name="Nội dung")


def test_parts_fold_one_by_one_and_all_at_once(address: str, sized: Page) -> None:
    sized.goto(f"{address}{OUTLINE}")
    inner = sized.get_by_text("Nội dung 2.3 cần xây dựng.")
    expect(inner).to_be_visible()

    one = sized.get_by_role("button", name="Nội dung khoản 1 mục II", exact=True)
    one.click()
    expect(one).to_have_attribute("aria-expanded", "false")
    assert not is_shown(inner)
    assert is_shown(sized.get_by_text("Nội dung 3.3 cần xây dựng."))

    sized.get_by_role("button", name="Thu gọn tất cả").click()
    assert not is_shown(sized.get_by_text("Nội dung 3.3 cần xây dựng."))
    assert is_shown(sized.locator("#muc-vi"))
    sized.get_by_role("button", name="Mở tất cả").click()
    assert is_shown(inner)
    expect(folds(sized)).to_have_count(12)


def is_shown(element: Locator) -> bool:
    return bool(element.evaluate("element => element.checkVisibility({ contentVisibilityAuto: true })"))


def test_a_link_into_a_folded_part_opens_it(address: str, page: Page) -> None:
    page.set_viewport_size(DESK)
    page.goto(f"{address}{OUTLINE}#muc-v-khoan-1")
    page.get_by_role("button", name="Thu gọn tất cả").click()

    contents = page.get_by_role("navigation", name="Mục lục").locator("visible=true")
    for clause in ("muc-iv-khoan-1", "muc-v-khoan-1"):  # the second is what the address names already
        contents.locator(f"a[href='#{clause}']").click()
        expect(page.locator(f"#{clause}")).to_be_in_viewport()
        assert is_shown(page.locator(f"#{clause}"))
    assert not is_shown(page.locator("#muc-ii-khoan-1"))


def test_the_browsers_own_search_opens_a_folded_part(address: str, page: Page) -> None:
    page.goto(f"{address}{OUTLINE}")
    page.get_by_role("button", name="Thu gọn tất cả").click()

    page.locator(".than-phan", has_text="Nội dung 3.3").first.evaluate(
        "part => part.dispatchEvent(new Event('beforematch', { bubbles: true }))"
    )

    button = page.get_by_role("button", name="Nội dung mục III", exact=True)
    expect(button).to_have_attribute("aria-expanded", "true")
    folded = page.locator(".than-phan[hidden]").first
    assert folded.get_attribute("hidden") == "until-found"


def test_what_is_folded_is_printed(address: str, page: Page) -> None:
    page.goto(f"{address}{OUTLINE}")
    page.get_by_role("button", name="Thu gọn tất cả").click()
    page.emulate_media(media="print")

    assert is_shown(page.get_by_text("Nội dung 2.3 cần xây dựng."))
    for tool in (".thanh", ".buoc", ".bang-tin"):
        expect(page.locator(tool)).to_be_hidden()


def test_steps_lead_to_the_part_before_and_after(address: str, sized: Page) -> None:
    sized.goto(f"{address}{OUTLINE}#muc-iii")
    steps = sized.get_by_role("navigation", name="Đi giữa các mục")

    steps.get_by_role("button", name="Mục sau").click()
    expect(sized).to_have_url(f"{address}{OUTLINE}#muc-iv")
    expect(sized.locator("#muc-iv")).to_be_in_viewport()
    steps.get_by_role("button", name="Mục trước").click()
    steps.get_by_role("button", name="Mục trước").click()
    expect(sized).to_have_url(f"{address}{OUTLINE}#muc-ii")


def test_a_short_decision_has_neither_steps_nor_folds(address: str, page: Page) -> None:
    page.goto(f"{address}{DECISION}")
    expect(page.get_by_role("navigation", name="Đi giữa các mục")).to_have_count(0)
    expect(folds(page)).to_have_count(0)


@pytest.mark.parametrize("path", [DECISION, OUTLINE])
def test_without_scripts_everything_is_there_and_nothing_is_offered_that_does_not_work(
    address: str, browser: Browser, path: str
) -> None:
    with reader(browser, PHONE, java_script_enabled=False) as page:
        page.goto(f"{address}{path}")

        expect(page.get_by_role("article").get_by_role("button").locator("visible=true")).to_have_count(0)
        expect(page.get_by_text(CITATION if path == DECISION else ATTACHED, exact=True)).to_be_visible()
        page.get_by_text("Mục lục", exact=True).locator("visible=true").click()
        page.locator(".thanh__muc-luc a").last.click()
        expect(page.locator(".van-ban :target")).to_be_in_viewport()
        page.locator(".van-ban .headerlink").first.click()
        assert page.url.endswith("#dieu-1" if path == DECISION else "#muc-i")


def test_nothing_of_this_breaks_the_pages_policy(address: str, page: Page, violations: list[str]) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{address}{OUTLINE}")
    permalink(page, "mục II").click()
    box(page).get_by_role("button", name="Đóng").click()
    page.get_by_role("button", name="Thu gọn tất cả").click()
    assert (violations, errors) == ([], [])
