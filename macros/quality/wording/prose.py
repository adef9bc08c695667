"""The running text of a finished page: what a person reads, without boxes, lists of links and other people's words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup, Comment, Tag

PROSE_ELEMENTS = ["p", "li", "dd", "dt", "td", "th", "figcaption", "h1", "h2", "h3", "h4"]
# Not our sentences, or not sentences. A view marks names of sources, quotations, words fixed by law and the invented
# example with ``data-not-prose``; the rest is known by what it is.
NOT_PROSE = "script, style, svg, form, nav, select, textarea, [popover], .visually-hidden, [data-not-prose]"
# Drawn from data on several pages, so it may stand twice: a view marks it so.
DRAWN = "[data-drawn]"
MAIN = re.compile(r"<main\b.*</main>", re.DOTALL)
SENTENCE_END = re.compile(r"(?<=[.!?])[”\")]*\s+(?=[“\"(]?[A-Z0-9])")


def body(html: str, without: str = NOT_PROSE) -> Tag:
    """The main part of a page, without what ``without`` selects."""
    main_part = MAIN.search(html)  # what is round it takes as long to read again
    soup = BeautifulSoup(main_part[0] if main_part else html, "lxml")
    main = soup.select_one("main") or soup
    for part in main.select(without):
        part.extract()
    for line_break in main.select("br"):
        line_break.replace_with(" ")
    return main


def blocks(main: Tag, names: list[str] | None = None) -> Iterator[tuple[str, str]]:
    """Each block of text with its element's name; a block inside another is given once, for itself."""
    for block in main.find_all(names or PROSE_ELEMENTS):
        pieces = "".join(
            str(text)
            for text in block.find_all(string=True)
            if not isinstance(text, Comment)
            and next(parent for parent in text.parents if parent.name in PROSE_ELEMENTS) is block
        )
        if text := " ".join(pieces.split()):
            yield block.name, text


def sentences(main: Tag) -> list[str]:
    """Every sentence of the paragraphs and lists. Headings and cells of tables are no sentences."""
    return [
        sentence
        for _, text in blocks(main, ["p", "li", "dd", "figcaption"])
        for sentence in SENTENCE_END.split(text)
        if len(sentence.split()) > 1
    ]


def paragraphs(html: str) -> list[str]:
    """Paragraphs and points that somebody wrote for this page alone, as they may not stand on another."""
    return [text for _, text in blocks(body(html, f"{NOT_PROSE}, {DRAWN}"), ["p", "li", "dd"])]
