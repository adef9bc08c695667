"""What is drawn from finished pages is drawn again only where something in it has changed."""

from __future__ import annotations

import re
from copy import copy
from dataclasses import replace
from pathlib import Path

import pytest

from macros.content.library import Library
from macros.documents.build_options import BuildOptions
from macros.documents.outputs import url_of
from macros.documents.page_parts import PagePart, PageParts
from macros.documents.store import Documents
from macros.publishing.book_parts import page_of
from macros.publishing.books import Books
from macros.publishing.build import Build, whole_nav
from macros.publishing.epub import epub_request
from macros.publishing.post_build import begin_books, draw_books, few_pages
from macros.rendering.glossary_terms import TermExplainer
from tests.conftest import Built
from tests.support.page_parts import parts_of

STEP = "focus/choose-the-community.md"


@pytest.fixture(scope="module")
def as_built(quick: Built, library: Library) -> PageParts:
    return parts_of(quick.site, library)


@pytest.fixture
def build(as_built: PageParts, library: Library) -> Build:
    """A build whose parts may be changed."""
    parts, documents = copy(as_built), Documents(library, "")
    parts.made = dict(as_built.made)
    return Build(library, documents, BuildOptions(), whole_nav(library), parts, TermExplainer(library.terms))


DrawnFrom = dict[str, tuple[str, ...]]


def drawn_from(build: Build, site: Path) -> DrawnFrom:
    return {request.url: (request.module, *request.drawn_from) for request in Books(build, site).requests()}


def drawn_for_books(build: Build, site: Path) -> tuple[DrawnFrom, DrawnFrom]:
    """What each part of the books is drawn from, and what the list of addresses of each book."""
    books = Books(build, site)
    books.requests()
    parts = {part.request.url: part.request.drawn_from for every in books.parts.values() for part in every}
    return parts, {url: listed.drawn_from for url, make in books.address_lists.items() if (listed := make())}


def with_words(part: PagePart, before: str = "</section>") -> PagePart:
    assert part.html.count(before) == 1
    return replace(part, html=part.html.replace(before, f"<p>One more sentence.</p>{before}"))


def test_a_changed_page_draws_only_the_books_the_packs_and_the_stage_that_hold_it(build: Build, quick: Built) -> None:
    """A pack holds the card of a step, and so only what the card says of the page."""
    before, page = drawn_from(build, quick.site), build.parts.made[STEP]
    holding = {name for name, pack in build.library.packs.items() if STEP in [use.step for use in pack.steps]}
    assert 0 < len(holding) < len(build.library.packs)
    whole = {build.documents.book_url, url_of("large_print"), url_of("stage", number="1")}

    build.parts.made[STEP] = with_words(page)
    assert changed(before, drawn_from(build, quick.site)) == whole
    build.parts.made[STEP] = with_words(page, before=next_heading(page, "what-to-do"))
    assert changed(before, drawn_from(build, quick.site)) == whole | {*map(build.documents.pack_url, holding)}


def changed(before: DrawnFrom, after: DrawnFrom) -> set[str]:
    return {url for url in after if after[url] != before[url]}


def next_heading(part: PagePart, section: str) -> str:
    """How the heading behind this section of a page begins."""
    headings = re.findall(r"<h3 [^>]*>", part.html)
    at = next(number for number, heading in enumerate(headings) if f'id="{part.id}-{section}"' in heading)
    return str(headings[at + 1])


def test_a_changed_page_draws_one_part_again_and_that_in_large_print_and_addresses_for_an_address_alone(
    build: Build, quick: Built
) -> None:
    (parts, lists), page = drawn_for_books(build, quick.site), build.parts.made[STEP]
    holding = {build.documents.book_url, url_of("stage", number="1")}
    assert holding < lists.keys() and url_of("large_print") not in lists

    build.parts.made[STEP] = with_words(page)
    new_parts, new_lists = drawn_for_books(build, quick.site)
    assert changed(parts, new_parts) == {f"part of books: {STEP}", f"large part of books: {STEP}"}
    assert new_lists == lists
    link = '<p><a href="https://new.example/">new</a></p></section>'
    build.parts.made[STEP] = replace(page, html=page.html.replace("</section>", link))
    assert changed(lists, drawn_for_books(build, quick.site)[1]) == holding


def test_a_new_picture_under_the_same_name_draws_the_book_again(build: Build, quick: Built, tmp_path: Path) -> None:
    build.parts.made[STEP] = replace(build.parts.made[STEP], pictures=("a.png",))
    seen = []
    for content in (b"one", b"other"):
        (tmp_path / "a.png").write_bytes(content)
        seen.append(drawn_from(build, tmp_path)[build.documents.book_url])

    assert seen[0] != seen[1]


@pytest.mark.parametrize(
    ("target", "page"),
    [("focus", "focus"), ("focus-choose-heading-2", "focus-choose"), ("focused", ""), ("elsewhere-1", ""), ("", "")],
)
def test_a_link_leads_to_the_longest_page_that_it_begins_with(target: str, page: str) -> None:
    assert page_of(target, {"focus", "focus-choose", "index"}) == page


def test_a_changed_page_makes_the_epub_again(build: Build, quick: Built) -> None:
    before = epub_request(build, quick.site).drawn_from
    build.parts.made[STEP] = with_words(build.parts.made[STEP])

    assert epub_request(build, quick.site).drawn_from != before


def test_a_preview_keeps_its_last_book_and_packs(build: Build, quick: Built, tmp_path: Path) -> None:
    build.options = BuildOptions(preview=True)
    build.documents.kept = type(build.documents.kept)(tmp_path)
    books = Books(build, quick.site)
    for request in [*books.requests(), *few_pages(books)]:
        build.documents.kept.keep_last(b"last", f"toolkit {request.url}")
    build.parts.made[STEP] = with_words(build.parts.made[STEP])

    assert set(draw_books(build, begin_books(build, quick.site)).values()) == {b"last"}
