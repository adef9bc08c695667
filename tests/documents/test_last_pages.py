"""No sheet is printed with a last page that has a line or two on it, in any form that an office program draws."""

from __future__ import annotations

import io
import re
from importlib import import_module
from pathlib import Path
from zipfile import ZipFile

import pypdfium2
import pytest
from docx import Document

from macros.content.library import Library
from macros.documents.papers.formats import PAPER_FORMATS
from macros.documents.pdf_form.last_page import is_nearly_empty, last_rows_alone
from macros.documents.store import Documents
from macros.documents.workbook.plan import MAIN_WIDTHS
from macros.documents.workbook.rows import about
from macros.rendering.paper_outline import outline_paper
from macros.rendering.pdf import to_pdf
from macros.rendering.qr import qr_png
from tests.support.builds import ADDRESS, Built
from tests.support.libreoffice import converted
from tests.support.office_files import WITH_TABLES, Draw
from tests.support.qr_codes import COARSE, FINE, codes_of_pdf, faults

SUFFIXES = {"word": "docx", "text": "odt", "excel": "xlsx", "sheet": "ods"}
PAPER = "paper"  # what the files of one are called
# Sheets that once ended with little on a page of its own, upright and across.
ENDED_ALONE = ["barriers-log", "report-pack", "workshop-planner", "testimonial-request", "community-chooser"]


def test_the_last_page_of_each_form_is_a_quarter_full_and_one_page_has_the_code(
    library: Library, draw: Draw, draws: None, programs: None, tmp_path: Path
) -> None:
    for form, suffix in SUFFIXES.items():
        for name in ENDED_ALONE:
            if form in ("word", "text") or name in WITH_TABLES:
                (tmp_path / f"{name}-{form}.{suffix}").write_bytes(draw(form, name, False))
    paper, documents = library.papers["review-slides"], Documents(library, ADDRESS)
    outline = outline_paper(paper, library.edition, library.figures, library.sources, library.strings)
    colophon = documents.colophon(f"papers/{paper.id}/")
    for key in ("word", "open_text", "slides", "open_slides"):
        form = PAPER_FORMATS[key]
        (tmp_path / f"{PAPER}-{key}.{form.suffix}").write_bytes(form.draw(outline, colophon))
    files = sorted(tmp_path.iterdir())
    pdfs = sorted(converted(files, "pdf", tmp_path).iterdir())

    assert len(pdfs) == len(files) > 10
    sheets = [pdf for pdf in pdfs if not pdf.stem.startswith(PAPER)]
    assert [pdf.stem for pdf in sheets if is_nearly_empty(pdf.read_bytes())] == []
    current = {name: documents.worksheet_colophon(name).current for name in ENDED_ALONE} | {PAPER: colophon.current}
    # A program without our font prints a spreadsheet smaller, and its code with it.
    scales = {pdf.stem: FINE if pdf.stem.endswith(("-excel", "-sheet")) else COARSE for pdf in pdfs}
    assert {
        pdf.stem: faults(codes_of_pdf(pdf, scale=scales[pdf.stem]), current[pdf.stem.rpartition("-")[0]])
        for pdf in pdfs
    } == {pdf.stem: [] for pdf in pdfs}
    field = library.worksheets["barriers-log"].sections[-2].fields[-1]
    for form in ("word", "text"):
        with pypdfium2.PdfDocument(pdfs[0].with_name(f"barriers-log-{form}.pdf")) as pdf:
            assert field.label in pdf[len(pdf) - 1].get_textpage().get_text_range(), form


@pytest.mark.parametrize("name", ["opportunity-grid", "persona"])
def test_what_comes_last_takes_the_field_before_it_along(built: Built, library: Library, name: str) -> None:
    """So "Next" never has a page to itself, in any form."""
    sheet, colophon = library.worksheets[name], Documents(library, ADDRESS).worksheet_colophon(name)
    title, field = sheet.sections[-1].title, sheet.sections[-2].fields[-1]
    with pypdfium2.PdfDocument(built.site / f"downloads/worksheets/{name}.pdf") as pdf:
        last = pdf[len(pdf) - 1].get_textpage().get_text_range()
    assert title in last and field.label in last

    word = Document(io.BytesIO(import_module("macros.documents.word.document").draw(sheet, colophon, False)))
    kept = [table for table in word.tables if table.cell(0, 0).paragraphs[0].paragraph_format.keep_with_next]
    assert len(kept) == 1 and field.id in kept[0]._tbl.xml

    text = import_module("macros.documents.odf.text").draw(sheet, colophon, False)
    with ZipFile(io.BytesIO(text)) as package:
        content = package.read("content.xml").decode()
    table = rf'style:name="answer_{field.id}"[^>]*>\s*<style:table-properties[^>]*keep-with-next="always"'
    assert re.search(table, content) and content.count("keep-with-next") == 1


def test_a_sheet_in_word_and_in_open_text_says_by_a_code_where_its_age_is_told(library: Library) -> None:
    documents = Documents(library, ADDRESS)
    current = documents.worksheet_colophon("persona").current
    code = qr_png(current)

    assert current.startswith(ADDRESS) and "persona" in current
    for module, folder in (("word.document", "word/media/"), ("odf.text", "Pictures/")):
        for site, wanted in ((ADDRESS, True), ("", False)):
            colophon = Documents(library, site).worksheet_colophon("persona")
            drawn = import_module(f"macros.documents.{module}").draw(library.worksheets["persona"], colophon, False)
            with ZipFile(io.BytesIO(drawn)) as package:
                pictures = [package.read(name) for name in package.namelist() if name.startswith(folder)]
            assert (code in pictures) is wanted, (module, site)


def test_a_spreadsheet_says_beside_its_code_where_its_age_is_told(library: Library) -> None:
    for site in (ADDRESS, ""):
        colophon = Documents(library, site).worksheet_colophon("persona")
        _free, row = about(colophon, MAIN_WIDTHS)
        lines = str(row.cells[-1].value).split("\n")

        assert lines == [
            *filter(None, [colophon.credit, f"{colophon.version}. {colophon.address}", colophon.is_current])
        ]
        assert (row.picture is not None) is bool(site)
        if row.picture:  # it lies over no text, and in one column
            assert all(cell.value is None for cell in row.cells[: row.picture.column + 1])
            assert row.picture.size < MAIN_WIDTHS[row.picture.column] and row.picture.size < row.height


def test_no_page_of_a_blank_begins_with_the_last_row_of_a_table(built: Built, library: Library) -> None:
    folder = built.site / "downloads/worksheets"
    alone = {name: last_rows_alone((folder / f"{name}.pdf").read_bytes()) for name in library.worksheet_order()}

    assert len(alone) > 20 and {name: tables for name, tables in alone.items() if tables} == {}


def test_the_last_row_of_a_table_alone_on_a_page_is_found(draws: None) -> None:
    def drawn(apart: int) -> bytes:
        rows = "".join(
            f"<tr{' style=break-before:page' if row == apart else ''}><td><input title=x name=plan.{row}.what></tr>"
            for row in range(1, 4)
        )
        return to_pdf(f"<html lang=en><title>x</title><table>{rows}</table>", fillable=True)

    assert [last_rows_alone(drawn(apart)) for apart in (0, 2, 3)] == [[], [], ["plan"]]
