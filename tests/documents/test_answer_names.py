"""One map of names for every form, and each file says which sheet it is, even after it was renamed."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from odfdo import Document
from openpyxl import load_workbook
from pypdf import PdfReader

from macros.content.library import Library
from macros.documents import worksheet_pdf
from macros.documents.answer_names import KEYS, cell_name, cell_names, identity, questions_fingerprint, word_tag
from macros.models.worksheets import Example
from macros.rendering.field_labels import label
from tests.support.office_files import Draw, colophon, names_in_excel, names_in_open, part, places

NAME = "community-chooser"
SMALL = "opportunity-grid"  # a PDF of the other takes twice as long


def in_word(raw: bytes) -> dict[str, str]:
    properties = part(raw, "docProps/custom.xml")
    return {element.get("name"): "".join(element.itertext()) for element in properties}


def in_excel_file(raw: bytes) -> dict[str, str]:
    return {entry.name: str(entry.value) for entry in load_workbook(io.BytesIO(raw)).custom_doc_props.props}


def in_open_file(raw: bytes) -> dict[str, str]:
    return {str(key): str(value) for key, value in Document(io.BytesIO(raw)).meta.user_defined_metadata.items()}


def in_pdf(raw: bytes) -> dict[str, str]:
    information: dict[str, object] = dict(PdfReader(io.BytesIO(raw)).metadata or {})
    return {key: str(information[f"/{key}"]) for key in KEYS if f"/{key}" in information}


@pytest.mark.parametrize("filled", [False, True])
def test_every_form_says_which_sheet_it_is(library: Library, draw: Draw, draws: None, filled: bool) -> None:
    worksheet, about = library.worksheets[NAME], colophon(library, NAME)
    known = identity(worksheet, about)

    assert [known["Worksheet"], known["Edition"]] == [NAME, library.edition.slug]
    assert in_word(draw("word", NAME, filled)) == known
    assert in_excel_file(draw("excel", NAME, filled)) == known
    assert in_open_file(draw("text", NAME, filled)) == known
    assert in_open_file(draw("sheet", NAME, filled)) == known
    small, about_it = library.worksheets[SMALL], colophon(library, SMALL)
    assert in_pdf(worksheet_pdf.draw(small, about_it, filled)) == identity(small, about_it)


def test_the_fingerprint_changes_with_a_question_and_not_with_the_example(library: Library) -> None:
    worksheet = library.worksheets[NAME]
    example = worksheet.model_copy(update={"example": Example(community="Other", about="Other", values={})})
    shorter = worksheet.model_copy(update={"sections": worksheet.sections[:-1]})

    assert re.fullmatch(r"[0-9a-f]{12}", questions_fingerprint(worksheet))
    assert questions_fingerprint(example) == questions_fingerprint(worksheet)
    assert questions_fingerprint(shorter) != questions_fingerprint(worksheet)


def test_every_form_calls_a_box_by_the_map(library: Library, draw: Draw, draws: None) -> None:
    boxes = [box.name for box in library.worksheets[NAME].boxes()]
    with zipfile.ZipFile(io.BytesIO(draw("word", NAME, False))) as archive:
        tags = re.findall(r'<w:tag w:val="([^"]*)"', archive.read("word/document.xml").decode())

    assert tags == [word_tag(box) for box in boxes]
    assert set(places(draw("text", NAME, False))) == set(boxes)
    assert set(names_in_excel(draw("excel", NAME, False))) == set(map(cell_name, boxes))
    assert set(names_in_open(draw("sheet", NAME, False))) == set(map(cell_name, boxes))


def test_cells_of_boxes_with_like_names_have_names_of_their_own() -> None:
    assert list(cell_names(["a.1.b", "a__1.b"]).values()) == ["box_a__1__b", "box_a__1__b___2"]


def test_two_boxes_of_a_worksheet_never_have_the_same_label(library: Library) -> None:
    for name, worksheet in library.worksheets.items():
        labels = [label(box, library.strings) for box in worksheet.boxes() if box.table]
        assert len(set(labels)) == len(labels), name
