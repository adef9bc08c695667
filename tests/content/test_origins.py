"""What a worksheet takes from others is there, fits, and does not lead back to itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.content.library import Library, read_library
from macros.content.nav_file import read_nav
from macros.content.origin_checks import taken_places
from macros.core.problems import ContentError
from macros.models.tables import Table
from macros.pages.handed_on import handed_on

PLAN, GRID = "staged-plan", "opportunity-grid"
ACTION = "from: {worksheet: opportunity-grid, table: ideas, column: idea}}"


def problems(root: Path) -> str:
    """What the build says of the project in ``root``."""
    with pytest.raises(ContentError) as raised:
        read_library(root, "toolkit", read_nav(root))
    return str(raised.value)


def change(root: Path, sheet: str, old: str, new: str) -> int:
    """Write ``new`` for ``old`` in a sheet's definition; returns the line where it stands."""
    path = root / f"templates/worksheets/{sheet}.yml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    return text[: text.index(old)].count("\n") + 1


@pytest.mark.parametrize(
    ("written", "message"),
    [
        (
            "{worksheet: opportunity-grids, table: ideas, column: idea}",
            "There is no worksheet called “opportunity-grids”",
        ),
        (
            "{worksheet: opportunity-grid, table: ideas, column: ideal}",
            "No answer is called “opportunity-grid.ideas.ideal”",
        ),
        ("{worksheet: opportunity-grid, table: ideas}", "“from” does not name one place"),
        ("{worksheet: opportunity-grid, field: kept, row: one}", "“from” names a row without a table"),
        ("{worksheet: opportunity-grid, field: kept, project: role}", "“from” names the project and a worksheet"),
        ("{worksheet: mandate-on-a-page, table: who_does_what, column: agreed}", "is of kind “tick”"),
        ("{worksheet: mandate-on-a-page, table: who_does_what, row: nobody, column: role}", "No answer is called"),
    ],
)
def test_a_broken_from_stops_the_build_with_its_file_and_line(project: Path, written: str, message: str) -> None:
    line = change(project, PLAN, ACTION, f"from: {written}}}")
    text = problems(project)

    assert message in text
    assert f"templates/worksheets/{PLAN}.yml, line {line}" in text


def test_two_sheets_that_take_from_each_other_stop_the_build(project: Path) -> None:
    column = "from: {worksheet: asset-map, table: assets, column: offers}}"
    line = change(project, GRID, column, "from: {worksheet: staged-plan, table: plan, column: action}}")
    text = problems(project)

    assert "goes in a circle" in text and "“staged-plan.plan.action”" in text
    assert f"{GRID}.yml, line {line}" in text or f"{PLAN}.yml, line" in text


def test_a_choice_takes_nothing_from_elsewhere(project: Path) -> None:
    change(project, PLAN, "options: [Start, Build, Embed], ", f"options: [Start, Build, Embed], {ACTION[:-1]}, ")
    assert "A field of kind “choice” cannot have “from”" in problems(project)


def test_rows_go_only_into_columns_that_are_there_and_tables_that_grow(project: Path) -> None:
    change(project, PLAN, "into: [action, owner]", "into: [action, who]")
    rows = "rows_from: {worksheet: partner-map, table: partners, columns: {role: organisation}, what: the partners}"
    change(project, "mandate-on-a-page", "        row_labels:", f"        {rows}\n        row_labels:")
    text = problems(project)

    assert "“rows_from” fills “who”, which is not a column" in text or "this table has fixed ones" in text


def test_every_sheet_of_an_officer_offers_the_community_and_the_role(library: Library) -> None:
    for name, worksheet in library.worksheets.items():
        offers = handed_on(library, name).get("offers", {})
        assert ("community" in offers and "completed_by" in offers) is not worksheet.for_residents


def test_what_a_council_left_out_is_not_offered(library: Library) -> None:
    assert f"{GRID}.ideas.idea" in handed_on(library, PLAN)["offers"]["plan.action"]
    library.unused_worksheets[GRID] = "left out"
    try:
        handed = handed_on(library, PLAN)
        assert "plan.action" not in handed["offers"]
        assert "plan" not in handed["rows"] and GRID not in handed["titles"]
    finally:
        del library.unused_worksheets[GRID]


