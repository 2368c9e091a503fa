"""What editors know of the front matter is what the record takes."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.document import read
from macros.library import load
from macros.record import KINDS, PageRecord
from scripts.environment import ROOT
from scripts.schema import files, main, schema, snippets

WHOLE = schema()

PATHS = {
    "quyết định": "quyet-dinh/2021/a.md",
    "đề cương": "de-cuong/2021/a.md",
    "căn cứ": "can-cu/a.md",
    "cơ quan": "co-quan/a.md",
}
RECORDS: dict[str, dict[str, Any]] = {
    "quyết định": {
        "loai": "quyết định",
        "ngay_ban_hanh": "07/01/2021",
        "tinh_trang": "đã ban hành",
        "co_quan": "UBND xã Mẫu",
        "tham_quyen": "Chủ tịch UBND xã Mẫu",
        "trich_yeu": "Về việc phê duyệt Đề cương Đề án A",
    },
    "đề cương": {
        "loai": "đề cương",
        "nam": 2021,
        "tinh_trang": "dự thảo",
        "co_quan": "UBND xã Mẫu",
        "trich_yeu": "Đề án A",
    },
    "căn cứ": {"loai": "căn cứ", "ten_loai": "Nghị định", "co_quan": "Chính phủ"},
    "cơ quan": {"loai": "cơ quan", "ten": "Ủy ban nhân dân xã Mẫu"},
    "": {"tieu_de": "Giới thiệu"},
}
SIGNATORY = {"ky_thay": "Chủ tịch", "chuc_vu": "Phó Chủ tịch", "ho_ten": "Nguyễn Văn A"}
VALUES: list[Any] = [
    None,
    "",
    " ",
    "chữ",
    "<b>chữ</b>",
    "{{ dieu(1) }}",
    "x" * 1000,
    "x" * 1001,
    12,
    True,
    2021,
    1944,
    "07/01/2021",
    "7/1/2021",
    "07-13-2021",
    "còn hiệu lực",
    "dự thảo",
    "đã sáp nhập",
    "en",
    "../../de-cuong/2021/a.md",
    "https://vi.du/a.md",
    [],
    ["chữ", "số"],
    ["chữ", ""],
    ["../a.md"],
    SIGNATORY,
    {"chuc_vu": "Chủ tịch"},
    {**SIGNATORY, "hoc_vi": "Tiến sĩ"},
    {"ma": "BC101", "ly_do": "Bản ký in như vậy"},
    [{"ma": "BC101", "gia_tri": 3, "ly_do": "Bản ký in như vậy"}],
    [{"ma": "BC1", "ly_do": "Bản ký in như vậy"}],
    [{"noi_dung": "Sổ tay", "xem_ngay": "09/02/2026"}],
    [{"noi_dung": "Sổ tay", "xem_ngay": None}],
    [{"noi_dung": "Sổ tay", "cho": ["hieu_luc"]}],
    [{"van_ban": "72-2025-qh15", "theo": "Điều 51", "tu_ngay": "16/6/2025"}],
    {"van_ban": "Luật mới"},
    "https://vbpl.vn/a?ItemID=1",
]
KEYS = [
    (kind, str(field.alias))
    for kind in RECORDS
    for field in KINDS.get(kind, PageRecord).model_fields.values()
    if field.alias != "loai"
]


def fits(value: Any, form: dict[str, Any]) -> bool:
    """Judge a value by the keywords of JSON Schema that our schema uses; any other keyword is an error."""
    return all(KEYWORDS[word](argument, value, form) for word, argument in form.items() if word not in NOTES)


def is_of_type(names: str | list[str], value: Any) -> bool:
    types = {"string": str, "number": int, "integer": int, "boolean": bool, "object": dict, "array": list}
    wanted = [names] if isinstance(names, str) else names
    if value is None or isinstance(value, bool):
        return ("null" if value is None else "boolean") in wanted
    return any(isinstance(value, types[name]) for name in wanted if name not in {"null", "boolean"})


NOTES = {"$schema", "$defs", "title", "description", "default"}
KEYWORDS = {
    "$ref": lambda address, value, _: fits(value, WHOLE["$defs"][address.removeprefix("#/$defs/")]),
    "anyOf": lambda forms, value, _: any(fits(value, form) for form in forms),
    "not": lambda form, value, _: not fits(value, form),
    "const": lambda constant, value, _: value == constant,
    "enum": lambda constants, value, _: value in constants,
    "type": lambda names, value, _: is_of_type(names, value),
    "pattern": lambda pattern, value, _: not isinstance(value, str) or bool(re.search(pattern, value)),
    "minLength": lambda least, value, _: not isinstance(value, str) or len(value) >= least,
    "maxLength": lambda most, value, _: not isinstance(value, str) or len(value) <= most,
    "minimum": lambda least, value, _: not isinstance(value, int) or value >= least,
    "maximum": lambda most, value, _: not isinstance(value, int) or value <= most,
    "maxItems": lambda most, value, _: not isinstance(value, list) or len(value) <= most,
    "items": lambda form, value, _: not isinstance(value, list) or all(fits(item, form) for item in value),
    "required": lambda keys, value, _: not isinstance(value, dict) or set(keys) <= set(value),
    "properties": lambda forms, value, _: (
        not isinstance(value, dict) or all(fits(value[key], forms[key]) for key in forms if key in value)
    ),
    "additionalProperties": lambda _, value, form: (
        not isinstance(value, dict) or set(value) <= set(form["properties"])
    ),
}


def front(record: dict[str, Any]) -> str:
    """Write a record as a page's front matter; what is None stands empty."""
    return "---\n" + "".join(f"{key}: {flow(value)}\n" for key, value in record.items()) + "---\n"


def flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    return "" if value is None else json.dumps(value, ensure_ascii=False)


def test_the_committed_files_are_the_generated_ones() -> None:
    for path, text in files().items():
        assert path.read_text(encoding="utf-8") == text, "run: python3 -m scripts schema"


def test_the_command_says_which_file_is_stale_and_writes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("scripts.schema.FOLDER", tmp_path / ".vscode")
    monkeypatch.setattr("scripts.schema.ROOT", tmp_path)
    assert main(["--check"]) == 1
    assert ".vscode/trang.schema.json không còn khớp" in capsys.readouterr().out
    assert main([]) == 0
    assert main(["--check"]) == 0
    assert json.loads((tmp_path / ".vscode/trang.schema.json").read_text(encoding="utf-8")) == WHOLE


@pytest.mark.parametrize("path", sorted(load(ROOT / "docs").documents))
def test_the_front_matter_of_a_real_page_fits(path: str) -> None:
    text = (ROOT / "docs" / path).read_text(encoding="utf-8")
    assert fits(yaml.safe_load(text.split("---\n")[1]), WHOLE)


@pytest.mark.parametrize("kind", RECORDS)
def test_a_record_with_what_it_must_have_fits_and_without_any_of_it_does_not(kind: str) -> None:
    record = RECORDS[kind]
    assert fits(record, WHOLE)
    for key in record:
        rest = {name: value for name, value in record.items() if name != key}
        assert not fits(rest, WHOLE), key
        assert read(PATHS.get(kind, "a.md"), front(rest)).record is None, key


@pytest.mark.parametrize(("kind", "key"), KEYS)
def test_the_schema_takes_the_values_that_the_record_takes(kind: str, key: str) -> None:
    for value in VALUES:
        changed = RECORDS[kind] | {key: value}
        page = read(PATHS.get(kind, "a.md"), front(changed))
        assert fits(changed, WHOLE) == (page.record is not None), (value, page.record_problems)


@pytest.mark.parametrize("kind", RECORDS)
def test_a_key_of_no_model_does_not_fit(kind: str) -> None:
    assert not fits(RECORDS[kind] | {"tieude": "Giới thiệu"}, WHOLE)


def test_every_key_is_described_in_vietnamese_for_the_editors_hint() -> None:
    vietnamese = re.compile(
        "[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]", re.IGNORECASE
    )
    for model in WHOLE["$defs"].values():
        for key, form in model.get("properties", {}).items():
            assert vietnamese.search(form["description"]), key


@pytest.mark.parametrize("title", ["Quyết định", "Đề cương", "Cơ quan", "Trang thường"])
def test_a_snippet_offers_every_key_of_its_kind_once(title: str) -> None:
    model = next(model for model in WHOLE["$defs"].values() if model["title"] == title)
    lines = snippets(WHOLE)[title]["body"]
    keys = [line.split(":")[0] for line in lines if re.match("[a-z]", line)]
    assert keys == [key for key in model["properties"] if key not in {"chap_nhan", "dia_chi_cu"}]


def test_a_snippet_filled_in_is_a_good_page() -> None:
    filled = {"tinh_trang": "dự thảo", "nam": "2021", "ho_ten": "Nguyễn Văn A"}
    for title, path in {"Quyết định": "quyet-dinh/2021/a.md", "Đề cương": "de-cuong/2021/a.md"}.items():
        body = "\n".join(snippets(WHOLE)[title]["body"])
        chosen = re.sub(r"\$\{\d+\|([^,|]+)[^}]*\}", r"\1", body)
        must = r"(?m)^( *)(co_quan|trich_yeu|tham_quyen|nam|ho_ten): \$\d+$"
        text = re.sub(must, lambda m: f"{m[1]}{m[2]}: {filled.get(m[2], 'Chữ')}", chosen)
        page = read(path, re.sub(r"\$\d+", "", text))
        assert page.record is not None, (page.front.problems, page.record_problems)
