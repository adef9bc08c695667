"""``python -m benchmarks.journeys SITE``: four journeys of an officer, counted, into ``benchmarks/journeys.md``.

``SITE`` is a finished site of the toolkit's own edition. ``tests/browser/test_journeys.py`` walks the same journeys and
opens the files that come out of them.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from benchmarks.report import table
from macros.quality.axe import chromium
from macros.quality.web_server import served

RESULT = Path(__file__).with_name("journeys.md")
FACTS: dict[str, Any] = json.loads(Path(__file__).with_name("journeys.json").read_text("utf-8"))
COMMUNITY, ROLE = FACTS["community"], FACTS["role"]
KEYS_A_MINUTE, SECONDS_A_CLICK = 200, 3  # 40 words a minute; to find a button and press it
HEAD = f"""# Journeys, counted

How many keys and clicks an officer needs, on the pages as they are and without hand-on. Written by
`python -m benchmarks.journeys`, in a browser, with invented facts (`benchmarks/journeys.json`).

How it is counted, the same in both columns:

- A letter is one key, and so is the key that leads from box to box.
- A link, a button or a tick is one click. A file is two: the button, and the file.
- “Before” is the same journey without hand-on. Every fact that a sheet or a paper took from another is typed again
  there, and the presses that fetch it are left out.
- Minutes are at {KEYS_A_MINUTE} keys a minute and {SECONDS_A_CLICK} seconds a click. Time to think is not in them.
"""


@dataclass
class Hand:
    """A reader's hand on a page: what it writes and presses is done, and counted."""

    page: Page
    address: str
    keys: int = 0
    clicks: int = 0
    fetched_keys: int = 0  # what fetching took, which nobody needs without hand-on
    fetched_clicks: int = 0
    again: int = 0  # keys that the same facts would take where they were fetched
    typed: list[str] = field(default_factory=list)

    def open(self, path: str, ready: str) -> None:
        """Follow a link to the page at ``path``, until ``ready`` is there."""
        self.page.goto(self.address + path)
        self.page.locator(ready).first.wait_for()
        self.clicks += 1

    def write(self, box: Locator, text: str) -> None:
        """Type into a box, and go on to the next."""
        box.fill(text)
        box.dispatch_event("change")
        self.wrote(text)

    def write_all(self, facts: dict[str, str]) -> str:
        """Type into boxes by their selectors, or choose where a box is a list of options; what was typed last."""
        typed = list(self.page.evaluate(WRITE, list(facts.items())))
        for text in typed:
            self.wrote(text)
        self.clicks += len(facts) - len(typed)
        return typed[-1] if typed else ""

    def wrote(self, text: str) -> None:
        """Count a text that was typed."""
        self.keys += len(text) + 1
        self.typed.append(text)

    def press(self, target: Locator) -> None:
        """Press a button, or tick a box."""
        target.click()
        self.clicks += 1

    def fetch(self, button: Locator) -> None:
        """Press what brings answers into a sheet, and wait until they stand there."""
        was = self.page.evaluate(BOXES)
        before = json.loads(was)
        self.press(button)
        self.page.wait_for_function(f"(was) => ({BOXES})() !== was", arg=was)
        self.fetched_clicks += 1
        after = json.loads(self.page.evaluate(BOXES))
        self.had(value for name, value in after.items() if value and not before.get(name))

    def offer(self, box: Locator) -> None:
        """Take the first thing that is offered at a box."""
        self.had([box.evaluate(OFFERED)])
        self.keys += 3
        self.fetched_keys += 3

    def had(self, values: Iterator[str] | list[str]) -> None:
        """These values stand there, and nobody typed them."""
        self.again += sum(len(value) + 1 for value in values)

    def file(self, picker: Locator, *files: Any) -> None:
        """Choose files."""
        picker.set_input_files(list(files))
        self.clicks += 2

    def download(self, button: Locator, folder: Path) -> Path:
        """Press a button that gives a file, and keep it in ``folder``."""
        with self.page.expect_download() as caught:
            self.press(button)
        path = folder / caught.value.suggested_filename
        caught.value.save_as(path)
        return path

    def counts(self) -> tuple[int, int, int, int]:
        """Keys and clicks before, and keys and clicks today."""
        return (
            self.keys - self.fetched_keys + self.again,
            self.clicks - self.fetched_clicks,
            self.keys,
            self.clicks,
        )


