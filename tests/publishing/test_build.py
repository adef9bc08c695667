"""What one build knows without a page of the site: what is wrong, with the file that somebody wrote, and pictures."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.content.library import Library
from macros.core.problems import ContentError, Problem
from macros.documents.build_options import BuildOptions
from macros.documents.page_parts import PageParts
from macros.documents.store import Documents
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


def test_a_worksheet_that_a_page_leads_to_is_shown_by_its_first_page(
    build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[str] = []
    monkeypatch.setattr(book_parts, "first_page_of", lambda _, name, __: taken.append(name) or f"a picture of {name}")
    parts = BookParts(build, Path())
    assert parts._picture("worksheets-partner-map") == "", "none is drawn"
    build.documents.made[build.documents.picture_url] = b"RIFF"

    assert [parts._picture("worksheets-partner-map") for _ in range(2)] == ["a picture of partner-map"] * 2
    assert taken == ["partner-map"]
    assert parts._picture("focus-choose-the-community") == ""
