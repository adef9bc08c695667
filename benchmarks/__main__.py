"""``make bench``: every part, or those that are named, into ``benchmarks/results.md``.

A part that fails is told, and the others go on: their sections are written as soon as they are measured.
"""

from __future__ import annotations

import argparse
import sys
import traceback
from importlib import import_module

PARTS = ("pages", "documents", "editions", "weight", "sheets", "preview", "peers")


def main() -> int:
    """Measure what is asked for. Returns 1 where a part could not be measured."""
    reader = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    reader.add_argument("parts", nargs="*", help=", ".join(PARTS), metavar="part")
    asked = reader.parse_args().parts or PARTS
    if unknown := [name for name in asked if name not in PARTS]:
        reader.error(f"there is no part {', '.join(unknown)}: there are {', '.join(PARTS)}")
    modules = {name: import_module(f"benchmarks.{name}") for name in asked}
    minutes = sum(module.MINUTES for module in modules.values())
    print(f"This takes about {minutes} minutes on two quiet processors.", flush=True)
    failed = []
    for name, module in modules.items():
        print(f"\n== {name}, about {module.MINUTES} minutes", flush=True)
        try:
            module.main()
        except (RuntimeError, OSError, AssertionError):
            traceback.print_exc()
            failed.append(name)
    if failed:
        print(f"\nNot measured: {', '.join(failed)}. Their sections are as they were.", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