# Types as a hand does, box by box, only where a hand could: what was typed, without what was chosen from a list.
WRITE = """(facts) => facts.flatMap(([where, text]) => {
  const [box, ...more] = document.querySelectorAll(where);
  const can = box?.checkVisibility() && !box.disabled && !box.readOnly && !more.length;
  if (!can) throw new Error(`nobody can write into ${where}`);
  const option = [...(box.options ?? [])].find((option) => option.label === text);
  if (box.options && !option) throw new Error(`${where} has no “${text}”`);
  box.focus();
  box.value = option ? option.value : text;
  for (const kind of ['input', 'change']) box.dispatchEvent(new Event(kind, { bubbles: true }));
  return option ? [] : [text];
})"""
# Goes to a box and takes the first choice that is offered there: what stands in the box then.
OFFERED = """(box) => {
  box.focus();
  const choice = document.querySelector('.offers__choice');
  if (!choice?.checkVisibility()) throw new Error(`nothing is offered at ${box.name}`);
  choice.click();
  if (!box.value) throw new Error(`nothing came into ${box.name}`);
  return box.value;
}"""
KEEP = "(keep) => !keep.checked && (keep.click(), true)"  # whether somebody had to switch keeping on
BOXES = """() => JSON.stringify(Object.fromEntries([...document.querySelectorAll('form.worksheet [name]')]
  .map((box) => [box.name, box.value])))"""  # what stands in a sheet's boxes, as one text
GAPS = "() => [...document.querySelectorAll('[data-gaps] [data-from]')].map((box) => box.value).filter(Boolean)"


def project_page(hand: Hand) -> None:
    """Open the page of the project."""
    hand.open("project/", "[data-project]:not([hidden])")


def sheet(
    hand: Hand, name: str, facts: dict[str, str], bring: tuple[str, ...] = (), offers: tuple[str, ...] = ()
) -> None:
    """Fill in a sheet: keep it on the device, bring rows in, take what is offered, and write ``facts``."""
    page = hand.page
    hand.open(f"worksheets/{name}/", "[data-tools]:not([hidden])")
    hand.clicks += int(page.locator("[data-keep]").evaluate(KEEP))
    hand.offer(page.locator('[name="community"]'))
    for what in bring:
        button = page.get_by_role("button", name=f"Bring in {what}").first
        hand.fetch(button)
    for name_of_box in offers:
        hand.offer(page.locator(f'[name="{name_of_box}"]'))
    last = hand.write_all({f'[name="{box}"]': value for box, value in facts.items()})
    expect(page.locator("[data-kept]")).to_be_visible()
    page.wait_for_function(
        "([name, last]) => Object.entries(localStorage).some(([key, text]) =>"
        " key.endsWith(`:${name}`) && (!last || text.includes(JSON.stringify(last).slice(1, -1))))",
        arg=[name, last],
    )


def results(hand: Hand) -> None:
    """Write what was counted of the first measure, and let the page put the change into sentences."""
    page = hand.page
    hand.open("worksheets/indicator-table/", "[data-tools]:not([hidden])")
    for row, facts in enumerate(FACTS["results"], 1):
        hand.offer(page.locator(f'[name="readings.{row}.measure"]'))
        hand.write_all({f'[name="readings.{row}.{column}"]': value for column, value in facts.items()})
    page.locator("[data-sentences] li").first.wait_for()
    hand.press(page.locator("[data-put]"))
    hand.fetched_clicks += 1
    hand.had([page.locator('[name="changes"]').input_value()])
    page.wait_for_function(
        "() => Object.entries(localStorage).some(([key, text]) =>"
        " key.endsWith(':indicator-table') && text.includes('rose from'))"
    )


