"""What seldom happens while an edition is read: no folder, no edition, one page in a list of its own."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from macros.content.checks import not_in_nav
from macros.content.customisation import nav_placement
from macros.content.customisation.folder_check import folder_problems
from macros.content.customisation.selection import every_edition, slugs
from macros.content.customisation.upstream import original_address, upstream_site
from macros.content.papers import paper_problems, read_papers
from macros.content.redirects import Redirects, follow_redirects
from macros.content.strings import read_strings
from macros.core.parsed_files import ParsedFiles
from macros.core.parsing import ParsedFile
from macros.core.problems import ContentError, ProblemCollector
from macros.models.editions import Site
from tests.support.anytown import GOOD, edition


def test_a_folder_that_is_not_there_is_told_once_by_the_settings(tmp_path: Path) -> None:
    assert folder_problems(tmp_path, "anytown") == []


def test_a_page_that_the_nav_does_not_name_is_told_where_it_is_the_toolkits() -> None:
    pages: Any = {
        name: SimpleNamespace(file=f"docs/{name}", own=name == "own.md") for name in ("in.md", "lost.md", "own.md")
    }

    (problem,) = not_in_nav(["in.md"], pages)

    assert (problem.file, problem.message) == ("docs/lost.md", "The page is not in the nav, so nobody finds it.")


def test_without_any_edition_there_is_none_to_build(tmp_path: Path) -> None:
    assert slugs(tmp_path) == []
    with pytest.raises(ContentError, match="There is no edition"):
        every_edition(tmp_path)


def test_a_page_with_a_title_of_its_own_in_the_nav_stays_or_goes_with_its_path() -> None:
    nav = [{"Home": "index.md"}, {"Roles": "roles.md"}, {"Plan": ["plan/index.md"]}]

    assert nav_placement.without(nav, ["roles.md", "plan/index.md"]) == [{"Home": "index.md"}]
    assert nav_placement._woven([{"Home": "index.md"}, "a.md"], {"a.md": ["b.md"]}) == [
        {"Home": "index.md"},
        "a.md",
        "b.md",
    ]


def test_the_original_is_on_the_toolkits_site_wherever_that_is(tmp_path: Path) -> None:
    from macros.content.editions import read_edition

    anytown = read_edition(edition(tmp_path, GOOD), "anytown")

    assert upstream_site(ParsedFiles(tmp_path)) == Site()
    at = original_address(anytown, Site(url="https://toolkit.example/x/"), "docs/roles.md", "roles/")
    assert at == "https://toolkit.example/x/roles/"
    assert original_address(anytown, Site(), "docs/roles.md", "roles/") == ""


@pytest.mark.parametrize("written", ["partner-map", [1, 2], None])
def test_worksheets_that_are_no_list_of_ids_are_left_for_the_check(written: object) -> None:
    moved = Redirects(moved={"worksheets/old.md": "worksheets/new.md"})
    source = ParsedFile("a.md", {"worksheets": written})

    assert follow_redirects(source, moved).data == {"worksheets": written}


PAPER = """title: A letter
purpose: Ask one thing.
kind: letter
step: sustain.md
who: The lead
minutes: 5
provenance: suggestion
slots:
  - {id: me, ask: "Who are you?", from: project.ruler, example: Jo}
parts:
  - text: "{me}"
example: {community: Carers (invented)}
"""


def test_a_step_that_offers_no_paper_and_a_gap_that_no_project_fills_are_told(tmp_path: Path) -> None:
    (tmp_path / "templates/papers").mkdir(parents=True)
    (tmp_path / "templates/papers/letter.yml").write_text(PAPER, "utf-8")
    collector = ProblemCollector()
    papers = read_papers(ParsedFiles(tmp_path), "anytown", Redirects(), collector)
    from macros.content.editions import read_edition

    anytown = read_edition(edition(tmp_path, GOOD), "anytown")

    problems = list(paper_problems(papers, {"sustain.md": ["letter", "lettre"]}, {}, [], anytown))

    assert collector.problems == []
    assert {(problem.file, problem.message) for problem in problems} == {
        ("docs/sustain.md", "There is no paper called “lettre”."),
        ("templates/papers/letter.yml", "A project has no “project.ruler”."),
    }
    assert any("letter" in problem.fix for problem in problems) and any(
        "project.role" in problem.fix for problem in problems
    )


def test_interface_words_without_keys_are_told_with_their_file(tmp_path: Path) -> None:
    words = tmp_path / "templates/strings/en.yml"
    words.parent.mkdir(parents=True)
    words.write_text("- Search\n", "utf-8")

    with pytest.raises(ContentError, match=r"templates/strings/en\.yml[^§]*holds no keys with texts"):
        read_strings(tmp_path, "toolkit")
