"""A page in sections, as the search knows it: each heading that has an id, with the text below it.

What a view marks ``data-search-exclude`` is no part of it, nor are notices for readers without scripts, fields and
ways to other pages. Material's own index is not used: at the first element inside of the same kind, it forgets such
a mark.
"""

from __future__ import annotations

import re

from macros.core.html import Element, parse_fragment

LEFT_OUT_TAGS = {"nav", "option", "script", "select", "style", "svg", "template", "textarea"}
LEFT_OUT_MARKS = {"data-search-exclude", "data-without-tools"}
LEFT_OUT_CLASSES = {"cite"}
IN_PLACE = {"data-gap": "…"}  # what a reader fills in is not the page's own words
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
INLINE = {"a", "abbr", "b", "button", "code", "em", "i", "kbd", "mark"}
INLINE |= {"q", "s", "small", "span", "strong", "sub", "sup"}
HEADING_NAMES = {f"h{level}" for level in range(1, 7)}


class Section:
    """What stands below a heading; ``anchor`` is the heading's id, and ``aside`` is said by the view."""

    def __init__(self, anchor: str = "") -> None:
        self.anchor = anchor
        self.titles: list[str] = []
        self.texts: list[str] = []
        self.aside = False

    @property
    def title(self) -> str:
        """The heading, on one line."""
        return _tidy(self.titles)

    @property
    def text(self) -> str:
        """What stands below it, on one line."""
        return _tidy(self.texts)


def sections(html: str) -> list[Section]:
    """The sections of a page's content ``html``, in order. The first is the page's own: what comes before a heading."""
    reader = _Reader()
    reader.read_inside(parse_fragment(html))
    return reader.found


class _Reader:
    def __init__(self) -> None:
        self.found = [Section()]
        self.heading = ""

    def read_inside(self, element: Element) -> None:
        """Read what stands inside ``element``."""
        self._add(element.text)
        for child in element:
            self._read(child)
            self._add(child.tail)

    def _read(self, element: Element) -> None:
        tag = element.tag
        if not isinstance(tag, str):  # a comment
            return
        if tag not in INLINE:
            self._add(" ")
        if tag in VOID:
            return
        for mark, words in IN_PLACE.items():
            if mark in element.attrib:
                self._add(words)
        if not _is_left_out(element):
            self._begin(element)
            self.read_inside(element)
            if tag == self.heading:
                self.heading = ""
        if tag not in INLINE:
            self._add(" ")

    def _begin(self, element: Element) -> None:
        """Begin a section where ``element`` is a heading that has an id."""
        tag, anchor = element.tag, element.get("id")
        if tag in HEADING_NAMES and (tag == "h1" or anchor):
            if tag != "h1":
                self.found.append(Section(anchor))
            self.heading = tag
        if "data-search-aside" in element.attrib:
            self.found[-1].aside = True

    def _add(self, text: str | None) -> None:
        if text:
            (self.found[-1].titles if self.heading else self.found[-1].texts).append(text)


def _is_left_out(element: Element) -> bool:
    given = element.attrib
    return (
        element.tag in LEFT_OUT_TAGS
        or not LEFT_OUT_MARKS.isdisjoint(given)
        or not LEFT_OUT_CLASSES.isdisjoint((given.get("class") or "").split())
        or not IN_PLACE.keys().isdisjoint(given)
    )


def _tidy(pieces: list[str]) -> str:
    """``pieces`` on one line, without the brackets and gaps that a source left behind."""
    line = re.sub(r"\(\s*[,.…]?\s*\)", "", "".join(pieces))
    return re.sub(r" +([.,;:!?)])", r"\1", " ".join(line.split()))
