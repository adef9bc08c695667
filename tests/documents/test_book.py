"""The book: tagged, titled, with bookmarks like the nav and contents numbers that are right."""

from __future__ import annotations

import re
from typing import Any

import pikepdf
import pytest
from pypdf import PdfReader
from pypdfium2 import PdfDocument

from macros.content.library import Library
from macros.content.parts import NOT_ON_PAPER
from tests.support import pdf_pages
from tests.support.builds import Built
from tests.support.parsed import page_at


@pytest.fixture(scope="module")
def book(built: Built) -> PdfReader:
    return PdfReader(built.site / "downloads/book.pdf")


@pytest.fixture(scope="module")
def texts(built: Built) -> list[str]:
    """What stands on each page."""
    with PdfDocument(built.site / "downloads/book.pdf") as book:
        return [re.sub(r"\s+", " ", page.get_textpage().get_text_range()) for page in book]


def flat(outline: list[Any], depth: int = 1) -> list[tuple[int, Any]]:
    """Bookmarks with their depth."""
    result: list[tuple[int, Any]] = []
    for entry in outline:
        result += flat(entry, depth + 1) if isinstance(entry, list) else [(depth, entry)]
    return result


def contents(built: Built) -> list[tuple[int, str]]:
    """The contents of the print page, which are the nav's pages, with their depth."""
    soup = page_at(built.site / "print_page/index.html")
    return [(len(link.find_parents("ol")), link.get_text(strip=True)) for link in soup.select("header.contents a")]


def test_it_is_tagged_for_accessibility_and_says_its_title_and_language(book: PdfReader) -> None:
    root = book.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en-GB"
    assert "Community digital inclusion toolkit" in str(book.metadata.title)  # type: ignore[union-attr]
    assert b"pdfuaid" in root["/Metadata"].get_data()


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


def test_bookmarks_are_the_nav_and_the_blank_sheets_behind(book: PdfReader, built: Built, library: Library) -> None:
    assert [(depth, str(entry.title)) for depth, entry in flat(book.outline)] == in_book(built, library)


def test_the_nav_of_the_site_is_the_contents(built: Built) -> None:
    soup = page_at(built.site / "index.html")
    named = {link.get_text(" ", strip=True) for link in soup.select("nav a")}
    steps = [title for _, title in contents(built)]

    assert len(steps) > 15
    assert any("Choose the community" in text for text in named)


def test_page_numbers_in_the_contents_are_right(book: PdfReader, texts: list[str]) -> None:
    first = min(book.get_destination_page_number(entry) for _, entry in flat(book.outline))
    entries = [
        (re.sub(r"\s+", " ", str(entry.title)), book.get_destination_page_number(entry) + 1)
        for _, entry in flat(book.outline)
    ]
    assert pdf_pages.wrong_entries(entries, " ".join(texts[1:first])) == []


def test_a_wrong_number_in_the_contents_is_found() -> None:
    contents = "First . . . . 12 Second . . . . 34"
    assert pdf_pages.wrong_entries([("First", 12), ("Second", 3)], contents) == ["Second"]


def test_a_page_is_named_where_a_link_leads_to_it(built: Built, texts: list[str]) -> None:
    with pikepdf.open(built.site / "downloads/book.pdf") as pdf:
        numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
        wrong = {}
        for number, page in enumerate(pdf.pages, 1):
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


def test_each_step_begins_on_a_left_page_and_each_sheet_on_a_right_one(book: PdfReader, library: Library) -> None:
    starts = {str(entry.title): book.get_destination_page_number(entry) + 1 for _, entry in flat(book.outline)}
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
