"""The book and the packs of a build: which parts each has, and what it is drawn from.

A part is drawn once, for the book and for every pack that holds it: a page of the site, or a worksheet, whose own PDFs
are taken as they are. So a changed page draws one part, and the books that hold it are only put together again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from macros.documents.book import Book
from macros.documents.book_part import part_text, pictures_of
from macros.documents.drawing import Drawing, Request
from macros.documents.joined_pdf import Piece
from macros.documents.outputs import used_worksheets
from macros.documents.pack_books import pack_parts
from macros.documents.page_parts import Entry, PagePart
from macros.publishing.build import Build
from macros.rendering.colophon import Colophon

BOOK = "macros.documents.book"
PACK = "macros.documents.pack_books"
PART = "macros.documents.book_part"
BOOK_WEIGHT, PACK_WEIGHT = 20, 2  # in worksheets
PART_WEIGHT = 10_000  # letters of HTML that are drawn as fast as a worksheet


@dataclass(frozen=True)
class BookPart:
    """One piece of a book, and the request that draws it."""

    page: PagePart
    request: Request
    is_sheet: bool = False


@dataclass
class Books:
    """The books of one build; ``site`` is the built site, where their pictures are."""

    build: Build
    site: Path
    parts: dict[str, list[BookPart]] = field(default_factory=dict)  # by the book's address
    _drawn: dict[str, bytes] = field(default_factory=dict)

    def requests(self) -> list[Request]:
        """The book, which takes longest, and then the packs: what each is drawn from, and how."""
        order = enumerate(self.build.library.pack_order())
        packs = [name for number, name in order if self.build.options.draws_pack(number)]
        return [self._book(), *map(self._pack, packs)]

    def draw(self, requests: Sequence[Request]) -> dict[str, bytes]:
        """Draw these of :meth:`requests`. Content by address; what is kept is not drawn again."""
        documents = self.build.documents
        missing = [one for one in requests if documents.kept.find(one.module, *one.drawn_from) is None]
        parts = {part.request.url: part.request for one in missing for part in self.parts[one.url]}
        self._drawn = documents.draw([*parts.values()])
        return documents.draw(requests)

    def _book(self) -> Request:
        colophon = self.build.documents.colophon("", BOOK)
        chapters = self.build.parts.chapters(self.build.options.left_out_of_book)
        parts = [part for chapter in chapters for page in chapter.pages for part in self._parts_of(page, examples=True)]
        entries = tuple(chapter.entry for chapter in chapters)
        return self._request(self.build.documents.book_url, BOOK, colophon, parts, entries, ("", ""), BOOK_WEIGHT)

    def _pack(self, name: str) -> Request:
        documents, pack = self.build.documents, self.build.library.packs[name]
        pages = pack_parts(pack, self.build.parts)
        parts = [part for page in pages for part in self._parts_of(page, examples=False)]
        entries = tuple(Entry(page.title, page.id) for page in pages)
        colophon = documents.colophon(f"pick/{name}/", PACK)
        return self._request(
            documents.pack_url(name), PACK, colophon, parts, entries, (pack.title, pack.summary), PACK_WEIGHT
        )

    def _request(
        self,
        url: str,
        module: str,
        colophon: Colophon,
        parts: Sequence[BookPart],
        entries: tuple[Entry, ...],
        words: tuple[str, str],
        weight: int,
    ) -> Request:
        self.parts[url] = [*parts]
        elsewhere = self._elsewhere()

        def prepare() -> Drawing:
            pieces = tuple(
                Piece(part.page.id, part.page.title, self._drawn[part.request.url], part.is_sheet) for part in parts
            )
            return Drawing(module, "draw", (Book(pieces, entries, colophon, elsewhere, *words),), weight)

        texts = (self.build.documents.kept.fingerprint(part.request.module, *part.request.drawn_from) for part in parts)
        return Request(url, module, (colophon.fingerprint(), *words, repr(entries), repr(elsewhere), *texts), prepare)

    def _elsewhere(self) -> dict[str, str]:
        """Where each page is on the site, by its id; nothing where the site's address is not known."""
        address = self.build.documents.site_url
        return {key: address + url for url, key in self.build.parts.ids.items()} if address else {}

    def _parts_of(self, page: PagePart, *, examples: bool) -> Iterable[BookPart]:
        name = page.path.removeprefix("worksheets/").removesuffix(".md")
        if page.path != f"worksheets/{name}.md" or name not in used_worksheets(self.build.library):
            return [BookPart(page, self._part(page))]
        documents = self.build.documents
        sheets = [documents.sheet(name), *([documents.sheet(name, is_example=True)] if examples else [])]
        return [BookPart(page, request, is_sheet=True) for request in sheets]

    def _part(self, page: PagePart) -> Request:
        colophon = self.build.documents.colophon("", PART)
        pictures = (hashlib.sha256(picture).hexdigest() for picture in pictures_of([page], self.site))
        return Request(
            f"part of books: {page.path}",
            PART,
            (page.id, colophon.fingerprint(), page.html, *pictures),
            lambda: Drawing(PART, "draw", (part_text(page, colophon, self.site),), 1 + len(page.html) // PART_WEIGHT),
        )
