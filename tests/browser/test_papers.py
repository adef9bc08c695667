"""A paper's page fills its gaps from what is kept and typed, and the words can be copied, mailed, printed or saved."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from urllib.parse import unquote

import pytest
from lxml import etree
from playwright.sync_api import Browser, BrowserContext, Page
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE

from macros.content.library import Library
from macros.documents.papers.formats import PAPER_FORMATS
from macros.documents.store import Documents
from macros.rendering.paper_outline import outline_paper, plain
from tests.support.at_once import checked, pressed, written
from tests.support.builds import ADDRESS
from tests.support.contexts import context_of
from tests.support.example_project import keep_examples

SUFFIXES = ("docx", "odt", "pptx", "odp")
COPIED = "What has changed so far"
PARTS_WITH_WORDS = re.compile(r"^(word/document|content|ppt/(slides|notesSlides)/\w+)\.xml$")
EMAIL = "papers/email-sponsor/"
WITHOUT_SENTENCES = """() => {
  const key = Object.keys(localStorage).find((name) => name.endsWith(":indicator-table"));
  const sheet = JSON.parse(localStorage.getItem(key));
  delete sheet.values.changes;
  localStorage.setItem(key, JSON.stringify(sheet));
}"""  # the results as they were written, before anybody put them into sentences
KEPT = '{"format": 1, "values": {"priority": {"value": "Live well at home", "at": 1}}, "rows": {}}'


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    with context_of(browser, permissions=["clipboard-read", "clipboard-write"]) as with_clipboard:
        yield with_clipboard


@pytest.fixture
def page(context: BrowserContext, quick_address: str) -> Page:
    return opened(context, quick_address)


def opened(context: BrowserContext, quick_address: str) -> Page:
    page = context.new_page()
    page.goto(quick_address + EMAIL)
    page.wait_for_selector("[data-gaps]:not([hidden])")
    return page


def drawn(library: Library, name: str, suffix: str) -> bytes:
    """A paper's blank file, by how its name ends.

    The slide that is copied for pictures comes last, where the code is.
    """
    outline = outline_paper(library.papers[name], library.edition, library.figures, library.sources, library.strings)
    outline = replace(outline, parts=sorted(outline.parts, key=lambda part: plain(part.heading) == COPIED))
    form = next(form for form in PAPER_FORMATS.values() if form.suffix == suffix)
    return form.draw(outline, Documents(library, ADDRESS).colophon(f"papers/{name}/"))


def words(page: Page) -> str:
    return page.locator("[data-text]").inner_text()


def test_what_is_typed_stands_in_every_gap_of_that_name(page: Page) -> None:
    page.get_by_label("What will people have to do online?").fill("renew a <b>blue badge</b> & more")

    assert words(page).count("renew a <b>blue badge</b> & more") == 2  # in the subject and in the words
    page.get_by_label("What will people have to do online?").fill("")
    assert words(page).count("What will people have to do online?") == 2


def test_what_a_worksheet_keeps_on_the_device_stands_there_already(page: Page, quick_address: str) -> None:
    site = page.evaluate("new URL('../../', location.href).pathname")
    page.evaluate("([key, kept]) => localStorage.setItem(key, kept)", [f"worksheet:{site}:mandate-on-a-page", KEPT])
    page.reload()

    assert page.get_by_label("Which promise or plan does this serve?").input_value() == "Live well at home"
    assert "Live well at home" in words(page)


def test_every_row_of_a_column_stands_in_a_gap(page: Page, quick_address: str) -> None:
    site = page.evaluate("new URL('../../', location.href).pathname")
    rows = {f"partners.{at}.organisation": {"value": name, "at": at} for at, name in ((1, "Library"), (2, "Café"))}
    rows["partners.3.organisation"] = {"value": "Removed", "at": 3}
    kept = {"format": 1, "values": rows, "rows": {"partners.3": {"value": False, "at": 4}}}
    page.evaluate(
        "([key, kept]) => localStorage.setItem(key, JSON.stringify(kept))", [f"worksheet:{site}:partner-map", kept]
    )
    page.goto(f"{quick_address}papers/committee-paper/")
    page.wait_for_selector("[data-gaps]:not([hidden])")

    assert "Library; Café" in words(page) and "Removed" not in words(page)


def test_what_is_typed_survives_a_reload(page: Page) -> None:
    page.get_by_label("What is your name?").fill("Jo")
    page.reload()

    assert page.get_by_label("What is your name?").input_value() == "Jo"


def test_leaving_asks_where_typed_words_would_be_lost(browser: Browser, quick_address: str) -> None:
    asked: list[str] = []
    with context_of(browser, own=True) as context:
        page = opened(context, quick_address)
        page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
        page.locator("[data-gaps] [name]").first.click()
        page.keyboard.type("Carers")
        assert asked == []
        page.goto("about:blank")
    assert asked == ["beforeunload"]


def test_the_words_can_be_copied(page: Page) -> None:
    written(page.get_by_label("What is your name?"), "Jo Marsh")
    page.get_by_role("button", name="Copy the words").click()
    page.get_by_text("The words are copied.").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")

    assert copied.startswith("Hello [What is the sponsor's name?],\n\n")
    assert "\n- your name as sponsor" in copied and "\n\nJo Marsh\n\n" in copied


def test_an_email_opens_in_the_mail_program_with_subject_and_words(page: Page) -> None:
    written(page.get_by_label("What is the sponsor's name?"), "Alex & Co")
    address = unquote(str(page.locator('[data-do="email"]').get_attribute("href")))

    assert address.startswith("mailto:?subject=20 minutes on residents")
    assert "&body=Hello Alex & Co,\r\n" in address


def texts_of(raw: bytes) -> list[str]:
    """Every paragraph of an office file, from whichever part its words are in."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        parts = [name for name in archive.namelist() if PARTS_WITH_WORDS.search(name)]
        roots = [etree.fromstring(archive.read(name)) for name in parts]
    for blank in (blank for root in roots for blank in root.iter("{urn:oasis:names:tc:opendocument:xmlns:text:1.0}s")):
        blank.text = " "
    return ["".join(paragraph.itertext()) for root in roots for paragraph in root.iter("{*}p", "{*}h")]


