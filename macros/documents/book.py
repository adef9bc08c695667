"""The whole site as one PDF, drawn from the print page with a stylesheet of our own."""

from __future__ import annotations

import hashlib
from pathlib import Path

from bs4 import BeautifulSoup, Tag

from macros.documents.print_page import body_of, contents
from macros.paths import VIEWS
from macros.rendering.colophon import Colophon
from macros.rendering.pdf import FONTS, to_pdf
from macros.rendering.views import render

NOT_IN_BOOK = "header.contents, nav.way-on, .worksheet__downloads, .worksheet__kept, .card__picture, script, style"


def pictures_of(html: str, site: Path) -> str:
    """A fingerprint of every picture on the print page: a new one under the same name makes a new book."""
    names = {str(one["src"]) for one in body_of(BeautifulSoup(html, "lxml")).select("img[src]")}
    files = sorted(path for name in names if (path := (site / "print_page" / name).resolve()).is_file())
    return hashlib.sha256(b"\0".join(path.read_bytes() for path in files)).hexdigest()


def make_book(html: str, colophon: Colophon, site: Path) -> bytes:
    """Draw the book from the print page's HTML; ``site`` is the built site, where its pictures are."""
    soup = BeautifulSoup(html, "lxml")
    body = body_of(soup)
    entries = contents(body)
    for own in body.select(NOT_IN_BOOK):
        own.decompose()
    _level(body)
    paper_boxes(soup, body)
    point_out(body, colophon.address)
    for picture in body.select("img[src]"):
        picture["src"] = (site / "print_page" / str(picture["src"])).resolve().as_uri()
    return to_pdf(
        render(
            "book/book.html",
            body=body.decode_contents(),
            entries=entries,
            colophon=colophon,
            t=colophon.strings,
            fonts=FONTS,
            css=(VIEWS / "print/book.css").as_uri(),
            paper=(VIEWS / "print/worksheet-paper.css").as_uri(),
            logo=colophon.logo.as_uri(),
        )
    )


def _level(body: Tag) -> None:
    """Mark each page's title with its depth in the nav, so that bookmarks mirror it."""
    for page in body.select("section.print-page:not(.md-section)"):
        parent = page.find_parent("section", class_="md-section")
        first = parent is None or parent.select_one("section.print-page:not(.md-section)") is page
        title_of(page, first)


def title_of(page: Tag, first: bool) -> str:
    """Mark the title of one page, and turn the page of a wide worksheet. Returns the title."""
    heading = page.find("h2")
    assert isinstance(heading, Tag), f"{page.get('id')} has no title"
    heading["class"] = "title title--1" if first else "title title--2"
    if page.select_one(".worksheet--landscape"):
        page["class"] = " ".join([*page.get_attribute_list("class"), "wide"])
    return heading.get_text(strip=True)


def paper_boxes(soup: BeautifulSoup, body: Tag) -> None:
    """What is filled in on screen becomes a box to write in."""
    for control in body.select("input, select, textarea"):
        kind = "tick" if control.get("type") == "checkbox" else "long" if control.name == "textarea" else "short"
        box = soup.new_tag("span", attrs={"class": f"box box--{kind}", "style": f"--lines: {control.get('rows') or 2}"})
        control.replace_with(box)


def point_out(body: Tag, site_url: str) -> None:
    """A link to a download leads to the site where its address is known; without one it is only its words."""
    for link in body.select("a[href]"):
        target = str(link["href"])
        if target.startswith(("#", "http", "mailto:", "tel:")):
            continue
        if site_url:
            link["href"] = site_url + target.removeprefix("../")
        else:
            link.unwrap()
