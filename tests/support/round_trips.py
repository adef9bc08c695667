"""Every worksheet in every form, filled in other programs and read back: ``make round-trips``.

``python -m tests.support.round_trips [SHEET ...]`` runs the tests that do it, each with its time, and says at the end
how many worksheets came back in how many forms. A program that is not there is passed over, and that is said.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from pathlib import Path

import pytest

TESTS = ("test_bring_in.py", "test_bring_in_typed.py", "test_former_files.py", "test_printed_worksheets.py")
KEY = "came back"  # under which a test writes down what came back: how it was filled in, the worksheet, the form
ALL = "ROUND_TRIPS"  # in the environment: "all", or the ids of worksheets


class Tally:
    """Counts what came back, from the reports of tests, in whichever process they ran."""

    def __init__(self) -> None:
        self.came_back: set[str] = set()  # see `entry`
        self.passed_over: dict[str, int] = Counter()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Take in one report."""
        if report.passed and report.when == "call":
            self.came_back |= {str(text) for key, text in report.user_properties if key == KEY}
        if report.skipped and isinstance(report.longrepr, tuple):
            self.passed_over[report.longrepr[2].removeprefix("Skipped: ")] += 1

    def lines(self) -> list[str]:
        """What is said at the end."""
        ways = Counter(text.split("|")[0] for text in self.came_back)
        sheets = {text.split("|")[1] for text in self.came_back}
        return [
            *(f"{count:5} filled forms came back whole: {way}" for way, count in sorted(ways.items())),
            f"{len(self.came_back):5} in all, of {len(sheets)} worksheets",
            *(f"Passed over ({count} tests): {reason}" for reason, count in self.passed_over.items()),
        ]

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Say it."""
        terminalreporter.section("round trips")
        for line in self.lines():
            terminalreporter.line(line)


def entry(way: str, sheet: str, form: str) -> tuple[str, str]:
    """What a test writes down with ``record_property`` where a form of a worksheet came back."""
    return KEY, "|".join((way, sheet, form))


def main(sheets: list[str]) -> int:
    """Run the tests; returns how they ended."""
    known = {path.stem for path in Path("templates/worksheets").glob("[!_]*.yml")}
    if unknown := sorted(set(sheets) - known):
        print(f"No worksheet is called {', '.join(unknown)}. There are: {', '.join(sorted(known))}", file=sys.stderr)
        return 2
    os.environ[ALL] = " ".join(sheets) or "all"
    files = [f"tests/browser/{name}" for name in TESTS]
    return int(pytest.main(["--durations=0", "--durations-min=0.5", *files], plugins=[Tally()]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
