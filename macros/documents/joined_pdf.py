"""Parts of a book that were drawn one by one, joined into one PDF: pages, numbers, links, bookmarks, tags, fields.

WeasyPrint draws each part once; a book and every pack that holds it are put together from the same bytes. What is
joined, by chapters of ISO 32000-1: named destinations (12.3.2.3), structure tree (14.7), form fields (12.7).
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from macros.documents.page_parts import Entry
from macros.documents.page_places import Foot, Places, number_pages, stamp_foot
from macros.rendering.page_numbers import TO


@dataclass(frozen=True)
class Piece:
    """One part, as a PDF of its own. ``id`` is the page's; a second piece with the same id follows the first.

    ``is_sheet`` says that it was drawn to be used alone: it has no place for the number of its page in a book.
    ``inside`` are id and title of pages that run on behind the first. ``side`` is "left" or "right" where it has to
    begin on such a page.
    """

    id: str
    title: str
    content: bytes
    is_sheet: bool = False
    inside: tuple[tuple[str, str], ...] = ()
    side: str = ""


@dataclass(frozen=True)
class Elsewhere:
    """Where pages are that a book does not hold: ``urls`` by id, empty where nobody knows; ``word`` says so."""

    urls: Mapping[str, str]
    word: str


def join(front: bytes, pieces: Sequence[Piece], entries: Sequence[Entry], elsewhere: Elsewhere) -> bytes:
    """The book that begins with ``front``, which is its cover and contents; ``entries`` are its bookmarks."""
    with Pdf.open(io.BytesIO(front)) as whole:
        sources = [Pdf.open(io.BytesIO(piece.content)) for piece in pieces]
        places = _places(len(whole.pages), pieces, sources)
        foot = number_pages(whole, 1, places, elsewhere.word)
        joint = _Joint(whole, places, elsewhere)
        joint.links(range(len(whole.pages)))
        for piece, source in zip(pieces, sources, strict=True):
            if not piece.is_sheet:
                number_pages(source, len(whole.pages) + 1, places, elsewhere.word)
            joint.add(piece, source, foot)
        joint.finish(entries)
        out = io.BytesIO()
        whole.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return out.getvalue()


def on_their_sides(first: int, pieces: Sequence[Piece], fillers: Mapping[str, bytes]) -> list[Piece]:
    """``pieces``, each on its own side of a sheet; ``first`` is the index of their first page.

    Where a page stays free before one of them, it is one of ``fillers``, which are by the side on which they are.
    """
    placed: list[Piece] = []
    at = first
    for piece in pieces:
        side = "left" if at % 2 else "right"
        if piece.side and piece.side != side:
            placed.append(Piece(f"free-{at}", "", fillers[side]))
            at += 1
        with Pdf.open(io.BytesIO(piece.content)) as pdf:
            at += len(pdf.pages)
        placed.append(piece)
    return placed


def places_of(first: int, pieces: Sequence[Piece]) -> Places:
    """Where everything will stand in the book of these ``pieces``; ``first`` is the index of their first page."""
    sources = [Pdf.open(io.BytesIO(piece.content)) for piece in pieces]
    try:
        return _places(first, pieces, sources)
    finally:
        for source in sources:
            source.close()


def _places(first: int, pieces: Sequence[Piece], sources: Sequence[Pdf]) -> Places:
    """Where every part and every place in it stands; ``first`` is the index of the first part's page."""
    places = Places()
    at = first
    for piece, source in zip(pieces, sources, strict=True):
        numbers = {page.obj.objgen: at + number for number, page in enumerate(source.pages)}
        places.starts.setdefault(piece.id, at)
        places.titles.setdefault(piece.id, piece.title)
        for name, (page, _, left, top, *_) in _destinations(source):
            places.named.setdefault(name, (numbers[page.objgen], float(left), float(top)))
        for page_id, title in piece.inside:
            places.starts.setdefault(page_id, places.named[page_id][0])
            places.titles.setdefault(page_id, title)
        at += len(source.pages)
    places.total = at
    return places


def _destinations(source: Pdf) -> list[tuple[str, Any]]:
    if "/Names" not in source.Root or "/Dests" not in source.Root.Names:
        return []
    names = [*source.Root.Names.Dests.Names]
    return [(str(name), place) for name, place in zip(names[::2], names[1::2], strict=True)]


