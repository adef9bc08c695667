"""Every page of the book is fit to print; each check is shown a page that is not."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import Any

import pikepdf
import pypdfium2
import pytest
from lxml.html import HtmlElement

from macros.content.library import Library
from macros.content.parts import NOT_ON_PAPER
from macros.core.html import has_class
from macros.documents.page_parts import part_id
from macros.rendering.pdf import to_pdf
from tests.support import pdf_pages
from tests.support.builds import Built
from tests.support.parsed import tree_at

KILO, MEGA = 1_000, 1_000_000
LARGE = 18  # points, of large print
SHEETS = ("worksheets", "short", "examples")
# From how many pages to how many each kind of download has, by how its address begins.
BOUNDS = {
    "book.pdf": (200, 299),
    "stage-": (20, 70),
    "steps/": (2, 2),
    "packs/": (5, 60),
    "short/": (1, 3),
    "worksheets/": (1, 6),
    "examples/": (1, 6),
    "stage-map-a3.pdf": (1, 1),
    "checklists-folded.pdf": (2, 2),
}
NOT_READ = f".//*[@data-not-in-book or @data-screen-only or @hidden or {has_class('sources')}]"
STEP_PAGES = 4  # that a step takes at most
LONG = 30  # letters with which no two paragraphs of a step begin
PAGE = "<!doctype html><html lang='en'><title>x</title><style>@page {{ size: A4; margin: {margin} }}</style>{body}"


@pytest.fixture(scope="module")
def book(built: Built) -> Iterator[list[Any]]:
    """The pages of the book."""
    with pypdfium2.PdfDocument(built.site / "downloads/book.pdf") as document:
        yield list(document)


@pytest.fixture(scope="module")
def prose(built: Built) -> int:
    """How many pages of the book stand before its blank sheets, which are drawn to be used alone."""
    with pikepdf.open(built.site / "downloads/book.pdf") as document:
        with document.open_outline() as outline:
            titles = [item.title for item in outline.root]
            place: Any = outline.root[titles.index("Blank worksheets, to photocopy")].destination
        return next(number for number, page in enumerate(document.pages) if page.obj.objgen == place[0].objgen)


@pytest.fixture(scope="module")
def texts(book: list[Any]) -> list[str]:
    """What stands on each page."""
    return [pdf_pages.text_page(page).get_text_range() for page in book]


def starts_of(built: Built) -> dict[str, int]:
    """The index of the page of each place in the book, by its name."""
    with pikepdf.open(built.site / "downloads/book.pdf") as document:
        numbers = {page.obj.objgen: number for number, page in enumerate(document.pages)}
        names = [*document.Root.Names.Dests.Names]
        return {str(name): numbers[place[0].objgen] for name, place in zip(names[::2], names[1::2], strict=True)}


def drawn(body: str, margin: str = "20mm") -> Any:
    return pypdfium2.PdfDocument(to_pdf(PAGE.format(margin=margin, body=body)))


def test_no_page_has_text_where_a_printer_may_not_reach(book: list[Any], built: Built) -> None:
    sheets = [path for kind in SHEETS for path in sorted((built.site / "downloads" / kind).glob("*.pdf"))]
    pages = {f"book.pdf {number}": page for number, page in enumerate(book, 1)}
    for path in sheets:
        pages |= {
            f"{path.parent.name}/{path.name} {at}": page for at, page in enumerate(pypdfium2.PdfDocument(path), 1)
        }
    outside = {place: texts for place, page in pages.items() if (texts := pdf_pages.at_the_edge(page))}
    assert len(sheets) > 60 and outside == {}


def test_text_at_the_edge_is_found(draws: None) -> None:
    place = "<p style='position: absolute; left: {left}mm; top: 50mm'>Words"
    pages = [drawn(place.format(left=left), margin="0")[0] for left in (pdf_pages.EDGE - 1, pdf_pages.EDGE + 1)]

    assert [pdf_pages.at_the_edge(page) for page in pages] == [["Words"], []]


def test_notes_are_beside_the_text_and_not_over_each_other(book: list[Any], texts: list[str], prose: int) -> None:
    wrong = {}
    for number in range(3, prose):  # behind the cover and the contents
        page = book[number]
        if any(title in texts[number] for title in ("All figures, with dates", "Glossary", "Addresses of sources")):
            continue
        if faults := pdf_pages.across_columns(page, number + 1) + pdf_pages.over_each_other(page, number + 1):
            wrong[number + 1] = faults
    assert wrong == {}


def test_a_note_over_another_and_text_across_columns_are_found(draws: None) -> None:
    place = "<p style='position: absolute; left: 130mm; top: {top}mm; width: 40mm'>{words}</p>"
    notes = place.format(top=50, words="A note in the margin") + place.format(
        top=51, words="And another that covers it"
    )
    page = drawn(f"<p style='width: 190mm'>{'Across the page ' * 20}</p>{notes}", margin="20mm")[0]

    assert pdf_pages.across_columns(page, 1) and pdf_pages.over_each_other(page, 1)


def test_no_page_is_nearly_empty(book: list[Any]) -> None:
    assert [number for number, page in enumerate(book, 1) if number > 3 and pdf_pages.is_nearly_empty(page)] == []


def test_a_nearly_empty_page_is_found(draws: None) -> None:
    assert pdf_pages.is_nearly_empty(drawn("<p>One line")[0])
    assert not pdf_pages.is_nearly_empty(drawn("<p>One line</p>" * 20)[0])


def test_no_heading_stands_alone_at_the_foot_of_a_page(book: list[Any], prose: int) -> None:
    alone = {number + 1: pdf_pages.ends_with_heading(book[number]) for number in range(3, prose)}
    assert {number: heading for number, heading in alone.items() if heading and heading != ["Your notes"]} == {}


def test_a_heading_at_the_foot_is_found(draws: None) -> None:
    page = drawn("<p>Text</p><h2 style='margin-top: 100mm'>Alone</h2>")[0]
    assert pdf_pages.ends_with_heading(page) == ["Alone"]


def test_nothing_in_large_print_is_below_eighteen_points(built: Built) -> None:
    with pypdfium2.PdfDocument(built.site / "downloads/book-large-print.pdf") as document:
        small = {number: pdf_pages.smaller(page, LARGE) for number, page in enumerate(document, 1)}
    assert len(small) > 100 and {number: texts for number, texts in small.items() if texts} == {}


def test_small_text_is_found(draws: None) -> None:
    page = drawn("<p style='font-size: 17.5pt'>Too small</p><p style='font-size: 18pt'>Large enough</p>")[0]
    assert pdf_pages.smaller(page, LARGE) == ["Too small"]


def is_prose(row: HtmlElement) -> bool:
    """Whether a row of a table stands in a page of the book, and not on a blank sheet."""
    around = [*row.iterancestors()]
    on_page = any(each.tag == "section" and "print-page" in each.classes for each in around)
    return on_page and not any(each.get("id", "").startswith("worksheets-") for each in around)


def test_no_row_of_a_table_is_cut(built: Built, texts: list[str]) -> None:
    shown = [row for row in tree_at(built.site / "print_page/index.html").iter("tr") if is_prose(row)]
    rows = [[" ".join(cell.itertext()) for cell in row.iter("td")] for row in shown]

    assert len(rows) > 100
    assert pdf_pages.cut_rows(rows, texts) == []


def test_a_cut_row_is_found() -> None:
    row = ["The beginning of it all", "And how it goes on from there"]
    assert pdf_pages.cut_rows([row], [row[0], row[1]]) == [row]
    assert pdf_pages.cut_rows([row], [" ".join(row)]) == []


def test_each_paragraph_and_item_of_each_step_is_read_once_and_in_order(
    built: Built, texts: list[str], library: Library
) -> None:
    tree, starts = tree_at(built.site / "print_page/index.html"), starts_of(built)
    sections = {section.get("id"): section for section in tree.iter("section")}
    steps = [step for step in library.outline.steps() if not step.path.startswith(NOT_ON_PAPER)]
    checked, wrong = 0, {}
    for step in steps:
        section = sections[part_id(step.path)]
        start = starts[next(section.iter("h2")).get("id")]
        left_out = {inside for part in section.xpath(NOT_READ) for inside in part.iter()}
        shown = [element for element in section.iter("p", "li") if element not in left_out]
        # Up to the first source, meaning or link: what belongs to these stands in the margin.
        beginnings = [element.text for element in shown if element.text]
        beginnings = [words for words in beginnings if len(pdf_pages.letters(words)) >= LONG]
        checked += len(beginnings)
        wrong[step.path] = pdf_pages.not_read_once(beginnings, texts[start : start + STEP_PAGES])
    assert checked > 300 and {path: words for path, words in wrong.items() if words} == {}


def test_a_paragraph_out_of_order_or_said_twice_or_left_out_is_found() -> None:
    first, second = "This is said first of all", "This comes as the second of them"
    assert pdf_pages.not_read_once([first, second], [first, second]) == []
    assert pdf_pages.not_read_once([first, second], [f"{second} {first}"]) == [second]
    assert pdf_pages.not_read_once([first, second], [first, second, first]) == [first]
    assert pdf_pages.not_read_once([first, second], [second]) == [first]


def test_fonts_are_in_the_files_and_come_from_nowhere_else(built: Built) -> None:
    for name in ("book.pdf", "stage-1.pdf"):
        assert pdf_pages.fonts_not_inside(built.site / "downloads" / name) == []
        assert pdf_pages.fonts_not_ours(built.site / "downloads" / name) == []


def test_a_font_that_is_missing_is_found() -> None:
    pdf = pikepdf.new()
    page = pdf.add_blank_page()
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
    out = io.BytesIO()
    pdf.save(out)
    assert pdf_pages.fonts_not_inside(io.BytesIO(out.getvalue())) == ["/Helvetica"]


def test_a_font_of_the_machine_is_found(draws: None) -> None:
    pdf = to_pdf(PAGE.format(margin="20mm", body="<p style='font-family: monospace'>Words"))

    assert len(pdf_pages.fonts_not_ours(io.BytesIO(pdf))) == 1 and pdf_pages.fonts_not_inside(io.BytesIO(pdf)) == []


def test_text_keeps_its_contrast_in_grey(built: Built) -> None:
    with pikepdf.open(built.site / "downloads/book.pdf") as document:
        for page in document.pages:
            parts = page.Contents.as_list() if isinstance(page.Contents, pikepdf.Array) else [page.Contents]
            assert pdf_pages.too_pale(b"\n".join(part.read_bytes() for part in parts)) == []


def test_pale_text_is_found() -> None:
    assert pdf_pages.too_pale(b"0.7 0.7 0.7 rg BT <01> Tj ET") == ["(0.7, 0.7, 0.7)"]
    assert pdf_pages.too_pale(b"q 0.9 0.9 0.9 rg Q BT <01> Tj ET") == []


def test_files_are_small_enough_to_send(built: Built) -> None:
    listed = json.loads((built.site / "edition.json").read_text("utf-8"))["downloads"]
    sizes = {each["address"].removeprefix("downloads/"): each["bytes"] for each in listed}

    assert {"book.pdf", "worksheets/partner-map.pdf"} < set(sizes)
    assert pdf_pages.beyond(sizes, {"book.pdf": (1, 8 * MEGA), "worksheets/": (1, 300 * KILO)}) == {}


def test_each_download_has_as_many_pages_as_it_may_have(built: Built) -> None:
    downloads, pages = built.site / "downloads", {}
    for path in downloads.rglob("*.pdf"):
        with pypdfium2.PdfDocument(path) as document:
            pages[path.relative_to(downloads).as_posix()] = len(document)

    assert all(any(name.startswith(kind) for name in pages) for kind in BOUNDS)
    assert pdf_pages.beyond(pages, BOUNDS) == {}


def test_what_is_too_large_or_too_long_is_found() -> None:
    pages = {"book.pdf": 300, "steps/a.pdf": 3, "steps/b.pdf": 2}
    assert pdf_pages.beyond(pages, BOUNDS) == {"book.pdf": 300, "steps/a.pdf": 3}


def test_the_notes_of_each_step_are_numbered_without_a_gap(book: list[Any], built: Built, library: Library) -> None:
    starts = starts_of(built)
    steps = [step for step in library.outline.steps() if not step.path.startswith(NOT_ON_PAPER)]
    wrong, checked = {}, 0
    for step in steps:
        pages = range(start := starts[part_id(step.path)], start + STEP_PAGES)
        numbers = set().union(*(pdf_pages.note_numbers(book[page], page + 1) for page in pages))
        checked += len(numbers)
        wrong[step.path] = pdf_pages.gaps(numbers)
    assert checked > 100 and {path: missing for path, missing in wrong.items() if missing} == {}


def test_a_note_that_is_missing_is_found() -> None:
    assert pdf_pages.gaps({1, 2, 4}) == [3]


def test_boxes_are_high_enough_to_write_in(built: Built, library: Library) -> None:
    low = {}
    for name in library.worksheet_order():
        fields = [box.field for box in library.worksheets[name].boxes() if not box.table]
        lines = {field.id: getattr(field, "lines", 1) for field in fields}
        low[name] = pdf_pages.low_boxes(built.site / f"downloads/worksheets/{name}.pdf", lines)
    assert {name: boxes for name, boxes in low.items() if boxes} == {}


def test_a_box_that_is_too_low_is_found(draws: None) -> None:
    boxes = "".join(
        f"<textarea name='{high}' title='A box' style='display: block; height: {high}mm'></textarea>"
        for high in (8, 24)
    )
    pdf = to_pdf(PAGE.format(margin="20mm", body=boxes), fillable=True)

    assert pdf_pages.low_boxes(io.BytesIO(pdf), {}) == ["8"]
    assert pdf_pages.low_boxes(io.BytesIO(pdf), {"24": 5}) == ["8", "24"]
