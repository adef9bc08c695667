"""``make accessibility``: tests every page of ``site/`` by a program, and keeps the result for the statement."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path

import yaml

from macros.content.accessibility import RESULT
from macros.content.customisation.selection import UPSTREAM
from macros.paths import PROJECT
from macros.quality.axe import SIZES, look_at_all, version

HEAD = "# What the last automated test found. Written by `make accessibility`: do not change it by hand.\n"


def kept_in(root: Path, slug: str) -> Path:
    """Where the result of an edition is kept: the toolkit's with its templates, a council's in its own folder."""
    home = root if slug == UPSTREAM else root / "editions" / slug
    return home / "templates" / RESULT


def main(root: Path = PROJECT) -> int:
    """Look at all pages, write the result, and say what was found. Returns 1 where something was found."""
    site = root / "site"
    if not (site / "edition.json").is_file():
        print("There is no site yet. Run `make site` first.", file=sys.stderr)
        return 1
    built = json.loads((site / "edition.json").read_text("utf-8"))
    pages, violations = look_at_all(site)
    result = {
        "edition": built["edition"],
        "version": built["version"],
        "day": date.today(),
        "axe": version(),
        "browser": "Chromium",
        "pages": pages,
        "widths": list(SIZES),
        "found": violations,
    }
    to = kept_in(root, built["edition"])
    to.parent.mkdir(parents=True, exist_ok=True)
    to.write_text(HEAD + yaml.safe_dump(result, sort_keys=False, allow_unicode=True, width=1000), "utf-8")
    print("\n".join([*violations, f"{len(violations)} faults on {pages} pages. Kept in {to.relative_to(root)}."]))
    return 1 if violations else 0


if __name__ == "__main__":
    sys.exit(main())
