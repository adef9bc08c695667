"""The script that fills in the project's workbook: as many rows as there are, in formulas and charts too."""

from __future__ import annotations

import io
import json
import re
import zipfile
from datetime import datetime
from typing import Any

import pytest
from filelock import FileLock
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from macros.content.library import Library
from macros.documents.outputs import url_of
from macros.documents.project_questions import project_questions
from tests.support.builds import Built, SharedBuilds
from tests.support.libreoffice import converted
from tests.support.scripts import loaded, run

SUFFIXES = ("xlsx", "ods")
ROWS = 14  # twice what the blank sheets have
FILL = """
const { strToU8, strFromU8 } = need("vendor/fflate/fflate.js");
const { newAnswers, put } = need("shared/answers.js");
const { workbookValues } = need("project/workbook-values.js");
const answersOf = ({ id }) => {
  const answers = newAnswers();
  for (const [name, value] of Object.entries(given.answers[id] ?? {})) put(answers, "values", name, value, 1);
  return answers;
};
const values = workbookValues(given.questions, answersOf);
values.singles.set("project.community", { text: "Carers & <co>" });
const parts = Object.fromEntries(Object.entries(given.parts).map(([name, text]) => [name, strToU8(text)]));
need(given.filler).fill(parts, values);
return Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, strFromU8(part)]));
"""
TRAP = '=1+1 & "quoted" <b>\nnext  line'
READINGS = [("1 Helped", "2027-08-31", "46", "46"), ("1 Helped", "2027-02-25", "0", ""), ("1", "2027-05-31", "3", "3")]


def answers() -> dict[str, dict[str, Any]]:
    """What somebody wrote: more rows than the blank sheets have, of every kind."""
    measures = {
        "measures.1.measure": "1 Helped",
        "reading_guide.1.measure": "1 Helped",
        "reading_guide.1.better": "lower",
    }
    for number, (measure, day, value, people) in enumerate(READINGS * 5, 1):
        known = {"measure": measure, "day": day, "value": value, "people": people}
        measures |= {f"readings.{number}.{column}": text for column, text in known.items()}
    plan = {f"plan.{row}.start": f"2027-03-{row:02}" for row in range(1, ROWS + 1)}
    return {
        "partner-map": {
            "keep_until": "2027-05-04",
            "community": "Carers & <co>",
            "date": "2027-02-03",
            "missing": TRAP,
            **{f"partners.{row}.organisation": f"Partner {row}" for row in range(1, ROWS + 1)},
            "partners.2.reaches": TRAP,
            "partners.3.tier": "core",
        },
        "barriers-log": {f"barriers.{row}.barrier": f"Barrier {row}" for row in range(1, ROWS + 1)}
        | {f"barriers.{row}.type": "cost" for row in range(1, ROWS + 1)},
        "community-chooser": {f"scores.{row}.reach": str(row % 5 + 1) for row in range(1, ROWS + 1)},
        "funding-plan": {f"asks.{row}.amount": "£1,200.50" for row in range(1, ROWS + 1)},
        "staged-plan": plan,
        "action-and-learning-log": {"action_log.1.state": "stuck", "action_log.2.state": "on-track"},
        "indicator-table": measures,
    }


@pytest.fixture(scope="module")
def files(built: Built, library: Library) -> dict[str, bytes]:
    """Both kinds of file, as the site has them, filled in."""
    blanks = {suffix: built.site / url_of("project_workbook", suffix=suffix) for suffix in SUFFIXES}
    return {suffix: filled(blank.read_bytes(), suffix, library) for suffix, blank in blanks.items()}


def filled(blank: bytes, suffix: str, library: Library) -> bytes:
    """The blank workbook with the answers in it."""
    with zipfile.ZipFile(io.BytesIO(blank)) as archive:
        whole = {name: archive.read(name) for name in archive.namelist()}
    parts = {name: part.decode() for name, part in whole.items() if not name.endswith(".png")}
    filler = f"project/fill-{suffix}.js"
    engine = loaded("vendor/fflate/fflate.js", "shared/answers.js", "project/workbook-values.js", filler)
    given = {
        "questions": json.loads(project_questions(library)),
        "answers": answers(),
        "parts": parts,
        "filler": filler,
    }
    texts = engine.run(f"const given = {json.dumps(given)};\n{FILL}")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in whole:
            kind = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(name, texts.get(name, whole[name]), kind)
    return out.getvalue()


