"""Whether a newer version of the toolkit is out, as far as this copy of the files can know."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from macros.content.library import Library
from macros.content.release import HEADING, version_key
from macros.readiness.finding import Finding, Teller
from macros.readiness.history import git_text

# Where a clone keeps what it last fetched from the repository that it was forked from. Nothing is fetched here.
FETCHED_FROM = ("upstream/main", "upstream/HEAD")


def version(library: Library, tell: Teller) -> Iterator[Finding]:
    """Whether this edition is behind what was last fetched from the toolkit's own repository."""
    here, newest = library.release.version, newest_known(library.root)
    if newest and version_key(newest) > version_key(here):
        yield tell("look", "behind", "CHANGELOG.md", here=here, newest=newest)
    else:
        yield tell("fine", "version" if newest else "version_here", "CHANGELOG.md", here=here)


def newest_known(root: Path) -> str | None:
    """The newest version in the changelog of the toolkit's own repository, if this clone has fetched it."""
    for ref in FETCHED_FROM:
        text = git_text(root, "show", f"{ref}:CHANGELOG.md")
        if text and (heading := HEADING.search(text)):
            return heading["version"]
    return None
