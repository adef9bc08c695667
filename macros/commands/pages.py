"""``make pages``: the pages alone, in seconds, for whoever writes or changes them. It leaves ``site/`` as it is."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from macros.commands.site import alone, build
from macros.core.site_swap import begin_in, swap, uninterrupted
from macros.documents.build_options import VARIABLE
from macros.paths import PROJECT


def main() -> int:
    """Build into ``.build/pages/`` and say where to look, and what is not there. Returns the exit code."""
    environ = {**os.environ, "NO_MKDOCS_2_WARNING": "1", VARIABLE: "none"}
    return alone(PROJECT / ".build" / "pages.lock", ".build/pages/", lambda: build_pages(PROJECT, environ))


def build_pages(root: Path, environ: Mapping[str, str]) -> int:
    """Build the pages of the edition that ``environ`` names. Returns the exit code."""
    started = time.monotonic()
    pages = root / ".build" / "pages"
    built = begin_in(root / ".build" / "pages-work", pages)
    if code := build(root, built, environ):
        return code
    with uninterrupted():
        swap(built, pages)
        print(
            f"\nThe pages are in {pages / 'index.html'}, made in {time.monotonic() - started:.0f} seconds.\n"
            "Not made: worksheets as files, the book, the packs, the archives. Their links lead to empty files.\n"
            "site/ is as it was: `make site` makes everything."
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
