"""The running text of a finished page: what a person reads, without boxes, lists of links and other people's words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from macros.core.html import PARSER, Element, has_class, remove, unwrap

PROSE_ELEMENTS = ["p", "li", "dd", "dt", "td", "th", "figcaption", "h1", "h2", "h3", "h4"]
# Not our sentences, or not sentences, as an XPath's condition. A view marks names of sources, quotations, words fixed
# by law and the invented example with ``data-not-prose``; the rest is known by what it is.
NOT_PROSE = (
    "self::script or self::style or self::svg or self::form or self::nav or self::select or self::textarea"
    f" or @popover or {has_class('visually-hidden')} or @data-not-prose"
)
# Drawn from data on several pages, so it may stand twice: a view marks it so.
DRAWN = "@data-drawn"
MAIN = re.compile(r"<main\b.*</main>", re.DOTALL)
SENTENCE_END = re.compile(r"(?<=[.!?])[”\")]*\s+(?=[“\"(]?[A-Z0-9])")


def body(html: str, without: str = NOT_PROSE) -> Element:
    """The main part of a page, without what has the condition ``without``, which is an XPath's."""
    main_part = MAIN.search(html)  # what is round it takes as long to read again
    document = etree.fromstring((main_part[0] if main_part else html or "<main>").encode(), PARSER)
    main = next(document.iter("main"), document)
    for part in main.xpath(f".//*[{without}]"):
        remove(part)
    for line_break in list(main.iter("br")):
        line_break.text = " "
        unwrap(line_break)
    return main


def blocks(main: Element, names: list[str] | None = None) -> Iterator[tuple[str, str]]:
    """Each block of text with its element's name; a block inside another is given once, for itself."""
    for block in main.iter(*(names or PROSE_ELEMENTS)):
        if text := " ".join("".join(_pieces(block)).split()):
            yield block.tag, text


def _pieces(element: Element) -> Iterator[str]:
    """The text inside ``element`` that belongs to no other block in it. A comment is none."""
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and child.tag not in PROSE_ELEMENTS:
            yield from _pieces(child)
        yield child.tail or ""


def sentences(main: Element) -> list[str]:
    """Every sentence of the paragraphs and lists. Headings and cells of tables are no sentences."""
    return [
        sentence
        for _, text in blocks(main, ["p", "li", "dd", "figcaption"])
        for sentence in SENTENCE_END.split(text)
        if len(sentence.split()) > 1
    ]


def paragraphs(html: str) -> list[str]:
    """Paragraphs and points that somebody wrote for this page alone, as they may not stand on another."""
    return [text for _, text in blocks(body(html, f"{NOT_PROSE} or {DRAWN}"), ["p", "li", "dd"])]
