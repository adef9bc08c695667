"""What the form for ``edition.yml`` does in the browser agrees with what the build does."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.content.editions import read_edition
from macros.content.library import Library
from macros.content.strings import read_strings
from macros.core import colour
from macros.core.archives import bundle
from macros.core.javascript import ScriptEngine
from macros.core.parsing import ParsedFile
from macros.core.problems import ContentError
from macros.core.svg_check import drawing_problem
from macros.core.validation import validate
from macros.models.editions import Edition
from macros.models.file_schema import file_schema
from macros.pages.edition_form import FORM_PARTS, IN_STATEMENTS, IN_THE_FILE, LETTERS, leaves
from macros.publishing.offline import _handing_over
from macros.rendering.views import render
from macros.scaffold.council_names import (
    ARTICLE,
    ROUND,
    SMALL_WORDS,
    folder_name,
    initials,
    place_of,
    programme_of,
    with_article,
)
from macros.scaffold.create import blank_settings
from macros.scaffold.initials_logo import SIDE, TALLEST, WIDEST, letter_shape
from tests.conftest import ROOT
from tests.support.scripts import loaded

FORM = "edition-form"
RULES = {"round": [[pattern.replace("(?P<", "(?<"), kind] for pattern, kind in ROUND], "article": ARTICLE.pattern}
NAMES: dict[str, Any] = {**RULES, "small": sorted(SMALL_WORDS)}
SOUND: dict[str, Any] = {
    "council": "Anytown Council", "place": "Anytown", "place_kind": "town", "programme": "Digital Anytown",
    "contact": {"team": "the team", "email": "digital@anytown.example"},
    "look": {"primary": "#1f4e5f", "accent": "#9a4f10", "logo": "assets/logo.svg"},
}  # fmt: skip
SCRIPTS = (
    *("colours", "schema-check", "settings-check", "settings-text", "names", "drawn-logo", "logo-file", "on-github"),
    *("own-file", "archive", "named-page", "named-parts", "named-site"),
)


@cache
def engine() -> ScriptEngine:
    return loaded(*(f"{FORM}/{name}.js" for name in SCRIPTS))


def run(script: str, body: str, **given: Any) -> Any:
    return engine().run(f'const module = need("{FORM}/{script}.js");\nconst given = {json.dumps(given)};\n{body}')


def changed(at: str, value: Any) -> dict[str, Any]:
    """Sound settings with one changed: ``at`` is its path, and a value of ... takes it away."""
    whole = json.loads(json.dumps(SOUND))
    part, keys = whole, at.split(".")
    for key in keys[:-1]:
        part = part.setdefault(key, {})
    if value is ...:
        part.pop(keys[-1])
    else:
        part[keys[-1]] = value
    return dict(whole)


CASES: list[tuple[str, Any]] = [
    ("council", "Barking & Dagenham"), ("council", "  "), ("council", ...), ("council", 7), ("council", None),
    ("council", "two\nlines"), ("place_kind", "village"), ("place_kind", "island"), ("nation", "france"),
    ("contact.email", "a@b"), ("contact.email", "a@b.example?bcc=c@d.example"), ("contact.email", "<a@b.example>"),
    ("contact.email", "a b@c.example"), ("contact.email", "a@b.gov.uk"), ("contact.email", ...),
    ("contact.email", "a@@b.example"), ("contact.email", "a@b..example"), ("contact.website", "www.a.example"),
    ("contact.website", 'https://a.example/"'), ("contact.website", "https://a.example/x?y=1#z"),
    ("contact.website", "https://localhost"), ("contact.phone", ""),
    ("contact.phone", "call us"), ("contact.phone", "01632 960001"), ("place", "a\u202eb"), ("contact.fax", "1"),
    ("look.primary", "#ffff00"), ("look.primary", "blue"), ("look.primary", "#005A9C"), ("look.accent", "#12"),
    ("council", "{{ Name }} Council"), ("programme", "«Programme»"), ("contact.team", "{% if x %}"), ("place", "{a}"),
    ("council", "“Anytown Council”"), ("council", '“Anytown Council"'), ("says", "“Start” and “stop”"),
    ("site.repository", "a/b"), ("site", None), ("site.url", "http://a.example"), ("place_with_article", "the Wight"),
    ("place_with_article", "the Anytown"), ("draft", "true"), ("draft", True), ("facts", None), ("facts.people", 7),
    ("facts.people", [1]), ("hide", None), ("hide", [{"page": "a.md", "reason": " "}]), ("hide", [{"page": "a.md"}]),
    ("local.safeguarding", ""), ("local.safeguarding", "the lead"), ("colour", "red"), ("listed", "yes"),
    ("succeeds", ["a", ""]), ("succeeds", ["a"]), ("succeeded_by", "there"),
    ("accessibility.compliance", "partially"), ("accessibility.compliance", "quite"),
    ("accessibility", {"compliance": "fully", "signed_by": "the lead", "signed_on": date(2026, 11, 1)}),
    ("accessibility", {"compliance": "not", "signed_by": "the lead", "signed_on": date(2026, 11, 1)}),
    ("accessibility", {"compliance": "not", "signed_by": "the lead", "signed_on": "2026-11-01"}),
]  # fmt: skip


@cache
def schema() -> dict[str, Any]:
    return file_schema(Edition)


@pytest.mark.parametrize(("at", "value"), CASES, ids=[f"{at}={value!r}" for at, value in CASES])
def test_the_form_and_the_build_agree_on_what_settings_will_do(at: str, value: Any) -> None:
    settings = changed(at, value)
    try:
        validate(Edition, ParsedFile("edition.yml", settings), slug="anytown")
        refused = False
    except ContentError:
        refused = True
    text = yaml.safe_dump(settings, allow_unicode=True)
    body = f"""
    const {{ settings, ...wrong }} = need("{FORM}/settings-text.js").readSettings(given.text);
    return settings ? module.settingsProblems(given.schema, settings.data) : [wrong];
    """
    problems = run("settings-check", body, schema=schema(), text=text)
    assert bool(problems) == refused, problems


def test_every_problem_has_words_on_the_page() -> None:
    words = read_strings(ROOT, "toolkit")["edition_form"]
    rules = set(re.findall(r'rule: "(\w+)"', "".join(_scripts("schema-check", "settings-check"))))
    rules |= set(re.findall(r'\$comment": "(\w+)"', json.dumps(file_schema(Edition))))
    assert rules - {"empty"} <= set(words["problems"]) and len(rules) > 12
    assert set(re.findall(r'return "(\w+)"', "".join(_scripts("logo-file")))) <= set(words["logo_problems"])


def _scripts(*names: str) -> list[str]:
    return [(ROOT / f"overrides/assets/js/{FORM}/{name}.js").read_text("utf-8") for name in names]


def test_the_script_knows_every_keyword_that_the_schema_uses() -> None:
    known = {"type", "properties", "required", "additionalProperties", "anyOf", "enum", "items", "pattern", "format"}
    silent = {"$ref", "$defs", "$comment", "title", "description", "default"}  # no rules, or followed

    def keywords(part: Any) -> set[str]:
        if not isinstance(part, dict):
            return set()
        below = [*part.get("properties", {}).values(), *part.get("$defs", {}).values(), *part.get("anyOf", [])]
        return set(part).union(*map(keywords, [*below, part.get("items"), part.get("additionalProperties")]))

    assert keywords(file_schema(Edition)) <= known | silent
    assert keywords({"items": {"minLength": 1}}) - known - silent == {"minLength"}


def test_the_form_asks_for_every_setting_or_says_why_not() -> None:
    rules = file_schema(Edition)
    asked = {path for paths in FORM_PARTS.values() for path in paths}
    settings = {leaf.path for leaf in leaves(rules, rules)} - {"local"}
    assert settings - asked <= IN_THE_FILE and not asked & IN_THE_FILE


def without_label(labels: dict[str, Any], paths: Iterable[str]) -> list[str]:
    """Those settings whose box of the form would have no label in ``labels``."""

    def label(path: str) -> Any:
        part: Any = labels
        for key in path.split("."):
            part = part.get(key) if isinstance(part, dict) else None
        return part

    return [path for path in paths if not isinstance(label(path), str)]


def test_every_setting_of_the_form_has_a_label(library: Library) -> None:
    paths = [path for part in FORM_PARTS.values() for path in part]

    assert without_label(library.strings["edition_form"]["fields"], paths) == []
    assert without_label({"look": {"primary": "Main colour"}}, ["look.primary", "look.accent", "motto"]) == [
        "look.accent",
        "motto",
    ]


def test_colours_are_the_builds_own() -> None:
    for primary, accent in [
        ("#12436d", "#b0560f"),
        ("#5c2d91", "#ffd400"),
        ("#000000", "#ffffff"),
        ("#767676", "#010203"),
    ]:
        for scheme in ("light", "dark"):
            whole = colour.tokens(primary, accent, scheme)
            tokens = run(
                "colours",
                "return module.ownTokens(given.primary, given.accent, given.scheme, given.others);",
                primary=primary, accent=accent, scheme=scheme, others=whole,
            )  # fmt: skip
            assert tokens == {name: whole[name] for name in tokens}
    palette = render(
        "theme/palette.css",
        light=colour.tokens("#12436d", "#b0560f", "light"),
        dark=colour.tokens("#12436d", "#b0560f", "dark"),
    )
    wanted = render(
        "theme/palette.css",
        light=colour.tokens("#5c2d91", "#007a33", "light"),
        dark=colour.tokens("#5c2d91", "#007a33", "dark"),
    )
    body = "return module.ownPalette(given.palette, { primary: '#5c2d91', accent: '#007a33' });"
    assert run("named-parts", body, palette=palette) == wanted


@pytest.mark.parametrize(
    "council",
    [
        "Plymouth City Council", "London Borough of Barking & Dagenham", "Isle of Wight Council", "Cyngor Sir Ynys Môn",
        "The Vale of Glamorgan Council", "Bournemouth, Christchurch and Poole Council",
        "King's Lynn & West Norfolk Borough Council", "Cyngor Dinas Casnewydd", "Digital Together Partnership",
        "Comhairle nan Eilean Siar", "<script>", "",
    ],
)  # fmt: skip
def test_a_councils_name_gives_away_the_same(council: str) -> None:
    place, kind = place_of(council)
    assert run("names", "return module.placeOf(given.council, given.rules);", council=council, rules=NAMES) == {
        "place": place, "kind": kind,
    }  # fmt: skip
    body = """
    const { place, rules } = given;
    return [module.withArticle(place, rules), module.folderName(place), module.initials(place, rules)];
    """
    likely = 'return module.programmeOf(given.place, "Digital {place}");'
    assert run("names", likely, place=place) == programme_of(place, "Digital {place}")
    assert run("names", body, place=place, rules=NAMES) == [with_article(place), folder_name(place), initials(place)]


FILLED = """
const { settings } = module.readSettings(given.blank);
for (const [path, value, kind] of given.values) settings.put(path, value, kind);
"""
VALUES = [
    ["council", 'The "Old" Council: # & {x}'], ["place", "yes"], ["place_kind", "town"], ["programme", "2026-11-24"],
    ["place_with_article", ""], ["contact.team", "the team"], ["contact.email", "a@b.example"], ["contact.website", ""],
    ["contact.phone", "01632 960000"], ["site.url", ""], ["site.repository", ""], ["look.primary", "#1f4e5f"],
    ["look.accent", "#9a4f10"], ["local.safeguarding", "null"], ["draft", True], ["accessibility.compliance", "not"],
    ["accessibility.signed_by", "the lead"], ["accessibility.signed_on", "2026-11-30", "date"],
]  # fmt: skip


def blank() -> str:
    return blank_settings(read_strings(ROOT, "toolkit")["local"])


def test_what_the_form_writes_is_read_by_the_build_letter_by_letter(tmp_path: Path) -> None:
    text = run("settings-text", f"{FILLED}\nreturn settings.text();", blank=blank(), values=VALUES)
    folder = tmp_path / "editions/anytown"
    (folder / "assets").mkdir(parents=True)
    (folder / "edition.yml").write_text(text, "utf-8")
    (folder / "assets/logo.svg").write_text(_logo("AB", "square"), "utf-8")
    edition = read_edition(tmp_path, "anytown")
    assert (edition.council, edition.place, edition.programme) == ('The "Old" Council: # & {x}', "yes", "2026-11-24")
    assert edition.local == {"safeguarding": "null"} and edition.draft
    assert edition.accessibility.signed_on == date(2026, 11, 30)
    assert edition.contact.website is None and edition.site.url is None


def test_settings_that_are_read_keep_their_comments_and_what_the_form_does_not_ask_for() -> None:
    text = '# ours\ncouncil: "A" # the name\nhide:\n  # why\n  - page: a.md\n    reason: "b"\nlocal:\n  equality: "x"\n'
    body = """
    const { settings } = module.readSettings(given.text);
    const same = settings.text();
    settings.put("council", "B");
    settings.put("local.equality", "");
    return [same, settings.text(), settings.text({ comments: false })];
    """
    same, other, bare = run("settings-text", body, text=text)
    assert same == text
    assert other == text.replace('"A"', '"B"').replace('local:\n  equality: "x"\n', "")
    assert "#" not in bare and yaml.safe_load(bare) == yaml.safe_load(other)


@pytest.mark.parametrize(
    ("text", "reason", "line"),
    [
        ('council: "A\nplace: B\n', "broken", 3), ("a: 1\n\tb: 2\n", "broken", 2), ("a: 1\na: 2\n", "broken", 2),
        ("- a\n", "no_settings", 1), ("", "no_settings", 1), ("a: &x 1\nb: *x\n", "broken", 1),
    ],
)  # fmt: skip
def test_text_that_holds_no_settings_is_told_with_its_line(text: str, reason: str, line: int) -> None:
    outcome = run("settings-text", "return { ...module.readSettings(given.text), settings: undefined };", text=text)
    # A quotation mark that is not closed is noticed where the text ends.
    assert (outcome["reason"], outcome["line"]) == (reason, line)


@cache
def _shapes() -> dict[str, Any]:
    letters = {letter: letter_shape(letter) for letter in LETTERS}
    return {"mark": {"side": SIDE, "widest": WIDEST, "tallest": TALLEST}, "letters": letters}


def _logo(letters: str, shape: str, name: str = "A & <B>") -> str:
    drawing = _shapes()
    body = "return module.logoFile(given.letters, '#1f4e5f', given.shape, given.name, given.drawing);"
    return str(run("drawn-logo", body, letters=letters, shape=shape, name=name, drawing=drawing))


@pytest.mark.parametrize("shape", ["square", "circle", "shield"])
@pytest.mark.parametrize("letters", ["BCP", "ÉŶ", "Ж", ""])
def test_a_drawn_logo_is_a_drawing_that_the_build_takes(shape: str, letters: str) -> None:
    text = _logo(letters, shape)
    assert drawing_problem(text.encode()) == ""
    assert "A &amp; &lt;B>" in text


SVG = '<svg xmlns="http://www.w3.org/2000/svg"{}>{}</svg>'
PICTURES = {
    "fine": SVG.format("", '<path d="M0 0"/><use href="#a"/>'),
    "script": SVG.format("", "<script>1</script>"),
    "handler": SVG.format(' onload="x()"', ""),
    "elsewhere": SVG.format("", '<image href="https://a.example/x.png"/>'),
    "import": SVG.format("", "<style>@import 'x.css';</style>"),
    "fetches": SVG.format("", '<rect fill="url(https://a.example/x)"/>'),
    "foreign": SVG.format("", "<foreignObject/>"),
    "words": '<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG.format("", ""),
    "no picture": "<html></html>",
}


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_that_the_build_would_refuse_is_refused_on_the_page(name: str) -> None:
    content = PICTURES[name].encode()
    body = """
    globalThis.TextDecoder = class { decode(bytes) { return String.fromCharCode(...bytes); } };
    return module.logoProblem({ name: "a.svg", size: given.bytes.length }, given.bytes, given.limits);
    """
    limits = {"largest": 2_000_000, "endings": [".svg", ".png"]}
    problem = run("logo-file", body, bytes=list(content), limits=limits)
    assert bool(problem) == bool(drawing_problem(content))
    other = """
    const files = [["a.gif", 9, []], ["a.png", 3e6, []], ["a.png", 4, [1, 2, 3, 4]], ["a.PNG", 4, [137, 80, 78, 71]]];
    return files.map(([name, size, bytes]) => module.logoProblem({ name, size }, bytes, given.limits));
    """
    assert run("logo-file", other, limits=limits) == ["kind", "large", "unread", ""]


def test_github_opens_with_the_text_that_fits() -> None:
    body = "return module.newFile('https://github.com/a/b', 'editions/ynys-môn/edition.yml', given.texts);"
    whole = run("on-github", body, texts=["a: “é”\n#", "short"])
    assert whole["at"] == 0 and whole["url"].endswith("edition.yml&value=a%3A%20%E2%80%9C%C3%A9%E2%80%9D%0A%23")
    assert run("on-github", body, texts=["x" * 9000, "short"])["at"] == 1
    assert run("on-github", body, texts=["x" * 9000]) == {
        "at": -1,
        "url": "https://github.com/a/b/new/main?filename=editions%2Fynys-m%C3%B4n%2Fedition.yml",
    }
    typed = [
        "a/b",
        "https://github.com/a/b.git",
        "https://github.com/a/b/",
        "https://gitlab.com/a/b",
        "a",
        "javascript:x/y",
    ]
    addresses = run("on-github", "return given.typed.map((text) => module.repositoryOf(text));", typed=typed)
    assert addresses == ["https://github.com/a/b"] * 3 + [""] * 3


def test_the_blank_settings_fit_on_githubs_page_without_their_explanations() -> None:
    body = f"{FILLED}\nreturn settings.text({{ comments: false }});"
    bare = run("settings-text", body, blank=blank(), values=VALUES)
    chosen = run("on-github", "return module.newFile('https://github.com/a/b', 'x', [given.bare]).at;", bare=bare)
    assert chosen == 0 and yaml.safe_load(bare)["council"] == VALUES[0][1]


def test_a_note_and_a_page_of_ones_own_are_files_that_the_build_reads() -> None:
    body = "return module.ownFile(given.typed, 'anytown', need('edition-form/names.js').folderName);"
    typed = {
        "kind": "note",
        "page": "focus/a.md",
        "title": "",
        "about": "",
        "text": "Ask **Sam**.",
        "day": "2026-11-29",
    }
    assert run("own-file", body, typed=typed) == {
        "file": "editions/anytown/notes/focus/a.md", "text": "Ask **Sam**.\n", "lacks": [],
    }  # fmt: skip
    page = {**typed, "kind": "page", "page": "roles.md", "title": 'Our "partners": who', "about": ""}
    written = run("own-file", body, typed=page)
    assert written["file"] == "editions/anytown/docs/our-partners-who.md" and written["lacks"] == ["about"]
    front = yaml.safe_load(written["text"].split("---")[1])
    assert front["title"] == 'Our "partners": who' and front["after"] == "roles.md"


DATA = {**SOUND, "programme": "<b>Digital</b> & 'A'", "council": "A & <script>alert(1)</script>"}
MARKS = re.compile(r"own\(edition, \"([a-z-]+)\"\)|<!--own:([a-z-]+)-->")


@cache
def words() -> dict[str, Any]:
    statements = read_strings(ROOT, "toolkit")["statements"]
    return {key: statements[key] for key in IN_STATEMENTS} | {
        "site_name": "the website “{programme}”",
        "feedback_not_yet": "Not yet: {council}",
        "local": {"data_protection": "your adviser"},
    }


def named(html: str, path: str = "focus/index.html") -> str:
    given = {
        "programme": DATA["programme"], "council": DATA["council"], "slug": "anytown", "oldSlug": "toolkit",
        "logo": "assets/edition/our-logo.png", "draft": "Draft: <i>", "ownName": {"council": DATA["council"]},
    }  # fmt: skip
    body = f"""
    const parts = need("{FORM}/named-parts.js").namedParts(given.data, given.words, "en-GB");
    return module.namedPage(given.html, given.path, {{ ...given.named, parts }});
    """
    return str(run("named-page", body, html=html, path=path, data=DATA, words=words(), named=given))


def test_every_marked_place_has_a_councils_own_words() -> None:
    texts = [
        path.read_text("utf-8") for folder in ("macros/views", "overrides") for path in (ROOT / folder).rglob("*.html")
    ]
    marks = {mark for text in texts for pair in MARKS.findall(text) for mark in pair if mark}
    parts = run(
        "named-parts",
        'return Object.keys(module.namedParts(given.data, given.words, "en-GB"));',
        data=DATA,
        words=words(),
    )
    assert marks >= {"feedback", "reach", "run-by", "signed"} and marks <= set(parts)


def test_what_somebody_types_comes_out_as_itself_in_the_zips_pages() -> None:
    page = (
        "<!doctype html>\n<html><head><title>Step · Community toolkit</title>\n"
        "<style>:root{--a:#000000}</style>\n</head>"
        '<body><header class="header"><img class="brand__logo" src="../assets/edition/logo.svg" alt="">'
        '<span class="brand__name"><!--own:programme-->Community toolkit<!--/own--></span></header>'
        "<p><!--own:run-by-->nobody<!--/own--> <!--own:unknown-->kept<!--/own--></p>"
        '<a download="book-toolkit.pdf">x</a></body></html>'
    )
    text = named(page)
    assert "<title>Step · &lt;b&gt;Digital&lt;/b&gt; &amp; &#39;A&#39;</title>" in text
    assert "<script>" not in text and "<b>" not in text and "<i>" not in text
    assert 'href="../assets/css/own-colours.css"' in text and "<style>" not in text
    assert 'src="../assets/edition/our-logo.png" alt="A &amp; &lt;script&gt;' in text
    assert text.count('<meta name="robots" content="noindex">') == named(text).count("noindex") == 1, "a draft"
    assert 'download="book-anytown.pdf"' in text and "<!--own:unknown-->kept<!--/own-->" in text
    assert 'class="draft">Draft: &lt;i&gt;' in text and "nobody" not in text
    assert named(text) == text, "a zip that was made can be made again"


def test_the_zip_holds_every_file_as_other_programs_read_it() -> None:
    home = (
        "<html><head><title>Community toolkit</title><style>:root{--primary:#12436d;--accent:#b0560f}</style></head>"
        "<body><!--own:programme-->Community toolkit<!--/own--></body></html>"
    )
    index = json.dumps({"a": 'It\'s "x" \\ é\n'})
    old = bundle(
        {
            "out-toolkit/index.html": home.encode(), "out-toolkit/assets/edition/logo.svg": b"<svg/>",
            "out-toolkit/READ ME.txt": b"the toolkit's", "out-toolkit/downloads/a.pdf": b"%PDF" * 99,
            "out-toolkit/search/index.json.js": _handing_over(index),
        },
        date(2026, 11, 29),
    )  # fmt: skip
    body = """
    const named = { ...given.named, logoBytes: Uint8Array.from([1, 2, 3]) };
    globalThis.setTimeout = (go) => go();
    globalThis.btoa = () => "";
    let pieces;
    let wrong;
    module.namedSite(Uint8Array.from(given.old), named, () => {}).then(
      (site) => { pieces = site.pieces; }, (error) => { wrong = error.constructor.name; });
    globalThis.result = () => wrong ?? pieces.flatMap((piece) => [...piece]);
    return 0;
    """
    given = {
        "programme": "Digital A", "council": "A", "slug": "a", "folder": "out-a", "zipFolder": "out",
        "logo": "assets/edition/logo.svg", "draft": "", "ownName": {}, "parts": {"programme": "Digital A"},
        "documentWords": {"logo_alt": "Logo of {council}", "toolkit_logo": "", "neutral": "", "edition": "{council}"},
        "look": {"primary": "#5c2d91", "accent": "#007a33"}, "files": {"READ ME.txt": "é"},
    }  # fmt: skip
    run("named-site", body, named=given, old=list(old))
    new = bytes(engine().run("return result();"))
    with zipfile.ZipFile(io.BytesIO(new)) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        content = {name: archive.read(name) for name in names}
    assert len(names) == len(set(names)) and content["out-a/READ ME.txt"].decode() == "é"
    assert {name.split("/")[0] for name in content} == {"out-a"}
    assert content["out-a/downloads/a.pdf"] == b"%PDF" * 99
    assert content["out-a/search/index.json"].decode() == index
    assert content["out-a/assets/edition/logo.svg"] == bytes([1, 2, 3])
    assert (
        b"Digital A</title>" in content["out-a/index.html"]
        and b"#5c2d91" in content["out-a/assets/css/own-colours.css"]
    )
    again = {**given, "folder": "out-b", "look": {"primary": "#12436d", "accent": "#b0560f"}}
    run("named-site", body, named=again, old=list(new))
    with zipfile.ZipFile(io.BytesIO(bytes(engine().run("return result();")))) as archive:
        assert sorted(archive.namelist()) == sorted(name.replace("out-a/", "out-b/") for name in names)
        assert b"#12436d" in archive.read("out-b/assets/css/own-colours.css")
    run("named-site", body, named=given, old=list(b"no archive" * 9))
    assert engine().run("return result();") == "NotTheSite"


SENTENCES = """<p>Ring <!--own:local-data-protection-->somebody<!--/own-->.
<!--own:local-data-protection-first-->Somebody<!--/own--></p>
<!--own:whose-edition--><p>Nobody's.</p><!--/own-->Toolkit<!--own:credited-for--><!--/own-->"""


