"""Stages as PDFs: each holds its own page, its steps in order and their worksheets, from parts that the book draws."""

from __future__ import annotations

from pypdf import PdfReader

from macros.content.library import Library
from macros.content.parts import part_id, sheet_of
from macros.core.urls import address
from macros.documents.output_kinds import each_part
from macros.documents.outputs import url_of
from macros.documents.page_parts import PageParts
from macros.documents.stage_books import stage_parts
from macros.documents.store import Documents
from macros.pages.current import gathered
from macros.publishing.books import Books
from tests.support.builds import ADDRESS, Built
from tests.support.page_parts import without
from tests.support.parsed import tree_at

LOOKED_AT = 3  # the one with the fewest pages


def test_each_holds_its_page_its_steps_in_order_and_each_worksheet_once(books: Books, library: Library) -> None:
    for stage in library.outline.stages:
        titles = [part.page.title for part in books.parts[url_of("stage", number=str(stage.number))]]
        sheets = dict.fromkeys(name for step in stage.steps for name in step.front_matter.worksheets)

        assert titles[: 1 + len(stage.steps)] == [stage.title, *(step.title for step in stage.steps)]
        assert titles[1 + len(stage.steps) :] == [library.worksheets[name].title for name in sheets]


def test_no_part_is_drawn_for_a_stage_alone(books: Books, library: Library) -> None:
    book = {part.request.url: part.request.drawn_from for part in books.parts[Documents.book_url]}

    for stage in library.outline.stages:
        for part in books.parts[url_of("stage", number=str(stage.number))]:
            assert book[part.request.url] == part.request.drawn_from, part.page.path


def test_each_other_part_holds_the_pages_that_its_copy_id_speaks_of(books: Books, library: Library) -> None:
    listed = gathered(library)
    for names in each_part(library):
        [part] = books.parts[url_of("part", id=names["id"])]
        sheet = part_id(names["path"])
        beginning = {sheet} & set(library.releases.today)

        assert {sheet_of(page.path) for page in (part.page, *part.others)} == {*listed[sheet][2], *beginning}
        assert f"#{sheet}:" in Documents(library, ADDRESS).colophon(address(part.page.path)).current


def test_a_page_that_is_not_printed_is_not_in_its_stage(parts: PageParts, library: Library) -> None:
    stage = library.outline.stages[0]
    step = stage.steps[1]

    assert step.title in [part.title for part in stage_parts(stage, parts)]
    assert step.title not in [part.title for part in stage_parts(stage, without(parts, step.path))]


def test_the_page_of_each_stage_and_the_downloads_lead_to_it(quick: Built, library: Library) -> None:
    listed = tree_at(quick.site / "downloads/index.html").xpath("//a/@href")
    for stage in library.outline.stages:
        on_page = tree_at(quick.site / address(stage.path) / "index.html").xpath("//a/@href")

        assert f"../downloads/stage-{stage.number}.pdf" in on_page
        assert f"stage-{stage.number}.pdf" in listed


def test_its_cover_and_contents_name_the_stage_and_its_steps(built: Built, books: Books, library: Library) -> None:
    url = url_of("stage", number=str(LOOKED_AT))
    pdf = PdfReader(built.site / url)
    stage = library.outline.stages[LOOKED_AT - 1]
    cover = " ".join(pdf.pages[0].extract_text().split())

    assert f"Stage {LOOKED_AT}: {stage.title}" in cover and library.release.version in cover
    pages, sheets = (
        [part.page.title for part in books.parts[url] if part.is_sheet == sheet] for sheet in (False, True)
    )
    listed = [str(bookmark.title) for bookmark in pdf.outline]  # type: ignore[union-attr]
    assert pages and sheets and listed == [*pages, library.strings["book"]["addresses"], *sheets]
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]
