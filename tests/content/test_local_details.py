"""What only a council can settle: its words stand on pages and in papers, and what it has not settled is listed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from macros.content.library import Library
from macros.content.local_details import CALLED, local_details
from macros.content.papers import setting_of
from macros.pages.context import PageContext
from macros.pages.local_details import LocalDetailMacros
from tests.support.westhaven import change, put, read, told

DESK = "the duty <desk>, 0191 498 0001"


def macro(library: Library) -> LocalDetailMacros:
    documents: Any = None
    return LocalDetailMacros(PageContext(library, documents, lambda: SimpleNamespace(url="", file=None)))


def settled(library: Library) -> Library:
    return replace(library, edition=library.edition.model_copy(update={"local": {"safeguarding": DESK}}))


def test_every_detail_stands_somewhere_and_names_its_files(library: Library) -> None:
    details = list(local_details(library.edition, library.strings, library.page_files, library.papers))

    assert all(detail.files for detail in details)
    safeguarding = next(detail for detail in details if detail.key == "safeguarding")
    assert {"docs/safety-scams-and-ai.md", "templates/papers/incident-note.yml"} <= set(safeguarding.files)


def test_pages_have_general_words_until_it_is_settled(library: Library) -> None:
    assert "-->your safeguarding lead<!--" in macro(library).local("safeguarding")
    assert "-->Your safeguarding lead<!--" in macro(library).local("safeguarding", start=True)
    assert "-->The duty &#60;desk" in macro(settled(library)).local("safeguarding", start=True)


def test_a_papers_gap_is_filled_by_it(library: Library) -> None:
    assert setting_of(library.edition, "local.safeguarding") == ""
    assert setting_of(settled(library).edition, "local.safeguarding") == DESK


@pytest.mark.parametrize(
    ("plant", "place", "message"),
    [
        (
            lambda project: change(
                project / "editions/westhaven/edition.yml", "hide:", "local: {safegarding: x}\nhide:"
            ),
            "editions/westhaven/edition.yml, line 10",
            "uses a local detail “safegarding”",
        ),
        (
            lambda project: put(project, "notes/sustain.md", 'Ours.\n\nRing {{ local("safegarding") }}.\n'),
            "editions/westhaven/notes/sustain.md, line 3",
            "no local detail “safegarding”",
        ),
        (
            lambda project: change(
                project / "templates/papers/incident-note.yml", "local.safeguarding", "local.safegarding"
            ),
            "templates/papers/incident-note.yml",
            "no local detail “safegarding”",
        ),
    ],
)
def test_an_unknown_detail_is_told(project: Path, plant: Any, place: str, message: str) -> None:
    plant(project)

    problems = told(project)

    assert place in problems and message in problems and "Did you mean “safeguarding”?" in problems


def test_a_settled_detail_is_read(project: Path) -> None:
    change(project / "editions/westhaven/edition.yml", "hide:", "local: {safeguarding: our desk}\nhide:")

    assert read(project).edition.local == {"safeguarding": "our desk"}


def test_a_call_is_seen_however_it_is_written() -> None:
    assert CALLED.findall("""{{local('a')}} {{ local("b", start=True) }}""") == ["a", "b"]
