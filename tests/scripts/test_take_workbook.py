"""What a workbook brings goes into the project by row, and says who wrote what only where something changed."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.scripts import run

BODY = """
const { newAnswers, put } = need("shared/answers.js");
const here = newAnswers();
for (const [name, value] of Object.entries(given.here)) put(here, "values", name, value, 1);
for (const row of given.rows) put(here, "rows", row, true, 1);
const sheets = module.takenSheets([given.part], () => here, given.how);
return sheets.plan;
"""
HERE = {"plan.1.action": "One", "plan.r5.action": "Two", "cost.1.amount": "1,200.50", "aim": "Ours"}


def taken(values: list[list[Any]], how: str = "both") -> dict[str, Any]:
    tables = [
        {"id": "plan", "first": ["1"], "columns": ["action"]},
        {"id": "cost", "first": ["1"], "columns": ["amount"]},
    ]
    part = {"id": "plan", "values": values, "unplaced": [], "tables": tables, "held": ["plan", "cost"]}
    answers: dict[str, Any] = run("project/take-workbook.js", BODY, here=HERE, rows=["plan.r5"], part=part, how=how)
    return answers


def said(answers: dict[str, Any]) -> dict[str, Any]:
    return {name: entry["value"] for name, entry in answers["values"].items() if entry["value"] != ""}


def test_a_row_is_known_by_its_place_and_a_new_one_gets_a_name() -> None:
    answers = taken([["plan.2.action", "Two, changed"], ["plan.3.action", "Three"]])
    new = next(name for name in answers["rows"] if name != "plan.r5")

    assert said(answers) == {**HERE, "plan.r5.action": "Two, changed", f"{new}.action": "Three"}
    assert answers["rows"][new]["value"] is True


def test_what_is_the_same_keeps_its_day() -> None:
    answers = taken([["plan.1.action", "One"], ["cost.1.amount", "1200.5"], ["plan.2.action", "Other"]])

    assert answers["values"]["cost.1.amount"] == {"value": "1,200.50", "at": 1}
    assert answers["values"]["plan.1.action"]["at"] == 1 < answers["values"]["plan.r5.action"]["at"]


@pytest.mark.parametrize(
    ("how", "left"),
    [
        ("both", {**HERE, "plan.1.action": "Theirs"}),
        ("empty", HERE),
        ("replace", {"plan.1.action": "Theirs", "aim": "Ours"}),  # what the workbook has no place for stays
    ],
)
def test_whose_answer_counts(how: str, left: dict[str, str]) -> None:
    assert said(taken([["plan.1.action", "Theirs"]], how)) == left


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("£1,200.50", "1200.5", True),
        ("1200", "1200.00", True),
        ("007", "7", False),
        ("−3", "-3", True),
        ("Words, more", "Words more", False),
        (True, True, True),
        (True, "true", False),
    ],
)
def test_an_amount_is_the_same_however_it_is_written(one: Any, other: Any, same: bool) -> None:
    body = "return module.isSame(given.one, given.other);"

    assert run("shared/same-answer.js", body, one=one, other=other) is same
