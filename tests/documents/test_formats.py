"""Every form of a worksheet offers the same boxes, with the same names and labels, in the same order."""

from __future__ import annotations

import io
import zipfile

import pikepdf
import pypdfium2
import pytest
from docx import Document
from docx.oxml.ns import qn

from macros.content.library import Library
from macros.rendering.example_text import example_text
from tests.support.builds import Built
from tests.support.parsed import page_at
from tests.support.pdf_forms import answers, typed_in_pdfium
from tests.support.pdf_tags import elements
from tests.support.worksheet_names import EVERY_KIND, NAMES

WORKSHEETS = pytest.mark.parametrize("name", EVERY_KIND)


def test_there_are_worksheets() -> None:
    assert len(NAMES) >= 7


@WORKSHEETS
def test_the_pdf_is_tagged_titled_and_in_english(built: Built, library: Library, name: str) -> None:
    for kind in ("worksheets", "examples"):
        with pikepdf.open(built.site / f"downloads/{kind}/{name}.pdf") as pdf:
            assert pdf.Root.MarkInfo.Marked is True
            assert pdf.Root.Lang == "en-GB"
            assert library.worksheets[name].title in str(pdf.docinfo.Title)
            size = sorted(float(edge) for edge in list(pdf.pages[0].mediabox)[2:])
            assert [round(edge) for edge in size] == [595, 842]


@WORKSHEETS
def test_the_pdf_can_be_filled_in(built: Built, name: str) -> None:
    blank = (built.site / f"downloads/worksheets/{name}.pdf").read_bytes()

    assert answers(typed_in_pdfium(blank, {"community": "Carers & co"}))["community"] == "Carers & co"


@WORKSHEETS
def test_table_headers_say_what_they_head(built: Built, name: str) -> None:
    with pikepdf.open(built.site / f"downloads/worksheets/{name}.pdf") as pdf:
        for header in (element for element in elements(pdf.Root.StructTreeRoot) if element.S == "/TH"):
            assert header.A.Scope in ("/Column", "/Row")


@WORKSHEETS
def test_word_has_language_title_headings_and_headers_that_repeat(built: Built, library: Library, name: str) -> None:
    document = Document(str(built.site / f"downloads/worksheets/{name}.docx"))
    worksheet = library.worksheets[name]

    assert document.core_properties.title == worksheet.title
    assert document.core_properties.language == "en-GB"
    assert {lang.get(qn("w:val")) for lang in document.styles.element.iter(qn("w:lang"))} == {"en-GB"}
    headings = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]  # type: ignore[union-attr]
    assert headings == [section.title for section in worksheet.sections]
    tables = [table for table in document.tables if len(table._cells) > 1]
    assert len(tables) >= sum(field.kind == "table" for field in worksheet.fields())
    for table in tables:  # the answer to a field alone stands in one cell, which has nothing to head
        assert len(table.rows) > 1 and table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None


@WORKSHEETS
def test_every_form_says_whose_it_is_which_version_and_where_it_lives(
    built: Built, library: Library, name: str
) -> None:
    document = Document(str(built.site / f"downloads/worksheets/{name}.docx"))
    section = document.sections[0]
    word = " ".join(p.text for part in (section.header, section.footer) for p in part.paragraphs)
    with pypdfium2.PdfDocument(built.site / f"downloads/worksheets/{name}.pdf") as drawn:
        pdf = drawn[0].get_textpage().get_text_range()

    shown = [shape._inline.docPr.get("descr") for shape in document.inline_shapes]
    assert len(shown) == 2 and all(shown)  # the logo, and the code of the page that says whether the copy is current
    for text in (library.edition.publisher, f"Version {library.release.version}", f"worksheets/{name}/"):
        assert text in word
    assert f"Version {library.release.version}" in " ".join(pdf.split())
    assert f"worksheets/{name}/" in "".join(pdf.split())


@WORKSHEETS
def test_the_example_is_filled_in_and_says_that_it_is_invented(built: Built, library: Library, name: str) -> None:
    worksheet = library.worksheets[name]
    page = page_at(built.site / "worksheets" / name / "index.html")
    shown = page.select_one(".example").get_text(" ")  # type: ignore[union-attr]
    with pypdfium2.PdfDocument(built.site / f"downloads/examples/{name}.pdf") as pdf:
        printed = "".join(page.get_textpage().get_text_range() for page in pdf)

    assert "Invented example" in shown and "Invented example" in printed
    assert "invented" in worksheet.example.about.lower()
    for box in worksheet.boxes():
        value = example_text(worksheet, box, library.strings)
        assert value in shown, box.name
        assert not value or value.split()[0] in printed, box.name


def test_office_files_hold_no_macro_and_no_outside_address(built: Built) -> None:
    for path in (built.site / "downloads/worksheets").glob("*.docx"):
        with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
            assert not [name for name in archive.namelist() if "vba" in name.lower()]
            relations = [archive.read(name) for name in archive.namelist() if name.endswith(".rels")]
            assert not any(b'TargetMode="External"' in relation for relation in relations)
