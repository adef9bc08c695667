"""The Word file with the reader's answers: every answer in its control, as the blank file has it otherwise."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from tests.conftest import ROOT, Built
from tests.support.contexts import context_of
from tests.support.worksheet_names import EVERY_KIND
from tests.support.worksheet_page import HOSTILE, box, downloaded, fill_all, opened, read_shown, tool, until

BUTTON = "Download as Word with my answers"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"


def controls(content: bytes) -> list[Any]:
    return list(Document(io.BytesIO(content)).element.body.iter(qn("w:sdt")))


def tag(control: Any) -> str:
    return str(control.find(f"{qn('w:sdtPr')}/{qn('w:tag')}").get(qn("w:val")))


def text(control: Any) -> str:
    """What stands in a control; a line break is a line break."""
    parts = control.find(qn("w:sdtContent")).iter(qn("w:t"), qn("w:br"))
    return "".join("\n" if part.tag == qn("w:br") else part.text or "" for part in parts)


def expected(control: Any, value: Any) -> str:
    if value is True:
        return "☒"
    if re.fullmatch(r"£1,\d{3}\.5", str(value)):
        return f"{value}0"
    if control.find(f"{qn('w:sdtPr')}/{qn('w:date')}") is not None:
        day = date.fromisoformat(value)
        return f"{day.day} {day:%B %Y}"
    return str(value)


def file_of(page: Page) -> bytes:
    name, content = downloaded(page, BUTTON)
    assert "-toolkit-" in name and name.endswith(".docx")
    return content


@pytest.mark.parametrize("name", EVERY_KIND)
def test_every_answer_is_in_its_control(browser: Browser, built: Built, address: str, name: str) -> None:
    with context_of(browser) as context:
        page = opened(context, address, name)
        fill_all(page)
        answers = {key: value for key, value in read_shown(page).items() if value not in ("", False)}
        content = file_of(page)
        in_file = controls(content)
    blank = (built.site / f"downloads/worksheets/{name}.docx").read_bytes()
    assert [tag(control) for control in in_file] == [tag(control) for control in controls(blank)]
    for control, (key, value) in zip(in_file, answers.items(), strict=True):
        assert tag(control) == key[:64]
        assert text(control) == expected(control, value), key
        assert control.find(f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}") is None
        assert control.find(f".//{qn('w:color')}") is None
    with zipfile.ZipFile(io.BytesIO(content)) as new, zipfile.ZipFile(io.BytesIO(blank)) as old:
        charts = [part for part in new.namelist() if part.startswith("word/media/chart-")]
        assert new.testzip() is None and [*old.namelist(), *charts] == new.namelist()
        changed = {"word/document.xml"} | ({"word/_rels/document.xml.rels"} if charts else set())
        for part in old.namelist():
            assert part in changed or new.read(part) == old.read(part)


def test_dates_and_ticks_are_set_as_word_sets_them(browser: Browser, address: str) -> None:
    with context_of(browser) as context:
        page = opened(context, address, "mandate-on-a-page")
        box(page, "date").fill("2027-03-09")
        page.locator("form.worksheet [type=checkbox]").first.check()
        in_file = controls(file_of(page))
    dates = {tag(control): control.find(f"{qn('w:sdtPr')}/{qn('w:date')}") for control in in_file}
    assert dates["date"].get(qn("w:fullDate")) == "2027-03-09T00:00:00Z"
    checked = [tick.get(f"{W14}val") for control in in_file for tick in control.iter(f"{W14}checked")]
    assert checked[0] == "1" and set(checked[1:]) == {"0"}


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
            page.get_by_role("button", name="Add a row (Describe each community)").click()
        page.keyboard.type(HOSTILE)
        for _ in range(2):
            page.locator("[data-table=scores] .worksheet-table__remove").last.click()
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
        box(page, "community").fill("Carers")
        assert file_of(page) == file_of(page)


def test_a_file_that_cannot_be_fetched_is_told(browser: Browser, address: str) -> None:
    with context_of(browser) as context:
        page = opened(context, address, "partner-map")
        for lost, words in (("**/*.docx", "could not be made"), ("**/worksheet/filled-file.js", "did not work")):
            context.route(lost, lambda route: route.abort())
            if ".js" in lost:
                page.reload()
                page.locator("[data-tools]").wait_for()
            tool(page, BUTTON).click()
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
