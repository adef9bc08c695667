"""The EPUB of a build: the pages of the book in its order, and what it is drawn from.

Worksheets are not in it, since nobody can fill them in there: their list is, and leads to each on the site.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from macros.content.parts import NOT_ON_PAPER
from macros.documents.drawing import Drawing, Request
from macros.documents.epub import EpubBook, picture_names
from macros.documents.output_kinds import used_worksheets
from macros.documents.outputs import url_of
from macros.documents.page_parts import Chapter
from macros.publishing.build import Build

EPUB_MODULE = "macros.documents.epub"
EPUB_WEIGHT = 6  # in worksheets


def epub_chapters(build: Build) -> list[Chapter]:
    """The chapters of the EPUB: those of the book, without the worksheets themselves."""
    sheets = {f"worksheets/{name}.md" for name in used_worksheets(build.library)}
    chapters = build.parts.chapters((*build.options.left_out_of_book, *NOT_ON_PAPER))
    read = [
        replace(chapter, pages=tuple(page for page in chapter.pages if page.path not in sheets)) for chapter in chapters
    ]
    return [chapter for chapter in read if chapter.pages]


def epub_request(build: Build, site: Path) -> Request:
    """The EPUB as a request; ``site`` is the built site, where its pictures are."""
    chapters, documents = epub_chapters(build), build.documents
    pages = tuple(page for chapter in chapters for page in chapter.pages)
    entries = tuple(chapter.entry for chapter in chapters)
    addresses = {page: url for url, page in build.parts.ids.items()}
    pictures = {name: (site / name).read_bytes() for name in picture_names(pages) if (site / name).is_file()}
    colophon = documents.colophon("", EPUB_MODULE)
    drawn_from = (
        *(colophon.fingerprint(), repr(entries), repr(addresses)),
        *(page.html for page in pages),
        *(f"{name}\0{hashlib.sha256(picture).hexdigest()}" for name, picture in pictures.items()),
    )
    drawing = Drawing(EPUB_MODULE, "draw", (EpubBook(pages, entries, colophon, addresses, pictures),), EPUB_WEIGHT)
    return Request(url_of("book_epub"), EPUB_MODULE, drawn_from, drawing.itself)
