"""The book: tagged, titled, with bookmarks like the nav and contents numbers that are right."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf
import pytest
from pypdfium2 import PdfDocument

from macros.content.library import Library
from macros.content.parts import NOT_ON_PAPER
from macros.core.html import has_class
from tests.support import pdf_pages
from tests.support.builds import Built
from tests.support.parsed import tree_at


@dataclass(frozen=True)
class Bookmark:
    """A line of the bookmarks: how deep it stands, and the number of its page."""

    depth: int
    title: str
    page: int


@pytest.fixture(scope="module")
def book(built: Built) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(built.site / "downloads/book.pdf") as pdf:
        yield pdf


@pytest.fixture(scope="module")
def numbers(book: pikepdf.Pdf) -> dict[tuple[int, int], int]:
    """The number of each page, by what the PDF calls it."""
    return {page.obj.objgen: number for number, page in enumerate(book.pages, 1)}


@pytest.fixture(scope="module")
def bookmarks(book: pikepdf.Pdf, numbers: dict[tuple[int, int], int]) -> list[Bookmark]:
    """Every bookmark, in the order of the book."""
    with book.open_outline() as outline:
        return list(flat(outline.root, numbers))


@pytest.fixture(scope="module")
def texts(built: Built) -> list[str]:
    """What stands on each page."""
    with PdfDocument(built.site / "downloads/book.pdf") as book:
        return [re.sub(r"\s+", " ", page.get_textpage().get_text_range()) for page in book]


def flat(items: Iterable[Any], numbers: dict[tuple[int, int], int], depth: int = 1) -> Iterator[Bookmark]:
    """Bookmarks with those below them."""
    for item in items:
        yield Bookmark(depth, item.title, numbers[item.destination[0].objgen])
        yield from flat(item.children, numbers, depth + 1)


def contents(built: Built) -> list[tuple[int, str]]:
    """The contents of the print page, which are the nav's pages, with their depth."""
    links = tree_at(built.site / "print_page/index.html").xpath(f"//header[{has_class('contents')}]//a")
    return [(len(list(link.iterancestors("ol"))), "".join(map(str.strip, link.itertext()))) for link in links]


def test_it_is_tagged_for_accessibility_and_says_its_title_and_language(book: pikepdf.Pdf) -> None:
    assert book.Root.MarkInfo.Marked is True
    assert book.Root.Lang == "en-GB"
    assert "Community digital inclusion toolkit" in str(book.docinfo.Title)
    assert b"pdfuaid" in book.Root.Metadata.read_bytes()


def in_book(built: Built, library: Library) -> list[tuple[int, str]]:
    """The contents of the book: the nav's pages that have a place on paper, and behind them every blank worksheet."""
    titles = {path: str(front_matter.title) for path, front_matter in library.front_matters.items()}
    left_out = {title for path, title in titles.items() if path.startswith(NOT_ON_PAPER)}
    left_out.add(library.strings["progress_page"]["title"])
    words = library.strings["book"]
    every = [library.worksheets[name].title for name in library.worksheet_order()]
    way = [step for step in library.outline.steps() if not step.path.startswith(NOT_ON_PAPER)]
    of_steps = {name for step in way for name in step.front_matter.worksheets}
    sheets = [library.worksheets[name].title for name in library.worksheet_order() if name in of_steps]
    listed = [(depth, title) for depth, title in contents(built) if title not in left_out and title not in every]
    behind = [(1, words["appendix"]), *((2, title) for title in sheets), (1, words["index"])]
    return [*listed, (1, words["addresses"]), *behind]


def test_bookmarks_are_the_nav_and_the_blank_sheets_behind(
    bookmarks: list[Bookmark], built: Built, library: Library
) -> None:
    assert [(bookmark.depth, bookmark.title) for bookmark in bookmarks] == in_book(built, library)


def test_the_nav_of_the_site_is_the_contents(built: Built) -> None:
    links = tree_at(built.site / "index.html").xpath("//nav//a")
    named = {" ".join(link.text_content().split()) for link in links}
    steps = [title for _, title in contents(built)]

    assert len(steps) > 15
    assert any("Choose the community" in text for text in named)


def test_page_numbers_in_the_contents_are_right(bookmarks: list[Bookmark], texts: list[str]) -> None:
    first = min(bookmark.page for bookmark in bookmarks)
    entries = [(re.sub(r"\s+", " ", bookmark.title), bookmark.page) for bookmark in bookmarks]
    assert pdf_pages.wrong_entries(entries, " ".join(texts[1 : first - 1])) == []


def test_a_wrong_number_in_the_contents_is_found() -> None:
    contents = "First . . . . 12 Second . . . . 34"
    assert pdf_pages.wrong_entries([("First", 12), ("Second", 3)], contents) == ["Second"]


def test_a_page_is_named_where_a_link_leads_to_it(
    book: pikepdf.Pdf, numbers: dict[tuple[int, int], int], texts: list[str]
) -> None:
    wrong = {}
    for number, page in enumerate(book.pages, 1):
        notes: Any = page.obj.get("/Annots", [])
        led_to = {numbers[note.Dest[0].objgen] for note in notes if "/Dest" in note}
        wrong[number] = pdf_pages.wrong_references(texts[number - 1], led_to)
    assert {number: pages for number, pages in wrong.items() if pages} == {}


def test_a_page_that_is_named_without_a_link_to_it_is_found() -> None:
    assert pdf_pages.wrong_references("see page 12 and page 13, page 40 of 90", {13}) == [12]


def test_no_page_is_empty(texts: list[str]) -> None:
    short = [number for number, text in enumerate(texts[1:], 2) if len(text) <= 110 and "Your notes" not in text]
    assert short == []


def test_every_page_but_the_cover_says_its_number(texts: list[str]) -> None:
    last = len(texts)
    assert [number for number, text in enumerate(texts[1:], 2) if f"page {number} of {last}" not in text] == []


def test_links_inside_name_their_page_and_sources_are_numbers_with_their_addresses_behind(texts: list[str]) -> None:
    text = " ".join(texts)
    addresses = "".join(texts).replace(" ", "")

    assert re.search(r"Understand the approach,? page \d+", text)
    assert "https://digitalinclusionkit.org/model/" in addresses
    steps = text.partition("Pick and mix: find what fits your situation")[2].partition("Glossary")[0]
    assert not re.search(r"\((100% Digital Leeds|Digital Inclusion Toolkit), undated\)", steps)


def test_each_step_begins_on_a_left_page_and_each_sheet_on_a_right_one(
    bookmarks: list[Bookmark], library: Library
) -> None:
    starts = {bookmark.title: bookmark.page for bookmark in bookmarks}
    way = [step for step in library.outline.steps() if not step.path.startswith(NOT_ON_PAPER)]
    used = {name for step in way for name in step.front_matter.worksheets}

    assert [step.title for step in way if starts[step.title] % 2] == []
    assert [name for name in used if not starts[library.worksheets[name].title] % 2] == []


def test_numbers_in_the_index_are_of_pages_that_say_the_name(texts: list[str], library: Library) -> None:
    index = " ".join(text for text in texts[-3:])
    names = [paper.title for paper in library.papers.values()]
    lines = [(name, numbers) for name in names for numbers in re.findall(rf"{re.escape(name)}, ([\d, –]+)", index)]

    assert len(lines) > 10 and pdf_pages.wrong_index(lines, texts) == []


def test_a_wrong_number_in_the_index_is_found() -> None:
    assert pdf_pages.wrong_index([("Partner map", "1, 2–3")], ["Partner map", "A partner map", "Partner map"]) == [
        ("Partner map", 2)
    ]
