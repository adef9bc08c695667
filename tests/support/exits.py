"""A page of the site beside what another tool made of its export: title, headings, words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import markdown
from lxml import etree

from macros.core.html import PARSER, Element, parse_fragment, remove, text_of
from macros.core.urls import address

# What is no word of the page: what works by a script alone; a term's meaning, which stands in the glossary; and what
# there is to choose in each row of a table, whose head says it.
NOT_WORDS = """.//script|.//style|.//template|.//svg|.//datalist|.//*[@hidden]|.//*[@data-tools]|.//*[@data-pick]
    |.//button[not(contains(@class, "term"))]|.//*[@class="term__meaning"]|.//td//option"""
QUOTES = str.maketrans("‘’“”", "''\"\"")  # Pandoc writes the curved ones
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@dataclass(frozen=True)
class PageWords:
    """What is compared: the first heading, all headings with their level, and every word in its order."""

    title: str
    headings: tuple[tuple[str, str], ...]
    words: tuple[str, ...]


def words_of(page: Element, not_words: str = NOT_WORDS) -> PageWords:
    """What a page says. ``page`` is used up by it."""
    for element in page.xpath(not_words):
        remove(element)
    headings = tuple(
        (heading.tag, " ".join(text_of(heading).translate(QUOTES).split())) for heading in page.iter(*HEADINGS)
    )
    title = next((text for tag, text in headings if tag == "h1"), "")
    return PageWords(title, headings, tuple(re.findall(r"\w+", " ".join(page.itertext()))))


def site_page(site: Path, path: str) -> PageWords:
    """What the page ``path`` in docs/ says on the built site."""
    return words_of(etree.fromstring((site / address(path) / "index.html").read_bytes(), PARSER).xpath("//main")[0])


def front_matter_and_body(text: str) -> tuple[str, str]:
    """An exported page in its two parts."""
    _, head, body = text.split("---\n", 2)
    return head, body


def drawn(body: str) -> Element:
    """The Markdown of an exported page as any tool draws it."""
    return parse_fragment(markdown.markdown(body, extensions=["attr_list", "fenced_code", "tables"]))


def differing(ours: PageWords, theirs: PageWords) -> str:
    """The first thing that is not the same, in a line; empty where nothing is."""
    if ours.title != theirs.title:
        return f"title: {ours.title!r}, {theirs.title!r}"
    for what, first, second in (("heading", ours.headings, theirs.headings), ("word", ours.words, theirs.words)):
        for at in range(max(len(first), len(second))):
            if first[at : at + 1] != second[at : at + 1]:
                return f"{what} {at}: {first[max(0, at - 3) : at + 3]}, {second[max(0, at - 3) : at + 3]}"
    return ""
