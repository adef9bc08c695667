"""What is drawn from finished pages is drawn again only where something in it has changed."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from macros.content.library import Library
from macros.documents.build_options import BuildOptions
from macros.documents.outputs import url_of
from macros.documents.page_parts import PagePart
from macros.documents.store import Documents
from macros.publishing.book_parts import page_of
from macros.publishing.books import Books
from macros.publishing.build import Build, whole_nav
from macros.publishing.epub import epub_request
from macros.publishing.post_build import draw_books, few_pages
from macros.rendering.glossary_terms import TermExplainer
from tests.conftest import Built
from tests.support.page_parts import parts_of

STEP = "focus/choose-the-community.md"


@pytest.fixture
def build(quick: Built, library: Library) -> Build:
    parts = parts_of(quick.site, library)
    documents = Documents(library, "")
    return Build(library, documents, BuildOptions(), whole_nav(library), parts, TermExplainer(library.terms))


def drawn_from(build: Build, site: Path) -> dict[str, tuple[str, ...]]:
    return {request.url: (request.module, *request.drawn_from) for request in Books(build, site).requests()}


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


def changed(before: dict[str, tuple[str, ...]], after: dict[str, tuple[str, ...]]) -> set[str]:
    return {url for url in after if after[url] != before[url]}


def next_heading(part: PagePart, section: str) -> str:
    """How the heading behind this section of a page begins."""
    headings = re.findall(r"<h3 [^>]*>", part.html)
    at = next(number for number, heading in enumerate(headings) if f'id="{part.id}-{section}"' in heading)
    return str(headings[at + 1])


def test_a_changed_page_draws_one_part_again_and_that_in_large_print(build: Build, quick: Built) -> None:
    def parts() -> dict[str, tuple[str, ...]]:
        books = Books(build, quick.site)
        books.requests()
        return {part.request.url: part.request.drawn_from for every in books.parts.values() for part in every}

    before = parts()
    build.parts.made[STEP] = with_words(build.parts.made[STEP])
    after = parts()

    assert changed(before, after) == {f"part of books: {STEP}", f"large part of books: {STEP}"}


def test_the_list_of_addresses_is_drawn_again_for_an_address_alone_and_large_print_has_none(
    build: Build, quick: Built
) -> None:
    def lists() -> dict[str, tuple[str, ...]]:
        books = Books(build, quick.site)
        books.requests()
        return {url: listed.drawn_from for url, make in books.address_lists.items() if (listed := make())}

    before, page = lists(), build.parts.made[STEP]
    holding = {build.documents.book_url, url_of("stage", number="1")}

    build.parts.made[STEP] = with_words(page)
    assert lists() == before and holding < before.keys() and url_of("large_print") not in before
    link = '<p><a href="https://new.example/">new</a></p></section>'
    build.parts.made[STEP] = replace(page, html=page.html.replace("</section>", link))
    assert changed(before, lists()) == holding


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

    assert set(draw_books(build, quick.site).values()) == {b"last"}