@pytest.fixture(scope="module")
def recalculated(files: dict[str, bytes], shared: SharedBuilds) -> dict[str, Workbook]:
    """Both, as LibreOffice opens them, works them out and saves them: once for all who test side by side."""
    folder = shared.folder / "filled-project"
    with FileLock(shared.folder / "filled-project.lock"):
        if not (folder / "out").exists():
            folder.mkdir(exist_ok=True)
            sources = [folder / f"{suffix}.{suffix}" for suffix in files]
            for source, content in zip(sources, files.values(), strict=True):
                source.write_bytes(content)
            converted(sources, "xlsx", folder)
    return {suffix: load_workbook(folder / "out" / f"{suffix}.xlsx", data_only=True) for suffix in files}


FORMS = pytest.mark.parametrize("form", SUFFIXES)


@FORMS
@pytest.mark.usefixtures("programs")
def test_every_row_is_there_and_what_counts_rows_counts_all(recalculated: dict[str, Workbook], form: str) -> None:
    book = recalculated[form]
    partners, scores, asks = book["4 Partners"], book["3 Score each community"], book["14 What to ask for"]

    assert [partners.cell(4 + row, 2).value for row in range(1, ROWS + 1)] == [f"Partner {row}" for row in range(1, 15)]
    assert [partners.cell(4 + row, 1).value for row in range(1, ROWS + 1)] == [*range(1, ROWS + 1)]
    assert partners.cell(6, 3).value.replace("\r", "") == TRAP
    assert partners.cell(7, 5).value == "Core"
    assert column(scores, 1)[-1] is None or "Average" in column(scores, 1)
    assert average(scores) == pytest.approx(sum(row % 5 + 1 for row in range(1, 15)) / 14)
    assert 14 * 1200.5 in column(asks, 3)
    assert book["12 Who does what, and when"].cell(4 + ROWS, 5).value == datetime(2027, 3, 14)


def column(sheet: Any, number: int) -> list[Any]:
    return [row[0].value for row in sheet.iter_rows(min_col=number, max_col=number)]


def average(sheet: Any) -> Any:
    return next(row[2].value for row in sheet.iter_rows() if row[0].value == "Average")


@FORMS
@pytest.mark.usefixtures("programs")
def test_the_overview_knows_the_community_the_rows_and_when_to_delete(
    recalculated: dict[str, Workbook], form: str
) -> None:
    rows = [[cell.value for cell in row] for row in recalculated[form]["Overview"].iter_rows()]
    partners = next(row for row in rows if row[3] == "4 Partners")

    assert "Carers & <co>" in [value for row in rows for value in row]
    assert partners[4:6] == [ROWS, datetime(2027, 5, 4)]
    assert next(row for row in rows if row[1] == "Earliest of these dates")[5] == datetime(2027, 5, 4)


@FORMS
@pytest.mark.usefixtures("programs")
def test_every_answer_outside_a_table_is_there_too(recalculated: dict[str, Workbook], form: str) -> None:
    rows = [[cell.value for cell in row] for row in recalculated[form]["Answers"].iter_rows()]
    written = {row[2]: row[4] for row in rows if row[1] == "Partner map" and row[4] is not None}

    assert {value for value in written.values() if isinstance(value, datetime)} == {datetime(2027, 2, 3)}
    assert {str(value).replace("\r", "") for value in written.values()} >= {"Carers & <co>", TRAP}


