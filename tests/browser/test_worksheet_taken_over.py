"""Worksheets that are part of another one today: what readers kept of them, and their files, are in that one, whole."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from itertools import count
from pathlib import PurePosixPath
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from macros.content.library import Library
from macros.content.redirects import read_redirects
from tests.conftest import ROOT
from tests.support.worksheet_page import box, context_of, downloaded, kept, load, opened, read_all

BEFORE: dict[str, dict[str, Any]] = yaml.safe_load((ROOT / "tests/support/worksheets_1_3.yml").read_text("utf-8"))
MOVED = {
    PurePosixPath(old).stem: PurePosixPath(new).stem
    for old, new in read_redirects(ROOT).moved.items()
    if old.startswith("worksheets/")
}


def put(page: Page, name: str, values: dict[str, Any]) -> str:
    """Keep ``values`` as the worksheet called ``name`` would, and open the page again; returns their key."""
    key = "worksheet:" + page.evaluate("new URL('../../', location).pathname") + f":{name}"
    entries = {one: {"value": value, "at": 5} for one, value in values.items()}
    text = json.dumps({"format": 1, "values": entries, "rows": {}})
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, text])
    return str(key)


def shown(page: Page) -> str:
    """Everything that the page shows of the answers: in its boxes, and in the list of those without one."""
    page.locator("[data-unplaced]").evaluate("(list) => { list.open = true }")
    unplaced = page.locator("[data-unplaced] li").all_inner_texts()
    return "\n".join([*(str(value) for value in read_all(page).values()), *unplaced])


def answers(fields: dict[str, Any]) -> dict[str, Any]:
    """An answer for every box of a worksheet of then, each like no other as far as its kind allows."""
    number = count(101)

    def of(kind: Any) -> Any:
        if isinstance(kind, list):
            return kind[next(number) % len(kind)]
        day = date(2027, 1, 1) + timedelta(days=next(number))
        return {"date": day.isoformat(), "tick": True, "number": str(next(number)), "scale": "4"}.get(
            kind, f"said{next(number)}."
        )

    found: dict[str, Any] = {}
    for name, kind in fields.items():
        if not isinstance(kind, dict):
            found[name] = of(kind)
            continue
        for row in kind["rows"]:
            found |= {f"{name}.{row}.{column}": of(one) for column, one in kind["columns"].items()}
    return found


def lost(values: dict[str, Any], seen: str) -> list[str]:
    """Answers of ``values`` that are not ``seen``. A day may be in words, a choice its id; a tick has no words."""
    return [
        name
        for name, value in values.items()
        if value is not True
        and not any(way in seen for way in (value, in_words(value), today(value), id_of(value), id_of(today(value))))
    ]


def id_of(words: str) -> str:
    """The id of an option that is only words."""
    return "-".join(re.findall(r"\w+", words.casefold())) or words


def in_words(value: str) -> str:
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return value
    return f"{day.day} {day:%B %Y}"


def today(value: str) -> str:
    """What an option that was renamed is called."""
    types = {
        "Device": "Device or connection",
        "Connection": "Device or connection",
        "Confidence": "Confidence and trust",
        "Trust and safety": "Confidence and trust",
        "Accessibility": "Accessibility and language",
        "Language": "Accessibility and language",
        "Staff confidence": "Support from other people",
        "Mend": "Fix",
        "Leave": "Let it be",
    }
    return types.get(value, value)


@pytest.mark.parametrize("name", sorted(BEFORE))
def test_nothing_that_was_kept_of_any_worksheet_is_lost(browser: Browser, quick_address: str, name: str) -> None:
    values = answers(BEFORE[name])
    with context_of(browser) as context:
        page = opened(context, quick_address, MOVED.get(name, name))
        put(page, name, values)
        page.reload()
        expect(page.locator("[data-status]")).to_contain_text("Kept on this device from before")
        assert lost(values, shown(page)) == []
        assert [key.rsplit(":", 1)[1] for key in kept(page)] == [MOVED.get(name, name)]


@pytest.mark.parametrize("name", sorted(MOVED))
def test_nothing_is_lost_where_both_worksheets_were_filled_in(browser: Browser, quick_address: str, name: str) -> None:
    now = MOVED[name]
    old = answers(BEFORE[name])
    own = {
        key: f"own {value}" if str(value).startswith("said") else value for key, value in answers(BEFORE[now]).items()
    }
    with context_of(browser) as context:
        page = opened(context, quick_address, now)
        put(page, now, own)
        put(page, name, old)
        page.reload()
        expect(page.locator("[data-status]")).to_contain_text("Kept on this device from before")
        seen = shown(page)
        assert lost(own, seen) == lost(old, seen) == []
        page.reload()
        assert shown(page) == seen, "once is enough"


def test_answers_of_two_worksheets_arrive_in_one(browser: Browser, quick_address: str) -> None:
    with context_of(browser) as context:
        page = opened(context, quick_address, "community-chooser")
        put(page, "community-chooser", {"community": "Carers", "decision": "Carers, this year", "date": "2027-01-02"})
        put(page, "community-profile", {"community": "Carers", "who": "People who care", "date": "2027-02-03"})
        page.reload()
        expect(box(page, "who")).to_have_value("People who care")
        assert box(page, "community").input_value() == "Carers"
        assert box(page, "decision").input_value() == "Carers, this year"
        assert box(page, "date").input_value() == "2027-01-02"
        assert "community-profile.date: 2027-02-03" in shown(page)


def test_what_both_say_to_one_question_stands_one_after_the_other(browser: Browser, quick_address: str) -> None:
    with context_of(browser) as context:
        page = opened(context, quick_address, "report-pack")
        put(page, "report-pack", {"ask": "A second year", "keep_until": "2028-01-01"})
        put(page, "sharing-plan", {"ask": "A line on the form", "keep_until": "2028-01-01"})
        page.reload()
        expect(box(page, "ask")).to_have_value("A second year\nA line on the form")
        assert page.locator("[data-unplaced]").is_hidden()


def test_rows_of_another_worksheet_get_rows_of_their_own(browser: Browser, quick_address: str) -> None:
    with context_of(browser) as context:
        page = opened(context, quick_address, "staged-plan")
        put(page, "staged-plan", {"plan.1.action": "Open the table", "plan.1.cost": "£600"})
        put(
            page,
            "action-list",
            {"actions.1.action": "Write the guide", "actions.1.owner": "Council", "details.1.risk": "None"},
        )
        page.reload()
        expect(box(page, "plan.9.action")).to_have_value("Write the guide")
        assert box(page, "plan.1.action").input_value() == "Open the table"
        assert box(page, "plan.9.owner").input_value() == "Council"
        assert box(page, "details.1.cost").input_value() == "£600"
        assert box(page, "details.9.risk").input_value() == "None", "in the same row as its action"


def test_a_file_of_a_worksheet_that_is_part_of_this_one_adds_and_can_be_taken_away(
    browser: Browser, quick_address: str
) -> None:
    talks = {"conversations.1.partner": "Library", "conversations.1.follow_up": "Rang on Monday", "missing": "Nobody"}
    file = {"worksheet": "engagement-plan", "version": 1, "answers": talks, "rows": {"conversations": 7}}
    with context_of(browser) as context:
        page = opened(context, quick_address, "partner-map")
        box(page, "missing").fill("Shops")
        load(page, file)
        expect(page.locator("[data-status]")).to_contain_text("What was here is still here")
        assert box(page, "conversations.1.outcome").input_value() == "Rang on Monday"
        assert box(page, "missing").input_value() == "Shops; Nobody"
        load(page, file)
        expect(page.locator('[name$=".partner"]').first).to_have_value("Library")
        assert [key for key, value in read_all(page).items() if value == "Library"] == ["conversations.1.partner"]
        page.get_by_role("button", name="Take them away again").click()
        page.get_by_role("button", name="Close this message").click()
        load(page, {**file, "answers": {"conversations.1.partner": "Surgery"}})
        expect(box(page, "conversations.8.partner")).to_have_value("Surgery")


@pytest.mark.parametrize("name", sorted(BEFORE))
def test_nothing_in_an_old_file_is_lost(browser: Browser, quick_address: str, name: str) -> None:
    values = answers(BEFORE[name])
    with context_of(browser) as context:
        page = opened(context, quick_address, MOVED.get(name, name))
        load(page, {"worksheet": name, "version": 1, "answers": values, "rows": {}})
        expect(page.locator("[data-status]")).to_contain_text("Loaded from")
        assert lost(values, shown(page)) == []
        again = json.loads(downloaded(page, "Save to a file")[1])
        saved = [*again["answers"].values(), *again["unplaced"].values()]
        assert lost(values, "\n".join(map(str, saved))) == []


def test_what_cannot_be_read_of_the_other_is_kept_and_offered(browser: Browser, quick_address: str) -> None:
    with context_of(browser) as context:
        page = opened(context, quick_address, "partner-map")
        key = put(page, "engagement-plan", {})
        page.evaluate("(key) => localStorage.setItem(key, '{broken')", key)
        page.reload()
        page.locator("[data-tools]").wait_for()
        assert downloaded(page, "Save what cannot be read")[1].decode() == "{broken"


def test_where_there_is_no_room_all_stays_as_it_was(browser: Browser, quick_address: str) -> None:
    full = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"
    with context_of(browser) as context:
        page = opened(context, quick_address, "partner-map")
        put(page, "partner-map", {"missing": "Shops"})
        put(page, "engagement-plan", {"host": "Library"})
        before = kept(page)
        page.context.add_init_script(full)
        page.reload()
        expect(box(page, "missing")).to_have_value("Shops")
        assert kept(page) == before


def test_every_worksheet_that_moved_says_what_it_asked(library: Library) -> None:
    assert set(MOVED) <= set(BEFORE) and set(MOVED.values()) <= set(library.worksheets)
    assert {name for sheet in library.worksheets.values() for name in sheet.takes_over} <= set(BEFORE)
