"""What a page says of itself in its head: only what the record says, in terms that schema.org has."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from macros.library import Library, load
from macros.metadata import Site, head, in_script, linked_data, page_titles
from tests.pages import AGENCY, DECISION, HOME, OUTLINE, SITE, write

ADDRESS = "https://tinh.example/kho/"
THINGS = {
    "linh-vuc/vien-thong.md": "Lĩnh vực: Viễn thông",
    "quyet-dinh/index.md": "Quyết định",
    "quyet-dinh/2021/index.md": "Quyết định năm 2021",
    "tim-kiem.md": "Tìm văn bản",
}
DECIDED, OUTLINED = "quyet-dinh/2021/12-qd-ubnd.md", "de-cuong/2021/de-an-thu.md"

# As schema.org gives them (release 29): each type with its own and its inherited properties that we use.
OF_EVERY_THING = {"@type", "@id", "name", "url"}
OF_A_WORK = OF_EVERY_THING | {
    *("about", "creativeWorkStatus", "genre", "hasPart", "inLanguage", "isPartOf", "sourceOrganization")
}
VOCABULARY = {
    "Legislation": OF_A_WORK
    | {
        *("legislationType", "legislationIdentifier", "legislationDate", "legislationPassedBy"),
        "legislationLegalForce",
    },
    "CreativeWork": OF_A_WORK,
    "WebSite": OF_A_WORK | {"description", "potentialAction"},
    "SearchAction": {"@type", "target", "query-input"},
    "EntryPoint": {"@type", "urlTemplate"},
    "GovernmentOrganization": OF_EVERY_THING | {"alternateName", "parentOrganization"},
    "Thing": OF_EVERY_THING,
    "BreadcrumbList": {"@type", "itemListElement"},
    "ListItem": {"@type", "position", "name", "item"},
}


def library(folder: Path, pages: Mapping[str, str] = SITE) -> Library:
    return load(write(folder / "docs", dict(pages)))


def site(pages: Library) -> Site:
    titles = {path: page.title for path, page in pages.documents.items()} | THINGS
    return Site(ADDRESS, "Văn bản", "Các văn bản", titles)


def things(pages: Library, path: str) -> dict[str, dict[str, Any]]:
    """Give what a page is described as, by type, and hold every term to the vocabulary."""
    data: Any = linked_data(pages.documents[path], pages, site(pages))
    assert data["@context"] == "https://schema.org"
    for thing in below(data["@graph"]):
        assert set(thing) <= VOCABULARY[thing["@type"]], thing
    return {thing["@type"]: thing for thing in data["@graph"]}


def below(values: Any) -> Iterator[dict[str, Any]]:
    if isinstance(values, list):
        for value in values:
            yield from below(value)
    elif isinstance(values, dict):
        yield values
        for value in values.values():
            yield from below(value)


def test_a_decision_is_legislation_with_the_facts_of_its_record(tmp_path: Path) -> None:
    pages = library(
        tmp_path, SITE | {DECIDED: DECISION.replace("linh_vuc:", "hieu_luc: còn hiệu lực\n    linh_vuc:")}
    )

    assert things(pages, DECIDED)["Legislation"] == {
        "@type": "Legislation",
        "@id": f"{ADDRESS}quyet-dinh/2021/12-qd-ubnd/",
        "url": f"{ADDRESS}quyet-dinh/2021/12-qd-ubnd/",
        "name": "Quyết định số 12/QĐ-UBND: Phê duyệt Đề cương Đề án thử",
        "legislationType": "Quyết định",
        "legislationIdentifier": "12/QĐ-UBND",
        "legislationDate": "2021-02-05",
        "legislationPassedBy": {
            "@type": "GovernmentOrganization",
            "@id": f"{ADDRESS}co-quan/ubnd-tinh/",
            "url": f"{ADDRESS}co-quan/ubnd-tinh/",
            "name": "Ủy ban nhân dân tỉnh Thanh Hóa",
        },
        "legislationLegalForce": "https://schema.org/InForce",
        "creativeWorkStatus": "đã ban hành",
        "inLanguage": "vi",
        "about": [{"@type": "Thing", "name": "Viễn thông", "url": f"{ADDRESS}linh-vuc/vien-thong/"}],
        "hasPart": [
            {
                "@type": "CreativeWork",
                "@id": f"{ADDRESS}de-cuong/2021/de-an-thu/",
                "url": f"{ADDRESS}de-cuong/2021/de-an-thu/",
                "name": "Đề cương: Đề án thử",
            }
        ],
    }


def test_what_the_record_does_not_say_is_not_said(tmp_path: Path) -> None:
    blank = (
        DECISION.replace("so_ky_hieu: 12/QĐ-UBND", "so_ky_hieu:")
        .replace("ngay_ban_hanh: 05/02/2021", "ngay_ban_hanh:\n    nam: 2021")
        .replace("kem_theo: ../../de-cuong/2021/de-an-thu.md", "kem_theo:")
        .replace("linh_vuc: [Viễn thông]", "linh_vuc:")
        .replace("co_quan: Ủy ban nhân dân tỉnh Thanh Hóa", "co_quan: Ủy ban nhân dân tỉnh khác")
    )
    said = things(library(tmp_path, SITE | {DECIDED: blank}), DECIDED)["Legislation"]

    assert set(said) == {
        *("@type", "@id", "url", "name", "legislationType", "legislationPassedBy", "creativeWorkStatus"),
        "inLanguage",
    }
    assert said["legislationPassedBy"] == {
        "@type": "GovernmentOrganization",
        "name": "Ủy ban nhân dân tỉnh khác",
    }


def test_an_outline_is_part_of_the_decision_that_approves_it(tmp_path: Path) -> None:
    pages = library(tmp_path)

    outline = things(pages, OUTLINED)["CreativeWork"]
    assert outline["genre"] == "Đề cương"
    assert outline["isPartOf"]["@id"] == things(pages, DECIDED)["Legislation"]["@id"]
    assert outline["isPartOf"]["@type"] == "Legislation"


def test_an_agency_is_a_government_organisation_by_all_its_names(tmp_path: Path) -> None:
    superior = AGENCY.replace("viet_tat", "cap_tren: Chính phủ\n    viet_tat")
    agency = things(library(tmp_path, SITE | {"co-quan/ubnd-tinh.md": superior}), "co-quan/ubnd-tinh.md")

    assert agency["GovernmentOrganization"] | {"@id": "", "url": ""} == {
        "@type": "GovernmentOrganization",
        "@id": "",
        "url": "",
        "name": "Ủy ban nhân dân tỉnh Thanh Hóa",
        "alternateName": ["UBND tỉnh"],
        "parentOrganization": {"@type": "GovernmentOrganization", "name": "Chính phủ"},
    }


def test_the_home_page_offers_the_search_that_there_is(tmp_path: Path) -> None:
    pages = library(tmp_path)
    website = things(pages, "index.md")["WebSite"]

    assert website["url"] == ADDRESS
    assert (
        website["potentialAction"]["target"]["urlTemplate"] == f"{ADDRESS}tim-kiem/?q={{search_term_string}}"
    )
    without = Site(ADDRESS, "Văn bản", "", {})
    assert "potentialAction" not in json.dumps(linked_data(pages.documents["index.md"], pages, without))


def test_breadcrumbs_lead_from_the_home_page_to_the_page_by_pages_that_there_are(tmp_path: Path) -> None:
    steps = things(library(tmp_path), DECIDED)["BreadcrumbList"]["itemListElement"]

    assert [(step["position"], step["name"], step["item"]) for step in steps] == [
        (1, "Trang chủ", ADDRESS),
        (2, "Quyết định", f"{ADDRESS}quyet-dinh/"),
        (3, "Năm 2021", f"{ADDRESS}quyet-dinh/2021/"),
        (
            4,
            "Quyết định số 12/QĐ-UBND: Phê duyệt Đề cương Đề án thử",
            f"{ADDRESS}quyet-dinh/2021/12-qd-ubnd/",
        ),
    ]


@pytest.mark.parametrize(
    "text", ["</script><script>alert(1)", "<!--", "a & b", "hai\u2028dòng", 'ngoặc " kép', "{{ config }}"]
)
def test_nothing_in_the_data_ends_the_script_that_holds_it(text: str) -> None:
    written = in_script({"name": text})

    assert not set(written) & set("<>&\u2028\u2029")
    assert json.loads(written) == {"name": text}


def test_texts_for_html_are_escaped(tmp_path: Path) -> None:
    pages = library(tmp_path, {"index.md": HOME, "r.md": '---\ntieu_de: R&D "và" hơn\n---\n\nChữ.\n'})
    title = page_titles(pages.documents, "Văn bản & hồ sơ")["r.md"]

    values = head(pages.documents["r.md"], pages, site(pages), title)

    assert title == 'R&D "và" hơn | Văn bản & hồ sơ'
    assert values["ten"] == "R&amp;D &quot;và&quot; hơn | Văn bản &amp; hồ sơ"
    assert values["url"] == f"{ADDRESS}r/"


CUT = "Phê duyệt Đề cương Đề án phát triển viễn thông và công nghệ thông tin phát triển viễn"
LONG = "Về việc phê duyệt Đề cương Đề án " + "phát triển viễn thông và công nghệ thông tin " * 4


@pytest.mark.parametrize(
    ("pages", "titles"),
    [
        (
            {"index.md": HOME, DECIDED: DECISION},
            ["Văn bản", "Quyết định 12/QĐ-UBND năm 2021 – Phê duyệt Đề cương Đề án thử | Văn bản"],
        ),
        (
            {DECIDED: DECISION.replace("Về việc phê duyệt Đề cương Đề án thử", LONG)},
            [f"Quyết định 12/QĐ-UBND năm 2021 – {CUT}… | Văn bản"],
        ),
        (
            {
                "de-cuong/2021/a.md": OUTLINE.replace("Đề án thử", f"{LONG}thứ nhất"),
                "de-cuong/2021/b.md": OUTLINE.replace("Đề án thử", f"{LONG}thứ hai"),
            },
            [
                f"Đề cương năm 2021 – Phê duyệt {LONG.removeprefix('Về việc phê duyệt ')}{which} | Văn bản"
                for which in ("thứ nhất", "thứ hai")
            ],
        ),
    ],
    ids=["short", "long", "alike at first"],
)
def test_titles_are_short_and_each_pages_own(
    pages: dict[str, str], titles: list[str], tmp_path: Path
) -> None:
    found = page_titles(library(tmp_path, pages).documents, "Văn bản")

    assert [found[path] for path in pages] == titles
