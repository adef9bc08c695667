"""Four journeys of an officer: each fact is typed once, and real programs open the files that come out."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, Locator

from benchmarks import journeys
from benchmarks.journeys import FACTS, Hand, report
from macros.content.library import Library
from macros.documents.formats import FORMATS
from macros.documents.papers.formats import PAPER_FORMATS
from macros.documents.store import Documents
from macros.rendering.paper_outline import outline_paper
from tests.support.contexts import context_of
from tests.support.libreoffice import converted

BLANKS = "**/downloads/*/*.*"
pytestmark = pytest.mark.usefixtures("programs", "draws")


@dataclass
class Walked:
    """What came out: the hands with their counts, and the files by name, with the words that LibreOffice finds."""

    hands: dict[str, Hand] = field(default_factory=dict)
    files: dict[str, Path] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)


@dataclass
class Officer(Hand):
    """A hand that is lent blank files when it downloads: a quick build has dummies there, so these are drawn."""

    library: Library | None = None

    def download(self, button: Locator, folder: Path) -> Path:
        assert self.library
        blanks = lent_blanks(self.library)
        context = self.page.context
        context.route(BLANKS, lambda route: route.fulfill(body=blanks(route.request.url)))
        try:
            return super().download(button, folder)
        finally:
            context.unroute(BLANKS)  # while anything is lent, the browser keeps no file of any page


def lent_blanks(library: Library) -> Callable[[str], bytes]:
    """The blank file at an address."""
    documents = Documents(library, "")

    def blank(url: str) -> bytes:
        name, _, suffix = url.rpartition("/")[2].rpartition(".")
        if "/papers/" in url:
            form = next(form for form in PAPER_FORMATS.values() if form.suffix == suffix)
            paper = library.papers[name]
            outline = outline_paper(paper, library.edition, library.figures, library.sources, library.strings)
            return form.draw(outline, documents.colophon(f"papers/{name}/"))
        return FORMATS["word"].draw(library.worksheets[name], documents.worksheet_colophon(name), False)

    return blank


def of_another_version(path: Path) -> Path:
    """The same project as an older version saved it, under a sheet's name of then, with what a newer one added."""
    project = json.loads(path.read_text("utf-8"))
    project["toolkit"], project["photographs"] = "1.4.0", {"of": "a newer version"}
    project["sheets"]["action-list"] = {
        "format": 1,
        "values": {"actions.9.action": {"value": "Tea", "at": 5}},
        "rows": {},
    }
    other = path.with_name("other-version.json")
    other.write_text(json.dumps(project), "utf-8")
    return other


@pytest.fixture(scope="module")
def walked(
    browser: Browser, quick_address: str, library: Library, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Walked]:
    folder = tmp_path_factory.mktemp("journeys")
    out = Walked()
    with context_of(browser) as first, context_of(browser) as second, context_of(browser) as third:
        officer, partners, successor = (context.new_page() for context in (first, second, third))
        pages = {"first_paper": officer, "partners_plan": partners, "handed_over": officer, "month_12": officer}
        out.hands = {name: Officer(page, quick_address, library=library) for name, page in pages.items()}
        out.hands["successor"] = Officer(successor, quick_address, library=library)
        files = journeys.first_paper(out.hands["first_paper"], folder)
        files += journeys.partners_plan(out.hands["partners_plan"], journeys.partner_files(folder), folder)
        files += journeys.handed_over(out.hands["handed_over"], out.hands["successor"], folder, of_another_version)
        files += journeys.month_12(out.hands["month_12"], folder)
        seen = successor.locator('[data-sheet="partner-map"]').inner_text()
    out.files = {path.name: path for path in files}
    out.words = {**in_libreoffice(files, folder), "who wrote": seen}
    yield out


def in_libreoffice(files: list[Path], folder: Path) -> dict[str, str]:
    """The words of each office file, as LibreOffice opens it."""
    office = [path for path in files if path.suffix in (".docx", ".odt")]
    copies = {path.name: path.with_name(f"{path.stem}-{path.suffix[1:]}{path.suffix}") for path in office}
    for path in office:  # two files of one name would be one text
        shutil.copy(path, copies[path.name])
    out = converted(list(copies.values()), "txt:Text (encoded):UTF8", folder)
    return {name: (out / f"{copy.stem}.txt").read_text("utf-8-sig") for name, copy in copies.items()}


