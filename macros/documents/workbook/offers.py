"""What a workbook of several worksheets offers in a column: the cells of the sheets that its values come from."""

from __future__ import annotations

from macros.documents.workbook.model import Cell, Formula, Ref, Row, Sheet
from macros.documents.workbook.rows import over
from macros.models.origins import Origin
from macros.models.tables import Table
from macros.models.worksheets import Worksheet

OFFER_WIDTH = 40.0  # mm
OFFERS_HEAD = 1  # the row of the headings on the sheet of joined lists
OFFERS_AREA = "follow_offers"  # the name of the joined lists' cells: whoever adds rows to a table adds some here


class Offers:
    """Lists of other sheets' values. A list of several columns is joined on a hidden sheet: a cell can ask for one.

    ``name`` and ``title`` are those of the hidden sheet. ``places`` gives the cells of each column by its address.
    """

    def __init__(self, name: str, title: str) -> None:
        self.name, self.title = name, title
        self.places: dict[str, Ref] = {}
        self._joined: dict[tuple[Ref, ...], Ref] = {}

    def add_table(self, worksheet: str, table: Table, sheet: str, head: int) -> None:
        """Make the columns of ``table`` known, whose headings stand in row ``head`` of ``sheet``."""
        last = head + len(table.row_keys)
        for at, column in enumerate(table.columns, 1):
            self.places[f"{worksheet}.{table.id}.{column.id}"] = Ref(head + 1, at, last, at, sheet, fixed=True)
            for down, row in enumerate(table.row_labels, head + 1):
                place = f"{worksheet}.{table.id}.{row.id}.{column.id}"
                self.places[place] = Ref(down, at, sheet=sheet, fixed=True)

    def of(self, worksheet: Worksheet) -> dict[str, Ref]:
        """The cells that are offered at the questions of ``worksheet``: by "field", and by "table.column".

        A question outside a table is offered the first of its sources alone: to join several makes a file larger.
        """
        offered: dict[str, Ref] = {}
        for field in worksheet.fields():
            if not isinstance(field, Table):
                if first := self._sources(field.taken_from)[:1]:
                    offered[field.id] = first[0]
                continue
            for column in field.columns:
                sources = self._sources(column.taken_from)
                if sources:
                    place = f"{field.id}.{column.id}"
                    offered[place] = sources[0] if len(sources) == 1 else self._join(sources)
        return offered

    def sheets(self) -> list[Sheet]:
        """The hidden sheet with the lists that were joined; none where each list comes from one column."""
        if not self._joined:
            return []
        columns = [joined(refs) for refs in self._joined]
        longest = max(sum(_length(ref) for ref in refs) for refs in self._joined)
        sheet = Sheet(self.name, self.title, [OFFER_WIDTH] * len(columns), [over("title", self.title)], hidden=True)
        sheet.rows.append(Row([Cell(number, "head") for number, _ in enumerate(columns, 1)]))
        sheet.head = OFFERS_HEAD
        sheet.rows += [Row([Cell(column, "intro") for column in columns]) for _ in range(longest)]
        return [sheet]

    def areas(self) -> dict[str, Ref]:
        """The name of the joined lists' cells; none where there are none."""
        sheets = self.sheets()
        return {OFFERS_AREA: followed(sheets[0])} if sheets else {}

    def _sources(self, origins: list[Origin]) -> tuple[Ref, ...]:
        return tuple(self.places[origin.place] for origin in origins if origin.place in self.places)

    def _join(self, sources: tuple[Ref, ...]) -> Ref:
        if sources not in self._joined:
            at, length = len(self._joined), sum(_length(ref) for ref in sources)
            self._joined[sources] = Ref(OFFERS_HEAD + 1, at, OFFERS_HEAD + length, at, self.name, fixed=True)
        return self._joined[sources]


def followed(sheet: Sheet) -> Ref:
    """The cells of a hidden sheet whose rows follow those of tables: headings, and the same formulas in each row."""
    return Ref(sheet.head, 0, len(sheet.rows) - 1, len(sheet.widths) - 1, sheet.name, fixed=True)


def joined(sources: tuple[Ref, ...]) -> Formula:
    """What a row of a joined list shows: the values of the first source, then those of the next. Alike in each row."""
    parts: dict[str, Ref | str] = {f"source{number}": ref for number, ref in enumerate(sources)}
    row = f"ROW()-{OFFERS_HEAD + 1}"
    text = '""'
    for number in reversed(range(len(sources))):
        before = "".join(f"-ROWS({{source{earlier}}})" for earlier in range(number))
        text = f"IF({row}{before}<=ROWS({{source{number}}});INDEX({{source{number}}};{row}{before};1);{text})"
    return Formula(f'{text}&""', parts)


def _length(ref: Ref) -> int:
    return (ref.row if ref.to_row is None else ref.to_row) - ref.row + 1
