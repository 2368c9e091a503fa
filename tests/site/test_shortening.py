"""Our style sheets and scripts go out short, and mean what they meant."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from scripts.environment import ROOT
from scripts.site.shortening import ShorteningError, shorten, shortened


@pytest.mark.parametrize(
    ("suffix", "text", "short"),
    [
        (".css", "/* why */\n.a > p {\n  color: red;\n}\n", ".a>p{color:red}"),
        (".css", '.a::after { content: "/* kept */ “¶” "; }', '.a:after{content:"/* kept */ “¶” "}'),
        (".css", "@page { size: A4; @top-center { content: counter(page); } }",
         "@page{size:A4;@top-center{content:counter(page)}}"),
        (".css", "@media print { .a { display: none; } }", "@media print{.a{display:none}}"),
        (".css", "@media (max-width: 30em) { .a { b: c; } }", "@media (max-width:30em){.a{b:c}}"),
        (".css", ".a { & b { c: d; } e: f; & g { h: i; } }", ".a b{c:d}.a{e:f}.a g{h:i}"),
        (".js", "// why\nlet a = b();\nf(a, a);\n", "let a=b();f(a,a);"),
        (".js", "/* why */ f(`// kept`, '/* kept */', /\\/\\*/);", "f(`// kept`,`/* kept */`,/\\/\\*/);"),
        (".js", 'import { a } from "./a.js";\na();', 'import{a}from"./a.js";a();'),
        (".js", "export function b() {\n  return 1;\n}\n", "export function b(){return 1}"),
    ],
)  # fmt: skip
def test_what_people_need_goes_and_what_browsers_need_stays(suffix: str, text: str, short: str) -> None:
    assert shortened(text, suffix).rstrip(";") == short.rstrip(";")


@pytest.mark.parametrize(
    ("suffix", "text"),
    [
        (".css", "a { color: red; } } b { x: y }"),
        (".js", "const a = ;"),
        (".js", "f("),
        (".js", 'f("</script>");x('),
    ],
)
def test_what_cannot_be_read_is_refused(suffix: str, text: str) -> None:
    with pytest.raises(ValueError, match=r"cú pháp|Parsing stylesheet failed"):
        shortened(text, suffix)


def test_only_our_own_files_are_rewritten_and_a_faulty_one_is_named(tmp_path: Path) -> None:
    theme = "assets/stylesheets/main.min.css"
    files = {"assets/in.css": "a { b: c; }", theme: "a { b: c; }", "assets/tim-kiem/a.js": "f ( 1 ) ;"}
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")

    assert shorten(tmp_path) == len(files["assets/in.css"]) - len("a{b:c}") + len("f ( 1 ) ;") - len("f(1);")

    assert (tmp_path / "assets/in.css").read_text(encoding="utf-8") == "a{b:c}"
    assert (tmp_path / theme).read_text(encoding="utf-8") == files[theme]

    (tmp_path / "assets/in.css").write_text("a { b: c; }}", encoding="utf-8")
    with pytest.raises(ShorteningError, match=r"assets/in\.css"):
        shorten(tmp_path)


SELECTORS = """(text) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  const found = new Set();
  const parts = (selectors) => {
    let depth = 0;
    const parted = [...selectors].map((sign) => {
      depth += (sign === "(") - (sign === ")");
      return sign === "," && depth === 0 ? "\\n" : sign;
    });
    return parted.join("").split("\\n").map((one) => one.trim());
  };
  const below = (one, above) => (one.includes("&") ? one.replaceAll("&", above) : `${above} ${one}`.trim());
  const read = (rules, above) => {
    for (const rule of rules) {
      const all = parts(rule.selectorText ?? "").flatMap((one) => above.map((each) => below(one, each)));
      if (rule.style?.length) for (const one of all) found.add(one);
      if (rule.cssRules) read(rule.cssRules, all);
    }
  };
  read(sheet.cssRules, [""]);
  return [...found].sort();
}"""
"""Everything that a browser understands a style sheet to be about, nested rules as what they stand for."""


@pytest.mark.parametrize(
    "path", sorted((ROOT / "overrides/assets").glob("*.css")), ids=lambda path: path.name
)
def test_a_browser_finds_the_same_rules_in_what_is_short(path: Path, page: Page) -> None:
    text = path.read_text(encoding="utf-8")
    long, short = (page.evaluate(SELECTORS, sheet) for sheet in (text, shortened(text, ".css")))
    assert len(long) > 4
    assert short == long
