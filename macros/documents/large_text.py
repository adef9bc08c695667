"""A page in large print: rows of tables as lists, sources as notes at its end."""

from __future__ import annotations

import re

from macros.core.html import Element, has_class, remove, replace, text_of
from macros.documents.side_notes import SOURCES, number_sources

MEANINGS = f".//*[{has_class('term__meaning')}][preceding-sibling::*]"
POSSESSIVE = re.compile(r"['’](s\b)?")
SIDE_NOTES = f".//*[{has_class('side--note')}]"


def to_large_print(page: Element) -> None:
    """Make of ``page`` what can be read in large letters: rows of tables as lists, sources as notes at its end."""
    for drawing in page.xpath(f".//*[{has_class('picture__drawing')}]"):
        remove(drawing)  # its letters would be small; its table says the same
    for table in page.xpath(".//table"):
        _rows_as_items(table)
    for meaning in page.xpath(MEANINGS):
        _behind_possessive(meaning)
    number_sources(page)
    _notes_at_end(page)


def _behind_possessive(meaning: Element) -> None:
    """Let a meaning in brackets stand behind "'s", and not between a word and it."""
    if ending := POSSESSIVE.match(meaning.tail or ""):
        term = meaning.getprevious()
        term.tail, meaning.tail = ending[0], meaning.tail[ending.end() :]


def _rows_as_items(table: Element) -> None:
    """Each row is an item, and says before each cell what its column is."""
    rows = [[*row] for row in table.iter("tr")]
    heads = [text_of(cell) for cell in rows[0]] if rows and all(cell.tag == "th" for cell in rows[0]) else []
    listed = table.makeelement("ul", {"class": "rows"})
    for row in rows[1:] if heads else rows:
        item = listed.makeelement("li", {})
        for number, cell in enumerate(row):
            if not text_of(cell):
                continue
            cell.tag = "p"
            cell.attrib.clear()
            cell.tail = None
            if number < len(heads) and heads[number]:
                head = cell.makeelement("strong", {})
                head.text, head.tail = f"{heads[number]}: ", cell.text
                cell.text = None
                cell.insert(0, head)
            item.append(cell)
        listed.append(item)
    replace(table, listed)


def _notes_at_end(page: Element) -> None:
    """Let the notes of ``page`` be its list of sources, each number once."""
    listed, numbers = page.makeelement("ol", {"class": "notes"}), set()
    for note in page.xpath(SIDE_NOTES):
        number = text_of(note[0])
        remove(note)
        if number in numbers:
            continue
        numbers.add(number)
        item = listed.makeelement("li", {"value": number})
        item.text = (note[0].tail or "").strip()
        for part in note[1:]:
            item.append(part)
        listed.append(item)
    sources = page.xpath(SOURCES)
    for place in sources:
        replace(place, listed) if place is sources[0] else remove(place)
    if not sources and len(listed):
        page.append(listed)
