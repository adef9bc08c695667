"""Each ready-made pack as one PDF: its own page, its steps and its worksheets, drawn like the book."""

from __future__ import annotations

import logging
from pathlib import Path

from macros.core.html import Element, has_class, outer_html, remove, unwrap
from macros.documents import book
from macros.documents.book import NOT_IN_BOOK, BookText, leave_out, mark_title, to_paper
from macros.documents.page_parts import Entry, PagePart, PageParts, parse_part
from macros.models.packs import Pack
from macros.rendering.colophon import Colophon

log = logging.getLogger("mkdocs.toolkit")
NOT_IN_PACK = f"{NOT_IN_BOOK}|.//*[{has_class('screen-only')}]"


def draw(text: BookText) -> bytes:
    """Draw a pack as a PDF."""
    return book.draw(text, "book/pack-book.html")


def pack_parts(pack: Pack, parts: PageParts) -> list[PagePart]:
    """The pages of a pack: its own, its steps, its worksheets."""
    worksheets = (f"worksheets/{name}.md" for name in pack.worksheets)
    paths = [f"pick/{pack.id}.md", *(use.step for use in pack.steps), *worksheets]
    for path in paths:
        if path not in parts.made:  # it is not printed, and so not in the book nor in packs
            log.info("%s is not on the print page, so the pack “%s” is printed without it", path, pack.title)
    return [parts.made[path] for path in paths if path in parts.made]


def pack_text(pack: Pack, parts: PageParts, colophon: Colophon, site_url: str, site: Path) -> BookText:
    """The text of a pack; ``site`` is the built site, where its pictures are, and ``site_url`` where it will be."""
    chosen = pack_parts(pack, parts)
    pages = [parse_part(part) for part in chosen]
    for page in pages:
        leave_out(page, NOT_IN_PACK)
        for example in page.xpath(f".//*[{has_class('example')}]"):  # a worksheet is here to be filled in
            heading = example.getprevious()
            if heading is not None and heading.tag == "h3":
                remove(heading)
            remove(example)
    there = {element.get("id") for page in pages for element in page.xpath("self::*[@id]|.//*[@id]")}
    urls = {key: url for url, key in parts.ids.items()}
    for page in pages:
        mark_title(page, first=True)
        _send_outside(page, there, urls)
        to_paper(page, site_url, site)
    entries = tuple(Entry(part.title, part.id) for part in chosen)
    return BookText("".join(map(outer_html, pages)), entries, colophon, pack.title, pack.summary)


def _send_outside(page: Element, there: set[str], urls: dict[str, str]) -> None:
    """A link to a page that the pack does not hold leads to the site; one to a place on such a page, to the page."""
    for link in page.xpath(".//a[starts-with(@href, '#')]"):
        target = link.get("href")[1:]
        if target in there:
            continue
        pages = (key for key in urls if target == key or target.startswith(f"{key}-"))
        if found := max(pages, key=len, default=""):
            link.set("href", f"../{urls[found]}")
        else:
            unwrap(link)
