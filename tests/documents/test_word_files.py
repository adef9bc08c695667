"""A worksheet in Word: nothing of a library's template, nothing printed that asks to be written over, room to write."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm

from macros.content.library import Library
from macros.documents.answer_names import word_bookmark
from tests.support.office_files import Draw, part
from tests.support.worksheet_names import EVERY_KIND

pytestmark = pytest.mark.usefixtures("draws")
WORDS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WORKSHEETS = pytest.mark.parametrize("name", EVERY_KIND)
LEFT_BY_PROGRAMS = (
    "python-docx",
    "Macintosh",
    "ja-JP",
    "stylesWithEffects",
    "thumbnail",
    "Cambria",
    "Calibri",
    "2013-",
)


def test_word_opens_it_without_compatibility_mode(draw: Draw) -> None:
    settings = part(draw("word", "partner-map", False), "word/settings.xml")
    modes = [
        setting.get(f"{WORDS}val")
        for setting in settings.iter(f"{WORDS}compatSetting")
        if "Mode" in setting.get(f"{WORDS}name")
    ]

    assert modes[0] == "15"


def leftovers(raw: bytes) -> list[str]:
    """What a file still says of the programs that its library's template was made with."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        text = " ".join(
            [*archive.namelist(), *(archive.read(name).decode("utf-8", "ignore") for name in archive.namelist())]
        )
    return [word for word in LEFT_BY_PROGRAMS if word in text]


@WORKSHEETS
def test_nothing_of_the_librarys_template_is_left(draw: Draw, name: str) -> None:
    assert leftovers(draw("word", name, False)) == []


def test_what_is_left_of_a_template_is_found() -> None:
    out = io.BytesIO()
    Document().save(out)

    assert "python-docx" in leftovers(out.getvalue()) and "stylesWithEffects" in leftovers(out.getvalue())


@WORKSHEETS
def test_an_empty_control_prints_nothing(draw: Draw, library: Library, name: str) -> None:
    body = Document(io.BytesIO(draw("word", name, False))).element.body
    texts = {"".join(node.text or "" for node in control.iter(qn("w:t"))).strip() for control in body.iter(qn("w:sdt"))}

    assert texts <= {"", "☐"}
    for control in body.iter(qn("w:sdt")):
        properties = control.find(qn("w:sdtPr"))
        if properties[-1].tag.endswith("checkbox"):
            continue
        assert properties.find(qn("w:showingPlcHdr")) is not None
        assert properties.find(f"{qn('w:placeholder')}/{qn('w:docPart')}").get(qn("w:val")) == "EmptyAnswer"
    assert part(draw("word", name, False), "word/glossary/document.xml") is not None


@WORKSHEETS
def test_each_answer_has_eight_millimetres_a_line(draw: Draw, library: Library, name: str) -> None:
    boxes = {box.name: box for box in library.worksheets[name].boxes()}
    body = Document(io.BytesIO(draw("word", name, False))).element.body
    for row in body.iter(qn("w:tr")):
        tags = [tag.get(qn("w:val")) for tag in row.iter(qn("w:tag"))]
        if tags:
            height = int(row.find(f"{qn('w:trPr')}/{qn('w:trHeight')}").get(qn("w:val"))) / 20  # points
            assert height >= Mm(8).pt * max(boxes[tag].field.room() if not boxes[tag].table else 1 for tag in tags) - 1


@WORKSHEETS
def test_tables_are_as_wide_as_the_page_that_they_stand_on(draw: Draw, name: str) -> None:
    for table in Document(io.BytesIO(draw("word", name, False))).tables:
        width = table._tbl.tblPr.find(qn("w:tblW"))
        assert (width.get(qn("w:type")), width.get(qn("w:w"))) == ("pct", "5000")
        cells = [cell.tcPr.find(qn("w:tcW")) for cell in table.rows[0]._tr.tc_lst]
        assert {cell.get(qn("w:type")) for cell in cells} == {"pct"}
        assert abs(sum(int(cell.get(qn("w:w"))) for cell in cells) - 5000) <= len(cells)


@WORKSHEETS
def test_each_cell_to_write_in_has_its_bookmark(draw: Draw, library: Library, name: str) -> None:
    body = Document(io.BytesIO(draw("word", name, False))).element.body
    names = [mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))]
    boxes = [word_bookmark(box.name) for box in library.worksheets[name].boxes()]

    assert [bookmark for bookmark in names if bookmark.startswith("box_")] == boxes
    assert len(set(boxes)) == len(boxes)
    assert max(map(len, names)) <= 40


def test_long_names_that_begin_alike_have_bookmarks_of_their_own() -> None:
    names = [f"a_rather_long_table.{row}.a_rather_long_column" for row in (1, 2)]

    assert len({word_bookmark(name) for name in names}) == 2
    assert {len(word_bookmark(name)) for name in names} == {40}
