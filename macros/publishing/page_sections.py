"""A page in sections, as the search knows it: each heading that has an id, with the text below it.

What a view marks ``data-search-exclude`` is no part of it, nor are notices for readers without scripts, fields and
ways to other pages. Material's own index is not used: at the first element inside of the same kind, it forgets such
a mark.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

LEFT_OUT_TAGS = {"nav", "option", "script", "select", "style", "svg", "template", "textarea"}
LEFT_OUT_MARKS = {"data-search-exclude", "data-without-tools"}
LEFT_OUT_CLASSES = {"cite"}
IN_PLACE = {"data-gap": "…"}  # what a reader fills in is not the page's own words
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
INLINE = {"a", "abbr", "b", "button", "code", "em", "i", "kbd", "mark"}
INLINE |= {"q", "s", "small", "span", "strong", "sub", "sup"}
HEADINGS = {f"h{level}" for level in range(1, 7)}


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
    reader.feed(html)
    reader.close()
    return reader.found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found = [Section()]
        self.open: list[tuple[str, bool]] = []  # the elements that are open: tag, and whether it is left out
        self.heading = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag not in INLINE:
            self._add(" ")
        if tag in VOID:
            return
        for mark, words in IN_PLACE.items():
            if mark in given:
                self._add(words)
        self.open.append((tag, self._left_out or _is_left_out(tag, given)))
        if self._left_out:
            return
        if tag in HEADINGS and (tag == "h1" or given.get("id")):
            if tag != "h1":
                self.found.append(Section(given["id"] or ""))
            self.heading = tag
        if "data-search-aside" in given:
            self.found[-1].aside = True

    def handle_endtag(self, tag: str) -> None:
        if tag not in (one for one, _ in self.open):
            return
        while self.open.pop()[0] != tag:
            pass
        if tag == self.heading:
            self.heading = ""
        if tag not in INLINE:
            self._add(" ")

    def handle_data(self, data: str) -> None:
        self._add(data)

    @property
    def _left_out(self) -> bool:
        return bool(self.open) and self.open[-1][1]

    def _add(self, text: str) -> None:
        if not self._left_out:
            (self.found[-1].titles if self.heading else self.found[-1].texts).append(text)


def _is_left_out(tag: str, given: dict[str, str | None]) -> bool:
    classes = set((given.get("class") or "").split())
    return (
        tag in LEFT_OUT_TAGS
        or not LEFT_OUT_MARKS.isdisjoint(given)
        or not LEFT_OUT_CLASSES.isdisjoint(classes)
        or not IN_PLACE.keys().isdisjoint(given)
    )


def _tidy(pieces: list[str]) -> str:
    """``pieces`` on one line, without the brackets and gaps that a source left behind."""
    line = re.sub(r"\(\s*[,.…]?\s*\)", "", "".join(pieces))
    return re.sub(r" +([.,;:!?)])", r"\1", " ".join(line.split()))
