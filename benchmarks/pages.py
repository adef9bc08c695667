"""``make bench``: what a build costs beside stock Material on the same pages, as ratios of one run, in a table.

Stock Material gets each page's Markdown with every macro drawn, so that both make the same pages; ours reads and checks
the sources, draws the macros, explains terms, and makes the page of all pages beside that. They are measured in turn.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path

from benchmarks.measure import Cost, cost_of, middle
from macros.paths import PROJECT

RESULT = Path(__file__).with_name("results.md")
SOURCES = ("docs", "templates", "macros", "overrides", "editions", "mkdocs.yml", "CHANGELOG.md", "pyproject.toml")
STOCK = """site_name: Stock
theme: {name: material, font: false}
markdown_extensions: [abbr, attr_list, def_list, footnotes, md_in_html, tables, toc]
plugins: [search]
validation: {links: {not_found: ignore, anchors: ignore, absolute_links: ignore, unrecognized_links: ignore}}
"""
COPIED = "cases"  # the folder whose pages are copied to make a larger site
CHANGED = "docs/cases/york-road.md"
MINUTES = {"pages": 2, "growth": 6, "documents": 12}
TARGET = 1.5
BUILD = (sys.executable, "-m", "mkdocs", "build", "--quiet")


@dataclass(frozen=True)
class Row:
    """One line of the table: what was built, its cost, and that of stock Material in the same run."""

    name: str
    ours: Cost
    stock: Cost

    def __str__(self) -> str:
        ratio = self.ours.busy / self.stock.busy
        return (
            f"| {self.name} | {self.stock.busy:.2f} | {self.ours.busy:.2f} | **{ratio:.2f}** | "
            f"{self.ours.waited:.1f} | {self.ours.megabytes:.0f} |"
        )


class Bench:
    """A copy of the project in ``work`` to measure, and stock Material's site of the same pages."""

    def __init__(self, work: Path, edition: str) -> None:
        self.project, self._work, self._edition = work / "project", work, edition
        for name in SOURCES:
            source = PROJECT / name
            copy: Callable[[Path, Path], object] = shutil.copytree if source.is_dir() else shutil.copy
            self.project.mkdir(exist_ok=True)
            copy(source, self.project / name)

    def pages(self) -> int:
        """How many pages the project has, made ones included."""
        return sum(1 for _ in (self._work / "stock/docs").rglob("*.md"))

    def ours(self, documents: str) -> Cost:
        """Build the project; ``documents`` as DOCUMENTS says it."""
        command = [
            sys.executable,
            "-m",
            "mkdocs",
            "build",
            "--strict",
            "--quiet",
            "--site-dir",
            str(self._work / "site"),
        ]
        return cost_of(command, self.project, self._environ(documents))

    def stock(self) -> Cost:
        """Build the same pages with stock Material."""
        return cost_of(
            [*BUILD, "--site-dir", str(self._work / "stock-site")], self._work / "stock", self._environ("none")
        )

    def expand(self) -> None:
        """Write down what stock Material is given."""
        stock = self._work / "stock"
        shutil.rmtree(stock, ignore_errors=True)
        stock.mkdir()
        (stock / "mkdocs.yml").write_text(STOCK, "utf-8")
        config = self.project / "expanding.yml"
        hooks = [self.project / "macros/hooks.py", Path(__file__).with_name("expanded_pages.py")]
        config.write_text(f"INHERIT: mkdocs.yml\nhooks: [{', '.join(map(str, hooks))}]\n", "utf-8")
        command = [
            sys.executable,
            "-m",
            "mkdocs",
            "build",
            "-q",
            "-f",
            config.name,
            "--site-dir",
            str(self._work / "x"),
        ]
        cost_of(command, self.project, {**self._environ("none"), "EXPANDED": str(stock / "docs")})
        config.unlink()

    def grow(self, times: int) -> None:
        """Copy pages until there are ``times`` as many as there are now."""
        wanted, config = self.pages() * (times - 1), self.project / "mkdocs.yml"
        originals = [path for path in sorted((self.project / "docs" / COPIED).glob("*.md")) if path.stem != "index"]
        lines = []
        for number in range(wanted):
            page = originals[number % len(originals)]
            name = f"{page.stem}-copy-{number}.md"
            (page.parent / name).write_text(page.read_text("utf-8"), "utf-8")
            lines.append(f"      - {COPIED}/{name}\n")
        text = config.read_text("utf-8")
        first = next(line for line in text.splitlines(keepends=True) if line.startswith(f"      - {COPIED}/"))
        config.write_text(text.replace(first, first + "".join(lines), 1), "utf-8")

    def in_turn(self, name: str, runs: int, documents: str) -> Row:
        """Both built ``runs`` times, one after the other; the medians."""
        costs = [(self.stock(), self.ours(documents)) for _ in range(runs)]
        row = Row(name, middle([ours for _, ours in costs]), middle([stock for stock, _ in costs]))
        print(row, flush=True)
        return row

    def _environ(self, documents: str) -> dict[str, str]:
        return {"EDITION": self._edition, "DOCUMENTS": documents, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": ""}


def measure(parts: list[str], runs: int, edition: str) -> list[Row]:
    """Measure what is asked for: "pages", "growth", "documents"."""
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), edition)
        bench.expand()
        bench.ours("none")  # compiles templates, as any build but the first finds them
        count = bench.pages()
        rows.append(bench.in_turn(f"pages alone ({count})", runs, "none"))
        if "documents" in parts:
            rows.append(bench.in_turn("everything, cold", 1, "all"))
            rows.append(bench.in_turn("everything, nothing changed", runs, "all"))
            page = bench.project / CHANGED
            page.write_text(page.read_text("utf-8") + "\nOne more sentence.\n", "utf-8")
            rows.append(bench.in_turn(f"everything, {CHANGED} changed", 1, "all"))
    for times in (3, 10) if "growth" in parts else ():
        with tempfile.TemporaryDirectory() as folder:
            bench = Bench(Path(folder), edition)
            bench.expand()
            bench.grow(times)
            bench.expand()
            rows.append(bench.in_turn(f"pages alone, {times}x ({bench.pages()})", 1 if times > 3 else 3, "none"))
    return rows


