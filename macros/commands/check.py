"""``make check``: what stands between this edition and its launch, in plain words.

It builds the site first where that is missing or older than what is written. Exit code 1 says: do not publish yet.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path

from macros.commands import site as build
from macros.edition import choose
from macros.faults import Faults
from macros.health import findings, from_faults
from macros.health.telling import as_text, blocked, told
from macros.library import read_library
from macros.nav import read_nav
from macros.render import render
from macros.strings import read_strings

ROOT = build.ROOT
WRITTEN = ("docs", "templates", "macros", "overrides", "editions", "mkdocs.yml", "CHANGELOG.md")


def main(root: Path = ROOT, environ: Mapping[str, str] = os.environ) -> int:
    """Print what was found, and give it to GitHub's summary of a job where there is one. Returns the exit code."""
    try:
        slug, _ = choose(root, environ)
        library = read_library(root, slug, read_nav(root))
    except Faults as faults:
        words = read_strings(root, "")["check"]  # the toolkit's own: the edition's may be what is wrong
        found = from_faults(faults)
        line = words["faults"].format(count=len(found))
        print(as_text(words, line, found))
        _summarise(environ, f"{line}\n\n" + "\n".join(f"- {one.what} `{one.where}` {one.mend}" for one in found))
        return 1
    if not up_to_date(root, slug) and (code := build.main()):
        return code
    found = findings(library, root / "site")
    words, seen = library.strings["check"], told(library, found)
    print(as_text(words, seen["verdict"], found))
    _summarise(environ, render("check.html", t=library.strings, edition=library.edition, links_later=False, **seen))
    return 1 if blocked(library, found) else 0


def up_to_date(root: Path, slug: str) -> bool:
    """Whether ``site/`` is there, is of this edition, and is newer than everything that is written."""
    listed = root / "site" / "edition.json"
    if not listed.is_file() or json.loads(listed.read_text("utf-8"))["edition"] != slug:
        return False
    files = (path for name in WRITTEN for path in [root / name, *(root / name).rglob("*")] if path.is_file())
    return all(path.stat().st_mtime <= listed.stat().st_mtime for path in files if "__pycache__" not in path.parts)


def _summarise(environ: Mapping[str, str], text: str) -> None:
    """Add ``text`` to the summary that GitHub shows on the page of a job."""
    if summary := environ.get("GITHUB_STEP_SUMMARY"):
        with Path(summary).open("a", encoding="utf-8") as file:
            file.write(f"{text}\n")


if __name__ == "__main__":
    sys.exit(main())
