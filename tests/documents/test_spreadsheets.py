"""The two spreadsheets of a worksheet hold the same workbook: its boxes, its words, its formulas and its lists."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

import pytest
from lxml import etree
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from macros.content.library import Library
from macros.documents.answer_names import cell_names
from macros.documents.excel import workbook as spreadsheet
from macros.documents.excel.parts import LINE_LIMIT
from macros.documents.formats import Colophon
from macros.documents.odf import spreadsheet as open_sheet
from macros.documents.workbook.names import sheet_names
from macros.documents.workbook.plan import has_table
from tests.conftest import ROOT
from tests.support.office_files import (
    OFFICE,
    TABLE,
    WITH_TABLES,
    Draw,
    Place,
    alike,
    as_written,
    colophon,
    excel,
    in_excel,
    in_open,
    label_of,
    names_in_excel,
    names_in_open,
    part,
    short_label,
)
from tests.support.worksheet_names import NAMES

pytestmark = pytest.mark.usefixtures("draws")

WORKSHEETS = pytest.mark.parametrize("name", WITH_TABLES)
READERS = {"excel": (in_excel, names_in_excel), "sheet": (in_open, names_in_open)}


@WORKSHEETS
@pytest.mark.parametrize("form", READERS)
def test_every_box_is_a_named_cell_in_order_with_its_label(draw: Draw, library: Library, form: str, name: str) -> None:
    worksheet, raw = library.worksheets[name], draw(form, name, False)
    cells, places = (read(raw) for read in READERS[form])
    sheets = list(dict.fromkeys(sheet for sheet, _, _ in cells))
    boxes = as_written(worksheet)
    named = cell_names(box.name for box in boxes)

    assert set(places) == set(named.values())
    in_order = sorted(places, key=lambda cell_name: (sheets.index(places[cell_name][0]), *places[cell_name][1:]))
    assert in_order == [named[box.name] for box in boxes]
    for box in boxes:
        assert label_of(box, places[named[box.name]], cells) == short_label(box, library.strings)


@WORKSHEETS
def test_the_open_sheet_lists_its_names_in_the_order_of_the_worksheet(draw: Draw, library: Library, name: str) -> None:
    names = cell_names(box.name for box in library.worksheets[name].boxes())

    assert list(names_in_open(draw("sheet", name, False))) == list(names.values())


@WORKSHEETS
@pytest.mark.parametrize("filled", [False, True])
def test_both_spreadsheets_say_the_same(draw: Draw, name: str, filled: bool) -> None:
    excel_cells, open_cells = in_excel(draw("excel", name, filled)), in_open(draw("sheet", name, filled))

    assert {at: alike(value) for at, value in excel_cells.items()} == {
        at: alike(value) for at, value in open_cells.items()
    }


@WORKSHEETS
def test_drop_downs_offer_the_options(draw: Draw, library: Library, name: str) -> None:
    raw, raw_open = draw("excel", name, False), draw("sheet", name, False)
    book, places, open_places = excel(raw), names_in_excel(raw), names_in_open(raw_open)
    names = cell_names(box.name for box in library.worksheets[name].boxes())
    for box in library.worksheets[name].boxes():
        kind = box.field.kind
        wanted = ["✓"] if kind == "tick" else box.field.choices()
        assert offered(book, places[names[box.name]]) == wanted, box.name
        assert offered_open(raw_open, open_places[names[box.name]]) == wanted, box.name


def offered(book: Workbook, place: Place) -> list[str]:
    sheet = book[place[0]]
    cell = sheet.cell(place[1], place[2]).coordinate
    rules = [rule for rule in sheet.data_validations.dataValidation if cell in rule.sqref]
    lists = [rule.formula1 for rule in rules if rule.type == "list"]
    if not lists:
        return []
    source, _, block = lists[0].rpartition("!")
    return [str(row[0].value) for row in as_rows(book[source.strip("'")][block.replace("$", "")])]


def as_rows(block: Any) -> Any:
    return block if isinstance(block, tuple) else ((block,),)


def offered_open(raw: bytes, place: Place) -> list[str]:
    content = part(raw, "content.xml")
    sheet = next(table for table in content.iter(f"{TABLE}table") if table.get(f"{TABLE}name") == place[0])
    cell = list(sheet.iter(f"{TABLE}table-row"))[place[1] - 1][place[2] - 1]
    rule = cell.get(f"{TABLE}content-validation-name")
    rules = {validation.get(f"{TABLE}name"): validation for validation in content.iter(f"{TABLE}content-validation")}
    condition = rules[rule].get(f"{TABLE}condition", "") if rule else ""
    return re.findall(r'"([^"]*)"', condition) if "is-in-list" in condition else []


@WORKSHEETS
def test_what_is_said_of_a_cell_fits_and_dates_and_numbers_are_checked(draw: Draw, library: Library, name: str) -> None:
    raw = draw("excel", name, False)
    book, places = excel(raw), names_in_excel(raw)
    for sheet in book.worksheets:
        for rule in sheet.data_validations.dataValidation:
            assert len(rule.promptTitle or "") <= 32 and len(rule.errorTitle or "") <= 32
            assert len(rule.prompt or "") <= 255 and len(rule.error or "") <= 255
    names = cell_names(box.name for box in library.worksheets[name].boxes())
    for box in library.worksheets[name].boxes():
        sheet, row, column = places[names[box.name]]
        cell = book[sheet].cell(row, column).coordinate
        rules = [rule for rule in book[sheet].data_validations.dataValidation if cell in rule.sqref]
        into = box.table.total.into if box.table and box.table.total else ""
        kind = {"date": "date", "number": "decimal", "money": "decimal"}.get(box.field.kind)
        if kind and box.field.id != into:
            assert [rule.type for rule in rules] == [kind]
        if box.field.help:
            assert box.field.help[:200] in str(rules[0].prompt)


@WORKSHEETS
def test_headings_stay_in_sight_repeat_in_print_and_fit_a4(draw: Draw, name: str) -> None:
    raw, raw_open = draw("excel", name, False), draw("sheet", name, False)
    settings = part(raw_open, "settings.xml")
    content, styles = part(raw_open, "content.xml"), etree.tostring(part(raw_open, "styles.xml"), encoding="unicode")
    for sheet in excel(raw).worksheets:
        if sheet.sheet_state != "visible":
            continue
        head = int(str(sheet.freeze_panes)[1:]) - 1
        assert sheet.print_title_rows == f"${head}:${head}"
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)  # 1 is what is not said
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        entry = settings.xpath("//*[@*[local-name()='name']=$name]", name=sheet.title)[0]
        split = entry.xpath("string(*[@*[local-name()='name']='VerticalSplitPosition'])")
        assert (split, entry.xpath("string(*[@*[local-name()='name']='VerticalSplitMode'])")) == (str(head), "2")
        table = next(element for element in content.iter(f"{TABLE}table") if element.get(f"{TABLE}name") == sheet.title)
        (repeated,) = table.iter(f"{TABLE}table-header-rows")
        assert list(table.iter(f"{TABLE}table-row")).index(repeated[0]) == head - 1
    assert 'style:scale-to-X="1" style:scale-to-Y="0"' in styles
    assert 'fo:page-width="297mm" fo:page-height="210mm"' in styles


def test_totals_and_averages_are_formulas_and_empty_rows_stay_empty(draw: Draw) -> None:
    cells = in_excel(draw("excel", "community-chooser", False))
    formulas = [value for at, value in cells.items() if at[0] == "Score each community" and str(value).startswith("=")]
    sums = [f'=IF(COUNT(C{row},D{row},E{row})=0,"",SUM(C{row},D{row},E{row}))' for row in range(4, 9)]
    spans = [f"{column}3:OFFSET({column}9,-1,0)" for column in "CDE"]
    means = [f'=IF(COUNT({span})=0,"",AVERAGE({span}))' for span in spans]
    filled = "+".join(f"ISNUMBER({span})" for span in spans)
    every = ",".join(spans)
    means.append(f'=IF(COUNT({every})=0,"",SUM({every})/SUMPRODUCT((({filled})>0)*1))')

    assert formulas == [*sums, *means]


def test_sums_of_the_example_are_known_without_working_them_out(draw: Draw, library: Library) -> None:
    book = load_workbook(io.BytesIO(draw("excel", "community-chooser", True)), data_only=True)
    rows = library.worksheets["community-chooser"].example.values["scores"]
    for number, row in enumerate(rows):
        assert row["total"] == row["reach"] + row["readiness"] + row["benefit"]
        assert book["Score each community"].cell(4 + number, 6).value == row["total"]


def test_an_average_of_the_example_keeps_its_digits_and_shows_one(draw: Draw) -> None:
    cells = part(draw("sheet", "opportunity-grid", True), "content.xml").iter(f"{TABLE}table-cell")
    averages = {
        cell.get(f"{OFFICE}value"): "".join(cell.itertext())
        for cell in cells
        if "AVERAGE" in str(cell.get(f"{TABLE}formula"))
    }

    assert averages and all(text == f"{float(value):.1f}" for value, text in averages.items())


def test_scores_can_be_read_without_colour(draw: Draw) -> None:
    rules = excel(draw("excel", "community-chooser", False))["Score each community"].conditional_formatting
    kinds = {str(formatting.sqref): [rule.type for rule in formatting.rules] for formatting in rules}
    styles = etree.tostring(part(draw("sheet", "community-chooser", False), "content.xml"), encoding="unicode")

    assert sorted(kinds["F4:F8"]) == ["dataBar", "expression"]
    best = next(rule for formatting in rules for rule in formatting.rules if rule.type == "expression")
    assert best.dxf.font.b and best.dxf.border.left.style
    assert styles.count('style:apply-style-name="highest"') == 1


TRAPS = ["=1+1", "+44 113 000", "-5", "@SUM(A1)"]


@pytest.mark.parametrize("trap", TRAPS)
def test_text_that_looks_like_a_formula_stays_text(library: Library, trap: str) -> None:
    worksheet = library.worksheets["community-chooser"].model_copy(deep=True)
    worksheet.example.values["completed_by"] = trap
    worksheet.example.values["communities"][0]["community_name"] = trap
    about = colophon(library, worksheet.id)
    sheets = excel(spreadsheet.draw(worksheet, about, True)).worksheets
    excel_cells = [cell for sheet in sheets for row in sheet.iter_rows() for cell in row if cell.value == trap]
    raw = open_sheet.draw(worksheet, about, True)
    cells = [cell for cell in part(raw, "content.xml").iter(f"{TABLE}table-cell") if "".join(cell.itertext()) == trap]

    assert [cell.data_type for cell in excel_cells] == ["s", "s"]
    assert [(cell.get(f"{OFFICE}value-type"), cell.get(f"{TABLE}formula")) for cell in cells] == [("string", None)] * 2


def test_a_council_with_an_ampersand_and_a_long_name_fits_above_the_page(library: Library) -> None:
    about = colophon(library, "partner-map")
    council = "100 Barking & Dagenham <b> " + "and neighbours " * 15
    edition = about.edition.model_copy(update={"council": council})
    other = Colophon(edition, about.release, about.strings, about.logo, about.address)
    raw = spreadsheet.draw(library.worksheets["partner-map"], other, False)
    header = excel(raw).worksheets[0].oddHeader

    assert str(header.right.text).strip().startswith("100 Barking && Dagenham <b> and neighbours")
    for line in part(raw, "xl/worksheets/sheet1.xml").xpath(
        "//*[local-name()='oddHeader' or local-name()='oddFooter']"
    ):
        assert 0 < len(line.text) <= LINE_LIMIT
    assert council.strip() in etree.tostring(
        part(open_sheet.draw(library.worksheets["partner-map"], other, False), "styles.xml"),
        encoding="unicode",
    ).replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")


@WORKSHEETS
def test_the_file_says_what_it_is_and_whose(draw: Draw, library: Library, name: str) -> None:
    worksheet, edition, words = library.worksheets[name], library.edition, library.strings["documents"]
    book = excel(draw("excel", name, False))
    properties = book.properties

    assert (properties.title, properties.subject, properties.creator) == (
        worksheet.title,
        worksheet.purpose,
        edition.publisher,
    )
    assert properties.language == "en-GB" and properties.created.date() == library.release.day
    for sheet in book.worksheets[:-1]:
        assert worksheet.title in sheet.oddHeader.left.text
        assert edition.publisher in sheet.oddHeader.right.text
        assert words["credit"] in sheet.oddFooter.left.text and words["licence"] in sheet.oddFooter.left.text
    styles = "".join(part(draw("sheet", name, False), "styles.xml").itertext())
    for text in (worksheet.title, edition.publisher, words["credit"], words["licence"]):
        assert text in styles


@WORKSHEETS
def test_rows_to_write_in_are_high_and_grow(draw: Draw, library: Library, name: str) -> None:
    raw = draw("excel", name, False)
    book = excel(raw)
    for sheet, row, _ in names_in_excel(raw).values():
        assert book[sheet].row_dimensions[row].height * 25.4 / 72 >= 8
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        assert not [path for path in archive.namelist() if b"customHeight" in archive.read(path)]


def test_only_worksheets_with_a_table_have_a_spreadsheet(library: Library) -> None:
    written = {name: (ROOT / f"templates/worksheets/{name}.yml").read_text("utf-8") for name in NAMES}
    with_tables = {name for name, text in written.items() if "kind: table" in text}

    assert {name for name, worksheet in library.worksheets.items() if has_table(worksheet)} == with_tables
    assert set() < with_tables < set(NAMES)


def test_names_of_sheets_are_safe_short_and_unlike() -> None:
    wanted = ["A/B: what's [new]?", "History", "x" * 40, "X" * 40, "  ", "Partners", "partners"]
    names = sheet_names(wanted)

    assert len({name.casefold() for name in names}) == len(wanted)
    for name in names:
        assert name and len(name) <= 31 and name == name.strip() and name.casefold() != "history"
        assert not set(name) & set("[]:*?/\\'")


def test_names_of_cells_differ_and_are_never_like_a_cell() -> None:
    names = cell_names(["q1", "r1c1", "a.1.b", "a-1-b", "a__1__b"])

    assert len(set(names.values())) == 5
    for name in names.values():
        assert re.fullmatch(r"box_[a-z0-9_]+", name)
