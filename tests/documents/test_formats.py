"""Every form of a worksheet offers the same boxes, with the same names and labels, in the same order."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
from docx import Document
from docx.oxml.ns import qn
from pypdf import PdfReader

from macros.content.library import Library
from macros.rendering.example_text import example_text
from tests.support.builds import Built
from tests.support.parsed import page_at
from tests.support.pdf_forms import answers, typed_in_pdfium
from tests.support.worksheet_names import EVERY_KIND, NAMES

WORKSHEETS = pytest.mark.parametrize("name", EVERY_KIND)


@cache
def pdf_at(path: Path) -> PdfReader:
    """A PDF of a build, of which several claims are made."""
    return PdfReader(path)


def test_there_are_worksheets() -> None:
    assert len(NAMES) >= 7


@WORKSHEETS
def test_the_pdf_is_tagged_titled_and_in_english(built: Built, library: Library, name: str) -> None:
    for kind in ("worksheets", "examples"):
        pdf = pdf_at(built.site / f"downloads/{kind}/{name}.pdf")
        assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]
        assert pdf.trailer["/Root"]["/Lang"] == "en-GB"
        assert library.worksheets[name].title in str(pdf.metadata.title)  # type: ignore[union-attr]
        size = sorted(float(edge) for edge in pdf.pages[0].mediabox[2:])
        assert [round(edge) for edge in size] == [595, 842]


@WORKSHEETS
def test_the_pdf_can_be_filled_in(built: Built, name: str) -> None:
    blank = (built.site / f"downloads/worksheets/{name}.pdf").read_bytes()

    assert answers(typed_in_pdfium(blank, {"community": "Carers & co"}))["community"] == "Carers & co"


@WORKSHEETS
def test_table_headers_say_what_they_head(built: Built, name: str) -> None:
    def headers(node: object) -> list[object]:
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, list):
            return [header for kid in node for header in headers(kid)]
        if not isinstance(node, dict):
            return []
        headers_here = [node] if node.get("/S") == "/TH" else []
        return headers_here + (headers(node["/K"]) if "/K" in node else [])

    tree = pdf_at(built.site / f"downloads/worksheets/{name}.pdf").trailer["/Root"]["/StructTreeRoot"]
    for header in headers(tree):
        assert header["/A"]["/Scope"] in ("/Column", "/Row")  # type: ignore[index]


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
    pdf = pdf_at(built.site / f"downloads/worksheets/{name}.pdf").pages[0].extract_text()

    shown = [shape._inline.docPr.get("descr") for shape in document.inline_shapes]
    assert len(shown) == 2 and all(shown)  # the logo, and the code of the page that says whether the copy is current
    for text in (library.edition.publisher, f"Version {library.release.version}", f"worksheets/{name}/"):
        assert text in word
    assert f"Version {library.release.version}" in pdf
    assert f"worksheets/{name}/" in pdf.replace("\n", "")


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
