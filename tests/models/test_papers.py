"""A paper's gaps and texts hold together, and what does not is told in words that help."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from macros.content.library import Library, read_library
from macros.content.nav_file import read_nav
from macros.core.parsing import read_yaml
from macros.core.problems import ContentError
from macros.core.validation import validate
from macros.models.papers import GAP_IN_TEXT, Paper
from tests.conftest import ROOT

GOOD = """title: A short email
purpose: Ask one thing.
kind: email
step: before-you-start.md
who: The digital inclusion lead
minutes: 5
provenance: suggestion
subject: "About {thing}"
slots:
  - {id: thing, ask: "What is it about?", example: "the café"}
parts:
  - text: |
      Hello,

      - {thing}
example:
  community: Carers in Thornmere (invented)
"""


def paper(tmp_path: Path, text: str = GOOD) -> Paper:
    (tmp_path / "short.yml").write_text(text, "utf-8")
    return validate(Paper, read_yaml(tmp_path / "short.yml", "templates/papers/short.yml"), id="short")


def test_a_good_paper_is_read(tmp_path: Path) -> None:
    assert [slot.id for slot in paper(tmp_path).slots] == ["thing"]


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("- {thing}", "- {thing} {other}", 1, "a gap {other} that no slot fills"),
        ("About {thing}", "About", None, ""),  # the gap is used in the text still
        ("kind: email", "kind: letter", 1, "An email needs a “subject”, and no other paper may have one"),
        ('subject: "About {thing}"\n', "", 1, "An email needs a “subject”"),
        ("kind: email", "kind: telegram", 3, "not known here"),
        (', example: "the café"', "", 10, "does not say what fills it"),
        ("ask:", "beside: [owner], ask:", 10, "has “beside” without a column"),
        ("slots:\n", "slots:\n  - {id: spare, ask: x, example: y}\n", 9, "No text has the gap {spare}"),
        ("ask:", "figure: homes-offline, ask:", 10, "has a figure and something else"),
    ],
)
def test_a_planted_fault_is_told(tmp_path: Path, old: str, new: str, line: int | None, message: str) -> None:
    assert old in GOOD
    if line is None:
        assert paper(tmp_path, GOOD.replace(old, new))
        return
    with pytest.raises(ContentError) as raised:
        paper(tmp_path, GOOD.replace(old, new))

    assert message in str(raised.value)
    assert any(problem.line == line for problem in raised.value.problems), str(raised.value)


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("email-sponsor", "mandate-on-a-page.priority", "mandate-on-a-page.prioritee", "No field is called"),
        ("email-sponsor", "mandate-on-a-page.priority", "mandate-on-page.priority", "There is no worksheet called"),
        ("email-sponsor", "contact.phone", "contact.fone", "An edition has no setting “contact.fone”"),
        ("email-sponsor", "before-you-start.md", "before-you-begin.md", "before-you-begin.md is not a step"),
        (
            "committee-paper",
            "figure: homes-offline",
            "figure: homes-online",
            "There is no figure called “homes-online”",
        ),
        ("report-month-12", "beside: [sign]", "beside: [sigh]", "“outcomes-ladder.ladder” has no column “sigh”"),
        ("_groups", "email-sponsor", "email-sponser", "There is no paper called “email-sponser”"),
    ],
)
def test_what_a_paper_names_and_is_not_there_is_told(
    project: Path, file: str, old: str, new: str, message: str
) -> None:
    path = project / f"templates/papers/{file}.yml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")

    with pytest.raises(ContentError) as raised:
        read_library(project, "toolkit", read_nav(project))

    assert f"templates/papers/{file}.yml" in str(raised.value) and message in str(raised.value)


def test_a_paper_that_no_step_offers_is_told(project: Path) -> None:
    (project / "templates/papers/short.yml").write_text(GOOD, "utf-8")

    with pytest.raises(ContentError, match=r"No step offers templates/papers/short\.yml"):
        read_library(project, "toolkit", read_nav(project))


def test_every_paper_stands_in_one_group(library: Library) -> None:
    grouped = [name for group in library.paper_groups for name in group.papers]

    assert sorted(grouped) == sorted(library.papers)


def test_every_step_offers_a_paper(library: Library) -> None:
    assert [step.path for step in library.outline.steps() if not step.front_matter.papers and step.stage] == []


def not_offered(text: str, offered: list[str]) -> list[str]:
    """The papers to which a step's ``text`` links, and which it does not offer."""
    return [name for name in re.findall(r"papers/([a-z0-9-]+)\.md", text) if name not in {*offered, "index"}]


def test_every_step_offers_the_papers_that_its_text_mentions(library: Library) -> None:
    steps = {step.path: step.front_matter.papers for step in library.outline.steps()}
    missing = {path: not_offered((ROOT / "docs" / path).read_text("utf-8"), papers) for path, papers in steps.items()}

    assert {path: names for path, names in missing.items() if names} == {}


def test_a_paper_that_is_mentioned_and_not_offered_is_found() -> None:
    text = "There is [an email](../papers/email-chase.md), and [more](../papers/index.md)."

    assert not_offered(text, ["poster"]) == ["email-chase"] and not_offered(text, ["email-chase"]) == []


def without_adviser(papers: Iterable[Paper]) -> list[str]:
    """Those of ``papers`` that do not send their reader to an adviser of the reader's own."""
    return [paper.id for paper in papers if not (paper.adviser or "").startswith("Ask your own ")]


def test_every_safe_and_lawful_paper_says_to_ask_your_own_adviser(library: Library) -> None:
    *_, safe = library.paper_groups

    assert safe.title == "Safe and lawful" and len(safe.papers) > 6
    assert without_adviser(library.papers[name] for name in safe.papers) == []


def test_a_paper_that_names_no_adviser_is_found(library: Library) -> None:
    loan = library.papers["loan-agreement"]

    assert (
        without_adviser([loan.model_copy(update={"adviser": adviser}) for adviser in (None, "Good luck.")])
        == [loan.id] * 2
    )


def test_papers_of_those_who_decide_have_no_tables(library: Library) -> None:
    assert [paper.id for paper in library.papers.values() if any("|" in text for text in paper.texts())] == []


def test_every_gap_has_a_question_or_is_filled(library: Library) -> None:
    bare = [
        (paper.id, slot.id)
        for paper in library.papers.values()
        for slot in paper.slots
        if not (slot.ask or slot.figure)
    ]
    assert bare == []
    assert sum(len(GAP_IN_TEXT.findall(text)) for paper in library.papers.values() for text in paper.texts()) > 300
