"""A note stands on its page, whichever page it is for, and is read as the page itself is."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import Tag

from macros.core.last_resort import DETAILS
from tests.conftest import Built, copy_project, quick_build
from tests.support.parsed import page_at
from tests.support.westhaven import change, put, read, told

STEP = "focus/choose-the-community"
NOTE = """We meet {{ edition.in_place }} {{ cite("launch") }}.

- See [who does what](../roles.md).
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, builds: None) -> Built:
    """The invented edition that uses every verb, with notes on a step, the first page and a page that it rewrote."""
    project = copy_project(tmp_path_factory.mktemp("notes") / "project")
    put(project, f"notes/{STEP}.md", NOTE)
    for page in ("index", "roles", "focus/understand-the-approach"):
        put(project, f"notes/{page}.md", f"Ours on {page}.\n")
    strings = project / "editions/westhaven/templates/strings/en.yml"
    strings.write_text(strings.read_text("utf-8") + '\nnote: {title: "Here *so* <b> & {{{{ 1 + 1 }}}}"}\n', "utf-8")
    pages = [f"{page}.md" for page in (STEP, "index", "roles", "focus/understand-the-approach")]
    built = quick_build(project, "westhaven", pages=pages)
    assert built.code == 0, built.said
    return built


def notes(built: Built, address: str) -> list[Tag]:
    return page_at(built.site / address / "index.html").select("main .note")


def test_a_note_is_read_as_its_page_is(made: Built) -> None:
    (note,) = notes(made, STEP)

    assert "{" not in note.get_text().replace("{{ 1 + 1 }}", "") and "We meet " in note.get_text()
    assert [str(link["href"]) for link in note.select("li a")] == ["../../roles/"]
    assert note.select("a.cite"), "a source that the note names is shown"


def test_its_heading_comes_out_as_itself(made: Built) -> None:
    heading = notes(made, STEP)[0].find("h3")

    assert heading and heading.get_text() == "Here *so* <b> & {{ 1 + 1 }}"


@pytest.mark.parametrize("page", ["index", "roles"])
def test_a_page_without_a_place_for_notes_has_it_at_its_end(made: Built, page: str) -> None:
    (note,) = notes(made, "" if page == "index" else page)

    assert f"Ours on {page}." in note.get_text()


def test_a_page_that_is_left_out_stays_as_it_is(made: Built) -> None:
    assert not notes(made, "focus/understand-the-approach")


def test_a_fault_of_the_toolkit_is_told_in_two_lines(tmp_path: Path, builds: None) -> None:
    project = copy_project(tmp_path / "project")
    change(
        project / "macros/pages/home.py", "def whats_new(self) -> str:", "def whats_new(self) -> str:\n        1 // 0"
    )

    built = quick_build(project, "westhaven", pages=["index.md"])

    assert built.code and "Traceback" not in built.said
    assert "wrong in the toolkit itself (on the page index.md): ZeroDivisionError" in built.said
    assert "in whats_new" in (project / DETAILS).read_text("utf-8")


def test_a_source_that_a_note_names_must_be_there(project: Path) -> None:
    put(project, f"notes/{STEP}.md", 'Ours.\n\n{{ cite("lunch") }}\n')

    assert f"editions/westhaven/notes/{STEP}.md, line 3" in told(project)
    put(project, f"notes/{STEP}.md", "Ours.\n")
    assert read(project).notes[f"{STEP}.md"] == "Ours.\n"
