"""``make check``: what stands between this edition and its launch, in plain words.

It builds the site first where that is missing or older than what is written. Exit code 1 says: do not publish yet.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from macros.commands import run
from macros.commands import site as build
from macros.content.customisation.selection import ALL, UPSTREAM, choose, every_edition
from macros.content.library import read_library
from macros.content.nav_file import read_nav
from macros.content.strings import read_strings
from macros.core.problems import ContentError
from macros.paths import PROJECT
from macros.readiness import findings, from_problems
from macros.readiness.report import as_text, blocked, check_view
from macros.rendering.views import render

WRITTEN = ("docs", "templates", "macros", "overrides", "editions", "mkdocs.yml", "CHANGELOG.md")


def main(root: Path = PROJECT, environ: Mapping[str, str] = os.environ) -> int:
    """Print what was found, and give it to GitHub's summary of a job where there is one. Returns the exit code.

    Where several editions are asked for, each is told, and one that must wait makes all of them wait. With ``STRICT=0``
    those that could not be built are passed over.
    """
    asked = environ.get("EDITION", "").replace(",", " ").split()
    several = asked == [ALL] or len(asked) > 1
    try:
        names = (every_edition(root) if asked == [ALL] else asked) if several else [choose(root, environ)[0]]
    except ContentError as problems:
        return _refuse(root, problems, environ)
    sites = {slug: root / "site" / slug if several else root / "site" for slug in names}
    if several and environ.get("STRICT") == "0" and (root / "site" / "edition.json").is_file():
        # What could not be built is not published: the build check_view it, and the others need not wait for it.
        sites = {slug: site for slug, site in sites.items() if (site / "edition.json").is_file()}
    if not all(up_to_date(root, slug, site) for slug, site in sites.items()):
        code = build.main()
        if code and not several:
            return code
    return max(_check(root, slug, site, environ) for slug, site in sites.items())


def _check(root: Path, slug: str, site: Path, environ: Mapping[str, str]) -> int:
    """Tell what stands between one edition and its launch. Returns 1 where it must wait."""
    try:
        choose(root, {"EDITION": slug})
        library = read_library(root, slug, read_nav(root))
    except ContentError as problems:
        return _refuse(root, problems, environ)
    results = findings(library, site, date.today())
    words, seen = library.strings["check"], check_view(library, results)
    print(as_text(words, seen["verdict"], results))
    _summarise(
        environ, render("readiness/check.html", t=library.strings, edition=library.edition, on_page=False, **seen)
    )
    return 1 if blocked(library, results) else 0


def _refuse(root: Path, problems: ContentError, environ: Mapping[str, str]) -> int:
    """Tell what stops the build, in the toolkit's words: the edition's own may be what is wrong."""
    words = read_strings(root, UPSTREAM)["check"]
    results = from_problems(problems)
    line = words["faults"].format(count=len(results))
    print(as_text(words, line, results))
    _summarise(
        environ, f"{line}\n\n" + "\n".join(f"- {result.what} `{result.where}` {result.fix}" for result in results)
    )
    return 1


def up_to_date(root: Path, slug: str, site: Path) -> bool:
    """Whether ``site`` is there, is of this edition, and is newer than everything that is written."""
    listed = site / "edition.json"
    if not listed.is_file() or json.loads(listed.read_text("utf-8")).get("edition") != slug:
        return False
    files = (path for name in WRITTEN for path in [root / name, *(root / name).rglob("*")] if path.is_file())
    return all(path.stat().st_mtime <= listed.stat().st_mtime for path in files if "__pycache__" not in path.parts)


def _summarise(environ: Mapping[str, str], text: str) -> None:
    """Add ``text`` to the summary that GitHub shows on the page of a job."""
    if summary := environ.get("GITHUB_STEP_SUMMARY"):
        with Path(summary).open("a", encoding="utf-8") as file:
            file.write(f"{text}\n")


if __name__ == "__main__":
    sys.exit(run(main))
