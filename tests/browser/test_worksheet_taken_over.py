"""Worksheets that are part of another one today: what readers kept of them, and their files, are in that one, whole."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date, timedelta
from itertools import count
from pathlib import PurePosixPath
from typing import Any

import yaml
from playwright.sync_api import Browser, Page, expect

from macros.content.library import Library
from macros.content.redirects import read_redirects
from tests.conftest import ROOT
from tests.support.at_once import pressed
from tests.support.contexts import context_of
from tests.support.settling import until_seen
from tests.support.worksheet_page import (
    as_kept,
    box,
    downloaded,
    kept,
    key_of,
    load,
    read_all,
    remember_only,
    take_anew,
    write,
)

BEFORE: dict[str, dict[str, Any]] = yaml.safe_load((ROOT / "tests/support/worksheets_1_3.yml").read_text("utf-8"))
Opens = Callable[..., Page]
MOVED = {
    PurePosixPath(old).stem: PurePosixPath(new).stem
    for old, new in read_redirects(ROOT).moved.items()
    if old.startswith("worksheets/")
}


# Everything that the page shows of the answers: in its boxes, and in the list of those without one.
SHOWN = """(() => {
  document.querySelector('[data-unplaced]').open = true;
  const lines = [...document.querySelectorAll('form [name]:not([type=checkbox])')].map((box) => box.value);
  return [...lines, ...[...document.querySelectorAll('[data-unplaced] li')].map((line) => line.innerText)].join('\\n');
})()"""
# What is shown once it is said that it was kept, and what is kept then.
FROM_BEFORE = f"""async () => {{
  const said = document.querySelector('[data-status]');
  await tests.once(() => said.textContent.includes('Kept on this device from before'));
  return [{SHOWN}, Object.keys(localStorage)];
}}"""
# The file that is saved, which the browser would give to a reader.
SAVED = """async () => {
  const { createObjectURL } = URL;
  let saved;
  URL.createObjectURL = (blob) => { saved = blob; return createObjectURL.call(URL, blob); };
  document.querySelector('[data-tools] [data-do=save]').click();
  await tests.once(() => saved);
  URL.createObjectURL = createObjectURL;
  return saved.text();
}"""


def shown(page: Page) -> str:
    """Everything that the page shows of the answers."""
    return str(page.evaluate(SHOWN))


def from_before(page: Page) -> tuple[str, list[str]]:
    """Everything that the page shows of the answers that were kept, and what is kept then, by its worksheet."""
    seen, keys = page.evaluate(FROM_BEFORE)
    return seen, [key.rsplit(":", 1)[1] for key in keys]


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

    filled: dict[str, Any] = {}
    for name, kind in fields.items():
        if not isinstance(kind, dict):
            filled[name] = of(kind)
            continue
        for row in kind["rows"]:
            filled |= {f"{name}.{row}.{column}": of(column_kind) for column, column_kind in kind["columns"].items()}
    return filled


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


def test_nothing_that_was_kept_of_any_worksheet_is_lost_and_nothing_in_an_old_file(sheet: Opens) -> None:
    wrong: dict[str, Any] = {}
    for name in BEFORE:
        values = answers(BEFORE[name])
        page = sheet(MOVED.get(name, name), {name: as_kept(values)})
        seen, keys = from_before(page)
        if gone := lost(values, seen):
            wrong[name] = gone
        if keys != [MOVED.get(name, name)]:
            wrong[f"{name} is kept as"] = keys

        take_anew(page, json.dumps({"worksheet": name, "version": 1, "answers": values, "rows": {}}))
        seen, again = shown(page), json.loads(page.evaluate(SAVED))
        saved = "\n".join(map(str, [*again["answers"].values(), *again["unplaced"].values()]))
        if gone := [*lost(values, seen), *lost(values, saved)]:
            wrong[f"{name} in a file"] = gone
    assert wrong == {}


def test_nothing_is_lost_where_both_worksheets_were_filled_in(sheet: Opens) -> None:
    wrong: dict[str, Any] = {}
    for name, now in MOVED.items():
        old = answers(BEFORE[name])
        here = {
            key: f"own {value}" if str(value).startswith("said") else value
            for key, value in answers(BEFORE[now]).items()
        }
        page = sheet(now, {now: as_kept(here), name: as_kept(old)})
        seen, _ = from_before(page)
        if gone := [*lost(here, seen), *lost(old, seen)]:
            wrong[name] = gone
        page.reload()
        until_seen(page, "[data-tools]")
        if shown(page) != seen:
            wrong[f"{name}: once is enough"] = shown(page)
    assert wrong == {}


def test_answers_of_two_worksheets_arrive_in_one(sheet: Opens) -> None:
    here = {"community": "Carers", "decision": "Carers, this year", "date": "2027-01-02"}
    other = {"community": "Carers", "who": "People who care", "date": "2027-02-03"}
    page = sheet("community-chooser", {"community-chooser": as_kept(here), "community-profile": as_kept(other)})
    expect(box(page, "who")).to_have_value("People who care")
    assert box(page, "community").input_value() == "Carers"
    assert box(page, "decision").input_value() == "Carers, this year"
    assert box(page, "date").input_value() == "2027-01-02"
    assert "community-profile.date: 2027-02-03" in shown(page)


def test_what_both_say_to_one_question_stands_one_after_the_other(sheet: Opens) -> None:
    here = {"ask": "A second year", "keep_until": "2028-01-01"}
    other = {"ask": "A line on the form", "keep_until": "2028-01-01"}
    page = sheet("report-pack", {"report-pack": as_kept(here), "sharing-plan": as_kept(other)})
    expect(box(page, "ask")).to_have_value("A second year\nA line on the form")
    assert page.locator("[data-unplaced]").is_hidden()


def test_rows_of_another_worksheet_get_rows_of_their_own(sheet: Opens) -> None:
    here = {"plan.1.action": "Open the table", "plan.1.cost": "£600"}
    other = {"actions.1.action": "Write the guide", "actions.1.owner": "Council", "details.1.risk": "None"}
    page = sheet("staged-plan", {"staged-plan": as_kept(here), "action-list": as_kept(other)})
    expect(box(page, "plan.9.action")).to_have_value("Write the guide")
    assert box(page, "plan.1.action").input_value() == "Open the table"
    assert box(page, "plan.9.owner").input_value() == "Council"
    assert box(page, "details.1.cost").input_value() == "£600"
    assert box(page, "details.9.risk").input_value() == "None", "in the same row as its action"


def test_a_file_of_a_worksheet_that_is_part_of_this_one_adds_and_can_be_taken_away(sheet: Opens) -> None:
    talks = {"conversations.1.partner": "Library", "conversations.1.follow_up": "Rang on Monday", "missing": "Nobody"}
    file = {"worksheet": "engagement-plan", "version": 1, "answers": talks, "rows": {"conversations": 7}}
    page = sheet("partner-map")
    write(page, {"missing": "Shops"})
    load(page, file)
    expect(page.locator("[data-status]")).to_contain_text("What was here is still here")
    assert box(page, "conversations.1.outcome").input_value() == "Rang on Monday"
    assert box(page, "missing").input_value() == "Shops; Nobody"
    pressed(page.get_by_role("button", name="Take them away again"))
    expect(box(page, "missing")).to_have_value("Shops")
    assert "Library" not in read_all(page).values()
    load(page, file)
    load(page, file)
    expect(page.locator('[name$=".partner"]').first).to_have_value("Library")
    assert [key for key, value in read_all(page).items() if value == "Library"] == ["conversations.1.partner"]
    pressed(page.get_by_role("button", name="Take them away again"))
    pressed(page.get_by_role("button", name="Close this message"))
    load(page, {**file, "answers": {"conversations.1.partner": "Surgery"}})
    expect(box(page, "conversations.8.partner")).to_have_value("Surgery")


def test_what_cannot_be_read_of_the_other_is_kept_and_offered(sheet: Opens) -> None:
    page = sheet("partner-map", {"engagement-plan": "{broken"})
    assert downloaded(page, "Save what cannot be read")[1].decode() == "{broken"


def test_where_there_is_no_room_all_stays_as_it_was(browser: Browser, quick_address: str) -> None:
    full = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"
    texts = {"partner-map": as_kept({"missing": "Shops"}), "engagement-plan": as_kept({"host": "Library"})}
    with context_of(browser, own=True) as context:
        page = context.new_page()
        remember_only(page, quick_address, texts)
        context.add_init_script(full)
        page.goto(f"{quick_address}worksheets/partner-map/")
        expect(box(page, "missing")).to_have_value("Shops")
        assert kept(page) == {key_of(quick_address, name): text for name, text in texts.items()}


def test_every_worksheet_that_moved_says_what_it_asked(library: Library) -> None:
    assert set(MOVED) <= set(BEFORE) and set(MOVED.values()) <= set(library.worksheets)
    assert {name for sheet in library.worksheets.values() for name in sheet.takes_over} <= set(BEFORE)
