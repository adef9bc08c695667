"""The forms for Word, LibreOffice and Excel offer the boxes of the worksheet, and each kind of box does its work."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx import Document as Word
from docx.oxml.ns import qn
from lxml import etree
from odfdo import Document

from macros.content.library import Library
from macros.models.worksheets import Box, Worksheet
from macros.rendering.example_text import example_text
from tests.support.builds import ADDRESS
from tests.support.office_files import DRAWN, PARAGRAPH, WITH_TABLES, Draw, colophon, part, places, seen_label, words
from tests.support.worksheet_names import EVERY_KIND

pytestmark = pytest.mark.usefixtures("draws")

WORKSHEETS = pytest.mark.parametrize("name", EVERY_KIND)
LINE_BREAK = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}line-break"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"


def by_name(worksheet: Worksheet) -> dict[str, Box]:
    return {box.name: box for box in worksheet.boxes()}


@WORKSHEETS
def test_open_text_has_every_box_in_order_with_its_label(draw: Draw, library: Library, name: str) -> None:
    cells = places(draw("text", name, False))
    boxes = list(library.worksheets[name].boxes())

    assert list(cells) == [box.name for box in boxes]
    for box in boxes:
        assert seen_label(cells[box.name]).startswith(box.field.label), box.name


@WORKSHEETS
def test_every_place_in_open_text_is_of_its_kind_and_prints_nothing(draw: Draw, library: Library, name: str) -> None:
    boxes = by_name(library.worksheets[name])
    for box, cell in places(draw("text", name, False)).items():
        kind = boxes[box].field.kind
        lists = cell.get_elements(".//text:drop-down")
        options = [label.get_attribute("text:value") for label in cell.get_elements(".//text:label")]
        if kind == "tick":
            assert (len(lists), options, words(cell)) == (1, ["☐", "☒"], "☐"), box
        else:
            choices = boxes[box].field.choices()
            assert (len(lists), options[1:], words(cell).strip()) == (bool(choices), choices, ""), box


@WORKSHEETS
def test_each_answer_in_open_text_has_eight_millimetres_a_line(draw: Draw, library: Library, name: str) -> None:
    raw = draw("text", name, False)
    content = part(raw, "content.xml")
    heights = {
        str(style.get(f"{STYLE}name")): str(style[0].get(f"{STYLE}min-row-height"))
        for style in content.iter(f"{STYLE}style")
    }
    boxes = by_name(library.worksheets[name])
    for box, cell in places(raw).items():
        row = cell.parent
        assert row is not None
        height = float(heights[str(row.get_attribute("table:style-name"))].removesuffix("mm"))
        assert height >= 8 * (boxes[box].field.room() if not boxes[box].table else 1)


@WORKSHEETS
def test_the_filled_open_text_holds_the_example(draw: Draw, library: Library, name: str) -> None:
    worksheet, boxes = library.worksheets[name], by_name(library.worksheets[name])
    content = part(draw("text", name, True), "content.xml")
    for line_end in content.iter(LINE_BREAK):
        line_end.text = "\n"
    text = "\n".join("".join(paragraph.itertext()) for paragraph in content.iter(PARAGRAPH))
    for box in boxes.values():
        value = example_text(worksheet, box, library.strings)
        assert ("☒" if value == "✓" else value) in text, box.name


@WORKSHEETS
def test_open_text_has_headings_tables_whose_head_repeats_and_roomy_rows(
    draw: Draw, library: Library, name: str
) -> None:
    worksheet = library.worksheets[name]
    body = Document(io.BytesIO(draw("text", name, False))).body

    assert [words(heading) for heading in body.get_headers()] == [section.title for section in worksheet.sections]
    tables = [field for field in worksheet.fields() if field.kind == "table"]
    named = [str(table.get_attribute("table:name")) for table in body.get_elements("//table:table")]
    assert [name for name in named if name != "first" and not name.startswith("answer_")] == [
        table.id for table in tables
    ]
    for field in tables:
        heads = body.get_elements(f'//table:table[@table:name="{field.id}"]/table:table-header-rows//table:table-cell')
        labels = [words(head.get_elements("text:p")[0]) for head in heads]
        assert labels[-len(field.columns) :] == [column.label for column in field.columns]
    for height in body.xpath("//@style:min-row-height"):
        assert float(str(height).removesuffix("mm")) >= 8


@WORKSHEETS
def test_open_text_says_what_it_is_in_british_english_on_a4(draw: Draw, library: Library, name: str) -> None:
    worksheet, release = library.worksheets[name], library.release
    raw = draw("text", name, False)
    meta = Document(io.BytesIO(raw)).meta
    styles = etree.tostring(part(raw, "styles.xml"), encoding="unicode")

    assert (meta.title, meta.subject, meta.language) == (worksheet.title, worksheet.purpose, "en-GB")
    assert meta.initial_creator == library.edition.publisher
    assert meta.creation_date and meta.creation_date.date() == release.day
    assert 'fo:language="en" fo:country="GB"' in styles
    size = 'fo:page-width="{}mm" fo:page-height="{}mm"'
    assert size.format(*((297, 210) if worksheet.orientation == "landscape" else (210, 297))) in styles
    for text in (library.edition.running_title, f"Version {release.version}", ADDRESS):
        assert text in styles
    alt = colophon(library, name).logo_alt
    frame = Document(io.BytesIO(raw)).body.get_elements("//draw:frame")[0]
    assert [words(description) for description in frame.get_elements("svg:desc")] == [alt]


@pytest.mark.parametrize("form", ["text", "sheet"])
def test_open_files_are_as_the_standard_asks(draw: Draw, form: str) -> None:
    raw = draw(form, "community-chooser", False)
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        first = archive.infolist()[0]
        listed = {str(path) for path in part(raw, "META-INF/manifest.xml").xpath("//@*[local-name()='full-path']")}
        inside = set(archive.namelist()) - {"mimetype", "META-INF/manifest.xml"}

    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    assert listed - {"/"} == inside
    for name in ("content.xml", "styles.xml", "meta.xml", "settings.xml"):
        assert part(raw, name).xpath("string(@*[local-name()='version'])") == "1.2"


@pytest.mark.parametrize("form", DRAWN)
@pytest.mark.parametrize("filled", [False, True])
def test_the_same_worksheet_gives_the_same_bytes(library: Library, draw: Draw, form: str, filled: bool) -> None:
    again = DRAWN[form](library.worksheets["community-chooser"], colophon(library, "community-chooser"), filled)

    assert draw(form, "community-chooser", filled) == again
    with zipfile.ZipFile(io.BytesIO(again)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("form", DRAWN)
def test_office_files_hold_no_macro_and_no_outside_address(draw: Draw, form: str) -> None:
    for name in WITH_TABLES if form in ("excel", "sheet") else EVERY_KIND:
        with zipfile.ZipFile(io.BytesIO(draw(form, name, False))) as archive:
            assert not [
                path for path in archive.namelist() if "vba" in path.lower() or path.startswith(("Basic", "Scripts"))
            ]
            assert not any(b'TargetMode="External"' in archive.read(path) for path in archive.namelist())


KINDS = {
    "text": "text",
    "long_text": "text",
    "number": "text",
    "money": "text",
    "date": "date",
    "choice": "dropDownList",
    "scale": "dropDownList",
    "tick": "checkbox",
}


@WORKSHEETS
def test_word_has_a_control_of_each_kind_with_its_options(draw: Draw, library: Library, name: str) -> None:
    boxes = list(library.worksheets[name].boxes())
    document = Word(io.BytesIO(draw("word", name, False)))
    controls = list(document.element.body.iter(qn("w:sdt")))

    assert len(controls) == len(boxes)
    for control, box in zip(controls, boxes, strict=True):
        kind = control.find(qn("w:sdtPr"))[-1]
        assert etree.QName(kind).localname == KINDS[box.field.kind], box.name
        options = [item.get(qn("w:displayText")) for item in kind.iter(qn("w:listItem"))]
        assert options == box.field.choices(), box.name


@WORKSHEETS
def test_word_describes_its_pictures_and_speaks_british_english(draw: Draw, library: Library, name: str) -> None:
    document = Word(io.BytesIO(draw("word", name, False)))
    described = [colophon(library, name).logo_alt, library.strings["cards"]["qr_alt"]]

    assert [shape._inline.docPr.get("descr") for shape in document.inline_shapes] == described
    languages = [*document.styles.element.iter(qn("w:lang")), *document.settings.element.iter(qn("w:themeFontLang"))]
    assert {language.get(qn("w:val")) for language in languages} == {"en-GB"}


def test_a_filled_date_in_word_is_a_date(draw: Draw) -> None:
    dates = Word(io.BytesIO(draw("word", "partner-map", True))).element.body.iter(qn("w:date"))

    days = [date.get(qn("w:fullDate")) for date in dates]
    assert days[0] == "2026-10-01T00:00:00Z" and days[-1] == "2027-10-01T00:00:00Z"
