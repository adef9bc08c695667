"""Each page's own part of what is printed: the page of all pages, the book and the packs are put together from them.

A part is made once, from the very tree that the page is written from. Its headings are one level lower, its ids begin
with the page's own, and its links lead to the parts of other pages, or from the top of the site to what is not printed.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from macros.content.outline import nav_paths
from macros.core.html import Element, outer_html, parse_fragment, remove, text_of
from macros.core.urls import address
from macros.rendering.glossary_terms import to_paper

# What works by a script of its own page, and would do nothing on another: the same as in the pack builder's pages.js.
TOOLS = ".//*[@data-tools or @data-tools-end or @data-told or @data-picture or @data-report or @data-pick]"
HEADINGS_LOWERED = {f"h{level}": f"h{level + 1}" for level in range(1, 6)}
TITLES = tuple(HEADINGS_LOWERED.values())  # of a part
# Attributes that name one id or several of the same page.
NAMING = ("for", "list", "headers", "aria-labelledby", "aria-describedby", "aria-controls")
NOT_IN_SITE = ("http:", "https:", "mailto:", "tel:", "data:", "//")


@dataclass(frozen=True)
class PagePart:
    """One page as it is printed. ``pictures`` are addresses inside the site."""

    path: str
    id: str
    title: str
    html: str
    pictures: tuple[str, ...]


@dataclass
class Entry:
    """A line of the contents: a page of the nav, with the pages below it."""

    title: str
    id: str
    children: list[Entry] = field(default_factory=list)


@dataclass(frozen=True)
class Chapter:
    """What stands together in the nav: one page, or a section of it with all its pages."""

    number: int
    pages: tuple[PagePart, ...]
    is_section: bool

    @property
    def entry(self) -> Entry:
        """Its line of the contents: a section goes by its first page."""
        first, *others = (Entry(page.title, page.id) for page in self.pages)
        return Entry(first.title, first.id, others)


def part_id(path: str) -> str:
    """What the part of the page ``path`` in docs/ is called: "focus-choose-the-community"."""
    return address(path).strip("/").replace("/", "-").lower() or "index"


class PageParts:
    """The parts of one build. ``nav`` is what is printed, in its order; pages ``outside`` it are led to on the site."""

    def __init__(self, nav: list[Any], outside: Iterable[str] = ()) -> None:
        self._nav = nav
        left_out = set(outside)
        self.paths = [path for path in nav_paths(nav) if path not in left_out]
        self.ids = {address(path): part_id(path) for path in self.paths}
        self.made: dict[str, PagePart] = {}

    def add(self, path: str, page: Element) -> None:
        """Make the part of the page ``path`` in docs/ from its tree, which is used up by it.

        Raises ``ValueError`` where the page has no title.
        """
        url = address(path)
        if url not in self.ids:
            return
        key = self.ids[url]
        for tool in page.xpath(TOOLS):
            remove(tool)
        to_paper(page)
        heading = next(page.iter("h1", "h2", "h3", "h4", "h5", "h6"), None)
        if heading is None or heading.tag != "h1":
            raise ValueError(path)
        title = text_of(heading)
        for element in page.iter(*HEADINGS_LOWERED):
            element.tag = HEADINGS_LOWERED[element.tag]
        _name(page, key)
        for link in page.iter("a"):
            if target := link.get("href"):
                link.set("href", self._from_print_page(target, url, key))
        pictures = tuple(_pictures(page, url))
        page.tag = "section"
        page.set("class", "print-page")
        page.set("id", key)
        self.made[path] = PagePart(path, key, title, outer_html(page), pictures)

    def chapters(self, left_out: Iterable[str] = ()) -> list[Chapter]:
        """The parts in the order of the nav, without the folders ``left_out``."""
        chapters = []
        for number, entry in enumerate(self._nav, 1):
            value = next(iter(entry.values())) if isinstance(entry, dict) else entry
            paths = [*nav_paths([entry])]
            pages = [self.made[path] for path in paths if path in self.made and not path.startswith(tuple(left_out))]
            if pages:
                chapters.append(Chapter(number, tuple(pages), isinstance(value, list)))
        return chapters

    def _from_print_page(self, target: str, url: str, key: str) -> str:
        """Where a link of the page at ``url`` leads on a page that stands in a folder of its own below the top."""
        if target.startswith(NOT_IN_SITE):
            return target
        way, mark, anchor = target.partition("#")
        if not way:
            return f"#{key}-{anchor}" if anchor else f"#{key}"
        to = resolved(way, url)
        if to not in self.ids:
            return f"../{to}{mark}{anchor}"
        return f"#{self.ids[to]}-{anchor}" if anchor else f"#{self.ids[to]}"


def resolved(way: str, url: str) -> str:
    """The address inside the site to which the relative ``way`` leads from the page at ``url``."""
    path, mark, query = way.partition("?")
    to = posixpath.normpath(posixpath.join(posixpath.dirname(url), path))
    if path.endswith(("/", "/.", "/..")) or path in (".", ".."):
        to = "" if to == "." else f"{to}/"
    return f"{to}{mark}{query}"


def joined(chapters: list[Chapter]) -> str:
    """The HTML of all chapters."""
    return "".join(_joined(chapter) for chapter in chapters)


def _joined(chapter: Chapter) -> str:
    pages = "".join(page.html for page in chapter.pages)
    if not chapter.is_section:
        return pages
    return f'<section class="print-page md-section" id="section-{chapter.number}">{pages}</section>'


def parse_part(part: PagePart) -> Element:
    """The tree of a part, to be changed for a document of its own."""
    return parse_fragment(part.html)[0]


def _name(page: Element, key: str) -> None:
    """Let every id of the page begin with ``key``, and what names one."""
    for element in page.xpath(".//*[@id]"):
        element.set("id", f"{key}-{element.get('id')}")
    for attribute in NAMING:
        for element in page.xpath(f".//*[@{attribute}]"):
            element.set(attribute, " ".join(f"{key}-{id}" for id in element.get(attribute).split()))
    for box in page.xpath(".//input[@name]|.//select[@name]|.//textarea[@name]"):
        box.set("name", f"{key}-{box.get('name')}")


def _pictures(page: Element, url: str) -> Iterator[str]:
    """Let every picture be found from a page in a folder below the top. Yields its address inside the site."""
    for picture in page.iter("img"):
        source = picture.get("src", "")
        if source and not source.startswith(NOT_IN_SITE):
            picture.set("src", f"../{resolved(source, url)}")
            yield resolved(source, url)
