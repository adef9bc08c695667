"""The whole project as one workbook: a sheet for each table, lists from the sheets before, sums that are right."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import pytest

from macros.content.library import Library
from macros.documents.output_kinds import used_worksheets
from macros.documents.outputs import url_of
from macros.documents.project_forms import PROJECT_MODULE, PROJECT_PAGE, project_requests, project_worksheets
from macros.documents.project_workbook import draw_excel, draw_open
from macros.documents.store import Documents
from macros.documents.workbook.model import Book, Cell, Formula, Ref
from macros.documents.workbook.names import NAME_LIMIT
from macros.documents.workbook.project import plan_project
from macros.models.tables import Table
from macros.models.worksheets import Worksheet
from macros.rendering.colophon import Colophon
from tests.support.builds import ADDRESS, Built

# Every function that Excel has had since 2007, and that this workbook uses.
FUNCTIONS = {
    *("IF", "AND", "OR", "NOT", "COUNT", "COUNTA", "COUNTIF", "SUM", "MIN", "MAX", "AVERAGE", "SUMPRODUCT", "SMALL"),
    *("OFFSET", "INDEX", "MATCH", "ROW", "ROWS", "ISNUMBER", "NA", "LEFT", "FIND"),
}


def colophon_of(library: Library) -> Colophon:
    return Documents(library, ADDRESS).colophon(PROJECT_PAGE, PROJECT_MODULE)


@pytest.fixture(scope="module")
def book(library: Library) -> Book:
    return plan_project(project_worksheets(library), colophon_of(library))


@dataclass(frozen=True)
class Column:
    """A question or a column of a table: its place as an origin names it, and where its values come from."""

    place: str
    is_free: bool  # text, which takes any other value too
    origins: tuple[str, ...]


def columns(library: Library) -> Iterator[Column]:
    for name in used_worksheets(library):
        for field in library.worksheets[name].fields():
            columns = field.columns if isinstance(field, Table) else [field]
            start = f"{name}.{field.id}" if isinstance(field, Table) else name
            for column in columns:
                is_free = column.kind in ("text", "long_text")
                yield Column(f"{start}.{column.id}", is_free, tuple(origin.place for origin in column.taken_from))


def cells(book: Book) -> dict[str, tuple[str, int, int, Cell]]:
    """Sheet, row, column and cell of each box, by its address."""
    return {cell.name: (sheet.name, row, at, cell) for sheet in book.sheets for row, at, cell in sheet.named()}


def boxes_of(place: str, book: Book) -> set[tuple[str, int, int]]:
    """Where the boxes of a place stand: a field, a column of a table, or that of one row."""
    if place.count(".") < 2:
        return {location[:3] for name, location in cells(book).items() if name in (place, f"project.{place}")}
    worksheet, table, *row, column = place.split(".")
    wanted = re.compile(re.escape(f"{worksheet}.{table}.") + (re.escape(row[0]) if row else r"[\w-]+") + rf"\.{column}")
    return {location[:3] for name, location in cells(book).items() if wanted.fullmatch(name)}


def reached(ref: Ref) -> set[tuple[str, int, int]]:
    """The cells of a block that is one column wide."""
    (first, column), *end = ref.corners()
    return {(ref.sheet, row, column) for row in range(first, (end[0][0] if end else first) + 1)}


def test_every_table_of_every_used_worksheet_has_its_sheet_in_the_order_of_the_model(
    book: Book, library: Library
) -> None:
    order = library.worksheet_order()
    tables = [
        (number, field)
        for number, name in enumerate(order, 1)
        for field in library.worksheets[name].fields()
        if isinstance(field, Table)
    ]

    assert set(order) == set(used_worksheets(library))
    sheets = [sheet for sheet in book.sheets if not sheet.hidden][3:]  # after the overview, the charts and the answers
    assert [sheet.title for sheet in sheets] == [table.label for _, table in tables]
    assert [sheet.name.split()[0] for sheet in sheets] == [str(at) for at, _ in tables]


def test_every_box_of_every_worksheet_is_there_with_a_name_of_its_own(book: Book, library: Library) -> None:
    wanted = {f"{name}.{box.name}" for name in used_worksheets(library) for box in library.worksheets[name].boxes()}

    assert set(book.names) == wanted | {"project.community"}
    assert len({name.casefold() for name in [*book.names.values(), *book.areas]}) == len(book.names) + len(book.areas)


def test_a_column_that_comes_from_another_sheet_offers_the_cells_of_that_sheet(book: Book, library: Library) -> None:
    offered = 0
    for column in columns(library):
        sources = set().union(*(boxes_of(place, book) for place in column.origins)) if column.is_free else set()
        for sheet, row, at in boxes_of(column.place, book):
            cell = next(candidate for candidate in book.sheets if candidate.name == sheet).rows[row].cells[at]
            check = cell.check
            assert (check is not None and check.kind == "offer") == bool(sources), (column, cell)
            if check and check.source:
                offered += 1
                listed = lists(book, check.source)
                assert listed == sources or (column.place.count(".") == 1 and listed <= sources), column
                assert not check.wrong

    assert offered > 100


def lists(book: Book, source: Ref) -> set[tuple[str, int, int]]:
    """The cells that a list shows; where it is a joined one on the hidden sheet, those that it copies."""
    hidden = {sheet.name: sheet for sheet in book.sheets if sheet.hidden}
    if source.sheet not in hidden:
        return reached(source)
    shown: set[tuple[str, int, int]] = set()
    for _, row, column in reached(source):
        value = hidden[source.sheet].rows[row].cells[column].value
        assert isinstance(value, Formula)
        shown |= set().union(*map(reached, value.refs().values()))
    return shown


def test_a_date_or_a_number_keeps_its_own_check_where_another_sheet_offers_something(
    book: Book, library: Library
) -> None:
    def offer_days(table: Table) -> dict[str, Any]:
        (owner,) = [column for column in table.columns if column.id == "owner"] or [table.columns[0]]
        return {"columns": [column.model_copy(update={"taken_from": owner.taken_from}) for column in table.columns]}

    worksheet = with_tables(library.worksheets["staged-plan"], offer_days)

    planned = plan_project([(library.worksheets["partner-map"], "One"), (worksheet, "Two")], colophon_of(library))

    check = cells(planned)["staged-plan.plan.1.start"][3].check
    assert check and check.kind == "date"


def with_tables(worksheet: Worksheet, update: Callable[[Table], dict[str, Any]]) -> Worksheet:
    """The worksheet with changes to each of its tables."""
    sections = []
    for section in worksheet.sections:
        fields = [
            field.model_copy(update=update(field)) if isinstance(field, Table) else field for field in section.fields
        ]
        sections.append(section.model_copy(update={"fields": fields}))
    return worksheet.model_copy(update={"sections": sections})


def test_the_overview_leads_to_every_sheet_and_asks_when_to_delete(book: Book, library: Library) -> None:
    overview = book.sheets[0]
    links = [cell.link for row in overview.rows for cell in row.cells if cell.link]
    asked = {name for name in used_worksheets(library) if f"{name}.keep_until" in book.names}

    assert links == [sheet.name for sheet in book.sheets[1:] if not sheet.hidden]  # charts and answers come first
    assert asked == {
        name
        for name in used_worksheets(library)
        if any(field.id == "keep_until" for field in library.worksheets[name].fields())
    }


def test_sheets_of_one_name_are_told_apart_and_every_program_takes_the_names(library: Library) -> None:
    label = "A/B: who does [what] by when, with whose money?"
    worksheet = with_tables(library.worksheets["staged-plan"], lambda _table: {"label": label})
    tables = [field for field in worksheet.fields() if isinstance(field, Table)]

    names = [sheet.name for sheet in plan_project([(worksheet, "Step")], colophon_of(library)).sheets]

    assert len({name.casefold() for name in names}) == len(names) == 3 + len(tables)
    assert all(len(name) <= NAME_LIMIT and not re.search(r"[\[\]:*?/\\]", name) for name in names)


def test_a_worksheet_that_no_step_uses_is_not_offered(library: Library) -> None:
    planned = plan_project([(library.worksheets["staged-plan"], "Step")], colophon_of(library))

    offering = {name for name, (*_, cell) in cells(planned).items() if cell.check and cell.check.kind == "offer"}
    assert offering == {"staged-plan.community"}  # which the overview asks for


def test_formulas_use_only_what_excel_has(book: Book) -> None:
    values = [cell.value for sheet in book.sheets for row in sheet.rows for cell in row.cells]
    texts = [value.text for value in values if isinstance(value, Formula)]

    assert {name for text in texts for name in re.findall(r"([A-Z][A-Z0-9.]*)\(", text)} == FUNCTIONS


@pytest.mark.usefixtures("draws")
def test_each_form_has_the_same_bytes_when_it_is_drawn_again(library: Library, built: Built) -> None:
    worksheets, colophon = project_worksheets(library), colophon_of(library)

    for suffix, draw in (("xlsx", draw_excel), ("ods", draw_open)):
        drawn_first = (built.site / url_of("project_workbook", suffix=suffix)).read_bytes()
        assert draw(worksheets, colophon) == drawn_first, suffix


def test_it_is_drawn_again_where_a_worksheet_changes(library: Library) -> None:
    documents = Documents(library, ADDRESS)
    drawn_from = [request.drawn_from for request in project_requests(library, documents.colophon)]
    library = replace(library, worksheets={**library.worksheets})
    library.worksheets["persona"] = library.worksheets["persona"].model_copy(update={"title": "Somebody"})

    assert all(
        request.drawn_from != before
        for request, before in zip(project_requests(library, documents.colophon), drawn_from, strict=True)
    )
