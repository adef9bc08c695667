"""Whose sheet it is, and the way back to whoever wants it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

from playwright.sync_api import Browser, Page, Route, expect

from macros.content.library import Library
from macros.documents.formats import FORMATS
from tests.support.at_once import pressed, written
from tests.support.bring_in import OFFICE
from tests.support.contexts import context_of
from tests.support.office_files import colophon
from tests.support.worksheet_page import box, downloaded, opened, until

LONGEST_MAIL = 2000  # letters of an address that Windows hands to a mail program
# What is handed to a mail program, and whether the page asks as if it was left.
POSTED = """() => { window.letters = []; addEventListener('click', ({ target }) => {
  if (!target.href?.startsWith('mailto:')) return;
  const leaving = new Event('beforeunload', { cancelable: true });
  dispatchEvent(leaving);
  letters.push([target.href, leaving.defaultPrevented]);
}); }"""
OWN = {
    "Council or organisation": "Cyngor Ynys Wen",
    "Place": "Llandre",
    "Team": "Digital <b>team</b>",
    "Email address": "digital@ynyswen.example",
}


def carried(**asked: str) -> str:
    """What a link says after ``#for=``: see send-back/carried-text.js."""
    raw = "\n".join(asked.get(part, "") for part in ("council", "team", "contact", "place", "day", "note")).encode()
    return f"{len(raw):04x}{raw.hex()}"


def named(page: Page) -> None:
    pressed(page.locator("[data-send-back] summary"))
    for label, text in OWN.items():
        written(page.locator("[data-send-back]").get_by_label(label), text)


def made(page: Page, note: str) -> str:
    named(page)
    written(page.get_by_label("Back by"), "2026-12-18")
    written(page.get_by_label("A line to your partners"), note)
    pressed(page.get_by_role("button", name="Make the link"))
    return page.get_by_label("The link for your partners").input_value()


def test_whose_sheet_it_is_is_typed_once_and_stands_on_each(browser: Browser, quick_address: str) -> None:
    with context_of(browser) as context:
        named(opened(context, quick_address, "partner-map"))
        other = opened(context, quick_address, "persona")
        expect(other.locator("[data-whose]")).to_have_text(" · ".join(OWN.values()))
        other.emulate_media(media="print")
        expect(other.locator("[data-whose]")).to_be_visible()
        other.emulate_media(media="screen")
        pressed(other.locator("[data-send-back] summary"))
        pressed(other.get_by_role("button", name="Remove it"))
        assert other.locator("[data-whose]").is_hidden()
        assert other.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('own-name'))") == []


def fulfilled(content: bytes) -> Callable[[Route], None]:
    """Answers a request with this content, where the site is built without its documents."""
    return lambda route: route.fulfill(body=content)


def test_whose_sheet_it_is_stands_at_the_head_of_each_file(
    browser: Browser, quick_address: str, library: Library, draws: None
) -> None:
    heads = {"xlsx": "xl/worksheets/sheet1.xml", "ods": "styles.xml", "odt": "styles.xml"}
    buttons = {
        "xlsx": "Download as Excel",
        "ods": "Download as OpenDocument spreadsheet",
        "odt": "Download as OpenDocument",
    }
    with context_of(browser) as context:
        page = opened(context, quick_address, "funding-plan")
        pressed(page.locator("[data-send-back] summary"))
        written(page.locator("[data-own=council]"), "Barking & Dagenham Ŵyn")
        for suffix, part in heads.items():
            sheet = library.worksheets["funding-plan"]
            blank = FORMATS[OFFICE[suffix]].draw(sheet, colophon(library, "funding-plan"), False)
            page.route(f"**/*.{suffix}", fulfilled(blank))
            _, raw = downloaded(page, buttons[suffix])
            with zipfile.ZipFile(io.BytesIO(raw)) as file:
                head = file.read(part).decode("utf-8")
                about = file.read("docProps/core.xml" if suffix == "xlsx" else "meta.xml").decode("utf-8")
            mark = "&amp;&amp;" if suffix == "xlsx" else "&amp;"  # one alone begins an order in a head of Excel
            assert f"Barking {mark} Dagenham Ŵyn" in head and "Barking &amp; Dagenham Ŵyn" in about, suffix
            assert suffix == "odt" or "Funding plan" in head, suffix
        _, raw = downloaded(page, "Download as CSV")
        assert raw.decode("utf-8-sig").splitlines()[1].startswith("Barking & Dagenham Ŵyn")


def test_a_link_says_who_wants_the_sheet_back_and_survives_the_post(browser: Browser, quick_address: str) -> None:
    with context_of(browser) as context:
        link = made(opened(context, quick_address, "partner-map"), "Diolch! Thank you ☺")
        page = context.new_page()
        for sent in (
            link,
            link.upper().replace(link.split("#")[0].upper() + "#FOR", link.split("#")[0] + "#for"),
            link + ").",
        ):
            page.goto("about:blank")  # else only the hash of the same page would be another
            page.goto(sent)
            banner = page.locator("[data-asked]")
            expect(banner).to_contain_text("Digital <b>team</b>, Cyngor Ynys Wen asks you")
            text, marked = banner.evaluate("(part) => [part.innerText, part.querySelectorAll('b').length]")
            assert "18 December 2026" in text and "Diolch! Thank you ☺" in text, sent
            assert "was lost" not in text and not marked, sent
        page.goto("about:blank")
        page.goto(link[:-50])
        expect(page.locator("[data-asked]")).to_contain_text("The end of the link was lost on its way")
        expect(page.locator("[data-asked]")).to_contain_text("digital@ynyswen.example")


def test_a_page_asks_for_nothing_without_such_a_link_and_with_one_saves_the_file_first(
    browser: Browser, quick_address: str
) -> None:
    with context_of(browser) as context:
        page = opened(context, quick_address, "partner-map")
        assert page.locator("[data-asked]").is_hidden() and page.locator("[data-whose]").is_hidden(), "it asks unasked"
        link = made(page, "")
        page.goto("about:blank")
        other = carried(council="Somebody else", contact="else@b.example", day="2026-02-31")
        page.goto(f"{link.split('#')[0]}#for={other}")
        page.locator("[data-tools]").wait_for()
        asked = page.locator("[data-asked-who]")
        expect(asked).to_have_text("Somebody else asks you to fill this in and send it back.")
        page.goto(link)
        expect(asked).to_contain_text("Cyngor Ynys Wen")
        written(box(page, "community"), "Gofalwyr di-dâl")
        page.evaluate(POSTED)
        with page.expect_download() as download:
            page.get_by_role("button", name="Send back by email").click()
        assert download.value.suggested_filename.startswith("partner-map-toolkit-gofalwyr-di-dal-20")
        expect(page.locator("[data-asked-said]")).to_contain_text("is saved. Please attach it")
        expect(page.locator("[data-asked] a[href^='mailto:digital@ynyswen.example?']")).to_have_count(1)
        until(page, "letters.length")
        [(address, asks)] = page.evaluate("letters")
        assert len(address) < LONGEST_MAIL and not asks
