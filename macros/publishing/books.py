"""The book, the packs and the stages of a build: which parts each has, and what it is drawn from.

A part is drawn once, for the book and for every pack that holds it: a page of the site, or a worksheet, whose own PDFs
are taken as they are. So a changed page draws one part, and the books that hold it are only put together again.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from macros.content.outline import place_label
from macros.core.urls import address
from macros.documents.back_matter import IndexGroup, addresses_of
from macros.documents.book import Book
from macros.documents.book_part import Around, part_text, pictures_of, printed
from macros.documents.drawing import Drawing, Request
from macros.documents.joined_pdf import Piece, pages_of
from macros.documents.large_print import large_parts
from macros.documents.model_sheets import model_lines
from macros.documents.output_kinds import BEGINS, each_card, each_part, each_stage, used_worksheets
from macros.documents.outputs import url_of
from macros.documents.pack_books import front, pack_parts
from macros.documents.page_parts import Entry, PagePart
from macros.documents.stage_books import stage_parts
from macros.documents.stage_lines import StageLines
from macros.documents.step_cards import card_requests
from macros.documents.thumbnails import first_page_of
from macros.publishing.book_index import book_index
from macros.publishing.build import Build
from macros.rendering.colophon import Colophon

BOOK_MODULE = "macros.documents.book"
PACK = "macros.documents.pack_books"
STAGE = "macros.documents.stage_books"
LARGE = "macros.documents.large_print"
PART = "macros.documents.book_part"
LIVE = "evidence/sources.md"  # the page that lists all sources
LINKS_OUT = re.compile(r'href="(http[^"]+)"')
LINKS = re.compile(r'href="#([^"]+)"')
BOOK_WEIGHT, PACK_WEIGHT = 20, 2  # in worksheets
SIDES_OF_SHEET = 2
PART_WEIGHT = 10_000  # letters of HTML that are drawn as fast as a worksheet


# Pages that lead nowhere on paper: what is done on the site, and how one is published.
NOT_ON_PAPER = (
    "accessibility.md",
    "adopt/",
    "bring-in.md",
    "checklists/",
    "current.md",
    "downloads/",
    "editions.md",
    "evidence/sources.md",
    "kept.md",
    "launch/index.md",
    "launch/plan-the-launch.md",
    "launch/test-your-edition.md",
    "privacy.md",
    "project.md",
)
# What large print holds beside stages and steps: the start, the short way, the model with its principles, the words.
BEFORE_STEPS = ("index.md", "first-100-days.md")
AFTER_STEPS = ("evaluate-in-one-sitting.md", "launch/make-the-case.md", "about.md", "glossary.md")
# Lists from end to end: they need no margin, and take the whole page.
WIDE_PAGES = ("evidence/figures.md", "glossary.md")


def run_on(pages: Sequence[PagePart], alone: Collection[str] = ()) -> list[list[PagePart]]:
    """The pages in their order: those that run on together, each of the paths ``alone`` by itself.

    Something new begins at each of :data:`BEGINS`; any other page begins where the one before ends.
    """
    groups: list[list[PagePart]] = []
    for page in pages:
        if not groups or page.path in (*BEGINS, *alone) or groups[-1][-1].path in alone:
            groups.append([])
        groups[-1].append(page)
    return groups


def page_of(target: str, ids: Collection[str]) -> str:
    """The longest of ``ids`` with which the id ``target`` begins, as a whole or up to a hyphen; empty without any."""
    while target and target not in ids:
        target = target.rpartition("-")[0]
    return target


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
    side: str = "left"  # on which it begins; a sheet that is copied back to back begins on the right
    others: tuple[PagePart, ...] = ()  # these pages
    is_page: bool = True  # of the site, and not a sheet or a card
    shorter: Request | None = None  # what is taken in its place where it needs more than one sheet of paper


@dataclass(frozen=True)
class Outside:
    """What a book has beside its parts: what is on its cover, and what its index lists."""

    stages: tuple[StageLines, ...] = ()
    index: tuple[IndexGroup, ...] = ()
    body: str = ""  # the page of a pack, which is its cover


@dataclass
class Books:
    """The books of one build; ``site`` is the built site, where their pictures are."""

    build: Build
    site: Path
    parts: dict[str, list[BookPart]] = field(default_factory=dict)  # by the book's address
    _drawn: dict[str, bytes] = field(default_factory=dict)
    _pictures: dict[str, str] = field(default_factory=dict)  # by worksheet
    _made: dict[tuple[tuple[str, ...], bool], BookPart] = field(default_factory=dict)  # by their pages, and if large

    def requests(self) -> list[Request]:
        """The book, which takes longest, then the packs and the stages: what each is drawn from, and how."""
        order = enumerate(self.build.library.pack_order())
        packs = [name for number, name in order if self.build.options.draws_pack(number)]
        numbers = [int(names["number"]) for names in each_stage(self.build.library)]
        stages = [number for number in numbers if self.build.options.draws_stage(number)]
        requests = [self._book(), *map(self._pack, packs), *map(self._stage, stages)]
        if self.build.options.documents == "all":
            requests += [self._large_print(), *map(self._part, each_part(self.build.library))]
        return requests

    def draw(self, requests: Sequence[Request]) -> dict[str, bytes]:
        """Draw these of :meth:`requests`. Content by address; what is kept is not drawn again."""
        documents = self.build.documents
        missing = [request for request in requests if documents.kept.find(request.module, *request.drawn_from) is None]
        parts = [part for request in missing for part in self.parts[request.url]]
        wanted = {each.url: each for part in parts for each in (part.request, part.shorter) if each}
        self._drawn = documents.draw([*wanted.values()])
        return documents.draw(requests)

    def _book(self) -> Request:
        """What is read in the order of the nav, and behind it the blank worksheets, to photocopy."""
        colophon = self.build.documents.colophon("", BOOK_MODULE)
        chapters = self.build.parts.chapters((*self.build.options.left_out_of_book, *NOT_ON_PAPER))
        pages = [page for chapter in chapters for page in chapter.pages]
        sheets = [page for page in pages if self._is_sheet(page)]
        way = [step for step in self.build.library.outline.steps() if not step.path.startswith(NOT_ON_PAPER)]
        of_steps = {name for step in way for name in step.front_matter.worksheets}
        idle = {page.id for page in sheets if page.id.removeprefix("worksheets-") not in of_steps}
        pages, sheets = ([page for page in some if page.id not in idle] for some in (pages, sheets))
        alone = {step.path for step in self.build.library.outline.steps()}
        alone |= {stage.path for stage in self.build.library.outline.stages}
        parts = [self._run_on(group) for group in run_on([page for page in pages if page not in sheets], alone)]
        entries = [without(chapter.entry, {sheet.id for sheet in sheets} | idle) for chapter in chapters]
        if sheets:
            title = self.build.library.strings["book"]["appendix"]
            entries.append(Entry(title, sheets[0].id, [Entry(sheet.title, sheet.id) for sheet in sheets]))
        parts += [part for sheet in sheets for part in self._parts_of(sheet)]
        outside = Outside(stages=model_lines(self.build.library), index=book_index(self.build.library))
        url = self.build.documents.book_url
        return self._request(url, BOOK_MODULE, colophon, parts, tuple(entries), ("", ""), BOOK_WEIGHT, outside)

    def _pack(self, name: str) -> Request:
        documents, pack = self.build.documents, self.build.library.packs[name]
        pages = pack_parts(pack, self.build.parts)
        parts = [part for page in pages for part in self._parts_of(page, in_pack=True)]
        entries = tuple(Entry(page.title, page.id) for page in pages)
        colophon = documents.colophon(f"pick/{name}/", PACK)
        page = self.build.parts.made.get(f"pick/{name}.md")
        around = Around(self.site, wide=[page.path] if page else ())
        outside = Outside(body=front(part_text([page], documents.colophon("", PART), around).body) if page else "")
        words = (pack.title, pack.summary)
        return self._request(documents.pack_url(name), PACK, colophon, parts, entries, words, PACK_WEIGHT, outside)

    def _stage(self, number: int) -> Request:
        documents, stage = self.build.documents, self.build.library.outline.stages[number - 1]
        pages = stage_parts(stage, self.build.parts)
        parts = [part for page in pages for part in self._parts_of(page)]
        entries = tuple(Entry(page.title, page.id) for page in pages)
        colophon = documents.colophon(address(stage.path), STAGE)
        label = place_label(stage, self.build.library.strings["kicker"])
        words = (f"{label}: {stage.title}", stage.front_matter.promise)
        return self._request(url_of("stage", number=str(number)), STAGE, colophon, parts, entries, words, PACK_WEIGHT)

    def _part(self, names: dict[str, str]) -> Request:
        """What the book has beside the stages, from one beginning to the next."""
        url, page = url_of("part", id=names["id"]), self.build.parts.made[names["path"]]
        paths = [part.page.path for part in self.parts[self.build.documents.book_url]]
        parts = self.parts[self.build.documents.book_url][paths.index(names["path"]) :]
        own, pages = parts[:1], [parts[0].page, *parts[0].others]
        entries = tuple(Entry(page.title, page.id) for page in pages)
        colophon = self.build.documents.colophon(address(page.path), STAGE)
        lead = str(getattr(self.build.library.front_matters[page.path], "description", "") or "")
        return self._request(url, STAGE, colophon, own, entries, (page.title, lead), PACK_WEIGHT)

    def _large_print(self) -> Request:
        """The steps and what stands around them, in large print."""
        documents, outline = self.build.documents, self.build.library.outline
        way = [step.path for step in outline.way]
        pages = large_parts(self.build.parts, [*BEFORE_STEPS, *way, *AFTER_STEPS])
        parts = [self._run_on([page], is_large=True) for page in pages]
        entries = tuple(Entry(page.title, page.id) for page in pages)
        words = self.build.library.strings["large_print"]
        colophon = documents.colophon("", LARGE)
        title = (words["title"], words["lead"])
        return self._request(url_of("large_print"), LARGE, colophon, parts, entries, title, BOOK_WEIGHT)

    def _request(
        self,
        url: str,
        module: str,
        colophon: Colophon,
        parts: Sequence[BookPart],
        entries: tuple[Entry, ...],
        words: tuple[str, str],
        weight: int,
        outside: Outside | None = None,
    ) -> Request:
        self.parts[url] = [*parts]
        elsewhere, outside = self._elsewhere(), outside or Outside()
        site, known = (
            self.build.documents.site_url,
            {source.url: source for source in self.build.library.sources.values()},
        )
        pages = [page for part in parts if part.is_page for page in (part.page, *part.others)]
        live = site and site + address(LIVE)

        def prepare() -> Drawing:
            pieces = tuple(
                Piece(part.page.id, part.page.title, self._content(part), part.is_sheet, part.inside, part.side)
                for part in parts
            )
            addresses = addresses_of(pages, known)
            book = Book(pieces, entries, colophon, elsewhere, *words, outside.stages, addresses, outside.index, live)
            book = replace(book, body=outside.body)
            return Drawing(module, "draw", (book,), weight)

        sources = [each for part in parts for each in (part.request, part.shorter) if each]
        texts = (self.build.documents.kept.fingerprint(each.module, *each.drawn_from) for each in sources)
        listed = repr([known[link] for page in pages for link in LINKS_OUT.findall(page.html) if link in known])
        drawn_from = (
            colophon.fingerprint(),
            *words,
            repr(entries),
            repr(elsewhere),
            repr(outside),
            listed,
            live,
            *texts,
        )
        return Request(url, module, drawn_from, prepare)

    def _content(self, part: BookPart) -> bytes:
        """What a part is as a PDF; its shorter form where it would not fit on one sheet of paper."""
        whole = self._drawn[part.request.url]
        return self._drawn[part.shorter.url] if part.shorter and pages_of(whole) > SIDES_OF_SHEET else whole

    def _elsewhere(self) -> dict[str, str]:
        """Where each page is on the site, by its id; nothing where the site's address is not known."""
        address = self.build.documents.site_url
        return {key: address + url for url, key in self.build.parts.ids.items()} if address else {}

    def _titles_in(self, html: str) -> dict[str, str]:
        """The titles of the pages to which ``html`` leads, by their ids: "focus-choose" of "focus-choose-a-heading"."""
        titles = self._titles
        ids = {page_of(target, titles) for target in set(LINKS.findall(html))}
        return {key: titles[key] for key in sorted(ids - {""})}

    @cached_property
    def _titles(self) -> dict[str, str]:
        """The title of each page by its id."""
        return {page.id: page.title for page in self.build.parts.made.values()}

    def _picture(self, page_id: str) -> str:
        """A small picture of the worksheet whose page this is; empty where it is none, or none is drawn."""
        name, documents = page_id.removeprefix("worksheets-"), self.build.documents
        drawn = documents.made.get(documents.picture_url, b"")
        if page_id == name or name not in documents.first_pages().places or not drawn.startswith(b"RIFF"):
            return ""
        if name not in self._pictures:  # pragma: no cover: only in whole builds, which are not measured
            self._pictures[name] = first_page_of(drawn, name, documents.first_pages())
        return self._pictures[name]

    def _is_sheet(self, page: PagePart) -> bool:
        name = page.path.removeprefix("worksheets/").removesuffix(".md")
        return page.path == f"worksheets/{name}.md" and name in used_worksheets(self.build.library)

    def _parts_of(self, page: PagePart, *, in_pack: bool = False) -> Iterable[BookPart]:
        """A page as one part; a worksheet is its own PDF, blank. A pack is carried, and so is thin.

        It holds of a step its card on one side.
        """
        if in_pack and (card := self.sides.get(page.path)):
            return [BookPart(page, card, is_sheet=True, side="", is_page=False)]
        if not self._is_sheet(page):
            return [self._run_on([page])]
        name = page.path.removeprefix("worksheets/").removesuffix(".md")
        documents = self.build.documents
        shorter = documents.sheet(name, is_short=True) if in_pack else None
        whole = documents.sheet(name)
        return [BookPart(page, whole, is_sheet=True, side="right", is_page=False, shorter=shorter)]

    @cached_property
    def cards(self) -> dict[str, Request]:
        """The card of each step, by its path in docs/."""
        return self._cards(on_one_side=False)

    @cached_property
    def sides(self) -> dict[str, Request]:
        """The same on one side, as packs hold it."""
        return self._cards(on_one_side=True)

    def _cards(self, *, on_one_side: bool) -> dict[str, Request]:
        library, build = self.build.library, self.build
        requests = card_requests(library, build.documents, build.parts, on_one_side=on_one_side)
        by_url = {request.url.rpartition(" ")[2]: request for request in requests}
        by_path = {names["path"]: url_of("card", id=names["id"]) for names in each_card(library)}
        return {path: by_url[url] for path, url in by_path.items() if url in by_url}

    def _run_on(self, pages: Sequence[PagePart], *, is_large: bool = False) -> BookPart:
        """These pages as one part, each behind the one before without a new sheet of paper. It is made once."""
        key = (tuple(page.path for page in pages), is_large)
        if key not in self._made:
            self._made[key] = self._new_part(pages, is_large=is_large)
        return self._made[key]

    def _new_part(self, pages: Sequence[PagePart], *, is_large: bool) -> BookPart:
        colophon = self.build.documents.colophon("", PART)
        pictures = (hashlib.sha256(picture).hexdigest() for picture in pictures_of(pages, self.site))
        html = "".join(page.html for page in pages)
        titles = self._titles_in(html)
        pictures_of_sheets = {key: self._picture(key) for key in titles if self._picture(key) and not is_large}
        around = Around(self.site, titles, pictures_of_sheets, WIDE_PAGES, is_large)
        request = Request(
            f"{'large ' * is_large}part of books: {pages[0].path}"
            + (f" and {len(pages) - 1} more" if len(pages) > 1 else ""),
            PART,
            (*printed(pages, colophon, around), *pictures),
            lambda: Drawing(PART, "draw", (part_text(pages, colophon, around),), 1 + len(html) // PART_WEIGHT),
        )
        others = tuple(pages[1:])
        inside = tuple((page.id, page.title) for page in others)
        return BookPart(pages[0], request, inside=inside, side="" if is_large else "left", others=others)
