"""Rows of a file that comes in stand beside those that are there: none is mixed up with another, and none is lost."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.scripts import run

SHEET = """const columns = [{ id: "name", kind: "text" }, { id: "role", kind: "text" }];
const sheet = { tables: new Map([["t", { id: "t", grows: true, columns }]]) };
const values = (rows) => new Map(Object.entries(rows));
const place = module.rowPlaces(values(given.here), values(given.file), sheet);
return Object.keys(given.file).map(place);"""


@pytest.mark.parametrize(
    ("here", "file", "places"),
    [
        ({}, ["t.1.name=A", "t.2.name=B"], ["t.1.name", "t.2.name"]),
        ({"t.1.name": "A"}, ["t.1.name=a ", "t.1.role=x"], ["t.1.name", "t.1.role"]),  # the same, however it is written
        ({"t.1.name": "A"}, ["t.1.name=B", "t.1.role=x"], ["t.2.name", "t.2.role"]),
        ({"t.1.name": "A", "t.2.name": "B"}, ["t.1.name=B"], ["t.2.name"]),  # in another order
        ({"t.1.name": "A"}, ["t.1.name=B", "t.2.name=C"], ["t.2.name", "t.3.name"]),
        ({"t.1.name": "A"}, ["t.1.name=A", "t.2.name=A"], ["t.1.name", "t.2.name"]),  # two stay two
        ({"t.1.name": "A", "t.1.role": "x"}, ["t.1.role=y"], ["t.2.role"]),  # nobody knows whose that is
        ({"t.3.name": "A"}, ["t.1.name=B"], ["t.1.name"]),
        ({"t.1.name": "A"}, ["other=1", "u.1.name=B"], ["other", "u.1.name"]),  # no table that grows
    ],
)
def test_a_row_goes_to_the_one_about_the_same_or_to_one_that_is_free(
    here: dict[str, str], file: list[str], places: list[str]
) -> None:
    answers: dict[str, Any] = dict(entry.split("=") for entry in file)
    assert run("bring-in/place-rows.js", SHEET, here=here, file=answers) == places
