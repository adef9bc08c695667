"""Bad input of an edition: a clear message, and nothing lost."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from macros.content.customisation.assets import edition_assets
from macros.content.customisation.css_check import style_problems
from macros.content.customisation.folder_check import folder_problems
from macros.content.customisation.overlay import find_files
from macros.content.customisation.selection import choose, is_slug
from macros.content.editions import read_edition
from macros.content.library import Library
from macros.core.parsing import read_page, read_yaml
from macros.core.problems import ContentError
from tests.support.anytown import GOOD
from tests.support.anytown import edition as anytown

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'


def logo_fault(tmp_path: Path, name: str, content: bytes) -> str:
    root = anytown(tmp_path, GOOD.replace("logo: logo.svg", f"logo: {name}"))
    (root / "editions/anytown" / name).write_bytes(content)
    try:
        read_edition(root, "anytown")
    except ContentError as problems:
        assert "edition.yml, line 9" in str(problems)
        return str(problems)
    return ""


@pytest.mark.parametrize(
    ("inside", "message"),
    [
        ("<script>alert(1)</script>", "holds “script”"),
        ('<rect onload="alert(1)"/>', "holds a script in “onload”"),
        ('<a href="javascript:alert(1)"><rect/></a>', "holds “a”"),
        ('<use href="java&#9;script:alert(1)"/>', "leads elsewhere"),
        ('<g xml:base="https://elsewhere.example/"/>', "leads elsewhere"),
        ('<animateTransform attributeName="transform" onbegin="alert(1)"/>', "holds “animateTransform”"),
        ('<set attributeName="href" to="javascript:alert(1)"/>', "holds “set”"),
        ('<h:img xmlns:h="http://www.w3.org/1999/xhtml" srcset="https://elsewhere.example/x.png"/>', "holds “img”"),
        ('<?xml-stylesheet type="text/xsl" href="x.xsl"?>', "tells programs what to do"),
        ("<style>@\\69mport 'https://elsewhere.example/x.css';</style>", "fetches something"),
        ("<style>rect { fill: u\\72l(https://elsewhere.example/x.svg#a) }</style>", "fetches something"),
        ("<style><![CDATA[rect { fill: image-set('x.png' 1x) }]]></style>", "fetches something"),
        ('<rect fill="u\\72l(https://elsewhere.example/x.svg#a)"/>', "fetches something"),
        ("<style>@import 'x.css';<style/></style>", "holds “style”"),
        ('<use href="data:image/svg+xml,x"/>', "leads elsewhere"),
        ('<image xlink:href="https://elsewhere.example/x.png"/>', "leads elsewhere"),
        ('<use href="//elsewhere.example/x.svg#a"/>', "leads elsewhere"),
        ("<style>@import 'https://elsewhere.example/x.css';</style>", "fetches something"),
        ('<rect style="fill: url(https://elsewhere.example/x.svg#a)"/>', "fetches something"),
        ("<foreignObject><p>x</p></foreignObject>", "holds “foreignObject”"),
        ("<rect", "cannot be read as a picture"),
    ],
)
def test_a_drawing_carries_nothing_but_the_drawing(tmp_path: Path, inside: str, message: str) -> None:
    assert message in logo_fault(tmp_path, "logo.svg", SVG.format(inside).encode())


def test_a_sound_drawing_may_refer_to_itself(tmp_path: Path) -> None:
    inside = '<defs><linearGradient id="a"/></defs><rect fill="url(#a)"/><image href="data:image/png;base64,AA=="/>'

    assert logo_fault(tmp_path, "logo.svg", SVG.format(inside).encode()) == ""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize(
    "trap",
    [
        '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>',
        '<!DOCTYPE svg PUBLIC "a" "b>c" [<!ENTITY b "<script>alert(1)</script>">]>',
        '<!DOCTYPE svg [<!ATTLIST text onload CDATA "alert(1)"><!ENTITY b "">]>',
    ],
    ids=["grows", "script", "attribute"],
)
def test_a_drawing_that_defines_words_of_its_own_is_refused(tmp_path: Path, trap: str, encoding: str) -> None:
    content = f'<?xml version="1.0" encoding="{encoding}"?>{trap}' + SVG.format("<text>&b;</text>")

    assert "DOCTYPE" in logo_fault(tmp_path, "logo.svg", content.encode(encoding))


def test_a_drawing_as_programs_save_it_is_taken(tmp_path: Path) -> None:
    inside = (
        '<sodipodi:namedview xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" pagecolor="#fff"/>'
        '<metadata><r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" r:about=""/></metadata>'
        '<style>.a { fill: url(#b); }</style><g transform="translate(1 2)" clip-path="url(#c)"><path d="M0 0"/></g>'
    )
    head = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'

    assert logo_fault(tmp_path, "logo.svg", (head + SVG.format(inside)).encode()) == ""


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("logo.png", b"GIF89a not a picture", "cannot be read as a picture"),
        ("logo.svg", b"%PDF-1.7", "cannot be read as a picture"),
        ("logo.svg", b"<html xmlns='http://www.w3.org/1999/xhtml'/>", "cannot be read as a picture"),
        ("logo.docx", b"PK", "not a kind of picture that the site can show"),
        ("logo.svg", SVG.format(" " * 20_000_000).encode(), "has 20.0 MB"),
    ],
    ids=["not-a-png", "a-pdf", "a-page", "a-document", "20-mb"],
)
def test_a_logo_that_is_no_picture_or_too_large_is_refused(
    tmp_path: Path, name: str, content: bytes, message: str
) -> None:
    assert message in logo_fault(tmp_path, name, content)


def test_a_picture_under_a_wrong_name_is_told(tmp_path: Path) -> None:
    Image.new("RGB", (4, 4)).save(tmp_path / "x.gif")

    assert "is a GIF picture, and its name ends with .png" in logo_fault(
        tmp_path, "logo.png", (tmp_path / "x.gif").read_bytes()
    )


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("a: &a [x]\nb: [*a, *a]\n", 1, "refers to other lines"),
        ("a: x\nb: *word\n", 2, "refers to other lines"),
        ("a: " + "[" * 5000, 1, "too many lists inside lists"),
        ("a:\n  " + "[" * 40 + "]" * 40, 2, "too many lists inside lists"),
        ("a: x\n" * 60_000, 0, "the limit is"),
        ("reviewed: 2026-13-45\n", 1, "“2026-13-45” cannot be read"),
        ("a: !!python/name:os.system x\n", 1, "cannot be read"),
        ("? [a, b]\n: c\n", 1, "There is a list where a key should be"),
        ("? &a [a, b]\n: c\n", 1, "refers to other lines"),
        ("a:\n  <<: {b: c}\n", 2, "“<<” cannot be read"),
        ("a: 1\n---\nb: 2\n", 2, "A second text begins here"),
        ("a:\n  - b: 1\n    c: 2\n    b: 3\n", 4, "“b” is written twice; it is also on line 2"),
        ("a:\n  b: 1\na:\n  b: 2\n  b: 3\n", 5, "“b” is written twice"),
        ("a: \x07\n", 0, "cannot be read as YAML"),
    ],
    ids=[
        "anchors",
        "alias",
        "far-too-deep",
        "too-deep",
        "length",
        "date",
        "tag",
        "key",
        "anchored-key",
        "merge",
        "second",
        "nested",
        "twice-in-twice",
        "bell",
    ],
)
def test_yaml_that_would_harm_is_refused(tmp_path: Path, text: str, line: int, message: str) -> None:
    (tmp_path / "x.yml").write_text(text, "utf-8")

    with pytest.raises(ContentError) as error:
        read_yaml(tmp_path / "x.yml", "x.yml")

    assert any(problem.line == line and message in problem.message for problem in error.value.problems), error.value


def test_a_folder_is_named_as_an_address_can_be(tmp_path: Path) -> None:
    for name in ("toolkit", "plymouth", "all", "King's Lynn"):
        (tmp_path / "editions" / name).mkdir(parents=True)

    for asked, message in {
        "Plymouth": "Did you mean “plymouth”?",
        "../plymouth": "There is no edition called “../plymouth”",
        "all": "“all” is not one edition",
        "King's Lynn": "small letters a to z",
    }.items():
        with pytest.raises(ContentError) as problems:
            choose(tmp_path, {"EDITION": asked})
        assert message in str(problems.value)
    with pytest.raises(ContentError, match="make site EDITION=King's Lynn,all,plymouth"):
        choose(tmp_path, {})


@pytest.mark.parametrize(
    ("name", "may_be"), [("kings-lynn", True), ("a1", True), ("all", False), ("-a", False), ("A", False)]
)
def test_one_rule_says_what_a_folder_may_be_called(name: str, may_be: bool) -> None:
    assert is_slug(name) is may_be


def test_a_folder_without_settings_is_told(tmp_path: Path) -> None:
    (tmp_path / "editions/plymouth").mkdir(parents=True)

    with pytest.raises(ContentError, match="no settings file"):
        read_edition(tmp_path, choose(tmp_path, {})[0])


def test_what_a_computer_leaves_behind_is_neither_told_nor_read_nor_published(library: Library, tmp_path: Path) -> None:
    left = ("Thumbs.db", "desktop.ini", ".DS_Store", "._x.md", ".trash/x.md", ".trash/x.png", "docs.d/.x/y.png")
    for name in (*(f"{place}/{name}" for place in ("docs", "assets") for name in left), "docs/x.md", "assets/x.png"):
        path = tmp_path / "editions/anytown" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        Image.new("RGB", (4, 4)).save(path) if path.suffix == ".png" else path.write_text("x", "utf-8")
    anytown = replace(library, root=tmp_path, edition=library.edition.model_copy(update={"slug": "anytown"}))

    assert folder_problems(tmp_path, "anytown") == []
    assert list(find_files(tmp_path, "anytown", "docs", ".md")) == ["x.md"]
    assert set(edition_assets(anytown)) == {"assets/edition/x.png", "assets/edition/logo.svg"}


def test_nothing_in_the_folder_is_passed_over_in_silence(tmp_path: Path) -> None:
    base = tmp_path / "editions/anytown"
    (tmp_path / "docs/focus").mkdir(parents=True)
    (tmp_path / "docs/focus/index.md").write_text("x", "utf-8")
    for name in (
        "docs/Focus/index.md", "docs/a.markdown", "docs/b.MD", "docs/c.exe", "docs/d.md", "docs/D.md", "docs/bad.svg",
        "templates/strings/cy.yml", "templates/strings/en.yml",
        "note/x.md", "edition.yaml", "templates/worksheet/x.yml", "templates/source.yml", ".DS_Store", "docs/Thumbs.db",
    ):  # fmt: skip
        (base / name).parent.mkdir(parents=True, exist_ok=True)
        (base / name).write_text("<svg onload='x()'/>", "utf-8")
    (base / "docs/host.md").symlink_to("/etc/hostname")

    problems = {
        problem.file.removeprefix("editions/anytown/"): problem for problem in folder_problems(tmp_path, "anytown")
    }

    assert set(problems) == {
        "docs/Focus/index.md", "docs/a.markdown", "docs/b.MD", "docs/c.exe", "docs/d.md", "docs/bad.svg", "note",
        "edition.yaml", "templates/worksheet", "templates/source.yml", "docs/host.md", "templates/strings/cy.yml",
    }  # fmt: skip
    assert "only in capital letters" in problems["docs/Focus/index.md"].message
    assert (
        problems["note"].fix == "Did you mean “notes”?"
        and problems["edition.yaml"].fix == "Did you mean “edition.yml”?"
    )


@pytest.mark.parametrize(
    ("css", "line", "message"),
    [
        ("@import 'https://elsewhere.example/x.css';", 1, "“@import” loads"),
        (".a {\n background: url(https://elsewhere.example/x.png) }", 2, "from another website"),
        (".a { background: url('//elsewhere.example/x.png') }", 1, "from another website"),
        (".a { background: image-set('https://elsewhere.example/x.png' 1x) }", 1, "from another website"),
        ("@font-face { src: URL(\\68ttps://elsewhere.example/x.woff2) }", 1, "from another website"),
        (".a { background: url(data:image/png;base64,AA==) }", 1, "where browsers will not use it"),
        (".a { background: url(no.png) }", 1, "There is no file “no.png”"),
        (".a { background: url(../../toolkit/assets/logo.svg) }", 1, "There is no file"),
        (".a { color: red } }", 1, "cannot be read as CSS"),
        (".a {}\n.b { color: red\n.c { color: blue }\n", 2, "“{” is not closed"),
        ("@media print {\n.b { color: red\n", 2, "“{” is not closed"),
        (".a {}\n.b { width: calc(1px", 2, "“(” is not closed"),
        (".a {\n width: calc(1px + (2px)\n}", 3, "Unmatched }"),
        (".a {}\n.b[x {}", 2, "“[” is not closed"),
        (".a {}\n/* .b {}", 2, "“/*” is not closed"),
    ],
)
def test_styles_fetch_nothing(tmp_path: Path, css: str, line: int, message: str) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets/edition.css").write_text(css, "utf-8")

    problems = style_problems(tmp_path, "edition.css")

    assert [problem.line for problem in problems] == [line] and message in problems[0].message


def test_sound_styles_may_use_the_editions_own_pictures(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets/quay.png").write_bytes(b"x")
    css = ".a::before { content: 'https://is.a.text'; background: url(quay.png) } .b { fill: url(#a) }"
    css += "\n.c { width: calc(1px + (2px)) } /* } ( */"
    (tmp_path / "assets/edition.css").write_text(css, "utf-8")

    assert style_problems(tmp_path, "edition.css") == []


# Slips in settings that councils make: what is changed in sound ones, on which line it is told, and in which words.
SLIPS = {
    "a phone number in words": ('"01632 960001"', '"call us any time"', 5, "is not a phone number"),
    "letters that turn the line round": ("place: Anytown", 'place: "Any\\u202etown"', 2, "cannot be printed"),
    "after itself": ("look:", "succeeds: [anytown]\nlook:", 6, "“succeeds” names anytown"),
    "after the toolkit": ("look:", "succeeds: [craven, toolkit]\nlook:", 6, "“succeeds” names toolkit"),
    "a way to a folder": ("look:", "succeeds: [../craven]\nlook:", 6, "is not the name of a folder"),
    "a name for a folder": ("look:", "succeeds: [Craven Council]\nlook:", 6, "is not the name of a folder"),
    "two emails": ('phone: "01632 960001"', 'email: "a@b.example, c@d.example"', 5, "not just an email address"),
    "an address for mail": ('phone: "01632 960001"', 'email: "mailto:a@b.example"', 5, "not just an email address"),
    "a site without https": ('phone: "01632 960001"', "website: www.anytown.example", 5, "is not a web address"),
    "a colour by name": ('"#12436d"', "navy", 7, "is not a colour"),
    "a colour taken for a comment": ('"#12436d"', "#12436d", 7, "“primary” is empty"),
    "a colour in curly marks": ('"#12436d"', "“#12436d”", 7, "is not a colour"),
    "a colour as rgb": ('"#12436d"', "rgb(1, 2, 3)", 7, "is not a colour"),
    "a day that is not there": ("look:", "accessibility: {signed_on: 2026-02-30}\nlook:", 6, "cannot be read"),
    "a day as in Britain": ("look:", "accessibility: {signed_on: 30/11/2026}\nlook:", 6, "is not a date"),
    "yes for a name": ("council: Anytown Council", "council: yes", 1, "is not text"),
    "a list for a name": ("council: Anytown Council", "council: [a, b]", 1, "is not text"),
    "perhaps a draft": ("look:", "draft: maybe\nlook:", 6, "true or false"),
    "a kind in capitals": ("place_kind: town", "place_kind: Town", 3, "not known here"),
    "a key twice": ("look:", "place: Other\nlook:", 6, "is written twice"),
    "a text with a colon": ("programme: Digital Anytown", "programme: Digital: Anytown", 4, "cannot be read as YAML"),
    "two versions": ("look:", "<<<<<<< HEAD\ndraft: true\n=======\n>>>>>>> main\nlook:", 6, "two versions of the same"),
    "spaces of Word": ("  primary", "\u00a0 primary", 7, "spaces, as Word writes them"),
    "a name in curly marks": ("council: Anytown Council", "council: “Anytown Council”", 1, "in curly quotation marks"),
    "text for keys": (
        'contact: {team: the team, phone: "01632 960001"}',
        "contact: us",
        5,
        "should hold keys with values",
    ),
    "a tab": ("  primary", "\tprimary", 7, "indented with a tab"),
    "no space": ("place: Anytown", "place:Anytown", 3, "cannot be read as YAML"),
    "no end of a quotation": ("council: Anytown", 'council: "Anytown', 5, "cannot be read as YAML"),
    "lines that stand for others": ("look:", "facts: {a: &a [x], b: *a}\nlook:", 6, "does not work here"),
    "brackets without end": ("look:", f"facts: {'[' * 3000}\nlook:", 6, "too many lists inside lists"),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_in_the_settings_is_told_with_its_line_and_how_to_fix_it(tmp_path: Path, slip: str) -> None:
    old, new, line, message = SLIPS[slip]
    assert old in GOOD

    with pytest.raises(ContentError) as error:
        read_edition(anytown(tmp_path, GOOD.replace(old, new, 1)), "anytown")

    problem = next(problem for problem in error.value.problems if message in problem.message)
    assert problem.line == line and problem.fix


@pytest.mark.parametrize(
    ("content", "line", "message"),
    [
        (b"One.\n\x00two.\n", 2, "cannot be shown"),
        (b"One.\x0btwo.\n", 1, "cannot be shown"),  # what Word puts for a line break
        ("One.".encode("utf-16"), 1, "not saved as UTF-8"),
        (b"One.\nCaf\xe9.\n", 2, "not saved as UTF-8"),
        (b"One.\n<<<<<<< HEAD\nTwo.\n=======\n>>>>>>> upstream/main\n", 2, "two versions of the same lines"),
        (b"word " * 100_001, 0, "the limit is 500,000"),
    ],
)
def test_a_page_that_no_browser_could_show_is_told_with_its_line(
    tmp_path: Path, content: bytes, line: int, message: str
) -> None:
    (tmp_path / "a.md").write_bytes(content)
    with pytest.raises(ContentError) as error:
        read_page(tmp_path / "a.md", "a.md")
    assert [problem.line for problem in error.value.problems] == [line] and message in str(error.value)


def test_a_page_with_marks_and_line_ends_of_windows_is_read_as_any_other(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes("\ufeff---\r\ntitle: A\r\n---\r\n\tOne.\r\n".encode())
    page = read_page(tmp_path / "a.md", "a.md")
    assert (page.data, page.text, page.text_line) == ({"title": "A"}, "\tOne.\n", 4)


@pytest.mark.parametrize(
    ("name", "is_told"),
    [
        ("con.md", True), ("LPT1.md", True), ("a:b.md", True), ("what?.md", True), ("ours./a.md", True),
        ("ours /a.md", True), ("contact.md", False), ("our hubs.md", False), ("Ŵyn’s.md", False), ("com.md", False),
    ],
)  # fmt: skip
def test_a_name_that_windows_cannot_keep_is_told(tmp_path: Path, name: str, is_told: bool) -> None:
    root = anytown(tmp_path, GOOD)
    file = root / "editions/anytown/docs" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("# A\n", "utf-8")
    problems = [problem for problem in folder_problems(root, "anytown") if "Windows" in problem.message]
    assert bool(problems) is is_told and all(problem.file.endswith(name) and problem.fix for problem in problems)
