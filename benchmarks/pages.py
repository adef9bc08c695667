"""The pages alone, beside stock Material; and ten times as many."""

from __future__ import annotations

import tempfile
from pathlib import Path

from benchmarks.measure import Cost, middle
from benchmarks.project import Bench
from benchmarks.report import ratio, seconds, table, write

MINUTES = 4
RUNS = 5
TIMES = (3, 10)
NAMES = ("what is built", "stock, s", "ours, s", "ratio", "waited, s", "MB, largest process")


def in_turn(bench: Bench, name: str, runs: int) -> list[str]:
    """Both built ``runs`` times, one after the other, without what our last build kept: a row of the medians."""
    costs = []
    for _ in range(runs):
        costs.append((bench.stock(), bench.ours("none")))
        bench.forget_pages()
    return row(name, middle([stock for stock, _ in costs]), middle([ours for _, ours in costs]))


def once_more(bench: Bench, runs: int) -> list[str]:
    """Ours, with the pages that its build before kept."""
    bench.ours("none")
    costs = [(bench.stock(), bench.ours("none")) for _ in range(runs)]
    return row("the same, with pages kept", middle([stock for stock, _ in costs]), middle([ours for _, ours in costs]))


def row(name: str, stock: Cost, ours: Cost) -> list[str]:
    """A row of the table."""
    busy, waited, megabytes = seconds(ours)
    return [name, f"{stock.busy:.2f}", busy, ratio(ours.busy, stock.busy), waited, megabytes]


def main() -> None:
    """Measure, and write the section after each size: the larger ones take long."""
    rows = []
    for times in (1, *TIMES):
        with tempfile.TemporaryDirectory() as folder:
            bench = Bench(Path(folder))
            bench.expand()  # compiles templates too, as any build but the first finds them
            if times > 1:
                pages = bench.pages()
                added = bench.grow_worksheets(times)  # each with a page of its own
                bench.grow(pages * (times - 1) - added)
                bench.expand()
            runs = RUNS if times == 1 else 1
            rows.append(in_turn(bench, f"{bench.pages()} pages ({times}x), median of {runs}", runs))
            print(rows[-1], flush=True)
            if times == 1:
                rows.append(once_more(bench, runs))
        write(
            "Pages alone",
            "Beside stock Material with its search on the same pages, worksheets' pages among them. Wanted: at most "
            "1.5, and no faster growth than the pages.",
            table(NAMES, rows),
        )


if __name__ == "__main__":
    main()
