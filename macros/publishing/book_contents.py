"""What each book holds, in order: the book, the packs, the stages, what the book has beside them, large print."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property

from macros.content.outline import place_label
from macros.content.parts import NOT_ON_PAPER
from macros.core.urls import address
from macros.documents.back_matter import IndexGroup
from macros.documents.large_print import large_parts
from macros.documents.model_sheets import model_lines
from macros.documents.output_kinds import each_part, each_stage
from macros.documents.outputs import url_of
from macros.documents.pack_books import front, pack_parts
from macros.documents.page_parts import Entry
from macros.documents.stage_books import stage_parts
from macros.documents.stage_lines import StageLines
from macros.publishing.book_index import book_index
from macros.publishing.book_parts import BookPart, BookParts, run_on
from macros.publishing.build import Build
from macros.rendering.colophon import Colophon

BOOK_MODULE = "macros.documents.book"
PACK = "macros.documents.pack_books"
STAGE = "macros.documents.stage_books"
LARGE = "macros.documents.large_print"
BOOK_WEIGHT, PACK_WEIGHT = 20, 2  # in worksheets

# What large print holds beside stages and steps: the start, the short way, the model with its principles, the words.
BEFORE_STEPS = ("index.md", "first-100-days.md")
AFTER_STEPS = ("evaluate-in-one-sitting.md", "launch/make-the-case.md", "about.md", "glossary.md")


def without(entry: Entry, ids: Collection[str]) -> Entry:
    """A line of the contents without those below it whose ids these are."""
    return Entry(entry.title, entry.id, [without(child, ids) for child in entry.children if child.id not in ids])


@dataclass(frozen=True)
class Outside:
    """What a book has beside its parts: what is on its cover, and what its index lists."""

    stages: tuple[StageLines, ...] = ()
    index: tuple[IndexGroup, ...] = ()
    body: str = ""  # the page of a pack, which is its cover


@dataclass(frozen=True)
class Contents:
    """What one book holds, with the module that draws it."""

    url: str
    module: str
    colophon: Colophon
    parts: list[BookPart]
    entries: tuple[Entry, ...]  # of its list of contents
    words: tuple[str, str]  # its title and lead, where its cover does not have those of the site
    weight: int  # how long it takes, in worksheets
    outside: Outside = Outside()
    lists_addresses: bool = True  # of all that its pages name


@dataclass
class AllContents:
    """What each book of one build holds, made of ``pieces``."""

    build: Build
    pieces: BookParts

    def each(self) -> Iterator[Contents]:
        """The book, which takes longest to draw, then the packs and the stages; then what only a whole build has."""
        library, options = self.build.library, self.build.options
        yield self.book
        yield from (self._pack(name) for number, name in enumerate(library.pack_order()) if options.draws_pack(number))
        numbers = [int(names["number"]) for names in each_stage(library)]
        yield from (self._stage(number) for number in numbers if options.draws_stage(number))
        if options.documents == "all":
            yield self._large_print()
            yield from map(self._part, each_part(library))

    @cached_property
    def book(self) -> Contents:
        """What is read in the order of the nav, and behind it the blank worksheets, to photocopy."""
        colophon = self.build.documents.colophon("", BOOK_MODULE)
        chapters = self.build.parts.chapters((*self.build.options.left_out_of_book, *NOT_ON_PAPER))
        pages = [page for chapter in chapters for page in chapter.pages]
        sheets = [page for page in pages if self.pieces.is_sheet(page)]
        way = [step for step in self.build.library.outline.steps() if not step.path.startswith(NOT_ON_PAPER)]
        of_steps = {name for step in way for name in step.front_matter.worksheets}
        idle = {page.id for page in sheets if page.id.removeprefix("worksheets-") not in of_steps}
        pages, sheets = ([page for page in listed if page.id not in idle] for listed in (pages, sheets))
        alone = {step.path for step in self.build.library.outline.steps()}
        alone |= {stage.path for stage in self.build.library.outline.stages}
        parts = [self.pieces.together(group) for group in run_on([page for page in pages if page not in sheets], alone)]
        entries = [without(chapter.entry, {sheet.id for sheet in sheets} | idle) for chapter in chapters]
        if sheets:
            title = self.build.library.strings["book"]["appendix"]
            entries.append(Entry(title, sheets[0].id, [Entry(sheet.title, sheet.id) for sheet in sheets]))
        parts += [part for sheet in sheets for part in self.pieces.of(sheet)]
        outside = Outside(stages=model_lines(self.build.library), index=book_index(self.build.library))
        url = self.build.documents.book_url
        return Contents(url, BOOK_MODULE, colophon, parts, tuple(entries), ("", ""), BOOK_WEIGHT, outside)

    def _pack(self, name: str) -> Contents:
        documents, pack = self.build.documents, self.build.library.packs[name]
        pages = pack_parts(pack, self.build.parts)
        parts = [part for page in pages for part in self.pieces.of(page, in_pack=True)]
        entries = tuple(Entry(page.title, page.id) for page in pages)
        colophon = documents.colophon(f"pick/{name}/", PACK)
        page = self.build.parts.made.get(f"pick/{name}.md")
        outside = Outside(body=front(self.pieces.body_of(page)) if page else "")
        words = (pack.title, pack.summary)
        return Contents(documents.pack_url(name), PACK, colophon, parts, entries, words, PACK_WEIGHT, outside)

    def _stage(self, number: int) -> Contents:
        documents, stage = self.build.documents, self.build.library.outline.stages[number - 1]
        pages = stage_parts(stage, self.build.parts)
        parts = [part for page in pages for part in self.pieces.of(page)]
        entries = tuple(Entry(page.title, page.id) for page in pages)
        colophon = documents.colophon(address(stage.path), STAGE)
        label = place_label(stage, self.build.library.strings["kicker"])
        words = (f"{label}: {stage.title}", stage.front_matter.promise)
        return Contents(url_of("stage", number=str(number)), STAGE, colophon, parts, entries, words, PACK_WEIGHT)

    def _part(self, names: dict[str, str]) -> Contents:
        """What the book has beside the stages, from one beginning to the next."""
        url, page = url_of("part", id=names["id"]), self.build.parts.made[names["path"]]
        paths = [part.page.path for part in self.book.parts]
        parts = self.book.parts[paths.index(names["path"]) :]
        own, pages = parts[:1], [parts[0].page, *parts[0].others]
        entries = tuple(Entry(page.title, page.id) for page in pages)
        colophon = self.build.documents.colophon(address(page.path), STAGE)
        lead = str(getattr(self.build.library.front_matters[page.path], "description", "") or "")
        return Contents(url, STAGE, colophon, own, entries, (page.title, lead), PACK_WEIGHT)

    def _large_print(self) -> Contents:
        """The steps and what stands around them, in large print.

        It has no list of addresses: nobody types these from paper, and in large letters they would be forty pages.
        """
        documents, outline = self.build.documents, self.build.library.outline
        way = [step.path for step in outline.way]
        pages = large_parts(self.build.parts, [*BEFORE_STEPS, *way, *AFTER_STEPS])
        parts = [self.pieces.together([page], is_large=True) for page in pages]
        entries = tuple(Entry(page.title, page.id) for page in pages)
        words = self.build.library.strings["large_print"]
        colophon = documents.colophon("", LARGE)
        title = (words["title"], words["lead"])
        url = url_of("large_print")
        return Contents(url, LARGE, colophon, parts, entries, title, BOOK_WEIGHT, lists_addresses=False)
