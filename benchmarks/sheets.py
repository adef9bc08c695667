"""Worksheets on their pages: a letter typed into a table of 500 rows, such a file loaded, 40 partners' files read.

Processor time of the page's own thread, so that it does not matter what else the machine does. The same letter in a
table of its first rows stands beside it: only the ratio of the two travels.
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from benchmarks.project import Bench
from benchmarks.report import ratio, table, write
from macros.content.library import read_library
from macros.content.nav_file import read_nav
from macros.documents.formats import FORMATS
from macros.documents.store import Documents
from macros.paths import PROJECT
from macros.quality.axe import chromium
from macros.quality.web_server import served

MINUTES = 2
ROWS, LETTERS, PARTNERS = 500, 20, 40
# The largest tables: with lists and a picture, with sums, with dates, with amounts of money.
SHEETS = ("partner-map", "community-chooser", "staged-plan", "action-and-learning-log", "funding-plan")
TABLE = """() => { const table = document.querySelector('form table[data-grows]');
  const boxes = [...table.tBodies[0].rows[0].querySelectorAll('[name]')].filter((box) => !box.readOnly);
  return [table.dataset.table, boxes.map((box) =>
    [box.name.split('.')[2], box.dataset.kind, box.options?.[1].value ?? ''])]; }"""
WORDS = {"text": "Words of row {row}", "long_text": "Words of row {row}", "date": "2027-03-09"}
# A letter, and all that the page does of it until it is drawn; then what it does when nobody types.
LETTER = """async ([name]) => { const [box] = document.getElementsByName(name); box.focus();
  box.setRangeText('a', box.value.length, box.value.length, 'end');
  box.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done))); }"""
SETTLED = "() => new Promise((done) => setTimeout(() => requestIdleCallback(done), 600))"


class Meter:
    """What the page's thread did, in milliseconds of a processor."""

    def __init__(self, page: Page) -> None:
        self._session = page.context.new_cdp_session(page)
        self._session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def read(self) -> float:
        """All since the page was opened."""
        metrics = self._session.send("Performance.getMetrics")["metrics"]
        return 1000 * float(next(metric["value"] for metric in metrics if metric["name"] == "TaskDuration"))


def answers(table: str, boxes: list[list[str]], rows: int) -> dict[str, Any]:
    """Every box of so many rows, filled in."""
    return {
        f"{table}.{row}.{column}": True if kind == "tick" else option or WORDS.get(kind, "{row}").format(row=row)
        for row in range(1, rows + 1)
        for column, kind, option in boxes
    }


def typed(browser: Browser, address: str, rows: int) -> tuple[float, float]:
    """Milliseconds for loading a sheet with so many rows, and for a letter in the middle of it."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(address)
    page.locator("[data-tools]").wait_for()
    meter = Meter(page)
    name, boxes = page.evaluate(TABLE)
    saved = {
        "worksheet": address.rstrip("/").rpartition("/")[2],
        "version": 1,
        "answers": answers(name, boxes, rows),
        "rows": {name: rows},
    }
    before = meter.read()
    raw = json.dumps(saved).encode()
    page.locator("[data-picker]").set_input_files({"name": "a.json", "mimeType": "application/json", "buffer": raw})
    page.locator(f"[data-table={name}] tr[data-row]").nth(rows - 1).wait_for(state="attached")
    page.evaluate(SETTLED)
    loading = meter.read() - before
    column = next(column for column, kind, _ in boxes if kind in ("text", "long_text"))
    page.evaluate(LETTER, [f"{name}.{(rows + 1) // 2}.{column}"])  # the first brings what typing needs
    page.evaluate(SETTLED)
    before = meter.read()
    for _ in range(LETTERS):
        page.evaluate(LETTER, [f"{name}.{(rows + 1) // 2}.{column}"])
    letter = (meter.read() - before) / LETTERS
    page.close()
    return loading, letter


def gathered(browser: Browser, address: str) -> float:
    """Milliseconds for reading the Word files of so many partners and putting them together."""
    library = read_library(PROJECT, "toolkit", read_nav(PROJECT))
    sheet = library.worksheets["partner-map"]
    colophon = Documents(library, "https://toolkit.example/").colophon("worksheets/partner-map/")
    raw = FORMATS["word"].draw(sheet, colophon, True)
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{address}worksheets/partner-map/")
    page.locator("[data-tools]").wait_for()
    meter = Meter(page)
    files: list[Any] = [
        {"name": f"partner {number}.docx", "mimeType": "application/octet-stream", "buffer": raw}
        for number in range(PARTNERS)
    ]
    before = meter.read()
    page.locator("[data-files]").set_input_files(files)
    page.get_by_role("button", name="Put all of it into this worksheet").wait_for()
    taken = meter.read() - before
    page.close()
    return taken


def main() -> None:
    """Measure, and write the section."""
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        bench = Bench(Path(folder))
        bench.ours("none")
        rows = []
        with served(bench.site) as address:
            for name in SHEETS:
                _, few = typed(browser, f"{address}worksheets/{name}/", 7)
                loading, many = typed(browser, f"{address}worksheets/{name}/", ROWS)
                rows.append([name, f"{loading:.0f}", f"{few:.1f}", f"{many:.1f}", ratio(many, few)])
            together = gathered(browser, address)
    names = ("worksheet", f"{ROWS} rows loaded, ms", "a letter in 7 rows, ms", f"in {ROWS} rows, ms", "ratio")
    write(
        "Worksheets on their pages",
        "Milliseconds of the page's own thread, in Chromium.",
        table(names, rows),
        f"Reading {PARTNERS} partners' Word files and putting them together took {together:.0f} ms.",
    )


if __name__ == "__main__":
    main()
