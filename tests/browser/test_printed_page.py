"""One page on paper, as a browser prints it: a step, a wide worksheet, and what is done in every step."""

from __future__ import annotations

import io
import re

import pypdfium2
from PIL import ImageStat
from playwright.sync_api import Browser, Page
from pypdf import PdfReader, PdfWriter

from tests.support import worksheet_page as sheet
from tests.support.builds import Built
from tests.support.checklist_page import ALL, STEP, box, keep, opened, total
from tests.support.contexts import context_of

SCALE = 3  # dots of a drawn page for each point
MOST = 9  # sheets of all checklists, which would be a book if each stood on its own
# What stands on the screen to be pressed, in words that the page does not use otherwise. Paper explains terms.
TOOLS = """() => {
  const text = document.querySelector('.main').cloneNode(true);
  text.querySelectorAll('button, [data-ticks], [data-tools], [data-without-tools]').forEach((tool) => tool.remove());
  return [...document.querySelectorAll(
    'button:not(.term), :is([data-ticks], [data-tools]) :is(a, label), .skip, .side a')]
    .map((tool) => tool.innerText.trim().replace(/\\s+/g, ' '))
    .filter((words) => words.length > 3 && !text.textContent.includes(words));
}"""
MEANINGS = """[...document.querySelectorAll('main .term__meaning')].map((meaning) => {
  const copy = meaning.cloneNode(true);
  copy.querySelectorAll('.term__word').forEach((word) => word.remove());
  return copy.textContent.trim().replace(/\\s+/g, ' ');
})"""


def printed(page: Page) -> bytes:
    return page.pdf(prefer_css_page_size=True)


def words(pdf: bytes) -> str:
    """All that a document says, in one line."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split())


def ink_before(pdf: bytes, text: str) -> float:
    """How dark the place for a box is, before the line that begins with ``text``: 0 is white, 1 is black."""
    for page in pypdfium2.PdfDocument(pdf):
        occurrence = page.get_textpage().search(text).get_next()
        if occurrence:
            left, bottom, _, top = page.get_textpage().get_charbox(occurrence[0])
            middle, height = (bottom + top) / 2, page.get_height()
            drawn = page.render(scale=SCALE).to_pil().convert("L")
            near = (left - 23, height - middle - 7, left - 3, height - middle + 7)
            place = drawn.crop((int(SCALE * near[0]), int(SCALE * near[1]), int(SCALE * near[2]), int(SCALE * near[3])))
            return float(1 - ImageStat.Stat(place).mean[0] / 255)
    raise AssertionError(f"“{text}” is not printed")


def beyond_the_edge(pdf: bytes) -> list[str]:
    """Words that lie outside their sheet."""
    lost = []
    for page in pypdfium2.PdfDocument(pdf):
        text = page.get_textpage()
        for rect in (text.get_rect(at) for at in range(text.count_rects())):
            left, bottom, right, top = rect
            if left < 0 or bottom < 0 or right > page.get_width() or top > page.get_height():
                lost.append(text.get_text_bounded(*rect))
    return lost


def test_a_printed_step_has_its_glance_its_meanings_and_its_ticks_and_no_tool(
    browser: Browser, quick_address: str
) -> None:
    with context_of(browser, bypass_csp=True) as context:
        page = opened(context, quick_address + STEP)
        box(page, "two-voices").check()
        glance = page.locator(".glance dt, .glance dd, .one-hour p").all_inner_texts()
        tools, meanings = page.evaluate(TOOLS), page.evaluate(MEANINGS)
        pdf = printed(page)
        page.add_style_tag(content="@media print { input { border: 0 !important; box-shadow: none !important } }")
        unmarked = printed(page)

    text = words(pdf)
    first = " ".join(PdfReader(io.BytesIO(pdf)).pages[0].extract_text().split())
    assert len(glance) > 10 and [phrase for phrase in glance if " ".join(phrase.split()) not in first] == []
    assert len(meanings) > 3 and [meaning for meaning in meanings if f" [{meaning}]" not in text] == []
    assert len(tools) > 15 and [tool for tool in tools if tool in text] == []
    assert beyond_the_edge(pdf) == []
    empty, ticked = (ink_before(pdf, start) for start in ("We listed three to five", "We asked two people"))
    assert 0.05 < empty < 0.2 < ticked
    assert ink_before(unmarked, "We listed three to five") < 0.02 and ink_before(unmarked, "We asked two") < 0.02


def test_a_printed_worksheet_lies_down_holds_what_is_typed_and_no_tool(browser: Browser, quick_address: str) -> None:
    with context_of(browser) as context:
        page = sheet.opened(context, quick_address, "community-chooser")
        sheet.box(page, "scores.1.community_name").fill("Thornmere")
        sheet.box(page, "decision").fill("We chose & wrote <why>.")
        heads = page.locator("form thead th").all_inner_texts()
        tools = page.evaluate(TOOLS)
        page.emulate_media(color_scheme="dark", media="print")
        style = "getComputedStyle(document.body)"
        colours = page.evaluate(f"[{style}.color, {style}.backgroundColor]")
        pdf = printed(page)

    assert colours == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
    text = words(pdf)
    assert len(heads) > 8 and [head for head in heads if head.split("\n")[0].strip() not in text] == []
    assert "Thornmere" in text and "We chose & wrote <why>." in text
    assert len(tools) > 15 and [tool for tool in tools if tool in text] == []
    sheets = PdfReader(io.BytesIO(pdf)).pages
    assert len(sheets) <= 12 and all(pdf_page.mediabox.width > pdf_page.mediabox.height for pdf_page in sheets)
    assert beyond_the_edge(pdf) == []


def test_printed_progress_says_the_day_and_what_is_done_in_a_few_sheets_without_tools(
    browser: Browser, quick: Built, quick_address: str
) -> None:
    with context_of(browser) as context:
        page = opened(context, quick_address + STEP)
        box(page, "long-list").check()
        keep(page)
        page.goto(quick_address + ALL)
        box(page, "two-voices").check()
        page.locator("[data-ticks][data-ready]").wait_for()
        tools = page.evaluate(TOOLS)
        pdf = printed(page)

    text = words(pdf)
    assert re.search(r"As it was on \d{1,2} [A-Z][a-z]+ 20\d\d", text)
    assert f"2 of {total(quick)} done" in text and "2 of 7 done" in text and "0 of 6 done" in text
    assert len(tools) > 15 and [tool for tool in tools if tool in text] == []
    assert "We asked two people" in text and "carried to another device" not in text
    assert 3 < len(PdfReader(io.BytesIO(pdf)).pages) <= MOST
    assert ink_before(pdf, "We looked at data") < 0.2 < ink_before(pdf, "We asked two people")


def test_words_beyond_the_edge_of_a_sheet_are_found(browser: Browser) -> None:
    with context_of(browser, own=True) as context:
        page = context.new_page()
        page.set_content("<p>Here</p><p style='text-align: right'>Far away</p>")
        whole = page.pdf()
    narrow = PdfWriter(clone_from=io.BytesIO(whole))
    narrow.pages[0].mediabox.right = 400
    cut = io.BytesIO()
    narrow.write(cut)
    assert beyond_the_edge(whole) == [] and "".join(beyond_the_edge(cut.getvalue())) == "Far away"
