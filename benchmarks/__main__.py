"""``make bench``: every part, or those that are named, into ``benchmarks/results.md``; publishing into ``publish.md``.

A part that fails is told, and the others go on: their sections are written as soon as they are measured. A part that
is measured by itself leaves the sections of the others as they are.
"""

from __future__ import annotations

import argparse
import sys
import time
import traceback
from importlib import import_module
from typing import Any

PARTS = ("pages", "documents", "editions", "weight", "sheets", "preview", "peers", "publish")


def main() -> int:
    """Measure what is asked for. Returns 1 where a part could not be measured."""
    reader = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    reader.add_argument("parts", nargs="*", help=", ".join(PARTS), metavar="part")
    reader.add_argument("--runs", type=int, help="of what each part runs several times, for its median")
    reader.add_argument("--largest", type=int, help="how many times the pages, and how many editions, at most")
    given = reader.parse_args()
    asked = given.parts or PARTS
    if unknown := [name for name in asked if name not in PARTS]:
        reader.error(f"there is no part {', '.join(unknown)}: there are {', '.join(PARTS)}")
    modules: dict[str, Any] = {name: import_module(f"benchmarks.{name}") for name in asked}
    minutes = sum(module.MINUTES for module in modules.values())
    print(f"This takes about {minutes} minutes on two quiet processors.", flush=True)
    failed = []
    for name, module in modules.items():
        print(f"\n== {name}, about {module.MINUTES} minutes", flush=True)
        if given.runs and hasattr(module, "RUNS"):
            module.RUNS = given.runs
        for sizes in {"TIMES", "COUNTS"} & set(vars(module)) if given.largest else ():
            setattr(module, sizes, tuple(size for size in getattr(module, sizes) if size <= given.largest))
        started = time.monotonic()
        try:
            module.main()
            print(f"It took {(time.monotonic() - started) / 60:.1f} minutes.", flush=True)
        except (RuntimeError, OSError, AssertionError):
            traceback.print_exc()
            failed.append(name)
    if failed:
        print(f"\nNot measured: {', '.join(failed)}. Their sections are as they were.", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
