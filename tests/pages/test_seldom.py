"""What a page seldom is: without papers, without a map of partners, of a pack that is left out, of an edition's own."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from macros.charts.static import still
from macros.content.library import Library
from macros.models.tables import Table
from macros.pages.failed_templates import TEMPLATE, failed_template
from macros.pages.hidden_pages import hidden_pages
from macros.pages.papers import PaperMacros
from macros.pages.project import asset_rings
from macros.pages.stages import StageMacros


def test_a_step_without_papers_shows_none(library: Library) -> None:
    step = next(step.front_matter for step in library.outline.steps() if not step.front_matter.papers)
    here: Any = SimpleNamespace(front_matter=step, path="a.md")

    assert PaperMacros(here).papers() == ""


def test_where_an_edition_has_no_map_of_assets_nothing_is_handed_on(library: Library) -> None:
    assert asset_rings(library)
    assert asset_rings(replace(library, worksheets={})) is None


def test_a_table_without_a_picture_has_none(library: Library) -> None:
    sheets = [(sheet, field) for sheet in library.worksheets.values() for field in sheet.fields()]
    sheet, table = next((sheet, field) for sheet, field in sheets if isinstance(field, Table) and not field.picture)

    assert still(sheet, table, {}) is None


def test_a_pack_that_begins_at_a_hidden_step_says_why_it_is_not_there(library: Library) -> None:
    pack = library.packs["lone-officer"]
    path = pack.steps[0].step
    hidden = replace(library, hidden={path: "We do it elsewhere."}, unused_packs={"lone-officer": pack})

    pages = hidden_pages(hidden)

    assert "We do it elsewhere." in pages["pick/lone-officer.md"] and path in pages


@pytest.mark.parametrize(("path", "file"), [("roles.md", "docs/roles.md"), ("made/by-the-build.md", None)])
def test_curly_brackets_that_nobody_wrote_so_are_told_with_their_page(
    library: Library, path: str, file: str | None
) -> None:
    try:
        exec(compile("1 / 0", TEMPLATE[0], "exec"), {})
    except ZeroDivisionError as error:
        problem = failed_template(library, path, "{{ 1 / 0 }} by no file", error)

    assert (problem.file if problem else None) == file


def test_a_page_of_an_editions_own_says_whose_it_is(library: Library) -> None:
    seen = []
    page = SimpleNamespace(original=None, own=True)
    here: Any = SimpleNamespace(
        library=SimpleNamespace(
            outline=SimpleNamespace(find=lambda _: None, stages=[]),
            strings=library.strings,
            pages={"ours.md": page},
            edition=SimpleNamespace(publisher="Anytown Council"),
        ),
        path="ours.md",
        front_matter=SimpleNamespace(title="Ours"),
        view=lambda name, **values: seen.append(values.get("outside")) or "",
    )

    StageMacros(here).opening()
    page.own = False
    StageMacros(here).opening()

    assert [outside for outside in seen if outside is not None] == [
        library.strings["edition"]["own"].format(council="Anytown Council"),
        "",
    ]
