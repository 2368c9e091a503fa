"""What a page says of itself in its head: title, address, and its record in the words of schema.org."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from macros.document import plain_subject
from macros.frame import site_address
from macros.record import AgencyRecord, DecisionRecord, OutlineRecord, PageRecord
from macros.vietnamese import sentence_case
from macros.wayfinding import HOME, field_page, trail

if TYPE_CHECKING:
    from collections.abc import Mapping

    from macros.document import Document
    from macros.frame import Values
    from macros.library import Library

SEARCH = "tim-kiem.md"
"""The page whose address takes what is looked for as `?q=`."""
CARD = "assets/bieu-tuong/the.png"
"""The picture shown where a link is shared."""

FORCE = {
    "còn hiệu lực": "InForce",
    "chưa có hiệu lực": "NotInForce",
    "hết hiệu lực một phần": "PartiallyInForce",
    "hết hiệu lực toàn bộ": "NotInForce",
    "ngưng hiệu lực": "NotInForce",
}
"""schema.org's LegalForceStatus; what is not verified is not said."""

LONGEST_SUBJECT = 90
"""Characters of a subject in a page's title; a reader of tabs and results sees fewer."""

# Characters that could end the script element, or that old parsers of scripts take for line ends.
_IN_SCRIPT = str.maketrans({c: f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"})

_LOCALES = {"vi": "vi_VN", "en": "en_US"}


@dataclass(frozen=True)
class Site:
    """What a page says of the site that it is part of; the address ends with a slash."""

    address: str
    name: str
    description: str
    titles: Mapping[str, str]
    """The titles of all its pages, by their paths."""

    def url(self, path: str) -> str:
        """Give the whole address of a page."""
        return urljoin(self.address, site_address(HOME, path))


def head(document: Document, library: Library, site: Site, title: str) -> Values:
    """Give what the template of the head prints; the texts are escaped for HTML, the data for a script."""
    record = document.record
    language = record.language if isinstance(record, PageRecord) else "vi"
    is_text = isinstance(record, (DecisionRecord, OutlineRecord))
    return {
        "ten": escape(title),
        "url": escape(site.url(document.path)),
        "loai": "article" if is_text else "website",
        "ngon_ngu": _LOCALES[language],
        "anh": escape(site.address + CARD),
        "du_lieu": in_script(linked_data(document, library, site)),
    }


def page_titles(pages: Mapping[str, Document], site_name: str) -> dict[str, str]:
    """Title every page for tabs and results: short, yet different wherever the records are."""
    short = {path: _title(page, LONGEST_SUBJECT) for path, page in pages.items()}
    times = Counter(short.values())
    own = {path: title if times[title] == 1 else _title(pages[path], None) for path, title in short.items()}
    return {
        path: site_name if path == HOME or title == site_name else f"{title} | {site_name}"
        for path, title in own.items()
    }


def linked_data(document: Document, library: Library, site: Site) -> Values:
    """Describe a page by JSON-LD in schema.org's terms, from the record alone."""
    record = document.record
    things: list[Values] = []
    if document.path == HOME:
        things.append(_website(site))
    if isinstance(record, DecisionRecord):
        things.append(_decision(document, record, library, site))
    elif isinstance(record, OutlineRecord):
        things.append(_outline(document, record, library, site))
    elif isinstance(record, AgencyRecord):
        things.append(_agency(document, record, library, site))
    above = list(trail(document.path, site.titles))
    if above:
        things.append(_breadcrumbs(document, above, site))
    return {"@context": "https://schema.org", "@graph": things}


def in_script(data: Values) -> str:
    """Write data so that nothing in it can end the script element that holds it."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_IN_SCRIPT)


def _title(page: Document, longest: int | None) -> str:
    record = page.record
    if not isinstance(record, (DecisionRecord, OutlineRecord)):
        return page.title
    number = getattr(record, "number", None)
    which = " ".join(filter(None, (sentence_case(record.kind), number, f"năm {record.issue_year}")))
    return f"{which} – {_cut(sentence_case(plain_subject(record.subject)), longest)}"


def _cut(text: str, longest: int | None) -> str:
    """Shorten a text at a word's end."""
    if longest is None or len(text) <= longest:
        return text
    return text[: text.rfind(" ", 0, longest) if " " in text[:longest] else longest].rstrip(" ,;:") + "…"


def _website(site: Site) -> Values:
    website: Values = {
        "@type": "WebSite",
        "@id": site.address,
        "url": site.address,
        "name": site.name,
        "description": site.description,
        "inLanguage": "vi",
    }
    if SEARCH in site.titles:
        template = f"{site.url(SEARCH)}?q={{search_term_string}}"
        website["potentialAction"] = {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": template},
            "query-input": "required name=search_term_string",
        }
    return website


def _decision(document: Document, record: DecisionRecord, library: Library, site: Site) -> Values:
    force = FORCE.get(record.force)
    return _known(
        {
            **_page("Legislation", document, site),
            "legislationType": "Quyết định",
            "legislationIdentifier": record.number,
            "legislationDate": record.issued_on.isoformat() if record.issued_on else None,
            "legislationPassedBy": _organisation(record.issuer, library, site),
            "legislationLegalForce": f"https://schema.org/{force}" if force else None,
            "creativeWorkStatus": record.status,
            "inLanguage": "vi",
            "about": _fields(record.fields, site),
            "hasPart": [_page("CreativeWork", page, site) for page in library.attached(document)],
        }
    )


def _outline(document: Document, record: OutlineRecord, library: Library, site: Site) -> Values:
    decision = library.approving(document)
    return _known(
        {
            **_page("CreativeWork", document, site),
            "genre": "Đề cương",
            "sourceOrganization": _organisation(record.issuer, library, site),
            "creativeWorkStatus": record.status,
            "inLanguage": "vi",
            "about": _fields(record.fields, site),
            "isPartOf": _page("Legislation", decision, site) if decision else None,
        }
    )


def _agency(document: Document, record: AgencyRecord, library: Library, site: Site) -> Values:
    return _known(
        {
            **_page("GovernmentOrganization", document, site),
            "name": record.name,
            "alternateName": [*record.abbreviations, *record.other_names],
            "parentOrganization": _organisation(record.superior, library, site) if record.superior else None,
        }
    )


def _breadcrumbs(document: Document, above: list[Values], site: Site) -> Values:
    here = site.url(document.path)
    steps = [(str(step["ten"]), urljoin(here, str(step["url"]))) for step in above]
    steps.append((document.title, here))
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name, "item": url}
            for position, (name, url) in enumerate(steps, 1)
        ],
    }


def _page(kind: str, document: Document, site: Site) -> Values:
    url = site.url(document.path)
    return {"@type": kind, "@id": url, "url": url, "name": document.title}


def _organisation(name: str, library: Library, site: Site) -> Values:
    page = library.agency(name)
    return (
        _page("GovernmentOrganization", page, site)
        if page
        else {"@type": "GovernmentOrganization", "name": name}
    )


def _fields(names: list[str], site: Site) -> list[Values]:
    return [
        _known({"@type": "Thing", "name": name, "url": site.url(page) if page in site.titles else None})
        for name in names
        for page in (field_page(name),)
    ]


def _known(values: Values) -> Values:
    """Leave out what the record does not say."""
    return {key: value for key, value in values.items() if value not in (None, "", [])}
