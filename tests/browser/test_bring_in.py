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
    brought,
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


@pytest.mark.parametrize("name", TRIED)
def test_every_answer_of_a_filled_form_comes_back_even_where_another_program_stripped_it_of_its_names(
    sheet: Opens, library: Library, name: str, record_property: Record
) -> None:
    filled = filled_forms(library, name)
    files = [("as our own code fills it", form, content) for form, content in filled.items()]
    files += [
        ("stripped of its names, as by Google Docs and Pages", form, nameless(filled[form], form))
        for form in NAMELESS
        if form in filled
    ]
    page = sheet(name)
    wanted = right_answers(library, name, page)

    wrong: dict[str, Any] = {}
    for way, form, content in files:
        beside, values = brought(page, f"renamed by somebody.{form}", content, "Empty this worksheet first")
        got = plain(library, name, values)
        keys = [key for key in {*wanted, *got} if wanted.get(key) != got.get(key)]
        wrong |= {f"{form}, {way}: {key}": (wanted.get(key), got.get(key)) for key in keys}
        if beside:
            wrong[f"{form}, {way}: no answer"] = beside
        record_property(*entry(way, name, form))
    assert wrong == {}


def test_a_file_is_shown_before_it_is_taken_and_answers_here_come_back_or_stay(sheet: Opens, library: Library) -> None:
    page = sheet("partner-map")
    box(page, "community").fill("People in Westgate")
    drop(page, "map.docx", filled_form(library, "partner-map", "docx"))
    shown = page.locator("[data-shown]")
    expect(shown).to_contain_text("map.docx: Partner map")
    expect(shown).to_contain_text("One of them differs from what is here.")
    assert standing(page) == {"community": "People in Westgate"}
    take(page)
    assert standing(page)["community"] != "People in Westgate"
    page.get_by_role("button", name="Bring back what was here").click()
    assert standing(page) == {"community": "People in Westgate"}

    drop(page, "map.docx", filled_form(library, "partner-map", "docx"))
    take(page, "Keep the answer that is here")
    stands = standing(page)
    assert stands["community"] == "People in Westgate" and stands["partners.1.organisation"]


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
    cells = page.locator("[data-table=statements] tbody tr:first-child").locator("th, td[data-label]")
    first, *heads = cells.evaluate_all("(all) => [all[0].innerText, ...all.map((cell) => cell.dataset.label)]")
    heads = [head or "Topic" for head in heads]
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
        _, values = brought(page, "whatever.txt", out.getvalue().encode(encoding), "Empty this worksheet first")
        assert list(values.values()) == ["Łódź 😀 שלום", "Sŵn y Môr", "01134 1-2 3/4"]
