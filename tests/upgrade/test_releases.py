"""Releases of the toolkit over councils' editions, with real git: a short form of `python -m benchmarks.releases`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.releases import RESULT, Simulation, simulate
from benchmarks.simulated_councils import Council
from benchmarks.simulated_git import with_line
from benchmarks.simulated_toolkit import HOME, Toolkit

pytestmark = pytest.mark.usefixtures("programs")


def rewrite_the_same_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let each release write below every heading of the page that councils edit in the wrong place: git cannot know."""
    adds, edits = Toolkit.add, Council._wrong

    def adds_and_rewrites(toolkit: Toolkit) -> None:
        adds(toolkit)
        path = f"docs/{HOME}"
        for heading in range(toolkit.files[path].count("\n## ")):
            line = f"With page {toolkit.added} this changed."
            toolkit.files[path] = with_line(toolkit.files[path], line, heading)

    monkeypatch.setattr(Toolkit, "add", adds_and_rewrites)
    monkeypatch.setattr(Council, "_wrong", lambda council, _, read: edits(council, HOME, read))


def test_years_of_releases_end_with_no_conflict_no_lost_word_and_no_dead_address(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rewrite_the_same_page(monkeypatch)

    outcome = simulate(tmp_path, seed=5, councils=6, releases=12, mergers=2)

    assert (outcome.conflicts, outcome.lost, outcome.dead, outcome.stopped) == ([], [], [], [])
    assert outcome.ways_back and len(outcome.followed) >= 4
    assert outcome.merges > 30 and outcome.words > 15 and outcome.addresses > 100


def test_the_same_seed_gives_the_same_run(tmp_path: Path) -> None:
    runs = []
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
        simulation = Simulation(tmp_path / name, seed=7, councils=2)
        for number in (1, 2, 3):
            simulation.release(number)
        runs.append((simulation.toolkit.files, [council.folder for council in simulation.councils]))

    assert runs[0] == runs[1]


def test_an_address_that_nobody_wrote_down_is_found_dead(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    simulation = Simulation(tmp_path, seed=1, councils=1)
    forgotten = simulation.toolkit.pages[0]

    def forgets(toolkit: Toolkit) -> None:
        toolkit.drop(forgotten)
        del toolkit.gone[forgotten]

    monkeypatch.setattr(Toolkit, "add", forgets)
    simulation.release(1)

    assert f"town1: {forgotten}" in simulation.finish(1).dead


def test_a_council_that_does_not_go_the_way_back_is_found_in_conflict_and_its_lost_words_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = "- nations/index.md\n"  # behind which each release lists a page

    def edits_the_settings(_: Council, read: Callable[[str], str]) -> dict[str, str | None]:
        return {"mkdocs.yml": read("mkdocs.yml").replace(line, line.replace("\n", " # ours\n"))}

    monkeypatch.setattr(Council, "act", edits_the_settings)
    monkeypatch.setattr(Simulation, "_way_back", lambda *_: {})
    simulation = Simulation(tmp_path, seed=1, councils=2)
    for number in (1, 2, 3, 4):
        simulation.release(number)
    simulation.councils[0].words["zq0xnever"] = "index.md"
    outcome = simulation.finish(5)

    assert outcome.conflicts and "mkdocs.yml" in outcome.conflicts[0]
    assert outcome.lost == ["town1: zq0xnever"]


def test_the_long_form_ended_well() -> None:
    text = RESULT.read_text("utf-8")

    assert "| councils at first | 40 |" in text and "| releases | 100 |" in text
    assert text.count("| **0** |") == 4 and "Nothing is listed." in text
