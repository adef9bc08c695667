"""Whatever is typed comes out as itself in every document that is drawn from it, whatever program opens it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from macros.content.library import Library
from macros.documents import model_sheets, project_workbook, worksheet_pdf
from macros.documents.formats import FORMATS
from macros.documents.papers.formats import PAPER_FORMATS, forms_of
from macros.documents.store import Documents
from macros.rendering.paper_outline import outline_paper
from tests.support.awkward import SLUG, plant
from tests.support.awkward_documents import check_document
from tests.support.builds import copy_project
from tests.support.westhaven import read

pytestmark = pytest.mark.usefixtures("draws")


@pytest.fixture(scope="module")
def marks() -> list[str]:
    """The mark of each place where something was typed."""
    return []


@pytest.fixture(scope="module")
def awkward(tmp_path_factory: pytest.TempPathFactory, marks: list[str]) -> Library:
    """The awkward edition, read."""
    project = copy_project(tmp_path_factory.mktemp("awkward") / "project", drawn=False)
    marks += plant(project)
    return read(project, SLUG)


@pytest.fixture(scope="module")
def documents(awkward: Library) -> Documents:
    return Documents(awkward, "https://awkward.example/")


@pytest.mark.parametrize("form", ["pdf", "word", "open_text", "spreadsheet", "open_sheet"])
@pytest.mark.parametrize("filled", [False, True])
def test_a_worksheet_holds_what_was_typed(awkward: Library, marks: list[str], form: str, filled: bool) -> None:
    colophon = Documents(awkward, "").colophon("worksheets/awkward-sheet/")

    content = FORMATS[form].draw(awkward.worksheets["awkward-sheet"], colophon, filled)

    check_document(
        content, marks, {"Sheet·", "Text·", *(["Answer·"] if filled else []), *(["Council·"] if form != "pdf" else [])}
    )


def test_the_short_form_of_a_worksheet_holds_what_was_typed(
    awkward: Library, documents: Documents, marks: list[str]
) -> None:
    colophon = documents.colophon("worksheets/awkward-sheet/")

    content = worksheet_pdf.draw_short(awkward.worksheets["awkward-sheet"], colophon, False)

    check_document(content, marks, {"Sheet·", "Text·"})


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("awkward-email", {"Mail·", "GapMailpart·", "GapMailline·", "Gapsubject·"}),
        ("awkward-slides", {"Deck·", "GapDeckpart·", "GapDeckline·", "Gapnotes·"}),
    ],
)
def test_a_paper_holds_what_was_typed(
    awkward: Library, documents: Documents, marks: list[str], name: str, wanted: set[str]
) -> None:
    paper = awkward.papers[name]
    outline = outline_paper(paper, awkward.edition, awkward.figures, awkward.sources, awkward.strings)

    for form in forms_of(paper):
        content = PAPER_FORMATS[form].draw(outline, documents.colophon(f"papers/{name}/"))
        untitled = {"Mail·", "Deck·"} if form == "text" else set()  # plain text is pasted into an email
        check_document(content, marks, wanted - untitled)


@pytest.mark.parametrize("draw", [project_workbook.draw_excel, project_workbook.draw_open])
def test_the_workbook_of_a_project_holds_what_was_typed(
    awkward: Library, documents: Documents, marks: list[str], draw: Callable[..., bytes]
) -> None:
    worksheets = ((awkward.worksheets["awkward-sheet"], awkward.front_matters["sustain.md"].title),)

    check_document(draw(worksheets, documents.colophon("project/")), marks, {"Sheet·", "Table·", "Column·", "Step·"})


@pytest.mark.parametrize(
    ("kind", "wanted"),
    [("checklists", {"Step·", "Itemx·"}), ("checklists_folded", {"Stage·", "Step·", "Itemx·"}), ("poster", {"Stage·"})],
)
def test_the_model_on_few_sheets_holds_what_was_typed(
    awkward: Library, documents: Documents, marks: list[str], kind: str, wanted: set[str]
) -> None:
    content = model_sheets.draw(kind, model_sheets.model_lines(awkward), documents.colophon("checklists/"))

    check_document(content, marks, wanted)
