"""``make lighthouse``: Lighthouse's test for phones on four kinds of page of ``site/``, and the result in a table.

Lighthouse is a program for Node.js, so npx fetches it; nothing else in the toolkit needs Node.js.
How it scores: https://developer.chrome.com/docs/lighthouse/performance/performance-scoring
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.compressed import Compressed
from macros.paths import PROJECT
from macros.quality.axe import CHROMIUM_NAMES
from macros.quality.web_server import served

VERSION = "13.5.0"
PAGES = {
    "home": "",
    "step": "focus/choose-the-community/",
    "worksheet": "worksheets/partner-map/",
    "pick and mix": "pick/",
}
LEAST = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
RUNS = 3  # the middle one counts: a machine has other things to do
RESULT = Path(__file__).with_name("lighthouse.md")
CHROME = "--headless=new --no-sandbox --disable-background-networking --disable-component-update --disable-sync"


def run(address: str) -> dict[str, Any]:
    """Lighthouse's report on one page. Raises where Lighthouse ends with an error."""
    command = ["npx", "--yes", f"lighthouse@{VERSION}", address, "--output=json", "--quiet", f"--chrome-flags={CHROME}"]
    chrome = next(
        path for name in reversed(CHROMIUM_NAMES) if (path := shutil.which(name))
    )  # as readers have it, with windows
    done = subprocess.run(
        command, env={**os.environ, "CHROME_PATH": chrome}, capture_output=True, text=True, check=True
    )
    return dict(json.loads(done.stdout))


def measured(reports: list[dict[str, Any]]) -> dict[str, float]:
    """The middle of several reports: scores of 100, seconds, bytes and requests."""

    def middle(values: list[float]) -> float:
        return statistics.median(values)

    def audit(name: str) -> float:
        return middle([report["audits"][name]["numericValue"] for report in reports])

    asked = [report["audits"]["network-requests"]["details"]["items"] for report in reports]
    return {
        **{name: middle([100 * report["categories"][name]["score"] for report in reports]) for name in LEAST},
        "largest paint (s)": audit("largest-contentful-paint") / 1000,
        "blocked (ms)": audit("total-blocking-time"),
        "shift": audit("cumulative-layout-shift"),
        "kB": middle([sum(item["transferSize"] for item in items) for items in asked]) / 1000,
        "requests": middle([len(items) for items in asked]),
    }


def table(results: dict[str, dict[str, float]], about: str) -> str:
    """The result as Markdown, under a line that says how it was measured."""
    names = list(next(iter(results.values())))
    lines = [f"| page | {' | '.join(names)} |", "| --- " * (len(names) + 1) + "|"]
    lines += [f"| {page} | {' | '.join(f'{values[name]:.3g}' for name in names)} |" for page, values in results.items()]
    return "\n".join(["# What Lighthouse found", "", about, "", *lines, ""])


def missed(results: dict[str, dict[str, float]]) -> list[str]:
    """Every score that is below what the site promises."""
    return [
        f"{page}: {name} is {values[name]:.0f}, and should be {least}"
        for page, values in results.items()
        for name, least in LEAST.items()
        if round(values[name]) < least
    ]


def why(report: dict[str, Any]) -> list[str]:
    """The audits of a report that did not pass in full, by name."""
    audits = report["audits"].values()
    return [
        f"    {audit['id']}: {audit['title']}"
        for audit in audits
        if audit["score"] is not None and audit["score"] < 0.9
    ]


def main(root: Path = PROJECT) -> int:
    """Measure, write the table, and say what is below the promise. Returns 1 where something is."""
    site = root / "site"
    if not (site / "edition.json").is_file() or not shutil.which("npx"):
        print("This needs Node.js, and a site: run `make site` first.", file=sys.stderr)
        return 1
    results, reports = {}, list[Any]()
    with served(site, Compressed) as address:
        for page, path in PAGES.items():
            reports = [run(address + path) for _ in range(RUNS)]
            results[page] = measured(reports)
            print(f"{page}: {results[page]}", *why(reports[0]), sep="\n")
    browser = str(reports[0]["environment"]["hostUserAgent"]).rpartition("Chrome/")[2].partition(" ")[0]
    about = (
        f"Lighthouse {VERSION} for phones, on its own slow line and processor, Chromium {browser}, {date.today()}, "
        f"{os.cpu_count()} processors. Middle of {RUNS} runs. Text compressed. Written by `make lighthouse`."
    )
    RESULT.write_text(table(results, about), "utf-8")
    print(*missed(results), sep="\n")
    return 1 if missed(results) else 0


if __name__ == "__main__":
    sys.exit(main())