@FORMS
@pytest.mark.usefixtures("programs")
def test_charts_are_about_every_row_and_leave_small_groups_out(recalculated: dict[str, Workbook], form: str) -> None:
    book = recalculated[form]
    counted = {row[1].value: row[2].value for row in book["Charts"].iter_rows()}
    first = next(row for row in book["Charts"].iter_rows() if row[1].value == "1 Helped")
    points = [row[3].value for row in book["Results by date"].iter_rows(min_row=3) if isinstance(row[3].value, int)]

    assert (counted["Cost"], counted["Stuck"], counted["At risk"]) == (ROWS, 1, 0)
    assert [cell.value for cell in first[2:8]] == [
        *("Lower", 0, datetime(2027, 2, 25), 46, datetime(2027, 8, 31)),
        "Worse",
    ]
    assert points == [*[0] * 5, *[46] * 5]  # in the order of the days, without those of three people


@FORMS
@pytest.mark.usefixtures("programs")
def test_lists_offer_every_row_of_the_sheet_before(recalculated: dict[str, Workbook], form: str) -> None:
    book = recalculated[form]
    rules = {rule.formula1 for sheet in book for rule in sheet.data_validations.dataValidation}
    shown = {cell.value for row in book["Offered in lists"].iter_rows() for cell in row}

    assert f"'4 Partners'!$B$5:$B${4 + ROWS}" in rules
    assert {f"Barrier {row}" for row in range(1, ROWS + 1)} <= shown
    assert {"box_partner__map__partners__1__organisation", "table_partner__map__partners"} <= set(book.defined_names)
    seen = [sheet for sheet in book if sheet.sheet_state == "visible"]
    errors = [cell for sheet in seen for row in sheet.iter_rows() for cell in row if cell.data_type == "e"]
    assert errors == []


def test_charts_and_names_reach_to_the_last_row(files: dict[str, bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(files["xlsx"])) as archive:
        chart = archive.read("xl/charts/chart1.xml").decode()
        names = archive.read("xl/workbook.xml").decode()
    with zipfile.ZipFile(io.BytesIO(files["ods"])) as archive:
        open_chart = archive.read("Chart1/content.xml").decode()
    last = 2 + len(READINGS) * 5

    assert f"$'Results by date'.$D$3:$'Results by date'.$D${last}" in open_chart
    assert f"'Results by date'!$D$3:$D${last}" in chart
    assert f"table_partner__map__partners\">'4 Partners'!$A$4:$F${4 + ROWS}<" in names


@pytest.mark.parametrize(
    ("formula", "kind", "moved"),
    [
        ("SUM('A b'!$C$5:$C$11)", "excel", "SUM('A b'!$C$5:$C$18)"),
        ("C5:OFFSET(C12,-1,0)", "excel", "C5:OFFSET(C19,-1,0)"),
        ('IF(Other!C12="C12","",C4)', "excel", 'IF(Other!C12="C12","",C4)'),
        ("[$'A b'.$C$5:.$C$11]", "odf", "[$'A b'.$C$5:.$C$18]"),
        ("$'A b'.$C$5:$'A b'.$C$11", "odf", "$'A b'.$C$5:$'A b'.$C$18"),
        ("IF([.C12]=&quot;[.C12]&quot;;1;0.5)", "odf", "IF([.C19]=&quot;[.C12]&quot;;1;0.5)"),
    ],
)
def test_places_move_with_their_table_and_texts_do_not(formula: str, kind: str, moved: str) -> None:
    body = """
const growths = new Map([["A b", { last: 11, more: 7 }]]);
return module.mover(growths, given.kind)(given.formula, "A b");
"""
    assert run("project/references.js", body, formula=formula, kind=kind) == moved


def test_a_row_that_is_copied_speaks_of_itself() -> None:
    excel = "module.copied('SUM(C11,$D$11,C1,X!C11)', 11, 12, 'excel')"
    odf = "module.copied('[.C11]+[$A.C11]', 11, 12, 'odf')"

    assert run("project/references.js", f"return [{excel}, {odf}];") == ["SUM(C12,$D$11,C1,X!C11)", "[.C12]+[$A.C11]"]


def test_both_kinds_of_file_keep_what_xml_cannot_hold_out() -> None:
    assert run("project/references.js", r"return module.escaped('a\u0001 & <b> \u2028');") == "a &amp; &lt;b&gt; \u2028"
    assert not re.search(r"[\x00-\x08]", str(run("project/references.js", r"return module.escaped('\u0007');")))