def slides_of(context: BrowserContext, quick_address: str, library: Library) -> Page:
    """The page of slides for a review, with two worksheets kept, and its blank files, which a quick build lacks."""
    blank = cache(lambda form: drawn(library, "review-slides", form))
    page = context.new_page()
    page.route("**/downloads/papers/*", lambda route: route.fulfill(body=blank(route.request.url.rpartition(".")[2])))
    page.goto(f"{quick_address}papers/review-slides/")
    keep_examples(page, library, ["staged-plan", "indicator-table"])
    page.evaluate(WITHOUT_SENTENCES)
    page.reload()
    page.wait_for_selector("[data-tools]:not([hidden])")
    page.locator("figure[data-of] svg").wait_for()
    return page


def taken(page: Page, suffix: str, name: str = "review-slides-toolkit-to-check") -> bytes:
    """The paper's file, once its button was pressed."""
    with page.expect_download() as got:
        pressed(page.locator(f'[data-suffix="{suffix}"]'))
    assert got.value.suggested_filename == f"{name}.{suffix}"
    return Path(got.value.path()).read_bytes()


def images_in(raw: bytes) -> int:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return len([name for name in archive.namelist() if "chart-" in name])


def test_every_file_is_filled_and_says_where_each_fact_comes_from_and_what_changed(
    context: BrowserContext, quick_address: str, library: Library
) -> None:
    slides = slides_of(context, quick_address, library)
    slides.get_by_label("What is the first figure").fill("46 <b>carers</b> & ŵ\n71 visits\x0c")
    missing = slides.locator("[data-missing]").inner_text()
    assert "What is the second figure?" in missing and "first figure" not in missing
    files = {suffix: taken(slides, suffix) for suffix in SUFFIXES}
    for suffix, raw in files.items():
        texts = texts_of(raw)
        end = texts[texts.index("Where each fact comes from") :]

        assert {"46 <b>carers</b> & ŵ", "71 visits"} <= set(texts), suffix  # lines are items of a list
        assert not any("first figure" in text for text in texts), suffix
        assert any("What is the second figure?" in text for text in texts), suffix
        assert any(text.startswith("To decide: Keep the table") and text.endswith("[1]") for text in texts), suffix
        assert "[1] Action plan: Which day? What must you decide?" in end, suffix
        assert "[2] Measures and how we collect them: How did each measure change, and what does that not show?" in end
        asked = end[end.index("Still empty") :]
        assert "What do people who used the help say?" in asked, suffix
        assert "What did you learn? (or write it in: Results and who hears them)" in asked, suffix
        change = next(text for text in texts if text.startswith("1 Carers helped rose from 0"))
        assert "What this does not show: Carers who never came." in change, suffix  # worked out: nobody put it there
        assert images_in(raw) == (3 if suffix in ("pptx", "odp") else 1), suffix  # a slide for each measure
    shown = Presentation(io.BytesIO(files["pptx"])).slides
    pictures = [shape for slide in shown for shape in slide.shapes if shape.shape_type == MSO_SHAPE_TYPE.PICTURE]
    described = [picture._element.nvPicPr.cNvPr.get("descr") for picture in pictures if picture.image.blob]
    code = library.strings["cards"]["qr_alt"]
    assert ["1 Carers" in words for words in described if words != code] == [True, False, False]
    with zipfile.ZipFile(io.BytesIO(files["odp"])) as archive:
        assert (described.count(code), archive.read("content.xml").count(b"Pictures/qr.png")) == (1, 1)

    written(slides.get_by_label("What did you learn?"), "Posters did nothing.\nA word did")
    checked(slides.get_by_label("Number each fact"), False)
    for suffix in SUFFIXES:
        raw = taken(slides, suffix, "review-slides-toolkit")
        texts = texts_of(raw)
        assert "What we learned: Posters did nothing. A word did" in texts, suffix
        assert not [text for text in texts if re.search(r"\[\d\]|Where each fact|Still empty", text)], suffix
        assert any("What is the second figure?" in text for text in texts), suffix
        assert images_in(raw), suffix


