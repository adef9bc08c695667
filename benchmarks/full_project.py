"""``python -m benchmarks.full_project [site]``: how quickly a project opens in which every sheet is full.

Every table that may grow has three hundred rows, on a phone that is four times slower than this computer. It measures
how long My project takes until it shows where each sheet stands, and how long its workbook and a paper take until they
are there: in the processor's time, so that it does not matter what else this computer does. A site whose workbook was
not drawn gets it; its papers have to be drawn. The result goes into ``full_project.md``.
"""

from __future__ import annotations

import json
import statistics
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page, Route

from macros.content.library import Library, read_library
from macros.content.nav_file import read_nav
from macros.documents.project_forms import PROJECT_MODULE, PROJECT_PAGE, project_worksheets
from macros.documents.project_workbook import draw_excel, draw_open
from macros.documents.store import Documents
from macros.models.tables import Table
from macros.paths import PROJECT
from macros.quality.axe import chromium
from macros.quality.web_server import served

ROWS, SLOWER, RUNS = 300, 4, 3
RESULT = Path(__file__).with_name("full_project.md")
VALUES = {
    "text": "Some words that somebody wrote about this",
    "long_text": "Some words.\nAnd some more.",
    "date": "2027-08-31",
    "number": "12",
    "money": "1200.50",
    "tick": True,
}
# From the start of the page to the first sheet that has its state, and the frame in which it can be seen.
OPENED = """async () => {
  while (!document.querySelector(".project__state")) await new Promise((done) => requestAnimationFrame(done));
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
}"""
# From the press to the file.
MADE = """(button) => new Promise((done) => {
  const create = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    URL.createObjectURL = create;
    done(blob.size);
    return create.call(URL, blob);
  };
  document.querySelector(button).click();
})"""
PAPER = "report-month-12"  # it takes words from more sheets than any other, and a picture
BUTTONS = {
    "xlsx": '[data-project-workbook] [data-do="xlsx"]',
    "ods": '[data-project-workbook] [data-do="ods"]',
    "docx": '[data-do=file][data-suffix="docx"]',
    "odt": '[data-do=file][data-suffix="odt"]',
}


def full_project(library: Library) -> Iterator[tuple[str, str]]:
    """The id of each worksheet, and what the browser keeps of it when it is full."""
    for worksheet, _ in project_worksheets(library):
        values: dict[str, Any] = {}
        rows: dict[str, Any] = {}
        for field in worksheet.fields():
            if not isinstance(field, Table):
                values[field.id] = VALUES.get(field.kind) or field.choice_ids()[0]
                continue
            keys = field.row_keys if field.row_labels else [str(row) for row in range(1, ROWS + 1)]
            for key in keys:
                rows |= {} if key in field.row_keys else {f"{field.id}.{key}": {"value": True, "at": 1}}
                for column in field.columns:
                    values[f"{field.id}.{key}.{column.id}"] = VALUES.get(column.kind) or column.choice_ids()[0]
        kept = {name: {"value": value, "at": 1} for name, value in values.items()}
        yield worksheet.id, json.dumps({"format": 1, "values": kept, "rows": rows})


def used(session: CDPSession) -> float:
    """The seconds that the page has used of the processor, were it as slow as the phone's."""
    metrics = {metric["name"]: metric["value"] for metric in session.send("Performance.getMetrics")["metrics"]}
    return float(metrics["TaskDuration"]) * SLOWER


def opened(
    browser: Browser, address: str, kept: dict[str, str], drawn: dict[str, bytes]
) -> tuple[Page, CDPSession, float]:
    """My project with all of it, what measures it, and the seconds until it stood there."""
    context = browser.new_context(viewport={"width": 390, "height": 844})

    def answer(route: Route) -> None:
        suffix = route.request.url.rsplit(".", 1)[-1]
        route.fulfill(body=drawn[suffix], content_type="application/octet-stream")

    context.route("**/downloads/project.*", answer)
    page = context.new_page()
    page.goto(f"{address}project/")
    site = page.evaluate("new URL('../', location.href).pathname")
    page.evaluate("(kept) => { for (const [key, text] of Object.entries(kept)) localStorage.setItem(key, text) }", {
        f"worksheet:{site}:{name}": text for name, text in kept.items()
    })  # fmt: skip
    session = context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.goto("about:blank")
    before = used(session)
    page.goto(f"{address}project/", wait_until="commit")
    page.evaluate(OPENED)
    return page, session, used(session) - before


def main() -> int:
    """Measure, and write the table. Returns the exit code."""
    site = Path(sys.argv[1]) if len(sys.argv) > 1 else PROJECT / "site"
    library = read_library(PROJECT, "toolkit", read_nav(PROJECT))
    colophon, worksheets = Documents(library, "").colophon(PROJECT_PAGE, PROJECT_MODULE), project_worksheets(library)
    drawn = {"xlsx": draw_excel(worksheets, colophon), "ods": draw_open(worksheets, colophon)}
    kept = dict(full_project(library))
    times: dict[str, list[float]] = {"opens": [], **{suffix: [] for suffix in BUTTONS}}
    sizes = {}
    with chromium() as browser, served(site) as address:
        for _ in range(RUNS):
            for suffix, button in BUTTONS.items():
                page, session, seconds = opened(browser, address, kept, drawn)
                times["opens"].append(seconds)
                if suffix not in drawn:
                    page.goto(f"{address}papers/{PAPER}/")
                    page.locator(button).wait_for()
                before = used(session)
                sizes[suffix] = page.evaluate(MADE, button)
                times[suffix].append(used(session) - before)
                page.context.close()
    middle = {what: statistics.median(seconds) for what, seconds in times.items()}
    count = sum(len(json.loads(text)["values"]) for text in kept.values())
    text = (
        "# A project in which every sheet is full\n\n"
        f"Every table that may grow has {ROWS} rows: {count:,} answers. On a processor {SLOWER} times slower than"
        f" this one.\nMedians of {RUNS} runs. {date.today()}. Written by `python -m benchmarks.full_project`.\n\n"
        "| what | s | wanted |\n| --- | --- | --- |\n"
        f"| My project opens | {middle['opens']:.1f} | 1 |\n"
        f"| its workbook for Excel, {sizes['xlsx'] / 1000:.0f} kB | {middle['xlsx']:.1f} | 2 |\n"
        f"| its workbook for OpenDocument, {sizes['ods'] / 1000:.0f} kB | {middle['ods']:.1f} | 2 |\n"
        f"| the report at month 12 for Word, {sizes['docx'] / 1000:.0f} kB | {middle['docx']:.1f} | 2 |\n"
        f"| the same for OpenDocument, {sizes['odt'] / 1000:.0f} kB | {middle['odt']:.1f} | 2 |\n"
    )
    RESULT.write_text(text, "utf-8")
    print(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
