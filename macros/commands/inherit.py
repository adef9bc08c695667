"""``make inherit EDITION=…``: brings what the editions before it hold into a new council's edition."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from macros.commands import run
from macros.content.customisation.inherited import INHERITED_FILE
from macros.content.customisation.selection import UPSTREAM, choose
from macros.content.strings import read_strings
from macros.paths import PROJECT
from macros.readiness.inherited import difference
from macros.scaffold.inherit import inherit


def main(root: Path = PROJECT, environ: Mapping[str, str] = os.environ) -> int:
    """Bring it, and print what came and what clashes, with both texts. Returns the exit code."""
    words = read_strings(root, UPSTREAM)["inherit"]
    slug, _ = choose(root, environ)
    taken = inherit(root, slug)
    base = root / "editions" / slug
    councils = ", ".join(taken.inherited.councils.values())
    print(
        words["came"].format(
            count=len(taken.inherited.undecided), councils=councils, file=f"editions/{slug}/{INHERITED_FILE}"
        )
    )
    for entry in taken.inherited.undecided:
        names = ", ".join(taken.inherited.councils.get(origin, origin) for origin in entry.origins)
        print(words["file"].format(file=entry.file, councils=names))
        for other in entry.others:
            print(words["clash"].format(other=other))
            print("".join(f"      {line}\n" for line in difference(base / entry.file, base / other)), end="")
    for name in taken.inherited.councils:
        if name not in taken.inherited.addresses:
            council = taken.inherited.councils[name]
            print(words["no_address"].format(council=council, folder=name, file=f"editions/{slug}/{INHERITED_FILE}"))
    for council, page, reason in taken.hidden:
        print(words["hidden"].format(council=council, page=page, reason=reason))
    return 0


if __name__ == "__main__":
    sys.exit(run(main))
