"""What one build knows without a page of the site: what is wrong, with the file that somebody wrote, and pictures."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.content.library import Library
from macros.core.problems import ContentError, Problem
from macros.documents.build_options import BuildOptions
from macros.documents.page_parts import PagePart, PageParts
from macros.documents.store import THUMBNAILS, Documents
from macros.publishing import book_parts
from macros.publishing import build as building
from macros.publishing.book_parts import BookParts
from macros.publishing.build import Build, whole_nav
from macros.rendering.glossary_terms import TermExplainer


@pytest.fixture
def build(library: Library) -> Build:
    nav = whole_nav(library)
    return Build(library, Documents(library, ""), BuildOptions(), nav, PageParts(nav), TermExplainer(library.terms))


def test_a_page_that_is_printed_and_has_no_title_is_told_with_its_file(build: Build) -> None:
    with pytest.raises(ContentError, match=r"docs/focus/choose-the-community\.md[^§]*Begin the page with a line"):
        build.content("focus/choose-the-community.md", "<p>No title.</p>")


def test_a_link_in_html_that_leads_nowhere_stops_the_build(build: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    build.check_raw_links([])
    wrong = Problem("editions/toolkit/docs/a.md", 3, "This link leads nowhere.", "Name a page.")
    monkeypatch.setattr(building, "raw_link_problems", lambda *_: [wrong])

    with pytest.raises(ContentError) as raised:
        build.check_raw_links([])

    assert raised.value.problems == [wrong]


def test_a_worksheet_that_a_page_leads_to_is_shown_by_its_first_page_where_one_is_drawn(
    build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[str] = []
    monkeypatch.setattr(book_parts, "first_page_of", lambda _, name, __: taken.append(name) or name.encode())
    parts = BookParts(build, Path())
    sheet = PagePart("worksheets/partner-map.md", "worksheets-partner-map", "Partner map", "", ())
    build.parts.made[sheet.path] = sheet
    link = '<a href="#worksheets-partner-map">it</a>'
    page = PagePart("a.md", "a", "A", f'<section class="print-page" id="a"><h2>A</h2>{link}</section>', ())
    assert parts.together([page]).shows == (), "none is drawn"
    build.documents.made.put(build.documents.picture_url, b"RIFF")
    parts = BookParts(build, Path())

    part = parts.together([page])
    ((place, picture),) = parts.pictures([part, part]).items()

    assert place.startswith("data:image/png;name=partner-map;") and picture == b"partner-map"
    assert parts.pictures([part]) and taken == ["partner-map"], "it is cut out once"
    before, code = parts.pictured([part]), build.documents.kept.code.of
    monkeypatch.setattr(build.documents.kept.code, "of", lambda module: code(module) + "x" * (module == THUMBNAILS))
    assert len(before) == 1 and parts.pictured([part]) != before, "pictures that are cut out otherwise are new ones"
    assert parts._place("focus-choose-the-community") == ""
