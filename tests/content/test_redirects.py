"""A page that moves leaves a way on, and takes along what editions wrote for it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from macros.content.customisation.overlay import find_files
from macros.content.library import Library, read_library
from macros.content.nav_file import read_nav
from macros.content.redirect_checks import redirect_problems
from macros.content.redirects import Redirects, follow_redirects, read_redirects
from macros.core.parsed_files import ParsedFiles
from macros.core.parsing import ParsedFile
from macros.core.problems import ContentError
from macros.pages.redirect_pages import redirect_pages

WAYS = Redirects(moved={"old.md": "new.md"}, gone={"away.md": "new.md"})


def tree(root: Path, moved: str, *files: str) -> Path:
    for name in ("docs/new.md", "templates/moved.yml", *files):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(moved if name.endswith("moved.yml") else name, "utf-8")
    return root


LIST = "moved: {old.md: new.md}\ngone: {away.md: new.md}\n"


def test_an_editions_files_follow_a_page_that_moved(tmp_path: Path) -> None:
    root = tree(tmp_path, LIST, "editions/x/docs/old.md", "editions/x/notes/old.md", "editions/x/notes/away.md")

    pages, notes = find_files(root, "x", "docs", ".md"), find_files(root, "x", "notes", ".md")
    assert [(path, page.file, page.original) for path, page in pages.items()] == [
        ("new.md", "editions/x/docs/old.md", "docs/new.md")
    ]
    assert list(notes) == ["new.md"]  # what was written for a page that is gone is set aside


def test_a_file_at_the_new_path_wins_over_one_at_the_old(tmp_path: Path) -> None:
    root = tree(tmp_path, LIST, "editions/x/notes/old.md", "editions/x/notes/new.md")

    assert find_files(root, "x", "notes", ".md")["new.md"].file == "editions/x/notes/new.md"


def test_what_names_an_old_page_follows_and_what_names_a_lost_one_drops_out() -> None:
    data = {
        "after": "old.md",
        "steps": [{"step": "old.md", "why": "x"}, {"step": "away.md", "why": "x"}],
        "shows": ["old.md", "away.md", "other.md"],
        "step": "away.md",
    }

    assert follow_redirects(ParsedFile("x", data), WAYS).data == {
        "after": "new.md",
        "steps": [{"step": "new.md", "why": "x"}],
        "shows": ["new.md", "other.md"],
        "step": "new.md",
    }


@pytest.mark.parametrize(
    ("moved", "line", "message"),
    [
        ("moved:\n  new.md: new.md\n", 2, "new.md is still in docs/"),
        ("moved:\n  old.md: nwe.md\n", 2, "Did you mean “new.md”"),
        ("moved:\n  old.md: older.md\n  older.md: new.md\n", 2, "Write the page that it moved to: new.md"),
        ("moved:\n  old.md: new.md\ngone:\n  old.md: new.md\n", 4, "both moved and gone"),
        ("moved:\n  worksheets/map.md: worksheets/pam.md\n", 2, "Did you mean “worksheets/map.md”"),
        ("moved:\n  worksheets/map.md: new.md\n", 2, "worksheets/map.md is still a page of the site"),
    ],
)
def test_a_planted_fault_of_the_list_is_told(tmp_path: Path, moved: str, line: int, message: str) -> None:
    root = tree(tmp_path, moved)
    problems = redirect_problems(
        ParsedFiles(root), read_redirects(root), find_files(root, "x", "docs", ".md"), ["worksheets/map.md"]
    )

    assert any(problem.line == line and message in str(problem) for problem in problems), problems


def test_a_list_that_cannot_be_read_is_told_and_none_is_no_fault(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="“moves” is not a key"):
        read_redirects(tree(tmp_path, "moves: {}\n"))
    (tmp_path / "templates/moved.yml").unlink()
    assert read_redirects(tmp_path) == Redirects()


def test_the_page_of_a_renamed_worksheet_or_pack_leads_on(library: Library) -> None:
    ways = {"worksheets/old.md": "worksheets/partner-map.md", "pick/old.md": "pick/funding-bid.md"}
    renamed = replace(library, moved=Redirects(moved=ways))

    pages = redirect_pages(renamed)

    assert list(pages) == list(ways)
    assert "Partner map" in pages["worksheets/old.md"] and "../partner-map/" in pages["worksheets/old.md"]
    assert "../funding-bid/" in pages["pick/old.md"]
    assert renamed.moved.earlier("worksheets/partner-map.md") == ["worksheets/old.md"]


def test_a_renamed_worksheet_is_read_as_sound(project: Path) -> None:
    moved = project / "templates/moved.yml"
    line = "\nmoved:\n  worksheets/old.md: worksheets/partner-map.md\n"
    moved.write_text(moved.read_text("utf-8").replace("\nmoved:\n", line), "utf-8")

    assert read_library(project, "toolkit", read_nav(project)).moved.moved
