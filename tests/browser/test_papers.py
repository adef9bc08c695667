"""A paper's page fills its gaps from what is kept and typed, and gives the words to copy, mail or take as Word."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from docx import Document as Word
from playwright.sync_api import Browser, BrowserContext, Page

from macros.content.library import Library
from macros.documents.papers.formats import PAPER_FORMATS
from macros.documents.store import Documents
from macros.rendering.paper_outline import outline_paper

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
EMAIL = "papers/email-sponsor/"
KEPT = '{"format": 1, "values": {"priority": {"value": "Live well at home", "at": 1}}, "rows": {}}'


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext, quick_address: str) -> Page:
    page = context.new_page()
    page.goto(quick_address + EMAIL)
    page.wait_for_selector("[data-gaps]:not([hidden])")
    return page


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


def test_leaving_asks_where_typed_words_would_be_lost(page: Page) -> None:
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    address = page.url
    page.goto("about:blank")
    page.goto(address)
    page.locator("[data-gaps] [name]").first.click()
    page.keyboard.type("Carers")
    assert asked == []
    page.goto("about:blank")
    assert asked == ["beforeunload"]


def test_the_words_can_be_copied(page: Page) -> None:
    page.get_by_label("What is your name?").fill("Jo Marsh")
    page.get_by_role("button", name="Copy the words").click()
    page.get_by_text("The words are copied.").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")

    assert copied.startswith("Hello [What is the sponsor's name?],\n\n")
    assert "\n- your name as sponsor" in copied and "\n\nJo Marsh\n\n" in copied


def test_an_email_opens_in_the_mail_program_with_subject_and_words(page: Page) -> None:
    page.get_by_label("What is the sponsor's name?").fill("Alex & Co")
    address = unquote(str(page.locator('[data-do="email"]').get_attribute("href")))

    assert address.startswith("mailto:?subject=20 minutes on residents")
    assert "&body=Hello Alex & Co,\r\n" in address


def test_the_word_file_is_filled(page: Page, tmp_path: Path, library: Library) -> None:
    outline = outline_paper(
        library.papers["email-sponsor"], library.edition, library.figures, library.sources, library.strings
    )
    blank = PAPER_FORMATS["word"].draw(outline, Documents(library, "").colophon(""))  # a quick build has a dummy there
    page.route("**/downloads/papers/email-sponsor.docx", lambda route: route.fulfill(body=blank))
    page.get_by_label("What is your name?").fill("Siân Ŵ")
    with page.expect_download() as got:
        page.get_by_role("button", name="Download as Word").click()
    got.value.save_as(tmp_path / "filled.docx")
    body = Word(str(tmp_path / "filled.docx")).element.body
    shown = "".join(node.text or "" for node in body.iter(f"{W}t"))

    assert "Siân Ŵ" in shown and "[What is your name?]" not in shown
    assert "[What is the sponsor's name?]" in shown


def test_without_scripts_the_page_is_the_words_with_their_questions(browser: Browser, quick_address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(quick_address + EMAIL)

    assert not page.locator("[data-gaps]").is_visible() and not page.locator("[data-tools]").last.is_visible()
    assert "Hello What is the sponsor's name?" in words(page)
    context.close()
