"""A worksheet's page keeps what is typed when it is asked to, on this device only, and loses nothing."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tests.support.at_once import checked, pressed, written
from tests.support.builds import Built
from tests.support.contexts import context_of
from tests.support.parsed import page_at
from tests.support.settling import until_so
from tests.support.worksheet_page import (
    box,
    downloaded,
    fill_all,
    keep,
    kept,
    key_of,
    load,
    opened,
    read_all,
    said,
    settled,
    tool,
    write,
)

BLOCKED = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError') }})"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"


Opens = Callable[..., Page]


def test_nothing_is_kept_until_the_reader_asks(sheet: Opens, context: BrowserContext, quick_address: str) -> None:
    page = sheet("partner-map")
    fill_all(page)
    settled(page)
    assert kept(page) == {}
    other = opened(context, quick_address, "partner-map")
    assert box(other, "community").input_value() == ""
    other.close()


def test_a_tab_holds_what_is_typed_from_the_first_letter(sheet: Opens, quick_address: str) -> None:
    page = sheet("partner-map")
    box(page, "community").press_sequentially("Ll")
    page.reload()
    expect(box(page, "community")).to_have_value("Ll")
    pressed(page.get_by_role("button", name="Add a row (Partners)"))
    page.keyboard.type("ŷ")
    page.goto(quick_address)
    page.go_back()
    expect(box(page, "partners.8.organisation")).to_have_value("ŷ")
    assert "2 answers" in said(page) and kept(page) == {}


def test_leaving_asks_only_where_words_would_be_lost_and_once_on_other_pages(
    browser: Browser, quick_address: str
) -> None:
    with context_of(browser, own=True) as context:
        page = opened(context, quick_address, "partner-map")
        asked: list[str] = []
        page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
        page.goto("about:blank")
        assert asked == [], "nothing was typed"
        page.goto(f"{quick_address}worksheets/partner-map/")
        box(page, "community").fill("Carers")
        page.get_by_role("link", name="See and remove all").click()  # the tab still has them
        page.locator("[data-kept-list]").get_by_role("link", name="Partner map").click()
        expect(box(page, "community")).to_have_value("Carers")
        assert asked == []
        page.goto("about:blank")
        assert asked == ["beforeunload"]
        page.goto(f"{quick_address}worksheets/partner-map/")
        expect(box(page, "community")).to_have_value("Carers")
        with page.expect_download():
            page.keyboard.press("Meta+s")  # ⌘S
        with page.expect_download():
            page.keyboard.press("Control+s")
        page.goto("about:blank")
        assert asked == ["beforeunload"], "a file has them"

        page.goto(f"{quick_address}worksheets/partner-map/")
        write(page, {"community": "Carers and others"})
        page.get_by_role("link", name="See and remove all").click()
        page.locator("h1").click()
        page.goto("about:blank")
        assert asked == ["beforeunload"] * 2, "another page of the site asks too"
        page.goto(f"{quick_address}kept/")
        page.locator("h1").click()
        page.goto("about:blank")
        assert asked == ["beforeunload"] * 2, "nobody is asked the same at each step"
        page.goto(f"{quick_address}worksheets/partner-map/")
        expect(box(page, "community")).to_have_value("Carers and others")
        page.get_by_role("link", name="See and remove all").click()
        page.get_by_role("button", name="Remove all of it").click()
        page.goto("about:blank")
        assert asked == ["beforeunload"] * 2, "there is nothing left to lose"

        page.goto(f"{quick_address}worksheets/partner-map/")
        page.get_by_label("Keep my answers on this device").check()  # by the hand: else no page may ask
        write(page, {"missing": "Nobody"})
        page.goto("about:blank")
        assert asked == ["beforeunload"] * 2, "this device has them"


def test_a_name_that_was_typed_before_its_script_came_is_kept(browser: Browser, quick_address: str) -> None:
    with context_of(browser) as context:
        page = opened(context, quick_address, "partner-map")
        held: list[Route] = []
        context.route("**/send-back/tool*.js", lambda route: held.append(route))
        page.locator("[data-send-back] summary").click()
        until_so(page, lambda: bool(held))
        page.locator("[data-own=council]").fill("Cyngor Ynys Wen")
        held[0].continue_()

        expect(page.locator("[data-own-said]")).not_to_be_empty()
        expect(page.locator("[data-own=council]")).to_have_value("Cyngor Ynys Wen")
        assert any("Cyngor Ynys Wen" in text for text in kept(page).values())


def test_the_name_on_ones_sheets_is_listed_and_removed_too(sheet: Opens, quick_address: str) -> None:
    page = sheet("partner-map")
    pressed(page.locator("[data-send-back] summary"))
    written(page.locator("[data-own=council]"), "Cyngor Ynys Wen")
    expect(page.locator("[data-own-said]")).not_to_be_empty()
    page.goto(f"{quick_address}kept/")
    row = page.locator("[data-rows=device] tr")
    expect(row).to_contain_text("The name that you put on your sheets")
    pressed(row.get_by_role("button"))
    assert kept(page) == {}


def test_what_safari_deletes_is_said_wherever_something_is_kept(quick: Built) -> None:
    for path in ("kept", "worksheets/partner-map", "checklists"):
        text = " ".join(page_at(quick.site / path / "index.html").get_text(" ").split())
        assert re.search(r"Safari deletes what (it|a site) keeps after seven days", text), path


def test_save_and_clear_gives_the_file_and_empties_page_tab_and_device(sheet: Opens) -> None:
    page = sheet("partner-map")
    keep(page)
    write(page, {"community": "Carers"})
    name, content = downloaded(page, "Save to a file and clear")
    assert name.endswith(".json") and json.loads(content)["answers"] == {"community": "Carers"}
    expect(page.locator("[data-status]")).to_contain_text("then close this tab")
    assert kept(page) == {} and page.evaluate("sessionStorage.length") == 0
    page.reload()
    page.locator("[data-tools]").wait_for()
    assert box(page, "community").input_value() == ""


def test_one_page_lists_all_that_is_kept_and_removes_it(sheet: Opens, quick_address: str) -> None:
    page = sheet("partner-map")
    write(page, {"community": "Carers"})
    keep(page)
    page.evaluate("localStorage.setItem('worksheet:/another/:persona', '{}')")  # another edition's
    page.evaluate("localStorage.setItem('worksheet:' + new URL('../../', location).pathname + ':persona', '{')")
    page.goto(f"{quick_address}kept/")
    rows = page.locator("[data-rows=device] tr")
    expect(rows).to_have_count(2)
    assert "kB" in rows.first.inner_text() and "(cannot be read)" in rows.last.inner_text()
    pressed(page.get_by_role("button", name="Remove (Persona)"))
    expect(rows).to_have_count(1)
    pressed(page.get_by_role("button", name="Bring it back"))
    expect(rows).to_have_count(2)
    pressed(page.get_by_role("button", name="Remove all of it"))
    expect(page.locator("[data-none=device]")).to_be_visible()
    assert list(kept(page)) == ["worksheet:/another/:persona"] and page.evaluate("sessionStorage.length") == 0


def test_what_is_kept_says_its_format_its_worksheet_and_when_each_answer_changed(
    sheet: Opens, quick_address: str
) -> None:
    page = sheet("partner-map")
    keep(page)
    write(page, {"community": "Carers"})
    settled(page)
    stored = kept(page)
    assert list(stored) == [key_of(quick_address, "partner-map")]
    data = json.loads(stored[key_of(quick_address, "partner-map")])
    assert data["format"] == 1
    assert data["values"]["community"]["value"] == "Carers"
    assert data["values"]["community"]["at"] > 1_600_000_000_000


def test_switching_off_forgets_and_can_be_undone(sheet: Opens) -> None:
    page = sheet("partner-map")
    keep(page)
    write(page, {"community": "Carers"})
    settled(page)
    checked(page.get_by_label("Keep my answers on this device"), False)
    assert kept(page) == {} and box(page, "community").input_value() == "Carers"
    pressed(page.get_by_role("button", name="Keep them again"))
    page.reload()
    expect(box(page, "community")).to_have_value("Carers")


def test_removing_says_what_goes_empties_everything_and_can_be_undone(sheet: Opens) -> None:
    page = sheet("partner-map")
    keep(page)
    write(page, {"community": "Carers", "partners.2.organisation": "Library"})
    pressed(page.get_by_role("button", name="Add a row (Partners)"))
    pressed(tool(page, "Remove my answers"))
    assert "2 answers" in said(page)
    assert kept(page) == {} and not any(read_all(page).values())
    assert page.locator("[data-table=partners] tr[data-row]").count() == 7
    page.get_by_role("button", name="Bring my answers back").click()
    page.reload()
    expect(box(page, "community")).to_have_value("Carers")
    expect(box(page, "partners.2.organisation")).to_have_value("Library")
    assert page.locator("[data-table=partners] tr[data-row]").count() == 8


def test_bringing_back_does_not_overwrite_what_was_typed_since(sheet: Opens) -> None:
    page = sheet("partner-map")
    write(page, {"community": "Old", "missing": "Old too"})
    pressed(tool(page, "Remove my answers"))
    write(page, {"community": "New"})
    pressed(page.get_by_role("button", name="Bring my answers back"))
    assert box(page, "community").input_value() == "New"
    assert box(page, "missing").input_value() == "Old too"


def test_storage_that_is_blocked_is_told_and_breaks_nothing(browser: Browser, quick_address: str) -> None:
    with context_of(browser, own=True) as context:
        context.add_init_script(BLOCKED)
        page = opened(context, quick_address, "partner-map")
        page.get_by_label("Keep my answers on this device").click()
        expect(page.locator("[data-status]")).to_contain_text("does not let the page keep anything")
        expect(page.get_by_label("Keep my answers on this device")).not_to_be_checked()
        write(page, {"community": "Carers"})
        pressed(tool(page, "Remove my answers"))
        pressed(page.get_by_role("button", name="Bring my answers back"))
        assert box(page, "community").input_value() == "Carers"


def test_storage_that_fills_up_is_told_and_what_was_kept_stays(sheet: Opens) -> None:
    page = sheet("partner-map")
    keep(page)
    write(page, {"community": "Carers"})
    settled(page)
    before = kept(page)
    page.evaluate(f"() => {{ window.real = Storage.prototype.setItem; {FULL} }}")
    write(page, {"missing": "Nobody"})
    settled(page)
    assert "no room left" in said(page) and kept(page) == before
    load(page, {"worksheet": "partner-map", "version": 1, "answers": {"missing": "Parents"}})
    assert "no room left" in said(page) and "Loaded from" in said(page)
    page.evaluate("() => { Storage.prototype.setItem = window.real }")
    write(page, {"missing": "Nobody yet"})
    settled(page)
    assert "kept again" in said(page) and "Nobody yet" in str(kept(page))


def test_what_cannot_be_read_is_never_lost(sheet: Opens, quick_address: str) -> None:
    key = key_of(quick_address, "partner-map")
    values = '{"format":1,"values":{"community":"x"},"rows":{}}'
    for damaged in ("{", '"text"', values, "\u0000"):  # more of them: tests/scripts/test_storage.py
        page = sheet("partner-map", {"partner-map": damaged})
        expect(page.locator("[data-status]")).to_contain_text("cannot be read")
        assert kept(page) == {key: damaged}
        keep(page)
        write(page, {"community": "Carers"})
        settled(page)
        stored = kept(page)
        assert stored.pop(f"{key}:damaged") == damaged
        assert "Carers" in stored[key], damaged
        assert downloaded(page, "Save what cannot be read")[1].decode() == damaged


def test_what_a_newer_version_kept_is_left_alone(sheet: Opens, quick_address: str) -> None:
    newer = '{"format":2,"anything":true}'
    page = sheet("partner-map", {"partner-map": newer})
    expect(page.locator("[data-status]")).to_contain_text("newer version")
    page.get_by_label("Keep my answers on this device").click()
    expect(page.get_by_label("Keep my answers on this device")).not_to_be_checked()
    write(page, {"community": "Carers"})
    settled(page)
    assert kept(page) == {key_of(quick_address, "partner-map"): newer}


def test_an_answer_whose_box_is_gone_is_shown_and_stays_kept(sheet: Opens, quick_address: str) -> None:
    entry = {"value": "An old answer", "at": 5}
    data = json.dumps({"format": 1, "values": {"gone": entry, "partners.1.tier": entry}, "rows": {}})
    page = sheet("partner-map", {"partner-map": data})
    pressed(page.get_by_text("Answers that have no place"))
    assert page.locator("[data-unplaced] li").all_inner_texts() == [
        "gone: An old answer",
        "partners.1.tier: An old answer",
    ]
    write(page, {"community": "Carers"})
    settled(page)
    values = json.loads(kept(page)[key_of(quick_address, "partner-map")])["values"]
    assert values["gone"] == values["partners.1.tier"] == entry and re.search("Carers", str(values))


def test_with_the_keyboard_a_worksheets_message_does_not_lose_the_reader(sheet: Opens) -> None:
    page = sheet("partner-map")
    write(page, {"community": "Carers"})
    pressed(tool(page, "Remove my answers"))
    page.get_by_role("button", name="Bring my answers back").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Close this message")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Keep my answers on this device")).to_be_focused()


def test_with_the_mouse_a_closed_message_leaves_the_page_where_it_is(browser: Browser, quick_address: str) -> None:
    seen = {"width": 1000, "height": 600}
    with context_of(browser, own=True, viewport=seen) as context:
        context.add_init_script(FULL)
        page = opened(context, quick_address, "partner-map")
        page.get_by_label("Keep my answers on this device").click()
        box(page, "missing").scroll_into_view_if_needed()
        top = "document.querySelector('form [name=missing]').getBoundingClientRect().top"
        before = page.evaluate(top)
        close = page.get_by_role("button", name="Close this message").bounding_box()
        assert close and 0 < before < 600, "a problem stays in sight"
        # Not by its name: Playwright would scroll to where the message stands when it is not held in sight.
        page.mouse.click(close["x"] + 9, close["y"] + 9)
        expect(page.get_by_label("Keep my answers on this device")).to_be_focused()
        assert abs(page.evaluate(top) - before) < 2
