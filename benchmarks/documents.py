"""Everything, with the book, packs, worksheets and archives: cold, unchanged, and after one page changed."""

from __future__ import annotations

import tempfile
from pathlib import Path

from benchmarks.cold_build import cold_build
from benchmarks.measure import Cost, middle
from benchmarks.pages import NAMES, row
from benchmarks.project import Bench
from benchmarks.report import table, write

MINUTES = 4
RUNS = 3
# One file of each kind that somebody changes, what of it is replaced, and by what.
CHANGES = {
    "one page changed": ("docs/cases/york-road.md", "\n## ", "\nOne more sentence.\n\n## "),
    "one step changed": ("docs/focus/choose-the-community.md", "\n## ", "\nOne more sentence.\n\n## "),
    "one worksheet changed": ("templates/worksheets/partner-map.yml", "purpose: ", "purpose: Newly said. "),
}
WANTED = """Wanted: cold at most 10, and both processors busy all the time, which is when processor time is near
twice the waiting time; nothing changed at most 1.5; after a change,
only what holds what was changed is drawn again."""


def main() -> None:
    """Measure, and write the section after each row: a cold build takes long."""
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder))
        bench.expand()
        stock = middle([bench.stock() for _ in range(RUNS)])
        rows: list[list[str]] = []

        def add(name: str, cost: Cost, drawn: int) -> None:
            rows.append([*row(name, stock, cost), str(drawn)])
            print(rows[-1], flush=True)
            busy = f"Cold, {cold.busy / cold.waited:.2f} processors were busy on average, and by the clock it took "
            busy += f"{cold.waited / stock.waited:.1f} times as long as stock Material, which uses one. "
            how = f"What has nothing to draw ran {RUNS} times, the rest once: medians."
            parts = "A part of a book counts as drawn, and so does what is put together from parts."
            names = (*NAMES, "documents drawn")
            write("Everything", WANTED.replace("\n", " "), table(names, rows), f"{busy}{how} {parts}")

        cold = cold_build(bench, again=True)
        add("everything, cold", cold, len(bench.kept()))
        add("nothing changed", middle([bench.ours("all") for _ in range(RUNS)]), 0)
        for name, (file, old, new) in CHANGES.items():
            path, before = bench.project / file, bench.kept()
            path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
            add(name, bench.ours("all"), len(bench.kept() - before))


if __name__ == "__main__":
    main()
