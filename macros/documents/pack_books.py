"""Each ready-made pack as one PDF: its own page, its steps and its worksheets, drawn like the book."""

from __future__ import annotations

import copy
import logging
import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from bs4 import BeautifulSoup, Tag

from macros.content.library import Library
from macros.content.outline import nav_paths
from macros.core.urls import address
from macros.documents.book import NOT_IN_BOOK, paper_boxes, pictures_of, point_out, title_of
from macros.documents.print_page import Entry, body_of
from macros.documents.store import Documents, size
from macros.paths import VIEWS
from macros.rendering.colophon import Colophon
from macros.rendering.pdf import FONTS, to_pdf
from macros.rendering.views import render

log = logging.getLogger("mkdocs.toolkit")


@dataclass(frozen=True)
class PackBook:
    """All that one pack is drawn from: the HTML of its pages, and what stands on its cover."""

    title: str
    lead: str
    body: str
    entries: tuple[Entry, ...]
    colophon: Colophon


def make_packs(html: str, documents: Documents, site: Path) -> dict[str, bytes]:
    """Every pack's PDF by its site address, from the print page's HTML; ``site`` is the built site with the pictures.

    Each is drawn only when something has changed that it is drawn from.
    """
    library = documents.library
    body = body_of(BeautifulSoup(html, "lxml"))
    urls = {_id(path): address(path) for path in [*nav_paths(library.nav), *_made(library)]}
    books = {documents.pack_url(name): _book(name, body, urls, documents, site) for name in library.pack_order()}
    pictures = pictures_of(html, site)
    drawn_from = {
        url: (url, book.title, book.lead, book.body, book.colophon.fingerprint(), pictures)
        for url, book in books.items()
    }
    made = {url: found for url, texts in drawn_from.items() if (found := documents.kept.find(*texts)) is not None}
    missing = [url for url in books if url not in made]
    for url, pdf in zip(missing, _draw_all([books[one] for one in missing]), strict=True):
        made[url] = pdf
        documents.kept.keep(pdf, *drawn_from[url])
        log.info("Made       %s  %s", url, size(pdf))
    return {url: made[url] for url in books}


def _made(library: Library) -> list[str]:
    return [*(f"worksheets/{one}.md" for one in library.worksheet_order()), *(f"pick/{o}.md" for o in library.packs)]


def _id(path: str) -> str:
    """What the print page calls the section of a page."""
    return address(path).strip("/").replace("/", "-")


def _book(name: str, whole: Tag, urls: dict[str, str], documents: Documents, site: Path) -> PackBook:
    library = documents.library
    pack = library.packs[name]
    paths = [f"pick/{name}.md", *(use.step for use in pack.steps), *(f"worksheets/{one}.md" for one in pack.worksheets)]
    soup = BeautifulSoup('<div id="pack"></div>', "html.parser")
    body = soup.find("div")
    assert isinstance(body, Tag)
    entries = []
    for path in paths:
        section = whole.find("section", id=_id(path), class_="print-page")
        if not isinstance(section, Tag):  # the settings of the print page leave it out, and so its book and packs
            log.info("%s is not on the print page, so the pack “%s” is printed without it", path, pack.title)
            continue
        part = copy.copy(section)
        body.append(part)
        entries.append(Entry(title_of(part, first=True), str(part["id"])))
    for own in body.select(f"{NOT_IN_BOOK}, .screen-only"):
        own.decompose()
    for example in body.select(".example"):  # a worksheet is here to be filled in
        heading = example.find_previous_sibling()
        if isinstance(heading, Tag) and heading.name == "h3":
            heading.decompose()
        example.decompose()
    colophon = documents.colophon(f"pick/{name}/")
    _send_outside(body, urls)
    paper_boxes(soup, body)
    point_out(body, documents.site_url)
    for picture in body.select("img[src]"):
        picture["src"] = (site / "print_page" / str(picture["src"])).resolve().as_uri()
    return PackBook(pack.title, pack.summary, body.decode_contents(), tuple(entries), colophon)


def _send_outside(body: Tag, urls: dict[str, str]) -> None:
    """A link to a page that the pack does not hold leads to the site; one to a place on such a page, to the page."""
    here = {str(one["id"]) for one in body.select("[id]")}
    for link in body.select('a[href^="#"]'):
        target = str(link["href"])[1:]
        if target in here:
            continue
        page = max(
            (one for one in urls if one and (target == one or target.startswith(f"{one}-"))), key=len, default=""
        )
        if page:
            link["href"] = f"../{urls[page]}"
        else:
            link.unwrap()


def _draw_all(books: list[PackBook]) -> list[bytes]:
    """Draw packs on all processors; one or two are not worth the time that it takes to start."""
    if len(books) < 3:
        return [_draw(book) for book in books]
    with ProcessPoolExecutor(mp_context=multiprocessing.get_context("spawn")) as pool:
        return list(pool.map(_draw, books))


def _draw(book: PackBook) -> bytes:
    return to_pdf(
        render(
            "book/pack-book.html",
            title=book.title,
            lead=book.lead,
            body=book.body,
            entries=book.entries,
            colophon=book.colophon,
            t=book.colophon.strings,
            fonts=FONTS,
            css=(VIEWS / "print/book.css").as_uri(),
            logo=book.colophon.logo.as_uri(),
        )
    )
