"""Write what editors know of the front matter: its JSON Schema and snippets, both from the typed record."""

from __future__ import annotations

import argparse
import json
from itertools import count
from typing import TYPE_CHECKING, Any, Final

from pydantic import TypeAdapter

from macros.record import Record
from macros.vietnamese import slug
from scripts.environment import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

SUMMARY: Final = "Viết mẫu phần đầu trang (JSON Schema, đoạn gõ sẵn) cho trình soạn thảo"

FOLDER: Final = ROOT / ".vscode"

Schema = dict[str, Any]

_TITLES: Final = {
    "DecisionRecord": "Quyết định",
    "OutlineRecord": "Đề cương",
    "WorkRecord": "Căn cứ",
    "AgencyRecord": "Cơ quan",
    "PageRecord": "Trang thường",
    "Signatory": "Người ký",
    "Acceptance": "Phát hiện được chấp nhận",
    "Source": "Nguồn của một thông tin",
    "Change": "Văn bản sửa đổi hoặc thay thế",
}
_KINDS: Final = ("DecisionRecord", "OutlineRecord", "WorkRecord", "AgencyRecord", "PageRecord")

# An editor reads `ma: 12` as a number and `luu: [true]` as a truth value; our reader takes both as text.
_TEXT: Final[Schema] = {
    "title": "Chữ",
    "type": ["string", "number", "boolean"],
    "minLength": 1,
    "maxLength": 1000,
    "pattern": r"^(?!.*(?:[<>⟦⟧]|\{[{%#])).*\S",
}
_DAY: Final[Schema] = {
    "title": "Ngày dd/mm/yyyy",
    "type": "string",
    "pattern": r"^(0?[1-9]|[12]\d|3[01])/(0?[1-9]|1[0-2])/\d{4}$",
}
_PAGE: Final[Schema] = {
    "title": "Đường dẫn tới một trang .md",
    "type": "string",
    "pattern": r"^(\.\./)*([a-z0-9-]+/)*[a-z0-9-]+\.md$",
}


def main(argv: list[str]) -> int:
    """Write the files, or compare them; 0 done or alike, 1 different."""
    parser = argparse.ArgumentParser(
        prog="python3 -m scripts schema", description=SUMMARY, allow_abbrev=False
    )
    parser.add_argument("--check", action="store_true", help="không viết, chỉ so với tệp đang có")
    options = parser.parse_args(argv)
    stale = {path: text for path, text in files().items() if not _is_written(path, text)}
    for path, text in stale.items():
        shown = path.relative_to(ROOT).as_posix()
        if options.check:
            print(f"{shown} không còn khớp với mẫu phần đầu. Hãy chạy: python3 -m scripts schema")
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            print(f"Đã viết {shown}")
    if not stale:
        print("Mẫu phần đầu đã khớp.")
    return int(options.check and bool(stale))


def files() -> dict[Path, str]:
    """Give the text of every file that follows from the record."""
    whole = schema()
    return {
        FOLDER / "trang.schema.json": _json(whole),
        FOLDER / "trang.code-snippets": _json(snippets(whole)),
    }


def schema() -> Schema:
    """Make the JSON Schema of a page's front matter: one form for each value of `loai`."""
    raw = TypeAdapter(Record).json_schema(ref_template="#/$defs/{model}")["$defs"]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Phần đầu của một trang",
        "description": "Được viết ra từ macros/record.py bằng lệnh: python3 -m scripts schema",
        "anyOf": [{"$ref": f"#/$defs/{name}"} for name in _KINDS],
        "$defs": {name: _model(name, raw[name]) for name in _TITLES}
        | {"Text": _TEXT, "Day": _DAY, "Page": _PAGE},
    }


