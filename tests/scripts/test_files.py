"""A worksheet's own file: what is taken from it, and why one is refused."""

from __future__ import annotations

import json

import pytest

from tests.support.scripts import run

FILE = "worksheet/file.js"
READ = """const { wrong, values, rows } = module.fromFile(given.text, ["map", "old-map"]);
return wrong ? { wrong } : { values: [...values], rows: [...rows] };"""


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
    assert run(FILE, READ, text=text) == {"wrong": wrong}


def test_answers_are_taken_as_they_were_written() -> None:
    answers = {"a": "one\r\ntwo\rthree", "b": True, "c": 3.5, "d": None, "e": ["x"], "gone": "now"}
    data = {"worksheet": "old-map", "version": 1, "answers": answers, "unplaced": {"gone": "then", "z": "kept"}}
    found = dict(run(FILE, READ, text=json.dumps(data))["values"])

    assert found == {"gone": "now", "z": "kept", "a": "one\ntwo\nthree", "b": True, "c": "3.5", "e": '["x"]'}


@pytest.mark.parametrize(
    ("rows", "answers", "count"),
    [
        ({"t": 3}, {}, 3),
        ({"t": 3}, {"t.5.name": "x"}, 5),  # enough for every answer
        ({"t": 100_000}, {}, 100),
        ({"t": 3}, {"t.999.name": "x"}, 3),  # beyond what a table may have
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
    assert dict(run(FILE, READ, text=json.dumps(data))["rows"]).get("t") == count