def paper(hand: Hand, name: str, facts: dict[str, str], folder: Path, *suffixes: str) -> list[Path]:
    """Fill in what a paper still misses, and take its files as they are handed over, without numbers for a check."""
    page = hand.page
    hand.open(f"papers/{name}/", "[data-tools]:not([hidden])")
    hand.had(list(page.evaluate(GAPS)))
    hand.write_all({f"#gap-{gap}": value for gap, value in facts.items()})
    hand.press(page.locator("[data-marking]"))
    return [hand.download(page.locator(f'[data-suffix="{suffix}"]'), folder) for suffix in suffixes]


def first_paper(hand: Hand, folder: Path) -> list[Path]:
    """From nothing to a committee paper."""
    project_page(hand)
    hand.write(hand.page.get_by_label("Name of the community"), COMMUNITY)
    hand.write(hand.page.get_by_label("Your role"), ROLE)
    hand.page.get_by_label("Your role").press("Tab")
    sheets = FACTS["sheets"]
    for name in ("mandate-on-a-page", "community-chooser", "barriers-log", "partner-map"):
        sheet(hand, name, sheets[name])
    sheet(hand, "opportunity-grid", sheets["opportunity-grid"], bring=("the barriers of your log",))
    sheet(hand, "staged-plan", sheets["staged-plan"], bring=("the ideas that you kept",))
    sheet(hand, "outcomes-ladder", sheets["outcomes-ladder"], offers=("need", "aim", "put_in"))
    sheet(hand, "indicator-table", sheets["indicator-table"], bring=("the signs of your outcomes",))
    sheet(hand, "evaluation-purpose", sheets["evaluation-purpose"])
    return paper(hand, "committee-paper", FACTS["committee-paper"], folder, "docx")


def partners_plan(hand: Hand, files: list[Path], folder: Path) -> list[Path]:
    """Four partners' sheets into one plan, and its dates into a calendar, before and after one of them changes."""
    page = hand.page
    project_page(hand)
    hand.write(page.get_by_label("Name of the community"), COMMUNITY)
    page.get_by_label("Name of the community").press("Tab")
    hand.open("worksheets/staged-plan/", "[data-tools]:not([hidden])")
    hand.press(page.locator("[data-keep]"))
    hand.file(page.locator("[data-files]"), *files)
    expect(page.locator("[data-shown] h4")).to_contain_text(f"{len(files)} files together")
    together = page.get_by_role("button", name="Put all of it into this worksheet")
    hand.fetch(together)
    plan = hand.download(page.locator('[data-tools-end] [data-do="word"]'), folder)
    calendars = []
    for number in (1, 2):
        if number == 2:
            hand.write(page.locator('[name="plan.1.end"]'), FACTS["later"])
        button = page.locator("[data-calendar-make]")
        path = hand.download(button, folder)
        calendars.append(path.rename(folder / f"calendar-{number}.ics"))
    return [plan, *calendars]


def handed_over(hand: Hand, successor: Hand, folder: Path, change: Callable[[Path], Path]) -> list[Path]:
    """The project to a successor: saved here, loaded there. ``change`` makes the file one of another version."""
    project_page(hand)
    saved = hand.download(hand.page.get_by_role("button", name="Save the project to a file"), folder)
    project_page(successor)
    sheets = json.loads(saved.read_text("utf-8"))["sheets"].values()
    answers = [str(entry["value"]) for sheet in sheets for entry in sheet["values"].values() if entry["value"]]
    successor.file(successor.page.locator("[data-picker]"), change(saved))
    successor.fetched_clicks += 2
    expect(successor.page.locator("[data-told] [data-status]")).to_contain_text("Loaded from")
    successor.had(answers)
    successor.write(successor.page.get_by_label("Your role"), FACTS["successor"])
    successor.page.get_by_label("Your role").press("Tab")
    note = paper(successor, "handover-note", FACTS["handover-note"], folder, "docx")
    project_page(successor)
    back = successor.download(successor.page.get_by_role("button", name="Save the project to a file"), folder)
    return [*note, back.rename(folder / "back.json")]


