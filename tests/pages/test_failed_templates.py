"""What fails only when a page is drawn is told in the note's own file and line, and a macro's failure is ours."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from jinja2 import Environment, StrictUndefined

from macros.content.library import Library
from macros.core.parsing import ParsedFile
from macros.pages.failed_templates import failed_template
from macros.pages.notes import with_note

NOTE = "editions/millbeck/notes/roles.md"


def fails() -> str:
    raise ValueError("ours")


def told(library: Library, note: str) -> Any:
    source = ParsedFile(NOTE, {}, note, text_line=1)
    library = replace(library, notes={"roles.md": note}, note_files={"roles.md": source})
    markdown = with_note(library, "roles.md", "# Roles\n\nWords.")
    env = Environment(undefined=StrictUndefined, autoescape=True)
    try:
        env.from_string(markdown).render(fails=fails)
    except Exception as error:
        return failed_template(library, "roles.md", markdown, error)
    raise AssertionError("nothing failed")


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ("{{ 7 / 0 }}", "division by zero"),
        ("{{ [1][7] }}", "no element 7"),
        ('{{ "a" + 1 }}', "str"),
        ("{{ 1() }}", "call"),
    ],
)
def test_the_notes_file_and_line_are_told(library: Library, wrong: str, reason: str) -> None:
    problem = told(library, f"First.\n\nWe have {wrong} hubs.\n")
    assert problem.file == NOTE and problem.line == 3
    assert wrong in problem.message and reason in problem.message


def test_a_macro_that_fails_is_the_toolkits_own_fault(library: Library) -> None:
    assert told(library, "A.\n\n{{ fails() }}\n") is None
