"""Partners' sheets put together: rows gathered, doubles and differing answers side by side, scores, and surveys."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from odfdo import Document
from openpyxl import load_workbook
from playwright.sync_api import Browser, FilePayload, Page, expect

from tests.support.bring_in import standing
from tests.support.contexts import context_of
from tests.support.worksheet_page import box

Opens = Callable[..., Page]


def files(name: str, sheets: dict[str, dict[str, Any]]) -> list[FilePayload]:
    saved = {who: {"worksheet": name, "version": 1, "answers": answers} for who, answers in sheets.items()}
    return [
        FilePayload(name=f"{who}.json", mimeType="application/json", buffer=json.dumps(content).encode())
        for who, content in saved.items()
    ]


def put_together(page: Page, name: str, sheets: dict[str, dict[str, Any]]) -> Any:
    page.locator("[data-files]").set_input_files(files(name, sheets))
    shown = page.locator("[data-shown]")
    expect(shown.locator("h4")).to_contain_text(f"{len(sheets)} files together")
    return shown


def all_taken(page: Page) -> dict[str, Any]:
    """Put all of it into the worksheet; what stands there then."""
    page.get_by_role("button", name="Put all of it into this worksheet").click()
    expect(page.locator("[data-status]")).to_contain_text("Loaded from")
    return standing(page)


def handed_over(page: Page, button: str) -> tuple[str, bytes]:
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


PARTNERS = {
    "library": {
        "community": "Carers",
        "date": "2027-03-01",
        "missing": "Young carers",
        "partners.1.organisation": "Thornmere Library",
        "partners.1.reaches": "Townspeople",
        "partners.2.organisation": "Mere Valley Surgery",
    },
    "circle": {
        "community": "carers",
        "date": "2027-03-02",
        "missing": "Parents",
        "partners.1.organisation": "Thornmere Library",
        "partners.1.reaches": "Everybody",
        "partners.2.organisation": "=Carers' Circle 🙂",
    },
}


def test_rows_are_gathered_and_differing_answers_kept(sheet: Opens) -> None:
    page = sheet("partner-map")
    shown = put_together(page, "partner-map", PARTNERS)
    expect(shown).to_contain_text("Answers that differ")
    expect(shown).to_contain_text("Partners: Thornmere Library")
    got = all_taken(page)
    assert [got[f"partners.{row}.organisation"] for row in range(1, 5)] == [
        "Thornmere Library",
        "Thornmere Library",
        "Mere Valley Surgery",
        "=Carers' Circle 🙂",
    ]
    assert got["community"] == "Carers" and "date" not in got
    assert "Young carers (library)" in got["missing"] and "Parents (circle)" in got["missing"]
    page.get_by_text("Answers that have no place").click()
    assert "(library)" in page.locator("[data-unplaced] li").inner_text()


def test_what_is_written_here_is_one_sheet_more(sheet: Opens) -> None:
    page = sheet("partner-map")
    box(page, "missing").fill("Night workers")
    box(page, "partners.1.organisation").fill("My own row")
    page.locator("[data-files]").set_input_files(files("partner-map", PARTNERS))
    expect(page.locator("[data-shown] h4")).to_contain_text("3 files together")
    got = all_taken(page)
    assert got["partners.1.organisation"] == "My own row" and got["partners.2.organisation"] == "Thornmere Library"
    assert "Night workers (this page)" in got["missing"] and "Parents (circle)" in got["missing"]


def test_the_spreadsheet_has_a_tab_for_each_partner_and_what_is_chosen_counts(sheet: Opens) -> None:
    page = sheet("partner-map")
    shown = put_together(page, "partner-map", PARTNERS)
    name, excel = handed_over(page, "Download for Excel, a tab for each")
    open_name, open_sheet = handed_over(page, "Download for OpenDocument, a tab for each")
    book = load_workbook(io.BytesIO(excel))
    assert book.sheetnames == ["Together", "library", "circle"] and (name, open_name) == (
        "partner-map-together.xlsx",
        "partner-map-together.ods",
    )
    cells = [cell.value for row in book["circle"].iter_rows() for cell in row]
    assert "=Carers' Circle 🙂" in cells
    assert all(cell.data_type != "f" for row in book["circle"].iter_rows() for cell in row)
    tables = Document(io.BytesIO(open_sheet)).body.tables
    assert [table.name for table in tables] == book.sheetnames

    shown.get_by_label("2 March 2027 (circle)").check()
    shown.get_by_label("Young carers (library)").check()
    shown.get_by_label("Make one row of them").check()
    got = all_taken(page)
    assert got["date"] == "2027-03-02" and got["missing"] == "Young carers"
    assert "Townspeople (library)" in got["partners.1.reaches"] and "partners.4.organisation" not in got


def test_scores_have_their_spread(sheet: Opens) -> None:
    scores = {"a": "1", "b": "4", "c": "5"}
    sheets = {who: {"scores.1.community_name": "Carers", "scores.1.reach": score} for who, score in scores.items()}
    page = sheet("community-chooser")
    shown = put_together(page, "community-chooser", sheets)
    expect(shown).to_contain_text("The middle score, 4. Scores: 3, from 1 to 5, mean 3.3.")
    assert all_taken(page)["scores.1.reach"] == "4"


def test_small_numbers_of_a_survey_are_hidden(sheet: Opens) -> None:
    def answer(score: int) -> dict[str, Any]:
        return {"code": f"T-{score}", "sure_first": str(score), "want": "Something only one person would say"}

    page = sheet("short-survey")
    sheets = {f"p{at}": answer(2 if at < 7 else 3 if at < 13 else 5) for at in range(15)}
    shown = put_together(page, "short-survey", sheets)
    text = shown.inner_text()
    assert "People who answered: 15" in text and "Mean: 2.8" in text
    # Two people said 5. With the mean and one other count beside it, anybody could work that out.
    assert "5: hidden" in text and "3: hidden" in text and "2: hidden" in text
    assert "only one person" not in text and "T-" not in text
    assert page.get_by_role("button", name="Download for Excel").count() == 0


def test_sheets_of_any_kind_are_brought_to_their_own_pages(
    browser: Browser, quick_address: str, tmp_path: Path
) -> None:
    with context_of(browser) as context:
        page = context.new_page()
        page.goto(f"{quick_address}bring-in/")
        persona = files("persona", {"someone": {"community": "Carers"}})
        page.locator("[data-files]").set_input_files([*files("partner-map", PARTNERS), *persona])
        expect(page.locator("[data-shown] h4")).to_have_count(2)
        page.locator(".bring-in__sheet", has_text="Partner map").get_by_role(
            "button", name="Open the worksheet"
        ).click()
        page.get_by_role("button", name="Take these answers").click()
        expect(page.locator("[data-status]")).to_contain_text("Loaded from")
        assert standing(page)["community"] == "Carers" and "worksheets/partner-map/" in page.url