def month_12(hand: Hand, folder: Path) -> list[Path]:
    """Numbers in, report out."""
    sheets = FACTS["sheets"]
    results(hand)
    sheet(hand, "action-and-learning-log", sheets["action-and-learning-log"], bring=("the actions of your plan",))
    sheet(
        hand, "report-pack", sheets["report-pack"], bring=("the measures that you chose",), offers=("limits", "thanks")
    )
    return paper(hand, "report-month-12", FACTS["report-month-12"], folder, "docx", "odt")


TITLES = {
    "first_paper": "From nothing to a committee paper",
    "partners_plan": "Four partners' sheets in, one plan out, calendar imported twice",
    "handed_over": "Handed over to a successor, on another device and another version",
    "month_12": "Month 12: numbers in, report out",
}


def report(counts: dict[str, tuple[int, int, int, int]]) -> str:
    """``counts`` by journey as Markdown."""

    def minutes(keys: int, clicks: int) -> str:
        return f"{keys / KEYS_A_MINUTE + clicks * SECONDS_A_CLICK / 60:.0f}"

    head = ["journey", "keys before", "keys now", "clicks before", "clicks now", "minutes before", "minutes now"]
    rows = [
        [
            TITLES[name],
            keys_before,
            keys,
            clicks_before,
            clicks,
            minutes(keys_before, clicks_before),
            minutes(keys, clicks),
        ]
        for name, (keys_before, clicks_before, keys, clicks) in counts.items()
    ]
    return f"{HEAD}\n{table(head, rows)}\n"


@contextmanager
def device(browser: Browser) -> Iterator[BrowserContext]:
    """A browser that nobody has used yet."""
    context = browser.new_context(locale="en-GB", accept_downloads=True)
    context.set_default_timeout(30_000)
    yield context
    context.close()


def partner_files(folder: Path) -> list[Path]:
    """Four partners' plans, an action each, as the pages save them."""
    files = []
    for number, answers in enumerate(FACTS["partners"], 1):
        path = folder / f"partner-{number}.json"
        path.write_text(json.dumps({"worksheet": "staged-plan", "version": 1, "answers": answers}), "utf-8")
        files.append(path)
    return files


def walk(pages: tuple[Page, Page, Page], address: str, folder: Path) -> dict[str, tuple[int, int, int, int]]:
    """Walk all four, each page on a device of its own; returns the counts by journey."""
    officer, partners, other = pages
    hands = {name: Hand(officer, address) for name in TITLES}
    hands["partners_plan"], successor = Hand(partners, address), Hand(other, address)
    first_paper(hands["first_paper"], folder)
    partners_plan(hands["partners_plan"], partner_files(folder), folder)
    handed_over(hands["handed_over"], successor, folder, lambda path: path)
    month_12(hands["month_12"], folder)
    counts = {name: hand.counts() for name, hand in hands.items()}
    given, taken = counts["handed_over"], successor.counts()
    counts["handed_over"] = (given[0] + taken[0], given[1] + taken[1], given[2] + taken[2], given[3] + taken[3])
    return counts


def main(site: str) -> int:
    """Walk all four on the finished ``site``, and write down what it took."""
    with (
        served(Path(site)) as address,
        chromium() as browser,
        tempfile.TemporaryDirectory() as name,
        device(browser) as first,
        device(browser) as second,
        device(browser) as third,
    ):
        counts = walk((first.new_page(), second.new_page(), third.new_page()), address, Path(name))
    write(counts)
    return 0


def write(counts: dict[str, tuple[int, int, int, int]]) -> None:
    """Write the counts down, with the day."""
    RESULT.write_text(f"{report(counts)}\nMeasured on {date.today()}.\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
