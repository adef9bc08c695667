"""A worksheet's page as a tool: rows, totals, the keyboard, and what it is without its script."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Browser, Page, Route, expect

from macros.content.library import Library
from macros.quality.axe import SCREEN_SIZES
from tests.conftest import Built
from tests.support.accessibility.asks import faults_of
from tests.support.at_once import pressed
from tests.support.contexts import context_of
from tests.support.parsed import tree_at
from tests.support.search_entries import search_files_of
from tests.support.worksheet_names import EVERY_KIND, NAMES
from tests.support.worksheet_page import box, downloaded, keep, labels, opened, read_all, settled, write

Opens = Callable[..., Page]
ALL_LABELS = (
    "() => Object.fromEntries([...document.querySelectorAll('form td [name]')].map(box => [box.name, box.ariaLabel]))"
)


def announced(page: Page) -> str:
    return page.locator("[data-announce]").text_content() or ""


def test_an_added_row_is_named_like_the_others_takes_the_focus_and_is_announced(sheet: Opens, library: Library) -> None:
    page = sheet("partner-map")
    page.get_by_role("button", name="Add a row (Partners)").click()
    page.keyboard.type("Library")
    assert box(page, "partners.8.organisation").input_value() == "Library"
    assert announced(page) == "Row 8 added."
    page_labels = page.evaluate(ALL_LABELS)
    ids = page.locator("form [id]").evaluate_all("all => all.map(element => element.id)")
    known = {name: label for name, label in labels(library, "partner-map").items() if "." in name}
    assert {name: label for name, label in page_labels.items() if ".8." not in name} == known
    assert page_labels["partners.8.next_step"] == "Next step, row 8"
    assert len(ids) == len(set(ids)) and "partner-map--partners-8-organisation" in ids


def test_every_box_is_named_as_every_other_form_has_it(quick: Built, library: Library) -> None:
    wrong = {}
    for name in NAMES:
        boxes = tree_at(quick.site / f"worksheets/{name}/index.html").xpath("//form//td//*[@name]")
        spoken = {box.get("name"): box.get("aria-label") for box in boxes}
        if spoken != (wanted := {key: text for key, text in labels(library, name).items() if "." in key}):
            wrong[name] = (spoken, wanted)
    assert wrong == {}


def test_a_removed_row_closes_the_gap_and_comes_back_whole(sheet: Opens) -> None:
    page = sheet("partner-map")
    write(page, {f"partners.{row}.organisation": f"Partner {row}" for row in (2, 3)})
    write(page, {f"partners.{row}.tier": "Core" for row in (2, 3)})
    before = read_all(page)
    page.locator("[data-table=partners]").get_by_role("button", name="Remove this row (row 2)").click()
    assert box(page, "partners.2.organisation").input_value() == "Partner 3"
    assert box(page, "partners.2.organisation").get_attribute("aria-label") == "Organisation, row 2"
    assert box(page, "partners.7.organisation").count() == 0
    assert announced(page) == "Row 2 removed."
    expect(page.get_by_role("button", name=re.compile("^Undo"))).to_be_focused()
    page.keyboard.press("Enter")
    assert read_all(page) == before
    assert announced(page) == "Row 2 is back."
    expect(box(page, "partners.2.organisation")).to_be_focused()


def test_the_number_of_rows_is_kept(sheet: Opens) -> None:
    page = sheet("community-chooser")
    keep(page)
    rows = page.locator("[data-table=scores] tr[data-row]")
    pressed(page.get_by_role("button", name="Add a row (Score each community)"))
    settled(page)
    page.reload()
    expect(rows).to_have_count(6)
    for _ in range(3):
        pressed(page.locator("[data-table=scores] tr[data-row] .worksheet-table__remove").first)
    settled(page)
    page.reload()
    expect(rows).to_have_count(3)


def test_a_paragraph_begins_at_the_side_where_its_letters_do(sheet: Opens) -> None:
    page = sheet("partner-map")
    looks = page.locator("form.worksheet textarea, form.worksheet input[type=text]").evaluate_all(
        "(all) => all.map((box) => getComputedStyle(box)).map(({ unicodeBidi, textAlign }) => [unicodeBidi, textAlign])"
    )
    assert looks and all(look == ["plaintext", "start"] for look in looks)


def test_the_last_row_cannot_be_removed(sheet: Opens) -> None:
    page = sheet("partner-map")
    for _ in range(6):
        pressed(page.locator("[data-table=partners] tr[data-row] .worksheet-table__remove").first)
    assert page.locator("[data-table=partners] tr[data-row]").count() == 1
    expect(page.locator("[data-table=partners] tr[data-row] .worksheet-table__remove")).to_be_hidden()


def test_tables_with_named_rows_neither_grow_nor_shrink(sheet: Opens) -> None:
    page = sheet("mandate-on-a-page")
    assert page.locator("form table th[scope=row]").count() > 1
    assert page.locator("form.worksheet button:not(.term)").count() == 0


def test_totals_are_worked_out_while_typing_and_a_blank_row_stays_blank(sheet: Opens) -> None:
    page = sheet("community-chooser")
    total = box(page, "scores.1.total")
    assert total.input_value() == "" and not total.is_editable()
    write(page, {"scores.1.reach": "4", "scores.1.benefit": "5"})
    assert total.input_value() == "9" and box(page, "scores.2.total").input_value() == ""
    pressed(page.get_by_role("button", name="Add a row (Score each community)"))
    box(page, "scores.6.readiness").select_option("3")
    assert box(page, "scores.6.total").input_value() == "3"
    box(page, "scores.6.readiness").select_option("")
    assert box(page, "scores.6.total").input_value() == ""


def test_everything_can_be_done_with_the_keyboard(sheet: Opens) -> None:
    page = sheet("partner-map")

    def to(selector: str) -> None:
        for _ in range(200):
            page.keyboard.press("Tab")
            if page.evaluate("selector => document.activeElement.matches(selector)", selector):
                ring = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
                assert ring != "none", selector
                return
        raise AssertionError(f"Tab does not lead to {selector}")

    to("[data-keep]")
    page.keyboard.press("Space")
    expect(page.locator("[data-status]")).to_contain_text("are now kept")
    to("[data-tools] summary")
    page.keyboard.press("Enter")
    for do in ("word", "print", "csv", "save", "load", "clear", "remove"):
        to(f'[data-do="{do}"]')
    to("[data-close]")
    page.keyboard.press("Enter")
    to('[name="community"]')
    page.keyboard.type("Carers")
    to(".worksheet-table__remove")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name=re.compile("^Undo"))).to_be_focused()
    to(".worksheet__add button")
    page.keyboard.press("Enter")
    expect(box(page, "partners.7.organisation")).to_be_focused()


# What axe is asked in each window and scheme: colours of the least and of the widest window are those of every other.
ALL_BUT_COLOURS, COLOURS = ("axe without colours",), ("contrast", "links")
IN_USE: list[tuple[int, Any, tuple[str, ...]]] = [
    (320, "light", ALL_BUT_COLOURS),
    (320, "dark", COLOURS),
    *((width, "light", ALL_BUT_COLOURS) for width in SCREEN_SIZES),
    (max(SCREEN_SIZES), "light", COLOURS),
]


def test_axe_finds_nothing_with_the_tools_in_use(browser: Browser, quick_address: str) -> None:
    with context_of(browser, viewport={"width": 320, "height": 844}) as context:
        page = opened(context, quick_address, "community-chooser")
        keep(page)
        pressed(page.locator("tr[data-row] .worksheet-table__remove").first)
        pressed(page.get_by_role("button", name="Add a row (Score each community)"))
        page.locator("[data-picker]").set_input_files(
            {
                "name": "x.json",
                "mimeType": "application/json",
                "buffer": b'{"worksheet":"community-chooser","version":1,"answers":{"gone":"x"}}',
            }
        )
        expect(page.locator("[data-unplaced]")).to_be_visible()
        for width, scheme, asks in IN_USE:
            page.set_viewport_size({"width": width, "height": 844})
            page.emulate_media(color_scheme=scheme)
            assert {ask: lines for ask in asks if (lines := faults_of(page, ask))} == {}, (width, scheme)
            assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_every_button_can_be_hit(sheet: Opens) -> None:
    page = sheet("partner-map")
    wide = page.viewport_size
    assert wide and wide["width"] == 1280
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 844})
        sizes = page.locator("main button:visible, main input[type=checkbox]:visible").evaluate_all(
            "all => all.map(item => item.getBoundingClientRect()).map(({width, height}) => Math.min(width, height))"
        )
        assert len(sizes) > 12 and min(sizes) >= 24, width
    page.set_viewport_size(wide)


def test_it_works_where_only_the_sites_own_files_may_run(browser: Browser, address: str) -> None:
    def strict(route: Route) -> None:
        answer = route.fetch()
        policy = "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self'; font-src 'self'"
        headers = {**answer.headers, "content-security-policy": f"{policy}; style-src 'self' 'unsafe-inline'"}
        route.fulfill(response=answer, headers=headers)

    with context_of(browser, own=True) as context:
        context.route("**/worksheets/partner-map/", strict)
        page = opened(context, address, "partner-map")
        refused: list[str] = []
        page.on("console", lambda message: refused.append(message.text) if message.type == "error" else None)
        for button in ("Download as Word with my answers", "Download as CSV", "Save to a file"):
            downloaded(page, button)
        pressed(page.get_by_role("button", name="Add a row (Partners)"))
        page.pdf()
        assert refused == []


def test_the_words_of_the_tools_are_neither_in_the_search_nor_in_the_book(built: Built) -> None:
    whole = (built.site / "print_page/index.html").read_text("utf-8")  # the book is drawn from it
    for words in (whole, "".join(search_files_of(built.site).values())):
        assert "Partner map" in words and "Download as Word with my answers" not in words
        assert "Remove my answers" not in words


def test_without_scripts_there_is_a_clean_form_and_its_downloads(browser: Browser, built: Built, address: str) -> None:
    with context_of(browser, java_script_enabled=False) as context:
        page = context.new_page()
        for name in EVERY_KIND:
            page.goto(f"{address}worksheets/{name}/")
            as_a_form(page, built, name)


def test_when_its_script_does_not_arrive_there_is_a_clean_form_and_its_downloads(
    browser: Browser, built: Built, address: str
) -> None:
    def abort(route: Route) -> None:
        route.abort()

    with context_of(browser) as context:
        context.route("**/entries/worksheet.js", abort)
        page = context.new_page()
        page.goto(f"{address}worksheets/partner-map/", wait_until="networkidle")
        as_a_form(page, built, "partner-map")


# How often each part is there that a script shows or hides, and how often it is to be seen; and the files to download.
FORM = """() => {
  const count = (where) => {
    const parts = [...document.querySelectorAll(where)];
    const isSeen = (part) => part.checkVisibility({ visibilityProperty: true }) && part.getClientRects().length > 0;
    return [parts.length > 0, parts.filter(isSeen).length];
  };
  const links = [...document.querySelectorAll('.worksheet__downloads a[download]')];
  return {
    tools: count('[data-tools]'), told: count('[data-told]'), without: count('[data-without-tools]'),
    buttons: count('form.worksheet button:not(.term)')[1],
    files: links.map((link) => [link.download, new URL(link.href).pathname]),
  };
}"""


def as_a_form(page: Page, built: Built, name: str) -> None:
    """No tool is offered that would not work; the form can be filled in, and the files are there."""
    seen = page.evaluate(FORM)
    assert seen["tools"] == seen["told"] == [True, 0] and seen["without"] == [True, 1], name
    assert seen["buttons"] == 0, name  # what a script shows may stand there, hidden
    first = page.locator("form.worksheet input[type=text]").first
    first.fill("Carers")
    assert first.input_value() == "Carers"
    assert f"{name}-toolkit.docx" in [called for called, _ in seen["files"]]
    for _, path in seen["files"]:
        assert (built.site / path.removeprefix("/toolkit/")).is_file()
