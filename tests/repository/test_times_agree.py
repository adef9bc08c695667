"""One set of times: packs, stages and the home page say what the steps that they name add up to."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pytest

from macros.content.durations import minutes_of
from macros.content.library import Library
from macros.content.outline import Step
from tests.support.builds import ROOT

HALF_DAY = 210  # how far a round amount may be from the sum
NUMBERS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
EFFORT = re.compile(r"About (?P<amount>.+?) of work, over (?P<weeks>\w+) weeks?\b", re.I)
STAGE = re.compile(r"^In all, allow about (?P<amount>.+?) of work\b", re.M)
HOME = re.compile(r"takes about (?P<amount>.+?) of work, spread over about (?P<weeks>\w+) weeks")
MONTHLY = "two to three hours a week"


@dataclass(frozen=True)
class Span:
    """An amount of work in minutes, and the weeks over which it is spread."""

    minutes: int
    weeks: int


def number(word: str) -> int:
    """A number, in words or in digits. Raises ValueError where it is neither."""
    return int(word) if word.isdigit() else NUMBERS.index(word.lower()) + 1


def span_of(time: str, words: dict[str, Any]) -> Span | None:
    """What a step's time says; None where it goes on, such as "Two to three hours a week"."""
    minutes = minutes_of(time, words)
    weeks = re.search(r", over (\w+) weeks?", time)
    return Span(minutes, number(weeks[1])) if minutes and weeks else None


def time_faults(claimed: Span, steps: Iterable[Span]) -> list[str]:
    """Where an amount is not the sum of the steps', or its weeks are too few for the longest or more than all."""
    steps = list(steps)
    total, longest, all_weeks = sum(s.minutes for s in steps), max(s.weeks for s in steps), sum(s.weeks for s in steps)
    faults = []
    if abs(claimed.minutes - total) > HALF_DAY:
        faults.append(f"{claimed.minutes} minutes are said, and the steps take {total}")
    if not longest <= claimed.weeks <= all_weeks:
        faults.append(f"{claimed.weeks} weeks are said, and the steps take {longest} to {all_weeks}")
    return faults


def steps_of(library: Library, paths: Iterable[str]) -> list[Span]:
    """The times of those of the steps that can be counted."""
    spans = {step.path: span_of(step.front_matter.time, words(library)) for step in library.outline.steps()}
    return [span for path in paths if (span := spans[path])]


def words(library: Library) -> dict[str, Any]:
    return dict(library.strings["pick"])


def amount_of(text: str, library: Library) -> int:
    minutes = minutes_of(text, words(library))
    assert minutes, f"“{text}” is not an amount of templates/strings/en.yml"
    return minutes


def first_plan(library: Library) -> list[str]:
    """The steps up to a first plan: all before the first that has no end."""
    paths = [step.path for step in library.outline.steps()]
    return paths[: paths.index("plan/put-it-into-practice.md")]


def test_every_step_says_how_long_it_takes_and_over_how_long(library: Library) -> None:
    endless = [s.path for s in library.outline.steps() if span_of(s.front_matter.time, words(library)) is None]
    assert endless == ["plan/put-it-into-practice.md", "sustain.md"]


def test_every_pack_takes_as_long_as_its_steps(library: Library) -> None:
    assert len(library.packs) > 10
    for pack in library.packs.values():
        claim = EFFORT.match(pack.effort)
        assert claim, f"{pack.id}: “{pack.effort}” does not begin “About … of work, over … weeks”"
        span = Span(amount_of(claim["amount"], library), number(claim["weeks"]))
        assert time_faults(span, steps_of(library, [use.step for use in pack.steps])) == [], pack.id


def test_a_pack_with_a_step_that_goes_on_says_so(library: Library) -> None:
    for pack in library.packs.values():
        uses = {use.step for use in pack.steps}
        if "plan/put-it-into-practice.md" in uses:
            assert pack.effort.endswith(f", then {MONTHLY}"), pack.id
        if "sustain.md" in uses:
            assert pack.effort.endswith(", then half a day every three months"), pack.id


def test_every_stage_takes_as_long_as_its_steps(library: Library) -> None:
    for stage in library.outline.stages:
        claim = STAGE.search(library.pages[stage.path].path.read_text("utf-8"))
        assert claim, stage.path
        total = sum(step.minutes for step in steps_of(library, [step.path for step in stage.steps]))
        assert abs(amount_of(claim["amount"], library) - total) <= HALF_DAY, stage.path


@pytest.mark.parametrize("page", ["index", "launch/make-the-case"])
def test_the_pages_and_the_pack_for_a_new_programme_say_how_long_a_first_plan_takes(
    library: Library, page: str
) -> None:
    text = (ROOT / f"docs/{page}.md").read_text("utf-8")
    claim = HOME.search(text)
    effort = EFFORT.match(library.packs["new-programme"].effort)
    assert claim and effort
    assert [use.step for use in library.packs["new-programme"].steps] == first_plan(library)
    assert claim["amount"] == effort["amount"] and number(claim["weeks"]) == number(effort["weeks"])
    assert MONTHLY in text


def test_an_hour_asks_for_no_worksheet_that_takes_longer(library: Library) -> None:
    assert [step.path for step in library.outline.steps() if longer(step, library)] == []


def longer(step: Step, library: Library) -> list[str]:
    """The worksheets that a step's one hour asks to fill in, although they take more than an hour."""
    asked = re.findall(r"[Ff]ill in the ([^.,]+)", step.front_matter.one_hour)
    sheets = [library.worksheets[thing] for thing in step.front_matter.worksheets]
    return [s.title for s in sheets if s.minutes > 60 and any(s.title.lower() in thing.lower() for thing in asked)]


@pytest.mark.parametrize(
    ("claimed", "faults"),
    [
        (Span(840, 4), []),
        (Span(1260, 4), ["1260 minutes are said, and the steps take 840"]),
        (Span(840, 2), ["2 weeks are said, and the steps take 3 to 5"]),
        (Span(840, 6), ["6 weeks are said, and the steps take 3 to 5"]),
    ],
)
def test_a_time_that_does_not_agree_is_found(claimed: Span, faults: list[str]) -> None:
    assert time_faults(claimed, [Span(420, 3), Span(420, 2)]) == faults


def test_an_hour_that_asks_for_too_much_is_found(library: Library) -> None:
    step = next(candidate for candidate in library.outline.steps() if candidate.path == "focus/choose-the-community.md")
    asked = step.front_matter.model_copy(update={"one_hour": "Fill in the community chooser with a colleague."})
    assert longer(Step(step.path, asked), library) == ["Community chooser"]
