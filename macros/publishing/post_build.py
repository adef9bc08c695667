"""What is made from the finished pages: the search index, the book and packs, the archive, the list of downloads."""

from __future__ import annotations

import hashlib
import json
import logging
import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from macros.content.library import Library
from macros.core.urls import address
from macros.documents.drawing import Request
from macros.documents.model_sheets import sheet_requests
from macros.documents.outputs import output_files, url_of
from macros.documents.print_page import print_page
from macros.documents.store import size
from macros.paths import OVERRIDES
from macros.publishing.books import Books
from macros.publishing.build import Build
from macros.publishing.epub import epub_request
from macros.publishing.late_sizes import write_late_sizes
from macros.publishing.manifest import manifest
from macros.publishing.offline import offline, site_content
from macros.publishing.search_files import search_files
from macros.publishing.search_index import search_index
from macros.theme.bundler import SCRIPTS_FOLDER

log = logging.getLogger("mkdocs.toolkit")
IN_FOLDER = OVERRIDES / SCRIPTS_FOLDER / "entries/in-folder.js"
PRINT_PAGE = "print_page/index.html"
THEIR_SCRIPT = re.compile(
    r'\s*<script type="text/javascript">[^<]*remove_material_navigation.*?</script>\s*', re.DOTALL
)
OFFLINE = "macros.publishing.offline"


def all_pages(build: Build) -> str:
    """The content of the page of all pages."""
    words = build.library.strings["print_page"]
    title = words["title"].format(programme=build.library.edition.programme)
    return print_page(build.parts, title, words["contents"])


def finish_search(build: Build, site: Path) -> None:
    """Write the search index, of what the pages hold."""
    entries = search_index(build.contents, build.library)
    for path, text in search_files(entries, build.library.search_words).items():
        file = site / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")


def finish_print_page(site: Path) -> None:
    """Take from the page of all pages the scripts of print-site, which nothing loads and the site's policy bars."""
    page = site / PRINT_PAGE
    if not page.is_file():  # a build without print-site has all else
        return
    shutil.rmtree(site / "js", ignore_errors=True)
    page.write_text(THEIR_SCRIPT.sub("", page.read_text("utf-8")), "utf-8")


def finish_documents(build: Build, site: Path, begun: BegunBooks | None) -> None:
    """Draw the book and the packs that were ``begun``, pack the site into its archive, and list every download."""
    try:
        contents = draw_books(build, begun) if begun else {}
        for url, content in contents.items():
            _write(site, url, content)
        write_late_sizes(site, build.library.strings)
        if build.options.has_documents:
            _write(site, build.documents.offline_url, _offline(build, site))
            write_late_sizes(site, build.library.strings)  # its own, which it cannot hold
        _write_manifest(build, site)
        if build.options.documents == "all" and not build.options.preview:
            build.documents.kept.prune()
    finally:
        build.documents.pool.close()


@dataclass(frozen=True)
class BegunBooks:
    """The book and the packs, and what is drawn beside them, of one build: as what they are drawn."""

    books: Books
    requests: list[Request]
    others: list[Request]


def begin_books(build: Build, site: Path) -> BegunBooks:
    """Begin to draw what the books are made of, as soon as the content of all pages is there, and pictures in ``site``.

    Nothing of it waits for the pages themselves to be written, and processes that draw would have nothing else to do.
    A preview that was run before keeps its last books, so none is begun.
    """
    books = Books(build, site)
    begun = BegunBooks(books, books.requests(), few_pages(books))
    if not build.options.preview:  # pragma: no cover: only in whole builds, which are not measured
        books.begin(begun.requests, beside=begun.others)
    return begun


def draw_books(build: Build, begun: BegunBooks) -> dict[str, bytes]:  # pragma: no cover: whole builds are not measured
    """The book and the packs by address. A preview that was run before keeps its last ones."""
    documents, slug = build.documents, build.library.edition.slug
    names = {request.url: f"{slug} {request.url}" for request in [*begun.requests, *begun.others]}
    if build.options.preview:
        last = {url: documents.kept.last(name) for url, name in names.items()}
        if all(last.values()):
            return {url: content for url, content in last.items() if content}
        begun.books.begin(begun.requests, beside=begun.others)
    contents = begun.books.finish(begun.requests)
    if build.options.preview:
        for url, content in contents.items():
            documents.kept.keep_last(content, names[url])
    return contents


def few_pages(books: Books) -> list[Request]:  # pragma: no cover: only in whole builds, which are not measured
    """What is made from the finished pages and soon drawn: cards, checklists, the poster and the EPUB."""
    build = books.build
    drawn = [card for number, card in enumerate(books.cards.values()) if build.options.draws_pack(number)]
    return [epub_request(build, books.site), *drawn, *sheet_requests(build.library, build.documents)]


def offline_copy(library: Library, files: Mapping[str, bytes]) -> bytes:
    """The site for readers without a network, from its ``files`` by path: see :mod:`macros.publishing.offline`."""
    words = library.strings["downloads"]
    read_me = (words["read_me_file"], words["read_me"].format(programme=library.edition.programme))
    script, day = IN_FOLDER.read_text("utf-8"), library.release.day
    return offline(files, script, folder_name(library), read_me, day, read_by_scripts(library))


def folder_name(library: Library) -> str:
    """What the folder is called in which the site is packed."""
    return f"{library.strings['downloads']['offline_file']}-{library.edition.slug}"


def read_by_scripts(library: Library) -> set[str]:
    """The addresses of the pages that scripts of other pages want."""
    steps = {address(step.path) for step in library.outline.steps()}
    return steps | {f"worksheets/{name}/" for name in library.worksheet_order()}


def _offline(build: Build, site: Path) -> bytes:
    """The same, packed again only where something in it has changed; a preview keeps its last."""
    library, kept = build.library, build.documents.kept
    name = f"{library.edition.slug} {build.documents.offline_url}"
    if build.options.preview and (last := kept.last(name)):
        return last
    files = site_content(site)
    drawn_from = (
        *(library.edition.slug, library.edition.programme, library.release.day.isoformat()),
        *(repr(library.strings["downloads"]), IN_FOLDER.read_text("utf-8")),
        *(f"{path}\0{hashlib.sha256(content).hexdigest()}" for path, content in files.items()),
    )
    packed = kept.find(OFFLINE, *drawn_from)
    if packed is None:
        packed = offline_copy(library, files)
        kept.keep(packed, OFFLINE, *drawn_from)
    if build.options.preview:
        kept.keep_last(packed, name)
    return packed


def _write_manifest(build: Build, site: Path) -> None:
    downloads = {
        file.url: (site / file.url).read_bytes() for file in output_files(build.library) if file.output.is_download
    }
    listed = manifest(build.library, build.documents.site_url, downloads)
    (site / url_of("manifest")).write_text(json.dumps(listed, indent=2, ensure_ascii=False) + "\n", "utf-8")


def _write(site: Path, url: str, content: bytes) -> None:
    (site / url).write_bytes(content)
    log.info("Made       %s  %s", url, size(content))
