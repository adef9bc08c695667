"""Two tabs open on one worksheet do not lose each other's text."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.support.at_once import checked, pressed
from tests.support.worksheet_page import anew, box, keep, kept, read_all, remember_only, settled, write


@pytest.fixture(scope="module")
def both(context: BrowserContext) -> tuple[Page, Page]:
    return context.new_page(), context.new_page()


@pytest.fixture
def tabs(both: tuple[Page, Page], quick_address: str) -> tuple[Page, Page]:
    """Two tabs, both keeping, and nothing kept of before."""
    one, other = both
    remember_only(other, quick_address, {})
    anew(one, quick_address, "partner-map")
    other.goto(f"{quick_address}worksheets/partner-map/")
    keep(one)
    expect(other.get_by_label("Keep my answers on this device")).to_be_checked()
    return one, other


def test_each_tab_shows_what_the_other_writes_and_the_newest_text_of_one_box_wins(tabs: tuple[Page, Page]) -> None:
    one, other = tabs
    box(one, "community").fill("Carers")
    box(other, "missing").fill("Nobody")
    expect(box(other, "community")).to_have_value("Carers")
    expect(box(one, "missing")).to_have_value("Nobody")
    one.reload()
    expect(box(one, "missing")).to_have_value("Nobody")
    expect(box(one, "community")).to_have_value("Carers")
    box(one, "community").fill("First")
    one.keyboard.press("Tab")
    expect(box(other, "community")).to_have_value("First")
    box(other, "community").fill("Second")
    expect(box(one, "community")).to_have_value("Second")


def test_the_box_in_use_is_left_alone_until_it_is_left(tabs: tuple[Page, Page]) -> None:
    one, other = tabs
    box(one, "community").focus()
    box(other, "community").fill("From the other tab")
    settled(one)
    assert box(one, "community").input_value() == ""
    one.keyboard.press("Tab")
    expect(box(one, "community")).to_have_value("From the other tab")


def test_a_write_that_lost_the_other_tabs_text_is_mended(tabs: tuple[Page, Page]) -> None:
    one, other = tabs
    write(one, {"community": "Carers"})
    settled(one)
    key = next(iter(kept(one)))
    # What happens when both tabs read before either writes: the second write lacks what the first one wrote.
    late = {"format": 1, "values": {"missing": {"value": "Nobody", "at": 9}}, "rows": {}}
    other.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, json.dumps(late)])
    settled(one)
    values = json.loads(kept(other)[key])["values"]
    assert (values["community"]["value"], values["missing"]["value"]) == ("Carers", "Nobody")


# Types into a box as a reader does, without waiting for anything.
TYPE = """([name, text]) => { const box = document.querySelector(`form [name="${name}"]`);
  box.focus(); box.value = text; box.dispatchEvent(new Event('input', {bubbles: true})); }"""


def test_typing_in_both_at_once_loses_nothing(tabs: tuple[Page, Page]) -> None:
    names = [f"partners.{row}.{column}" for row in range(1, 8) for column in ("organisation", "reaches")]
    typed = {name: f"Answer {at}" for at, name in enumerate(names)}
    for at, name in enumerate(names):
        tabs[at % 2].evaluate(TYPE, [name, typed[name]])
    settled(tabs[0])
    tabs[0].reload()
    expect(box(tabs[0], names[-1])).to_have_value(typed[names[-1]])
    assert {name: text for name, text in read_all(tabs[0]).items() if name in typed} == typed


def test_rows_added_in_both_tabs_are_all_there(tabs: tuple[Page, Page]) -> None:
    for at, tab in enumerate(tabs):
        pressed(tab.get_by_role("button", name="Add a row (Partners)"))
        tab.keyboard.type(f"Added in {at}")
    settled(tabs[0])
    for tab in tabs:
        tab.reload()
        expect(box(tab, "partners.9.organisation")).to_have_value(re.compile("Added in"))
        assert {read_all(tab)[f"partners.{row}.organisation"] for row in (8, 9)} == {"Added in 0", "Added in 1"}


def test_a_row_removed_here_while_another_is_written_there_mixes_nothing_up(tabs: tuple[Page, Page]) -> None:
    one, other = tabs
    write(one, {"partners.2.organisation": "Second", "partners.4.organisation": "Fourth"})
    expect(box(other, "partners.4.organisation")).to_have_value("Fourth")
    pressed(one.locator('[data-table=partners] tr[data-row="2"] button'))
    other.locator('[data-table=partners] tr[data-row="4"] [name$=".reaches"]').fill("Manager")
    settled(other)
    one.reload()
    expect(box(one, "partners.3.organisation")).to_have_value("Fourth")
    expect(box(one, "partners.3.reaches")).to_have_value("Manager")
    assert "Second" not in str(kept(one))


def test_forgetting_in_one_tab_stops_the_other_but_leaves_its_text(tabs: tuple[Page, Page]) -> None:
    one, other = tabs
    write(one, {"community": "Carers"})
    expect(box(other, "community")).to_have_value("Carers")
    checked(one.get_by_label("Keep my answers on this device"), False)
    expect(other.get_by_label("Keep my answers on this device")).not_to_be_checked()
    write(other, {"missing": "Nobody"})
    settled(other)
    assert kept(other) == {} and box(other, "community").input_value() == "Carers"
