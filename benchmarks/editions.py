"""What one more edition costs: 1, 3 and 10 councils' editions, one after the other, and 382 worked out from them."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from benchmarks.project import Bench
from benchmarks.report import table, write

MINUTES = 6
COUNTS = (1, 3, 10)
COUNCILS = 382  # of the United Kingdom
RUNNERS = 20  # jobs that GitHub runs at once for a free account
SITE = "https://toolkit.example/"  # without an address, the first edition would share little with others
NAMES = ("editions", "processor, s", "waited, s", "for one more, processor s", "for one more, waited s")


def main() -> None:
    """Measure, and write the section."""
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder))
        others = [f"benchton{number}" for number in range(1, max(COUNTS))]
        for name in others:
            bench.add_edition(name)
        costs = [bench.ours("all", site_url=SITE), *(bench.ours("all", name) for name in others)]
    rows = []
    for count in COUNTS:
        busy, waited = sum(cost.busy for cost in costs[:count]), sum(cost.waited for cost in costs[:count])
        more = costs[1:count]
        each = [sum(cost.busy for cost in more), sum(cost.waited for cost in more)] if more else []
        rows.append([count, f"{busy:.0f}", f"{waited:.0f}", *(f"{value / len(more):.1f}" for value in each)])
        rows[-1] += [""] * (len(NAMES) - len(rows[-1]))
    one_more = sum(cost.busy for cost in costs[1:]) / len(costs[1:])
    processors = 60 * (os.cpu_count() or 1)  # seconds of them in a minute
    alone = (costs[0].busy + one_more * (COUNCILS - 1)) / processors
    spread = (costs[0].busy + one_more * (COUNCILS / RUNNERS - 1)) / processors
    write(
        "Editions",
        "Each edition has its own names and colour. What no council changes is kept from the edition before it. "
        "The first is the toolkit's own, drawn cold, with an address of its site, as it is published.",
        table(NAMES, rows),
        f"So {COUNCILS} editions would take {alone:.0f} minutes on this machine with nothing else to do, and "
        f"{spread:.0f} minutes on machines like it, spread over {RUNNERS} runners, each of which draws its first "
        f"edition cold. The largest process took {max(cost.megabytes for cost in costs):.0f} MB.",
    )


if __name__ == "__main__":
    main()
