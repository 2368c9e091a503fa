"""Every kind of page that the project's own site has, by name, with its address."""

import pytest

DECISION = "quyet-dinh/2021/de-cuong-de-an-vien-thong-cntt-2021-2025/"
OUTLINE = "de-cuong/2024/de-an-trung-tam-cntt-tt-2025-2030/"

KINDS = {
    "home": "",
    "a decision": DECISION,
    "an outline": OUTLINE,
    "an agency": "co-quan/so-thong-tin-va-truyen-thong/",
    "an issuer": "co-quan/ubnd-tinh-thanh-hoa/",
    "the agencies": "co-quan/",
    "decisions": "quyet-dinh/",
    "decisions of a year": "quyet-dinh/2021/",
    "outlines": "de-cuong/",
    "years": "nam/",
    "a year": "nam/2021/",
    "fields": "linh-vuc/",
    "a field": "linh-vuc/vien-thong/",
    "an issuer's documents": "ban-hanh/uy-ban-nhan-dan-tinh-thanh-hoa/",
    "cited works": "can-cu/",
    "a cited work": "can-cu/749-qd-ttg-2020/",
    "a guide": "huong-dan/ham/",
    "a long guide": "huong-dan/viet/",
    "a finding": "huong-dan/loi/bc101/",
    "abbreviations": "tu-viet-tat/",
    "about": "gioi-thieu/",
    "English": "english/",
    "search": "tim-kiem/",
}
NOT_FOUND = "khong/co/trang/nay/"
PAGES = KINDS | {"not found": NOT_FOUND}

every_page = pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())
