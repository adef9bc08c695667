"""A PDF that takes in others: their pages, links, structure, form fields and typefaces become its own.

What is joined, by chapters of ISO 32000-1: named destinations (12.3.2.3), structure tree (14.7), form fields (12.7).
"""

from __future__ import annotations

import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from macros.documents.page_parts import Entry
from macros.documents.page_places import Foot, Places, stamp_foot
from macros.documents.sheet_pictures import SheetPictures
from macros.rendering.page_numbers import TO

ON_SITE = "site:"  # what a link to a file of the site begins with, while nobody knows where the site is


@dataclass(frozen=True)
class Elsewhere:
    """Where pages are that a book does not hold: ``urls`` by id, empty where nobody knows; ``word`` says so.

    ``site`` is the address of the site, empty where it is not known.
    """

    urls: Mapping[str, str]
    word: str
    site: str = ""


class GrowingPdf:
    """A PDF that grows by other PDFs."""

    def __init__(
        self, whole: Pdf, places: Places, elsewhere: Elsewhere, pictures: Mapping[str, bytes] | None = None
    ) -> None:
        self.whole, self.places, self.elsewhere = whole, places, elsewhere
        self.document = whole.Root.StructTreeRoot.K[0]
        self.nums = whole.Root.StructTreeRoot.ParentTree.Nums
        self.key = 1 + max(int(key) for key in [*self.nums][::2])
        self.pages = [page.obj for page in whole.pages]  # to count those of the whole itself takes long
        self.fonts: dict[bytes, Any] = {}
        self.pictures = SheetPictures(whole, pictures or {})

    def add(self, part: str, source: Pdf, foot: Foot | None) -> None:
        """Take in all that ``source`` holds, which is the part of the page ``part``; its pages get this ``foot``."""
        start = len(self.pages)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # fields and links, which this does not join, are joined below
            self.whole.pages.extend(source.pages)
        added = range(start, start + len(source.pages))
        self.pages += [self.whole.pages[number].obj for number in added]
        self._tags(self.whole.copy_foreign(source.Root.StructTreeRoot), added)
        self.links(added)
        self.pictures.put_in(self.pages[number] for number in added)
        if "/AcroForm" in source.Root:
            self._fields(self.whole.copy_foreign(source.make_indirect(source.Root.AcroForm)), f"{part}-{start}")
        self._share_fonts(self.whole.pages[start])  # all pages of a part have the same
        for number in added if foot else ():
            assert foot
            stamp_foot(self.whole, self.whole.pages[number], foot, number + 1, self.places.total)

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
        """Let links to parts lead to their pages, or to the site where the whole does not hold them, as others do."""
        for number in numbers:
            page = self.pages[number]
            dead = []
            for annotation in page.get("/Annots", []):
                uri = str(annotation.A.get("/URI", "")) if "/A" in annotation else ""
                if not uri.startswith((TO, ON_SITE)):
                    continue
                target = uri.removeprefix(TO)
                if place := self.places.find(target):
                    del annotation["/A"]
                    annotation.Dest = self._destination(*place)
                    annotation.Contents = String(self.places.title(target))
                elif url := self._on_site(uri) or self._elsewhere(target):
                    annotation.A.URI = String(url)
                    annotation.Contents = String(url)
                else:
                    dead.append(annotation.objgen)
                    self._forget(annotation)
            if dead:
                page.Annots = Array([annotation for annotation in page.Annots if annotation.objgen not in dead])

    def _destination(self, number: int, left: float, top: float) -> Array:
        page = self.pages[number] if number < len(self.pages) else None
        destination = Array([page, Name.XYZ, left, top, 0])
        if page is None:
            self.places.waiting.append((destination, number))
        return destination

    def _on_site(self, uri: str) -> str:
        site = self.elsewhere.site
        return site + uri.removeprefix(ON_SITE) if site and uri.startswith(ON_SITE) else ""

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
            if name not in known.DR.Font:  # pragma: no cover: only in whole builds, which are not measured
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
