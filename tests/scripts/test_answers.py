"""Two copies of a reader's answers become one, whoever merges and in whatever order."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest

from tests.support.scripts import run

ANSWERS = "shared/answers.js"
# A copy is written as {"values": {key: [value, at]}, "rows": {...}}; the same way it comes back.
COPIES = """
const copy = ({ values = {}, rows = {} }) => {
  const answers = module.newAnswers();
  for (const [key, [value, at]] of Object.entries(values)) module.put(answers, "values", key, value, at);
  for (const [key, [value, at]] of Object.entries(rows)) module.put(answers, "rows", key, value, at);
  return answers;
};
const plain = ({ values, rows }) => [values, rows].map((part) =>
  [...part].map(([key, { value, at }]) => [key, value, at]).sort());
"""
THREE = [
    {"values": {"name": ["old", 1], "place": ["here", 5], "same": ["b", 4]}, "rows": {"t.1": [True, 2]}},
    {"values": {"name": ["new", 3], "same": ["a", 4]}, "rows": {"t.1": [False, 6]}},
    {"values": {"name": ["", 2], "tick": [True, 1]}, "rows": {"t.r": [True, 1]}},
]


def test_whoever_merges_in_whatever_order_gets_the_newest_of_each() -> None:
    merged = [
        run(
            ANSWERS,
            f"{COPIES}\nconst mine = module.newAnswers();\n"
            "for (const theirs of given.copies) module.merge(mine, copy(theirs));\nreturn plain(mine);",
            copies=list(order),
        )
        for order in permutations(THREE)
    ]

    assert all(answers == merged[0] for answers in merged)
    assert merged[0] == [
        [["name", "new", 3], ["place", "here", 5], ["same", "b", 4], ["tick", True, 1]],
        [["t.1", False, 6], ["t.r", True, 1]],
    ]


@pytest.mark.parametrize(
    ("mine", "theirs", "outcome"),
    [
        ({"a": ["x", 2]}, {"a": ["y", 1]}, {"changed": False, "ahead": True}),
        ({"a": ["x", 1]}, {"a": ["y", 2]}, {"changed": True, "ahead": False}),
        ({"a": ["x", 1]}, {"a": ["x", 1]}, {"changed": False, "ahead": False}),
        ({"a": ["x", 3]}, {"a": ["y", 2], "b": ["z", 1]}, {"changed": True, "ahead": True}),
    ],
)
def test_a_merge_says_what_changed_and_what_the_other_lacks(mine: Any, theirs: Any, outcome: dict[str, bool]) -> None:
    body = f"{COPIES}\nreturn module.merge(copy({{ values: given.mine }}), copy({{ values: given.theirs }}));"
    assert run(ANSWERS, body, mine=mine, theirs=theirs) == outcome


def test_a_change_is_newer_than_all_that_was_seen_even_where_the_clock_was_set_back() -> None:
    body = """const answers = module.newAnswers();
    module.put(answers, "values", "a", "x", 5000);
    const late = [module.tick(answers), module.tick(answers)];
    lent.time = 9000;
    return [...late, module.tick(answers)];"""
    assert run(ANSWERS, body) == [5001, 5002, 9000]


@pytest.mark.parametrize(
    ("copy", "keys"),
    [
        ({}, ["1", "2", "10"]),
        ({"rows": {"t.2": [False, 1]}}, ["1", "10"]),
        ({"rows": {"t.rb": [True, 2], "t.ra": [True, 1]}}, ["1", "2", "10", "ra", "rb"]),
        ({"rows": {"other.2": [False, 1]}}, ["1", "2", "10"]),
        # Somebody wrote in a row after it was removed elsewhere: it comes back. Before that, or nothing: it does not.
        ({"rows": {"t.2": [False, 1]}, "values": {"t.2.name": ["x", 2]}}, ["1", "2", "10"]),
        ({"rows": {"t.2": [False, 2]}, "values": {"t.2.name": ["x", 1]}}, ["1", "10"]),
        ({"rows": {"t.2": [False, 1]}, "values": {"t.2.name": ["", 2]}}, ["1", "10"]),
        ({"values": {"t.rc.gone": ["x", 1]}}, ["1", "2", "10"]),
        ({"values": {"t.rc.name": ["x", 1]}}, ["1", "2", "10", "rc"]),
    ],
)
def test_the_rows_of_a_table_are_those_it_began_with_those_added_and_those_answered(copy: Any, keys: list[str]) -> None:
    table = """{ id: "t", first: ["1", "2", "10"], columns: new Set(["name"]) }"""
    assert run(ANSWERS, f"{COPIES}\nreturn module.rowKeys(copy(given.copy), {table});", copy=copy) == keys


def test_an_added_row_stands_after_those_that_were_there() -> None:
    names = run(ANSWERS, "return given.times.map(module.newRow);", times=[1, 35, 36, 1764000000000])
    assert names == sorted(names) and len(set(names)) == 4 and all(name.startswith("r") for name in names)
