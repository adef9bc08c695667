"""The times of the page on the first 100 days are those that the steps themselves state."""

from __future__ import annotations

import re

import pytest
import yaml

from tests.conftest import ROOT

DOCS = ROOT / "docs"
ROW = re.compile(r"^\| \[[^]]+\]\(([^)]+)\) \| ([^|]+) \| (\d+)(?: to (\d+))? \|", re.MULTILINE)
TIME = re.compile(r"(?P<work>[^,]+), over (?P<weeks>\w+) weeks?")
NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight"]
WEEKS = 14


def rows() -> list[tuple[str, str, int, int]]:
    """Path, work, first week and last week of each row that links to a page."""
    text = (DOCS / "first-100-days.md").read_text("utf-8")
    return [(path, work, int(first), int(last or first)) for path, work, first, last in ROW.findall(text)]


def disagreements(rows: list[tuple[str, str, int, int]], times: dict[str, str]) -> list[str]:
    """Each row that gives other work or another number of weeks than the step's own ``time``."""
    wrong = []
    for path, work, first, last in rows:
        span = TIME.fullmatch(times.get(path, ""))
        if span and (span["work"], span["weeks"]) != (work, NUMBERS[last - first + 1]):
            wrong.append(f"{path}: the table says {work}, weeks {first} to {last}; the step says {times[path]}")
    return wrong


@pytest.fixture
def times() -> dict[str, str]:
    """The ``time`` of each step, by its path in docs/."""
    front = {path: path.read_text("utf-8").split("---")[1] for path in DOCS.rglob("*.md")}
    return {
        path.relative_to(DOCS).as_posix(): str(matter["time"])
        for path, text in front.items()
        if "time" in (matter := yaml.safe_load(text))
    }


def test_the_table_and_the_steps_give_the_same_times(times: dict[str, str]) -> None:
    assert len(rows()) > 10

    assert disagreements(rows(), times) == []


def test_every_step_up_to_the_first_plan_is_in_the_table(times: dict[str, str]) -> None:
    stages = ("focus/", "barriers-and-assets/")
    due = {path for path in times if path.startswith(stages)} | {
        "before-you-start.md", "plan/turn-ideas-into-actions.md", "plan/arrange-a-staged-plan.md",
    }  # fmt: skip

    assert due - {path for path, *_ in rows()} == set()


def test_the_steps_fit_into_the_weeks() -> None:
    assert all(1 <= first <= last <= WEEKS for _, _, first, last in rows())


def test_a_time_that_differs_is_found() -> None:
    row = [("a.md", "One day", 3, 5)]

    assert disagreements(row, {"a.md": "One day, over three weeks"}) == []
    assert disagreements(row, {"a.md": "Two days, over three weeks"}) != []
    assert disagreements(row, {"a.md": "One day, over two weeks"}) != []
