"""A macro on a page that has nothing to show for it is told before the build, with page, line and what to do."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from macros.content.library import Library
from macros.content.macro_places import NEEDS
from macros.core.problems import ContentError
from macros.pages.context import PageContext
from macros.pages.stages import StageMacros
from macros.pages.worksheets import WorksheetMacros
from tests.support.westhaven import change, read, told

OTHER = {"steps": "docs/sustain.md", "checklist": "docs/focus/index.md"}  # else a page of no kind of its own


def test_a_macro_on_another_kind_of_page_is_told(project: Path) -> None:
    lines = {}
    for macro in NEEDS:
        file = OTHER.get(macro, "docs/glossary.md")
        text = (project / file).read_text("utf-8")
        (project / file).write_text(f"{text}\n{{{{ {macro}( ) }}}}\n", "utf-8")
        lines[macro] = f"{file}, line {text.count(chr(10)) + 2}\n"

    _, *faults = told(project, "toolkit").split("\n\n")

    assert len(faults) == len(NEEDS)
    for macro, place in lines.items():
        [fault] = [fault for fault in faults if place in f"{fault}\n"]
        assert f"“{{{{ {macro}() }}}}” cannot be used on this page." in fault, macro
        assert NEEDS[macro].fix in fault and fault.count("How to fix it") == 1, macro


def test_a_macro_in_a_note_is_told_with_the_notes_file(project: Path) -> None:
    note = project / "editions/westhaven/notes/about.md"
    note.write_text("{{ way_on() }}\n", "utf-8")

    assert "editions/westhaven/notes/about.md, line 1" in told(project)


@pytest.mark.parametrize("macro", ["way_on", "steps", "checklist", "case", "worksheets"])
def test_a_macro_that_is_drawn_there_all_the_same_names_the_page(library: Library, macro: str) -> None:
    documents: Any = None
    page = SimpleNamespace(url="about/", file=SimpleNamespace(src_uri="about.md"))
    here = PageContext(library, documents, lambda: page)
    macros: Any = WorksheetMacros(here) if macro == "worksheets" else StageMacros(here)

    with pytest.raises(ContentError, match=r"docs/about.md\n.*cannot be used on this page"):
        getattr(macros, macro)()


def test_a_page_off_the_way_is_no_stop_of_it(library: Library) -> None:
    with pytest.raises(KeyError, match=r"about\.md"):
        library.outline.around("about.md")


def test_a_step_outside_the_stages_may_show_the_way_on(project: Path) -> None:
    change(project / "docs/sustain.md", "{{ way_on() }}", "{{ way_on() }}\n\n{{ way_on() }}")

    assert read(project, "toolkit").outline.around("sustain.md")
