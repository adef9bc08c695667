"""The whole site as one PDF, put together from each page's own part, with a stylesheet of our own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from macros.core.html import Element, has_class, outer_html, remove, replace, unwrap
from macros.documents.page_parts import Chapter, Entry, PagePart, parse_part
from macros.paths import VIEWS
from macros.rendering.colophon import Colophon
from macros.rendering.pdf import FONTS, to_pdf
from macros.rendering.views import render

NOT_IN_BOOK = ".//*[@data-not-in-book]|.//script|.//style"  # a view sets the mark
BOXES = ".//input|.//select|.//textarea"
OUTSIDE = ("#", "http", "mailto:", "tel:")


@dataclass(frozen=True)
class BookText:
    """All that a book is drawn from, beside code and styles: ready to be handed to another process."""

    body: str
    entries: tuple[Entry, ...]
    colophon: Colophon
    title: str = ""
    lead: str = ""


def book_text(chapters: list[Chapter], colophon: Colophon, site: Path) -> BookText:
    """The text of the book; ``site`` is the built site, where its pictures are."""
    body = []
    for chapter in chapters:
        pages = []
        for number, part in enumerate(chapter.pages):
            page = parse_part(part)
            mark_title(page, first=number == 0)
            leave_out(page)
            to_paper(page, colophon.address, site)
            pages.append(outer_html(page))
        html = "".join(pages)
        body.append(f'<section class="print-page md-section">{html}</section>' if chapter.is_section else html)
    return BookText("".join(body), tuple(chapter.entry for chapter in chapters), colophon)


def draw(text: BookText, view: str = "book/book.html") -> bytes:
    """Draw a book as a PDF."""
    colophon = text.colophon
    return to_pdf(
        render(
            view,
            title=text.title,
            lead=text.lead,
            body=text.body,
            entries=text.entries,
            colophon=colophon,
            t=colophon.strings,
            fonts=FONTS,
            css=(VIEWS / "print/book.css").as_uri(),
            paper=(VIEWS / "print/worksheet-paper.css").as_uri(),
            logo=colophon.logo.as_uri(),
        )
    )


def mark_title(page: Element, *, first: bool) -> None:
    """Mark the title of one page with its depth, which bookmarks mirror, and turn the page of a wide worksheet."""
    heading = next(page.iter("h2"))
    heading.set("class", "title title--1" if first else "title title--2")
    if page.xpath(f".//*[{has_class('worksheet--landscape')}]"):
        page.set("class", f"{page.get('class')} wide")


def leave_out(page: Element, not_here: str = NOT_IN_BOOK) -> None:
    """Take from a page what has no place on paper; ``not_here`` is its XPath."""
    for element in page.xpath(not_here):
        remove(element)


def to_paper(page: Element, site_url: str, site: Path) -> None:
    """Make of a page what is on paper: boxes to write in, links that lead somewhere, pictures from files."""
    _paper_boxes(page)
    _point_out(page, site_url)
    for picture in page.iter("img"):
        if source := picture.get("src", ""):
            picture.set("src", (site / "print_page" / source).resolve().as_uri())


def pictures_of(parts: Iterable[PagePart], site: Path) -> list[bytes]:
    """Every picture of these pages: a new one under the same name makes a new book."""
    names = sorted({name for part in parts for name in part.pictures})
    return [(site / name).read_bytes() for name in names if (site / name).is_file()]


def _paper_boxes(page: Element) -> None:
    """What is filled in on screen becomes a box to write in."""
    for control in page.xpath(BOXES):
        kind = "tick" if control.get("type") == "checkbox" else "long" if control.tag == "textarea" else "short"
        box = control.makeelement("span")
        box.set("class", f"box box--{kind}")
        box.set("style", f"--lines: {control.get('rows') or 2}")
        replace(control, box)


def _point_out(page: Element, site_url: str) -> None:
    """A link to a download leads to the site where its address is known; without one it is only its words."""
    for link in page.xpath(".//a[@href]"):
        target = link.get("href")
        if target.startswith(OUTSIDE):
            continue
        if site_url:
            link.set("href", site_url + target.removeprefix("../"))
        else:
            unwrap(link)
