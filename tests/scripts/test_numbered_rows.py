"""Rows that have numbers on paper: a name that was left out there is that of the first table's row."""

from __future__ import annotations

import json
from typing import Any

from tests.support.scripts import run

NAMED = """
const table = (id, column) => ({ querySelectorAll: () => [{ name: `${id}.1.${column}` }] });
const form = { querySelectorAll: () => given.tables.map(([id, column]) => table(id, column)) };
return JSON.stringify([...module.withNames(form, new Map(Object.entries(given.values)))]);
"""
COPIED = """
const leaf = (text) => ({ children: [], textContent: text });
const cells = [];
const rowOf = (text) => {
  const words = leaf(text);
  const first = {
    localName: given.name,
    get textContent() { return words.textContent; },
    getElementsByTagName: () => [words],
  };
  const row = { children: [first], cloneNode: () => rowOf(text), after: () => {}, remove: () => {} };
  cells.push(first);
  return row;
};
module.fitRows([rowOf(given.text)], [1, 2, 3], () => {});
return cells.map((first) => first.textContent);
"""


def named(tables: list[tuple[str, str]], values: dict[str, Any]) -> dict[str, Any]:
    return dict(json.loads(run("worksheet/same-names.js", NAMED, tables=tables, values=values)))


def test_a_row_without_a_name_has_that_of_the_first_tables_row() -> None:
    tables = [("partners", "organisation"), ("conversations", "partner")]
    values = {
        "partners.1.organisation": "Circle",
        "partners.2.organisation": "Library",
        "conversations.1.we_ask": "An hour",
        "conversations.2.partner": "Its manager",
        "conversations.2.we_ask": "A room",
        "conversations.3.we_ask": "",
    }
    assert named(tables, values) == values | {"conversations.1.partner": "Circle"}


def test_where_no_table_is_numbered_nothing_is_added() -> None:
    assert named([], {"plan.1.action": "A1"}) == {"plan.1.action": "A1"}


def test_copied_rows_of_a_file_go_on_counting() -> None:
    assert run("worksheet/office-xml.js", COPIED, name="tc", text="1") == ["1", "2", "3"]
    assert run("worksheet/office-xml.js", COPIED, name="table-cell", text="1") == ["1", "2", "3"]
    assert run("worksheet/office-xml.js", COPIED, name="tc", text="") == ["", "", ""]