def report(rows: list[Row], runs: int) -> str:
    """The table as Markdown, under a line that says how it was measured."""
    names = ("mkdocs", "mkdocs-material", "mkdocs-macros-plugin", "weasyprint", "lxml")
    versions = ", ".join(f"{name} {version(name)}" for name in names)
    return "\n".join(
        [
            "# What a build costs",
            "",
            "Seconds of processor time, beside stock Material with its search on the same pages, measured in turn.",
            f"Medians of {runs} runs (one for what takes minutes). Only ratios travel: seconds are this machine's.",
            f"{date.today()}, {os.cpu_count()} processors, {platform.system()}, Python {platform.python_version()}.",
            f"{versions}. Written by `make bench`.",
            "",
            "| what is built | stock, s | ours, s | ratio | waited, s | MB, largest process |",
            "| --- | --- | --- | --- | --- | --- |",
            *map(str, rows),
            "",
            f"Wanted: pages alone and nothing changed at most {TARGET}; everything, cold, at most 10.",
            "",
        ]
    )


def main() -> int:
    """Measure, and write the table. Returns the exit code."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("parts", nargs="*", help="growth, documents", default=[])
    reader.add_argument("--runs", type=int, default=5)
    reader.add_argument("--edition", default="toolkit")
    asked = reader.parse_args()
    minutes = sum(MINUTES[part] for part in ["pages", *asked.parts])
    print(f"This takes about {minutes} minutes on two quiet processors.", flush=True)
    rows = measure(asked.parts, asked.runs, asked.edition)
    RESULT.write_text(report(rows, asked.runs), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
