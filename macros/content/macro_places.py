"""On which kinds of page a macro may stand, where it shows something that other pages do not have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from macros.content.loaded import Loaded
from macros.core.problems import Problem
from macros.models.pages import CaseFrontMatter, FrontMatter, StageFrontMatter, StepFrontMatter

CALL = re.compile(r"\{\{\s*(?P<macro>\w+)\(\s*\)\s*\}\}")


@dataclass(frozen=True)
class Need:
    """The front matter of the pages on which a macro may stand, and what to do where it stands on another."""

    front_matters: tuple[type[FrontMatter], ...]
    fix: str


ON_THE_WAY = (StageFrontMatter, StepFrontMatter)
NEEDS = {
    "opening": Need(ON_THE_WAY, "Only a stage or a step begins with this: write “# ” and the page's title instead."),
    "way_on": Need(ON_THE_WAY, "Only a stage or a step has a step before and after it: delete the line."),
    "steps": Need((StageFrontMatter,), "Only a stage's overview has steps: delete the line."),
    "checklist": Need((StepFrontMatter,), "Only a step has a checklist: delete the line, or link to the step."),
    "worksheets": Need((StepFrontMatter,), "Only a step has worksheets: delete the line, or link to “worksheets/”."),
    "seen_in": Need((StepFrontMatter,), "Only a step has cases that show it: delete the line."),
    "case": Need((CaseFrontMatter,), "Only a case has these facts: delete the line, or move the page to cases/."),
}


def misplaced(file: str, macro: str, line: int = 0) -> Problem:
    """The problem of ``macro``, a key of ``NEEDS``, on a page in ``file`` that has nothing to show for it."""
    return Problem(file, line, f"“{{{{ {macro}() }}}}” cannot be used on this page.", NEEDS[macro].fix)


def misplaced_macros(loaded: Loaded) -> Iterator[Problem]:
    """Every macro in a page or note that its kind of page has nothing to show for."""
    for sources in (loaded.page_files, loaded.notes):
        for path, source in sources.items():
            front_matter = loaded.front_matters.get(path)
            for number, line in source.template_lines:
                for call in CALL.finditer(line):
                    need = NEEDS.get(call["macro"])
                    if need and front_matter and not isinstance(front_matter, need.front_matters):
                        yield misplaced(source.file, call["macro"], number)
