"""A council's own headings stand over the toolkit's words, and what does not fit is told by file and line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.content.customisation.folder_check import folder_problems
from macros.content.papers import read_papers
from macros.content.redirects import Redirects
from macros.core.parsed_files import parsed_files
from macros.core.problems import ContentError, ProblemCollector
from macros.models.papers import Paper
from tests.conftest import ROOT

FILE = "templates/papers/committee-paper.yml"
OURS = """headings:
  - title: Recommendations
    parts: [decisions]
  - title: Financial, legal and equality implications
    parts: [money, equality]
  - title: Wards affected
    ask: Which wards are affected?
    example: Thornmere and Three Villages
"""


def read(root: Path, text: str, file: str = FILE) -> dict[str, Paper]:
    """The papers of an edition with this one file. Raises what is wrong with them."""
    (root / "templates").mkdir()
    (root / "templates/papers").symlink_to(ROOT / "templates/papers")
    path = root / "editions/anytown" / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    collector = ProblemCollector()
    papers = read_papers(parsed_files(root), "anytown", Redirects(), collector)
    if collector.problems:
        raise ContentError(collector.problems)
    return papers.by_id


def test_the_words_stand_under_the_councils_headings_in_its_order(tmp_path: Path) -> None:
    papers = read(tmp_path, OURS)
    paper, toolkits = papers["committee-paper"], papers["director-page"]
    titles = [part.title for part in paper.parts]

    assert titles[:4] == [None, "Recommendations", "Financial, legal and equality implications", "Wards affected"]
    assert titles[4:] == [  # what no heading names keeps its own, after them
        "Summary",
        "Why it matters",
        "The community",
        "What will be done",
        "Where the approach comes from",
        "What will be reported",
        "Risks and what we will do",
        "Personal data",
        "If we do nothing",
        "Contact",
    ]
    assert "agree that {recommend-agree}" in paper.parts[1].text
    assert "Officers' time" in paper.parts[2].text and "Equality Act 2010" in paper.parts[2].text
    gap = next(slot for slot in paper.slots if paper.parts[3].text == f"{{{slot.id}}}")
    assert gap.ask == "Which wards are affected?"
    assert toolkits.parts[0].title == "What I ask you to decide"


def line_of(text: str, words: str) -> int:
    return next(number for number, line in enumerate(text.splitlines(), 1) if words in line)


@pytest.mark.parametrize(
    ("old", "new", "message", "at"),
    [
        ("[decisions]", "[decision]", "The paper has no part “decision”", "[decision]"),
        ("[money, equality]", "[money, decisions]", "is under “Recommendations” already", "[money, decisions]"),
        ("parts: [decisions]", "text: Agree", "“text” is not a key that is known here", "Agree"),
        ("    example: Thornmere and Three Villages\n", "", "only one of a question and an example", "Wards"),
        ("title: Wards affected", "title: 'Wards {ward}'", "has a gap in it", "Wards"),
        ("headings:", "parts: []\nheadings:", "both “headings” and “parts”", "headings:"),
    ],
)
def test_a_planted_fault_is_told_with_its_line(tmp_path: Path, old: str, new: str, message: str, at: str) -> None:
    assert old in OURS
    text = OURS.replace(old, new)
    with pytest.raises(ContentError, match=message) as error:
        read(tmp_path, text)

    file = f"editions/anytown/{FILE}"
    lines = [problem.line for problem in error.value.problems if problem.file == file]
    assert line_of(text, at) in lines, str(error.value)


@pytest.mark.parametrize(
    ("file", "message"),
    [
        ("templates/papers/comittee-paper.yml", "has the name of one of the toolkit's papers"),
        ("templates/papers/review-slides.yml", "cannot have headings of your own"),
        ("templates/papers/email-sponsor.yml", "cannot have headings of your own"),
    ],
)
def test_headings_need_a_paper_that_has_parts(tmp_path: Path, file: str, message: str) -> None:
    with pytest.raises(ContentError, match=re.escape(message)):
        read(tmp_path, OURS, file)


def test_a_paper_of_its_own_takes_the_toolkits_place(tmp_path: Path) -> None:
    text = (ROOT / "templates/papers/director-page.yml").read_text("utf-8")
    papers = read(tmp_path, text.replace("title: Why it matters", "title: Ours"), "templates/papers/director-page.yml")

    assert "Ours" in [part.title for part in papers["director-page"].parts]


def test_an_editions_folder_may_hold_papers(tmp_path: Path) -> None:
    read(tmp_path, OURS)

    assert [problem for problem in folder_problems(tmp_path, "anytown") if "papers" in problem.file] == []


def test_a_fault_in_the_headings_is_told_alone_and_the_paper_stays(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as error:
        read(tmp_path, OURS.replace("[decisions]", "[decision]"))
    assert [problem.file for problem in error.value.problems] == [f"editions/anytown/{FILE}"]
    (tmp_path / f"editions/anytown/{FILE}").write_text("headings: []\n", "utf-8")
    collector = ProblemCollector()
    papers = read_papers(parsed_files(tmp_path), "anytown", Redirects(), collector)
    assert collector.problems and papers.by_id["committee-paper"].parts[0].title is None, "who names it still finds it"
