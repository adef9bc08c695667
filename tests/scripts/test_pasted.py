"""What comes from another program's clipboard: rows of cells, days, numbers, ticks."""

from __future__ import annotations

import pytest

from tests.support.scripts import run


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("a\tb\nc\td", [["a", "b"], ["c", "d"]]),
        ("a\tb\r\nc\td\r\n", [["a", "b"], ["c", "d"]]),  # Excel ends with a line break
        ('"a\nb"\tc', [["a\nb", "c"]]),
        ('"say ""hello"""\tc', [['say "hello"', "c"]]),
        ('5" pipe\tc', [['5" pipe', "c"]]),
        ('"half\tc', [['"half', "c"]]),
        ("\tb\na\t", [["", "b"], ["a", ""]]),
        ("\t\n\na\tb", [["a", "b"]]),  # empty rows say nothing
    ],
)
def test_text_with_tabs_is_rows_of_cells(text: str, cells: list[list[str]]) -> None:
    assert run("worksheet/cells.js", "return module.fromTabs(given.text);", text=text) == cells


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2027-03-09", "2027-03-09"),
        ("09/03/2027", "2027-03-09"),
        ("9.3.27", "2027-03-09"),
        ("9 March 2027", "2027-03-09"),
        ("Tuesday, 9th Mar 2027", "2027-03-09"),
        ("31/02/2027", None),
        ("2027-02-29", None),
        ("13 Smarch 2027", None),
        ("soon", None),
        ("3/4", None),
    ],
)
def test_a_day_is_understood_as_people_write_it_in_britain_or_not_at_all(text: str, day: str | None) -> None:
    assert run("worksheet/understood.js", "return module.dayOf(given.text) ?? null;", text=text) == day


@pytest.mark.parametrize(
    ("rows", "columns"),
    [
        ([["a*1*2", "b"], ["c"]], [["a", "b"], ["", "c"]]),  # merged down
        ([["a", "b*2*1", "c"]], [["a", "b", "", "c"]]),  # merged across
        ([["a*2*2", "b"], ["c"], ["d", "e"]], [["a", "", "b"], ["", "", "c"], ["d", "e"]]),
        ([["a", "b*1*2"], ["c"]], [["a", "b"], ["c", ""]]),  # in the last column
        ([["a*1*0", "b"], ["c"], ["d"]], [["a", "b"], ["", "c"], ["", "d"]]),  # down to the last row
    ],
)
def test_a_text_beside_merged_cells_stays_in_its_column(rows: list[list[str]], columns: list[list[str]]) -> None:
    body = """return module.inColumns(given.rows.map((row) => row.map((cell) => {
      const [text, wide = "1", high = "1"] = cell.split("*");
      return { text, wide: Number(wide), high: Number(high) };
    })));"""

    assert run("worksheet/cells.js", body, rows=rows) == columns