# The chain of a project, place by place: what each sheet hands on.
CHAIN = {
    "community-chooser.communities.community_name": [f"{PLAN}.community", "persona.community", "report-pack.community"],
    "community-chooser.communities.size": ["community-chooser.size"],
    "community-chooser.daily_life": ["persona.life"],
    "partner-map.partners.organisation": [
        "partner-map.conversations.partner",
        "partnership-statement.roles.partner",
        f"{PLAN}.plan.owner",
        "asset-map.assets.owner",
        "indicator-table.keepers.keeper",
    ],
    "barriers-log.barriers.barrier": [f"{GRID}.ideas.barrier"],
    "asset-map.assets.offers": [f"{GRID}.ideas.idea"],
    f"{GRID}.kept": [f"{PLAN}.plan.action", f"{PLAN}.plan.owner"],
    f"{PLAN}.plan.action": [
        "action-and-learning-log.action_log.action",
        "action-and-learning-log.signs.action",
        "outcomes-ladder.chain.action",
        "funding-plan.asks.need",
    ],
    f"{PLAN}.plan.owner": ["action-and-learning-log.signs.keeper"],
    "outcomes-ladder.ladder.sign": ["indicator-table.measures.measure"],
    "indicator-table.measures.measure": ["indicator-table.keepers.measure", "report-pack.figures.figure"],
    "indicator-table.measures.counts": ["report-pack.figures.counts"],
    "action-and-learning-log.learning_log.change": ["report-pack.learned"],
    "evaluation-purpose.statement": ["report-pack.limits"],
}


def test_the_chain_from_the_community_to_the_report_is_joined_at_every_place(library: Library) -> None:
    edges = {
        (taken.origin.place, taken.place)
        for name, worksheet in library.worksheets.items()
        for taken in taken_places(name, worksheet)
        if not taken.origin.project
    }
    wanted = {(source, target) for source, targets in CHAIN.items() for target in targets}

    assert sorted(wanted - edges) == []


def test_what_is_written_out_of_a_definition_can_be_read_in_again(library: Library) -> None:
    for worksheet in library.worksheets.values():
        assert type(worksheet).model_validate(worksheet.model_dump()) == worksheet
    tables = [field for sheet in library.worksheets.values() for field in sheet.fields() if isinstance(field, Table)]
    assert any(table.rows_from for table in tables)


# The same chain by rows: which table's rows, or which answer's lines, come into a table with one press.
ROWS = {
    ("partner-map.partners", "partner-map.conversations"),
    ("partner-map.partners", "partnership-statement.roles"),
    ("barriers-log.barriers", f"{GRID}.ideas"),
    (f"{GRID}.kept", f"{PLAN}.plan"),
    (f"{PLAN}.plan", "action-and-learning-log.action_log"),
    (f"{PLAN}.plan", "action-and-learning-log.signs"),
    (f"{PLAN}.plan", "funding-plan.asks"),
    ("outcomes-ladder.ladder", "indicator-table.measures"),
    ("indicator-table.measures", "indicator-table.keepers"),
    ("indicator-table.measures", "report-pack.figures"),
}


def test_rows_that_were_kept_come_into_the_next_sheet_with_one_press(library: Library) -> None:
    tables = [
        (name, table)
        for name, sheet in library.worksheets.items()
        for table in sheet.fields()
        if isinstance(table, Table)
    ]
    presses = {
        (f"{origin.worksheet}.{origin.table or origin.field}", f"{name}.{table.id}")
        for name, table in tables
        for origin in table.rows_from
    }

    assert sorted(ROWS - presses) == []


def test_the_community_is_offered_on_every_sheet_from_the_project_and_from_the_chooser(library: Library) -> None:
    sheets = [worksheet for worksheet in library.worksheets.values() if not worksheet.for_residents]
    fields = [field for worksheet in sheets for field in worksheet.fields() if field.id == "community"]
    wanted = {"community", "community-chooser.communities.community_name"}

    assert len(fields) == len(sheets) > 20
    assert [field for field in fields if not wanted <= {origin.place for origin in field.taken_from}] == []
