"""A worksheet that is written wrongly: every fault is told with its file and line, and how to fix it."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.core.parsing import read_yaml
from macros.core.problems import ContentError
from macros.core.validation import validate
from macros.models.worksheets import Worksheet

FILE = "templates/worksheets/visits.yml"
GOOD = """title: Visits
purpose: Note who came.
minutes: 10
who: You
orientation: portrait
step: focus/choose-the-community.md
sections:
  - title: People
    fields:
      - {id: remarks, kind: long_text, label: Remarks}
      - id: visits
        kind: table
        label: Visits
        rows: 3
        columns:
          - {id: group, kind: choice, label: Group, options: [Old, New]}
          - {id: liked, kind: scale, label: Liked, low: 1, high: 5, low_label: not, high_label: much}
          - {id: came, kind: number, label: Came}
example:
  community: Five villages
  about: An invented example.
  values:
    remarks: "It rained.\\nFew came."
    visits:
      - {group: Old, came: 4}
"""


def told(tmp_path: Path, text: str) -> list[tuple[int, str, str]]:
    path = tmp_path / "visits.yml"
    path.write_text(text, "utf-8")
    with pytest.raises(ContentError) as error:
        validate(Worksheet, read_yaml(path, FILE), id="visits")
    assert all(problem.file == FILE for problem in error.value.problems)
    return [(problem.line, problem.message, problem.fix) for problem in error.value.problems]


def test_a_good_worksheet_is_read(tmp_path: Path) -> None:
    (tmp_path / "visits.yml").write_text(GOOD, "utf-8")

    assert validate(Worksheet, read_yaml(tmp_path / "visits.yml", FILE), id="visits").title == "Visits"


@pytest.mark.parametrize(
    ("old", "new", "line", "message", "fix"),
    [
        ("kind: long_text", "kind: essay", 10, "not known here", "long_text"),
        ("label: Remarks", f"label: {'long ' * 60}", 10, "299 characters; 60 fit", "Shorten it"),
        ("label: Remarks", "label: '=SUM(A1)'", 10, "begins with “=”", "Begin it with a word"),
        ("label: Remarks", 'label: "bell\\a"', 10, "cannot be printed", "on one line"),
        ("title: Visits", "title: Visits\ntitel: Visits", 2, "“titel” is not a key", "Did you mean “title”?"),
        ("options: [Old, New]", "options: [Old, Old]", 16, "“Old” is used twice", "Keep one"),
        ("options: [Old, New]", "options: [Old]", 16, "“options” cannot be used", "Change the value"),
        ("low: 1, high: 5", "low: 5, high: 1", 17, "cannot be answered", "low: 1"),
        ("minutes: 10", "minutes: 1000", 3, "“minutes” cannot be used", "Change the value"),
        ("{group: Old, came: 4}", "{group: Old, came: =4}", 25, "does not fit", "a number"),
        ("Few came.", "\\aFew came.", 23, "cannot be printed", "on one line"),
        ("It rained.", "=1+1", 23, "begins with “=”", "Begin it with a word"),
        ("    remarks: ", "    remark: ", 23, "“remark”, which is not a field", "remarks"),
        ("label: Remarks", "label: '  '", 10, "The text is empty", "delete the line"),
        ("kind: long_text", "kind: date", 23, "does not fit its field", "a date"),
        ("      - {group: Old, came: 4}", "      Old", 24, "is not a list of rows", "a list of rows"),
        ("{group: Old, came: 4}", "Old", 25, "row 1, does not have columns", "columns and values"),
        ("{group: Old, came: 4}", "{group: Old, cane: 4}", 25, "“cane”, which is not a column", "came"),
    ],
)
def test_each_fault_is_told_with_line_and_mend(
    tmp_path: Path, old: str, new: str, line: int, message: str, fix: str
) -> None:
    assert old in GOOD

    problems = told(tmp_path, GOOD.replace(old, new))

    assert any(line == at and message in what and fix in how for at, what, how in problems), problems


def test_faults_are_told_all_together(tmp_path: Path) -> None:
    text = (
        GOOD.replace("minutes: 10", "minutes: ten").replace("label: Remarks", "label: =1").replace("high: 5", "high: 0")
    )

    assert [line for line, _, _ in told(tmp_path, text)] == [3, 10, 17]


def test_a_table_without_columns_is_told_with_its_line(tmp_path: Path) -> None:
    start, end = GOOD.index("          - {id: group"), GOOD.index("example:")
    text = GOOD[:start].replace("columns:\n", "columns: []\n") + GOOD[end:]

    assert any(line == 15 and "“columns”" in what for line, what, _ in told(tmp_path, text))
