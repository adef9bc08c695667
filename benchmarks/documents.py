"""Everything, with the book, packs, worksheets and archives: cold, unchanged, and after one page changed."""

from __future__ import annotations

import tempfile
from pathlib import Path

from benchmarks.measure import middle
from benchmarks.pages import NAMES, row
from benchmarks.project import Bench
from benchmarks.report import table, write

MINUTES = 4
RUNS = 3
CHANGED = "docs/cases/york-road.md"
SHEET = "templates/worksheets/partner-map.yml"
WANTED = """Wanted: cold at most 10, and both processors busy all the time, which is when processor time is near
twice the waiting time; nothing changed at most 1.5; after a change,
only what holds what was changed is drawn again."""


def main() -> None:
    """Measure, and write the section."""
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder))
        bench.expand()
        bench.ours("none")
        stock = middle([bench.stock() for _ in range(RUNS)])
        cold = bench.ours("all")
        rows = [row("everything, cold", stock, cold)]
        rows.append(row("nothing changed", stock, middle([bench.ours("all") for _ in range(RUNS)])))
        page = bench.project / CHANGED
        page.write_text(page.read_text("utf-8") + "\nOne more sentence.\n", "utf-8")
        rows.append(row("one page changed", stock, bench.ours("all")))
        sheet = bench.project / SHEET
        text = sheet.read_text("utf-8")
        sheet.write_text(text.replace("purpose: ", "purpose: Newly said. ", 1), "utf-8")
        rows.append(row("one worksheet changed", stock, bench.ours("all")))
    busy = f"Cold, {cold.busy / cold.waited:.2f} processors were busy on average."
    how = f"The cold build and those after a change ran once, the others {RUNS} times: their medians."
    write("Everything", WANTED.replace("\n", " "), table(NAMES, rows), f"{busy} {how}")


if __name__ == "__main__":
    main()
