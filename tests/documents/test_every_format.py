"""Every form of a worksheet says the same: each box's id, label and help, in the same order."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from pypdf import PdfWriter

from macros.content.library import Library
from macros.core.cache import DocumentCache
from macros.documents.answer_names import cell_names
from macros.documents.drawing import Drawing
from macros.documents.formats import FORMATS
from macros.documents.output_kinds import PROJECT_SUFFIXES
from macros.documents.store import Documents
from macros.models.worksheets import Worksheet
from macros.rendering.field_labels import described, hints, label
from tests.support.builds import ADDRESS, Built
from tests.support.office_files import (
    as_written,
    bundled,
    in_excel,
    in_open,
    label_of,
    names_in_excel,
    names_in_open,
    places,
    seen_label,
    short_label,
)
from tests.support.parsed import page_at
from tests.support.worksheet_names import NAMES

pytestmark = pytest.mark.usefixtures("draws")

Said = list[tuple[str, str]]  # the box's id; its label with its help


def defined(worksheet: Worksheet, library: Library) -> Said:
    return [(box.name, described(box, library.strings)) for box in worksheet.boxes()]


def of_page(site: Path, name: str) -> Said:
    soup = page_at(site / "worksheets" / name / "index.html")
    labels = []
    for box in soup.select("form.worksheet [name]"):
        if label := soup.select_one(f'label[for="{box["id"]}"]'):
            about, title = label, label.select_one(".field__label").get_text(strip=True)  # type: ignore[union-attr]
        else:
            cell = box.find_parent("td")
            assert cell is not None
            heads = cell.find_parent("table").select("thead th")  # type: ignore[union-attr]
            about, title = heads[len(cell.find_previous_siblings(["td", "th"]))], str(box["aria-label"])
        labels.append((str(box["name"]), bundled(title, [hint.get_text() for hint in about.select(".field__help")])))
    return labels


def of_pdf(raw: bytes) -> Said:
    """Field by field. What a text field is called ends with how much it takes."""
    with pikepdf.open(io.BytesIO(raw)) as pdf:
        called = dict(names_of_fields(pdf.Root.AcroForm.Fields))
    return [(name, without_room(title)) for name, title in called.items()]


def names_of_fields(fields: Any, above: str = "") -> Iterator[tuple[str, str]]:
    """The full name of each field of a form, and what it is called."""
    for field in fields:
        name = f"{above}{field.T}" if "/T" in field else above
        if "/TU" in field:
            yield name, str(field.TU)
        yield from names_of_fields(field.get("/Kids", ()), f"{name}.")


def without_room(title: str) -> str:
    """What a field is called."""
    return title.partition(" There is room for ")[0]


def of_word(raw: bytes) -> Said:
    """Control by control. A label stands above its control's box, or heads its column; Word cuts a title short."""
    labels = []
    document = Document(io.BytesIO(raw))
    above: list[str] = []
    for part in document.iter_inner_content():
        if isinstance(part, Paragraph):
            style = str(part.style.name)  # type: ignore[union-attr]
            above = [part.text] if style == "Field label" else [*above, part.text] if style == "Help" else above
        elif len(part.rows) == 1:
            labels += [(_tag(control), bundled(above[0], above[1:])) for control in part._tbl.iter(qn("w:sdt"))]
        else:
            labels += _in_table(part)
    return labels


def _in_table(table: Table) -> Said:
    heads = [[paragraph.text for paragraph in cell.paragraphs][1:] for cell in table.rows[0].cells]
    labels = []
    for row in table.rows[1:]:
        for lines, cell in zip(heads, row.cells, strict=True):
            for control in cell._tc.iter(qn("w:sdt")):
                title = control.find(f"{qn('w:sdtPr')}/{qn('w:alias')}").get(qn("w:val"))
                labels.append((_tag(control), bundled(title, lines)))
    return labels


def _tag(control: object) -> str:
    return str(control.find(f"{qn('w:sdtPr')}/{qn('w:tag')}").get(qn("w:val")))  # type: ignore[attr-defined]


def of_open_text(raw: bytes) -> Said:
    """Cell by cell, what stands in sight."""
    return [(name, seen_label(cell)) for name, cell in places(raw).items()]


def test_a_pdf_of_every_worksheet_says_what_its_definition_says(built: Built, library: Library) -> None:
    for name in NAMES:
        labels = of_pdf((built.site / f"downloads/worksheets/{name}.pdf").read_bytes())
        wanted = defined(library.worksheets[name], library)
        assert [(box, called.rstrip(".")) for box, called in labels] == [
            (box, text.rstrip(".")) for box, text in wanted
        ]


def test_an_open_text_of_every_worksheet_says_what_its_definition_says(built: Built, library: Library) -> None:
    for name in NAMES:
        labels = of_open_text((built.site / f"downloads/worksheets/{name}.odt").read_bytes())
        boxes = library.worksheets[name].boxes()
        assert labels == [(box.name, bundled(box.field.label, hints(box.field, library.strings))) for box in boxes]


