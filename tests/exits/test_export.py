"""The edition as plain Markdown and JSON: page by page, it says what the site says."""

from __future__ import annotations

import json
import posixpath
import re
from pathlib import Path

import pytest
import yaml

from macros.commands.export import write
from macros.content.library import Library
from macros.content.outline import nav_paths
from macros.core.html import parse_fragment
from macros.publishing.export import export
from macros.publishing.export_page import exported
from tests.conftest import ADDRESS, Built
from tests.support.exits import differing, drawn, front_matter_and_body, site_page, words_of

Files = dict[str, bytes]
LINK = re.compile(r"(!?)\[[^\]]*\]\((?!https?:|mailto:|tel:)<?([^)>\s]*)>?\)")


@pytest.fixture(scope="module")
def files(library: Library, quick: Built) -> Files:
    """The export of the toolkit's own edition."""
    return dict(export(library, quick.site, ADDRESS))


def pages_of(files: Files) -> dict[str, str]:
    """The Markdown of every page, by path in docs/."""
    return {
        path.removeprefix("docs/"): text.decode()
        for path, text in files.items()
        if path.endswith(".md") and "/" in path
    }


def test_every_page_says_the_same_as_on_the_site(files: Files, quick: Built) -> None:
    pages = pages_of(files)
    differences = {
        path: difference
        for path, text in pages.items()
        if (difference := differing(site_page(quick.site, path), words_of(drawn(front_matter_and_body(text)[1]))))
    }

    assert differences == {}
    assert len(pages) > 150


def test_a_word_or_a_heading_that_is_lost_is_seen(files: Files, quick: Built) -> None:
    path = "focus/choose-the-community.md"
    body = front_matter_and_body(pages_of(files)[path])[1]
    ours = site_page(quick.site, path)

    for planted in (
        body.replace("Sleep on it.", "Sleep.", 1),
        body.replace("## What to do", "### What to do", 1),
        body.replace("# Choose the community", "# Choose", 1),
    ):
        assert planted != body
        assert differing(ours, words_of(drawn(planted)))


def test_every_page_of_the_nav_is_there_with_its_title(files: Files, library: Library) -> None:
    pages = pages_of(files)
    nav = yaml.safe_load(files["mkdocs.yml"])["nav"]
    listed = [*nav_paths(nav)]

    assert set(nav_paths(library.nav)) <= set(listed) <= set(pages)
    assert [f"docs/{path}" for path in pages] == yaml.safe_load(files["pandoc.yml"])["input-files"]
    for path, text in pages.items():
        head, body = front_matter_and_body(text)
        assert yaml.safe_load(head)["title"], path
        assert "\n# " in f"\n{body}", path
    assert yaml.safe_load(front_matter_and_body(pages["focus/choose-the-community.md"])[0])["reviewed"]


def test_nothing_in_it_needs_the_toolkit(files: Files) -> None:
    for path, text in pages_of(files).items():
        prose = without_code(text)
        assert "{{" not in prose and "{%" not in prose, path
        assert not re.search(r"</?[a-z]+[\s>]", prose), path


def without_code(text: str) -> str:
    """``text`` without what it shows as code, which is an example."""
    return re.sub(r"```.*?```|`[^`\n]*`", "", text, flags=re.DOTALL)


def test_links_lead_to_files_and_pictures_are_there(files: Files) -> None:
    pages = pages_of(files)
    inside: dict[str, set[str]] = {}  # anchors to which a page links on itself
    for path, text in pages.items():
        for _, target in LINK.findall(without_code(text)):
            file, _, anchor = target.partition("#")
            to = posixpath.normpath(posixpath.join("docs", posixpath.dirname(path), file)) if file else f"docs/{path}"
            assert to in files, (path, target)
            if anchor and not file and f"{{#{anchor}}}" in text:
                inside.setdefault(path, set()).add(anchor)
    assert inside
    for path, anchors in inside.items():
        page = drawn(front_matter_and_body(pages[path])[1])
        assert anchors <= set(page.xpath(".//@id")), path
    assert f"]({ADDRESS}downloads/" in files["docs/downloads/index.md"].decode()


def test_data_holds_every_field_of_every_worksheet(files: Files, library: Library) -> None:
    data = {path: json.loads(text) for path, text in files.items() if path.startswith("data/")}

    assert data["data/worksheets.json"].keys() == library.worksheets.keys()
    for name, sheet in library.worksheets.items():
        written = json.dumps(data["data/worksheets.json"][name], ensure_ascii=False)
        for section in sheet.sections:
            assert all(f'"id": "{part.id}"' in written for part in section.fields), name
    assert {item["id"] for item in data["data/checklists.json"]["choose-the-community"]["items"]}
    assert data["data/edition.json"]["slug"] == "toolkit"


def test_letters_that_markdown_would_take_come_out_as_themselves() -> None:
    html = (
        '<p><a href="../downloads/x.pdf">a file</a></p><h1 id="a">A * b_c_d</h1><p>1. What do you like?</p>'
        "<p># no heading, + no list</p><p>{{ Name }} &lt;script&gt; &amp;lt; [a](b) "
        '<a href="../b/#there">B</a></p>'
        "<table><thead><tr><th>One</th></tr></thead><tbody><tr><td>two | three<br>four</td></tr></tbody></table>"
    )
    page = exported("a.md", html, {"title": "A: b"}, {"a/": "a.md", "b/": "b.md"}, "")
    body = front_matter_and_body(page.text)[1]

    assert differing(words_of(parse_fragment(html)), words_of(drawn(body))) == ""
    assert "<script> &lt; [a](b)" in drawn(body).xpath("string()")
    assert "](b.md#there)" in body
    assert "downloads" not in body  # whose address nobody knows
    assert len(drawn(body).xpath(".//td")) == 1


def test_it_takes_the_place_of_the_last_one(tmp_path: Path) -> None:
    (tmp_path / "export").mkdir()
    (tmp_path / "export/old.md").touch()

    assert write(tmp_path / "export", {"docs/a.md": b"new"}) == 1
    assert [path.name for path in (tmp_path / "export").rglob("*.md")] == ["a.md"]
