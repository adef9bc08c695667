"""A page's printed part as a file of an EPUB: XHTML without forms or scripts, whose links lead to the other files.

Only elements and attributes that an e-reader knows are kept, so no page can bring a script or a form into the book.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import cast

from lxml import etree

from macros.core.html import Element, has_class, parse_fragment, remove, replace, unwrap
from macros.documents.book_part import NOT_IN_BOOK, leave_out
from macros.documents.page_parts import PagePart

# What is offered online only: archives of many files.
ONLINE_PART = re.compile(r"<!--online-->.*?<!--/online-->", re.DOTALL)
# What works only on the site, or is drawn there beside words that say the same.
NOT_IN_EPUB = (
    f"{NOT_IN_BOOK}|.//*[@data-without-tools]|.//comment()|.//*[{has_class('chip')}]"
    "|.//svg|.//button|.//iframe|.//object|.//embed|.//audio|.//video|.//canvas|.//template|.//datalist"
)
# Parts of a form, and what each is where nothing can be filled in.
NOT_A_FORM = {"form": "div", "label": "span", "fieldset": "div", "legend": "p", "output": "span"}
FORM_CONTROLS = ".//input|.//select|.//textarea"
TICK, LINE = "☐ ", "__________"
ATTRIBUTES = frozenset(
    (
        *("alt", "class", "colspan", "dir", "headers", "height", "href", "id", "lang"),
        *("role", "rowspan", "scope", "src", "start", "title", "width"),
    )
)
HEADINGS_RAISED = {f"h{level + 1}": f"h{level}" for level in range(1, 6)}  # a part stands one level lower than its page
OUTSIDE_EPUB = ("http:", "https:", "mailto:", "tel:")
EPUB_FOLDER = "pages/"


@dataclass
class EpubLinks:
    """Where links of the book lead.

    ``site`` is the site's address, empty where it is not known; ``addresses`` says where inside it each page is, by its
    id.
    """

    site: str
    addresses: Mapping[str, str]
    pictures: Mapping[str, str]  # the file in the book, by the address inside the site
    files: dict[str, str] = field(default_factory=dict)  # the file of a page, by its id
    places: dict[str, str] = field(default_factory=dict)  # the page on which each id stands

    def add(self, part: PagePart, page: Element) -> None:
        """Note a page and every place on it."""
        self.files[part.id] = file_of(part)
        self.places |= dict.fromkeys(page.xpath("@id|.//@id"), part.id)

    def target(self, link: str) -> str:
        """Where ``link`` of a part leads from a file of a page; empty where nothing is known to lead to."""
        if link.startswith(OUTSIDE_EPUB):
            return link
        if not link.startswith("#"):
            return self.site + link.removeprefix("../") if self.site and link.startswith("../") else ""
        place = link[1:]
        if place in self.files:
            return self.files[place]
        if place in self.places:
            return f"{self.files[self.places[place]]}#{place}"
        return self._of_page(place)

    def _of_page(self, place: str) -> str:
        """A place that no file has: its page in the book, else on the site. The longest id is the page's own."""
        pages = [page for page in {*self.files, *self.addresses} if f"{place}-".startswith(f"{page}-")]
        page = max(pages, key=len, default="")
        if page in self.files or not page or not self.site:
            return self.files.get(page, "")
        anchor = place[len(page) + 1 :]
        return f"{self.site}{self.addresses[page]}" + (f"#{anchor}" if anchor else "")


def file_of(part: PagePart) -> str:
    """The name of the file of a page, in the folder of all pages."""
    return f"{part.id}.xhtml"


def page_bodies(parts: Sequence[PagePart], links: EpubLinks) -> list[str]:
    """The content of each page's file, as XML; ``links`` learns of all pages first."""
    pages = [_without_forms(part) for part in parts]
    for part, page in zip(parts, pages, strict=True):
        links.add(part, page)
    return [_as_xml(page, links) for page in pages]


def _without_forms(part: PagePart) -> Element:
    """The tree of a page without what works only on the site, its headings at their own levels."""
    page = parse_fragment(ONLINE_PART.sub("", part.html))[0]
    leave_out(page, NOT_IN_EPUB)
    for control in page.xpath(FORM_CONTROLS):
        mark = control.makeelement("span")
        is_tick = control.get("type") in ("checkbox", "radio")
        mark.text = TICK if is_tick else LINE
        mark.set("aria-hidden", "true")
        replace(control, mark)
    for meaning in page.xpath(f".//*[{has_class('term__meaning')}]"):
        _put_in_brackets(meaning)
    for element in page.iter(*HEADINGS_RAISED, *NOT_A_FORM):
        element.tag = (HEADINGS_RAISED | NOT_A_FORM)[element.tag]
    return page


def _as_xml(page: Element, links: EpubLinks) -> str:
    """A page as XML, with its links and pictures as they are in the book."""
    for link in page.xpath(".//a[@href]"):
        if target := links.target(link.get("href")):
            link.set("href", target)
        elif "download" in link.attrib and not links.site:
            _remove_line(link)
        else:
            unwrap(link)
    for picture in page.xpath(".//img"):
        source = picture.get("src", "").removeprefix("../")
        if source in links.pictures:
            picture.set("src", f"../{links.pictures[source]}")
        else:
            remove(picture)
    for element in page.iter():
        for name in element.attrib:
            if name not in ATTRIBUTES and not name.startswith("aria-"):
                del element.attrib[name]
    # The view that it goes into names the namespace.
    return cast(str, etree.tostring(page, encoding="unicode", with_tail=False))


def _put_in_brackets(element: Element) -> None:
    """Letters, and no style: not every reader draws what only a style sheet writes."""
    element.text = f" [{element.text or ''}"
    children = [*element]
    if children:
        children[-1].tail = f"{children[-1].tail or ''}]"
    else:
        element.text += "]"


def _remove_line(link: Element) -> None:
    """Take out a download that is nowhere, with its size, and its list when nothing else stands in it."""
    line = link.getparent()
    if line.tag != "li":
        unwrap(link)
        return
    files = line.getparent()
    remove(line)
    if len(files) == 0:
        remove(files)
