"""A worksheet's own file: what is taken from it, and why one is refused."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.support.scripts import loaded

FILE = "worksheet/file.js"
READ = """const { takerOver } = need("worksheet/take-over.js");
const form = { querySelectorAll: () => [], querySelector: () => null };
const taker = takerOver(form, "map", { "list": "", "map": { "t.old": "t.name", "was": "a" } });
const { wrong, values, rows, other } = module.fromFile(given.text, ["map", "old-map", "list"], taker);
return wrong ? { wrong } : { values: [...values], rows: [...rows], other: other ?? null };"""


def read(text: str) -> Any:
    """What is taken from a file for the worksheet `map`, which `list` has become part of."""
    given = json.dumps({"text": text})
    return loaded(FILE, "worksheet/take-over.js").run(f'const given = {given};\nconst module = need("{FILE}");\n{READ}')


@pytest.mark.parametrize(
    ("data", "wrong"),
    [
        ("{", "file_unreadable"),
        ("[]", "file_unreadable"),
        ({"worksheet": "map", "version": 1}, "file_unreadable"),
        ({"worksheet": "map", "version": 1, "answers": []}, "file_unreadable"),
        ({"worksheet": "map", "version": "1", "answers": {}}, "file_unreadable"),
        ({"worksheet": "plan", "version": 9, "answers": {}}, "file_wrong_sheet"),
        ({"worksheet": "map", "version": 2, "answers": {}}, "file_newer"),
    ],
)
def test_a_file_that_is_not_of_this_sheet_is_refused_with_the_reason(data: object, wrong: str) -> None:
    text = data if isinstance(data, str) else json.dumps(data)
    assert read(text) == {"wrong": wrong}


def test_answers_are_taken_as_they_were_written() -> None:
    answers = {"a": "one\r\ntwo\rthree", "b": True, "c": 3.5, "d": None, "e": ["x"], "gone": "now"}
    data = {"worksheet": "old-map", "version": 1, "answers": answers, "unplaced": {"gone": "then", "z": "kept"}}
    values = dict(read(json.dumps(data))["values"])

    assert values == {"gone": "now", "z": "kept", "a": "one\ntwo\nthree", "b": True, "c": "3.5", "e": '["x"]'}


@pytest.mark.parametrize(
    ("rows", "answers", "count"),
    [
        ({"t": 3}, {}, 3),
        ({"t": 3}, {"t.5.name": "x"}, 5),  # enough for every answer
        ({"t": 100_000}, {}, 1000),
        ({"t": 3}, {"t.9999.name": "x"}, 3),  # beyond what a table may have
        ({"t": 3}, {"t.1e2.name": "x", "t.-5.name": "x"}, 3),
        ({"t": "3"}, {"t.5.name": "x"}, None),
        ({"t": 0}, {}, None),
        ({"t": 2.5}, {}, None),
    ],
)
def test_a_table_has_as_many_rows_as_the_file_says_and_no_more_than_a_table_may(
    rows: dict[str, object], answers: dict[str, str], count: int | None
) -> None:
    data = {"worksheet": "map", "version": 1, "answers": answers, "rows": rows}
    assert dict(read(json.dumps(data))["rows"]).get("t") == count


def test_answers_under_names_of_before_come_under_those_of_today_and_no_other_sheets_do() -> None:
    answers = {"t.2.old": "x", "was": "y"}
    mine = read(json.dumps({"worksheet": "map", "version": 1, "answers": answers}))
    other = read(json.dumps({"worksheet": "list", "version": 1, "answers": answers}))

    assert dict(mine["values"]) == {"t.2.name": "x", "a": "y"} and mine["other"] is None
    assert dict(other["values"]) == answers and other["other"] == "list"
