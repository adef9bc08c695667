"""Each page's part of what is printed: one heading lower, ids of its own, links that lead somewhere, no tools."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.content.library import Library
from macros.core.html import inner_html, parse_fragment
from macros.documents.book_part import Around, part_text
from macros.documents.page_parts import PageParts, part_id, resolved
from macros.documents.print_page import print_page
from macros.documents.store import Documents
from macros.rendering.colophon import Colophon

NAV = ["index.md", {"focus": ["focus/index.md", "focus/one.md"]}, "about.md"]


def parts_with(html: str, path: str = "focus/one.md") -> PageParts:
    parts = PageParts(NAV, outside=["about.md"])
    parts.add(path, parse_fragment(html))
    return parts


def part_of(html: str, path: str = "focus/one.md") -> str:
    return parts_with(html, path).made[path].html


@pytest.mark.parametrize(
    ("link", "leads_to"),
    [
        ("../", "#focus"),
        ("../#steps", "#focus-steps"),
        ("../../", "#index"),
        ("#here", "#focus-one-here"),
        ("../../about/", "../about/"),
        ("../../about/#team", "../about/#team"),
        ("../../downloads/a.pdf", "../downloads/a.pdf"),
        ("../../pick/?pick=a,b", "../pick/?pick=a,b"),
        ("https://x.example/", "https://x.example/"),
        ("mailto:a@b.example", "mailto:a@b.example"),
    ],
)
def test_a_link_leads_to_another_part_or_to_the_site(link: str, leads_to: str) -> None:
    assert f'href="{leads_to}"' in part_of(f'<h1>One</h1><p><a href="{link}">x</a></p>')


def test_every_id_begins_with_the_pages_own_and_what_names_it_follows() -> None:
    html = part_of(
        '<h1 id="one">One</h1><div id="box"></div><label for="a">A</label>'
        '<select id="a" name="a" aria-describedby="box one"></select>'
    )

    assert '<h2 id="focus-one-one">' in html and '<div id="focus-one-box">' in html
    assert '<label for="focus-one-a">' in html and 'name="focus-one-a"' in html
    assert 'aria-describedby="focus-one-box focus-one-one"' in html


def test_headings_are_one_lower_and_tools_are_gone_but_not_the_words_behind_them() -> None:
    html = part_of("<h1>One</h1><h2>Two</h2><p>a <b data-tools>x</b> b</p><h6>Six</h6>")

    assert "<h2>One</h2><h3>Two</h3>" in html and "<p>a  b</p>" in html and "<h6>Six</h6>" in html


def test_pictures_are_found_from_the_page_of_all_pages() -> None:
    parts = parts_with('<h1>One</h1><img src="../../assets/a.png"><img src="https://x.example/b.png">')

    assert '<img src="../assets/a.png"><img src="https://x.example/b.png">' in parts.made["focus/one.md"].html
    assert parts.made["focus/one.md"].pictures == ("assets/a.png",)


@pytest.mark.parametrize("html", ["<p>No title</p>", "<h2>Too low</h2><h1>Too late</h1>"])
def test_a_page_without_a_title_is_refused(html: str) -> None:
    with pytest.raises(ValueError, match=r"focus/one\.md"):
        parts_with(html)


def test_a_page_that_is_not_printed_has_no_part() -> None:
    assert parts_with("<h1>About</h1>", "about.md").made == {}


def test_the_page_of_all_pages_has_contents_like_the_nav() -> None:
    parts = parts_with("<h1>One &amp; only</h1>")
    for path, title in (("focus/index.md", "Focus"), ("index.md", "Home")):
        parts.add(path, parse_fragment(f"<h1>{title}</h1>"))

    html = print_page(parts, "All", "Contents")

    assert [chapter.entry.id for chapter in parts.chapters()] == ["index", "focus"]
    assert [entry.title for entry in parts.chapters()[1].entry.children] == ["One & only"]
    assert '<a href="#focus-one">One &amp; only</a>' in html
    assert html.index('id="index"') < html.index('id="section-2"') < html.index('id="focus-one"')


def test_a_section_without_any_page_that_is_made_is_left_out() -> None:
    parts = parts_with("<h1>Home</h1>", "index.md")

    assert [chapter.entry.title for chapter in parts.chapters()] == ["Home"]


def test_the_book_has_boxes_to_write_in_and_no_way_on(colophon: Colophon, tmp_path: Path) -> None:
    parts = parts_with(
        '<h1>One</h1><p><input type="checkbox"> <textarea rows="4"></textarea>'
        '<a href="../../downloads/a.pdf">File</a>.</p>'
        '<nav class="way-on" data-not-in-book><a href="../">Back</a></nav>'
    )

    body = part_text([parts.made["focus/one.md"]], colophon, Around(tmp_path)).body

    assert '<span class="box box--tick" style="--lines: 2"></span>' in body
    assert '<span class="box box--long" style="--lines: 4"></span>' in body
    assert '<a href="site:downloads/a.pdf">File</a>.' in body and "way-on" not in body


@pytest.fixture
def colophon(library: Library) -> Colophon:
    return Documents(library, "").colophon("")


@pytest.mark.parametrize(
    ("way", "url", "to"),
    [("..", "focus/one/", "focus/"), (".", "", ""), ("a/", "", "a/"), ("../a.png", "focus/", "a.png")],
)
def test_a_relative_way_is_resolved(way: str, url: str, to: str) -> None:
    assert resolved(way, url) == to


def test_a_part_is_called_by_its_address() -> None:
    assert [part_id(path) for path in ("index.md", "focus/index.md", "focus/One.md")] == ["index", "focus", "focus-one"]


def test_content_is_written_as_it_was_read() -> None:
    html = '<p>A &amp; B<br>“x”</p>\n<svg viewbox="0 0 1 1"><path d="M0 0"></path></svg><!--online-->'
    assert inner_html(parse_fragment(html)) == html
