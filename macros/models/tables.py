"""Tables of a worksheet: their columns and rows, what is added up, and which table a picture needs beside its own."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, PrivateAttr, model_validator

from macros.core.validation import StrictModel, rule_error
from macros.models.fields import FIELD_KINDS, AnyField, Simple
from macros.models.origins import RowsOrigins
from macros.models.pictures import Changes, Picture
from macros.models.texts import FieldId, Label, Words, unique

RowId = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_-]*$")]
Column = Annotated[AnyField, Field(discriminator="kind")]


class Row(StrictModel):
    """A row whose first cell is printed."""

    id: RowId
    label: Words


class Total(StrictModel):
    """The column ``into`` is the sum of the columns ``of`` in its row: by hand on paper, else worked out."""

    into: FieldId
    of: list[FieldId] = Field(min_length=2)

    def needs(self, kinds: dict[str, str]) -> dict[str, set[str]]:
        """The kinds of column that each named column may have; ``kinds`` are those that the columns have."""
        sums = {kind: field.sums for kind, field in FIELD_KINDS.items() if field.sums}
        parts = {kind for kind, total in sums.items() if total == kinds.get(self.into)}
        return {self.into: set(sums.values()), **dict.fromkeys(self.of, parts)}


class Table(StrictModel):
    """Rows of the same columns: ``rows`` empty ones, or one for each of ``row_labels``."""

    id: FieldId
    kind: Literal["table"]
    label: Label
    help: Words | None = None
    columns: list[Column] = Field(min_length=1)
    rows: int | None = Field(default=None, ge=1, le=40)
    row_labels: list[Row] = Field(default_factory=list)
    numbered: bool = False  # on paper its rows have numbers, so that another table need not ask for their names again
    total: Total | None = None
    picture: Picture | None = None
    rows_from: RowsOrigins = Field(default_factory=list)  # rows of other sheets that one press brings in
    _shared_labels: frozenset[str] = PrivateAttr(default=frozenset())
    _beside: Table | None = PrivateAttr(default=None)

    @property
    def beside(self) -> Table | None:
        """Another table of the worksheet, which the picture needs too."""
        return self._beside

    @model_validator(mode="after")
    def _rows_said_once(self) -> Table:
        if (self.rows is None) == (not self.row_labels):
            raise rule_error(
                "The table needs either “rows” or “row_labels”.", "Write “rows: 6”, or list the rows' labels."
            )
        if self.row_labels and self.rows_from:
            raise rule_error("“rows_from” adds rows, and this table has fixed ones.", "Delete it, or write “rows”.")
        if self.row_labels and self.numbered:
            raise rule_error(
                "“numbered” prints a number before each row, and this table has labels there.", "Delete it."
            )
        unique([column.id for column in self.columns], "column")
        unique([row.id for row in self.row_labels], "row")
        return self

    @model_validator(mode="after")
    def _names_its_columns(self) -> Table:
        kinds: dict[str, str] = {column.id: column.kind for column in self.columns}
        needed = {**(self.total.needs(kinds) if self.total else {}), **(self.picture.needs() if self.picture else {})}
        for name, allowed in needed.items():
            if kinds.get(name) not in allowed:
                known = ", ".join(column for column, kind in kinds.items() if kind in allowed) or "none here"
                raise rule_error(f"“{name}” is not a column of a kind that fits here.", f"Columns that fit: {known}.")
        return self

    @model_validator(mode="after")
    def _has_room_for_a_sum(self) -> Table:
        if self.sum_columns[:1] == self.columns[:1] and not self.row_labels:
            message = f"“{self.columns[0].id}” is added up, so it cannot come first: the word for the sum goes there."
            raise rule_error(message, "Put another column before it.")
        if self.sum_columns and self.numbered:
            raise rule_error("A table whose columns are added up cannot be “numbered” too.", "Delete one of the two.")
        return self

    def name_of(self, column: Simple) -> str:
        """What a column is called: with the table's label before its own, where another table has a column like it."""
        return f"{self.label}: {column.label}" if column.label in self._shared_labels else column.label

    @property
    def sum_columns(self) -> list[Column]:
        """The columns whose sum stands under them."""
        return [column for column in self.columns if column.adds_down]

    @property
    def printed_rows(self) -> dict[str, str]:
        """What paper says before each row, by its key: its label, or its number. Empty where there is neither."""
        if self.numbered:
            return {key: key for key in self.row_keys}
        return {row.id: row.label for row in self.row_labels}

    @property
    def row_keys(self) -> list[str]:
        """A key for each row: its id where it has a label, else its number from 1."""
        return [row.id for row in self.row_labels] or [str(number + 1) for number in range(self.rows or 0)]


def tell_columns_apart(tables: list[Table]) -> None:
    """Let each of the ``tables`` of a worksheet know which labels of its columns another one has too."""
    labels = [{column.label for column in table.columns} for table in tables]
    for at, table in enumerate(tables):
        others = set().union(*labels[:at], *labels[at + 1 :])
        table._shared_labels = frozenset(labels[at] & others)


def join_pictures(fields: list[Any]) -> None:
    """Let each table among ``fields`` whose picture needs another one know it. Raises where there is none that fits."""
    tables = [field for field in fields if isinstance(field, Table)]
    for table in tables:
        if not isinstance(table.picture, Changes):
            continue
        about = table.picture.about
        other = next((each for each in tables if each.id == about), None)
        if other is None:
            raise rule_error(
                f"The picture of “{table.id}” needs a table “{about}”, which this worksheet does not have.",
                f"Write one of: {', '.join(each.id for each in tables)}.",
            )
        texts = [field.id for field in fields if field.kind == "long_text"]
        if table.picture.into not in texts:
            raise rule_error(
                f"The sentences of “{table.id}” go into “{table.picture.into}”, which is no long text here.",
                f"Write one of: {', '.join(texts)}." if texts else "Add a field of the kind long_text.",
            )
        kinds: dict[str, str] = {column.id: column.kind for column in other.columns}
        for name, allowed in table.picture.needs_beside().items():
            if kinds.get(name) not in allowed:
                raise rule_error(
                    f"The picture of “{table.id}” needs a column “{name}” in the table “{about}”.",
                    f"Add one of the kind {' or '.join(sorted(allowed))}, or correct the name.",
                )
        table._beside = other


WorksheetField = Annotated[AnyField | Table, Field(discriminator="kind")]
