"""Where a worksheet sends the answers of earlier ones: a place that is not there, or is still in use, is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.core.parsing import read_yaml
from macros.core.problems import ContentError
from macros.core.validation import validate
from macros.models.worksheets import Worksheet

FILE = "templates/worksheets/visits.yml"
SHEET = """title: Visits
purpose: Note who came.
minutes: 10
who: You
orientation: portrait
step: focus/choose-the-community.md
takes_over:
  visits: {came_from: remarks}
  guests:
    people.name: visits.group
    people: visits
    people.first.name: visits.2.group
    visits.liked: {to: visits.liked, write: {Much: "5"}}
    happy: {to: remarks, write: They were happy}
sections:
  - title: People
    fields:
      - {id: remarks, kind: long_text, label: Remarks}
      - id: visits
        kind: table
        label: Visits
        rows: 3
        columns:
          - {id: group, kind: text, label: Group}
          - {id: liked, kind: text, label: Liked}
example:
  community: Five villages
  about: An invented example.
  values: {remarks: It rained.}
"""


def read(tmp_path: Path, text: str) -> Worksheet:
    path = tmp_path / "visits.yml"
    path.write_text(text, "utf-8")
    return validate(Worksheet, read_yaml(path, FILE), id="visits")


def test_every_kind_of_place_may_be_named(tmp_path: Path) -> None:
    assert set(read(tmp_path, SHEET).takes_over) == {"visits", "guests"}


@pytest.mark.parametrize(
    ("old", "new", "line", "message", "fix"),
    [
        ("came_from: remarks", "came_from: remark", 8, "“remark”, which is not a field", "remarks"),
        ("visits.group", "visits.groups", 10, "“visits.groups”, which is not a field", "visits.group"),
        ("people: visits", "people: visits.group", 11, "a column goes to a column", "remarks, visits"),
        ("people.name: visits.group", "people.name: remarks", 10, "a column goes to a column", "visits.group"),
        ("visits.2.group", "visits.4.group", 12, "“visits.4.group”, which is not a field", "visits.3.group"),
        ("to: visits.liked", "to: liked", 13, "“liked”, which is not a field", "visits.liked"),
        (
            "{came_from: remarks}",
            "{visits.group: visits.liked}",
            8,
            "still a field of this worksheet",
            "Delete the line",
        ),
    ],
)
def test_a_planted_fault_is_told(tmp_path: Path, old: str, new: str, line: int, message: str, fix: str) -> None:
    assert SHEET.count(old) == 1

    with pytest.raises(ContentError) as raised:
        read(tmp_path, SHEET.replace(old, new))

    (problem,) = raised.value.problems
    assert problem.line == line and message in problem.message and fix in problem.fix
