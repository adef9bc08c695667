"""Filled forms that come back: read on the worksheet's page, shown, and taken."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from macros.content.library import Library
from tests.support.bring_in import (
    NAMELESS,
    TRIED,
    drop,
    filled_form,
    filled_forms,
    nameless,
    plain,
    right_answers,
    standing,
    take,
)
from tests.support.round_trips import entry
from tests.support.worksheet_page import box

Opens = Callable[..., Page]
Record = Callable[[str, object], None]


def differing(sheet: Opens, library: Library, name: str, files: dict[str, tuple[str, bytes]]) -> Any:
    """What came back otherwise, wanted and got, by form and question; ``files`` are by form, each with its name."""
    wrong: dict[str, Any] = {}
    page = sheet(name)
    wanted = right_answers(library, name, page)
    for form, (file, content) in files.items():
        drop(page, file, content)
        page.get_by_role("button", name="Take these answers").wait_for()
        if beside := page.locator("[data-shown] .bring-in__problems").all_inner_texts():
            wrong[f"{form}: no answer"] = beside
        take(page, "Empty this worksheet first")
        got = plain(library, name, standing(page))
        keys = [key for key in {*wanted, *got} if wanted.get(key) != got.get(key)]
        wrong |= {f"{form}: {key}": (wanted.get(key), got.get(key)) for key in keys}
    return wrong


@pytest.mark.parametrize("name", TRIED)
def test_every_answer_of_a_filled_form_comes_back(
    sheet: Opens, library: Library, name: str, record_property: Record
) -> None:
    filled = filled_forms(library, name).items()
    files = {form: (f"renamed by somebody.{form}", content) for form, content in filled}

    assert differing(sheet, library, name, files) == {}
    for form in files:
        record_property(*entry("as our own code fills it", name, form))


@pytest.mark.parametrize("name", TRIED)
def test_a_form_that_another_program_stripped_of_its_names_comes_back(
    sheet: Opens, library: Library, name: str, record_property: Record
) -> None:
    filled = [(form, content) for form, content in filled_forms(library, name).items() if form in NAMELESS]
    files = {form: (f"from elsewhere.{form}", nameless(content, form)) for form, content in filled}

    assert differing(sheet, library, name, files) == {}
    for form in files:
        record_property(*entry("stripped of its names, as by Google Docs and Pages", name, form))


def test_a_file_is_shown_before_it_is_taken_and_can_be_undone(sheet: Opens, library: Library) -> None:
    page = sheet("partner-map")
    box(page, "community").fill("People in Westgate")
    drop(page, "map.docx", filled_form(library, "partner-map", "docx"))
    shown = page.locator("[data-shown]")
    expect(shown).to_contain_text("map.docx: Partner map")
    expect(shown).to_contain_text("One of them differs from what is here.")
    assert box(page, "community").input_value() == "People in Westgate"
    take(page)
    assert box(page, "community").input_value() != "People in Westgate"
    page.get_by_role("button", name="Bring back what was here").click()
    assert standing(page) == {"community": "People in Westgate"}


def test_answers_here_stay_when_the_reader_says_so(sheet: Opens, library: Library) -> None:
    page = sheet("partner-map")
    box(page, "community").fill("People in Westgate")
    drop(page, "map.docx", filled_form(library, "partner-map", "docx"))
    take(page, "Keep the answer that is here")
    assert box(page, "community").input_value() == "People in Westgate"
    assert box(page, "partners.1.organisation").input_value() != ""


def test_what_cannot_be_read_is_said_and_kept(sheet: Opens) -> None:
    answers = {"date": "end of May", "partners.1.tier": "Outermost", "community": "Carers", "gone": "An old answer"}
    text = "\n".join(["Partner map", "Community,Carers", '"Date",end of May'])
    page = sheet("partner-map")
    drop(page, "odd.json", {"worksheet": "partner-map", "version": 1, "answers": answers})
    shown = page.locator("[data-shown]")
    expect(shown).to_contain_text("“end of May”. This is not a date.")
    expect(shown).to_contain_text("“Outermost”. This is not one of the options.")
    expect(shown).to_contain_text("gone: An old answer")
    take(page)
    page.get_by_text("Answers that have no place").click()
    kept = page.locator("[data-unplaced] li").all_inner_texts()
    assert sorted(kept) == ["date: end of May", "gone: An old answer", "partners.1.tier: Outermost"]
    drop(page, "odd.csv", text.encode("cp1252"))
    expect(shown).to_contain_text("is not a date")


def test_what_stands_beside_the_boxes_is_kept_or_said(sheet: Opens) -> None:
    page = sheet("readiness-check")
    cells = page.locator("[data-table=statements] tbody tr:first-child").locator("th, td[data-label]").all()
    heads = [cell.get_attribute("data-label") or "Topic" for cell in cells]
    first = cells[0].inner_text()
    lines = [["Readiness check"], ["Community", "Carers"], ["A thought of my own"], ["Statements"], heads]
    lines += [[first, "Yes", "A row of ours"], ["Volunteers", "Part", "Sŵn 😀"]]
    out = io.StringIO()
    csv.writer(out).writerows([*lines, [""] * 200_000, ["Far below"]])
    drop(page, "more.csv", out.getvalue().encode())
    shown = page.locator("[data-shown]")
    expect(shown).to_contain_text("more rows or columns than can be read here")
    expect(shown).to_contain_text("not taken:")
    expect(shown.get_by_text("A thought of my own")).to_be_visible()
    take(page)
    page.get_by_text("Answers that have no place").click()
    beside = " ".join(page.locator("[data-unplaced] li").all_inner_texts())
    assert "statements.Volunteers." in beside and "Sŵn 😀" in beside and "thought" not in beside


def test_a_csv_file_is_read_however_it_was_saved(sheet: Opens) -> None:
    page = sheet("partner-map")
    cells = page.locator("[data-table=partners] tbody tr:first-child td[data-label]")
    heads = cells.evaluate_all("(all) => all.map((cell) => cell.dataset.label)")
    lines = [["Partner map"], ["Community", "Łódź 😀 שלום"], ["Partners"], heads, ["Sŵn y Môr", "01134 1-2 3/4"]]
    for encoding, mark in (("utf-8", ","), ("utf-8-sig", ";"), ("utf-16", "\t")):
        out = io.StringIO()
        csv.writer(out, delimiter=mark).writerows(lines)
        drop(page, "whatever.txt", out.getvalue().encode(encoding))
        take(page, "Empty this worksheet first")
        assert list(standing(page).values()) == ["Łódź 😀 שלום", "Sŵn y Môr", "01134 1-2 3/4"]