def typed_facts(*names: str) -> list[str]:
    """What was typed on these sheets, a line each."""
    return [line for name in names for value in FACTS["sheets"][name].values() for line in str(value).splitlines()]


def test_the_committee_paper_holds_every_fact_and_each_was_typed_once(walked: Walked) -> None:
    typed = walked.hands["first_paper"].typed
    words = walked.words["committee-paper-toolkit.docx"]
    facts = [
        *typed_facts("mandate-on-a-page", "community-chooser", "barriers-log", "partner-map", "evaluation-purpose")
    ]

    assert len(set(typed)) == len(typed)
    assert [fact for fact in [*facts, *FACTS["committee-paper"].values()] if fact not in words] == []
    assert "Form table at the market café" in words and "A carer says that it is done" in words
    assert "[" not in words, "no gap is left, and no number for whoever checks it"


def test_it_takes_less_than_25_minutes_to_type(walked: Walked) -> None:
    _, _, keys, clicks = walked.hands["first_paper"].counts()
    assert keys / journeys.KEYS_A_MINUTE + clicks * journeys.SECONDS_A_CLICK / 60 < 25


def test_four_partners_sheets_are_one_plan(walked: Walked) -> None:
    plan = next(words for name, words in walked.words.items() if name.startswith("staged-plan"))

    for partner in FACTS["partners"]:
        assert partner["plan.1.action"] in plan and partner["plan.1.owner"] in plan


def test_a_calendar_that_is_imported_twice_holds_each_date_once_and_the_later_day(walked: Walked) -> None:
    held: dict[str, Any] = {}
    for number in (1, 2):  # as a calendar program does it: RFC 5545, 3.8.4.7 and 3.8.7.4
        for event in Calendar.from_ical(walked.files[f"calendar-{number}.ics"].read_bytes()).walk("VEVENT"):
            uid = str(event["uid"])
            if uid not in held or event["sequence"] >= held[uid]["sequence"]:
                held[uid] = event
    days = sorted(str(event.decoded("dtstart")) for event in held.values())

    assert days.count("2027-09-06") == 1 and "2027-08-31" not in days
    assert len(days) == 9 and "2027-05-06" in days


def test_a_successor_sees_who_wrote_what_and_nothing_is_lost(walked: Walked) -> None:
    back = json.loads(walked.files["back.json"].read_text("utf-8"))
    note = walked.words["handover-note-toolkit.docx"]

    assert f"{FACTS['role']}: 4 answers" in walked.words["who wrote"]
    assert back["photographs"] == {"of": "a newer version"} and "Tea" in json.dumps(back["sheets"])
    assert [entry["role"] for entry in back["project"]["roles"]][-1] == FACTS["successor"]
    assert "Thornmere Carers' Circle" in note and FACTS["handover-note"]["first-thing"] in note


def test_month_12_reports_the_numbers_in_word_and_opendocument(walked: Walked) -> None:
    for suffix in (".docx", ".odt"):
        words = walked.words[f"report-month-12-toolkit{suffix}"]
        facts = [*typed_facts("report-pack"), *FACTS["report-month-12"].values()]
        assert [fact for fact in facts if fact not in words] == []
        assert "Form table at the market café: On track; Open on 24 of 25 Fridays" in words
        assert "rose from 0 on 25 Feb 2027 to 46 on 31 Aug 2027 (46 people)." in words
        assert "What this does not show: what caused the change" in words


def test_every_journey_takes_fewer_keys_than_without_hand_on(walked: Walked) -> None:
    counts = {name: walked.hands[name].counts() for name in journeys.TITLES if name != "handed_over"}
    table = report({**counts, "handed_over": walked.hands["successor"].counts()})

    assert all(keys < before for before, _, keys, _ in counts.values())
    assert walked.hands["successor"].counts()[2] < walked.hands["successor"].counts()[0] / 5
    assert len([line for line in table.splitlines() if line.startswith("| ")]) == 6
