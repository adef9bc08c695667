"""What the worksheets ask: little enough to write by hand, and of residents nothing that is an officer's to say."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from macros.content.library import Library, read_library
from macros.content.nav_file import read_nav
from macros.content.redirects import Redirects, follow_redirects
from macros.core.parsing import ParsedFile
from macros.core.problems import ContentError
from macros.models.pages import StepFrontMatter
from macros.models.tables import Table
from macros.models.worksheets import Worksheet
from macros.rendering.field_labels import Strings, label

MOST_COLUMNS = 5
OFFICERS = {"completed_by", "next", "community"}
PUBLISHERS = {"edition-test", "launch-run-sheet", "testimonial-request"}


def too_wide(worksheet: Worksheet) -> list[str]:
    """Tables that ask somebody to write in too many columns."""
    tables = [field for field in worksheet.fields() if isinstance(field, Table)]
    return [table.id for table in tables if len(table.columns) > MOST_COLUMNS]


def called_alike(worksheet: Worksheet, strings: Strings) -> set[str]:
    """What two boxes are called, on the page and in every form: nobody who hears it could tell one from the other."""
    counts = Counter(label(box, strings) for box in worksheet.boxes())
    return {name for name, count in counts.items() if count > 1}


def officers(worksheet: Worksheet) -> set[str]:
    """What a worksheet asks of the officer who fills it in."""
    return OFFICERS & {field.id for field in worksheet.fields()}


def test_no_table_asks_for_more_than_five_columns(library: Library) -> None:
    assert {name: too_wide(worksheet) for name, worksheet in library.worksheets.items() if too_wide(worksheet)} == {}


def test_a_table_that_is_too_wide_is_found(library: Library) -> None:
    worksheet = library.worksheets["partner-map"]
    data = worksheet.model_dump()
    table = next(field for section in data["sections"] for field in section["fields"] if field["id"] == "partners")
    table["columns"].append({"id": "more", "kind": "text", "label": "More"})

    assert too_wide(Worksheet.model_validate(data)) == ["partners"]


def asked_twice(worksheet: Worksheet) -> list[str]:
    """Columns that ask for the names of an earlier table again, where the number of a row could do."""
    tables = {field.id: field for field in worksheet.fields() if isinstance(field, Table)}
    order = list(tables)
    return [
        f"{table.id}.{column.id}"
        for at, table in enumerate(tables.values())
        for column in table.columns
        for origin in column.taken_from
        if origin.worksheet == worksheet.id
        and origin.table in order[:at]
        and not (table.numbered and tables[origin.table].numbered)
        and "number" not in (column.help or "")
    ]


def test_names_are_asked_for_once(library: Library) -> None:
    assert {
        name: asked_twice(worksheet) for name, worksheet in library.worksheets.items() if asked_twice(worksheet)
    } == {}


def test_a_name_that_is_asked_for_twice_is_found(library: Library) -> None:
    data = library.worksheets["community-chooser"].model_dump()
    for field in (field for section in data["sections"] for field in section["fields"]):
        field.pop("numbered", None)

    assert asked_twice(Worksheet.model_validate(data)) == ["scores.community_name"]


def test_no_two_boxes_of_a_worksheet_are_called_alike(library: Library) -> None:
    alike = {name: called_alike(worksheet, library.strings) for name, worksheet in library.worksheets.items()}
    assert {name: labels for name, labels in alike.items() if labels} == {}
    data = library.worksheets["partner-map"].model_dump()
    tables = [field for section in data["sections"] for field in section["fields"] if "columns" in field]
    tables[0]["columns"][1]["label"] = tables[0]["columns"][0]["label"]
    assert "Organisation, row 1" in called_alike(Worksheet.model_validate(data), library.strings)


def test_worksheets_for_residents_ask_nothing_of_the_officer(library: Library) -> None:
    for_residents = {name for name, worksheet in library.worksheets.items() if worksheet.for_residents}
    assert for_residents == {"conversation-card", "short-survey"}
    assert not any(officers(library.worksheets[name]) for name in for_residents)
    assert officers(library.worksheets["partner-map"]) == OFFICERS


def test_every_worksheet_has_its_place_in_the_order_and_the_publishers_come_last(library: Library) -> None:
    order = library.worksheet_order()
    assert sorted(order) == sorted(library.worksheets)
    assert set(order[-3:]) == PUBLISHERS


def test_every_field_of_every_worksheet_has_its_example(library: Library) -> None:
    empty = {
        f"{name}: {field.id}"
        for name, worksheet in library.worksheets.items()
        for field in worksheet.fields()
        if field.id not in worksheet.example.values
    }
    assert empty == set()


def test_a_worksheet_that_takes_over_needs_its_old_page_to_lead_to_it(library: Library, project: Path) -> None:
    moved = project / "templates/moved.yml"
    text = moved.read_text("utf-8")
    line = "  worksheets/engagement-plan.md: worksheets/partner-map.md\n"
    assert line in text
    moved.write_text(text.replace(line, ""), "utf-8")

    with pytest.raises(ContentError) as error:
        read_library(project, "toolkit", read_nav(project))

    (problem,) = error.value.problems
    assert problem.file == "templates/worksheets/partner-map.yml" and problem.line
    assert "“engagement-plan”" in problem.message and line.strip() in problem.fix


def test_an_edition_that_names_worksheets_of_old_names_those_of_today_once() -> None:
    moved = Redirects(moved={"worksheets/a.md": "worksheets/b.md"}, gone={"worksheets/c.md": "worksheets/index.md"})
    page = ParsedFile("page.md", {"worksheets": ["a", "b", "c", "d"], "title": "a"})

    assert follow_redirects(page, moved).data == {"worksheets": ["b", "d"], "title": "a"}


def test_an_edition_may_keep_a_worksheet_of_its_own_that_the_toolkit_has_no_more(project: Path) -> None:
    folder = project / "editions/toolkit/templates/worksheets"
    folder.mkdir(parents=True, exist_ok=True)
    text = (project / "templates/worksheets/persona.yml").read_text("utf-8")
    (folder / "community-profile.yml").write_text(text, "utf-8")
    page = project / "editions/toolkit/docs/focus/choose-the-community.md"
    page.parent.mkdir(parents=True, exist_ok=True)
    original = (project / "docs/focus/choose-the-community.md").read_text("utf-8")
    named = "\nworksheets: [community-chooser, community-profile]"
    page.write_text(re.sub(r"\nworksheets: .*", named, original), "utf-8")

    library = read_library(project, "toolkit", read_nav(project))

    assert "community-profile" in library.worksheets
    step = library.front_matters["focus/choose-the-community.md"]
    assert isinstance(step, StepFrontMatter) and step.worksheets == ["community-chooser", "community-profile"]
