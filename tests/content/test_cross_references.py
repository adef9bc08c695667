"""What is named and is not there stops the build, with file, line and how to fix it."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.content.library import read_library
from macros.content.nav_file import read_nav
from macros.core.problems import ContentError
from tests.support.westhaven import put


def told(project: Path, edition: str = "toolkit") -> str:
    nav = read_nav(project)
    with pytest.raises(ContentError) as problems:
        read_library(project, edition, nav)
    return str(problems.value)


# Where a name is written that is not there, what is written, where that is told, and how to fix it.
LOST = [
    ("docs/about.md", 'cite("launch")', 'cite("lunch")', "docs/about.md, line", "Did you mean “launch”?"),
    ("docs/evidence/people.md", 'figure("', 'figure("x', "docs/evidence/people.md, line", "Did you mean “"),
    (
        "docs/cases/york-road.md",
        "shows:\n",
        "shows:\n  - plan/x.md\n",
        "docs/cases/york-road.md, line",
        "plan/x.md",
    ),
    (
        "templates/packs/funding-bid.yml",
        "partner-map",
        "partner-mop",
        "funding-bid.yml, line",
        "Did you mean “partner-map”?",
    ),
    (
        "templates/packs/funding-bid.yml",
        "step: plan/turn",
        "step: plan/tern",
        "funding-bid.yml, line",
        "Did you mean “plan/turn",
    ),
    (
        "templates/packs/funding-bid.yml",
        "page: evidence/m",
        "page: evidence/n",
        "funding-bid.yml, line",
        "evidence/money.md",
    ),
    (
        "templates/packs/funding-bid.yml",
        "papers: [committee-paper",
        "papers: [comittee-paper",
        "funding-bid.yml, line",
        "Did you mean “committee-paper”?",
    ),
    ("templates/packs/_groups.yml", "lone-officer, ", "", "_groups.yml", "“lone-officer” is in no group"),
    ("templates/packs/_groups.yml", "funding-bid", "lone-ranger, funding-bid", "_groups.yml", "called “lone-ranger”"),
    (
        "docs/cases/east-riding.md",
        'quotations("east',
        'quotations("yeast',
        "docs/cases/east-riding.md, line",
        "Did you mean “east-riding”?",
    ),
    (
        "templates/packs/lone-officer.yml",
        "quotation: east-riding",
        "quotation: east-ridings",
        "lone-officer.yml, line",
        "Did you mean “east-riding”?",
    ),
    (
        "templates/worksheets/partner-map.yml",
        "step: focus/find-the-key-partners.md",
        "step: focus/choose-the-community.md",
        "templates/worksheets/partner-map.yml, line ",
        "Write “step: focus/bring-partners-in.md”, or list “partner-map” in docs/focus/choose-the-community.md",
    ),
    (
        "templates/papers/email-sponsor.yml",
        "step: before-you-start.md",
        "step: focus/choose-the-community.md",
        "templates/papers/email-sponsor.yml, line 4",
        "Write “step: before-you-start.md”, or list “email-sponsor” in docs/focus/choose-the-community.md",
    ),
    ("templates/figures.yml", "source: ", "source: x", "templates/figures.yml", "not in templates/sources.yml"),
    ("templates/glossary.yml", "source: ", "source: x", "templates/glossary.yml", "not in templates/sources.yml"),
]


def test_each_name_that_is_not_there_is_told_and_all_together(project: Path) -> None:
    for file, old, new, *_ in LOST:
        path = project / file
        text = path.read_text("utf-8")
        assert old in text, (file, old)
        path.write_text(text.replace(old, new, 1), "utf-8")

    faults = told(project).split("\n\n")

    for file, _, new, place, fix in LOST:
        assert any(place in fault and fix in fault for fault in faults), (file, new, faults)


OWN = {
    "figures": 'ours:\n  says: Ten came\n  when: "2026"\n  source: launch\nmine:\n  says: Two came\n  when: "2026"\n'
    "  source: lunch\n",
    "glossary": "- {id: x, term: Quay, meaning: A wall.}\n- {id: y, term: Pier, meaning: A walk.,\n   source: lunch}\n",
    "quotations": "- {id: x, words: Aye., name: A, role: B, source: launch}\n\n\n"
    "- {id: y, words: Aye., name: A, role: B, source: lunch}\n",
}


@pytest.mark.parametrize(("name", "line"), [("figures", 5), ("glossary", 2), ("quotations", 4)])
def test_a_fault_in_an_editions_own_list_names_its_file_and_line(project: Path, name: str, line: int) -> None:
    put(project, f"templates/{name}.yml", OWN[name])

    assert f"editions/westhaven/templates/{name}.yml, line {line}" in told(project, "westhaven")


def test_a_fault_in_an_editions_own_groups_names_its_file_and_line(project: Path) -> None:
    groups = (project / "templates/packs/_groups.yml").read_text("utf-8")
    put(project, "templates/packs/_groups.yml", groups + "- title: Ours\n  packs:\n    - lone-ranger\n")

    line = len(groups.splitlines()) + 3
    assert f"editions/westhaven/templates/packs/_groups.yml, line {line}" in told(project, "westhaven")


def test_a_figure_is_written_without_its_full_stop(project: Path) -> None:
    path = project / "templates/figures.yml"
    path.write_text('a:\n  says: "Ten came."\n  when: "2022"\n  source: launch\n' + path.read_text("utf-8"), "utf-8")

    assert "The statement ends with a full stop." in told(project)
