"""Many people's answers as counts: nobody can be recognised by a small number, nor is one to be worked out."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest

from tests.support.scripts import run

BASELINE = """
const option = (value) => ({ value, text: value });
const asked = { name: "sure", kind: given.kind, options: ["1", "2", "3", "4", "5"].map(option) };
const from = (count) => Array.from({ length: count }, (_, at) => `p${at}`);
const answers = Object.entries(given.counts).map(([value, count]) => ({ value, from: from(count) }));
const all = { fields: new Map([["sure", answers]]) };
const [said] = module.baseline(all, { fields: new Map([["sure", asked]]) });
return { people: said.people ?? null, mean: said.mean ?? null, counts: said.counts.map(({ count }) => count ?? null) };
"""


def baseline(kind: str, **counts: int) -> Any:
    return run("bring-in/survey.js", BASELINE, kind=kind, counts={name[1:]: count for name, count in counts.items()})


@pytest.mark.parametrize(
    ("counts", "summary"),
    [
        ({"o1": 3, "o2": 1}, {"people": None, "mean": None, "counts": [None] * 5}),
        ({"o1": 6, "o2": 7}, {"people": 13, "mean": 1.5, "counts": [6, 7, 0, 0, 0]}),
        ({"o2": 7, "o3": 6, "o5": 2}, {"people": 15, "mean": 2.8, "counts": [None] * 5}),
    ],
)
def test_scores_say_their_mean_and_no_count_that_is_small(counts: dict[str, int], summary: Any) -> None:
    assert baseline("scale", **counts) == summary


def test_no_hidden_count_of_a_choice_is_what_is_left() -> None:
    for low, middle, high in product((0, 1, 2, 4), (0, 3, 5, 9), (0, 6, 8)):
        summary = baseline("choice", o1=low, o2=middle, o3=high)
        hidden = [count for count in summary["counts"] if count is None]
        assert summary["people"] in (None, low + middle + high)
        assert len(hidden) != 1, (low, middle, high)
        assert not [count for count in summary["counts"] if count is not None and 0 < count < 5]