def snippets(whole: Schema) -> Schema:
    """Make a snippet for each kind of page: all its keys, with the values to choose from."""
    return {
        model["title"]: {
            "scope": "markdown",
            "prefix": slug(model["title"]),
            "description": f"Phần đầu của trang: {model['title']}",
            "body": ["---", *_lines(model, whole["$defs"]), "---", "", "$0"],
        }
        for model in (whole["$defs"][name] for name in _KINDS)
    }


def _model(name: str, raw: Schema) -> Schema:
    """Turn pydantic's schema of a model into that of what staff type."""
    required = raw["required"]
    properties = {
        key: _property(value, required=key in required)
        for key, value in sorted(raw["properties"].items(), key=lambda item: item[0] != "loai")
    }
    written: Schema = {
        "title": _TITLES[name],
        "type": "object",
        "properties": properties,
        "required": [key for key in properties if key in required],
        "additionalProperties": False,
    }
    if name == "DecisionRecord":  # the model's own rule: a year where there is no date
        written["anyOf"] = [
            {"required": [key], "properties": {key: {"not": {"type": "null"}}}}
            for key in ("ngay_ban_hanh", "nam")
        ]
    return written


def _property(raw: Schema, *, required: bool) -> Schema:
    """Write a key's values; a key that is not required may stand empty."""
    forms = [_form(form) for form in raw.get("anyOf", [raw]) if form.get("type") != "null"]
    if "items" in forms[0]:
        forms.append(forms[0]["items"])  # one value stands for a list of one
    value = forms[0] if len(forms) == 1 else {"anyOf": forms}
    if not required:
        value = {"anyOf": [*value.get("anyOf", [value]), {"type": "null"}]}
    kept = {"default": raw["default"]} if raw.get("default") else {}
    return {"description": raw["description"], **kept, **value}


def _form(raw: Schema) -> Schema:
    """Write one form of a value."""
    match raw:
        case (
            {"$ref": _} | {"const": _} | {"enum": _} | {"type": "integer"} | {"type": "string", "pattern": _}
        ):
            return {key: raw[key] for key in raw if key not in {"title", "description", "default"}}
        case {"type": "array", "items": items}:
            return {"type": "array", "items": _form(items)} | {k: raw[k] for k in ("maxItems",) if k in raw}
        case {"format": "date"}:
            return {"$ref": "#/$defs/Day"}
        case {"type": "string", "maxLength": longest}:
            shorter = {} if longest == _TEXT["maxLength"] else {"maxLength": longest}
            return {"$ref": "#/$defs/Text"} | shorter
        case {"type": "string"}:
            return {"$ref": "#/$defs/Page"}
    raise ValueError(f"the record has a form of value that this command does not know: {raw}")


def _lines(model: Schema, definitions: Schema) -> Iterator[str]:
    """Write a snippet's lines, a key each with a place to type; a new page has no past yet."""
    stop = count(1)
    for key, value in model["properties"].items():
        form = value["anyOf"][0] if "anyOf" in value else value
        item = form.get("items", form)
        inner = definitions.get(item.get("$ref", "").rpartition("/")[2], {}).get("properties", {})
        if key in {"chap_nhan", "dia_chi_cu"}:
            continue
        if inner:
            yield f"{key}:"
            yield from _group(inner, stop, listed=item is not form)
        elif "const" in form:
            yield f"{key}: {form['const']}"
        elif "enum" in form:
            usual = [value["default"]] if "default" in value else []
            yield f"{key}: ${{{next(stop)}|{','.join(dict.fromkeys([*usual, *form['enum']]))}|}}"
        else:
            yield f"{key}: [${next(stop)}]" if item is not form else f"{key}: ${next(stop)}"


def _group(names: Iterable[str], stop: Iterator[int], *, listed: bool) -> Iterator[str]:
    """Write the keys of a group, below its own key or as the first item of a list."""
    for place, name in enumerate(names):
        lead = "  " if not listed else "    " if place else "  - "
        yield f"{lead}{name}: ${next(stop)}"


def _is_written(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text(encoding="utf-8") == text


def _json(value: Schema) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
