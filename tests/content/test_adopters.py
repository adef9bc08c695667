"""Who has adopted the toolkit: only who asked to be named, each with what is true of it."""

from __future__ import annotations

from pathlib import Path

from macros.content.adopters import read_adopters
from macros.core.problems import ProblemCollector
from tests.support.anytown import GOOD, edition

STEPS = {"focus/a.md", "focus/b.md", "sustain.md"}
LISTED = GOOD + "listed: true\nhide: [{page: sustain.md, reason: Not yet.}, {page: roles.md, reason: No.}]\n"


def test_only_who_asks_is_listed(tmp_path: Path) -> None:
    root = edition(tmp_path, GOOD)

    assert read_adopters(root, STEPS, ProblemCollector()) == []


def test_a_listed_edition_tells_how_many_steps_it_keeps(tmp_path: Path) -> None:
    adopters = read_adopters(edition(tmp_path, LISTED), STEPS, ProblemCollector())

    assert [(adopter.edition.place, adopter.steps) for adopter in adopters] == [("Anytown", 2)]


def test_a_copy_lists_an_edition_that_lives_in_a_fork(tmp_path: Path) -> None:
    root = edition(tmp_path, GOOD)
    (root / "templates/listed").mkdir(parents=True)
    (root / "templates/listed/barrow.yml").write_text(LISTED.replace("place: Anytown", "place: Barrow"), "utf-8")

    assert [adopter.edition.place for adopter in read_adopters(root, STEPS, ProblemCollector())] == ["Barrow"]


def test_a_faulty_copy_is_told_and_a_faulty_neighbour_is_not(tmp_path: Path) -> None:
    root, collector = edition(tmp_path, "plaice: x\n"), ProblemCollector()
    (root / "templates/listed").mkdir(parents=True)
    (root / "templates/listed/barrow.yml").write_text(LISTED + "plaice: x\n", "utf-8")

    assert read_adopters(root, STEPS, collector) == []
    assert [problem.file for problem in collector.problems] == ["templates/listed/barrow.yml"]
