"""The Word file with the reader's answers, beside what `test_worksheet_every_kind` says of it."""

from __future__ import annotations

import io
import re

from docx import Document
from docx.oxml.ns import qn
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from tests.conftest import ROOT, Built
from tests.support.at_once import checked, pressed, written
from tests.support.contexts import context_of
from tests.support.word_controls import controls, tag, text
from tests.support.worksheet_page import HOSTILE, box, downloaded, fill_all, opened, tool, until

BUTTON = "Download as Word with my answers"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"


def file_of(page: Page) -> bytes:
    name, content = downloaded(page, BUTTON)
    assert "-toolkit-" in name and name.endswith(".docx")
    return content


def test_dates_and_ticks_are_set_as_word_sets_them(browser: Browser, address: str) -> None:
    with context_of(browser) as context:
        page = opened(context, address, "mandate-on-a-page")
        written(box(page, "date"), "2027-03-09")
        checked(page.locator("form.worksheet [type=checkbox]").first)
        in_file = controls(file_of(page))
    dates = {tag(control): control.find(f"{qn('w:sdtPr')}/{qn('w:date')}") for control in in_file}
    assert dates["date"].get(qn("w:fullDate")) == "2027-03-09T00:00:00Z"
    marks = [tick.get(f"{W14}val") for control in in_file for tick in control.iter(f"{W14}checked")]
    assert marks[0] == "1" and set(marks[1:]) == {"0"}


def test_what_is_not_answered_stays_as_it_was(browser: Browser, built: Built, address: str) -> None:
    with context_of(browser) as context:
        page = opened(context, address, "partner-map")
        in_file = controls(file_of(page))
    for control, blank in zip(
        in_file, controls((built.site / "downloads/worksheets/partner-map.docx").read_bytes()), strict=True
    ):
        assert text(control) == text(blank)
        assert control.find(f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}") is not None


def test_added_and_removed_rows_are_as_on_the_page(browser: Browser, address: str) -> None:
    with context_of(browser) as context:
        page = opened(context, address, "community-chooser")
        for _ in range(2):
            pressed(page.get_by_role("button", name="Add a row (Describe each community)"))
        page.keyboard.type(HOSTILE)
        for _ in range(2):
            pressed(page.locator("[data-table=scores] .worksheet-table__remove").last)
        content = file_of(page)
    describe, scores = (table for table in Document(io.BytesIO(content)).tables if len(table.rows) > 2)
    assert (len(describe.rows), len(scores.rows)) == (1 + 7, 1 + 3)
    numbers = [[row.cells[0].text for row in table.rows[1:]] for table in (describe, scores)]
    assert numbers == [["1", "2", "3", "4", "5", "6", "7"], ["1", "2", "3"]]
    by_tag = {tag(control): control for control in controls(content)}
    assert text(by_tag["communities.7.community_name"]) == HOSTILE
    alias = by_tag["communities.7.size"].find(f"{qn('w:sdtPr')}/{qn('w:alias')}")
    assert alias.get(qn("w:val")) == "Rough size, row 7"
    assert len(by_tag) == len(controls(content))  # no name stands twice


def test_letters_that_xml_cannot_hold_do_not_break_the_file(browser: Browser, address: str) -> None:
    with context_of(browser) as context:
        page = opened(context, address, "partner-map")
        page.evaluate(
            """() => { const box = document.querySelector('[name="partners.1.organisation"]');
            box.value = 'a\\u0000b\\u0008c\\uD83Dd\\u000Be\\uDE00f\\uD83D\\uDE00';
            box.dispatchEvent(new Event('input', {bubbles: true})); }"""
        )
        texts = {tag(control): text(control) for control in controls(file_of(page))}
    assert texts["partners.1.organisation"] == "abcd\nef😀"


def test_no_script_is_a_fault_of_syntax_to_a_browser_that_lacks_lookbehind() -> None:
    # Safari learned it in 16.4, and until then reads nothing of a file that has it.
    # What is made of text and tried is no such fault: a library of others' asks in this way whether the browser has it.
    behind = re.compile(r"\(\?<[=!]")
    tried = re.compile(r"\btry\{[^{}]*\}catch\b")
    scripts = {path: path.read_text("utf-8") for path in (ROOT / "overrides/assets/js").rglob("*.js")}
    faulty = [path.name for path, text in scripts.items() if behind.search(tried.sub("", text))]
    assert len(scripts) > 40 and faulty == []
    assert behind.search("/(?<![a-z])x/") and behind.search("/(?<=[a-z])x/")


def test_the_same_answers_give_the_same_file(browser: Browser, address: str) -> None:
    with context_of(browser) as context:
        page = opened(context, address, "partner-map")
        written(box(page, "community"), "Carers")
        assert file_of(page) == file_of(page)


def test_a_file_that_cannot_be_fetched_is_told(browser: Browser, address: str) -> None:
    with context_of(browser) as context:
        page = opened(context, address, "partner-map")
        for lost, words in (("**/*.docx", "could not be made"), ("**/worksheet/filled-file.js", "did not work")):
            context.route(lost, lambda route: route.abort())
            if ".js" in lost:
                page.reload()
                page.locator("[data-tools]").wait_for()
            pressed(tool(page, BUTTON))
            expect(page.locator("[data-status]")).to_contain_text(words)


def test_the_chart_of_a_table_is_in_the_file(browser: Browser, address: str) -> None:
    with context_of(browser) as context:
        page = opened(context, address, "community-chooser")
        fill_all(page)
        until(page, "Boolean(document.querySelector('figure[data-picture]:not(.picture--empty) svg'))")
        document = Document(io.BytesIO(file_of(page)))
    pictures = [shape._inline.docPr.get("descr") for shape in document.inline_shapes]
    assert len(pictures) == 3 and all(pictures)  # the logo's, the QR code's and the chart's, each described
    (chart,) = (part.blob for part in document.part.related_parts.values() if "chart-1" in part.partname)
    assert Image.open(io.BytesIO(chart)).convert("L").getextrema() == (0, 255)
