"""``python tests/support/few_pages.py SITE PATH…``: build the project in this folder, and draw these pages alone.

All is read and checked as in any build, and links to pages that are not drawn still count; but to draw two hundred
pages takes two thirds of a quick build, and a claim about one page needs none of the others.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any

sys.path[0] = str(Path.cwd())  # the macros of the project that is built, not of the one that tests it


def only(paths: Collection[str], does: Callable[..., None]) -> Callable[..., None]:
    """MkDocs' step ``does`` of a page, for the pages whose sources are at ``paths`` in docs/."""

    def does_if_wanted(page: Any, *given: Any, **named: Any) -> None:
        if page.file.src_uri in paths:
            does(page, *given, **named)

    return does_if_wanted


def main(site: str, *paths: str) -> None:
    """Build into ``site``."""
    from mkdocs.__main__ import cli
    from mkdocs.commands import build

    build._populate_page = only(paths, build._populate_page)
    build._build_page = only(paths, build._build_page)
    cli(["build", "--strict", "--site-dir", site])


if __name__ == "__main__":
    main(*sys.argv[1:])
