"""The book, the packs and the stages of a build: which parts each has, and what it is drawn from.

A part is drawn once, for the book and for every pack that holds it: a page of the site, or a worksheet, whose own PDFs
are taken as they are. So a changed page draws one part, and the books that hold it are only put together again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from macros.content.outline import place_label
from macros.core.urls import address
from macros.documents.book import Book
from macros.documents.book_part import part_text, pictures_of
from macros.documents.drawing import Drawing, Request
from macros.documents.joined_pdf import Piece
from macros.documents.output_kinds import each_stage, used_worksheets
from macros.documents.outputs import url_of
from macros.documents.pack_books import pack_parts
from macros.documents.page_parts import Entry, PagePart
from macros.documents.stage_books import stage_parts
from macros.publishing.build import Build
from macros.rendering.colophon import Colophon

BOOK = "macros.documents.book"
PACK = "macros.documents.pack_books"
STAGE = "macros.documents.stage_books"
PART = "macros.documents.book_part"
BOOK_WEIGHT, PACK_WEIGHT = 20, 2  # in worksheets
PART_WEIGHT = 10_000  # letters of HTML that are drawn as fast as a worksheet


# Pages that lead nowhere on paper: what is done on the site, and how one is published.
NOT_ON_PAPER = (
    "adopt/",
    "bring-in.md",
    "checklists/",
    "current.md",
    "downloads/",
    "editions.md",
    "kept.md",
    "project.md",
)
# Folders whose pages are short: each begins where the one before ends, and not on a new sheet of paper. So do the pages
# at the top, but for the first and those that are steps.
SHORT = ("cases/", "communities/", "evidence/", "launch/", "nations/", "pick/")
TOP, LISTS = "the top", ("worksheets/index.md", "papers/index.md")


def run_on(pages: Sequence[PagePart], alone: Collection[str] = ()) -> Iterator[list[PagePart]]:
    """The pages in their order: those that run on together, each other one by itself; so is each path of ``alone``."""

    def place(page: PagePart) -> str:
        folder = next((folder for folder in SHORT if page.path.startswith(folder)), page.path)
        return TOP if folder not in SHORT and page.path not in alone and is_at_top(page.path) else folder

    for _, group in groupby(pages, place):
        yield [*group]


def is_at_top(path: str) -> bool:
    """Whether a page stands at the top of docs/, or lists what stands behind the book; the first page is apart."""
    return path != "index.md" and ("/" not in path or path in LISTS)


def without(entry: Entry, ids: Collection[str]) -> Entry:
    """A line of the contents without those below it whose ids these are."""
    return Entry(entry.title, entry.id, [without(child, ids) for child in entry.children if child.id not in ids])


@dataclass(frozen=True)
class BookPart:
    """One piece of a book, and the request that draws it."""

    page: PagePart
    request: Request
    is_sheet: bool = False
    inside: tuple[tuple[str, str], ...] = ()  # id and title of pages that run on behind the first


@dataclass
class Books:
    """The books of one build; ``site`` is the built site, where their pictures are."""

    build: Build
    site: Path
    parts: dict[str, list[BookPart]] = field(default_factory=dict)  # by the book's address
    _drawn: dict[str, bytes] = field(default_factory=dict)

    def requests(self) -> list[Request]:
        """The book, which takes longest, then the packs and the stages: what each is drawn from, and how."""
        order = enumerate(self.build.library.pack_order())
        packs = [name for number, name in order if self.build.options.draws_pack(number)]
        numbers = [int(names["number"]) for names in each_stage(self.build.library)]
        stages = [number for number in numbers if self.build.options.draws_stage(number)]
        return [self._book(), *map(self._pack, packs), *map(self._stage, stages)]

    def draw(self, requests: Sequence[Request]) -> dict[str, bytes]:
        """Draw these of :meth:`requests`. Content by address; what is kept is not drawn again."""
        documents = self.build.documents
        missing = [request for request in requests if documents.kept.find(request.module, *request.drawn_from) is None]
        parts = {part.request.url: part.request for request in missing for part in self.parts[request.url]}
        self._drawn = documents.draw([*parts.values()])
        return documents.draw(requests)

    def _book(self) -> Request:
        """What is read in the order of the nav, and behind it the blank worksheets, to photocopy."""
        colophon = self.build.documents.colophon("", BOOK)
        chapters = self.build.parts.chapters((*self.build.options.left_out_of_book, *NOT_ON_PAPER))
        pages = [page for chapter in chapters for page in chapter.pages]
        sheets = [page for page in pages if self._is_sheet(page)]
        steps = {step.path for step in self.build.library.outline.steps()}
        parts = [self._run_on(group) for group in run_on([page for page in pages if page not in sheets], steps)]
        entries = [without(chapter.entry, {sheet.id for sheet in sheets}) for chapter in chapters]
        if sheets:
            title = self.build.library.strings["book"]["appendix"]
            entries.append(Entry(title, sheets[0].id, [Entry(sheet.title, sheet.id) for sheet in sheets]))
        parts += [part for sheet in sheets for part in self._parts_of(sheet)]
        return self._request(
            self.build.documents.book_url, BOOK, colophon, parts, tuple(entries), ("", ""), BOOK_WEIGHT
        )

    def _pack(self, name: str) -> Request:
        documents, pack = self.build.documents, self.build.library.packs[name]
        pages = pack_parts(pack, self.build.parts)
        parts = [part for page in pages for part in self._parts_of(page)]
        entries = tuple(Entry(page.title, page.id) for page in pages)
        colophon = documents.colophon(f"pick/{name}/", PACK)
        return self._request(
            documents.pack_url(name), PACK, colophon, parts, entries, (pack.title, pack.summary), PACK_WEIGHT
        )

    def _stage(self, number: int) -> Request:
        documents, stage = self.build.documents, self.build.library.outline.stages[number - 1]
        pages = stage_parts(stage, self.build.parts)
        parts = [part for page in pages for part in self._parts_of(page)]
        entries = tuple(Entry(page.title, page.id) for page in pages)
        colophon = documents.colophon(address(stage.path), STAGE)
        label = place_label(stage, self.build.library.strings["kicker"])
        words = (f"{label}: {stage.title}", stage.front_matter.promise)
        return self._request(url_of("stage", number=str(number)), STAGE, colophon, parts, entries, words, PACK_WEIGHT)

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
                Piece(part.page.id, part.page.title, self._drawn[part.request.url], part.is_sheet, part.inside)
                for part in parts
            )
            return Drawing(module, "draw", (Book(pieces, entries, colophon, elsewhere, *words),), weight)

        texts = (self.build.documents.kept.fingerprint(part.request.module, *part.request.drawn_from) for part in parts)
        return Request(url, module, (colophon.fingerprint(), *words, repr(entries), repr(elsewhere), *texts), prepare)

    def _elsewhere(self) -> dict[str, str]:
        """Where each page is on the site, by its id; nothing where the site's address is not known."""
        address = self.build.documents.site_url
        return {key: address + url for url, key in self.build.parts.ids.items()} if address else {}

    def _is_sheet(self, page: PagePart) -> bool:
        name = page.path.removeprefix("worksheets/").removesuffix(".md")
        return page.path == f"worksheets/{name}.md" and name in used_worksheets(self.build.library)

    def _parts_of(self, page: PagePart) -> Iterable[BookPart]:
        """A page as one part; a worksheet is its own PDF, blank."""
        if not self._is_sheet(page):
            return [self._run_on([page])]
        name = page.path.removeprefix("worksheets/").removesuffix(".md")
        return [BookPart(page, self.build.documents.sheet(name), is_sheet=True)]

    def _run_on(self, pages: Sequence[PagePart]) -> BookPart:
        """These pages as one part, each behind the one before without a new sheet of paper."""
        colophon = self.build.documents.colophon("", PART)
        pictures = (hashlib.sha256(picture).hexdigest() for picture in pictures_of(pages, self.site))
        html = "".join(page.html for page in pages)
        request = Request(
            f"part of books: {pages[0].path}" + (f" and {len(pages) - 1} more" if len(pages) > 1 else ""),
            PART,
            (pages[0].id, colophon.fingerprint(), html, *pictures),
            lambda: Drawing(PART, "draw", (part_text(pages, colophon, self.site),), 1 + len(html) // PART_WEIGHT),
        )
        return BookPart(pages[0], request, inside=tuple((page.id, page.title) for page in pages[1:]))
