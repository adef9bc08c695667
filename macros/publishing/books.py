"""The books of a build: from what each has been drawn, so that one is drawn again only where that has changed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from macros.core.urls import address
from macros.documents.address_list import ADDRESS_LIST, AddressList, address_list_request
from macros.documents.back_matter import addresses_of
from macros.documents.book import Book
from macros.documents.drawing import Drawing, Request
from macros.documents.joined_pdf import Piece, pages_of
from macros.publishing.book_contents import AllContents, Contents
from macros.publishing.book_parts import BookPart, BookParts
from macros.publishing.build import Build

LIVE = "evidence/sources.md"  # the page that lists all sources
LINKS_OUT = re.compile(r'href="(http[^"]+)"')
SIDES_OF_SHEET = 2
Begun = Mapping[str, Callable[[], bytes]]  # what waits for each, by its address


@dataclass
class Books:
    """The books of one build; ``site`` is the built site, where their pictures are."""

    build: Build
    site: Path
    parts: dict[str, list[BookPart]] = field(default_factory=dict)  # by the book's address
    address_lists: dict[str, Callable[[], Request | None]] = field(default_factory=dict)  # likewise
    _drawn: dict[str, bytes] = field(default_factory=dict)
    _lists: dict[str, Request] = field(default_factory=dict)
    _parts_begun: Begun = field(default_factory=dict)
    _others_begun: Begun = field(default_factory=dict)

    @cached_property
    def pieces(self) -> BookParts:
        """What the books are made of."""
        return BookParts(self.build, self.site)

    @property
    def cards(self) -> dict[str, Request]:  # pragma: no cover: only in whole builds, which are not measured
        """The card of each step, by its path in docs/."""
        return self.pieces.cards

    def requests(self) -> list[Request]:
        """The book, which takes longest, then the packs and the stages: what each is drawn from, and how."""
        return [self._request(contents) for contents in AllContents(self.build, self.pieces).each()]

    def begin(self, requests: Sequence[Request], beside: Sequence[Request] = ()) -> None:
        """Begin to draw what these of :meth:`requests` are made of. What is kept is not drawn again.

        What is to be drawn ``beside`` them fills the time in which a book waits for the last of its parts.
        """
        documents = self.build.documents
        missing = [request for request in requests if documents.kept.find(request.module, *request.drawn_from) is None]
        parts = [part for request in missing for part in self.parts[request.url]]
        wanted = {each.url: each for part in parts for each in (part.request, part.shorter) if each}
        self._lists = {request.url: each for request in missing if (each := self.address_lists[request.url]())}
        self._parts_begun = documents.begin([*wanted.values(), *self._lists.values()])
        self._others_begun = documents.begin(beside)

    def finish(self, requests: Sequence[Request]) -> dict[str, bytes]:
        """Draw these, of which the parts were begun, and finish what was begun beside them. Content by address."""
        self._drawn = _finished(self._parts_begun)
        self._drawn |= {url: self._drawn[each.url] for url, each in self._lists.items()}
        books_begun = self.build.documents.begin(requests)
        return _finished(self._others_begun) | _finished(books_begun)

    def _request(self, contents: Contents) -> Request:
        documents, parts, outside = self.build.documents, contents.parts, contents.outside
        self.parts[contents.url] = parts
        elsewhere = self._elsewhere()
        known = {source.url: source for source in self.build.library.sources.values()}
        pages = [page for part in parts if part.is_page for page in (part.page, *part.others)]
        live = documents.colophon(address(LIVE), ADDRESS_LIST)

        def address_list() -> Request | None:
            addresses = addresses_of(pages, known) if contents.lists_addresses else ()
            listed = AddressList(addresses, live)
            return address_list_request(contents.url, listed, documents.kept) if addresses else None

        self.address_lists[contents.url] = address_list

        def prepare() -> Drawing:
            pieces = tuple(
                Piece(part.page.id, part.page.title, self._content(part), part.is_sheet, part.inside, part.side)
                for part in parts
            )
            addresses = self._drawn.get(contents.url, b"")
            book = Book(
                *(pieces, contents.entries, contents.colophon, elsewhere, *contents.words),
                *(outside.stages, addresses, outside.index, outside.body),
                site=documents.site_url,
                pictures=self.pieces.pictures(parts),
                kept=documents.kept.place(contents.module),
            )
            return Drawing(contents.module, "draw", (book,), contents.weight)

        sources = [each for part in parts for each in (part.request, part.shorter) if each]
        texts = (documents.kept.fingerprint(each.module, *each.drawn_from) for each in sources)
        listed = repr([known[link] for page in pages for link in LINKS_OUT.findall(page.html) if link in known])
        drawn_from = (
            contents.colophon.fingerprint(),
            *contents.words,
            repr(contents.entries),
            repr(elsewhere),
            repr(outside),
            listed,
            live.address,
            *self.pieces.pictured(parts),
            *texts,
        )
        return Request(contents.url, contents.module, drawn_from, prepare)

    def _content(self, part: BookPart) -> bytes:
        """What a part is as a PDF; its shorter form where it would not fit on one sheet of paper."""
        whole = self._drawn[part.request.url]
        return self._drawn[part.shorter.url] if part.shorter and pages_of(whole) > SIDES_OF_SHEET else whole

    def _elsewhere(self) -> dict[str, str]:
        """Where each page is on the site, by its id; nothing where the site's address is not known."""
        address = self.build.documents.site_url
        return {key: address + url for url, key in self.build.parts.ids.items()} if address else {}


def _finished(begun: Begun) -> dict[str, bytes]:
    return {url: wait() for url, wait in begun.items()}
