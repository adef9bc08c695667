"""The pieces of books, each drawn once: pages that run on together, a worksheet, the card of a step.

A worksheet is taken as its own PDF. So a changed page draws one piece, and the books that hold it are only put together
again.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from macros.content.parts import BEGINS
from macros.documents.book_part import Around, part_text, pictures_of, printed
from macros.documents.drawing import Drawing, Request
from macros.documents.output_kinds import used_worksheets
from macros.documents.page_parts import PagePart
from macros.documents.sheet_pictures import placeholder
from macros.documents.step_cards import card_requests
from macros.documents.store import THUMBNAILS
from macros.documents.thumbnails import first_page_of
from macros.publishing.build import Build

PART = "macros.documents.book_part"
LINKS = re.compile(r'href="#([^"]+)"')
PART_WEIGHT = 10_000  # letters of HTML that are drawn as fast as a worksheet
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


def sheet_name(page_id: str) -> str:
    """The name of the worksheet whose page has this id; the id of any other page as it is."""
    return page_id.removeprefix("worksheets-")


def shown_in(parts: Iterable[BookPart]) -> list[str]:
    """The ids of the worksheets' pages whose pictures these parts have a place for, each once."""
    return sorted({key for part in parts for key in part.shows})


def page_of(target: str, ids: Collection[str]) -> str:
    """The longest of ``ids`` with which the id ``target`` begins, as a whole or up to a hyphen; empty without any."""
    while target and target not in ids:
        target = target.rpartition("-")[0]
    return target


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
    shows: tuple[str, ...] = ()  # ids of the worksheets' pages whose pictures it has a place for


@dataclass
class BookParts:
    """The pieces of which the books of one build are made; ``site`` is the built site, where their pictures are."""

    build: Build
    site: Path
    _pictures: dict[str, bytes] = field(default_factory=dict)  # by worksheet
    _made: dict[tuple[tuple[str, ...], bool], BookPart] = field(default_factory=dict)  # by their pages, and if large

    def of(self, page: PagePart, *, in_pack: bool = False) -> list[BookPart]:
        """A page as one part; a worksheet is its own PDF, blank. A pack is carried, and so is thin.

        It holds of a step its card on one side.
        """
        if in_pack and (card := self.sides.get(page.path)):
            return [BookPart(page, card, is_sheet=True, side="", is_page=False)]
        if not self.is_sheet(page):
            return [self.together([page])]
        name = page.path.removeprefix("worksheets/").removesuffix(".md")
        documents = self.build.documents
        shorter = documents.sheet(name, is_short=True) if in_pack else None
        whole = documents.sheet(name)
        return [BookPart(page, whole, is_sheet=True, side="right", is_page=False, shorter=shorter)]

    @cached_property
    def cards(self) -> dict[str, Request]:  # pragma: no cover: only in whole builds, which are not measured
        """The card of each step, by its path in docs/."""
        return card_requests(self.build.library, self.build.documents, self.build.parts)

    @cached_property
    def sides(self) -> dict[str, Request]:
        """The same on one side, as packs hold it."""
        return card_requests(self.build.library, self.build.documents, self.build.parts, on_one_side=True)

    def body_of(self, page: PagePart) -> str:
        """The HTML of one page, as it is on the cover of a pack."""
        around = Around(self.site, wide=[page.path])
        return part_text([page], self.build.documents.colophon("", PART), around).body

    def together(self, pages: Sequence[PagePart], *, is_large: bool = False) -> BookPart:
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
        places = {} if is_large else {key: place for key in titles if (place := self._place(key))}
        around = Around(self.site, titles, places, WIDE_PAGES, is_large)
        request = Request(
            f"{'large ' * is_large}part of books: {pages[0].path}"
            + (f" and {len(pages) - 1} more" if len(pages) > 1 else ""),
            PART,
            (*printed(pages, colophon, around), *pictures),
            lambda: Drawing(PART, "draw", (part_text(pages, colophon, around),), 1 + len(html) // PART_WEIGHT),
        )
        others = tuple(pages[1:])
        inside = tuple((page.id, page.title) for page in others)
        side = "" if is_large else "left"
        return BookPart(pages[0], request, inside=inside, side=side, others=others, shows=tuple(places))

    def is_sheet(self, page: PagePart) -> bool:
        """Whether a page is that of a worksheet."""
        name = page.path.removeprefix("worksheets/").removesuffix(".md")
        return page.path == f"worksheets/{name}.md" and name in used_worksheets(self.build.library)

    def _titles_in(self, html: str) -> dict[str, str]:
        """The titles of the pages to which ``html`` leads, by their ids: "focus-choose" of "focus-choose-a-heading"."""
        titles = self._titles
        ids = {page_of(target, titles) for target in set(LINKS.findall(html))}
        return {key: titles[key] for key in sorted(ids - {""})}

    @cached_property
    def _titles(self) -> dict[str, str]:
        """The title of each page by its id."""
        return {page.id: page.title for page in self.build.parts.made.values()}

    def pictures(self, parts: Iterable[BookPart]) -> dict[str, bytes]:
        """The small pictures of worksheets that ``parts`` have a place for, by the address of what holds the place."""
        return {self._place(key): self._picture(key) for key in shown_in(parts)}

    def pictured(self, parts: Iterable[BookPart]) -> list[str]:
        """What the pictures of ``parts`` are made from, which is known without making them."""
        kept = self.build.documents.kept
        sheets = (self.build.documents.sheet(sheet_name(key)) for key in shown_in(parts))
        return [kept.fingerprint(THUMBNAILS, kept.fingerprint(sheet.module, *sheet.drawn_from)) for sheet in sheets]

    def _place(self, page_id: str) -> str:
        """What holds the place of a worksheet's picture, by its page; empty where that is none, or none is drawn."""
        name, documents = sheet_name(page_id), self.build.documents
        drawn, places = documents.made.get(documents.picture_url, b""), documents.first_pages.places
        if page_id == name or name not in places or not drawn.startswith(b"RIFF"):
            return ""
        return placeholder(name, places[name])

    def _picture(self, page_id: str) -> bytes:
        name, documents = sheet_name(page_id), self.build.documents
        if name not in self._pictures:
            drawn = documents.made[documents.picture_url]
            self._pictures[name] = first_page_of(drawn, name, documents.first_pages)
        return self._pictures[name]
