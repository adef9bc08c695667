"""Every writer knows every kind of field: a kind that one of them lacks is told by the writer's name."""

from __future__ import annotations

import json
import re
from collections.abc import Collection
from typing import get_args

import pytest

from macros.content.library import Library
from macros.documents import formats
from macros.documents.excel.parts import NUMBER_FORMATS
from macros.documents.excel.workbook import VALIDATION_RULES
from macros.documents.odf.spreadsheet_parts import CONDITIONS
from macros.documents.workbook.inputs import INPUTS
from macros.documents.workbook.model import CELL_STYLES, CheckKind
from macros.models.fields import FIELD_KINDS
from macros.models.kinds import ByKind, lacking, missing
from macros.paths import VIEWS
from macros.rendering.views import _environment
from tests.conftest import ROOT
from tests.support.worksheet_names import EVERY_KIND, NAMES

assert formats  # every writer is loaded by it, so that ByKind knows its tables

VIEW = _environment().get_template("worksheet/worksheet-fields.html").module
SCHEMA = json.loads((ROOT / ".schemas/worksheet.json").read_text("utf-8"))
JS = ROOT / "overrides/assets/js"
SCRIPTS = {
    "worksheet/boxes.js": "Scripts of the page",
    "worksheet/csv.js": "The CSV file",
    "worksheet/word-control.js": "The answers in Word",
    "worksheet/open-text.js": "The answers in an OpenDocument text",
    "worksheet/cell-values.js": "The answers in a spreadsheet",
    "project/workbook-values.js": "The answers in the workbook of a project",
}


def known_to_script(name: str) -> list[str]:
    """The kinds in a script's table, which stands in it as "const KINDS = {" with a kind a line."""
    _, _, table = (JS / name).read_text("utf-8").partition("const KINDS = {\n")
    assert table, f"{name} has no table of kinds"
    return re.findall(r"^  (\w+)[:,]", table.partition("\n};")[0], re.MULTILINE)


WRITERS: dict[str, Collection[str]] = {
    **{table.writer: table for table in ByKind.ALL},
    "The page": VIEW.page_boxes,
    "The PDF": VIEW.paper_boxes,
    "The label of a box": VIEW.labelled,
    **{writer: known_to_script(name) for name, writer in SCRIPTS.items()},
    "The schema of fields": SCHEMA["$defs"]["Section"]["properties"]["fields"]["items"]["discriminator"]["mapping"],
    "The schema of columns": SCHEMA["$defs"]["Table"]["properties"]["columns"]["items"]["discriminator"]["mapping"],
}


def faults(writers: dict[str, Collection[str]]) -> list[str]:
    return [missing(writer, kinds) for writer, known in writers.items() if (kinds := lacking(known))]


def test_every_form_has_a_table() -> None:
    for writer in ("The Word form", "The OpenDocument text", "The plan of the spreadsheets", "The page", "The PDF"):
        assert writer in WRITERS


def test_every_script_with_a_table_of_kinds_is_asked() -> None:
    tables = {
        path.relative_to(JS).as_posix() for path in JS.rglob("*.js") if "\n  long_text:" in path.read_text("utf-8")
    }

    assert tables == set(SCRIPTS)


def test_a_script_counts_as_numbers_what_the_models_do() -> None:
    _, _, listed = (JS / "bring-in/tabs.js").read_text("utf-8").partition("const NUMBERS = new Set(")

    assert set(json.loads(listed.partition(")")[0])) == {kind for kind, field in FIELD_KINDS.items() if field.is_number}


def test_every_writer_knows_every_kind() -> None:
    """The only test that fails where an entry is missing: it names the writer and the kind."""
    assert faults(WRITERS) == []


@pytest.mark.parametrize("writer", WRITERS)
@pytest.mark.parametrize("kind", ["text", "scale"])
def test_a_writer_that_lacks_a_kind_is_named(writer: str, kind: str) -> None:
    less = [known for known in FIELD_KINDS if known != kind]  # not its own: what it lacks is told above, once

    assert faults({writer: less}) == [f"{writer} does not know the field kind “{kind}”. Add an entry for it."]


@pytest.mark.parametrize("table", ByKind.ALL, ids=lambda table: table.writer)
def test_a_kind_that_is_missing_is_never_drawn_as_another(
    table: ByKind[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(table, "scale", raising=False)

    with pytest.raises(LookupError, match=f"{table.writer} does not know the field kind “scale”"):
        table["scale"]


def test_both_spreadsheets_know_every_check_and_every_way_to_show_a_number() -> None:
    open_styles = (VIEWS / "office/open-sheet-styles.xml").read_text("utf-8")
    shown = {style.format for style in CELL_STYLES.values()} - {""}

    assert set(VALIDATION_RULES) == set(CONDITIONS) == set(get_args(CheckKind))
    assert [
        name for name in shown if name not in NUMBER_FORMATS or f'style:name="format-{name}"' not in open_styles
    ] == []
    assert [kind for kind, cell in INPUTS.items() if cell.style not in CELL_STYLES] == []


def test_no_script_asks_the_control_what_only_the_kind_can_say() -> None:
    for path in (ROOT / "overrides/assets/js").rglob("*.js"):
        assert not re.search(r"\.type [!=]== \"(number|date|select-one|text)\"", path.read_text("utf-8")), path.name


def test_the_worksheets_that_tests_look_at_use_every_kind(library: Library) -> None:
    def kinds(names: Collection[str]) -> set[str]:
        sheets = [library.worksheets[name] for name in names]
        tables = [field for sheet in sheets for field in sheet.fields() if field.kind == "table"]
        pictures = {table.picture.kind for table in tables if table.picture}
        rows = {"named rows" if table.row_labels else "rows" for table in tables}
        return (
            {box.field.kind for sheet in sheets for box in sheet.boxes()}
            | pictures
            | rows
            | {sheet.orientation for sheet in sheets}
        )

    assert kinds(EVERY_KIND) == kinds(NAMES) >= set(FIELD_KINDS)


def test_a_sum_is_of_a_kind_that_there_is() -> None:
    assert {field.sums for field in FIELD_KINDS.values()} - {""} <= set(FIELD_KINDS)
