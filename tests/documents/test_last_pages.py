"""No sheet is printed with a last page that has a line or two on it, in any form that an office program draws."""

from __future__ import annotations

import io
import re
import subprocess
from importlib import import_module
from pathlib import Path
from zipfile import ZipFile

import pypdfium2
import pytest
from docx import Document

from macros.content.library import Library
from macros.documents import worksheet_pdf
from macros.documents.pdf_form.last_page import is_nearly_empty
from macros.documents.store import Documents
from macros.documents.workbook.rows import about
from macros.rendering.qr import qr_png
from tests.support.builds import ADDRESS
from tests.support.office_files import WITH_TABLES, Draw, drawer

SUFFIXES = {"word": "docx", "text": "odt", "excel": "xlsx", "sheet": "ods"}
# Sheets that once ended with little on a page of its own, upright and across.
ENDED_ALONE = ["barriers-log", "report-pack", "workshop-planner", "testimonial-request", "community-chooser"]


@pytest.fixture(scope="module")
def draw(library: Library) -> Draw:
    return drawer(library)


def test_the_last_page_of_each_form_is_a_quarter_full(
    library: Library, draw: Draw, draws: None, programs: None, tmp_path: Path
) -> None:
    for form, suffix in SUFFIXES.items():
        for name in ENDED_ALONE:
            if form in ("word", "text") or name in WITH_TABLES:
                (tmp_path / f"{name}-{form}.{suffix}").write_bytes(draw(form, name, False))
    files = sorted(tmp_path.iterdir())
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    command = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", tmp_path / "pdf", *files]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    pdfs = sorted((tmp_path / "pdf").iterdir())

    assert len(pdfs) == len(files) > 10
    assert [pdf.stem for pdf in pdfs if is_nearly_empty(pdf.read_bytes())] == []
    field = library.worksheets["barriers-log"].sections[-2].fields[-1]
    for form in ("word", "text"):
        with pypdfium2.PdfDocument(tmp_path / f"pdf/barriers-log-{form}.pdf") as pdf:
            assert field.label in pdf[len(pdf) - 1].get_textpage().get_text_range(), form


@pytest.mark.parametrize("name", ["opportunity-grid", "persona"])
def test_what_comes_last_takes_the_field_before_it_along(library: Library, name: str) -> None:
    """So "Next" never has a page to itself, in any form."""
    sheet, colophon = library.worksheets[name], Documents(library, ADDRESS).worksheet_colophon(name)
    title, field = sheet.sections[-1].title, sheet.sections[-2].fields[-1]
    with pypdfium2.PdfDocument(worksheet_pdf.draw(sheet, colophon, False)) as pdf:
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


def test_a_spreadsheet_says_in_words_where_its_age_is_told(library: Library) -> None:
    for site, lines in ((ADDRESS, 3), ("", 2)):
        colophon = Documents(library, site).worksheet_colophon("persona")
        values = [cell.value for row in about(colophon) for cell in row.cells]

        assert len(values) == lines and (colophon.is_current in values) is bool(site)