def test_what_a_worksheet_filled_is_marked_in_place_with_the_way_back(page: Page, library: Library) -> None:
    keep_examples(page, library)
    page.goto(page.url.replace(EMAIL, "papers/report-month-12/"))
    page.wait_for_selector("[data-gaps]:not([hidden])")
    mark = page.locator("[data-gap=headline] + .gap__from")

    assert mark.inner_text().strip() == "[from: Results and who hears them]"
    assert str(mark.locator("a").get_attribute("href")).endswith("worksheets/report-pack/#report-pack--headline")
    happened = page.locator("[data-gap=happened]").inner_text()
    assert "- A1 Form table: At risk; Open on three Fridays" in happened  # an option by its words, columns side by side
    assert page.locator("[data-missing-list] li").all_inner_texts() == [
        "Which council?",
        "From which day to which day does it report?",
        "What did it cost, in money and in hours?",
        "Who can readers ask?",
    ]
    written(page.get_by_label("What changed, and for which people"), "")
    assert "Or write it in: Results and who hears them." in page.locator("[data-missing-list]").inner_text()
    page.get_by_role("button", name="Copy the words").click()
    page.get_by_text("The words are copied.").wait_for()
    assert "from:" not in page.evaluate("navigator.clipboard.readText()")


def test_its_button_prints_the_words_alone(page: Page) -> None:
    page.evaluate("window.print = () => {}")
    pressed(page.get_by_role("button", name="Print it"))
    page.emulate_media(media="print")
    shown = page.locator("main").inner_text()

    assert "your name as sponsor" in shown and page.locator("main h1").is_visible()
    assert "Take it away" not in shown and "An example" not in shown and "Fill in the gaps" not in shown


def test_without_scripts_the_page_is_the_words_with_their_questions(browser: Browser, quick_address: str) -> None:
    with context_of(browser, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(quick_address + EMAIL)

        assert not page.locator("[data-gaps]").is_visible() and not page.locator("[data-tools]").last.is_visible()
        assert "Hello What is the sponsor's name?" in words(page)
