"""``make export``: the edition as plain Markdown and JSON in ``export/``, for the day when another tool takes over."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from macros.commands import run
from macros.content.customisation.selection import choose
from macros.content.library import read_library
from macros.content.nav_file import read_nav
from macros.paths import PROJECT
from macros.publishing.export import export

BUILT = ".build/pages"


def main(root: Path = PROJECT) -> int:
    """Write ``export/`` from the pages that `make pages` has built just before. Returns the exit code."""
    slug, _ = choose(root, os.environ)
    library = read_library(root, slug, read_nav(root))
    url = os.environ.get("SITE_URL") or library.edition.site.url or ""
    to = root / "export"
    written = write(to, dict(export(library, root / BUILT, f"{url.rstrip('/')}/" if url else "")))
    print(f"\nexport/ holds {written} files. {to / 'README.md'} says what each is for.")
    if not url:
        print("Links to downloads are only words, as the site's address is not known: SITE_URL=https://… make export")
    return 0


def write(to: Path, files: dict[str, bytes]) -> int:
    """Write ``files`` in the place of the folder ``to``. Returns how many there are."""
    shutil.rmtree(to, ignore_errors=True)
    for path, content in files.items():
        (to / path).parent.mkdir(parents=True, exist_ok=True)
        (to / path).write_bytes(content)
    return len(files)


if __name__ == "__main__":
    sys.exit(run(main))
