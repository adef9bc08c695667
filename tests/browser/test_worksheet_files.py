"""What else a worksheet's page hands on: CSV, a file to load again, and paper."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from tests.support.at_once import checked, pressed
from tests.support.contexts import context_of
from tests.support.worksheet_page import (
    HOSTILE,
    box,
    downloaded,
    fill_all,
    load,
    opened,
    read_all,
    said,
    tool,
    write,
)

Opens = Callable[..., Page]


def test_csv_has_every_field_and_table_with_its_header(sheet: Opens) -> None:
    page = sheet("partner-map")
    typed = {"community": HOSTILE, "partners.1.organisation": 'Library, "main"\nThornmere', "partners.1.tier": "Core"}
    write(page, {**typed, "keep_until": "2027-03-09"})
    name, raw = downloaded(page, "Download as CSV")
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
    assert name.startswith("partner-map-toolkit-tom-b-mary-b-o-neil") and name.endswith(".csv")
    assert raw.startswith(b"\xef\xbb\xbf") and raw.count(b"\n") - raw.count(b"\r\n") == 1
    assert len({len(row) for row in rows}) == 1
    cells = [[cell for cell in row if cell] for row in rows]
    assert cells[0] == ["Partner map"] and ["Community", HOSTILE] in cells
    head = next(at for at, row in enumerate(rows) if row[0] == "Organisation")
    assert cells[head - 1] == ["Partners"] and cells[head][-1] == "Next step"
    assert rows[head + 1][0] == 'Library, "main"\nThornmere' and rows[head + 1][3] == "Core"
    assert ["Delete or review this sheet by", "2027-03-09"] in cells


def test_csv_names_rows_and_says_ticks_in_words(sheet: Opens) -> None:
    page = sheet("mandate-on-a-page")
    checked(box(page, "who_does_what.sponsor.agreed"))
    _, raw = downloaded(page, "Download as CSV")
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"))))
    head = next(at for at, row in enumerate(rows) if row[:3] == ["Topic", "Role or team", "Has agreed"])
    assert rows[head + 1][:3] == ["Sponsors it and speaks up for it", "", "Yes"]


def test_a_table_that_two_tabs_emptied_is_handed_on_without_rows(sheet: Opens) -> None:
    gone = {f"partners.{row}": {"value": False, "at": 9} for row in range(1, 8)}
    kept = json.dumps({"format": 1, "values": {}, "rows": gone})
    page = sheet("partner-map", {"partner-map": kept})
    expect(page.locator("[data-table=partners] tr[data-row]")).to_have_count(0)
    text = downloaded(page, "Download as CSV")[1].decode("utf-8-sig")
    assert "\nPartners," in text and "\nOrganisation,Contact and reach," in text
    assert json.loads(downloaded(page, "Save to a file")[1])["rows"]["partners"] == 0
    pressed(page.get_by_role("button", name="Add a row (Partners)"))
    expect(page.locator("[data-table=partners] tr[data-row]")).to_have_count(1)


def test_csv_never_runs_what_somebody_typed(sheet: Opens) -> None:
    page = sheet("partner-map")
    typed = ["=1+1", "+1", "-2", "@SUM(A1)", " =1+1", "\uff1d1", "-1+cmd|' /C calc'!A0"]
    write(page, {f"partners.{row}.organisation": text for row, text in enumerate(typed, 1)})
    write(page, {"community": "=1+1"})
    _, raw = downloaded(page, "Download as CSV")
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"))))
    assert next(row[1] for row in rows if row[0] == "Community") == "\u2060=1+1"
    head = next(at for at, row in enumerate(rows) if row[0] == "Organisation")
    assert [row[0] for row in rows[head + 1 : head + 8]] == [f"\u2060{text}" for text in typed]


def test_a_saved_file_brings_every_answer_back(sheet: Opens) -> None:
    """As the hand does it; every kind of answer comes back in `test_worksheet_every_kind`."""
    page = sheet("mandate-on-a-page")
    fill_all(page)
    before = read_all(page)
    with page.expect_download() as download:
        tool(page, "Save to a file").click()
    tool(page, "Remove my answers").click()
    assert not any(read_all(page).values())
    saved = Path(download.value.path()).read_bytes()
    page.locator("[data-picker]").set_input_files(
        {"name": download.value.suggested_filename, "mimeType": "application/json", "buffer": saved}
    )
    expect(page.locator("[data-status]")).to_contain_text("Loaded from")
    assert read_all(page) == before


def test_loading_brings_the_rows_too_replaces_what_was_there_and_can_be_undone(sheet: Opens) -> None:
    page = sheet("partner-map")
    write(page, {"missing": "From before"})
    answers = {"partners.9.organisation": "Ninth", "community": "Carers"}
    load(page, {"worksheet": "partner-map", "version": 1, "answers": answers, "rows": {"partners": 10}})
    expect(box(page, "partners.9.organisation")).to_have_value("Ninth")
    assert "2 answers" in said(page) and page.locator("[data-table=partners] tr[data-row]").count() == 10
    assert box(page, "missing").input_value() == ""
    pressed(page.get_by_role("button", name="Bring back what was here"))
    assert (
        page.locator("[data-table=partners] tr[data-row]").count() == 7
        and box(page, "missing").input_value() == "From before"
    )
    assert box(page, "community").input_value() == ""
    load(page, {"worksheet": "partner-map", "version": 1, "answers": {"date": "2027-03-01"}, "rows": {"partners": 2}})
    expect(page.locator("[data-table=partners] tr[data-row]")).to_have_count(2)


def test_a_saved_file_that_would_take_the_place_of_answers_is_shown_first_and_mixes_no_rows_up(sheet: Opens) -> None:
    mine = {"missing": "Parents", "partners.1.organisation": "Library", "partners.2.organisation": "Surgery"}
    theirs = {"community": "Carers", "partners.1.organisation": "surgery", "partners.1.next_step": "Ring"}
    theirs |= {"partners.2.organisation": "Circle", "gone": "Old"}
    page = sheet("partner-map")
    load(page, {"worksheet": "partner-map", "version": 1, "answers": {**mine, "before": "Older"}, "rows": {}})
    file = {"worksheet": "partner-map", "version": 1, "answers": theirs, "rows": {"partners": 2}}
    page.locator("[data-picker]").set_input_files(
        {"name": "a.json", "mimeType": "application/json", "buffer": json.dumps(file).encode()}
    )
    page.get_by_role("button", name="Take these answers").wait_for()
    assert box(page, "community").input_value() == ""
    page.get_by_role("button", name="Take these answers").click()
    expect(box(page, "community")).to_have_value("Carers")
    rows = [box(page, f"partners.{row}.organisation").input_value() for row in (1, 2, 3)]
    assert rows == ["Library", "surgery", "Circle"], "the row about the same is one, and others have their own"
    assert box(page, "missing").input_value() == "Parents"
    assert box(page, "partners.2.next_step").input_value() == "Ring"
    page.reload()
    pressed(page.get_by_text("Answers that have no place"))
    listed = page.locator("[data-unplaced] li")
    expect(listed).to_have_count(2)
    assert sorted(listed.all_inner_texts()) == ["before: Older", "gone: Old"]


def test_a_total_is_worked_out_anew_after_loading(sheet: Opens) -> None:
    page = sheet("community-chooser")
    write(page, {f"scores.1.{column}": "3" for column in ("reach", "readiness", "benefit")})
    data = json.loads(downloaded(page, "Save to a file")[1])
    assert data["answers"] == {f"scores.1.{column}": "3" for column in ("reach", "readiness", "benefit")}
    load(page, {**data, "answers": {**data["answers"], "scores.1.total": "9"}})  # as an older version saved it
    write(page, {"scores.1.reach": "5"})
    assert box(page, "scores.1.total").input_value() == "11"
    assert page.locator("[data-unplaced]").is_hidden()
    assert "11" in downloaded(page, "Download as CSV")[1].decode("utf-8-sig")


def test_what_has_no_place_is_told_shown_and_saved_again(sheet: Opens) -> None:
    lost = {"gone": "An old answer", "partners.1.tier": "Outer", "partners.1.gone": "x", "date": "soon"}
    page = sheet("partner-map")
    load(page, {"worksheet": "partner-map", "version": 1, "answers": {"community": "Carers", **lost}})
    expect(page.locator("[data-status]")).to_contain_text("4 answers")
    pressed(page.get_by_text("Answers that have no place"))
    shown = page.locator("[data-unplaced] li").all_inner_texts()
    assert sorted(shown) == sorted(f"{key}: {value}" for key, value in lost.items())
    downloaded(page, "Download as CSV")
    assert "4 answers" in said(page)
    _, raw = downloaded(page, "Save to a file")
    data = json.loads(raw.decode())
    assert data["answers"] == {"community": "Carers"} and data["unplaced"] == lost


def test_a_wrong_file_is_told_and_changes_nothing(sheet: Opens) -> None:
    no_answers = "is not a file saved from a worksheet"
    wrong: list[tuple[Any, str]] = [
        ("not json", no_answers),
        ("[]", no_answers),
        ("{}", no_answers),
        ({"worksheet": "partner-map", "answers": {}}, no_answers),
        ({"worksheet": "partner-map", "version": 1, "answers": []}, no_answers),
        ("x" * 1_000_001, no_answers),
        ({"worksheet": "community-chooser", "version": 1, "answers": {"community": "x"}}, "another worksheet"),
        ({"worksheet": "partner-map", "version": 2, "answers": {"community": "x"}}, "newer version"),
    ]
    page = sheet("partner-map")
    write(page, {"community": "Carers"})
    before = read_all(page)
    for content, words in wrong:
        load(page, content, name="wrong.json")
        expect(page.locator("[data-status]")).to_contain_text(words)
        assert said(page).startswith("wrong.json") and read_all(page) == before, words


def test_a_file_is_never_run(sheet: Opens) -> None:
    hostile = '<img src=x onerror="window.ran = true">'
    page = sheet("partner-map")
    load(page, {"worksheet": "partner-map", "version": 1, "answers": {hostile: hostile, "__proto__": "x"}})
    expect(page.locator("[data-unplaced] li").first).to_contain_text("<img")
    assert page.evaluate("window.ran") is None


def test_paper_has_every_answer_whole_and_none_of_the_tools(sheet: Opens) -> None:
    long = " ".join(f"word{number}" for number in range(400))
    page = sheet("partner-map")
    write(page, {"community": long, "partners.2.reaches": long.replace("word", "row")})
    write(page, {"date": "2027-03-09", "partners.2.tier": "Informed"})
    pressed(page.locator("[data-table=partners]").get_by_role("button", name="Remove this row (row 7)"))
    printed = "".join(pdf_page.extract_text() for pdf_page in PdfReader(io.BytesIO(page.pdf())).pages)
    assert box(page, "community").input_value() == long and page.locator(".field__printed").count() == 0
    assert [at for at in range(400) if f"word{at}" not in printed or f"row{at}" not in printed] == []
    assert "9 March 2027" in printed
    for words in ("Keep my answers", "Add a row", "Remove this row", "Row 7 removed"):
        assert words not in printed


def test_the_print_button_prints(browser: Browser, quick_address: str) -> None:
    with context_of(browser, own=True) as context:
        context.add_init_script("window.print = () => { window.printed = true }")
        page = opened(context, quick_address, "partner-map")
        tool(page, "Print or save as PDF").click()
        assert page.evaluate("window.printed") is True