@pytest.mark.parametrize(
    ("more", "wanted"),
    [
        ({}, ["your adviser", "Your adviser", "<p>This is the edition for Anytown.</p>", ", the edition for Anytown"]),
        (
            {"local": {"data_protection": "ann & co"}, "place_with_article": "the <i>"},
            ["ann &amp; co", "Ann &amp; co", "<p>This is the edition for the &lt;i&gt;.</p>"],
        ),
    ],
    ids=["general words", "a council's own"],
)
def test_a_sentence_of_the_zip_names_the_council_as_a_built_edition_does(
    more: dict[str, Any], wanted: list[str]
) -> None:
    body = f"""
    const named = (html, data) => module.namedPage(html, "index.html", {{
      programme: "P", council: "C", draft: "", ownName: {{}}, logo: "",
      parts: need("{FORM}/named-parts.js").namedParts(data, given.words, "en-GB"),
    }});
    const before = {{ ...given.data, local: {{ data_protection: "of another council" }} }};
    return named(named(`<html><head></head><body>${{given.html}}</body></html>`, before), given.data);
    """
    text = run("named-page", body, html=SENTENCES, data={**SOUND, **more}, words=words())
    assert all(f"-->{words}<!--/own-->" in text for words in wanted), text
    assert "another" not in text and "noindex" not in text


@pytest.mark.parametrize(
    ("contact", "wanted"),
    [
        ("a@b.example", ["A Council", "Anytown", "a@b.example", "", ""]),
        ("01632 960001", ["A Council", "Anytown", "", "01632 960001", ""]),
        ("ask at the desk", ["A Council", "Anytown", "", "", ""]),
    ],
)
def test_a_paper_takes_what_the_name_on_the_sheets_says(contact: str, wanted: list[str]) -> None:
    body = """
    globalThis.location = { href: "https://a.example/b/papers/c/" };
    globalThis.URL = class { pathname = "/b/"; };
    globalThis.localStorage = { getItem: () => JSON.stringify(given.name) };
    const asked = ["council", "place", "contact.email", "contact.phone", "local.safeguarding"];
    return asked.map(module.ownSetting);
    """
    name = {"council": "A Council", "place": "Anytown", "contact": contact}
    given = json.dumps({"name": name})
    script = f'const module = need("shared/own-name.js");\nconst given = {given};\n{body}'
    assert loaded("shared/own-name.js").run(script) == wanted