def test_word_of_every_worksheet_says_what_its_definition_says(built: Built, library: Library) -> None:
    for name in NAMES:
        wanted = []
        for box in library.worksheets[name].boxes():
            called = label(box, library.strings)[:64] if box.table else box.field.label
            wanted.append((box.name[:64], bundled(called, hints(box.field, library.strings))))

        assert of_word((built.site / f"downloads/worksheets/{name}.docx").read_bytes()) == wanted, name


def test_spreadsheets_of_every_worksheet_say_what_its_definition_says(built: Built, library: Library) -> None:
    for name in NAMES:
        if FORMATS["spreadsheet"].fits(library.worksheets[name]):
            compare_spreadsheets(built.site, library, library.worksheets[name])
        else:
            assert not list((built.site / "downloads/worksheets").glob(f"{name}.[xo][ld]s*"))


def compare_spreadsheets(site: Path, library: Library, worksheet: Worksheet) -> None:
    boxes = as_written(worksheet)
    named = cell_names(box.name for box in boxes)
    for suffix, cells_of, names_of in (("xlsx", in_excel, names_in_excel), ("ods", in_open, names_in_open)):
        raw = (site / f"downloads/worksheets/{worksheet.id}.{suffix}").read_bytes()
        cells, at = cells_of(raw), names_of(raw)
        for box in boxes:
            place = at[named[box.name]]
            beside = str(cells.get((place[0], place[1], 2), "")) if box.table is None else head_of(place, box, cells)
            assert label_of(box, place, cells) == short_label(box, library.strings)
            assert beside.split("\n") == (hints(box.field, library.strings) or [""]), (worksheet.id, suffix, box.name)


def head_of(place: tuple[str, int, int], box: object, cells: dict[tuple[str, int, int], object]) -> str:
    """What stands under the label in the heading of a cell's column."""
    label = box.field.label  # type: ignore[attr-defined]
    heads = [str(text) for at, text in cells.items() if (at[0], at[2]) == (place[0], place[2]) and at[1] < place[1]]
    return next(text for text in heads if text.split("\n")[0] == label).partition("\n")[2]


def test_one_word_that_differs_is_found(built: Built, library: Library) -> None:
    name = "partner-map"
    wanted = defined(library.worksheets[name], library)
    pdf = PdfWriter(clone_from=built.site / f"downloads/worksheets/{name}.pdf")
    field = next(annotation.get_object() for annotation in pdf.pages[0]["/Annots"] if "/TU" in annotation.get_object())  # type: ignore[union-attr]
    from pypdf.generic import NameObject, TextStringObject

    field[NameObject("/TU")] = TextStringObject("Something else")
    out = io.BytesIO()
    pdf.write(out)
    word = Document(str(built.site / f"downloads/worksheets/{name}.docx"))
    next(paragraph for paragraph in word.paragraphs if paragraph.style.name == "Field label").text = "Something else"  # type: ignore[union-attr]
    changed = io.BytesIO()
    word.save(changed)

    assert of_pdf(out.getvalue()) != wanted
    assert of_word(changed.getvalue()) != of_word((built.site / f"downloads/worksheets/{name}.docx").read_bytes())


def test_a_form_is_drawn_again_only_when_something_changed(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each worksheet has its forms, one example and one short form.

    What is kept is asked here, not how it looks: whatever is drawn is a number, another each time.
    """
    numbers = count()
    monkeypatch.setattr("macros.documents.drawing.WORTH_STARTING", 10_000)  # no process draws, but this one
    monkeypatch.setattr(Drawing, "draw", lambda _drawing: b"%d" % next(numbers))
    tally, persona = (library.worksheets[name] for name in ("tally-sheet", "persona"))

    def drawn(*worksheets: Worksheet, version: str = library.release.version) -> int:
        release = replace(library.release, version=version)
        here = replace(library, worksheets={sheet.id: sheet for sheet in worksheets}, release=release, papers={})
        documents = Documents(here, ADDRESS)
        documents.kept = DocumentCache(tmp_path)
        folder = tmp_path / ".cache/documents"
        before = len(list(folder.glob("*")))
        assert all(documents.make_all().values()), "it waits for each"
        return len(list(folder.glob("*"))) - before

    forms = {sheet.id: 2 + sum(form.fits(sheet) for form in FORMATS.values()) for sheet in (tally, persona)}
    changed = tally.model_copy(update={"purpose": "Another purpose."})
    first_pages, share_image, name_letters, workbooks = 1, 1, 1, len(PROJECT_SUFFIXES)
    every = forms[tally.id] + forms[persona.id] + first_pages + share_image + workbooks
    assert drawn(tally, persona) == every + name_letters
    assert drawn(tally, persona) == 0
    assert drawn(changed, persona) == forms[tally.id] + first_pages + workbooks
    assert drawn(changed, persona, version="99.0.0") == every
