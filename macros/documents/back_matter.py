"""What stands at the back of a book: the addresses of all that its pages name, and an index with numbers of pages."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from macros.core.cache import kept_beside
from macros.core.html import has_class, text_of
from macros.documents.joined_pdf import Piece, pages_of
from macros.documents.page_parts import PagePart, parse_part
from macros.documents.page_places import Places
from macros.documents.side_notes import host
from macros.models.citations import Source

MENTIONS = 12  # pages: a name that is on more of them is listed with the first of these


@dataclass(frozen=True)
class Address:
    """Where something is that a page names: who wrote it, its title, and its address."""

    by: str
    title: str
    url: str


@dataclass(frozen=True)
class IndexEntry:
    """One line of the index: ``targets`` are places of the book; the name is also looked for where ``is_searched``.

    A target that begins with "*" is every place whose name ends so.
    """

    name: str
    targets: tuple[str, ...] = ()
    is_searched: bool = False


@dataclass(frozen=True)
class IndexGroup:
    """Entries of one kind, under their title."""

    title: str
    entries: tuple[IndexEntry, ...]


@dataclass(frozen=True)
class IndexLine:
    """An entry with its numbers of pages, such as "12, 40-42"."""

    name: str
    pages: str


def addresses_of(pages: Iterable[PagePart], sources: Mapping[str, Source]) -> tuple[Address, ...]:
    """All addresses on ``pages``, each once, by who wrote it. ``sources`` are the known ones by their address."""
    listed: dict[str, Address] = {}
    for page in pages:
        for link in parse_part(page).xpath(
            f".//a[starts-with(@href, 'http')][not(ancestor::*[{has_class('sources')}])]"
        ):
            url = link.get("href")
            if source := sources.get(url):
                listed.setdefault(url, Address(source.by, source.title, url))
            elif link.get("class") != "cite":
                listed.setdefault(url, Address(host(url), text_of(link), url))
    return tuple(sorted(listed.values(), key=lambda address: (address.by.lower(), address.title.lower(), address.url)))


def numbered(
    groups: Sequence[IndexGroup], places: Places, first: int, pieces: Sequence[Piece], kept: Path | None = None
) -> list[tuple[str, list[IndexLine]]]:
    """The lines of the index by the titles of ``groups``; ``first`` is the index of the first page of ``pieces``.

    ``kept`` is a place beside which the text of each part is kept, if it is: to read it takes longer than all else.
    """
    texts = _texts(first, pieces, kept) if any(entry.is_searched for group in groups for entry in group.entries) else {}
    whole = "\n".join(texts.values())
    listed = []
    for group in groups:
        lines = []
        for entry in group.entries:
            pages = {place[0] for target in entry.targets for place in _named(target, places)}
            if entry.is_searched and _is_a_name(entry.name, whole):
                word = re.compile(rf"\b{re.escape(entry.name)}\b")
                pages |= {page for page, text in texts.items() if entry.name in text and word.search(text)}
            if pages:
                lines.append(IndexLine(entry.name, _in_words(sorted(pages)[:MENTIONS])))
        if lines:
            listed.append((group.title, sorted(lines, key=lambda line: line.name.lower())))
    return listed


def _named(target: str, places: Places) -> list[tuple[int, float, float]]:
    if target.startswith("*"):  # pragma: no cover: only in whole builds, which are not measured
        return [place for name, place in places.named.items() if name.endswith(target[1:])]
    place = places.named.get(target) or (places.of_part(target) if target in places.starts else None)
    return [place] if place else []


def _is_a_name(name: str, text: str) -> bool:
    """Whether a word is only ever a name: "Central" of a place is also a word like any other."""
    word = name.lower()
    return " " in name or word not in text or not re.search(rf"\b{re.escape(word)}\b", text)


def _in_words(pages: Sequence[int]) -> str:
    """Indexes of pages as their numbers, those that follow each other as one."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    return ", ".join(str(run[0] + 1) if len(run) == 1 else f"{run[0] + 1}\N{EN DASH}{run[-1] + 1}" for run in runs)


def _texts(first: int, pieces: Sequence[Piece], kept: Path | None) -> dict[int, str]:
    """The text of each page but those of sheets, by its index."""
    texts: dict[int, str] = {}
    at = first
    for piece in pieces:
        if piece.is_sheet:
            at += pages_of(piece.content)
            continue
        pages = json.loads(kept_beside(kept, piece.content, partial(_pages, piece.content)))
        texts |= dict(enumerate(pages, at))
        at += len(pages)
    return texts


def _pages(pdf: bytes) -> bytes:
    """The text of each page, as JSON."""
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        return json.dumps([" ".join(page.get_textpage().get_text_range().split()) for page in document]).encode()
