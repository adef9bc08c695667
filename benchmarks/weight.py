"""The first view of each kind of page: bytes as a server sends them, compressed, and requests, in Chromium."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Response

from benchmarks.compressed import Compressed
from benchmarks.project import Bench
from benchmarks.report import table, write
from macros.quality.axe import chromium
from macros.quality.web_server import served

MINUTES = 1
KINDS = {
    "home": "",
    "stage": "focus/",
    "step": "focus/choose-the-community/",
    "worksheet": "worksheets/partner-map/",
    "paper": "papers/",
    "pick and mix": "pick/",
    "situation": "pick/lone-officer/",
    "case": "cases/york-road/",
    "evidence": "evidence/people/",
    "downloads": "downloads/",
    "glossary": "glossary/",
}


def first_view(browser: Browser, address: str) -> tuple[int, int]:
    """Bytes and requests of a first visit, before anything is pressed."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    answers: list[Response] = []
    page = context.new_page()
    page.on("response", lambda answer: answers.append(answer))  # it takes no method of C
    page.goto(address, wait_until="networkidle")
    sizes = [int(answer.headers.get("content-length", 0)) for answer in answers]
    context.close()
    return sum(sizes), len(sizes)


def main() -> None:
    """Measure, and write the section."""
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        bench = Bench(Path(folder))
        bench.expand()
        bench.ours("none")
        bench.stock()
        stock = bench.work / "stock-site"
        (stock / "edition.json").write_text(json.dumps({"address": "http://127.0.0.1/"}), "utf-8")
        rows = []
        with served(bench.site, Compressed) as ours, served(stock, Compressed) as theirs:
            for kind, path in KINDS.items():
                mine, other = first_view(browser, ours + path), first_view(browser, theirs + path)
                rows.append([kind, f"{mine[0] / 1000:.0f}", mine[1], f"{other[0] / 1000:.0f}", other[1]])
    names = ("kind of page", "ours, kB", "requests", "stock Material, kB", "requests")
    write("First view", "On a telephone, with nothing kept from before, text compressed.", table(names, rows))


if __name__ == "__main__":
    main()
