"""``python tests/support/quick.py SITE [short]``: build the project in this folder as `mkdocs build` does, fast.

Its documents and its books are dummies: for claims about pages alone. "short" draws the book, the documents of
some worksheets and two packs: for claims that need not have them all. The edition is EDITION's.
"""

from __future__ import annotations

import sys
from pathlib import Path

DUMMY = b"%PDF-1.7 dummy"
# What a short build draws: worksheets that together use every kind of field, and some packs.
SHEETS = [
    "partner-map",
    "community-chooser",
    "staged-plan",
    "indicator-table",
    "opportunity-grid",
    "persona",
    "outcomes-ladder",
    "funding-plan",
    "mandate-on-a-page",
]
PACKS = 2


def main(site: str, kind: str = "quick") -> None:
    """Build into ``site``."""
    sys.path[0] = str(Path.cwd())  # the macros of the project that is built, not of the one that tests it
    from mkdocs.__main__ import cli

    import macros.documents.pack_books
    import macros.documents.share_image
    import macros.documents.store
    import macros.publishing.post_build

    if kind == "short":
        documents, packs, keep = (
            macros.documents.store._draw_all,
            macros.documents.pack_books._draw_all,
            macros.documents.store.DocumentCache.keep,
        )

        def some(jobs: list[macros.documents.store.Job]) -> list[bytes]:
            drawn = iter(documents([job for job in jobs if job.worksheet.id in SHEETS]))
            return [next(drawn) if job.worksheet.id in SHEETS else DUMMY for job in jobs]

        macros.documents.store._draw_all = some
        macros.documents.store.picture = lambda *_: DUMMY
        macros.documents.pack_books._draw_all = lambda books: [*packs(books[:PACKS]), *[DUMMY] * len(books[PACKS:])]
        macros.documents.store.DocumentCache.keep = lambda kept, made, *of: (
            None if made == DUMMY else keep(kept, made, *of)
        )  # type: ignore[method-assign]
    else:
        macros.publishing.post_build.make_book = lambda *_: DUMMY
        macros.documents.pack_books._draw_all = lambda books: [DUMMY] * len(books)
        macros.documents.store._draw_all = lambda jobs: [b"dummy"] * len(jobs)
        macros.documents.store.picture = lambda *_: b"dummy"
        macros.documents.share_image.share_picture = lambda *_: b"dummy"
        macros.documents.store.DocumentCache.find = lambda *_: None  # type: ignore[method-assign]
        macros.documents.store.DocumentCache.keep = lambda *_: None  # type: ignore[method-assign]
    cli(["build", "--strict", "--site-dir", site])


if __name__ == "__main__":
    main(*sys.argv[1:])
