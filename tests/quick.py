"""``python tests/quick.py SITE [short]``: build the project in this folder as `mkdocs build` does, in a few seconds.

Its documents and its books are dummies: for claims about pages alone. "short" draws the documents, the book and the
first two packs for real: for claims about documents that need not have each pack. The edition is EDITION's.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path[0] = str(Path.cwd())  # the macros of the project that is built, not of the one that tests it

DUMMY = b"%PDF-1.7 dummy"
DRAWN = 2  # packs of a short build


def main(site: str, kind: str = "quick") -> None:
    """Build into ``site``."""
    from mkdocs.__main__ import cli

    import macros.documents
    import macros.finishing
    import macros.pack_book
    import macros.share

    if kind == "short":
        draw, keep = macros.pack_book._draw_all, macros.documents.Kept.keep
        macros.pack_book._draw_all = lambda books: [*draw(books[:DRAWN]), *[DUMMY] * len(books[DRAWN:])]
        macros.documents.Kept.keep = lambda kept, pdf, *of: None if pdf == DUMMY else keep(kept, pdf, *of)  # type: ignore[method-assign]
    else:
        macros.finishing.make_book = lambda *_: DUMMY
        macros.pack_book._draw_all = lambda books: [DUMMY] * len(books)
        macros.documents._draw_all = lambda jobs: [b"dummy"] * len(jobs)
        macros.documents.picture = lambda *_: b"dummy"
        macros.share.share_picture = lambda *_: b"dummy"
        macros.documents.Kept.find = lambda *_: None  # type: ignore[method-assign]
        macros.documents.Kept.keep = lambda *_: None  # type: ignore[method-assign]
    cli(["build", "--strict", "--site-dir", site])


if __name__ == "__main__":
    main(*sys.argv[1:])
