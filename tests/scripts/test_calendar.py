"""Dates as a calendar file that a calendar program reads, with ids that stay."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from icalendar import Calendar

from tests.support.scripts import run

CALENDAR, DATES = "shared/calendar.js", "shared/due-dates.js"
CHANGED = 1_800_000_000_000
HOSTILE = 'Ynys Môn; "tea", cake\\coffee\nand a second line ✓ 😀 ' * 4
ONE = {
    "sheet": "staged-plan",
    "title": "Action plan",
    "key": "reviews.1.review_date",
    "day": "2027-05-06",
    "label": "Review date",
    "name": "Keep the table?",
    "remind": 14,
    "changed": CHANGED,
}


def made(*dates: dict[str, Any], now: int = 1_800_000_000_000) -> bytes:
    """The file for these dates, as bytes."""
    text = run(
        CALENDAR,
        "return module.asCalendar(given.dates, {uid: 'abcdef0123456789', name: given.name, now: given.now,"
        " words: {described: 'From the worksheet'}, address: (sheet) => `https://site.example/worksheets/${sheet}/`});",
        dates=list(dates),
        name=HOSTILE,
        now=now,
    )
    return str(text).encode()


def events(file: bytes) -> list[Any]:
    return list(Calendar.from_ical(file).walk("VEVENT"))


def test_a_calendar_program_reads_the_day_its_words_its_sheet_and_its_reminder() -> None:
    (event,) = events(made(ONE))

    assert event.decoded("dtstart") == date(2027, 5, 6)
    assert event.decoded("dtend") == date(2027, 5, 7)
    assert event["summary"] == "Review date: Keep the table? (Action plan)"
    assert event["url"] == "https://site.example/worksheets/staged-plan/"
    (alarm,) = event.walk("VALARM")
    assert alarm.decoded("trigger") == -timedelta(days=13, hours=15)


@pytest.mark.parametrize(
    ("days", "trigger"), [(0, timedelta(hours=9)), (1, -timedelta(hours=15)), (7, -timedelta(days=6, hours=15))]
)
def test_it_reminds_at_nine_in_the_morning(days: int, trigger: timedelta) -> None:
    (event,) = events(made({**ONE, "remind": days}))
    assert event.walk("VALARM")[0].decoded("trigger") == trigger


def test_awkward_words_come_back_as_they_were_in_lines_of_75_bytes() -> None:
    file = made({**ONE, "name": HOSTILE.strip()})
    (event,) = events(file)

    assert event["summary"] == f"Review date: {HOSTILE.strip()} (Action plan)"
    assert max(len(line) for line in file.split(b"\r\n")) == 75
    assert b"\n" not in file.replace(b"\r\n", b"")
    for line in file.split(b"\r\n"):
        line.decode("utf-8")  # no letter is cut in two


def test_a_second_import_changes_the_first_and_adds_nothing() -> None:
    (first,), (second,) = (
        events(made(ONE)),
        events(made({**ONE, "day": "2027-05-13", "changed": CHANGED + 60_000})),
    )

    assert first["uid"] == second["uid"]
    assert int(second["sequence"]) > int(first["sequence"])


def test_two_dates_have_two_ids() -> None:
    other = {**ONE, "key": "reviews.2.review_date"}
    assert len({event["uid"] for event in events(made(ONE, other))}) == 2


def test_every_date_of_a_sheet_is_found_with_what_calls_its_row() -> None:
    sheet = {
        "id": "staged-plan",
        "title": "Action plan",
        "dates": [
            {"at": "plan.end", "label": "End", "remind": 1, "named": "plan.action"},
            {"at": "keep_until", "label": "Delete or review this sheet by", "remind": 7},
            {"at": "dates.day", "label": "Day", "remind": 1, "rows": {"invited": "Invited"}},
        ],
    }
    values = {
        "plan.2.end": "2027-06-30",
        "plan.2.action": "Form table",
        "plan.3.end": "soon",
        "plan.4.end": "2027-02-30",
        "plan.5.end": "2027-01-01",
        "keep_until": "2026-12-25",
        "dates.invited.day": "2028-01-01",
    }
    found = run(
        DATES,
        "const values = new Map(Object.entries(given.values).map(([key, value]) => [key, {value, at: 5}]));"
        "return module.dueDates(given.sheet, {values, rows: new Map([['plan.5', {value: false, at: 6}]]), latest: 6})"
        ".map(({day, label, name}) => [day, label, name]);",
        sheet=sheet,
        values=values,
    )

    assert found == [
        ["2026-12-25", "Delete or review this sheet by", ""],
        ["2027-06-30", "End", "Form table"],
        ["2028-01-01", "Day", "Invited"],
    ]
