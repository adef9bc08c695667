"""Formulas under a column of a table, which count every row that somebody puts into it, the first and the last too.

A column reaches from its heading, which is no number, to the row above the formula. Were its own first and last row
named, a row put in before the first or after the last would not count. A column that is a sum of others is worked out
from those: a row that was put in has numbers there, but no sum of its own.
"""

from __future__ import annotations

from macros.documents.workbook.model import Formula, Ref, Sheet


def sum_down(sheet: Sheet, columns: list[int], result: str | float) -> Formula:
    """The sum of all numbers in ``columns``, to stand in the next row; ``result`` is what it gives now."""
    blocks = ";".join(_blocks(columns))
    return Formula(f'IF(COUNT({blocks})=0;"";SUM({blocks}))', _places(sheet, columns), result)


def average_down(sheet: Sheet, columns: list[int], result: str | float) -> Formula:
    """The average of the rows that have a number in any of ``columns``, which are added up."""
    blocks = ";".join(_blocks(columns))
    filled = "+".join(f"ISNUMBER({block})" for block in _blocks(columns))
    average = f"SUM({blocks})/SUMPRODUCT((({filled})>0)*1)" if columns[1:] else f"AVERAGE({blocks})"
    return Formula(f'IF(COUNT({blocks})=0;"";{average})', _places(sheet, columns), result)


def _blocks(columns: list[int]) -> list[str]:
    return [f"{{head{column}}}:OFFSET({{here{column}}};-1;0)" for column in columns]


def _places(sheet: Sheet, columns: list[int]) -> dict[str, Ref | str]:
    """The heading of each column, and the cell under its last row, where the formula will stand."""
    heads: dict[str, Ref | str] = {f"head{column}": Ref(sheet.head, column) for column in columns}
    return heads | {f"here{column}": Ref(len(sheet.rows), column) for column in columns}
