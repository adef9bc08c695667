"""What is made from the finished pages: the search index, a sound print page, and the largest downloads."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable
from pathlib import Path

from macros.content.library import Library
from macros.documents.book import make_book, pictures_of
from macros.documents.pack_books import make_packs
from macros.documents.print_page import tidy
from macros.documents.store import Documents, size
from macros.paths import OVERRIDES
from macros.publishing.manifest import manifest
from macros.publishing.offline import offline
from macros.publishing.search_index import search_index
from macros.theme.bundler import SCRIPTS

log = logging.getLogger("mkdocs.toolkit")
PRINT_PAGE = "print_page/index.html"
IN_FOLDER = OVERRIDES / SCRIPTS / "entries/in-folder.js"


def mend_pages(library: Library, contents: dict[str, tuple[str, str]], site: Path, outside: Iterable[str]) -> str:
    """Write the search index, and make the print page sound. Returns the print page's HTML.

    ``contents`` are the pages that the search finds: by address the title, and the content as HTML. ``outside`` are the
    addresses of pages that the print page does not hold.
    """
    index = site / "search" / "search_index.json"
    index.parent.mkdir(exist_ok=True)
    index.write_text(search_index(contents, library), "utf-8")
    words = library.strings["print_page"]
    title = words["title"].format(programme=library.edition.programme)
    html = tidy((site / PRINT_PAGE).read_text("utf-8"), title, words["contents"], outside)
    (site / PRINT_PAGE).write_text(html, "utf-8")
    return html


def draw_books(html: str, documents: Documents, site: Path) -> dict[str, bytes]:
    """The book and the packs by address, drawn from the print page's ``html`` where that has changed."""
    drawn_from = (html, documents.colophon("").fingerprint(), pictures_of(html, site))
    book = documents.kept.find(*drawn_from) or make_book(html, documents.colophon(""), site)
    documents.kept.keep(book, *drawn_from)
    return {documents.book_url: book, **make_packs(html, documents, site)}


def finish(books: dict[str, bytes], documents: Documents, site: Path) -> None:
    """Write the ``books``, the site for readers without a network, and ``edition.json``."""
    library = documents.library
    made = {**documents.made, **books}
    for url, content in books.items():
        _write(site, url, content)
    words, release = library.strings["downloads"], library.release
    folder = f"{words['offline_file']}-{library.edition.slug}"
    read_me = (words["read_me_file"], words["read_me"].format(programme=library.edition.programme))
    for placeholder in (documents.offline_url, "edition.json"):
        (site / placeholder).unlink(missing_ok=True)
    made[documents.offline_url] = offline(site, IN_FOLDER.read_text("utf-8"), folder, read_me, release.day)
    _write(site, documents.offline_url, made[documents.offline_url])
    listed = manifest(library, documents.site_url, made)
    (site / "edition.json").write_text(json.dumps(listed, indent=2, ensure_ascii=False) + "\n", "utf-8")


def _write(site: Path, url: str, content: bytes) -> None:
    (site / url).write_bytes(content)
    log.info("Made       %s  %s", url, size(content))