class _Joint:
    """A PDF that grows by other PDFs."""

    def __init__(self, whole: Pdf, places: Places, elsewhere: Elsewhere) -> None:
        self.whole, self.places, self.elsewhere = whole, places, elsewhere
        self.document = whole.Root.StructTreeRoot.K[0]
        self.nums = whole.Root.StructTreeRoot.ParentTree.Nums
        self.key = 1 + max(int(key) for key in [*self.nums][::2])
        self.pages = [page.obj for page in whole.pages]  # to count those of the whole itself takes long
        self.fonts: dict[bytes, Any] = {}

    def add(self, piece: Piece, source: Pdf, foot: Foot | None) -> None:
        """Take in all that ``source`` holds."""
        start = len(self.pages)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # fields and links, which this does not join, are joined below
            self.whole.pages.extend(source.pages)
        added = range(start, start + len(source.pages))
        self.pages += [self.whole.pages[number].obj for number in added]
        self._tags(self.whole.copy_foreign(source.Root.StructTreeRoot), added)
        self.links(added)
        if "/AcroForm" in source.Root:
            self._fields(self.whole.copy_foreign(source.make_indirect(source.Root.AcroForm)), f"{piece.id}-{start}")
        self._share_fonts(self.whole.pages[start])  # all pages of a part have the same
        for number in added if piece.is_sheet and foot else ():
            page = self.whole.pages[number]
            if foot:
                stamp_foot(self.whole, page, foot, number + 1, self.places.total)

    def _tags(self, root: Any, added: range) -> None:
        """Hang the structure tree ``root`` of the ``added`` pages into the whole's."""
        for kid in root.K[0].K:
            kid.P = self.document
            self.document.K.append(kid)
        for number in added:
            page = self.pages[number]
            page.StructParents = int(page.StructParents) + self.key
            for annotation in page.get("/Annots", []):
                if "/StructParent" in annotation:
                    annotation.StructParent = int(annotation.StructParent) + self.key
        pairs = [*root.ParentTree.Nums]
        for key, element in zip(pairs[::2], pairs[1::2], strict=True):
            self.nums.append(int(key) + self.key)
            self.nums.append(element)
        self.key += 1 + max(int(key) for key in pairs[::2])

    def links(self, numbers: range) -> None:
        """Let the links to parts lead to their pages, or to the site where the whole does not hold them."""
        for number in numbers:
            page = self.pages[number]
            dead = []
            for annotation in page.get("/Annots", []):
                uri = str(annotation.A.get("/URI", "")) if "/A" in annotation else ""
                if not uri.startswith(TO):
                    continue
                target = uri.removeprefix(TO)
                if place := self.places.find(target):
                    del annotation["/A"]
                    annotation.Dest = self._destination(*place)
                    annotation.Contents = String(self.places.title(target))
                elif url := self._elsewhere(target):
                    annotation.A.URI = String(url)
                    annotation.Contents = String(url)
                else:
                    dead.append(annotation.objgen)
                    self._forget(annotation)
            if dead:
                page.Annots = Array([one for one in page.Annots if one.objgen not in dead])

    def _destination(self, number: int, left: float, top: float) -> Array:
        page = self.pages[number] if number < len(self.pages) else None
        destination = Array([page, Name.XYZ, left, top, 0])
        if page is None:
            self.places.waiting.append((destination, number))
        return destination

    def _elsewhere(self, target: str) -> str:
        ids = (key for key in self.elsewhere.urls if target == key or target.startswith(f"{key}-"))
        return self.elsewhere.urls.get(max(ids, key=len, default=""), "")

    def _forget(self, annotation: Any) -> None:
        """A link that leads nowhere is a piece of text like any other."""
        key = int(annotation.StructParent)
        keys = [int(number) for number in [*self.nums][::2]]
        at = 2 * keys.index(key)
        element = self.nums[at + 1]
        del self.nums[at + 1], self.nums[at]
        element.S = Name.Span
        element.K = Array([kid for kid in element.K if not (isinstance(kid, Dictionary) and "/Obj" in kid)])

    def _fields(self, form: Any, prefix: str) -> None:
        """Take in form fields, under names that no other part has."""
        for field in form.Fields:
            field.T = String(f"{prefix}-{field.T}")
        if "/AcroForm" not in self.whole.Root:
            self.whole.Root.AcroForm = self.whole.make_indirect(form)
            return
        known = self.whole.Root.AcroForm
        known.Fields.extend(form.Fields)
        for name, font in form.get("/DR", {}).get("/Font", {}).items():
            if name not in known.DR.Font:
                known.DR.Font[name] = font

    def _share_fonts(self, page: Any) -> None:
        """A typeface that several parts hold whole is there once."""
        for font in page.obj.Resources.get("/Font", {}).values():
            for below in font.get("/DescendantFonts", []):
                file = below.FontDescriptor.get("/FontFile2")
                if file is not None:
                    below.FontDescriptor.FontFile2 = self.fonts.setdefault(file.read_raw_bytes(), file)

    def finish(self, entries: Sequence[Entry]) -> None:
        """Write what needs all pages: where links lead, names of places, bookmarks."""
        for destination, number in self.places.waiting:
            destination[0] = self.pages[number]
        names = Array()
        for name, place in sorted(self.places.named.items(), key=lambda item: item[0].encode()):
            names.append(String(name))
            names.append(self._destination(*place))
        self.whole.Root.Names = Dictionary(Dests=Dictionary(Names=names))
        with self.whole.open_outline() as outline:
            outline.root.extend(self._bookmark(entry) for entry in entries)

    def _bookmark(self, entry: Entry) -> pikepdf.OutlineItem:
        item = pikepdf.OutlineItem(entry.title, self._destination(*self.places.of_part(entry.id)))
        item.children.extend(self._bookmark(child) for child in entry.children)
        return item
