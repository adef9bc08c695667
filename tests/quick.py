"""``python tests/quick.py SITE``: build the project in this folder as `mkdocs build` does, in about 15 seconds.

Its documents and its book are dummies: for claims about pages alone. The edition is EDITION's.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path[0] = str(Path.cwd())  # the macros of the project that is built, not of the one that tests it


def main(site: str) -> None:
    """Build into ``site``."""
    from mkdocs.__main__ import cli

    import macros.documents
    import macros.finishing
    import macros.pack_book
    import macros.share

    macros.finishing.make_book = lambda *_: b"%PDF-1.7 dummy"
    macros.pack_book._draw_all = lambda books: [b"%PDF-1.7 dummy"] * len(books)
    macros.documents._draw_all = lambda jobs: [b"dummy"] * len(jobs)
    macros.documents.first_page = lambda _: b"dummy"
    macros.share.share_picture = lambda *_: b"dummy"
    macros.documents.Kept.find = lambda *_: None  # type: ignore[method-assign]
    macros.documents.Kept.keep = lambda *_: None  # type: ignore[method-assign]
    cli(["build", "--strict", "--site-dir", site])


if __name__ == "__main__":
    main(sys.argv[1])
