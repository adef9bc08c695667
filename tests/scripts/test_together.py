"""Many partners' rows in one sheet: each stays what it was, however many there are."""

from __future__ import annotations

from tests.support.scripts import run

ROWS = """
const columns = [{ id: "name", kind: "text", oneLine: true }];
const table = { id: "t", grows: true, columns };
const sheet = { fields: new Map(), tables: new Map([["t", table]]), askedAt: (name) => columns[0] };
const results = Array.from({ length: given.files }, (_, at) =>
  ({ from: `p${at}`, found: { values: new Map([["t.1.name", `Partner ${at}`]]) } }));
const all = need("bring-in/together.js").putTogether(results, sheet);
const { values, unplaced } = module.oneSheet(all, sheet, { fields: new Map(), groups: new Map() });
return [unplaced.size, [...values.values()]];
"""


def test_two_hundred_partners_have_a_row_each() -> None:
    left, names = run("bring-in/choices.js", ROWS, files=200)

    assert left == 0 and sorted(names) == sorted(f"Partner {number}" for number in range(200))
