"""``make updates``: what a newer toolkit means for the editions of this fork. It reads git, and changes nothing.

Before a merge it says what is new and what to decide; after it, what is left to decide.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from html import unescape
from pathlib import Path

from macros.commands import run
from macros.content.changelog import newer, read_changelog
from macros.content.customisation.selection import UPSTREAM, slugs
from macros.content.strings import read_strings
from macros.core.git import GitError, conflicts, edited_outside, files_of, parted
from macros.core.parsing import read_yaml
from macros.core.problems import ContentError
from macros.paths import PROJECT
from macros.upgrade.compare import hidden, looks, replaced
from macros.upgrade.report import Edition, Report
from macros.upgrade.trial import tried


def report(root: Path, commit: str, page: str = "") -> Report:
    """Compare the fork in ``root`` with the toolkit at git's ``commit``; ``page`` is the toolkit's address on GitHub.

    Raises :class:`GitError`, and :class:`ContentError` where a changelog cannot be read.
    """
    with tempfile.TemporaryDirectory() as folder:
        newest = Path(folder)
        files_of(root, commit, newest)
        have = read_changelog(root / "CHANGELOG.md")[0]
        versions = newer(read_changelog(newest / "CHANGELOG.md"), have)
        editions = [_edition(root, newest, slug) for slug in slugs(root) if slug != UPSTREAM]
    edited, clashing = edited_outside(root, commit), conflicts(root, commit)
    return Report(have, versions, editions, edited, clashing, page, parted(root, commit))


def _edition(root: Path, newest: Path, slug: str) -> Edition:
    file = root / "editions" / slug / "edition.yml"
    try:
        council = str(read_yaml(file, file.name).data.get("council", slug))
    except (ContentError, OSError, AttributeError):
        council = slug
    decisions = [*looks(root, newest, slug), *tried(root, newest, slug)]
    return Edition(slug, council, hidden(root, slug), replaced(root, slug), decisions)


def main(root: Path = PROJECT, argv: list[str] | None = None) -> int:
    """Print the report, and leave it in .cache/. Returns 0 when there is nothing to do, 1 when there is, else 2."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--toolkit", default="upstream/main", help="the toolkit's newest commit, as git knows it")
    asked.add_argument("--page", default="", help="the toolkit's address on GitHub")
    given = asked.parse_args(argv)
    words = read_strings(root, UPSTREAM)["updates"]
    try:
        outcome = report(root, given.toolkit, given.page.removesuffix("/"))
    except (GitError, ContentError) as error:
        print(f"{error}\n\n{words['failed'].format(toolkit=given.toolkit)}", file=sys.stderr)
        return 2
    text = outcome.markdown(words)
    (root / ".cache").mkdir(exist_ok=True)
    (root / ".cache" / "updates.md").write_text(text, "utf-8")
    print(unescape(text))  # a terminal shows letters as they are
    return 0 if outcome.quiet else 1


if __name__ == "__main__":
    sys.exit(run(main))
