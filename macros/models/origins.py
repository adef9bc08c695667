"""Where a value comes from: the answer of another sheet, or what the project knows, offered while one types."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, ConfigDict, Field, model_validator

from macros.core.validation import StrictModel, rule_error

FieldId = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
RowId = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_-]*$")]
SheetId = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
KNOWN = "Name a worksheet with a “field”, or with a “table” and a “column”. Or write “project: community” alone."


class Origin(StrictModel):
    """An answer by its worksheet: a field, a column of a table, or one ``row`` of it. Or a fact of the ``project``."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    worksheet: SheetId | None = None
    field: FieldId | None = None
    table: FieldId | None = None
    column: FieldId | None = None
    row: RowId | None = None
    project: Literal["community", "role"] | None = None

    @model_validator(mode="after")
    def _names_one_place(self) -> Origin:
        sheet = (self.worksheet, self.field, self.table, self.column, self.row)
        if self.project:
            if any(sheet):
                raise rule_error("“from” names the project and a worksheet.", "Keep one of the two, or write a list.")
        elif not self.worksheet or bool(self.field) == bool(self.table) or bool(self.table) != bool(self.column):
            raise rule_error("“from” does not name one place.", KNOWN)
        elif self.row and not self.table:
            raise rule_error("“from” names a row without a table.", KNOWN)
        return self

    @property
    def place(self) -> str:
        """The place as a script looks it up, such as "worksheet.field" or "worksheet.table.row.column"."""
        if self.project:
            return self.project
        return ".".join(part for part in (self.worksheet, self.field, self.table, self.row, self.column) if part)


class RowsOrigin(StrictModel):
    """Rows that one press brings into a table. ``what`` calls them, after "Bring in".

    Either rows of another ``table``: ``columns`` says for each column of this table which one of that fills it. Or the
    lines of a ``field``: a colon parts a line, and the parts go ``into`` columns of this table, in that order.
    The first column named tells whether a row is here already.
    """

    worksheet: SheetId
    what: Annotated[str, Field(min_length=3, max_length=60)]
    table: FieldId | None = None
    columns: dict[FieldId, FieldId] = Field(default_factory=dict)
    field: FieldId | None = None
    into: list[FieldId] = Field(default_factory=list)

    @model_validator(mode="after")
    def _one_way(self) -> RowsOrigin:
        of_table, of_lines = bool(self.table and self.columns), bool(self.field and self.into)
        if (
            of_table == of_lines
            or (of_table and (self.field or self.into))
            or (of_lines and (self.table or self.columns))
        ):
            fix = "Write “table” and “columns”, or “field” and “into”."
            raise rule_error("“rows_from” does not say which rows come.", fix)
        return self

    @property
    def targets(self) -> list[str]:
        """The columns of this table that are filled."""
        return list(self.columns) or self.into

    def sources(self) -> list[Origin]:
        """The place from which each of ``targets`` comes."""
        if self.table:
            return [
                Origin(worksheet=self.worksheet, table=self.table, column=theirs) for theirs in self.columns.values()
            ]
        return [Origin(worksheet=self.worksheet, field=self.field) for _ in self.into]


def _as_list(value: Any) -> Any:
    return [value] if isinstance(value, dict) else value


Origins = Annotated[list[Origin], BeforeValidator(_as_list)]
RowsOrigins = Annotated[list[RowsOrigin], BeforeValidator(_as_list)]
