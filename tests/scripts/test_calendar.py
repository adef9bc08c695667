"""Dates as a calendar file that a calendar program reads, with ids that stay."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import pytest
from icalendar import Calendar

from tests.support.scripts import loaded, run

CALENDAR, DATES, PROJECT = "shared/calendar.js", "shared/due-dates.js", "shared/project.js"
EXPORTED, MERGED = "shared/exported-dates.js", "project/merged-facts.js"
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
OTHER = {**ONE, "key": "reviews.2.review_date"}


def exports(*times: list[dict[str, Any]], seconds: int = 60, sheets: list[str] | None = None) -> list[bytes]:
    """The files of one project whose dates are these, one time after the other, as bytes."""
    body = """
need("shared/project.js").keepFacts("/", { uid: "abcdef0123456789" });
const { withGone } = need("shared/exported-dates.js");
const sheets = given.sheets.map((id) => ({ id, title: "Action plan" }));
return given.times.map((dates, at) => {
  const now = given.now + at * given.seconds * 1000;
  return need("shared/calendar.js").asCalendar(withGone("/", dates, sheets, now), {
    uid: "abcdef0123456789", name: given.name, now,
    words: { described: "From the worksheet", gone: "No longer planned" },
    address: (sheet) => `https://site.example/worksheets/${sheet}/`,
  });
});
"""
    given = {"times": times, "seconds": seconds, "name": HOSTILE, "now": CHANGED, "sheets": sheets or ["staged-plan"]}
    texts = loaded(CALENDAR, EXPORTED, PROJECT).run(f"const given = {json.dumps(given)};{body}")
    return [text.encode() for text in texts]


def made(*dates: dict[str, Any]) -> bytes:
    """The file for these dates, as bytes."""
    (file,) = exports(list(dates))
    return file


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


def imported(*files: bytes) -> dict[str, Any]:
    """What a calendar holds after these files, one after the other: RFC 5545, 3.8.4.7 and 3.8.7.4."""
    held: dict[str, Any] = {}
    for event in (event for file in files for event in events(file)):
        uid = str(event["uid"])
        if uid not in held or event["sequence"] > held[uid]["sequence"]:
            held[uid] = event
    return {uid: event for uid, event in held.items() if event.get("status") != "CANCELLED"}


def test_each_letter_that_means_something_in_a_calendar_file_is_escaped() -> None:
    """Some programs read it as it is meant where it is not, so that no reading tells."""
    written = run(CALENDAR, "return module.escaped(given.text);", text="a;b,c\\d\ne\r\nf\rg\x07")

    assert written == r"a\;b\,c\\d\ne\nf\ng"


def test_a_second_import_changes_the_first_and_adds_nothing() -> None:
    later = {**ONE, "day": "2027-05-13", "changed": CHANGED + 60_000}
    (event,) = imported(*exports([ONE], [later])).values()

    assert event.decoded("dtstart") == date(2027, 5, 13)


def test_a_date_that_was_deleted_leaves_the_calendar_on_the_second_import() -> None:
    first, second = exports([ONE, OTHER], [OTHER])
    (event,) = imported(first, second).values()
    gone = next(event for event in events(second) if event["uid"] not in imported(first, second))

    assert len(imported(first)) == 2
    assert str(event["uid"]).startswith("staged-plan.reviews.2.review_date.")
    assert gone["status"] == "CANCELLED" and gone.decoded("dtstart") == date(2027, 5, 6)
    assert gone["summary"] == "No longer planned (Action plan)" and gone.walk("VALARM") == []


def test_a_deleted_date_comes_back_into_the_calendar_when_it_is_put_back() -> None:
    first, second, third, fourth = exports([ONE], [], [], [ONE])  # as it was: its last change is before the deletion

    assert imported(first, second) == {} and len(events(third)) == 1
    assert len(imported(first, second, third, fourth)) == 1


def test_a_day_that_was_put_back_to_an_older_one_counts_as_later() -> None:
    later = {**ONE, "day": "2027-05-13", "changed": CHANGED + 60_000}
    (event,) = imported(*exports([ONE], [later], [ONE])).values()

    assert event.decoded("dtstart") == date(2027, 5, 6)


def test_the_file_of_one_worksheet_calls_off_no_date_of_another() -> None:
    files = exports([ONE, {**OTHER, "sheet": "partner-map"}], [ONE])
    assert len(events(files[1])) == 1


def test_a_date_long_past_is_not_called_off_for_ever() -> None:
    years = exports([ONE], [], seconds=3 * 366 * 86_400)
    assert events(years[1]) == []


def test_a_successors_device_knows_what_went_out() -> None:
    theirs = {"calendar": {"a.b": [5, "2027-01-01"], "a.c": [3, "2027-01-02", 1]}}
    mine = {"calendar": {"a.b": [4, "2026-12-31"], "a.d": [1, "2027-01-03"]}}
    merged = run(MERGED, "return module.mergedFacts(given.mine, given.theirs, 9);", mine=mine, theirs=theirs)

    assert merged["calendar"] == {"a.b": [5, "2027-01-01"], "a.c": [3, "2027-01-02", 1], "a.d": [1, "2027-01-03"]}


def test_two_dates_have_two_ids() -> None:
    assert len({event["uid"] for event in events(made(ONE, OTHER))}) == 2


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
    due = run(
        DATES,
        "const values = new Map(Object.entries(given.values).map(([key, value]) => [key, {value, at: 5}]));"
        "return module.dueDates(given.sheet, {values, rows: new Map([['plan.5', {value: false, at: 6}]]), latest: 6})"
        ".map(({day, label, name}) => [day, label, name]);",
        sheet=sheet,
        values=values,
    )

    assert due == [
        ["2026-12-25", "Delete or review this sheet by", ""],
        ["2027-06-30", "End", "Form table"],
        ["2028-01-01", "Day", "Invited"],
    ]
